/** The objects that the probes put into the cluster, all in a namespace of their own except the webhook's. */
import { randomBytes } from 'node:crypto';
import { CONFIG_MAPS, type CustomObject, type Pod, resource } from '../kubernetes/resources.ts';
import {
  HTTP_PORT,
  SERVER_ARGS,
  UDP_PORT,
  WEBHOOK_ARGS,
  WEBHOOK_FILES,
  WEBHOOK_PORT,
} from './probe-commands.ts';
import type { Cloud, ProbeNode } from './types.ts';

export { CONFIG_MAPS };
export const SECRETS = resource('', 'v1', 'secrets', true);
export const NETWORK_POLICIES = resource('networking.k8s.io', 'v1', 'networkpolicies', true);
/** Nothing of ours is outside the namespace but this. */
export const WEBHOOKS = resource<WebhookConfiguration>(
  'admissionregistration.k8s.io',
  'v1',
  'validatingwebhookconfigurations',
  false,
);

export interface WebhookConfiguration extends CustomObject {
  readonly webhooks: readonly object[];
}

/** On every object; a selector for what runs left behind. */
export const OWNER_LABEL = 'eks-hybrid-actions/probe';
export const CLOUD_LABEL = 'eks-hybrid-actions/cloud';
export const POLICY_LABEL = 'eks-hybrid-actions/policy';
export const CONTAINER = 'probe';
export const WEBHOOK_NAME = 'probe-webhook';
export const POLICY_NAME = 'probe-policy';
const WEBHOOK_SECRET = 'probe-webhook';

/** Name of the namespace, and of the webhook configuration. Two jobs of one run differ. */
export function newProbeName(runId: number, runAttempt: number): string {
  return `eha-probe-${String(runId)}-${String(runAttempt)}-${randomBytes(3).toString('hex')}`;
}

/** A namespace that admits exactly what the pods are: no privileges, no host. */
export function namespaceObject(name: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { [OWNER_LABEL]: name, 'pod-security.kubernetes.io/enforce': 'restricted' } },
  };
}

export interface PodOptions {
  readonly probe: string;
  readonly image: string;
  readonly index: number;
  /** Runs the webhook beside the servers. */
  readonly webhook: boolean;
  /** The one pod of its cloud to which the network policy applies. */
  readonly policyTarget: boolean;
  /** Seconds after which the kubelet ends the pod, whatever happened to the job. */
  readonly lifetimeSeconds: number;
}

const RESTRICTED = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/** One pod a node: server and client at once. It has no token and tolerates what taints the node. */
export function podObject(node: ProbeNode, options: PodOptions): Pod {
  const { probe, image, index, webhook, policyTarget, lifetimeSeconds } = options;
  const containers = [probeContainer(image), ...(webhook ? [webhookContainer(image)] : [])];
  const volumes = [
    { name: 'scratch', emptyDir: {} },
    { name: 'ca', configMap: { name: 'kube-root-ca.crt' } },
    ...(webhook ? [{ name: 'webhook', secret: { secretName: WEBHOOK_SECRET, defaultMode: 0o444 } }] : []),
  ];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `probe-${node.cloud}-${String(index)}`,
      namespace: probe,
      labels: {
        [OWNER_LABEL]: probe,
        [CLOUD_LABEL]: node.cloud,
        ...(policyTarget ? { [POLICY_LABEL]: 'target' } : {}),
        ...(webhook ? { app: WEBHOOK_NAME } : {}),
      },
    },
    spec: { ...podSpec(node), activeDeadlineSeconds: lifetimeSeconds, volumes, containers },
  };
}

function podSpec({ name }: ProbeNode) {
  const matchFields = [{ key: 'metadata.name', operator: 'In', values: [name] }];
  return {
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields }] },
      },
    },
    tolerations: [{ operator: 'Exists' }],
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 1,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65_532,
      seccompProfile: { type: 'RuntimeDefault' },
      // Lets anyone send ICMP echo; one of the sysctls that need no privilege.
      sysctls: [{ name: 'net.ipv4.ping_group_range', value: '0 2147483647' }],
    },
  };
}

const RESOURCES = { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } };

