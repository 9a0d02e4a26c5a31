import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';
import { changeKind } from './plan-document.ts';

const count = () => z.int().check(z.nonnegative());

const APPLY_PHASES = [
  'environment',
  'open',
  'init',
  'review',
  'guard',
  'apply',
  'plan',
  'compare',
  'verify',
] as const;
export type ApplyPhaseName = (typeof APPLY_PHASES)[number];
const phaseName = z.enum(APPLY_PHASES);

const row = z.object({
  address: z.string(),
  type: z.string(),
  kind: changeKind,
  deposed: z.nullable(z.string()),
  /** `half`: one side of a replacement is done. `unknown`: Terraform does not tell. */
  status: z.enum(['done', 'half', 'failed', 'interrupted', 'not-started', 'unknown']),
  /** Null when it was not begun, or takes no step of its own. */
  milliseconds: z.nullable(count()),
});

const difference = z.object({
  address: z.string(),
  /** Null where that plan leaves the object alone. */
  reviewedKind: z.nullable(z.string()),
  freshKind: z.nullable(z.string()),
  attributes: z.array(
    z.object({ path: z.string(), reviewed: z.nullable(z.string()), fresh: z.nullable(z.string()) }),
  ),
  attributesOmitted: count(),
});

const guard = z.object({
  allowed: z.boolean(),
  /** Objects destroyed, replaced ones included. */
  destroys: count(),
  /** Objects that exist before the apply, as far as the plan lists them. */
  existing: count(),
  findings: z.array(
    z.object({
      check: z.enum(['confirmation', 'count', 'share', 'protected', 'count-index', 'risk', 'override']),
      blocks: z.boolean(),
      sentence: z.string(),
      addresses: z.array(z.string()),
    }),
  ),
});

/**
 * What `terraform-apply` did to one stack. Everything that is not known is null or `unknown`: an apply that was cut off
 * does not say of every object what became of it.
 */
export const applyDocument = defineDocument(
  'apply',
  1,
  z.object({
    stack: z.string(),
    /** Relative to the repository root; `.` for the root itself. */
    directory: z.string(),
    /** Terraform workspace. */
    workspace: z.string(),
    /** GitHub environment. */
    environment: z.string(),
    mode: z.enum(['apply', 'destroy']),
    /**
     * `applied` everything is done; `no-changes` there was nothing to do; `partial` some of it is done; `failed`
     * nothing is; `refused` the guard, the comparison or the environment said no, and nothing was begun.
     */
    status: z.enum(['applied', 'no-changes', 'partial', 'failed', 'refused', 'cancelled']),
    tool: z.object({
      name: z.nullable(z.enum(['terraform', 'opentofu'])),
      version: z.nullable(z.string()),
    }),
    /** What was applied: the sealed plan itself, or a fresh one; null when it came to neither. */
    applied: z.nullable(z.enum(['reviewed-plan', 'fresh-plan'])),
    reviewed: z.object({
      /** Of the reviewed plan; null in destroy mode. */
      fingerprint: z.nullable(z.string()),
      runId: z.nullable(count()),
      headSha: z.nullable(z.string()),
      pullRequest: z.nullable(count()),
    }),
    /** Set when a plan was made again and compared. */
    replan: z.nullable(
      z.object({
        why: z.enum(['stale', 'no-bundle', 'changed-code', 'destroy']),
        fingerprint: z.string(),
        /** Null where there was nothing to compare with. */
        equal: z.nullable(z.boolean()),
        /** An unequal plan that `allow-drifted-replan` let pass. */
        accepted: z.boolean(),
        /** Objects that were changed outside Terraform. */
        drifted: z.array(z.string()),
        /** Null when the reviewed plan is only known by its fingerprint. */
        differences: z.nullable(z.array(difference)),
        differencesOmitted: count(),
      }),
    ),
    guard: z.nullable(guard),
    /** Null when there was no plan to apply. */
    rows: z.nullable(z.array(row)),
    counts: z.nullable(
      z.object({
        done: count(),
        half: count(),
        failed: count(),
        interrupted: count(),
        notStarted: count(),
        unknown: count(),
      }),
    ),
    /**
     * Of the newest state: `saved` by Terraform, `pushed` by this action after Terraform could not, `unsaved` but for
     * errored.tfstate in the stack folder on the runner, `unknown` when Terraform was killed.
     */
    state: z.enum(['saved', 'pushed', 'unsaved', 'unknown']),
    /** After a destroy: what the state still holds; null when that was not found out. */
    remaining: z.nullable(z.array(z.string())),
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
      z.object({
        code: z.string(),
        phase: z.nullable(phaseName),
        message: z.string(),
        remedy: z.string(),
      }),
    ),
    phases: z.array(
      z.object({
        name: phaseName,
        /** `stale`: Terraform refused the reviewed plan file, because the state has changed since. */
        result: z.enum(['passed', 'failed', 'cancelled', 'stale']),
        milliseconds: count(),
      }),
    ),
    /** What could not be found out or done besides, in sentences. */
    notes: z.array(z.string()),
    sha: z.string(),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    startedAt: z.iso.datetime(),
    generatedAt: z.iso.datetime(),
  }),
);

export type ApplyDocument = ReturnType<(typeof applyDocument)['create']>;
export type ApplyDocumentFields = Parameters<(typeof applyDocument)['create']>[0];
