import { type ArmType, text, texts } from './resource.ts';

const NETWORK = 'Microsoft.Network';

/** Route Servers, which the API calls virtual hubs, and their BGP peers. */
export const ROUTE_SERVER_TYPES: readonly ArmType[] = [
  {
    namespace: NETWORK,
    path: 'virtualHubs',
    type: 'azurerm_route_server',
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
    properties: ({ attributes }) => ({
      peerIp: text(attributes, 'peer_ip'),
      peerAsn: attributes['peer_asn'],
      connectionState: 'Connected',
    }),
  },
];
