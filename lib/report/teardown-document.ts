import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

/** Which stacks a teardown destroys, in which order, and through which environment. */
export const teardownDocument = defineDocument(
  'teardown',
  1,
  z.object({
    /** What is torn down: the value of the environment's tag. */
    name: z.string(),
    /** Terraform workspace of the states; `default` where none is named. */
    workspace: z.string(),
    /** GitHub environment. */
    environment: z.string(),
    protection: z.enum(['protected', 'unprotected', 'unknown']),
    protectionReasons: z.array(z.string()),
    protectionNotes: z.array(z.string()),
    /** In the order in which they are destroyed. */
    stacks: z.array(z.object({ name: z.string(), directory: z.string(), slug: z.string() })),
    sha: z.string(),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type TeardownDocument = ReturnType<(typeof teardownDocument)['create']>;
