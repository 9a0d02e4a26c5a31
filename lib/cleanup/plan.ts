import { classify } from './classify.ts';
import { machineCost, type MonthlyCost, nodeCost, partCost, type Prices } from './costs.ts';
import {
  type Fleet,
  type Instant,
  itemsOf,
  type ListName,
  type MachineFact,
  type NodeFact,
} from './facts.ts';
import { unknownLists } from './facts.ts';
import { indexFleet, type FleetIndex } from './fleet-index.ts';
import { idleSince, isMarked, isPastReturn, type Journal, readJournal } from './journal.ts';
import { countStops, linkStop, type Stop, windowStop } from './limits.ts';
import { COMPUTE_TYPE_LABEL, foreignBecause, poolOf, VM_LABEL } from './names.ts';
import { findOrphans, type Orphan, ORPHAN_NEEDS } from './orphans.ts';
import { type CleanupSettings, isIdle, type NodeClass, type OrphanClass } from './settings.ts';
import { ago, type LifeSigns } from './signals.ts';
import { formatDuration } from '../action/durations.ts';

/**
 * `mark`: idle for the first time; `wait`: marked, not for long enough; `unmark`: busy again, marks and cordon of an
 * earlier run are taken back; `remove`: goes now, or is finished; `keep`: nothing is done.
 */
export type Decision = 'mark' | 'wait' | 'unmark' | 'remove' | 'keep';

export interface NodeVerdict {
  readonly node: NodeFact;
  readonly pool: string;
  readonly class: NodeClass;
  /** Why it is of its class, in a sentence. */
  readonly because: string;
  readonly signs: LifeSigns;
  readonly decision: Decision;
  /** Why the decision is not the one that its class alone would bring; empty when it is. */
  readonly but: string;
  readonly idleSince: Instant | null;
  /** A removal that an earlier run began. */
  readonly journal: Journal | undefined;
  readonly machine: MachineFact | undefined;
  readonly monthlyCost: MonthlyCost;
}

export interface OrphanVerdict extends Orphan {
  readonly decision: 'remove' | 'keep';
  readonly but: string;
  readonly monthlyCost: MonthlyCost;
}

/** What one run sees and would do. */
export interface CleanupPlan {
  readonly nodes: readonly NodeVerdict[];
  readonly orphans: readonly OrphanVerdict[];
  /** Nodes with the label of hybrid nodes that are not this cluster's. */
  readonly foreign: readonly { readonly name: string; readonly because: string }[];
  /** With any of these nothing is removed; decisions still say what would be. */
  readonly stops: readonly Stop[];
  /** Lists that are not whole, in sentences. */
  readonly unknown: readonly string[];
}

/** Lists without which no node may be removed: where any is missing, something would be judged or left by guess. */
export const NODE_NEEDS: readonly ListName[] = [
  'nodes',
  'leases',
  'pods',
  'budgets',
  'instances',
  'machines',
  'parts',
];

/** Judges a fleet. Reads nothing and changes nothing; the same facts give the same plan. */
export function planCleanup(
  fleet: Fleet,
  settings: CleanupSettings,
  prices: Prices,
  now: Instant,
): CleanupPlan {
  const index = indexFleet(fleet);
  const { own, foreign } = splitNodes(fleet, settings);
  const judged = own
    .map((node) => judgeNode(node, index, settings, prices, now))
    .map((verdict) => (fleet.machines.known ? keepWithoutMachine(verdict, index) : verdict));
  const nodes = keepMinimum(judged, settings.minNodes);
  const orphans = judgeOrphans(fleet, nodes, index, settings, prices, now);
  return {
    nodes,
    orphans,
    foreign,
    stops: [
      ...listStops(fleet, nodes),
      ...linkStop(nodes, settings),
      ...countStops(nodes, orphans, settings),
      ...windowStop(settings),
    ],
    unknown: unknownLists(fleet, Object.keys(fleet) as ListName[]),
  };
}

