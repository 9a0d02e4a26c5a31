/** The state of every tunnel, computed from the objects of the world and the faults that are no configuration. */
import type { WorldObject } from '../../terraform-provider/engine/types.ts';
import { blocks, number, sameId, text } from '../attributes.ts';
import { type BgpFailure, bgpFailure, gatewayAsn } from './bgp.ts';
import { towardsAws } from './express-route.ts';
import { type IkeFailure, negotiate, type Negotiated } from './negotiation.ts';
import { announcedByAzure, networkOf, ROUTE_LIMITS, type Route, takenByAws, takenByAzure } from './routes.ts';
import { type Attachment, associatedTable, tableRoutes, vpcRanges } from './transit-routes.ts';
import { type Tunnel, tunnelsOf } from './tunnel.ts';
import type { CloudView } from './view.ts';

export type TunnelFailure =
  | IkeFailure
  | BgpFailure
  | 'provisioning'
  | 'instance-down'
  | 'endpoint-replaced'
  | 'path-blocked'
  | 'no-gateway'
  | 'no-connection'
  | 'prefix-limit';

export interface TunnelState {
  readonly tunnel: Tunnel;
  /** Why the tunnel is not wholly up; undefined where it is. */
  readonly failure: TunnelFailure | undefined;
  readonly negotiated: Negotiated | undefined;
  readonly ipsec: boolean;
  readonly bgp: boolean;
  /** What AWS shows, which is behind the truth for a while after a tunnel is lost. */
  readonly awsShows: { readonly ipsec: boolean; readonly bgp: boolean };
  /** Taken by AWS, with the path that AWS sees. */
  readonly toAws: readonly Route[];
  /** Taken by Azure, with the path that Azure sees. */
  readonly toAzure: readonly Route[];
  /** Seconds between losses of a tunnel that does not stay up. */
  readonly flapsEvery: number | undefined;
}

export interface Link {
  readonly tunnels: readonly TunnelState[];
  /** The ranges that an attachment brings into route tables. */
  readonly brought: (attachment: Attachment) => readonly string[];
}

const kept = new WeakMap<CloudView, Link>();

/** All links of a view; computed once for each view. */
export function linkOf(view: CloudView): Link {
  const before = kept.get(view);
  if (before !== undefined) return before;
  const link = computeLink(view);
  kept.set(view, link);
  return link;
}

function computeLink(view: CloudView): Link {
  const sessions = tunnelsOf(view).map((tunnel, index) => sessionOf(view, tunnel, index));
  const toAws = new Map<string, readonly Route[]>();
  for (const { tunnel, failure } of sessions) {
    const { gateway } = tunnel;
    const routes =
      failure === undefined
        ? takenByAws(announcedByAzure(view, gateway), gatewayAsn(gateway), tunnel.awsAsn)
        : [];
    toAws.set(tunnel.key, routes);
  }
  const brought = (attachment: Attachment): readonly string[] => broughtBy(view, attachment, toAws);
  const offers = new Map<string, readonly Route[]>();
  const tunnels = sessions.map((session) => {
    const key = text(session.tunnel.vpn, 'id');
    const offered = offers.get(key) ?? offeredByAws(view, session.tunnel.vpn, brought);
    offers.set(key, offered);
    return withRoutes(view, session, toAws.get(session.tunnel.key) ?? [], offered);
  });
  return { tunnels, brought };
}

function broughtBy(
  view: CloudView,
  { kind, resource, object }: Attachment,
  toAws: ReadonlyMap<string, readonly Route[]>,
): readonly string[] {
  if (kind === 'vpc') return vpcRanges(view, resource);
  if (kind === 'direct-connect-gateway') return towardsAws(view, resource);
  const id = text(object, 'id');
  const prefixes = [1, 2].flatMap((tunnel) => toAws.get(`${id}/${tunnel}`) ?? []).map(({ prefix }) => prefix);
  return [...new Set(prefixes)];
}

interface Session {
  readonly tunnel: Tunnel;
  readonly failure: TunnelFailure | undefined;
  readonly negotiated: Negotiated | undefined;
  readonly index: number;
}

function sessionOf(view: CloudView, tunnel: Tunnel, index: number): Session {
  const blocked = pathFailure(view, tunnel, index);
  if (blocked !== undefined) return { tunnel, failure: blocked, negotiated: undefined, index };
  const agreed = negotiate(tunnel);
  if (typeof agreed === 'string') return { tunnel, failure: agreed, negotiated: undefined, index };
  return { tunnel, failure: bgpFailure(tunnel), negotiated: agreed, index };
}

