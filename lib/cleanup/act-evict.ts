import type { ActContext } from './act-context.ts';
import { writeStep } from './act-node-writes.ts';
import type { BudgetFact, NodeFact, PodFact } from './facts.ts';
import type { Journal } from './journal.ts';
import { countsAsWork, immovableBecause, podName } from './pods.ts';
import { readBudgets, readPodsOf } from './read-kubernetes.ts';

/** `left`: it changed, everything is to be taken back. `late`: the deadline came before the last pod went. */
export type Evicted =
  { readonly kind: 'done' } | { readonly kind: 'left' | 'late' | 'unknown'; readonly because: string };

const ROUND_MS = 5_000;
/** So that another run does not take the node for abandoned. */
const RENEW_MS = 300_000;

/**
 * Moves all work off a node by the Eviction API, and waits until it is gone. Budgets are waited for until the deadline.
 * A pod that comes in spite of the cordon is moved where pods may be moved; on a node that was empty it saves the node.
 */
export async function evictAll(
  node: Pick<NodeFact, 'uid' | 'name'>,
  journal: Journal,
  context: ActContext,
): Promise<Evicted> {
  const { doors, deps, options } = context;
  const end = deps.clock.now() + options.evictionDeadline;
  let renewed = deps.clock.now();
  for (let known: ReadonlySet<string> | undefined; ;) {
    const pods = await readPodsOf(doors.cluster, node.name);
    if (!pods.known) return { kind: 'unknown', because: `Its pods are not known any more: ${pods.because}` };
    const work = pods.items.filter(countsAsWork);
    if (work.length === 0) return { kind: 'done' };
    const obstacle = await obstacleIn(work, journal, known, context);
    if (obstacle !== undefined) return { kind: 'left', because: obstacle };
    known = new Set([...(known ?? []), ...work.map(({ uid }) => uid)]);
    const waitsFor = await evictRound(work, context);
    if (deps.clock.now() >= end) return { kind: 'late', because: waitsFor };
    await deps.clock.sleep(ROUND_MS, deps.signal);
    if (deps.clock.now() - renewed < RENEW_MS) continue;
    renewed = deps.clock.now();
    const written = await writeStep(node, journal, context);
    if (written.kind === 'left') return { kind: 'left', because: written.because };
  }
}

/** Why the node must be left to a pod; undefined when all may be moved. Those of earlier rounds were looked at then. */
async function obstacleIn(
  work: readonly PodFact[],
  { as }: Journal,
  known: ReadonlySet<string> | undefined,
  { doors }: ActContext,
): Promise<string | undefined> {
  const arrived = work.filter(({ uid, isTerminating }) => known?.has(uid) !== true && !isTerminating);
  const [first] = arrived;
  if (first === undefined) return undefined;
  if (as === 'empty') return `The pod ${podName(first)} came after it was cordoned.`;
  const budgets = await readBudgets(doors.cluster);
  if (!budgets.known) return `The disruption budgets are not known any more: ${budgets.because}`;
  for (const pod of arrived) {
    const because = immovableBecause(pod, patient(budgets.items));
    if (because !== undefined) return `The pod ${podName(pod)} ${because}.`;
  }
  return undefined;
}

/** A budget that allows nothing now may allow it within the deadline; the Eviction API asks it. */
function patient(budgets: readonly BudgetFact[]): readonly BudgetFact[] {
  return budgets.map((budget) => ({ ...budget, disruptionsAllowed: Math.max(1, budget.disruptionsAllowed) }));
}

/** Asks for the eviction of all that are not on their way out. Gives what is still waited for, in a sentence. */
async function evictRound(work: readonly PodFact[], { doors }: ActContext): Promise<string> {
  let waitsFor = '';
  for (const pod of work) {
    const { namespace, name, uid, isTerminating } = pod;
    if (isTerminating) {
      waitsFor ||= `The pod ${podName(pod)} was still terminating.`;
      continue;
    }
    const answer = await doors.cluster.evict({ namespace, name, uid });
    if (answer.outcome === 'blocked')
      waitsFor = `The pod ${podName(pod)} could not be evicted: ${answer.message}`;
    else waitsFor ||= `The pod ${podName(pod)} was still terminating.`;
  }
  return waitsFor;
}
