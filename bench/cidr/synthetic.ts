/** Blocks that are the same in every run: one in a hundred wide, so that it holds many others, a third IPv6. */

/** A small generator with a fixed seed (xorshift32): numbers from 0 up to, not including, `below`. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Texts of `count` blocks of mixed prefix lengths, in no order. */
export function mixedBlocks(count: number): readonly string[] {
  const next = generator(20_261_122);
  return Array.from({ length: count }, () => (next(3) === 0 ? ipv6Block(next) : ipv4Block(next)));
}

/** /9 to /30 inside 10.0.0.0/8. */
function ipv4Block(next: (below: number) => number): string {
  const prefix = next(100) === 0 ? 9 + next(11) : 20 + next(11);
  const size = 2 ** (32 - prefix);
  const offset = next(2 ** 24 / size) * size;
  return `10.${offset >>> 16}.${(offset >>> 8) & 255}.${offset & 255}/${prefix}`;
}

/** /33 to /64 inside fd00:1234::/32. */
function ipv6Block(next: (below: number) => number): string {
  const prefix = next(100) === 0 ? 33 + next(15) : 48 + next(17);
  const size = 2 ** (64 - prefix);
  const offset = next(2 ** 32 / size) * size;
  const groups = [Math.floor(offset / 65_536), offset % 65_536].map((group) => group.toString(16));
  return `fd00:1234:${groups.join(':')}::/${prefix}`;
}
