/**
 * Validating webhooks of the cluster: the API server asks a service of pods, from the control plane's place in the VPC.
 * Sources: Kubernetes, "Dynamic Admission Control" and the messages of `k8s.io/apiserver/pkg/admission/plugin/webhook`.
 */
import type { KubeCluster } from '../../world/kube-cluster.ts';
import { matchesSelector } from '../../world/kube-labels.ts';
import { builtIn, type KubeResource } from '../../world/kube-resources.ts';
import {
  at,
  isArray,
  type JsonObject,
  type KubeObject,
  objectsAt,
  textAt,
  show,
} from '../../world/kube-types.ts';
import { controlPlane, type Place } from '../../world/pod-network.ts';
import { PodNetwork } from '../../pods/network.ts';
import { KubeRefusal } from './status.ts';

const DEFAULT_TIMEOUT_S = 10;
const HTTPS = 443;

/** Refuses what a webhook refuses, and what it should be asked about and cannot be unless its policy is Ignore. */
export function admit(
  cluster: KubeCluster,
  resource: KubeResource,
  operation: string,
  object: KubeObject,
): void {
  for (const configuration of cluster.store.list(builtIn('validatingwebhookconfigurations'))) {
    for (const webhook of objectsAt(configuration, 'webhooks')) {
      if (concerns(cluster, webhook, resource, operation, object)) ask(cluster, webhook);
    }
  }
}

function concerns(
  { store }: KubeCluster,
  webhook: JsonObject,
  { group, version, plural, namespaced }: KubeResource,
  operation: string,
  { metadata }: KubeObject,
): boolean {
  const has = (rule: JsonObject, name: string, value: string): boolean => {
    const list = rule[name];
    return isArray(list) && (list.includes('*') || list.includes(value));
  };
  const isNamed = objectsAt(webhook, 'rules').some(
    (rule) =>
      has(rule, 'apiGroups', group) &&
      has(rule, 'apiVersions', version) &&
      has(rule, 'resources', plural) &&
      has(rule, 'operations', operation) &&
      [undefined, '*', namespaced ? 'Namespaced' : 'Cluster'].includes(rule['scope'] as string | undefined),
  );
  const place = store.get(builtIn('namespaces'), undefined, metadata.namespace ?? '');
  const isPlace =
    webhook['namespaceSelector'] === undefined ||
    metadata.namespace === undefined ||
    matchesSelector(webhook['namespaceSelector'], place?.metadata.labels ?? {});
  return (
    isNamed &&
    isPlace &&
    (webhook['objectSelector'] === undefined ||
      matchesSelector(webhook['objectSelector'], metadata.labels ?? {}))
  );
}

function ask(cluster: KubeCluster, webhook: JsonObject): void {
  const name = textAt(webhook, 'name');
  const answer = call(cluster, webhook);
  if (answer.kind === 'denied') {
    throw new KubeRefusal(400, '', `admission webhook "${name}" denied the request: ${answer.message}`);
  }
  if (answer.kind === 'allowed' || textAt(webhook, 'failurePolicy') === 'Ignore') return;
  throw new KubeRefusal(
    500,
    'InternalError',
    `Internal error occurred: failed calling webhook "${name}": failed to call webhook: ${answer.message}`,
  );
}

interface Answer {
  readonly kind: 'allowed' | 'denied' | 'failed';
  readonly message: string;
}

function call(cluster: KubeCluster, webhook: JsonObject): Answer {
  const target = at(webhook, 'clientConfig', 'service');
  const host = `${textAt(target, 'name')}.${textAt(target, 'namespace')}.svc`;
  const given = at(target, 'port');
  const port = typeof given === 'number' ? given : HTTPS;
  const path = textAt(target, 'path') || '/';
  const seconds = show(webhook['timeoutSeconds'] ?? DEFAULT_TIMEOUT_S);
  const failed = (why: string): Answer => ({
    kind: 'failed',
    message: `Post "https://${host}:${port}${path}?timeout=${seconds}s": ${why}`,
  });
  const service = cluster.store.get(builtIn('services'), textAt(target, 'namespace'), textAt(target, 'name'));
  if (service === undefined) return failed(`service "${textAt(target, 'name')}" not found`);
  const network = new PodNetwork(cluster, controlPlane(cluster));
  const contact = network.contact(textAt(service, 'spec', 'clusterIP'), port, 'tcp');
  if (contact.kind === 'timeout') return failed('context deadline exceeded');
  if (contact.kind !== 'open')
    return failed(`dial tcp ${contact.address}:${port}: connect: connection refused`);
  if (network.isLost(contact.path)) return failed('context deadline exceeded');
  if (contact.listener !== 'https') return failed('http: server gave HTTP response to HTTPS client');
  if (!isTrusted(cluster, contact.place, textAt(webhook, 'clientConfig', 'caBundle'))) {
    return failed('tls: failed to verify certificate: x509: certificate signed by unknown authority');
  }
  // Source: agnhost, `webhook`.
  if (path === '/always-deny') return { kind: 'denied', message: 'this webhook denies all requests' };
  return { kind: 'allowed', message: '' };
}

/** Whether the certificate that the pod has from a Secret is the one that the configuration trusts. */
function isTrusted({ store }: KubeCluster, { pod }: Place, bundle: string): boolean {
  const trusted = Buffer.from(bundle, 'base64').toString('utf8').trim();
  return objectsAt(pod, 'spec', 'volumes').some((volume) => {
    const name = textAt(volume, 'secret', 'secretName');
    const secret = store.get(builtIn('secrets'), pod?.metadata.namespace, name);
    const certificate =
      textAt(secret, 'stringData', 'tls.crt') ||
      Buffer.from(textAt(secret, 'data', 'tls.crt'), 'base64').toString('utf8');
    return trusted !== '' && certificate.trim() === trusted;
  });
}
