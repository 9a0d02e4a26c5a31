import { judgeSuite, type SuiteResult } from '#lib/connectivity/suite-verdict.js';
import { connectivityDocument, type ConnectivityDocument } from '#lib/report/connectivity-document.js';
import { countsOf, type DocumentDeps, frameOf, type Parts } from './document.ts';
import type { FoundSuite } from './suite.ts';

/** The document of a run of Cilium's suite: its checks and the proofs beside them in place of those of probes. */
export function suiteDocument(parts: Parts<FoundSuite>, deps: DocumentDeps): ConnectivityDocument {
  const { inputs, found, failure } = parts;
  const { allowFlaky, minimumTests } = inputs.suite;
  const { cilium, planned, runs, pods } = found;
  const nodes = cilium?.nodes ?? [];
  const result = judgeSuite({ planned, runs, pods, nodes, allowFlaky });
  const checks = result.checks.map((check) => ({ ...check, attempts: [...check.attempts], cause: null }));
  const counts = countsOf(checks);
  const isWhole = failure === undefined && !deps.signal.aborted && counts.unknown === 0;
  const isProven = isWhole && counts.passed > 0 && result.executedTests >= minimumTests;
  const pair = cilium === undefined ? [] : [cilium.pair.aws.name, cilium.pair.azure.name];
  return connectivityDocument.create({
    verdict: counts.failed > 0 ? 'failed' : isProven ? 'passed' : 'unknown',
    cluster: inputs.clusterName,
    podRouting: inputs.routing,
    image: '',
    ...suitePart(found, result, minimumTests),
    counts,
    nodes: nodes.map(({ name, cloud, zone }) => ({ name, cloud, zone, isProbed: pair.includes(name) })),
    checks,
    causes: [],
    latencies: [],
    paths: [],
    sources: [],
    effort: { pods: pods.length, calls: runs.length, seconds: parts.seconds },
    ...frameOf(parts, checks, deps),
  });
}

/** Nothing where it ended before nodes and program were there: the document says why it ended. */
function suitePart(
  { cli, cilium, runs }: FoundSuite,
  { tests }: SuiteResult,
  minimumTests: number,
): Pick<ConnectivityDocument, 'suite'> {
  if (cli === undefined || cilium === undefined) return {};
  const { version, sha256, verifiedBy, fromCache } = cli;
  return {
    suite: {
      cli: { version, sha256, verifiedBy, fromCache },
      cilium: cilium.version ?? null,
      nodes: { aws: cilium.pair.aws.name, azure: cilium.pair.azure.name },
      runs: runs.map(({ batch, attempt, cases, skipped, seconds, lost }) => ({
        batch: batch.number,
        attempt,
        patterns: [...batch.patterns],
        ran: cases.length,
        skipped,
        seconds,
        lost: lost ?? null,
      })),
      tests: tests.map((test) => ({ ...test, attempts: [...test.attempts] })),
      minimumTests,
    },
  };
}
