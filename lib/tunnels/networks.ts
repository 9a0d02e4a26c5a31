import { type Cidr, formatCidr, parseCidr, relation, subtract } from '../net/cidr.ts';
import { allUp, anyUp, type Signal } from './algebra.ts';
import type {
  CloudFacts,
  Expectations,
  GatewayRoute,
  Reading,
  TableFacts,
  TransitGatewayFacts,
  TransitRoute,
} from './facts.ts';
import { insideAddresses, type LinkPairs, type TunnelPair } from './pairing.ts';

export const HOPS = [
  'azure-advertised',
  'transit-gateway',
  'vpc-table',
  'link-table',
  'azure-learned',
  'azure-effective',
  'route-server',
  'pod-way',
] as const;
export type HopName = (typeof HOPS)[number];

/** One place that a network must be known at, so that packets find their way. */
export interface Hop {
  readonly hop: HopName;
  readonly state: Signal;
  /** Id or name of the table, gateway or interface. */
  readonly where: string;
  readonly detail: string;
}

/** What was found of one expected network, hop by hop. */
export interface NetworkProof {
  readonly network: string;
  readonly kind: 'nodes' | 'pods' | 'vpc';
  /** Towards which cloud packets go. */
  readonly towards: 'azure' | 'aws';
  readonly hops: readonly Hop[];
  readonly state: Signal;
}

/** Whether routes hold every address of a network, together or one of them. Texts that are no range hold nothing. */
export function holds(routes: readonly string[], network: Cidr): boolean {
  const ranges = routes.flatMap((text) => {
    const parsed = parseCidr(text);
    return parsed.ok && relation(parsed.cidr, network) !== 'disjoint' ? [parsed.cidr] : [];
  });
  return ranges.length > 0 && subtract([network], ranges).length === 0;
}

/** As {@link holds}, for networks of which nodes come and go, each with its slice: one slice is enough. */
function holdsAny(routes: readonly string[], network: Cidr): boolean {
  return routes.some((text) => {
    const parsed = parseCidr(text);
    return parsed.ok && relation(parsed.cidr, network) !== 'disjoint';
  });
}

/** What is sent to one neighbour of the Azure gateway. */
export function advertisedTo({ gateway }: LinkPairs, neighbor: string): Reading<readonly GatewayRoute[]> {
  if (gateway === null) return { ok: false, reason: 'the Azure gateway could not be read' };
  return gateway.advertised.get(neighbor) ?? { ok: false, reason: 'its advertised routes were not read' };
}

/** What came from one neighbour, of its own: both instances hold each route, some by way of each other. */
export function learnedFrom({ gateway }: LinkPairs, neighbor: string): Reading<readonly GatewayRoute[]> {
  if (gateway === null) return { ok: false, reason: 'the Azure gateway could not be read' };
  if (!gateway.learned.ok) return gateway.learned;
  const own = gateway.learned.value.filter(({ sourcePeer, origin }) => sourcePeer === neighbor && /^ebgp$/i.test(origin));
  return { ok: true, value: own };
}

interface Found {
  readonly state: Signal;
  readonly detail: string;
}

function fromReading<T>(reading: Reading<T>, look: (value: T) => boolean, missing: string): Found {
  if (!reading.ok) return { state: 'unknown', detail: reading.reason };
  return look(reading.value) ? { state: 'up', detail: '' } : { state: 'down', detail: missing };
}

class Prover {
  readonly #facts: CloudFacts;
  readonly #link: LinkPairs;
  readonly #expected: Expectations;
  readonly #transit: Reading<TransitGatewayFacts>;

  constructor(facts: CloudFacts, link: LinkPairs, expected: Expectations) {
    this.#facts = facts;
    this.#link = link;
    this.#expected = expected;
    this.#transit = transitOf(facts, link, expected);
  }

