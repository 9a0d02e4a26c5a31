import { type Quantity } from '../address-facts.ts';
import { capacity, relation } from '../cidr.ts';
import { isReservedSubnet } from './check-limits.ts';
import { routesAnnouncedToAzure, routesLearntFromAzure } from './check-routes.ts';
import { type Ledger } from './ledger.ts';
import { isUncertain, type KnownQuantity, type Model, rangesOf } from './model.ts';
import { routingOf } from './read-facts.ts';
import { type Subject } from './verdict.ts';

/** What kubelet runs unless told otherwise. */
const DEFAULT_PODS = 110;
/** `clusterPoolIPv4MaskSize` of Cilium's chart unless told otherwise. */
const DEFAULT_MASK = 24;
/** Addresses of a node's share that no pod gets: network, broadcast, cilium_host, health endpoint. */
const SHARE_OVERHEAD = 4;
/** Addresses of each subnet that Azure keeps. */
const AZURE_KEEPS = 5;
const ROUTE_SERVER_PEERS = 8;
const ROUTE_SERVER_ROUTES = 1000;
const TGW_ROUTES = 1000;
const AZURE_ROUTES = 4000;

/** Judges what fits into what. Nothing is judged by numbers that may be incomplete. */
export function checkCapacity(model: Model, ledger: Ledger): void {
  checkMask(model, ledger);
  checkPool(model, ledger);
  checkNodeSubnets(model, ledger);
  checkRouteServerPeers(model, ledger);
  checkRoutes(model, ledger);
}

function given(model: Model, quantity: Quantity): KnownQuantity | null {
  return model.quantities.get(quantity) ?? null;
}

/** Pod addresses in a share of that mask. */
function usableIn(mask: number): number {
  return Math.max(0, 2 ** (32 - mask) - SHARE_OVERHEAD);
}

/** The mask in force and what says it; null when it is not known, or nothing says that there is a pool. */
function maskOf(model: Model): { readonly mask: number; readonly subjects: readonly Subject[] } | null {
  const known = given(model, 'node-mask');
  if (isUncertain(model, 'node-mask')) return null;
  if (known !== null) return { mask: known.value, subjects: [known.subject] };
  return rangesOf(model, 'cluster-pool').length === 0 ? null : { mask: DEFAULT_MASK, subjects: [] };
}

function checkMask(model: Model, ledger: Ledger): void {
  const share = maskOf(model);
  if (share === null || isUncertain(model, 'pods-per-node')) return;
  const pods = given(model, 'pods-per-node');
  const wantedPods = pods?.value ?? DEFAULT_PODS;
  const usable = usableIn(share.mask);
  if (usable >= wantedPods) return;
  let wanted = share.mask;
  while (wanted > 1 && usableIn(wanted) < wantedPods) wanted -= 1;
  ledger.add({
    rule: 'node-mask-too-small',
    subjects: [...share.subjects, ...(pods === null ? [] : [pods.subject])],
    values: { pods: wantedPods, mask: share.mask, usable, wanted, wantedusable: usableIn(wanted) },
  });
}

function checkPool(model: Model, ledger: Ledger): void {
  const share = maskOf(model);
  // A pool left at its default is said already, and is never too small.
  const pools = rangesOf(model, 'cluster-pool').filter(({ fact }) => fact.origin.kind !== 'default');
  const [pool] = pools;
  if (share === null || pool === undefined) return;
  const { mask } = share;
  for (const { fact, cidr } of pools) {
    if (cidr.prefix > mask)
      ledger.add({ rule: 'node-mask-outside-pool', subjects: [fact], values: { mask } });
  }
  const nodes = nodesOf(model);
  if (nodes === null || isUncertain(model, 'cluster-pool')) return;
  const slots = pools.reduce(
    (sum, { cidr }) => sum + (cidr.prefix > mask ? 0 : 2 ** (mask - cidr.prefix)),
    0,
  );
  if (nodes.all <= slots) return;
  ledger.add({
    rule: 'pool-too-small',
    subjects: [pool.fact, nodes.subject],
    values: { nodes: nodes.all, base: nodes.base, surge: nodes.surge, slots, mask },
    move: {
      role: 'remote-pod',
      prefix: Math.max(8, mask - Math.ceil(Math.log2(nodes.all))),
      family: 4,
      network: '',
      name: '',
    },
  });
}

