import { ActionError } from '../action/errors.ts';
import type { Logger } from '../action/types.ts';
import type { GitHubDoor, Octokit } from './client.ts';
import { githubErrors } from './errors.ts';

/** A comment on a pull request that this suite wrote earlier. */
export interface OwnComment {
  readonly id: number;
  readonly nodeId: string;
  readonly url: string;
  readonly body: string;
  /** Hidden, by an earlier run or by hand. */
  readonly isMinimised: boolean;
}

/**
 * How a comment is kept: `update` rewrites it where it stands, `recreate` deletes it and makes a new one at the end,
 * `minimise` makes a new one at the end and hides the old one as outdated.
 */
export const COMMENT_MODES = ['update', 'recreate', 'minimise'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

export interface WriteOptions {
  readonly mode: CommentMode;
  /** What a body says, without what may differ while it says the same; a comment that says the same is left alone. */
  readonly contentOf: (body: string) => string;
}

/** What writing the one comment came to. */
export interface WrittenComment {
  readonly action: 'created' | 'updated' | 'unchanged';
  readonly id: number;
  readonly url: string;
  /** Older comments that were hidden or deleted. */
  readonly retired: number;
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
    .filter((comment) => comment.user?.login === login && comment.body?.startsWith(markerPrefix) === true)
    .map((comment) => ({
      id: comment.id,
      nodeId: comment.node_id,
      url: comment.html_url,
      body: comment.body ?? '',
      isMinimised: isHidden(comment),
    }))
    .sort((one, other) => one.id - other.id);
}

/**
 * The login of this token's account, as REST writes it: of an app with `[bot]`, which no person's login can have. REST
 * refuses to tell it to a GITHUB_TOKEN.
 */
export async function ownLogin(door: GitHubDoor): Promise<string> {
  const answer = await door.call('find out whose token this is', 'any valid token', (octokit) =>
    octokit.graphql<{ readonly viewer: { readonly login: string } }>('query { viewer { login } }'),
  );
  return answer.viewer.login;
}

/** GitHub tells of a hidden comment by `minimized`, which its client library does not know yet; older servers say nothing. */
function isHidden(comment: object): boolean {
  return 'minimized' in comment && typeof comment.minimized === 'object' && comment.minimized !== null;
}

/**
 * Makes `body` the text of the one visible comment, in the way of `mode`. A comment that says the same already is left
 * alone, whatever the mode. Further visible comments with the marker (left by a run that could not see the first) are
 * retired like the old one; with `update` they are hidden as duplicates.
 */
export async function writeComment(
  door: GitHubDoor,
  pullRequest: number,
  existing: readonly OwnComment[],
  body: string,
  { mode, contentOf }: WriteOptions,
  log: Logger,
): Promise<WrittenComment> {
  const shown = existing.filter((comment) => !comment.isMinimised);
  const current = mode === 'update' ? shown[0] : shown.at(-1);
  const others = shown.filter((comment) => comment !== current);
  if (current !== undefined && isSameText(contentOf(current.body), contentOf(body))) {
    const retired = await retire(door, others, mode, log);
    return { action: 'unchanged', id: current.id, url: current.url, retired };
  }
  if (current !== undefined && mode === 'update') {
    const retired = await retire(door, others, mode, log);
    return { ...(await update(door, current, body)), retired };
  }
  // The new one first: were it refused, the old one would still be there.
  const created = await create(door, pullRequest, body);
  const retired = await retire(door, mode === 'recreate' ? existing : shown, mode, log);
  return { ...created, retired };
}

/** Tidiness: what is refused is warned of, and the comment itself stands. Returns how many are gone. */
async function retire(
  door: GitHubDoor,
  comments: readonly OwnComment[],
  mode: CommentMode,
  log: Logger,
): Promise<number> {
  let retired = 0;
  for (const comment of comments) {
    try {
      if (mode === 'recreate') await remove(door, comment);
      else await minimise(door, comment, mode === 'update' ? 'DUPLICATE' : 'OUTDATED');
      retired += 1;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warning(`The older comment ${comment.url} stays visible: ${reason}`);
    }
  }
  return retired;
}

type Written = Omit<WrittenComment, 'retired'>;

async function create(door: GitHubDoor, pullRequest: number, body: string): Promise<Written> {
  let isRepeated = false;
  const comment = await send(
    door,
    `create a comment on pull request ${String(pullRequest)}`,
    body,
    async (octokit) => {
      // The answer to the first try may have got lost after the comment was made.
      const made = isRepeated ? await findText(door, octokit, pullRequest, body) : undefined;
      isRepeated = true;
      if (made !== undefined) return made;
      const { data } = await octokit.rest.issues.createComment({
        ...door.repository,
        issue_number: pullRequest,
        body,
      });
      return data;
    },
  );
  return { action: 'created', id: comment.id, url: comment.html_url };
}

async function update(door: GitHubDoor, comment: OwnComment, body: string): Promise<Written> {
  const updated = await send(door, `update comment ${String(comment.id)}`, body, async (octokit) => {
    const { data } = await octokit.rest.issues.updateComment({
      ...door.repository,
      comment_id: comment.id,
      body,
    });
    return data;
  });
  return { action: 'updated', id: updated.id, url: updated.html_url };
}

interface RawComment {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string | undefined;
}

/** A comment of exactly this text, which no other run writes: its marker has the run and the attempt. */
async function findText(
  door: GitHubDoor,
  octokit: Octokit,
  pullRequest: number,
  body: string,
): Promise<RawComment | undefined> {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    ...door.repository,
    issue_number: pullRequest,
    per_page: 100,
  });
  return comments.find((comment) => isSameText(comment.body, body));
}