  prove(): readonly NetworkProof[] {
    const { fromAzure, fromAws, pods, vpcDestinations, podRouting } = this.#expected;
    const texts = new Set(pods.map(formatCidr));
    const isPods = (network: Cidr): boolean => texts.has(formatCidr(network));
    const nodes = [...fromAzure, ...vpcDestinations].filter((network) => !isPods(network));
    return [
      ...distinct(nodes).map((network) => this.#towardsAzure(network, 'nodes')),
      ...distinct(fromAws).map((network) => this.#towardsAws(network)),
      ...(podRouting === 'masquerade' ? [] : distinct(pods).map((network) => this.#towardsPods(network))),
    ];
  }

  #towardsAzure(network: Cidr, kind: 'nodes' | 'pods', more: readonly Hop[] = []): NetworkProof {
    const slices = kind === 'pods' && this.#expected.podRouting === 'bgp';
    const has = slices ? holdsAny : holds;
    const hops = [...more, this.#advertised(network, has), this.#inTransit(network, has)];
    const routed = this.#expected.vpcDestinations;
    const needed = routed.length === 0 || routed.some((one) => relation(one, network) !== 'disjoint');
    if (needed) hops.push(...this.#inVpc(network, ({ target }) => target === 'transit-gateway'));
    return proof(network, kind, 'azure', hops);
  }

  #towardsAws(network: Cidr): NetworkProof {
    return proof(network, 'vpc', 'aws', [
      this.#inLinkTable(network),
      this.#learned(network),
      ...this.#effective(network),
    ]);
  }

  /** How pods are reached depends on who routes them. */
  #towardsPods(network: Cidr): NetworkProof {
    const { podRouting } = this.#expected;
    if (podRouting === 'gateway') {
      return proof(network, 'pods', 'azure', this.#inVpc(network, ({ target }) => target === 'appliance', 'pod-way'));
    }
    if (podRouting === 'bgp') return this.#towardsAzure(network, 'pods', this.#fromRouteServer(network));
    if (podRouting === 'udr') return this.#towardsAzure(network, 'pods', [this.#inUserRoutes(network)]);
    return proof(network, 'pods', 'azure', [
      { hop: 'pod-way', state: 'unknown', where: '', detail: 'how pods are routed is not known' },
    ]);
  }

  #advertised(network: Cidr, has: typeof holds): Hop {
    return this.#overTunnels('azure-advertised', ({ aws, azure }) => {
      const neighbor = neighborOf({ aws, azure });
      if (neighbor === null) return { state: 'down', detail: 'no neighbour' };
      return fromReading(
        advertisedTo(this.#link, neighbor),
        (routes) => has(routes.map((route) => route.network), network),
        'not advertised',
      );
    });
  }

  #learned(network: Cidr): Hop {
    return this.#overTunnels('azure-learned', ({ aws, azure }) => {
      const neighbor = neighborOf({ aws, azure });
      if (neighbor === null) return { state: 'down', detail: 'no neighbour' };
      return fromReading(
        learnedFrom(this.#link, neighbor),
        (routes) => holds(routes.map((route) => route.network), network),
        'not learned',
      );
    });
  }

