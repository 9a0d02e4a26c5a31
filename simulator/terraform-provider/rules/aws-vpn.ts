import { RESERVED_INSIDE_CIDRS } from '../tables/aws/vpn.ts';
import { amazonSideAsn, arn, asn, within } from './aws-checks.ts';
import {
  allOf,
  anyOf,
  atLeast,
  between,
  cidrBlock,
  cidrNetwork,
  enumOf,
  ipv4,
  lengthBetween,
  matches,
  matchesNot,
  noneOf,
  notZero,
  oneOf,
} from './checks.ts';
import { atLeastOneItem, excludeEachOther, type FieldRule, type RuleTable } from './table.ts';

const onOff = oneOf('enable', 'disable');
const ENCRYPTION = ['AES128', 'AES256', 'AES128-GCM-16', 'AES256-GCM-16'];
const INTEGRITY = ['SHA1', 'SHA2-256', 'SHA2-384', 'SHA2-512'];

/** AWS's rules for pre-shared keys (Site-to-Site VPN user guide, tunnel options). */
const presharedKey: readonly FieldRule[] = [
  lengthBetween(8, 64),
  matchesNot(/^0/, 'cannot start with zero character'),
  matches(/^[0-9A-Za-z_.]+$/, 'can only contain alphanumeric, period and underscore characters'),
];
const insideCidr: readonly FieldRule[] = [
  cidrNetwork(30, 30),
  within('must be within 169.254.0.0/16', '169.254.0.0/16'),
  noneOf(...RESERVED_INSIDE_CIDRS),
];
const insideIpv6Cidr: readonly FieldRule[] = [
  cidrNetwork(126, 126),
  within('must be within fd00::/8', 'fd00::/8'),
];

/** The options of one tunnel. Diffie-Hellman groups are left to the API by the real provider too. */
const tunnel = (number: 1 | 2): Readonly<Record<string, FieldRule | readonly FieldRule[]>> => {
  const name = (option: string) => `tunnel${number}_${option}`;
  return {
    [name('inside_cidr')]: insideCidr,
    [name('inside_ipv6_cidr')]: insideIpv6Cidr,
    [name('preshared_key')]: presharedKey,
    [name('ike_versions')]: oneOf('ikev1', 'ikev2'),
    [name('startup_action')]: oneOf('add', 'start'),
    [name('dpd_timeout_action')]: oneOf('clear', 'none', 'restart'),
    [name('dpd_timeout_seconds')]: atLeast(30),
    [name('phase1_encryption_algorithms')]: oneOf(...ENCRYPTION),
    [name('phase2_encryption_algorithms')]: oneOf(...ENCRYPTION),
    [name('phase1_integrity_algorithms')]: oneOf(...INTEGRITY),
    [name('phase2_integrity_algorithms')]: oneOf(...INTEGRITY),
    [name('phase1_lifetime_seconds')]: between(900, 28800),
    [name('phase2_lifetime_seconds')]: between(900, 3600),
    [name('rekey_fuzz_percentage')]: between(0, 100),
    [name('rekey_margin_time_seconds')]: between(60, 1800),
    [name('replay_window_size')]: between(64, 2048),
    [name('log_options.cloudwatch_log_options.log_output_format')]: oneOf('json', 'text'),
  };
};

/** An IPv4 block of /24 or larger, or an IPv6 block of /64 or larger. */
const gatewayCidr = anyOf(allOf(cidrBlock(4), cidrNetwork(0, 24)), allOf(cidrBlock(6), cidrNetwork(0, 64)));

/** Refusals at validate time for the VPN and the transit gateway. */
export const awsVpnRules: Readonly<Record<string, RuleTable>> = {
  aws_customer_gateway: {
    fields: {
      bgp_asn: asn,
      bgp_asn_extended: asn,
      certificate_arn: arn,
      device_name: lengthBetween(1, 255),
      ip_address: ipv4,
      type: enumOf('ipsec.1'),
    },
    relations: [...excludeEachOther('bgp_asn', 'bgp_asn_extended')],
  },
  aws_vpn_connection: {
    fields: {
      type: oneOf('ipsec.1', 'ipsec.1-aes256'),
      local_ipv4_network_cidr: cidrNetwork(0, 32),
      remote_ipv4_network_cidr: cidrNetwork(0, 32),
      local_ipv6_network_cidr: cidrNetwork(0, 128),
      remote_ipv6_network_cidr: cidrNetwork(0, 128),
      outside_ip_address_type: oneOf('PrivateIpv4', 'PublicIpv4'),
      preshared_key_storage: oneOf('SecretsManager', 'Standard'),
      tunnel_inside_ip_version: enumOf('ipv4', 'ipv6'),
      ...tunnel(1),
      ...tunnel(2),
    },
    // A connection without any gateway is accepted: it can be attached later.
    relations: [...excludeEachOther('transit_gateway_id', 'vpn_gateway_id')],
  },
  aws_vpn_gateway: { fields: { amazon_side_asn: amazonSideAsn } },
  aws_ec2_transit_gateway: {
    fields: {
      auto_accept_shared_attachments: onOff,
      default_route_table_association: onOff,
      default_route_table_propagation: onOff,
      dns_support: onOff,
      multicast_support: onOff,
      security_group_referencing_support: onOff,
      vpn_ecmp_support: onOff,
      transit_gateway_cidr_blocks: gatewayCidr,
    },
  },
  aws_ec2_transit_gateway_vpc_attachment: {
    fields: {
      transit_gateway_id: notZero,
      vpc_id: notZero,
      appliance_mode_support: onOff,
      dns_support: onOff,
      ipv6_support: onOff,
      security_group_referencing_support: onOff,
    },
    also: [atLeastOneItem('subnet_ids')],
  },
  aws_ec2_transit_gateway_route: {
    fields: { destination_cidr_block: cidrBlock(), transit_gateway_route_table_id: notZero },
  },
  aws_ec2_transit_gateway_route_table: { fields: { transit_gateway_id: notZero } },
  aws_ec2_transit_gateway_route_table_association: {
    fields: { transit_gateway_attachment_id: notZero, transit_gateway_route_table_id: notZero },
  },
  aws_ec2_transit_gateway_route_table_propagation: {
    fields: { transit_gateway_attachment_id: notZero, transit_gateway_route_table_id: notZero },
  },
};
