import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { type Ec2List, tagSet, text } from './operation.ts';
import type { Xml } from './xml.ts';

function associations(object: WorldObject, view: CloudView): Xml {
  const primary = {
    associationId: `vpc-cidr-assoc-${text(object, 'id').slice(4)}`,
    cidrBlock: text(object, 'cidr_block'),
  };
  const more = view.objects
    .list('aws_vpc_ipv4_cidr_block_association')
    .filter((one) => text(one, 'vpc_id') === text(object, 'id'))
    .map((one) => ({ associationId: text(one, 'id'), cidrBlock: text(one, 'cidr_block') }));
  return [primary, ...more].map((one) => ({ ...one, cidrBlockState: { state: 'associated' } }));
}

function six(object: WorldObject): Xml {
  const block = text(object, 'ipv6_cidr_block');
  if (block === '') return undefined;
  return [{ ipv6CidrBlock: block, ipv6CidrBlockState: { state: 'associated' } }];
}

/** VPCs and their subnets. */
export const VPC_LISTS: readonly Ec2List[] = [
  {
    action: 'DescribeVpcs',
    set: 'vpcSet',
    type: 'aws_vpc',
    ids: 'VpcId',
    missing: { code: 'InvalidVpcID.NotFound', message: "The vpc ID 'ID' does not exist" },
    paged: true,
    show: (object, view) => ({
      vpcId: text(object, 'id'),
      ownerId: text(object, 'owner_id'),
      state: 'available',
      cidrBlock: text(object, 'cidr_block'),
      cidrBlockAssociationSet: associations(object, view),
      ipv6CidrBlockAssociationSet: six(object),
      dhcpOptionsId: text(object, 'dhcp_options_id'),
      instanceTenancy: text(object, 'instance_tenancy') || 'default',
      isDefault: false,
      tagSet: tagSet(object),
    }),
    filters: (object) => ({
      'vpc-id': [text(object, 'id')],
      cidr: [text(object, 'cidr_block')],
      'owner-id': [text(object, 'owner_id')],
      state: ['available'],
    }),
  },
  {
    action: 'DescribeSubnets',
    set: 'subnetSet',
    type: 'aws_subnet',
    ids: 'SubnetId',
    missing: { code: 'InvalidSubnetID.NotFound', message: "The subnet ID 'ID' does not exist" },
    paged: true,
    show: (object) => ({
      subnetId: text(object, 'id'),
      subnetArn: text(object, 'arn'),
      ownerId: text(object, 'owner_id'),
      state: 'available',
      vpcId: text(object, 'vpc_id'),
      cidrBlock: text(object, 'cidr_block'),
      ipv6CidrBlockAssociationSet: six(object),
      availabilityZone: text(object, 'availability_zone'),
      availabilityZoneId: text(object, 'availability_zone_id'),
      defaultForAz: false,
      mapPublicIpOnLaunch: object.attributes['map_public_ip_on_launch'] === true,
      tagSet: tagSet(object),
    }),
    filters: (object) => ({
      'vpc-id': [text(object, 'vpc_id')],
      'subnet-id': [text(object, 'id')],
      'availability-zone': [text(object, 'availability_zone')],
      'cidr-block': [text(object, 'cidr_block')],
    }),
  },
];
