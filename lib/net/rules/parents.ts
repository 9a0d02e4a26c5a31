import { type Cidr, covers, type Family } from '../cidr.ts';
import { type KnownRange } from './model.ts';

/** Finds the block that holds another in time log n. */
export class Parents {
  readonly #byFamily: Readonly<Record<Family, readonly Cidr[]>>;

  constructor(cidrs: readonly Cidr[]) {
    this.#byFamily = { 4: outermost(cidrs, 4), 6: outermost(cidrs, 6) };
  }

  /** The largest block that holds all of it, or null. */
  holding(cidr: Cidr): Cidr | null {
    const blocks = this.#byFamily[cidr.family];
    let low = 0;
    let high = blocks.length;
    // After the loop all blocks below `low` start at or before the range.
    while (low < high) {
      const middle = (low + high) >>> 1;
      const block = blocks[middle];
      if (block !== undefined && block.first <= cidr.first) low = middle + 1;
      else high = middle;
    }
    const candidate = blocks[low - 1];
    return candidate !== undefined && covers(candidate, cidr) ? candidate : null;
  }
}

/** The blocks that lie in no other, in order of address. */
function outermost(cidrs: readonly Cidr[], family: Family): readonly Cidr[] {
  const sorted = cidrs
    .filter((cidr) => cidr.family === family)
    .sort((a, b) => (a.first === b.first ? a.prefix - b.prefix : a.first < b.first ? -1 : 1));
  const kept: Cidr[] = [];
  for (const cidr of sorted) {
    const top = kept.at(-1);
    if (top === undefined || !covers(top, cidr)) kept.push(cidr);
  }
  return kept;
}

/** Ranges of networks, to be asked for by the network that a subnet says it is in. */
export class NetworkParents {
  readonly #all: readonly KnownRange[];
  readonly #cache = new Map<string, { readonly ranges: readonly KnownRange[]; readonly index: Parents }>();

  constructor(ranges: readonly KnownRange[]) {
    this.#all = ranges;
  }

  /** The ranges of that network; all of them where no range is known under its id, or none is given. */
  of(network: string): { readonly ranges: readonly KnownRange[]; readonly index: Parents } {
    const cached = this.#cache.get(network);
    if (cached !== undefined) return cached;
    const own = this.#all.filter(
      ({ fact }) => network !== '' && [fact.network, fact.name, fact.origin.id].includes(network),
    );
    const ranges = own.length > 0 ? own : this.#all;
    const entry = { ranges, index: new Parents(ranges.map(({ cidr }) => cidr)) };
    this.#cache.set(network, entry);
    return entry;
  }
}
