import { crc32 } from 'node:zlib';
import { hostOf } from '../addresses.ts';
import { each, is, type Fill, type FillTable, type Maker } from '../fill.ts';
import {
  addressIn,
  arn,
  ec2Arn,
  ec2Id,
  empty,
  generatedName,
  joined,
  noPrefix,
  owner,
  publicAddress,
  same,
} from '../makers.ts';
import { byId, findBy, isList, text, texts } from '../values.ts';
import { zoneById, zonesOf } from '../../data/regions.ts';

const subnetOf = (fill: Fill, id: string | undefined) => byId(fill.objects, 'aws_subnet', id);
const vpcCidr = (fill: Fill) => text(byId(fill.objects, 'aws_vpc', text(fill.self, 'vpc_id')), 'cidr_block');
const defaultGroup: Maker = (fill) =>
  text(byId(fill.objects, 'aws_vpc', text(fill.self, 'vpc_id')), 'default_security_group_id') ??
  `sg-0${fill.hex('sg', 16)}`;

/** The rule that lets everything out; EC2 adds it to a new group, Terraform's provider takes it away again. */
const noRules = empty;

const zone: Maker = (fill) => {
  const zones = zonesOf(fill.instance.region);
  const byZoneId = zoneById(text(fill.self, 'availability_zone_id'));
  return byZoneId ?? zones[fill.integer('zone', zones.length)]?.name ?? `${fill.instance.region}a`;
};
const zoneId: Maker = (fill) =>
  zonesOf(fill.instance.region).find((item) => item.name === fill.self['availability_zone'])?.id ?? '';

const subnetPrivateAddress: Maker = (fill) =>
  addressIn(fill, text(subnetOf(fill, text(fill.self, 'subnet_id')), 'cidr_block'), 'private', 5);

/** The host name EC2 gives a public address: us-east-1 alone has no region in it. */
function publicDns(region: string, address: string): string {
  const host = `ec2-${address.replaceAll('.', '-')}`;
  return region === 'us-east-1'
    ? `${host}.compute-1.amazonaws.com`
    : `${host}.${region}.compute.amazonaws.com`;
}

const securityGroupRule: FillTable = {
  id: ec2Id('sgr'),
  security_group_rule_id: same('id'),
  arn: ec2Arn('security-group-rule'),
};

const isInterface = (fill: Fill) => fill.self['vpc_endpoint_type'] === 'Interface';
const serviceName = (fill: Fill) =>
  text(fill.self, 'service_name')?.split('.').slice(3).join('.') ?? 'service';
const endpointDns = (fill: Fill) => [
  {
    dns_name: `${text(fill.self, 'id') ?? ''}-${fill.hex('dns', 8)}.${serviceName(fill)}.${fill.instance.region}.vpce.amazonaws.com`,
    hosted_zone_id: `Z${fill.hex('zone', 13).toUpperCase()}`,
  },
];

const vpc: FillTable = {
  id: ec2Id('vpc'),
  arn: ec2Arn('vpc'),
  cidr_block: is('172.31.0.0/16'),
  owner_id: owner,
  default_network_acl_id: ec2Id('acl', 'acl'),
  default_route_table_id: ec2Id('rtb', 'rtb'),
  main_route_table_id: same('default_route_table_id'),
  default_security_group_id: ec2Id('sg', 'sg'),
  // One set of DHCP options serves every VPC of an account and region.
  dhcp_options_id: (fill) =>
    `dopt-0${fill.instance.region
      .replaceAll(/[^0-9a-f]/g, '')
      .padEnd(16, '0')
      .slice(0, 16)}`,
  enable_dns_hostnames: is(false),
  enable_network_address_usage_metrics: is(false),
  ipv6_cidr_block: (fill) =>
    fill.self['assign_generated_ipv6_cidr_block'] === true
      ? `2a05:d014:${fill.hex('v6', 3)}:${fill.hex('v6b', 2)}00::/56`
      : '',
  ipv6_association_id: (fill) =>
    text(fill.self, 'ipv6_cidr_block') ? `vpc-cidr-assoc-0${fill.hex('v6', 16)}` : '',
  ipv6_cidr_block_network_border_group: (fill) =>
    text(fill.self, 'ipv6_cidr_block') ? fill.instance.region : '',
};