function splitNodes(
  fleet: Fleet,
  { cluster }: CleanupSettings,
): { readonly own: readonly NodeFact[]; readonly foreign: CleanupPlan['foreign'] } {
  const own: NodeFact[] = [];
  const foreign: { name: string; because: string }[] = [];
  for (const node of itemsOf(fleet.nodes)) {
    if (node.labels[COMPUTE_TYPE_LABEL] !== 'hybrid') continue;
    const because = foreignBecause(node, cluster);
    if (because === undefined) own.push(node);
    else foreign.push({ name: node.name, because });
  }
  return { own, foreign };
}

function judgeNode(
  node: NodeFact,
  index: FleetIndex,
  settings: CleanupSettings,
  prices: Prices,
  now: Instant,
): NodeVerdict {
  const input = index.inputOf(node);
  const { class: of, because, signs } = classify(input, settings, now);
  const since = idleSince(node, now);
  const journal = readJournal(node);
  const machine = input.machine.known ? input.machine.value : undefined;
  const base = { node, pool: poolOf(node), class: of, because, signs, idleSince: since, machine };
  const monthlyCost = input.machine.known ? nodeCost(node, machine, prices) : null;
  const verdict = { ...base, monthlyCost, journal: journal === 'damaged' ? undefined : journal };
  if (journal === 'damaged') {
    return {
      ...verdict,
      decision: 'keep',
      but: 'Its journal of a removal cannot be read; look at the node.',
    };
  }
  return { ...verdict, ...decide(node, of, since, journal, settings, now) };
}

/** A node that lives on a VM nobody can name would leave it behind, billed and about to join again. */
function keepWithoutMachine(verdict: NodeVerdict, index: FleetIndex): NodeVerdict {
  const { decision, class: of, machine, journal } = verdict;
  if (decision !== 'remove' || !isIdle(of) || machine !== undefined || journal !== undefined) return verdict;
  const found = index.inputOf(verdict.node).machine;
  const because = found.known ? 'Azure has none of its name.' : found.because;
  return { ...verdict, decision: 'keep', but: `Which VM it is on is not known: ${because}` };
}

type Decided = Pick<NodeVerdict, 'decision' | 'but'>;

function decide(
  node: NodeFact,
  of: NodeClass,
  since: Instant | null,
  journal: Journal | undefined,
  { remove, idleFor }: CleanupSettings,
  now: Instant,
): Decided {
  // Also one whose removal was begun: who protects it wants it left as it is. A cordon of ours is taken back.
  if (of === 'protected') {
    const begun = journal !== undefined;
    if (begun && !isPastReturn(journal)) return { decision: 'unmark', but: '' };
    return keep(begun ? `A removal of it was begun and stopped at ${journal.step}.` : '');
  }
  if (journal !== undefined && isPastReturn(journal)) {
    return { decision: 'remove', but: `An earlier run began to remove it and stopped at ${journal.step}.` };
  }
  if (of === 'dead') {
    return remove.has('dead') ? { decision: 'remove', but: '' } : keep('Dead nodes are not to be removed.');
  }
  if (isIdle(of) && remove.has(of)) {
    if (since === null) return { decision: 'mark', but: '' };
    const age = now - since;
    const told = `Idle since ${ago(age)}, by its mark`;
    if (age < idleFor) return { decision: 'wait', but: `${told}; it goes after ${formatDuration(idleFor)}.` };
    return { decision: 'remove', but: '' };
  }
  // Whether it is in use is not known now; a mark tells when it was last seen idle, and counts only with a new look.
  if (of === 'unknown' || of === 'unreachable') return keep('');
  if (isMarked(node) || journal !== undefined) return { decision: 'unmark', but: '' };
  return keep(isIdle(of) ? `Nodes that are ${of} are not to be removed.` : '');
}

function keep(but: string): Decided {
  return { decision: 'keep', but };
}

