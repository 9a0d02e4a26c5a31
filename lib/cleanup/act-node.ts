import { ActionError } from '../action/errors.ts';
import { NODES } from '../kubernetes/resources.ts';
import { type ActContext, outcome } from './act-context.ts';
import { removeNodeMachine, removeParts } from './act-azure.ts';
import { LeftToOther, type Problem } from './act-claims.ts';
import { evictAll } from './act-evict.ts';
import { changedBecause } from './act-look.ts';
import { heldBecause, type NodeWrite, readNode, takeBack, writeNode, writeStep } from './act-node-writes.ts';
import { deregister, removeLeftovers } from './act-registry.ts';
import type { NodeFact } from './facts.ts';
import { isPastReturn, type Journal, type Step, STEPS, writeJournal } from './journal.ts';
import { JOURNAL } from './names.ts';
import type { Outcome } from './outcome.ts';
import type { NodeVerdict } from './plan.ts';

/**
 * Removes one node, from where an earlier run left it. Until the VM is touched everything can be taken back, and is when
 * the node is not what it was judged to be; from there on the journal on the node tells the next run what is left to do.
 */
export async function removeNode(verdict: NodeVerdict, context: ActContext): Promise<Outcome> {
  const progress: Progress = { step: null };
  try {
    return await remove(verdict, context, progress);
  } catch (error) {
    if (context.deps.signal.aborted) {
      const because = progress.step === null ? '' : 'The run ended; the next one goes on from there.';
      return outcome('cancelled', progress.step, because);
    }
    if (error instanceof LeftToOther) return outcome('left', progress.step, error.message);
    if (!(error instanceof ActionError)) throw error;
    return outcome('failed', progress.step, `${error.message} (${error.code})`);
  }
}

interface Progress {
  step: Step | null;
}

async function remove(verdict: NodeVerdict, context: ActContext, progress: Progress): Promise<Outcome> {
  const { node, journal } = verdict;
  if (journal !== undefined && isPastReturn(journal)) return finish(verdict, journal, context, progress);
  const read = await readNode(node.uid, node.name, context);
  if (read.kind !== 'done') return ended(read, null);
  const changed = heldBecause(read.node, context) ?? (await stayBecause(verdict, read.node, context));
  if (changed !== undefined) {
    return journal === undefined ? outcome('left', null, changed) : leave(verdict, null, changed, context);
  }
  progress.step = 'cordon';
  const cordoned = await cordon(verdict, context);
  if ('result' in cordoned) return cordoned;
  const late = await stayBecause(verdict, cordoned.node, context);
  if (late !== undefined) return leave(verdict, 'cordon', late, context);
  if (cordoned.journal.as !== 'dead') {
    progress.step = 'evict';
    const stayed = await empty(verdict, cordoned.journal, context);
    if (stayed !== undefined) return stayed;
  }
  return finish(verdict, cordoned.journal, context, progress);
}

async function stayBecause(
  verdict: NodeVerdict,
  node: NodeFact,
  context: ActContext,
): Promise<string | undefined> {
  const { guards } = context;
  // A node that is lost since it was judged may be one of many: then it is the link that is told.
  const isLost = verdict.signs.kubernetes.says === 'alive' && node.ready?.status !== 'True';
  const down = isLost ? await guards.linkDown(true) : undefined;
  return down ?? (await changedBecause(verdict, node, context)) ?? (await guards.holdBack(verdict));
}

/** A node that is gone needs nothing more; one that was left is told with the reason. */
function ended(write: Exclude<NodeWrite, { kind: 'done' }>, step: Step | null): Outcome {
  return write.kind === 'gone' ? outcome('gone', step) : outcome('left', step, write.because);
}

