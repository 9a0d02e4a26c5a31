import type { BgpConnection, PeerRoute } from '@azure/arm-network';
import type { GatewayRoute, Reading, RouteServer, RouteServerPeer } from '../tunnels/facts.ts';
import { mapLimited } from '../tunnels/parallel.ts';
import type { GatewayContext } from './vpn-gateway.ts';
import { readArmList, readOperation } from './vpn-gateway-client.ts';

const AT_ONCE = 8;

/** Route Servers of resource groups with their peers and what these give; a virtual hub of a virtual WAN is none. */
export async function readRouteServers(
  groups: readonly string[],
  context: GatewayContext,
): Promise<Reading<readonly RouteServer[]>> {
  const { client, deps } = context;
  const listed = await readArmList('ARM virtualHubs', () => client.virtualHubs.list(), deps);
  if (!listed.ok) return listed;
  const wanted = new Set(groups.map((group) => group.toLowerCase()));
  const own = listed.value.flatMap((hub) => {
    const group = /\/resourceGroups\/([^/]+)\//i.exec(hub.id ?? '')?.[1]?.toLowerCase() ?? '';
    return hub.virtualWan === undefined && wanted.has(group) ? [{ hub, group }] : [];
  });
  const value = await mapLimited(own, AT_ONCE, async ({ hub, group }): Promise<RouteServer> => {
    const name = hub.name ?? '';
    const peers = await readArmList(
      `ARM bgpConnections of ${name}`,
      () => client.virtualHubBgpConnections.list(group, name),
      deps,
    );
    return {
      name,
      group,
      branchToBranch: hub.allowBranchToBranchTraffic ?? null,
      provisioningState: hub.provisioningState ?? '',
      peers: peers.ok
        ? {
            ok: true,
            value: await mapLimited(peers.value, AT_ONCE, (peer) => readPeer(group, name, peer, context)),
          }
        : peers,
    };
  });
  return { ok: true, value };
}

async function readPeer(
  group: string,
  server: string,
  raw: BgpConnection,
  { client, operationMs, deps }: GatewayContext,
): Promise<RouteServerPeer> {
  const name = raw.name ?? '';
  const learned = await readOperation(
    `ARM learnedRoutes of ${server}/${name}`,
    (abortSignal) => client.virtualHubBgpConnections.listLearnedRoutes(group, server, name, { abortSignal }),
    operationMs,
    deps,
  );
  return {
    name,
    address: raw.peerIp ?? '',
    asn: raw.peerAsn?.toString() ?? '',
    state: raw.connectionState ?? '',
    learned: learned.ok ? routesOf(learned.value, name) : learned,
  };
}

/** Each of the two instances of a Route Server has its list, by the instance's role; a route is in both. */
function routesOf(
  answer: Record<string, PeerRoute[]> | undefined,
  name: string,
): Reading<readonly GatewayRoute[]> {
  const lists = Object.values(answer ?? {}).filter((list) => Array.isArray(list));
  if (lists.length === 0) return { ok: false, reason: `Azure answered without a list of routes of ${name}` };
  const routes = lists.flat().map((raw) => ({
    network: raw.network ?? '',
    sourcePeer: raw.sourcePeer ?? '',
    nextHop: raw.nextHop ?? '',
    origin: raw.origin ?? '',
    asPath: raw.asPath ?? '',
  }));
  return {
    ok: true,
    value: [...new Map(routes.map((route) => [`${route.network} ${route.asPath}`, route])).values()],
  };
}
