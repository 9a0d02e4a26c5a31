/** All overlapping pairs of many blocks: sorted once, swept once with a stack of the blocks around the current one. */
import { addressOrder } from './cidr-order.ts';
import { type Cidr, type Family, type Overlap } from './cidr-value.ts';

/** Two overlapping blocks by their places in the input, `a` before `b`; `kind` says how `a` lies to `b`. */
export interface OverlapPair {
  readonly a: number;
  readonly b: number;
  readonly kind: Overlap;
}

export interface Overlaps {
  /** In order of address (of the later-starting block); at most `limit`. */
  readonly pairs: readonly OverlapPair[];
  /** All pairs, listed or only counted. */
  readonly total: number;
}

export interface OverlapOptions {
  /** Pairs to list; those beyond are counted without being walked through. */
  readonly limit: number;
  /** Says which overlaps matter by what the blocks are for; every overlap when left out. */
  readonly groups?: OverlapGroups;
}

/** Blocks told apart by a few groups, such as roles, so that overlaps that are meant to be cost nothing. */
export interface OverlapGroups {
  /** Group of each block, as the blocks themselves are given: whole numbers from 0 to `count` - 1. */
  readonly of: ArrayLike<number>;
  readonly count: number;
  /**
   * Whether it matters that a block of group `outer` holds one of group `inner`. Of equal blocks, `outer` is the group of
   * the one given first. Asked once for each combination.
   */
  readonly wanted: (outer: number, inner: number, equal: boolean) => boolean;
}

/**
 * Finds every pair that shares an address. Time n log n and the pairs listed, memory linear in the blocks: a thousand
 * copies of one block are half a million pairs, and are counted, not stored.
 */
export function overlaps(cidrs: readonly Cidr[], options: OverlapOptions): Overlaps {
  const pairs: OverlapPair[] = [];
  const found = { pairs, total: 0 };
  for (const family of [4, 6] as const) sweep(cidrs, family, options, found);
  return found;
}

interface Found {
  readonly pairs: OverlapPair[];
  total: number;
}

const EVERYTHING = { count: 1, wanted: () => true };

/** The blocks around the current one, outermost first, and how many of them are in each group. */
interface Around {
  readonly stack: Int32Array;
  depth: number;
  readonly counts: Float64Array;
  /** Of those, the ones equal to the current block: the last of the stack. */
  readonly equalCounts: Float64Array;
  equals: number;
}

function sweep(
  cidrs: readonly Cidr[],
  family: Family,
  { limit, groups }: OverlapOptions,
  found: Found,
): void {
  const order = addressOrder(cidrs, family);
  const { count } = groups ?? EVERYTHING;
  const wanted = wantedTable(groups ?? EVERYTHING);
  const around: Around = {
    stack: new Int32Array(order.length),
    depth: 0,
    counts: new Float64Array(count),
    equalCounts: new Float64Array(count),
    equals: 0,
  };
  const groupOf = (index: number): number => groups?.of[index] ?? 0;
  for (const index of order) {
    const cidr = cidrs[index];
    if (cidr === undefined) continue;
    leaveBehind(cidrs, around, cidr, groupOf);
    const group = groupOf(index);
    const matching = countWanted(around, wanted, group);
    if (matching > 0 && found.pairs.length < limit) {
      listPairs(around, index, limit, found.pairs, (other, equal) =>
        isWanted(wanted, count, groupOf(other), group, equal),
      );
    }
    found.total += matching;
    enter(around, index, group);
  }
}

/** Two bytes for each pair of groups: strictly inside, equal. */
function wantedTable({ count, wanted }: Pick<OverlapGroups, 'count' | 'wanted'>): Uint8Array {
  const table = new Uint8Array(count * count * 2);
  for (let at = 0; at < table.length; at += 1) {
    const outer = (at >> 1) % count;
    const inner = Math.floor((at >> 1) / count);
    table[at] = Number(wanted(outer, inner, at % 2 === 1));
  }
  return table;
}

function isWanted(table: Uint8Array, count: number, outer: number, inner: number, equal: boolean): boolean {
  return table[(inner * count + outer) * 2 + Number(equal)] === 1;
}

/** Drops from the stack what ends before the block, and starts a new run of equals unless the block repeats the last. */
function leaveBehind(
  cidrs: readonly Cidr[],
  around: Around,
  cidr: Cidr,
  groupOf: (index: number) => number,
): void {
  const { stack, counts, equalCounts } = around;
  let top = topOf(cidrs, around);
  if (top?.prefix !== cidr.prefix || top.first !== cidr.first) {
    equalCounts.fill(0);
    around.equals = 0;
  }
  while (top !== undefined && top.last < cidr.first) {
    around.depth -= 1;
    const group = groupOf(stack[around.depth] ?? 0);
    counts[group] = (counts[group] ?? 0) - 1;
    top = topOf(cidrs, around);
  }
}

function topOf(cidrs: readonly Cidr[], { stack, depth }: Around): Cidr | undefined {
  return depth === 0 ? undefined : cidrs[stack[depth - 1] ?? 0];
}

function enter(around: Around, index: number, group: number): void {
  const { stack, counts, equalCounts } = around;
  stack[around.depth] = index;
  around.depth += 1;
  around.equals += 1;
  counts[group] = (counts[group] ?? 0) + 1;
  equalCounts[group] = (equalCounts[group] ?? 0) + 1;
}

function countWanted({ counts, equalCounts }: Around, wanted: Uint8Array, group: number): number {
  const { length } = counts;
  let total = 0;
  for (let outer = 0; outer < length; outer += 1) {
    const all = counts[outer] ?? 0;
    if (all === 0) continue;
    const equal = equalCounts[outer] ?? 0;
    const at = (group * length + outer) * 2;
    total += (all - equal) * (wanted[at] ?? 0) + equal * (wanted[at + 1] ?? 0);
  }
  return total;
}

function listPairs(
  { stack, depth, equals }: Around,
  index: number,
  limit: number,
  pairs: OverlapPair[],
  matters: (other: number, equal: boolean) => boolean,
): void {
  for (let level = 0; level < depth && pairs.length < limit; level += 1) {
    const other = stack[level] ?? 0;
    const equal = level >= depth - equals;
    if (!matters(other, equal)) continue;
    if (equal) pairs.push({ a: other, b: index, kind: 'equal' });
    else if (other < index) pairs.push({ a: other, b: index, kind: 'contains' });
    else pairs.push({ a: index, b: other, kind: 'inside' });
  }
}
