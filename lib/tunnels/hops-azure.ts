import type { Cidr } from '../net/cidr.ts';
import { allUp } from './algebra.ts';
import type { AzureGateway, CloudFacts } from './facts.ts';
import type { Hop, HopName } from './network-proof.ts';
import { type Found, fromReading, holds, holdsAny } from './route-views.ts';
import { letsIn, nodeGroups } from './security-groups.ts';

type Gateway = AzureGateway | null;

/** A network of AWS among the effective routes of an interface in each subnet with nodes. */
export function effectiveHops({ interfaces }: CloudFacts, gateway: Gateway, network: Cidr): readonly Hop[] {
  const hop = 'azure-effective';
  if (!interfaces.ok) return [{ hop, state: 'unknown', where: '', detail: interfaces.reason }];
  const own = interfaces.value.filter(({ networkId }) => networkId === gateway?.networkId);
  return own.map(({ name, routes }) => {
    const found = fromReading(
      routes,
      (all) => {
        const ways = all.filter(
          ({ active, nextHopType }) => active && nextHopType === 'VirtualNetworkGateway',
        );
        return holds(
          ways.flatMap(({ prefixes }) => prefixes),
          network,
        );
      },
      'no effective route to the gateway',
    );
    return { hop, ...found, where: name };
  });
}

/** What comes from AWS must be let in to the nodes. */
export function letInHops(facts: CloudFacts, gateway: Gateway, network: Cidr): readonly Hop[] {
  const hop: HopName = 'azure-nsg';
  const groups = nodeGroups(facts, gateway);
  if (!groups.ok) return [{ hop, state: 'unknown', where: '', detail: groups.reason }];
  return groups.value.map(({ subnet, group }) => {
    const isOpen = letsIn(group, network);
    const detail = isOpen ? '' : `${group.name} keeps the kubelet's port closed`;
    return { hop, state: isOpen ? 'up' : 'down', where: subnet.name, detail };
  });
}

/** A route to pods from every peer of the Route Servers beside the gateway. */
export function routeServerHops(
  { routeServers }: CloudFacts,
  gateway: Gateway,
  network: Cidr,
): readonly Hop[] {
  const hop = 'route-server';
  if (!routeServers.ok) return [{ hop, state: 'unknown', where: '', detail: routeServers.reason }];
  const own = routeServers.value.filter(({ group }) => group === gateway?.group);
  if (own.length === 0) return [{ hop, state: 'down', where: '', detail: 'there is no Route Server' }];
  return own.map(({ name, peers }) => {
    if (!peers.ok) return { hop, state: 'unknown', where: name, detail: peers.reason };
    if (peers.value.length === 0) return { hop, state: 'down', where: name, detail: 'it has no peer' };
    const learned = peers.value.map((peer): Found =>
      /^notconnected$/i.test(peer.state)
        ? { state: 'down', detail: `${peer.name} is not connected` }
        : fromReading(
            peer.learned,
            (routes) =>
              holdsAny(
                routes.map((route) => route.network),
                network,
              ),
            'no peer gives a route',
          ),
    );
    // Each node has its own slice of the pods, so each peer must give one.
    const state = allUp(learned.map((one) => one.state));
    const details = new Set(learned.filter((one) => one.state === state).map(({ detail }) => detail));
    return { hop, state, where: name, detail: [...details].join('; ') };
  });
}

/** A user-defined route to a node for pods. */
export function userRouteHop({ routeTables }: CloudFacts, network: Cidr): Hop {
  const found = fromReading(
    routeTables,
    (tables) =>
      tables.some(({ routes }) => {
        const ways = routes.filter(({ nextHopType }) => nextHopType === 'VirtualAppliance');
        return holdsAny(
          ways.map(({ prefix }) => prefix),
          network,
        );
      }),
    'no user route leads to a node',
  );
  return { hop: 'pod-way', ...found, where: 'user-defined routes' };
}
