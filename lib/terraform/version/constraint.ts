import { compareSegments, compareVersions, isPrerelease, parseVersion, type Version } from './version.ts';

const OPERATORS = ['=', '!=', '>', '>=', '<', '<=', '~>'] as const;
type Operator = (typeof OPERATORS)[number];

/** One comparison, such as `~> 1.11`. */
export interface Comparison {
  readonly operator: Operator;
  readonly version: Version;
}

/** All of it must hold. */
export interface Constraint {
  /** As it was written. */
  readonly text: string;
  readonly comparisons: readonly Comparison[];
}

export type ParsedConstraint =
  | { readonly valid: true; readonly constraint: Constraint }
  /** `problem` names the part that cannot be read, as a clause: `"^1.5" is not a comparison; …`. */
  | { readonly valid: false; readonly problem: string };

const COMPARISON = /^[\t\n\f\r ]*(=|!=|>=|<=|~>|>|<|)[\t\n\f\r ]*([^\t\n\f\r ]+)[\t\n\f\r ]*$/;

/** Forms of npm, Ruby and Go modules that people try, and what Terraform wants instead. */
const HABITS: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/^\s*$/, 'a part between commas is empty'],
  [/^\s*\^/, '^ is npm’s; write ~> 1.5 for "1.5 or newer, below 2"'],
  [/^\s*~[^>]/, '~ alone is npm’s; write ~> 1.5.0 for "1.5.0 or newer, below 1.6"'],
  [/^\s*(==|=>|=<|<>)/, 'the operators are =, !=, >, >=, <, <= and ~>'],
  [/[xX*]\s*$/, 'there are no wildcards; write ~> 1.5.0 for any 1.5'],
  [/\|\|/, 'there is no "or"'],
  [/\d\s+[<>=!~\d]/, 'comparisons are separated by commas'],
];

/** Reads what `required_version` takes: comparisons separated by commas, `=` where no operator is written. */
export function parseConstraint(text: string): ParsedConstraint {
  const comparisons: Comparison[] = [];
  for (const part of text.split(',')) {
    const comparison = parseComparison(part);
    if (comparison === undefined) return { valid: false, problem: explain(part) };
    comparisons.push(comparison);
  }
  return { valid: true, constraint: { text: text.trim(), comparisons } };
}

function parseComparison(part: string): Comparison | undefined {
  const [, written = '', number = ''] = COMPARISON.exec(part) ?? [];
  const operator = OPERATORS.find((known) => known === (written === '' ? '=' : written));
  const version = parseVersion(number);
  return operator === undefined || version === undefined ? undefined : { operator, version };
}

function explain(part: string): string {
  const advice =
    HABITS.find(([pattern]) => pattern.test(part))?.[1] ?? 'write for example ~> 1.11 or >= 1.10, < 2.0';
  const shown = part.trim().slice(0, 80);
  return `${JSON.stringify(shown)} is not a version comparison: ${advice}`;
}

/**
 * A pre-release fits a comparison with a release only by `!=`, and one with a pre-release only of the same numbers:
 * nobody gets a release candidate who did not name it.
 */
function mayCompare(version: Version, { version: bound }: Comparison): boolean {
  if (!isPrerelease(version)) return true;
  return (
    isPrerelease(bound) &&
    version.segments.length === bound.segments.length &&
    compareSegments(version, bound) === 0
  );
}

function holds(version: Version, comparison: Comparison): boolean {
  const { operator, version: bound } = comparison;
  const order = compareVersions(version, bound);
  if (operator === '=') return order === 0;
  if (operator === '!=') return order !== 0;
  if (!mayCompare(version, comparison)) return false;
  if (operator === '~>') return order >= 0 && isBelowNext(version, bound);
  if (operator === '>') return order > 0;
  if (operator === '>=') return order >= 0;
  return operator === '<' ? order < 0 : order <= 0;
}

/**
 * The upper end of `~>`: all segments before the last written one are the same, so that `~> 1.5` ends below 2,
 * `~> 1.5.0` below 1.6 and `~> 1` nowhere. A bound with more segments than the version has holds for none, and a
 * pre-release as bound for no release.
 */
function isBelowNext(version: Version, bound: Version): boolean {
  if (isPrerelease(bound) && !isPrerelease(version)) return false;
  if (bound.segments.length > version.segments.length) return false;
  return bound.segments
    .slice(0, bound.written - 1)
    .every((segment, index) => version.segments[index] === segment);
}

/** Whether every comparison holds, by the rules of Terraform. */
export function satisfies(version: Version, constraint: Constraint): boolean {
  return constraint.comparisons.every((comparison) => holds(version, comparison));
}

/** The version of a constraint that is just one `=`: such a constraint needs no list of releases. */
export function exactVersion({ comparisons }: Constraint): Version | undefined {
  const [only, ...others] = comparisons;
  return others.length === 0 && only?.operator === '=' ? only.version : undefined;
}

/** Terraform refuses pre-releases in `required_version` and names the comparison. */
export function namesPrerelease({ comparisons }: Constraint): boolean {
  return comparisons.some(({ version }) => isPrerelease(version));
}
