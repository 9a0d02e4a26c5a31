import { transitOf } from './carrier.ts';
import type { Cause, CauseRule } from './cause.ts';
import type { RouteServer, RouteServerPeer, TransitGatewayFacts } from './facts.ts';
import { advertisedTo, neighborOf } from './route-views.ts';

/** Prefixes that AWS takes from a VPN on a transit gateway, that Azure's gateway and that a Route Server take of a peer. */
const AWS_PREFIXES = 1000;
const AZURE_PREFIXES = 4000;
const ROUTE_SERVER_PREFIXES = 1000;
/** Peers of a Route Server. */
const ROUTE_SERVER_PEERS = 8;

export const certain = (cause: Omit<Cause, 'certainty'>): Cause => ({ ...cause, certainty: 'certain' });

const updating: CauseRule = ({ link: { gateway }, tunnels }) =>
  gateway !== null && /^(?:updating|creating)$/i.test(gateway.provisioningState)
    ? [
        certain({
          id: 'gateway-updating',
          subjects: tunnels.filter(({ verdict }) => verdict !== 'healthy').map(({ name }) => name),
          sentence: `The Azure gateway ${gateway.name} is being changed (${gateway.provisioningState}), which takes up to an hour.`,
          remedy: 'Wait until it is done; the check can wait with `wait`.',
        }),
      ]
    : [];

const propagation: CauseRule = ({ facts, carrier, expected }) => {
  const transit = transitOf(facts, carrier, expected?.transitGatewayId ?? null);
  if (!transit.ok || !transit.value.attachments.ok) return [];
  const own = new Set(carrier.resourceIds);
  const attachments = transit.value.attachments.value;
  const vpns = attachments.filter(({ kind, resourceId }) => kind === carrier.kind && own.has(resourceId));
  const vpcs = attachments.filter(({ kind }) => kind === 'vpc');
  const cloud = expected?.cloudTableId ?? vpcs[0]?.tableId ?? null;
  const back = expected?.linkTableId ?? vpns[0]?.tableId ?? null;
  const lacking = [
    ...lackingFrom(
      transit.value,
      cloud,
      vpns.map(({ id }) => id),
    ),
    ...lackingFrom(
      transit.value,
      back,
      vpcs.map(({ id }) => id),
    ),
  ];
  if (lacking.length === 0) return [];
  return [
    certain({
      id: 'propagation-off',
      subjects: lacking,
      sentence: `Attachments do not propagate their routes into the transit gateway’s tables: ${lacking.join(', ')}.`,
      remedy:
        'Add the propagation: attachments of the link into the table of the VPC, VPC attachments into the table of the link.',
    }),
  ];
};

function lackingFrom(
  { propagations }: TransitGatewayFacts,
  table: string | null,
  attachments: readonly string[],
): readonly string[] {
  const found = table === null ? undefined : propagations.get(table);
  if (found?.ok !== true) return [];
  return attachments.filter((id) => !found.value.includes(id)).map((id) => `${id} into ${table ?? ''}`);
}

/** An attachment of the link without a route table sends nothing on, and BGP has nothing to tell Azure. */
const association: CauseRule = ({ facts, carrier, expected }) => {
  const transit = transitOf(facts, carrier, expected?.transitGatewayId ?? null);
  if (!transit.ok || !transit.value.attachments.ok) return [];
  const own = new Set(carrier.resourceIds);
  const loose = transit.value.attachments.value
    .filter(({ kind, resourceId, tableId }) => (kind === 'vpc' || own.has(resourceId)) && tableId === null)
    .map(({ id }) => id);
  if (loose.length === 0) return [];
  return [
    certain({
      id: 'association-missing',
      subjects: loose,
      sentence: `Attachments of the transit gateway are associated with no route table, so nothing is forwarded or advertised for them: ${loose.join(', ')}.`,
      remedy:
        'Associate attachments of the link with the table of the link and VPC attachments with that of the cloud.',
    }),
  ];
};

const vpcRoutes: CauseRule = ({ networks }) => {
  const lacking = networks.flatMap(({ network, hops }) =>
    hops
      .filter(({ hop, state }) => hop === 'vpc-table' && state === 'down')
      .map(({ where }) => `${network} in ${where}`),
  );
  if (lacking.length === 0) return [];
  return [
    certain({
      id: 'vpc-route-missing',
      subjects: lacking,
      sentence: `The VPC has no route to the transit gateway for ${lacking.join(', ')}; a transit gateway does not write them.`,
      remedy: 'Add the route to each table, as the module aws-network does for every remote network.',
    }),
  ];
};

const serversOf = ({ facts, link }: Parameters<CauseRule>[0]): readonly RouteServer[] =>
  facts.routeServers.ok ? facts.routeServers.value.filter(({ group }) => group === link.gateway?.group) : [];

const branchToBranch: CauseRule = (input) =>
  serversOf(input)
    .filter(({ branchToBranch: isOn }) => isOn === false && input.expected?.podRouting === 'bgp')
    .map(({ name }) =>
      certain({
        id: 'branch-to-branch-off',
        subjects: [name],
        sentence: `The Route Server ${name} does not exchange routes with the VPN gateway: branch-to-branch traffic is off, so AWS never learns the pods.`,
        remedy: 'Set `branch_to_branch_traffic_enabled` of the Route Server.',
      }),
    );

