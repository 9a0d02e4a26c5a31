import { addressOrder } from './cidr-order.ts';
import { differenceIn, intervalsInOrder, type Interval } from './cidr-sets.ts';
import { type Cidr, type Family } from './cidr-value.ts';

/** Blocks sorted once, for several free spaces that differ in which of them count as taken. */
export class SortedBlocks {
  /** Places in `cidrs`, in order of address. */
  readonly orders: Readonly<Record<Family, Int32Array>>;

  constructor(readonly cidrs: readonly Cidr[]) {
    this.orders = { 4: addressOrder(cidrs, 4), 6: addressOrder(cidrs, 6) };
  }
}

/**
 * What is free beside many taken blocks: they are sorted once, so that each question costs only the blocks where it asks.
 * `counts` tells by its place whether a block counts as taken; all of them when left out.
 */
export class FreeSpace {
  readonly #taken: Readonly<Record<Family, readonly Interval[]>>;

  constructor(taken: readonly Cidr[] | SortedBlocks, counts: (place: number) => boolean = () => true) {
    const { cidrs, orders } = taken instanceof SortedBlocks ? taken : new SortedBlocks(taken);
    const intervals = (family: Family): readonly Interval[] =>
      intervalsInOrder(cidrs, orders[family], counts);
    this.#taken = { 4: intervals(4), 6: intervals(6) };
  }

  /** The fewest blocks that hold what is free of the area, in order of address. */
  gaps(area: Cidr): readonly Cidr[] {
    const taken = this.#taken[area.family];
    return differenceIn(
      area,
      taken.slice(firstEndingAt(taken, area.first), firstStartingAfter(taken, area.last)),
    );
  }
}

/** Place of the first interval that ends at or after the address. */
function firstEndingAt(intervals: readonly Interval[], address: bigint): number {
  return search(intervals, ({ last }) => last >= address);
}

/** Place of the first interval that starts after the address. */
function firstStartingAfter(intervals: readonly Interval[], address: bigint): number {
  return search(intervals, ({ first }) => first > address);
}

/** Place of the first interval for which it holds, as it does for all after it; the length when there is none. */
function search(intervals: readonly Interval[], holds: (interval: Interval) => boolean): number {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const interval = intervals[middle];
    if (interval !== undefined && holds(interval)) high = middle;
    else low = middle + 1;
  }
  return low;
}
