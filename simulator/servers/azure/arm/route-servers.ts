import { peersOf } from '../../../world/link/route-servers.ts';
import { byId } from '../../../world/link/tunnel.ts';
import { type ArmType, idOf, text, texts } from './resource.ts';

const NETWORK = 'Microsoft.Network';
const SERVER = 'azurerm_route_server';

/** Route Servers, which the API calls virtual hubs, and their BGP peers. */
export const ROUTE_SERVER_TYPES: readonly ArmType[] = [
  {
    namespace: NETWORK,
    path: 'virtualHubs',
    type: SERVER,
    inSubscription: true,
    properties: ({ attributes }) => ({
      virtualRouterAsn: attributes['virtual_router_asn'],
      virtualRouterIps: texts(attributes, 'virtual_router_ips'),
      allowBranchToBranchTraffic: attributes['branch_to_branch_traffic_enabled'] === true,
      sku: text(attributes, 'sku'),
      routingState: text(attributes, 'routing_state'),
    }),
  },
  {
    namespace: NETWORK,
    path: 'virtualHubs/bgpConnections',
    type: 'azurerm_route_server_bgp_connection',
    inSubscription: false,
    properties: (object, view) => {
      const server = byId(view, SERVER, idOf(object).replace(/\/bgpConnections\/[^/]+$/i, ''));
      const peer = server && peersOf(view, server).find((one) => idOf(one.peer) === idOf(object));
      return {
        // A peer beyond the limit is made, and fails.
        ...(peer?.refused === true && { provisioningState: 'Failed' }),
        peerIp: text(object.attributes, 'peer_ip'),
        peerAsn: object.attributes['peer_asn'],
        connectionState: peer?.state ?? 'Unknown',
      };
    },
  },
];
