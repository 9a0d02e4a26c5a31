/** All overlapping pairs of many blocks: sorted once, swept once with a stack of the blocks around the current one. */
import { SortedBlocks } from './cidr-order.ts';
import { type Cidr, type Family, type Overlap } from './cidr-value.ts';

/** Two overlapping blocks by their places in the input, `a` before `b`; `kind` says how `a` lies to `b`. */
export interface OverlapPair {
  readonly a: number;
  readonly b: number;
  readonly kind: Overlap;
}

export interface Overlaps {
  /** In order of address (of the later-starting block); at most `limit` of each tally. */
  readonly pairs: readonly OverlapPair[];
  /** All pairs that are wanted, listed or only counted. */
  readonly total: number;
  /** Pairs of each tally, wanted or not; as many numbers as `OverlapGroups.tallies`. */
  readonly tallies: readonly number[];
}

export interface OverlapOptions {
  /** Pairs to list of each tally; those beyond are counted without being walked through. */
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
  /** Which tally counts such a pair, from 0 to `tallies` - 1; told apart and asked as with `wanted`. */
  readonly tallyOf?: (outer: number, inner: number, equal: boolean) => number;
  /** 1 when left out: one tally for all pairs. */
  readonly tallies?: number;
}

/**
 * Finds every pair that shares an address. Time n log n and the pairs listed, memory linear in the blocks: a thousand
 * copies of one block are half a million pairs, and are counted, not stored.
 */
export function overlaps(blocks: readonly Cidr[] | SortedBlocks, options: OverlapOptions): Overlaps {
  const sorted = blocks instanceof SortedBlocks ? blocks : new SortedBlocks(blocks);
  const tables = tablesOf(options.groups ?? EVERYTHING);
  const zeros = (): number[] => Array.from({ length: tables.tallies }, () => 0);
  const found: Found = { pairs: [], total: 0, tallies: zeros(), listed: zeros() };
  for (const family of [4, 6] as const) sweep(sorted, family, options, tables, found);
  const { pairs, total, tallies } = found;
  return { pairs, total, tallies };
}

interface Found {
  readonly pairs: OverlapPair[];
  total: number;
  readonly tallies: number[];
  /** Of each tally, how many are in `pairs`. */
  readonly listed: number[];
}

const EVERYTHING = { count: 1, wanted: () => true } satisfies Partial<OverlapGroups>;

/** What the groups say about each pair of groups: first for a block strictly inside, then for an equal one. */
interface Tables {
  readonly count: number;
  readonly tallies: number;
  readonly wanted: Uint8Array;
  readonly tallyOf: Uint8Array;
}

function tablesOf({ count, wanted, tallyOf, tallies }: Omit<OverlapGroups, 'of'>): Tables {
  const table = (value: (outer: number, inner: number, equal: boolean) => number): Uint8Array =>
    Uint8Array.from({ length: count * count * 2 }, (_, at) =>
      value((at >> 1) % count, Math.floor((at >> 1) / count), at % 2 === 1),
    );
  return {
    count,
    tallies: tallies ?? 1,
    wanted: table((outer, inner, equal) => Number(wanted(outer, inner, equal))),
    tallyOf: table((outer, inner, equal) => tallyOf?.(outer, inner, equal) ?? 0),
  };
}

/** Place of a pair of groups in the tables. */
function placeOf({ count }: Tables, outer: number, inner: number, equal: boolean): number {
  return (inner * count + outer) * 2 + Number(equal);
}

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
  { cidrs, orders }: SortedBlocks,
  family: Family,
  { limit, groups }: OverlapOptions,
  tables: Tables,
  found: Found,
): void {
  const order = orders[family];
  const { length } = order;
  const around: Around = {
    stack: new Int32Array(length),
    depth: 0,
    counts: new Float64Array(tables.count),
    equalCounts: new Float64Array(tables.count),
    equals: 0,
  };
  const groupOf = (index: number): number => groups?.of[index] ?? 0;
  // By index, as an iterator makes an object for each block.
  for (let at = 0; at < length; at += 1) {
    const index = order[at] ?? 0;
    const cidr = cidrs[index];
    if (cidr === undefined) continue;
    leaveBehind(cidrs, around, cidr, groupOf);
    const group = groupOf(index);
    if (around.depth > 0 && countPairs(around, tables, group, limit, found)) {
      listPairs(around, index, found.pairs, (other, equal) =>
        takes(found, tables, placeOf(tables, groupOf(other), group, equal), limit),
      );
    }
    enter(around, index, group);
  }
}

/** Whether a pair at that place of the tables is to be listed; the ones that are, are reckoned up. */
function takes(found: Found, { wanted, tallyOf }: Tables, at: number, limit: number): boolean {
  const tally = tallyOf[at] ?? 0;
  const listed = found.listed[tally] ?? 0;
  const isListed = wanted[at] === 1 && listed < limit;
  if (isListed) found.listed[tally] = listed + 1;
  return isListed;
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

/** Counts the pairs of a block of the group with all blocks around it; returns whether some of them are to be listed. */
function countPairs(
  { counts, equalCounts }: Around,
  tables: Tables,
  group: number,
  limit: number,
  found: Found,
): boolean {
  let isListed = false;
  const { length } = counts;
  for (let outer = 0; outer < length; outer += 1) {
    const all = counts[outer] ?? 0;
    if (all === 0) continue;
    const equal = equalCounts[outer] ?? 0;
    const at = (group * length + outer) * 2;
    if (countAt(at, all - equal, tables, limit, found)) isListed = true;
    if (countAt(at + 1, equal, tables, limit, found)) isListed = true;
  }
  return isListed;
}

/** Counts pairs at one place of the tables; returns whether some of them are to be listed. */
function countAt(
  at: number,
  pairs: number,
  { wanted, tallyOf }: Tables,
  limit: number,
  found: Found,
): boolean {
  if (pairs === 0) return false;
  const tally = tallyOf[at] ?? 0;
  found.tallies[tally] = (found.tallies[tally] ?? 0) + pairs;
  if (wanted[at] !== 1) return false;
  found.total += pairs;
  return (found.listed[tally] ?? 0) < limit;
}

function listPairs(
  { stack, depth, equals }: Around,
  index: number,
  pairs: OverlapPair[],
  isListed: (other: number, equal: boolean) => boolean,
): void {
  for (let level = 0; level < depth; level += 1) {
    const other = stack[level] ?? 0;
    const equal = level >= depth - equals;
    if (!isListed(other, equal)) continue;
    if (equal) pairs.push({ a: other, b: index, kind: 'equal' });
    else if (other < index) pairs.push({ a: other, b: index, kind: 'contains' });
    else pairs.push({ a: index, b: other, kind: 'inside' });
  }
}
