import { type RangeRole } from '../address-facts.ts';
import { covers, formatCidr, merge } from '../cidr.ts';
import { type RuleId } from './catalogue.ts';
import { groupBy } from './group-by.ts';
import { moveOf, PRIVATE_RANGES } from './free-blocks.ts';
import { type Ledger } from './ledger.ts';
import { isUncertain, type KnownRange, type Model, rangesOf } from './model.ts';
import { routingOf } from './read-facts.ts';
import { nounOf, type Values } from './rule.ts';

/** Judges each range by itself: size, name, private or not; and how many there are of a role. */
export function checkLimits(model: Model, ledger: Ledger): void {
  for (const { role, rule, isGood, values } of SIZES) {
    for (const range of rangesOf(model, role)) {
      if (!isGood(range))
        ledger.add({ rule, subjects: [range.fact], values: values?.(range) ?? {}, move: moveOf(range) });
    }
  }
  for (const role of ['remote-node', 'remote-pod'] as const) checkCount(model, ledger, role);
  checkAzureSubnets(model, ledger);
}

interface SizeRule {
  readonly role: RangeRole;
  readonly rule: RuleId;
  readonly isGood: (range: KnownRange) => boolean;
  readonly values?: (range: KnownRange) => Values;
}

/** IPv6 ranges of a VPC have sizes of their own, which AWS itself gives. */
function isSized(least: number, most: number): (range: KnownRange) => boolean {
  return ({ cidr }) => cidr.family === 6 || (cidr.prefix >= least && cidr.prefix <= most);
}

function isPrivate({ cidr }: KnownRange): boolean {
  return PRIVATE_RANGES.some((range) => covers(range, cidr));
}

const SIZES: readonly SizeRule[] = [
  { role: 'vpc', rule: 'vpc-size', isGood: isSized(16, 28) },
  { role: 'aws-subnet', rule: 'aws-subnet-size', isGood: isSized(16, 28) },
  {
    role: 'tgw-cidr',
    rule: 'tgw-cidr-size',
    isGood: ({ cidr }) => cidr.prefix <= (cidr.family === 4 ? 24 : 64),
    values: ({ cidr }) => ({ least: cidr.family === 4 ? '/24' : '/64' }),
  },
  { role: 'service', rule: 'service-not-private', isGood: isPrivate },
  { role: 'service', rule: 'service-size', isGood: isSized(12, 24) },
  { role: 'remote-node', rule: 'remote-not-private', isGood: isPrivate },
  { role: 'remote-pod', rule: 'remote-not-private', isGood: isPrivate },
  { role: 'remote-node', rule: 'remote-size', isGood: isSized(8, 32) },
  { role: 'remote-pod', rule: 'remote-size', isGood: isSized(8, 32) },
  {
    role: 'azure-subnet',
    rule: 'azure-subnet-size',
    isGood: ({ cidr }) => (cidr.family === 4 ? cidr.prefix <= 29 : cidr.prefix === 64),
  },
];

/** Ranges of one kind that EKS takes for a cluster. */
const MOST_REMOTE = 15;

function checkCount(model: Model, ledger: Ledger, role: 'remote-node' | 'remote-pod'): void {
  const ranges = rangesOf(model, role);
  // Sources that disagree do not add up: the longest list counts.
  const bySource = groupBy(ranges, ({ source }) => source);
  const longest = [...bySource.values()].reduce(
    (best, next) => (next.length > best.length ? next : best),
    [],
  );
  const [first] = longest;
  if (first === undefined || longest.length <= MOST_REMOTE) return;
  const joined = merge(longest.map(({ cidr }) => cidr));
  const values = {
    count: longest.length,
    kind: nounOf(role),
    most: MOST_REMOTE,
    joined:
      joined.length <= MOST_REMOTE
        ? joined.map(formatCidr).join(', ')
        : `fewer, larger ranges (they are ${joined.length} even when adjacent ones are joined)`,
  };
  ledger.add({ rule: 'remote-too-many', subjects: [first.fact], values });
}

/** Subnets that Azure knows by their name alone, with the rules on them. */
const RESERVED_SUBNETS = [
  { name: 'GatewaySubnet', size: 'gateway-subnet-size', meant: meantBy('GatewaySubnet') },
  { name: 'RouteServerSubnet', size: 'route-server-subnet-size', meant: meantBy('RouteServerSubnet') },
] as const;

/** Whether Azure keeps the subnet for a service of its own. */
export function isReservedSubnet({ fact }: KnownRange): boolean {
  return RESERVED_SUBNETS.some(({ name }) => name === fact.name);
}

function checkAzureSubnets(model: Model, ledger: Ledger): void {
  const subnets = rangesOf(model, 'azure-subnet');
  for (const range of subnets) {
    const { fact, cidr } = range;
    for (const { name, size, meant } of RESERVED_SUBNETS) {
      if (fact.name === name && cidr.family === 4 && cidr.prefix > 27) {
        ledger.add({ rule: size, subjects: [fact], move: moveOf(range) });
      }
      if (fact.name !== name && meant.test(fact.name)) {
        ledger.add({ rule: 'azure-subnet-name', subjects: [fact], values: { wanted: name } });
      }
    }
  }
  if (subnets.length === 0 || isUncertain(model, 'azure-subnet')) return;
  const hasTunnels = rangesOf(model, 'tunnel-inside').length > 0;
  if (hasTunnels) checkPresent(model, ledger, 'GatewaySubnet', 'gateway-subnet-missing');
  if (routingOf(model) === 'bgp') {
    checkPresent(model, ledger, 'RouteServerSubnet', 'route-server-subnet-missing');
  }
}

/** What a person may write for the name: in any case, with any separators. Azure takes ASCII in names only. */
function meantBy(name: string): RegExp {
  const separators = '[^a-z0-9]*';
  return new RegExp(`^${['', ...name, ''].join(separators)}$`, 'i');
}

function checkPresent(model: Model, ledger: Ledger, name: string, rule: RuleId): void {
  // A misspelt one is said already.
  const meant = meantBy(name);
  if (rangesOf(model, 'azure-subnet').some(({ fact }) => meant.test(fact.name))) return;
  const vnet = rangesOf(model, 'vnet')[0];
  const network = vnet?.fact.network ?? '';
  ledger.add({ rule, subjects: [], move: { role: 'azure-subnet', prefix: 27, family: 4, network, name } });
}
