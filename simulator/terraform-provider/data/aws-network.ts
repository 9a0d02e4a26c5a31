import { prefixSize, parsePrefix } from '../tables/addresses.ts';
import type { DataSourceContext, DataSourceRule, ObjectValue, Value } from '../engine/types.ts';
import { dxAttachmentId } from '../tables/aws/vpn.ts';
import { arn } from '../tables/makers.ts';
import { isGiven, isList, text } from '../tables/values.ts';
import {
  always,
  attribute,
  found,
  inRegion,
  select,
  single,
  tagsOf,
  failed,
  type FilterReader,
} from './answers.ts';

const noFilter: FilterReader = () => [];

const VPC_FILTERS: Readonly<Record<string, FilterReader>> = {
  'vpc-id': attribute('id'),
  cidr: attribute('cidr_block'),
  'cidr-block': attribute('cidr_block'),
  'cidr-block-association.cidr-block': attribute('cidr_block'),
  'dhcp-options-id': attribute('dhcp_options_id'),
  'owner-id': attribute('owner_id'),
  'is-default': always('false'),
  isDefault: always('false'),
  state: always('available'),
};

const vpc: DataSourceRule = (context) => {
  // The simulated account has no default VPC.
  const all = context.config['default'] === true ? [] : inRegion(context, 'aws_vpc');
  const selection = select(context, all, VPC_FILTERS, ['id', 'cidr_block', 'dhcp_options_id']);
  return single(selection, 'EC2 VPC', 'DescribeVpcs', (object) => ({
    ...object,
    default: false,
    state: 'available',
    tags: tagsOf(object),
    cidr_block_associations: vpcAssociations(context, object),
  }));
};

function vpcAssociations(context: DataSourceContext, object: ObjectValue): Value {
  const more = inRegion(context, 'aws_vpc_ipv4_cidr_block_association')
    .map((item) => item.attributes)
    .filter((item) => item['vpc_id'] === object['id']);
  const own = {
    id: `vpc-cidr-assoc-${(text(object, 'id') ?? '').slice(4)}`,
    cidr_block: text(object, 'cidr_block') ?? '',
  };
  return [own, ...more].map((item): ObjectValue => ({
    association_id: text(item, 'id') ?? '',
    cidr_block: text(item, 'cidr_block') ?? '',
    state: 'associated',
  }));
}

const SUBNET_FILTERS: Readonly<Record<string, FilterReader>> = {
  'subnet-id': attribute('id'),
  'vpc-id': attribute('vpc_id'),
  cidr: attribute('cidr_block'),
  'cidr-block': attribute('cidr_block'),
  'availability-zone': attribute('availability_zone'),
  availabilityZone: attribute('availability_zone'),
  'availability-zone-id': attribute('availability_zone_id'),
  'map-public-ip-on-launch': attribute('map_public_ip_on_launch'),
  'default-for-az': always('false'),
  'owner-id': attribute('owner_id'),
  state: always('available'),
};

/** EC2 keeps five addresses of every subnet for itself. */
function freeAddresses(object: ObjectValue): number {
  const prefix = parsePrefix(text(object, 'cidr_block') ?? '');
  return prefix === undefined ? 0 : Number(prefixSize(prefix)) - 5;
}

const subnet: DataSourceRule = (context) => {
  const selection = select(
    context,
    context.config['default_for_az'] === true ? [] : inRegion(context, 'aws_subnet'),
    SUBNET_FILTERS,
    ['id', 'vpc_id', 'cidr_block', 'ipv6_cidr_block', 'availability_zone', 'availability_zone_id'],
  );
  return single(selection, 'EC2 Subnet', 'DescribeSubnets', (object) => ({
    ...object,
    available_ip_address_count: freeAddresses(object),
    default_for_az: false,
    enable_lni_at_device_index: 0,
    map_customer_owned_ip_on_launch: false,
    customer_owned_ipv4_pool: '',
    outpost_arn: '',
    ipv6_cidr_block: text(object, 'ipv6_cidr_block') ?? '',
    state: 'available',
    tags: tagsOf(object),
  }));
};

