import type {
  AddressFacts,
  AsnRole,
  Origin,
  PodRouting,
  Quantity,
  RangeRole,
  RouteFact,
  RouteRole,
  RouteTarget,
  UnknownFact,
} from '#lib/net/address-facts.js';
import { checkAddressPlan } from '#lib/net/rules/check.js';
import type { IgnoreRule, RuleOptions, Verdict } from '#lib/net/rules/verdict.js';

export const ORIGIN: Origin = { kind: 'inline', source: 'addresses' };
export const OTHER: Origin = { kind: 'plan', source: 'foundation.json' };
export const NOW = new Date('2026-11-22T12:00:00Z');

/** A range by role, text, name, and where it matters network and origin. */
export type RangeRow = readonly [RangeRole, string, string, string?, Origin?];
export type AsnRow = readonly [AsnRole, string, string?, Origin?];
export type AddressRow = readonly ['aws' | 'azure', string, string, Origin?];
export type QuantityRow = readonly [Quantity, number, string?, Origin?];

export const LIVE: Origin = { kind: 'aws', source: 'AWS 123456789012 eu-central-1' };

/** A written route that carries packets, with what differs from that. */
export function route(
  role: RouteRole,
  text: string,
  target: RouteTarget,
  more: Partial<RouteFact> = {},
): RouteFact {
  const fixed = { table: 'main', network: '', via: '', learnt: false, active: true, announced: null };
  return { role, text, target, ...fixed, origin: ORIGIN, ...more };
}

/** A plan in which everything is said and nothing is wrong. */
const RANGES = {
  vpc: ['vpc', '10.40.0.0/16', 'main'],
  secondary: ['vpc', '10.44.0.0/16', 'main'],
  subnetA: ['aws-subnet', '10.40.0.0/20', 'private a'],
  subnetB: ['aws-subnet', '10.40.16.0/20', 'private b'],
  tgw: ['tgw-cidr', '10.50.0.0/24', 'tgw'],
  service: ['service', '172.20.0.0/16', 'services'],
  nodes: ['remote-node', '10.80.0.0/20', 'nodes'],
  pods: ['remote-pod', '10.112.0.0/16', 'pods'],
  vnet: ['vnet', '10.80.0.0/16', 'hub'],
  nodeSubnet: ['azure-subnet', '10.80.0.0/20', 'nodes'],
  gatewaySubnet: ['azure-subnet', '10.80.255.0/27', 'GatewaySubnet'],
  routeServerSubnet: ['azure-subnet', '10.80.255.32/27', 'RouteServerSubnet'],
  pool: ['cluster-pool', '10.112.0.0/16', 'cilium'],
  tunnel1: ['tunnel-inside', '169.254.21.0/30', 'tunnel 1'],
  tunnel2: ['tunnel-inside', '169.254.22.0/30', 'tunnel 2'],
  gatewayVpc: ['gateway-vpc', '10.40.0.0/13', 'gateway'],
  gatewayPods: ['gateway-pods', '10.112.0.0/16', 'gateway'],
  office: ['peer', '192.168.0.0/24', 'office'],
} as const satisfies Record<string, RangeRow>;

const ASNS = {
  tgw: ['transit-gateway', '64512'],
  azure: ['azure-gateway', '65515'],
  routeServer: ['route-server', '65515'],
  customer: ['customer-gateway', '65515', 'instance 0'],
  local: ['local-network-gateway', '64512', 'tunnel 1'],
  cilium: ['cilium', '65010'],
} as const satisfies Record<string, AsnRow>;

const QUANTITIES = {
  nodes: ['nodes', 6],
  surge: ['surge', 2],
  pods: ['pods-per-node', 110],
  mask: ['node-mask', 25],
  peers: ['route-server-peers', 8],
  routes: ['routes-per-peer', 1],
} as const satisfies Record<string, QuantityRow>;

