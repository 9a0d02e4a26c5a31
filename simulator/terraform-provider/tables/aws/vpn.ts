import type { ObjectValue } from '../../engine/types.ts';
import { hostOf } from '../addresses.ts';
import { is, type Fill, type FillTable, type Maker } from '../fill.ts';
import { SIMULATED_TIME } from '../identity.ts';
import { alphanumeric, ec2Arn, ec2Id, empty, firstFree, joined, owner, publicAddress } from '../makers.ts';
import { byId, numberOf, text } from '../values.ts';
import { customerGatewayConfiguration } from './customer-gateway-configuration.ts';

/** Inside ranges that AWS keeps for itself (documentation of VpnTunnelOptionsSpecification). */
export const RESERVED_INSIDE_CIDRS: readonly string[] = [
  '169.254.0.0/30',
  '169.254.1.0/30',
  '169.254.2.0/30',
  '169.254.3.0/30',
  '169.254.4.0/30',
  '169.254.5.0/30',
  '169.254.169.252/30',
];

const usesIpv6 = (fill: Fill) => fill.self['tunnel_inside_ip_version'] === 'ipv6';

/** A /30 in 169.254.0.0/16 clear of the reserved ones and of those in use: what AWS picks where none is asked for. */
function inventedCidr(fill: Fill, tunnel: number): string {
  const attempt = (purpose: string) => {
    const number = fill.integer(purpose, 100 * 64);
    return `169.254.${6 + Math.floor(number / 64)}.${(number % 64) * 4}/30`;
  };
  const connections = [
    ...fill.objects.list('aws_vpn_connection').map((object) => object.attributes),
    fill.self,
  ];
  const taken = connections.flatMap((object) => [
    text(object, 'tunnel1_inside_cidr') ?? '',
    text(object, 'tunnel2_inside_cidr') ?? '',
  ]);
  return firstFree(attempt, `inside:${tunnel}`, new Set(taken));
}

/** AWS's side is the first host of the inside range, the customer's the second. */
const insideHost =
  (tunnel: 1 | 2, host: 1 | 2): Maker =>
  (fill) =>
    hostOf(
      text(fill.self, `tunnel${tunnel}_inside_cidr`) ??
        text(fill.self, `tunnel${tunnel}_inside_ipv6_cidr`) ??
        '',
      host,
    ) ?? '';

/** The key AWS makes: 32 letters, digits, dots and underscores, no zero first. */
const presharedKey =
  (tunnel: 1 | 2): Maker =>
  (fill) =>
    `${alphanumeric(fill, `psk-first:${tunnel}`, 1, 'abcdefghijklmnopqrstuvwxyz')}${alphanumeric(fill, `psk:${tunnel}`, 31, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._')}`;

/** The ASN of AWS's end: of the transit gateway, of the virtual private gateway, or the default. */
const amazonAsn: Maker = (fill) => {
  const transit = byId(fill.objects, 'aws_ec2_transit_gateway', text(fill.self, 'transit_gateway_id'));
  const virtual = byId(fill.objects, 'aws_vpn_gateway', text(fill.self, 'vpn_gateway_id'));
  return String(numberOf((transit ?? virtual)?.['amazon_side_asn']) ?? 64512);
};

const telemetry: Maker = (fill) =>
  ([1, 2] as const).map((tunnel) => ({
    accepted_route_count: 0,
    certificate_arn: '',
    last_status_change: SIMULATED_TIME,
    outside_ip_address: text(fill.self, `tunnel${tunnel}_address`) ?? '',
    // Down until the world's own link has come up; a new connection never starts otherwise.
    status: 'DOWN',
    status_message: 'IPSEC IS DOWN',
  }));

const tunnel = (number: 1 | 2): FillTable => ({
  [`tunnel${number}_inside_cidr`]: (fill) => (usesIpv6(fill) ? '' : inventedCidr(fill, number)),
  [`tunnel${number}_inside_ipv6_cidr`]: (fill) =>
    usesIpv6(fill) ? `fd00:${fill.hex(`v6:${number}`, 4)}:${fill.hex(`v6b:${number}`, 4)}::/126` : '',
  [`tunnel${number}_address`]: (fill) => publicAddress(fill, `tunnel${number}`),
  [`tunnel${number}_bgp_asn`]: amazonAsn,
  [`tunnel${number}_bgp_holdtime`]: is(30),
  [`tunnel${number}_vgw_inside_address`]: insideHost(number, 1),
  [`tunnel${number}_cgw_inside_address`]: insideHost(number, 2),
  [`tunnel${number}_preshared_key`]: presharedKey(number),
  [`tunnel${number}_log_options`]: is([
    { cloudwatch_log_options: [{ log_enabled: false, log_group_arn: '', log_output_format: '' }] },
  ]),
});

