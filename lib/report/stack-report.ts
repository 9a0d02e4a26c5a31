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

/** Name of the stack, with the workspace when it is not the default one. */
export function labelOf({ stack, plan }: Pick<StackReport, 'stack' | 'plan'>): string {
  return plan === undefined || plan.workspace === 'default' ? stack : `${stack} (${plan.workspace})`;
}

/** A stack without anything to say: its plan is whole, changes nothing and found nothing. */
export function isQuiet(report: StackReport): boolean {
  const { plan } = report;
  if (plan === undefined || statusOf(report) !== 'no-changes') return false;
  const found =
    plan.drift.length + plan.diagnostics.length + plan.risks.length + plan.deferred.length > 0 ||
    plan.checks.some((check) => check.status === 'fail' || check.status === 'error');
  return !found && plan.complete !== false && plan.refreshed;
}

/** Whether a reviewer must see it without unfolding: a failure, something unknown or destroyed, a grave risk. */
export function isGrave(report: StackReport): boolean {
  const status = statusOf(report);
  if (status === 'failed' || status === 'unknown') return true;
  const { worstRisk, counts } = report.plan ?? {};
  return worstRisk === 'critical' || worstRisk === 'high' || (counts?.destroys ?? 0) > 0;
}

/** Lower comes first in the comment: failures, unknowns, critical and high risks, destroys, the rest. */
export function rankOf(report: StackReport): number {
  const status = statusOf(report);
  if (status === 'failed') return 0;
  if (status === 'unknown') return 1;
  const { worstRisk, counts } = report.plan ?? {};
  if (worstRisk === 'critical') return 2;
  if (worstRisk === 'high') return 3;
  return (counts?.destroys ?? 0) > 0 ? 4 : 5;
}

export function worstStatus(reports: readonly StackReport[]): StackStatus | 'no-stacks' {
  if (reports.length === 0) return 'no-stacks';
  return (
    STACK_STATUSES[Math.max(...reports.map((report) => STACK_STATUSES.indexOf(statusOf(report))))] ??
    'unknown'
  );
}
