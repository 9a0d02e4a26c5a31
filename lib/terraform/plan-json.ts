import { readFile } from 'node:fs/promises';
import { terraformErrors } from './errors.ts';

/**
 * The parts of `terraform show -json <plan>` that are used here. Everything but the format version may be missing:
 * a plan without changes has no `resource_changes`, OpenTofu has no `applyable`, `complete` and `deferred_changes`.
 * Shape: HashiCorp's "JSON Output Format" page and Terraform's `internal/command/jsonplan`.
 */
export interface PlanJson {
  readonly format_version: string;
  readonly terraform_version?: string;
  readonly resource_changes?: readonly ResourceChangeJson[];
  readonly resource_drift?: readonly ResourceChangeJson[];
  readonly deferred_changes?: readonly DeferredChangeJson[];
  readonly deferred_action_invocations?: readonly unknown[];
  readonly output_changes?: Readonly<Record<string, ChangeJson>>;
  readonly action_invocations?: readonly ActionInvocationJson[];
  readonly relevant_attributes?: readonly RelevantAttributeJson[];
  readonly checks?: readonly CheckJson[];
  readonly applyable?: boolean;
  readonly complete?: boolean;
  readonly errored?: boolean;
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

/** Reads and checks a file written by `terraform show -json`. Errors as in {@link parsePlanJson}. */
export async function readPlanJson(file: string): Promise<PlanJson> {
  return parsePlanJson(await readFile(file, 'utf8'));
}

/**
 * Parses and checks the text of `terraform show -json`.
 * @throws EHA1208 when it is not a plan, EHA1209 when its format has an unknown major version.
 */
export function parsePlanJson(text: string): PlanJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold a secret.
    throw terraformErrors.EHA1208(
      `The output of \`terraform show -json\` is not JSON (${text.length} characters).`,
    );
  }
  if (!isObject(value))
    throw terraformErrors.EHA1208('The output of `terraform show -json` is not a JSON object.');
  checkVersion(value['format_version']);
  checkRows(value, 'resource_changes', (row) => row);
  checkRows(value, 'resource_drift', (row) => row);
  checkRows(value, 'deferred_changes', (row) => row['resource_change']);
  checkOutputs(value['output_changes']);
  checkChecks(value['checks']);
  checkArray(value, 'relevant_attributes');
  checkArray(value, 'action_invocations');
  return value as unknown as PlanJson;
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

function checkRows(
  plan: Readonly<Record<string, unknown>>,
  field: string,
  changeOf: (row: Readonly<Record<string, unknown>>) => unknown,
): void {
  for (const [index, row] of checkArray(plan, field).entries()) {
    const change = isObject(row) ? changeOf(row) : undefined;
    if (!isObject(change) || typeof change['address'] !== 'string' || !hasActions(change['change'])) {
      throw notAPlan(`${field}[${index}] has no address or no actions`);
    }
  }
}

function checkOutputs(outputs: unknown): void {
  if (outputs === undefined) return;
  if (!isObject(outputs)) throw notAPlan('output_changes is not an object');
  for (const [name, change] of Object.entries(outputs)) {
    if (!hasActions(change)) throw notAPlan(`output_changes.${name} has no actions`);
  }
}

function checkChecks(checks: unknown): void {
  if (checks === undefined) return;
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
