/** The algebra of blocks against a model of 64 cells, in which every answer is found by looking at each cell. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addressBits,
  bestFit,
  blockOf,
  capacity,
  covers,
  formatAddress,
  FreeSpace,
  SortedBlocks,
  hostAt,
  merge,
  overlaps,
  relation,
  smallestFreeBlock,
  split,
  subtract,
  type Cidr,
  type OverlapGroups,
  type OverlapPair,
} from '#lib/net/cidr.js';
import { addressOrder } from '#lib/net/cidr-order.js';
import {
  cellsOf,
  cidrs,
  everyBlock,
  fewestBlocks,
  mixedCidrs,
  neighbours,
  place,
  smallBlocks,
  union,
  universes,
  type SmallBlock,
} from './small-universe.ts';

const severalBlocks = fc.array(smallBlocks, { maxLength: 12 });

/** How `a` lies to `b`, by their cells. */
function modelRelation(a: SmallBlock, b: SmallBlock): ReturnType<typeof relation> {
  const [left, right] = [cellsOf(a), cellsOf(b)];
  if (left === right) return 'equal';
  if ((left & right) === 0n) return 'disjoint';
  return (left & right) === right ? 'contains' : 'inside';
}

function modelPairs(blocks: readonly SmallBlock[]): readonly OverlapPair[] {
  return blocks.flatMap((block, a) =>
    blocks.flatMap((other, b) => {
      const kind = modelRelation(block, other);
      return a < b && kind !== 'disjoint' ? [{ a, b, kind }] : [];
    }),
  );
}

const inOrder = (pairs: readonly OverlapPair[]): readonly OverlapPair[] =>
  [...pairs].sort((left, right) => left.a - right.a || left.b - right.b);

describe('relation', () => {
  test('of every two blocks of a universe is that of their cells', () => {
    const blocks = everyBlock();
    for (const family of [4, 6] as const) {
      const universe = { family, prefix: addressBits(family) - 6, first: 64n };
      for (const a of blocks) {
        const wrong = blocks.filter(
          (b) => relation(place(universe, a), place(universe, b)) !== modelRelation(a, b),
        );
        expect(wrong).toEqual([]);
      }
    }
  });

  test('of different families is disjoint, even where the numbers meet', () => {
    const [all4, all6] = [blockOf(4, 0n, 0), blockOf(6, 0n, 0)];
    expect(relation(all4, all6)).toBe('disjoint');
    expect(covers(all6, all4)).toBe(false);
    expect(overlaps([all4, all6], { limit: 10 })).toEqual({ pairs: [], total: 0, tallies: [0] });
  });

  test('covers is contains or equal', () => {
    fc.assert(
      fc.property(neighbours, ([a, b]) => {
        expect(covers(a, b)).toBe(['contains', 'equal'].includes(relation(a, b)));
        expect(covers(a, a)).toBe(true);
      }),
    );
  });
});

