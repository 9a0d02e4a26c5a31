/** What tests of node-cleanup change in a world behind the back of the action. Ages in milliseconds. */
import { findInstance, MANAGED_INSTANCE } from '#simulator/world/activations.js';
import { text } from '#simulator/world/attributes.js';
import { addFleetPod } from '#simulator/world/kube-fleet.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import type { JsonObject, KubeObject } from '#simulator/world/kube-types.js';
import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';
import type { CleanupRun, CleanupWorld } from './cleanup-world.ts';

export const IDLE_SINCE = 'eks-hybrid-actions.io/idle-since';
export const JOURNAL = 'eks-hybrid-actions.io/cleanup';
export const KEEP = 'eks-hybrid-actions.io/keep';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const { region, subscriptionId } = SIMULATED_ACCOUNTS;
export const VM = 'azurerm_linux_virtual_machine';
export const NIC = 'azurerm_network_interface';
export const DISK = 'azurerm_managed_disk';
export const PUBLIC_IP = 'azurerm_public_ip';
const PATHS: Readonly<Record<string, string>> = {
  [VM]: 'Microsoft.Compute/virtualMachines',
  [NIC]: 'Microsoft.Network/networkInterfaces',
  [DISK]: 'Microsoft.Compute/disks',
  [PUBLIC_IP]: 'Microsoft.Network/publicIPAddresses',
};

/** ARM id of something, in the group of the nodes unless told otherwise. */
export function armId(
  type: string,
  name: string,
  group = 'hybrid-nodes',
  of: string = subscriptionId,
): string {
  return `/subscriptions/${of}/resourceGroups/${group}/providers/${PATHS[type] ?? type}/${name}`;
}

/** Moment so long ago, RFC 3339. */
export function before(world: CleanupWorld, age: number): string {
  return new Date(world.nodes.world.clock.now().getTime() - age).toISOString();
}

/** Changes a Node where it is; what the change leaves out stays. */
export function editNode(
  world: CleanupWorld,
  name: string,
  change: (node: KubeObject) => Partial<KubeObject>,
): void {
  const node = world.nodeOf(name);
  if (node === undefined) throw new Error(`no node ${name}`);
  world.nodes.kubernetes.cluster.store.put(builtIn('nodes'), { ...node, ...change(node) });
}

/** Null takes an annotation away. */
export function annotate(
  world: CleanupWorld,
  name: string,
  annotations: Readonly<Record<string, string | null>>,
): void {
  editNode(world, name, ({ metadata }) => {
    const all = Object.entries({ ...metadata.annotations, ...annotations });
    const kept = all.filter((entry): entry is [string, string] => entry[1] !== null);
    return { metadata: { ...metadata, annotations: Object.fromEntries(kept) } };
  });
}

export function label(world: CleanupWorld, name: string, labels: Readonly<Record<string, string>>): void {
  editNode(world, name, ({ metadata }) => ({
    metadata: { ...metadata, labels: { ...metadata.labels, ...labels } },
  }));
}

/** As a run of so long ago would have marked it. */
export function mark(world: CleanupWorld, name: string, age = 3 * HOUR): void {
  annotate(world, name, { [IDLE_SINCE]: before(world, age) });
}

/** Makes a node, its VM with what belongs to it and its registration as old as told. The Node gets another uid. */
export function grow(world: CleanupWorld, name: string, age: number): void {
  const { store } = world.nodes.kubernetes.cluster;
  const node = world.nodeOf(name);
  if (node === undefined) throw new Error(`no node ${name}`);
  const at = before(world, age);
  const { uid: _uid, ...metadata } = node.metadata;
  store.remove(builtIn('nodes'), undefined, name);
  store.put(builtIn('nodes'), {
    ...node,
    metadata: { ...metadata, creationTimestamp: at.replace(/\.\d+Z$/, 'Z') },
  });
  const vm = node.metadata.labels?.['eks-hybrid-actions.io/vm'] ?? '';
  const { objects } = world.nodes.world;
  for (const object of [...objects.list(VM), ...objects.list(NIC)]) {
    if (text(object, 'name') === vm) objects.patch(object.key, { created: at });
  }
  const instance = findInstance(world.nodes.world, region, name);
  if (instance !== undefined) objects.patch(instance.key, { created: at });
}

/** A node of a given age, idle and marked for long unless told otherwise. */
export function addIdle(world: CleanupWorld, number: number, pool?: string): string {
  const name = world.addNode(number, pool);
  mark(world, name);
  return name;
}

export interface PodChanges {
  readonly cpu?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Kind of its controller; null without one. Default ReplicaSet. */
  readonly owner?: string | null;
  readonly phase?: string;
  readonly volumes?: readonly JsonObject[];
}

/** A pod that asks for little and may be moved, unless told otherwise. */
export function addPod(world: CleanupWorld, node: string, name: string, changes: PodChanges = {}): void {
  const { cpu = '100m', namespace = 'default', annotations, owner = 'ReplicaSet', phase, volumes } = changes;
  const resources = { requests: { cpu, memory: '64Mi' } };
  addFleetPod(world.nodes.kubernetes.cluster, {
    name,
    node,
    namespace,
    labels: changes.labels ?? { app: name },
    ...(annotations !== undefined && { annotations }),
    ...(owner !== null && { owner: { apiVersion: 'apps/v1', kind: owner, name, uid: `owner-${name}` } }),
    spec: {
      containers: [{ name: 'main', image: 'registry.k8s.io/pause:3.10', resources }],
      ...(volumes !== undefined && { volumes: [...volumes] }),
    },
    ...(phase !== undefined && { status: { phase } }),
  });
}

