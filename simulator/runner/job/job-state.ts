import { join } from 'node:path';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import type { Annotation, Conclusion, RunnerEvent, StepResult, WorkflowRunRequest } from '../events.ts';
import type { JobIdentity, Json, JsonObject } from '../host.ts';
import type { Scope, ScopeFunction } from '../expressions/evaluate.ts';
import type { CacheMode } from '../doubles/double.ts';
import type { WorkflowFile } from '../workflow/file.ts';
import type { CancelGrace } from '../process/run-process.ts';
import { Masker } from '../commands/masker.ts';
import type { LoadedAction } from './load-action.ts';
import { hashFilesFunction } from '../expressions/hash-files.ts';

/** Where one job keeps its files; all below the run's work root and made afresh for the job. */
export interface JobDirectories {
  readonly root: string;
  /** GITHUB_WORKSPACE. */
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  /** RUNNER_TOOL_CACHE; shared by all jobs of a work root. */
  readonly toolCache: string;
  /** GITHUB_EVENT_PATH. */
  readonly eventPath: string;
  /** Cache entries of actions/cache; shared like the tool cache. */
  readonly cache: string;
}

/** The folders of job number `sequence` of a run. */
export function jobDirectories(
  workRoot: string,
  runKey: string,
  sequence: number,
  repository: string,
): JobDirectories {
  const root = join(workRoot, runKey, String(sequence));
  const name = repository.split('/')[1] ?? repository;
  return {
    root,
    workspace: join(root, name, name),
    temp: join(root, '_temp'),
    toolCache: join(workRoot, '_tool'),
    eventPath: join(root, '_temp', '_github_workflow', 'event.json'),
    cache: join(workRoot, '_cache', repository.replace('/', '__')),
  };
}

/** Everything about one job that is settled before its first step. */
export interface JobPlan {
  /** The key under `jobs`. */
  readonly id: string;
  readonly identity: JobIdentity;
  readonly token: TemplateToken;
  readonly file: WorkflowFile;
  readonly request: WorkflowRunRequest;
  readonly directories: JobDirectories;
  /** github, inputs, vars, secrets, needs, strategy, matrix: what expressions of the job can name. */
  readonly contexts: Readonly<Record<string, Json>>;
  /** The job's GITHUB_TOKEN. */
  readonly githubToken: string;
  /** Where an OIDC token can be asked for; undefined without `id-token: write`. */
  readonly idTokenRequest: { readonly url: string; readonly token: string } | undefined;
  readonly cacheMode: CacheMode;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  /** Aborted when a cancelled job has had its `cancel-timeout-minutes`: nothing of it runs on. */
  readonly deadline: AbortSignal;
  readonly grace: CancelGrace;
  /** Milliseconds of one minute of `timeout-minutes`. */
  readonly minute: number;
}

/** One undo step that an action registered by running. */
export interface PostStep {
  readonly name: string;
  readonly condition: string;
  readonly run: (signal: AbortSignal, log: StepLog) => Promise<Conclusion>;
  readonly scope: () => Scope;
}

/** Where a step's lines go. */
export interface StepLog {
  readonly line: (text: string, command?: string) => void;
  readonly annotate: (annotation: Annotation) => void;
}

/** What changes while a job runs. */
export class JobState {
  readonly plan: JobPlan;
  readonly masker = new Masker();
  /** Workflow and job `env`, then whatever steps wrote to GITHUB_ENV. */
  readonly env = new Map<string, string>();
  /** Folders from GITHUB_PATH, the newest first. */
  path: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly stepResults: StepResult[] = [];
  readonly postSteps: PostStep[] = [];
  /** Keys of steps whose post part is registered; `pre` registers it before `main` does. */
  readonly postKeys = new Set<string>();
  /** States saved by `pre` for the `main` of the same step, by the step's key. */
  readonly actionStates = new Map<string, Map<string, string>>();
  /** Actions already resolved, by owner and reference. */
  readonly actions = new Map<string, Promise<LoadedAction>>();
  /** The `steps` context of the workflow's own steps. */
  readonly steps: Record<string, Json> = {};
  status: 'success' | 'failure' | 'cancelled' = 'success';
  defaults: { readonly shell: string | undefined; readonly workingDirectory: string | undefined } = {
    shell: undefined,
    workingDirectory: undefined,
  };

  constructor(plan: JobPlan) {
    this.plan = plan;
  }

  emit(event: RunnerEvent): void {
    this.plan.request.observe?.(event);
  }

  /** The log of one step: masks, then tells the observer; annotations are kept for the job's result. */
  logFor(step: string): StepLog {
    const name = this.masker.mask(step);
    return {
      line: (text, command) => {
        for (const part of this.masker.mask(text).split('\n')) {
          const event = { type: 'log', job: this.plan.identity.name, step: name, line: part } as const;
          this.emit(command === undefined ? event : { ...event, command });
        }
      },
      annotate: (annotation) => {
        const message = this.masker.mask(annotation.message);
        this.annotations.push({ ...annotation, message, title: this.maskOptional(annotation.title) });
      },
    };
  }

  /** Says an error, warning or notice in a step's log and keeps it as an annotation. */
  issue(log: StepLog, level: Annotation['level'], message: string): void {
    log.line(message, level);
    log.annotate({ level, message, title: undefined, file: undefined, line: undefined });
  }

  maskOptional(text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.masker.mask(text);
  }

  get statusNow(): { readonly success: boolean; readonly failure: boolean; readonly cancelled: boolean } {
    return {
      success: this.status === 'success',
      failure: this.status === 'failure',
      cancelled: this.status === 'cancelled',
    };
  }

  /** `hashFiles` over this job's workspace. */
  get functions(): Record<string, ScopeFunction> {
    const { directories, request } = this.plan;
    return {
      hashfiles: hashFilesFunction(
        directories.workspace,
        request.machineEnvironment['HOME'] ?? directories.root,
      ),
    };
  }

  /** The `job` context. */
  get jobContext(): JsonObject {
    const { identity, file } = this.plan;
    return {
      status: this.status,
      workflow_ref: identity.workflowRef,
      workflow_sha: identity.workflowSha,
      workflow_repository: file.repository,
      workflow_file_path: file.path,
    };
  }
}
