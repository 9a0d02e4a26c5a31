/**
 * Every address rule by its id: code, title and default severity. What a rule checks, where its fact comes from and
 * what it says are beside it in `texts-*.ts`; which facts it needs is in `needs.ts`.
 *
 * Ids and codes are stable: users name them in severities and ignores. A rule that goes leaves its code unused.
 */

export type Severity = 'error' | 'warning' | 'info';

/** What is fixed about a rule before it has judged anything. */
export interface RuleHead {
  /** `ADR` and three digits; the first says the group. */
  readonly code: `ADR${number}`;
  readonly title: string;
  /** Severity unless the options say otherwise. */
  readonly severity: Severity;
}

const FORM = {
  'malformed-range': { code: 'ADR101', title: 'Range that is not one', severity: 'error' },
  'malformed-asn': { code: 'ADR102', title: 'AS number that is not one', severity: 'error' },
  'malformed-tunnel-address': { code: 'ADR103', title: 'Tunnel address that is not one', severity: 'error' },
  'malformed-quantity': { code: 'ADR104', title: 'Number that makes no sense', severity: 'error' },
  'ipv6-not-supported': { code: 'ADR105', title: 'IPv6 where only IPv4 works', severity: 'error' },
  'sources-disagree': { code: 'ADR106', title: 'Two sources disagree', severity: 'error' },
  'nothing-to-check': { code: 'ADR107', title: 'No range to check', severity: 'error' },
} as const satisfies Record<string, RuleHead>;

const OVERLAPS = {
  'vpc-vnet-overlap': { code: 'ADR201', title: 'VPC overlaps the virtual network', severity: 'error' },
  'vpcs-overlap': { code: 'ADR202', title: 'VPC ranges overlap', severity: 'error' },
  'vnets-overlap': { code: 'ADR203', title: 'Virtual network ranges overlap', severity: 'error' },
  'aws-subnets-overlap': { code: 'ADR204', title: 'AWS subnets overlap', severity: 'error' },
  'azure-subnets-overlap': { code: 'ADR205', title: 'Azure subnets overlap', severity: 'error' },
  'tgw-cidr-overlap': { code: 'ADR206', title: 'Transit gateway range overlaps', severity: 'error' },
  'service-overlap': { code: 'ADR207', title: 'Service range overlaps', severity: 'error' },
  'service-default-overlap': {
    code: 'ADR208',
    title: 'Service range that EKS may pick overlaps',
    severity: 'error',
  },
  'remote-node-overlap': { code: 'ADR209', title: 'Remote node network overlaps', severity: 'error' },
  'remote-pod-overlap': { code: 'ADR210', title: 'Remote pod network overlaps', severity: 'error' },
  'pods-in-vnet': { code: 'ADR211', title: 'Pod range inside the virtual network', severity: 'error' },
  'cluster-pools-overlap': { code: 'ADR212', title: 'Cilium pools overlap', severity: 'error' },
  'peer-overlap': { code: 'ADR213', title: 'Connected network overlaps', severity: 'error' },
  'peers-overlap': { code: 'ADR214', title: 'Connected networks overlap each other', severity: 'warning' },
  'vnet-prefix-filtered': {
    code: 'ADR215',
    title: 'Same prefix as the virtual network',
    severity: 'error',
  },
  'route-overlap': {
    code: 'ADR216',
    title: 'Route to the link inside the network itself',
    severity: 'error',
  },
} as const satisfies Record<string, RuleHead>;

