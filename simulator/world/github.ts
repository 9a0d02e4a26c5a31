/** The simulated GitHub's memory: users, repositories on real git, and everything that hangs on them. */
import { join } from 'node:path';
import type { JobIdentity, JsonObject, RunIdentity, TokenPermissions } from '../runner/host.ts';
import type { WorldClock } from './clock.ts';
import { SimulatorError } from './errors.ts';
import { cancelRun, queueRun, rerun, reportJob, reportRun, type QueueRequest } from './github-actions.ts';
import { addComment, createIssue, type NewIssue } from './github-issues.ts';
import { createEnvironment, type NewEnvironment } from './github-environments.ts';
import { emptyCollections } from './github-collections.ts';
import { GitRepository, type GitIdentity } from './github-git.ts';
import { IdCounter, nodeId, timestamp } from './github-ids.ts';
import { OidcIssuer } from './github-oidc.ts';
import { pullRequestEvent, type PullRequestEventRequest } from './github-events.ts';
import {
  closePullRequest,
  mergePullRequest,
  openPullRequest,
  refreshPullsOf,
  type NewPullRequest,
} from './github-pulls.ts';
import type { NewCommit, NewRepository } from './github-requests.ts';
import { readOnly, tokenText } from './github-tokens.ts';
import type {
  CommentRecord,
  EnvironmentRecord,
  GitHubUser,
  IssueRecord,
  RepositoryRecord,
  RunRecord,
  TokenRecord,
} from './github-types.ts';

export type { NewCommit, NewRepository } from './github-requests.ts';

/** Where the API stands; links in answers and events begin with these. */
export interface GitHubUrls {
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
}

/** GitHub Actions' app and its bot: the ids are the real ones. */
export const ACTIONS_BOT: GitHubUser = {
  id: 41_898_282,
  nodeId: 'MDM6Qm90NDE4OTgyODI=',
  login: 'github-actions[bot]',
  type: 'Bot',
};
export const ACTIONS_APP_ID = 15_368;

/** Times of commits count from here, so that commit ids are the same in every rehearsal whatever the clock says. */
const FIRST_COMMIT = Date.UTC(2026, 10, 2, 9, 0, 0);
const SECONDS_BETWEEN_COMMITS = 60;
/** github.blog changelog, immutable subject claims: repositories created on or after this day have them. */
const IMMUTABLE_SUBJECTS_SINCE = '2026-07-15';

/** The state of one simulated GitHub. */
export class GitHubState {
  readonly clock: WorldClock;
  readonly ids = new IdCounter();
  readonly oidc: OidcIssuer;
  readonly repositories = new Map<string, RepositoryRecord>();
  readonly users = new Map<string, GitHubUser>([[ACTIONS_BOT.login.toLowerCase(), ACTIONS_BOT]]);
  readonly tokens = new Map<string, TokenRecord>();
  /** Folder of repositories and artifacts. */
  readonly directory: string;
  urls: GitHubUrls = {
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    graphqlUrl: 'https://api.github.com/graphql',
  };
  #commits = 0;

  constructor(options: { readonly directory: string; readonly clock: WorldClock; readonly issuer?: string }) {
    this.directory = options.directory;
    this.clock = options.clock;
    this.oidc = new OidcIssuer(options.clock, options.issuer);
  }

  now(): string {
    return timestamp(this.clock.now());
  }

  /** The account of a login, made as a person (or a bot, by its name) when it is first named. */
  user(login: string, type: GitHubUser['type'] = login.endsWith('[bot]') ? 'Bot' : 'User'): GitHubUser {
    const known = this.users.get(login.toLowerCase());
    if (known !== undefined) return known;
    const id = this.ids.next('user');
    const prefix = { User: 'U', Bot: 'BOT', Organization: 'O' }[type];
    const made: GitHubUser = { id, nodeId: nodeId(prefix, id), login, type };
    this.users.set(login.toLowerCase(), made);
    return made;
  }

  findRepository(fullName: string): RepositoryRecord | undefined {
    return this.repositories.get(fullName.toLowerCase());
  }