/** Several ids; none is an answer too. */
const plural =
  (
    type: string,
    noun: string,
    operation: string,
    filters: Readonly<Record<string, FilterReader>>,
    arguments_: readonly string[],
  ): DataSourceRule =>
  (context) => {
    const selection = select(context, inRegion(context, type), filters, arguments_);
    if ('refused' in selection)
      return failed(
        `reading ${noun}: operation error EC2: ${operation}, https response error StatusCode: 400, RequestID: 00000000-0000-4000-8000-000000000000, api error InvalidParameterValue: The filter '${selection.refused}' is invalid`,
      );
    return found({
      id: context.instance.region,
      ids: selection.flatMap((object) => text(object, 'id') ?? []).sort(),
    });
  };

const associatedSubnets: FilterReader = (object, context) =>
  inRegion(context, 'aws_route_table_association')
    .filter((item) => item.attributes['route_table_id'] === object['id'])
    .flatMap((item) => text(item.attributes, 'subnet_id') ?? []);

const ROUTE_TABLE_FILTERS: Readonly<Record<string, FilterReader>> = {
  'route-table-id': attribute('id'),
  'vpc-id': attribute('vpc_id'),
  'owner-id': attribute('owner_id'),
  'association.main': always('false'),
  'association.subnet-id': associatedSubnets,
  'association.gateway-id': noFilter,
};

const TRANSIT_FILTERS: Readonly<Record<string, FilterReader>> = {
  'transit-gateway-id': attribute('id'),
  'owner-id': attribute('owner_id'),
  state: always('available'),
  'options.amazon-side-asn': attribute('amazon_side_asn'),
  'options.default-route-table-association': attribute('default_route_table_association'),
  'options.default-route-table-propagation': attribute('default_route_table_propagation'),
  'options.association-default-route-table-id': attribute('association_default_route_table_id'),
  'options.dns-support': attribute('dns_support'),
  'options.vpn-ecmp-support': attribute('vpn_ecmp_support'),
};

const transitGateway: DataSourceRule = (context) =>
  single(
    select(context, inRegion(context, 'aws_ec2_transit_gateway'), TRANSIT_FILTERS, ['id']),
    'EC2 Transit Gateway',
    'DescribeTransitGateways',
    (object) => ({
      ...object,
      tags: tagsOf(object),
      transit_gateway_cidr_blocks: isList(object['transit_gateway_cidr_blocks'])
        ? object['transit_gateway_cidr_blocks']
        : [],
    }),
  );

const DX_ATTACHMENT_FILTERS: Readonly<Record<string, FilterReader>> = {
  'transit-gateway-id': attribute('associated_gateway_id'),
  'resource-id': attribute('dx_gateway_id'),
  'resource-type': always('direct-connect-gateway'),
  'transit-gateway-attachment-id': (object) => [dxAttachmentId(object)],
  state: always('available'),
};

/** The attachment of a Direct Connect gateway, which comes with the association between the two. */
const dxAttachment: DataSourceRule = (context) => {
  const { transit_gateway_id: transit, dx_gateway_id: direct } = context.config;
  const associations = inRegion(context, 'aws_dx_gateway_association').filter(
    ({ attributes }) =>
      attributes['associated_gateway_type'] === 'transitGateway' &&
      (!isGiven(transit) || attributes['associated_gateway_id'] === transit) &&
      (!isGiven(direct) || attributes['dx_gateway_id'] === direct),
  );
  return single(
    select(context, associations, DX_ATTACHMENT_FILTERS, []),
    'EC2 Transit Gateway Direct Connect Gateway Attachment',
    'DescribeTransitGatewayAttachments',
    (association) => ({
      id: dxAttachmentId(association),
      arn: arn(context, 'ec2', `transit-gateway-attachment/${dxAttachmentId(association)}`),
      transit_gateway_id: text(association, 'associated_gateway_id') ?? '',
      dx_gateway_id: text(association, 'dx_gateway_id') ?? '',
      tags: {},
    }),
  );
};

/** Data sources over the network's objects. */
export const awsNetworkData: Readonly<Record<string, DataSourceRule>> = {
  aws_vpc: vpc,
  aws_subnet: subnet,
  aws_subnets: plural('aws_subnet', 'EC2 Subnets', 'DescribeSubnets', SUBNET_FILTERS, []),
  aws_route_tables: plural(
    'aws_route_table',
    'EC2 Route Tables',
    'DescribeRouteTables',
    ROUTE_TABLE_FILTERS,
    ['vpc_id'],
  ),
  aws_ec2_transit_gateway: transitGateway,
  aws_ec2_transit_gateway_dx_gateway_attachment: dxAttachment,
};
