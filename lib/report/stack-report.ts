import type { PlanDocument } from './plan-document.ts';

/** How the plan of one stack stands; the order is from good to bad. */
export const STACK_STATUSES = ['no-changes', 'changes', 'unknown', 'failed'] as const;
export type StackStatus = (typeof STACK_STATUSES)[number];

/** One expected stack with its plan, or with the reason why there is none. */
export interface StackReport {
  readonly stack: string;
  readonly directory: string;
  readonly plan: PlanDocument | undefined;
  /** Why `plan` is missing, as a sentence. */
  readonly unknownReason: string | undefined;
}

/** A cancelled or missing plan is unknown: it says nothing about what would change. */
export function statusOf(report: StackReport): StackStatus {
  if (report.plan === undefined || report.plan.status === 'cancelled') return 'unknown';
  return report.plan.status;
}

export function worstStatus(reports: readonly StackReport[]): StackStatus | 'no-stacks' {
  if (reports.length === 0) return 'no-stacks';
  return (
    STACK_STATUSES[Math.max(...reports.map((report) => STACK_STATUSES.indexOf(statusOf(report))))] ??
    'unknown'
  );
}
