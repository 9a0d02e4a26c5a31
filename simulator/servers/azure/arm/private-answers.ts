/** Answers of an ExpressRoute gateway about BGP. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { hostOf } from '../../../terraform-provider/tables/addresses.ts';
import { expressRouteOf, isInterfaceUp } from '../../../world/link/express-route.ts';
import { byId } from '../../../world/link/tunnel.ts';
import type { CloudView } from '../../../world/link/view.ts';
import { blocks, idOf, text, texts } from './resource.ts';

/** How long sessions that no tunnel carries have been up: a day. */
export const CONNECTED_MS = 86_400_000;

/** `hh:mm:ss.fffffff`, with days in front where there are any, as .NET writes a time span. */
export function durationOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const time = `${two((seconds / 3600) % 24)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${days > 0 ? `${days}.` : ''}${time}.${String(milliseconds % 1000).padStart(3, '0')}0000`;
}

/** Whether a gateway is of ExpressRoute. */
export const isPrivate = (gateway: WorldObject): boolean =>
  text(gateway.attributes, 'type') === 'ExpressRoute';
const WEIGHT = 32768;
const MICROSOFT_ASN = 12076;

/** Addresses in GatewaySubnet: the gateway's own, then those of the two edge routers. */
export function edgeAddresses(
  gateway: WorldObject,
  view: CloudView,
): { readonly local: string; readonly edges: readonly string[] } {
  const id = text(blocks(gateway.attributes, 'ip_configuration')[0] ?? {}, 'subnet_id');
  const prefix = texts(byId(view, 'azurerm_subnet', id)?.attributes ?? {}, 'address_prefixes')[0] ?? '';
  const [local = '', ...edges] = [13, 14, 15].map((host) => hostOf(prefix, host) ?? '');
  return { local, edges };
}

/** An ExpressRoute gateway speaks with the two edge routers of its circuit. */
export function privatePeers(gateway: WorldObject, view: CloudView): readonly object[] {
  const isUp = expressRouteOf(view).some((end) => idOf(end.gateway) === idOf(gateway));
  const { local, edges } = edgeAddresses(gateway, view);
  return edges.map((neighbor) => ({
    localAddress: local,
    neighbor,
    asn: MICROSOFT_ASN,
    state: isUp ? 'Connected' : 'Connecting',
    ...(isUp && { connectedDuration: durationOf(CONNECTED_MS) }),
    routesReceived: isUp ? privateRoutes(gateway, view).length / 2 : 0,
    messagesSent: isUp ? 1445 : 0,
    messagesReceived: isUp ? 1445 : 0,
  }));
}

/** What the edge routers told the gateway, each for itself. */
export function privateRoutes(gateway: WorldObject, view: CloudView): readonly object[] {
  const ends = expressRouteOf(view).filter((end) => idOf(end.gateway) === idOf(gateway));
  const prefixes = ends.length === 0 ? [] : privatePrefixes(view);
  const { local, edges } = edgeAddresses(gateway, view);
  return edges.flatMap((peer) =>
    prefixes.map((network) => ({
      localAddress: local,
      network,
      nextHop: peer,
      sourcePeer: peer,
      origin: 'EBgp',
      asPath: `${MICROSOFT_ASN}-65000-64513`,
      weight: WEIGHT,
    })),
  );
}

/** What Direct Connect announces over interfaces that are up. */
export function privatePrefixes(view: CloudView): readonly string[] {
  const up = view.objects
    .list('aws_dx_transit_virtual_interface')
    .filter((one) => isInterfaceUp(view, one))
    .map(({ attributes }) => text(attributes, 'dx_gateway_id'));
  const associations = view.objects
    .list('aws_dx_gateway_association')
    .filter(({ attributes }) => up.includes(text(attributes, 'dx_gateway_id')));
  return [...new Set(associations.flatMap(({ attributes }) => texts(attributes, 'allowed_prefixes')))];
}
