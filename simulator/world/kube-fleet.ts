/** Nodes and pods in bulk, for fleets that no VM stands behind. They live in the API server alone, not in the world's file. */
import { blocks, number, text, textMap, texts } from './attributes.ts';
import type { KubeCluster } from './kube-cluster.ts';
import { inSlice, nodeGone, nodeStored } from './kube-nodes.ts';
import { addPod } from './kube-pods.ts';
import { builtIn } from './kube-resources.ts';
import type { JsonObject, KubeObject, OwnerReference } from './kube-types.ts';
import { nodeAttributes, type NodeRegistration } from './nodes.ts';
import type { WorldObject } from '../terraform-provider/engine/types.ts';
import { SIMULATED_ACCOUNTS } from './world.ts';

/** What a node of a fleet differs in; the rest is a small Ubuntu machine. */
export type FleetNode = Partial<Omit<NodeRegistration, 'cluster'>> & Pick<NodeRegistration, 'name'>;

const PLAIN = {
  region: SIMULATED_ACCOUNTS.region,
  address: '10.80.0.4',
  labels: {},
  taints: [],
  kubeletVersion: '1.34.4',
  osImage: 'Ubuntu 24.04.3 LTS',
  architecture: 'amd64',
  cpus: 4,
  maxPods: 110,
} as const;

/** A hybrid node that has just joined. Cilium's chart must be in the world for it to be Ready. */
export function addHybridNode(cluster: KubeCluster, node: FleetNode): KubeObject {
  const registration: NodeRegistration = { ...PLAIN, ...node, cluster: cluster.name };
  const { metadata, spec, status } = nodeAttributes(cluster.world, registration) as unknown as KubeObject;
  nodeStored(cluster, { apiVersion: 'v1', kind: 'Node', metadata, spec, status });
  return stored(cluster, node.name);
}

/** A node of a managed node group: named by its address, known to the cloud controller, on the VPC's own network. */
export function addCloudNode(cluster: KubeCluster, node: FleetNode & { readonly zone?: string }): KubeObject {
  const { zone = `${node.region ?? PLAIN.region}a`, ...rest } = node;
  const registration: NodeRegistration = { ...PLAIN, ...rest, cluster: cluster.name };
  const { metadata, spec, status } = nodeAttributes(cluster.world, registration) as unknown as KubeObject;
  const { labels = {} } = metadata;
  const kept = Object.entries(labels).filter(([name]) => !name.startsWith('eks.amazonaws.com/'));
  const own = {
    'node.kubernetes.io/instance-type': 'm7i.large',
    'topology.kubernetes.io/region': registration.region,
    'topology.kubernetes.io/zone': zone,
    'eks.amazonaws.com/nodegroup': 'system',
    'eks.amazonaws.com/capacityType': 'ON_DEMAND',
  };
  const conditions = (status as JsonObject)['conditions'];
  const others = Array.isArray(conditions) ? (conditions as readonly JsonObject[]).slice(0, -1) : [];
  nodeStored(cluster, {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { ...metadata, labels: { ...Object.fromEntries(kept), ...own, ...node.labels } },
    spec: {
      ...(spec as JsonObject),
      providerID: `aws:///${zone}/${instanceId(node.name)}`,
      taints: registration.taints.map((taint) => ({ ...taint })),
    },
    status: { ...(status as JsonObject), conditions: [...others, ready(cluster)] },
  });
  return stored(cluster, node.name);
}

function ready({ store }: KubeCluster): JsonObject {
  const now = store.timestamp();
  const text = { reason: 'KubeletReady', message: 'kubelet is posting ready status' };
  return { type: 'Ready', status: 'True', ...text, lastHeartbeatTime: now, lastTransitionTime: now };
}

/** `i-` and 17 digits that follow from the name. */
function instanceId(name: string): string {
  return `i-0${Buffer.from(name).toString('hex').padStart(16, '0').slice(-16)}`;
}

function stored({ store }: KubeCluster, name: string): KubeObject {
  const node = store.get(builtIn('nodes'), undefined, name);
  if (node === undefined) throw new TypeError(`node ${name} was not stored`);
  return node;
}

