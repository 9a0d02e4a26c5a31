import { each, is, type BlockMaker, type Fill, type FillTable } from '../fill.ts';
import { addressIn, arn, ec2Arn, ec2Id, empty, generatedName, noPrefix, publicAddress } from '../makers.ts';
import { blocks, byId, findBy, text } from '../values.ts';
import { zonesOf } from '../../data/regions.ts';

const subnet = (fill: Fill) => byId(fill.objects, 'aws_subnet', text(fill.self, 'subnet_id'));
const isPublic = (fill: Fill) => fill.self['associate_public_ip_address'] === true;
const privateDns = (fill: Fill) => {
  const suffix =
    fill.instance.region === 'us-east-1' ? 'ec2.internal' : `${fill.instance.region}.compute.internal`;
  return `ip-${(text(fill.self, 'private_ip') ?? '').replaceAll('.', '-')}.${suffix}`;
};
const publicDns = (fill: Fill) =>
  isPublic(fill)
    ? `ec2-${(text(fill.self, 'public_ip') ?? '').replaceAll('.', '-')}.${fill.instance.region}.compute.amazonaws.com`
    : '';

/** Set elements have no index, so the device's own name tells two volumes of an instance apart. */
const volumeId: BlockMaker = (fill, block) =>
  `vol-0${fill.hex(`vol:${text(block, 'device_name') ?? ''}`, 16)}`;
const volumeTags: BlockMaker = (_fill, block) => block['tags'] ?? {};
const volume = {
  volume_id: volumeId,
  encrypted: is(false),
  iops: is(3000),
  kms_key_id: is(''),
  tags_all: volumeTags,
  throughput: is(125),
  volume_size: is(8),
  volume_type: is('gp3'),
};

const launchTemplateOf = (fill: Fill, id: string | undefined, name: string | undefined) =>
  byId(fill.objects, 'aws_launch_template', id) ??
  findBy(fill.objects, 'aws_launch_template', 'name', name)?.attributes;

const metadataOptions = {
  http_put_response_hop_limit: is(2),
  http_tokens: is('required'),
  instance_metadata_tags: is('disabled'),
};

const instance: FillTable = {
  id: ec2Id('i'),
  arn: ec2Arn('instance'),
  ami: (fill) => `ami-0${fill.hex('ami', 16)}`,
  instance_type: is('m1.small'),
  subnet_id: (fill) => `subnet-0${fill.hex('subnet', 16)}`,
  availability_zone: (fill) =>
    text(subnet(fill), 'availability_zone') ?? zonesOf(fill.instance.region)[0]?.name ?? '',
  associate_public_ip_address: (fill) => subnet(fill)?.['map_public_ip_on_launch'] === true,
  private_ip: (fill) => addressIn(fill, text(subnet(fill), 'cidr_block'), 'private', 5),
  private_dns: privateDns,
  public_ip: (fill) => (isPublic(fill) ? publicAddress(fill, 'public') : ''),
  public_dns: publicDns,
  vpc_security_group_ids: (fill) => {
    const group = text(
      byId(fill.objects, 'aws_vpc', text(subnet(fill), 'vpc_id')),
      'default_security_group_id',
    );
    return group === undefined ? [] : [group];
  },
  primary_network_interface_id: ec2Id('eni', 'eni'),
  instance_state: is('running'),
  cpu_core_count: is(1),
  cpu_threads_per_core: is(2),
  disable_api_stop: is(false),
  disable_api_termination: is(false),
  ebs_optimized: is(false),
  enable_primary_ipv6: is(null),
  host_id: is(''),
  host_resource_group_arn: is(null),
  iam_instance_profile: is(''),
  instance_lifecycle: is(''),
  instance_initiated_shutdown_behavior: is('stop'),
  ipv6_address_count: is(0),
  ipv6_addresses: empty,
  key_name: is(''),
  monitoring: is(false),
  outpost_arn: is(''),
  password_data: is(''),
  placement_group: is(''),
  placement_partition_number: is(0),
  secondary_private_ips: empty,
  security_groups: empty,
  spot_instance_request_id: is(''),
  tenancy: is('default'),
  user_data: is(null),
  user_data_base64: is(null),
  cpu_options: each(
    { amd_sev_snp: is(''), core_count: is(1), threads_per_core: is(2) },
    is([{ amd_sev_snp: '', core_count: 1, threads_per_core: 2 }]),
  ),
  ebs_block_device: each({ ...volume, snapshot_id: is('') }, empty),
  root_block_device: each({ ...volume, device_name: is('/dev/xvda') }, (fill) => [
    {
      delete_on_termination: true,
      device_name: '/dev/xvda',
      encrypted: false,
      iops: 3000,
      kms_key_id: '',
      tags: {},
      tags_all: {},
      throughput: 125,
      volume_id: `vol-0${fill.hex('vol:root', 16)}`,
      volume_size: 8,
      volume_type: 'gp3',
    },
  ]),
  capacity_reservation_specification: is([
    { capacity_reservation_preference: 'open', capacity_reservation_target: [] },
  ]),
  enclave_options: each({ enabled: is(false) }, is([{ enabled: false }])),
  ephemeral_block_device: empty,
  network_interface: empty,
  instance_market_options: each(
    {
      market_type: is('spot'),
      spot_options: each(
        {
          instance_interruption_behavior: is('terminate'),
          max_price: is(''),
          spot_instance_type: is('one-time'),
          valid_until: is(''),
        },
        empty,
      ),
    },
    empty,
  ),
  launch_template: each({
    id: (fill, block) =>
      text(launchTemplateOf(fill, undefined, text(block, 'name')), 'id') ?? `lt-0${fill.hex('lt', 16)}`,
    name: (fill, block) => text(launchTemplateOf(fill, text(block, 'id'), undefined), 'name') ?? '',
  }),
  maintenance_options: each({ auto_recovery: is('default') }, is([{ auto_recovery: 'default' }])),
  metadata_options: each(
    metadataOptions,
    is([
      {
        http_endpoint: 'enabled',
        http_protocol_ipv6: 'disabled',
        http_put_response_hop_limit: 2,
        http_tokens: 'required',
        instance_metadata_tags: 'disabled',
      },
    ]),
  ),
  private_dns_name_options: each(
    {
      enable_resource_name_dns_a_record: is(false),
      enable_resource_name_dns_aaaa_record: is(false),
      hostname_type: is('ip-name'),
    },
    is([
      {
        enable_resource_name_dns_a_record: false,
        enable_resource_name_dns_aaaa_record: false,
        hostname_type: 'ip-name',
      },
    ]),
  ),
};

