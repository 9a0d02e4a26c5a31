import type {
  BgpPeerStatus,
  GatewayRoute as SdkRoute,
  IpsecPolicy,
  LocalNetworkGateway,
  NetworkManagementClient,
  VirtualNetworkGateway,
  VirtualNetworkGatewayConnection,
} from '@azure/arm-network';
import { cipherName } from '../tunnels/crypto.ts';
import type {
  AzureConnection,
  AzureGateway,
  BgpPeer,
  CryptoPolicy,
  GatewayRoute,
  Reading,
} from '../tunnels/facts.ts';
import type { KeyMarker } from '../tunnels/key-mark.ts';
import { mapLimited } from '../tunnels/parallel.ts';
import type { PrivateConnection } from '../tunnels/private-facts.ts';
import { MICROSOFT_ASN } from '../tunnels/private-link.ts';
import type { AzureDeps } from './credential.ts';
import { readPrivateConnections } from './express-route.ts';
import { readArm, readArmList, readOperation } from './vpn-gateway-client.ts';

/** Calls to one region of ARM at the same time. */
export const AT_ONCE = 24;

export interface GatewayContext {
  readonly client: NetworkManagementClient;
  readonly subscriptionId: string;
  readonly marker: KeyMarker;
  /** Milliseconds that one operation may take. */
  readonly operationMs: number;
  readonly deps: AzureDeps;
}

export interface GatewayFacts {
  readonly gateways: Reading<readonly AzureGateway[]>;
  readonly connections: Reading<readonly AzureConnection[]>;
  readonly privateConnections: Reading<readonly PrivateConnection[]>;
}

/**
 * The gateways of a resource group with their connections. Lists leave out the state of connections, so each is read by
 * its name; routes and BGP peers are operations, all started at once.
 */
export async function readGateways(group: string, context: GatewayContext): Promise<GatewayFacts> {
  const { client, deps } = context;
  const [gateways, listed, locals] = await Promise.all([
    readArmList('ARM virtualNetworkGateways', () => client.virtualNetworkGateways.list(group), deps),
    readArmList('ARM connections', () => client.virtualNetworkGatewayConnections.list(group), deps),
    readArmList('ARM localNetworkGateways', () => client.localNetworkGateways.list(group), deps),
  ]);
  const [read, connections, privateConnections] = await Promise.all([
    mapLimited(gateways.ok ? gateways.value : [], AT_ONCE, (gateway) =>
      readGateway(group, gateway, neighborsOf(gateway, listed, locals), context),
    ),
    readConnections(group, { listed, locals }, context),
    readPrivateConnections(group, listed, context),
  ]);
  return { gateways: gateways.ok ? { ok: true, value: read } : gateways, connections, privateConnections };
}

type Listed = Reading<readonly VirtualNetworkGatewayConnection[]>;
type Locals = Reading<readonly LocalNetworkGateway[]>;

const same = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();

/** BGP addresses of the machines that the gateway's connections lead to. */
function neighborsOf(gateway: VirtualNetworkGateway, listed: Listed, locals: Locals): readonly string[] {
  if (!listed.ok || !locals.ok) return [];
  const own = listed.value.filter((one) => same(one.virtualNetworkGateway1.id, gateway.id));
  const found = own.flatMap(({ localNetworkGateway2: reference }) => {
    const local = locals.value.find(({ id }) => same(id, reference?.id));
    return local?.bgpSettings?.bgpPeeringAddress ?? [];
  });
  return [...new Set(found)];
}

