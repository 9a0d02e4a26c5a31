import { driftErrors } from './drift-errors.ts';
import type { DriftedObject } from './drift.ts';
import { matchesPattern } from './address-pattern.ts';

/** Drift that is known and accepted. What it names all has to match. */
export interface IgnoreRule {
  /** Resource type, `*` stands for any characters; null for every type. */
  readonly type: string | null;
  /** Address as `matchesPattern` takes it; null for every address. */
  readonly address: string | null;
  /** Path of an attribute, `*` stands for any characters, what lies inside it counts; null for the object as a whole. */
  readonly attribute: string | null;
  /** Why it is accepted, for those who read the issue. */
  readonly reason: string;
  /** The last day (UTC) on which it counts, `2026-12-31`; null for ever. */
  readonly expires: string | null;
}

/** What became of one rule in one run. */
export interface RuleUse {
  readonly rule: IgnoreRule;
  readonly expired: boolean;
  /** Addresses of the objects of which it left something out, or would have if it had not expired. */
  readonly matched: readonly string[];
}

export interface FilteredDrift {
  /** What is left, in Terraform's order, each object without the attributes that are ignored. */
  readonly drift: readonly DriftedObject[];
  readonly uses: readonly RuleUse[];
}

/** @throws EHA1290 */
export function checkRules(rules: readonly IgnoreRule[]): void {
  rules.forEach(({ type, address, attribute, reason, expires }, index) => {
    const name = `Rule ${index + 1} of the input ignore`;
    if (type === null && address === null && attribute === null) {
      throw driftErrors.EHA1290(
        `${name} has no type, no address and no attribute: it would ignore everything.`,
      );
    }
    if (reason.trim() === '') throw driftErrors.EHA1290(`${name} has an empty reason.`);
    if (expires !== null && !isDate(expires)) {
      throw driftErrors.EHA1290(`${name} expires on "${expires}", which is not a date such as 2026-12-31.`);
    }
  });
}

/** Takes out what the rules accept. A rule that has expired takes out nothing and is told. */
export function filterDrift(
  drift: readonly DriftedObject[],
  rules: readonly IgnoreRule[],
  nowMs: number,
): FilteredDrift {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const uses = rules.map((rule) => ({
    rule,
    expired: rule.expires !== null && rule.expires < today,
    matched: drift.filter((object) => matches(rule, object)).map(({ address }) => address),
  }));
  const valid = uses.filter(({ expired }) => !expired).map(({ rule }) => rule);
  return { drift: drift.flatMap((object) => withoutIgnored(object, valid)), uses };
}

function withoutIgnored(object: DriftedObject, rules: readonly IgnoreRule[]): readonly DriftedObject[] {
  const fitting = rules.filter((rule) => matches(rule, object));
  if (fitting.length === 0) return [object];
  if (fitting.some(({ attribute }) => attribute === null)) return [];
  const attributes = object.attributes.filter(
    ({ path }) => !fitting.some(({ attribute }) => attribute !== null && isWithin(path, attribute)),
  );
  return attributes.length === 0 ? [] : [{ ...object, attributes }];
}

/** A rule for an attribute never fits an object that is gone: that is more than the attribute. */
function matches({ type, address, attribute }: IgnoreRule, object: DriftedObject): boolean {
  if (type !== null && !glob(type).test(object.type)) return false;
  if (address !== null && !matchesPattern(address, object)) return false;
  return attribute === null || object.attributes.some(({ path }) => isWithin(path, attribute));
}

function isWithin(path: string, pattern: string): boolean {
  return glob(pattern, '(?:[.[].*)?').test(path);
}

function glob(pattern: string, end = ''): RegExp {
  const source = pattern
    .split('*')
    .map((text) => text.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}${end}$`, 's');
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