/** The machines of a managed node group, as many as are desired. */
export function addNodeGroup(cluster: KubeCluster, group: WorldObject): void {
  const desired = number(blocks(group, 'scaling_config')[0], 'desired_size', 1);
  const place = Math.max(groupsOf(cluster).indexOf(text(group, 'node_group_name')), 0);
  const { region } = group;
  const subnets = subnetsOf(cluster, group);
  for (let index = 0; index < desired; index += 1) {
    const subnet = subnets[index % Math.max(subnets.length, 1)];
    const address =
      subnet === undefined
        ? `10.40.${place}.${FIRST_HOST + index}`
        : inSlice(text(subnet, 'cidr_block'), FIRST_HOST + place * MOST_HOSTS + index);
    const name = `ip-${address.replaceAll('.', '-')}.${region}.compute.internal`;
    if (cluster.store.get(builtIn('nodes'), undefined, name) !== undefined) continue;
    const zone = text(subnet, 'availability_zone') || `${region}${'abc'[index % 3] ?? 'a'}`;
    const labels = { ...textMap(group, 'labels'), [GROUP_LABEL]: text(group, 'node_group_name') };
    addCloudNode(cluster, { name, address, region, zone, labels, taints: taintsOf(group) });
  }
}

/** Takes the machines of a group that is deleted away. */
export function removeNodeGroup(cluster: KubeCluster, group: WorldObject): void {
  for (const node of cluster.store.list(builtIn('nodes')))
    if (node.metadata.labels?.[GROUP_LABEL] === text(group, 'node_group_name')) nodeGone(cluster, node);
}

const GROUP_LABEL = 'eks.amazonaws.com/nodegroup';
/** Places in a subnet: those of a group begin here, and so many are kept for each. */
const FIRST_HOST = 10;
const MOST_HOSTS = 20;

/** The group's subnets that are in the world, by zone. */
function subnetsOf({ world }: KubeCluster, group: WorldObject): readonly WorldObject[] {
  const ids = texts(group, 'subnet_ids');
  return world.objects
    .list('aws_subnet')
    .filter((subnet) => ids.includes(text(subnet, 'id')))
    .sort((left, right) => (text(left, 'availability_zone') < text(right, 'availability_zone') ? -1 : 1));
}

/** EKS writes `NO_SCHEDULE` where Kubernetes has `NoSchedule`. */
function taintsOf(group: WorldObject): NodeRegistration['taints'] {
  return blocks(group, 'taint').map((taint) => ({
    key: text(taint, 'key'),
    value: text(taint, 'value'),
    effect: text(taint, 'effect')
      .split('_')
      .map((word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`)
      .join(''),
  }));
}

function groupsOf({ world, name }: KubeCluster): readonly string[] {
  return world.objects
    .list('aws_eks_node_group')
    .filter((group) => text(group, 'cluster_name') === name)
    .map((group) => text(group, 'node_group_name'));
}

/** What a pod of a fleet differs in. */
export interface FleetPod {
  readonly name: string;
  readonly namespace?: string;
  /** Left out, the scheduler chooses. */
  readonly node?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly owner?: OwnerReference;
  /** Members of the spec, for example volumes or tolerations. */
  readonly spec?: JsonObject;
  /** In place of a status that runs. */
  readonly status?: JsonObject;
}

/** A pod that runs on a node. */
export function addFleetPod(cluster: KubeCluster, pod: FleetPod): KubeObject {
  const { name, namespace = 'default', node, labels, annotations, owner, spec, status } = pod;
  return addPod(cluster, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      ...(labels !== undefined && { labels }),
      ...(annotations !== undefined && { annotations }),
      ...(owner !== undefined && { ownerReferences: [{ ...owner, controller: true }] }),
    },
    spec: {
      containers: [{ name: 'main', image: 'registry.k8s.io/pause:3.10' }],
      ...(node !== undefined && { nodeName: node }),
      ...spec,
    },
    ...(status !== undefined && { status }),
  });
}
