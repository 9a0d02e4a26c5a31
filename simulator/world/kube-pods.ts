/** Pods: where they are put, that they run, and how many of them a disruption budget can spare. */
import { suitsPods } from './kube-affinity.ts';
import { text } from './attributes.ts';
import type { KubeCluster } from './kube-cluster.ts';
import { fulfils, matchesSelector } from './kube-labels.ts';
import { CILIUM_NODES, condition, inSlice, isHybrid } from './kube-nodes.ts';
import { builtIn } from './kube-resources.ts';
import { inBlock } from './pod-network-policy.ts';
import {
  at,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type KubeObject,
  objectsAt,
  textAt,
  show,
} from './kube-types.ts';

/** Stores a new pod on a node that takes it, where it runs at once; without such a node it stays Pending. */
export function addPod(cluster: KubeCluster, pod: KubeObject): KubeObject {
  const nodeName = textAt(pod, 'spec', 'nodeName') || placeFor(cluster, pod);
  const spec = { ...(at(pod, 'spec') as JsonObject | undefined), ...(nodeName !== '' && { nodeName }) };
  const given = at(pod, 'status');
  const status = isObject(given) && Object.keys(given).length > 0 ? given : statusOf(cluster, pod, nodeName);
  return cluster.store.put(builtIn('pods'), { ...pod, spec, status });
}

/** The node with the fewest pods among those with room that the pod tolerates and selects; empty when there is none. */
function placeFor(cluster: KubeCluster, pod: KubeObject): string {
  const count = new Map<string, number>();
  for (const other of cluster.store.list(builtIn('pods'))) {
    const name = textAt(other, 'spec', 'nodeName');
    count.set(name, (count.get(name) ?? 0) + 1);
  }
  const [first] = cluster.store
    .list(builtIn('nodes'))
    .filter(
      (node) =>
        at(node, 'spec', 'unschedulable') !== true &&
        selects(pod, node) &&
        tolerates(pod, node) &&
        (count.get(node.metadata.name) ?? 0) < roomOf(node) &&
        suitsPods(cluster, pod, node),
    )
    .map(({ metadata }) => metadata.name)
    .sort((left, right) => (count.get(left) ?? 0) - (count.get(right) ?? 0));
  return first ?? '';
}

/** Pods that the node takes, those that run there included. */
function roomOf(node: KubeObject): number {
  const told = textAt(node, 'status', 'allocatable', 'pods');
  return told === '' ? Number.POSITIVE_INFINITY : Number(told);
}

