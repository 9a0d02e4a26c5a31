import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '#lib/action/atomic-file.js';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { connectivityErrors } from '#lib/connectivity/errors.js';
import { newProbeName } from '#lib/connectivity/objects.js';
import { closeSession, sweepSessions } from '#lib/connectivity/session.js';
import { openCluster } from '#lib/kubernetes/door.js';
import type { ConnectivityDocument } from '#lib/report/connectivity-document.js';
import { connectivityDocument } from '#lib/report/connectivity-document.js';
import { connectivityJunit } from '#lib/report/connectivity-junit.js';
import { connectivitySummary, connectivityVerdict } from '#lib/report/connectivity-summary.js';
import { REMOVAL_MS, STATE } from './clean-up.ts';
import { diagnose } from './diagnose.ts';
import { documentOf } from './document.ts';
import type { Inputs } from './inputs.ts';
import { type Found, nothingFound, probe } from './probe.ts';

/** Sweeps, probes, removes, reports. What `post` has to remove is saved before the first object is made. */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  if (inputs.mode === 'suite') return (await import('./suite-mode.ts')).runSuiteMode(inputs, deps);
  const start = deps.clock.now();
  const found = nothingFound();
  const failure = await work(inputs, found, deps);
  const seconds = Math.round((deps.clock.now() - start) / 1000);
  const document = documentOf(
    { inputs, found, previous: readPrevious(inputs, deps), seconds, failure },
    deps,
  );
  const junit = join(deps.github.tempDirectory, 'connectivity-junit.xml');
  writeFileAtomically(junit, connectivityJunit(document));
  annotate(document, deps);
  const error = failureOf(document, inputs, failure);
  return {
    outputs: {
      verdict: document.verdict,
      passed: document.counts.passed,
      failed: document.counts.failed,
      'not-possible': document.counts.notPossible,
      unknown: document.counts.unknown,
      tests: 0,
      flaky: 0,
      causes: document.causes.map(({ id }) => id).join(','),
      diagnostics: found.diagnostics,
      junit,
    },
    report: { fileName: 'connectivity.json', document },
    summary: connectivitySummary(document),
    ...(error === undefined ? {} : { failure: error }),
  };
}

/** Gives the error that ended the probes before their end, if any. Cancellation is the harness's to report. */
async function work(inputs: Inputs, found: Found, deps: ActionDeps): Promise<ActionError | undefined> {
  const { runId, runAttempt } = deps.github;
  const name = newProbeName(runId, runAttempt);
  const deadline = AbortSignal.timeout(inputs.timeoutMs);
  const timed: ActionDeps = { ...deps, signal: AbortSignal.any([deps.signal, deadline]) };
  let isMade = false;
  try {
    const door = await openCluster(inputs.place, timed);
    const swept = await sweepSessions(door, inputs.orphanAfterMs, deps.clock);
    if (swept.length > 0) deps.log.notice(`Removed what earlier runs left behind: ${swept.join(', ')}.`);
    deps.state.set(STATE.place, JSON.stringify(inputs.place));
    deps.state.set(STATE.probe, name);
    isMade = true;
    await probe(door, name, inputs, found, timed);
    return undefined;
  } catch (error) {
    if (deps.signal.aborted) return undefined;
    if (deadline.aborted)
      return connectivityErrors.EHA1801('The time was over before all of it was seen.', { cause: error });
    if (error instanceof ActionError) return error;
    throw error;
  } finally {
    if (isMade && !deps.signal.aborted) {
      found.diagnostics = await diagnose(inputs, name, found, deps);
      await removeNow(inputs, name, deps);
    }
  }
}

/** What fails here is tried again by the post step. */
async function removeNow({ place }: Inputs, name: string, deps: ActionDeps): Promise<void> {
  try {
    await closeSession(await openCluster(place, deps), name, REMOVAL_MS, deps);
    deps.state.set(STATE.isRemoved, 'true');
  } catch (error) {
    deps.log.info(`${name} is not removed yet: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A report of another kind is an error; one that is not there yet is none. */
function readPrevious({ previousReport }: Inputs, { log }: ActionDeps): ConnectivityDocument | undefined {
  if (previousReport === undefined) return undefined;
  if (existsSync(previousReport)) return connectivityDocument.read(previousReport);
  log.info(`No earlier report at ${previousReport}.`);
  return undefined;
}

function annotate({ causes, checks }: ConnectivityDocument, { log }: ActionDeps): void {
  for (const { id, sentence, remedy } of causes) {
    const count = checks.filter(({ cause }) => cause === id).length;
    log.warning(`${sentence} (${String(count)} checks) ${remedy}`, { title: id });
  }
}

function failureOf(
  document: ConnectivityDocument,
  { minimumChecks }: Inputs,
  failure: ActionError | undefined,
): ActionError | undefined {
  const { verdict, causes, counts, checks } = document;
  if (verdict === 'failed') {
    const failed = checks.filter(({ outcome, cause }) => outcome === 'failed' && cause === null);
    const lines = [
      ...causes.map(({ sentence }) => `- ${sentence}`),
      ...(failed.length === 0 ? [] : [`- ${String(failed.length)} failed checks without a known cause.`]),
    ];
    return connectivityErrors.EHA1800([`${connectivityVerdict(document)}.`, ...lines].join('\n'), {
      cause: failure,
    });
  }
  if (failure !== undefined) return failure;
  if (verdict === 'passed') return undefined;
  const few =
    counts.passed < minimumChecks
      ? ` Only ${String(counts.passed)} of at least ${String(minimumChecks)} passed.`
      : '';
  return connectivityErrors.EHA1801(`Connectivity is ${connectivityVerdict(document)}.${few}`);
}
