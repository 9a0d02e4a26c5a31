import { ActionError } from '../action/errors.ts';
import type { GitHubDoor } from './client.ts';

/** A file at the tip of a branch. */
export interface BranchFile {
  readonly branch: string;
  /** The commit that was read. */
  readonly commit: string;
  /** Undefined when there is no such file. */
  readonly text: string | undefined;
}

export interface Proposal {
  /** Branch that belongs to this proposal alone; it is made, moved and never merged by this suite. */
  readonly branch: string;
  readonly base: BranchFile;
  readonly path: string;
  /** The whole new file. */
  readonly text: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

export interface KeptPullRequest {
  readonly action: 'opened' | 'updated' | 'unchanged' | 'closed' | 'none';
  readonly number: number | null;
  readonly url: string | null;
}

const READ = 'contents: read';
const WRITE = 'contents: write';
const PULLS = 'pull-requests: write';

/** A file of a branch, without one of the default branch. */
export async function readBranchFile(
  door: GitHubDoor,
  branch: string | undefined,
  path: string,
): Promise<BranchFile> {
  const name =
    branch ??
    (
      await door.call('read the repository', 'metadata: read', (octokit) =>
        octokit.rest.repos.get({ ...door.repository }),
      )
    ).data.default_branch;
  const commit = await tipOf(door, name);
  if (commit === undefined) return { branch: name, commit: '', text: undefined };
  return { branch: name, commit, text: await textOf(door, commit, path) };
}

async function tipOf(door: GitHubDoor, branch: string): Promise<string | undefined> {
  const answer = await orMissing(
    door.call(`read the branch ${branch}`, READ, (octokit) =>
      octokit.rest.git.getRef({ ...door.repository, ref: `heads/${branch}` }),
    ),
  );
  return answer?.data.object.sha;
}

async function textOf(door: GitHubDoor, ref: string, path: string): Promise<string | undefined> {
  const answer = await orMissing(
    door.call(`read ${path} at ${ref.slice(0, 12)}`, READ, (octokit) =>
      octokit.rest.repos.getContent({ ...door.repository, path, ref, mediaType: { format: 'raw' } }),
    ),
  );
  // The client library types this answer as JSON; asked for raw it is the text itself.
  const data: unknown = answer?.data;
  return typeof data === 'string' ? data : undefined;
}

/** undefined where GitHub finds no such thing. */
async function orMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ActionError && error.code === 'EHA1105') return undefined;
    throw error;
  }
}

/** How commits of this suite on such a branch end; somebody's commit on top of them does not. */
const trailer = (branch: string): string => `Kept-By: eks-hybrid-actions ${branch}`;

/** Whether a branch is not there or holds nothing but what this suite has committed to it. */
export async function isOwnBranch(door: GitHubDoor, branch: string): Promise<boolean> {
  const tip = await tipOf(door, branch);
  if (tip === undefined) return true;
  const { data } = await door.call(`read the commit ${tip.slice(0, 12)}`, READ, (octokit) =>
    octokit.rest.repos.getCommit({ ...door.repository, ref: tip }),
  );
  return data.commit.message.trimEnd().endsWith(trailer(branch));
}

/** The open pull request from a branch of this repository. */
export async function findPullRequest(
  door: GitHubDoor,
  branch: string,
): Promise<
  { readonly number: number; readonly url: string; readonly title: string; readonly body: string } | undefined
> {
  const { data } = await door.call(
    `look for a pull request from ${branch}`,
    'pull-requests: read',
    (octokit) =>
      octokit.rest.pulls.list({
        ...door.repository,
        state: 'open',
        head: `${door.repository.owner}:${branch}`,
        per_page: 2,
      }),
  );
  const [pull] = data;
  if (pull === undefined) return undefined;
  return { number: pull.number, url: pull.html_url, title: pull.title, body: pull.body ?? '' };
}

/**
 * Makes one open pull request propose `text` on top of the base as it is now. One that does so already costs no write.
 * The branch is moved in one step, so that GitHub never sees it without a difference, which would close the request.
 */
