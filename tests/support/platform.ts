/** A platform repository with tiny stacks of Terraform's own provider, for tests of whole workflows. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APPROVER, AUTHOR, createPlatformRepository, PLATFORM } from '#scripts/rehearse/repository.js';
import type { Stage } from '#scripts/rehearse/stage.js';
import type { RunnerEvent, WorkflowRunResult } from '#simulator/runner/events.js';
import type { RunIdentity } from '#simulator/runner/host.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { review } from '#simulator/world/github-environments.js';
import { artifactFiles, type ArtifactFile } from './workflow-artifacts.ts';

export const CALLER = {
  plan: '.github/workflows/hybrid-plan.yml',
  apply: '.github/workflows/hybrid-apply.yml',
  nightly: '.github/workflows/hybrid-nightly.yml',
  watch: '.github/workflows/hybrid-nightly-watch.yml',
  teardown: '.github/workflows/hybrid-teardown.yml',
  cleanup: '.github/workflows/hybrid-node-cleanup.yml',
} as const;

/** What came of a run. */
export interface ObservedRun {
  readonly identity: RunIdentity;
  readonly result: WorkflowRunResult;
  readonly log: string;
  /** Jobs that waited for somebody's approval, in order. */
  readonly waited: readonly string[];
  /** Files of the artifacts that the run left. */
  readonly files: readonly ArtifactFile[];
}

export interface RunSettings {
  readonly verdict?: 'approved' | 'rejected';
  /** Called with each event, to do something at the right moment. */
  readonly observe?: (event: RunnerEvent, identity: RunIdentity) => void;
}

export interface Platform {
  stateFile(stack: string): string;
  /** The objects in a stack's state, by address; undefined when there is no state file. */
  stateOf(stack: string): readonly string[] | undefined;
  /** Commits files to the default branch. */
  commit(message: string, files: Readonly<Record<string, string>>): Promise<void>;
  run(workflowPath: string, trigger: RunTrigger, settings?: RunSettings): Promise<ObservedRun>;
  /** Puts a value into a stack of nothing else, by a pull request that is planned, merged and applied. Gives the apply. */
  applyValue(value: string): Promise<ObservedRun>;
  /** Makes every run so far one of `hours` earlier. */
  pass(hours: number): void;
  issues(): readonly { readonly title: string; readonly state: string; readonly body: string }[];
}

interface State {
  readonly resources: readonly {
    readonly type: string;
    readonly name: string;
    readonly instances: readonly unknown[];
  }[];
}

/** Creates the repository on a stage, with every caller template. */
export async function startPlatform(stage: Stage, lockTimeout?: string): Promise<Platform> {
  const { github } = stage;
  await createPlatformRepository(github, stage.folder('platform'), { ...stage, lockTimeout });
  const stateFile = (stack: string) => join(stage.folder('states'), `${stack}.tfstate`);
  return {
    stateFile,
    stateOf: (stack) => {
      if (!existsSync(stateFile(stack))) return undefined;
      const { resources } = JSON.parse(readFileSync(stateFile(stack), 'utf8')) as State;
      return resources.flatMap(({ type, name, instances }) => instances.map(() => `${type}.${name}`));
    },
    commit: async (message, files) => {
      await github.commitToBranch({ repository: PLATFORM, branch: 'main', message, author: AUTHOR, files });
    },
    run: (workflowPath, trigger, settings = {}) => runWorkflowOf(stage, workflowPath, trigger, settings),
    applyValue: (value) => applyValue(stage, stateFile('values'), value),
    pass: (hours) => {
      for (const run of github.repository(PLATFORM).runs.values())
        run.startedAt = new Date(Date.parse(run.startedAt) - hours * 3_600_000).toISOString();
    },
    issues: () =>
      [...github.repository(PLATFORM).issues.values()]
        .filter((issue) => issue.pull === undefined)
        .map(({ title, state, body }) => ({ title, state, body: body ?? '' })),
  };
}

async function runWorkflowOf(
  stage: Stage,
  workflowPath: string,
  trigger: RunTrigger,
  { verdict = 'approved', observe }: RunSettings,
): Promise<ObservedRun> {
  const { github } = stage;
  const identity = await github.queueRun({ repository: PLATFORM, workflowPath, trigger });
  const before = new Set(artifactFiles(stage.world.directory).map(({ zip }) => zip));
  const log: string[] = [];
  const waited: string[] = [];
  const result = await stage.run(identity, (event) => {
    if (event.type === 'log') log.push(event.line);
    observe?.(event, identity);
    if (event.type !== 'job-waiting' || !event.reason.startsWith('Waiting for review')) return;
    waited.push(event.job);
    const run = github.run(identity);
    const environments = run.pending.map(({ environment }) => environment.name);
    review(run, { environments, verdict, user: github.user(APPROVER) });
  });
  const files = artifactFiles(stage.world.directory).filter(({ zip }) => !before.has(zip));
  return { identity, result, log: log.join('\n'), waited, files };
}

async function applyValue(stage: Stage, stateFile: string, value: string): Promise<ObservedRun> {
  const { github } = stage;
  const branch = `value-${value.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
  const backend = `backend "local" { path = ${JSON.stringify(stateFile)} }`;
  const main = `terraform {\n  ${backend}\n}\nresource "terraform_data" "one" {\n  input = ${JSON.stringify(value)}\n}\n`;
  const files = { 'terraform/stacks/values/main.tf': main };
  await github.commitToBranch({ repository: PLATFORM, branch, message: value, author: AUTHOR, files });
  const request = { repository: PLATFORM, title: value, body: '', head: branch, author: AUTHOR };
  const { number } = await github.openPullRequest(request);
  const plan: RunTrigger = { name: 'pull_request', number, action: 'opened' };
  const planned = await runWorkflowOf(stage, CALLER.plan, plan, {});
  if (planned.result.conclusion !== 'success') throw new Error(planned.log);
  await github.mergePullRequest(PLATFORM, number, APPROVER);
  const inputs = { 'pull-request': String(number), environment: 'apply' };
  return runWorkflowOf(stage, CALLER.apply, { name: 'workflow_dispatch', inputs }, {});
}

/** Conclusion of each job by its name. */
export function jobsOf({ result }: ObservedRun): Readonly<Record<string, string>> {
  return Object.fromEntries(result.jobs.map((job) => [job.name, job.conclusion]));
}

/** Codes of the errors that jobs were annotated with. */
export function codesOf({ result }: ObservedRun): readonly string[] {
  return result.jobs
    .flatMap((job) => job.annotations.map((each) => /EHA\d+/.exec(each.title ?? '')?.[0]))
    .filter((code) => code !== undefined);
}
