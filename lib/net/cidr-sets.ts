/** Blocks as sets of addresses: union, difference, and what is free. */
import { addressOrder } from './cidr-order.ts';
import { addressBits, blockOf, type Cidr, type Family } from './cidr-value.ts';

/** Addresses from first to last, both included. */
export interface Interval {
  readonly first: bigint;
  readonly last: bigint;
}

const FAMILIES: readonly Family[] = [4, 6];

/** The fewest blocks that hold exactly the addresses of the given ones: IPv4 first, each family in order of address. */
export function merge(cidrs: readonly Cidr[]): readonly Cidr[] {
  return FAMILIES.flatMap((family) => blocksOf(family, intervalsOf(cidrs, family)));
}

/** The fewest blocks that hold the addresses of `from` which are in none of `holes`; in order of address. */
export function subtract(from: readonly Cidr[], holes: readonly Cidr[]): readonly Cidr[] {
  return FAMILIES.flatMap((family) =>
    blocksOf(family, difference(intervalsOf(from, family), intervalsOf(holes, family))),
  );
}

/**
 * A block of that prefix inside `within` which touches nothing taken. Best fit: from the smallest gap that is large
 * enough, the lowest of them, so that large gaps stay whole. Null when there is none.
 */
export function smallestFreeBlock(within: Cidr, taken: readonly Cidr[], prefix: number): Cidr | null {
  return bestFit(subtract([within], taken), prefix);
}

/** As {@link smallestFreeBlock} for gaps worked out before with {@link subtract}: many questions, one subtraction. */
export function bestFit(gaps: readonly Cidr[], prefix: number): Cidr | null {
  let best: Cidr | null = null;
  for (const gap of gaps) {
    if (gap.prefix <= prefix && prefix <= addressBits(gap.family) && gap.prefix > (best?.prefix ?? -1)) {
      best = gap;
    }
  }
  return best === null ? null : blockOf(best.family, best.first, prefix);
}

/**
 * The blocks of that prefix in the block, lowest first, at most `limit` of them. None when the prefix is shorter than the
 * block's own or longer than an address.
 */
export function split(cidr: Cidr, prefix: number, limit: number): readonly Cidr[] {
  const bits = addressBits(cidr.family);
  if (!Number.isInteger(prefix) || prefix < cidr.prefix || prefix > bits) return [];
  const blocks: Cidr[] = [];
  const size = 1n << BigInt(bits - prefix);
  for (let first = cidr.first; first <= cidr.last && blocks.length < limit; first += size) {
    blocks.push({ family: cidr.family, prefix, first, last: first + size - 1n });
  }
  return blocks;
}

/** The addresses of the blocks of one family as intervals: disjoint, not adjacent, in order. */
export function intervalsOf(cidrs: readonly Cidr[], family: Family): readonly Interval[] {
  return intervalsInOrder(cidrs, addressOrder(cidrs, family), () => true);
}

/** As {@link intervalsOf} for blocks of one family whose places are in order of address, of those that are asked for. */
export function intervalsInOrder(
  cidrs: readonly Cidr[],
  order: Int32Array,
  isWanted: (place: number) => boolean,
): readonly Interval[] {
  const merged: { readonly first: bigint; last: bigint }[] = [];
  let top: { readonly first: bigint; last: bigint } | undefined;
  // By index, as an iterator makes an object for each block.
  const { length } = order;
  for (let at = 0; at < length; at += 1) {
    const place = order[at] ?? 0;
    const cidr = cidrs[place];
    if (cidr === undefined || !isWanted(place)) continue;
    if (top === undefined || cidr.first > top.last + 1n) {
      top = { first: cidr.first, last: cidr.last };
      merged.push(top);
    } else if (cidr.last > top.last) top.last = cidr.last;
  }
  return merged;
}

/** The fewest blocks of the area outside the holes, which are disjoint and in order. */
export function differenceIn({ family, first, last }: Cidr, holes: readonly Interval[]): readonly Cidr[] {
  return blocksOf(family, difference([{ first, last }], holes));
}

function difference(from: readonly Interval[], holes: readonly Interval[]): readonly Interval[] {
  const left: Interval[] = [];
  let next = 0;
  for (const { first, last } of from) {
    while ((holes[next]?.last ?? last) < first) next += 1;
    let start = first;
    for (let index = next; index < holes.length; index += 1) {
      const hole = holes[index];
      if (hole === undefined || hole.first > last) break;
      if (hole.first > start) left.push({ first: start, last: hole.first - 1n });
      start = hole.last + 1n;
    }
    if (start <= last) left.push({ first: start, last });
  }
  return left;
}

/** Cuts intervals into the fewest blocks: each as large as its first address and what is left allow. */
function blocksOf(family: Family, intervals: readonly Interval[]): readonly Cidr[] {
  const bits = addressBits(family);
  const blocks: Cidr[] = [];
  for (const { first, last } of intervals) {
    let start = first;
    while (start <= last) {
      let hostBits = alignment(start, bits);
      while (start + (1n << BigInt(hostBits)) - 1n > last) hostBits -= 1;
      const block = blockOf(family, start, bits - hostBits);
      blocks.push(block);
      start = block.last + 1n;
    }
  }
  return blocks;
}

/** Number of zero bits at the end of the address. */
function alignment(address: bigint, bits: number): number {
  let zeros = 0;
  while (zeros < bits && ((address >> BigInt(zeros)) & 1n) === 0n) zeros += 1;
  return zeros;
}
