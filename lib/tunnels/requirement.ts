import type { Signal, Verdict } from './algebra.ts';
import type { Redundancy } from './redundancy.ts';

/** How much of a link must be good: every tunnel, one, a number, or one in each failure domain. */
export type Requirement =
  | { readonly kind: 'all' }
  | { readonly kind: 'any' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'per-domain' };

/** `all`, `any`, `per-domain` or a number from 1 to 1000; undefined for anything else. */
export function parseRequirement(text: string): Requirement | undefined {
  if (text === 'all' || text === 'any' || text === 'per-domain') return { kind: text };
  if (!/^[1-9]\d{0,3}$/.test(text) || Number(text) > 1000) return undefined;
  return { kind: 'count', count: Number(text) };
}

export interface LinkState {
  readonly tunnels: readonly Verdict[];
  readonly redundancy: Redundancy;
  /** Verdict on the expected networks together. */
  readonly networks: Signal;
}

/**
 * Whether a link does what is required: `unknown` where what could not be read decides. Whatever the number of tunnels,
 * every expected network must be proven, because a tunnel without routes carries nothing.
 */
export function meets({ tunnels, redundancy, networks }: LinkState, requirement: Requirement): Signal {
  const good = tunnels.filter((verdict) => verdict === 'healthy').length;
  const possible = good + tunnels.filter((verdict) => verdict === 'unknown').length;
  const counted = countMeets(tunnels, good, possible, requirement, redundancy);
  if (counted === 'down' || networks === 'down') return 'down';
  return counted === 'unknown' || networks === 'unknown' ? 'unknown' : 'up';
}

function countMeets(
  tunnels: readonly Verdict[],
  good: number,
  possible: number,
  requirement: Requirement,
  { domains, state }: Redundancy,
): Signal {
  if (tunnels.length === 0) return 'unknown';
  if (requirement.kind === 'per-domain') {
    if (state !== 'up') return state;
    const isFull = domains.every(({ working }) => working > 0);
    return isFull ? atLeast(good, possible, 1) : 'down';
  }
  if (requirement.kind === 'all') return atLeast(good, possible, tunnels.length);
  return atLeast(good, possible, requirement.kind === 'any' ? 1 : requirement.count);
}

function atLeast(good: number, possible: number, wanted: number): Signal {
  if (good >= wanted) return 'up';
  return possible >= wanted ? 'unknown' : 'down';
}
