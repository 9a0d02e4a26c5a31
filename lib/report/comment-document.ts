import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';
import { DETAIL_LEVELS } from './detail-levels.ts';

/** What became of the comment about the plans of one run, or about the checks of a run for a fork. */
export const commentDocument = defineDocument(
  'comment',
  1,
  z.object({
    /** Null when the run that was checked has no pull request to write to. */
    pullRequest: z.nullable(z.int()),
    mode: z.enum(['update', 'recreate', 'minimise']),
    action: z.enum(['created', 'updated', 'unchanged', 'superseded', 'outdated', 'none']),
    url: z.nullable(z.string()),
    /** Older comments that were hidden or deleted. */
    retired: z.int(),
    /** `passed` is said of checks only, the two about changes of plans only. */
    status: z.enum(['no-stacks', 'passed', 'no-changes', 'changes', 'unknown', 'failed']),
    stacks: z.array(
      z.object({
        stack: z.string(),
        status: z.enum(['passed', 'no-changes', 'changes', 'unknown', 'failed']),
      }),
    ),
    /** Stacks told in less than full detail; `capped` is the only level at which a destroyed object may go unnamed. */
    shortened: z.array(z.object({ stack: z.string(), level: z.enum(DETAIL_LEVELS) })),
    bytes: z.int(),
  }),
);
