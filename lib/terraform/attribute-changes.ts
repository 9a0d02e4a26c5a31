import { isObject, type ChangeJson } from './plan-json.ts';
import {
  at,
  countMarks,
  hasMark,
  isAbsent,
  isEqual,
  marksOfElements,
  mergeMarks,
  own,
  sameMarks,
} from './value-diff-compare.ts';
import { diffLines, oneSidedLines, type DiffLine } from './value-diff-lines.ts';
import { matchLists } from './value-diff-lists.ts';
import { SENSITIVE, valueText } from './value-diff-text.ts';

export type { DiffLine } from './value-diff-lines.ts';

/**
 * One attribute that differs between before and after. Sensitive values are left out by path; a value that is secret
 * elsewhere in the plan still has to go through the redactor.
 */
export interface AttributeChange {
  /**
   * As one would write it in Terraform: `tags["Name"]`, `ingress[0].from_port`. Empty for the object as a whole.
   * Inside a string that holds JSON the path goes on as if it were an object: `policy.Statement[0].Action`. An index
   * counts in the old list for what is removed, else in the new one.
   */
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The new value is only known after apply, in whole or in part. */
  readonly unknown: boolean;
  readonly sensitive: boolean;
  /** The old value on one line as Terraform's language writes it, cut when long; null when there was none. */
  readonly before: string | null;
  /** The new value likewise; null when there is none or it is unknown as a whole. */
  readonly after: string | null;
  /** Line by line, for texts of more than one line. */
  readonly lines: readonly DiffLine[] | null;
  /** This difference is why Terraform replaces the object. */
  readonly forcesReplacement: boolean;
}

type Path = readonly (string | number)[];

interface Walk {
  readonly steps: (string | number)[];
  readonly found: AttributeChange[];
  readonly replacePaths: readonly Path[];
}

/** One place of a change: the two values and the marks of that place. */
interface Place {
  readonly before: unknown;
  readonly after: unknown;
  readonly unknown: unknown;
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
}

/**
 * The leaves that differ between `before` and `after`. A part that is sensitive or unknown as a whole is one leaf, so
 * that the keys inside a sensitive map stay hidden too; an added or removed block is one leaf. How lists and sets are
 * compared is told at `matchLists`. Strings that both hold a JSON object or list are compared inside.
 */
export function attributeChanges(
  change: ChangeJson,
  replacePaths: readonly Path[] = change.replace_paths ?? [],
): AttributeChange[] {
  const walk: Walk = { steps: [], found: [], replacePaths };
  collect(walk, {
    before: change.before,
    after: change.after,
    unknown: change.after_unknown,
    beforeSensitive: change.before_sensitive,
    afterSensitive: change.after_sensitive,
  });
  return walk.found;
}

function collect(walk: Walk, place: Place): void {
  const { before, after, unknown } = place;
  if (place.beforeSensitive === true || place.afterSensitive === true || unknown === true) {
    collectLeaf(walk, place);
  } else if (isObject(before) && (isObject(after) || (isAbsent(after) && isObject(unknown)))) {
    // `after` lacks an object of which every member is unknown.
    collectMembers(walk, place);
  } else if (Array.isArray(before) && Array.isArray(after)) {
    collectElements(walk, place, before, after);
  } else if (!collectJson(walk, place)) {
    collectLeaf(walk, place);
  }
}

function collectLeaf(walk: Walk, place: Place): void {
  const { before, after, unknown } = place;
  // A value that only becomes (un)marked as sensitive is a change that Terraform plans as an update, too.
  const marksChanged =
    !isAbsent(before) && (place.beforeSensitive === true) !== (place.afterSensitive === true);
  if (unknown !== true && !marksChanged && isEqual(before, after)) return;
  emit(walk, place);
}

function collectMembers(walk: Walk, place: Place): void {
  for (const key of differingKeys(place).sort()) descend(walk, key, placeAt(place, key, key));
}

/**
 * Most members of most objects are equal: they are passed over before anything is built for them. Marks are few, so
 * that going through them by themselves is cheaper than asking for the marks of each member.
 */
function differingKeys(place: Place): string[] {
  const before = membersOf(place.before);
  const after = membersOf(place.after);
  const keys: string[] = [];
  for (const key in before) if (!isEqual(before[key], own(after, key))) keys.push(key);
  for (const key in after) {
    if (!isAbsent(after[key]) && own(before, key) === undefined) keys.push(key);
  }
  const add = (key: string): void => {
    if (!keys.includes(key)) keys.push(key);
  };
  const unknown = membersOf(place.unknown);
  for (const key in unknown) if (hasMark(unknown[key])) add(key);
  const beforeSensitive = membersOf(place.beforeSensitive);
  const afterSensitive = membersOf(place.afterSensitive);
  for (const key in beforeSensitive) {
    if (!sameMarks(beforeSensitive[key], own(afterSensitive, key))) add(key);
  }
  for (const key in afterSensitive)
    if (hasMark(afterSensitive[key]) && !Object.hasOwn(beforeSensitive, key)) add(key);
  return keys;
}

const NO_MEMBERS: Readonly<Record<string, unknown>> = Object.freeze({});

function membersOf(side: unknown): Readonly<Record<string, unknown>> {
  return isObject(side) ? side : NO_MEMBERS;
}

function placeAt(place: Place, before: string | number, after: string | number): Place {
  return {
    before: at(place.before, before),
    after: at(place.after, after),
    unknown: at(place.unknown, after),
    beforeSensitive: at(place.beforeSensitive, before),
    afterSensitive: at(place.afterSensitive, after),
  };
}

