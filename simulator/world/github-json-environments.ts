/** Environments, deployments and checks as GitHub's API shows them. */
import type { JsonObject } from '../runner/host.ts';
import type { GitHubUrls } from './github.ts';
import { mayReview } from './github-environments.ts';
import { nodeId } from './github-ids.ts';
import { actionsAppJson, repositoryApiUrl, repositoryPageUrl, userJson } from './github-json.ts';
import type {
  CheckRunRecord,
  DeploymentRecord,
  DeploymentStatusRecord,
  EnvironmentRecord,
  EnvironmentReviewer,
  GitHubUser,
  PendingDeployment,
  RepositoryRecord,
  RunRecord,
} from './github-types.ts';

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
