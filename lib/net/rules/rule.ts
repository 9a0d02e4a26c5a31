import { type AsnRole, type Quantity, type RangeRole, type RouteRole } from '../address-facts.ts';
import { type Subject } from './verdict.ts';

/** Role of any fact; what a rule can depend on. */
export type FactRole = RangeRole | AsnRole | RouteRole | Quantity;

/**
 * What a rule checks, says and advises. Sentence and remedy are templates: `{a}`, `{b}` and `{c}` are the finding's
 * subjects with their roles, other names are values that the check hands over.
 */
export interface RuleText {
  /** What must hold, in one sentence for the documentation. */
  readonly checks: string;
  /** Where the fact is published. */
  readonly source: string;
  /** Roles without which the rule cannot be judged in full. */
  readonly needs: readonly FactRole[];
  readonly sentence: string;
  readonly remedy: string;
}

/** Values of a template, by name. */
export type Values = Readonly<Record<string, string | number>>;

const NOUNS: Readonly<Record<string, string>> = {
  vpc: 'VPC',
  'aws-subnet': 'AWS subnet',
  'tgw-cidr': 'transit gateway range',
  service: 'service range',
  'remote-node': 'remote node network',
  'remote-pod': 'remote pod network',
  vnet: 'virtual network',
  'azure-subnet': 'Azure subnet',
  'cluster-pool': 'Cilium pool',
  'tunnel-inside': 'tunnel inside range',
  'gateway-vpc': 'vpcCIDR of the EKS Hybrid Nodes gateway',
  'gateway-pods': 'podCIDRs of the EKS Hybrid Nodes gateway',
  peer: 'connected network',
  'transit-gateway': 'transit gateway',
  'azure-gateway': 'Azure VPN gateway',
  'route-server': 'Route Server',
  'customer-gateway': 'customer gateway',
  'local-network-gateway': 'local network gateway',
  cilium: 'Cilium',
  nodes: 'nodes',
  surge: 'surge nodes',
  'pods-per-node': 'pods per node',
  'node-mask': 'mask of each node’s share',
  'route-server-peers': 'Route Server peers',
  'routes-per-peer': 'routes per peer',
  'vpc-route': 'route of the VPC',
  'tgw-route': 'route of the transit gateway',
  'azure-route': 'route of the virtual network',
  'tunnel-address': 'tunnel address',
  mode: 'pod routing',
};

/** The role in words: `remote pod network` for `remote-pod`. */
export function nounOf(role: string): string {
  return NOUNS[role] ?? role;
}

/** `10.40.0.0/16 (VPC main)`: how sentences name a fact. */
export function describe({ role, text, name }: Subject): string {
  const noun = nounOf(role);
  if (name === '' || name === role) return `${text} (${noun})`;
  // `Cilium on the nodes` says already that it is Cilium.
  return name.toLowerCase().startsWith(noun.toLowerCase())
    ? `${text} (${name})`
    : `${text} (${noun} ${name})`;
}

/** Puts subjects and values into a template. A name without a value stays as it is, so that tests see it. */
export function fill(template: string, subjects: readonly Subject[], values: Values): string {
  return template.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => {
    const subject = name.length === 1 ? subjects['abc'.indexOf(name)] : undefined;
    return subject === undefined ? String(values[name] ?? whole) : describe(subject);
  });
}
