import { actionErrors } from './action-errors.ts';
import { systemClock } from './clock.ts';
import { reportError, toActionError } from './error-report.ts';
import { ActionError } from './errors.ts';
import { readGitHubContext } from './github-context.ts';
import { exitProcess, type Lifecycle, startLifecycle } from './lifecycle.ts';
import { createLogger } from './logger.ts';
import { processMasker } from './masking.ts';
import type { ActionDeps, ActionResult, Logger } from './types.ts';
import { createState, writeResult } from './write-result.ts';

function createDeps(log: Logger, lifecycle: Lifecycle): ActionDeps {
  return {
    log,
    clock: systemClock,
    github: readGitHubContext(process.env),
    signal: lifecycle.signal,
    runProcess: lifecycle.processes.runProcess,
    mask: (secret) => processMasker.mask(secret),
    state: createState(processMasker, process.env),
  };
}

/** A cancellation explains whatever went wrong after it, so it is what is reported, with the rest as its cause. */
function withCancellation(lifecycle: Lifecycle, error: ActionError | undefined): ActionError | undefined {
  const cancellation = lifecycle.cancelled();
  if (cancellation === undefined || error === cancellation) return cancellation ?? error;
  return error === undefined ? cancellation : actionErrors.EHA1005(cancellation.message, { cause: error });
}

/** The one catch of the program. Resolves with what the step has to report, if anything. */
async function settle(
  work: (deps: () => ActionDeps) => Promise<ActionResult | undefined>,
  log: Logger,
  lifecycle: Lifecycle,
): Promise<ActionError | undefined> {
  let failure: ActionError | undefined;
  try {
    const result = await Promise.race([work(() => createDeps(log, lifecycle)), lifecycle.fatal]);
    if (result !== undefined) writeResult(result, log, processMasker, process.env);
    failure = result?.failure;
  } catch (error) {
    failure = toActionError(error);
  }
  try {
    await lifecycle.close();
  } catch (error) {
    failure ??= toActionError(error);
  }
  return withCancellation(lifecycle, failure);
}

function begin(): { log: Logger; lifecycle: Lifecycle } {
  // The runner gone means nobody reads any more; the work itself still has to end in order.
  process.stdout.on('error', () => undefined);
  const log = createLogger((text) => process.stdout.write(text));
  return { log, lifecycle: startLifecycle(log) };
}

/**
 * Runs an action and ends the process: reads all inputs, then builds what the action works with, runs it, writes its
 * report document, outputs and summary, and reports any error with code, cause and remedy. Exit code 0 or 1.
 *
 * On the first SIGINT or SIGTERM `deps.signal` aborts and each running child gets one SIGINT; what `run` still returns
 * is written before the step fails as cancelled (EHA1005).
 */
export async function runAction<I>(
  run: (inputs: I, deps: ActionDeps) => Promise<ActionResult>,
  readInputs: () => I,
): Promise<void> {
  const { log, lifecycle } = begin();
  const failure = await settle(async (deps) => run(readInputs(), deps()), log, lifecycle);
  if (failure !== undefined) reportError(log, failure);
  await exitProcess(failure === undefined ? 0 : 1);
}

function failsPost(error: unknown): boolean {
  return error instanceof ActionError && (error.failsPost || failsPost(error.cause));
}

/**
 * Runs the `post` step of an action. By then the result of the job stands, so errors are only warned of, except those
 * that say otherwise (`failsPost`) because something was left behind that must not outlive the job.
 */
export async function runPost(run: (deps: ActionDeps) => Promise<ActionResult | undefined>): Promise<void> {
  const { log, lifecycle } = begin();
  const failure = await settle(async (deps) => run(deps()), log, lifecycle);
  const fails = failsPost(failure);
  if (failure !== undefined) reportError(log, failure, fails ? 'error' : 'warning');
  await exitProcess(fails ? 1 : 0);
}