function probeContainer(image: string) {
  return {
    name: CONTAINER,
    image,
    args: [...SERVER_ARGS],
    ports: [
      { containerPort: HTTP_PORT, protocol: 'TCP' },
      { containerPort: UDP_PORT, protocol: 'UDP' },
    ],
    securityContext: RESTRICTED,
    resources: RESOURCES,
    volumeMounts: [
      { name: 'scratch', mountPath: '/tmp' },
      { name: 'ca', mountPath: '/etc/probe-ca', readOnly: true },
    ],
  };
}

function webhookContainer(image: string) {
  return {
    name: 'webhook',
    image,
    args: [...WEBHOOK_ARGS],
    ports: [{ containerPort: WEBHOOK_PORT, protocol: 'TCP' }],
    securityContext: RESTRICTED,
    resources: RESOURCES,
    volumeMounts: [{ name: 'webhook', mountPath: WEBHOOK_FILES, readOnly: true }],
  };
}

export type ServiceKind = 'cluster-ip' | 'headless' | 'node-port';

/** Name of the service in front of the probe pods of one cloud. */
export function serviceName(kind: ServiceKind, cloud: Cloud): string {
  return `${kind}-${cloud}`;
}

/** A node port is a ClusterIP too, so that one service serves both. */
export function serviceObject(probe: string, kind: 'node-port' | 'headless', cloud: Cloud) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: serviceName(kind, cloud), namespace: probe, labels: { [OWNER_LABEL]: probe } },
    spec: {
      ...(kind === 'headless' ? { clusterIP: 'None' } : { type: 'NodePort' }),
      selector: { [OWNER_LABEL]: probe, [CLOUD_LABEL]: cloud },
      ports: [{ name: 'http', port: HTTP_PORT, targetPort: HTTP_PORT, protocol: 'TCP' }],
    },
  };
}

/** To the policy target of each cloud: TCP to the server passes, UDP does not. */
export function policyObject(probe: string): CustomObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: POLICY_NAME, namespace: probe },
    spec: {
      podSelector: { matchLabels: { [POLICY_LABEL]: 'target' } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          ports: [
            { protocol: 'TCP', port: HTTP_PORT },
            { protocol: 'TCP', port: WEBHOOK_PORT },
          ],
        },
      ],
    },
  } as CustomObject;
}

export function webhookService(probe: string) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: WEBHOOK_NAME, namespace: probe, labels: { [OWNER_LABEL]: probe } },
    spec: {
      selector: { [OWNER_LABEL]: probe, app: WEBHOOK_NAME },
      ports: [{ name: 'https', port: 443, targetPort: WEBHOOK_PORT, protocol: 'TCP' }],
    },
  };
}

export function webhookSecret(probe: string, pair: { readonly cert: string; readonly key: string }): object {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/tls',
    metadata: { name: WEBHOOK_SECRET, namespace: probe, labels: { [OWNER_LABEL]: probe } },
    stringData: { 'tls.crt': pair.cert, 'tls.key': pair.key },
  };
}

/**
 * Asked about ConfigMaps of this run in its own namespace alone, so that nobody else's objects depend on it. It refuses
 * every one: a refusal in its words is the proof that the API server reached it.
 */
export function webhookConfiguration(probe: string, cert: string): WebhookConfiguration {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: probe, labels: { [OWNER_LABEL]: probe } },
    webhooks: [
      {
        name: 'probe.eks-hybrid-actions.invalid',
        clientConfig: {
          service: { name: WEBHOOK_NAME, namespace: probe, path: '/always-deny', port: 443 },
          caBundle: Buffer.from(cert).toString('base64'),
        },
        rules: [
          {
            apiGroups: [''],
            apiVersions: ['v1'],
            operations: ['CREATE'],
            resources: ['configmaps'],
            scope: 'Namespaced',
          },
        ],
        namespaceSelector: { matchLabels: { [OWNER_LABEL]: probe } },
        objectSelector: { matchLabels: { [OWNER_LABEL]: probe } },
        failurePolicy: 'Fail',
        sideEffects: 'None',
        timeoutSeconds: 10,
        admissionReviewVersions: ['v1'],
      },
    ],
  } as WebhookConfiguration;
}

/** What the webhook is asked about; sent as a dry run, so that it is never stored. */
export function webhookQuestion(probe: string) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'probe-question', namespace: probe, labels: { [OWNER_LABEL]: probe } },
  };
}
