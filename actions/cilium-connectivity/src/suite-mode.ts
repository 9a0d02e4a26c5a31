import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '#lib/action/atomic-file.js';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { suiteErrors } from '#lib/connectivity/suite-errors.js';
import { closeSuite, newSuiteName, sweepSuites } from '#lib/connectivity/suite-session.js';
import { openCluster } from '#lib/kubernetes/door.js';
import {
  checkName,
  connectivityDocument,
  type ConnectivityDocument,
} from '#lib/report/connectivity-document.js';
import { connectivityJunit } from '#lib/report/connectivity-junit.js';
import { connectivitySummary, connectivityVerdict } from '#lib/report/connectivity-summary.js';
import { REMOVAL_MS, STATE } from './clean-up.ts';
import type { Inputs } from './inputs.ts';
import { type FoundSuite, noSuite, runSuite } from './suite.ts';
import { diagnoseSuite } from './suite-diagnose.ts';
import { suiteDocument } from './suite-document.ts';

/** Mode `suite`: sweeps, runs Cilium's own suite, removes, reports. */
export async function runSuiteMode(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const start = deps.clock.now();
  const previous = readPrevious(inputs);
  const found = noSuite();
  const failure = await work(inputs, found, deps);
  const seconds = Math.round((deps.clock.now() - start) / 1000);
  const document = suiteDocument({ inputs, found, previous, seconds, failure }, deps);
  const junit = join(deps.github.tempDirectory, 'connectivity-junit.xml');
  writeFileAtomically(junit, connectivityJunit(document));
  annotate(document, deps);
  const error = failureOf(document, inputs, failure);
  const { verdict, counts, checks, suite } = document;
  return {
    outputs: {
      verdict,
      passed: counts.passed,
      failed: counts.failed,
      'not-possible': counts.notPossible,
      unknown: counts.unknown,
      tests: suite?.tests.filter(({ actions }) => actions > 0).length ?? 0,
      flaky: checks.filter(isFlaky).length,
      causes: '',
      diagnostics: found.diagnostics,
      junit,
    },
    report: { fileName: 'connectivity.json', document },
    summary: connectivitySummary(document),
    ...(error === undefined ? {} : { failure: error }),
  };
}

function isFlaky({ attempts = [] }: ConnectivityDocument['checks'][number]): boolean {
  return attempts.at(-1) === 'passed' && attempts.includes('failed');
}

function readPrevious({ previousReport }: Inputs): ConnectivityDocument | undefined {
  if (previousReport === undefined || !existsSync(previousReport)) return undefined;
  return connectivityDocument.read(previousReport);
}

/** Gives the error that ended the suite before its end, if any. Cancellation is the harness's to report. */
async function work(inputs: Inputs, found: FoundSuite, deps: ActionDeps): Promise<ActionError | undefined> {
  const name = newSuiteName(deps.github.runId, deps.github.runAttempt);
  const end = deps.clock.now() + inputs.timeoutMs;
  const timeLeft = (): number => end - deps.clock.now();
  let isMade = false;
  try {
    const door = await openCluster(inputs.place, deps);
    const swept = await sweepSuites(door, inputs.orphanAfterMs, deps.clock);
    if (swept.length > 0) deps.log.notice(`Removed what earlier runs left behind: ${swept.join(', ')}.`);
    deps.state.set(STATE.place, JSON.stringify(inputs.place));
    deps.state.set(STATE.suite, name);
    isMade = true;
    await runSuite({ door, name, inputs, found, timeLeft }, deps);
    return undefined;
  } catch (error) {
    if (deps.signal.aborted) return undefined;
    if (error instanceof ActionError) return error;
    throw error;
  } finally {
    if (isMade && !deps.signal.aborted) {
      found.diagnostics = await diagnoseSuite(inputs, name, found, deps);
      await removeNow(inputs, name, deps);
    }
  }
}

/** What fails here is tried again by the post step. */
async function removeNow({ place }: Inputs, name: string, deps: ActionDeps): Promise<void> {
  try {
    await closeSuite(await openCluster(place, deps), name, REMOVAL_MS, deps);
    deps.state.set(STATE.isRemoved, 'true');
  } catch (error) {
    deps.log.info(`${name} is not removed yet: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const MOST_ANNOTATIONS = 10;
const MOST_LINES = 20;

/** One for each test that failed, with the pairs; and one for each batch and each proof that is missing. */
function annotate({ checks }: ConnectivityDocument, { log }: ActionDeps): void {
  const bad = checks.filter(({ outcome }) => outcome !== 'passed');
  const kinds = [...new Set(bad.map(({ kind }) => kind))];
  for (const kind of kinds.slice(0, MOST_ANNOTATIONS)) {
    const own = bad.filter((check) => check.kind === kind);
    const lines = own.slice(0, MOST_LINES).map((check) => `${checkName(check)}: ${check.detail}`);
    log.warning([`${String(own.length)} not passed`, ...lines].join('\n'), { title: kind });
  }
}

function failureOf(
  document: ConnectivityDocument,
  { suite: { minimumTests } }: Inputs,
  failure: ActionError | undefined,
): ActionError | undefined {
  const { verdict, checks, suite } = document;
  if (verdict === 'failed') {
    const failed = checks.filter(({ outcome }) => outcome === 'failed');
    const lines = failed.slice(0, MOST_LINES).map((check) => `- ${checkName(check)}: ${check.detail}`);
    const text = [`${connectivityVerdict(document)}.`, ...lines].join('\n');
    return suiteErrors.EHA1825(text, { cause: failure });
  }
  if (failure !== undefined) return failure;
  if (verdict === 'passed') return undefined;
  const ran = suite?.tests.filter(({ actions }) => actions > 0).length ?? 0;
  const few = ran < minimumTests ? ` Only ${String(ran)} of at least ${String(minimumTests)} tests ran.` : '';
  const lines = checks.filter(({ outcome }) => outcome === 'unknown').slice(0, MOST_LINES);
  const reasons = lines.map((check) => `\n- ${checkName(check)}: ${check.detail}`).join('');
  return suiteErrors.EHA1826(`Connectivity is ${connectivityVerdict(document)}.${few}${reasons}`);
}
