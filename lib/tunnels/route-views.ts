import { type Cidr, parseCidr, relation, subtract } from '../net/cidr.ts';
import type { AzureInstance, BgpPeer, GatewayRoute, Reading } from './facts.ts';
import type { Signal } from './algebra.ts';
import { insideAddresses, type LinkPairs, type TunnelPair } from './pairing.ts';

/** Whether routes hold every address of a network, together or one of them. Texts that are no range hold nothing. */
export function holds(routes: readonly string[], network: Cidr): boolean {
  const ranges = routes.flatMap((text) => {
    const parsed = parseCidr(text);
    return parsed.ok && relation(parsed.cidr, network) !== 'disjoint' ? [parsed.cidr] : [];
  });
  return ranges.length > 0 && subtract([network], ranges).length === 0;
}

/** As {@link holds}, for networks of which nodes come and go, each with its slice: one slice is enough. */
export function holdsAny(routes: readonly string[], network: Cidr): boolean {
  return routes.some((text) => {
    const parsed = parseCidr(text);
    return parsed.ok && relation(parsed.cidr, network) !== 'disjoint';
  });
}

/** What is sent to one neighbour of the Azure gateway. */
export function advertisedTo({ gateway }: LinkPairs, neighbor: string): Reading<readonly GatewayRoute[]> {
  if (gateway === null) return { ok: false, reason: 'the Azure gateway could not be read' };
  return gateway.advertised.get(neighbor) ?? { ok: false, reason: 'its advertised routes were not read' };
}

/**
 * Whether an instance is among those that an answer about peers comes from. Azure asks every instance and puts the rows
 * together; one that did not answer has none, and what the others say of its tunnels is nothing.
 */
export function isAnsweredBy(instance: AzureInstance | null, peers: readonly BgpPeer[]): boolean {
  if (instance === null || instance.bgpAddresses.length === 0) return true;
  return peers.some(({ localAddress }) => instance.bgpAddresses.includes(localAddress));
}

/** What came from one neighbour, of its own: both instances hold each route, some by way of each other. */
export function learnedFrom(
  { gateway, pairs }: LinkPairs,
  neighbor: string,
): Reading<readonly GatewayRoute[]> {
  if (gateway === null) return { ok: false, reason: 'the Azure gateway could not be read' };
  if (!gateway.learned.ok) return gateway.learned;
  const own = gateway.learned.value.filter(
    ({ sourcePeer, origin }) => sourcePeer === neighbor && /^ebgp$/i.test(origin),
  );
  const instance = pairs.find((pair) => neighborOf(pair) === neighbor)?.instance ?? null;
  if (own.length === 0 && gateway.peers.ok && !isAnsweredBy(instance, gateway.peers.value)) {
    return { ok: false, reason: `Azure told nothing of ${instance?.name ?? 'an instance'} of the gateway` };
  }
  return { ok: true, value: own };
}

/** Address at which Azure knows the AWS end. */
export function neighborOf({ aws, azure }: Pick<TunnelPair, 'aws' | 'azure'>): string | null {
  const inside = insideAddresses(aws?.insideCidr ?? null)?.aws;
  if (inside !== undefined) return inside;
  return azure?.peer.ok === true ? azure.peer.value.bgpAddress : null;
}

/** What was found at one place, with why it is not known or lacks. */
export interface Found {
  readonly state: Signal;
  readonly detail: string;
}

/** Looks into what was read; what was not read is unknown. */
export function fromReading<T>(reading: Reading<T>, look: (value: T) => boolean, missing: string): Found {
  if (!reading.ok) return { state: 'unknown', detail: reading.reason };
  return look(reading.value) ? { state: 'up', detail: '' } : { state: 'down', detail: missing };
}
