/** Azure Route Servers: which of their peers are up, and what these announce. */
import type { WorldObject } from '../../terraform-provider/engine/types.ts';
import { sameId, text, texts } from '../attributes.ts';
import { BGP_SPEAKER } from './speakers.ts';
import { asn } from './tunnel.ts';
import type { CloudView } from './view.ts';

/** Limits of a Route Server (Microsoft, "Azure Route Server limits"). */
export const ROUTE_SERVER_LIMITS = { peers: 8, routesOfPeer: 1000 } as const;
export const ROUTE_SERVER_ASN = 65515;

export interface ServerPeer {
  readonly peer: WorldObject;
  /** `NotConnected` where nothing answers, where it answers with another number, and beyond a limit. */
  readonly state: 'Connected' | 'NotConnected';
  readonly address: string;
  readonly asn: number;
  readonly prefixes: readonly string[];
  /** Whether the Route Server refused the peer as one too many. */
  readonly refused: boolean;
}

/** The peers of a Route Server in the order of their names. */
export function peersOf(view: CloudView, server: WorldObject): readonly ServerPeer[] {
  const id = text(server, 'id');
  const own = view.objects
    .list('azurerm_route_server_bgp_connection')
    .filter((peer) => sameId(text(peer, 'id').replace(/\/bgpConnections\/[^/]+$/i, ''), id));
  const speakers = view.objects
    .list(BGP_SPEAKER)
    .filter(
      (speaker) => text(speaker, 'route_server_id') === '' || sameId(text(speaker, 'route_server_id'), id),
    );
  return own.map((peer, index) => {
    const address = text(peer, 'peer_ip');
    const number = asn(peer, 'peer_asn');
    const speaker = speakers.find((one) => text(one, 'address') === address && asn(one, 'asn') === number);
    const prefixes = texts(speaker, 'prefixes');
    const refused = index >= ROUTE_SERVER_LIMITS.peers;
    const isUp = speaker !== undefined && !refused && prefixes.length <= ROUTE_SERVER_LIMITS.routesOfPeer;
    return {
      peer,
      state: isUp ? 'Connected' : 'NotConnected',
      address,
      asn: number,
      prefixes: isUp ? prefixes : [],
      refused,
    };
  });
}

/** The Route Server in a virtual network, by the subnet that it lies in or the group it shares. */
export function routeServerOf(view: CloudView, network: WorldObject): WorldObject | undefined {
  const id = text(network, 'id').toLowerCase();
  const servers = view.objects.list('azurerm_route_server');
  const group = id.split('/providers/')[0] ?? '';
  return (
    servers.find((server) => text(server, 'subnet_id').toLowerCase().startsWith(`${id}/`)) ??
    servers.find(
      (server) =>
        text(server, 'subnet_id') === '' && text(server, 'id').toLowerCase().startsWith(`${group}/`),
    )
  );
}

/** Whether routes pass between the Route Server and gateways. */
export function isBranchToBranch(server: WorldObject | undefined): server is WorldObject {
  return server?.attributes['branch_to_branch_traffic_enabled'] === true;
}
