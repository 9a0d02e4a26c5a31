/** Answers of an ExpressRoute gateway about BGP. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { hostOf } from '../../../terraform-provider/tables/addresses.ts';
import { announcedByAzure } from '../../../world/link/routes.ts';
import {
  type Device,
  DEVICES,
  expressRouteOf,
  isEdgeUp,
  type PrivateEnd,
  towardsGateway,
} from '../../../world/link/express-route.ts';
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

/** The gateway's way to one edge router; none where it is not connected. */
function endOf(gateway: WorldObject, view: CloudView): PrivateEnd | undefined {
  return expressRouteOf(view).find((end) => idOf(end.gateway) === idOf(gateway));
}

interface Edge {
  readonly neighbor: string;
  readonly device: Device;
}

function edgesOf(gateway: WorldObject, view: CloudView): readonly Edge[] {
  const { edges } = edgeAddresses(gateway, view);
  return DEVICES.map((device, index) => ({ device, neighbor: edges[index] ?? '' }));
}

/** An ExpressRoute gateway speaks with the two edge routers of its circuit. */
export function privatePeers(gateway: WorldObject, view: CloudView): readonly object[] {
  const end = endOf(gateway, view);
  const { local } = edgeAddresses(gateway, view);
  return edgesOf(gateway, view).map(({ neighbor, device }) => {
    const isUp = end !== undefined && isEdgeUp(view, end, device);
    return {
      localAddress: local,
      neighbor,
      asn: MICROSOFT_ASN,
      state: isUp ? 'Connected' : 'Connecting',
      ...(isUp && {
        connectedDuration: durationOf(view.faults.strikes('link-edge-new') ? 60_000 : CONNECTED_MS),
      }),
      routesReceived: isUp ? towardsGateway(view, end, device).length : 0,
      messagesSent: isUp ? 1445 : 0,
      messagesReceived: isUp ? 1445 : 0,
    };
  });
}

/** What the edge routers told the gateway, each for itself. */
export function privateRoutes(gateway: WorldObject, view: CloudView): readonly object[] {
  const end = endOf(gateway, view);
  const { local } = edgeAddresses(gateway, view);
  return edgesOf(gateway, view).flatMap(({ neighbor, device }) =>
    (end === undefined ? [] : towardsGateway(view, end, device)).map((network) => ({
      localAddress: local,
      network,
      nextHop: neighbor,
      sourcePeer: neighbor,
      origin: 'EBgp',
      asPath: `${MICROSOFT_ASN}-65000-64513`,
      weight: WEIGHT,
    })),
  );
}

/** What the gateway tells one edge router: the virtual network's ranges, and what a Route Server passes to it. */
export function privateAdvertised(
  gateway: WorldObject,
  view: CloudView,
  peer: string | null,
): readonly object[] {
  const end = endOf(gateway, view);
  const edge = edgesOf(gateway, view).find(({ neighbor }) => neighbor === peer);
  if (end === undefined || edge === undefined || !isEdgeUp(view, end, edge.device)) return [];
  const { local } = edgeAddresses(gateway, view);
  return announcedByAzure(view, gateway).map(({ prefix, path }) => ({
    localAddress: local,
    network: prefix,
    nextHop: local,
    origin: 'Igp',
    asPath: [65515, ...path].join('-'),
    weight: 0,
  }));
}

/** Ranges of AWS that a gateway has, from whichever edge router. */
export function privatePrefixes(view: CloudView, end: PrivateEnd): readonly string[] {
  return [...new Set(DEVICES.flatMap((device) => towardsGateway(view, end, device)))];
}
