/** The rows of a running four-tunnel link, none of them changed; tests exchange some. */
import type { ResourceChangeJson } from '#lib/terraform/plan-json.js';
import { same, type Values } from './rows.ts';

export const MODULE = 'module.site_to_site_vpn';
export const INSTANCES = ['instance0', 'instance1'] as const;
export const TUNNELS = [
  'instance0-tunnel1',
  'instance0-tunnel2',
  'instance1-tunnel1',
  'instance1-tunnel2',
] as const;

const NETWORK = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network';

export function publicIp(number: number): Values {
  return {
    id: `${NETWORK}/publicIPAddresses/vpn${number}`,
    ip_address: `20.0.0.${number + 1}`,
    zones: ['1', '2', '3'],
  };
}

export function customerGateway(number: number): Values {
  return { id: `cgw-${number}`, ip_address: `20.0.0.${number + 1}`, bgp_asn: '65515', type: 'ipsec.1' };
}

export function vpn(number: number): Values {
  const tunnel = (tunnelNumber: 1 | 2): Values => ({
    [`tunnel${tunnelNumber}_address`]: `3.0.${number}.${tunnelNumber}`,
    [`tunnel${tunnelNumber}_inside_cidr`]: `169.254.2${tunnelNumber}.${number * 4}/30`,
    [`tunnel${tunnelNumber}_vgw_inside_address`]: `169.254.2${tunnelNumber}.${number * 4 + 1}`,
    [`tunnel${tunnelNumber}_preshared_key`]: `key.${number}.${tunnelNumber}`,
    [`tunnel${tunnelNumber}_dpd_timeout_seconds`]: 30,
  });
  return {
    id: `vpn-${number}`,
    customer_gateway_id: `cgw-${number}`,
    transit_gateway_id: 'tgw-1',
    transit_gateway_attachment_id: `tgw-attach-${number}`,
    tags: {},
    ...tunnel(1),
    ...tunnel(2),
  };
}

export function gateway(): Values {
  const configuration = (number: number): Values => ({
    name: `instance${number}`,
    public_ip_address_id: publicIp(number)['id'],
    subnet_id: `${NETWORK}/virtualNetworks/v/subnets/GatewaySubnet`,
  });
  const peering = (number: number): Values => ({
    ip_configuration_name: `instance${number}`,
    apipa_addresses: [`169.254.21.${number * 4 + 2}`, `169.254.22.${number * 4 + 2}`],
  });
  return {
    id: `${NETWORK}/virtualNetworkGateways/vpn`,
    type: 'Vpn',
    sku: 'VpnGw2AZ',
    active_active: true,
    bgp_enabled: true,
    ip_configuration: [configuration(0), configuration(1)],
    bgp_settings: [{ asn: 65515, peering_addresses: [peering(0), peering(1)] }],
  };
}

export function localGateway(number: number, tunnel: 1 | 2): Values {
  return {
    id: `${NETWORK}/localNetworkGateways/aws${number}${tunnel}`,
    gateway_address: `3.0.${number}.${tunnel}`,
    bgp_settings: [{ asn: 64512, bgp_peering_address: `169.254.2${tunnel}.${number * 4 + 1}` }],
  };
}

export function connection(number: number, tunnel: 1 | 2): Values {
  return {
    id: `${NETWORK}/connections/aws${number}${tunnel}`,
    type: 'IPsec',
    // Azure is not exact about upper and lower case in ids.
    local_network_gateway_id: String(localGateway(number, tunnel)['id']).toUpperCase(),
    virtual_network_gateway_id: gateway()['id'],
    shared_key: `key.${number}.${tunnel}`,
    bgp_enabled: true,
    ipsec_policy: [{ sa_lifetime: 3600 }],
    routing_weight: 0,
  };
}

export const wiring = (attachment: string, table: string): Values => ({
  transit_gateway_attachment_id: attachment,
  transit_gateway_route_table_id: table,
});

export const transitGateway: Values = { id: 'tgw-1', amazon_side_asn: 64512, vpn_ecmp_support: 'enable' };
export const vpcAttachment: Values = {
  id: 'tgw-attach-vpc',
  transit_gateway_id: 'tgw-1',
  subnet_ids: ['a', 'b'],
};

export const route = (table: string, cidr: string): Values => ({
  route_table_id: table,
  destination_cidr_block: cidr,
  transit_gateway_id: 'tgw-1',
});

const NETWORK_MODULE = 'module.aws_network';

/** All rows by address. */
export function runningLink(): Map<string, ResourceChangeJson> {
  const inVpn = (name: string, index?: string) => ({
    module: MODULE,
    name,
    ...(index === undefined ? {} : { index }),
  });
  const inNetwork = (name: string, index?: string) => ({
    module: NETWORK_MODULE,
    name,
    ...(index === undefined ? {} : { index }),
  });
  const rows = [
    same('aws_ec2_transit_gateway', transitGateway, inNetwork('this')),
    same('aws_ec2_transit_gateway_route_table', { id: 'rtb-cloud' }, inNetwork('cloud')),
    same('aws_ec2_transit_gateway_route_table', { id: 'rtb-link' }, inNetwork('link')),
    same('aws_ec2_transit_gateway_vpc_attachment', vpcAttachment, inNetwork('this')),
    same(
      'aws_ec2_transit_gateway_route_table_association',
      wiring('tgw-attach-vpc', 'rtb-cloud'),
      inNetwork('vpc'),
    ),
    same(
      'aws_ec2_transit_gateway_route_table_propagation',
      wiring('tgw-attach-vpc', 'rtb-link'),
      inNetwork('vpc'),
    ),
    same('aws_route', route('rtb-1', '10.80.0.0/20'), inNetwork('remote', 'private:10.80.0.0/20')),
    same('aws_route', route('rtb-1', '10.112.0.0/16'), inNetwork('remote', 'private:10.112.0.0/16')),
    same('azurerm_public_ip', { id: 'nat', ip_address: '20.0.0.99' }, { name: 'nat' }),
    same('azurerm_virtual_network_gateway', gateway(), inVpn('this')),
    ...([0, 1] as const).flatMap((number) => [
      same('azurerm_public_ip', publicIp(number), inVpn('gateway', `instance${number}`)),
      same('aws_customer_gateway', customerGateway(number), inVpn('azure', `instance${number}`)),
      same('aws_vpn_connection', vpn(number), inVpn('azure', `instance${number}`)),
      same(
        'aws_ec2_transit_gateway_route_table_association',
        wiring(`tgw-attach-${number}`, 'rtb-link'),
        inVpn('vpn', `instance${number}`),
      ),
      same(
        'aws_ec2_transit_gateway_route_table_propagation',
        wiring(`tgw-attach-${number}`, 'rtb-cloud'),
        inVpn('vpn', `instance${number}`),
      ),
      ...([1, 2] as const).flatMap((tunnel) => [
        same(
          'azurerm_local_network_gateway',
          localGateway(number, tunnel),
          inVpn('aws', `instance${number}-tunnel${tunnel}`),
        ),
        same(
          'azurerm_virtual_network_gateway_connection',
          connection(number, tunnel),
          inVpn('aws', `instance${number}-tunnel${tunnel}`),
        ),
      ]),
    ]),
  ];
  return new Map(rows.map((row) => [row.address, row]));
}

/** The running link with other rows in the place of those with the same address, or at the end. */
export function linkWith(...changed: readonly ResourceChangeJson[]): readonly ResourceChangeJson[] {
  const rows = runningLink();
  for (const one of changed) rows.set(one.address, one);
  return [...rows.values()];
}
