import { attributeChanges, countUnknown, formatPath, type AttributeChange } from './attribute-changes.ts';
import {
  classify,
  isImporting,
  lookUp,
  movedFrom,
  type ChangeKind,
  type ReplaceOrder,
} from './change-kinds.ts';
import { driftedObjects, type DriftedObject } from './drift.ts';
import { terraformErrors } from './errors.ts';
import type { ChangeJson, CheckJson, PlanJson, ResourceChangeJson } from './plan-json.ts';

/** One row of the plan, unique by address and deposed key. Holds names and marks, no values. */
export interface PlannedChange {
  readonly address: string;
  /** Address of the module, empty for the root module. */
  readonly module: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly index: string | number | null;
  readonly provider: string;
  /** Key of a deposed object (left over from a replacement that did not finish), null for the current one. */
  readonly deposed: string | null;
  readonly kind: ChangeKind;
  readonly order: ReplaceOrder | null;
  /** Terraform's `action_reason`, such as `replace_because_tainted`; null when it gives none. */
  readonly reason: string | null;
  /** Where the object was before a move, null when it was not moved. */
  readonly previousAddress: string | null;
  readonly importing: boolean;
  /** For update, replace and create-forget: what differs. Empty for the other kinds. */
  readonly attributes: readonly AttributeChange[];
  /** Attributes that force the replacement. */
  readonly replacePaths: readonly string[];
  /** How many values of the new object are known only after apply. */
  readonly unknownCount: number;
}

export interface PlannedOutput {
  readonly name: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly sensitive: boolean;
  readonly unknown: boolean;
}

export interface CheckResult {
  readonly address: string;
  readonly status: 'pass' | 'fail' | 'error' | 'unknown';
  readonly problems: readonly string[];
}

/** A change that Terraform could not plan yet and put off to a later plan. */
export interface DeferredChange {
  readonly address: string;
  readonly kind: ChangeKind;
  /** Terraform's reason, such as `instance_count_unknown`. */
  readonly reason: string;
}

/**
 * How many rows there are of each kind. `create` to `createForget`, `importOnly`, `moveOnly` and `noOp` are exclusive
 * and add up to all rows; `import` and `move` also count the rows that do something else besides.
 */
export interface PlanCounts {
  readonly create: number;
  readonly update: number;
  /** Both orders. */
  readonly replace: number;
  readonly replaceDeleteFirst: number;
  readonly replaceCreateFirst: number;
  readonly delete: number;
  readonly read: number;
  readonly forget: number;
  readonly createForget: number;
  readonly importOnly: number;
  readonly moveOnly: number;
  readonly noOp: number;
  readonly import: number;
  readonly move: number;
  /** Rows whose object is destroyed: delete and replace in both orders. */
  readonly destroys: number;
  readonly deferred: number;
  readonly actionInvocations: number;
  readonly outputs: number;
  readonly drift: number;
  /** Checks with status fail or error. */
  readonly failedChecks: number;
}

/** A plan as this project reasons about it. `null` flags: the tool does not say (OpenTofu has none of the three). */
export interface PlanModel {
  readonly formatVersion: string;
  /** Version of Terraform or OpenTofu that made the plan; null when the JSON lacks it. */
  readonly toolVersion: string | null;
  /** Every row but the no-ops, in Terraform's order. */
  readonly changes: readonly PlannedChange[];
  readonly outputs: readonly PlannedOutput[];
  readonly drift: readonly DriftedObject[];
  readonly checks: readonly CheckResult[];
  readonly deferred: readonly DeferredChange[];
  /** Addresses of the actions (Terraform 1.14) the plan invokes. */
  readonly actionInvocations: readonly string[];
  readonly counts: PlanCounts;
  readonly complete: boolean | null;
  readonly applyable: boolean | null;
  readonly errored: boolean | null;
}

const KINDS_WITH_ATTRIBUTES: ReadonlySet<ChangeKind> = new Set(['update', 'replace', 'create-forget']);

/**
 * Builds the model of a plan. In this first form it carries the names of changed attributes only; values come with
 * redaction.
 * @throws EHA1209 when a row has an action list that is not documented: guessing would miscount.
 */
