import type { ActionError } from '#lib/action/errors.js';
import type { ApplyDocument, ApplyPhaseName } from '#lib/report/apply-document.js';
import type { PlanDifference } from '#lib/report/plan-difference.js';
import type { AppliedRow } from '#lib/terraform/apply-outcome.js';
import type { ToolIdentity } from '#lib/terraform/cli.js';
import type { GuardVerdict } from '#lib/terraform/destroy-guard.js';
import type { Diagnostic } from '#lib/terraform/diagnostics.js';

export type ApplyPhase = ApplyDocument['phases'][number];
export type StateFate = ApplyDocument['state'];

/** What a plan that was made again came to. */
export interface Replan {
  readonly why: 'stale' | 'no-bundle' | 'changed-code' | 'destroy';
  readonly fingerprint: string;
  readonly equal: boolean | null;
  readonly accepted: boolean;
  readonly drifted: readonly string[];
  readonly differences: readonly PlanDifference[] | null;
}

/** Everything a run found out and did, not redacted. */
export interface ApplyRecord {
  tool: ToolIdentity;
  readonly phases: ApplyPhase[];
  readonly notes: string[];
  diagnostics: readonly Diagnostic[];
  fingerprint: string | null;
  applied: 'reviewed-plan' | 'fresh-plan' | null;
  replan: Replan | null;
  guard: GuardVerdict | null;
  rows: readonly AppliedRow[] | null;
  /** Terraform was started to apply. */
  begun: boolean;
  nothingToDo: boolean;
  succeeded: boolean;
  cancelled: boolean;
  state: StateFate;
  remaining: readonly string[] | null;
  failure: { readonly error: ActionError; readonly phase: ApplyPhaseName } | null;
}

/** A record of a run that has done nothing yet. */
export function emptyRecord(): ApplyRecord {
  return {
    tool: { name: null, version: null },
    phases: [],
    notes: [],
    diagnostics: [],
    fingerprint: null,
    applied: null,
    replan: null,
    guard: null,
    rows: null,
    begun: false,
    nothingToDo: false,
    succeeded: false,
    cancelled: false,
    state: 'saved',
    remaining: null,
    failure: null,
  };
}