async function readGateway(
  group: string,
  raw: VirtualNetworkGateway,
  neighbors: readonly string[],
  { client, operationMs, deps }: GatewayContext,
): Promise<AzureGateway> {
  const name = raw.name ?? '';
  const door = client.virtualNetworkGateways;
  const state = raw.provisioningState ?? '';
  const isBusy = /^(?:updating|creating|deleting)$/i.test(state);
  const operation = <T>(
    what: string,
    start: (abortSignal: AbortSignal) => PromiseLike<T>,
  ): Promise<Reading<T>> =>
    isBusy
      ? Promise.resolve({
          ok: false,
          reason: `${what} of ${name} was not asked for while the gateway is ${state}`,
        })
      : readOperation(`${what} of ${name}`, start, operationMs, deps);
  const advertisedTo = (neighbor: string): Promise<Reading<readonly GatewayRoute[]>> =>
    operation('ARM getAdvertisedRoutes', (abortSignal) =>
      door.getAdvertisedRoutes(group, name, neighbor, { abortSignal }),
    ).then((answer) => (answer.ok ? toList(answer.value.value, 'routes', toRoute) : answer));
  const [asked, learned, ...known] = await Promise.all([
    operation('ARM getBgpPeerStatus', (abortSignal) => door.getBgpPeerStatus(group, name, { abortSignal })),
    operation('ARM getLearnedRoutes', (abortSignal) => door.getLearnedRoutes(group, name, { abortSignal })),
    ...neighbors.map(advertisedTo),
  ]);
  const peers = asked.ok ? toList(asked.value.value, 'peers', toPeer) : asked;
  // No resource names Microsoft's edge routers; only the gateway's sessions do.
  const edges = raw.gatewayType === 'ExpressRoute' && peers.ok ? edgesOf(peers.value) : [];
  const routes = [...known, ...(await Promise.all(edges.map(advertisedTo)))];
  const told = [...neighbors, ...edges];
  return {
    ...toGateway(raw, group),
    peers,
    learned: learned.ok ? toList(learned.value.value, 'routes', toRoute) : learned,
    advertised: new Map(told.map((neighbor, index) => [neighbor, routes[index] ?? NOTHING])),
  };
}

/** Neighbours of an ExpressRoute gateway that are routers of a circuit, and not its own instances or a Route Server. */
function edgesOf(peers: readonly BgpPeer[]): readonly string[] {
  return [...new Set(peers.flatMap(({ asn, neighbor }) => (asn === MICROSOFT_ASN ? neighbor : [])))];
}

const NOTHING = { ok: false, reason: 'it was not asked for' } as const;

/** An answer without its list is half finished, and is not an empty one. */
function toList<T, R>(
  items: readonly T[] | undefined | null,
  what: string,
  show: (item: T) => R,
): Reading<readonly R[]> {
  if (!Array.isArray(items)) return { ok: false, reason: `Azure answered without a list of ${what}` };
  return { ok: true, value: (items as readonly T[]).map(show) };
}

function toRoute(raw: SdkRoute): GatewayRoute {
  return {
    network: raw.network ?? '',
    sourcePeer: raw.sourcePeer ?? '',
    nextHop: raw.nextHop ?? '',
    origin: raw.origin ?? '',
    asPath: raw.asPath ?? '',
  };
}

function toPeer(raw: BgpPeerStatus): BgpPeer {
  return {
    localAddress: raw.localAddress ?? '',
    neighbor: raw.neighbor ?? '',
    asn: raw.asn ?? null,
    state: raw.state ?? 'Unknown',
    connectedFor: durationMs(raw.connectedDuration),
    routesReceived: raw.routesReceived ?? null,
  };
}

/** `1.02:03:04.5670000` (days first) in milliseconds; null for none. */
export function durationMs(text: string | undefined): number | null {
  const match = /^(?:(\d+)\.)?(\d+):(\d{2}):(\d{2})(?:\.(\d{1,7}))?$/.exec(text ?? '');
  if (match === null) return null;
  const [, days = '0', hours, minutes, seconds, fraction = '0'] = match;
  const whole = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Math.round(Number(`0.${fraction}`) * 1000);
}

function toGateway(
  raw: VirtualNetworkGateway,
  group: string,
): Omit<AzureGateway, 'peers' | 'learned' | 'advertised'> {
  const subnet = raw.ipConfigurations?.[0]?.subnet?.id;
  return {
    kind: raw.gatewayType === 'ExpressRoute' ? 'express-route' : 'vpn',
    id: raw.id ?? '',
    name: raw.name ?? '',
    group: group.toLowerCase(),
    networkId: subnet === undefined ? null : subnet.toLowerCase().replace(/\/subnets\/.*$/, ''),
    provisioningState: raw.provisioningState ?? '',
    activeActive: raw.active ?? false,
    asn: raw.bgpSettings?.asn?.toString() ?? null,
    instances: (raw.bgpSettings?.bgpPeeringAddresses ?? []).map((one) => ({
      name: lastOf(one.ipconfigurationId),
      publicAddresses: one.tunnelIpAddresses ?? [],
      bgpAddresses: [...(one.defaultBgpIpAddresses ?? []), ...(one.customBgpIpAddresses ?? [])],
    })),
  };
}

