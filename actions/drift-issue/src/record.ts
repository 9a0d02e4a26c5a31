import type { ActionError } from '#lib/action/errors.js';
import type { DriftDocument, DriftPhaseName, LastChangedBy } from '#lib/report/drift-document.js';
import type { ToolIdentity } from '#lib/terraform/cli.js';
import type { Diagnostic } from '#lib/terraform/diagnostics.js';
import type { DriftStatus, UnappliedChanges } from '#lib/terraform/drift-classes.js';
import type { DriftedObject } from '#lib/terraform/drift.js';
import type { RuleUse } from '#lib/terraform/drift-rules.js';

/** What the plans came to. */
export interface Finding {
  readonly status: DriftStatus;
  /** Without what the rules ignore. */
  readonly drift: readonly DriftedObject[];
  readonly unapplied: UnappliedChanges;
  readonly uses: readonly RuleUse[];
}

/** Everything a run found out, not redacted. */
export interface DriftRecord {
  tool: ToolIdentity;
  readonly phases: DriftDocument['phases'];
  readonly notes: string[];
  diagnostics: readonly Diagnostic[];
  /** Null when it failed, was cancelled or skipped. */
  finding: Finding | null;
  lastChangedBy: LastChangedBy;
  /** The pull request because of which nothing was planned. */
  skippedFor: number | null;
  cancelled: boolean;
  failure: { readonly error: ActionError; readonly phase: DriftPhaseName } | null;
}

/** A record of a run that has done nothing yet. */
export function emptyRecord(): DriftRecord {
  return {
    tool: { name: null, version: null },
    phases: [],
    notes: [],
    diagnostics: [],
    finding: null,
    lastChangedBy: { name: null, unknownBecause: null, objects: [] },
    skippedFor: null,
    cancelled: false,
    failure: null,
  };
}
