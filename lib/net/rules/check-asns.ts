import { type AsnRole } from '../address-facts.ts';
import { asnReservation, isPrivateAsn } from '../asn.ts';
import { type RuleId } from './catalogue.ts';
import { missing } from './check-placement.ts';
import { type Ledger } from './ledger.ts';
import { groupBy } from './group-by.ts';
import { asnsOf, type Gap, isUncertain, type KnownAsn, type Model, sourceOf } from './model.ts';
import { routingOf } from './read-facts.ts';

/** Fixed for Route Server and the default of Azure's VPN gateway. */
const AZURE_ASN = 65_515;
const TRAP = 64_512;

/** Judges AS numbers, each by itself and against the others; returns what could not be judged. */
export function checkAsns(model: Model, ledger: Ledger): readonly Gap[] {
  const free = freeAsn(model);
  for (const known of model.asns) checkOne(known, ledger, free);
  checkDistinct(model, ledger, free);
  checkRouteServer(model, ledger, free);
  checkTransitGateways(model, ledger, free);
  checkCilium(model, ledger);
  return [
    ...checkMirror(model, ledger, 'customer-gateway', 'azure-gateway', 'customer-gateway-asn'),
    ...checkMirror(model, ledger, 'local-network-gateway', 'transit-gateway', 'local-network-gateway-asn'),
  ];
}

/** The lowest private 16-bit number from 65010 on that is neither used nor reserved. */
function freeAsn({ asns }: Model): number {
  const used = new Set(asns.map(({ asn }) => asn));
  let asn = 65_010;
  while (used.has(asn) || asnReservation(asn) !== null) asn += 1;
  return asn;
}

/** Roles of Azure's own routers, or which repeat their number. */
const AZURE_ROLES: ReadonlySet<AsnRole> = new Set(['azure-gateway', 'route-server', 'customer-gateway']);

function checkOne({ fact, asn }: KnownAsn, ledger: Ledger, free: number): void {
  const reservation = asnReservation(asn);
  // Connected networks do not peer with Azure, so Azure's reservations do not bind them.
  const isAllowed =
    (AZURE_ROLES.has(fact.role) && asn === AZURE_ASN) ||
    (fact.role === 'peer' && reservation?.by === 'Azure');
  if (reservation !== null && !isAllowed && fact.role !== 'route-server') {
    const why = `${reservation.by} keeps it ${reservation.reason} (${reservation.source})`;
    ledger.add({ rule: 'asn-reserved', subjects: [fact], values: { why, free } });
  } else if (fact.role === 'transit-gateway' && !isPrivateAsn(asn)) {
    ledger.add({ rule: 'tgw-asn-range', subjects: [fact], values: { free } });
  }
}

/** Pairs of roles that speak eBGP with each other or pass each other's routes on. */
const DISTINCT: readonly (readonly [AsnRole, AsnRole])[] = [
  ['azure-gateway', 'transit-gateway'],
  ['cilium', 'transit-gateway'],
  ['cilium', 'azure-gateway'],
  ['peer', 'transit-gateway'],
  ['peer', 'azure-gateway'],
  ['peer', 'cilium'],
];

function checkDistinct(model: Model, ledger: Ledger, free: number): void {
  for (const [role, other] of DISTINCT) {
    for (const a of distinct(asnsOf(model, role))) {
      const b = asnsOf(model, other).find(({ asn }) => asn === a.asn);
      if (b === undefined) continue;
      const isTrap = a.asn === TRAP && role === 'cilium' && other === 'transit-gateway';
      const rule = isTrap ? 'asn-64512-trap' : 'asns-equal';
      ledger.add({ rule, subjects: [a.fact, b.fact], values: { free } });
    }
  }
}

/** One fact for each number: eight nodes with one number are one side. */
function distinct(asns: readonly KnownAsn[]): readonly KnownAsn[] {
  const byAsn = new Map<number, KnownAsn>();
  for (const known of asns) if (!byAsn.has(known.asn)) byAsn.set(known.asn, known);
  return [...byAsn.values()];
}

/** Within a source only: what two sources say about one gateway is the same number twice. */
function bySource(asns: readonly KnownAsn[]): readonly (readonly KnownAsn[])[] {
  return [...groupBy(asns, ({ fact }) => sourceOf(fact.origin)).values()];
}

function checkTransitGateways(model: Model, ledger: Ledger, free: number): void {
  for (const ofSource of bySource(asnsOf(model, 'transit-gateway'))) {
    for (const [first, ...others] of groupBy(ofSource, ({ asn }) => String(asn)).values()) {
      if (first === undefined) continue;
      for (const other of others) {
        ledger.add({ rule: 'tgw-asns-equal', subjects: [first.fact, other.fact], values: { free } });
      }
    }
  }
}

function checkCilium(model: Model, ledger: Ledger): void {
  for (const ofSource of bySource(asnsOf(model, 'cilium'))) {
    const [first, ...others] = distinct(ofSource);
    if (first === undefined) continue;
    for (const other of others) {
      ledger.add({ rule: 'cilium-asns-differ', subjects: [first.fact, other.fact] });
    }
  }
}

function checkRouteServer(model: Model, ledger: Ledger, free: number): void {
  const routeServers = asnsOf(model, 'route-server');
  for (const { fact } of distinct(routeServers).filter(({ asn }) => asn !== AZURE_ASN)) {
    ledger.add({ rule: 'route-server-asn', subjects: [fact] });
  }
  if (routingOf(model) !== 'bgp' && routeServers.length === 0) return;
  for (const { fact } of distinct(asnsOf(model, 'azure-gateway')).filter(({ asn }) => asn !== AZURE_ASN)) {
    ledger.add({ rule: 'gateway-asn-for-route-server', subjects: [fact] });
  }
  for (const { fact } of distinct(asnsOf(model, 'cilium')).filter(({ asn }) => asn > 65_535)) {
    ledger.add({ rule: 'route-server-16-bit', subjects: [fact], values: { free } });
  }
}

/** One cloud's object that stands for the other cloud's gateway must have that gateway's number. */
function checkMirror(
  model: Model,
  ledger: Ledger,
  role: AsnRole,
  original: AsnRole,
  rule: RuleId,
): readonly Gap[] {
  const mirrors = asnsOf(model, role);
  const originals = asnsOf(model, original);
  const [first] = mirrors;
  if (first === undefined || isUncertain(model, original)) return [];
  const [wanted] = originals;
  if (wanted === undefined) return [missing(original, first.fact.origin)];
  for (const { fact, asn } of mirrors) {
    if (originals.some((known) => known.asn === asn)) continue;
    ledger.add({ rule, subjects: [fact, wanted.fact], values: { wanted: String(wanted.asn) } });
  }
  return [];
}