  /** A network must come over one tunnel at least; redundancy is judged apart. */
  #overTunnels(hop: HopName, look: (pair: TunnelPair) => Found): Hop {
    const found = this.#link.pairs.map(look);
    const count = found.filter(({ state }) => state === 'up').length;
    const reasons = new Set(found.flatMap(({ state, detail }) => (state === 'unknown' ? [detail] : [])));
    return {
      hop,
      state: anyUp(found.map(({ state }) => state)),
      where: this.#link.gateway?.name ?? '',
      detail: [`${count} of ${found.length} tunnels`, ...reasons].join('; '),
    };
  }

  /** In the table that the VPC uses, by way of a VPN attachment. */
  #inTransit(network: Cidr, has: typeof holds): Hop {
    const table = this.#table(this.#expected.cloudTableId, 'vpc');
    const isWay = ({ target, active }: TransitRoute): boolean => target === 'vpn' && active;
    return this.#inTable('transit-gateway', table, network, isWay, has);
  }

  /** In the table that the VPN attachments use, by way of the VPC: what is there is advertised to Azure. */
  #inLinkTable(network: Cidr): Hop {
    const table = this.#table(this.#expected.linkTableId, 'vpn');
    return this.#inTable('link-table', table, network, ({ target, active }) => target === 'vpc' && active, holds);
  }

  #inTable(
    hop: HopName,
    table: Reading<TableFacts>,
    network: Cidr,
    isWay: (route: TransitRoute) => boolean,
    has: typeof holds,
  ): Hop {
    if (!table.ok) return { hop, state: 'unknown', where: '', detail: table.reason };
    const { routes, id, name } = table.value;
    const found = fromReading(
      routes,
      (all) => has(all.filter(isWay).flatMap(({ destination }) => destination ?? []), network),
      'no active route',
    );
    return { hop, ...found, where: name === '' ? id : `${name} (${id})` };
  }

  #table(expected: string | null, kind: 'vpc' | 'vpn'): Reading<TableFacts> {
    if (!this.#transit.ok) return this.#transit;
    const { attachments, tables } = this.#transit.value;
    if (!tables.ok) return tables;
    const own = this.#link.pairs.flatMap(({ aws }) => aws?.connectionId ?? []);
    const used = attachments.ok
      ? attachments.value
          .filter((one) => one.kind === kind && (kind === 'vpc' || own.includes(one.resourceId)))
          .flatMap(({ tableId }) => tableId ?? [])
      : [];
    const id = expected ?? used[0];
    if (id === undefined) {
      const why = attachments.ok ? `no ${kind} attachment uses a route table` : attachments.reason;
      return { ok: false, reason: why };
    }
    const found = tables.value.find((table) => table.id === id);
    return found === undefined
      ? { ok: false, reason: `the route table ${id} was not found` }
      : { ok: true, value: found };
  }

  /** In every table of the VPC that needs it: one that lacks it is a zone that is cut off. */
  #inVpc(network: Cidr, isWay: (route: TransitRoute) => boolean, hop: HopName = 'vpc-table'): readonly Hop[] {
    const { vpcTables } = this.#facts;
    if (!vpcTables.ok) return [{ hop, state: 'unknown', where: '', detail: vpcTables.reason }];
    const { vpcTableIds } = this.#expected;
    const wanted = vpcTableIds.length > 0 ? vpcTableIds : this.#attachedTables(vpcTables.value);
    if (wanted.length === 0) return [{ hop, state: 'unknown', where: '', detail: 'no route table of a VPC was found' }];
    return wanted.map((id) => {
      const table = vpcTables.value.find((one) => one.id === id);
      if (table === undefined) return { hop, state: 'unknown', where: id, detail: 'the table was not found' };
      return this.#inTable(hop, { ok: true, value: table }, network, (route) => route.active && isWay(route), holds);
    });
  }

  /** Tables of the VPCs that hang on the link's transit gateway. */
  #attachedTables(tables: readonly (TableFacts & { readonly vpcId: string })[]): readonly string[] {
    const attachments = this.#transit.ok ? this.#transit.value.attachments : this.#transit;
    const vpcs = attachments.ok ? attachments.value.flatMap(({ kind, resourceId }) => (kind === 'vpc' ? resourceId : [])) : [];
    return tables.filter(({ vpcId }) => vpcs.includes(vpcId)).map(({ id }) => id);
  }

  #effective(network: Cidr): readonly Hop[] {
    const hop = 'azure-effective';
    const { interfaces } = this.#facts;
    if (!interfaces.ok) return [{ hop, state: 'unknown', where: '', detail: interfaces.reason }];
    const own = interfaces.value.filter(({ networkId }) => networkId === this.#link.gateway?.networkId);
    return own.map(({ name, routes }) => {
      const found = fromReading(
        routes,
        (all) => {
          const ways = all.filter(({ active, nextHopType }) => active && nextHopType === 'VirtualNetworkGateway');
          return holds(ways.flatMap(({ prefixes }) => prefixes), network);
        },
        'no effective route to the gateway',
      );
      return { hop, ...found, where: name };
    });
  }

  #fromRouteServer(network: Cidr): readonly Hop[] {
    const hop = 'route-server';
    const { routeServers } = this.#facts;
    if (!routeServers.ok) return [{ hop, state: 'unknown', where: '', detail: routeServers.reason }];
    const own = routeServers.value.filter(({ group }) => group === this.#link.gateway?.group);
    if (own.length === 0) return [{ hop, state: 'down', where: '', detail: 'there is no Route Server' }];
    return own.map(({ name, peers }) => {
      if (!peers.ok) return { hop, state: 'unknown', where: name, detail: peers.reason };
      const learned = peers.value.map((peer) =>
        fromReading(
          peer.learned,
          (routes) => holdsAny(routes.map((route) => route.network), network),
          'no peer gives a route',
        ),
      );
      const [first] = learned.filter(({ state }) => state === 'unknown');
      const state = peers.value.length === 0 ? 'down' : anyUp(learned.map((one) => one.state));
      const detail = state === 'unknown' ? (first?.detail ?? '') : state === 'down' ? 'no peer gives a route' : '';
      return { hop, state, where: name, detail };
    });
  }

  #inUserRoutes(network: Cidr): Hop {
    const hop = 'pod-way';
    const found = fromReading(
      this.#facts.routeTables,
      (tables) =>
        tables.some(({ routes }) => {
          const ways = routes.filter(({ nextHopType }) => nextHopType === 'VirtualAppliance');
          return holdsAny(ways.map(({ prefix }) => prefix), network);
        }),
      'no user route leads to a node',
    );
    return { hop, ...found, where: 'user-defined routes' };
  }
}

/** Address at which Azure knows the AWS end. */
export function neighborOf({ aws, azure }: Pick<TunnelPair, 'aws' | 'azure'>): string | null {
  const inside = insideAddresses(aws?.insideCidr ?? null)?.aws;
  if (inside !== undefined) return inside;
  return azure?.peer.ok === true ? azure.peer.value.bgpAddress : null;
}

/** The transit gateway of a link: that of its VPN connections. */
export function transitOf(
  { transitGateways }: CloudFacts,
  { pairs }: LinkPairs,
  expected: Pick<Expectations, 'transitGatewayId'>,
): Reading<TransitGatewayFacts> {
  if (!transitGateways.ok) return transitGateways;
  const ids = [expected.transitGatewayId, ...pairs.map(({ aws }) => aws?.transitGatewayId)];
  const found = transitGateways.value.find(({ id }) => ids.includes(id));
  return found === undefined
    ? { ok: false, reason: 'the transit gateway of the link was not found' }
    : { ok: true, value: found };
}

function distinct(networks: readonly Cidr[]): readonly Cidr[] {
  return [...new Map(networks.map((network) => [formatCidr(network), network])).values()];
}

function proof(
  network: Cidr,
  kind: NetworkProof['kind'],
  towards: NetworkProof['towards'],
  hops: readonly Hop[],
): NetworkProof {
  return { network: formatCidr(network), kind, towards, hops, state: allUp(hops.map(({ state }) => state)) };
}

/** Proves each expected network on every hop of its way. */
export function proveNetworks(facts: CloudFacts, link: LinkPairs, expected: Expectations): readonly NetworkProof[] {
  return new Prover(facts, link, expected).prove();
}
