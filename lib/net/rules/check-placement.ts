import { type Origin, type RangeRole } from '../address-facts.ts';
import { type Cidr, blockOf, covers, formatCidr, merge, parseCidr, relation } from '../cidr.ts';
import { moveOf } from './free-blocks.ts';
import { type Ledger } from './ledger.ts';
import { type Gap, isUncertain, type KnownRange, type Model, rangesOf } from './model.ts';
import { NetworkParents } from './parents.ts';
import { nounOf } from './rule.ts';
import { type RuleId } from './catalogue.ts';

/** What must lie in what. Where nothing is known of the outer role, that is a gap and no finding. */
const PLACES: readonly { readonly inner: RangeRole; readonly outer: RangeRole; readonly rule: RuleId }[] = [
  { inner: 'aws-subnet', outer: 'vpc', rule: 'aws-subnet-outside-vpc' },
  { inner: 'azure-subnet', outer: 'vnet', rule: 'azure-subnet-outside-vnet' },
  { inner: 'remote-node', outer: 'vnet', rule: 'remote-node-outside-vnet' },
  { inner: 'cluster-pool', outer: 'remote-pod', rule: 'cluster-pool-outside-pods' },
];

/** Judges what lies where; returns what could not be judged because the other side is not known. */
export function checkPlacement(model: Model, ledger: Ledger): readonly Gap[] {
  const gaps = PLACES.flatMap(({ inner, outer, rule }) => checkPlace(model, ledger, inner, outer, rule));
  return [...gaps, ...checkGatewayVpc(model, ledger), ...checkGatewayPods(model, ledger)];
}

function checkPlace(
  model: Model,
  ledger: Ledger,
  inner: RangeRole,
  outer: RangeRole,
  rule: RuleId,
): readonly Gap[] {
  // A pool left at its default has a rule of its own.
  const ranges = rangesOf(model, inner).filter(({ fact }) => fact.origin.kind !== 'default');
  const [first] = ranges;
  if (first === undefined || isUncertain(model, outer)) return [];
  if (rangesOf(model, outer).length === 0) return [missing(outer, first.fact.origin)];
  const parents = new NetworkParents(rangesOf(model, outer));
  const texts = new Map<readonly KnownRange[], string>();
  for (const range of ranges) {
    const network = inner === 'remote-node' ? '' : range.fact.network;
    const { ranges: own, index } = parents.of(network);
    if (index.holding(range.cidr) !== null) continue;
    const text = texts.get(own) ?? listTexts(own);
    texts.set(own, text);
    const values = { parents: text };
    // Pools do not move to any free block, but to the remote pod networks.
    const hit = { rule, subjects: [range.fact], values };
    ledger.add(inner === 'cluster-pool' ? hit : { ...hit, move: moveOf(range) });
  }
  return [];
}

/** A role that rules need and no source mentions. */
export function missing(role: Gap['role'] & string, origin: Origin): Gap {
  return { what: nounOf(role), reason: 'no source says it', role, origin };
}

const LISTED = 4;

/** `10.40.0.0/16, 100.64.0.0/16 and 3 more`. */
export function listTexts(ranges: readonly KnownRange[]): string {
  const texts = [...new Set(ranges.map(({ cidr }) => formatCidr(cidr)))];
  const more = texts.length - LISTED;
  return `${texts.slice(0, LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function checkGatewayVpc(model: Model, ledger: Ledger): readonly Gap[] {
  const gateways = rangesOf(model, 'gateway-vpc');
  const vpcs = rangesOf(model, 'vpc').filter(({ cidr }) => cidr.family === 4);
  const [gateway] = gateways;
  if (gateway === undefined || isUncertain(model, 'gateway-vpc')) return [];
  if (vpcs.length === 0) return isUncertain(model, 'vpc') ? [] : [missing('vpc', gateway.fact.origin)];
  const covering = formatCidr(smallestCovering(vpcs.map(({ cidr }) => cidr)));
  for (const vpc of vpcs) {
    if (gateways.some(({ cidr }) => covers(cidr, vpc.cidr))) continue;
    ledger.add({ rule: 'gateway-vpc-uncovered', subjects: [gateway.fact, vpc.fact], values: { covering } });
  }
  return [];
}

/** The smallest single IPv4 block that holds all of them. */
function smallestCovering(cidrs: readonly Cidr[]): Cidr {
  const [first] = cidrs;
  const least = cidrs.reduce((low, { first: value }) => (value < low ? value : low), first?.first ?? 0n);
  for (let prefix = 32; prefix > 0; prefix -= 1) {
    const candidate = blockOf(4, least, prefix);
    if (cidrs.every((cidr) => covers(candidate, cidr))) return candidate;
  }
  return blockOf(4, 0n, 0);
}

function checkGatewayPods(model: Model, ledger: Ledger): readonly Gap[] {
  const gateway = rangesOf(model, 'gateway-pods');
  const remote = rangesOf(model, 'remote-pod');
  const [first] = gateway;
  if (first === undefined || isUncertain(model, 'gateway-pods') || isUncertain(model, 'remote-pod'))
    return [];
  const [pods] = remote;
  if (pods === undefined) return [missing('remote-pod', first.fact.origin)];
  if (addressesOf(gateway) !== addressesOf(remote)) {
    const values = { gateway: listTexts(gateway), remote: listTexts(remote) };
    ledger.add({ rule: 'gateway-pods-differ', subjects: [first.fact, pods.fact], values });
  }
  return [];
}

/** The same text for the same set of addresses, however it is cut. */
function addressesOf(ranges: readonly KnownRange[]): string {
  return merge(ranges.map(({ cidr }) => cidr))
    .map(formatCidr)
    .join(' ');
}

/** Helm's default for Cilium's pool. */
export const CILIUM_DEFAULT_POOL = '10.0.0.0/8';

/** What the chart does where nobody sets the pool: said as an error where Cilium is seen to be installed so. */
export function checkPoolDefault(model: Model, ledger: Ledger): void {
  const pools = rangesOf(model, 'cluster-pool');
  for (const pool of pools.filter(({ fact }) => fact.origin.kind === 'default')) {
    const values = { swallowed: swallowedBy(pool.cidr, model) };
    ledger.add({ rule: 'cluster-pool-default', subjects: [pool.fact], values });
  }
  const isSeen = pools.length > 0 || isUncertain(model, 'cluster-pool');
  const parsed = parseCidr(CILIUM_DEFAULT_POOL);
  if (isSeen || !parsed.ok || rangesOf(model, 'remote-pod').length === 0) return;
  const origin: Origin = { kind: 'default', source: 'Cilium Helm chart default' };
  const subject = { role: 'cluster-pool', text: CILIUM_DEFAULT_POOL, name: '', origin };
  const values = { swallowed: swallowedBy(parsed.cidr, model) };
  ledger.add({ rule: 'cluster-pool-unset', subjects: [subject], values });
}

const ROUTED: ReadonlySet<RangeRole> = new Set(['vpc', 'vnet', 'remote-node', 'service', 'tgw-cidr', 'peer']);

function swallowedBy(pool: Cidr, model: Model): string {
  const inside = model.ranges.filter(
    ({ fact, cidr }) => ROUTED.has(fact.role) && relation(pool, cidr) !== 'disjoint',
  );
  return inside.length === 0 ? '' : `, which overlaps ${listTexts(inside)}`;
}
