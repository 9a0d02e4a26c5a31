/**
 * Where the blocks of an address plan lie in its picture: a map of memory. Addresses run downwards, not to scale (a /28
 * beside a /8 would be a hair's breadth): every piece of address space between two borders has a height of its own, and
 * what nobody uses is a thin gap. What overlaps lies side by side at the same height.
 */
import { formatAddress } from '../net/cidr.ts';
import { type Block, LANE_OF, LANES, type Lane } from './address-blocks.ts';

/** A piece of address space in which nothing begins or ends. */
export interface Piece {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  readonly isFree: boolean;
  readonly top: number;
  readonly height: number;
}

export interface Column {
  readonly lane: Lane;
  readonly left: number;
  readonly width: number;
}

export interface PlacedBlock {
  readonly block: Block;
  readonly lane: Lane;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly pieces: readonly Piece[];
  readonly columns: readonly Column[];
  readonly blocks: readonly PlacedBlock[];
  readonly right: number;
  readonly bottom: number;
}

/** Pixels. A piece that is a whole block has room for two lines of text. */
const LEAF_HEIGHT = 34;
const INNER_HEIGHT = 18;
const FREE_HEIGHT = 26;
const LANE_WIDTH = 132;
const LANE_GAP = 8;

/** Places blocks in order of address below and to the right of a corner. */
export function layOut(blocks: readonly Block[], left: number, top: number): Layout {
  const pieces = piecesOf(blocks, top);
  const tracks = tracksOf(blocks);
  const columns: Column[] = [];
  let right = left;
  for (const [index, lane] of LANES.entries()) {
    const count = tracks.counts[index] ?? 0;
    if (count === 0) continue;
    const width = count * LANE_WIDTH + (count - 1) * 4;
    columns.push({ lane, left: right, width });
    right += width + LANE_GAP;
  }
  const placed = blocks.map((block, index) => place(block, tracks.tracks[index] ?? 0, columns, pieces));
  const last = pieces.at(-1);
  return {
    pieces,
    columns,
    blocks: placed,
    right: right - LANE_GAP,
    bottom: last === undefined ? top : last.top + last.height,
  };
}

/** Blocks of one lane that overlap get tracks side by side: the first track that is free at the block's first address. */
function tracksOf(blocks: readonly Block[]): {
  readonly tracks: readonly number[];
  readonly counts: readonly number[];
} {
  const ends: { family: number; last: bigint }[][] = LANES.map(() => []);
  const tracks = blocks.map(({ role, cidr }) => {
    const lane = ends[LANE_OF[role]] ?? [];
    const free = lane.findIndex(({ family, last }) => family !== cidr.family || last < cidr.first);
    const track = free === -1 ? lane.length : free;
    lane[track] = { family: cidr.family, last: cidr.last };
    return track;
  });
  return { tracks, counts: ends.map((lane) => lane.length) };
}

function piecesOf(blocks: readonly Block[], top: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let y = top;
  for (const family of [4, 6] as const) {
    const own = blocks.filter(({ cidr }) => cidr.family === family);
    const leaves = new Set(own.map(({ cidr }) => `${String(cidr.first)} ${String(cidr.last)}`));
    const borders = [...new Set(own.flatMap(({ cidr }) => [cidr.first, cidr.last + 1n]))].sort((a, b) =>
      a < b ? -1 : 1,
    );
    let reach = -1n;
    for (const [index, first] of borders.slice(0, -1).entries()) {
      const last = (borders[index + 1] ?? first + 1n) - 1n;
      for (const { cidr } of own) if (cidr.first === first && cidr.last > reach) reach = cidr.last;
      const isFree = reach < first;
      const isLeaf = leaves.has(`${String(first)} ${String(last)}`);
      const height = isFree ? FREE_HEIGHT : isLeaf ? LEAF_HEIGHT : INNER_HEIGHT;
      pieces.push({ family, first, last, isFree, top: y, height });
      y += height;
    }
  }
  return pieces;
}

function place(
  block: Block,
  track: number,
  columns: readonly Column[],
  pieces: readonly Piece[],
): PlacedBlock {
  const { role, cidr } = block;
  const lane = LANES[LANE_OF[role]];
  const column = columns.find((each) => each.lane === lane);
  const own = pieces.filter(
    ({ family, first, last }) => family === cidr.family && first >= cidr.first && last <= cidr.last,
  );
  const [start] = own;
  const end = own.at(-1);
  if (lane === undefined || column === undefined || start === undefined || end === undefined) {
    throw new Error(`The block ${block.text} lies outside its own picture.`);
  }
  return {
    block,
    lane,
    left: column.left + track * (LANE_WIDTH + 4),
    top: start.top,
    width: LANE_WIDTH,
    height: end.top + end.height - start.top,
  };
}

/** `10.41.0.0 – 10.79.255.255`. */
export function spanOf({ family, first, last }: Pick<Piece, 'family' | 'first' | 'last'>): string {
  return `${formatAddress(family, first)} – ${formatAddress(family, last)}`;
}
