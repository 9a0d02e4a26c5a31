import { attributeChanges, countUnknown, formatPath, type AttributeChange } from './attribute-changes.ts';
import { terraformErrors } from './errors.ts';
import type { ChangeJson, CheckJson, PlanJson, ResourceChangeJson } from './plan-json.ts';

/**
 * What Terraform will do to one object. `import` and `move` are those that do nothing else; an import or move that
 * also updates or replaces has that kind, and says so by `importing` and `previousAddress`.
 */
export type ChangeKind =
  | 'create'
  | 'update'
  | 'replace'
  | 'delete'
  | 'read'
  | 'import'
  | 'move'
  | 'forget'
  | 'create-forget'
  | 'no-op';

/** Which half of a replacement comes first; `create-first` is Terraform's create_before_destroy. */
export type ReplaceOrder = 'delete-first' | 'create-first';

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

/** Something changed outside Terraform since the last apply. */
export interface DriftedObject {
  readonly address: string;
  readonly module: string;
  readonly type: string;
  readonly deposed: string | null;
  /** `other` is a difference Terraform reports without an update or a deletion. */
  readonly kind: 'update' | 'delete' | 'other';
  readonly attributes: readonly AttributeChange[];
  /** Whether Terraform says that the object contributed to the planned changes; null when it does not say. */
  readonly relevant: boolean | null;
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

/** Kinds by Terraform's action lists (documented values of `change.actions`). */
const KINDS: Readonly<Record<string, { readonly kind: ChangeKind; readonly order?: ReplaceOrder }>> = {
  'no-op': { kind: 'no-op' },
  create: { kind: 'create' },
  read: { kind: 'read' },
  update: { kind: 'update' },
  delete: { kind: 'delete' },
  forget: { kind: 'forget' },
  'delete,create': { kind: 'replace', order: 'delete-first' },
  'create,delete': { kind: 'replace', order: 'create-first' },
  'create,forget': { kind: 'create-forget' },
};

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

function classify(row: ResourceChangeJson): { kind: ChangeKind; order: ReplaceOrder | null } {
  const known = lookUp(row.change, row.address);
  if (known.kind !== 'no-op') return { kind: known.kind, order: known.order ?? null };
  if (isImporting(row)) return { kind: 'import', order: null };
  return { kind: movedFrom(row) === null ? 'no-op' : 'move', order: null };
}

function lookUp(
  change: ChangeJson,
  where: string,
): { readonly kind: ChangeKind; readonly order?: ReplaceOrder } {
  const actions = change.actions.join(',');
  const known = Object.hasOwn(KINDS, actions) ? KINDS[actions] : undefined;
  if (known === undefined)
    throw terraformErrors.EHA1209(`${where} has the unknown action ${JSON.stringify(actions)}.`);
  return known;
}

function movedFrom(row: ResourceChangeJson): string | null {
  const previous = row.previous_address;
  return previous === undefined || previous === row.address ? null : previous;
}

function isImporting(row: ResourceChangeJson): boolean {
  return row.change.importing !== undefined && row.change.importing !== null;
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

function driftedObjects(plan: PlanJson): DriftedObject[] {
  // A drift row that is only a move repeats what resource_changes says.
  const rows = (plan.resource_drift ?? []).filter((row) => classify(row).kind !== 'move');
  return rows.map((row) => {
    const { kind } = classify(row);
    const attributes = kind === 'delete' ? [] : attributeChanges(row.change);
    return {
      address: row.address,
      module: row.module_address ?? '',
      type: row.type ?? '',
      deposed: row.deposed ?? null,
      kind: kind === 'update' || kind === 'delete' ? kind : ('other' as const),
      attributes,
      relevant: isRelevant(plan, row.address, attributes),
    };
  });
}

/** Plans before format 1.1 have no `relevant_attributes`; later ones leave the list out when it is empty. */
function isRelevant(plan: PlanJson, address: string, attributes: readonly AttributeChange[]): boolean | null {
  if (plan.relevant_attributes === undefined)
    return /^(0\.\d+|1\.0)/.test(plan.format_version) ? null : false;
  // A reference to a whole resource names it without the instance key.
  const resource = address.replace(/\[[^\]]*\]$/, '');
  return plan.relevant_attributes.some((entry) => {
    if (entry.resource !== address && entry.resource !== resource) return false;
    const path = formatPath(entry.attribute ?? []);
    return attributes.length === 0 || attributes.some((attribute) => overlaps(attribute.path, path));
  });
}

function overlaps(left: string, right: string): boolean {
  const within = (inner: string, outer: string): boolean =>
    outer === '' || inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
  return within(left, right) || within(right, left);
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
