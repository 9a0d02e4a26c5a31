import type { Annotation, Conclusion, JobResult, WorkflowRunRequest } from '../events.ts';
import type { JobIdentity, Json, TokenPermissions } from '../host.ts';
import type { WorkflowFile } from '../workflow/file.ts';
import type { ConcurrencyGroups } from './concurrency.ts';
import type { Slots } from './slots.ts';

/** What all jobs of one run share. */
export interface RunContext {
  readonly request: WorkflowRunRequest;
  /** The run's part of the github context. */
  readonly github: Readonly<Record<string, Json>>;
  readonly groups: ConcurrencyGroups;
  readonly slots: Slots;
  /** Whether the run comes from a fork: no secrets, reading only, no OIDC. */
  readonly fromFork: boolean;
  readonly results: { readonly order: number; readonly result: JobResult }[];
  /** Counts jobs, for folders and for the order of results. */
  next(): number;
}

/** One workflow file as it runs: the entry file or a called one. */
export interface WorkflowFrame {
  readonly file: WorkflowFile;
  readonly inputs: Readonly<Record<string, Json>>;
  /** Secrets that jobs of this workflow see, by the environment they name. */
  readonly secretsFor: (environment: string | undefined) => Readonly<Record<string, string>>;
  /** What the calling job may do; undefined for the entry workflow. */
  readonly ceiling: TokenPermissions | undefined;
  /** Names of the calling jobs, each followed by ` / `. */
  readonly prefix: string;
  /** Aborted when this workflow is cancelled. */
  readonly signal: AbortSignal;
  /** Concurrency groups that callers of this workflow hold. */
  readonly heldGroups: readonly string[];
  /** `cache-mode` of the callers. */
  readonly cacheMode: string | undefined;
}

/** How all jobs of one key under `jobs` ended together; what `needs` and `jobs` contexts say about it. */
export interface JobSummary {
  readonly id: string;
  readonly result: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** Results of the job and of everything it needed, by job id. */
  readonly lineage: ReadonlyMap<string, Conclusion>;
}

/** The worst of several conclusions, as GitHub sums them up. */
export function combine(conclusions: readonly Conclusion[]): Conclusion {
  for (const worst of ['failure', 'cancelled', 'success'] as const)
    if (conclusions.includes(worst)) return worst;
  return 'skipped';
}

/** Records a job that ended without running on a runner: skipped, refused or cancelled while it waited. */
export function recordUnrun(
  run: RunContext,
  identity: JobIdentity,
  conclusion: Conclusion,
  message?: string,
): void {
  const annotations: Annotation[] =
    message === undefined
      ? []
      : [{ level: 'error', message, title: undefined, file: undefined, line: undefined }];
  const result = { name: identity.name, conclusion, outputs: {}, steps: [], annotations, milliseconds: 0 };
  run.results.push({ order: run.next(), result });
  const observe = run.request.observe;
  if (message !== undefined)
    observe?.({ type: 'log', job: identity.name, step: 'Set up job', line: message, command: 'error' });
  observe?.({ type: 'job-finished', job: identity.name, conclusion, milliseconds: 0 });
  run.request.host.reportJob(identity, 'completed', conclusion);
}
