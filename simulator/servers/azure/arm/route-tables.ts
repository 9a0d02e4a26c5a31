import type { ObjectValue, WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { type ArmType, blocks, etagOf, idOf, text } from './resource.ts';

const NETWORK = 'Microsoft.Network';
const ASSOCIATION = 'azurerm_subnet_route_table_association';

/** The reference of a subnet to its route table; nothing where it has none. */
export function routeTableOf(subnet: WorldObject, view: CloudView): object {
  const id = idOf(subnet).toLowerCase();
  const found = view.objects
    .list(ASSOCIATION)
    .find(({ attributes }) => text(attributes, 'subnet_id').toLowerCase() === id);
  return found === undefined ? {} : { routeTable: { id: text(found.attributes, 'route_table_id') } };
}

function routeProperties(attributes: ObjectValue): object {
  const address = text(attributes, 'next_hop_in_ip_address');
  return {
    provisioningState: 'Succeeded',
    addressPrefix: text(attributes, 'address_prefix'),
    nextHopType: text(attributes, 'next_hop_type'),
    ...(address !== '' && { nextHopIpAddress: address }),
    hasBgpOverride: false,
  };
}

/** Routes inside the table and those that are resources of their own. */
function routesOf(table: WorldObject, view: CloudView): readonly object[] {
  const type = `${NETWORK}/routeTables/routes`;
  const prefix = `${idOf(table)}/routes/`;
  const own = view.objects
    .list('azurerm_route')
    .filter((route) => idOf(route).toLowerCase().startsWith(prefix.toLowerCase()))
    .map((route) => ({
      name: text(route.attributes, 'name'),
      id: idOf(route),
      etag: etagOf(route),
      type,
      properties: routeProperties(route.attributes),
    }));
  const inline = blocks(table.attributes, 'route').map((route) => ({
    name: text(route, 'name'),
    id: `${prefix}${text(route, 'name')}`,
    etag: etagOf(table),
    type,
    properties: routeProperties(route),
  }));
  return [...inline, ...own];
}

function subnetsOf(table: WorldObject, view: CloudView): readonly object[] {
  const id = idOf(table).toLowerCase();
  return view.objects
    .list(ASSOCIATION)
    .filter(({ attributes }) => text(attributes, 'route_table_id').toLowerCase() === id)
    .map(({ attributes }) => ({ id: text(attributes, 'subnet_id') }));
}

/** Route tables with their routes and the subnets that use them. */
export const ROUTE_TABLE_TYPES: readonly ArmType[] = [
  {
    namespace: NETWORK,
    path: 'routeTables',
    type: 'azurerm_route_table',
    inSubscription: true,
    properties: (object, view) => ({
      disableBgpRoutePropagation: object.attributes['bgp_route_propagation_enabled'] === false,
      routes: routesOf(object, view),
      subnets: subnetsOf(object, view),
    }),
  },
];
