import { RANGE_ROLES, type RangeRole } from '../address-facts.ts';
import { overlaps, type Overlap } from '../cidr.ts';
import { areOneThing, soleRoles } from './agreement.ts';
import { type RuleId, type Severity } from './catalogue.ts';
import { moveOf } from './free-blocks.ts';
import { type Ledger, SEVERITIES } from './ledger.ts';
import { type KnownRange, type Model, rangesOf } from './model.ts';
import { NetworkParents } from './parents.ts';

/** Conflicting pairs that are looked at one by one; those beyond are counted. Bounds memory, not what is found. */
const EXAMINED_PAIRS = 10_000;

/**
 * Which rule two overlapping roles break, written once for both orders. What is not here may overlap: subnets their
 * network, nodes the virtual network, a pool the remote pod networks, the hybrid gateway's settings anything.
 */
const CONFLICTS: Readonly<Partial<Record<RangeRole, Readonly<Partial<Record<RangeRole, RuleId>>>>>> = {
  vpc: {
    vpc: 'vpcs-overlap',
    'tgw-cidr': 'tgw-cidr-overlap',
    service: 'service-overlap',
    'remote-node': 'remote-node-overlap',
    'remote-pod': 'remote-pod-overlap',
    vnet: 'vpc-vnet-overlap',
    'azure-subnet': 'vpc-vnet-overlap',
    'cluster-pool': 'remote-pod-overlap',
    peer: 'peer-overlap',
  },
  'aws-subnet': {
    'aws-subnet': 'aws-subnets-overlap',
    'tgw-cidr': 'tgw-cidr-overlap',
    service: 'service-overlap',
    'remote-node': 'remote-node-overlap',
    'remote-pod': 'remote-pod-overlap',
    vnet: 'vpc-vnet-overlap',
    'azure-subnet': 'vpc-vnet-overlap',
    'cluster-pool': 'remote-pod-overlap',
    peer: 'peer-overlap',
  },
  'tgw-cidr': {
    'tgw-cidr': 'tgw-cidr-overlap',
    service: 'tgw-cidr-overlap',
    'remote-node': 'tgw-cidr-overlap',
    'remote-pod': 'tgw-cidr-overlap',
    vnet: 'tgw-cidr-overlap',
    'azure-subnet': 'tgw-cidr-overlap',
    'cluster-pool': 'tgw-cidr-overlap',
    peer: 'peer-overlap',
  },
  service: {
    service: 'service-overlap',
    'remote-node': 'service-overlap',
    'remote-pod': 'service-overlap',
    vnet: 'service-overlap',
    'azure-subnet': 'service-overlap',
    'cluster-pool': 'service-overlap',
    peer: 'peer-overlap',
  },
  'remote-node': {
    'remote-node': 'remote-node-overlap',
    'remote-pod': 'remote-pod-overlap',
    'cluster-pool': 'remote-pod-overlap',
    peer: 'peer-overlap',
  },
  'remote-pod': {
    'remote-pod': 'remote-pod-overlap',
    vnet: 'pods-in-vnet',
    'azure-subnet': 'pods-in-vnet',
    peer: 'peer-overlap',
  },
  vnet: { vnet: 'vnets-overlap', 'cluster-pool': 'pods-in-vnet', peer: 'peer-overlap' },
  'azure-subnet': {
    'azure-subnet': 'azure-subnets-overlap',
    'cluster-pool': 'pods-in-vnet',
    peer: 'peer-overlap',
  },
  'cluster-pool': { 'cluster-pool': 'cluster-pools-overlap', peer: 'peer-overlap' },
  'tunnel-inside': { 'tunnel-inside': 'tunnels-overlap' },
  peer: { peer: 'peers-overlap' },
};

/** What is announced to Azure, where an identical prefix of the virtual network hides it. */
const ANNOUNCED: ReadonlySet<RangeRole> = new Set(['vpc', 'tgw-cidr', 'peer', 'remote-pod', 'cluster-pool']);

/** From what is easiest to move to what is hardest: the first of two is the one that should. */
const MOVABLE: readonly RangeRole[] = [
  'tunnel-inside',
  'cluster-pool',
  'remote-pod',
  'service',
  'azure-subnet',
  'aws-subnet',
  'remote-node',
  'tgw-cidr',
  'vnet',
  'vpc',
  'peer',
];

/** How a range stands to the matrix: beside its role, whether it lies in what it belongs to, or is a mere default. */
type Standing = 'own' | 'inside' | 'default';
const STANDINGS: readonly Standing[] = ['own', 'inside', 'default'];

/**
 * Judges all pairs that overlap, in one sweep over all ranges; each severity has a limit of its own, so that errors are
 * never crowded out by warnings. Returns how many overlapping pairs there are, allowed ones included.
 */