const subnet: FillTable = {
  id: ec2Id('subnet'),
  arn: ec2Arn('subnet'),
  owner_id: owner,
  availability_zone: zone,
  availability_zone_id: zoneId,
  ipv6_cidr_block_association_id: (fill) =>
    text(fill.self, 'ipv6_cidr_block') ? `subnet-cidr-assoc-0${fill.hex('v6', 16)}` : '',
  private_dns_hostname_type_on_launch: is('ip-name'),
};

const eip: FillTable = {
  id: ec2Id('eipalloc'),
  allocation_id: same('id'),
  arn: ec2Arn('elastic-ip'),
  public_ip: (fill) => publicAddress(fill, 'eip'),
  public_dns: (fill) => publicDns(fill.instance.region, text(fill.self, 'public_ip') ?? ''),
  domain: is('vpc'),
  vpc: is(true),
  public_ipv4_pool: is('amazon'),
  network_border_group: (fill) => fill.instance.region,
  // Empty until something is attached, as the provider reads it right after the allocation.
  association_id: is(''),
  carrier_ip: is(''),
  customer_owned_ip: is(''),
  instance: is(''),
  ipam_pool_id: is(null),
  network_interface: is(''),
  private_dns: is(null),
  private_ip: is(''),
  ptr_record: is(''),
};

const natGateway: FillTable = {
  id: ec2Id('nat'),
  network_interface_id: ec2Id('eni', 'eni'),
  association_id: (fill) => (text(fill.self, 'allocation_id') ? `eipassoc-0${fill.hex('assoc', 16)}` : ''),
  public_ip: (fill) =>
    text(byId(fill.objects, 'aws_eip', text(fill.self, 'allocation_id')), 'public_ip') ?? '',
  private_ip: subnetPrivateAddress,
  secondary_private_ip_address_count: (fill) => texts(fill.self, 'secondary_private_ip_addresses').length,
  secondary_private_ip_addresses: empty,
};

// The provider's own ids of routes and rules end in the CRC-32 of what they are about.
const route: FillTable = {
  id: (fill) => `r-${text(fill.self, 'route_table_id') ?? ''}${String(crc32(destinationOf(fill)))}`,
  origin: is('CreateRoute'),
  state: is('active'),
  instance_id: is(''),
  instance_owner_id: is(''),
  network_interface_id: is(''),
};

/** What a route leads to, of whichever kind was given. */
function destinationOf(fill: Fill): string {
  return (
    ['destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id'].flatMap(
      (name) => text(fill.self, name) ?? [],
    )[0] ?? ''
  );
}

const securityGroup: FillTable = {
  id: ec2Id('sg'),
  arn: ec2Arn('security-group'),
  name: generatedName,
  name_prefix: noPrefix,
  owner_id: owner,
  vpc_id: (fill) => `vpc-0${fill.hex('vpc', 16)}`,
  ingress: noRules,
  egress: noRules,
};

