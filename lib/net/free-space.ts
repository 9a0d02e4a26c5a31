import { SortedBlocks } from './cidr-order.ts';
import { differenceIn, intervalsInOrder } from './cidr-sets.ts';
import { blockOf, type Cidr } from './cidr-value.ts';

/**
 * What is free beside many taken blocks: they are sorted once, so that each question costs only the blocks where it asks.
 * `counts` tells by its place whether a block counts as taken; all of them when left out.
 */
export class FreeSpace {
  readonly #taken: SortedBlocks;
  readonly #counts: (place: number) => boolean;

  constructor(taken: readonly Cidr[] | SortedBlocks, counts: (place: number) => boolean = () => true) {
    this.#taken = taken instanceof SortedBlocks ? taken : new SortedBlocks(taken);
    this.#counts = counts;
  }

  /** The fewest blocks that hold what is free of the area, in order of address. */
  gaps(area: Cidr): readonly Cidr[] {
    if (this.#isHeld(area)) return [];
    const { cidrs, orders } = this.#taken;
    const order = orders[area.family];
    const start = search(order, (place) => (cidrs[place]?.first ?? 0n) >= area.first);
    const end = search(order, (place) => (cidrs[place]?.first ?? 0n) > area.last);
    return differenceIn(area, intervalsInOrder(cidrs, order.subarray(start, end), this.#counts));
  }

  /** Whether a block that starts before the area holds all of it; one that touches it otherwise starts inside. */
  #isHeld({ family, prefix, first, last }: Cidr): boolean {
    let before = first;
    for (let wider = prefix - 1; wider >= 0; wider -= 1) {
      const start = blockOf(family, first, wider).first;
      if (start !== before && this.#reaches(family, start, last)) return true;
      before = start;
    }
    return false;
  }

  /** Whether a block that starts there goes at least as far as `last`. */
  #reaches(family: Cidr['family'], start: bigint, last: bigint): boolean {
    const { cidrs, orders } = this.#taken;
    const order = orders[family];
    let at = search(order, (place) => (cidrs[place]?.first ?? 0n) >= start);
    for (; at < order.length; at += 1) {
      const place = order[at] ?? 0;
      const cidr = cidrs[place];
      // Of blocks with one start, the larger come first.
      if (cidr?.first !== start || cidr.last < last) return false;
      if (this.#counts(place)) return true;
    }
    return false;
  }
}

/** Where in the order it begins to hold, as it does for all after it; the length when it holds for none. */
function search(order: Int32Array, holds: (place: number) => boolean): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(order[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
