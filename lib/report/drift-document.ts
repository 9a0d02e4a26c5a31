import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';
import { changeKind, driftShape } from './plan-document.ts';

const count = () => z.int().check(z.nonnegative());

const DRIFT_PHASES = [
  'pull-requests',
  'init',
  'refresh-only',
  'plan',
  'recorded-plan',
  'changed-by',
  'issue',
] as const;
export type DriftPhaseName = (typeof DRIFT_PHASES)[number];
const phaseName = z.enum(DRIFT_PHASES);

const unapplied = z.object({
  address: z.string(),
  type: z.string(),
  kind: changeKind,
  deposed: z.nullable(z.string()),
});

const rule = z.object({
  type: z.nullable(z.string()),
  address: z.nullable(z.string()),
  attribute: z.nullable(z.string()),
  because: z.string(),
  /** Last day (UTC) on which it counts; null for ever. */
  expires: z.nullable(z.string()),
  /** It left nothing out, because it has expired. */
  expired: z.boolean(),
  /** Objects that it is about, as far as they drifted. */
  matched: z.array(z.string()),
});

/** Who changed one object last, by the newest write in a log of its cloud; all null but the reason when not known. */
const objectChangedBy = z.object({
  address: z.string(),
  /** Principal in words, without e-mail address. */
  by: z.nullable(z.string()),
  /** ISO 8601, UTC. */
  at: z.nullable(z.iso.datetime()),
  operation: z.nullable(z.string()),
  /** What the log was asked for: the object itself, or what it is a part of. */
  resource: z.nullable(z.string()),
  unknownBecause: z.nullable(z.string()),
});

const lastChangedBy = z.object({
  /** All names that were found, separated by `; `. */
  name: z.nullable(z.string()),
  /** Why it is not known for some or all objects. */
  unknownBecause: z.nullable(z.string()),
  /** In the order of `drift`; empty when no log was asked. */
  objects: z.array(objectChangedBy),
});

const issue = z.object({
  action: z.enum(['opened', 'updated', 'reopened', 'unchanged', 'closed', 'capped', 'accepted', 'none']),
  number: z.nullable(count()),
  url: z.nullable(z.string()),
});

/**
 * What `drift-issue` found for one stack. What is not known is null: where a plan failed, neither drift nor unapplied
 * changes are known.
 */
export const driftDocument = defineDocument(
  'drift',
  1,
  z.object({
    stack: z.string(),
    /** Relative to the repository root; `.` for the root itself. */
    directory: z.string(),
    /** Terraform workspace. */
    workspace: z.string(),
    /**
     * `drifted`: the real objects are not what the last apply left; `unapplied`: the configuration is not what was
     * applied; `skipped`: an open pull request touches the stack, nothing was planned.
     */
    status: z.enum(['clean', 'drifted', 'unapplied', 'both', 'error', 'skipped', 'cancelled']),
    tool: z.object({
      name: z.nullable(z.enum(['terraform', 'opentofu'])),
      version: z.nullable(z.string()),
    }),
    /** Whether the plans held the state lock. */
    locked: z.boolean(),
    /** Without what the rules ignore. */
    drift: z.nullable(z.array(driftShape)),
    unapplied: z.nullable(
      z.object({
        changes: z.array(unapplied),
        outputs: z.array(z.string()),
        /** What was put off, and actions that would be invoked. */
        others: z.array(z.string()),
      }),
    ),
    rules: z.array(rule),
    /** Of what the issue says; null when it is not known or nothing is to be said. */
    fingerprint: z.nullable(z.string()),
    /** Who changed the drifted objects last; no part of the fingerprint, because logs are late. */
    lastChangedBy,
    /** Runs in a row, this one included, that could not tell. */
    failures: count(),
    /** The pull request because of which nothing was planned. */
    skippedFor: z.nullable(count()),
    /** About drift; null when no issue was looked at. */
    issue: z.nullable(issue),
    /** About failures in a row. */
    errorIssue: z.nullable(issue),
    diagnostics: z.array(
      z.object({
        severity: z.enum(['error', 'warning']),
        summary: z.string(),
        detail: z.string(),
        address: z.nullable(z.string()),
        file: z.nullable(z.string()),
        startLine: z.nullable(z.int()),
        endLine: z.nullable(z.int()),
      }),
    ),
    diagnosticsOmitted: count(),
    failure: z.nullable(
      z.object({ code: z.string(), phase: phaseName, message: z.string(), remedy: z.string() }),
    ),
    phases: z.array(
      z.object({
        name: phaseName,
        result: z.enum(['passed', 'failed', 'cancelled']),
        milliseconds: count(),
      }),
    ),
    /** What could not be found out, in sentences. */
    notes: z.array(z.string()),
    sha: z.string(),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type DriftDocument = ReturnType<(typeof driftDocument)['create']>;
export type DriftDocumentFields = Parameters<(typeof driftDocument)['create']>[0];
export type IssueOutcome = NonNullable<DriftDocument['issue']>;
export type LastChangedBy = DriftDocument['lastChangedBy'];
export type ObjectChangedBy = LastChangedBy['objects'][number];
