import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';
import { DETAIL_LEVELS } from './plan-sections.ts';

/** What became of the plan comment of one run. */
export const commentDocument = defineDocument(
  'comment',
  1,
  z.object({
    pullRequest: z.int(),
    action: z.enum(['created', 'updated', 'unchanged', 'superseded', 'none']),
    url: z.nullable(z.string()),
    status: z.enum(['no-stacks', 'no-changes', 'changes', 'unknown', 'failed']),
    stacks: z.array(
      z.object({ stack: z.string(), status: z.enum(['no-changes', 'changes', 'unknown', 'failed']) }),
    ),
    shortened: z.array(z.object({ stack: z.string(), level: z.enum(DETAIL_LEVELS) })),
    bytes: z.int(),
  }),
);
