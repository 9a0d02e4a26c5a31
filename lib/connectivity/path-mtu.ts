/** The path MTU between two pods, by echo requests of many sizes at once. */
import type { CommandResult } from './probe-commands.ts';
import { IP_AND_ICMP_BYTES, pingCommand } from './probe-commands.ts';
import { readMtu, readPing } from './read-output.ts';
import type { PathMtu, ProbePod } from './types.ts';

/**
 * IP packets, in bytes: the usual MTUs of interfaces (9001 AWS, 1500 Azure) with and without VXLAN (-50), and of AWS
 * VPN tunnels by cipher (1446, 1438, 1422). What is larger than the interface takes is fragmented by the sender and says
 * nothing; it is left out when the interface is known.
 */
const LADDER = [
  576, 1000, 1200, 1280, 1300, 1350, 1380, 1396, 1400, 1422, 1430, 1438, 1446, 1450, 1480, 1500, 8500, 8951,
  9001,
];
/** Sizes of one further round. */
const ROUND = 16;
const PINGS = 2;

export function ladderOf(): readonly number[] {
  return LADDER;
}

/** One command for each size. */
export function mtuCommands(ip: string, sizes: readonly number[]): readonly string[] {
  return sizes.map((size) => pingCommand(ip, PINGS, size - IP_AND_ICMP_BYTES));
}

/** What is known of a path after some rounds. */
export interface MtuSearch {
  readonly source: ProbePod;
  readonly target: ProbePod;
  readonly interfaceMtu: number;
  /** Largest size of which an answer came, 0 when none did. */
  readonly passed: number;
  /** Smallest size above it of which none came; one more than the interface takes when there is none. */
  readonly lost: number;
}

export function beginSearch(
  source: ProbePod,
  target: ProbePod,
  link: CommandResult | undefined,
  results: readonly (CommandResult | undefined)[],
): MtuSearch | undefined {
  const interfaceMtu = readMtu(link?.output ?? '');
  if (interfaceMtu === undefined) return undefined;
  return narrow({ source, target, interfaceMtu, passed: 0, lost: interfaceMtu + 1 }, LADDER, results);
}

/** Sizes left to try; none when the answer is exact or nothing passes at all. */
export function nextSizes({ passed, lost }: MtuSearch): readonly number[] {
  const open = lost - passed - 1;
  if (passed === 0 || open <= 0) return [];
  const step = (open + 1) / (Math.min(open, ROUND) + 1);
  const sizes = Array.from(
    { length: Math.min(open, ROUND) },
    (_, index) => passed + Math.round(step * (index + 1)),
  );
  // The full size of the interface first of all: most paths take it.
  return [...new Set([...sizes, lost - 1])].filter((size) => size > passed && size < lost);
}

/** Lost packets are only believed above what passed: a single loss below is a loss, not a limit. */
export function narrow(
  search: MtuSearch,
  sizes: readonly number[],
  results: readonly (CommandResult | undefined)[],
): MtuSearch {
  const tried = sizes.flatMap((size, index) => {
    const pings = readPing(results[index]?.output ?? '');
    return pings === undefined || size > search.interfaceMtu ? [] : [{ size, hasPassed: pings.received > 0 }];
  });
  const passed = Math.max(
    search.passed,
    ...tried.filter(({ hasPassed }) => hasPassed).map(({ size }) => size),
  );
  const above = tried.filter(({ size, hasPassed }) => !hasPassed && size > passed).map(({ size }) => size);
  const lost = Math.min(...(search.lost > passed ? [search.lost] : []), ...above, search.interfaceMtu + 1);
  return { ...search, passed, lost };
}

/** A path that loses what its interface takes, without telling the sender, is a black hole. */
export function foundMtu({ source, target, interfaceMtu, passed }: MtuSearch): PathMtu {
  return {
    source: source.node.name,
    target: target.node.name,
    interfaceMtu,
    pathMtu: passed === 0 ? null : passed,
    isBlackHole: passed > 0 && passed < interfaceMtu,
  };
}
