import type { ActionError } from '#lib/action/errors.js';
import type { AddressFacts } from '#lib/net/address-facts.js';
import type { PlanDocument, PlanPhase, PlanPhaseName } from '#lib/report/plan-document.js';
import type { ToolIdentity } from '#lib/terraform/cli.js';
import type { Diagnostic } from '#lib/terraform/diagnostics.js';
import type { PlanReading } from '#lib/terraform/plan-reading.js';
import type { StateLock } from '#lib/terraform/state-lock.js';

/** Everything a run of the phases found out, not redacted. `reading` is set when, and only when, the plan was read. */
export interface PlanRecord {
  readonly tool: ToolIdentity;
  readonly phases: readonly PlanPhase[];
  readonly diagnostics: readonly Diagnostic[];
  readonly unformatted: readonly string[];
  readonly stateLock: StateLock | null;
  readonly cancelled: boolean;
  readonly failure: { readonly error: ActionError; readonly phase: PlanPhaseName } | null;
  readonly reading: PlanReading | null;
  /** Set together with `reading`. */
  readonly addresses: AddressFacts | null;
  readonly bundle: PlanDocument['bundle'];
}
