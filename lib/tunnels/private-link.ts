import { type Cidr, formatCidr, parseCidr, subtract } from '../net/cidr.ts';
import type { Carrier, CarrierSession } from './carrier.ts';
import type { AzureGateway, BgpPeer, CloudFacts, Expectations, Reading } from './facts.ts';
import type { Hop } from './network-proof.ts';
import type { DirectConnectGateway, GatewayAssociation, PrivateConnection } from './private-facts.ts';

/** Number of Microsoft's edge routers, on every circuit. */
export const MICROSOFT_ASN = 12076;

/**
 * Both halves of a private link. Nothing in either cloud names the other half, because a router that is neither's lies
 * between them; so a half may be missing here.
 */
export interface PrivateLink {
  /** Id of the ExpressRoute gateway in lower case; where it is not known, of the Direct Connect gateway. */
  readonly id: string;
  readonly gateway: AzureGateway | null;
  readonly connections: Reading<readonly PrivateConnection[]>;
  readonly directConnect: DirectConnectGateway | null;
  readonly expected: Expectations | null;
}

/**
 * Joins the halves: those that expectations name together, and one of each that is left when there is no other. Where
 * several are left, nothing shows which belong together, and each stands alone.
 */
export function pairPrivateLinks(
  facts: CloudFacts,
  expectations: readonly Expectations[],
): readonly PrivateLink[] {
  const gateways = (facts.gateways.ok ? facts.gateways.value : []).filter(
    ({ kind }) => kind === 'express-route',
  );
  const circuits = facts.directConnect.ok ? facts.directConnect.value : [];
  const halves = { gateways: new Set(gateways), circuits: new Set(circuits) };
  const build = (
    gateway: AzureGateway | null,
    directConnect: DirectConnectGateway | null,
    expected: Expectations | null,
  ): PrivateLink => {
    if (gateway !== null) halves.gateways.delete(gateway);
    if (directConnect !== null) halves.circuits.delete(directConnect);
    const id = gateway?.id ?? expected?.gatewayId ?? `aws:${directConnect?.id ?? ''}`;
    const connections = connectionsOf(facts, id);
    return { id: id.toLowerCase(), gateway, connections, directConnect, expected };
  };
  const named = expectations
    .filter(({ directConnectGatewayId }) => directConnectGatewayId !== null)
    .map((expected) =>
      build(
        gateways.find(({ id }) => same(id, expected.gatewayId)) ?? null,
        circuits.find(({ id }) => id === expected.directConnectGatewayId) ?? null,
        expected,
      ),
    );
  const [gateway, ...moreGateways] = halves.gateways;
  const [circuit, ...moreCircuits] = halves.circuits;
  if (gateway !== undefined && circuit !== undefined && moreGateways.length + moreCircuits.length === 0) {
    return [...named, build(gateway, circuit, null)];
  }
  return [
    ...named,
    ...[...halves.gateways].map((one) => build(one, null, null)),
    ...[...halves.circuits].map((one) => build(null, one, null)),
  ];
}

function connectionsOf({ privateConnections: all }: CloudFacts, gateway: string): PrivateLink['connections'] {
  return all.ok ? { ok: true, value: all.value.filter(({ gatewayId }) => same(gatewayId, gateway)) } : all;
}

const same = (one: string, other: string | null): boolean => one.toLowerCase() === other?.toLowerCase();

/** Sessions of the gateway with the edge routers of its circuits; those with its own instances are no way. */
export function edgePeers({ gateway }: PrivateLink): Reading<readonly BgpPeer[]> {
  if (gateway === null) return { ok: false, reason: 'the ExpressRoute gateway could not be read' };
  if (!gateway.peers.ok) return gateway.peers;
  return { ok: true, value: gateway.peers.value.filter(({ asn }) => asn === MICROSOFT_ASN) };
}

/** Associations of the link's Direct Connect gateway with the transit gateway that is expected, or with any. */
export function associationsOf({
  directConnect,
  expected,
}: PrivateLink): Reading<readonly GatewayAssociation[]> {
  if (directConnect === null) return { ok: false, reason: 'the Direct Connect gateway could not be read' };
  const { associations } = directConnect;
  const wanted = expected?.transitGatewayId ?? null;
  if (!associations.ok || wanted === null) return associations;
  return {
    ok: true,
    value: associations.value.filter(({ transitGatewayId }) => transitGatewayId === wanted),
  };
}

/** The circuits as the carrier of the link's routes. */
export function privateCarrier(link: PrivateLink): Carrier {
  const peers = edgePeers(link);
  const associations = associationsOf(link);
  const { gateway, directConnect, expected } = link;
  const neighbors = [...new Set(peers.ok ? peers.value.map(({ neighbor }) => neighbor) : [])];
  const sessions = neighbors.map((neighbor) => sessionOf(gateway, neighbor));
  const unread: readonly CarrierSession[] = peers.ok
    ? []
    : [{ neighbor: '', learned: peers, advertised: peers }];
  const id = directConnect?.id ?? expected?.directConnectGatewayId ?? null;
  return {
    gateway,
    kind: 'direct-connect-gateway',
    noun: 'sessions',
    resourceIds: id === null ? [] : [id],
    transitGatewayIds: associations.ok ? associations.value.map((one) => one.transitGatewayId) : [],
    sessions: [...sessions, ...unread],
  };
}

function sessionOf(gateway: AzureGateway | null, neighbor: string): CarrierSession {
  const lacking = { ok: false, reason: 'its routes were not read' } as const;
  const learned = gateway?.learned ?? lacking;
  return {
    neighbor,
    advertised: gateway?.advertised.get(neighbor) ?? lacking,
    learned: learned.ok
      ? { ok: true, value: learned.value.filter(({ sourcePeer }) => sourcePeer === neighbor) }
      : learned,
  };
}

/** Direct Connect advertises nothing of AWS but what the association allows. */
export function allowedHops(link: PrivateLink, network: Cidr): readonly Hop[] {
  const hop = 'allowed-prefixes';
  const associations = associationsOf(link);
  const where = link.directConnect?.id ?? '';
  if (!associations.ok) return [{ hop, state: 'unknown', where, detail: associations.reason }];
  const allowed = associations.value.flatMap(({ allowedPrefixes }) => allowedPrefixes);
  const isAllowed = isAdvertised(allowed, network);
  const detail = isAllowed ? '' : 'the association does not allow it';
  return [{ hop, state: isAllowed ? 'up' : 'down', where, detail }];
}

/** Whether allowed prefixes, which are advertised as they stand, hold a network together. */
function isAdvertised(allowed: readonly string[], network: Cidr): boolean {
  const ranges = allowed.flatMap((text) => {
    const parsed = parseCidr(text);
    return parsed.ok ? [parsed.cidr] : [];
  });
  return ranges.length > 0 && subtract([network], ranges).length === 0;
}

/** Networks of AWS that the association does not allow, as text. */
export function notAllowed(link: PrivateLink): readonly string[] {
  const associations = associationsOf(link);
  if (!associations.ok || associations.value.length === 0) return [];
  const allowed = associations.value.flatMap(({ allowedPrefixes }) => allowedPrefixes);
  return (link.expected?.fromAws ?? []).filter((one) => !isAdvertised(allowed, one)).map(formatCidr);
}
