import {
  type Fleet,
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
  const found = <T>(list: ListName, value: T | undefined): Found<T> => {
    const listing: Listing<unknown> = fleet[list];
    if (listing.known) return { known: true, value };
    return { known: false, because: `The ${LIST_NAMES[list]} are not known: ${listing.because}` };
  };
  const machine = (names: MachineNames): Found<MachineFact> => {
    const value = machineOf(names);
    if (value === 'ambiguous')
      return { known: false, because: 'Two Azure VMs of the cluster have its name.' };
    return found('machines', value);
  };
  return {
    machineOf,
    inputOf(node) {
      const instance = instances.get(node.name);
      const names = { vm: node.labels[VM_LABEL], computerName: instance?.computerName };
      return {
        node,
        lease: found<LeaseFact>('leases', leases.get(node.name)),
        instance: found('instances', instance),
        machine: machine(names),
        namesMachine: names.vm !== undefined,
        pods: found<readonly PodFact[]>('pods', pods.get(node.name)),
        budgets: found('budgets', budgets),
        certificatePending: pending.has(node.name),
      };
    },
  };
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
  return ({ vm, computerName }) => byName.get((vm ?? computerName ?? '').toLowerCase());
}
