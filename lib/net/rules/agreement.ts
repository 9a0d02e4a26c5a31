import { type ModeFact, type QuantityFact, type RangeRole } from '../address-facts.ts';
import { formatAddress, formatCidr } from '../cidr.ts';
import { groupBy } from './group-by.ts';
import { type Hit } from './ledger.ts';
import {
  type Gap,
  groupByRole,
  type KnownAddress,
  type KnownAsn,
  type KnownRange,
  type Model,
  sourceOf,
} from './model.ts';
import { quantityTotals } from './quantities.ts';
import { nounOf } from './rule.ts';
import { type Subject } from './verdict.ts';

/** The well-formed facts of all sources. */
interface Known {
  readonly ranges: readonly KnownRange[];
  readonly asns: readonly KnownAsn[];
  readonly tunnelAddresses: readonly KnownAddress[];
  readonly quantities: readonly QuantityFact[];
  readonly modes: readonly ModeFact[];
}

/** One source's statement about one thing, in a form that compares. */
interface Claim {
  readonly role: string;
  /** What it is about: a name within the role. */
  readonly thing: string;
  readonly canonical: string;
  readonly source: string;
  readonly subject: Subject;
}

/** Roles of which an environment has one, whatever a source calls it: there is one cluster and one Cilium. */
const SINGLE_ROLES: ReadonlySet<string> = new Set([
  'service',
  'remote-node',
  'remote-pod',
  'cluster-pool',
  'gateway-vpc',
  'gateway-pods',
  'route-server',
  'cilium',
]);

/** Roles of which it mostly has one: the same thing where each source knows exactly one. */
const SOLE_ROLES: ReadonlySet<string> = new Set(['vpc', 'vnet', 'transit-gateway', 'azure-gateway']);

/** One finding for each thing on which a source disagrees with the first that names it. */
export function agreementHits(known: Known, gaps: readonly Gap[]): readonly Hit[] {
  if (sourcesOf(known).size < 2) return [];
  const claims = claimsOf(known);
  const hits: Hit[] = [];
  for (const role of new Set(claims.map((claim) => claim.role))) {
    const ofRole = claims.filter((claim) => claim.role === role);
    for (const group of thingsOf(role, ofRole)) hits.push(...compare(group, gaps));
  }
  return hits;
}

function sourcesOf(known: Known): ReadonlySet<string> {
  const sources = new Set(known.ranges.map(({ source }) => source));
  for (const { fact } of [...known.asns, ...known.tunnelAddresses]) sources.add(sourceOf(fact.origin));
  for (const { origin } of [...known.quantities, ...known.modes]) sources.add(sourceOf(origin));
  return sources;
}

function claimsOf(known: Known): readonly Claim[] {
  return [
    ...known.ranges.map(({ fact, cidr, source }) => ({
      role: fact.role,
      thing: (SOLE_ROLES.has(fact.role) ? fact.network : '') || fact.name,
      canonical: formatCidr(cidr),
      source,
      subject: fact,
    })),
    ...known.asns.map(({ fact, asn }) => claim(fact.role, fact.name, String(asn), fact)),
    ...known.tunnelAddresses.map(({ fact, subject, value }) =>
      claim(`tunnel-address ${fact.side}`, fact.name, formatAddress(4, value), subject),
    ),
    ...[...quantityTotals(known.quantities)].flatMap(([quantity, ofSources]) =>
      [...ofSources.values()].map(({ value, subject }) =>
        claim(quantity, quantity, String(value), { ...subject, text: String(value) }),
      ),
    ),
    ...known.modes.map(({ podRouting, origin }) =>
      claim('mode', 'mode', podRouting, { role: 'mode', text: podRouting, name: '', origin }),
    ),
  ].filter(({ role, subject }) => !isModelledChoice(role, subject));
}

function claim(role: string, thing: string, canonical: string, subject: Subject): Claim {
  return { role, thing, canonical, source: sourceOf(subject.origin), subject };
}

/** EKS picks one of two service ranges: what is picked does not contradict the choice. */
function isModelledChoice(role: string, { origin }: Subject): boolean {
  return role === 'service' && origin.kind === 'default';
}

/** Claims about one thing each: the whole role where there can be one only, else by name. */
function thingsOf(role: string, claims: readonly Claim[]): readonly (readonly Claim[])[] {
  if (SINGLE_ROLES.has(role) || (SOLE_ROLES.has(role) && everySourceHasOne(claims))) return [claims];
  return [...groupBy(claims, ({ thing }) => thing).values()];
}

