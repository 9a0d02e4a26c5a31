import { formatPrefix, parsePrefix } from '../tables/addresses.ts';
import { isGiven } from '../tables/values.ts';
import { UNKNOWN } from '../engine/types.ts';
import { arn } from './aws-checks.ts';
import {
  anyOf,
  between,
  check,
  cidrBlock,
  cidrNetwork,
  enumOf,
  ipAddress,
  ipv4,
  json,
  lengthBetween,
  matchesNot,
  oneOf,
  restrictedTo,
} from './checks.ts';
import {
  atLeastOneOf,
  conflicts,
  diagnostic,
  exactlyOneOf,
  excludeEachOther,
  requiredWith,
  type FieldRule,
  type RuleTable,
} from './table.ts';

/** What a security group rule may be described with. */
const ruleDescription = restrictedTo(
  /^[0-9A-Za-z_ .:/()#,@[\]+=&;{}!$*-]*$/,
  '"^[0-9A-Za-z_ .:/()#,@\\\\[\\\\]+=&;{}!$*-]*$"',
);

const ROUTE_TARGETS = [
  'carrier_gateway_id',
  'core_network_arn',
  'egress_only_gateway_id',
  'gateway_id',
  'local_gateway_id',
  'nat_gateway_id',
  'network_interface_id',
  'transit_gateway_id',
  'vpc_endpoint_id',
  'vpc_peering_connection_id',
];
const ROUTE_DESTINATIONS = [
  'destination_cidr_block',
  'destination_ipv6_cidr_block',
  'destination_prefix_list_id',
];

const groupRule = (direction: string): Readonly<Record<string, FieldRule | readonly FieldRule[]>> => ({
  [`${direction}*.cidr_blocks`]: cidrBlock(4),
  [`${direction}*.ipv6_cidr_blocks`]: cidrBlock(6),
  [`${direction}*.description`]: [lengthBetween(0, 255), ruleDescription],
});

/** The plugin framework words its checks in its own way. */
const frameworkValue = (accept: (value: unknown) => boolean, what: string): FieldRule =>
  check(accept, (value, field) => ({
    summary: 'Invalid Attribute Value',
    detail: `Attribute ${field.name} value must be ${what}, got: ${String(value)}`,
  }));
const networkAddress = (version: 4 | 6): FieldRule =>
  frameworkValue((value) => {
    const prefix = parsePrefix(String(value));
    return prefix?.version === version && formatPrefix(prefix) === String(value).toLowerCase();
  }, `a valid IPv${version} CIDR that represents a network address`);
const port = frameworkValue((value) => Number(value) >= -1 && Number(value) <= 65535, 'between -1 and 65535');

const RULE_SOURCES = ['cidr_ipv4', 'cidr_ipv6', 'prefix_list_id', 'referenced_security_group_id'];
const standaloneRule: RuleTable = {
  fields: { cidr_ipv4: networkAddress(4), cidr_ipv6: networkAddress(6), from_port: port, to_port: port },
  also: [
    (config) => {
      const known = RULE_SOURCES.filter((name) => isGiven(config[name]) && config[name] !== UNKNOWN);
      if (RULE_SOURCES.some((name) => config[name] === UNKNOWN) || known.length === 1) return [];
      const detail = `Exactly one of these attributes must be configured: [${RULE_SOURCES.join(',')}]`;
      const summary =
        known.length === 0 ? 'Missing Attribute Configuration' : 'Invalid Attribute Combination';
      return [diagnostic({ summary, detail }, known.slice(0, 1))];
    },
  ],
};

const FLOW_LOG_SOURCES = [
  'eni_id',
  'subnet_id',
  'transit_gateway_attachment_id',
  'transit_gateway_id',
  'vpc_id',
];

/** Refusals at validate time for the VPC's own resources. */
export const awsNetworkRules: Readonly<Record<string, RuleTable>> = {
  aws_vpc: {
    fields: {
      cidr_block: cidrNetwork(16, 28),
      instance_tenancy: enumOf('default', 'dedicated'),
      ipv4_netmask_length: between(16, 28),
      ipv6_cidr_block: anyOf(...[44, 48, 52, 56, 60].map((length) => cidrNetwork(length, length))),
      ipv6_netmask_length: oneOf(44, 48, 52, 56, 60),
    },
    relations: [
      requiredWith('ipv4_netmask_length', 'ipv4_ipam_pool_id'),
      requiredWith('ipv6_netmask_length', 'ipv6_ipam_pool_id'),
      requiredWith('ipv6_cidr_block', 'ipv6_ipam_pool_id'),
      requiredWith('ipv6_cidr_block_network_border_group', 'assign_generated_ipv6_cidr_block'),
      conflicts('cidr_block', 'ipv4_netmask_length'),
      conflicts('ipv6_cidr_block', 'ipv6_netmask_length', 'assign_generated_ipv6_cidr_block'),
      conflicts('ipv6_ipam_pool_id', 'assign_generated_ipv6_cidr_block'),
      conflicts('assign_generated_ipv6_cidr_block', 'ipv6_ipam_pool_id'),
    ],
  },
  aws_vpc_ipv4_cidr_block_association: {
    fields: { cidr_block: cidrNetwork(16, 28), ipv4_netmask_length: between(16, 28) },
  },
  aws_subnet: {
    fields: {
      cidr_block: cidrBlock(4),
      ipv6_cidr_block: cidrBlock(6),
      private_dns_hostname_type_on_launch: enumOf('ip-name', 'resource-name'),
    },
    relations: [...excludeEachOther('availability_zone', 'availability_zone_id')],
  },
  aws_route: {
    fields: {
      destination_cidr_block: cidrBlock(4),
      destination_ipv6_cidr_block: cidrBlock(6),
      core_network_arn: arn,
    },
    relations: [exactlyOneOf(...ROUTE_DESTINATIONS), exactlyOneOf(...ROUTE_TARGETS)],
  },
  aws_route_table: {
    fields: {
      'route*.cidr_block': cidrBlock(4),
      'route*.ipv6_cidr_block': cidrBlock(6),
      'route*.core_network_arn': arn,
    },
  },
  aws_route_table_association: { relations: [exactlyOneOf('gateway_id', 'subnet_id')] },
  aws_nat_gateway: {
    fields: {
      connectivity_type: enumOf('private', 'public'),
      private_ip: ipv4,
      secondary_private_ip_addresses: ipv4,
    },
    relations: [...excludeEachOther('secondary_private_ip_address_count', 'secondary_private_ip_addresses')],
  },
  aws_eip: {
    fields: { domain: enumOf('vpc', 'standard') },
    relations: [...excludeEachOther('domain', 'vpc')],
  },
  aws_security_group: {
    fields: {
      name: [lengthBetween(0, 255), matchesNot(/^sg-/, 'cannot begin with sg-')],
      name_prefix: [lengthBetween(0, 100), matchesNot(/^sg-/, 'cannot begin with sg-')],
      description: lengthBetween(0, 255),
      ...groupRule('ingress'),
      ...groupRule('egress'),
    },
    relations: [...excludeEachOther('name', 'name_prefix')],
  },
  aws_default_security_group: { fields: { ...groupRule('ingress'), ...groupRule('egress') } },
  aws_security_group_rule: {
    fields: {
      type: enumOf('egress', 'ingress'),
      cidr_blocks: cidrBlock(4),
      ipv6_cidr_blocks: cidrBlock(6),
      description: [lengthBetween(0, 255), ruleDescription],
    },
    relations: [
      atLeastOneOf([
        'cidr_blocks',
        'ipv6_cidr_blocks',
        'prefix_list_ids',
        'self',
        'source_security_group_id',
      ]),
      conflicts('cidr_blocks', 'source_security_group_id', 'self'),
      conflicts('ipv6_cidr_blocks', 'source_security_group_id', 'self'),
      conflicts('self', 'cidr_blocks', 'ipv6_cidr_blocks', 'source_security_group_id'),
      conflicts('source_security_group_id', 'cidr_blocks', 'ipv6_cidr_blocks', 'self'),
    ],
  },
  aws_vpc_security_group_ingress_rule: standaloneRule,
  aws_vpc_security_group_egress_rule: standaloneRule,
  aws_vpc_endpoint: {
    fields: {
      ip_address_type: enumOf('ipv4', 'dualstack', 'ipv6'),
      policy: json,
      vpc_endpoint_type: enumOf('Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork'),
    },
  },
  aws_flow_log: {
    fields: {
      iam_role_arn: arn,
      log_destination: arn,
      deliver_cross_account_role: arn,
      log_destination_type: enumOf('cloud-watch-logs', 's3', 'kinesis-data-firehose'),
      max_aggregation_interval: oneOf(60, 600),
      traffic_type: enumOf('ACCEPT', 'REJECT', 'ALL'),
    },
    relations: [exactlyOneOf(...FLOW_LOG_SOURCES)],
  },
  aws_route53_resolver_endpoint: {
    fields: {
      direction: enumOf('INBOUND', 'OUTBOUND'),
      name: lengthBetween(0, 64),
      'ip_address*.ip': ipAddress,
    },
  },
};
