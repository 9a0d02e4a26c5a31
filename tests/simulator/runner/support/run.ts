import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  JobResult,
  RunnerEvent,
  WorkflowRunRequest,
  WorkflowRunResult,
} from '#simulator/runner/events.js';
import type { RunIdentity } from '#simulator/runner/host.js';
import { runWorkflow } from '#simulator/runner/run-workflow.js';
import { memoryHost, removeFolder, type HostOptions, type MemoryHost } from './memory-host.ts';

/** The repository whose events start the runs of these tests. */
export const REPOSITORY = 'octo/app';

/** What a case may set besides its files. */
export interface CaseOptions extends HostOptions {
  /** Files of the repository, besides the workflow. */
  readonly files?: Readonly<Record<string, string>>;
  /** Other repositories. */
  readonly others?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly run?: Partial<RunIdentity>;
  readonly request?: Partial<WorkflowRunRequest>;
  readonly onEvent?: (event: RunnerEvent) => void;
}

/** A finished run with what was seen of it. */
export interface CaseResult {
  readonly run: WorkflowRunResult;
  readonly events: readonly RunnerEvent[];
  readonly host: MemoryHost;
  /** The job of that name; throws when there is none. */
  readonly job: (name: string) => JobResult;
  /** Log lines of a job, all steps or one. */
  readonly lines: (job: string, step?: string) => string[];
  /** `name: conclusion` of every job. */
  readonly conclusions: Readonly<Record<string, string>>;
}

/** Runs one workflow file in the small GitHub and removes what it left on disk. */
export async function runCase(workflow: string, options: CaseOptions = {}): Promise<CaseResult> {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'));
  try {
    return await runIn(folder, workflow, options);
  } finally {
    removeFolder(folder);
  }
}

async function runIn(folder: string, workflow: string, options: CaseOptions): Promise<CaseResult> {
  const path = '.github/workflows/test.yml';
  const repositories = { ...options.others, [REPOSITORY]: { ...options.files, [path]: workflow } };
  const host = memoryHost(join(folder, 'github'), repositories, options);
  const events: RunnerEvent[] = [];
  const run = await runWorkflow({
    run: { ...identity(path), ...options.run },
    host,
    workRoot: join(folder, 'work'),
    machineEnvironment: { PATH: process.env['PATH'] ?? '', HOME: folder },
    nodePath: process.execPath,
    observe: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
    cancelGrace: { sigint: 300, sigterm: 200 },
    ...options.request,
  });
  return describe(run, events, host);
}

function identity(path: string): RunIdentity {
  return {
    runId: 1001,
    runNumber: 7,
    runAttempt: 1,
    repository: REPOSITORY,
    repositoryId: 42,
    repositoryOwnerId: 24,
    workflowPath: path,
    sha: 'a'.repeat(40),
    ref: 'refs/heads/main',
    headRef: '',
    baseRef: '',
    actor: 'mona',
    eventName: 'push',
    event: { sender: { id: 99 } },
  };
}

function describe(run: WorkflowRunResult, events: readonly RunnerEvent[], host: MemoryHost): CaseResult {
  return {
    run,
    events,
    host,
    job: (name) => {
      const found = run.jobs.find((job) => job.name === name);
      if (found === undefined)
        throw new Error(`no job "${name}" among ${run.jobs.map((job) => job.name).join(', ')}`);
      return found;
    },
    lines: (job, step) =>
      events.flatMap((event) =>
        event.type === 'log' && event.job === job && (step === undefined || event.step === step)
          ? [event.line]
          : [],
      ),
    conclusions: Object.fromEntries(run.jobs.map((job) => [job.name, job.conclusion])),
  };
}
