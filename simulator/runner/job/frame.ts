import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { Conclusion } from '../events.ts';
import type { Json, JsonObject } from '../host.ts';
import type { Status } from '../expressions/condition.ts';
import { statusFunctions } from '../expressions/condition.ts';
import type { Scope } from '../expressions/evaluate.ts';
import { isObject } from '../expressions/values.ts';
import type { SourceRepository } from './load-action.ts';
import type { JobState, StepLog } from './job-state.ts';
import type { StepValues } from './step-output.ts';

/** A list of steps that run together: the job's own, or those of one composite action. */
export interface StepFrame {
  /** Unique in the job: empty for the job, `3.1` for steps of the composite that is step 1 of step 3. */
  readonly key: string;
  /** What `$/` means here. */
  readonly owner: SourceRepository;
  /** The `steps` context, filled as steps end. */
  readonly steps: Record<string, Json>;
  /** `env` of the enclosing steps. */
  readonly env: Readonly<Record<string, string>>;
  /** Inputs of the composite action; undefined for the job's own steps. */
  readonly inputs: JsonObject | undefined;
  /** Members that differ from the job's github context, such as `action_path`. */
  readonly github: Readonly<Record<string, Json>>;
  readonly status: () => Status;
}

/** One step as it runs. */
export interface StepRun {
  readonly key: string;
  readonly name: string;
  readonly token: TemplateToken;
  /** The `env` context of the step. */
  readonly env: Readonly<Record<string, string>>;
  /** The step's own part of it, with that of enclosing steps; what a post step gets again. */
  readonly ownEnv: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly log: StepLog;
  readonly signal: AbortSignal;
  readonly values: StepValues;
  /** Members that differ from the job's github context. */
  readonly github: Readonly<Record<string, Json>>;
}

/** How a step's work ended, before `continue-on-error`. */
export interface StepEnd {
  readonly result: Exclude<Conclusion, 'skipped'>;
  readonly summary: string | undefined;
}

/** Contexts that expressions inside a composite action may name; neither secrets, vars nor needs. */
const COMPOSITE_CONTEXTS = ['github', 'strategy', 'matrix', 'runner'];

/** What expressions of a frame's steps can name. */
export function frameScope(
  job: JobState,
  frame: StepFrame,
  env: Readonly<Record<string, string>>,
  github: Readonly<Record<string, Json>>,
): Scope {
  const all = job.plan.contexts;
  const contexts: Record<string, Json> =
    frame.inputs === undefined
      ? { ...all }
      : {
          ...Object.fromEntries(COMPOSITE_CONTEXTS.map((name) => [name, all[name] ?? null])),
          inputs: frame.inputs,
        };
  contexts['github'] = { ...asObject(all['github']), ...frame.github, ...github };
  contexts['env'] = env;
  contexts['job'] = job.jobContext;
  contexts['steps'] = frame.steps;
  return { contexts, functions: { ...job.functions, ...statusFunctions(frame.status) } };
}

/** The `github` and `runner` contexts of a scope, as records. */
export function contextOf(scope: Scope, name: string): Readonly<Record<string, Json>> {
  return asObject(scope.contexts[name]);
}

function asObject(value: Json | undefined): Readonly<Record<string, Json>> {
  return isObject(value) ? value : {};
}