describe('overlaps', () => {
  test('finds exactly the pairs of the model, with their kinds', () => {
    fc.assert(
      fc.property(universes, severalBlocks, (universe, blocks) => {
        const found = overlaps(
          blocks.map((block) => place(universe, block)),
          { limit: 1000 },
        );
        const expected = modelPairs(blocks);
        expect(inOrder(found.pairs)).toEqual(expected);
        expect(found.total).toBe(expected.length);
      }),
      { numRuns: 500 },
    );
  });

  test('finds the same in a mixture of families and places as pair by pair', () => {
    fc.assert(
      fc.property(mixedCidrs(30), (mixed) => {
        const expected = mixed.flatMap((a, i) =>
          mixed.flatMap((b, j) => (i < j && relation(a, b) !== 'disjoint' ? [[i, j, relation(a, b)]] : [])),
        );
        const { pairs, total } = overlaps(mixed, { limit: 1000 });
        expect(inOrder(pairs).map(({ a, b, kind }) => [a, b, kind])).toEqual(expected);
        expect(total).toBe(expected.length);
      }),
    );
  });

  test('lists no more than the limit, the first ones in order of address, and counts all', () => {
    fc.assert(
      fc.property(universes, severalBlocks, fc.nat(20), (universe, blocks, limit) => {
        const placed = blocks.map((block) => place(universe, block));
        const all = overlaps(placed, { limit: 1000 });
        expect(overlaps(placed, { limit })).toEqual({ ...all, pairs: all.pairs.slice(0, limit) });
      }),
    );
  });

  test('leaves out the pairs of groups that are not wanted, from list and count, and tallies all', () => {
    const tables = fc.array(fc.boolean(), { minLength: 18, maxLength: 18 });
    const grouped = fc.array(fc.tuple(smallBlocks, fc.nat(2)), { maxLength: 12 });
    fc.assert(
      fc.property(universes, grouped, tables, (universe, members, table) => {
        const groups: OverlapGroups = {
          of: members.map(([, group]) => group),
          count: 3,
          wanted: (outer, inner, equal) => table[outer * 6 + inner * 2 + Number(equal)] ?? false,
          tallyOf: (outer, inner, equal) => (outer + inner * 2 + Number(equal)) % 4,
          tallies: 4,
        };
        const all = modelPairs(members.map(([block]) => block));
        const about = ({ a, b, kind }: OverlapPair): readonly [number, number, boolean] => {
          const [outer, inner] = kind === 'inside' ? [b, a] : [a, b];
          return [groups.of[outer] ?? 0, groups.of[inner] ?? 0, kind === 'equal'];
        };
        const expected = all.filter((pair) => groups.wanted(...about(pair)));
        const tallies = [0, 1, 2, 3].map(
          (tally) => all.filter((pair) => groups.tallyOf?.(...about(pair)) === tally).length,
        );
        const placed = members.map(([block]) => place(universe, block));
        const found = overlaps(placed, { limit: 1000, groups });
        expect(inOrder(found.pairs)).toEqual(expected);
        expect(found.total).toBe(expected.length);
        expect(found.tallies).toEqual(tallies);
      }),
      { numRuns: 500 },
    );
  });

  test('counts half a million pairs of equal blocks without storing them', () => {
    const copies = Array.from({ length: 1000 }, () => blockOf(4, 0x0a000000n, 8));
    const { pairs, total } = overlaps(copies, { limit: 3 });
    expect(total).toBe(499_500);
    expect(pairs).toEqual([
      { a: 0, b: 1, kind: 'equal' },
      { a: 0, b: 2, kind: 'equal' },
      { a: 1, b: 2, kind: 'equal' },
    ]);
  });
});

test('addressOrder sorts by address, larger blocks first, then as given', () => {
  const compare = (a: Cidr, b: Cidr): number =>
    a.first === b.first ? a.prefix - b.prefix : a.first < b.first ? -1 : 1;
  fc.assert(
    fc.property(mixedCidrs(40), fc.constantFrom(4 as const, 6 as const), (mixed, family) => {
      const expected = [...mixed.entries()]
        .filter(([, cidr]) => cidr.family === family)
        .sort(([i, a], [j, b]) => compare(a, b) || i - j)
        .map(([index]) => index);
      expect([...addressOrder(mixed, family)]).toEqual(expected);
    }),
  );
});

describe('merge and subtract', () => {
  test('merge is the fewest blocks of the union', () => {
    fc.assert(
      fc.property(universes, severalBlocks, (universe, blocks) => {
        const merged = merge(blocks.map((block) => place(universe, block)));
        expect(merged).toEqual(fewestBlocks(union(blocks)).map((block) => place(universe, block)));
      }),
      { numRuns: 500 },
    );
  });

  test('subtract is the fewest blocks of what is left', () => {
    fc.assert(
      fc.property(universes, severalBlocks, severalBlocks, (universe, from, holes) => {
        const left = subtract(
          from.map((block) => place(universe, block)),
          holes.map((block) => place(universe, block)),
        );
        const expected = fewestBlocks(union(from) & ~union(holes));
        expect(left).toEqual(expected.map((block) => place(universe, block)));
      }),
      { numRuns: 500 },
    );
  });

  test('hold in a mixture of families: what is left and what was taken make up the whole', () => {
    const several = fc
      .tuple(mixedCidrs(16), fc.nat(16))
      .map(([mixed, at]) => [mixed.slice(0, at), mixed.slice(at)] as const);
    fc.assert(
      fc.property(several, ([from, holes]) => {
        const left = subtract(from, holes);
        expect(overlaps([...left, ...merge(holes)], { limit: 1 }).total).toBe(0);
        expect(merge([...left, ...holes])).toEqual(merge([...from, ...holes]));
        expect(merge(left)).toEqual(left);
      }),
    );
  });

  test('take and leave whole address spaces', () => {
    for (const family of [4, 6] as const) {
      const all = blockOf(family, 0n, 0);
      expect(subtract([all], [all])).toEqual([]);
      expect(subtract([all], [])).toEqual([all]);
      expect(merge(split(all, 2, 10))).toEqual([all]);
    }
    expect(merge([])).toEqual([]);
    expect(subtract([], [blockOf(4, 0n, 0)])).toEqual([]);
  });
});