const lastOf = (id: string | undefined): string => id?.split('/').at(-1) ?? '';

async function readConnections(
  group: string,
  { listed, locals }: { readonly listed: Listed; readonly locals: Locals },
  { client, marker, deps }: GatewayContext,
): Promise<Reading<readonly AzureConnection[]>> {
  if (!listed.ok) return listed;
  const vpn = listed.value.filter(({ connectionType }) => /^ipsec$/i.test(connectionType));
  const read = await mapLimited(vpn, AT_ONCE, (one) =>
    readArm(
      `ARM connection ${one.name ?? ''}`,
      () => client.virtualNetworkGatewayConnections.get(group, one.name ?? ''),
      deps,
    ),
  );
  for (const raw of [...listed.value, ...read.flatMap((answer) => (answer.ok ? [answer.value] : []))]) {
    for (const key of [raw.sharedKey, raw.authorizationKey])
      if (key !== undefined && key !== '') deps.mask(key);
  }
  const failed = read.find((answer) => !answer.ok);
  // One that is not known may be the other end of any tunnel.
  if (failed?.ok === false) return failed;
  return {
    ok: true,
    value: read.flatMap((answer) => (answer.ok ? [toConnection(answer.value, locals, marker)] : [])),
  };
}

function toConnection(
  raw: VirtualNetworkGatewayConnection,
  locals: Locals,
  marker: KeyMarker,
): AzureConnection {
  const [policy] = raw.ipsecPolicies ?? [];
  return {
    id: raw.id ?? '',
    name: raw.name ?? '',
    gatewayId: raw.virtualNetworkGateway1.id ?? '',
    provisioningState: raw.provisioningState ?? '',
    status: raw.connectionStatus ?? '',
    attempts: (raw.tunnelConnectionStatus ?? []).map(
      ({ tunnel, connectionStatus, lastConnectionEstablishedUtcTime: since }) => ({
        name: tunnel ?? '',
        status: connectionStatus ?? 'Unknown',
        since: since === undefined ? null : timeOf(since),
      }),
    ),
    bgpEnabled: raw.enableBgp ?? false,
    customBgp: (raw.gatewayCustomBgpIpAddresses ?? []).map((one) => ({
      instance: lastOf(one.ipConfigurationId),
      address: one.customBgpIpAddress,
    })),
    asked: policy === undefined ? null : toPolicy(policy, raw.connectionProtocol),
    keyMark: marker(raw.sharedKey),
    peer: peerOf(raw, locals),
  };
}

function timeOf(text: string): number | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

function peerOf(
  { localNetworkGateway2: reference }: VirtualNetworkGatewayConnection,
  locals: Locals,
): AzureConnection['peer'] {
  if (!locals.ok) return locals;
  const found = locals.value.find(({ id }) => same(id, reference?.id));
  if (found === undefined)
    return { ok: false, reason: `the local network gateway ${lastOf(reference?.id)} was not found` };
  return {
    ok: true,
    value: {
      name: found.name ?? '',
      address: found.gatewayIpAddress ?? null,
      asn: found.bgpSettings?.asn?.toString() ?? null,
      bgpAddress: found.bgpSettings?.bgpPeeringAddress ?? null,
    },
  };
}

function toPolicy(raw: IpsecPolicy, protocol: string | undefined): CryptoPolicy {
  const one = (text: string | undefined): readonly string[] => (text === undefined ? [] : [cipherName(text)]);
  return {
    ikeVersions: [(protocol ?? 'IKEv2').toLowerCase()],
    phase1Encryption: one(raw.ikeEncryption),
    phase1Integrity: one(raw.ikeIntegrity),
    phase1Groups: one(raw.dhGroup),
    phase2Encryption: one(raw.ipsecEncryption),
    phase2Integrity: one(raw.ipsecIntegrity),
    phase2Groups: one(raw.pfsGroup),
    phase2Lifetime: raw.saLifeTimeSeconds,
  };
}
