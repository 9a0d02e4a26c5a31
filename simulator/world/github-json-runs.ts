/** Workflows, runs, jobs and artifacts as GitHub's API shows them. */
import type { JsonObject } from '../runner/host.ts';
import type { GitHubUrls } from './github.ts';
import { nodeId } from './github-ids.ts';
import { minimalRepositoryJson, repositoryApiUrl, repositoryPageUrl, userJson } from './github-json.ts';
import type {
  ArtifactRecord,
  JobRecord,
  RepositoryRecord,
  RunRecord,
  WorkflowRecord,
} from './github-types.ts';

export function workflowJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  workflow: WorkflowRecord,
): JsonObject {
  const page = repositoryPageUrl(urls, repository);
  return {
    id: workflow.id,
    node_id: nodeId('W', repository.id, workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: workflow.state ?? 'active',
    created_at: workflow.createdAt,
    updated_at: workflow.createdAt,
    url: `${repositoryApiUrl(urls, repository)}/actions/workflows/${workflow.id}`,
    html_url: `${page}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${page}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
  };
}

/** Head commit of a run. */
export interface RunCommit {
  readonly tree: string;
  readonly message: string;
  readonly date: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly committer: { readonly name: string; readonly email: string };
}

/** Reads it where it is: the commit of a fork's run is in the fork. */
export async function runCommit(run: RunRecord): Promise<RunCommit> {
  const format = '%T%x00%cI%x00%an%x00%ae%x00%cn%x00%ce%x00%B';
  const text = await run.headRepository.git.text(['show', '--no-patch', `--format=${format}`, run.headSha]);
  const [tree = '', date = '', an = '', ae = '', cn = '', ce = '', message = ''] = text.split('\0');
  const author = { name: an, email: ae };
  return { tree, date, message: message.trimEnd(), author, committer: { name: cn, email: ce } };
}

export function runJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  run: RunRecord,
  commit: RunCommit,
): JsonObject {
  const api = repositoryApiUrl(urls, repository);
  const url = `${api}/actions/runs/${run.id}`;
  // The suite of a run is not stored; its id only has to be stable and unlike other ids.
  const suite = run.id + 31_000_000_000;
  const actor = userJson(urls, run.actor);
  return {
    id: run.id,
    name: run.workflow.name,
    node_id: nodeId('WFR', repository.id, run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.workflow.path,
    display_title: run.displayTitle,
    run_number: run.number,
    event: run.event,
    status: run.status === 'in_progress' && run.pending.length > 0 ? 'waiting' : run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflow.id,
    check_suite_id: suite,
    check_suite_node_id: nodeId('CS', repository.id, suite),
    url,
    html_url: `${repositoryPageUrl(urls, repository)}/actions/runs/${run.id}`,
    pull_requests: runPulls(urls, repository, run),
    actor,
    run_attempt: run.attempt,
    referenced_workflows: [],
    triggering_actor: actor,
    ...runTimes(run),
    ...runLinks(api, run, suite),
    head_commit: headCommit(run, commit),
    repository: minimalRepositoryJson(urls, repository),
    head_repository: minimalRepositoryJson(urls, run.headRepository),
  };
}

function runTimes(run: RunRecord): JsonObject {
  return { created_at: run.createdAt, updated_at: run.updatedAt, run_started_at: run.startedAt };
}

function runLinks(api: string, run: RunRecord, suite: number): JsonObject {
  const url = `${api}/actions/runs/${run.id}`;
  return {
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${api}/actions/workflows/${run.workflow.id}`,
  };
}

function headCommit(run: RunRecord, commit: RunCommit): JsonObject {
  const { tree, message, date, author, committer } = commit;
  return { id: run.headSha, tree_id: tree, message, timestamp: date, author, committer };
}

/** GitHub leaves the list empty for a fork's pull request. */
function runPulls(urls: GitHubUrls, repository: RepositoryRecord, run: RunRecord): JsonObject[] {
  const pull = run.pullNumber === undefined ? undefined : repository.issues.get(run.pullNumber)?.pull;
  if (pull === undefined || run.headRepository.id !== repository.id) return [];
  const api = repositoryApiUrl(urls, repository);
  const repo = { id: repository.id, url: api, name: repository.name };
  return [
    {
      url: `${api}/pulls/${run.pullNumber}`,
      id: pull.id,
      number: run.pullNumber ?? 0,
      head: { ref: pull.headRef, sha: pull.headSha, repo },
      base: { ref: pull.baseRef, sha: pull.baseSha, repo },
    },
  ];
}

export function jobJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  run: RunRecord,
  job: JobRecord,
): JsonObject {
  const api = repositoryApiUrl(urls, repository);
  const started = job.status !== 'queued' && job.status !== 'waiting';
  return {
    id: job.id,
    run_id: run.id,
    workflow_name: run.workflow.name,
    head_branch: run.headBranch,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: job.runAttempt,
    node_id: nodeId('CR', repository.id, job.id),
    head_sha: run.headSha,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${repositoryPageUrl(urls, repository)}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.createdAt,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: [],
    check_run_url: `${api}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: started ? 1 : null,
    runner_name: started ? 'GitHub Actions 1' : null,
    runner_group_id: started ? 0 : null,
    runner_group_name: started ? 'GitHub Actions' : null,
  };
}

export function artifactJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  artifact: ArtifactRecord,
  now: Date,
): JsonObject {
  const url = `${repositoryApiUrl(urls, repository)}/actions/artifacts/${artifact.id}`;
  const run = repository.runs.get(artifact.runId);
  return {
    id: artifact.id,
    node_id: Buffer.from(`08:Artifact${artifact.id}`).toString('base64'),
    name: artifact.name,
    size_in_bytes: artifact.sizeInBytes,
    url,
    archive_download_url: `${url}/zip`,
    expired: isExpired(artifact, now),
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    workflow_run: {
      id: artifact.runId,
      repository_id: repository.id,
      head_repository_id: run?.headRepository.id ?? repository.id,
      head_branch: run?.headBranch ?? null,
      head_sha: run?.headSha ?? null,
    },
  };
}

export function isExpired(artifact: ArtifactRecord, now: Date): boolean {
  return Date.parse(artifact.expiresAt) <= now.getTime();
}
