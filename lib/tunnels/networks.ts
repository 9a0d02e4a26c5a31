import { type Cidr, formatCidr } from '../net/cidr.ts';
import { anyUp } from './algebra.ts';
import { type Carrier, type CarrierSession, transitOf } from './carrier.ts';
import type { AzureGateway, CloudFacts, Expectations, GatewayRoute, Reading } from './facts.ts';
import { type AwsPlace, linkTableHop, transitHop, vpcHops } from './hops-aws.ts';
import { effectiveHops, letInHops, routeServerHops, userRouteHop } from './hops-azure.ts';
import { distinct, type Hop, type HopName, type NetworkProof, proof } from './network-proof.ts';
import { fromReading, holds, holdsAny } from './route-views.ts';

/** More hops of a network of AWS, for a link that has places of its own. */
export type MoreHops = (network: Cidr) => readonly Hop[];

class Prover {
  readonly #facts: CloudFacts;
  readonly #carrier: Carrier;
  readonly #expected: Expectations;
  readonly #place: AwsPlace;
  readonly #moreFromAws: MoreHops;

  constructor(facts: CloudFacts, carrier: Carrier, expected: Expectations, moreFromAws: MoreHops) {
    this.#facts = facts;
    this.#carrier = carrier;
    this.#expected = expected;
    this.#moreFromAws = moreFromAws;
    const transit = transitOf(facts, carrier, expected.transitGatewayId);
    this.#place = { facts, carrier, expected, transit };
  }

  prove(): readonly NetworkProof[] {
    const { fromAzure, fromAws, pods, vpcDestinations, podRouting } = this.#expected;
    const texts = new Set(pods.map(formatCidr));
    const isPods = (network: Cidr): boolean => texts.has(formatCidr(network));
    const nodes = [...fromAzure, ...vpcDestinations].filter((network) => !isPods(network));
    const hasNoWay =
      podRouting === 'masquerade' || podsToCome(this.#facts, this.#carrier.gateway, this.#expected);
    return [
      ...distinct(nodes).map((network) => this.#towardsAzure(network, 'nodes')),
      ...distinct(fromAws).map((network) => this.#towardsAws(network)),
      ...(hasNoWay ? [] : distinct(pods).map((network) => this.#towardsPods(network))),
    ];
  }

  #towardsAzure(network: Cidr, kind: 'nodes' | 'pods', more: readonly Hop[] = []): NetworkProof {
    const slices = kind === 'pods' && this.#expected.podRouting === 'bgp';
    const has = slices ? holdsAny : holds;
    const advertised = this.#overSessions('azure-advertised', network, (one) => one.advertised, has);
    const hops = [...more, advertised, transitHop(this.#place, network, has)];
    const routed = this.#expected.vpcDestinations;
    if (routed.length === 0) {
      const detail = 'the expectations do not say which routes the VPC needs';
      hops.push({ hop: 'vpc-table', state: 'unknown', where: '', detail });
    } else if (routed.some((one) => formatCidr(one) === formatCidr(network))) {
      hops.push(...vpcHops(this.#place, network, ({ target }) => target === 'transit-gateway'));
    }
    return proof(network, kind, 'azure', hops);
  }

  #towardsAws(network: Cidr): NetworkProof {
    const { gateway } = this.#carrier;
    return proof(network, 'vpc', 'aws', [
      linkTableHop(this.#place, network),
      ...this.#moreFromAws(network),
      this.#overSessions('azure-learned', network, (one) => one.learned, holds),
      ...effectiveHops(this.#facts, gateway, network),
      ...letInHops(this.#facts, gateway, network),
    ]);
  }

  /** How pods are reached depends on who routes them. */
  #towardsPods(network: Cidr): NetworkProof {
    const { podRouting } = this.#expected;
    if (podRouting === 'gateway') {
      const hops = vpcHops(this.#place, network, ({ target }) => target === 'appliance', 'pod-way');
      return proof(network, 'pods', 'azure', this.#carrier.gateway === null ? hops.map(inDoubt) : hops);
    }
    if (podRouting === 'bgp') {
      const hops = routeServerHops(this.#facts, this.#carrier.gateway, network);
      return this.#towardsAzure(network, 'pods', hops);
    }
    if (podRouting === 'udr')
      return this.#towardsAzure(network, 'pods', [userRouteHop(this.#facts, network)]);
    return proof(network, 'pods', 'azure', [
      { hop: 'pod-way', state: 'unknown', where: '', detail: 'how pods are routed is not known' },
    ]);
  }

  /** A network must come over one session at least; redundancy is judged apart. */
  #overSessions(
    hop: HopName,
    network: Cidr,
    routesOf: (session: CarrierSession) => Reading<readonly GatewayRoute[]>,
    has: typeof holds,
  ): Hop {
    const { sessions, gateway, noun } = this.#carrier;
    const found = sessions.map((session) => {
      if (session.neighbor === null) return { state: 'down' as const, detail: 'no neighbour' };
      const look = (routes: readonly GatewayRoute[]): boolean =>
        has(
          routes.map((route) => route.network),
          network,
        );
      return fromReading(routesOf(session), look, 'not there');
    });
    const count = found.filter(({ state }) => state === 'up').length;
    const reasons = new Set(found.flatMap(({ state, detail }) => (state === 'unknown' ? [detail] : [])));
    return {
      hop,
      state: anyUp(found.map(({ state }) => state)),
      where: gateway?.name ?? '',
      detail: [`${count} of ${found.length} ${noun}`, ...reasons].join('; '),
    };
  }
}

/** Without the gateway nobody can tell whether nodes are in its network, so a way that is not there may not be needed. */
function inDoubt(hop: Hop): Hop {
  return hop.state === 'down' ? { ...hop, state: 'unknown', detail: `${hop.detail}; ${NO_GATEWAY}` } : hop;
}

const NO_GATEWAY = 'whether nodes are in Azure is not known without its gateway';

/**
 * Whether pods in Azure are still to come: as long as no machine is in the virtual network there are no nodes, no pods on
 * them, and nothing has made a way to those yet. Where nobody looked for machines, the way has to be there.
 */
export function podsToCome(
  { machineNetworks }: CloudFacts,
  gateway: AzureGateway | null,
  { pods, podRouting }: Expectations,
): boolean {
  if (podRouting === 'masquerade' || pods.length === 0 || machineNetworks === null) return false;
  const own = gateway?.networkId ?? null;
  return own !== null && !machineNetworks.includes(own);
}

/** Proves each expected network on every hop of its way. */
export function proveNetworks(
  facts: CloudFacts,
  carrier: Carrier,
  expected: Expectations,
  moreFromAws: MoreHops = () => [],
): readonly NetworkProof[] {
  return new Prover(facts, carrier, expected, moreFromAws).prove();
}
