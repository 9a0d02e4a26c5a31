/** Node objects of the cluster in the world, in the shape of the Kubernetes API (`v1`, `Node`). */
import type { ObjectValue, WorldObject } from '../terraform-provider/engine/types.ts';
import { blocks, text, textMap } from './attributes.ts';
import type { World } from './world.ts';

export const KUBERNETES_NODE = 'kubernetes_node';

export interface NodeRegistration {
  readonly cluster: string;
  readonly region: string;
  /** `mi-` and 17 hex digits. */
  readonly name: string;
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly { readonly key: string; readonly value: string; readonly effect: string }[];
  /** `1.34.4`, without a v. */
  readonly kubeletVersion: string;
  readonly osImage: string;
  readonly architecture: 'amd64' | 'arm64';
  readonly cpus: number;
  readonly maxPods: number;
}

/** What kubelet does when it starts: the Node is created, or brought up to date where it is there already. */
export function registerNode(world: World, registration: NodeRegistration): WorldObject {
  const { cluster, name, region } = registration;
  const key = keyOf(cluster, name);
  const attributes = { cluster, ...nodeAttributes(world, registration, world.objects.get(key)) };
  const object: WorldObject = { key, provider: 'aws', type: KUBERNETES_NODE, region, attributes };
  world.objects.put(object);
  return object;
}

/** Metadata, spec and status of a hybrid node that registers; `before` is the node where it is there already. */
export function nodeAttributes(
  world: World,
  registration: NodeRegistration,
  before?: WorldObject,
): Readonly<Record<'metadata' | 'spec' | 'status', ObjectValue>> {
  const { cluster, name, region } = registration;
  const metadata = blocks(before, 'metadata')[0];
  const waiting = hasCilium(world, cluster) ? [] : [{ key: NOT_READY, effect: 'NoSchedule' }];
  return {
    metadata: {
      name,
      uid: text(metadata, 'uid') || crypto.randomUUID(),
      creationTimestamp:
        text(metadata, 'creationTimestamp') ||
        world.clock
          .now()
          .toISOString()
          .replace(/\.\d+Z$/, 'Z'),
      labels: { ...standardLabels(registration), ...registration.labels },
      annotations: { 'node.alpha.kubernetes.io/ttl': '0', ...textMap(metadata, 'annotations') },
    },
    spec: {
      providerID: `eks-hybrid:///${region}/${cluster}/${name}`,
      taints: [...registration.taints.map((taint) => ({ ...taint })), ...waiting],
      ...(isCordoned(before) && { unschedulable: true }),
    },
    status: status(world, registration),
  };
}

function isCordoned(node: WorldObject | undefined): boolean {
  return blocks(node, 'spec')[0]?.['unschedulable'] === true;
}

function standardLabels({ name, architecture }: NodeRegistration): Readonly<Record<string, string>> {
  return {
    'beta.kubernetes.io/arch': architecture,
    'beta.kubernetes.io/os': 'linux',
    'eks.amazonaws.com/compute-type': 'hybrid',
    'eks.amazonaws.com/hybrid-credential-provider': 'ssm',
    'kubernetes.io/arch': architecture,
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
  };
}

function status(world: World, registration: NodeRegistration): ObjectValue {
  const { address, name, cpus, maxPods } = registration;
  const size = {
    cpu: String(cpus),
    'ephemeral-storage': `${DISK_KI}Ki`,
    memory: `${cpus * MEMORY_KI_PER_CPU}Ki`,
    pods: String(maxPods),
  };
  return {
    addresses: [
      { type: 'InternalIP', address },
      { type: 'Hostname', address: name },
    ],
    capacity: size,
    allocatable: size,
    daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
    nodeInfo: {
      kubeletVersion: `v${registration.kubeletVersion}-eks-0000000`,
      kubeProxyVersion: `v${registration.kubeletVersion}-eks-0000000`,
      containerRuntimeVersion: 'containerd://1.7.28',
      kernelVersion: '6.8.0-1030-azure',
      osImage: registration.osImage,
      operatingSystem: 'linux',
      architecture: registration.architecture,
    },
    conditions: [...pressures(world), firstReadiness(world, registration.cluster)],
  };
}

const DISK_KI = 31_457_280;
const MEMORY_KI_PER_CPU = 4_194_304;

