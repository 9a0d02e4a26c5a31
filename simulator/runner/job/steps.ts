import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { Conclusion } from '../events.ts';
import { messageOf } from '../errors.ts';
import { conditionOf, holds } from '../expressions/condition.ts';
import {
  evaluateBoolean,
  evaluateNumber,
  evaluateString,
  evaluateStringMap,
  type Scope,
} from '../expressions/evaluate.ts';
import { child, textOf } from '../expressions/tokens.ts';
import { cancellationOf } from './cancellation.ts';
import { runActionStep } from './action-step.ts';
import { frameScope, type StepEnd, type StepFrame, type StepRun } from './frame.ts';
import type { JobState, StepLog } from './job-state.ts';
import { firstLine, runScript } from './script-step.ts';

/** Why a step's signal is aborted when its own `timeout-minutes` passed. */
class StepTimeout extends Error {}

interface Ended {
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  readonly outputs: Record<string, string>;
  readonly summary: string | undefined;
}

const SKIPPED: Ended = { outcome: 'skipped', conclusion: 'skipped', outputs: {}, summary: undefined };

/**
 * Runs the steps of a frame in order; each decides by its own condition. Steps of a composite action (`parentLog`
 * given) write to the log of the step that uses it and have no result of their own.
 *
 * @param onFailure called when a step's conclusion is failure, so that the frame's status changes for the next step
 */
export async function runSteps(
  job: JobState,
  frame: StepFrame,
  tokens: readonly TemplateToken[],
  signal: AbortSignal,
  parentLog: StepLog | undefined,
  onFailure: () => void,
): Promise<{ readonly summary: string | undefined }> {
  const summaries: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const key = frame.key === '' ? String(index) : `${frame.key}.${index}`;
    const ended = await runStep(job, frame, token, key, signal, parentLog);
    const id = child(token, 'id');
    if (id !== undefined) {
      frame.steps[textOf(id)] = {
        outputs: { ...ended.outputs },
        outcome: ended.outcome,
        conclusion: ended.conclusion,
      };
    }
    if (ended.summary !== undefined) summaries.push(ended.summary);
    if (ended.conclusion === 'failure') onFailure();
  }
  return { summary: summaries.length === 0 ? undefined : summaries.join('\n') };
}

async function runStep(
  job: JobState,
  frame: StepFrame,
  token: TemplateToken,
  key: string,
  signal: AbortSignal,
  parentLog: StepLog | undefined,
): Promise<Ended> {
  const github = { action: actionName(token, key) };
  const base = { ...Object.fromEntries(job.env), ...frame.env };
  const name = displayName(token, frameScope(job, frame, base, github));
  const log = parentLog ?? job.logFor(name);
  const own = parentLog === undefined;
  const started = performance.now();
  const prepared = prepare(job, frame, token, base, github);
  if (prepared.skipped) {
    if (own) finish(job, token, name, SKIPPED, started);
    return SKIPPED;
  }
  if (own) job.emit({ type: 'step-started', job: job.plan.identity.name, step: job.masker.mask(name) });
  let ended: Ended;
  if (prepared.error === undefined) {
    const run = {
      key,
      name,
      token,
      env: prepared.env,
      ownEnv: { ...frame.env, ...prepared.stepEnv },
      scope: prepared.scope,
      log,
      github,
    };
    ended = await supervise(job, frame, run, signal);
  } else {
    job.issue(log, 'error', prepared.error);
    ended = { ...SKIPPED, outcome: 'failure', conclusion: 'failure' };
  }
  if (own) finish(job, token, name, ended, started);
  return ended;
}

interface Prepared {
  readonly skipped: boolean;
  readonly error: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly stepEnv: Readonly<Record<string, string>>;
  readonly scope: Scope;
}

/** Evaluates the step's `env`, then its `if`, which may name it. */
function prepare(
  job: JobState,
  frame: StepFrame,
  token: TemplateToken,
  base: Readonly<Record<string, string>>,
  github: Readonly<Record<string, string>>,
): Prepared {
  let scope = frameScope(job, frame, base, github);
  try {
    const stepEnv = evaluateStringMap(child(token, 'env'), scope);
    const env = { ...base, ...stepEnv };
    scope = frameScope(job, frame, env, github);
    const skipped = job.plan.deadline.aborted || !holds(conditionOf(child(token, 'if')), scope);
    return { skipped, error: undefined, env, stepEnv, scope };
  } catch (error) {
    return { skipped: false, error: messageOf(error), env: base, stepEnv: {}, scope };
  }
}

