/** Answers of a VPN gateway about BGP: its peers, what it learnt and what it announces, of both instances together. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { gatewayAsn, instanceAddress, localAddress } from '../../../world/link/bgp.ts';
import { upFor } from '../../../world/link/history.ts';
import { type TunnelState, tunnelsOfGateway } from '../../../world/link/link.ts';
import { isBranchToBranch, ROUTE_SERVER_ASN, routeServerOf } from '../../../world/link/route-servers.ts';
import { announcedByAzure, fromRouteServer, networkOf } from '../../../world/link/routes.ts';
import { asn, byId } from '../../../world/link/tunnel.ts';
import type { CloudView } from '../../../world/link/view.ts';
import {
  CONNECTED_MS,
  durationOf,
  isPrivate,
  privateAdvertised,
  privatePeers,
  privateRoutes,
} from './private-answers.ts';
import { blocks, idOf, text, texts } from './resource.ts';

/** A peer with the session from one instance of the gateway to it. */
interface Session {
  readonly instance: number;
  readonly local: string;
  readonly neighbor: string;
  readonly asn: number;
  readonly state: 'Connected' | 'Connecting' | 'Idle';
  readonly tunnel: TunnelState | undefined;
  readonly kind: 'tunnel' | 'instance' | 'route-server';
  readonly routes: number;
}

/** Numbers of the instances that answer; with the fault, the second one's half is missing. */
function instancesOf(gateway: WorldObject, view: CloudView): readonly number[] {
  const all = blocks(gateway.attributes, 'ip_configuration').map((_, index) => index);
  return view.faults.strikes('arm-operation-partial') ? all.slice(0, 1) : all;
}

function sessionsOf(gateway: WorldObject, view: CloudView): readonly Session[] {
  return instancesOf(gateway, view).flatMap((instance) => [
    ...tunnelSessions(gateway, view, instance),
    ...instanceSessions(gateway, view, instance),
    ...serverSessions(gateway, view, instance),
  ]);
}

/** Each connection is tried from every instance, though AWS knows the address of one alone. */
function tunnelSessions(gateway: WorldObject, view: CloudView, instance: number): readonly Session[] {
  const states = tunnelsOfGateway(view, idOf(gateway)).filter(({ tunnel }) => tunnel.instance === instance);
  const own = view.objects
    .list('azurerm_virtual_network_gateway_connection')
    .filter(
      ({ attributes }) =>
        text(attributes, 'virtual_network_gateway_id').toLowerCase() === idOf(gateway).toLowerCase() &&
        attributes['bgp_enabled'] === true,
    );
  return own.flatMap((connection) => {
    const local = byId(
      view,
      'azurerm_local_network_gateway',
      text(connection.attributes, 'local_network_gateway_id'),
    );
    const peer = blocks(local?.attributes ?? {}, 'bgp_settings')[0];
    if (peer === undefined) return [];
    const state = states.find(({ tunnel }) => tunnel.connection?.key === connection.key);
    const ownAddress = view.faults.strikes('link-local-address')
      ? instanceAddress(gateway, instance)
      : localAddress(gateway, connection, instance);
    return [
      {
        instance,
        local: ownAddress,
        neighbor: text(peer, 'bgp_peering_address'),
        asn: asn(peer, 'asn'),
        state: stateOf(state),
        tunnel: state,
        kind: 'tunnel' as const,
        routes: state?.toAzure.length ?? 0,
      },
    ];
  });
}

function stateOf(state: TunnelState | undefined): Session['state'] {
  if (state?.bgp === true) return 'Connected';
  const refused = ['equal-asns', 'asn-mismatch', 'prefix-limit'];
  return refused.includes(state?.failure ?? '') ? 'Idle' : 'Connecting';
}

/** Instances of one gateway speak to each other, with the gateway's own number. */
function instanceSessions(gateway: WorldObject, view: CloudView, instance: number): readonly Session[] {
  const count = blocks(gateway.attributes, 'ip_configuration').length;
  const isDown = view.faults.strikes('link-instance-maintenance');
  return Array.from({ length: count }, (_, other) => other)
    .filter((other) => other !== instance)
    .map((other) => ({
      instance,
      local: instanceAddress(gateway, instance),
      neighbor: instanceAddress(gateway, other),
      asn: gatewayAsn(gateway),
      state: isDown ? ('Connecting' as const) : ('Connected' as const),
      tunnel: undefined,
      kind: 'instance' as const,
      routes: isDown ? 0 : learntOf(gateway, view, other).size,
    }));
}

function serverSessions(gateway: WorldObject, view: CloudView, instance: number): readonly Session[] {
  const network = networkOf(view, gateway);
  const server = network && routeServerOf(view, network);
  if (network === undefined || !isBranchToBranch(server)) return [];
  const routes = fromRouteServer(view, network, gatewayAsn(gateway)).length;
  return texts(server.attributes, 'virtual_router_ips').map((neighbor) => ({
    instance,
    local: instanceAddress(gateway, instance),
    neighbor,
    asn: ROUTE_SERVER_ASN,
    state: 'Connected' as const,
    tunnel: undefined,
    kind: 'route-server' as const,
    routes,
  }));
}

