/** Runs, jobs, artifacts, environments, deployments and checks as GitHub's API shows them. */
import type { JsonObject } from '../runner/host.ts';
import type { GitHubUrls } from './github.ts';
import { mayReview } from './github-environments.ts';
import { nodeId } from './github-ids.ts';
import {
  actionsAppJson,
  minimalRepositoryJson,
  repositoryApiUrl,
  repositoryPageUrl,
  userJson,
} from './github-json.ts';
import type {
  ArtifactRecord,
  CheckRunRecord,
  DeploymentRecord,
  DeploymentStatusRecord,
  EnvironmentRecord,
  EnvironmentReviewer,
  GitHubUser,
  JobRecord,
  PendingDeployment,
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
    state: 'active',
    created_at: workflow.createdAt,
    updated_at: workflow.createdAt,
    url: `${repositoryApiUrl(urls, repository)}/actions/workflows/${workflow.id}`,
    html_url: `${page}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${page}/workflows/${encodeURIComponent(workflow.name)}/badge.svg`,
  };
}

/** Head commit of a run; read from git by the caller. */
export interface RunCommit {
  readonly tree: string;
  readonly message: string;
  readonly date: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly committer: { readonly name: string; readonly email: string };
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
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    actor,
    run_attempt: run.attempt,
    referenced_workflows: [],
    run_started_at: run.startedAt,
    triggering_actor: actor,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${api}/actions/workflows/${run.workflow.id}`,
    head_commit: {
      id: run.headSha,
      tree_id: commit.tree,
      message: commit.message,
      timestamp: commit.date,
      author: commit.author,
      committer: commit.committer,
    },
    repository: minimalRepositoryJson(urls, repository),
    head_repository: minimalRepositoryJson(urls, run.headRepository),
  };
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

function environmentLinks(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  environment: EnvironmentRecord,
): JsonObject {
  const name = encodeURIComponent(environment.name);
  return {
    id: environment.id,
    node_id: nodeId('EN', repository.id, environment.id),
    name: environment.name,
    url: `${repositoryApiUrl(urls, repository)}/environments/${name}`,
    html_url: `${repositoryPageUrl(urls, repository)}/deployments/activity_log?environments_filter=${name}`,
  };
}

export function environmentJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  environment: EnvironmentRecord,
): JsonObject {
  const { branchPolicy } = environment;
  return {
    ...environmentLinks(urls, repository, environment),
    created_at: environment.createdAt,
    updated_at: environment.updatedAt,
    can_admins_bypass: environment.canAdminsBypass,
    protection_rules: protectionRules(urls, repository, environment),
    deployment_branch_policy:
      branchPolicy === undefined
        ? null
        : {
            protected_branches: branchPolicy === 'protected',
            custom_branch_policies: branchPolicy === 'custom',
          },
  };
}

function protectionRules(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  environment: EnvironmentRecord,
): JsonObject[] {
  // Rules have ids of their own; three a environment suffice to keep them apart.
  const rule = (position: number, type: string) => {
    const id = environment.id * 3 + position;
    return { id, node_id: nodeId('GA', id), type };
  };
  const rules: JsonObject[] = [];
  if (environment.waitTimer > 0) rules.push({ ...rule(0, 'wait_timer'), wait_timer: environment.waitTimer });
  if (environment.reviewers.length > 0) {
    const reviewers = environment.reviewers.map((reviewer) => reviewerJson(urls, repository, reviewer));
    rules.push({
      ...rule(1, 'required_reviewers'),
      prevent_self_review: environment.preventSelfReview,
      reviewers,
    });
  }
  if (environment.branchPolicy !== undefined) rules.push(rule(2, 'branch_policy'));
  return rules;
}

function reviewerJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  reviewer: EnvironmentReviewer,
): JsonObject {
  if (reviewer.type === 'User') {
    const user: GitHubUser = {
      id: reviewer.id,
      nodeId: nodeId('U', reviewer.id),
      login: reviewer.name,
      type: 'User',
    };
    return { type: 'User', reviewer: userJson(urls, user) };
  }
  const slug = reviewer.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const url = `${urls.apiUrl}/organizations/${repository.owner.id}/team/${reviewer.id}`;
  return {
    type: 'Team',
    reviewer: {
      id: reviewer.id,
      node_id: nodeId('T', repository.owner.id, reviewer.id),
      name: reviewer.name,
      slug,
      description: null,
      privacy: 'closed',
      notification_setting: 'notifications_enabled',
      url,
      html_url: `${urls.serverUrl}/orgs/${repository.owner.login}/teams/${slug}`,
      members_url: `${url}/members{/member}`,
      repositories_url: `${url}/repos`,
      permission: 'pull',
      parent: null,
    },
  };
}

export function pendingJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  run: RunRecord,
  pending: PendingDeployment,
  caller: GitHubUser,
): JsonObject {
  const { environment } = pending;
  return {
    environment: environmentLinks(urls, repository, environment),
    wait_timer: environment.waitTimer,
    wait_timer_started_at: pending.since,
    current_user_can_approve: mayReview(environment, run, caller),
    reviewers: environment.reviewers.map((reviewer) => reviewerJson(urls, repository, reviewer)),
  };
}

export function approvalEnvironmentJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  environment: EnvironmentRecord,
): JsonObject {
  const { createdAt, updatedAt } = environment;
  return { ...environmentLinks(urls, repository, environment), created_at: createdAt, updated_at: updatedAt };
}

export function deploymentJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  deployment: DeploymentRecord,
): JsonObject {
  const url = `${repositoryApiUrl(urls, repository)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId('DE', repository.id, deployment.id),
    task: deployment.task,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: repositoryApiUrl(urls, repository),
    creator: userJson(urls, deployment.creator),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: deployment.payload,
  };
}

