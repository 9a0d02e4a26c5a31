import { type Cidr, formatCidr } from '../net/cidr.ts';
import { allUp, anyUp } from './algebra.ts';
import type {
  CloudFacts,
  Expectations,
  Reading,
  TableFacts,
  TransitGatewayFacts,
  TransitRoute,
} from './facts.ts';
import { distinct, type Hop, type HopName, type NetworkProof, proof } from './network-proof.ts';
import {
  type Found,
  fromReading,
  advertisedTo,
  holds,
  holdsAny,
  learnedFrom,
  neighborOf,
  transitOf,
} from './route-views.ts';
import { letsIn, nodeGroups } from './security-groups.ts';
import type { LinkPairs, TunnelPair } from './pairing.ts';

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
    const hasNoWay = podRouting === 'masquerade' || podsToCome(this.#facts, this.#link, this.#expected);
    return [
      ...distinct(nodes).map((network) => this.#towardsAzure(network, 'nodes')),
      ...distinct(fromAws).map((network) => this.#towardsAws(network)),
      ...(hasNoWay ? [] : distinct(pods).map((network) => this.#towardsPods(network))),
    ];
  }

  #towardsAzure(network: Cidr, kind: 'nodes' | 'pods', more: readonly Hop[] = []): NetworkProof {
    const slices = kind === 'pods' && this.#expected.podRouting === 'bgp';
    const has = slices ? holdsAny : holds;
    const hops = [...more, this.#advertised(network, has), this.#inTransit(network, has)];
    const routed = this.#expected.vpcDestinations;
    if (routed.length === 0) {
      const detail = 'the expectations do not say which routes the VPC needs';
      hops.push({ hop: 'vpc-table', state: 'unknown', where: '', detail });
    } else if (routed.some((one) => formatCidr(one) === formatCidr(network))) {
      hops.push(...this.#inVpc(network, ({ target }) => target === 'transit-gateway'));
    }
    return proof(network, kind, 'azure', hops);
  }

  #towardsAws(network: Cidr): NetworkProof {
    return proof(network, 'vpc', 'aws', [
      this.#inLinkTable(network),
      this.#learned(network),
      ...this.#effective(network),
      ...this.#letIn(network),
    ]);
  }

  /** How pods are reached depends on who routes them. */
  #towardsPods(network: Cidr): NetworkProof {
    const { podRouting } = this.#expected;
    if (podRouting === 'gateway') {
      return proof(
        network,
        'pods',
        'azure',
        this.#inVpc(network, ({ target }) => target === 'appliance', 'pod-way'),
      );
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
        (routes) =>
          has(
            routes.map((route) => route.network),
            network,
          ),
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
        (routes) =>
          holds(
            routes.map((route) => route.network),
            network,
          ),
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
    return this.#inTable(
      'link-table',
      table,
      network,
      ({ target, active }) => target === 'vpc' && active,
      holds,
    );
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
      (all) =>
        has(
          all.filter(isWay).flatMap(({ destination }) => destination ?? []),
          network,
        ),
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
      return {
        ok: false,
        reason: attachments.ok ? `no ${kind} attachment uses a route table` : attachments.reason,
      };
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
    if (wanted.length === 0)
      return [{ hop, state: 'unknown', where: '', detail: 'no route table of a VPC was found' }];
    return wanted.map((id) => {
      const table = vpcTables.value.find((one) => one.id === id);
      if (table === undefined) return { hop, state: 'unknown', where: id, detail: 'the table was not found' };
      return this.#inTable(
        hop,
        { ok: true, value: table },
        network,
        (route) => route.active && isWay(route),
        holds,
      );
    });
  }

  /** Tables of the VPCs that hang on the link's transit gateway. */
  #attachedTables(tables: readonly (TableFacts & { readonly vpcId: string })[]): readonly string[] {
    const attachments = this.#transit.ok ? this.#transit.value.attachments : this.#transit;
    const vpcs = attachments.ok
      ? attachments.value.flatMap(({ kind, resourceId }) => (kind === 'vpc' ? resourceId : []))
      : [];
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
  #letIn(network: Cidr): readonly Hop[] {
    const hop: HopName = 'azure-nsg';
    const groups = nodeGroups(this.#facts, this.#link);
    if (!groups.ok) return [{ hop, state: 'unknown', where: '', detail: groups.reason }];
    return groups.value.map(({ subnet, group }) => {
      const isOpen = letsIn(group, network);
      const detail = isOpen ? '' : `${group.name} keeps the kubelet's port closed`;
      return { hop, state: isOpen ? 'up' : 'down', where: subnet.name, detail };
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
      const state = peers.value.length === 0 ? 'down' : allUp(learned.map((one) => one.state));
      const details = new Set(learned.filter((one) => one.state === state).map(({ detail }) => detail));
      return {
        hop,
        state,
        where: name,
        detail: peers.value.length === 0 ? 'it has no peer' : [...details].join('; '),
      };
    });
  }

  #inUserRoutes(network: Cidr): Hop {
    const hop = 'pod-way';
    const found = fromReading(
      this.#facts.routeTables,
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
    return { hop, ...found, where: 'user-defined routes' };
  }
}

/**
 * Whether pods in Azure are still to come: as long as no machine is in the virtual network there are no nodes, no pods on
 * them, and nothing has made a way to those yet. Where nobody looked for machines, the way has to be there.
 */
export function podsToCome(
  { machineNetworks }: CloudFacts,
  { gateway }: LinkPairs,
  { pods, podRouting }: Expectations,
): boolean {
  if (podRouting === 'masquerade' || pods.length === 0 || machineNetworks === null) return false;
  const own = gateway?.networkId ?? null;
  return own !== null && !machineNetworks.includes(own);
}

/** Proves each expected network on every hop of its way. */
export function proveNetworks(
  facts: CloudFacts,
  link: LinkPairs,
  expected: Expectations,
): readonly NetworkProof[] {
  return new Prover(facts, link, expected).prove();
}