/**
 * Writes a comment and compares what GitHub answers with what was sent: it has been seen to answer 200 and keep the old
 * text when the new one was too long. EHA1104 for that, and where it says so (422).
 */
async function send(
  door: GitHubDoor,
  name: string,
  body: string,
  request: (octokit: Octokit) => Promise<RawComment>,
): Promise<RawComment> {
  const sent = `sent ${String(Buffer.byteLength(body))} bytes`;
  let comment: RawComment;
  try {
    comment = await door.call(name, NEEDS_WRITE, request);
  } catch (error) {
    if (!(error instanceof ActionError) || !/too long/i.test(error.message)) throw error;
    throw githubErrors.EHA1104(`${sent}, ${error.message}`, { cause: error });
  }
  if (isSameText(comment.body, body)) return comment;
  throw githubErrors.EHA1104(`${sent}, GitHub kept ${String(Buffer.byteLength(comment.body ?? ''))}`);
}

/** White space at the end and the form of line ends are not content; GitHub does not promise to keep them. */
export function isSameText(kept: string | undefined, sent: string): boolean {
  const normal = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return kept !== undefined && normal(kept) === normal(sent);
}

async function minimise(
  door: GitHubDoor,
  comment: OwnComment,
  classifier: 'DUPLICATE' | 'OUTDATED',
): Promise<void> {
  const mutation = `mutation ($id: ID!, $classifier: ReportedContentClassifiers!) {
    minimizeComment(input: { subjectId: $id, classifier: $classifier }) { minimizedComment { isMinimized } }
  }`;
  await door.call(`minimise comment ${String(comment.id)}`, NEEDS_WRITE, (octokit) =>
    octokit.graphql(mutation, { id: comment.nodeId, classifier }),
  );
}

/** A comment that is gone already is what was asked for. */
async function remove(door: GitHubDoor, comment: OwnComment): Promise<void> {
  try {
    await door.call(`delete comment ${String(comment.id)}`, NEEDS_WRITE, (octokit) =>
      octokit.rest.issues.deleteComment({ ...door.repository, comment_id: comment.id }),
    );
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'EHA1105') throw error;
  }
}
