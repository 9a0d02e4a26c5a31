import type { ActivationFact, Fleet, InstanceFact, Instant, MachineFact, PartFact } from './facts.ts';
import { itemsOf, type ListName, unknownLists } from './facts.ts';
import type { FleetIndex } from './fleet-index.ts';
import { VM_LABEL } from './names.ts';
import type { CleanupSettings, OrphanClass } from './settings.ts';
import { ago } from './signals.ts';

/** What is there without a node. */
export interface Orphan {
  readonly class: OrphanClass;
  /** `mi-…`, the id of an activation, or an ARM id. */
  readonly id: string;
  readonly what: 'instance' | 'activation' | 'machine' | PartFact['type'];
  /** One sentence. */
  readonly because: string;
  /** Whether it may be removed; what is only reported is waste that somebody should look at. */
  readonly removable: boolean;
}

/** Lists that must be whole before anything of a class may be called an orphan. */
export const ORPHAN_NEEDS: Readonly<Record<OrphanClass, readonly ListName[]>> = {
  'orphan-instance': ['nodes', 'instances', 'machines'],
  'orphan-activation': ['activations'],
  'orphan-azure': ['nodes', 'instances', 'machines', 'parts'],
};

/** All orphans of the classes whose lists are whole. */
export function findOrphans(
  fleet: Fleet,
  index: FleetIndex,
  settings: CleanupSettings,
  now: Instant,
): readonly Orphan[] {
  const whole = (of: OrphanClass) => unknownLists(fleet, ORPHAN_NEEDS[of]).length === 0;
  return [
    ...(whole('orphan-instance') ? orphanInstances(fleet, index, settings, now) : []),
    ...(whole('orphan-activation') ? orphanActivations(fleet, settings, now) : []),
    ...(whole('orphan-azure') ? orphanMachines(fleet, index, settings, now) : []),
    ...(whole('orphan-azure') ? orphanParts(fleet, settings, now) : []),
  ];
}

/** An instance that is online without a node is joining, or its node was removed by hand: it is left alone. */
function orphanInstances(
  fleet: Fleet,
  index: FleetIndex,
  { grace, deadAfter }: CleanupSettings,
  now: Instant,
): readonly Orphan[] {
  const nodes = new Set(itemsOf(fleet.nodes).map(({ name }) => name));
  return itemsOf(fleet.instances).flatMap((instance): readonly Orphan[] => {
    if (nodes.has(instance.id) || instance.ping === 'Online') return [];
    if (!isOlder(instance.registeredAt, grace, now) || !isOlder(instance.lastPingAt, deadAfter, now))
      return [];
    const machine = index.machineOf({ vm: undefined, computerName: instance.computerName });
    if (machine === 'ambiguous') return [];
    if (machine?.power === 'running') {
      const because = `It has no node and its agent is silent for ${silence(instance, now)}, but its VM ${machine.name} is running.`;
      return [{ class: 'orphan-instance', id: instance.id, what: 'instance', because, removable: false }];
    }
    const because = `It has no node, and its agent is silent for ${silence(instance, now)}.`;
    return [{ class: 'orphan-instance', id: instance.id, what: 'instance', because, removable: true }];
  });
}

function silence({ lastPingAt }: InstanceFact, now: Instant): string {
  return ago(now - (lastPingAt ?? now));
}

function orphanActivations(fleet: Fleet, { grace }: CleanupSettings, now: Instant): readonly Orphan[] {
  return itemsOf(fleet.activations)
    .filter(({ createdAt }) => isOlder(createdAt, grace, now))
    .flatMap((activation) => {
      const because = spentBecause(activation);
      if (because === undefined) return [];
      return [
        {
          class: 'orphan-activation',
          id: activation.id,
          what: 'activation',
          because,
          removable: true,
        } as const,
      ];
    });
}

/** Why an activation can register nothing more; undefined when it can. */
export function spentBecause({
  expired,
  registrations,
  registrationLimit,
}: ActivationFact): string | undefined {
  if (expired) return 'It has expired.';
  if (registrationLimit > 0 && registrations >= registrationLimit) {
    return `All ${registrationLimit} registrations of it are used.`;
  }
  return undefined;
}

/** A running VM without a node may be about to join or fail to: it is told, not removed. */
function orphanMachines(
  fleet: Fleet,
  index: FleetIndex,
  { grace }: CleanupSettings,
  now: Instant,
): readonly Orphan[] {
  const used = usedMachines(fleet, index);
  return itemsOf(fleet.machines)
    .filter(({ id, createdAt }) => !used.has(id) && isOlder(createdAt, grace, now))
    .map((machine): Orphan => {
      if (machine.foreign !== null) return notOurs(machine.id, 'machine', machine.foreign);
      const off = machine.power === 'deallocated' || machine.power === 'stopped';
      const because = off
        ? `It is ${machine.power}, and no node or managed instance belongs to it.`
        : `It is ${machine.power ?? 'in an unknown state'} without a node; the action node-readiness tells why it did not join.`;
      return { class: 'orphan-azure', id: machine.id, what: 'machine', because, removable: off };
    });
}

/** A tag is easily written on something else; what has nothing but it is told. */
function notOurs(id: string, what: Orphan['what'], foreign: string): Orphan {
  const because = `It has the tag of the cluster, but ${foreign}.`;
  return { class: 'orphan-azure', id, what, because, removable: false };
}

/** VMs that a node or an instance may belong to; of a name that two share, both. */
function usedMachines(fleet: Fleet, index: FleetIndex): ReadonlySet<string> {
  const names = [
    ...itemsOf(fleet.nodes).map(({ labels }) => ({ vm: labels[VM_LABEL], computerName: undefined })),
    ...itemsOf(fleet.instances).map(({ computerName }) => ({ vm: undefined, computerName })),
  ];
  const claimed = new Set<string>();
  const used = new Set<string>();
  for (const name of names) {
    const machine = index.machineOf(name);
    if (machine === 'ambiguous') claimed.add((name.vm ?? name.computerName ?? '').toLowerCase());
    else if (machine !== undefined) used.add(machine.id);
  }
  for (const { id, name } of itemsOf(fleet.machines)) if (claimed.has(name.toLowerCase())) used.add(id);
  return used;
}

function orphanParts(fleet: Fleet, { grace }: CleanupSettings, now: Instant): readonly Orphan[] {
  const machines: readonly MachineFact[] = itemsOf(fleet.machines);
  const inUse = new Set(machines.flatMap(({ parts }) => parts.map((id) => id.toLowerCase())));
  return itemsOf(fleet.parts)
    .filter(({ id, usedBy }) => usedBy === null && !inUse.has(id.toLowerCase()))
    .map((part): Orphan => {
      if (part.foreign !== null) return notOurs(part.id, part.type, part.foreign);
      const aged = isOlder(part.createdAt, grace, now);
      const because =
        part.createdAt === null
          ? 'Nothing uses it; Azure does not say how old it is, so it is only told.'
          : `Nothing uses it${aged ? '' : ', but it is younger than the grace'}.`;
      return { class: 'orphan-azure', id: part.id, what: part.type, because, removable: aged };
    });
}

/** What is not known to be old is young. */
function isOlder(at: Instant | null, age: number, now: Instant): boolean {
  return at !== null && now - at >= age;
}
