import { differenceIn, intervalsOf, type Interval } from './cidr-sets.ts';
import { type Cidr, type Family } from './cidr-value.ts';

/**
 * What is free beside many taken blocks: they are sorted once, so that each question costs only the blocks where it asks.
 */
export class FreeSpace {
  readonly #taken: Readonly<Record<Family, readonly Interval[]>>;

  constructor(taken: readonly Cidr[]) {
    this.#taken = { 4: intervalsOf(taken, 4), 6: intervalsOf(taken, 6) };
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
