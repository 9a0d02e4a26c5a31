import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { type Ec2List, tagSet, text } from './operation.ts';
import type { Xml } from './xml.ts';

function tunnel(object: WorldObject, number: 1 | 2): Xml {
  const attribute = (name: string): string => text(object, `tunnel${number}_${name}`);
  return {
    outsideIpAddress: attribute('address'),
    tunnelInsideCidr: attribute('inside_cidr'),
    // As EC2 does: whoever may read a connection is given its keys.
    preSharedKey: attribute('preshared_key'),
    dpdTimeoutSeconds: attribute('dpd_timeout_seconds') || undefined,
    startupAction: attribute('startup_action') || undefined,
  };
}

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
    show: (object) => ({
      vpnConnectionId: text(object, 'id'),
      state: 'available',
      customerGatewayConfiguration: text(object, 'customer_gateway_configuration'),
      type: text(object, 'type'),
      customerGatewayId: text(object, 'customer_gateway_id'),
      transitGatewayId: text(object, 'transit_gateway_id') || undefined,
      category: 'VPN',
      options: {
        staticRoutesOnly: object.attributes['static_routes_only'] === true,
        tunnelInsideIpVersion: 'ipv4',
        tunnelOptionSet: [tunnel(object, 1), tunnel(object, 2)],
      },
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
