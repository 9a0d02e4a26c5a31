import { ActionError } from '../action/errors.ts';
import { type ActContext, type ActOptions, createContext, outcome } from './act-context.ts';
import { removeNode } from './act-node.ts';
import { heldBecause, type NodeWrite, takeBack, writeNode } from './act-node-writes.ts';
import { removeOrphan } from './act-orphans.ts';
import type { CleanupDeps, CleanupDoors } from './doors.ts';
import { isMarked } from './journal.ts';
import { IDLE_SINCE } from './names.ts';
import type { Stop } from './limits.ts';
import type { Outcome } from './outcome.ts';
import type { CleanupPlan, NodeVerdict } from './plan.ts';

export type { ActOptions } from './act-context.ts';

/** Marks are small writes of one object each. */
const MARKS_AT_ONCE = 10;

/** What came of acting on a plan. */
export interface Acted {
  /** By the name of the node or the id of the orphan; nothing for what is waited for or kept. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Guards that the run came upon while it acted, and that kept the rest. */
  readonly stops: readonly Stop[];
}

/**
 * Does what a plan decided: marks, unmarks and, unless the plan has stops, removals. Each thing is looked at again just
 * before it is touched, each removal is read back. Never throws for one thing that fails: its outcome tells it.
 */
export async function actOn(
  plan: CleanupPlan,
  doors: CleanupDoors,
  options: ActOptions,
  deps: CleanupDeps,
): Promise<Acted> {
  const context = createContext(plan, doors, options, deps);
  const outcomes = new Map<string, Outcome>();
  const marks = plan.nodes.filter(({ decision }) => decision === 'mark' || decision === 'unmark');
  await inPool(marks, MARKS_AT_ONCE, async (verdict) => {
    outcomes.set(verdict.node.name, await writeMark(verdict, context));
  });
  if (plan.stops.length > 0) return { outcomes, stops: [] };
  const going = plan.nodes.filter(({ decision }) => decision === 'remove');
  await inPool(going, options.concurrency, async (verdict) => {
    outcomes.set(verdict.node.name, await unlessOver(deps, () => removeNode(verdict, context)));
  });
  const orphans = plan.orphans.filter(({ decision }) => decision === 'remove');
  await inPool(orphans, options.concurrency, async (orphan) => {
    outcomes.set(orphan.id, await unlessOver(deps, () => removeOrphan(orphan, context)));
  });
  return { outcomes, stops: context.guards.stops() };
}

/** Nothing is begun once the job is to end. */
function unlessOver({ signal }: CleanupDeps, act: () => Promise<Outcome>): Promise<Outcome> {
  return signal.aborted ? Promise.resolve(outcome('cancelled')) : act();
}

async function writeMark(verdict: NodeVerdict, context: ActContext): Promise<Outcome> {
  const { signal } = context.deps;
  if (signal.aborted) return outcome('cancelled');
  try {
    const isMark = verdict.decision === 'mark';
    const written = isMark ? await mark(verdict, context) : await takeBack(verdict.node, context);
    if (written.kind === 'gone') return outcome('gone');
    if (written.kind === 'left') return outcome('left', null, written.because);
    return outcome(isMark ? 'marked' : 'unmarked');
  } catch (error) {
    if (error === signal.reason) return outcome('cancelled');
    if (!(error instanceof ActionError)) throw error;
    return outcome('failed', null, `${error.message} (${error.code})`);
  }
}

/** A mark that another run wrote meanwhile is the older one, and stays. */
function mark({ node, idleSince }: NodeVerdict, context: ActContext): Promise<NodeWrite> {
  const now = new Date(context.deps.clock.now()).toISOString();
  return writeNode(node, context, (fresh) => {
    const because = heldBecause(fresh, context);
    if (because !== undefined) return { because };
    const isNew = isMarked(fresh) && !isMarked(node) && idleSince === null;
    return { annotations: isNew ? {} : { [IDLE_SINCE]: now } };
  });
}

async function inPool<T>(
  items: readonly T[],
  atOnce: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(Math.max(1, atOnce), items.length) }, worker));
}