/** Idle nodes that a pool needs to keep its minimum of Ready nodes stay; those idle for the shortest time first. */
function keepMinimum(nodes: readonly NodeVerdict[], minNodes: number): readonly NodeVerdict[] {
  const kept = new Set<NodeVerdict>();
  for (const pool of new Set(nodes.map((node) => node.pool))) {
    const ready = nodes.filter((node) => node.pool === pool && node.signs.kubernetes.says === 'alive');
    const leaving = ready
      .filter(
        ({ decision, journal }) => decision === 'remove' && !(journal !== undefined && isPastReturn(journal)),
      )
      .sort((one, other) => (other.idleSince ?? 0) - (one.idleSince ?? 0));
    const going = ready.filter(({ decision }) => decision === 'remove').length;
    const missing = minNodes - (ready.length - going);
    for (const node of leaving.slice(0, Math.max(0, missing))) kept.add(node);
  }
  return nodes.map((node) =>
    kept.has(node)
      ? { ...node, decision: 'wait', but: `Its pool ${node.pool} keeps ${minNodes} Ready nodes (min-nodes).` }
      : node,
  );
}

/** What a removal that this run goes on with has recorded is none: it goes as a part of its node. */
function judgeOrphans(
  fleet: Fleet,
  nodes: readonly NodeVerdict[],
  index: FleetIndex,
  settings: CleanupSettings,
  prices: Prices,
  now: Instant,
): readonly OrphanVerdict[] {
  const machines = new Map(itemsOf(fleet.machines).map((machine) => [machine.id, machine]));
  const parts = new Map(itemsOf(fleet.parts).map((part) => [part.id, part]));
  const costOf = ({ what, id }: Orphan): MonthlyCost => {
    if (what === 'instance' || what === 'activation') return 0;
    const machine = machines.get(id);
    if (machine !== undefined) return machineCost(machine, prices);
    const part = parts.get(id);
    return part === undefined ? null : partCost(part, prices);
  };
  const isGoing = new Set(nodes.filter(({ decision }) => decision === 'remove').map(({ node }) => node.name));
  const going = claimedByJournals(fleet, ({ name }) => isGoing.has(name));
  const claimed = claimedByJournals(fleet, ({ name }) => !isGoing.has(name));
  const found = findOrphans(fleet, index, settings, now).filter(({ id }) => !going.has(id.toLowerCase()));
  return found.map((orphan) => {
    const monthlyCost = costOf(orphan);
    const kept = (but: string): OrphanVerdict => ({ ...orphan, decision: 'keep', but, monthlyCost });
    if (claimed.has(orphan.id.toLowerCase())) return kept('It goes with its node, whose removal was begun.');
    if (!orphan.removable) return kept('');
    if (!settings.remove.has(orphan.class)) return kept(`${orphan.class} is not to be removed.`);
    return { ...orphan, decision: 'remove', but: '', monthlyCost };
  });
}

/** Ids that removals under way of some of the nodes have recorded. */
function claimedByJournals(fleet: Fleet, of: (node: NodeFact) => boolean): ReadonlySet<string> {
  const ids = itemsOf(fleet.nodes)
    .filter(of)
    .flatMap((node) => {
      const journal = readJournal(node);
      if (journal === undefined || journal === 'damaged') return [];
      return [...journal.parts, ...(journal.machine === null ? [] : [journal.machine])];
    });
  return new Set(ids.map((id) => id.toLowerCase()));
}

/** A missing list stops what depends on it. Orphans of other classes are not even found, see {@link ORPHAN_NEEDS}. */
function listStops(fleet: Fleet, nodes: readonly NodeVerdict[]): readonly Stop[] {
  if (!fleet.nodes.known) {
    return [{ guard: 'lists', sentence: unknownLists(fleet, ['nodes']).join(' ') }];
  }
  if (!nodes.some(({ decision }) => decision === 'remove')) return [];
  const missing = unknownLists(fleet, NODE_NEEDS);
  return missing.length === 0 ? [] : [{ guard: 'lists', sentence: missing.join(' ') }];
}

/** Classes of orphans that nothing is known of, because a list is missing. */
export function unknownOrphans(fleet: Fleet): readonly OrphanClass[] {
  return (Object.keys(ORPHAN_NEEDS) as OrphanClass[]).filter(
    (of) => unknownLists(fleet, ORPHAN_NEEDS[of]).length > 0,
  );
}

/** The VM that a node names, also where no such VM is there any more. */
export function machineName({ labels }: NodeFact): string | undefined {
  return labels[VM_LABEL];
}
