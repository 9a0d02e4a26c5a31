import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

/** Which stacks a run plans, and why just these. */
export const stacksDocument = defineDocument(
  'stacks',
  1,
  z.object({
    stacks: z.array(z.object({ name: z.string(), directory: z.string(), slug: z.string() })),
    removed: z.array(z.string()),
    /** What the configuration brings that the policy does not allow. */
    violations: z.array(z.object({ file: z.string(), line: z.int(), message: z.string() })),
    trusted: z.boolean(),
    reason: z.string(),
  }),
);
