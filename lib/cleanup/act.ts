import type { CleanupDeps, CleanupDoors, CleanupScope } from './doors.ts';
import type { Outcome } from './outcome.ts';
import type { CleanupPlan } from './plan.ts';
import type { CleanupSettings } from './settings.ts';

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

/**
 * Does what a plan decided: marks, unmarks and, unless the plan has stops, removals. Each thing is looked at again just
 * before it is touched, each removal is read back. Never throws for one thing that fails: its outcome tells it.
 * @returns outcomes by the name of the node or the id of the orphan; nothing for what is waited for or kept
 */
export type ActOn = (
  plan: CleanupPlan,
  doors: CleanupDoors,
  options: ActOptions,
  deps: CleanupDeps,
) => Promise<ReadonlyMap<string, Outcome>>;
