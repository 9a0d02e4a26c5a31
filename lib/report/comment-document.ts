import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';
import { DETAIL_LEVELS } from './detail-levels.ts';

/** What became of the plan comment of one run. */
export const commentDocument = defineDocument(
  'comment',
  1,
  z.object({
    pullRequest: z.int(),
    mode: z.enum(['update', 'recreate', 'minimise']),
    action: z.enum(['created', 'updated', 'unchanged', 'superseded', 'none']),
    url: z.nullable(z.string()),
    /** Older comments that were hidden or deleted. */
    retired: z.int(),
    status: z.enum(['no-stacks', 'no-changes', 'changes', 'unknown', 'failed']),
    stacks: z.array(
      z.object({ stack: z.string(), status: z.enum(['no-changes', 'changes', 'unknown', 'failed']) }),
    ),
    /** Stacks told in less than full detail; `capped` is the only level at which a destroyed object may go unnamed. */
    shortened: z.array(z.object({ stack: z.string(), level: z.enum(DETAIL_LEVELS) })),
    bytes: z.int(),
  }),
);
