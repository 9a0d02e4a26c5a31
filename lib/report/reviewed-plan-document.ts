import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

const count = () => z.int().check(z.nonnegative());

/** Which plans are to be applied, why just these, and through which environment. */
export const reviewedPlanDocument = defineDocument(
  'reviewed-plan',
  1,
  z.object({
    pullRequest: count(),
    merged: z.boolean(),
    /** Of the pull request: what was reviewed and planned. */
    headSha: z.string(),
    /** Commit whose code is applied. */
    sha: z.string(),
    /** Commit that was planned: the test merge of that time. */
    plannedSha: z.string(),
    runId: count(),
    runAttempt: count(),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    plannedAt: z.string(),
    approvalRequired: z.boolean(),
    approvedBy: z.array(z.string()),
    environment: z.string(),
    protection: z.enum(['protected', 'unprotected', 'unknown']),
    protectionReasons: z.array(z.string()),
    protectionNotes: z.array(z.string()),
    /** In the order in which they are to be applied. */
    stacks: z.array(
      z.object({
        name: z.string(),
        directory: z.string(),
        slug: z.string(),
        fingerprint: z.string(),
        documentArtifactId: count(),
        /** Path of the plan document in its artifact. */
        documentPath: z.string(),
        /** Null where no plan was kept. */
        bundleArtifactId: z.nullable(count()),
        /** Azure VMs that the plan creates or replaces, as far as it lists its changes. */
        newMachines: count(),
        /** Why a fresh plan has to prove equal to the reviewed one; null where the code is what was planned. */
        codeChanged: z.nullable(z.string()),
      }),
    ),
    /** Planned stacks that are left out, as there is nothing to do for them or they were not asked for. */
    leftOut: z.array(z.object({ name: z.string(), reason: z.enum(['no-changes', 'not-asked-for']) })),
  }),
);

export type ReviewedPlanDocument = ReturnType<(typeof reviewedPlanDocument)['create']>;
