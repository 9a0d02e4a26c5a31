/** Node objects of the cluster in the world, in the shape of the Kubernetes API (`v1`, `Node`). */
import type { ObjectValue, WorldObject } from '../terraform-provider/engine/types.ts';
import { blocks, text } from './attributes.ts';
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
  const before = world.objects.get(key);
  const metadata = blocks(before, 'metadata')[0];
  const spec = blocks(before, 'spec')[0];
  const object: WorldObject = {
    key,
    provider: 'aws',
    type: KUBERNETES_NODE,
    region,
    attributes: {
      cluster,
      metadata: {
        name,
        uid: text(metadata, 'uid') || crypto.randomUUID(),
        creationTimestamp: text(metadata, 'creationTimestamp') || world.clock.now().toISOString(),
        labels: { ...standardLabels(registration), ...registration.labels },
      },
      spec: {
        providerID: `eks-hybrid:///${region}/${cluster}/${name}`,
        taints: registration.taints.map((taint) => ({ ...taint })),
        unschedulable: spec?.['unschedulable'] ?? false,
      },
      status: status(world, registration),
    },
  };
  world.objects.put(object);
  return object;
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
  const size = { cpu: String(cpus), pods: String(maxPods) };
  return {
    addresses: [
      { type: 'InternalIP', address },
      { type: 'Hostname', address: name },
    ],
    capacity: size,
    allocatable: size,
    nodeInfo: {
      kubeletVersion: `v${registration.kubeletVersion}-eks-0000000`,
      osImage: registration.osImage,
      operatingSystem: 'linux',
      architecture: registration.architecture,
    },
    conditions: [readiness(world, 'True', 'KubeletReady', 'kubelet is posting ready status')],
  };
}

function readiness(world: World, value: string, reason: string, message: string): ObjectValue {
  const now = world.clock.now().toISOString();
  return { type: 'Ready', status: value, reason, message, lastHeartbeatTime: now, lastTransitionTime: now };
}

/** kubelet is not heard of any more; the real control plane notices after some forty seconds, this one at once. */
export function loseNode(world: World, cluster: string, name: string): void {
  const node = findNode(world, cluster, name);
  if (node === undefined) return;
  const lost = readiness(world, 'Unknown', 'NodeStatusUnknown', 'Kubelet stopped posting node status.');
  world.objects.patch(node.key, { status: { ...blocks(node, 'status')[0], conditions: [lost] } });
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