describe('free blocks', () => {
  /** By trying every block of that size, and looking how far the gap around it reaches. */
  function modelBestFit(within: SmallBlock, taken: bigint, size: number): SmallBlock | null {
    const isFree = (block: SmallBlock): boolean =>
      (cellsOf(block) & ~cellsOf(within)) === 0n && (cellsOf(block) & taken) === 0n;
    const free = everyBlock().filter(isFree);
    const fits = free
      .filter((block) => block.size === size)
      .map((block) => ({
        block,
        gap: Math.max(
          ...free.filter((gap) => (cellsOf(gap) & cellsOf(block)) === cellsOf(block)).map((gap) => gap.size),
        ),
      }));
    return fits.sort((a, b) => a.gap - b.gap || a.block.index - b.block.index)[0]?.block ?? null;
  }

  test('the lowest block in the smallest gap that is large enough', () => {
    fc.assert(
      fc.property(
        universes,
        smallBlocks,
        severalBlocks,
        fc.constantFrom(1, 2, 4, 8, 16, 32, 64),
        (universe, within, taken, size) => {
          const { prefix } = place(universe, { index: 0, size });
          const found = smallestFreeBlock(
            place(universe, within),
            taken.map((block) => place(universe, block)),
            prefix,
          );
          const expected = modelBestFit(within, union(taken), size);
          expect(found).toEqual(expected === null ? null : place(universe, expected));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('free space asked for area by area is what subtraction leaves of each', () => {
    fc.assert(
      fc.property(mixedCidrs(16), mixedCidrs(4), neighbours, (taken, elsewhere, pair) => {
        const all = [...taken, pair[0]];
        const space = new FreeSpace(all);
        for (const area of [...taken, ...elsewhere, pair[1]]) {
          expect(space.gaps(area)).toEqual(subtract([area], all));
        }
      }),
    );
  });

  test('free space beside some of the blocks is what subtraction of those leaves', () => {
    fc.assert(
      fc.property(mixedCidrs(16), mixedCidrs(4), fc.nat(7), (all, elsewhere, pattern) => {
        const counts = (place: number): boolean => ((pattern >> (place % 3)) & 1) === 1;
        const taken = all.filter((_, place) => counts(place));
        const space = new FreeSpace(new SortedBlocks(all), counts);
        for (const area of [...all, ...elsewhere]) expect(space.gaps(area)).toEqual(subtract([area], taken));
      }),
    );
  });

  test('no block is longer than an address or shorter than where it is looked for', () => {
    const within = blockOf(4, 0x0a000000n, 8);
    expect(smallestFreeBlock(within, [], 33)).toBeNull();
    expect(smallestFreeBlock(within, [], 7)).toBeNull();
    expect(smallestFreeBlock(within, [], 32)).toEqual(blockOf(4, 0x0a000000n, 32));
    expect(bestFit([], 8)).toBeNull();
  });
});

describe('split, hostAt, capacity', () => {
  test('split gives each block of the prefix once, in order, up to the limit', () => {
    fc.assert(
      fc.property(universes, smallBlocks, fc.nat(6), fc.nat(70), (universe, block, deeper, limit) => {
        const cidr = place(universe, block);
        const size = block.size / 2 ** deeper;
        const expected =
          size < 1
            ? []
            : Array.from({ length: block.size / size }, (_, index) =>
                place(universe, { index: block.index + index * size, size }),
              );
        fc.pre(size >= 1 || cidr.prefix + deeper > addressBits(cidr.family));
        expect(split(cidr, cidr.prefix + deeper, limit)).toEqual(expected.slice(0, limit));
      }),
    );
  });

  test.each([7, 33, -1, 8.5, Number.NaN, Infinity])('there is no /%p in a /8', (prefix) => {
    expect(split(blockOf(4, 0x0a000000n, 8), prefix, 10)).toEqual([]);
  });

  test('hostAt counts from either end, and stops there', () => {
    fc.assert(
      fc.property(cidrs, fc.integer({ min: -300, max: 300 }), (cidr, n) => {
        const address = (n < 0 ? cidr.last + 1n : cidr.first) + BigInt(n);
        const isInside = cidr.first <= address && address <= cidr.last;
        expect(hostAt(cidr, n)).toBe(isInside ? formatAddress(cidr.family, address) : null);
      }),
    );
    expect(hostAt(blockOf(4, 0x0a000000n, 8), 0.5)).toBeNull();
    expect(hostAt(blockOf(4, 0x0a000000n, 30), 2)).toBe('10.0.0.2');
    expect(hostAt(blockOf(4, 0x0a000000n, 30), -1)).toBe('10.0.0.3');
  });

  test('capacity is the number of addresses', () => {
    fc.assert(
      fc.property(cidrs, (cidr) => {
        expect(capacity(cidr)).toBe(2n ** BigInt(addressBits(cidr.family) - cidr.prefix));
      }),
    );
  });
});