export function deploymentStatusJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  deployment: DeploymentRecord,
  status: DeploymentStatusRecord,
): JsonObject {
  const deploymentUrl = `${repositoryApiUrl(urls, repository)}/deployments/${deployment.id}`;
  return {
    url: `${deploymentUrl}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DES', repository.id, status.id),
    state: status.state,
    creator: userJson(urls, status.creator),
    description: status.description,
    environment: deployment.environment,
    target_url: status.targetUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: deploymentUrl,
    repository_url: repositoryApiUrl(urls, repository),
    environment_url: status.environmentUrl,
    log_url: status.targetUrl,
  };
}

export function checkRunJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  check: CheckRunRecord,
): JsonObject {
  const url = `${repositoryApiUrl(urls, repository)}/check-runs/${check.id}`;
  const page = `${repositoryPageUrl(urls, repository)}/runs/${check.id}`;
  return {
    id: check.id,
    name: check.name,
    node_id: nodeId('CR', repository.id, check.id),
    head_sha: check.headSha,
    external_id: check.externalId,
    url,
    html_url: page,
    details_url: check.detailsUrl ?? page,
    status: check.status,
    conclusion: check.conclusion,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: {
      title: check.title,
      summary: check.summary,
      text: check.text,
      annotations_count: check.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: check.id + 31_000_000_000 },
    app: actionsAppJson(urls),
    pull_requests: checkPulls(urls, repository, check.headSha),
  };
}

function checkPulls(urls: GitHubUrls, repository: RepositoryRecord, sha: string): JsonObject[] {
  const api = repositoryApiUrl(urls, repository);
  const repo = { id: repository.id, url: api, name: repository.name };
  return [...repository.issues.values()].flatMap((issue) => {
    const pull = issue.pull;
    if (pull === undefined || issue.state === 'closed' || pull.headSha !== sha) return [];
    const head = { ref: pull.headRef, sha: pull.headSha, repo };
    const base = { ref: pull.baseRef, sha: pull.baseSha, repo };
    return [{ url: `${api}/pulls/${issue.number}`, id: pull.id, number: issue.number, head, base }];
  });
}
