/** The routes that a network interface really uses: system routes, those of gateways and those that users wrote. */
import type { ObjectValue, WorldObject } from '../../../terraform-provider/engine/types.ts';
import { instanceAddress } from '../../../world/link/bgp.ts';
import { expressRouteOf } from '../../../world/link/express-route.ts';
import { tunnelsOfGateway } from '../../../world/link/link.ts';
import { peersOf, routeServerOf } from '../../../world/link/route-servers.ts';
import { networkOf } from '../../../world/link/routes.ts';
import { byId } from '../../../world/link/tunnel.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { privatePrefixes } from './private-answers.ts';
import { blocks, idOf, text, texts } from './resource.ts';

interface Entry {
  readonly source: 'Default' | 'User' | 'VirtualNetworkGateway';
  readonly prefix: string;
  readonly type: string;
  readonly hops: readonly string[];
  readonly name?: string;
}

/** Ranges that Azure itself sends to the internet or nowhere, as recorded. */
const SYSTEM: readonly (readonly [string, string])[] = [
  ['0.0.0.0/0', 'Internet'],
  ['10.0.0.0/8', 'None'],
  ['100.64.0.0/10', 'None'],
  ['192.168.0.0/16', 'None'],
];

/** `effectiveRouteTable`. A route of a user wins over one of a gateway to the same range, which is shown as invalid. */
export function effectiveRoutes(nic: WorldObject, view: CloudView): object {
  const subnetId = text(blocks(nic.attributes, 'ip_configuration')[0] ?? {}, 'subnet_id');
  const network = byId(view, 'azurerm_virtual_network', subnetId.replace(/\/subnets\/[^/]+$/i, ''));
  const table = tableOf(subnetId, view);
  const disabled = table?.attributes['bgp_route_propagation_enabled'] === false;
  const own: readonly Entry[] = [
    ...texts(network?.attributes ?? {}, 'address_space').map((prefix) =>
      entry('Default', prefix, 'VnetLocal'),
    ),
    ...(network === undefined || disabled ? [] : gatewayEntries(network, view)),
    ...SYSTEM.map(([prefix, type]) => entry('Default', prefix, type)),
    ...(table === undefined ? [] : userEntries(table, view)),
  ];
  const written = new Set(own.filter(({ source }) => source === 'User').map(({ prefix }) => prefix));
  const value = own.map(({ source, prefix, type, hops, name }) => ({
    ...(name !== undefined && { name }),
    disableBgpRoutePropagation: disabled,
    source,
    state: source !== 'User' && written.has(prefix) ? 'Invalid' : 'Active',
    hasBgpOverride: false,
    addressPrefix: [prefix],
    nextHopType: type,
    nextHopIpAddress: hops,
    destinationServiceTags: [],
    tagMap: {},
  }));
  return { value };
}

function entry(source: Entry['source'], prefix: string, type: string, hops: readonly string[] = []): Entry {
  return { source, prefix, type, hops };
}

function tableOf(subnet: string, view: CloudView): WorldObject | undefined {
  const found = view.objects
    .list('azurerm_subnet_route_table_association')
    .find(({ attributes }) => text(attributes, 'subnet_id').toLowerCase() === subnet.toLowerCase());
  return byId(view, 'azurerm_route_table', text(found?.attributes ?? {}, 'route_table_id'));
}

function userEntries(table: WorldObject, view: CloudView): readonly Entry[] {
  const prefix = `${idOf(table)}/routes/`.toLowerCase();
  const single = view.objects
    .list('azurerm_route')
    .filter((route) => idOf(route).toLowerCase().startsWith(prefix))
    .map(({ attributes }) => attributes);
  return [...blocks(table.attributes, 'route'), ...single].map((route: ObjectValue) => ({
    source: 'User' as const,
    name: text(route, 'name'),
    prefix: text(route, 'address_prefix'),
    type: text(route, 'next_hop_type'),
    hops: [text(route, 'next_hop_in_ip_address')].filter((address) => address !== ''),
  }));
}

/** What gateways and Route Servers of the network have learnt, each range once with all its next hops. */
function gatewayEntries(network: WorldObject, view: CloudView): readonly Entry[] {
  const hops = new Map<string, Set<string>>();
  const add = (prefix: string, hop: string): void => {
    hops.set(prefix, (hops.get(prefix) ?? new Set()).add(hop));
  };
  for (const gateway of view.objects.list('azurerm_virtual_network_gateway')) {
    if (networkOf(view, gateway)?.key !== network.key) continue;
    for (const { toAzure, tunnel } of tunnelsOfGateway(view, idOf(gateway)))
      for (const { prefix } of toAzure) add(prefix, instanceAddress(gateway, tunnel.instance));
  }
  for (const end of expressRouteOf(view).filter((one) => one.network.key === network.key))
    for (const prefix of privatePrefixes(view, end)) add(prefix, text(end.gateway.attributes, 'name'));
  const server = routeServerOf(view, network);
  const spaces = new Set(texts(network.attributes, 'address_space'));
  for (const peer of server === undefined ? [] : peersOf(view, server))
    for (const prefix of peer.prefixes) if (!spaces.has(prefix)) add(prefix, peer.address);
  return [...hops].map(([prefix, addresses]) =>
    entry('VirtualNetworkGateway', prefix, 'VirtualNetworkGateway', [...addresses]),
  );
}
