import { type RuleText } from './rule.ts';

const CILIUM = 'https://docs.cilium.io/en/stable/network/concepts/ipam/cluster-pool/';
const ROUTE_SERVER = 'https://learn.microsoft.com/azure/route-server/route-server-faq';

/** Rules on what fits: pods in a node's share, nodes in pools and subnets, peers and routes in their limits. */
export const CAPACITY_TEXTS = {
  'node-mask-too-small': {
    checks:
      'Each node’s share of the pool has an address for every pod: 2^(32 − mask) − 4, as network, broadcast, cilium_host and the health endpoint take one each.',
    source: `${CILIUM}; kubelet takes 110 pods unless told otherwise`,
    needs: ['cluster-pool', 'node-mask', 'pods-per-node'],
    sentence:
      'A node may run {pods} pods, and its share of /{mask} has {usable} addresses for them: pods beyond stay in ContainerCreating.',
    remedy: 'Use a mask of /{wanted} ({wantedusable} addresses), or set the nodes’ maxPods to {usable}.',
  },
  'node-mask-outside-pool': {
    checks: 'A node’s share is no larger than the pool it is taken from.',
    source: CILIUM,
    needs: ['cluster-pool', 'node-mask'],
    sentence: '{a} is smaller than one node’s share of /{mask}: no node gets addresses from it.',
    remedy: 'Use a larger pool or a longer mask.',
  },
  'pool-too-small': {
    checks: 'The pools hold a share for every node, those that come while others are replaced included.',
    source: CILIUM,
    needs: ['cluster-pool', 'node-mask', 'nodes', 'surge'],
    sentence:
      'There may be {nodes} nodes ({base} and {surge} while nodes are replaced), and the pools hold {slots} shares of /{mask}: the others get no pod addresses.',
    remedy: 'Use a larger pool, a longer mask or fewer nodes.',
  },
  'node-subnet-too-small': {
    checks: 'The nodes’ subnets hold an address for every node; Azure keeps five of each subnet.',
    source: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq',
    needs: ['azure-subnet', 'remote-node', 'nodes', 'surge'],
    sentence:
      'There may be {nodes} nodes ({base} and {surge} while nodes are replaced), and the nodes’ subnets hold {addresses} addresses after the five of each that Azure keeps.',
    remedy: 'Use larger subnets or fewer nodes.',
  },
  'route-server-peers': {
    checks: 'Route Server has at most 8 BGP peers.',
    source: ROUTE_SERVER,
    needs: ['route-server-peers', 'nodes', 'surge'],
    sentence: 'Route Server would have {peers} BGP peers{counted} and takes 8.',
    remedy:
      'Let at most 8 nodes peer with it, put a BGP hub between, or route pods by the EKS Hybrid Nodes gateway.',
  },
  'route-server-routes': {
    checks:
      'A peer announces at most 500 routes: Route Server counts those it has and those of an update together, up to 1,000.',
    source: ROUTE_SERVER,
    needs: ['routes-per-peer'],
    sentence:
      'A peer announces {routes} routes; when it announces them again Route Server counts {twice} and ends the session above 1000.',
    remedy: 'Announce fewer routes: one for each node’s share of the pool is enough.',
  },
  'tgw-routes': {
    checks:
      'At most 1,000 routes reach the transit gateway through a VPN connection: the ranges of the virtual networks and what Route Server’s peers announce, or what the transit gateway has learnt where that is read live, whichever is more.',
    source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html',
    needs: ['vnet', 'remote-pod', 'route-server-peers', 'routes-per-peer', 'tgw-route'],
    sentence: 'Azure would announce {routes} routes, and the transit gateway takes 1000 of a VPN connection.',
    remedy: 'Announce larger prefixes.',
  },
  'azure-routes': {
    checks:
      'At most 4,000 routes reach the Azure gateway from a BGP peer: what is in the route table of the VPN connections; where that table is not known, the ranges of the VPCs and the static routes of the transit gateway that do not lead to the VPN.',
    source: 'https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq',
    needs: ['vpc', 'tgw-route'],
    sentence: 'AWS would announce {routes} routes, and the Azure gateway ends a BGP session above 4000.',
    remedy: 'Announce larger prefixes.',
  },
} as const satisfies Record<string, RuleText>;