/** `getBgpPeerStatus`: a peer that is not connected has no duration. */
export function peerStatus(gateway: WorldObject, view: CloudView, peer: string | null): object {
  if (isPrivate(gateway)) return { value: privatePeers(gateway, view) };
  const value = sessionsOf(gateway, view)
    .filter(({ neighbor }) => peer === null || neighbor === peer)
    .map((session) => {
      const isUp = session.state === 'Connected';
      const up = session.tunnel === undefined ? CONNECTED_MS : upFor(view, session.tunnel);
      const messages = isUp ? Math.floor(up / 60_000) + 5 : 0;
      return {
        localAddress: session.local,
        neighbor: session.neighbor,
        asn: session.asn,
        state: session.state,
        ...(isUp && { connectedDuration: durationOf(up) }),
        routesReceived: isUp ? session.routes : 0,
        messagesSent: messages,
        messagesReceived: messages,
      };
    });
  return { value };
}

interface Learnt {
  readonly prefix: string;
  readonly path: readonly number[];
  readonly from: string;
}

/** What one instance learnt itself, over its own tunnels. */
function learntOf(gateway: WorldObject, view: CloudView, instance: number): ReadonlySet<Learnt> {
  const states = tunnelsOfGateway(view, idOf(gateway)).filter(({ tunnel }) => tunnel.instance === instance);
  return new Set(
    states.flatMap(({ toAzure, tunnel }) =>
      toAzure.map(({ prefix, path }) => ({ prefix, path, from: tunnel.awsInside })),
    ),
  );
}

const WEIGHT = 32768;

/** `getLearnedRoutes`: own ranges without a next hop, then what tunnels, the other instance and a Route Server told. */
export function learnedRoutes(gateway: WorldObject, view: CloudView): object {
  if (isPrivate(gateway)) return { value: privateRoutes(gateway, view) };
  const all = blocks(gateway.attributes, 'ip_configuration').map((_, index) => index);
  const network = networkOf(view, gateway);
  const value = instancesOf(gateway, view).flatMap((instance) => {
    const localAddress = instanceAddress(gateway, instance);
    const row = (network: string, rest: object): object => ({ localAddress, network, ...rest });
    const own = [
      ...texts(network?.attributes ?? {}, 'address_space'),
      ...tunnelSessions(gateway, view, instance).map(({ neighbor }) => `${neighbor}/32`),
    ].map((prefix) =>
      row(prefix, { sourcePeer: localAddress, origin: 'Network', asPath: '', weight: WEIGHT }),
    );
    const learnt = all.flatMap((other) =>
      [...learntOf(gateway, view, other)].map(({ prefix, path, from }) =>
        row(prefix, {
          nextHop: from,
          sourcePeer: other === instance ? from : instanceAddress(gateway, other),
          origin: other === instance ? 'EBgp' : 'IBgp',
          asPath: path.join('-'),
          weight: WEIGHT,
        }),
      ),
    );
    return [...own, ...learnt, ...serverRows(gateway, view, row)];
  });
  return { value };
}

function serverRows(
  gateway: WorldObject,
  view: CloudView,
  row: (network: string, rest: object) => object,
): readonly object[] {
  const network = networkOf(view, gateway);
  const server = network && routeServerOf(view, network);
  if (network === undefined || server === undefined) return [];
  const routes = fromRouteServer(view, network, gatewayAsn(gateway));
  return texts(server.attributes, 'virtual_router_ips').flatMap((address) =>
    routes.map(({ prefix, path, via }) =>
      row(prefix, {
        nextHop: via,
        sourcePeer: address,
        origin: gatewayAsn(gateway) === ROUTE_SERVER_ASN ? 'IBgp' : 'EBgp',
        asPath: path.join('-'),
        weight: WEIGHT,
      }),
    ),
  );
}

/** `getAdvertisedRoutes`: to one peer, by the instances that have a session with it; without a source. */
export function advertisedRoutes(gateway: WorldObject, view: CloudView, peer: string | null): object {
  if (isPrivate(gateway)) return { value: privateAdvertised(gateway, view, peer) };
  const number = gatewayAsn(gateway);
  const value = sessionsOf(gateway, view)
    .filter(({ neighbor, state, kind }) => neighbor === peer && state === 'Connected' && kind === 'tunnel')
    .flatMap(({ local }) =>
      announcedByAzure(view, gateway).map(({ prefix, path }) => ({
        localAddress: local,
        network: prefix,
        nextHop: local,
        origin: 'Igp',
        asPath: [number, ...path].join('-'),
        weight: 0,
      })),
    );
  return { value };
}