/** Takes the node for this run and keeps new pods off it, in one write. */
async function cordon(
  { node, machine, class: of, journal: before }: NodeVerdict,
  context: ActContext,
): Promise<{ readonly journal: Journal; readonly node: NodeFact } | Outcome> {
  const at = new Date(context.deps.clock.now()).toISOString();
  const as = of === 'dead' || of === 'underused' ? of : 'empty';
  const ids = { machine: machine?.id ?? null, parts: machine?.parts ?? [] };
  let journal: Journal | undefined;
  const written = await writeNode(node, context, (now) => {
    const because = heldBecause(now, context);
    if (because !== undefined) return { because };
    const cordoned = before?.cordoned === true || !now.unschedulable;
    const startedAt = before?.startedAt ?? at;
    journal = { step: 'cordon', as, ...ids, cordoned, startedAt, by: context.options.run, at };
    return { annotations: { [JOURNAL]: writeJournal(journal) }, unschedulable: true };
  });
  if (written.kind !== 'done' || journal === undefined) {
    return ended(written.kind === 'done' ? { kind: 'gone' } : written, 'cordon');
  }
  context.deps.log.info(`The node ${node.name} is cordoned.`);
  return { journal, node: written.node };
}

/** Moves the work away. Undefined when nothing is left on the node; else what became of the removal. */
async function empty(
  verdict: NodeVerdict,
  journal: Journal,
  context: ActContext,
): Promise<Outcome | undefined> {
  const { node } = verdict;
  const written = await writeStep(node, { ...journal, step: 'evict' }, context);
  if (written.kind !== 'done') return ended(written, 'evict');
  const evicted = await evictAll(node, { ...journal, step: 'evict' }, context);
  if (evicted.kind !== 'done') {
    const left = await leave(verdict, 'evict', evicted.because, context);
    return evicted.kind === 'left' ? left : { ...left, result: 'failed' };
  }
  const heldBack = await context.guards.holdBack(verdict);
  return heldBack === undefined ? undefined : leave(verdict, 'evict', heldBack, context);
}

/** Takes everything back, and says so. */
async function leave(
  { node }: NodeVerdict,
  step: Step | null,
  because: string,
  context: ActContext,
): Promise<Outcome> {
  const back = await takeBack(node, context);
  if (back.kind === 'gone') return outcome('gone', step);
  const told = back.kind === 'left' ? back.because : 'Its marks and the cordon were taken back.';
  return outcome('left', step, `${because} ${told}`);
}

/** The steps without return, each written to the node before it is begun, so that it is repeated after a crash. */
async function finish(
  verdict: NodeVerdict,
  begun: Journal,
  context: ActContext,
  progress: Progress,
): Promise<Outcome> {
  const { node } = verdict;
  const from = isPastReturn(begun) ? begun.step : 'delete-machine';
  let isThere = true;
  for (const step of STEPS.slice(STEPS.indexOf(from))) {
    progress.step = step;
    if (isThere) {
      const written = await writeStep(node, { ...begun, step }, context);
      if (written.kind === 'left') return outcome('left', step, written.because);
      // Somebody deleted the Node: the rest goes all the same, while its ids are known.
      isThere = written.kind === 'done';
    }
    const problem = await doStep(step, node, begun, context);
    if (problem !== undefined) return outcome('failed', step, problem);
  }
  context.deps.log.info(`The node ${node.name} is removed.`);
  return outcome('removed');
}

function doStep(step: Step, node: NodeFact, journal: Journal, context: ActContext): Promise<Problem> {
  switch (step) {
    case 'delete-machine':
      return removeNodeMachine(node, journal, context);
    case 'delete-parts':
      return removeParts({ ...journal, pool: undefined, earlier: [journal.by] }, context);
    case 'deregister':
      return deregister(node.name, context);
    case 'delete-leftovers':
      return removeLeftovers(node.name, context);
    case 'delete-node':
      return deleteNode(node, context);
    default:
      return Promise.resolve(undefined);
  }
}

const TRIES = 6;
const ROUND_MS = 2_000;

/** The last step: the fee ends with the Node object. */
async function deleteNode(node: NodeFact, context: ActContext): Promise<Problem> {
  const { doors, deps } = context;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const now = await readNode(node.uid, node.name, context);
    if (now.kind === 'left') return now.because;
    if (now.kind === 'gone') return removeLeftovers(node.name, context);
    const held = heldBecause(now.node, context);
    if (held !== undefined) return held;
    const { uid, resourceVersion } = now.node;
    const removed = await doors.cluster.remove(NODES, { name: node.name }, { uid, resourceVersion });
    // One that is being deleted stays until its finalizers are done.
    if (removed === 'removed' && attempt > 1) await deps.clock.sleep(ROUND_MS, deps.signal);
  }
  return 'Its Node object is still there, and is billed: a finalizer keeps it, or it changes all the time.';
}