export async function keepPullRequest(door: GitHubDoor, proposal: Proposal): Promise<KeptPullRequest> {
  const { branch, path, text, title, body, base } = proposal;
  const [open, tip] = await Promise.all([findPullRequest(door, branch), tipOf(door, branch)]);
  const before = tip === undefined ? undefined : await textOf(door, tip, path);
  const isSame = open !== undefined && before === text;
  if (!isSame) await moveBranch(door, proposal, tip);
  if (open === undefined) {
    const made = await openPullRequest(door, proposal);
    return { action: 'opened', ...made };
  }
  if (isSame && open.title === title && open.body === body) {
    return { action: 'unchanged', number: open.number, url: open.url };
  }
  await door.call(`update pull request ${open.number}`, PULLS, (octokit) =>
    octokit.rest.pulls.update({
      ...door.repository,
      pull_number: open.number,
      title,
      body,
      base: base.branch,
    }),
  );
  return { action: 'updated', number: open.number, url: open.url };
}

async function moveBranch(
  door: GitHubDoor,
  { branch, base, path, text, title }: Proposal,
  tip: string | undefined,
): Promise<void> {
  const tree = await door.call(`make the tree of ${branch}`, WRITE, (octokit) =>
    octokit.rest.git.createTree({
      ...door.repository,
      base_tree: base.commit,
      tree: [{ path, mode: '100644', type: 'blob', content: text }],
    }),
  );
  const commit = await door.call(`make the commit of ${branch}`, WRITE, (octokit) =>
    octokit.rest.git.createCommit({
      ...door.repository,
      message: `${title}\n\n${trailer(branch)}`,
      tree: tree.data.sha,
      parents: [base.commit],
    }),
  );
  const { sha } = commit.data;
  // A try that made the branch may have lost its answer: what is there then is moved.
  await door.call(`move the branch ${branch}`, WRITE, async (octokit) => {
    const isThere =
      tip !== undefined ||
      (await branchExists(() => octokit.rest.git.getRef({ ...door.repository, ref: `heads/${branch}` })));
    return isThere
      ? octokit.rest.git.updateRef({ ...door.repository, ref: `heads/${branch}`, sha, force: true })
      : octokit.rest.git.createRef({ ...door.repository, ref: `refs/heads/${branch}`, sha });
  });
}

async function branchExists(read: () => Promise<unknown>): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 404) return false;
    throw error;
  }
}

async function openPullRequest(
  door: GitHubDoor,
  { branch, base, title, body }: Proposal,
): Promise<{ readonly number: number; readonly url: string }> {
  let isRepeated = false;
  return door.call(`open a pull request from ${branch}`, PULLS, async (octokit) => {
    const head = `${door.repository.owner}:${branch}`;
    // The answer to the first try may have got lost after the pull request was opened.
    const before = isRepeated
      ? (await octokit.rest.pulls.list({ ...door.repository, state: 'open', head })).data[0]
      : undefined;
    isRepeated = true;
    const made =
      before ??
      (await octokit.rest.pulls.create({ ...door.repository, head: branch, base: base.branch, title, body }))
        .data;
    return { number: made.number, url: made.html_url };
  });
}

/** Closes the open pull request from a branch, when there is one, with a comment that says why. */
export async function closePullRequest(
  door: GitHubDoor,
  branch: string,
  reason: string,
): Promise<KeptPullRequest> {
  const open = await findPullRequest(door, branch);
  if (open === undefined) return { action: 'none', number: null, url: null };
  await door.call(`comment on pull request ${open.number}`, PULLS, (octokit) =>
    octokit.rest.issues.createComment({ ...door.repository, issue_number: open.number, body: reason }),
  );
  await door.call(`close pull request ${open.number}`, PULLS, (octokit) =>
    octokit.rest.pulls.update({ ...door.repository, pull_number: open.number, state: 'closed' }),
  );
  return { action: 'closed', number: open.number, url: open.url };
}
