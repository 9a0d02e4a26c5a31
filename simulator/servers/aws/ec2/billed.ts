import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { type Ec2List, tagSet, text } from './operation.ts';

const notFound = (code: string, what: string): Ec2List['missing'] => ({
  code,
  message: `The ${what} ID 'ID' does not exist`,
});

function tag(object: WorldObject, name: string): string | undefined {
  return text(object, name) || undefined;
}

/** Instances of no node group, volumes, NAT gateways, addresses and endpoints: what is billed besides network and link. */
export const BILLED_LISTS: readonly Ec2List[] = [
  {
    action: 'DescribeInstances',
    set: 'reservationSet',
    type: 'aws_instance',
    ids: 'InstanceId',
    missing: notFound('InvalidInstanceID.NotFound', 'instance'),
    paged: true,
    // One reservation for each, as when they are started one by one.
    show: (object) => ({
      reservationId: text(object, 'id').replace(/^i-/, 'r-'),
      instancesSet: [
        {
          instanceId: text(object, 'id'),
          instanceState: { code: '16', name: tag(object, 'instance_state') ?? 'running' },
          instanceType: text(object, 'instance_type'),
          instanceLifecycle: tag(object, 'instance_lifecycle'),
          tagSet: tagSet(object),
        },
      ],
    }),
    filters: (object) => ({ 'instance-type': [text(object, 'instance_type')] }),
  },
  {
    action: 'DescribeVolumes',
    set: 'volumeSet',
    type: 'aws_ebs_volume',
    ids: 'VolumeId',
    missing: notFound('InvalidVolume.NotFound', 'volume'),
    paged: true,
    show: (object) => ({
      volumeId: text(object, 'id'),
      size: text(object, 'size'),
      volumeType: text(object, 'type'),
      status: 'available',
      tagSet: tagSet(object),
    }),
    filters: (object) => ({ 'volume-type': [text(object, 'type')] }),
  },
  {
    action: 'DescribeNatGateways',
    set: 'natGatewaySet',
    type: 'aws_nat_gateway',
    ids: 'NatGatewayId',
    missing: notFound('NatGatewayNotFound', 'NAT gateway'),
    paged: true,
    show: (object) => ({
      natGatewayId: text(object, 'id'),
      subnetId: text(object, 'subnet_id'),
      state: 'available',
      connectivityType: tag(object, 'connectivity_type'),
      tagSet: tagSet(object),
    }),
    filters: (object) => ({ 'subnet-id': [text(object, 'subnet_id')], state: ['available'] }),
  },
  {
    action: 'DescribeAddresses',
    set: 'addressesSet',
    type: 'aws_eip',
    ids: 'AllocationId',
    missing: notFound('InvalidAllocationID.NotFound', 'allocation'),
    paged: false,
    show: (object) => ({
      allocationId: text(object, 'id'),
      publicIp: text(object, 'public_ip'),
      domain: 'vpc',
      tagSet: tagSet(object),
    }),
    filters: (object) => ({ 'allocation-id': [text(object, 'id')], domain: ['vpc'] }),
  },
  {
    action: 'DescribeVpcEndpoints',
    set: 'vpcEndpointSet',
    type: 'aws_vpc_endpoint',
    ids: 'VpcEndpointId',
    missing: notFound('InvalidVpcEndpointId.NotFound', 'vpc endpoint'),
    paged: true,
    show: (object) => ({
      vpcEndpointId: text(object, 'id'),
      vpcEndpointType: tag(object, 'vpc_endpoint_type') ?? 'Gateway',
      vpcId: text(object, 'vpc_id'),
      serviceName: text(object, 'service_name'),
      state: 'available',
      tagSet: tagSet(object),
    }),
    filters: (object) => ({ 'vpc-id': [text(object, 'vpc_id')] }),
  },
];