const loops: CauseRule = (input) => {
  const { facts, carrier, expected } = input;
  const transit = transitOf(facts, carrier, expected?.transitGatewayId ?? null);
  const asn = transit.ok ? transit.value.asn : null;
  if (asn === null) return [];
  const routes = carrier.sessions.flatMap(({ advertised }) => (advertised.ok ? advertised.value : []));
  const looped = routes
    .filter(({ asPath }) => asPath.split(/[-\s]+/).includes(asn))
    .map(({ network }) => network);
  const peers = serversOf(input)
    .flatMap(({ peers: all }): readonly RouteServerPeer[] => (all.ok ? all.value : []))
    .filter((peer) => peer.asn === asn)
    .map(({ name }) => name);
  const subjects = [...new Set([...looped, ...peers])];
  if (subjects.length === 0) return [];
  return [
    certain({
      id: 'asn-loop',
      subjects,
      sentence: `Routes from Azure carry the AS number ${asn} of the transit gateway in their path, so it drops them as a loop: ${subjects.join(', ')}.`,
      remedy:
        'Give Cilium, the Azure gateway and the transit gateway three different AS numbers; 65010 is free for Cilium.',
    }),
  ];
};

const prefixes: CauseRule = (input) => {
  const { link, tunnels } = input;
  const over: string[] = [];
  for (const { name, pair, routes } of tunnels) {
    const neighbor = neighborOf(pair);
    const sent = neighbor === null ? null : advertisedTo(link, neighbor);
    const count = sent?.ok === true ? new Set(sent.value.map(({ network }) => network)).size : 0;
    if (count > AWS_PREFIXES) over.push(`${name}: Azure sends ${count}, AWS takes ${AWS_PREFIXES}`);
    if ((routes.awsAccepts ?? 0) >= AWS_PREFIXES)
      over.push(`${name}: AWS has accepted ${routes.awsAccepts ?? 0}, its limit`);
    const peers = link.gateway?.peers.ok === true ? link.gateway.peers.value : [];
    const got = Math.max(
      0,
      ...peers.filter((peer) => peer.neighbor === neighbor).map((peer) => peer.routesReceived ?? 0),
    );
    if (got >= AZURE_PREFIXES) over.push(`${name}: Azure has received ${got} of ${AZURE_PREFIXES}`);
  }
  for (const { name, peers } of serversOf(input)) {
    for (const peer of peers.ok ? peers.value : []) {
      const count = peer.learned.ok ? peer.learned.value.length : 0;
      if (count >= ROUTE_SERVER_PREFIXES)
        over.push(`${name}: ${peer.name} gives ${count} of ${ROUTE_SERVER_PREFIXES}`);
    }
  }
  if (over.length === 0) return [];
  return [
    certain({
      id: 'prefix-limit',
      subjects: over,
      sentence: `A limit of prefixes is reached, beyond which the session is torn down or routes are dropped: ${over.join('; ')}.`,
      remedy:
        'Advertise fewer and larger ranges: one for the virtual network, and larger slices of pods for each node.',
    }),
  ];
};

const peerLimit: CauseRule = (input) =>
  serversOf(input).flatMap(({ name, peers }): readonly Cause[] => {
    if (!peers.ok || peers.value.length < ROUTE_SERVER_PEERS) return [];
    const failed = peers.value.filter(({ state }) => !/^(?:connected|)$/i.test(state));
    if (
      peers.value.length === ROUTE_SERVER_PEERS &&
      failed.length === 0 &&
      !input.networks.some(({ kind, state }) => kind === 'pods' && state === 'down')
    )
      return [];
    return [
      certain({
        id: 'peer-limit',
        subjects: [name],
        sentence: `The Route Server ${name} has ${peers.value.length} peers and takes ${ROUTE_SERVER_PEERS}: pods of further nodes are not routed.`,
        remedy:
          'Peer with at most eight nodes, or route pods with the Hybrid Nodes gateway (`pod_routing = "gateway"`).',
      }),
    ];
  });

/** A session that a Route Server has torn down shows no routes, so their number is not seen. */
const peerSilent: CauseRule = (input) =>
  serversOf(input).flatMap(({ name, peers }): readonly Cause[] => {
    if (!peers.ok || peers.value.length > ROUTE_SERVER_PEERS) return [];
    const silent = peers.value.filter(({ state }) => /^notconnected$/i.test(state)).map((peer) => peer.name);
    if (silent.length === 0) return [];
    return [
      {
        id: 'prefix-limit',
        certainty: 'likely',
        subjects: silent,
        sentence: `The Route Server ${name} has no session with a node that it has room for: the node announces more than ${ROUTE_SERVER_PREFIXES} routes, has another AS number, or does not run.`,
        remedy:
          'Look at `cilium bgp peers` on the node; announce one range for each node, not one for each pod.',
      },
    ];
  });

/** Rules about routes and networks, in the order in which they are told. */
export const ROUTE_RULES: readonly CauseRule[] = [
  updating,
  loops,
  propagation,
  association,
  vpcRoutes,
  branchToBranch,
  prefixes,
  peerLimit,
  peerSilent,
];
