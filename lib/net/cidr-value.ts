/** A block of addresses as a value, and the questions that need no other block than one or two. */

export type Family = 4 | 6;

/**
 * A network without host bits. Two blocks of one family are nested or disjoint, never half over each other; blocks of
 * different families are always disjoint.
 */
export interface Cidr {
  readonly family: Family;
  /** 0 to 32, or 0 to 128. */
  readonly prefix: number;
  /** Network address. */
  readonly first: bigint;
  /** Highest address in it, broadcast included. */
  readonly last: bigint;
}

/** How the first block lies to the second: `contains` when it holds the second and more. */
export type Overlap = 'equal' | 'contains' | 'inside';
export type Relation = Overlap | 'disjoint';

/** Length of an address of the family in bits. */
export function addressBits(family: Family): 32 | 128 {
  return family === 4 ? 32 : 128;
}

/** Number of addresses in the block, network and broadcast address included. */
export function capacity({ first, last }: Cidr): bigint {
  return last - first + 1n;
}

/** The block of that size which holds the address. The prefix must be one of the family. */
export function blockOf(family: Family, address: bigint, prefix: number): Cidr {
  const hostBits = BigInt(addressBits(family) - prefix);
  const first = (address >> hostBits) << hostBits;
  return { family, prefix, first, last: first + (1n << hostBits) - 1n };
}

/** How `a` lies to `b`. */
export function relation(a: Cidr, b: Cidr): Relation {
  if (a.family !== b.family || a.last < b.first || b.last < a.first) return 'disjoint';
  if (a.prefix === b.prefix) return 'equal';
  return a.prefix < b.prefix ? 'contains' : 'inside';
}

/** Whether every address of `inner` is one of `outer`; true for equal blocks. */
export function covers(outer: Cidr, inner: Cidr): boolean {
  const lies = relation(outer, inner);
  return lies === 'contains' || lies === 'equal';
}
