/** Facts of fleets for tests of node-cleanup: a good node, from which each test departs. */
import type {
  ActivationFact,
  BudgetFact,
  Fleet,
  InstanceFact,
  LeaseFact,
  Listing,
  MachineFact,
  NodeFact,
  PartFact,
  PodFact,
} from '#lib/cleanup/facts.js';
import type { Prices } from '#lib/cleanup/costs.js';
import type { CleanupSettings } from '#lib/cleanup/settings.js';

export const NOW = Date.parse('2026-11-22T12:00:00Z');
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(count * 60);
export const CLUSTER = { name: 'hybrid-prod', region: 'eu-central-1' };

export const SETTINGS: CleanupSettings = {
  cluster: CLUSTER,
  remove: new Set(['empty', 'underused', 'dead', 'orphan-instance', 'orphan-activation', 'orphan-azure']),
  idleFor: hours(1),
  deadAfter: minutes(30),
  grace: minutes(30),
  underusedPercent: 30,
  minNodes: 0,
  maxNodes: 5,
  maxNodesPercent: 100,
  maxOrphans: 20,
  maxSilentPercent: 30,
  windowOpen: true,
};

export const PRICES: Prices = {
  hybridVcpuHour: 0.02,
  vmHour: (size) => (size === 'Standard_D4s_v5' ? 0.192 : undefined),
  diskGibMonth: (sku) => (sku === 'Premium_LRS' ? 0.15 : undefined),
  publicIpHour: 0.005,
};

export const known = <T>(...items: readonly T[]): Listing<T> => ({ known: true, items });

/** `mi-` and 17 digits. */
export const idOf = (number: number): string => `mi-${String(number).padStart(17, '0')}`;

/** Ready, joined a day ago, on its VM `vm-<number>`. */
export function node(number: number, changes: Partial<NodeFact> = {}): NodeFact {
  const name = idOf(number);
  return {
    name,
    uid: `uid-${number}`,
    resourceVersion: '1',
    providerId: `eks-hybrid:///${CLUSTER.region}/${CLUSTER.name}/${name}`,
    createdAt: NOW - hours(24),
    labels: {
      'eks.amazonaws.com/compute-type': 'hybrid',
      'eks-hybrid-actions.io/pool': 'general',
      'eks-hybrid-actions.io/vm': `vm-${number}`,
    },
    annotations: {},
    unschedulable: false,
    ready: { status: 'True', since: NOW - hours(23) },
    internalIp: `10.80.1.${number}`,
    allocatable: { cpuMillis: 4000, memoryBytes: 16 * 2 ** 30 },
    vcpus: 4,
    ...changes,
  };
}

export function lease(number: number, age = 5_000): LeaseFact {
  return { node: idOf(number), renewedAt: NOW - age };
}

/** Running, of a Deployment, asking for half of the node. */
export function pod(name: string, on: number, changes: Partial<PodFact> = {}): PodFact {
  return {
    namespace: 'default',
    name,
    uid: `uid-${name}`,
    nodeName: idOf(on),
    phase: 'Running',
    isTerminating: false,
    isMirror: false,
    controllerKind: 'ReplicaSet',
    labels: { app: name },
    annotations: {},
    localVolume: null,
    requests: { cpuMillis: 2000, memoryBytes: 2 ** 30 },
    ...changes,
  };
}

export function budget(name: string, changes: Partial<BudgetFact> = {}): BudgetFact {
  return {
    namespace: 'default',
    name,
    selector: { matchLabels: { app: name } },
    disruptionsAllowed: 1,
    ...changes,
  };
}

export function instance(number: number, changes: Partial<InstanceFact> = {}): InstanceFact {
  return {
    id: idOf(number),
    ping: 'Online',
    lastPingAt: NOW - minutes(2),
    registeredAt: NOW - hours(24),
    activationId: 'a',
    computerName: `vm-${number}`,
    ipAddress: `10.80.1.${number}`,
    ...changes,
  };
}

export function activation(id: string, changes: Partial<ActivationFact> = {}): ActivationFact {
  return {
    id,
    createdAt: NOW - hours(5),
    expired: false,
    registrations: 1,
    registrationLimit: 4,
    ...changes,
  };
}

export function machine(number: number, changes: Partial<MachineFact> = {}): MachineFact {
  return {
    id: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm-${number}`,
    name: `vm-${number}`,
    power: 'running',
    createdAt: NOW - hours(24),
    size: 'Standard_D4s_v5',
    tags: {},
    parts: [`/parts/nic-${number}`, `/parts/disk-${number}`],
    addresses: [`10.80.1.${number}`],
    foreign: null,
    ...changes,
  };
}

export function part(id: string, changes: Partial<PartFact> = {}): PartFact {
  return {
    id,
    type: 'disk',
    createdAt: NOW - hours(5),
    usedBy: null,
    sizeGib: 64,
    sku: 'Premium_LRS',
    tags: {},
    foreign: null,
    ...changes,
  };
}

/** `count` good nodes without work; `changes` replaces whole lists. */
export function fleet(count: number, changes: Partial<Fleet> = {}): Fleet {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return {
    nodes: known(...numbers.map((number) => node(number))),
    leases: known(...numbers.map((number) => lease(number))),
    pods: known(),
    budgets: known(),
    certificates: known(),
    ciliumNodes: known(...numbers.map(idOf)),
    instances: known(...numbers.map((number) => instance(number))),
    activations: known(),
    machines: known(...numbers.map((number) => machine(number))),
    parts: known(),
    ...changes,
  };
}
