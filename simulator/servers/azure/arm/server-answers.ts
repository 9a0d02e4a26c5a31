/** Answers of a Route Server about one of its peers, keyed by the two roles it runs in. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { tunnelsOfGateway } from '../../../world/link/link.ts';
import {
  isBranchToBranch,
  peersOf,
  ROUTE_SERVER_ASN,
  routeServerOf,
} from '../../../world/link/route-servers.ts';
import { networkOf } from '../../../world/link/routes.ts';
import { byId } from '../../../world/link/tunnel.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { idOf, texts } from './resource.ts';

/** One list for each role, made of that role's own address. */
function byRole(server: WorldObject, rows: (address: string) => readonly object[]): object {
  const addresses = texts(server.attributes, 'virtual_router_ips');
  return Object.fromEntries(
    addresses.map((address, index) => [`RouteServiceRole_IN_${index}`, rows(address)]),
  );
}

function serverOf(peer: WorldObject, view: CloudView): WorldObject | undefined {
  return byId(view, 'azurerm_route_server', idOf(peer).replace(/\/bgpConnections\/[^/]+$/i, ''));
}

/** `learnedRoutes`: what the peer announces. */
export function serverLearned(peer: WorldObject, view: CloudView): object {
  const server = serverOf(peer, view);
  if (server === undefined) return {};
  const found = peersOf(view, server).find((one) => one.peer.key === peer.key);
  return byRole(server, (localAddress) =>
    (found?.prefixes ?? []).map((network) => ({
      localAddress,
      network,
      nextHop: found?.address ?? '',
      sourcePeer: found?.address ?? '',
      origin: 'EBgp',
      asPath: String(found?.asn ?? ''),
      weight: 32768,
    })),
  );
}

/** `advertisedRoutes`: the network's ranges, and what gateways learnt where routes pass between branches. */
export function serverAdvertised(peer: WorldObject, view: CloudView): object {
  const server = serverOf(peer, view);
  if (server === undefined) return {};
  const isUp = peersOf(view, server).some((one) => one.peer.key === peer.key && one.state === 'Connected');
  const network = view.objects
    .list('azurerm_virtual_network')
    .find((one) => routeServerOf(view, one)?.key === server.key);
  const own = texts(network?.attributes ?? {}, 'address_space').map((prefix) => [prefix, ''] as const);
  const learnt = isBranchToBranch(server) && network !== undefined ? gatewayRoutes(network, view) : [];
  const routes = isUp ? [...own, ...learnt] : [];
  return byRole(server, (address) =>
    routes.map(([prefix, path]) => ({
      localAddress: address,
      network: prefix,
      nextHop: address,
      sourcePeer: address,
      origin: 'Igp',
      asPath: `${ROUTE_SERVER_ASN}${path}`,
      weight: 0,
    })),
  );
}

/** What VPN gateways of a network learnt, each range once, with the path as it is appended. */
function gatewayRoutes(network: WorldObject, view: CloudView): readonly (readonly [string, string])[] {
  const gateways = view.objects
    .list('azurerm_virtual_network_gateway')
    .filter((gateway) => networkOf(view, gateway)?.key === network.key);
  const routes = gateways
    .flatMap((gateway) => tunnelsOfGateway(view, idOf(gateway)))
    .flatMap(({ toAzure }) => toAzure)
    .map(({ prefix, path }) => [prefix, `-${path.join('-')}`] as const);
  return [...new Map(routes)];
}
