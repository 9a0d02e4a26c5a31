/** What one side says of one layer. */
export type Signal = 'up' | 'down' | 'unknown';

export const LAYERS = ['ike', 'ipsec', 'bgp'] as const;
export type Layer = (typeof LAYERS)[number];

/** The layers of one side, lowest first: each needs the one below. */
export type Side = Readonly<Record<Layer, Signal>>;

export const VERDICTS = [
  'healthy',
  'settling',
  'provisioning',
  'unknown',
  'asymmetric',
  'degraded',
  'down',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What both sides say of one layer. */
export type Agreement = Signal | 'asymmetric';

/**
 * Two views of one layer. A layer needs both ends, so one end that is down is enough to say that it does not carry, while
 * one that is up says nothing about the other.
 */
export function agree(one: Signal, other: Signal): Agreement {
  if (one === other) return one;
  if (one === 'unknown' || other === 'unknown')
    return one === 'down' || other === 'down' ? 'down' : 'unknown';
  return 'asymmetric';
}

/** Fills gaps of one side: what is up proves what is below it. What is down says nothing about what is below. */
export function complete({ ike, ipsec, bgp }: Side): Side {
  const below = (layer: Signal, above: Signal): Signal =>
    layer === 'unknown' && above === 'up' ? 'up' : layer;
  const filledIpsec = below(ipsec, bgp);
  return { ike: below(ike, filledIpsec), ipsec: filledIpsec, bgp };
}

export interface TunnelSignals {
  readonly aws: Side;
  readonly azure: Side;
  /** Whether every expected network arrives at both ends: `down` where one is known to lack. */
  readonly routes: Signal;
  /** A side is being made or changed. */
  readonly provisioning: boolean;
  /** A state changed so recently that it may not stay, or the other side may not have noticed. */
  readonly settling: boolean;
  /** Whether it works as asked: `down` with weaker ciphers or flapping, `unknown` where that could not be read. */
  readonly quality: Signal;
}

/**
 * The verdict on one tunnel: the lowest layer that is not up decides; then routes, then how it works. Nothing that is not
 * known is ever healthy.
 */
export function judgeSignals(signals: TunnelSignals): Verdict {
  const aws = complete(signals.aws);
  const azure = complete(signals.azure);
  const layers = LAYERS.map((layer) => agree(aws[layer], azure[layer]));
  const isUp = layers.every((layer) => layer === 'up');
  if (!isUp && signals.provisioning) return 'provisioning';
  if (layers.includes('asymmetric')) return signals.settling ? 'settling' : 'asymmetric';
  if (layers.includes('down')) return 'down';
  if (layers.includes('unknown')) return 'unknown';
  if (signals.routes === 'down') return signals.settling ? 'settling' : 'degraded';
  if (signals.quality === 'down') return 'degraded';
  if (signals.routes === 'unknown' || signals.quality === 'unknown') return 'unknown';
  if (signals.provisioning) return 'provisioning';
  return signals.settling ? 'settling' : 'healthy';
}

/** Whether traffic can pass: for counting paths, where a degraded tunnel still is one. */
export function carries(verdict: Verdict): Signal {
  if (verdict === 'healthy' || verdict === 'settling' || verdict === 'degraded') return 'up';
  return verdict === 'unknown' ? 'unknown' : 'down';
}

export interface LinkParts {
  readonly tunnels: readonly Verdict[];
  /** Verdicts on expected networks over the link: `down` for one that lacks somewhere, `unknown` for one not proven. */
  readonly networks: Signal;
  readonly redundancy: Signal;
}

/** The verdict on a link. No tunnel is not a good one: a link of which nothing was seen is unknown. */
export function judgeLink({ tunnels, networks, redundancy }: LinkParts): Verdict {
  if (tunnels.length === 0) return 'unknown';
  if (tunnels.every((verdict) => verdict === 'down')) return 'down';
  const isStarting = (verdict: Verdict): boolean => verdict === 'provisioning' || verdict === 'down';
  if (tunnels.every(isStarting)) return 'provisioning';
  const isDead = tunnels.every((verdict) => carries(verdict) !== 'up');
  const has = (verdict: Verdict): boolean => tunnels.includes(verdict);
  if (isDead) return has('unknown') ? 'unknown' : has('asymmetric') ? 'asymmetric' : 'down';
  if (has('down') || has('degraded') || networks === 'down' || redundancy === 'down') return 'degraded';
  if (has('asymmetric')) return 'asymmetric';
  if (has('unknown') || networks === 'unknown' || redundancy === 'unknown') return 'unknown';
  if (has('provisioning')) return 'provisioning';
  return has('settling') ? 'settling' : 'healthy';
}

/** All signals together: one down is down, then one unknown is unknown; of none, nothing is known. */
export function allUp(signals: readonly Signal[]): Signal {
  if (signals.length === 0) return 'unknown';
  if (signals.includes('down')) return 'down';
  return signals.includes('unknown') ? 'unknown' : 'up';
}

/** At least one: one up is up, then one unknown is unknown; of none, nothing is known. */
export function anyUp(signals: readonly Signal[]): Signal {
  if (signals.includes('up')) return 'up';
  return signals.length === 0 || signals.includes('unknown') ? 'unknown' : 'down';
}
