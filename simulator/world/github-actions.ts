/** Workflow runs and jobs: how they are queued by an event, and how they stand. */
import { parse } from 'yaml';
import type { JobIdentity, JsonObject, RunIdentity } from '../runner/host.ts';
import type { GitHubState } from './github.ts';
import { ACTIONS_BOT } from './github.ts';
import { SimulatorError } from './errors.ts';
import { environmentOf } from './github-environments.ts';
import type { PullRequestAction } from './github-events.ts';
import { originOf } from './github-origins.ts';
import type {
  DeploymentRecord,
  JobRecord,
  JobStatus,
  RepositoryRecord,
  RunRecord,
  RunStatus,
  WorkflowRecord,
} from './github-types.ts';

/** What starts a run. */
export type RunTrigger =
  | {
      readonly name: 'pull_request';
      readonly number: number;
      readonly action: PullRequestAction;
      readonly before?: string;
    }
  | { readonly name: 'push'; readonly branch: string; readonly before?: string }
  | { readonly name: 'workflow_dispatch'; readonly ref?: string; readonly inputs?: JsonObject }
  | { readonly name: 'schedule'; readonly cron: string }
  /** The end of another run; it runs on the default branch, whoever's that run was. */
  | { readonly name: 'workflow_run'; readonly runId: number };

export interface QueueRequest {
  readonly repository: string;
  /** For example `.github/workflows/hybrid-plan.yml`; it must exist at the commit the event runs. */
  readonly workflowPath: string;
  readonly trigger: RunTrigger;
  /** Who caused the event; default: the author of the pull request, or the owner. */
  readonly actor?: string;
}

/** Queues a run of a workflow for an event; SIM1022 when the workflow file is not in the commit that would run. */
export async function queueRun(state: GitHubState, request: QueueRequest): Promise<RunIdentity> {
  const repository = state.repository(request.repository);
  const origin = await originOf(state, repository, request);
  const workflow = await workflowAt(state, repository, request.workflowPath, origin.sha);
  const now = state.now();
  workflow.runs += 1;
  const run: RunRecord = {
    id: state.ids.next('run'),
    workflow,
    number: workflow.runs,
    event: request.trigger.name,
    payload: origin.event,
    displayTitle: origin.title ?? (await headline(repository, origin.sha, workflow, request.trigger.name)),
    headBranch: origin.headBranch,
    headSha: origin.headSha,
    headRepository: origin.headRepository,
    actor: origin.actor,
    pullNumber: origin.pullNumber,
    createdAt: now,
    startedAt: now,
    updatedAt: now,
    attempt: 1,
    status: 'queued',
    conclusion: null,
    jobs: [],
    pending: [],
    approvals: [],
    cancel: new AbortController(),
  };
  repository.runs.set(run.id, run);
  const { sha, ref, headRef, baseRef } = origin;
  return { ...identityOf(repository, run), sha, ref, headRef, baseRef };
}

function identityOf(repository: RepositoryRecord, run: RunRecord) {
  return {
    runId: run.id,
    runNumber: run.number,
    runAttempt: run.attempt,
    repository: repository.fullName,
    repositoryId: repository.id,
    repositoryOwnerId: repository.owner.id,
    workflowPath: run.workflow.path,
    actor: run.actor.login,
    eventName: run.event,
    event: run.payload,
  };
}

async function workflowAt(
  state: GitHubState,
  repository: RepositoryRecord,
  path: string,
  sha: string,
): Promise<WorkflowRecord> {
  const text = await repository.git.readFile(sha, path);
  if (text === undefined) {
    const remedy = 'Commit the workflow file to the branch (of a pull request: to head or base) first.';
    throw new SimulatorError('SIM1022', `no workflow ${path} in ${repository.fullName} at ${sha}`, remedy);
  }
  const parsed: unknown = parse(text.toString('utf8'));
  const named =
    typeof parsed === 'object' && parsed !== null && 'name' in parsed && typeof parsed.name === 'string';
  const name = named ? String(parsed.name) : path;
  const known = repository.workflows.get(path);
  if (known !== undefined) {
    known.name = name;
    return known;
  }
  const made = { id: state.ids.next('workflow'), path, name, createdAt: state.now(), runs: 0 };
  repository.workflows.set(path, made);
  return made;
}

