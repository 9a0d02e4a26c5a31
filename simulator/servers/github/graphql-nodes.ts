/** Records of the world as nodes of the GraphQL schema. */
import { GraphQLError } from 'graphql';
import type { GitHubState } from '../../world/github.ts';
import { commentPageUrl } from '../../world/github-json-issues.ts';
import { nodeId } from '../../world/github-ids.ts';
import { reviewDecision } from '../../world/github-reviews.ts';
import { avatarUrl, repositoryPageUrl, userPageUrl } from '../../world/github-json.ts';
import type {
  CommentRecord,
  GitHubUser,
  IssueRecord,
  RepositoryRecord,
  TokenRecord,
} from '../../world/github-types.ts';
import { isPermitted } from './rest.ts';
import { commentNeeds } from './rest/issues.ts';

export type FoundNode =
  | { readonly kind: 'comment'; readonly repository: RepositoryRecord; readonly comment: CommentRecord }
  | { readonly kind: 'issue'; readonly repository: RepositoryRecord; readonly issue: IssueRecord }
  | { readonly kind: 'repository'; readonly repository: RepositoryRecord };

/** What a global id names: a repository, issue, pull request or comment. */
export function findNode(state: GitHubState, id: string): FoundNode | undefined {
  for (const repository of state.repositories.values()) {
    if (id === nodeId('R', repository.id)) return { kind: 'repository', repository };
    const issue = [...repository.issues.values()].find((each) => id === issueId(repository, each));
    if (issue !== undefined) return { kind: 'issue', repository, issue };
    const comment = [...repository.comments.values()].find((each) => id === each.nodeId);
    if (comment !== undefined) return { kind: 'comment', repository, comment };
  }
  return undefined;
}

function issueId(repository: RepositoryRecord, issue: IssueRecord): string {
  return issue.pull === undefined
    ? nodeId('I', repository.id, issue.id)
    : nodeId('PR', repository.id, issue.pull.id);
}

/** An account. Unlike REST, GraphQL names a bot without its `[bot]`. */
export function accountNode(state: GitHubState, user: GitHubUser) {
  return {
    __typename: user.type,
    id: user.nodeId,
    databaseId: user.id,
    login: user.login.replace(/\[bot\]$/, ''),
    url: userPageUrl(state.urls, user),
    avatarUrl: avatarUrl(state.urls, user),
  };
}

export function commentNode(
  state: GitHubState,
  repository: RepositoryRecord,
  comment: CommentRecord,
  caller: TokenRecord,
) {
  const issue = repository.issues.get(comment.issueNumber);
  const mayWrite = isPermitted(repository, caller, commentNeeds(issue));
  const parent = () => (issue === undefined ? null : issueNode(state, repository, issue, caller));
  return {
    __typename: 'IssueComment',
    id: comment.nodeId,
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: accountNode(state, comment.user),
    body: comment.body,
    bodyText: comment.body,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    url: commentPageUrl(state.urls, repository, comment),
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized,
    viewerCanMinimize: mayWrite,
    viewerCanUpdate: mayWrite,
    viewerCanDelete: mayWrite,
    viewerDidAuthor: comment.user.id === caller.user.id,
    issue: parent,
    pullRequest: issue?.pull === undefined ? null : parent,
    repository: () => repositoryNode(state, repository, caller),
  };
}

export function issueNode(
  state: GitHubState,
  repository: RepositoryRecord,
  issue: IssueRecord,
  caller: TokenRecord,
): object {
  const { pull } = issue;
  const page = repositoryPageUrl(state.urls, repository);
  const shared = {
    id: issueId(repository, issue),
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    author: accountNode(state, issue.user),
    comments: (page: PageArguments) => comments(state, repository, issue, caller, page),
  };
  if (pull === undefined) {
    const url = `${page}/issues/${issue.number}`;
    return { __typename: 'Issue', ...shared, databaseId: issue.id, state: issue.state.toUpperCase(), url };
  }
  return {
    __typename: 'PullRequest',
    ...shared,
    databaseId: pull.id,
    state: pull.mergedAt === null ? issue.state.toUpperCase() : 'MERGED',
    url: `${page}/pull/${issue.number}`,
    isDraft: pull.draft,
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    reviewDecision: reviewDecision(repository, pull),
  };
}

export function repositoryNode(
  state: GitHubState,
  repository: RepositoryRecord,
  caller: TokenRecord,
): object {
  const find = (number: number, kind: string, fits: (issue: IssueRecord) => boolean) => {
    const issue = repository.issues.get(number);
    if (issue !== undefined && fits(issue)) return issueNode(state, repository, issue, caller);
    const message = `Could not resolve to ${kind} with the number of ${number}.`;
    throw new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } });
  };
  type Numbered = { readonly number: number };
  return {
    __typename: 'Repository',
    id: nodeId('R', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    isPrivate: repository.isPrivate,
    url: repositoryPageUrl(state.urls, repository),
    issue: ({ number }: Numbered) => find(number, 'an Issue', (issue) => issue.pull === undefined),
    pullRequest: ({ number }: Numbered) => find(number, 'a PullRequest', (issue) => issue.pull !== undefined),
    issueOrPullRequest: ({ number }: Numbered) => find(number, 'an issue or pull request', () => true),
  };
}

interface PageArguments {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
  readonly orderBy?: { readonly direction: 'ASC' | 'DESC' };
}

const MAX_PAGE = 100;

/** A page of an issue's comments. */
function comments(
  state: GitHubState,
  repository: RepositoryRecord,
  issue: IssueRecord,
  caller: TokenRecord,
  page: PageArguments,
) {
  const size = pageSize(page);
  const all = [...repository.comments.values()].filter((comment) => comment.issueNumber === issue.number);
  if (page.orderBy !== undefined) {
    const sign = page.orderBy.direction === 'DESC' ? -1 : 1;
    all.sort((one, other) => sign * one.updatedAt.localeCompare(other.updatedAt));
  }
  const position = (cursor: string) => all.findIndex((comment) => cursorOf(comment) === cursor);
  const from = page.after === undefined ? 0 : position(page.after) + 1;
  const to = page.before === undefined ? all.length : position(page.before);
  const start = page.first === undefined ? Math.max(from, to - size) : from;
  const end = page.first === undefined ? to : Math.min(to, from + size);
  const chosen = all.slice(start, end);
  const nodes = chosen.map((comment) => commentNode(state, repository, comment, caller));
  return {
    nodes,
    edges: nodes.map((node, at) => ({ cursor: cursorOf(chosen[at]), node })),
    totalCount: all.length,
    pageInfo: {
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: chosen.length === 0 ? null : cursorOf(chosen[0]),
      endCursor: chosen.length === 0 ? null : cursorOf(chosen.at(-1)),
    },
  };
}

/** GitHub insists on `first` or `last`, and on at most 100. */
function pageSize(page: PageArguments): number {
  const size = page.first ?? page.last;
  if (size === undefined) {
    throw new GraphQLError(
      'You must provide a `first` or `last` value to properly paginate the `comments` connection.',
    );
  }
  if (size > MAX_PAGE) {
    const excess = `Requesting ${size} records on the \`comments\` connection exceeds the \`${page.first === undefined ? 'last' : 'first'}\` limit of ${MAX_PAGE} records.`;
    throw new GraphQLError(excess);
  }
  return size;
}

function cursorOf(comment: CommentRecord | undefined): string {
  return Buffer.from(`cursor:v2:${comment?.id ?? 0}`).toString('base64');
}