function pressures(world: World): readonly ObjectValue[] {
  const now = world.clock.now().toISOString();
  const times = { lastHeartbeatTime: now, lastTransitionTime: now };
  const disk = world.faults.strikes('disk-pressure')
    ? { status: 'True', reason: 'KubeletHasDiskPressure', message: 'kubelet has disk pressure' }
    : { status: 'False', reason: 'KubeletHasNoDiskPressure', message: 'kubelet has no disk pressure' };
  const memory = { reason: 'KubeletHasSufficientMemory', message: 'kubelet has sufficient memory available' };
  const pid = { reason: 'KubeletHasSufficientPID', message: 'kubelet has sufficient PID available' };
  return [
    { type: 'MemoryPressure', status: 'False', ...memory, ...times },
    { type: 'DiskPressure', ...disk, ...times },
    { type: 'PIDPressure', status: 'False', ...pid, ...times },
  ];
}

const NETWORK_MESSAGE =
  'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized';

/** Without a pod network kubelet does not call itself ready. */
function firstReadiness(world: World, cluster: string): ObjectValue {
  return hasCilium(world, cluster)
    ? readiness(world, 'True', 'KubeletReady', 'kubelet is posting ready status')
    : readiness(world, 'False', 'KubeletNotReady', NETWORK_MESSAGE);
}

/** Whether Cilium runs on the cluster's hybrid nodes: its chart is installed there, and no fault keeps it away. */
export function hasCilium(world: World, cluster: string): boolean {
  if (world.faults.strikes('cni-missing')) return false;
  const endpoints = world.objects
    .list('aws_eks_cluster')
    .filter((object) => text(object, 'name') === cluster)
    .map((object) => text(object, 'endpoint'));
  return world.objects
    .list('helm_release')
    .some((release) => text(release, 'name') === 'cilium' && endpoints.includes(release.region));
}

/** Brings the readiness of nodes that waited for a pod network up to date. */
export function refreshNodes(world: World, cluster: string): void {
  if (!hasCilium(world, cluster)) return;
  for (const node of listNodes(world, cluster)) {
    const now = blocks(node, 'status')[0] ?? {};
    const conditions = blocks(now, 'conditions');
    if (!conditions.some((entry) => entry['message'] === NETWORK_MESSAGE)) continue;
    const rest = conditions.filter((entry) => entry['type'] !== 'Ready');
    const spec = blocks(node, 'spec')[0] ?? {};
    world.objects.patch(node.key, {
      spec: { ...spec, taints: blocks(spec, 'taints').filter(({ key }) => key !== NOT_READY) },
      status: { ...now, conditions: [...rest, firstReadiness(world, cluster)] },
    });
  }
}

const NOT_READY = 'node.kubernetes.io/not-ready';
const UNREACHABLE = 'node.kubernetes.io/unreachable';

function readiness(world: World, value: string, reason: string, message: string): ObjectValue {
  const now = world.clock.now().toISOString();
  return { type: 'Ready', status: value, reason, message, lastHeartbeatTime: now, lastTransitionTime: now };
}

/** kubelet is not heard of any more; the real control plane notices after some forty seconds, this one at once. */
export function loseNode(world: World, cluster: string, name: string): void {
  const node = findNode(world, cluster, name);
  if (node === undefined) return;
  const status = blocks(node, 'status')[0] ?? {};
  const spec = blocks(node, 'spec')[0] ?? {};
  const now = world.clock.now().toISOString();
  const conditions = blocks(status, 'conditions').map((entry) => ({
    ...entry,
    status: 'Unknown',
    reason: 'NodeStatusUnknown',
    message: 'Kubelet stopped posting node status.',
    lastTransitionTime: now,
  }));
  const kept = blocks(spec, 'taints').filter(({ key }) => key !== UNREACHABLE);
  const taints = ['NoSchedule', 'NoExecute'].map((effect) => ({ key: UNREACHABLE, effect, timeAdded: now }));
  world.objects.patch(node.key, {
    spec: { ...spec, taints: [...kept, ...taints] },
    status: { ...status, conditions },
  });
}

/** Cordons a node, or lets pods onto it again. */
export function setUnschedulable(world: World, node: WorldObject, unschedulable: boolean): void {
  world.objects.patch(node.key, { spec: { ...blocks(node, 'spec')[0], unschedulable } });
}

export function findNode(world: World, cluster: string, name: string): WorldObject | undefined {
  return world.objects.get(keyOf(cluster, name));
}

/** The nodes of a cluster in the order of their names. */
export function listNodes(world: World, cluster: string): readonly WorldObject[] {
  return world.objects.list(KUBERNETES_NODE).filter((node) => text(node, 'cluster') === cluster);
}

/** The API of a cluster goes with the cluster, and its objects with it. */
export function removeNodes(world: World, cluster: string): void {
  for (const node of listNodes(world, cluster)) world.objects.delete(node.key);
}

function keyOf(cluster: string, name: string): string {
  return `${KUBERNETES_NODE}/${cluster}/${name}`;
}