const ADDRESSES: readonly AddressRow[] = [
  ['aws', '169.254.21.1', 'tunnel 1'],
  ['azure', '169.254.21.2', 'tunnel 1'],
  ['aws', '169.254.22.1', 'tunnel 2'],
  ['azure', '169.254.22.2', 'tunnel 2'],
];

/** What differs from the good plan: a text replaces the fact's, null takes it away, rows come on top. */
export interface Change {
  readonly ranges?: Partial<Record<keyof typeof RANGES, string | null>>;
  readonly asns?: Partial<Record<keyof typeof ASNS, string | null>>;
  readonly quantities?: Partial<Record<keyof typeof QUANTITIES, number | null>>;
  readonly addresses?: readonly AddressRow[];
  readonly moreRanges?: readonly RangeRow[];
  readonly moreAsns?: readonly AsnRow[];
  readonly moreQuantities?: readonly QuantityRow[];
  readonly routes?: readonly RouteFact[];
  readonly routing?: PodRouting | null;
  readonly unknown?: readonly UnknownFact[];
}

/** Only these facts, nothing of the good plan. */
export function facts(given: {
  readonly ranges?: readonly RangeRow[];
  readonly asns?: readonly AsnRow[];
  readonly addresses?: readonly AddressRow[];
  readonly quantities?: readonly QuantityRow[];
  readonly routes?: readonly RouteFact[];
  readonly routing?: PodRouting | null;
  readonly unknown?: readonly UnknownFact[];
}): AddressFacts {
  const { routing = null } = given;
  return {
    ranges: (given.ranges ?? []).map(([role, text, name, network = '', origin = ORIGIN]) => ({
      role,
      text,
      name,
      network,
      origin,
    })),
    asns: (given.asns ?? []).map(([role, text, name = '', origin = ORIGIN]) => ({
      role,
      text,
      name,
      origin,
    })),
    tunnelAddresses: (given.addresses ?? []).map(([side, text, name, origin = ORIGIN]) => ({
      side,
      text,
      name,
      origin,
    })),
    quantities: (given.quantities ?? []).map(([quantity, value, name = '', origin = ORIGIN]) => ({
      quantity,
      value,
      name,
      origin,
    })),
    modes: routing === null ? [] : [{ podRouting: routing, origin: ORIGIN }],
    routes: given.routes ?? [],
    unknown: given.unknown ?? [],
  };
}

/** The good plan with a change. */
export function planWith(change: Change = {}): AddressFacts {
  const ranges = Object.entries(RANGES).flatMap(([key, [role, text, name]]) => {
    const changed = change.ranges?.[key as keyof typeof RANGES];
    return changed === null ? [] : [[role, changed ?? text, name] as const];
  });
  const asns = Object.entries(ASNS).flatMap(([key, row]) => {
    const changed = change.asns?.[key as keyof typeof ASNS];
    const [role, text, name] = row as AsnRow;
    return changed === null ? [] : [[role, changed ?? text, name ?? ''] as const];
  });
  const quantities = Object.entries(QUANTITIES).flatMap(([key, [quantity, value]]) => {
    const changed = change.quantities?.[key as keyof typeof QUANTITIES];
    return changed === null ? [] : [[quantity, changed ?? value] as const];
  });
  return facts({
    ranges: [...ranges, ...(change.moreRanges ?? [])],
    asns: [...asns, ...(change.moreAsns ?? [])],
    addresses: change.addresses ?? ADDRESSES,
    quantities: [...quantities, ...(change.moreQuantities ?? [])],
    routes: change.routes ?? [],
    routing: change.routing === undefined ? 'bgp' : change.routing,
    unknown: change.unknown ?? [],
  });
}

export function judge(
  plan: AddressFacts,
  options: Partial<RuleOptions> & { readonly ignores?: readonly IgnoreRule[] } = {},
): Verdict {
  return checkAddressPlan(plan, { severities: {}, ignores: [], now: NOW, ...options });
}

/** Ids of the findings that count, in their order. */
export function rulesOf({ findings }: Verdict): readonly string[] {
  return findings.filter(({ ignored }) => ignored === null).map(({ rule }) => rule);
}
