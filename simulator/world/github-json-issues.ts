/** Issues, pull requests and comments as GitHub's API and events show them. */
import type { JsonObject } from '../runner/host.ts';
import type { GitHubUrls } from './github.ts';
import {
  actionsAppJson,
  pullRepositoryJson,
  repositoryApiUrl,
  repositoryPageUrl,
  userJson,
} from './github-json.ts';
import { nodeId } from './github-ids.ts';
import type {
  CommentRecord,
  GitHubUser,
  IssueRecord,
  LabelRecord,
  PullRecord,
  RepositoryRecord,
} from './github-types.ts';

/** How the author stands to the repository. */
export function authorAssociation(repository: RepositoryRecord, user: GitHubUser): string {
  if (user.type === 'Bot') return 'NONE';
  if (user.id === repository.owner.id) return 'OWNER';
  return repository.owner.type === 'Organization' ? 'MEMBER' : 'COLLABORATOR';
}

export function labelJson(urls: GitHubUrls, repository: RepositoryRecord, label: LabelRecord): JsonObject {
  return {
    id: label.id,
    node_id: nodeId('LA', repository.id, label.id),
    url: `${repositoryApiUrl(urls, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: label.isDefault,
    description: label.description,
  };
}

export function commentPageUrl(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  comment: CommentRecord,
): string {
  const kind = repository.issues.get(comment.issueNumber)?.pull === undefined ? 'issues' : 'pull';
  return `${repositoryPageUrl(urls, repository)}/${kind}/${comment.issueNumber}#issuecomment-${comment.id}`;
}

/** A comment in the form of the REST API (with `pin` and `minimized`). */
export function commentJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  comment: CommentRecord,
): JsonObject {
  const api = repositoryApiUrl(urls, repository);
  return {
    url: `${api}/issues/comments/${comment.id}`,
    html_url: commentPageUrl(urls, repository, comment),
    issue_url: `${api}/issues/${comment.issueNumber}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: userJson(urls, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: authorAssociation(repository, comment.user),
    pin: null,
    minimized: comment.minimized === null ? null : { reason: comment.minimized },
    reactions: reactions(`${api}/issues/comments/${comment.id}/reactions`),
    performed_via_github_app: comment.viaApp ? actionsAppJson(urls) : null,
  };
}

function reactions(url: string): JsonObject {
  const kinds = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'];
  return { url, total_count: 0, ...Object.fromEntries(kinds.map((kind) => [kind, 0])) };
}

/** An issue; of a pull request its issue side. */
export function issueJson(urls: GitHubUrls, repository: RepositoryRecord, issue: IssueRecord): JsonObject {
  const url = `${repositoryApiUrl(urls, repository)}/issues/${issue.number}`;
  const kind = issue.pull === undefined ? 'issues' : 'pull';
  const assignees = issue.assignees.map((user) => userJson(urls, user));
  return {
    url,
    repository_url: repositoryApiUrl(urls, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${repositoryPageUrl(urls, repository)}/${kind}/${issue.number}`,
    id: issue.id,
    node_id: nodeId('I', repository.id, issue.id),
    number: issue.number,
    title: issue.title,
    user: userJson(urls, issue.user),
    labels: issue.labels.map((label) => labelJson(urls, repository, label)),
    state: issue.state,
    locked: false,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: commentCount(repository, issue.number),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: authorAssociation(repository, issue.user),
    active_lock_reason: null,
    body: issue.body,
    closed_by: issue.closedBy === null ? null : userJson(urls, issue.closedBy),
    pinned_comment: null,
    state_reason: issue.stateReason,
    performed_via_github_app: issue.viaApp ? actionsAppJson(urls) : null,
    ...(issue.pull === undefined
      ? {}
      : { draft: issue.pull.draft, pull_request: pullLinks(urls, repository, issue, issue.pull) }),
  };
}

function commentCount(repository: RepositoryRecord, number: number): number {
  return [...repository.comments.values()].filter((comment) => comment.issueNumber === number).length;
}

function pullLinks(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  issue: IssueRecord,
  pull: PullRecord,
): JsonObject {
  const page = `${repositoryPageUrl(urls, repository)}/pull/${issue.number}`;
  return {
    url: `${repositoryApiUrl(urls, repository)}/pulls/${issue.number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: pull.mergedAt,
  };
}

/** A pull request as the list shows it: without what only the single answer and events have. */
export function pullSummaryJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  issue: IssueRecord,
  pull: PullRecord,
): JsonObject {
  const api = repositoryApiUrl(urls, repository);
  const page = `${repositoryPageUrl(urls, repository)}/pull/${issue.number}`;
  const links = {
    issue_url: `${api}/issues/${issue.number}`,
    commits_url: `${api}/pulls/${issue.number}/commits`,
    review_comments_url: `${api}/pulls/${issue.number}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${issue.number}/comments`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
  };
  return {
    url: `${api}/pulls/${issue.number}`,
    id: pull.id,
    node_id: nodeId('PR', repository.id, pull.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    ...links,
    ...pullIssueMembers(urls, repository, issue),
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    draft: pull.draft,
    head: side(urls, pull.headRepository, pull.headRef, pull.headSha),
    base: side(urls, repository, pull.baseRef, pull.baseSha),
    _links: linkObjects(`${api}/pulls/${issue.number}`, page, links),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** What a pull request has of its issue. */
function pullIssueMembers(urls: GitHubUrls, repository: RepositoryRecord, issue: IssueRecord): JsonObject {
  const assignees = issue.assignees.map((user) => userJson(urls, user));
  return {
    number: issue.number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: userJson(urls, issue.user),
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: [],
    requested_teams: [],
    labels: issue.labels.map((label) => labelJson(urls, repository, label)),
    milestone: null,
    author_association: authorAssociation(repository, issue.user),
  };
}

function side(urls: GitHubUrls, repository: RepositoryRecord, ref: string, sha: string): JsonObject {
  const user = userJson(urls, repository.owner);
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user,
    repo: pullRepositoryJson(urls, repository),
  };
}

function linkObjects(self: string, html: string, links: Readonly<Record<string, string>>): JsonObject {
  const named = Object.entries(links).map(([name, href]) => [name.replace(/_url$/, ''), { href }] as const);
  return { self: { href: self }, html: { href: html }, ...Object.fromEntries<JsonObject>(named) };
}

/** A single pull request with what GitHub counts and tests for it. */
export function pullJson(
  urls: GitHubUrls,
  repository: RepositoryRecord,
  issue: IssueRecord,
  pull: PullRecord,
): JsonObject {
  const sum = (of: (file: PullRecord['files'][number]) => number) =>
    pull.files.reduce((total, file) => total + of(file), 0);
  const merged = pull.mergedAt !== null;
  const tested = pull.mergeable ? (pull.draft ? 'draft' : 'clean') : 'dirty';
  return {
    ...pullSummaryJson(urls, repository, issue, pull),
    merged,
    mergeable: merged ? null : pull.mergeable,
    rebaseable: merged ? null : pull.mergeable,
    mergeable_state: merged ? 'unknown' : tested,
    merged_by: pull.mergedBy === null ? null : userJson(urls, pull.mergedBy),
    comments: commentCount(repository, issue.number),
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pull.commits,
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions),
    changed_files: pull.files.length,
  };
}
