import type { JsonObject, RunIdentity, RunnerHost } from './host.ts';
import type { ConcurrencyGroups } from './run/concurrency.ts';

/** How a job, step or run ended. */
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

/**
 * What happens during a run, in order; a terminal or a test follows it. `job` is the full job name. The runner's own
 * phases write under the step names `Set up job` and `Complete job` without being started or finished; a skipped step
 * is finished without having been started, a skipped job likewise.
 */
export type RunnerEvent =
  | { readonly type: 'job-started'; readonly job: string }
  | { readonly type: 'job-waiting'; readonly job: string; readonly reason: string }
  | { readonly type: 'step-started'; readonly job: string; readonly step: string }
  /** One line of a step's log, after masking. `command` names a workflow command such as `warning` or `group`. */
  | {
      readonly type: 'log';
      readonly job: string;
      readonly step: string;
      readonly line: string;
      readonly command?: string;
    }
  | {
      readonly type: 'step-finished';
      readonly job: string;
      readonly step: string;
      readonly outcome: Conclusion;
      readonly conclusion: Conclusion;
      readonly milliseconds: number;
    }
  | {
      readonly type: 'job-finished';
      readonly job: string;
      readonly conclusion: Conclusion;
      readonly milliseconds: number;
    };

export interface WorkflowRunRequest {
  readonly run: RunIdentity;
  readonly host: RunnerHost;
  /** Folder for workspaces, temp folders and tool caches of the jobs; created when missing. */
  readonly workRoot: string;
  /** What a self-hosted runner's machine would have in its environment: PATH, HOME and the simulator's own variables. */
  readonly machineEnvironment: Readonly<Record<string, string>>;
  /** Node 24 executable for JavaScript actions. */
  readonly nodePath: string;
  readonly observe?: (event: RunnerEvent) => void;
  /** Aborting it cancels the run as a user would with the Cancel button. */
  readonly signal?: AbortSignal;
  /** Jobs that may run at the same time; GitHub's default is many, a small machine wants few. */
  readonly maxParallelJobs?: number;
  /** Grace between SIGINT, SIGTERM and kill on cancellation, in milliseconds; the runner's are 7500 and 2500. */
  readonly cancelGrace?: { readonly sigint: number; readonly sigterm: number };
  /** Inputs of a `workflow_dispatch` event; those of the event payload when not given. */
  readonly inputs?: JsonObject;
  /** Shared between runs that are to wait for each other in `concurrency` groups. */
  readonly concurrency?: ConcurrencyGroups;
  /** Length of a minute of `timeout-minutes`, in milliseconds, so that tests need not wait for real ones. */
  readonly minuteMilliseconds?: number;
}

export interface StepResult {
  readonly name: string;
  readonly id: string | undefined;
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** The job summary Markdown the step wrote, if any. */
  readonly summary: string | undefined;
  readonly milliseconds: number;
}

export interface JobResult {
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepResult[];
  /** Errors, warnings and notices, as GitHub would annotate them. */
  readonly annotations: readonly Annotation[];
  readonly milliseconds: number;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

export interface WorkflowRunResult {
  readonly conclusion: Conclusion;
  readonly jobs: readonly JobResult[];
  /** Why the run could not start, or was cancelled before it did; GitHub shows these on the run's page. */
  readonly startupErrors: readonly string[];
  readonly milliseconds: number;
}
