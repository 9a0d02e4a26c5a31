import type { Logger } from '../action/types.ts';
import type { GitHubDoor, Octokit } from './client.ts';
import { githubErrors } from './errors.ts';

/** A comment on a pull request that this suite wrote earlier. */
export interface OwnComment {
  readonly id: number;
  readonly nodeId: string;
  readonly url: string;
  readonly body: string;
}

/** What writing the one comment came to. */
export interface WrittenComment {
  readonly action: 'created' | 'updated' | 'unchanged';
  readonly id: number;
  readonly url: string;
}

const NEEDS_WRITE = 'pull-requests: write';

/**
 * Comments of the pull request that start with `markerPrefix` and were written by the owner of this token, oldest
 * first. The author counts because anybody may paste the marker into a comment of their own.
 */
export async function findOwnComments(
  door: GitHubDoor,
  pullRequest: number,
  markerPrefix: string,
): Promise<readonly OwnComment[]> {
  const login = await ownLogin(door);
  const comments = await door.call(
    `list the comments of pull request ${String(pullRequest)}`,
    NEEDS_WRITE,
    (octokit) =>
      octokit.paginate(octokit.rest.issues.listComments, {
        ...door.repository,
        issue_number: pullRequest,
        per_page: 100,
      }),
  );
  return comments
    .filter((comment) => isAuthor(comment.user, login) && comment.body?.startsWith(markerPrefix) === true)
    .map((comment) => ({
      id: comment.id,
      nodeId: comment.node_id,
      url: comment.html_url,
      body: comment.body ?? '',
    }))
    .sort((one, other) => one.id - other.id);
}

/**
 * Whether this account is `login`. REST names bots with the suffix `[bot]`, GraphQL with or without it depending on
 * the place; a person who took the bare name is of another type.
 */
function isAuthor(user: { readonly login: string; readonly type: string } | null, login: string): boolean {
  if (user === null) return false;
  return user.login === login || (user.type === 'Bot' && user.login === `${login}[bot]`);
}

/** The login of this token's account; REST refuses to tell it to a GITHUB_TOKEN. */
async function ownLogin(door: GitHubDoor): Promise<string> {
  const answer = await door.call('find out whose token this is', 'any valid token', (octokit) =>
    octokit.graphql<{ readonly viewer: { readonly login: string } }>('query { viewer { login } }'),
  );
  return answer.viewer.login;
}

/**
 * Makes `body` the text of the one comment: updates the oldest of `existing`, or creates it, or leaves an equal one
 * alone. Further comments with the marker (left by a run that could not see the first) are minimised as duplicates.
 */
export async function writeComment(
  door: GitHubDoor,
  pullRequest: number,
  existing: readonly OwnComment[],
  body: string,
  log: Logger,
): Promise<WrittenComment> {
  const [first, ...duplicates] = existing;
  for (const duplicate of duplicates) await minimise(door, duplicate, log);
  if (first === undefined) return create(door, pullRequest, body);
  if (first.body === body) return { action: 'unchanged', id: first.id, url: first.url };
  return update(door, first, body);
}

async function create(door: GitHubDoor, pullRequest: number, body: string): Promise<WrittenComment> {
  const { data } = await door.call(
    `create a comment on pull request ${String(pullRequest)}`,
    NEEDS_WRITE,
    (octokit) => octokit.rest.issues.createComment({ ...door.repository, issue_number: pullRequest, body }),
  );
  checkKept(data.body, body);
  return { action: 'created', id: data.id, url: data.html_url };
}

async function update(door: GitHubDoor, comment: OwnComment, body: string): Promise<WrittenComment> {
  const { data } = await door.call(`update comment ${String(comment.id)}`, NEEDS_WRITE, (octokit) =>
    octokit.rest.issues.updateComment({ ...door.repository, comment_id: comment.id, body }),
  );
  checkKept(data.body, body);
  return { action: 'updated', id: data.id, url: data.html_url };
}

/** GitHub has been seen to answer 200 and keep the old text when the new one was too long, so the answer is compared. */
function checkKept(kept: string | undefined, sent: string): void {
  if (kept === sent) return;
  throw githubErrors.EHA1104(
    `sent ${String(Buffer.byteLength(sent))} bytes, GitHub kept ${String(Buffer.byteLength(kept ?? ''))}`,
  );
}

/** Hiding a duplicate is tidiness: when it is refused, the comment itself must still be written. */
async function minimise(door: GitHubDoor, comment: OwnComment, log: Logger): Promise<void> {
  const mutation = `mutation ($id: ID!) {
    minimizeComment(input: { subjectId: $id, classifier: DUPLICATE }) { minimizedComment { isMinimized } }
  }`;
  const request = (octokit: Octokit) => octokit.graphql(mutation, { id: comment.nodeId });
  try {
    await door.call(`minimise the duplicate comment ${String(comment.id)}`, NEEDS_WRITE, request);
  } catch (error) {
    log.warning(
      `The duplicate comment ${comment.url} stays visible: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