/** Why the ends cannot reach each other at all. */
function pathFailure(view: CloudView, tunnel: Tunnel, index: number): TunnelFailure | undefined {
  const { faults } = view;
  if (faults.strikes('link-provisioning') || faults.strikes('link-gateway-updating')) return 'provisioning';
  if (faults.strikes('link-down') || faults.strikes('link-late')) return 'path-blocked';
  if (tunnel.gateway === undefined) return 'no-gateway';
  if (tunnel.connection === undefined) return 'no-connection';
  if (isFiltered(view, tunnel.gateway)) return 'path-blocked';
  if (tunnel.instance === 1 && faults.strikes('link-instance-maintenance')) return 'instance-down';
  if (index === 0 && faults.strikes('link-aws-maintenance')) return 'endpoint-replaced';
  return undefined;
}

/** A security group at GatewaySubnet keeps IKE and BGP from the gateway; Azure supports none there. */
function isFiltered(view: CloudView, gateway: WorldObject): boolean {
  const subnet = text(blocks(gateway, 'ip_configuration')[0], 'subnet_id');
  return view.objects
    .list('azurerm_subnet_network_security_group_association')
    .some((one) => sameId(text(one, 'subnet_id'), subnet));
}

function offeredByAws(
  view: CloudView,
  vpn: WorldObject,
  brought: (attachment: Attachment) => readonly string[],
): readonly Route[] {
  const own = text(vpn, 'transit_gateway_attachment_id');
  const table = associatedTable(view, own);
  if (table === '') return [];
  return tableRoutes(view, table, brought)
    .filter(({ attachments }) => attachments.some(({ id }) => id !== own))
    .map(({ prefix }) => ({ prefix, path: [], via: '' }));
}

function withRoutes(
  view: CloudView,
  { tunnel, failure, negotiated, index }: Session,
  toAws: readonly Route[],
  offered: readonly Route[],
): TunnelState {
  const numbers = { azureAsn: gatewayAsn(tunnel.gateway), awsAsn: tunnel.awsAsn };
  const network = networkOf(view, tunnel.gateway);
  const isTooMany = failure === undefined && offered.length > ROUTE_LIMITS.azure;
  const bgp = failure === undefined && !isTooMany;
  const isLagging = index === 0 && view.faults.strikes('link-asymmetric');
  return {
    tunnel,
    failure: isTooMany ? 'prefix-limit' : failure,
    negotiated,
    ipsec: negotiated !== undefined,
    bgp,
    awsShows: { ipsec: negotiated !== undefined && !isLagging, bgp: bgp && !isLagging },
    toAws: bgp && !isLagging ? toAws : [],
    toAzure: bgp ? takenByAzure(offered, { ...numbers, network }) : [],
    flapsEvery: flapsEvery(view, index, negotiated),
  };
}

const FLAP_SECONDS = 420;

/** A tunnel whose sides keep keys for different times is lost whenever the shorter time is over. */
function flapsEvery(view: CloudView, index: number, negotiated: Negotiated | undefined): number | undefined {
  if (index === 0 && view.faults.strikes('link-flapping')) return FLAP_SECONDS;
  if (negotiated === undefined) return undefined;
  const { aws, azure } = negotiated.lifetimes;
  return aws === azure ? undefined : Math.min(aws, azure);
}

/** The states of the tunnels of one VPN connection, the first first. */
export function tunnelsOfConnection(view: CloudView, vpn: string): readonly TunnelState[] {
  return linkOf(view).tunnels.filter(({ tunnel }) => text(tunnel.vpn, 'id') === vpn);
}

/** The states of the tunnels that end at an Azure gateway. */
export function tunnelsOfGateway(view: CloudView, gateway: string): readonly TunnelState[] {
  return linkOf(view).tunnels.filter(({ tunnel }) => sameId(text(tunnel.gateway, 'id'), gateway));
}

/** Traffic of a tunnel since it came up, in bytes; from its own key, so that tunnels differ. */
export function bytesOf({ tunnel, ipsec }: TunnelState): number {
  return ipsec ? 1_048_576 + number(tunnel.vpn, 'bytes') + tunnel.outside.length * 4096 : 0;
}
