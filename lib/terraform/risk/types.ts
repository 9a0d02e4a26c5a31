import type { Row } from './row.ts';

/** From harmless to disastrous. */
export type RiskLevel = 'info' | 'warning' | 'high' | 'critical';

/** The levels from the lowest to the highest: what an input that takes a level allows. */
export const RISK_LEVELS: readonly RiskLevel[] = ['info', 'warning', 'high', 'critical'];

/** One danger of a plan, with every row that makes it. Neither field ever holds a value of an attribute. */
export interface Risk {
  /** Stable id of the rule, such as `link-all-tunnels-interrupted`. */
  readonly rule: string;
  readonly level: RiskLevel;
  /** For the reviewer: what happens to the running system, and what to do. */
  readonly sentence: string;
  /** Addresses of the rows that make the rule fire, in plan order, each once. */
  readonly addresses: readonly string[];
}

/**
 * What the plan does to a tunnel: `interrupt` when it stops carrying traffic, `destroy` when it is gone afterwards. A tunnel
 * that only loses what its traffic passes through (an attachment, a propagation) is interrupted, however long.
 */
export type TunnelEffect = 'none' | 'create' | 'update' | 'interrupt' | 'destroy';

export interface TunnelState {
  /** As the module names it, `instance0-tunnel1`; with the module's address before it where two links share names. */
  readonly name: string;
  readonly effect: TunnelEffect;
  /** Addresses of the rows that have this effect, in plan order; empty for `none`. */
  readonly because: readonly string[];
}

/**
 * What is left of the link at the worst moment of the apply, counting AWS connections (each ends on one instance of the
 * Azure gateway), because two tunnels of the same connection fall together:
 * - `kept`: at least two connections go on carrying traffic, or nothing ran before.
 * - `lost`: one connection only; the next failure cuts the link.
 * - `none`: nothing carries traffic between the clouds.
 * - `unknown`: the plan does not say enough.
 */
export type Redundancy = 'kept' | 'lost' | 'none' | 'unknown';

/** The link between the clouds and what the plan does to it. Empty `tunnels`: parts of a link, but no tunnel is known. */
export interface LinkEffect {
  readonly tunnels: readonly TunnelState[];
  readonly redundancy: Redundancy;
}

/** A rule that looks at one row alone: data, so that all rules of a subject can be read in one place. */
export interface RowRule {
  readonly id: string;
  readonly level: RiskLevel;
  /** Resource types it looks at. */
  readonly types: readonly string[];
  readonly when: (row: Row) => boolean;
  readonly sentence: string;
}

/** A rule of a subject that needs more than one row; its subject decides when it applies. */
export interface PlanRule {
  readonly id: string;
  readonly level: RiskLevel;
  /** `{name}` marks are filled in by the subject: numbers and names of pools and tunnels, never values. */
  readonly sentence: string;
}

/** A part of the architecture with rules that need more than one row. */
export interface Subject {
  visit(row: Row): void;
  /** Called once, after the last row. */
  risks(): readonly Risk[];
}

/** Negative when `left` is lower than `right`. */
export function compareLevels(left: RiskLevel, right: RiskLevel): number {
  return RISK_LEVELS.indexOf(left) - RISK_LEVELS.indexOf(right);
}

/** Whether `level` reaches `threshold`: what a `fail-on` input asks; a null level reaches nothing. */
export function reaches(level: RiskLevel | null, threshold: RiskLevel): boolean {
  return level !== null && compareLevels(level, threshold) >= 0;
}

/** A risk of a rule, its marks filled in. */
export function riskOf(
  rule: PlanRule,
  addresses: readonly string[],
  marks: Readonly<Record<string, string | number>> = {},
): Risk {
  const sentence = rule.sentence.replace(/\{(\w+)\}/g, (mark, name: string) =>
    Object.hasOwn(marks, name) ? String(marks[name]) : mark,
  );
  return { rule: rule.id, level: rule.level, sentence, addresses: [...new Set(addresses)] };
}
