import { type Origin, type UnknownFact } from '../address-facts.ts';
import { type RuleCode, type RuleId, type Severity } from './catalogue.ts';

/** What a finding is about: a range, an AS number, a tunnel address or a quantity, with its role and origin. */
export interface Subject {
  /** Role of the fact as in `RANGE_ROLES`, `ASN_ROLES` or `QUANTITIES`; `tunnel-address` and `mode` besides. */
  readonly role: string;
  /** As written at the origin. */
  readonly text: string;
  readonly name: string;
  readonly origin: Origin;
}

/** A block that nothing known uses, and the range in which it was looked for. */
export interface FreeBlock {
  readonly cidr: string;
  readonly within: string;
}

/** Why a finding does not count, and until when (RFC 3339 date). */
export interface Ignored {
  readonly reason: string;
  readonly until: string;
}

export interface Finding {
  readonly code: RuleCode;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What is wrong, with the ranges and why it matters. */
  readonly sentence: string;
  /** What to do. */
  readonly remedy: string;
  /** Mostly one or two; none when the finding is about what is missing. */
  readonly subjects: readonly Subject[];
  readonly freeBlock: FreeBlock | null;
  readonly ignored: Ignored | null;
}

/** Something that could not be checked, why, and which rules could therefore not be judged in full. */
export interface UnknownCheck {
  readonly what: string;
  readonly reason: string;
  /** Null where it may concern any role. */
  readonly role: UnknownFact['role'] | null;
  readonly rules: readonly RuleId[];
  readonly origin: Origin;
}

export interface Verdict {
  /** `failed`: an error that is not ignored. `unknown`: no such error, and something could not be checked. */
  readonly verdict: 'passed' | 'failed' | 'unknown';
  /** The first `LISTED_FINDINGS` by severity, then rule, then order of the facts; ignored ones last. */
  readonly findings: readonly Finding[];
  /** Findings of each severity, listed or not; ignored ones apart. */
  readonly counts: Readonly<Record<Severity | 'ignored', number>>;
  /** Findings that are not in `findings`. */
  readonly unlisted: number;
  readonly unknown: readonly UnknownCheck[];
  readonly checked: {
    /** Well-formed ranges after facts that say the same were joined. */
    readonly ranges: number;
    readonly asns: number;
    /** Overlapping pairs that were classified by role, allowed ones included. */
    readonly pairs: number;
    /** Rules that had facts to judge. */
    readonly rules: number;
  };
}

/** A finding that the user accepts for a time. */
export interface IgnoreRule {
  readonly rule: string;
  /** Text of one of the finding's subjects; absent: every finding of the rule. */
  readonly match?: string;
  readonly reason: string;
  /** Last day on which it holds, `2027-01-31` (UTC). */
  readonly until: string;
}

export interface RuleOptions {
  /** Rule id to its severity; `off` means not judged. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly ignores: readonly IgnoreRule[];
  readonly now: Date;
}

/** Findings listed at most; the rest are counted. */
export const LISTED_FINDINGS = 1000;
