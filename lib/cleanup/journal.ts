import { IDLE_SINCE, JOURNAL } from './names.ts';
import type { Instant, NodeFact } from './facts.ts';

/**
 * Steps of a removal in their order. What costs money or gives rights goes before the Node object, which carries this
 * journal: a run that dies leaves a node that the next run finds and finishes.
 */
export const STEPS = [
  'cordon',
  'evict',
  'delete-machine',
  'delete-parts',
  'deregister',
  'delete-leftovers',
  'delete-node',
] as const;
export type Step = (typeof STEPS)[number];

/** Where a removal is. Ids are recorded before the first act, so that later steps delete what was meant then. */
export interface Journal {
  /** The step that was begun last. */
  readonly step: Step;
  /** Why the node goes: its class when the removal began. */
  readonly as: 'empty' | 'underused' | 'dead';
  /** ARM id of the VM; null when there was none. */
  readonly machine: string | null;
  /** ARM ids of interfaces, disks and addresses. */
  readonly parts: readonly string[];
  /** It was cordoned by the removal, not by somebody before. */
  readonly cordoned: boolean;
  /** RFC 3339. */
  readonly startedAt: string;
  /** The run that has the node; empty when it does not say. */
  readonly by: string;
  /** When that run wrote it last, RFC 3339. */
  readonly at: string;
}

/** A run that has not written for this long is taken for dead: longer than any change in Azure is waited for. */
export const ABANDONED_MS = 1_800_000;

/** The other run that has a node at the moment; undefined when it is free to take, or this run's own. */
export function heldBy({ by, at }: Journal, run: string, now: Instant): string | undefined {
  const written = Date.parse(at);
  return by === '' || by === run || Number.isNaN(written) || now - written >= ABANDONED_MS ? undefined : by;
}

/** The journal of a node; undefined without one, 'damaged' when it cannot be read: then nobody knows what was done. */
export function readJournal({ annotations }: Pick<NodeFact, 'annotations'>): Journal | 'damaged' | undefined {
  const text = annotations[JOURNAL];
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isJournal(value) ? { ...value, by: value.by ?? '', at: value.at ?? value.startedAt } : 'damaged';
  } catch {
    return 'damaged';
  }
}

export function writeJournal(journal: Journal): string {
  return JSON.stringify(journal);
}

type Written = Omit<Journal, 'by' | 'at'> & Partial<Pick<Journal, 'by' | 'at'>>;

function isJournal(value: unknown): value is Written {
  if (typeof value !== 'object' || value === null) return false;
  const { step, as, machine, parts, cordoned, startedAt, by, at } = value as Readonly<
    Record<string, unknown>
  >;
  return (
    STEPS.some((known) => known === step) &&
    (as === 'empty' || as === 'underused' || as === 'dead') &&
    (machine === null || typeof machine === 'string') &&
    Array.isArray(parts) &&
    parts.every((part) => typeof part === 'string') &&
    typeof cordoned === 'boolean' &&
    typeof startedAt === 'string' &&
    (by === undefined || typeof by === 'string') &&
    (at === undefined || typeof at === 'string')
  );
}

/** From here on the VM is touched, so that the removal must be finished whatever the node looks like. */
export function isPastReturn({ step }: Journal): boolean {
  return STEPS.indexOf(step) >= STEPS.indexOf('delete-machine');
}

/**
 * Since when a node is idle by its mark; null without one. A mark that is no moment or lies in the future was not
 * written by a run and does not count: the node is marked anew.
 */
export function idleSince({ annotations }: Pick<NodeFact, 'annotations'>, now: Instant): Instant | null {
  const text = annotations[IDLE_SINCE];
  if (text === undefined) return null;
  const since = Date.parse(text);
  return Number.isNaN(since) || since > now ? null : since;
}

/** The node carries a mark, a good one or not. */
export function isMarked({ annotations }: Pick<NodeFact, 'annotations'>): boolean {
  return annotations[IDLE_SINCE] !== undefined;
}
