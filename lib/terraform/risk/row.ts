import { classify, type ChangeKind } from '../change-kinds.ts';
import { isObject, type ResourceChangeJson } from '../plan-json.ts';

type Values = Readonly<Record<string, unknown>>;

/** A row of the plan as the rules see it. */
export interface Row {
  readonly address: string;
  /** Address of its module, empty for the root. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  readonly index: string | number | null;
  readonly kind: ChangeKind;
  /** Whether the row is about an object left over from a replacement that did not finish, not the current one. */
  readonly deposed: boolean;
  readonly reason: string | null;
  /** The running object, null when there is none. */
  readonly before: Values | null;
  /** The object as planned, null when there will be none. Lacks what is known only after apply. */
  readonly after: Values | null;
  /** `true` at the places of `after` that are known only after apply. */
  readonly unknown: Values | true;
}

/**
 * One row of `resource_changes`, read.
 * @throws EHA1209 when its actions are not documented.
 */
export function readRow(json: ResourceChangeJson): Row {
  const { change } = json;
  return {
    address: json.address,
    module: json.module_address ?? '',
    type: json.type ?? '',
    name: json.name ?? '',
    index: json.index ?? null,
    kind: classify(json).kind,
    deposed: json.deposed !== undefined,
    reason: json.action_reason ?? null,
    before: isObject(change.before) ? change.before : null,
    after: isObject(change.after) ? change.after : null,
    unknown:
      change.after_unknown === true ? true : isObject(change.after_unknown) ? change.after_unknown : {},
  };
}

/**
 * All values at a dotted path, lists on the way (nested blocks are lists) and at the end flattened: `vpc_config.subnet_ids`
 * gives every subnet of every block. Nulls and what is not there are left out.
 */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  const found: unknown[] = [];
  gather(value, stepsOf(path), 0, found);
  return found;
}

/** The same few paths are asked of every row. */
const STEPS = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  const known = STEPS.get(path);
  if (known !== undefined) return known;
  const steps = path === '' ? [] : path.split('.');
  STEPS.set(path, steps);
  return steps;
}

function gather(value: unknown, steps: readonly string[], depth: number, found: unknown[]): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) gather(item, steps, depth, found);
    return;
  }
  const step = steps[depth];
  if (step === undefined) found.push(value);
  else if (typeof value === 'object' && Object.hasOwn(value, step)) {
    gather((value as Values)[step], steps, depth + 1, found);
  }
}

/** The texts at a path; other values are left out. */
export function textsAt(value: unknown, path: string): readonly string[] {
  return valuesAt(value, path).filter((item): item is string => typeof item === 'string');
}

/** The first value at a path, undefined when there is none. */
export function firstAt(value: unknown, path: string): unknown {
  return valuesAt(value, path)[0];
}

/** Whether the planned value at a path, the whole that it is part of, or a part of it is known only after apply. */
export function isUnknown(row: Row, path: string): boolean {
  return row.unknown === true || isMarkedAt(row.unknown, stepsOf(path), 0);
}

function isMarkedAt(marks: unknown, steps: readonly string[], depth: number): boolean {
  if (marks === true) return true;
  if (typeof marks !== 'object' || marks === null) return false;
  if (Array.isArray(marks)) return marks.some((item) => isMarkedAt(item, steps, depth));
  const step = steps[depth];
  return step === undefined ? hasMark(marks) : isMarkedAt((marks as Values)[step], steps, depth + 1);
}

function hasMark(value: unknown): boolean {
  if (value === true) return true;
  if (Array.isArray(value)) return value.some(hasMark);
  return isObject(value) && Object.values(value).some(hasMark);
}

/**
 * Whether the value at a path differs between the running and the planned object. A value that is known only after
 * apply counts as changed: Terraform would know it if what it depends on stayed as it is.
 */
export function hasChanged(row: Row, path: string): boolean {
  if (row.before === null || row.after === null) return false;
  if (isUnknown(row, path)) return true;
  return !isEqual(valuesAt(row.before, path), valuesAt(row.after, path));
}

/** Names of the arguments that differ or may differ, of a row whose object exists before and after. */
export function changedArguments(row: Row): readonly string[] {
  if (row.before === null || row.after === null) return [];
  const marked = row.unknown === true ? [] : Object.keys(row.unknown);
  const names = new Set([...Object.keys(row.before), ...Object.keys(row.after), ...marked]);
  return [...names].filter((name) => hasChanged(row, name)).sort();
}

/** Equality of JSON values; null, absent and an empty list are the same, as Terraform providers exchange them freely. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  if (Array.isArray(left)) {
    const other = right as readonly unknown[];
    return left.length === other.length && left.every((item, index) => isEqual(item, other[index]));
  }
  const [one, other] = [left as Values, right as Values];
  for (const key in one) if (!isEqual(one[key], other[key])) return false;
  for (const key in other) if (!Object.hasOwn(one, key) && !isEqual(undefined, other[key])) return false;
  return true;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
