import { type RangeRole, type RouteRole } from '../address-facts.ts';
import { type Cidr, formatCidr, relation, subtract } from '../cidr.ts';
import { type Ledger } from './ledger.ts';
import {
  activeRoutes,
  isUncertain,
  type KnownRange,
  type KnownRoute,
  type Model,
  rangesOf,
  sourceOf,
} from './model.ts';
import { NetworkParents } from './parents.ts';
import { routingOf } from './read-facts.ts';

/** Judges the routes of both clouds against the ranges; says nothing where routes may be missing. */
export function checkRoutes(model: Model, ledger: Ledger): void {
  checkOwnRanges(model, ledger, 'vpc-route', 'vpc');
  checkOwnRanges(model, ledger, 'tgw-route', 'vpc');
  checkOwnRanges(model, ledger, 'azure-route', 'vnet');
  checkVpcRoutes(model, ledger);
  checkLearntRoutes(model, ledger);
}

/** What leads to the other cloud, in words. */
const LINKS: Readonly<Partial<Record<string, string>>> = {
  'vpc-route transit-gateway': 'the transit gateway',
  'tgw-route vpn': 'a VPN connection',
  'azure-route vpn': 'the VPN gateway',
};

/** Only what is or lies in a range: of a route to more than the network, the network's own ranges win. */
function checkOwnRanges(model: Model, ledger: Ledger, role: RouteRole, network: RangeRole): void {
  const routes = activeRoutes(model, role);
  if (routes.length === 0) return;
  const networks = new NetworkParents(rangesOf(model, network));
  for (const { fact, cidr, subject } of routes) {
    const target = LINKS[`${role} ${fact.target}`];
    if (target === undefined) continue;
    const { ranges } = networks.of(role === 'tgw-route' ? '' : fact.network);
    const own = ranges.find((range) => isWithin(cidr, range));
    if (own === undefined) continue;
    const kind = relation(cidr, own.cidr) === 'equal' ? 'is' : 'lies in';
    ledger.add({ rule: 'route-overlap', subjects: [subject, own.fact], values: { kind, target } });
  }
}

function isWithin(cidr: Cidr, range: KnownRange): boolean {
  const kind = relation(cidr, range.cidr);
  return kind === 'equal' || kind === 'inside';
}

function checkVpcRoutes(model: Model, ledger: Ledger): void {
  const routes = activeRoutes(model, 'vpc-route');
  const toLink = routes.filter(({ fact }) => fact.target === 'transit-gateway');
  // A plan may hold some of a VPC's routes alone, for example those to the internet.
  const isJudged = toLink.length > 0 || routes.some(isLive);
  if (!isJudged || isUncertain(model, 'vpc-route')) return;
  checkReached(model, ledger, 'remote-node', toLink, 'the transit gateway');
  const routing = routingOf(model);
  const byGateway = routing === 'gateway' || routing === null;
  // The EKS Hybrid Nodes gateway writes its route when it runs: no plan holds it.
  if (routing === 'masquerade' || (byGateway && !routes.some(isLive))) return;
  const toPods = byGateway ? routes.filter(({ fact }) => fact.target === 'appliance') : [];
  const wanted = byGateway ? 'the transit gateway or the EKS Hybrid Nodes gateway' : 'the transit gateway';
  checkReached(model, ledger, 'remote-pod', [...toLink, ...toPods], wanted);
}

function isLive({ fact }: KnownRoute): boolean {
  return fact.origin.kind === 'aws' || fact.origin.kind === 'azure';
}

function checkReached(
  model: Model,
  ledger: Ledger,
  role: 'remote-node' | 'remote-pod',
  routes: readonly KnownRoute[],
  wanted: string,
): void {
  for (const range of rangesOf(model, role)) {
    const missing = unreached(range, routes);
    if (missing === null) continue;
    const values = { missing, wanted, dropped: droppedText(model, range) };
    ledger.add({ rule: 'remote-unrouted', subjects: [range.fact], values });
  }
}

const LISTED = 3;

/** The parts of the range that no route holds, in words; null when there are none. */
function unreached({ cidr }: KnownRange, routes: readonly KnownRoute[]): string | null {
  const holes = routes.map((route) => route.cidr).filter((one) => relation(one, cidr) !== 'disjoint');
  const parts = subtract([cidr], holes);
  if (parts.length === 0) return null;
  const more = parts.length - LISTED;
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && relation(first, cidr) === 'equal') return 'any part';
  return `${parts.slice(0, LISTED).map(formatCidr).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Routes that are written and carry nothing, since what they lead to is gone. */
function droppedText({ routes }: Model, { cidr }: KnownRange): string {
  const dead = routes.find(
    (route) =>
      route.fact.role === 'vpc-route' && !route.fact.active && relation(route.cidr, cidr) !== 'disjoint',
  );
  return dead === undefined
    ? ''
    : ` The route to ${formatCidr(dead.cidr)} in ${dead.fact.table} leads to something that is gone.`;
}

function checkLearntRoutes(model: Model, ledger: Ledger): void {
  const routes = activeRoutes(model, 'tgw-route');
  if (!routes.some(isLive) || isUncertain(model, 'tgw-route')) return;
  const toVpn = routes.filter(({ fact }) => fact.target === 'vpn');
  for (const range of rangesOf(model, 'remote-node')) {
    const missing = unreached(range, toVpn);
    if (missing !== null) {
      ledger.add({ rule: 'remote-node-unlearnt', subjects: [range.fact], values: { missing } });
    }
  }
}

/** Routes that Azure has announced: the most that a VPN connection of a transit gateway holds; 0 when none is known. */
export function routesLearntFromAzure(model: Model): number {
  const learnt = model.routes.filter(
    ({ fact }) => fact.role === 'tgw-route' && fact.target === 'vpn' && fact.learnt,
  );
  return mostDestinations(learnt, ({ fact }) => `${sourceOf(fact.origin)} ${fact.via}`);
}

/**
 * Routes that AWS announces to Azure: what is in the table of the VPN connections. Where that table is not known, the
 * VPC's ranges and the routes that are written in any table and lead elsewhere than to the VPN.
 */
export function routesAnnouncedToAzure(model: Model): number {
  const ofGateway = activeRoutes(model, 'tgw-route').filter(({ cidr }) => cidr.family === 4);
  const announced = ofGateway.filter(({ fact }) => fact.announced === true);
  if (announced.length > 0) {
    return mostDestinations(announced, ({ fact }) => `${sourceOf(fact.origin)} ${fact.table}`);
  }
  const written = ofGateway.filter(
    ({ fact }) => fact.announced === null && fact.target !== 'vpn' && fact.target !== 'nowhere',
  );
  const vpcs = rangesOf(model, 'vpc').filter(({ cidr }) => cidr.family === 4);
  return new Set([...vpcs, ...written].map(({ cidr }) => formatCidr(cidr))).size;
}

function mostDestinations(routes: readonly KnownRoute[], keyOf: (route: KnownRoute) => string): number {
  const byKey = new Map<string, Set<string>>();
  for (const route of routes) {
    const key = keyOf(route);
    const known = byKey.get(key) ?? new Set<string>();
    byKey.set(key, known.add(formatCidr(route.cidr)));
  }
  return Math.max(0, ...[...byKey.values()].map(({ size }) => size));
}
