/**
 * What is known about the addresses and autonomous systems of one environment, whoever said it: the address file, plans,
 * state, the live accounts. Sources produce facts, rules judge them; neither knows the other.
 */

/** What a range is for. The rules speak of roles, never of names. */
export const RANGE_ROLES = [
  'vpc',
  'aws-subnet',
  'tgw-cidr',
  'service',
  'remote-node',
  'remote-pod',
  'vnet',
  'azure-subnet',
  'cluster-pool',
  'tunnel-inside',
  /** `vpcCIDR` of the EKS Hybrid Nodes gateway: must cover all VPC ranges. */
  'gateway-vpc',
  /** `podCIDRs` of the EKS Hybrid Nodes gateway. */
  'gateway-pods',
  /** A network the user lists: another VPC, on-premises. */
  'peer',
] as const;
export type RangeRole = (typeof RANGE_ROLES)[number];

export const ASN_ROLES = [
  'transit-gateway',
  'azure-gateway',
  'route-server',
  /** `bgp_asn` of a customer gateway: must be that of the Azure gateway. */
  'customer-gateway',
  /** ASN of a local network gateway: must be that of the transit gateway. */
  'local-network-gateway',
  'cilium',
  'peer',
] as const;
export type AsnRole = (typeof ASN_ROLES)[number];

export type OriginKind = 'inline' | 'file' | 'plan' | 'state' | 'outputs' | 'aws' | 'azure' | 'default';

/** Where a fact was read. Enough to open the place: file and line, resource address, or cloud id. */
export interface Origin {
  readonly kind: OriginKind;
  /** Name of the source for people: a file relative to the workspace, `AWS 123456789012 eu-central-1`, `EKS default`. */
  readonly source: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** Terraform address of the resource or the output. */
  readonly address?: string;
  /** ARN, AWS id or ARM id. */
  readonly id?: string;
}

export interface RangeFact {
  readonly role: RangeRole;
  /** As written; parsing and its errors belong to the rules. */
  readonly text: string;
  /** Name for people: `eu-central-1a private`, `GatewaySubnet`, `connection 0 tunnel 1`. Azure subnets: the real name. */
  readonly name: string;
  /** Id of the network that holds it: the VPC of a subnet, the VNet of an Azure subnet; empty when it is the only one. */
  readonly network: string;
  readonly origin: Origin;
}

export interface AsnFact {
  readonly role: AsnRole;
  /** As written; may be no valid number. */
  readonly text: string;
  readonly name: string;
  readonly origin: Origin;
}

/** One end of a tunnel: which address of the inside range each side uses, where a source says it. */
export interface TunnelAddressFact {
  readonly name: string;
  readonly side: 'aws' | 'azure';
  readonly text: string;
  readonly origin: Origin;
}

export const QUANTITIES = [
  /** Azure nodes at most, all pools, without surge. */
  'nodes',
  /** Further nodes that exist while nodes are replaced. */
  'surge',
  /** kubelet's maxPods; 110 when nobody says otherwise. */
  'pods-per-node',
  /** Prefix length of each node's share of the cluster pool. */
  'node-mask',
  /** BGP peers of Route Server beside the gateway's own. */
  'route-server-peers',
  /** Routes that each of those peers announces. */
  'routes-per-peer',
] as const;
export type Quantity = (typeof QUANTITIES)[number];

export interface QuantityFact {
  readonly quantity: Quantity;
  readonly value: number;
  readonly name: string;
  readonly origin: Origin;
}

/** How pods are reached from AWS; decides which rules apply. */
export type PodRouting = 'gateway' | 'bgp' | 'udr' | 'masquerade';

export interface ModeFact {
  readonly podRouting: PodRouting;
  readonly origin: Origin;
}

/** Whose table a route stands in. */
export const ROUTE_ROLES = ['vpc-route', 'tgw-route', 'azure-route'] as const;
export type RouteRole = (typeof ROUTE_ROLES)[number];

/**
 * Where a route leads: `vpn` is the VPN connection of a transit gateway and the VPN gateway of a virtual network,
 * `appliance` a network interface or an address, `nowhere` drops.
 */
export const ROUTE_TARGETS = [
  'local',
  'transit-gateway',
  'vpn',
  'vpc',
  'appliance',
  'nowhere',
  'other',
] as const;
export type RouteTarget = (typeof ROUTE_TARGETS)[number];

/** One route of a route table that is there or will be. */
export interface RouteFact {
  readonly role: RouteRole;
  /** Destination as written. */
  readonly text: string;
  /** The table, by name or id. */
  readonly table: string;
  /** The VPC, virtual network or transit gateway of the table; empty when it is the only one or not known. */
  readonly network: string;
  readonly target: RouteTarget;
  /** Id of what it leads to; empty when it is not known. */
  readonly via: string;
  /** Whether a routing protocol or an attachment brought it; false: somebody wrote it. */
  readonly learnt: boolean;
  /** Whether it carries packets; a route to something that is gone does not. */
  readonly active: boolean;
  /** Transit gateways: whether the table is that of a VPN connection, which announces all of it; null: not known. */
  readonly announced: boolean | null;
  readonly origin: Origin;
}

/** Something that should be a fact and could not be read: a value known after apply, a denied call. */
export interface UnknownFact {
  readonly what: string;
  /** Role whose checks are incomplete because of it; undefined when it may be any. */
  readonly role?: RangeRole | AsnRole | RouteRole | Quantity;
  readonly reason: string;
  readonly origin: Origin;
}

export interface AddressFacts {
  readonly ranges: readonly RangeFact[];
  readonly asns: readonly AsnFact[];
  readonly tunnelAddresses: readonly TunnelAddressFact[];
  readonly quantities: readonly QuantityFact[];
  readonly modes: readonly ModeFact[];
  readonly routes: readonly RouteFact[];
  readonly unknown: readonly UnknownFact[];
}

export const NO_FACTS: AddressFacts = {
  ranges: [],
  asns: [],
  tunnelAddresses: [],
  quantities: [],
  modes: [],
  routes: [],
  unknown: [],
};

/** All facts of several sources together; nothing is dropped, so that sources which disagree can be told. */
export function mergeFacts(sources: readonly AddressFacts[]): AddressFacts {
  return {
    ranges: sources.flatMap((source) => source.ranges),
    asns: sources.flatMap((source) => source.asns),
    tunnelAddresses: sources.flatMap((source) => source.tunnelAddresses),
    quantities: sources.flatMap((source) => source.quantities),
    modes: sources.flatMap((source) => source.modes),
    routes: sources.flatMap((source) => source.routes),
    unknown: sources.flatMap((source) => source.unknown),
  };
}
