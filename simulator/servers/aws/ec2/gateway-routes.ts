import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { World } from '../../../world/world.ts';
import { type Ec2List, tagSet, text, texts } from './operation.ts';

const TABLE = 'transit_gateway_route_table_id';
const ATTACHMENT = 'transit_gateway_attachment_id';

/** What hangs on transit gateways: VPCs and VPN connections, each under the id of its attachment. */
function attachments(world: World): readonly WorldObject[] {
  const view = (object: WorldObject, id: string, resource: string, kind: string): WorldObject => {
    const association = world.objects
      .list('aws_ec2_transit_gateway_route_table_association')
      .find((one) => text(one, ATTACHMENT) === id);
    const table = association === undefined ? '' : text(association, TABLE);
    const attributes = { ...object.attributes, id, resource_id: resource, kind, association: table };
    return { ...object, attributes };
  };
  return [
    ...world.objects
      .list('aws_ec2_transit_gateway_vpc_attachment')
      .map((one) => view(one, text(one, 'id'), text(one, 'vpc_id'), 'vpc')),
    ...world.objects
      .list('aws_vpn_connection')
      .filter((one) => text(one, 'transit_gateway_id') !== '')
      .map((one) => view(one, text(one, ATTACHMENT), text(one, 'id'), 'vpn')),
  ];
}

/** The ranges that an attachment brings: a VPC its own, a VPN connection what the Azure gateway announces. */
function announced(attachment: WorldObject, world: World): readonly string[] {
  if (text(attachment, 'kind') === 'vpn') {
    const hasGateway = world.objects.list('azurerm_virtual_network_gateway_connection').length > 0;
    const networks = hasGateway ? world.objects.list('azurerm_virtual_network') : [];
    return networks.flatMap((network) => texts(network, 'address_space'));
  }
  const vpc = text(attachment, 'vpc_id');
  return [
    ...world.objects.list('aws_vpc').filter((one) => text(one, 'id') === vpc),
    ...world.objects.list('aws_vpc_ipv4_cidr_block_association').filter((one) => text(one, 'vpc_id') === vpc),
  ].map((one) => text(one, 'cidr_block'));
}

/** Routes of one table: those that are written, then those that its propagations bring; a written one wins. */
function routes(world: World, table: WorldObject | undefined): readonly WorldObject[] {
  if (table === undefined) return [];
  const isOwn = (one: WorldObject): boolean => text(one, TABLE) === text(table, 'id');
  const all = attachments(world);
  const view = (destination: string, kind: string, attachment: WorldObject | undefined): WorldObject => ({
    ...table,
    attributes: {
      id: destination,
      kind,
      state: attachment === undefined ? 'blackhole' : 'active',
      attachment: attachment === undefined ? '' : text(attachment, 'id'),
      resource_id: attachment === undefined ? '' : text(attachment, 'resource_id'),
      resource_type: attachment === undefined ? '' : text(attachment, 'kind'),
    },
  });
  const attachmentOf = (one: WorldObject): WorldObject | undefined =>
    all.find((attachment) => text(attachment, 'id') === text(one, ATTACHMENT));
  const fixed = world.objects
    .list('aws_ec2_transit_gateway_route')
    .filter(isOwn)
    .map((one) => view(text(one, 'destination_cidr_block'), 'static', attachmentOf(one)));
  const brought = world.objects
    .list('aws_ec2_transit_gateway_route_table_propagation')
    .filter(isOwn)
    .flatMap((one) => {
      const attachment = attachmentOf(one);
      if (attachment === undefined) return [];
      return announced(attachment, world).map((range) => view(range, 'propagated', attachment));
    });
  const seen = new Set<string>();
  return [...fixed, ...brought].filter((one) => {
    const isNew = !seen.has(text(one, 'id'));
    seen.add(text(one, 'id'));
    return isNew;
  });
}

const NO_TABLE = {
  code: 'InvalidRouteTableID.NotFound',
  message: "Transit Gateway Route Table 'ID' was deleted or does not exist.",
};

/** Route tables of transit gateways, what hangs on which of them, and the routes in one. */
export const GATEWAY_ROUTE_LISTS: readonly Ec2List[] = [
  {
    action: 'DescribeTransitGatewayRouteTables',
    set: 'transitGatewayRouteTables',
    type: 'aws_ec2_transit_gateway_route_table',
    ids: 'TransitGatewayRouteTableIds',
    missing: NO_TABLE,
    paged: true,
    show: (object) => ({
      transitGatewayRouteTableId: text(object, 'id'),
      transitGatewayId: text(object, 'transit_gateway_id'),
      state: 'available',
      defaultAssociationRouteTable: false,
      defaultPropagationRouteTable: false,
      tagSet: tagSet(object),
    }),
    filters: (object) => ({
      'transit-gateway-id': [text(object, 'transit_gateway_id')],
      'transit-gateway-route-table-id': [text(object, 'id')],
      state: ['available'],
    }),
  },
  {
    action: 'DescribeTransitGatewayAttachments',
    set: 'transitGatewayAttachments',
    type: 'aws_ec2_transit_gateway_vpc_attachment',
    ids: 'TransitGatewayAttachmentIds',
    missing: {
      code: 'InvalidTransitGatewayAttachmentID.NotFound',
      message: 'Transit Gateway Attachment ID was deleted or does not exist.',
    },
    paged: true,
    objects: attachments,
    show: (object) => ({
      transitGatewayAttachmentId: text(object, 'id'),
      transitGatewayId: text(object, 'transit_gateway_id'),
      resourceType: text(object, 'kind'),
      resourceId: text(object, 'resource_id'),
      state: 'available',
      association:
        text(object, 'association') === ''
          ? undefined
          : { transitGatewayRouteTableId: text(object, 'association'), state: 'associated' },
      tagSet: tagSet(object),
    }),
    filters: (object) => ({
      'transit-gateway-id': [text(object, 'transit_gateway_id')],
      'resource-type': [text(object, 'kind')],
      'resource-id': [text(object, 'resource_id')],
      state: ['available'],
    }),
  },
  {
    action: 'SearchTransitGatewayRoutes',
    set: 'routeSet',
    type: 'aws_ec2_transit_gateway_route',
    ids: '',
    missing: NO_TABLE,
    paged: true,
    within: { parameter: 'TransitGatewayRouteTableId', type: 'aws_ec2_transit_gateway_route_table' },
    more: 'additionalRoutesAvailable',
    objects: routes,
    show: (object) => ({
      destinationCidrBlock: text(object, 'id'),
      transitGatewayAttachments:
        text(object, 'attachment') === ''
          ? undefined
          : [
              {
                resourceId: text(object, 'resource_id'),
                transitGatewayAttachmentId: text(object, 'attachment'),
                resourceType: text(object, 'resource_type'),
              },
            ],
      type: text(object, 'kind'),
      state: text(object, 'state'),
    }),
    filters: (object) => ({
      state: [text(object, 'state')],
      type: [text(object, 'kind')],
      'attachment.resource-type': [text(object, 'resource_type')],
      'attachment.resource-id': [text(object, 'resource_id')],
    }),
  },
];
