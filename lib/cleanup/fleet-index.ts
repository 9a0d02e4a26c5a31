import {
  type Fleet,
  type Instant,
  itemsOf,
  type LeaseFact,
  type Listing,
  LIST_NAMES,
  type ListName,
  type MachineFact,
  type NodeFact,
  type PodFact,
} from './facts.ts';
import type { NodeInput } from './classify.ts';
import { VM_LABEL } from './names.ts';
import type { Found } from './signals.ts';

/** Everything about a node by its name: built once, so that a fleet of thousands is judged in linear time. */
export interface FleetIndex {
  inputOf(node: NodeFact): NodeInput;
  /** The VM of a node or of a managed instance; a name that two VMs of the cluster share tells neither. */
  machineOf(names: MachineNames): MachineFact | 'ambiguous' | undefined;
}

/** What tells which VM a node is on: its label, else the host name that its SSM agent tells. */
export interface MachineNames {
  readonly vm: string | undefined;
  readonly computerName: string | null | undefined;
}

export function indexFleet(fleet: Fleet): FleetIndex {
  const leases = mapOf(fleet.leases, ({ node }) => node);
  const instances = mapOf(fleet.instances, ({ id }) => id);
  const pods = groupPods(fleet.pods);
  const pending = new Set(itemsOf(fleet.certificates).map(({ node }) => node));
  const budgets = itemsOf(fleet.budgets);
  const machineOf = machineFinder(itemsOf(fleet.machines));
  const claims = newestClaims(fleet);
  const found = <T>(list: ListName, value: T | undefined): Found<T> => {
    const listing: Listing<unknown> = fleet[list];
    if (listing.known) return { known: true, value };
    return { known: false, because: `The ${LIST_NAMES[list]} are not known: ${listing.because}` };
  };
  const machine = (node: NodeFact, names: MachineNames): Found<MachineFact> => {
    const value = machineOf(names);
    const doubt = value === undefined ? undefined : doubtOf(node, value);
    return doubt === undefined
      ? found('machines', value === 'ambiguous' ? undefined : value)
      : { known: false, because: doubt };
  };
  return {
    machineOf,
    inputOf(node) {
      const instance = instances.get(node.name);
      const own = { vm: node.labels[VM_LABEL], computerName: instance?.computerName };
      // A VM that registered anew is that of its newest node; the old one has none.
      const claim = claims.get(nameIn(own));
      const names = claim === undefined || claim.id === node.name ? own : NO_NAMES;
      return {
        node,
        lease: found<LeaseFact>('leases', leases.get(node.name)),
        instance: found('instances', instance),
        machine: machine(node, names),
        namesMachine: names.vm !== undefined,
        pods: found<readonly PodFact[]>('pods', pods.get(node.name)),
        budgets: found('budgets', budgets),
        certificatePending: pending.has(node.name),
      };
    },
  };
}

const NO_NAMES: MachineNames = { vm: undefined, computerName: undefined };

function nameIn({ vm, computerName }: MachineNames): string {
  return (vm ?? computerName ?? '').toLowerCase();
}

/** Why a VM of the right name may not be that of the node: a node writes its own labels. */
function doubtOf({ internalIp }: NodeFact, machine: MachineFact | 'ambiguous'): string | undefined {
  if (machine === 'ambiguous') return 'Two Azure VMs of the cluster have its name.';
  if (machine.foreign !== null) return `The VM ${machine.name} has its name, but ${machine.foreign}.`;
  if (internalIp === null || machine.addresses.includes(internalIp)) return undefined;
  return `The VM ${machine.name} has its name, but not its address ${internalIp}.`;
}

interface Claim {
  /** Of a managed instance, which is the name of its node. */
  readonly id: string;
  readonly at: Instant;
}

/** Which node or instance came last to each VM, by the name of the VM. */
function newestClaims(fleet: Fleet): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>();
  const claim = (names: MachineNames, id: string, at: Instant | null): void => {
    const before = claims.get(nameIn(names));
    if (at !== null && (before === undefined || at > before.at)) claims.set(nameIn(names), { id, at });
  };
  for (const { name, labels, createdAt } of itemsOf(fleet.nodes)) {
    claim({ vm: labels[VM_LABEL], computerName: undefined }, name, createdAt);
  }
  for (const { id, computerName, registeredAt } of itemsOf(fleet.instances)) {
    claim({ vm: undefined, computerName }, id, registeredAt);
  }
  claims.delete('');
  return claims;
}

function mapOf<T>(listing: Listing<T>, key: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(itemsOf(listing).map((item) => [key(item), item]));
}

function groupPods(listing: Listing<PodFact>): ReadonlyMap<string, readonly PodFact[]> {
  const groups = new Map<string, PodFact[]>();
  for (const pod of itemsOf(listing)) {
    const group = groups.get(pod.nodeName);
    if (group === undefined) groups.set(pod.nodeName, [pod]);
    else group.push(pod);
  }
  return groups;
}

function machineFinder(machines: readonly MachineFact[]): FleetIndex['machineOf'] {
  const byName = new Map<string, MachineFact | 'ambiguous'>();
  for (const machine of machines) {
    const name = machine.name.toLowerCase();
    byName.set(name, byName.has(name) ? 'ambiguous' : machine);
  }
  return ({ vm, computerName }) => byName.get(nameIn({ vm, computerName }));
}
