import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { blocks, text as attribute } from '../../../world/attributes.ts';
import { linkOf } from '../../../world/link/link.ts';
import {
  type Attachment,
  associatedTable,
  attachmentsOf,
  tableRoutes,
  transitGatewayOf,
} from '../../../world/link/transit-routes.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { type Ec2List, tagSet, text } from './operation.ts';
import type { Xml } from './xml.ts';

const TABLE = 'transit_gateway_route_table_id';
const ATTACHMENT = 'transit_gateway_attachment_id';

/** What hangs on transit gateways: VPCs, VPN connections and Direct Connect, each under the id of its attachment. */
function attachments(view: CloudView): readonly WorldObject[] {
  return attachmentsOf(view).map((attachment) => {
    const { object, id, resource, kind } = attachment;
    const association = associatedTable(view, id);
    const gateway = { transit_gateway_id: transitGatewayOf(attachment) };
    return {
      ...object,
      attributes: { ...object.attributes, ...gateway, id, resource_id: resource, kind, association },
    };
  });
}

/** The routes of a table as objects, with the attachments of each in the order in which they were found. */
function routes(view: CloudView, table: WorldObject | undefined): readonly WorldObject[] {
  if (table === undefined) return [];
  return tableRoutes(view, text(table, 'id'), linkOf(view).brought).map((route) => ({
    ...table,
    attributes: {
      id: route.prefix,
      kind: route.kind,
      state: route.attachments.length === 0 ? 'blackhole' : 'active',
      attachments: route.attachments.map(({ id, resource, kind }) => ({ id, resource, kind })),
    },
  }));
}

function attachmentItems(
  object: WorldObject,
): readonly Readonly<Record<'id' | 'resource' | 'kind', string>>[] {
  return blocks(object, 'attachments').map((one) => ({
    id: attribute(one, 'id'),
    resource: attribute(one, 'resource'),
    kind: attribute(one, 'kind'),
  }));
}

/** Members of one table: which attachments are associated with it, or propagate into it. */
function members(type: string) {
  return (view: CloudView, table: WorldObject | undefined): readonly WorldObject[] => {
    const all = new Map<string, Attachment>(attachmentsOf(view).map((one) => [one.id, one]));
    return view.objects
      .list(type)
      .filter((one) => table !== undefined && text(one, TABLE) === text(table, 'id'))
      .flatMap((one) => {
        const found = all.get(text(one, ATTACHMENT));
        if (found === undefined) return [];
        return [{ ...one, attributes: { id: found.id, resource_id: found.resource, kind: found.kind } }];
      });
  };
}

const showMember =
  (state: string) =>
  (object: WorldObject): Xml => ({
    transitGatewayAttachmentId: text(object, 'id'),
    resourceId: text(object, 'resource_id'),
    resourceType: text(object, 'kind'),
    state,
  });

const memberFilters = (object: WorldObject) => ({
  'resource-id': [text(object, 'resource_id')],
  'resource-type': [text(object, 'kind')],
  'transit-gateway-attachment-id': [text(object, 'id')],
});

const NO_TABLE = {
  code: 'InvalidRouteTableID.NotFound',
  message: "Transit Gateway Route Table 'ID' was deleted or does not exist.",
};
const OF_TABLE = { parameter: 'TransitGatewayRouteTableId', type: 'aws_ec2_transit_gateway_route_table' };

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
      'transit-gateway-attachment-id': [text(object, 'id')],
      'resource-type': [text(object, 'kind')],
      'resource-id': [text(object, 'resource_id')],
      state: ['available'],
    }),
  },
  {
    action: 'GetTransitGatewayRouteTablePropagations',
    set: 'transitGatewayRouteTablePropagations',
    type: 'aws_ec2_transit_gateway_route_table_propagation',
    ids: '',
    missing: NO_TABLE,
    paged: true,
    within: OF_TABLE,
    objects: members('aws_ec2_transit_gateway_route_table_propagation'),
    show: showMember('enabled'),
    filters: memberFilters,
  },
  {
    action: 'GetTransitGatewayRouteTableAssociations',
    set: 'associations',
    type: 'aws_ec2_transit_gateway_route_table_association',
    ids: '',
    missing: NO_TABLE,
    paged: true,
    within: OF_TABLE,
    objects: members('aws_ec2_transit_gateway_route_table_association'),
    show: showMember('associated'),
    filters: memberFilters,
  },
  {
    action: 'SearchTransitGatewayRoutes',
    set: 'routeSet',
    type: 'aws_ec2_transit_gateway_route',
    ids: '',
    missing: NO_TABLE,
    paged: true,
    within: OF_TABLE,
    more: 'additionalRoutesAvailable',
    objects: routes,
    show: (object) => ({
      destinationCidrBlock: text(object, 'id'),
      transitGatewayAttachments:
        attachmentItems(object).length === 0
          ? undefined
          : attachmentItems(object).map((one) => ({
              resourceId: one.resource,
              transitGatewayAttachmentId: one.id,
              resourceType: one.kind,
            })),
      type: text(object, 'kind'),
      state: text(object, 'state'),
    }),
    filters: (object) => ({
      state: [text(object, 'state')],
      type: [text(object, 'kind')],
      'attachment.transit-gateway-attachment-id': attachmentItems(object).map((one) => one.id),
      'attachment.resource-type': attachmentItems(object).map((one) => one.kind),
      'attachment.resource-id': attachmentItems(object).map((one) => one.resource),
    }),
  },
];
