import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

const count = () => z.int().check(z.nonnegative());
const time = () => z.nullable(z.iso.datetime());
const seconds = () => z.nullable(count());

/**
 * Whether the expected hybrid nodes are in the cluster and ready, and if not, why not. What is not known is null, and
 * `unknown` says why.
 */
export const nodesDocument = defineDocument(
  'nodes',
  1,
  z.object({
    /** `unknown`: the list of nodes could not be read. */
    verdict: z.enum(['ready', 'not-ready', 'unknown']),
    cluster: z.string(),
    counts: z.object({ expected: count(), ready: count(), notReady: count(), missing: count() }),
    nodes: z.array(
      z.object({
        /** Name of the VM; null for a node that says none. */
        vm: z.nullable(z.string()),
        pool: z.nullable(z.string()),
        /** `mi-…`; null while there is no Node. */
        node: z.nullable(z.string()),
        state: z.enum(['ready', 'not-ready', 'missing']),
        cause: z.nullable(
          z.object({
            rule: z.string(),
            sentence: z.string(),
            remedy: z.string(),
            /** False while waiting may be all that is needed. */
            isFault: z.boolean(),
          }),
        ),
        /** ISO 8601, UTC: VM made, registered with SSM, Node made, last became ready. */
        created: time(),
        registered: time(),
        joined: time(),
        ready: time(),
        /** Made to registered; registered to joined; joined to ready; the whole. */
        seconds: z.object({ boot: seconds(), join: seconds(), ready: seconds(), total: seconds() }),
      }),
    ),
    /** Nodes whose VM has another one by now. */
    leftovers: z.array(z.string()),
    unknown: z.array(z.object({ what: z.string(), reason: z.string() })),
    waitedSeconds: count(),
    sha: z.string(),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type NodesDocument = ReturnType<(typeof nodesDocument)['create']>;
