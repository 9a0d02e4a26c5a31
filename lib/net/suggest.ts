/** A whole address plan from sizes: as small as they allow, beside what is forbidden, and proven by the rules. */
import type { AddressFacts, Origin, PodRouting, RangeFact, RangeRole } from './address-facts.ts';
import { blockOf, capacity, type Cidr, formatCidr, hostAt } from './cidr.ts';
import { checkAddressPlan } from './rules/check.ts';
import { addressPlanErrors } from './suggest-errors.ts';
import { forbiddenPrivate, placeBlocks, placeTunnels } from './suggest-place.ts';

/** What the plan has to hold. */
export interface Sizes {
  /** Azure nodes at most. */
  readonly nodes: number;
  /** Further nodes while nodes are replaced. */
  readonly surge: number;
  readonly podsPerNode: number;
  /** Kubernetes services. */
  readonly services: number;
  /** Zones of the VPC, 2 to 4. */
  readonly zones: number;
  /** Addresses in each zone's private subnet. */
  readonly addressesPerZone: number;
  readonly tunnels: number;
  readonly podRouting: PodRouting;
}

export interface SuggestRequest {
  readonly sizes: Sizes;
  readonly forbidden: readonly Cidr[];
  /** Autonomous system numbers that others have. */
  readonly forbiddenAsns: readonly number[];
  readonly now: Date;
}

export interface Suggestion {
  readonly vpc: Cidr;
  readonly service: Cidr;
  readonly vnet: Cidr;
  readonly nodes: Cidr;
  readonly pods: Cidr;
  readonly gatewaySubnet: Cidr;
  /** Null without a Route Server. */
  readonly routeServerSubnet: Cidr | null;
  readonly tunnels: readonly Cidr[];
  /** Prefix length of each node's share of the pods. */
  readonly nodeMask: number;
  readonly asns: { readonly transitGateway: number; readonly azureGateway: number; readonly cilium: number };
  /** All of it as facts: what the proof was made with. */
  readonly facts: AddressFacts;
}

/** Of each node's share: network and broadcast address, Cilium's own, the health check, Ingress. */
const OWN_ADDRESSES = 5;
/** Addresses that Azure and AWS keep of each subnet. */
const SUBNET_OWN = 5;

/**
 * Proposes a plan that passes every rule without a finding.
 * @throws EHA1542 saying what does not fit
 */
export function suggestPlan(request: SuggestRequest): Suggestion {
  const { sizes, forbidden } = request;
  const prefixes = prefixesOf(sizes);
  const blocks = placeBlocks(
    [
      { name: 'remote_pod_cidrs', prefix: prefixes.pods },
      { name: 'vpc_cidr', prefix: prefixes.vpc },
      { name: 'vnet_cidr', prefix: prefixes.vnet },
      { name: 'service_cidr', prefix: prefixes.service },
    ],
    forbidden,
  );
  const { vpc_cidr: vpc, vnet_cidr: vnet, service_cidr: service, remote_pod_cidrs: pods } = blocks;
  const ends = endOf(vnet);
  const plan = {
    vpc,
    service,
    vnet,
    nodes: blockOf(4, vnet.first, prefixes.nodes),
    pods,
    gatewaySubnet: ends.gateway,
    routeServerSubnet: sizes.podRouting === 'bgp' ? ends.routeServer : null,
    tunnels: placeTunnels(sizes.tunnels, forbidden),
    nodeMask: prefixes.mask,
    asns: chooseAsns(request.forbiddenAsns),
  };
  const suggestion = { ...plan, facts: factsOf(plan, request) };
  prove(suggestion, request.now);
  return suggestion;
}

/** Prefix length of the smallest block with so many addresses. */
function prefixFor(addresses: number): number {
  return 32 - Math.ceil(Math.log2(addresses));
}

function prefixesOf({ nodes, surge, podsPerNode, services, addressesPerZone }: Sizes) {
  const all = nodes + surge;
  // Cilium's shares are not chosen larger than /28: smaller ones hold hardly a pod.
  const mask = Math.min(28, prefixFor(podsPerNode + OWN_ADDRESSES));
  const pods = mask - Math.ceil(Math.log2(Math.max(1, all)));
  const nodeSubnet = Math.min(27, prefixFor(all + SUBNET_OWN));
  // The node subnet has the first half at most: the last /26 is for the gateway, and a remote node network that is the
  // whole virtual network would not be announced.
  const vnet = Math.min(22, nodeSubnet - 1);
  const vpc = Math.min(20, prefixFor(addressesPerZone + SUBNET_OWN) - 3);
  const service = Math.min(24, prefixFor(services + 2));
  refuseAbove(pods, 8, 'remote_pod_cidrs', `${String(all)} nodes with ${String(podsPerNode)} pods each`);
  refuseAbove(vnet, 8, 'vnet_cidr', `${String(all)} nodes`);
  refuseAbove(vpc, 16, 'vpc_cidr', `${String(addressesPerZone)} addresses in each zone`);
  refuseAbove(service, 12, 'service_cidr', `${String(services)} services`);
  return { mask, pods, nodes: nodeSubnet, vnet, vpc, service };
}

/** @throws EHA1542 */
function refuseAbove(prefix: number, least: number, name: string, because: string): void {
  if (prefix >= least) return;
  throw addressPlanErrors.EHA1542(
    `${because} need a /${String(prefix)} as ${name}, which may be /${String(least)} at most.`,
  );
}

/** The last /26 of the virtual network in two halves, as the foundation stack cuts it. */
function endOf(vnet: Cidr): { readonly gateway: Cidr; readonly routeServer: Cidr } {
  return {
    gateway: blockOf(4, vnet.last - 63n, 27),
    routeServer: blockOf(4, vnet.last - 31n, 27),
  };
}

