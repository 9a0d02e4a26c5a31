/** Which routes each side announces over a link, and which of them the other side takes. */
import type { WorldObject } from '../../terraform-provider/engine/types.ts';
import { blocks, sameId, text, texts } from '../attributes.ts';
import { gatewayAsn } from './bgp.ts';
import { isBranchToBranch, peersOf, ROUTE_SERVER_ASN, routeServerOf } from './route-servers.ts';
import type { CloudView } from './view.ts';

/** A route as BGP carries it. */
export interface Route {
  readonly prefix: string;
  /** Nearest number first, without that of the announcer. */
  readonly path: readonly number[];
  /** Where the announcer has it from: itself, or a peer. */
  readonly via: string;
}

/** Most routes of a peer that an Azure gateway takes before it ends the session, and of a VPN that AWS takes at all. */
export const ROUTE_LIMITS = { azure: 4000, aws: 1000 } as const;

/** The virtual network in which a gateway lies. */
export function networkOf(view: CloudView, gateway: WorldObject | undefined): WorldObject | undefined {
  const subnet = text(blocks(gateway, 'ip_configuration')[0], 'subnet_id');
  const id = subnet.replace(/\/subnets\/[^/]+$/i, '');
  return view.objects.list('azurerm_virtual_network').find((network) => sameId(text(network, 'id'), id));
}

/** What an Azure gateway has to announce: the virtual network's ranges, and what a Route Server passes to it. */
export function announcedByAzure(view: CloudView, gateway: WorldObject | undefined): readonly Route[] {
  const network = networkOf(view, gateway);
  if (network === undefined) return [];
  const own = texts(network, 'address_space').map((prefix) => ({ prefix, path: [], via: '' }));
  return [...own, ...fromRouteServer(view, network, gatewayAsn(gateway))];
}

/** Routes of nodes and appliances that reach the gateway through a Route Server. */
export function fromRouteServer(view: CloudView, network: WorldObject, asn: number): readonly Route[] {
  const server = routeServerOf(view, network);
  if (!isBranchToBranch(server)) return [];
  const spaces = new Set(texts(network, 'address_space'));
  const between = asn === ROUTE_SERVER_ASN ? [] : [ROUTE_SERVER_ASN];
  return peersOf(view, server).flatMap((peer) =>
    peer.prefixes
      // A Route Server takes no range that is the network's own.
      .filter((prefix) => !spaces.has(prefix))
      .map((prefix) => ({ prefix, path: [...between, peer.asn], via: peer.address })),
  );
}

/** Routes that AWS takes from an Azure gateway: none that already went through it. */
export function takenByAws(routes: readonly Route[], azureAsn: number, awsAsn: number): readonly Route[] {
  return routes
    .map((route) => ({ ...route, path: [azureAsn, ...route.path] }))
    .filter(({ path }) => !path.includes(awsAsn))
    .slice(0, ROUTE_LIMITS.aws);
}

/** Routes that an Azure gateway takes from AWS: none that went through it, and none that is the network's own. */
export function takenByAzure(
  routes: readonly Route[],
  { azureAsn, awsAsn, network }: { azureAsn: number; awsAsn: number; network: WorldObject | undefined },
): readonly Route[] {
  const spaces = new Set(texts(network, 'address_space'));
  return routes
    .map((route) => ({ ...route, path: [awsAsn, ...route.path] }))
    .filter(({ path, prefix }) => !path.includes(azureAsn) && !spaces.has(prefix));
}