function descend(walk: Walk, step: string | number, place: Place): void {
  walk.steps.push(step);
  collect(walk, place);
  walk.steps.pop();
}

function collectElements(
  walk: Walk,
  place: Place,
  before: readonly unknown[],
  after: readonly unknown[],
): void {
  const match = matchLists({ ...place, before, after });
  if (match.reordered) emit(walk, place);
  const marks = marksOfElements(place.beforeSensitive, place.afterSensitive);
  const rows: (readonly [index: number, place: Place, paired: boolean])[] = [
    ...match.removed.map((index) => [index, elementAt(before[index], 'before', marks), false] as const),
    ...match.pairs.map(([left, right]) => [right, placeAt(place, left, right), true] as const),
    ...match.added.map((index) => {
      const unknown = at(place.unknown, index);
      return [index, elementAt(after[index], 'after', marks, unknown), false] as const;
    }),
  ];
  // Sorting is stable: at one index the removed element comes before the added one.
  for (const [index, element, paired] of rows.sort(([left], [right]) => left - right)) {
    if (paired) {
      descend(walk, index, element);
    } else {
      walk.steps.push(index);
      emit(walk, element);
      walk.steps.pop();
    }
  }
}

function elementAt(value: unknown, side: 'before' | 'after', marks: unknown, unknown?: unknown): Place {
  const present = value ?? (hasMark(unknown) ? undefined : NULL_ELEMENT);
  return {
    before: side === 'before' ? present : undefined,
    after: side === 'after' ? present : undefined,
    unknown,
    beforeSensitive: marks,
    afterSensitive: marks,
  };
}

/** Stands for a null in a list, which unlike a null attribute is a value. */
const NULL_ELEMENT = Symbol('null');

/** False when the place does not hold JSON on both sides, or JSON that differs in nothing but its notation. */
function collectJson(walk: Walk, place: Place): boolean {
  const { before, after } = place;
  if (typeof before !== 'string' || typeof after !== 'string' || before === after) return false;
  if (hasMark(place.beforeSensitive) || hasMark(place.afterSensitive)) return false;
  const left = parseJson(before);
  const right = left === undefined ? undefined : parseJson(after);
  if (right === undefined || Array.isArray(left) !== Array.isArray(right)) return false;
  const found = walk.found.length;
  collect(walk, { ...place, before: left, after: right, unknown: undefined });
  return walk.found.length > found;
}

/** Long numbers lose digits in parsing, so a text that may hold one is compared as text. */
function parseJson(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text) || /\d{16}/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

function emit(walk: Walk, place: Place): void {
  const { before, after, unknown } = place;
  const marks = mergeMarks(place.beforeSensitive, place.afterSensitive);
  // Marks inside of something that has no inside on one side: what they were meant for cannot be told.
  const sensitive = marks === true || (hasMark(marks) && (isScalar(before) || isScalar(after)));
  walk.found.push({
    path: formatPath(walk.steps),
    change: verb(place),
    unknown: hasMark(unknown),
    sensitive,
    before: sensitive ? SENSITIVE : textOf(before, marks),
    after: sensitive ? SENSITIVE : unknown === true ? null : textOf(after, marks, unknown),
    lines: sensitive || unknown === true ? null : textLines(before, after),
    forcesReplacement: walk.replacePaths.some((path) => overlap(path, walk.steps)),
  });
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function verb({ before, after, unknown }: Place): AttributeChange['change'] {
  const gains = !isAbsent(after) || hasMark(unknown);
  if (isAbsent(before)) return gains ? 'added' : 'changed';
  return gains ? 'changed' : 'removed';
}

function textOf(value: unknown, sensitive: unknown, unknown?: unknown): string | null {
  return value === NULL_ELEMENT ? 'null' : valueText(value, sensitive, unknown);
}

/** For texts of more than one line; an added or removed text has lines of one kind only. */
function textLines(before: unknown, after: unknown): readonly DiffLine[] | null {
  if (typeof before === 'string' && typeof after === 'string') {
    return before.includes('\n') || after.includes('\n') ? diffLines(before, after) : null;
  }
  if (typeof before === 'string' && isAbsent(after)) {
    return before.includes('\n') ? oneSidedLines(before, '-') : null;
  }
  if (typeof after === 'string' && isAbsent(before)) {
    return after.includes('\n') ? oneSidedLines(after, '+') : null;
  }
  return null;
}

/** Whether one path leads to the place or into it: a replaced block is caused by any attribute inside. */
function overlap(path: Path, steps: Path): boolean {
  const length = Math.min(path.length, steps.length);
  for (let index = 0; index < length; index += 1) {
    // An element of a set is addressed by its value, which is neither a name nor an index.
    if (typeof path[index] === 'object') return true;
    if (path[index] !== steps[index]) return false;
  }
  return true;
}

/** A path of `replace_paths` in the notation of {@link AttributeChange.path}. */
export function formatPath(steps: Path): string {
  let path = '';
  for (const step of steps) {
    if (typeof step === 'number') path += `[${step}]`;
    else if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(step)) path += `[${JSON.stringify(step)}]`;
    else path += path === '' ? step : `.${step}`;
  }
  return path;
}

/** How many leaves of an `after_unknown` structure are marked. */
export function countUnknown(unknown: unknown): number {
  return countMarks(unknown);
}
