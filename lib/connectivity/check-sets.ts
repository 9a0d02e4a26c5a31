/** Questions about sets of checks that rules of causes ask again and again. */
import type { Check, CheckKind, Cloud } from './types.ts';

const POD: readonly CheckKind[] = ['pod-icmp', 'pod-tcp', 'pod-udp'];

/** Small packets to the address of a pod. */
export const isPod = ({ kind }: Check): boolean => POD.includes(kind);
export const isKubelet = ({ kind }: Check): boolean => kind.startsWith('kubelet-');
export const isDns = ({ kind }: Check): boolean => kind.startsWith('dns-');
export const isFailed = ({ outcome }: Check): boolean => outcome === 'failed';

export const failedOf = (checks: readonly Check[]): readonly Check[] => checks.filter(isFailed);

/** Of what was seen, and at least one: of nothing nothing follows. */
export function allFailed(checks: readonly Check[]): boolean {
  const seen = checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'passed');
  return seen.length > 0 && seen.every(isFailed);
}

/** The control plane is on the side of AWS. */
export function isCross({ source, target }: Check): boolean {
  const side = (cloud: string): string => (cloud === 'control-plane' ? 'aws' : cloud);
  return target.cloud !== 'cluster' && side(source.cloud) !== side(target.cloud);
}

export const podsAcross = (checks: readonly Check[]): readonly Check[] =>
  checks.filter((check) => isPod(check) && isCross(check));

export const between = (checks: readonly Check[], from: Cloud, to: Cloud): readonly Check[] =>
  checks.filter(({ source, target }) => source.cloud === from && target.cloud === to);

export const isSamePair = (one: Check, other: Check): boolean =>
  one.source.name === other.source.name && one.target.name === other.target.name;

/** Failed checks of pairs between which nothing at all passes in one direction. */
export function wholePairsLost(checks: readonly Check[]): readonly Check[] {
  return failedOf(checks).filter((check) => allFailed(checks.filter((row) => isSamePair(row, check))));
}