function selects(pod: KubeObject, node: KubeObject): boolean {
  const labels = node.metadata.labels ?? {};
  const simple = at(pod, 'spec', 'nodeSelector');
  const terms = objectsAt(
    at(pod, 'spec', 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'),
    'nodeSelectorTerms',
  );
  return (
    Object.entries(isObject(simple) ? simple : {}).every(([key, value]) => labels[key] === value) &&
    (terms.length === 0 ||
      terms.some(
        (term) =>
          objectsAt(term, 'matchExpressions').every((entry) => fulfils(entry, labels)) &&
          objectsAt(term, 'matchFields').every((entry) =>
            fulfils(entry, { 'metadata.name': node.metadata.name }),
          ),
      ))
  );
}

function tolerates(pod: KubeObject, node: KubeObject): boolean {
  const tolerations = objectsAt(pod, 'spec', 'tolerations');
  return objectsAt(node, 'spec', 'taints')
    .filter((taint) => taint['effect'] !== 'PreferNoSchedule')
    .every((taint) =>
      tolerations.some(
        ({ key, operator, value, effect }) =>
          (key === undefined || key === taint['key']) &&
          (effect === undefined || effect === '' || effect === taint['effect']) &&
          (operator === 'Exists' || (key !== undefined && (value ?? '') === (taint['value'] ?? ''))),
      ),
    );
}

function statusOf(cluster: KubeCluster, pod: KubeObject, nodeName: string): JsonObject {
  if (nodeName === '') return pending(cluster);
  const now = cluster.store.timestamp();
  const node = cluster.store.get(builtIn('nodes'), undefined, nodeName);
  const hostIP = textAt(objectsAt(node, 'status', 'addresses')[0], 'address');
  const podIP = at(pod, 'spec', 'hostNetwork') === true ? hostIP : podAddress(cluster, nodeName);
  if (cannotPull(cluster, pod, node)) return waiting(pod, hostIP);
  const types = ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'];
  return {
    phase: 'Running',
    conditions: types.map((type) => ({ type, status: 'True', lastTransitionTime: now })),
    hostIP,
    podIP,
    podIPs: [{ ip: podIP }],
    startTime: now,
    qosClass: 'BestEffort',
    containerStatuses: objectsAt(pod, 'spec', 'containers').map(({ name, image }) => ({
      name,
      image,
      imageID: '',
      containerID: `containerd://${'0'.repeat(64)}`,
      ready: true,
      started: true,
      restartCount: 0,
      state: { running: { startedAt: now } },
    })),
  };
}

/** Images of the system are on the node already. */
function cannotPull({ world }: KubeCluster, pod: KubeObject, node: KubeObject | undefined): boolean {
  const isOwn = pod.metadata.namespace === 'kube-system' || node === undefined || !isHybrid(node);
  return !isOwn && world.faults.strikes('image-pull-fails');
}

function waiting(pod: KubeObject, hostIP: string): JsonObject {
  return {
    phase: 'Pending',
    conditions: [{ type: 'Ready', status: 'False', reason: 'ContainersNotReady' }],
    hostIP,
    containerStatuses: objectsAt(pod, 'spec', 'containers').map(({ name, image }) => ({
      name,
      image,
      imageID: '',
      ready: false,
      restartCount: 0,
      state: { waiting: { reason: 'ImagePullBackOff', message: `Back-off pulling image "${show(image)}"` } },
    })),
  };
}

function pending(cluster: KubeCluster): JsonObject {
  const total = cluster.store.list(builtIn('nodes')).length;
  const reason = {
    type: 'PodScheduled',
    status: 'False',
    reason: 'Unschedulable',
    message: `0/${total} nodes are available.`,
    lastTransitionTime: cluster.store.timestamp(),
  };
  return { phase: 'Pending', conditions: [reason], qosClass: 'BestEffort' };
}

const FIRST = 4;

/** Addresses given out so far: cluster → node → count. */
const addresses = new WeakMap<KubeCluster, Map<string, number>>();
const USABLE = 120;

/** The next address of the node's slice, again from the first when all were given; AWS nodes give those of the VPC. */
function podAddress(cluster: KubeCluster, nodeName: string): string {
  const given = addresses.get(cluster) ?? new Map<string, number>();
  addresses.set(cluster, given);
  const count = given.get(nodeName) ?? 0;
  given.set(nodeName, count + 1);
  const slices = at(cluster.store.get(CILIUM_NODES, undefined, nodeName), 'spec', 'ipam', 'podCIDRs');
  const [slice] = isArray(slices) ? slices.filter((one) => typeof one === 'string') : [];
  if (slice !== undefined) return inSlice(slice, FIRST + (count % USABLE));
  const place = [...given.keys()].indexOf(nodeName);
  return inSlice(vpcSlice(cluster, nodeName), FIRST + place * 256 + (count % USABLE));
}

/** The subnet of an AWS node, less what nodes themselves have of it; without subnets a range that is nobody's. */
function vpcSlice({ world, store }: KubeCluster, nodeName: string): string {
  const node = store.get(builtIn('nodes'), undefined, nodeName);
  const address = textAt(objectsAt(node, 'status', 'addresses')[0], 'address');
  const subnet = world.objects.list('aws_subnet').find((one) => inBlock(address, text(one, 'cidr_block')));
  return subnet === undefined ? '10.41.0.0/16' : inSlice(text(subnet, 'cidr_block'), 256);
}

/** Whether the pod's node is not heard of. */
export function isOnLostNode({ store }: KubeCluster, pod: KubeObject): boolean {
  const node = store.get(builtIn('nodes'), undefined, textAt(pod, 'spec', 'nodeName'));
  return node !== undefined && condition(node, 'Ready') === 'Unknown';
}

const CONTROLLERS: Readonly<Record<string, string>> = {
  ReplicaSet: 'replicasets',
  StatefulSet: 'statefulsets',
};

/** What a controller does when one of its pods has gone: another one, elsewhere if the node is cordoned. */
export function podRemoved(cluster: KubeCluster, pod: KubeObject): void {
  const [owner] = pod.metadata.ownerReferences ?? [];
  const plural = CONTROLLERS[owner?.kind ?? ''];
  const { namespace = '', labels = {} } = pod.metadata;
  if (owner === undefined || plural === undefined) return;
  const controller = cluster.store.get(builtIn(plural), namespace, owner.name);
  const wanted = at(controller, 'spec', 'replicas');
  const has = cluster.store
    .list(builtIn('pods'), namespace)
    .filter((other) => other.metadata.ownerReferences?.[0]?.uid === owner.uid).length;
  if (controller === undefined || typeof wanted !== 'number' || has >= wanted) return;
  const { nodeName: _node, ...spec } = (at(pod, 'spec') ?? {}) as JsonObject;
  const name =
    plural === 'statefulsets' ? pod.metadata.name : `${owner.name}-${crypto.randomUUID().slice(0, 5)}`;
  addPod(cluster, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels, ownerReferences: [owner] },
    spec,
  });
}