/** The usual numbers where nobody has them, else the next; never 64512 for Cilium, the default of Transit Gateways. */
function chooseAsns(forbidden: readonly number[]): Suggestion['asns'] {
  const taken = new Set(forbidden);
  const next = (from: number, to: number, what: string) => {
    for (let asn = from; asn <= to; asn += 1) {
      if (taken.has(asn)) continue;
      taken.add(asn);
      return asn;
    }
    throw addressPlanErrors.EHA1542(
      `${what} needs a private autonomous system number of ${String(from)}-${String(to)}, and all are forbidden.`,
    );
  };
  // A Route Server has this number, and asks it of the gateway beside it.
  const azureGateway = 65_515;
  taken.add(azureGateway);
  const transitGateway = next(64_512, 64_999, 'transit_gateway_asn');
  return { transitGateway, azureGateway, cilium: next(65_010, 65_514, 'node_bgp_asn') };
}

type Plan = Omit<Suggestion, 'facts'>;

const ORIGIN: Origin = { kind: 'inline', source: 'suggestion' };

function factsOf(plan: Plan, { sizes, forbidden }: SuggestRequest): AddressFacts {
  const range = (role: RangeRole, cidr: Cidr, name = '', network = ''): RangeFact => ({
    role,
    text: formatCidr(cidr),
    name,
    network,
    origin: ORIGIN,
  });
  return {
    ranges: [
      range('vpc', plan.vpc, 'vpc_cidr'),
      ...awsSubnets(plan.vpc, sizes.zones).map(({ name, cidr }) => range('aws-subnet', cidr, name)),
      range('service', plan.service, 'service_cidr'),
      range('vnet', plan.vnet, 'vnet_cidr'),
      range('azure-subnet', plan.nodes, 'nodes'),
      range('azure-subnet', plan.gatewaySubnet, 'GatewaySubnet'),
      ...(plan.routeServerSubnet === null
        ? []
        : [range('azure-subnet', plan.routeServerSubnet, 'RouteServerSubnet')]),
      range('remote-node', plan.nodes, 'node_subnets'),
      range('remote-pod', plan.pods, 'remote_pod_cidrs'),
      range('cluster-pool', plan.pods, 'Cilium'),
      ...plan.tunnels.map((cidr, index) => range('tunnel-inside', cidr, `tunnel ${String(index + 1)}`)),
      ...forbiddenPrivate(forbidden).map((cidr) => range('peer', cidr, 'forbidden')),
    ],
    asns: [
      { role: 'transit-gateway', text: String(plan.asns.transitGateway), name: '', origin: ORIGIN },
      { role: 'azure-gateway', text: String(plan.asns.azureGateway), name: '', origin: ORIGIN },
      { role: 'cilium', text: String(plan.asns.cilium), name: '', origin: ORIGIN },
      ...(plan.routeServerSubnet === null
        ? []
        : [{ role: 'route-server', text: '65515', name: '', origin: ORIGIN } as const]),
    ],
    tunnelAddresses: plan.tunnels.flatMap((cidr, index) => tunnelAddresses(cidr, index)),
    quantities: quantitiesOf(plan, sizes),
    modes: [{ podRouting: sizes.podRouting, origin: ORIGIN }],
    routes: [],
    unknown: [],
  };
}

/** As the foundation stack cuts the VPC: eighths for private subnets, from the middle for public ones, /28 at the end. */
function awsSubnets(vpc: Cidr, zones: number): readonly { readonly name: string; readonly cidr: Cidr }[] {
  return Array.from({ length: zones }, (_, zone) => {
    const offset = (size: bigint, index: bigint) => vpc.first + size * index;
    const own = capacity(vpc);
    const place = BigInt(zone);
    const name = `zone ${String(zone + 1)}`;
    return [
      { name: `${name} private`, cidr: blockOf(4, offset(own / 8n, place), vpc.prefix + 3) },
      { name: `${name} public`, cidr: blockOf(4, offset(own / 256n, 128n + place), vpc.prefix + 8) },
      { name: `${name} control plane`, cidr: blockOf(4, vpc.last + 1n - 64n + 16n * place, 28) },
    ];
  }).flat();
}

function tunnelAddresses(cidr: Cidr, index: number): AddressFacts['tunnelAddresses'] {
  const name = `tunnel ${String(index + 1)}`;
  return (['aws', 'azure'] as const).flatMap((side, place) => {
    const text = hostAt(cidr, place + 1);
    return text === null ? [] : [{ name, side, text, origin: ORIGIN }];
  });
}

function quantitiesOf(plan: Plan, sizes: Sizes): AddressFacts['quantities'] {
  const fact = (quantity: AddressFacts['quantities'][number]['quantity'], value: number) => ({
    quantity,
    value,
    name: 'sizes',
    origin: ORIGIN,
  });
  return [
    fact('nodes', sizes.nodes),
    fact('surge', sizes.surge),
    fact('pods-per-node', sizes.podsPerNode),
    fact('node-mask', plan.nodeMask),
    ...(plan.routeServerSubnet === null ? [] : [fact('route-server-peers', sizes.nodes + sizes.surge)]),
  ];
}

/** Nothing is proposed that the rules would complain about. @throws EHA1542 with the first complaint */
function prove({ facts }: Suggestion, now: Date): void {
  const { verdict, findings, unknown } = checkAddressPlan(facts, { severities: {}, ignores: [], now });
  const [finding] = findings;
  if (finding !== undefined) {
    throw addressPlanErrors.EHA1542(`${finding.sentence} (${finding.code})`, { remedy: finding.remedy });
  }
  if (verdict === 'passed') return;
  throw addressPlanErrors.EHA1542(
    `The proposal could not be proven: ${unknown[0]?.what ?? 'nothing was checked'}.`,
  );
}