function everySourceHasOne(claims: readonly Claim[]): boolean {
  return [...groupBy(claims, ({ source }) => source).values()].every(
    (group) => new Set(group.map(({ thing }) => thing)).size === 1,
  );
}

function compare(claims: readonly Claim[], gaps: readonly Gap[]): readonly Hit[] {
  const bySource = [...groupBy(claims, ({ source }) => source).values()].filter((group) =>
    group.every((claim) => !isIncomplete(claim, gaps)),
  );
  const [left, ...others] = bySource;
  if (left === undefined) return [];
  return others.flatMap((right) => {
    const missing = difference(left, right);
    const added = difference(right, left);
    return missing.length + added.length === 0 ? [] : [disagreement(left, right, missing, added)];
  });
}

/** A source that could not read some of the role's facts does not contradict by what it lacks. */
function isIncomplete({ role, source }: Claim, gaps: readonly Gap[]): boolean {
  return gaps.some((gap) => (gap.role === null || gap.role === role) && sourceOf(gap.origin) === source);
}

function difference(from: readonly Claim[], other: readonly Claim[]): readonly Claim[] {
  const there = new Set(other.map(({ canonical }) => canonical));
  return from.filter(({ canonical }) => !there.has(canonical));
}

function disagreement(
  left: readonly Claim[],
  right: readonly Claim[],
  missing: readonly Claim[],
  added: readonly Claim[],
): Hit {
  // The pair that differs; where one side only lacks something, what it has instead.
  const a = missing[0] ?? left[0];
  const b = added[0] ?? right[0];
  const subjects = [a, b].flatMap((one) => (one === undefined ? [] : [one.subject]));
  return {
    rule: 'sources-disagree',
    subjects,
    values: {
      what: whatOf(left),
      left: listed(left),
      right: listed(right),
      leftorigin: left[0]?.subject.origin.source ?? '',
      rightorigin: right[0]?.subject.origin.source ?? '',
    },
  };
}

function whatOf(claims: readonly Claim[]): string {
  const [first] = claims;
  if (first === undefined) return '';
  const noun = nounOf(first.subject.role);
  const name = SINGLE_ROLES.has(first.role) ? '' : first.subject.name;
  const subject = name === '' || name === noun ? noun : `${noun} ${name}`;
  return subject.charAt(0).toUpperCase() + subject.slice(1);
}

const LISTED_VALUES = 5;

function listed(claims: readonly Claim[]): string {
  const values = [...new Set(claims.map(({ canonical }) => canonical))];
  const more = values.length - LISTED_VALUES;
  return `${values.slice(0, LISTED_VALUES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Roles whose ranges are one thing wherever sources give the same range. */
const NAMED_ROLES: ReadonlySet<string> = new Set(['vpc', 'vnet', 'peer']);

/**
 * Facts of several sources that say the same become one. What one source says twice stays twice: two subnets with one
 * range are a conflict, not a repetition.
 */
export function joinRanges(ranges: readonly KnownRange[]): readonly KnownRange[] {
  if (new Set(ranges.map(({ source }) => source)).size < 2) return ranges;
  const sole = soleRoles(groupByRole(ranges));
  const groups = groupBy(ranges, (range) => {
    const { role, network, name } = range.fact;
    const thing = NAMED_ROLES.has(role) && !sole.has(role) ? network || name : '';
    return `${role} ${formatCidr(range.cidr)} ${thing}`;
  });
  const kept = new Set<KnownRange>();
  for (const group of groups.values()) {
    const bySource = [...groupBy(group, ({ source }) => source).values()];
    const most = bySource.reduce((best, next) => (next.length > best.length ? next : best));
    for (const range of most) kept.add(range);
  }
  return ranges.filter((range) => kept.has(range));
}

/** Roles of which each source knows one thing only, so that it is the same thing for all of them. */
export function soleRoles(byRole: Model['byRole']): ReadonlySet<string> {
  return new Set(
    [...SOLE_ROLES].filter((role) => {
      const ofRole = byRole.get(role as RangeRole) ?? [];
      return [...groupBy(ofRole, ({ source }) => source).values()].every(
        (group) => new Set(group.map(({ fact }) => fact.network || fact.name)).size === 1,
      );
    }),
  );
}

/** Whether two ranges are one thing on which sources disagree: that is said once, not as an overlap too. */
export function areOneThing(a: KnownRange, b: KnownRange, sole: ReadonlySet<string>): boolean {
  const { role, name, network } = a.fact;
  if (a.source === b.source || role !== b.fact.role) return false;
  if (SINGLE_ROLES.has(role) || sole.has(role)) return true;
  return SOLE_ROLES.has(role) ? (network || name) === (b.fact.network || b.fact.name) : name === b.fact.name;
}
