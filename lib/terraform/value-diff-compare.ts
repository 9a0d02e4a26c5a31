import { isObject } from './plan-json.ts';

/** A member of a list or of an object; undefined for what is not there, also for inherited names. */
export function at(side: unknown, key: string | number): unknown {
  if (typeof side !== 'object' || side === null) return undefined;
  if (Array.isArray(side)) return typeof key === 'number' ? (side as unknown[])[key] : undefined;
  return own(side as Readonly<Record<string, unknown>>, String(key));
}

/**
 * A member of an object that was parsed from JSON. All that such an object inherits is functions and `__proto__`, so
 * that only those need the slow question whose they are.
 */
export function own(side: Readonly<Record<string, unknown>>, key: string): unknown {
  const value = side[key];
  if (typeof value !== 'function' && key !== '__proto__') return value;
  return Object.hasOwn(side, key) ? value : undefined;
}

/** Terraform writes an attribute without a value as null or leaves it out, depending on the place. */
export function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

/** Whether two values of a plan are the same; a null member of an object is as good as a missing one. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object') return isAbsent(left) && isAbsent(right);
  if (left === null || right === null) return isAbsent(left) && isAbsent(right);
  if (Array.isArray(left)) return Array.isArray(right) && equalLists(left, right);
  return !Array.isArray(right) && equalObjects(left as Members, right as Members);
}

type Members = Readonly<Record<string, unknown>>;

// The loops of this file run over every value of a plan: they build nothing.
function equalObjects(left: Members, right: Members): boolean {
  for (const key in left) {
    const value = left[key];
    const other = own(right, key);
    if (value !== other && !isEqual(value, other)) return false;
  }
  for (const key in right) {
    if (right[key] !== null && own(left, key) === undefined) return false;
  }
  return true;
}

function equalLists(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (!isEqual(left[index], right[index])) return false;
  }
  return true;
}

/** How many leaves of a structure of marks (`after_unknown`, `after_sensitive`) are marked. */
export function countMarks(marks: unknown): number {
  if (marks === true) return 1;
  if (typeof marks !== 'object' || marks === null) return 0;
  let count = 0;
  for (const item of Object.values(marks)) count += countMarks(item);
  return count;
}

export function hasMark(marks: unknown): boolean {
  if (marks === true) return true;
  if (typeof marks !== 'object' || marks === null) return false;
  if (Array.isArray(marks)) return marks.some(hasMark);
  for (const key in marks) if (hasMark((marks as Members)[key])) return true;
  return false;
}

/** Whether two structures mark the same places: false, `{}` and nothing at all are the same. */
export function sameMarks(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === true || right === true) return false;
  if (typeof left !== 'object' || left === null) return !hasMark(right);
  if (typeof right !== 'object' || right === null) return !hasMark(left);
  if (Array.isArray(left) && Array.isArray(right)) return sameListMarks(left, right);
  if (Array.isArray(left) || Array.isArray(right)) return !hasMark(left) && !hasMark(right);
  for (const key in left) if (!sameMarks((left as Members)[key], own(right as Members, key))) return false;
  for (const key in right) {
    if (!Object.hasOwn(left, key) && hasMark((right as Members)[key])) return false;
  }
  return true;
}

function sameListMarks(left: readonly unknown[], right: readonly unknown[]): boolean {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    if (!sameMarks(left[index], right[index])) return false;
  }
  return true;
}

/**
 * Marks of either side. Terraform marks a value only from where it knows that it is sensitive, so the old value of a
 * newly marked attribute counts as sensitive, too. Marks of different shapes cannot be laid over each other: then the
 * whole is marked.
 */
export function mergeMarks(left: unknown, right: unknown): unknown {
  if (left === true || right === true) return true;
  if (!hasMark(left)) return hasMark(right) ? right : false;
  if (!hasMark(right)) return left;
  if (Array.isArray(left) && Array.isArray(right)) {
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, index) => mergeMarks(at(left, index), at(right, index)));
  }
  if (!isObject(left) || !isObject(right)) return true;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries([...keys].map((key) => [key, mergeMarks(at(left, key), at(right, key))]));
}

/** What any element of these lists has marked: an element that matches no other has no marks but these to go by. */
export function marksOfElements(...lists: readonly unknown[]): unknown {
  let merged: unknown = false;
  for (const marks of lists) {
    if (marks === true) return true;
    if (!hasMark(marks)) continue;
    for (const element of Object.values(marks as object)) merged = mergeMarks(merged, element);
  }
  return merged;
}

/** One text for equal values, different texts for different ones. */
export function canonical(value: unknown): string {
  if (isAbsent(value)) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isObject(value)) {
    const keys = Object.keys(value).filter((key) => !isAbsent(value[key]));
    return `{${keys
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The places that are marked, as one text; empty when there are none. */
export function canonicalMarks(marks: unknown): string {
  if (marks === true) return '!';
  if (!hasMark(marks)) return '';
  return Object.entries(marks as object)
    .map(([key, inner]) => [key, canonicalMarks(inner)] as const)
    .filter(([, inner]) => inner !== '')
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${inner}`)
    .join(',');
}
