import { hostAt, parseCidr } from '../net/cidr.ts';
import type { AwsTunnel, AzureConnection, AzureGateway, AzureInstance, CloudFacts } from './facts.ts';

/** One tunnel with what each cloud has of it. */
export interface TunnelPair {
  readonly aws: AwsTunnel | null;
  readonly azure: AzureConnection | null;
  /** `outside`: by the public address; `inside`: that differs, the BGP address is the same; `none`: one end alone. */
  readonly by: 'outside' | 'inside' | 'none';
  readonly instance: AzureInstance | null;
}

/** All tunnels between one Azure gateway and AWS. */
export interface LinkPairs {
  /** Id of the Azure gateway; where it is not known, of the transit gateway. */
  readonly id: string;
  readonly gateway: AzureGateway | null;
  readonly pairs: readonly TunnelPair[];
}

export interface Pairing {
  readonly links: readonly LinkPairs[];
  /** Tunnels and connections that lead elsewhere and are no part of a link. */
  readonly others: number;
}

/** Addresses inside a tunnel: AWS has the first host of the range, Azure the second. */
export function insideAddresses(
  cidr: string | null,
): { readonly aws: string; readonly azure: string } | null {
  if (cidr === null) return null;
  const parsed = parseCidr(cidr);
  if (!parsed.ok) return null;
  const [aws, azure] = [hostAt(parsed.cidr, 1), hostAt(parsed.cidr, 2)];
  return aws === null || azure === null ? null : { aws, azure };
}

/**
 * Finds the two ends of each tunnel by their addresses alone. The public address of AWS is unique, so it is tried first;
 * a local network gateway with another public address but the tunnel's BGP address is the same tunnel, set up wrongly.
 */
export function pairTunnels(facts: CloudFacts): Pairing {
  const tunnels = facts.awsTunnels.ok ? facts.awsTunnels.value : [];
  const connections = facts.connections.ok ? facts.connections.value : [];
  const gateways = facts.gateways.ok ? facts.gateways.value : [];
  const left = new Set(connections);
  const outside = matchUnique(tunnels, left, ({ outsideAddress }) => outsideAddress, addressOf);
  const rest = tunnels.filter((tunnel) => !outside.has(tunnel));
  const inside = matchUnique(rest, left, ({ insideCidr }) => insideAddresses(insideCidr)?.aws ?? '', bgpOf);
  const links = new Map<string, TunnelPair[]>();
  let others = 0;
  const add = (id: string | undefined, pair: TunnelPair): void => {
    if (id === undefined) others += 1;
    else links.set(id, [...(links.get(id) ?? []), pair]);
  };
  for (const aws of tunnels) {
    const azure = outside.get(aws) ?? inside.get(aws) ?? null;
    const by = outside.has(aws) ? 'outside' : inside.has(aws) ? 'inside' : 'none';
    add(linkOf(aws, azure, gateways, facts), { aws, azure, by, instance: instanceOf(aws, gateways) });
  }
  for (const azure of left) {
    const { gatewayId } = azure;
    const belongs =
      !facts.awsTunnels.ok ||
      (azure.peer.ok && links.has(key(gatewayId)) && bgpOf(azure).startsWith('169.254.'));
    add(belongs ? key(gatewayId) : undefined, { aws: null, azure, by: 'none', instance: null });
  }
  return {
    links: [...links].map(([id, pairs]) => ({
      id,
      gateway: gateways.find((gateway) => key(gateway.id) === id) ?? null,
      pairs,
    })),
    others,
  };
}

/** ARM writes ids in any case. */
const key = (id: string): string => id.toLowerCase();

const addressOf = ({ peer }: AzureConnection): string => (peer.ok ? (peer.value.address ?? '') : '');
const bgpOf = ({ peer }: AzureConnection): string => (peer.ok ? (peer.value.bgpAddress ?? '') : '');

/** Without the machine that each leads to, any connection may be the one that is looked for. */
export function isWhole(connections: CloudFacts['connections']): boolean {
  return connections.ok && connections.value.every(({ peer }) => peer.ok);
}

/** Pairs what has the same text, and only where it is the only one on both sides; takes what it paired out of `left`. */
function matchUnique(
  tunnels: readonly AwsTunnel[],
  left: Set<AzureConnection>,
  ofTunnel: (tunnel: AwsTunnel) => string,
  ofConnection: (connection: AzureConnection) => string,
): ReadonlyMap<AwsTunnel, AzureConnection> {
  const byText = new Map<string, AzureConnection[]>();
  for (const one of left) byText.set(ofConnection(one), [...(byText.get(ofConnection(one)) ?? []), one]);
  const counts = new Map<string, number>();
  for (const one of tunnels) counts.set(ofTunnel(one), (counts.get(ofTunnel(one)) ?? 0) + 1);
  const found = new Map<AwsTunnel, AzureConnection>();
  for (const tunnel of tunnels) {
    const text = ofTunnel(tunnel);
    const [first, ...more] = byText.get(text) ?? [];
    if (text === '' || first === undefined || more.length > 0 || counts.get(text) !== 1) continue;
    found.set(tunnel, first);
    left.delete(first);
  }
  return found;
}

/** The instance whose public address AWS trusts. */
function instanceOf({ customerGateway }: AwsTunnel, gateways: readonly AzureGateway[]): AzureInstance | null {
  const { address } = customerGateway;
  if (address === null) return null;
  const all = gateways.flatMap(({ instances }) => instances);
  return all.find(({ publicAddresses }) => publicAddresses.includes(address)) ?? null;
}

function linkOf(
  aws: AwsTunnel,
  azure: AzureConnection | null,
  gateways: readonly AzureGateway[],
  facts: CloudFacts,
): string | undefined {
  if (azure !== null) return key(azure.gatewayId);
  const { address } = aws.customerGateway;
  const own = gateways.find(({ instances }) =>
    instances.some(({ publicAddresses }) => address !== null && publicAddresses.includes(address)),
  );
  if (own !== undefined) return key(own.id);
  // Without the other cloud nothing shows which tunnels lead there, so none is left out.
  const isBlind = !facts.gateways.ok || !facts.connections.ok;
  return isBlind ? `aws:${aws.transitGatewayId ?? aws.connectionId}` : undefined;
}
