import { join } from 'node:path';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { Json } from '../host.ts';
import { evaluateString, evaluateStringMap, type Scope } from '../expressions/evaluate.ts';
import { child, itemsOf, textOf } from '../expressions/tokens.ts';
import { statusFunctions } from '../expressions/condition.ts';
import { contextOf, type StepEnd, type StepFrame, type StepRun } from './frame.ts';
import { loadAction, type LoadedAction } from './load-action.ts';
import type { JobState } from './job-state.ts';
import { printEnvironment } from './script-step.ts';
import { runInStep } from './step-process.ts';
import { runDouble } from './double-step.ts';
import { runSteps } from './steps.ts';

/** Inputs of an action by lower-case name. */
export type ActionInputs = ReadonlyMap<string, string>;

/** Runs a `uses` step: its main part, with the post part registered for the end of the job. */
export async function runActionStep(job: JobState, frame: StepFrame, run: StepRun): Promise<StepEnd> {
  const action = await loadAction(job, frame.owner, textOf(child(run.token, 'uses')));
  const github = { ...run.github, action_repository: action.repository, action_ref: action.ref };
  const withAction: StepRun = { ...run, github, scope: withGithub(run.scope, github) };
  const inputs = evaluateInputs(job, action, withAction);
  printHeader(action, inputs, withAction);
  if (action.local && child(action.manifest.runs, 'pre') !== undefined) {
    job.issue(
      run.log,
      'warning',
      `\`pre\` execution is not supported for local action from '${action.uses}'`,
    );
  }
  if (action.double !== undefined) return runDouble(job, action, action.double, inputs, withAction);
  if (action.manifest.using === 'composite') return runComposite(job, frame, action, inputs, withAction);
  registerPost(job, action, inputs, withAction);
  return runNode(job, action, inputs, withAction, 'main');
}

function withGithub(scope: Scope, github: Readonly<Record<string, Json>>): Scope {
  return { ...scope, contexts: { ...scope.contexts, github: { ...contextOf(scope, 'github'), ...github } } };
}

/**
 * The inputs an action gets: what `with` says, defaults for the rest. Undeclared names are warned about and passed on,
 * missing required ones are the action's own business, as on GitHub.
 */
export function evaluateInputs(job: JobState, action: LoadedAction, run: StepRun): ActionInputs {
  const given = evaluateStringMap(child(run.token, 'with'), run.scope);
  const declared = action.manifest.inputs;
  const inputs = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) inputs.set(name.toLowerCase(), value);
  const known = new Set(declared.map((input) => input.name.toLowerCase()));
  const unknown = Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
  if (unknown.length > 0) {
    const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
    const valid = list(declared.map((input) => input.name));
    job.issue(run.log, 'warning', `Unexpected input(s) ${list(unknown)}, valid inputs are [${valid}]`);
  }
  for (const input of declared) {
    const key = input.name.toLowerCase();
    if (inputs.has(key) && input.deprecationMessage !== undefined) {
      job.issue(
        run.log,
        'warning',
        `Input '${input.name}' has been deprecated with message: ${input.deprecationMessage}`,
      );
    }
    if (!inputs.has(key)) inputs.set(key, evaluateString(input.default, run.scope) ?? '');
  }
  return inputs;
}

function printHeader(action: LoadedAction, inputs: ActionInputs, run: StepRun): void {
  run.log.line(`Run ${action.uses}`, 'group');
  const shown = [...inputs].filter(([, value]) => value !== '');
  if (shown.length > 0) run.log.line('with:');
  for (const [name, value] of shown) run.log.line(`  ${name}: ${value}`);
  printEnvironment(run);
  run.log.line('', 'endgroup');
}

/** Runs the `pre`, `main` or `post` file of a JavaScript action with the project's Node 24. */
export async function runNode(
  job: JobState,
  action: LoadedAction,
  inputs: ActionInputs,
  run: StepRun,
  stage: 'pre' | 'main' | 'post',
): Promise<StepEnd> {
  const env: Record<string, string> = {};
  for (const [name, value] of inputs) env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
  for (const [name, value] of run.values.state) env[`STATE_${name}`] = value;
  const end = await runInStep(job, run, {
    command: job.plan.request.nodePath,
    args: [join(action.directory, textOf(child(action.manifest.runs, stage)))],
    cwd: job.plan.directories.workspace,
    env,
    github: contextOf(run.scope, 'github'),
  });
  return { result: end.code === 0 && !end.failed ? 'success' : 'failure', summary: end.summary };
}

/** Puts the `post` part of a JavaScript action, if it has one, on the stack that the job's end works off. */
export function registerPost(job: JobState, action: LoadedAction, inputs: ActionInputs, run: StepRun): void {
  if (child(action.manifest.runs, 'post') === undefined || job.postKeys.has(run.key)) return;
  job.postKeys.add(run.key);
  const condition = child(action.manifest.runs, 'post-if');
  job.postSteps.push({
    name: `Post ${run.name}`,
    condition: condition === undefined ? 'always()' : plainCondition(condition),
    scope: () => postScope(job, run),
    run: async (signal, log) => {
      const env = { ...Object.fromEntries(job.env), ...run.ownEnv };
      return (await runNode(job, action, inputs, { ...run, env, signal, log }, 'post')).result;
    },
  });
}

/** `pre-if` and `post-if` are taken as they stand: no `success()` is added. */
export function plainCondition(token: TemplateToken): string {
  return textOf(token)
    .replace(/^\$\{\{(.*)\}\}$/s, '$1')
    .trim();
}

/** What `pre-if` and `post-if` can name; their status functions speak of the job. */
export function postScope(job: JobState, run: StepRun): Scope {
  const contexts = {
    ...run.scope.contexts,
    job: job.jobContext,
    env: { ...Object.fromEntries(job.env), ...run.ownEnv },
  };
  return { contexts, functions: { ...job.functions, ...statusFunctions(() => job.statusNow) } };
}

async function runComposite(
  job: JobState,
  parent: StepFrame,
  action: LoadedAction,
  inputs: ActionInputs,
  run: StepRun,
): Promise<StepEnd> {
  const ended = { failed: false };
  const frame: StepFrame = {
    key: run.key,
    owner: action.owner,
    steps: {},
    env: run.ownEnv,
    inputs: declaredInputs(action, inputs),
    github: { ...parent.github, ...run.github, action_path: action.directory },
    status: () => {
      const cancelled = run.signal.aborted || job.status === 'cancelled';
      return { success: !ended.failed && !cancelled, failure: ended.failed && !cancelled, cancelled };
    },
  };
  const steps = itemsOf(child(action.manifest.runs, 'steps'));
  const end = await runSteps(job, frame, steps, run.signal, run.log, () => {
    ended.failed = true;
  });
  const scope: Scope = {
    ...run.scope,
    contexts: { ...run.scope.contexts, steps: frame.steps, inputs: frame.inputs ?? {} },
  };
  for (const output of action.manifest.outputs) {
    if (output.value !== undefined)
      run.values.outputs[output.name] = evaluateString(output.value, scope) ?? '';
  }
  return { result: ended.failed ? 'failure' : 'success', summary: end.summary };
}

/** The `inputs` context of a composite action, in the spelling of its action.yml. */
export function declaredInputs(action: LoadedAction, inputs: ActionInputs): Record<string, string> {
  const spelled = new Map(action.manifest.inputs.map((input) => [input.name.toLowerCase(), input.name]));
  return Object.fromEntries([...inputs].map(([name, value]) => [spelled.get(name) ?? name, value]));
}