  /** The repository, or SIM1022 that lists those that exist. */
  repository(fullName: string): RepositoryRecord {
    const found = this.findRepository(fullName);
    if (found !== undefined) return found;
    const known =
      [...this.repositories.values()].map((repository) => repository.fullName).join(', ') || 'none yet';
    throw new SimulatorError(
      'SIM1022',
      `no repository "${fullName}"`,
      `Create it first; there are: ${known}.`,
    );
  }

  /** Makes a repository and, from a folder or files, its first commit. */
  async createRepository(request: NewRepository): Promise<RepositoryRecord> {
    const [ownerName, name, ...rest] = request.name.split('/');
    if (!ownerName || !name || rest.length > 0 || this.findRepository(request.name) !== undefined) {
      const remedy = 'Name it owner/name, and differently from the repositories that exist.';
      throw new SimulatorError('SIM1023', `cannot create a repository "${request.name}"`, remedy);
    }
    const defaultBranch = request.defaultBranch ?? 'main';
    const git = await GitRepository.create(
      join(this.directory, 'repositories', `${request.name}.git`),
      defaultBranch,
    );
    const record = this.addRepository(this.user(ownerName, 'Organization'), name, git, {
      ...request,
      defaultBranch,
    });
    const first = { repository: request.name, branch: defaultBranch, message: 'Initial commit' };
    if (request.from !== undefined) await this.commitToBranch({ ...first, directory: request.from });
    else await this.commitToBranch({ ...first, files: request.files ?? {} });
    return record;
  }

  /** Registers a repository whose git exists already; used for new ones and for forks. */
  addRepository(
    owner: GitHubUser,
    name: string,
    git: GitRepository,
    options: Pick<NewRepository, 'private' | 'oidcSubject' | 'defaultBranch'> & {
      readonly parent?: RepositoryRecord;
    },
  ): RepositoryRecord {
    const createdAt = this.now();
    const record: RepositoryRecord = {
      id: this.ids.next('repository'),
      owner,
      name,
      fullName: `${owner.login}/${name}`,
      isPrivate: options.private ?? true,
      parent: options.parent,
      defaultBranch: options.defaultBranch ?? 'main',
      createdAt,
      pushedAt: createdAt,
      oidcSubject: options.oidcSubject ?? (createdAt >= IMMUTABLE_SUBJECTS_SINCE ? 'immutable' : 'classic'),
      oidcClaimKeys: undefined,
      git,
      ...emptyCollections(),
    };
    this.repositories.set(record.fullName.toLowerCase(), record);
    return record;
  }

  /** Commits to a branch, making it when needed; open pull requests from or onto the branch follow. Returns the sha. */
  async commitToBranch(request: NewCommit): Promise<string> {
    const record = this.repository(request.repository);
    const author = this.gitIdentity(this.user(request.author ?? record.owner.login));
    const start = request.startFrom ?? record.defaultBranch;
    const parent =
      (await record.git.resolve(`refs/heads/${request.branch}`)) ?? (await record.git.resolve(start));
    const commit = {
      branch: request.branch,
      message: request.message,
      author,
      date: this.nextCommitDate(),
      parent,
    };
    const sha =
      request.directory === undefined
        ? await record.git.commitFiles(commit, request.files ?? {})
        : await record.git.commitDirectory(commit, request.directory);
    record.pushedAt = this.now();
    await refreshPullsOf(this, record, request.branch);
    return sha;
  }

