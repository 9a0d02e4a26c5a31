import type { Side, Signal } from './algebra.ts';
import type { AwsTunnel, AzureConnection, CloudFacts } from './facts.ts';
import { isWhole, type LinkPairs, type TunnelPair } from './pairing.ts';
import { isAnsweredBy, neighborOf } from './route-views.ts';

/** A tunnel that is UP in EC2 speaks BGP, as long as it is not routed statically; DOWN says only that BGP is not there. */
export function awsSide(tunnel: AwsTunnel | null, { awsTunnels }: CloudFacts): Side {
  if (tunnel === null) return awsTunnels.ok ? ALL_DOWN : ALL_UNKNOWN;
  const { status, statusMessage, negotiated } = tunnel;
  if (status === 'UP') return { ike: 'up', ipsec: 'up', bgp: 'up' };
  const bgp: Signal = status === 'DOWN' ? 'down' : 'unknown';
  const phase = (
    value: (of: { readonly phase1: string | null; readonly phase2: string | null }) => string | null,
  ): Signal => (negotiated.ok ? (value(negotiated.value) === null ? 'down' : 'up') : 'unknown');
  const isIpsecUp = /IPSEC IS UP/i.test(statusMessage);
  const isIpsecDown = /IPSEC IS DOWN/i.test(statusMessage);
  const ipsec: Signal = isIpsecUp ? 'up' : isIpsecDown ? 'down' : phase(({ phase2 }) => phase2);
  return { ike: ipsec === 'up' ? 'up' : phase(({ phase1 }) => phase1), ipsec, bgp };
}

const ALL_DOWN: Side = { ike: 'down', ipsec: 'down', bgp: 'down' };
const ALL_UNKNOWN: Side = { ike: 'unknown', ipsec: 'unknown', bgp: 'unknown' };

/**
 * Azure tries each connection from both instances, and AWS trusts one of them: an attempt that is connected is enough,
 * and one that is not says nothing. Azure does not tell IKE from IPsec.
 */
export function azureSide(
  { aws, azure, instance }: Omit<TunnelPair, 'by'>,
  link: LinkPairs,
  { connections }: CloudFacts,
): Side {
  if (azure === null) return isWhole(connections) ? ALL_DOWN : ALL_UNKNOWN;
  return { ike: 'unknown', ipsec: connectionSignal(azure), bgp: bgpSignal({ aws, azure, instance }, link) };
}

function connectionSignal({ attempts, status }: AzureConnection): Signal {
  const states = attempts.length > 0 ? attempts.map((attempt) => attempt.status) : [status];
  if (states.includes('Connected')) return 'up';
  return states.every((state) => state === 'NotConnected' || state === 'Connecting') ? 'down' : 'unknown';
}

function bgpSignal(pair: Omit<TunnelPair, 'by'>, { gateway }: LinkPairs): Signal {
  const neighbor = neighborOf(pair);
  if (gateway === null || !gateway.peers.ok || neighbor === null) return 'unknown';
  const states = gateway.peers.value.filter((peer) => peer.neighbor === neighbor).map(({ state }) => state);
  if (states.includes('Connected')) return 'up';
  return states.includes('Unknown') || !isAnsweredBy(pair.instance, gateway.peers.value) ? 'unknown' : 'down';
}
