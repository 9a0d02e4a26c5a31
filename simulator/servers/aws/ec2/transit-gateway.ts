import { type Ec2List, tagSet, text, texts } from './operation.ts';

/** Transit Gateways and their attachments of VPCs. */
export const TRANSIT_GATEWAY_LISTS: readonly Ec2List[] = [
  {
    action: 'DescribeTransitGateways',
    set: 'transitGatewaySet',
    type: 'aws_ec2_transit_gateway',
    ids: 'TransitGatewayIds',
    missing: {
      code: 'InvalidTransitGatewayID.NotFound',
      message: 'Transit Gateway ID was deleted or does not exist.',
    },
    paged: true,
    show: (object) => ({
      transitGatewayId: text(object, 'id'),
      transitGatewayArn: text(object, 'arn'),
      ownerId: text(object, 'owner_id'),
      state: 'available',
      description: text(object, 'description'),
      options: {
        amazonSideAsn: text(object, 'amazon_side_asn'),
        transitGatewayCidrBlocks: texts(object, 'transit_gateway_cidr_blocks'),
        autoAcceptSharedAttachments: text(object, 'auto_accept_shared_attachments'),
        defaultRouteTableAssociation: text(object, 'default_route_table_association'),
        defaultRouteTablePropagation: text(object, 'default_route_table_propagation'),
        vpnEcmpSupport: text(object, 'vpn_ecmp_support'),
        dnsSupport: text(object, 'dns_support'),
      },
      tagSet: tagSet(object),
    }),
    filters: (object) => ({
      'transit-gateway-id': [text(object, 'id')],
      'owner-id': [text(object, 'owner_id')],
      state: ['available'],
      'options.amazon-side-asn': [text(object, 'amazon_side_asn')],
    }),
  },
  {
    action: 'DescribeTransitGatewayVpcAttachments',
    set: 'transitGatewayVpcAttachments',
    type: 'aws_ec2_transit_gateway_vpc_attachment',
    ids: 'TransitGatewayAttachmentIds',
    missing: {
      code: 'InvalidTransitGatewayAttachmentID.NotFound',
      message: 'Transit Gateway Attachment ID was deleted or does not exist.',
    },
    paged: true,
    show: (object) => ({
      transitGatewayAttachmentId: text(object, 'id'),
      transitGatewayId: text(object, 'transit_gateway_id'),
      vpcId: text(object, 'vpc_id'),
      vpcOwnerId: text(object, 'vpc_owner_id'),
      state: 'available',
      subnetIds: texts(object, 'subnet_ids'),
      tagSet: tagSet(object),
    }),
    filters: (object) => ({
      'transit-gateway-attachment-id': [text(object, 'id')],
      'transit-gateway-id': [text(object, 'transit_gateway_id')],
      'vpc-id': [text(object, 'vpc_id')],
      state: ['available'],
    }),
  },
];
