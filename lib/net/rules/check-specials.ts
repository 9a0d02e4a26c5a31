import { type RangeRole } from '../address-facts.ts';
import { type Cidr, formatCidr, relation } from '../cidr.ts';
import { type RuleId } from './catalogue.ts';
import { block, moveOf } from './free-blocks.ts';
import { type Ledger } from './ledger.ts';
import { type KnownRange, type Model, rangesOf } from './model.ts';
import { NetworkParents } from './parents.ts';

interface Special {
  readonly cidr: Cidr;
  readonly rule: RuleId;
  readonly what: string;
}

function special(text: string, rule: RuleId, what = ''): Special {
  return { cidr: block(text), rule, what };
}

/** Ranges with a meaning of their own (RFC 6890), IPv4. */
const IPV4: readonly Special[] = [
  special('0.0.0.0/8', 'special-range', 'addresses of “this network”'),
  special('127.0.0.0/8', 'special-range', 'the machine itself'),
  special(
    '169.254.0.0/16',
    'special-range',
    'link-local addresses, where the clouds keep their metadata services',
  ),
  special('224.0.0.0/4', 'special-range', 'multicast'),
  special('240.0.0.0/4', 'special-range', 'reserved addresses'),
  special('168.63.129.16/32', 'azure-platform-address'),
  special('172.17.0.0/16', 'docker-range'),
  special('100.64.0.0/10', 'shared-range'),
  special('198.18.0.0/15', 'benchmark-range'),
];

const IPV6: readonly Special[] = [
  special('::/127', 'special-range', 'no address and the machine itself'),
  special('fe80::/10', 'special-range', 'link-local addresses'),
  special('ff00::/8', 'special-range', 'multicast'),
];

/** Judged by rules of their own, or merely descriptions of other ranges. */
const EXEMPT: ReadonlySet<RangeRole> = new Set(['tunnel-inside', 'gateway-vpc', 'gateway-pods']);
/** Must be private anyway; of the private ranges, only Docker's is special. */
const PRIVATE_ROLES: ReadonlySet<RangeRole> = new Set(['service', 'remote-node', 'remote-pod']);

/** First octets at which a special range begins or lies; anything else in a range longer than /8 is ordinary. */
const OCTETS: readonly boolean[] = Array.from({ length: 256 }, (_, octet) =>
  IPV4.some(({ cidr }) => relation(cidr, block(`${octet}.0.0.0/8`)) !== 'disjoint'),
);

/** Judges each range by what is special about its addresses, once for each rule. */
export function checkSpecials(model: Model, ledger: Ledger): void {
  const parents: Readonly<Partial<Record<RangeRole, NetworkParents>>> = {
    'aws-subnet': new NetworkParents(rangesOf(model, 'vpc')),
    'azure-subnet': new NetworkParents(rangesOf(model, 'vnet')),
    'cluster-pool': new NetworkParents(rangesOf(model, 'remote-pod')),
    'remote-node': new NetworkParents(rangesOf(model, 'vnet')),
  };
  for (const range of model.ranges) {
    const { role, network, origin } = range.fact;
    if (!mayBeSpecial(range.cidr) || EXEMPT.has(role) || origin.kind === 'default') continue;
    // What is wrong with a network is said of the network, not of all that lies in it.
    const held = parents[role]?.of(role === 'remote-node' ? '' : network).index.holding(range.cidr) ?? null;
    if (held === null) checkRange(range, ledger);
  }
}

function mayBeSpecial({ family, prefix, first }: Cidr): boolean {
  return family === 6 || prefix < 8 || OCTETS[Number(first >> 24n)] === true;
}

function checkRange(range: KnownRange, ledger: Ledger): void {
  const { fact, cidr } = range;
  const said = new Set<RuleId>();
  for (const { cidr: other, rule, what } of cidr.family === 4 ? IPV4 : IPV6) {
    if (said.has(rule) || relation(cidr, other) === 'disjoint') continue;
    if (PRIVATE_ROLES.has(fact.role) && rule !== 'docker-range') continue;
    said.add(rule);
    const values = { special: formatCidr(other), what };
    const hit = { rule, subjects: [fact], values };
    ledger.add(fact.role === 'peer' ? hit : { ...hit, move: moveOf(range) });
  }
}
