import { isObject } from './plan-json.ts';
import { at, canonical, canonicalMarks, hasMark, isEqual, sameMarks } from './value-diff-compare.ts';

/** Two lists with the marks of their elements, as in {@link ChangeJson}. */
export interface Lists {
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  readonly unknown: unknown;
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
}

/** Indices count in `before` for what is removed, in `after` for what is added, in both for a pair. */
export interface ListMatch {
  readonly pairs: readonly (readonly [before: number, after: number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
  /** Elements in both lists come in another order. */
  readonly reordered: boolean;
}

/** Pairs are sought among at most this many elements of each side. */
const MOST_CANDIDATES = 64;

/**
 * Which elements of two lists belong together, equal ones left out. Without the provider's schema a set cannot be
 * told from a list, so both are served: elements that differ at the same positions of lists of one length are
 * compared in place; else equal elements are matched as in a set, wherever they are, objects that agree in more than
 * half of their members are taken for the same one changed, and the rest is added or removed. That hides nothing of
 * a list, since `reordered` tells when the order changed as well (Terraform writes sets sorted).
 */
export function matchLists(lists: Lists): ListMatch {
  const { before, after } = lists;
  const length = Math.max(after.length, Array.isArray(lists.unknown) ? lists.unknown.length : 0);
  const shorter = Math.min(before.length, length);
  let head = 0;
  while (head < shorter && isSame(lists, head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(lists, before.length - 1 - tail, length - 1 - tail)) tail += 1;
  const left = range(head, before.length - tail);
  const right = range(head, length - tail);
  if (left.length === 0 || right.length === 0) {
    return { pairs: [], removed: left, added: right, reordered: false };
  }
  if (before.length === length && left.length === 1) {
    return { pairs: [[head, head]], removed: [], added: [], reordered: false };
  }
  return matchRest(lists, left, right, before.length === length);
}

function matchRest(
  lists: Lists,
  left: readonly number[],
  right: readonly number[],
  sameLength: boolean,
): ListMatch {
  const { removed, added, reordered } = matchEqual(lists, left, right);
  const inPlace = removed.length === added.length && removed.every((index, nth) => added[nth] === index);
  if (sameLength && inPlace && !reordered) {
    return { pairs: removed.map((index) => [index, index] as const), removed: [], added: [], reordered };
  }
  const pairs = pairSimilar(lists, removed, added);
  const pairedLeft = new Set(pairs.map(([index]) => index));
  const pairedRight = new Set(pairs.map(([, index]) => index));
  return {
    pairs,
    removed: removed.filter((index) => !pairedLeft.has(index)),
    added: added.filter((index) => !pairedRight.has(index)),
    reordered,
  };
}

function range(from: number, to: number): number[] {
  const indices: number[] = [];
  for (let index = from; index < to; index += 1) indices.push(index);
  return indices;
}

function isSame(lists: Lists, left: number, right: number): boolean {
  return (
    isEqual(lists.before[left], lists.after[right]) &&
    !hasMark(at(lists.unknown, right)) &&
    sameMarks(at(lists.beforeSensitive, left), at(lists.afterSensitive, right))
  );
}

function matchEqual(lists: Lists, left: readonly number[], right: readonly number[]) {
  const places = new Map<string, number[]>();
  for (const index of left) {
    const key = `${canonical(lists.before[index])}${canonicalMarks(at(lists.beforeSensitive, index))}`;
    const list = places.get(key);
    if (list === undefined) places.set(key, [index]);
    else list.push(index);
  }
  for (const list of places.values()) list.reverse();
  const matched = new Set<number>();
  const added: number[] = [];
  let last = -1;
  let reordered = false;
  for (const index of right) {
    const isKnown = !hasMark(at(lists.unknown, index));
    const key = `${canonical(lists.after[index])}${canonicalMarks(at(lists.afterSensitive, index))}`;
    const place = isKnown ? places.get(key)?.pop() : undefined;
    if (place === undefined) {
      added.push(index);
      continue;
    }
    matched.add(place);
    if (place < last) reordered = true;
    last = place;
  }
  return { removed: left.filter((index) => !matched.has(index)), added, reordered };
}

/** Each object goes to the free object of the other side it shares most members with, if that is more than half. */
function pairSimilar(lists: Lists, removed: readonly number[], added: readonly number[]): [number, number][] {
  const free = added.slice(0, MOST_CANDIDATES).filter((index) => isObject(lists.after[index]));
  const pairs: [number, number][] = [];
  for (const left of removed.slice(0, MOST_CANDIDATES)) {
    let best = -1;
    let bestShare = 0.5;
    for (const right of free) {
      const share = similarity(lists.before[left], lists.after[right]);
      if (share > bestShare) {
        best = right;
        bestShare = share;
      }
    }
    if (best < 0) continue;
    pairs.push([left, best]);
    free.splice(free.indexOf(best), 1);
  }
  return pairs;
}

/** Share of equal members among all that either object has; members without a value count on neither side. */
function similarity(left: unknown, right: unknown): number {
  if (!isObject(left) || !isObject(right)) return 0;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  let all = 0;
  let equal = 0;
  for (const key of keys) {
    const value = at(left, key);
    const other = at(right, key);
    if (value === null && isEqual(value, other)) continue;
    all += 1;
    if (isEqual(value, other)) equal += 1;
  }
  return all === 0 ? 0 : equal / all;
}
