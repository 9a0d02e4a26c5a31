import type { ObjectValue, Value, WorldObject } from '../../../terraform-provider/engine/types.ts';
import { gatewayRoutes } from '../../../world/link/hybrid-gateway.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { type Ec2List, tagSet, text } from './operation.ts';
import type { Xml } from './xml.ts';

/** The tables that are resources, and the main table that each VPC is born with. */
function tables(view: CloudView): readonly WorldObject[] {
  const mains = view.objects.list('aws_vpc').flatMap((vpc) => {
    const id = text(vpc, 'main_route_table_id');
    const { region } = vpc;
    const attributes = { id, vpc_id: text(vpc, 'id'), owner_id: text(vpc, 'owner_id'), main: true };
    return id === '' ? [] : [{ ...vpc, key: `${vpc.key}:main`, type: 'aws_route_table', region, attributes }];
  });
  return [...mains, ...view.objects.list('aws_route_table')];
}

function isBlock(value: Value): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function blocksOf(object: WorldObject, attribute: string): readonly ObjectValue[] {
  const value = object.attributes[attribute];
  return Array.isArray(value) ? (value as readonly Value[]).filter(isBlock) : [];
}

/** EC2's elements by the provider's attributes. */
const ELEMENTS = [
  ['destinationIpv6CidrBlock', 'destination_ipv6_cidr_block'],
  ['destinationPrefixListId', 'destination_prefix_list_id'],
  ['gatewayId', 'gateway_id'],
  ['natGatewayId', 'nat_gateway_id'],
  ['transitGatewayId', 'transit_gateway_id'],
  ['networkInterfaceId', 'network_interface_id'],
  ['vpcPeeringConnectionId', 'vpc_peering_connection_id'],
] as const;

function written(route: ObjectValue, view: CloudView): Xml {
  const value = (name: string): string => (typeof route[name] === 'string' ? route[name] : '');
  const gateway = value('transit_gateway_id');
  // EC2 keeps a route whose target is deleted, and says so.
  const isGone =
    gateway !== '' &&
    !view.objects.list('aws_ec2_transit_gateway').some((one) => text(one, 'id') === gateway);
  return {
    destinationCidrBlock: value('destination_cidr_block') || value('cidr_block') || undefined,
    ...Object.fromEntries(ELEMENTS.map(([element, name]) => [element, value(name) || undefined])),
    origin: 'CreateRoute',
    state: isGone ? 'blackhole' : 'active',
  };
}

function routesOf(table: WorldObject, view: CloudView): Xml {
  const vpc = view.objects.list('aws_vpc').find((one) => text(one, 'id') === text(table, 'vpc_id'));
  const secondary = view.objects
    .list('aws_vpc_ipv4_cidr_block_association')
    .filter((one) => text(one, 'vpc_id') === text(table, 'vpc_id'));
  const own = [...(vpc === undefined ? [] : [vpc]), ...secondary].map((one) => ({
    destinationCidrBlock: text(one, 'cidr_block'),
    gatewayId: 'local',
    origin: 'CreateRouteTable',
    state: 'active',
  }));
  const standalone = view.objects
    .list('aws_route')
    .filter((route) => text(route, 'route_table_id') === text(table, 'id'))
    .map(({ attributes }) => attributes);
  const byGateway = gatewayRoutes(view, text(table, 'id'));
  const all = [...blocksOf(table, 'route'), ...standalone, ...byGateway];
  return [...own, ...all.map((route) => written(route, view))];
}

function associations(table: WorldObject, view: CloudView): Xml {
  const id = text(table, 'id');
  const main = { main: true, routeTableAssociationId: `rtbassoc-${id.slice(4)}`, routeTableId: id };
  const subnets = view.objects
    .list('aws_route_table_association')
    .filter((one) => text(one, 'route_table_id') === id)
    .map((one) => ({
      main: false,
      routeTableAssociationId: text(one, 'id'),
      routeTableId: id,
      subnetId: text(one, 'subnet_id') || undefined,
      gatewayId: text(one, 'gateway_id') || undefined,
    }));
  const all = table.attributes['main'] === true ? [main, ...subnets] : subnets;
  return all.map((one) => ({ ...one, associationState: { state: 'associated' } }));
}

/** Route tables of the VPCs with their routes. */
export const ROUTE_TABLE_LISTS: readonly Ec2List[] = [
  {
    action: 'DescribeRouteTables',
    set: 'routeTableSet',
    type: 'aws_route_table',
    ids: 'RouteTableId',
    missing: { code: 'InvalidRouteTableID.NotFound', message: "The routeTable ID 'ID' does not exist" },
    paged: true,
    objects: tables,
    show: (object, view) => ({
      routeTableId: text(object, 'id'),
      vpcId: text(object, 'vpc_id'),
      ownerId: text(object, 'owner_id'),
      routeSet: routesOf(object, view),
      associationSet: associations(object, view),
      propagatingVgwSet: [],
      tagSet: tagSet(object),
    }),
    filters: (object) => ({
      'vpc-id': [text(object, 'vpc_id')],
      'route-table-id': [text(object, 'id')],
      'owner-id': [text(object, 'owner_id')],
    }),
  },
];