const PLACEMENT = {
  'aws-subnet-outside-vpc': { code: 'ADR301', title: 'AWS subnet outside its VPC', severity: 'error' },
  'azure-subnet-outside-vnet': {
    code: 'ADR302',
    title: 'Azure subnet outside its virtual network',
    severity: 'error',
  },
  'remote-node-outside-vnet': {
    code: 'ADR303',
    title: 'Remote node network outside the virtual network',
    severity: 'error',
  },
  'cluster-pool-outside-pods': {
    code: 'ADR304',
    title: 'Cilium pool outside the remote pod networks',
    severity: 'error',
  },
  'cluster-pool-default': { code: 'ADR305', title: 'Cilium pool left at its default', severity: 'error' },
  'cluster-pool-unset': { code: 'ADR306', title: 'Cilium pool not set by any source', severity: 'warning' },
  'service-unset': { code: 'ADR307', title: 'Service range left to EKS', severity: 'warning' },
  'gateway-vpc-uncovered': {
    code: 'ADR308',
    title: 'EKS Hybrid Nodes gateway does not cover the VPC',
    severity: 'error',
  },
  'gateway-pods-differ': {
    code: 'ADR309',
    title: 'EKS Hybrid Nodes gateway has other pod ranges',
    severity: 'error',
  },
  'remote-unrouted': {
    code: 'ADR310',
    title: 'Remote network without a route in the VPC',
    severity: 'warning',
  },
  'remote-node-unlearnt': {
    code: 'ADR311',
    title: 'Remote node network without a route to the VPN',
    severity: 'warning',
  },
} as const satisfies Record<string, RuleHead>;

const LIMITS = {
  'vpc-size': { code: 'ADR401', title: 'VPC range of a size AWS refuses', severity: 'error' },
  'aws-subnet-size': { code: 'ADR402', title: 'AWS subnet of a size AWS refuses', severity: 'error' },
  'tgw-cidr-size': { code: 'ADR403', title: 'Transit gateway range too small', severity: 'error' },
  'service-not-private': { code: 'ADR404', title: 'Service range not private', severity: 'error' },
  'service-size': { code: 'ADR405', title: 'Service range of a size EKS refuses', severity: 'error' },
  'remote-not-private': { code: 'ADR406', title: 'Remote network not private', severity: 'error' },
  'remote-size': { code: 'ADR407', title: 'Remote network of a size EKS refuses', severity: 'error' },
  'remote-too-many': { code: 'ADR408', title: 'Too many remote networks', severity: 'error' },
  'azure-subnet-size': { code: 'ADR409', title: 'Azure subnet too small', severity: 'error' },
  'azure-subnet-name': { code: 'ADR410', title: 'Reserved subnet name misspelt', severity: 'error' },
  'gateway-subnet-size': { code: 'ADR411', title: 'GatewaySubnet too small', severity: 'error' },
  'route-server-subnet-size': { code: 'ADR412', title: 'RouteServerSubnet too small', severity: 'error' },
  'gateway-subnet-missing': { code: 'ADR413', title: 'No GatewaySubnet', severity: 'warning' },
  'route-server-subnet-missing': { code: 'ADR414', title: 'No RouteServerSubnet', severity: 'warning' },
  'special-range': { code: 'ADR415', title: 'Range that is never routed', severity: 'error' },
  'azure-platform-address': { code: 'ADR416', title: 'Address of the Azure platform', severity: 'error' },
  'docker-range': { code: 'ADR417', title: 'Range of the Docker bridge', severity: 'warning' },
  'shared-range': { code: 'ADR418', title: 'Carrier-grade NAT range', severity: 'warning' },
  'benchmark-range': { code: 'ADR419', title: 'Benchmarking range', severity: 'warning' },
} as const satisfies Record<string, RuleHead>;

const TUNNELS = {
  'tunnel-size': { code: 'ADR501', title: 'Tunnel inside range is no /30', severity: 'error' },
  'tunnel-outside-azure-apipa': {
    code: 'ADR502',
    title: 'Tunnel outside the range Azure accepts',
    severity: 'error',
  },
  'tunnel-aws-reserved': { code: 'ADR503', title: 'Tunnel in a range AWS reserves', severity: 'error' },
  'tunnels-overlap': { code: 'ADR504', title: 'Tunnel inside ranges overlap', severity: 'error' },
  'tunnel-address-outside': { code: 'ADR505', title: 'Tunnel address in no tunnel', severity: 'error' },
  'tunnel-address-side': { code: 'ADR506', title: 'Tunnel address of the other side', severity: 'error' },
  'tunnel-address-twice': { code: 'ADR507', title: 'Tunnel address used twice', severity: 'error' },
  'tunnel-without-address': {
    code: 'ADR508',
    title: 'Tunnel without an Azure BGP address',
    severity: 'warning',
  },
} as const satisfies Record<string, RuleHead>;

