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

interface Entry {
  readonly ranges: readonly KnownRange[];
  readonly index: Parents;
}

/** Ranges of networks, to be asked for by the network that a subnet says it is in. */
export class NetworkParents {
  readonly #all: readonly KnownRange[];
  readonly #cache = new Map<string, Entry>();
  #byKey: ReadonlyMap<string, ReadonlySet<KnownRange>> | null = null;
  #whole: Entry | null = null;

  constructor(ranges: readonly KnownRange[]) {
    this.#all = ranges;
  }

  /** The ranges of that network; all of them where no range is known under its id, or none is given. */
  of(network: string): Entry {
    const cached = this.#cache.get(network);
    if (cached !== undefined) return cached;
    this.#byKey ??= byNetwork(this.#all);
    const own = network === '' ? undefined : this.#byKey.get(network);
    if (own === undefined) return (this.#whole ??= entryOf(this.#all));
    const entry = entryOf([...own]);
    this.#cache.set(network, entry);
    return entry;
  }
}

function entryOf(ranges: readonly KnownRange[]): Entry {
  return { ranges, index: new Parents(ranges.map(({ cidr }) => cidr)) };
}

/** Ranges by whatever a subnet may call their network: its id, its name, the id of the range itself. */
function byNetwork(ranges: readonly KnownRange[]): ReadonlyMap<string, ReadonlySet<KnownRange>> {
  const byKey = new Map<string, Set<KnownRange>>();
  for (const range of ranges) {
    const { network, name, origin } = range.fact;
    for (const key of [network, name, origin.id]) {
      if (key === undefined) continue;
      const own = byKey.get(key);
      if (own === undefined) byKey.set(key, new Set([range]));
      else own.add(range);
    }
  }
  return byKey;
}
