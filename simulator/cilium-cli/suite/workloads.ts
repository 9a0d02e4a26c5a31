/** What the suite puts into the cluster. Source: cilium-cli 0.19, `connectivity/check/deployment.go`. */
import type { JsonObject } from '../../world/kube-types.ts';
import type { TestOptions } from '../options.ts';

/** Port of the web servers of the echo pods and of what the clients declare. */
export const PORT = 8080;

interface Workload {
  readonly name: string;
  readonly kind: 'client' | 'echo';
  /** The workload on whose node it has to be, or not to be. */
  readonly near?: string;
  readonly far?: string;
}

const ONE_NODE: readonly Workload[] = [
  { name: 'client', kind: 'client' },
  { name: 'client2', kind: 'client', near: 'client' },
  { name: 'echo-same-node', kind: 'echo', near: 'client' },
];
const OTHER_NODE: readonly Workload[] = [
  { name: 'client3', kind: 'client', far: 'client' },
  { name: 'echo-other-node', kind: 'echo', far: 'client' },
];

/** Names in the order in which they are made. */
export function workloadsOf(singleNode: boolean): readonly Workload[] {
  return singleNode ? ONE_NODE : [...ONE_NODE, ...OTHER_NODE];
}

/** `selector` is what restricts nodes. */
export function deploymentOf(
  workload: Workload,
  options: TestOptions,
  selector: Readonly<Record<string, string>>,
): JsonObject {
  const { name, kind } = workload;
  const labels = { name, kind };
  const isClient = kind === 'client';
  const container = {
    name,
    image: isClient ? options.curlImage : options.jsonMockImage,
    imagePullPolicy: 'IfNotPresent',
    ports: [{ name: `http-${PORT}`, containerPort: PORT, protocol: 'TCP' }],
    ...(isClient && { command: ['/usr/bin/pause'] }),
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: options.testNamespace, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [container],
          ...(Object.keys(selector).length > 0 && { nodeSelector: selector }),
          tolerations: options.tolerations.map((key) => ({ key, operator: 'Exists', effect: 'NoSchedule' })),
          affinity: affinityOf(workload),
        },
      },
    },
  };
}

function affinityOf({ near, far }: Workload): JsonObject {
  const to = (name: string) => ({
    requiredDuringSchedulingIgnoredDuringExecution: [
      {
        labelSelector: { matchExpressions: [{ key: 'name', operator: 'In', values: [name] }] },
        topologyKey: 'kubernetes.io/hostname',
      },
    ],
  });
  return {
    ...(near !== undefined && { podAffinity: to(near) }),
    ...(far !== undefined && { podAntiAffinity: to(far) }),
  };
}

/** Of an echo workload. */
export function serviceOf(name: string, namespace: string): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels: { kind: 'echo' } },
    spec: {
      type: 'NodePort',
      selector: { name },
      ports: [{ name: 'http', port: PORT, targetPort: PORT, protocol: 'TCP' }],
    },
  };
}

/** Network policy that lets nothing in, or nothing out, of pods of a kind. */
export function denyPolicy(name: string, namespace: string, direction: 'Ingress' | 'Egress', kind: string) {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: { podSelector: { matchLabels: { kind } }, policyTypes: [direction] },
  };
}

export interface PolicyRules {
  /** Of the pods that the policy is about. */
  readonly kind: string;
  readonly direction: 'Ingress' | 'Egress';
  /** Labels of the pods on the other side. */
  readonly peer: Readonly<Record<string, string>>;
}

/** Network policy that lets pods of a kind talk to some pods on the suite's port alone. */
export function allowPolicy(name: string, namespace: string, { kind, direction, peer }: PolicyRules) {
  const peers = [{ podSelector: { matchLabels: peer } }];
  const ports = [{ port: PORT, protocol: 'TCP' }];
  const rule =
    direction === 'Ingress' ? { ingress: [{ from: peers, ports }] } : { egress: [{ to: peers, ports }] };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: { podSelector: { matchLabels: { kind } }, policyTypes: [direction], ...rule },
  };
}
