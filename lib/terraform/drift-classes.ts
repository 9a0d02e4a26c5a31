import type { DriftedObject } from './drift.ts';
import type { PlanModel, PlannedChange } from './plan-model.ts';

/** What the plans of a stack say about it. `error` and others, where there are no plans, are not decided here. */
export type DriftStatus = 'clean' | 'drifted' | 'unapplied' | 'both';

/** The part of a plan that is asked for what is not applied yet. */
export type AskedPlan = Pick<PlanModel, 'changes' | 'outputs' | 'deferred' | 'actionInvocations'>;

/** What the configuration asks for and no apply has done yet. */
export interface UnappliedChanges {
  readonly changes: readonly PlannedChange[];
  /** Names of outputs. */
  readonly outputs: readonly string[];
  /** Addresses of what was put off, and of actions that would be invoked. */
  readonly others: readonly string[];
}

/**
 * Tells what is not applied yet from what only undoes drift. A plan with refresh shows both: an apply would put back
 * what somebody changed. A plan without refresh compares the configuration with what the last apply left, so it shows
 * only what is not applied, but also what somebody has already made so by hand. What both show is unapplied.
 * @param refreshed the normal plan, with refresh
 * @param recorded the plan without refresh; null where nothing drifted, so that all of the normal plan is unapplied
 */
export function unappliedChanges(refreshed: AskedPlan, recorded: AskedPlan | null): UnappliedChanges {
  const all = asked(refreshed);
  if (recorded === null) return all;
  const known = asked(recorded);
  const wanted = new Set(known.changes.map(keyOf));
  const outputs = new Set(known.outputs);
  const others = new Set(known.others);
  return {
    changes: all.changes.filter((row) => wanted.has(keyOf(row))),
    outputs: all.outputs.filter((name) => outputs.has(name)),
    others: all.others.filter((address) => others.has(address)),
  };
}

/** Drift that the rules accept does not count, and neither does the plan that would undo it. */
export function classifyStack(drift: readonly DriftedObject[], unapplied: UnappliedChanges): DriftStatus {
  const hasUnapplied = unapplied.changes.length + unapplied.outputs.length + unapplied.others.length > 0;
  if (drift.length > 0) return hasUnapplied ? 'both' : 'drifted';
  return hasUnapplied ? 'unapplied' : 'clean';
}

/** Data that only a check block reads is planned in every run. */
function asked({ changes, outputs, deferred, actionInvocations }: AskedPlan): UnappliedChanges {
  return {
    changes: changes.filter(({ reason }) => reason !== 'read_because_check_nested'),
    outputs: outputs.map(({ name }) => name),
    others: [...deferred.map(({ address }) => address), ...actionInvocations],
  };
}

function keyOf({ address, deposed }: PlannedChange): string {
  return deposed === null ? address : `${address} ${deposed}`;
}