export function buildPlanModel(plan: PlanJson): PlanModel {
  const rows = (plan.resource_changes ?? []).map(plannedChange);
  const changes = rows.filter((row) => row.kind !== 'no-op');
  const outputs = plannedOutputs(plan.output_changes ?? {});
  const drift = driftedObjects(plan);
  const checks = (plan.checks ?? []).map(checkResult);
  const deferred = (plan.deferred_changes ?? []).map((entry) => ({
    address: entry.resource_change.address,
    kind: classify(entry.resource_change).kind,
    reason: entry.reason ?? 'unknown',
  }));
  const actionInvocations = (plan.action_invocations ?? []).map((action) => action.address ?? 'unknown');
  return {
    formatVersion: plan.format_version,
    toolVersion: plan.terraform_version ?? null,
    changes,
    outputs,
    drift,
    checks,
    deferred,
    actionInvocations,
    counts: {
      ...countRows(rows),
      deferred: deferred.length,
      actionInvocations: actionInvocations.length,
      outputs: outputs.length,
      drift: drift.length,
      failedChecks: checks.filter((check) => check.status === 'fail' || check.status === 'error').length,
    },
    complete: plan.complete ?? null,
    applyable: plan.applyable ?? null,
    errored: plan.errored ?? null,
  };
}

/** Terraform's own notion of "there is something to apply", which `-detailed-exitcode` reports as 2. */
export function isApplyable(model: PlanModel): boolean {
  return model.changes.length > 0 || model.outputs.length > 0 || model.actionInvocations.length > 0;
}

/**
 * Whether a reviewer has anything to review. Unlike {@link isApplyable} it leaves out data that only a check block
 * reads (Terraform plans that read in every run) and takes in changes put off to a later plan.
 */
export function hasChanges(model: PlanModel): boolean {
  const reviewed = model.changes.some((row) => row.reason !== 'read_because_check_nested');
  return (
    reviewed || model.outputs.length > 0 || model.actionInvocations.length > 0 || model.deferred.length > 0
  );
}

function plannedChange(row: ResourceChangeJson): PlannedChange {
  const { kind, order } = classify(row);
  return {
    address: row.address,
    module: row.module_address ?? '',
    mode: row.mode === 'data' ? 'data' : 'managed',
    type: row.type ?? '',
    name: row.name ?? '',
    index: row.index ?? null,
    provider: row.provider_name ?? '',
    deposed: row.deposed ?? null,
    kind,
    order,
    reason: row.action_reason ?? null,
    previousAddress: movedFrom(row),
    importing: isImporting(row),
    attributes: KINDS_WITH_ATTRIBUTES.has(kind) ? attributeChanges(row.change) : [],
    replacePaths: (row.change.replace_paths ?? []).map(formatPath),
    unknownCount: countUnknown(row.change.after_unknown),
  };
}

function countRows(rows: readonly PlannedChange[]) {
  const of = (kind: ChangeKind): number => rows.filter((row) => row.kind === kind).length;
  const ordered = (order: ReplaceOrder): number => rows.filter((row) => row.order === order).length;
  return {
    create: of('create'),
    update: of('update'),
    replace: of('replace'),
    replaceDeleteFirst: ordered('delete-first'),
    replaceCreateFirst: ordered('create-first'),
    delete: of('delete'),
    read: of('read'),
    forget: of('forget'),
    createForget: of('create-forget'),
    importOnly: of('import'),
    moveOnly: of('move'),
    noOp: of('no-op'),
    import: rows.filter((row) => row.importing).length,
    move: rows.filter((row) => row.previousAddress !== null).length,
    destroys: of('delete') + of('replace'),
  };
}

function plannedOutputs(outputs: Readonly<Record<string, ChangeJson>>): PlannedOutput[] {
  return Object.entries(outputs).flatMap(([name, change]) => {
    const { kind } = lookUp(change, `output ${name}`);
    if (kind === 'no-op') return [];
    if (kind !== 'create' && kind !== 'update' && kind !== 'delete') {
      throw terraformErrors.EHA1209(
        `output ${name} has the action ${kind}, which is not documented for outputs.`,
      );
    }
    return [
      {
        name,
        kind,
        sensitive: change.before_sensitive === true || change.after_sensitive === true,
        unknown: countUnknown(change.after_unknown) > 0,
      },
    ];
  });
}

function checkResult(check: CheckJson): CheckResult {
  const messages = (check.instances ?? []).flatMap((instance) => instance.problems ?? []);
  const status = check.status;
  return {
    address: check.address.to_display,
    // A status that is not documented must not pass as good.
    status: status === 'pass' || status === 'fail' || status === 'error' ? status : 'unknown',
    problems: messages.map((problem) => problem.message ?? '').filter((message) => message !== ''),
  };
}