interface Nodes {
  readonly base: number;
  readonly surge: number;
  readonly all: number;
  readonly subject: Subject;
}

/** Nodes at most, with those that come while others are replaced; null when either may be more than is known. */
function nodesOf(model: Model): Nodes | null {
  const nodes = given(model, 'nodes');
  if (nodes === null || isUncertain(model, 'nodes') || isUncertain(model, 'surge')) return null;
  const surge = given(model, 'surge')?.value ?? 0;
  return { base: nodes.value, surge, all: nodes.value + surge, subject: nodes.subject };
}

function checkNodeSubnets(model: Model, ledger: Ledger): void {
  const nodes = nodesOf(model);
  if (nodes === null) return;
  const networks = rangesOf(model, 'remote-node');
  const isUnsure = isUncertain(model, 'azure-subnet') || isUncertain(model, 'remote-node');
  const subnets = rangesOf(model, 'azure-subnet').filter(
    (subnet) =>
      subnet.cidr.family === 4 &&
      !isReservedSubnet(subnet) &&
      networks.some(({ cidr }) => relation(cidr, subnet.cidr) !== 'disjoint'),
  );
  const [first] = subnets;
  if (isUnsure || first === undefined) return;
  const addresses = subnets.reduce(
    (sum, { cidr }) => sum + Math.max(0, Number(capacity(cidr)) - AZURE_KEEPS),
    0,
  );
  if (nodes.all <= addresses) return;
  const prefix = 32 - Math.ceil(Math.log2(nodes.all + AZURE_KEEPS));
  ledger.add({
    rule: 'node-subnet-too-small',
    subjects: [first.fact, nodes.subject],
    values: { nodes: nodes.all, base: nodes.base, surge: nodes.surge, addresses },
    move: { role: 'azure-subnet', prefix, family: 4, network: first.fact.network, name: '' },
  });
}

/** Peers as they are counted, or one for each node where pods are routed by BGP. */
function peersOf(
  model: Model,
): { readonly value: number; readonly counted: string; readonly subject: Subject } | null {
  const peers = given(model, 'route-server-peers');
  if (peers !== null) return { value: peers.value, counted: '', subject: peers.subject };
  const nodes = nodesOf(model);
  if (nodes === null || routingOf(model) !== 'bgp' || isUncertain(model, 'route-server-peers')) return null;
  return { value: nodes.all, counted: ' (one for each node)', subject: nodes.subject };
}

function checkRouteServerPeers(model: Model, ledger: Ledger): void {
  const peers = peersOf(model);
  if (peers === null || peers.value <= ROUTE_SERVER_PEERS) return;
  const values = { peers: peers.value, counted: peers.counted };
  ledger.add({ rule: 'route-server-peers', subjects: [peers.subject], values });
}

function checkRoutes(model: Model, ledger: Ledger): void {
  const perPeer = given(model, 'routes-per-peer');
  if (perPeer !== null && perPeer.value * 2 > ROUTE_SERVER_ROUTES) {
    const values = { routes: perPeer.value, twice: perPeer.value * 2 };
    ledger.add({ rule: 'route-server-routes', subjects: [perPeer.subject], values });
  }
  const isBgp = routingOf(model) === 'bgp';
  const podRoutes = isBgp ? (peersOf(model)?.value ?? 0) * (perPeer?.value ?? 1) : 0;
  // The tunnels' BGP carries IPv4 alone.
  const vnets = rangesOf(model, 'vnet').filter(({ cidr }) => cidr.family === 4);
  const toAws = Math.max(vnets.length + podRoutes, routesLearntFromAzure(model));
  if (toAws > TGW_ROUTES) {
    const subjects = perPeer === null ? [] : [perPeer.subject];
    ledger.add({ rule: 'tgw-routes', subjects, values: { routes: toAws } });
  }
  const toAzure = routesAnnouncedToAzure(model);
  if (toAzure > AZURE_ROUTES) ledger.add({ rule: 'azure-routes', subjects: [], values: { routes: toAzure } });
}