const ASNS = {
  'asn-reserved': { code: 'ADR601', title: 'Reserved AS number', severity: 'error' },
  'tgw-asn-range': { code: 'ADR602', title: 'AS number a transit gateway refuses', severity: 'error' },
  'asns-equal': { code: 'ADR603', title: 'Two sides with one AS number', severity: 'error' },
  'asn-64512-trap': { code: 'ADR604', title: 'Cilium with the transit gateway’s 64512', severity: 'error' },
  'route-server-asn': { code: 'ADR605', title: 'Route Server with another AS number', severity: 'error' },
  'gateway-asn-for-route-server': {
    code: 'ADR606',
    title: 'Azure gateway without 65515 beside a Route Server',
    severity: 'warning',
  },
  'route-server-16-bit': { code: 'ADR607', title: 'Long AS number before Route Server', severity: 'error' },
  'customer-gateway-asn': {
    code: 'ADR608',
    title: 'Customer gateway with another AS number than the Azure gateway',
    severity: 'error',
  },
  'local-network-gateway-asn': {
    code: 'ADR609',
    title: 'Local network gateway with another AS number than the transit gateway',
    severity: 'error',
  },
  'tgw-asns-equal': {
    code: 'ADR610',
    title: 'Transit gateways with one AS number',
    severity: 'warning',
  },
  'cilium-asns-differ': { code: 'ADR611', title: 'Cilium with several AS numbers', severity: 'warning' },
} as const satisfies Record<string, RuleHead>;

const CAPACITY = {
  'node-mask-too-small': { code: 'ADR701', title: 'Fewer pod addresses than pods', severity: 'error' },
  'node-mask-outside-pool': { code: 'ADR702', title: 'Node share larger than the pool', severity: 'error' },
  'pool-too-small': { code: 'ADR703', title: 'Pool with fewer shares than nodes', severity: 'error' },
  'node-subnet-too-small': {
    code: 'ADR704',
    title: 'Subnets with fewer addresses than nodes',
    severity: 'error',
  },
  'route-server-peers': { code: 'ADR705', title: 'More peers than Route Server takes', severity: 'error' },
  'route-server-routes': { code: 'ADR706', title: 'More routes than Route Server takes', severity: 'error' },
  'tgw-routes': { code: 'ADR707', title: 'More routes than the transit gateway takes', severity: 'error' },
  'azure-routes': { code: 'ADR708', title: 'More routes than the Azure gateway takes', severity: 'error' },
} as const satisfies Record<string, RuleHead>;

const OPTIONS = {
  'ignore-expired': { code: 'ADR901', title: 'Ignore past its date', severity: 'warning' },
  'ignore-unused': { code: 'ADR902', title: 'Ignore without a finding', severity: 'info' },
} as const satisfies Record<string, RuleHead>;

/** Groups of rules in the order of their codes; the title heads the group in the documentation. */
export const RULE_GROUPS = [
  { title: 'Form of the facts', rules: FORM },
  { title: 'Overlaps', rules: OVERLAPS },
  { title: 'What must lie where', rules: PLACEMENT },
  { title: 'Sizes, names and special ranges', rules: LIMITS },
  { title: 'Tunnels', rules: TUNNELS },
  { title: 'Autonomous systems', rules: ASNS },
  { title: 'Capacity', rules: CAPACITY },
  { title: 'Ignores', rules: OPTIONS },
] as const;

export const CATALOGUE = {
  ...FORM,
  ...OVERLAPS,
  ...PLACEMENT,
  ...LIMITS,
  ...TUNNELS,
  ...ASNS,
  ...CAPACITY,
  ...OPTIONS,
} as const;

/** Id of a rule: kebab-case, named by users in severities and ignores. */
export type RuleId = keyof typeof CATALOGUE;

/** Code of a rule, its anchor in docs/address-rules.md. */
export type RuleCode = (typeof CATALOGUE)[RuleId]['code'];

/** All ids in the order of their codes. */
export const RULE_IDS = Object.keys(CATALOGUE) as readonly RuleId[];

/** Whether a text from outside names a rule. */
export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(CATALOGUE, text);
}