const vpnConnection: FillTable = {
  id: ec2Id('vpn'),
  arn: ec2Arn('vpn-connection'),
  static_routes_only: is(false),
  enable_acceleration: is(false),
  tunnel_inside_ip_version: is('ipv4'),
  local_ipv4_network_cidr: (fill) => (usesIpv6(fill) ? '' : '0.0.0.0/0'),
  remote_ipv4_network_cidr: (fill) => (usesIpv6(fill) ? '' : '0.0.0.0/0'),
  local_ipv6_network_cidr: (fill) => (usesIpv6(fill) ? '::/0' : ''),
  remote_ipv6_network_cidr: (fill) => (usesIpv6(fill) ? '::/0' : ''),
  outside_ip_address_type: is('PublicIpv4'),
  preshared_key_storage: is('Standard'),
  preshared_key_arn: is(''),
  core_network_arn: is(''),
  core_network_attachment_arn: is(''),
  transit_gateway_attachment_id: (fill) =>
    text(fill.self, 'transit_gateway_id') ? `tgw-attach-0${fill.hex('attachment', 16)}` : '',
  ...tunnel(1),
  ...tunnel(2),
  routes: empty,
  vgw_telemetry: telemetry,
  customer_gateway_configuration: customerGatewayConfiguration,
};

const transitGateway: FillTable = {
  id: ec2Id('tgw'),
  arn: ec2Arn('transit-gateway'),
  owner_id: owner,
  association_default_route_table_id: (fill) =>
    fill.self['default_route_table_association'] === 'disable' ? '' : `tgw-rtb-0${fill.hex('rtb', 16)}`,
  propagation_default_route_table_id: (fill) =>
    fill.self['default_route_table_propagation'] === 'disable' ? '' : `tgw-rtb-0${fill.hex('rtb', 16)}`,
};

/**
 * The Transit Gateway attachment that EC2 makes beside an association with a Direct Connect gateway. It is no resource of
 * the provider's, so its id is taken from the association's own, and found again by it.
 */
export const dxAttachmentId = (association: ObjectValue): string =>
  `tgw-attach-0${(text(association, 'dx_gateway_association_id') ?? '').slice(0, 16)}`;

/** What hangs on an attachment: its id and type, found by the attachment's id. */
function attached(fill: Fill): { id: string; type: string } {
  const id = text(fill.self, 'transit_gateway_attachment_id');
  const vpc = byId(fill.objects, 'aws_ec2_transit_gateway_vpc_attachment', id);
  if (vpc) return { id: text(vpc, 'vpc_id') ?? '', type: 'vpc' };
  const vpn = fill.objects
    .list('aws_vpn_connection')
    .find((object) => object.attributes['transit_gateway_attachment_id'] === id);
  const direct = fill.objects
    .list('aws_dx_gateway_association')
    .find((object) => dxAttachmentId(object.attributes) === id);
  if (direct) return { id: text(direct.attributes, 'dx_gateway_id') ?? '', type: 'direct-connect-gateway' };
  return { id: text(vpn?.attributes, 'id') ?? '', type: vpn ? 'vpn' : 'vpc' };
}

const tableMember: FillTable = {
  id: joined('_', 'transit_gateway_route_table_id', 'transit_gateway_attachment_id'),
  resource_id: (fill) => attached(fill).id,
  resource_type: (fill) => attached(fill).type,
};

/** Whether the attachment's transit gateway associates or propagates by default. */
const gatewayDefault =
  (attribute: string): Maker =>
  (fill) =>
    byId(fill.objects, 'aws_ec2_transit_gateway', text(fill.self, 'transit_gateway_id'))?.[attribute] !==
    'disable';

/** Fill tables of the VPN and the transit gateway. */
export const awsVpnTables: Readonly<Record<string, FillTable>> = {
  aws_customer_gateway: { id: ec2Id('cgw'), arn: ec2Arn('customer-gateway') },
  aws_vpn_connection: vpnConnection,
  aws_vpn_connection_route: { id: joined(':', 'destination_cidr_block', 'vpn_connection_id') },
  aws_vpn_gateway: {
    id: ec2Id('vgw'),
    arn: ec2Arn('vpn-gateway'),
    amazon_side_asn: is('64512'),
    vpc_id: is(''),
  },
  aws_vpn_gateway_attachment: { id: (fill) => `vpn-attachment-${fill.hex('id', 8)}` },
  aws_vpn_gateway_route_propagation: { id: joined('_', 'vpn_gateway_id', 'route_table_id') },
  aws_ec2_transit_gateway: transitGateway,
  aws_ec2_transit_gateway_route: {
    id: joined('_', 'transit_gateway_route_table_id', 'destination_cidr_block'),
  },
  aws_ec2_transit_gateway_route_table: {
    id: ec2Id('tgw-rtb'),
    arn: ec2Arn('transit-gateway-route-table'),
    default_association_route_table: is(false),
    default_propagation_route_table: is(false),
  },
  aws_ec2_transit_gateway_route_table_association: tableMember,
  aws_ec2_transit_gateway_route_table_propagation: tableMember,
  aws_ec2_transit_gateway_vpc_attachment: {
    id: ec2Id('tgw-attach'),
    arn: ec2Arn('transit-gateway-attachment'),
    vpc_owner_id: owner,
    security_group_referencing_support: is('disable'),
    transit_gateway_default_route_table_association: gatewayDefault('default_route_table_association'),
    transit_gateway_default_route_table_propagation: gatewayDefault('default_route_table_propagation'),
  },
};