export function checkOverlaps(model: Model, ledger: Ledger): number {
  const of = groupsOf(model);
  const severityOf = (a: number, b: number, equal: boolean): Severity | null => {
    const rule = ruleOfGroups(a, b, equal);
    return rule === null ? null : ledger.severityOf(rule);
  };
  const wanted = (a: number, b: number, equal: boolean): boolean => severityOf(a, b, equal) !== null;
  // One tally for each severity, and the last for pairs that may overlap.
  const allowed = SEVERITIES.length;
  const tallyOf = (a: number, b: number, equal: boolean): number => {
    const severity = severityOf(a, b, equal);
    return severity === null ? allowed : SEVERITIES.indexOf(severity);
  };
  const groups = { of, count: GROUPS, wanted, tallyOf, tallies: allowed + 1 };
  const { pairs, tallies } = overlaps(model.sorted, { limit: EXAMINED_PAIRS, groups });
  const sole = soleRoles(model.byRole);
  for (const { a, b, kind } of pairs) {
    const rule = ruleOfGroups(of[a] ?? 0, of[b] ?? 0, kind === 'equal');
    const [first, second] = [model.ranges[a], model.ranges[b]];
    if (rule === null || first === undefined || second === undefined) continue;
    if (!areOneThing(first, second, sole)) addPair(ledger, rule, first, second, kind);
  }
  // No more than the limit of each severity is listed, and less only when there is no more.
  for (const [tally, severity] of SEVERITIES.entries()) {
    ledger.addUncounted(severity, Math.max(0, (tallies[tally] ?? 0) - EXAMINED_PAIRS));
  }
  return tallies.reduce((sum, count) => sum + count, 0);
}

/** A small number for role and standing, by which the sweep asks whether a pair matters. */
function groupOf(role: RangeRole, standing: Standing): number {
  return RANGE_ROLES.indexOf(role) * STANDINGS.length + STANDINGS.indexOf(standing);
}

function groupsOf(model: Model): readonly number[] {
  const parents: Readonly<Partial<Record<RangeRole, NetworkParents>>> = {
    'aws-subnet': new NetworkParents(rangesOf(model, 'vpc')),
    'azure-subnet': new NetworkParents(rangesOf(model, 'vnet')),
    'cluster-pool': new NetworkParents(rangesOf(model, 'remote-pod')),
  };
  return model.ranges.map(({ fact, cidr }) => {
    if (fact.origin.kind === 'default') return groupOf(fact.role, 'default');
    const held = parents[fact.role]?.of(fact.network).index.holding(cidr) ?? null;
    return groupOf(fact.role, held === null ? 'own' : 'inside');
  });
}

const GROUPS = RANGE_ROLES.length * STANDINGS.length;

/** The rule for each two groups when neither range is equal to the other; worked out once. */
const TABLE: readonly (RuleId | null)[] = Array.from({ length: GROUPS * GROUPS }, (_, index) =>
  unequalRule(Math.floor(index / GROUPS), index % GROUPS),
);

function ruleOfGroups(a: number, b: number, equal: boolean): RuleId | null {
  const rule = TABLE[a * GROUPS + b] ?? null;
  return rule !== null && equal && hidesRoute(roleOf(a), roleOf(b)) ? 'vnet-prefix-filtered' : rule;
}

function hidesRoute(a: RangeRole, b: RangeRole): boolean {
  return (a === 'vnet' && ANNOUNCED.has(b)) || (b === 'vnet' && ANNOUNCED.has(a));
}

function roleOf(group: number): RangeRole {
  return RANGE_ROLES[Math.floor(group / STANDINGS.length)] ?? 'peer';
}

function standingOf(group: number): Standing {
  return STANDINGS[group % STANDINGS.length] ?? 'own';
}

function unequalRule(a: number, b: number): RuleId | null {
  const [roleA, roleB] = [roleOf(a), roleOf(b)];
  const standings = [standingOf(a), standingOf(b)];
  const rule = CONFLICTS[roleA]?.[roleB] ?? CONFLICTS[roleB]?.[roleA] ?? null;
  // What lies in its network conflicts with strangers only through that network; with its own kind, by itself.
  if (rule === null || (standings.includes('inside') && roleA !== roleB)) return null;
  if (!standings.includes('default')) return rule;
  const isDefaultService =
    (roleA === 'service' && standings[0] === 'default') ||
    (roleB === 'service' && standings[1] === 'default');
  return isDefaultService && roleA !== roleB ? 'service-default-overlap' : null;
}

const INVERSE: Readonly<Record<Overlap, Overlap>> = {
  equal: 'equal',
  contains: 'inside',
  inside: 'contains',
};
const VERBS: Readonly<Record<Overlap, string>> = {
  equal: 'equals',
  contains: 'contains',
  inside: 'lies inside',
};

function addPair(ledger: Ledger, rule: RuleId, a: KnownRange, b: KnownRange, kind: Overlap): void {
  // Of two alike, the later one gives way.
  const bMoves = rankOf(b) <= rankOf(a);
  const [mover, other] = bMoves ? [b, a] : [a, b];
  const verb = VERBS[bMoves ? INVERSE[kind] : kind];
  const movesAlone = other.fact.role !== 'peer' || mover.fact.role !== 'peer';
  const hit = { rule, subjects: [mover.fact, other.fact], values: { kind: verb } };
  ledger.add(movesAlone ? { ...hit, move: moveOf(mover) } : hit);
}

function rankOf({ fact }: KnownRange): number {
  return fact.origin.kind === 'default' ? -1 : MOVABLE.indexOf(fact.role);
}