/** The budgets that select the pod. */
export function budgetsOf({ store }: KubeCluster, pod: KubeObject): readonly KubeObject[] {
  const { namespace, labels = {} } = pod.metadata;
  return store
    .list(builtIn('poddisruptionbudgets'), namespace)
    .filter((budget) => matchesSelector(at(budget, 'spec', 'selector'), labels));
}

/** What the disruption controller finds out about a budget. */
export interface BudgetHealth {
  readonly allowed: number;
  readonly desired: number;
  readonly healthy: number;
  readonly expected: number;
}

/** Counts the pods of a budget; those that end are not healthy. */
export function healthOf({ store }: KubeCluster, budget: KubeObject): BudgetHealth {
  const pods = store
    .list(builtIn('pods'), budget.metadata.namespace)
    .filter((pod) => matchesSelector(at(budget, 'spec', 'selector'), pod.metadata.labels ?? {}));
  const healthy = pods.filter(
    (pod) => condition(pod, 'Ready') === 'True' && pod.metadata.deletionTimestamp === undefined,
  ).length;
  const expected = expectedPods(store, pods);
  const least = at(budget, 'spec', 'minAvailable');
  const most = at(budget, 'spec', 'maxUnavailable');
  const desired =
    least === undefined ? Math.max(expected - scaled(most ?? 1, expected), 0) : scaled(least, expected);
  return { allowed: Math.max(healthy - desired, 0), desired, healthy, expected };
}

/** The budget with the status that the disruption controller would have written by now. */
export function withHealth(cluster: KubeCluster, budget: KubeObject): KubeObject {
  const { allowed, desired, healthy, expected } = healthOf(cluster, budget);
  const status = {
    currentHealthy: healthy,
    desiredHealthy: desired,
    disruptionsAllowed: allowed,
    expectedPods: expected,
    observedGeneration: 1,
  };
  return { ...budget, status };
}

/** Replicas that the controllers of the pods want, plus pods that have none. */
function expectedPods(store: KubeCluster['store'], pods: readonly KubeObject[]): number {
  const wanted = new Map<string, number>();
  let alone = 0;
  for (const { metadata } of pods) {
    const [owner] = metadata.ownerReferences ?? [];
    const plural = CONTROLLERS[owner?.kind ?? ''];
    const controller =
      owner === undefined || plural === undefined
        ? undefined
        : store.get(builtIn(plural), metadata.namespace, owner.name);
    const replicas = at(controller, 'spec', 'replicas');
    if (owner !== undefined && typeof replicas === 'number') wanted.set(owner.uid, replicas);
    else alone += 1;
  }
  return [...wanted.values()].reduce((sum, count) => sum + count, alone);
}

/** A number of pods, or a share of them rounded up. */
function scaled(value: Json, total: number): number {
  if (typeof value === 'number') return value;
  return Math.ceil((Number.parseFloat(show(value)) / 100) * total);
}
