import type { CleanupDeps, CleanupDoors } from './doors.ts';
import type { CleanupSettings } from './settings.ts';
import type { CleanupScope } from './doors.ts';
import type { ActivationFact, InstanceFact, Listing, NodeFact } from './facts.ts';
import { linkStop } from './limits.ts';
import { poolOf } from './names.ts';
import type { Outcome } from './outcome.ts';
import type { CleanupPlan, NodeVerdict } from './plan.ts';
import { readHybridNodes } from './read-kubernetes.ts';
import { readActivations, readInstances } from './read-ssm.ts';

/** How a run acts. */
export interface ActOptions {
  readonly scope: CleanupScope;
  readonly settings: CleanupSettings;
  /** How long the pods of one node are waited for, in milliseconds; budgets may hold them that long. */
  readonly evictionDeadline: number;
  /** Nodes or orphans that are removed at the same time. */
  readonly concurrency: number;
  /** Who acts, as its journals tell it: the address of the run. A re-run of the same run goes on at once. */
  readonly run: string;
}

/** What the acts of one run share. */
export interface ActContext {
  readonly doors: CleanupDoors;
  readonly options: ActOptions;
  readonly deps: CleanupDeps;
  /** Read anew, once for the whole run. */
  readonly instances: () => Promise<Listing<InstanceFact>>;
  readonly activations: () => Promise<Listing<ActivationFact>>;
  /** Why a node must not go now that could when it was judged; undefined when it still may. */
  readonly holdBack: (verdict: NodeVerdict) => Promise<string | undefined>;
}

/** The nodes are read anew when they are older than this, for the guards that look at all of them. */
const NODES_AGE_MS = 15_000;

export function createContext(
  plan: CleanupPlan,
  doors: CleanupDoors,
  options: ActOptions,
  deps: CleanupDeps,
): ActContext {
  const { scope } = options;
  let kept: { readonly at: number; readonly list: Promise<Listing<NodeFact>> } | undefined;
  const nodesNow = (): Promise<Listing<NodeFact>> => {
    const now = deps.clock.now();
    if (kept === undefined || now - kept.at > NODES_AGE_MS) {
      kept = { at: now, list: readHybridNodes(doors.cluster) };
    }
    return kept.list;
  };
  return {
    doors,
    options,
    deps,
    instances: once(() => readInstances(doors.ssm, scope)),
    activations: once(() => readActivations(doors.ssm, scope)),
    holdBack: async (verdict) => guardAgain(verdict, plan, await nodesNow(), options),
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => (kept ??= read());
}

/** The guards that the state of other nodes decides: the link between the clouds, and the minimum of a pool. */
function guardAgain(
  verdict: NodeVerdict,
  plan: CleanupPlan,
  listing: Listing<NodeFact>,
  { settings }: ActOptions,
): string | undefined {
  if (!listing.known) return `The nodes are not known any more: ${listing.because}`;
  const now = new Map(listing.items.map((node) => [node.name, node]));
  const isReady = (name: string): boolean => now.get(name)?.ready?.status === 'True';
  const present = plan.nodes
    .filter(({ node }) => now.has(node.name))
    .map((each): NodeVerdict => {
      if (isReady(each.node.name) || each.signs.kubernetes.says !== 'alive') return each;
      const kubernetes = { says: 'unknown', because: 'Kubernetes has just lost it' } as const;
      return { ...each, signs: { ...each.signs, kubernetes } };
    });
  const [stop] = linkStop(present, settings);
  if (stop !== undefined) return stop.sentence;
  if (verdict.class === 'dead') return undefined;
  const going = new Set(
    plan.nodes.filter(({ decision }) => decision === 'remove').map(({ node }) => node.name),
  );
  const staying = listing.items.filter(
    (node) => poolOf(node) === verdict.pool && isReady(node.name) && !going.has(node.name),
  ).length;
  return staying >= settings.minNodes
    ? undefined
    : `Its pool ${verdict.pool} keeps ${settings.minNodes} Ready nodes (min-nodes), and others were lost since.`;
}

export function outcome(result: Outcome['result'], step: Outcome['step'] = null, because = ''): Outcome {
  return { result, step, because };
}
