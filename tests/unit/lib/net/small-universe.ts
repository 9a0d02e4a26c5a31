/**
 * A model of addresses that can be checked by looking at each of them: 64 cells somewhere in the real address space, a
 * block as the set of cells it covers. One bit stands for one cell, so union and difference are bit operations.
 */
import fc from 'fast-check';
import { addressBits, type Cidr, type Family } from '#lib/net/cidr.js';

const CELL_BITS = 6;
export const CELLS = 1 << CELL_BITS;

/** Where the cells lie: 64 equal parts of one block of the address space. */
export interface Universe {
  readonly family: Family;
  /** Prefix of the block that all cells make up. */
  readonly prefix: number;
  readonly first: bigint;
}

/** `size` cells from cell `index` on; the size is a power of two and divides the index. */
export interface SmallBlock {
  readonly index: number;
  readonly size: number;
}

/** Anywhere in the address space, its lower and upper end and the whole of it among them. */
export const universes: fc.Arbitrary<Universe> = fc
  .constantFrom<Family>(4, 6)
  .chain((family) =>
    fc.record({
      family: fc.constant(family),
      prefix: fc.oneof(
        fc.integer({ min: 0, max: addressBits(family) - CELL_BITS }),
        fc.constantFrom(0, addressBits(family) - CELL_BITS),
      ),
      seed: fc.oneof(
        fc.bigInt({ min: 0n, max: (1n << BigInt(addressBits(family))) - 1n }),
        fc.constantFrom(0n, (1n << BigInt(addressBits(family))) - 1n),
      ),
    }),
  )
  .map(({ family, prefix, seed }) => {
    const hostBits = BigInt(addressBits(family) - prefix);
    return { family, prefix, first: (seed >> hostBits) << hostBits };
  });

export const smallBlocks: fc.Arbitrary<SmallBlock> = fc
  .record({
    level: fc.integer({ min: 0, max: CELL_BITS }),
    index: fc.integer({ min: 0, max: CELLS - 1 }),
  })
  .map(({ level, index }) => ({ size: 1 << level, index: index - (index % (1 << level)) }));

/** Every block of the universe, largest first, each size from the lowest address on. */
export function everyBlock(): readonly SmallBlock[] {
  const sizes = Array.from({ length: CELL_BITS + 1 }, (_, level) => CELLS >> level);
  return sizes.flatMap((size) =>
    Array.from({ length: CELLS / size }, (_, place) => ({ size, index: place * size })),
  );
}

/** The real block. */
export function place({ family, prefix, first }: Universe, { index, size }: SmallBlock): Cidr {
  const cell = 1n << BigInt(addressBits(family) - prefix - CELL_BITS);
  const start = first + BigInt(index) * cell;
  return {
    family,
    prefix: prefix + CELL_BITS - Math.log2(size),
    first: start,
    last: start + BigInt(size) * cell - 1n,
  };
}

/** One bit for each cell of the block. */
export function cellsOf({ index, size }: SmallBlock): bigint {
  return ((1n << BigInt(size)) - 1n) << BigInt(index);
}

export function union(blocks: readonly SmallBlock[]): bigint {
  return blocks.reduce((cells, block) => cells | cellsOf(block), 0n);
}

/** The fewest blocks that make up the cells, by halving the universe until each part is full or empty. */
export function fewestBlocks(
  cells: bigint,
  block: SmallBlock = { index: 0, size: CELLS },
): readonly SmallBlock[] {
  const mine = cellsOf(block);
  if ((cells & mine) === mine) return [block];
  if ((cells & mine) === 0n) return [];
  const size = block.size / 2;
  return [
    ...fewestBlocks(cells, { index: block.index, size }),
    ...fewestBlocks(cells, { index: block.index + size, size }),
  ];
}

/** Any block of either family. */
export const cidrs: fc.Arbitrary<Cidr> = fc
  .tuple(universes, smallBlocks)
  .map(([universe, block]) => place(universe, block));

/** Blocks of a few universes, so that some of them overlap. */
export function mixedCidrs(maxLength: number): fc.Arbitrary<readonly Cidr[]> {
  return fc.array(universes, { minLength: 1, maxLength: 3 }).chain((places) =>
    fc.array(
      fc.tuple(fc.constantFrom(...places), smallBlocks).map(([universe, block]) => place(universe, block)),
      { maxLength },
    ),
  );
}

/** Two blocks that are more likely to overlap than not. */
export const neighbours: fc.Arbitrary<readonly [Cidr, Cidr]> = fc
  .tuple(universes, smallBlocks, smallBlocks)
  .map(([universe, a, b]) => [place(universe, a), place(universe, b)]);

/** Whether the block is IPv4 in disguise, which no text may be. */
export function isMapped({ family, first, prefix }: Cidr): boolean {
  return family === 6 && prefix >= 96 && first >> 32n === 0xffffn;
}
