import { attributeChanges, countUnknown, formatPath, type AttributeChange } from './attribute-changes.ts';
import { classify, isImporting, movedFrom, type ChangeKind, type ReplaceOrder } from './change-kinds.ts';
import { DriftCollector, type DriftedObject } from './drift.ts';
import { terraformErrors } from './errors.ts';
import {
  type ActionInvocationJson,
  type ChangeJson,
  type CheckJson,
  type DeferredChangeJson,
  isObject,
  type PlanRest,
  type ResourceChangeJson,
} from './plan-json.ts';
import { countRow, noCounts, type PlanCounts, type Tally } from './plan-counts.ts';
import type { PlanPart } from './plan-stream.ts';
import { type PlannedOutput, plannedOutputs } from './planned-outputs.ts';

export type { PlanCounts } from './plan-counts.ts';
export type { PlannedOutput } from './planned-outputs.ts';

/**
 * One row of the plan, unique by address and deposed key. Attributes hold values of the plan as text: nothing of a model
 * may leave the process before it went through the redactor.
 */
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
  /** By what the object is imported: its id, or its identity as `key=value, …`; null when that is not known. */
  readonly importId: string | null;
  /**
   * For update, replace and create-forget what differs, for create the values that are known. Empty for other kinds.
   */
  readonly attributes: readonly AttributeChange[];
  /** How many attributes of a created object were left out, because many objects before it have theirs kept. */
  readonly attributesOmitted: number;
  /** Attributes that force the replacement. */
  readonly replacePaths: readonly string[];
  /** How many values of the new object are known only after apply. */
  readonly unknownCount: number;
}

export interface CheckResult {
  readonly address: string;
  readonly status: 'pass' | 'fail' | 'error' | 'unknown';
  readonly problems: readonly string[];
}

/** A change that Terraform could not plan yet and put off to a later plan. */
export interface DeferredChange {
  readonly address: string;
  /** `invoke` for an action. */
  readonly kind: ChangeKind | 'invoke';
  /** Terraform's reason, such as `instance_count_unknown`. */
  readonly reason: string;
}

/** A plan as this project reasons about it. `null` flags: the tool does not say (OpenTofu has only `errored`). */
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

/** Created objects of which the attributes are kept: nobody reads more of them, and a model is held in memory. */
export const MOST_CREATED_WITH_ATTRIBUTES = 200;

/**
 * Builds the model of a plan from its parts as they come, and keeps of each only what is shown.
 * @throws EHA1209 when a row has an action list that is not documented: guessing would miscount
 */
export class PlanModelBuilder {
  readonly #changes: PlannedChange[] = [];
  readonly #deferred: DeferredChange[] = [];
  readonly #drift = new DriftCollector();
  readonly #seen = new Set<string>();
  readonly #tally: Tally = noCounts();

  /** Takes any part but the last. */
  add(part: PlanPart): void {
    if (part.section === 'resource_changes') this.#addRow(part.value);
    else if (part.section === 'resource_drift') this.#drift.add(part.value);
    else if (part.section === 'deferred_changes') this.#deferred.push(deferredChange(part.value));
  }

  finish(rest: PlanRest): PlanModel {
    const outputs = plannedOutputs(rest.output_changes ?? {});
    const drift = this.#drift.finish(rest);
    const checks = (rest.checks ?? []).map(checkResult);
    const deferred = [...this.#deferred, ...(rest.deferred_action_invocations ?? []).map(deferredAction)];
    const actionInvocations = (rest.action_invocations ?? []).map(actionAddress);
    return {
      formatVersion: rest.format_version,
      toolVersion: rest.terraform_version ?? null,
      changes: this.#changes,
      outputs,
      drift,
      checks,
      deferred,
      actionInvocations,
      counts: {
        ...this.#tally,
        deferred: deferred.length,
        actionInvocations: actionInvocations.length,
        outputs: outputs.length,
        drift: drift.length,
        failedChecks: checks.filter((check) => check.status === 'fail' || check.status === 'error').length,
      },
      complete: rest.complete ?? null,
      applyable: rest.applyable ?? null,
      errored: rest.errored ?? null,
    };
  }

  #addRow(row: ResourceChangeJson): void {
    const key = row.deposed === undefined ? row.address : `${row.address} ${row.deposed}`;
    if (this.#seen.has(key)) {
      throw terraformErrors.EHA1208(
        `The plan JSON has two rows for ${row.address}; counting would be wrong.`,
      );
    }
    this.#seen.add(key);
    const { kind, order } = classify(row);
    countRow(this.#tally, row, kind, order);
    const isKept = kind !== 'create' || this.#tally.create <= MOST_CREATED_WITH_ATTRIBUTES;
    if (kind !== 'no-op') this.#changes.push(plannedChange(row, kind, order, isKept));
  }
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

function plannedChange(
  row: ResourceChangeJson,
  kind: ChangeKind,
  order: ReplaceOrder | null,
  keepsAttributes: boolean,
): PlannedChange {
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
    importId: importId(row.change),
    attributes: keepsAttributes ? attributesOf(row.change, kind) : [],
    attributesOmitted: keepsAttributes ? 0 : countKnown(row.change.after),
    replacePaths: (row.change.replace_paths ?? []).map(formatPath),
    unknownCount: countUnknown(row.change.after_unknown),
  };
}

function attributesOf(change: ChangeJson, kind: ChangeKind): readonly AttributeChange[] {
  if (KINDS_WITH_ATTRIBUTES.has(kind)) return attributeChanges(change);
  if (kind !== 'create' || !isObject(change.after)) return [];
  // Against an empty object each attribute is a difference of its own; those only known after apply tell nothing.
  const found = attributeChanges({ ...change, before: {}, before_sensitive: {} });
  return found.filter(({ after, lines }) => after !== null || lines !== null);
}

function countKnown(after: unknown): number {
  return isObject(after) ? Object.values(after).filter((value) => value !== null).length : 0;
}

function importId({ importing }: ChangeJson): string | null {
  if (typeof importing?.id === 'string' && importing.id !== '') return importing.id;
  if (!isObject(importing?.identity)) return null;
  const parts = Object.entries(importing.identity).filter(([, value]) => value !== null);
  return parts
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

function deferredChange(entry: DeferredChangeJson): DeferredChange {
  return {
    address: entry.resource_change.address,
    kind: classify(entry.resource_change).kind,
    reason: entry.reason ?? 'unknown',
  };
}

function deferredAction(entry: unknown): DeferredChange {
  const action = isObject(entry) ? entry['action_invocation'] : undefined;
  const reason = isObject(entry) ? entry['reason'] : undefined;
  return {
    address: actionAddress(isObject(action) ? action : {}),
    kind: 'invoke',
    reason: typeof reason === 'string' ? reason : 'unknown',
  };
}

function actionAddress(action: ActionInvocationJson): string {
  return typeof action.address === 'string' ? action.address : 'unknown';
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
