import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

/** What is checked without credentials, in this order. */
export const CHECK_NAMES = ['fmt', 'init', 'validate', 'lint'] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

/** Longest texts and lists of a document: a reader that does not trust its writer can refuse whatever is longer. */
export const CHECK_LIMITS = { name: 100, path: 1000, summary: 500, detail: 2000, problems: 100 } as const;

const count = () => z.int().check(z.nonnegative());
const text = (most: number) => z.string().check(z.maxLength(most));

/**
 * What the checks of one stack found in a job without credentials. Such a job runs code of the pull request, so that
 * code could have written this document: whoever reads it later must take it for data, not for a verdict.
 */
export const checkDocument = defineDocument(
  'check',
  1,
  z.object({
    stack: text(CHECK_LIMITS.name),
    /** Relative to the repository root. */
    directory: text(CHECK_LIMITS.path),
    status: z.enum(['passed', 'failed', 'cancelled']),
    tool: z.object({
      name: z.nullable(z.enum(['terraform', 'opentofu'])),
      version: z.nullable(text(CHECK_LIMITS.name)),
    }),
    /** `warned` found something that does not fail the step; `skipped` did not run, so it says nothing. */
    checks: z
      .array(
        z.object({
          name: z.enum(CHECK_NAMES),
          result: z.enum(['passed', 'warned', 'failed', 'skipped', 'cancelled']),
          milliseconds: count(),
        }),
      )
      .check(z.maxLength(CHECK_NAMES.length)),
    counts: z.object({ errors: count(), warnings: count(), unformatted: count() }),
    problems: z
      .array(
        z.object({
          check: z.enum(CHECK_NAMES),
          severity: z.enum(['error', 'warning']),
          summary: text(CHECK_LIMITS.summary),
          detail: text(CHECK_LIMITS.detail),
          /** Relative to the repository root; null when there is no place in it. */
          file: z.nullable(text(CHECK_LIMITS.path)),
          /** From 1. */
          line: z.nullable(z.int().check(z.positive())),
        }),
      )
      .check(z.maxLength(CHECK_LIMITS.problems)),
    /** How many further problems there are than are listed. */
    problemsOmitted: count(),
    sha: text(CHECK_LIMITS.name),
    /** Head of the pull request; null without one. */
    headSha: z.nullable(text(CHECK_LIMITS.name)),
    runUrl: text(CHECK_LIMITS.path),
    generatedAt: text(CHECK_LIMITS.name),
  }),
);

export type CheckDocument = ReturnType<typeof checkDocument.create>;
export type CheckProblem = CheckDocument['problems'][number];

/** `value` cut to `most` characters, the last of which then says so. */
export function clipped(value: string, most: number): string {
  return value.length <= most ? value : `${value.slice(0, most - 1)}…`;
}

/** Whether the parts of a document agree: a `passed` one has run its checks, and none of them failed. */
export function isConsistent({ status, checks, counts, problems }: CheckDocument): boolean {
  const results = checks.map(({ result }) => result);
  if (new Set(checks.map(({ name }) => name)).size !== checks.length) return false;
  const failed = results.includes('failed');
  if (status === 'failed') return failed;
  if (status === 'cancelled') return results.includes('cancelled');
  const errors = counts.errors + problems.filter(({ severity }) => severity === 'error').length;
  return (
    results.some((result) => result === 'passed') && !failed && !results.includes('cancelled') && errors === 0
  );
}