  nextCommitDate(): Date {
    this.#commits += 1;
    return new Date(FIRST_COMMIT + this.#commits * SECONDS_BETWEEN_COMMITS * 1000);
  }

  gitIdentity(user: GitHubUser): GitIdentity {
    return { name: user.login, email: `${user.id}+${user.login}@users.noreply.github.com` };
  }

  openPullRequest(request: NewPullRequest): Promise<IssueRecord> {
    return openPullRequest(this, request);
  }

  /** Commits to the head branch of a pull request; `before` and `after` are what a synchronize event names. */
  async pushToPullRequest(
    request: Omit<NewCommit, 'branch' | 'startFrom'> & { readonly number: number },
  ): Promise<{ readonly before: string; readonly after: string }> {
    const { pull } = this.pullRequest(request.repository, request.number);
    const before = pull.headSha;
    const target = { ...request, repository: pull.headRepository.fullName, branch: pull.headRef };
    return { before, after: await this.commitToBranch(target) };
  }

  mergePullRequest(repository: string, number: number, by?: string): Promise<string> {
    return mergePullRequest(this, repository, number, by);
  }

  closePullRequest(repository: string, number: number, by?: string): void {
    closePullRequest(this, repository, number, by);
  }

  /** The issue side and the pull side of a pull request, or SIM1022. */
  pullRequest(
    repository: string,
    number: number,
  ): { readonly issue: IssueRecord; readonly pull: NonNullable<IssueRecord['pull']> } {
    const issue = this.repository(repository).issues.get(number);
    if (issue?.pull !== undefined) return { issue, pull: issue.pull };
    throw new SimulatorError('SIM1022', `no pull request ${repository}#${number}`, 'Open it first.');
  }

  pullRequestEvent(request: PullRequestEventRequest): JsonObject {
    return pullRequestEvent(this, request);
  }

  createIssue(request: NewIssue): IssueRecord {
    return createIssue(this, request);
  }

  comment(repository: string, number: number, author: string, body: string): CommentRecord {
    return addComment(this, this.repository(repository), number, this.user(author), body);
  }

  /** All comments of an issue or pull request, oldest first. */
  comments(repository: string, number: number): readonly CommentRecord[] {
    return [...this.repository(repository).comments.values()].filter(
      (comment) => comment.issueNumber === number,
    );
  }

  createEnvironment(request: NewEnvironment): EnvironmentRecord {
    return createEnvironment(this, request);
  }

  setVariable(repository: string, name: string, value: string): void {
    this.repository(repository).variables.set(name.toUpperCase(), value);
  }

  setSecret(repository: string, name: string, value: string): void {
    this.repository(repository).secrets.set(name.toUpperCase(), value);
  }

  queueRun(request: QueueRequest): Promise<RunIdentity> {
    return queueRun(this, request);
  }

  rerun(run: RunIdentity): RunIdentity {
    return rerun(this, run);
  }

  /** Aborted when someone cancels the run through the API or with `cancelRun`. */
  cancelSignal(run: RunIdentity): AbortSignal {
    return this.run(run).cancel.signal;
  }

  cancelRun(run: RunIdentity): void {
    cancelRun(this.run(run));
  }

  run(identity: RunIdentity): RunRecord {
    const found = this.repository(identity.repository).runs.get(identity.runId);
    if (found !== undefined) return found;
    throw new SimulatorError(
      'SIM1022',
      `no run ${identity.runId} of ${identity.repository}`,
      'Queue it with queueRun.',
    );
  }

  reportRun = reportRun.bind(undefined, this);
  reportJob = reportJob.bind(undefined, this);

  /** A job's GITHUB_TOKEN; a run for a fork's pull request may at most read, whatever its workflow asks for. */
  mintJobToken(job: JobIdentity): string {
    const run = this.run(job.run);
    const isFork = run.headRepository.id !== job.run.repositoryId;
    const permissions: TokenPermissions = isFork ? readOnly(job.permissions) : job.permissions;
    const { repositoryId } = job.run;
    const jobKey = `${job.run.runId}/${job.run.runAttempt}/${job.name}`;
    return this.#addToken('ghs_', { kind: 'app', user: ACTIONS_BOT, repositoryId, permissions, jobKey });
  }

  /** A person's token with the rights of a repository administrator. */
  createUserToken(login: string): string {
    const user = this.user(login);
    return this.#addToken('ghp_', {
      kind: 'user',
      user,
      repositoryId: undefined,
      permissions: {},
      jobKey: undefined,
    });
  }

  #addToken(prefix: string, record: Omit<TokenRecord, 'token' | 'revoked'>): string {
    const token = prefix + tokenText(this.tokens.size);
    this.tokens.set(token, { ...record, token, revoked: false });
    return token;
  }
}
