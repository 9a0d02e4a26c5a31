import { terraformErrors } from './errors.ts';

/**
 * The parts of `terraform show -json <plan>` that are used here. Everything but the format version may be missing:
 * a plan without changes has no `resource_changes`, OpenTofu has no `applyable`, `complete` and `deferred_changes`.
 * Shape: HashiCorp's "JSON Output Format" page and Terraform's `internal/command/jsonplan`.
 */
export interface PlanJson extends PlanRest {
  readonly resource_changes?: readonly ResourceChangeJson[];
  readonly resource_drift?: readonly ResourceChangeJson[];
  readonly deferred_changes?: readonly DeferredChangeJson[];
}

/** What is left of a plan when its rows and the objects of its state were taken one at a time. */
export interface PlanRest {
  readonly format_version: string;
  readonly terraform_version?: string;
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly configuration?: unknown;
  readonly planned_values?: { readonly outputs?: Readonly<Record<string, OutputJson>> };
  readonly prior_state?: { readonly values?: { readonly outputs?: Readonly<Record<string, OutputJson>> } };
  readonly timestamp?: string;
  readonly deferred_action_invocations?: readonly unknown[];
  readonly output_changes?: Readonly<Record<string, ChangeJson>>;
  readonly action_invocations?: readonly ActionInvocationJson[];
  readonly relevant_attributes?: readonly RelevantAttributeJson[];
  readonly checks?: readonly CheckJson[];
  readonly applyable?: boolean;
  readonly complete?: boolean;
  readonly errored?: boolean;
}

export interface OutputJson {
  readonly sensitive?: boolean;
  readonly value?: unknown;
}

/** An object of the prior state or the planned values. */
export interface ValuesJson {
  readonly address?: unknown;
  readonly values?: unknown;
  readonly sensitive_values?: unknown;
}

export interface ResourceChangeJson {
  readonly address: string;
  readonly previous_address?: string;
  readonly module_address?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly name?: string;
  readonly index?: string | number;
  readonly provider_name?: string;
  readonly deposed?: string;
  readonly change: ChangeJson;
  readonly action_reason?: string;
}

/**
 * One change. `after_unknown` and the two `*_sensitive` mirror the value with `true` at the marked places, or are
 * `true` for the whole of it.
 */
export interface ChangeJson {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly after_unknown?: unknown;
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
  readonly replace_paths?: readonly (readonly (string | number)[])[];
  readonly importing?: {
    readonly id?: string;
    readonly unknown?: boolean;
    readonly identity?: unknown;
  } | null;
}

export interface DeferredChangeJson {
  readonly reason?: string;
  readonly resource_change: ResourceChangeJson;
}

export interface ActionInvocationJson {
  readonly address?: string;
  readonly config_values?: unknown;
  readonly config_sensitive?: unknown;
}

export interface RelevantAttributeJson {
  readonly resource: string;
  readonly attribute?: readonly (string | number)[];
}

export interface CheckJson {
  readonly address: { readonly to_display: string };
  readonly status: string;
  readonly instances?: readonly {
    readonly address?: { readonly to_display?: string };
    readonly status?: string;
    readonly problems?: readonly { readonly message?: string }[];
  }[];
}

/** Major versions that are understood: 0 (Terraform 0.12 to 1.0) and 1; minor versions only add. */
const KNOWN_MAJOR_VERSIONS: ReadonlySet<string> = new Set(['0', '1']);

/** Checks one row of `resource_changes` or `resource_drift`, the `nth` of its `list`. @throws EHA1208 naming the place */
export function checkRow(row: unknown, nth: number, list: string): ResourceChangeJson {
  if (isObject(row) && typeof row['address'] === 'string' && hasActions(row['change']))
    return row as unknown as ResourceChangeJson;
  throw notAPlan(`${list}[${nth}] has no address or no actions`);
}

/** The same for a row of `deferred_changes`. */
export function checkDeferredRow(row: unknown, nth: number): DeferredChangeJson {
  checkRow(isObject(row) ? row['resource_change'] : undefined, nth, 'deferred_changes');
  return row as DeferredChangeJson;
}

/**
 * Checks everything but the rows. Names with a dot are parts of a nested member that was not kept whole.
 * @throws EHA1208 when it is not a plan, EHA1209 when its format has an unknown major version
 */
export function checkRest(found: Readonly<Record<string, unknown>>): PlanRest {
  const { 'planned.outputs': planned, 'prior.outputs': prior, ...members } = found;
  checkVersion(members['format_version']);
  checkOutputs(members['output_changes']);
  checkChecks(members['checks']);
  checkArray(members, 'relevant_attributes');
  checkArray(members, 'action_invocations');
  const present = Object.entries(members).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(present),
    ...(isObject(planned) && { planned_values: { outputs: planned } }),
    ...(isObject(prior) && { prior_state: { values: { outputs: prior } } }),
  } as unknown as PlanRest;
}

function checkVersion(version: unknown): void {
  const major = typeof version === 'string' ? /^(\d+)\.\d+/.exec(version)?.[1] : undefined;
  if (major === undefined) {
    throw terraformErrors.EHA1208(
      'The JSON has no format_version: it is not a plan of Terraform or OpenTofu.',
    );
  }
  if (!KNOWN_MAJOR_VERSIONS.has(major)) {
    throw terraformErrors.EHA1209(`The plan has format version ${String(version)}; known are 0.x and 1.x.`);
  }
}

function checkOutputs(outputs: unknown): void {
  if (outputs === undefined || outputs === null) return;
  if (!isObject(outputs)) throw notAPlan('output_changes is not an object');
  for (const [name, change] of Object.entries(outputs)) {
    if (!hasActions(change)) throw notAPlan(`output_changes.${name} has no actions`);
  }
}

function checkChecks(checks: unknown): void {
  if (checks === undefined || checks === null) return;
  if (!Array.isArray(checks)) throw notAPlan('checks is not a list');
  for (const [index, check] of checks.entries()) {
    const address: unknown = isObject(check) ? check['address'] : undefined;
    if (!isObject(address) || typeof address['to_display'] !== 'string') {
      throw notAPlan(`checks[${index}] has no address`);
    }
  }
}

function checkArray(plan: Readonly<Record<string, unknown>>, field: string): readonly unknown[] {
  const list = plan[field];
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw notAPlan(`${field} is not a list`);
  return list;
}

function hasActions(change: unknown): boolean {
  if (!isObject(change)) return false;
  const actions = change['actions'];
  return (
    Array.isArray(actions) && actions.length > 0 && actions.every((action) => typeof action === 'string')
  );
}

function notAPlan(what: string): Error {
  return terraformErrors.EHA1208(`The plan JSON does not have the documented shape: ${what}.`);
}

/** A JSON object, as opposed to null, a list or a scalar. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
