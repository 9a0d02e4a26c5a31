/** What Cilium's agents and operator would have written into the API by now, laid over what the store has. */
import type { KubeCluster } from './kube-cluster.ts';
import { isHybrid } from './kube-nodes.ts';
import { builtIn } from './kube-resources.ts';
import { at, isObject, type JsonObject, type KubeObject, textAt } from './kube-types.ts';
import { encryptionOf, withSessions } from './kube-cilium.ts';

/** The objects of a kind with their present state; undefined for kinds that Cilium has nothing to do with. */
export function ciliumState(
  cluster: KubeCluster,
  plural: string,
  namespace: string | undefined,
  stored: readonly KubeObject[],
): readonly KubeObject[] | undefined {
  const { faults } = cluster.world;
  switch (plural) {
    case 'ciliumendpoints':
      return podsOf(cluster, namespace).map((pod) => endpointObject(cluster, pod));
    case 'ciliumidentities':
      return [
        ...new Map(podsOf(cluster, undefined).map((pod) => [identityOf(pod), identityObject(pod)])).values(),
      ];
    case 'ciliumbgpnodeconfigs':
      return stored.map((config) => withSessions(cluster, config));
    case 'ciliumvtepconfigs':
      return faults.strikes('vtep-missing') ? [] : stored.map((config) => withLeader(cluster, config));
    case 'ciliumnodes':
      return stored.map((node) => withKey(cluster, node));
    case 'daemonsets':
    case 'deployments':
      return stored.map((workload) => withReadiness(cluster, workload));
    case 'pods':
      return stored.map((pod) => withAgentState(cluster, pod));
    default:
      return undefined;
  }
}

/** Pods of the pod network on hybrid nodes. */
function podsOf({ store }: KubeCluster, namespace: string | undefined): readonly KubeObject[] {
  const hybrid = new Set(
    store
      .list(builtIn('nodes'))
      .filter(isHybrid)
      .map(({ metadata }) => metadata.name),
  );
  return store
    .list(builtIn('pods'), namespace)
    .filter((pod) => hybrid.has(textAt(pod, 'spec', 'nodeName')) && textAt(pod, 'status', 'podIP') !== '')
    .filter((pod) => at(pod, 'spec', 'hostNetwork') !== true);
}

const FIRST_IDENTITY = 4096;
const IDENTITIES = 60_000;

/** Pods with the same labels in the same namespace share one. */
function identityOf({ metadata }: KubeObject): number {
  const { namespace = '', labels = {} } = metadata;
  const text = JSON.stringify([namespace, Object.entries(labels).sort()]);
  return (
    FIRST_IDENTITY +
    ([...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % IDENTITIES, 7) % IDENTITIES)
  );
}

function identityObject(pod: KubeObject): KubeObject {
  const { namespace = '', labels = {} } = pod.metadata;
  const entries = Object.entries(labels).map(([key, value]) => [`k8s:${key}`, value] as const);
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumIdentity',
    metadata: { name: String(identityOf(pod)) },
    'security-labels': { 'k8s:io.kubernetes.pod.namespace': namespace, ...Object.fromEntries(entries) },
  };
}

function endpointObject({ world }: KubeCluster, pod: KubeObject): KubeObject {
  const isWaiting = world.faults.strikes('cilium-identity-missing');
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumEndpoint',
    metadata: { name: pod.metadata.name, namespace: pod.metadata.namespace ?? 'default' },
    status: {
      ...(!isWaiting && { identity: { id: identityOf(pod) } }),
      networking: { addressing: [{ ipv4: textAt(pod, 'status', 'podIP') }] },
      state: isWaiting ? 'waiting-for-identity' : 'ready',
    },
  };
}

/** An address that no node has. */
const GONE = '10.40.254.250';

function withLeader({ world }: KubeCluster, config: KubeObject): KubeObject {
  if (!world.faults.strikes('vtep-stale')) return config;
  return { ...config, spec: { endpoints: [{ name: 'hybrid-gateway', tunnelEndpoint: GONE }] } };
}

function withKey(cluster: KubeCluster, node: KubeObject): KubeObject {
  const type = encryptionOf(cluster);
  if (
    type === 'none' ||
    (isFirst(cluster, node.metadata.name) && cluster.world.faults.strikes('encryption-key-missing'))
  )
    return node;
  const spec = at(node, 'spec');
  if (type === 'ipsec') return { ...node, spec: { ...(isObject(spec) && spec), encryption: { key: 3 } } };
  const key = Buffer.from(`public key of ${node.metadata.name}`.padEnd(32).slice(0, 32)).toString('base64');
  const annotations = { ...node.metadata.annotations, 'network.cilium.io/wg-pub-key': key };
  return { ...node, metadata: { ...node.metadata, annotations } };
}

function isFirst({ store }: KubeCluster, node: string): boolean {
  const [first] = store.list(builtIn('nodes')).filter(isHybrid);
  return first?.metadata.name === node;
}

function withReadiness({ world }: KubeCluster, workload: KubeObject): KubeObject {
  const { name } = workload.metadata;
  const status = at(workload, 'status');
  const put = (part: JsonObject): KubeObject => ({
    ...workload,
    status: { ...(isObject(status) && status), ...part },
  });
  if (name === 'cilium-operator' && world.faults.strikes('cilium-operator-down')) {
    return put({ readyReplicas: 0, availableReplicas: 0 });
  }
  if (name === 'cilium' && world.faults.strikes('cilium-agent-down')) {
    return put({ numberReady: Number(at(status, 'desiredNumberScheduled') ?? 1) - 1 });
  }
  return workload;
}

function withAgentState(cluster: KubeCluster, pod: KubeObject): KubeObject {
  const isAgent = pod.metadata.labels?.['k8s-app'] === 'cilium';
  if (!isAgent || !isFirst(cluster, textAt(pod, 'spec', 'nodeName'))) return pod;
  if (!cluster.world.faults.strikes('cilium-agent-down')) return pod;
  const status = at(pod, 'status');
  const ready = { type: 'Ready', status: 'False', reason: 'ContainersNotReady' };
  return { ...pod, status: { ...(isObject(status) && status), conditions: [ready] } };
}
