import { messageOf, WorkflowError } from '../errors.ts';
import type { ActionDouble, DoubleContext } from '../doubles/double.ts';
import type { ActionInputs } from './action-step.ts';
import { postScope } from './action-step.ts';
import { processEnvironment } from './environment.ts';
import { contextOf, type StepEnd, type StepRun } from './frame.ts';
import type { JobState } from './job-state.ts';
import type { LoadedAction } from './load-action.ts';

/** Runs the stand-in for a third-party action and registers its post part. */
export async function runDouble(
  job: JobState,
  action: LoadedAction,
  double: ActionDouble,
  inputs: ActionInputs,
  run: StepRun,
): Promise<StepEnd> {
  const { post } = double;
  if (post !== undefined) {
    job.postSteps.push({
      name: `Post ${run.name}`,
      condition: double.postIf ?? 'always()',
      scope: () => postScope(job, run),
      run: async (signal, log) => {
        const env = { ...Object.fromEntries(job.env), ...run.ownEnv };
        return attempt(job, { ...run, env, signal, log }, inputs, action, post);
      },
    });
  }
  return { result: await attempt(job, run, inputs, action, double.main), summary: undefined };
}

async function attempt(
  job: JobState,
  run: StepRun,
  inputs: ActionInputs,
  action: LoadedAction,
  work: (context: DoubleContext) => Promise<void>,
): Promise<'success' | 'failure'> {
  try {
    for (const input of action.manifest.inputs) {
      if (input.required && (inputs.get(input.name.toLowerCase()) ?? '') === '') {
        throw new WorkflowError(`Input required and not supplied: ${input.name}`);
      }
    }
    await work(contextFor(job, run, inputs));
    return 'success';
  } catch (error) {
    if (!run.signal.aborted) job.issue(run.log, 'error', messageOf(error));
    return 'failure';
  }
}

function contextFor(job: JobState, run: StepRun, inputs: ActionInputs): DoubleContext {
  const { plan } = job;
  const input = (name: string) => (inputs.get(name.toLowerCase()) ?? '').trim();
  return {
    host: plan.request.host,
    job: plan.identity,
    workspace: plan.directories.workspace,
    temp: plan.directories.temp,
    cacheDirectory: plan.directories.cache,
    cacheMode: plan.cacheMode,
    env: processEnvironment(job, run.env, contextOf(run.scope, 'github'), contextOf(run.scope, 'runner')),
    signal: run.signal,
    jobSucceeded: () => job.status === 'success',
    input,
    booleanInput: (name) => {
      if (['true', 'True', 'TRUE'].includes(input(name))) return true;
      if (['false', 'False', 'FALSE'].includes(input(name))) return false;
      throw new WorkflowError(
        `Input does not meet YAML 1.2 "Core Schema" specification: ${name}\nSupport boolean input list: \`true | True | TRUE | false | False | FALSE\``,
      );
    },
    setOutput: (name, value) => {
      run.values.outputs[name] = value;
    },
    setEnv: (name, value) => void job.env.set(name, value),
    mask: (value) => job.masker.add(value),
    info: (line) => run.log.line(line),
    warning: (message) => job.issue(run.log, 'warning', message),
    state: run.values.state,
  };
}
