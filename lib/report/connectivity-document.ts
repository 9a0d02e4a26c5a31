import * as z from 'zod/mini';
import { defineDocument } from '../action/documents.ts';

const count = () => z.int().check(z.nonnegative());
const milliseconds = z.nullable(z.number());

const place = z.object({
  /** Node, service or server as a person knows it. */
  name: z.string(),
  cloud: z.enum(['aws', 'azure', 'control-plane', 'cluster', 'external']),
  zone: z.optional(z.string()),
});

const suite = z.object({
  cli: z.object({
    version: z.string(),
    /** Of the archive. */
    sha256: z.string(),
    /** What vouched for it: the workflow, the table that comes with the action, or the release alone. */
    verifiedBy: z.enum(['pin', 'table', 'release']),
    fromCache: z.boolean(),
  }),
  /** Version of Cilium in the cluster; null when its image does not say. */
  cilium: z.nullable(z.string()),
  /** The nodes that pods of the suite ran on. */
  nodes: z.object({ aws: z.string(), azure: z.string() }),
  /** Each run of the CLI, in order; `attempt` 2 and more ran again what had failed. */
  runs: z.array(
    z.object({
      batch: count(),
      attempt: count(),
      patterns: z.array(z.string()),
      /** Tests that ran, and that were left out by their patterns or by what the cluster has not got. */
      ran: count(),
      skipped: count(),
      seconds: count(),
      /** Why nothing of it counts; null when it does. */
      lost: z.nullable(z.string()),
    }),
  ),
  tests: z.array(
    z.object({
      name: z.string(),
      attempts: z.array(z.enum(['passed', 'failed'])),
      actions: count(),
      seconds: count(),
    }),
  ),
  minimumTests: count(),
});

/** Whether pods, nodes and the API server reach each other across the clouds, as probes saw it. */
export const connectivityDocument = defineDocument(
  'connectivity',
  1,
  z.object({
    /** `unknown`: nothing failed, but something that had to be seen was not, or less was seen than the minimum. */
    verdict: z.enum(['passed', 'failed', 'unknown']),
    cluster: z.string(),
    podRouting: z.enum(['gateway', 'bgp', 'udr', 'masquerade']),
    /** Image of the probe pods, as given; empty where Cilium's suite ran with images of its own. */
    image: z.string(),
    /** What Cilium's suite was and did; left out in mode `probe`. */
    suite: z.optional(suite),
    counts: z.object({ passed: count(), failed: count(), notPossible: count(), unknown: count() }),
    nodes: z.array(
      z.object({
        name: z.string(),
        cloud: z.enum(['aws', 'azure']),
        zone: z.string(),
        isProbed: z.boolean(),
      }),
    ),
    checks: z.array(
      z.object({
        kind: z.string(),
        /** Scenario and action of Cilium's suite, which names the check beside its kind. */
        action: z.optional(z.string()),
        /** How each run of it ended, where it was run by Cilium's suite. */
        attempts: z.optional(z.array(z.enum(['passed', 'failed']))),
        source: place,
        target: place,
        /** `not-possible`: does not work, and cannot with this pod routing. */
        outcome: z.enum(['passed', 'failed', 'not-possible', 'unknown']),
        detail: z.string(),
        /** Id in `causes`; null where none is known. */
        cause: z.nullable(z.string()),
      }),
    ),
    causes: z.array(z.object({ id: z.string(), sentence: z.string(), remedy: z.string() })),
    /** Ordered pairs of nodes. */
    latencies: z.array(
      z.object({
        source: z.string(),
        target: z.string(),
        sent: count(),
        received: count(),
        p50: milliseconds,
        p95: milliseconds,
        p99: milliseconds,
        maximum: milliseconds,
      }),
    ),
    /** In bytes of an IP packet; null when no size passed. */
    paths: z.array(
      z.object({
        source: z.string(),
        target: z.string(),
        interfaceMtu: count(),
        pathMtu: z.nullable(count()),
        isBlackHole: z.boolean(),
      }),
    ),
    /** Whose address the server saw. */
    sources: z.array(
      z.object({ source: z.string(), target: z.string(), seen: z.enum(['pod', 'node', 'other']) }),
    ),
    /** Mbit/s from pod to pod, where it was asked for; null where it could not be measured. */
    throughputs: z.optional(
      z.array(
        z.object({ source: z.string(), target: z.string(), megabitsPerSecond: z.nullable(z.number()) }),
      ),
    ),
    /** What the cluster has not got, and so was not checked. */
    notChecked: z.array(z.string()),
    effort: z.object({ pods: count(), calls: count(), seconds: count() }),
    /** Against the report of an earlier run; null without one. */
    history: z.nullable(
      z.object({ since: z.string(), broken: z.array(z.string()), healed: z.array(z.string()) }),
    ),
    sha: z.string(),
    runUrl: z.string(),
    /** ISO 8601, UTC. */
    generatedAt: z.iso.datetime(),
  }),
);

export type ConnectivityDocument = ReturnType<(typeof connectivityDocument)['create']>;
export type CheckRow = ConnectivityDocument['checks'][number];

/** One check in one line: `pod-tcp ip-10-0-1-5 → mi-0123`. */
export function checkName({
  kind,
  action = '',
  source,
  target,
}: Pick<CheckRow, 'kind' | 'action' | 'source' | 'target'>): string {
  return `${kind}${action === '' ? '' : `/${action}`} ${source.name} → ${target.name}`;
}

/** What is broken or healed by cell of the clouds' matrix, so that new names of nodes are not taken for news. */
export function compareRuns(
  now: Pick<ConnectivityDocument, 'checks'>,
  before: ConnectivityDocument,
): NonNullable<ConnectivityDocument['history']> {
  const failures = ({ checks }: Pick<ConnectivityDocument, 'checks'>): ReadonlySet<string> =>
    new Set(
      checks
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ kind, source, target }) => `${kind} ${source.cloud} → ${target.cloud}`),
    );
  const [fails, failed] = [failures(now), failures(before)];
  return {
    since: before.generatedAt,
    broken: [...fails].filter((cell) => !failed.has(cell)).sort(),
    healed: [...failed].filter((cell) => !fails.has(cell)).sort(),
  };
}
