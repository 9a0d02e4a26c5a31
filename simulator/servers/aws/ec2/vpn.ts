import { type Ec2List, tagSet, text } from './operation.ts';
import { connectionState, telemetry, tunnelOptions } from './tunnels.ts';

/** Customer gateways and VPN connections; EC2 gives both lists whole. */
export const VPN_LISTS: readonly Ec2List[] = [
  {
    action: 'DescribeCustomerGateways',
    set: 'customerGatewaySet',
    type: 'aws_customer_gateway',
    ids: 'CustomerGatewayId',
    missing: {
      code: 'InvalidCustomerGatewayID.NotFound',
      message: "The customerGateway ID 'ID' does not exist",
    },
    paged: false,
    show: (object) => ({
      customerGatewayId: text(object, 'id'),
      state: 'available',
      type: text(object, 'type'),
      ipAddress: text(object, 'ip_address'),
      bgpAsn: text(object, 'bgp_asn') || undefined,
      bgpAsnExtended: text(object, 'bgp_asn_extended') || undefined,
      tagSet: tagSet(object),
    }),
    filters: (object) => ({
      'customer-gateway-id': [text(object, 'id')],
      'ip-address': [text(object, 'ip_address')],
      'bgp-asn': [text(object, 'bgp_asn')],
      state: ['available'],
    }),
  },
  {
    action: 'DescribeVpnConnections',
    set: 'vpnConnectionSet',
    type: 'aws_vpn_connection',
    ids: 'VpnConnectionId',
    missing: {
      code: 'InvalidVpnConnectionID.NotFound',
      message: "The vpnConnection ID 'ID' does not exist",
    },
    paged: false,
    show: (object, view) => ({
      vpnConnectionId: text(object, 'id'),
      state: connectionState(view),
      customerGatewayConfiguration: text(object, 'customer_gateway_configuration'),
      type: text(object, 'type'),
      customerGatewayId: text(object, 'customer_gateway_id'),
      transitGatewayId: text(object, 'transit_gateway_id') || undefined,
      category: 'VPN',
      options: {
        staticRoutesOnly: object.attributes['static_routes_only'] === true,
        tunnelInsideIpVersion: 'ipv4',
        tunnelOptionSet: [tunnelOptions(object, 1), tunnelOptions(object, 2)],
      },
      gatewayAssociationState: text(object, 'transit_gateway_id') === '' ? 'not-associated' : 'associated',
      routes: [],
      vgwTelemetry: telemetry(object, view),
      tagSet: tagSet(object),
    }),
    filters: (object) => ({
      'vpn-connection-id': [text(object, 'id')],
      'customer-gateway-id': [text(object, 'customer_gateway_id')],
      'transit-gateway-id': [text(object, 'transit_gateway_id')],
      state: ['available'],
    }),
  },
];
