import { CATALOGUE, RULE_IDS, type RuleCode, type RuleHead, type RuleId } from './catalogue.ts';
import { type RuleText } from './rule.ts';
import { BGP_TEXTS } from './texts-bgp.ts';
import { CAPACITY_TEXTS } from './texts-capacity.ts';
import { FORM_TEXTS } from './texts-form.ts';
import { LIMIT_TEXTS } from './texts-limits.ts';
import { OVERLAP_TEXTS } from './texts-overlaps.ts';
import { PLACEMENT_TEXTS } from './texts-placement.ts';
import { ROUTE_TEXTS } from './texts-routes.ts';

const TEXTS: Readonly<Record<RuleId, RuleText>> = {
  ...FORM_TEXTS,
  ...OVERLAP_TEXTS,
  ...PLACEMENT_TEXTS,
  ...LIMIT_TEXTS,
  ...BGP_TEXTS,
  ...CAPACITY_TEXTS,
  ...ROUTE_TEXTS,
};

/** One rule whole: head and texts. */
export interface Rule extends RuleHead, RuleText {
  readonly code: RuleCode;
  readonly id: RuleId;
}

/** The rule of that id. */
export function ruleOf(id: RuleId): Rule {
  return { id, ...CATALOGUE[id], ...TEXTS[id] };
}

/** Every rule in the order of its code. */
export const RULES: readonly Rule[] = RULE_IDS.map((id) => ruleOf(id));
