import { type Cidr, formatCidr } from '../net/cidr.ts';
import { allUp, type Signal } from './algebra.ts';

export const HOPS = [
  'azure-advertised',
  'transit-gateway',
  'vpc-table',
  'link-table',
  'allowed-prefixes',
  'azure-learned',
  'azure-effective',
  'azure-nsg',
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

/** Each network once, in order. */
export function distinct(networks: readonly Cidr[]): readonly Cidr[] {
  return [...new Map(networks.map((network) => [formatCidr(network), network])).values()];
}

/** The state of a network is that of all its hops together; without a hop nothing is proven. */
export function proof(
  network: Cidr,
  kind: NetworkProof['kind'],
  towards: NetworkProof['towards'],
  hops: readonly Hop[],
): NetworkProof {
  return { network: formatCidr(network), kind, towards, hops, state: allUp(hops.map(({ state }) => state)) };
}
