/** Ways to find every overlapping pair, from texts to the number of pairs: this project's, and those of npm libraries. */

/**
 * Reads the texts and counts the pairs. Libraries compare pair by pair, for none has anything better; they compare the first
 * `rows` blocks with all after them, which is every pair when `rows` is the number of texts.
 */
export type Finder = (texts: readonly string[], rows: number) => number;

/** Pairs that each way must list, beyond which counting is enough. */
const LISTED = 1000;

function pairwise<T>(items: readonly T[], rows: number, isOverlap: (a: T, b: T) => boolean): number {
  const listed: (readonly [number, number])[] = [];
  let total = 0;
  for (let i = 0; i < rows; i += 1) {
    const a = items[i];
    if (a === undefined) break;
    for (let j = i + 1; j < items.length; j += 1) {
      const b = items[j];
      if (b === undefined || !isOverlap(a, b)) continue;
      total += 1;
      if (listed.length < LISTED) listed.push([i, j]);
    }
  }
  return total;
}

/** Each way, loaded when it is measured so that it alone is in the process. */
export const FINDERS = {
  async own(): Promise<Finder> {
    const { overlaps, parseCidr } = await import('#lib/net/cidr.js');
    return (texts) => {
      const cidrs = texts.map((text) => {
        const parsed = parseCidr(text);
        if (!parsed.ok) throw new Error(parsed.message);
        return parsed.cidr;
      });
      return overlaps(cidrs, { limit: LISTED }).total;
    };
  },
  async 'cidr-tools'(): Promise<Finder> {
    const { parseCidr } = await import('cidr-tools');
    return (texts, rows) =>
      pairwise(
        texts.map((text) => parseCidr(text)),
        rows,
        (a, b) => a.version === b.version && a.start <= b.end && b.start <= a.end,
      );
  },
  async 'ipaddr.js'(): Promise<Finder> {
    const { default: ipaddr } = await import('ipaddr.js');
    return (texts, rows) =>
      pairwise(
        texts.map((text) => ipaddr.parseCIDR(text)),
        rows,
        ([a, lengthA], [b, lengthB]) => a.kind() === b.kind() && a.match(b, Math.min(lengthA, lengthB)),
      );
  },
  async 'ip-address'(): Promise<Finder> {
    const { Address4, Address6 } = await import('ip-address');
    return (texts, rows) =>
      pairwise(
        texts.map((text) => (text.includes(':') ? new Address6(text) : new Address4(text))),
        rows,
        (a, b) => a.v4 === b.v4 && (a.isInSubnet(b) || b.isInSubnet(a)),
      );
  },
} as const;

export type FinderName = keyof typeof FINDERS;