/** A pushed commit gives its first line; dispatched and scheduled runs carry the workflow's name. */
async function headline(
  repository: RepositoryRecord,
  sha: string,
  workflow: WorkflowRecord,
  event: string,
): Promise<string> {
  return event === 'push' ? repository.git.text(['log', '-1', '--format=%s', sha]) : workflow.name;
}

/** Starts the next attempt of a run, as "Re-run all jobs" does. */
export function rerun(state: GitHubState, identity: RunIdentity): RunIdentity {
  const run = state.run(identity);
  run.attempt += 1;
  run.status = 'queued';
  run.conclusion = null;
  run.startedAt = state.now();
  run.updatedAt = run.startedAt;
  run.cancel = new AbortController();
  return { ...identity, runAttempt: run.attempt };
}

export function cancelRun(run: RunRecord): void {
  run.cancel.abort(new Error('The run was canceled.'));
}

export function reportRun(
  state: GitHubState,
  identity: RunIdentity,
  status: RunStatus,
  conclusion: string | undefined,
): void {
  const run = state.run(identity);
  run.status = status;
  run.conclusion = conclusion ?? null;
  run.updatedAt = state.now();
}

/** Records how a job stands, its deployment where it has an environment, and ends its token with it. */
export function reportJob(
  state: GitHubState,
  identity: JobIdentity,
  status: JobStatus,
  conclusion: string | undefined,
): void {
  const run = state.run(identity.run);
  const job = jobOf(state, run, identity);
  const now = state.now();
  if (status === 'in_progress' && job.status !== 'in_progress') job.startedAt = now;
  job.status = status;
  job.conclusion = conclusion ?? null;
  run.updatedAt = now;
  if (identity.environment !== undefined && conclusion !== 'skipped') reportDeployment(state, identity, job);
  if (status !== 'completed') return;
  job.completedAt = now;
  const key = `${identity.run.runId}/${identity.run.runAttempt}/${identity.name}`;
  for (const token of state.tokens.values()) if (token.jobKey === key) token.revoked = true;
}

/** The job's record, made when it is first heard of. */
export function jobOf(state: GitHubState, run: RunRecord, identity: JobIdentity): JobRecord {
  const attempt = identity.run.runAttempt;
  const known = run.jobs.find((job) => job.name === identity.name && job.runAttempt === attempt);
  if (known !== undefined) return known;
  const now = state.now();
  const job: JobRecord = {
    id: state.ids.next('job'),
    runAttempt: attempt,
    name: identity.name,
    createdAt: now,
    startedAt: now,
    completedAt: null,
    status: 'queued',
    conclusion: null,
    deploymentId: undefined,
  };
  run.jobs.push(job);
  return job;
}

function reportDeployment(state: GitHubState, identity: JobIdentity, job: JobRecord): void {
  const { run } = identity;
  const repository = state.repository(run.repository);
  const environment = environmentOf(state, repository, identity.environment ?? '');
  const known = job.deploymentId === undefined ? undefined : repository.deployments.get(job.deploymentId);
  const deployment = known ?? newDeployment(state, run, environment.name);
  job.deploymentId = deployment.id;
  repository.deployments.set(deployment.id, deployment);
  const ended = job.conclusion === 'success' ? 'success' : 'failure';
  const value = job.status === 'completed' ? ended : job.status;
  if (deployment.statuses.at(-1)?.state === value) return;
  const targetUrl = `${state.urls.serverUrl}/${run.repository}/actions/runs/${run.runId}/job/${job.id}`;
  const id = state.ids.next('deployment-status');
  const now = state.now();
  const about = { description: '', targetUrl, environmentUrl: '', creator: ACTIONS_BOT, createdAt: now };
  deployment.statuses.push({ id, state: value, ...about });
  deployment.updatedAt = now;
}

function newDeployment(state: GitHubState, run: RunIdentity, environment: string): DeploymentRecord {
  const now = state.now();
  return {
    id: state.ids.next('deployment'),
    sha: run.sha,
    ref: run.ref.replace(/^refs\/(heads|tags)\//, ''),
    task: 'deploy',
    payload: {},
    environment,
    description: null,
    creator: ACTIONS_BOT,
    createdAt: now,
    updatedAt: now,
    statuses: [],
  };
}