/** Runs a step under its timeout and the job's cancellation, then applies `continue-on-error`. */
async function supervise(
  job: JobState,
  frame: StepFrame,
  run: Omit<StepRun, 'signal' | 'values'>,
  parent: AbortSignal,
): Promise<Ended> {
  const { controller, end: stopListening } = cancellationOf(parent, job.plan.deadline, () => stillHolds(run));
  const values = { outputs: {}, state: job.actionStates.get(run.key) ?? new Map<string, string>() };
  const minutes = timeoutOf(job, run);
  const timer =
    minutes > 0
      ? setTimeout(() => controller.abort(new StepTimeout()), minutes * job.plan.minute)
      : undefined;
  let end: StepEnd;
  try {
    end = await dispatch(job, frame, { ...run, values, signal: controller.signal });
  } catch (error) {
    if (!controller.signal.aborted) job.issue(run.log, 'error', messageOf(error));
    end = { result: 'failure', summary: undefined };
  } finally {
    clearTimeout(timer);
    stopListening();
  }
  const outcome = settle(job, run, controller.signal, minutes, end.result);
  const conclusion = outcome === 'failure' && continues(job, run) ? 'success' : outcome;
  return { outcome, conclusion, outputs: values.outputs, summary: end.summary };
}

function stillHolds(run: Omit<StepRun, 'signal' | 'values'>): boolean {
  try {
    return holds(conditionOf(child(run.token, 'if')), run.scope);
  } catch {
    return false;
  }
}

function timeoutOf(job: JobState, run: Omit<StepRun, 'signal' | 'values'>): number {
  try {
    return evaluateNumber(child(run.token, 'timeout-minutes'), run.scope, 0);
  } catch (error) {
    job.issue(
      run.log,
      'error',
      `An error occurred when attempting to determine the step timeout. ${messageOf(error)}`,
    );
    return 0;
  }
}

function dispatch(job: JobState, frame: StepFrame, run: StepRun): Promise<StepEnd> {
  return child(run.token, 'uses') === undefined ? runScript(job, frame, run) : runActionStep(job, frame, run);
}

function settle(
  job: JobState,
  run: Omit<StepRun, 'signal' | 'values'>,
  signal: AbortSignal,
  minutes: number,
  result: StepEnd['result'],
): StepEnd['result'] {
  if (!signal.aborted) return result;
  if (signal.reason instanceof StepTimeout) {
    job.issue(run.log, 'error', `The action '${run.name}' has timed out after ${minutes} minutes.`);
    return 'failure';
  }
  job.issue(run.log, 'error', 'The operation was canceled.');
  return 'cancelled';
}

function continues(job: JobState, run: Omit<StepRun, 'signal' | 'values'>): boolean {
  try {
    return evaluateBoolean(child(run.token, 'continue-on-error'), run.scope, false);
  } catch (error) {
    job.issue(
      run.log,
      'error',
      `The step failed and an error occurred when attempting to determine whether to continue on error. ${messageOf(error)}`,
    );
    return false;
  }
}

function finish(job: JobState, token: TemplateToken, name: string, ended: Ended, started: number): void {
  const id = child(token, 'id');
  recordStep(job, name, id === undefined ? undefined : textOf(id), ended, performance.now() - started);
}

/** Adds a step to the job's result and tells the observer. */
export function recordStep(
  job: JobState,
  name: string,
  id: string | undefined,
  ended: Ended,
  milliseconds: number,
): void {
  const { outcome, conclusion, outputs, summary } = ended;
  const masked = job.masker.mask(name);
  job.stepResults.push({ name: masked, id, outcome, conclusion, outputs, summary, milliseconds });
  job.emit({
    type: 'step-finished',
    job: job.plan.identity.name,
    step: masked,
    outcome,
    conclusion,
    milliseconds,
  });
}

/** The name shown for a step: its `name`, or what it runs. */
export function displayName(token: TemplateToken, scope: Scope): string {
  const name = child(token, 'name');
  try {
    if (name !== undefined) return evaluateString(name, scope) ?? '';
    const script = child(token, 'run');
    return `Run ${script === undefined ? textOf(child(token, 'uses')) : firstLine(evaluateString(script, scope) ?? '')}`;
  } catch {
    return textOf(name ?? child(token, 'run') ?? child(token, 'uses'));
  }
}

/** GITHUB_ACTION: the step's id, or a name made of what it runs. */
function actionName(token: TemplateToken, key: string): string {
  const id = child(token, 'id');
  if (id !== undefined) return textOf(id);
  const uses = child(token, 'uses');
  const base =
    uses === undefined
      ? 'run'
      : textOf(uses)
          .replace(/@.*$/, '')
          .replace(/[^A-Za-z0-9]+/g, '_');
  return `__${base}_${key.replaceAll('.', '_')}`;
}
