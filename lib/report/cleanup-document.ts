import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

const count = () => z.int().check(z.nonnegative());
/** US dollars a month by list prices; null when a price or a size is not known. */
const monthly = z.nullable(z.number());

const outcome = z.object({
  result: z.enum(['removed', 'marked', 'unmarked', 'gone', 'left', 'failed', 'cancelled']),
  /** The step of the removal that it ended in; null where there is none. */
  step: z.nullable(z.string()),
  because: z.string(),
});

const node = z.object({
  name: z.string(),
  pool: z.string(),
  /** Name of its VM; null when it does not say. */
  vm: z.nullable(z.string()),
  class: z.enum(['busy', 'empty', 'underused', 'starting', 'unreachable', 'dead', 'protected', 'unknown']),
  /** Why it is of its class. */
  because: z.string(),
  decision: z.enum(['mark', 'wait', 'unmark', 'remove', 'keep']),
  /** Why the decision is not the one of its class; empty when it is. */
  but: z.string(),
  /** RFC 3339, by its mark. */
  idleSince: z.nullable(z.string()),
  monthly,
  /** Null in a dry run, when a guard stopped the run, and where nothing was to be done. */
  outcome: z.nullable(outcome),
});

const orphan = z.object({
  class: z.enum(['orphan-instance', 'orphan-activation', 'orphan-azure']),
  what: z.enum(['instance', 'activation', 'machine', 'network-interface', 'disk', 'public-ip']),
  id: z.string(),
  because: z.string(),
  decision: z.enum(['remove', 'keep']),
  but: z.string(),
  monthly,
  outcome: z.nullable(outcome),
});

const sum = z.object({
  /** US dollars a month, as far as prices are known. */
  amount: z.number(),
  /** Things without a known price, which the amount leaves out. */
  unknown: count(),
});

/** What `node-cleanup` found and did. */
export const cleanupDocument = defineDocument(
  'cleanup',
  1,
  z.object({
    cluster: z.object({ name: z.string(), region: z.string() }),
    mode: z.enum(['dry-run', 'mark', 'act', 'pull-request']),
    /**
     * `clean`: all was seen, and nothing is to be done. `planned`: something is, and this run may not or need not act.
     * `done`: everything decided was done. `stopped`: a guard kept the run from removing anything. `failed`: something
     * was not done that should have been. `unknown`: too little was seen to judge.
     */
    verdict: z.enum(['clean', 'planned', 'done', 'stopped', 'failed', 'unknown']),
    lists: z.array(
      z.object({
        name: z.string(),
        /** Null: it was not read to its end. */
        entries: z.nullable(count()),
        problem: z.nullable(z.string()),
      }),
    ),
    nodes: z.array(node),
    orphans: z.array(orphan),
    /** Nodes that look hybrid and are not this cluster's. */
    foreign: z.array(z.object({ name: z.string(), because: z.string() })),
    stops: z.array(
      z.object({
        guard: z.enum(['lists', 'link', 'nodes', 'share', 'orphans', 'window']),
        sentence: z.string(),
      }),
    ),
    /** Number of nodes of each class. */
    classes: z.record(z.string(), count()),
    /** What this run removed. */
    saved: sum,
    /** What is idle, dead or orphaned and still there. */
    waste: sum,
    /** Month of the price list. */
    pricesAsOf: z.string(),
    /** Calls that were made to APIs, by service. */
    calls: z.record(z.string(), count()),
    /** The pull request that lowers pools, in that mode. */
    pullRequest: z.nullable(z.object({ number: count(), url: z.string() })),
    issue: z.nullable(
      z.object({ action: z.string(), number: z.nullable(count()), url: z.nullable(z.string()) }),
    ),
    /** What could not be found out or done besides, in sentences. */
    notes: z.array(z.string()),
    sha: z.string(),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type CleanupDocument = ReturnType<(typeof cleanupDocument)['create']>;
export type CleanupDocumentFields = Parameters<(typeof cleanupDocument)['create']>[0];
