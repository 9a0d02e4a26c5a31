import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { holds } from '../expressions/condition.ts';
import { evaluateStringMap } from '../expressions/evaluate.ts';
import { child, itemsOf, textOf } from '../expressions/tokens.ts';
import { messageOf } from '../errors.ts';
import {
  declaredInputs,
  evaluateInputs,
  plainCondition,
  postScope,
  registerPost,
  runNode,
} from './action-step.ts';
import { frameScope, type StepFrame, type StepRun } from './frame.ts';
import type { JobState } from './job-state.ts';
import { loadAction, type LoadedAction } from './load-action.ts';
import { displayName, recordStep } from './steps.ts';

/**
 * What the runner does before the first step: resolves every action that is not of the workspace, also those inside
 * composite actions, and runs the `pre` parts in order. Rejects when an action cannot be resolved.
 */
export async function runPreSteps(
  job: JobState,
  frame: StepFrame,
  tokens: readonly TemplateToken[],
): Promise<void> {
  for (const [index, token] of tokens.entries()) {
    const uses = child(token, 'uses');
    if (uses === undefined || textOf(uses).startsWith('./')) continue;
    const action = await loadAction(job, frame.owner, textOf(uses));
    const key = frame.key === '' ? String(index) : `${frame.key}.${index}`;
    if (action.double !== undefined) continue;
    if (action.manifest.using === 'composite') await preOfComposite(job, frame, token, key, action);
    else if (child(action.manifest.runs, 'pre') !== undefined) await runPre(job, frame, token, key, action);
  }
}

async function preOfComposite(
  job: JobState,
  frame: StepFrame,
  token: TemplateToken,
  key: string,
  action: LoadedAction,
): Promise<void> {
  const run = preRun(job, frame, token, key);
  const inner: StepFrame = {
    ...frame,
    key,
    owner: action.owner,
    steps: {},
    env: run.ownEnv,
    inputs: declaredInputs(action, quietInputs(job, action, run)),
    github: { ...frame.github, action_path: action.directory },
  };
  await runPreSteps(job, inner, itemsOf(child(action.manifest.runs, 'steps')));
}

/** Inputs at this early time may name steps that have not run; then the action's `pre` sees what there is. */
function quietInputs(job: JobState, action: LoadedAction, run: StepRun): ReadonlyMap<string, string> {
  try {
    return evaluateInputs(job, action, { ...run, log: SILENT });
  } catch {
    return new Map();
  }
}

const SILENT = { line: () => undefined, annotate: () => undefined };

function preRun(job: JobState, frame: StepFrame, token: TemplateToken, key: string): StepRun {
  const base = { ...Object.fromEntries(job.env), ...frame.env };
  const early = frameScope(job, frame, base, {});
  let stepEnv: Record<string, string> = {};
  try {
    stepEnv = evaluateStringMap(child(token, 'env'), early);
  } catch {
    // The step itself reports this when its turn comes.
  }
  const env = { ...base, ...stepEnv };
  const state = new Map<string, string>();
  job.actionStates.set(key, state);
  const name = displayName(token, early);
  return {
    key,
    name,
    token,
    env,
    ownEnv: { ...frame.env, ...stepEnv },
    scope: frameScope(job, frame, env, {}),
    log: job.logFor(`Pre ${name}`),
    signal: job.plan.signal,
    values: { outputs: {}, state },
    github: {},
  };
}

async function runPre(
  job: JobState,
  frame: StepFrame,
  token: TemplateToken,
  key: string,
  action: LoadedAction,
): Promise<void> {
  const run = preRun(job, frame, token, key);
  const name = `Pre ${run.name}`;
  const started = performance.now();
  const condition = child(action.manifest.runs, 'pre-if');
  if (condition !== undefined && !holds(plainCondition(condition), postScope(job, run))) {
    recordStep(
      job,
      name,
      undefined,
      { outcome: 'skipped', conclusion: 'skipped', outputs: {}, summary: undefined },
      0,
    );
    return;
  }
  job.emit({ type: 'step-started', job: job.plan.identity.name, step: job.masker.mask(name) });
  const inputs = quietInputs(job, action, run);
  registerPost(job, action, inputs, run);
  let outcome: 'success' | 'failure' | 'cancelled' = 'failure';
  try {
    outcome = (await runNode(job, action, inputs, run, 'pre')).result;
  } catch (error) {
    job.issue(run.log, 'error', messageOf(error));
  }
  if (outcome !== 'success' && job.status === 'success') job.status = 'failure';
  const ended = { outcome, conclusion: outcome, outputs: {}, summary: undefined };
  recordStep(job, name, undefined, ended, performance.now() - started);
}
