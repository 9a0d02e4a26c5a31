import { type AddressFacts, type Origin, RANGE_ROLES, type RangeFact } from '../address-facts.ts';
import { RULE_IDS, type RuleId } from './catalogue.ts';
import { checkAsns } from './check-asns.ts';
import { checkCapacity } from './check-capacity.ts';
import { checkLimits } from './check-limits.ts';
import { checkOverlaps } from './check-overlaps.ts';
import { checkPlacement, checkPoolDefault } from './check-placement.ts';
import { checkRoutes } from './check-routes.ts';
import { checkSpecials } from './check-specials.ts';
import { checkTunnels } from './check-tunnels.ts';
import { FreeBlocks } from './free-blocks.ts';
import { Ledger } from './ledger.ts';
import { type Gap, type Model } from './model.ts';
import { readRuleOptions } from './options.ts';
import { readFacts } from './read-facts.ts';
import { ruleOf } from './rules.ts';
import { type FactRole } from './rule.ts';
import { type RuleOptions, type UnknownCheck, type Verdict } from './verdict.ts';

/** Both of which EKS may pick where no service range is set; which one depends on the VPC. */
const SERVICE_DEFAULTS = ['10.100.0.0/16', '172.20.0.0/16'] as const;
const EKS_DEFAULT: Origin = { kind: 'default', source: 'EKS default' };

/**
 * Judges an address plan by every rule. Facts that are missing or cannot be read never count as good: without an error
 * the verdict is then `unknown`. EHA1510 when the options name what does not exist.
 */
export function checkAddressPlan(facts: AddressFacts, options: RuleOptions): Verdict {
  const known = readRuleOptions(options);
  const ledger = new Ledger(known);
  const modelled = serviceDefaults(facts);
  const { model, hits } = readFacts({ ...facts, ranges: [...facts.ranges, ...modelled] });
  for (const hit of hits) ledger.add(hit);
  if (modelled.length > 0) {
    ledger.add({ rule: 'service-unset', subjects: [], move: moveForService() });
  }
  const pairs = checkOverlaps(model, ledger);
  const gaps = [...model.gaps, ...checkRest(model, ledger)];
  const rangeCount = model.ranges.length - modelled.length;
  // Where something could not be read, that is the reason, and the verdict is unknown.
  if (rangeCount === 0 && gaps.length === 0) ledger.add({ rule: 'nothing-to-check', subjects: [] });
  ledger.judgeIgnores();
  const freeBlocks = new FreeBlocks(model);
  const findings = ledger.findings((move) => freeBlocks.find(move));
  const counts = ledger.counts;
  return {
    verdict: counts.error > 0 ? 'failed' : gaps.length > 0 ? 'unknown' : 'passed',
    findings,
    counts,
    unlisted: counts.error + counts.warning + counts.info + counts.ignored - findings.length,
    unknown: gaps.map((gap) => unknownCheck(gap, ledger)),
    checked: { ranges: rangeCount, asns: model.asns.length, pairs, rules: countJudged(model, ledger) },
  };
}

function checkRest(model: Model, ledger: Ledger): readonly Gap[] {
  checkPoolDefault(model, ledger);
  checkLimits(model, ledger);
  checkSpecials(model, ledger);
  checkCapacity(model, ledger);
  checkRoutes(model, ledger);
  return [...checkPlacement(model, ledger), ...checkTunnels(model, ledger), ...checkAsns(model, ledger)];
}

/** What EKS may pick, where a cluster is seen (it has remote networks) and nobody sets the service range. */
function serviceDefaults({ ranges, unknown }: AddressFacts): readonly RangeFact[] {
  const isCluster = ranges.some(({ role }) => role === 'remote-node' || role === 'remote-pod');
  const isSaid =
    ranges.some(({ role }) => role === 'service') ||
    unknown.some(({ role }) => role === 'service' || role === undefined);
  if (!isCluster || isSaid) return [];
  return SERVICE_DEFAULTS.map((text) => ({
    role: 'service',
    text,
    name: 'EKS default',
    network: '',
    origin: EKS_DEFAULT,
  }));
}

function moveForService() {
  return { role: 'service', prefix: 16, family: 4, network: '', name: '' } as const;
}

function unknownCheck({ what, reason, role, origin }: Gap, ledger: Ledger): UnknownCheck {
  const rules = RULE_IDS.filter((id) => ledger.isOn(id) && dependsOn(id, role));
  return { what, reason, role, rules, origin };
}

function dependsOn(id: RuleId, role: FactRole | null): boolean {
  const { needs } = ruleOf(id);
  return role === null ? needs.length > 0 : needs.includes(role);
}

/** Rules that are on and had a fact of the role that they are about, the first of those they need. */
function countJudged({ ranges, byRole, asns, quantities, routes }: Model, ledger: Ledger): number {
  const present = new Set<FactRole>([
    ...RANGE_ROLES.filter((role) => byRole.has(role)),
    ...asns.map(({ fact }) => fact.role),
    ...quantities.keys(),
    ...routes.map(({ fact }) => fact.role),
  ]);
  return RULE_IDS.filter((id) => {
    const { needs } = ruleOf(id);
    const [subject] = needs;
    if (!ledger.isOn(id) || subject === undefined) return false;
    return needs.length === RANGE_ROLES.length ? ranges.length > 0 : present.has(subject);
  }).length;
}