/** A disruption budget over the pods with the label `app`. */
export function addBudget(world: CleanupWorld, name: string, app: string, spec: JsonObject): void {
  world.nodes.kubernetes.cluster.store.put(builtIn('poddisruptionbudgets'), {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace: 'default' },
    spec: { selector: { matchLabels: { app } }, ...spec },
  });
}

/** Something in Azure with the tags of the nodes, a day old, unless told otherwise. Gives its ARM id. */
export function putAzure(world: CleanupWorld, type: string, name: string, more: JsonObject = {}): string {
  const id = typeof more['id'] === 'string' ? more['id'] : armId(type, name);
  const attributes = {
    id,
    name,
    resource_group_name: id.split('/')[4] ?? '',
    location: 'germanywestcentral',
    created: before(world, DAY),
    tags: { cluster: 'hybrid', pool: 'general' },
    ...more,
  };
  world.nodes.world.objects.put({ key: id, provider: 'azurerm', type, region: '', attributes });
  return id;
}

/** The interface of a VM has another private address than its node says. */
export function editAddress(world: CleanupWorld, vm: string, address: string): void {
  const { objects } = world.nodes.world;
  const nic = objects.list(NIC).find((one) => text(one, 'name') === vm);
  if (nic === undefined) throw new Error(`no interface ${vm}`);
  objects.patch(nic.key, { ip_configuration: [{ name: 'primary', private_ip_address: address }] });
}

/** Its SSM agent was last heard of so long ago. */
export function disconnect(world: CleanupWorld, name: string, age: number): void {
  const { objects } = world.nodes.world;
  const instance = objects.list(MANAGED_INSTANCE).find((one) => text(one, 'id') === name);
  if (instance === undefined) throw new Error(`no instance ${name}`);
  objects.patch(instance.key, { ping_status: 'ConnectionLost', last_ping: before(world, age) });
}

/** The Node goes as when somebody deletes it by hand, everything behind it stays. */
export function dropNode(world: CleanupWorld, name: string): void {
  world.nodes.kubernetes.cluster.store.remove(builtIn('nodes'), undefined, name);
}

/** The run that has the node has not been heard of for an hour. */
export function abandon(world: CleanupWorld, name: string): void {
  const text = world.nodeOf(name)?.metadata.annotations?.[JOURNAL];
  if (text === undefined) return;
  const journal = JSON.parse(text) as object;
  annotate(world, name, { [JOURNAL]: JSON.stringify({ ...journal, at: before(world, HOUR) }) });
}

/** Tag of Azure resources that says which run removes them. */
export const CLAIM = 'eks-hybrid-cleanup';
/** Of a run of the same repository. */
export const OTHER_RUN = 'https://github.test/acme/platform/actions/runs/99';

/** As another run writes it. */
export function claimOf(world: CleanupWorld, age: number, run = OTHER_RUN): Readonly<Record<string, string>> {
  return { [CLAIM]: `${run} attempt 1 at ${before(world, age)}` };
}

/** Tags of something in Azure; null when it is not there. */
export function tagsOf(world: CleanupWorld, id: string): Readonly<Record<string, string>> | null {
  const found = world.nodes.world.objects.list().find(({ attributes }) => attributes['id'] === id);
  return found === undefined ? null : (found.attributes['tags'] as Readonly<Record<string, string>>);
}

/** The runs that have something in Azure have not been heard of for an hour. */
export function abandonAzure(world: CleanupWorld): void {
  const { objects } = world.nodes.world;
  for (const { key, attributes } of objects.list()) {
    const tags = (attributes['tags'] ?? {}) as Readonly<Record<string, string>>;
    const value = tags[CLAIM];
    if (value === undefined) continue;
    const run = value.split(' ')[0];
    objects.patch(key, { tags: { ...tags, ...claimOf(world, HOUR, run) } });
  }
}

export function isCordoned(world: CleanupWorld, name: string): boolean {
  const node = world.nodeOf(name) as { readonly spec?: { readonly unschedulable?: boolean } } | undefined;
  return node?.spec?.unschedulable === true;
}

export function isRegistered(world: CleanupWorld, name: string): boolean {
  return findInstance(world.nodes.world, region, name) !== undefined;
}

/** What is left of a node and its VM anywhere; empty when nothing is. */
export function leftOf(world: CleanupWorld, name: string, vm: string): readonly string[] {
  const { store } = world.nodes.kubernetes.cluster;
  const lease = store.get(builtIn('leases'), 'kube-node-lease', name);
  const cilium = store.get({ group: 'cilium.io', plural: 'ciliumnodes' }, undefined, name);
  return [
    ...(world.nodeOf(name) === undefined ? [] : ['Node']),
    ...(lease === undefined ? [] : ['Lease']),
    ...(cilium === undefined ? [] : ['CiliumNode']),
    ...(isRegistered(world, name) ? ['instance'] : []),
    ...[VM, NIC, DISK, PUBLIC_IP].flatMap((type) =>
      world.azure(type).filter((other) => other === vm || other.startsWith(`${vm}-`)),
    ),
  ];
}

export function rowOf({ document }: CleanupRun, name: string): CleanupRun['document']['nodes'][number] {
  const row = document.nodes.find((node) => node.name === name);
  if (row === undefined) throw new Error(`no row of ${name}`);
  return row;
}

export function orphanOf({ document }: CleanupRun, id: string): CleanupRun['document']['orphans'][number] {
  const row = document.orphans.find((orphan) => orphan.id.toLowerCase() === id.toLowerCase());
  if (row === undefined) throw new Error(`no orphan ${id}`);
  return row;
}
