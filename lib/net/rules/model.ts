import {
  type AsnFact,
  type AsnRole,
  type ModeFact,
  type Origin,
  type OriginKind,
  type Quantity,
  type QuantityFact,
  type RangeFact,
  type RangeRole,
  type RouteFact,
  type RouteRole,
  type TunnelAddressFact,
} from '../address-facts.ts';
import { type Cidr, type SortedBlocks } from '../cidr.ts';
import { type FactRole } from './rule.ts';
import { type Subject } from './verdict.ts';

/** A well-formed range with what it says about itself. */
export interface KnownRange {
  readonly fact: RangeFact;
  readonly cidr: Cidr;
  /** Who said it; facts of one source are meant to be different things. */
  readonly source: string;
}

export interface KnownAsn {
  readonly fact: AsnFact;
  readonly asn: number;
}

export interface KnownAddress {
  readonly fact: TunnelAddressFact;
  readonly subject: Subject;
  readonly value: bigint;
}

/** A route with a well-formed destination. */
export interface KnownRoute {
  readonly fact: RouteFact;
  readonly cidr: Cidr;
  readonly subject: Subject;
}

/** A number with the fact that says it; `subject` is the first where several add up. */
export interface KnownQuantity {
  readonly value: number;
  readonly subject: Subject;
}

/** Why something is not known: joins what the sources say and what the rules miss. */
export interface Gap {
  readonly what: string;
  readonly reason: string;
  readonly role: FactRole | null;
  readonly origin: Origin;
}

/** The facts as the rules see them: parsed, joined where sources agree, sorted by role. */
export interface Model {
  readonly ranges: readonly KnownRange[];
  /** The blocks of `ranges`, each at the place of its range. */
  readonly sorted: SortedBlocks;
  readonly byRole: ReadonlyMap<RangeRole, readonly KnownRange[]>;
  readonly asns: readonly KnownAsn[];
  readonly tunnelAddresses: readonly KnownAddress[];
  readonly quantities: ReadonlyMap<Quantity, KnownQuantity>;
  readonly mode: ModeFact | null;
  readonly routes: readonly KnownRoute[];
  readonly gaps: readonly Gap[];
}

/** The ranges of a role, none as an empty list. */
export function rangesOf({ byRole }: Model, role: RangeRole): readonly KnownRange[] {
  return byRole.get(role) ?? [];
}

export function asnsOf({ asns }: Model, role: AsnRole): readonly KnownAsn[] {
  return asns.filter(({ fact }) => fact.role === role);
}

/** The routes that carry packets, of one kind of table. */
export function activeRoutes({ routes }: Model, role: RouteRole): readonly KnownRoute[] {
  return routes.filter(({ fact }) => fact.role === role && fact.active);
}

/** Whether facts of the role may be missing, so that nothing follows from what is not there. */
export function isUncertain({ gaps }: Pick<Model, 'gaps'>, role: FactRole): boolean {
  return gaps.some((gap) => gap.role === role || gap.role === null);
}

/**
 * Who said a fact. A plan's outputs repeat what its resources say, so they count as a source of their own; a default
 * belongs to nobody.
 */
export function sourceOf({ kind, source, address }: Origin): string {
  return `${kind} ${source}${isOutput(address) ? ' output' : ''}`;
}

function isOutput(address: string | undefined): boolean {
  return address?.startsWith('output.') === true;
}

/** {@link sourceOf} for many facts: one string for all facts of a source, made once. */
export class SourceNames {
  /** By kind, then by source; outputs apart. */
  readonly #names = new Map<OriginKind, Map<string, string>>();
  readonly #outputs = new Map<OriginKind, Map<string, string>>();

  of(origin: Origin): string {
    const { kind, source, address } = origin;
    const byKind = isOutput(address) ? this.#outputs : this.#names;
    let names = byKind.get(kind);
    if (names === undefined) {
      names = new Map();
      byKind.set(kind, names);
    }
    const known = names.get(source);
    if (known !== undefined) return known;
    const name = sourceOf(origin);
    names.set(source, name);
    return name;
  }
}

/** Sorts ranges by role. */
export function groupByRole(ranges: readonly KnownRange[]): ReadonlyMap<RangeRole, readonly KnownRange[]> {
  const byRole = new Map<RangeRole, KnownRange[]>();
  for (const range of ranges) {
    const group = byRole.get(range.fact.role);
    if (group === undefined) byRole.set(range.fact.role, [range]);
    else group.push(range);
  }
  return byRole;
}

const LEAST: Readonly<Record<Quantity, number>> = {
  nodes: 0,
  surge: 0,
  'pods-per-node': 1,
  'node-mask': 1,
  'route-server-peers': 0,
  'routes-per-peer': 0,
};

/** What the number must be, in words; null when it is that. */
export function quantityProblem({ quantity, value }: QuantityFact): string | null {
  const least = LEAST[quantity];
  const most = quantity === 'node-mask' ? 32 : Number.MAX_SAFE_INTEGER;
  if (Number.isInteger(value) && value >= least && value <= most) return null;
  return quantity === 'node-mask' ? 'a whole number from 1 to 32' : `a whole number of at least ${least}`;
}

/** A number as a finding names it. */
export function quantitySubject({ quantity, value, name, origin }: QuantityFact): Subject {
  return { role: quantity, text: String(value), name, origin };
}
