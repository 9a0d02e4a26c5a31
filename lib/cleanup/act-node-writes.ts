import { NODES } from '../kubernetes/resources.ts';
import { refusalOf } from '../kubernetes/status.ts';
import type { ActContext } from './act-context.ts';
import type { NodeFact } from './facts.ts';
import { heldBy, type Journal, readJournal, writeJournal } from './journal.ts';
import { IDLE_SINCE, JOURNAL } from './names.ts';
import { projectNode } from './project.ts';

/** A write that did not happen: the node is not there, or it is another one, or somebody has it. */
export type NodeWrite =
  | { readonly kind: 'done'; readonly node: NodeFact }
  | { readonly kind: 'gone' }
  | { readonly kind: 'left'; readonly because: string };

/** What is written; null takes an annotation away. `because` refuses the node as it is now. */
type Change =
  | {
      readonly annotations: Readonly<Record<string, string | null>>;
      readonly unschedulable?: boolean;
    }
  | { readonly because: string };

/** The node changes by itself all the time, for kubelet writes its state: a conflict is looked at again this often. */
const TRIES = 6;

/** The node as it is now; `gone` and `left` as for writes. */
export async function readNode(uid: string, name: string, { doors }: ActContext): Promise<NodeWrite> {
  const raw = await doors.cluster.get(NODES, { name });
  const node = raw === undefined ? undefined : projectNode(raw);
  if (node === undefined) return { kind: 'gone' };
  return node.uid === uid
    ? { kind: 'done', node }
    : { kind: 'left', because: 'Another node of its name has taken its place.' };
}

/** Changes a node only if it is the very object that was just looked at. */
export async function writeNode(
  { uid, name }: Pick<NodeFact, 'uid' | 'name'>,
  context: ActContext,
  decide: (node: NodeFact) => Change,
): Promise<NodeWrite> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const read = await readNode(uid, name, context);
    if (read.kind !== 'done') return read;
    const change = decide(read.node);
    if ('because' in change) return { kind: 'left', because: change.because };
    const { annotations, unschedulable } = change;
    const metadata = { resourceVersion: read.node.resourceVersion, uid, annotations };
    const spec = unschedulable === undefined ? {} : { spec: { unschedulable: unschedulable ? true : null } };
    try {
      const body = { metadata, ...spec };
      const written = projectNode(
        await context.doors.cluster.patch(NODES, { name }, { type: 'merge', body }),
      );
      if (written !== undefined) return { kind: 'done', node: written };
    } catch (error) {
      const status = refusalOf(error)?.status;
      if (status === 404) return { kind: 'gone' };
      if (status !== 409) throw error;
    }
  }
  return { kind: 'left', because: `It changed ${TRIES} times while it was to be written.` };
}

/** Why this run must keep its hands off a node: another run has it. */
export function heldBecause(
  node: NodeFact,
  { options: { run }, deps: { clock } }: ActContext,
): string | undefined {
  const journal = readJournal(node);
  if (journal === undefined) return undefined;
  if (journal === 'damaged') return 'Its journal of a removal cannot be read.';
  const other = heldBy(journal, run, clock.now());
  return other === undefined ? undefined : `Another run removes it: ${other}.`;
}

/** Writes where a removal is, and takes the node or keeps it for this run. */
export function writeStep(
  node: Pick<NodeFact, 'uid' | 'name'>,
  journal: Journal,
  context: ActContext,
): Promise<NodeWrite> {
  const at = new Date(context.deps.clock.now()).toISOString();
  return writeNode(node, context, (now) => {
    const because = heldBecause(now, context);
    if (because !== undefined) return { because };
    return { annotations: { [JOURNAL]: writeJournal({ ...journal, by: context.options.run, at }) } };
  });
}

/** Undoes the marks of this and earlier runs, and a cordon of theirs. */
export function takeBack(node: Pick<NodeFact, 'uid' | 'name'>, context: ActContext): Promise<NodeWrite> {
  return writeNode(node, context, (now) => {
    const because = heldBecause(now, context);
    if (because !== undefined) return { because };
    const journal = readJournal(now);
    const cordoned = journal !== undefined && journal !== 'damaged' && journal.cordoned;
    return {
      annotations: { [JOURNAL]: null, [IDLE_SINCE]: null },
      ...(cordoned && { unschedulable: false }),
    };
  });
}
