/** Event payloads, as GitHub writes them to GITHUB_EVENT_PATH. */
import type { JsonObject } from '../runner/host.ts';
import type { GitHubState } from './github.ts';
import { commentJson, issueJson, pullJson } from './github-json-issues.ts';
import { runCommit, runJson, workflowJson } from './github-json-runs.ts';
import { organizationJson, repositoryJson, repositoryPageUrl, userJson } from './github-json.ts';
import type { CommentRecord, GitHubUser, RepositoryRecord, RunRecord } from './github-types.ts';

export type PullRequestAction =
  'opened' | 'synchronize' | 'reopened' | 'closed' | 'labeled' | 'edited' | 'ready_for_review';

export interface PullRequestEventRequest {
  readonly repository: string;
  readonly number: number;
  readonly action: PullRequestAction;
  /** Head before the push, for `synchronize`. */
  readonly before?: string | undefined;
  /** The label that was added, for `labeled`. */
  readonly label?: JsonObject | undefined;
  /** Default: the author. */
  readonly sender?: string;
}

/** Who and where, in every event. A personal repository's event has no organisation. */
function common(state: GitHubState, repository: RepositoryRecord, sender: GitHubUser): JsonObject {
  const { owner } = repository;
  return {
    repository: repositoryJson(state.urls, repository),
    ...(owner.type === 'Organization' ? { organization: organizationJson(state.urls, owner) } : {}),
    sender: userJson(state.urls, sender),
  };
}

/** A `pull_request` event of the pull request as it stands now. */
export function pullRequestEvent(state: GitHubState, request: PullRequestEventRequest): JsonObject {
  const repository = state.repository(request.repository);
  const { issue, pull } = state.pullRequest(request.repository, request.number);
  const sender = request.sender === undefined ? issue.user : state.user(request.sender);
  const shown = pullJson(state.urls, repository, issue, pull);
  // A push's event is sent before the merge has been tested, so it does not know the outcome.
  const isPush = ['opened', 'synchronize', 'reopened'].includes(request.action);
  const untested = { merge_commit_sha: null, mergeable: null, rebaseable: null, mergeable_state: 'unknown' };
  return {
    action: request.action,
    number: request.number,
    pull_request: { ...shown, ...(isPush ? untested : {}) },
    ...(request.action === 'synchronize' ? { before: request.before ?? '', after: pull.headSha } : {}),
    ...(request.label === undefined ? {} : { label: request.label }),
    ...common(state, repository, sender),
  };
}

interface About {
  readonly repository: RepositoryRecord;
  /** Full ref. */
  readonly ref: string;
  readonly sender: GitHubUser;
  readonly workflowPath: string;
}

/** A `workflow_dispatch` event; the inputs are strings, as a person's form sends them. */
export function dispatchEvent(
  state: GitHubState,
  about: About & { readonly inputs: JsonObject },
): JsonObject {
  const { repository, ref, sender, workflowPath, inputs } = about;
  return { inputs, ref, workflow: workflowPath, ...common(state, repository, sender) };
}

/** A `schedule` event has the cron line and the workflow; of the repository it tells nothing on GitHub. */
export function scheduleEvent(_state: GitHubState, about: About & { readonly cron: string }): JsonObject {
  return { schedule: about.cron, workflow: about.workflowPath };
}

/**
 * A `workflow_run` event of a run that has ended. It tells the run as the API does, so the list of pull requests is empty
 * for a fork's, and the workflow beside it.
 */
export async function workflowRunEvent(
  state: GitHubState,
  about: Omit<About, 'ref' | 'workflowPath'> & { readonly run: RunRecord },
): Promise<JsonObject> {
  const { repository, sender, run } = about;
  return {
    action: 'completed',
    workflow_run: runJson(state.urls, repository, run, await runCommit(run)),
    workflow: workflowJson(state.urls, repository, run.workflow),
    ...common(state, repository, sender),
  };
}

/** An `issue_comment` event of a new comment. */
export function commentEvent(state: GitHubState, repositoryName: string, comment: CommentRecord): JsonObject {
  const repository = state.repository(repositoryName);
  const issue = repository.issues.get(comment.issueNumber);
  return {
    action: 'created',
    issue: issue === undefined ? null : issueJson(state.urls, repository, issue),
    comment: commentJson(state.urls, repository, comment),
    ...common(state, repository, comment.user),
  };
}

const NO_COMMIT = '0'.repeat(40);

/** A `push` event of a branch whose tip is `sha`. */
export async function pushEvent(
  state: GitHubState,
  about: About & { readonly sha: string; readonly before: string | undefined },
): Promise<JsonObject> {
  const { repository, ref, sender, sha } = about;
  const parent = await repository.git.resolve(`${sha}~1`);
  const before = about.before ?? parent ?? NO_COMMIT;
  const range = before === NO_COMMIT ? [sha] : [`${before}..${sha}`];
  const shas = (await repository.git.text(['rev-list', '--reverse', '--max-count=2048', ...range]))
    .split('\n')
    .filter(Boolean);
  const commits = await Promise.all(shas.map((each) => eventCommit(state, repository, each)));
  const page = repositoryPageUrl(state.urls, repository);
  const who = state.gitIdentity(sender);
  return {
    ref,
    before,
    after: sha,
    created: before === NO_COMMIT,
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `${page}/compare/${before.slice(0, 12)}...${sha.slice(0, 12)}`,
    commits,
    head_commit: await eventCommit(state, repository, sha),
    pusher: { name: who.name, email: who.email },
    ...common(state, repository, sender),
    repository: pushRepository(state, repository),
  };
}

/** A push shows its repository in a form of its own: page address as `url`, numbers as times, owner with address. */
function pushRepository(state: GitHubState, repository: RepositoryRecord): JsonObject {
  const seconds = (time: string) => Math.floor(Date.parse(time) / 1000);
  const { name, email } = state.gitIdentity(repository.owner);
  return {
    ...repositoryJson(state.urls, repository),
    owner: { name, email, ...userJson(state.urls, repository.owner) },
    url: repositoryPageUrl(state.urls, repository),
    created_at: seconds(repository.createdAt),
    pushed_at: seconds(repository.pushedAt),
    stargazers: 0,
    master_branch: repository.defaultBranch,
  };
}

async function eventCommit(
  state: GitHubState,
  repository: RepositoryRecord,
  sha: string,
): Promise<JsonObject> {
  const format = '%T%x00%an%x00%ae%x00%cn%x00%ce%x00%cI%x00%B';
  const shown = await repository.git.text(['show', '--no-patch', `--format=${format}`, sha]);
  const [tree = '', an = '', ae = '', cn = '', ce = '', date = '', message = ''] = shown.split('\0');
  const diff = ['diff-tree', '--root', '--no-commit-id', '--name-status', '-r', '-z', sha];
  const fields = (await repository.git.text(diff)).split('\0').filter(Boolean);
  const paths = (letter: string) => fields.filter((_, at) => at % 2 === 1 && fields[at - 1] === letter);
  return {
    id: sha,
    tree_id: tree,
    distinct: true,
    message: message.trimEnd(),
    timestamp: date,
    url: `${repositoryPageUrl(state.urls, repository)}/commit/${sha}`,
    author: { name: an, email: ae, username: an },
    committer: { name: cn, email: ce, username: cn },
    added: paths('A'),
    removed: paths('D'),
    modified: paths('M'),
  };
}
