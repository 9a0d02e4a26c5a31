import type { ActionError } from '#lib/action/errors.js';
import type { ActionDeps } from '#lib/action/types.js';
import { explain } from '#lib/connectivity/causes.js';
import { percentile } from '#lib/connectivity/read-output.js';
import type { Check, Latency } from '#lib/connectivity/types.js';
import {
  compareRuns,
  connectivityDocument,
  type ConnectivityDocument,
} from '#lib/report/connectivity-document.js';
import type { Inputs } from './inputs.ts';
import type { Found } from './probe.ts';

/** What a document is made of. */
export interface Parts<F> {
  readonly inputs: Inputs;
  readonly found: F;
  readonly previous: ConnectivityDocument | undefined;
  readonly seconds: number;
  /** What ended the work early. */
  readonly failure: ActionError | undefined;
}

export function documentOf(parts: Parts<Found>, deps: DocumentDeps): ConnectivityDocument {
  const { inputs, found, failure } = parts;
  const { routing } = inputs;
  const { latencies, paths, sources } = found;
  const { checks, causes } = explain({ checks: found.checks, routing, latencies, sources });
  const counts = countsOf(checks);
  const isWhole = failure === undefined && !deps.signal.aborted && counts.unknown === 0;
  const isProven = isWhole && counts.passed >= inputs.minimumChecks;
  const rows = checks.map((check) => ({ ...check, cause: check.cause ?? null }));
  const probed = found.session?.pods.map(({ node }) => node) ?? [];
  return connectivityDocument.create({
    verdict: counts.failed > 0 ? 'failed' : isProven ? 'passed' : 'unknown',
    cluster: inputs.clusterName,
    podRouting: routing,
    image: inputs.image,
    counts,
    nodes: found.nodes.map((node) => {
      const { name, cloud, zone } = node;
      return { name, cloud, zone, isProbed: probed.includes(node) };
    }),
    checks: rows,
    causes: [...causes],
    latencies: latencies.map(latencyRow),
    paths: [...paths],
    sources: [...sources],
    throughputs: [...found.throughputs],
    effort: { pods: probed.length, calls: found.calls, seconds: parts.seconds },
    ...frameOf(parts, rows, deps),
  });
}

export type DocumentDeps = Pick<ActionDeps, 'github' | 'clock' | 'signal'>;

/** What every document of this action says of its run. */
export function frameOf(
  {
    found,
    previous,
    failure,
  }: Pick<Parts<{ readonly notChecked: readonly string[] }>, 'found' | 'previous' | 'failure'>,
  checks: ConnectivityDocument['checks'],
  { github, clock }: DocumentDeps,
): Pick<ConnectivityDocument, 'notChecked' | 'history' | 'sha' | 'runUrl' | 'generatedAt'> {
  const ended = failure === undefined ? [] : [`Ended early: ${failure.message}`];
  return {
    notChecked: [...found.notChecked, ...ended],
    history: previous === undefined ? null : compareRuns({ checks }, previous),
    sha: github.sha,
    runUrl: github.runUrl,
    generatedAt: new Date(clock.now()).toISOString(),
  };
}

/** How many checks had which outcome. */
export function countsOf(checks: readonly Pick<Check, 'outcome'>[]): ConnectivityDocument['counts'] {
  const count = (outcome: Check['outcome']): number =>
    checks.filter((check) => check.outcome === outcome).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    notPossible: count('not-possible'),
    unknown: count('unknown'),
  };
}

function latencyRow({ source, target, sent, received, roundTrips }: Latency) {
  return {
    source,
    target,
    sent,
    received,
    p50: percentile(roundTrips, 50),
    p95: percentile(roundTrips, 95),
    p99: percentile(roundTrips, 99),
    maximum: percentile(roundTrips, 100),
  };
}
