import { type AddressFacts, type ModeFact, type QuantityFact, type RangeRole } from '../address-facts.ts';
import { parseAsn } from '../asn.ts';
import { parseAddress, parseCidr, SortedBlocks } from '../cidr.ts';
import { agreementHits, joinRanges } from './agreement.ts';
import { type Hit } from './ledger.ts';
import { largestTotals } from './quantities.ts';
import {
  type Gap,
  groupByRole,
  type KnownAddress,
  type KnownAsn,
  type KnownRange,
  type KnownRoute,
  type Model,
  quantityProblem,
  quantitySubject,
  SourceNames,
} from './model.ts';
import { type Subject } from './verdict.ts';

/** The model of the facts, and what is wrong with the facts as such. */
export interface Reading {
  readonly model: Model;
  readonly hits: readonly Hit[];
}

/** Clusters with hybrid nodes are IPv4 clusters, and tunnels carry BGP over IPv4. */
const IPV4_ONLY: ReadonlySet<RangeRole> = new Set([
  'service',
  'remote-node',
  'remote-pod',
  'cluster-pool',
  'tunnel-inside',
  'gateway-vpc',
  'gateway-pods',
]);

/** Parses every fact. What cannot be read becomes a finding and a gap: nothing may pass because of it. */
export function readFacts(facts: AddressFacts): Reading {
  const hits: Hit[] = [];
  const gaps: Gap[] = facts.unknown.map(({ what, reason, role, origin }) => ({
    what,
    reason,
    role: role ?? null,
    origin,
  }));
  const refuse = (hit: Hit, subject: Subject, role: Gap['role']): void => {
    hits.push(hit);
    gaps.push({
      what: subject.name || subject.text,
      reason: 'it cannot be read',
      role,
      origin: subject.origin,
    });
  };
  const ranges = readRanges(facts, refuse);
  const asns = readAsns(facts, refuse);
  const tunnelAddresses = readTunnelAddresses(facts, refuse);
  const quantities = facts.quantities.filter((fact) => isGood(fact, refuse));
  const routes = readRoutes(facts, refuse);
  const known = { ranges, asns, tunnelAddresses, quantities, modes: facts.modes };
  hits.push(...agreementHits(known, gaps));
  const joined = joinRanges(withoutIdleDefaults(ranges));
  const model: Model = {
    ranges: joined,
    sorted: new SortedBlocks(joined.map(({ cidr }) => cidr)),
    byRole: groupByRole(joined),
    asns,
    tunnelAddresses,
    quantities: largestTotals(quantities),
    mode: facts.modes[0] ?? null,
    routes,
    gaps,
  };
  return { model, hits };
}

type Refuse = (hit: Hit, subject: Subject, role: Gap['role']) => void;

function correction(corrected: string | null, otherwise: string): string {
  return corrected === null ? otherwise : `Write ${corrected}, if that is what is meant.`;
}

function readRanges({ ranges }: AddressFacts, refuse: Refuse): readonly KnownRange[] {
  const known: KnownRange[] = [];
  const sources = new SourceNames();
  for (const fact of ranges) {
    const parsed = parseCidr(fact.text);
    if (!parsed.ok) {
      const otherwise = 'Write the range as network address and prefix length, such as 10.40.0.0/16.';
      const values = { message: parsed.message, correction: correction(parsed.corrected, otherwise) };
      refuse({ rule: 'malformed-range', subjects: [fact], values }, fact, fact.role);
    } else if (parsed.cidr.family === 6 && IPV4_ONLY.has(fact.role)) {
      refuse({ rule: 'ipv6-not-supported', subjects: [fact] }, fact, fact.role);
    } else {
      known.push({ fact, cidr: parsed.cidr, source: sources.of(fact.origin) });
    }
  }
  return known;
}

function readAsns({ asns }: AddressFacts, refuse: Refuse): readonly KnownAsn[] {
  return asns.flatMap((fact) => {
    const parsed = parseAsn(fact.text);
    if (parsed.ok) return [{ fact, asn: parsed.asn }];
    const otherwise = 'Write the number in decimal digits alone, such as 65010.';
    const values = { message: parsed.message, correction: correction(parsed.corrected, otherwise) };
    refuse({ rule: 'malformed-asn', subjects: [fact], values }, fact, fact.role);
    return [];
  });
}

function readTunnelAddresses(facts: AddressFacts, refuse: Refuse): readonly KnownAddress[] {
  return facts.tunnelAddresses.flatMap((fact) => {
    const { text, name, origin } = fact;
    const subject: Subject = { role: 'tunnel-address', text, name, origin };
    const parsed = parseAddress(text);
    if (parsed.ok && parsed.family === 4) return [{ fact, subject, value: parsed.value }];
    const message = parsed.ok ? 'it is IPv6, and BGP runs over IPv4 here.' : parsed.message;
    const corrected = parsed.ok ? null : parsed.corrected;
    const values = { message, correction: correction(corrected, 'Write one address, such as 169.254.21.2.') };
    refuse({ rule: 'malformed-tunnel-address', subjects: [subject], values }, subject, 'tunnel-inside');
    return [];
  });
}

function readRoutes(facts: AddressFacts, refuse: Refuse): readonly KnownRoute[] {
  return facts.routes.flatMap((fact) => {
    const { role, text, table, origin } = fact;
    const subject: Subject = { role, text, name: table, origin };
    const parsed = parseCidr(text);
    if (parsed.ok) return [{ fact, cidr: parsed.cidr, subject }];
    const otherwise = 'Write the destination as network address and prefix length, such as 10.80.0.0/16.';
    const values = { message: parsed.message, correction: correction(parsed.corrected, otherwise) };
    refuse({ rule: 'malformed-range', subjects: [subject], values }, subject, role);
    return [];
  });
}

function isGood(fact: QuantityFact, refuse: Refuse): boolean {
  const allowed = quantityProblem(fact);
  if (allowed === null) return true;
  const subject = quantitySubject(fact);
  refuse({ rule: 'malformed-quantity', subjects: [subject], values: { allowed } }, subject, fact.quantity);
  return false;
}

/** A default is in force only where no source says anything else. */
function withoutIdleDefaults(ranges: readonly KnownRange[]): readonly KnownRange[] {
  if (!ranges.some(({ fact }) => fact.origin.kind === 'default')) return ranges;
  const decided = new Set(
    ranges.filter(({ fact }) => fact.origin.kind !== 'default').map(({ fact }) => fact.role),
  );
  return ranges.filter(({ fact }) => fact.origin.kind !== 'default' || !decided.has(fact.role));
}

/** How pods are routed, as the first source that says it has it. */
export function routingOf({ mode }: Model): ModeFact['podRouting'] | null {
  return mode?.podRouting ?? null;
}