const launchTemplate: FillTable = {
  id: ec2Id('lt'),
  arn: ec2Arn('launch-template'),
  name: generatedName,
  name_prefix: noPrefix,
  default_version: is(1),
  latest_version: is(1),
  block_device_mappings: each({
    ebs: each(
      {
        iops: is(0),
        throughput: is(0),
        volume_initialization_rate: is(0),
        volume_size: is(0),
        volume_type: is(''),
      },
      empty,
    ),
  }),
  instance_market_options: each({ spot_options: each({ valid_until: is('') }, empty) }),
  metadata_options: each(
    {
      http_endpoint: is(''),
      http_protocol_ipv6: is(''),
      http_put_response_hop_limit: is(0),
      http_tokens: is(''),
      instance_metadata_tags: is(''),
    },
    empty,
  ),
};

const resolverEndpoint: FillTable = {
  id: (fill) => `rslvr-${fill.self['direction'] === 'OUTBOUND' ? 'out' : 'in'}-${fill.hex('id', 17)}`,
  arn: (fill) => arn(fill, 'route53resolver', `resolver-endpoint/${text(fill.self, 'id') ?? ''}`),
  protocols: is(['Do53']),
  resolver_endpoint_type: is('IPV4'),
  ip_address: each({
    ip: (fill, block) =>
      addressIn(
        fill,
        text(byId(fill.objects, 'aws_subnet', text(block, 'subnet_id')), 'cidr_block'),
        `ip:${text(block, 'subnet_id') ?? ''}`,
        5,
      ),
    ip_id: (fill, block) =>
      `rni-${fill.hex(`rni:${text(block, 'subnet_id') ?? ''}:${text(block, 'ip') ?? ''}`, 17)}`,
    ipv6: is(''),
  }),
  host_vpc_id: (fill) => {
    const first = text(blocks(fill.self, 'ip_address')[0], 'subnet_id');
    return text(byId(fill.objects, 'aws_subnet', first), 'vpc_id') ?? `vpc-0${fill.hex('vpc', 16)}`;
  },
};

/** Fill tables of EC2 instances, launch templates and resolver endpoints. */
export const awsComputeTables: Readonly<Record<string, FillTable>> = {
  aws_instance: instance,
  aws_launch_template: launchTemplate,
  aws_route53_resolver_endpoint: resolverEndpoint,
};
