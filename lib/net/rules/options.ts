import { isRuleId, type RuleId, type Severity } from './catalogue.ts';
import { ruleErrors } from './errors.ts';
import { ruleOf } from './rules.ts';
import { type IgnoreRule, type RuleOptions } from './verdict.ts';

/** Rules that say what was not checked: without them a plan that nobody could read would pass. */
const NEVER_OFF: ReadonlySet<RuleId> = new Set(['nothing-to-check', 'malformed-range', 'malformed-asn']);

/** An ignore whose rule and date are known to be good. */
export interface KnownIgnore extends IgnoreRule {
  readonly rule: RuleId;
  readonly expired: boolean;
}

/** Options after they were checked. */
export interface KnownOptions {
  /** Null: the rule is off. */
  readonly severityOf: (rule: RuleId) => Severity | null;
  readonly ignores: readonly KnownIgnore[];
}

/** What is wrong with the options, one sentence each; empty when nothing is. */
export function ruleOptionProblems({ severities, ignores }: RuleOptions): readonly string[] {
  return [
    ...Object.entries(severities).flatMap(([id, severity]) => {
      if (!isRuleId(id)) return [`Severity of "${id}": there is no such rule.`];
      if (severity === 'off' && NEVER_OFF.has(id)) return [`Severity of "${id}": this rule cannot be off.`];
      return [];
    }),
    ...ignores.flatMap((ignore, index) =>
      ignoreProblems(ignore).map((problem) => `Ignore ${index + 1} (${ignore.rule}): ${problem}`),
    ),
  ];
}

function ignoreProblems({ rule, reason, until }: IgnoreRule): readonly string[] {
  const problems: string[] = [];
  if (!isRuleId(rule)) problems.push('there is no such rule.');
  else if (NEVER_OFF.has(rule)) problems.push('this rule cannot be ignored.');
  if (reason.trim() === '') problems.push('it needs a reason.');
  if (!isDate(until)) problems.push(`its date must be a day such as 2027-01-31, not "${until}".`);
  return problems;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Checks the options. EHA1510 with every problem when there is one. */
export function readRuleOptions(options: RuleOptions): KnownOptions {
  const problems = ruleOptionProblems(options);
  if (problems.length > 0) throw ruleErrors.EHA1510(problems.join(' '));
  const today = options.now.toISOString().slice(0, 10);
  const severities = new Map(Object.entries(options.severities));
  return {
    severityOf: (rule) => {
      const severity = severities.get(rule) ?? ruleOf(rule).severity;
      return severity === 'off' ? null : severity;
    },
    ignores: options.ignores.flatMap((ignore) =>
      isRuleId(ignore.rule) ? [{ ...ignore, rule: ignore.rule, expired: ignore.until < today }] : [],
    ),
  };
}
