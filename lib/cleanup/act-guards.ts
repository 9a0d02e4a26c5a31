import type { CleanupDeps, CleanupDoors } from './doors.ts';
import type { Listing, NodeFact } from './facts.ts';
import { isPastReturn, readJournal } from './journal.ts';
import { linkStop, type Stop } from './limits.ts';
import { poolOf } from './names.ts';
import type { CleanupPlan, NodeVerdict } from './plan.ts';
import { readHybridNodes } from './read-kubernetes.ts';
import type { CleanupSettings } from './settings.ts';

/** The guards that look at all nodes, asked again while a run acts. */
export interface ActGuards {
  /** Why a node must not go now that could when it was judged; undefined when it still may. */
  holdBack(verdict: NodeVerdict): Promise<string | undefined>;
  /**
   * Why nothing may go any more: the link between the clouds went down meanwhile. Once down, it is down for this run.
   * @param anew reads the nodes again although they were read a moment ago, for one of them was just seen to be lost
   */
  linkDown(anew?: boolean): Promise<string | undefined>;
  /** What the run came upon after it was planned. */
  stops(): readonly Stop[];
}

/** The nodes are read anew when they are older than this. */
const NODES_AGE_MS = 15_000;

export function createGuards(
  plan: CleanupPlan,
  doors: CleanupDoors,
  settings: CleanupSettings,
  { clock }: Pick<CleanupDeps, 'clock'>,
): ActGuards {
  let kept: { readonly at: number; readonly list: Promise<Listing<NodeFact>> } | undefined;
  let down: Stop | undefined;
  const nodesNow = (age: number): Promise<Listing<NodeFact>> => {
    const now = clock.now();
    if (kept === undefined || now - kept.at > age) {
      kept = { at: now, list: readHybridNodes(doors.cluster) };
    }
    return kept.list;
  };
  const judgeLink = (listing: Listing<NodeFact>): string | undefined => {
    if (!listing.known) return `The nodes are not known any more: ${listing.because}`;
    down ??= linkStop(presentNodes(plan, listing.items), settings)[0];
    return down?.sentence;
  };
  return {
    linkDown: async (anew = false) => down?.sentence ?? judgeLink(await nodesNow(anew ? -1 : NODES_AGE_MS)),
    holdBack: async (verdict) => {
      const listing = await nodesNow(NODES_AGE_MS);
      return judgeLink(listing) ?? keepMinimum(verdict, plan, listing, settings);
    },
    stops: () => (down === undefined ? [] : [down]),
  };
}

/**
 * The judged nodes that are still there, with what Kubernetes knows of them now. Those whose VM is being taken away are
 * silent because of that.
 */
function presentNodes(plan: CleanupPlan, items: readonly NodeFact[]): readonly NodeVerdict[] {
  const now = new Map(items.map((node) => [node.name, node]));
  return plan.nodes.flatMap((verdict): readonly NodeVerdict[] => {
    const node = now.get(verdict.node.name);
    if (node === undefined) return [];
    const journal = readJournal(node);
    if (journal !== undefined && journal !== 'damaged' && isPastReturn(journal)) return [];
    if (node.ready?.status === 'True' || verdict.signs.kubernetes.says !== 'alive') return [verdict];
    const kubernetes = { says: 'unknown', because: 'Kubernetes has just lost it' } as const;
    return [{ ...verdict, signs: { ...verdict.signs, kubernetes } }];
  });
}

/** A pool may have lost others since it was judged. Dead nodes are none of its minimum. */
function keepMinimum(
  verdict: NodeVerdict,
  plan: CleanupPlan,
  listing: Listing<NodeFact>,
  { minNodes }: CleanupSettings,
): string | undefined {
  if (verdict.class === 'dead' || !listing.known) return undefined;
  const going = new Set(
    plan.nodes.filter(({ decision }) => decision === 'remove').map(({ node }) => node.name),
  );
  const staying = listing.items.filter(
    (node) => poolOf(node) === verdict.pool && node.ready?.status === 'True' && !going.has(node.name),
  ).length;
  return staying >= minNodes
    ? undefined
    : `Its pool ${verdict.pool} keeps ${minNodes} Ready nodes (min-nodes), and others were lost since.`;
}