const vpcEndpoint: FillTable = {
  id: ec2Id('vpce'),
  arn: ec2Arn('vpc-endpoint'),
  owner_id: owner,
  state: is('available'),
  requester_managed: is(false),
  service_region: (fill) => fill.instance.region,
  ip_address_type: is('ipv4'),
  policy: is(
    '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}],"Version":"2008-10-17"}',
  ),
  private_dns_enabled: is(false),
  prefix_list_id: (fill) => (isInterface(fill) ? null : `pl-${fill.hex('pl', 8)}`),
  cidr_blocks: (fill) => (isInterface(fill) ? [] : ['52.219.44.0/22', '52.219.72.0/22']),
  dns_entry: (fill) => (isInterface(fill) ? endpointDns(fill) : []),
  route_table_ids: empty,
  subnet_ids: empty,
  security_group_ids: (fill) => (isInterface(fill) ? [defaultGroup(fill)] : []),
  network_interface_ids: (fill) =>
    texts(fill.self, 'subnet_ids').map((id) => `eni-0${fill.hex(`eni:${id}`, 16)}`),
  dns_options: each({ dns_record_ip_type: is('ipv4') }, (fill) =>
    isInterface(fill)
      ? [{ dns_record_ip_type: 'ipv4', private_dns_only_for_inbound_resolver_endpoint: false }]
      : [],
  ),
  subnet_configuration: (fill) =>
    texts(fill.self, 'subnet_ids').map((id) => ({
      subnet_id: id,
      ipv4: addressIn(fill, text(subnetOf(fill, id), 'cidr_block') ?? vpcCidr(fill), `ip:${id}`, 5),
      ipv6: '',
    })),
};

const flowLogFormat = [
  'version',
  'account-id',
  'interface-id',
  'srcaddr',
  'dstaddr',
  'srcport',
  'dstport',
  'protocol',
  'packets',
  'bytes',
  'start',
  'end',
  'action',
  'log-status',
]
  .map((field) => `\${${field}}`)
  .join(' ');

/** Fill tables of the VPC's own resources. */
export const awsNetworkTables: Readonly<Record<string, FillTable>> = {
  aws_vpc: vpc,
  aws_vpc_ipv4_cidr_block_association: {
    id: ec2Id('vpc-cidr-assoc'),
    cidr_block: (fill) => hostOf(vpcCidr(fill) ?? '100.64.0.0/16', 0) ?? null,
  },
  aws_subnet: subnet,
  aws_internet_gateway: {
    id: ec2Id('igw'),
    arn: ec2Arn('internet-gateway'),
    owner_id: owner,
    vpc_id: is(''),
  },
  aws_eip: eip,
  aws_nat_gateway: natGateway,
  aws_route: route,
  aws_route_table: {
    id: ec2Id('rtb'),
    arn: ec2Arn('route-table'),
    owner_id: owner,
    propagating_vgws: empty,
    route: empty,
  },
  aws_route_table_association: { id: ec2Id('rtbassoc') },
  aws_security_group: securityGroup,
  aws_default_security_group: {
    ...securityGroup,
    id: (fill) =>
      text(
        findBy(fill.objects, 'aws_vpc', 'id', text(fill.self, 'vpc_id'))?.attributes,
        'default_security_group_id',
      ) ?? `sg-0${fill.hex('id', 16)}`,
    name: is('default'),
    description: is('default VPC security group'),
  },
  aws_security_group_rule: {
    id: (fill) => `sgrule-${String(crc32(fill.key))}`,
    security_group_rule_id: (fill) =>
      isList(fill.self['cidr_blocks']) && texts(fill.self, 'cidr_blocks').length > 1
        ? ''
        : `sgr-0${fill.hex('sgr', 16)}`,
    source_security_group_id: is(null),
  },
  aws_vpc_security_group_ingress_rule: securityGroupRule,
  aws_vpc_security_group_egress_rule: securityGroupRule,
  aws_vpc_endpoint: vpcEndpoint,
  aws_flow_log: {
    id: ec2Id('fl'),
    arn: ec2Arn('vpc-flow-log'),
    log_format: is(flowLogFormat),
    log_group_name: is(''),
    log_destination: (fill) =>
      text(fill.self, 'log_group_name')
        ? arn(fill, 'logs', `log-group:${text(fill.self, 'log_group_name') ?? ''}`)
        : '',
  },
  aws_ec2_tag: { id: joined(',', 'resource_id', 'key') },
};
