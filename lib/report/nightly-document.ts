import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

const count = () => z.int().check(z.nonnegative());

const run = z.object({
  id: count(),
  url: z.string(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
});

/** Whether the checks of this night are still to be made, and whether nights were missed. */
export const nightlyDocument = defineDocument(
  'nightly',
  1,
  z.object({
    /** Path of the workflow whose runs were looked at. */
    workflow: z.string(),
    /** As GitHub says: `active`, `disabled_inactivity`, `disabled_manually`, … */
    state: z.string(),
    due: z.boolean(),
    /** Why, in a sentence. */
    reason: z.string(),
    /** The newest run that made the checks and succeeded; null when there is none among those looked at. */
    lastGood: z.nullable(run),
    /** The newest run that left documents about drift. */
    previous: z.nullable(run),
    /** How many runs were looked at. */
    runs: count(),
    /** Whether no run has succeeded for longer than max-age. */
    missed: z.boolean(),
    /** Hours since the last good run, or since the first time that one could have been. */
    ageHours: z.number(),
    maxAgeHours: z.number(),
    /** About missed nights; null when no issue was looked at. */
    issue: z.nullable(
      z.object({
        action: z.enum([
          'opened',
          'updated',
          'reopened',
          'unchanged',
          'closed',
          'capped',
          'accepted',
          'none',
        ]),
        number: z.nullable(count()),
        url: z.nullable(z.string()),
      }),
    ),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type NightlyDocument = ReturnType<(typeof nightlyDocument)['create']>;
