import type { AddressFacts } from '#lib/net/address-facts.js';
import type { RuleId } from '#lib/net/rules/catalogue.js';
import type { IgnoreRule } from '#lib/net/rules/verdict.js';
import { facts, LIVE, ORIGIN, OTHER, planWith, type RangeRow, route } from './plan.ts';

/** A plan that breaks one rule, with every finding it has, and one that is at the edge and does not. */
export interface RuleCase {
  readonly bad: AddressFacts;
  /** All findings of the bad plan when there are others beside the rule's own. */
  readonly all?: readonly RuleId[];
  readonly good: AddressFacts;
  readonly badIgnores?: readonly IgnoreRule[];
  readonly goodIgnores?: readonly IgnoreRule[];
}

const GOOD = planWith();
const OFFICE: RangeRow = ['peer', '192.168.0.0/24', 'office'];
const bgpOff = { routing: 'gateway', asns: { routeServer: null } } as const;

function manyPods(count: number): readonly RangeRow[] {
  return Array.from(
    { length: count },
    (_, index) => ['remote-pod', `10.113.${index * 2}.0/24`, 'pods'] as const,
  );
}

const UNUSED: IgnoreRule = { rule: 'docker-range', reason: 'no Docker there', until: '2027-01-31' };

export const CASES: Readonly<Record<RuleId, RuleCase>> = {
  'malformed-range': {
    bad: planWith({ ranges: { office: '192.168.0.1/24' } }),
    good: planWith({ ranges: { office: '192.168.1.0/24' } }),
  },
  'malformed-asn': { bad: planWith({ asns: { cilium: '0.65010' } }), good: GOOD },
  'malformed-tunnel-address': {
    bad: planWith({ addresses: [['aws', '169.254.21.01', 'tunnel 1']] }),
    good: planWith({ addresses: [['aws', '169.254.21.1', 'tunnel 1']] }),
  },
  'malformed-quantity': {
    bad: planWith({ quantities: { mask: 33 } }),
    good: planWith({ quantities: { mask: 24 } }),
  },
  'ipv6-not-supported': {
    bad: planWith({ moreRanges: [['remote-pod', 'fd00:1::/64', 'pods']] }),
    good: planWith({ moreRanges: [['peer', 'fd00:1::/64', 'lab']] }),
  },
  'sources-disagree': {
    bad: planWith({ moreRanges: [['service', '172.21.0.0/16', 'cluster', '', OTHER]] }),
    good: planWith({ moreRanges: [['service', '172.20.0.0/16', 'cluster', '', OTHER]] }),
  },
  'nothing-to-check': { bad: facts({}), good: facts({ ranges: [['vpc', '10.40.0.0/16', 'main']] }) },
  'vpc-vnet-overlap': {
    bad: planWith({
      ranges: { vpc: '10.80.128.0/17', subnetA: null, subnetB: null, gatewayVpc: '10.0.0.0/8' },
    }),
    good: planWith({
      ranges: { vpc: '10.81.0.0/16', subnetA: null, subnetB: null, gatewayVpc: '10.0.0.0/8' },
    }),
  },
  'vpcs-overlap': {
    bad: planWith({ ranges: { secondary: '10.40.128.0/17' } }),
    good: planWith({ ranges: { secondary: '10.41.0.0/17' } }),
  },
  'vnets-overlap': {
    bad: planWith({ moreRanges: [['vnet', '10.80.64.0/18', 'hub']] }),
    good: planWith({ moreRanges: [['vnet', '10.81.64.0/18', 'hub']] }),
  },
  'aws-subnets-overlap': {
    bad: planWith({ ranges: { subnetB: '10.40.8.0/21' } }),
    good: planWith({ ranges: { subnetB: '10.40.16.0/21' } }),
  },
  'azure-subnets-overlap': {
    bad: planWith({ ranges: { routeServerSubnet: '10.80.255.0/26' } }),
    good: planWith({ ranges: { routeServerSubnet: '10.80.255.64/26' } }),
  },
  'tgw-cidr-overlap': {
    bad: planWith({ ranges: { tgw: '10.40.200.0/24' } }),
    good: planWith({ ranges: { tgw: '10.41.200.0/24' } }),
  },
  'service-overlap': {
    bad: planWith({ ranges: { service: '10.40.128.0/20' } }),
    good: planWith({ ranges: { service: '10.41.128.0/20' } }),
  },
  'service-default-overlap': {
    bad: planWith({
      ranges: { service: null, vpc: '10.100.0.0/16', subnetA: null, subnetB: null, gatewayVpc: '10.0.0.0/8' },
    }),
    all: ['service-default-overlap', 'service-unset'],
    good: planWith({
      ranges: { vpc: '10.100.0.0/16', subnetA: null, subnetB: null, gatewayVpc: '10.0.0.0/8' },
    }),
  },
  'remote-node-overlap': {
    bad: planWith({ moreRanges: [['remote-node', '10.80.8.0/24', 'more nodes']] }),
    good: planWith({ moreRanges: [['remote-node', '10.80.16.0/24', 'more nodes']] }),
  },
  'remote-pod-overlap': {
    bad: planWith({ moreRanges: [['remote-pod', '10.44.0.0/24', 'pods']], ranges: { gatewayPods: null } }),
    good: planWith({ moreRanges: [['remote-pod', '10.45.0.0/24', 'pods']], ranges: { gatewayPods: null } }),
  },
  'pods-in-vnet': {
    bad: planWith({ moreRanges: [['remote-pod', '10.80.64.0/20', 'pods']], ranges: { gatewayPods: null } }),
    good: planWith({ moreRanges: [['remote-pod', '10.81.64.0/20', 'pods']], ranges: { gatewayPods: null } }),
  },
  'cluster-pools-overlap': {
    bad: planWith({ moreRanges: [['cluster-pool', '10.112.128.0/17', 'cilium']] }),
    good: planWith({
      ranges: { pool: '10.112.0.0/17' },
      moreRanges: [['cluster-pool', '10.112.128.0/17', 'b']],
    }),
  },
  'peer-overlap': {
    bad: planWith({ ranges: { office: '10.40.64.0/24' } }),
    good: planWith({ ranges: { office: '10.41.64.0/24' } }),
  },
  'peers-overlap': {
    bad: planWith({ moreRanges: [['peer', '192.168.0.0/25', 'branch']] }),
    good: planWith({ moreRanges: [['peer', '192.168.1.0/25', 'branch']] }),
  },
  'vnet-prefix-filtered': {
    bad: planWith({ ranges: { office: '10.80.0.0/16' } }),
    all: ['peer-overlap', 'vnet-prefix-filtered'],
    good: planWith({ ranges: { office: '10.81.0.0/16' } }),
  },
  'route-overlap': {
    bad: planWith({ routes: [route('azure-route', '10.80.16.0/24', 'vpn')] }),
    good: planWith({
      routes: [
        route('azure-route', '10.80.16.0/24', 'appliance'),
        route('azure-route', '10.0.0.0/8', 'vpn'),
        route('tgw-route', '10.40.0.0/16', 'vpc'),
      ],
    }),
  },
  'aws-subnet-outside-vpc': {
    bad: planWith({ ranges: { subnetB: '10.41.0.0/20' } }),
    good: planWith({ ranges: { subnetB: '10.44.0.0/20' } }),
  },
  'azure-subnet-outside-vnet': {
    bad: planWith({ ranges: { routeServerSubnet: '10.81.0.0/27' } }),
    good: planWith({ ranges: { routeServerSubnet: '10.80.254.0/27' } }),
  },
  'remote-node-outside-vnet': {
    bad: planWith({ moreRanges: [['remote-node', '10.81.0.0/24', 'more nodes']] }),
    good: planWith({ moreRanges: [['remote-node', '10.80.32.0/24', 'more nodes']] }),
  },
  'cluster-pool-outside-pods': {
    bad: planWith({ ranges: { pool: '10.113.0.0/16' } }),
    good: planWith({ ranges: { pool: '10.112.64.0/18' } }),
  },
  'cluster-pool-default': {
    bad: planWith({
      ranges: { pool: null },
      moreRanges: [['cluster-pool', '10.0.0.0/8', 'cilium', '', { ...ORIGIN, kind: 'default' }]],
    }),
    good: GOOD,
  },
  'cluster-pool-unset': { bad: planWith({ ranges: { pool: null } }), good: GOOD },
  'service-unset': { bad: planWith({ ranges: { service: null } }), good: GOOD },
  'gateway-vpc-uncovered': {
    bad: planWith({ ranges: { gatewayVpc: '10.40.0.0/16' } }),
    good: planWith({ ranges: { gatewayVpc: '10.40.0.0/16', secondary: null } }),
  },
  'gateway-pods-differ': {
    bad: planWith({ ranges: { gatewayPods: '10.112.0.0/17' } }),
    good: planWith({
      ranges: { gatewayPods: '10.112.0.0/17' },
      moreRanges: [['gateway-pods', '10.112.128.0/17', 'gateway']],
    }),
  },
  'remote-unrouted': {
    bad: planWith({
      routes: [
        route('vpc-route', '10.80.0.0/21', 'transit-gateway'),
        route('vpc-route', '10.80.8.0/21', 'transit-gateway', { active: false }),
        route('vpc-route', '10.112.0.0/16', 'transit-gateway'),
      ],
    }),
    good: planWith({
      routes: [
        route('vpc-route', '10.80.0.0/21', 'transit-gateway'),
        route('vpc-route', '10.80.8.0/21', 'transit-gateway', { table: 'other' }),
        route('vpc-route', '10.112.0.0/16', 'transit-gateway'),
      ],
    }),
  },
  'remote-node-unlearnt': {
    bad: planWith({ routes: [route('tgw-route', '10.80.0.0/16', 'vpc', { origin: LIVE, learnt: true })] }),
    good: planWith({ routes: [route('tgw-route', '10.80.0.0/16', 'vpn', { origin: LIVE, learnt: true })] }),
  },
  'vpc-size': {
    bad: planWith({ ranges: { secondary: '10.44.0.0/15' } }),
    good: planWith({ ranges: { secondary: '10.44.0.0/28' } }),
  },
  'aws-subnet-size': {
    bad: planWith({ ranges: { subnetB: '10.40.16.0/29' } }),
    good: planWith({ ranges: { subnetB: '10.40.16.0/28' } }),
  },
  'tgw-cidr-size': {
    bad: planWith({ ranges: { tgw: '10.50.0.0/25' } }),
    good: planWith({ ranges: { tgw: '10.50.0.0/23' } }),
  },
  'service-not-private': {
    bad: planWith({ ranges: { service: '100.64.0.0/16' } }),
    good: planWith({ ranges: { service: '192.168.128.0/17' } }),
  },
  'service-size': {
    bad: planWith({ ranges: { service: '172.20.0.0/25' } }),
    good: planWith({ ranges: { service: '172.20.0.0/24' } }),
  },
  'remote-not-private': {
    bad: planWith({ moreRanges: [['remote-pod', '100.64.0.0/16', 'pods']], ranges: { gatewayPods: null } }),
    good: planWith({ moreRanges: [['remote-pod', '172.31.0.0/16', 'pods']], ranges: { gatewayPods: null } }),
  },
  'remote-size': {
    bad: facts({
      ranges: [
        ['remote-pod', '10.0.0.0/7', 'pods'],
        ['cluster-pool', '10.0.0.0/7', 'cilium'],
        ['service', '172.20.0.0/16', 'services'],
      ],
    }),
    all: ['remote-not-private', 'remote-size'],
    good: facts({
      ranges: [
        ['remote-pod', '10.0.0.0/8', 'pods'],
        ['cluster-pool', '10.0.0.0/8', 'cilium'],
        ['service', '172.20.0.0/16', 'services'],
      ],
    }),
  },
  'remote-too-many': {
    bad: planWith({ moreRanges: manyPods(15), ranges: { gatewayPods: null } }),
    good: planWith({ moreRanges: manyPods(14), ranges: { gatewayPods: null } }),
  },
  'azure-subnet-size': {
    bad: planWith({ moreRanges: [['azure-subnet', '10.80.240.0/30', 'tiny']] }),
    good: planWith({ moreRanges: [['azure-subnet', '10.80.240.0/29', 'small']] }),
  },
  'azure-subnet-name': {
    bad: planWith({
      ranges: { gatewaySubnet: null },
      moreRanges: [['azure-subnet', '10.80.255.0/27', 'gatewaysubnet']],
    }),
    good: planWith({ moreRanges: [['azure-subnet', '10.80.254.0/27', 'AzureBastionSubnet']] }),
  },
  'gateway-subnet-size': {
    bad: planWith({ ranges: { gatewaySubnet: '10.80.255.0/28' } }),
    good: planWith({ ranges: { gatewaySubnet: '10.80.254.0/26' } }),
  },
  'route-server-subnet-size': {
    bad: planWith({ ranges: { routeServerSubnet: '10.80.255.32/28' } }),
    good: planWith({ ranges: { routeServerSubnet: '10.80.254.0/26' } }),
  },
  'gateway-subnet-missing': {
    bad: planWith({ ranges: { gatewaySubnet: null } }),
    good: planWith({ ranges: { gatewaySubnet: null, tunnel1: null, tunnel2: null }, addresses: [] }),
  },
  'route-server-subnet-missing': {
    bad: planWith({ ranges: { routeServerSubnet: null } }),
    good: planWith({ ranges: { routeServerSubnet: null }, ...bgpOff }),
  },
  'special-range': {
    bad: planWith({ ranges: { office: '169.254.169.0/24' } }),
    good: planWith({ ranges: { office: '169.253.0.0/16' } }),
  },
  'azure-platform-address': {
    bad: planWith({ ranges: { office: '168.63.0.0/16' } }),
    good: planWith({ ranges: { office: '168.62.0.0/16' } }),
  },
  'docker-range': {
    bad: planWith({ ranges: { office: '172.16.0.0/15' } }),
    good: planWith({ ranges: { office: '172.18.0.0/16' } }),
  },
  'shared-range': {
    bad: planWith({ ranges: { office: '100.64.0.0/24' } }),
    good: planWith({ ranges: { office: '100.128.0.0/24' } }),
  },
  'benchmark-range': {
    bad: planWith({ ranges: { office: '198.18.0.0/15' } }),
    good: planWith({ ranges: { office: '198.20.0.0/16' } }),
  },
  'tunnel-size': {
    bad: planWith({ ranges: { tunnel2: '169.254.22.0/29' } }),
    good: planWith({ ranges: { tunnel2: '169.254.22.0/30' } }),
  },
  'tunnel-outside-azure-apipa': {
    bad: planWith({ ranges: { tunnel2: '169.254.23.0/30' }, addresses: [] }),
    good: planWith({ ranges: { tunnel2: '169.254.22.252/30' }, addresses: [] }),
  },
  'tunnel-aws-reserved': {
    bad: planWith({ ranges: { tunnel2: '169.254.169.252/30' }, addresses: [] }),
    all: ['tunnel-outside-azure-apipa', 'tunnel-aws-reserved'],
    good: planWith({ ranges: { tunnel2: '169.254.21.252/30' }, addresses: [] }),
  },
  'tunnels-overlap': {
    bad: planWith({ ranges: { tunnel2: '169.254.21.0/30' }, addresses: [] }),
    good: planWith({ ranges: { tunnel2: '169.254.21.4/30' }, addresses: [] }),
  },
  'tunnel-address-outside': {
    bad: planWith({ addresses: [['aws', '169.254.21.5', 'tunnel 3']] }),
    good: planWith({ addresses: [['aws', '169.254.21.1', 'tunnel 3']] }),
  },
  'tunnel-address-side': {
    bad: planWith({ addresses: [['aws', '169.254.21.2', 'tunnel 1']] }),
    good: planWith({ addresses: [['aws', '169.254.22.1', 'tunnel 2']] }),
  },
  'tunnel-address-twice': {
    bad: planWith({
      addresses: [
        ['aws', '169.254.21.1', 'tunnel 1'],
        ['aws', '169.254.21.1', 'tunnel 2'],
      ],
    }),
    good: planWith({
      addresses: [
        ['aws', '169.254.21.1', 'tunnel 1'],
        ['aws', '169.254.22.1', 'tunnel 2'],
      ],
    }),
  },
  'tunnel-without-address': {
    bad: planWith({ addresses: [['azure', '169.254.21.2', 'tunnel 1']] }),
    good: planWith({ ranges: { tunnel2: null }, addresses: [['azure', '169.254.21.2', 'tunnel 1']] }),
  },
  'asn-reserved': {
    bad: planWith({ asns: { cilium: '65520' } }),
    good: planWith({ asns: { cilium: '65521' } }),
  },
  'tgw-asn-range': {
    bad: planWith({ asns: { tgw: '64000', local: '64000' } }),
    good: planWith({ asns: { tgw: '4200000000', local: '4200000000' } }),
  },
  'asns-equal': {
    bad: planWith({ asns: { tgw: '65010', local: '65010' } }),
    good: planWith({ asns: { tgw: '65011', local: '65011' } }),
  },
  'asn-64512-trap': {
    bad: planWith({ asns: { cilium: '64512' } }),
    good: planWith({ asns: { cilium: '64512', tgw: '64513', local: '64513' } }),
  },
  'route-server-asn': { bad: planWith({ asns: { routeServer: '65001' } }), good: GOOD },
  'gateway-asn-for-route-server': {
    bad: planWith({ asns: { azure: '65000', customer: '65000' } }),
    good: planWith({ ...bgpOff, asns: { routeServer: null, azure: '65000', customer: '65000' } }),
  },
  'route-server-16-bit': {
    bad: planWith({ asns: { cilium: '4200000001' } }),
    good: planWith({ ...bgpOff, asns: { routeServer: null, cilium: '4200000001' } }),
  },
  'customer-gateway-asn': {
    bad: planWith({ asns: { customer: '65000' } }),
    good: planWith({ asns: { customer: '65515' } }),
  },
  'local-network-gateway-asn': {
    bad: planWith({ asns: { local: '64513' } }),
    good: planWith({ asns: { local: '64513', tgw: '64513' } }),
  },
  'tgw-asns-equal': {
    bad: planWith({ moreAsns: [['transit-gateway', '64512', 'second']] }),
    good: planWith({ moreAsns: [['transit-gateway', '64513', 'second']] }),
  },
  'cilium-asns-differ': {
    bad: planWith({ moreAsns: [['cilium', '65011', 'node 2']] }),
    good: planWith({ moreAsns: [['cilium', '65010', 'node 2']] }),
  },
  'node-mask-too-small': {
    bad: planWith({ quantities: { mask: 26 } }),
    good: planWith({ quantities: { mask: 26, pods: 60 } }),
  },
  'node-mask-outside-pool': {
    bad: planWith({
      moreRanges: [['cluster-pool', '10.112.0.0/26', 'cilium']],
      ranges: { pool: '10.112.128.0/17' },
    }),
    good: planWith({
      moreRanges: [['cluster-pool', '10.112.0.0/25', 'cilium']],
      ranges: { pool: '10.112.128.0/17' },
    }),
  },
  'pool-too-small': {
    bad: planWith({ ranges: { pool: '10.112.0.0/22' }, quantities: { surge: 3, peers: 8 } }),
    good: planWith({ ranges: { pool: '10.112.0.0/22' } }),
  },
  'node-subnet-too-small': {
    bad: planWith({ ranges: { nodeSubnet: '10.80.0.0/29' }, quantities: { nodes: 3, surge: 1 } }),
    good: planWith({ ranges: { nodeSubnet: '10.80.0.0/29' }, quantities: { nodes: 2, surge: 1 } }),
  },
  'route-server-peers': {
    bad: planWith({ quantities: { peers: null, nodes: 7 } }),
    good: planWith({ ...bgpOff, quantities: { peers: null, nodes: 7 } }),
  },
  'route-server-routes': {
    bad: planWith({ quantities: { routes: 501 }, routing: 'udr' }),
    good: planWith({ quantities: { routes: 500 }, routing: 'udr' }),
  },
  'tgw-routes': {
    bad: planWith({ quantities: { routes: 125, peers: 8 } }),
    good: planWith({ quantities: { routes: 124, peers: 8 } }),
  },
  'azure-routes': {
    bad: facts({ ranges: [OFFICE], routes: manyAnnounced(4001) }),
    good: facts({ ranges: manyPeers(4001), routes: manyAnnounced(4000) }),
  },
  'ignore-expired': {
    bad: planWith({ ranges: { office: '172.17.0.0/24' } }),
    all: ['docker-range', 'ignore-expired'],
    badIgnores: [{ ...UNUSED, until: '2026-11-21' }],
    good: planWith({ ranges: { office: '172.17.0.0/24' } }),
    goodIgnores: [{ ...UNUSED, until: '2026-11-22' }],
  },
  'ignore-unused': {
    bad: GOOD,
    badIgnores: [UNUSED],
    good: planWith({ ranges: { office: '172.17.0.0/24' } }),
    goodIgnores: [{ ...UNUSED, match: '172.17.0.0/24' }],
  },
};

function manyAnnounced(count: number) {
  return Array.from({ length: count }, (_, index) =>
    route('tgw-route', `10.${index >> 8}.${index & 255}.0/24`, 'vpc', { origin: LIVE, announced: true }),
  );
}

function manyPeers(count: number): readonly RangeRow[] {
  return Array.from({ length: count }, (_, index) => [
    'peer',
    `10.${index >> 8}.${index & 255}.0/24`,
    `peer ${index}`,
  ]);
}
