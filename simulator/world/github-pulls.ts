/** Pull requests on real git: `refs/pull/N/head`, the test merge `refs/pull/N/merge`, and what changed between them. */
import { join } from 'node:path';
import type { GitHubState } from './github.ts';
import { diffFiles } from './github-diff.ts';
import { SimulatorError } from './errors.ts';
import { GitRepository, runGit } from './github-git.ts';
import type { GitHubUser, IssueRecord, PullRecord, RepositoryRecord } from './github-types.ts';

export interface NewPullRequest {
  readonly repository: string;
  readonly title: string;
  readonly body?: string;
  /** The branch to be merged. */
  readonly head: string;
  /** Default: the default branch. */
  readonly base?: string;
  readonly author: string;
  /** The fork that holds the head branch, when it is not the same repository. */
  readonly headRepository?: string;
  readonly draft?: boolean;
}

/** Opens a pull request; SIM1024 when the head has nothing that the base lacks, which GitHub refuses too. */
export async function openPullRequest(state: GitHubState, request: NewPullRequest): Promise<IssueRecord> {
  const repository = state.repository(request.repository);
  const headRepository = state.repository(request.headRepository ?? request.repository);
  const baseRef = request.base ?? repository.defaultBranch;
  const headSha = await branchTip(headRepository, request.head);
  const baseSha = await branchTip(repository, baseRef);
  const pull: PullRecord = {
    id: state.ids.next('pull'),
    headRepository,
    headRef: request.head,
    baseRef,
    headSha,
    baseSha,
    draft: request.draft ?? false,
    mergeable: true,
    mergeCommitSha: null,
    mergedAt: null,
    mergedBy: null,
    files: [],
    commits: 0,
    reviews: [],
  };
  const issue = newPullIssue(state, repository, request, pull);
  await refreshPull(state, repository, issue, pull);
  if (pull.commits === 0) {
    throw new SimulatorError(
      'SIM1024',
      `no commits between ${baseRef} and ${request.head}`,
      'Commit to the head branch first.',
    );
  }
  repository.issues.set(issue.number, issue);
  return issue;
}

function newPullIssue(
  state: GitHubState,
  repository: RepositoryRecord,
  request: NewPullRequest,
  pull: PullRecord,
): IssueRecord {
  const now = state.now();
  return {
    id: state.ids.next('issue'),
    number: repository.issues.size + 1,
    user: state.user(request.author),
    viaApp: false,
    createdAt: now,
    updatedAt: now,
    title: request.title,
    body: request.body ?? null,
    state: 'open',
    stateReason: null,
    closedAt: null,
    closedBy: null,
    labels: [],
    assignees: [],
    pull,
  };
}

async function branchTip(repository: RepositoryRecord, branch: string): Promise<string> {
  const sha = await repository.git.resolve(`refs/heads/${branch}`);
  if (sha !== undefined) return sha;
  throw new SimulatorError(
    'SIM1022',
    `no branch "${branch}" in ${repository.fullName}`,
    'Make it with commitToBranch.',
  );
}

/** Brings every open pull request up to date whose head or base is the branch that has just moved. */
export async function refreshPullsOf(
  state: GitHubState,
  moved: RepositoryRecord,
  branch: string,
): Promise<void> {
  for (const repository of state.repositories.values()) {
    for (const issue of repository.issues.values()) {
      const pull = issue.pull;
      if (pull === undefined || issue.state === 'closed') continue;
      const isHead = pull.headRepository === moved && pull.headRef === branch;
      const isBase = repository === moved && pull.baseRef === branch;
      if (isHead || isBase) await refreshPull(state, repository, issue, pull);
      if (isHead) issue.updatedAt = state.now();
    }
  }
}

async function refreshPull(
  state: GitHubState,
  repository: RepositoryRecord,
  issue: IssueRecord,
  pull: PullRecord,
): Promise<void> {
  const { git } = repository;
  pull.headSha = await branchTip(pull.headRepository, pull.headRef);
  pull.baseSha = await branchTip(repository, pull.baseRef);
  if (pull.headRepository !== repository) {
    await git.run(['fetch', '--quiet', '--no-tags', pull.headRepository.git.directory, pull.headSha]);
  }
  await git.updateRef(`refs/pull/${issue.number}/head`, pull.headSha);
  const forkPoint = await git.mergeBase(pull.baseSha, pull.headSha);
  pull.files = await diffFiles(git, forkPoint, pull.headSha);
  pull.commits = await git.countBetween(pull.baseSha, pull.headSha);
  const tree = await git.mergeTree(pull.baseSha, pull.headSha);
  pull.mergeable = tree !== undefined;
  if (tree === undefined) return;
  const message = `Merge ${pull.headSha} into ${pull.baseSha}`;
  pull.mergeCommitSha = await commitMerge(state, repository, pull, tree, message, issue.user);
  await git.updateRef(`refs/pull/${issue.number}/merge`, pull.mergeCommitSha);
}

function commitMerge(
  state: GitHubState,
  repository: RepositoryRecord,
  pull: PullRecord,
  tree: string,
  message: string,
  user: GitHubUser,
): Promise<string> {
  const parents = [pull.baseSha, pull.headSha];
  return repository.git.commitTree(tree, parents, message, state.gitIdentity(user), state.nextCommitDate());
}

/** Merges with a merge commit and closes; returns the sha on the base branch. SIM1024 on a conflict. */
export async function mergePullRequest(
  state: GitHubState,
  name: string,
  number: number,
  by?: string,
): Promise<string> {
  const repository = state.repository(name);
  const { issue, pull } = state.pullRequest(name, number);
  const tree =
    issue.state === 'open' ? await repository.git.mergeTree(pull.baseSha, pull.headSha) : undefined;
  if (tree === undefined) {
    throw new SimulatorError(
      'SIM1024',
      `${name}#${number} cannot be merged`,
      'It is closed or conflicts with its base.',
    );
  }
  const user = state.user(by ?? repository.owner.login);
  const from = `${pull.headRepository.owner.login}/${pull.headRef}`;
  const message = `Merge pull request #${number} from ${from}\n\n${issue.title}`;
  const sha = await commitMerge(state, repository, pull, tree, message, user);
  pull.mergeCommitSha = sha;
  pull.mergedAt = state.now();
  pull.mergedBy = user;
  close(state, issue, user);
  await repository.git.updateRef(`refs/heads/${pull.baseRef}`, sha);
  repository.pushedAt = state.now();
  await refreshPullsOf(state, repository, pull.baseRef);
  return sha;
}

export function closePullRequest(state: GitHubState, name: string, number: number, by?: string): void {
  const { issue } = state.pullRequest(name, number);
  close(state, issue, by === undefined ? issue.user : state.user(by));
}

function close(state: GitHubState, issue: IssueRecord, user: GitHubUser): void {
  issue.state = 'closed';
  issue.closedAt = state.now();
  issue.updatedAt = issue.closedAt;
  issue.closedBy = user;
}

/** Copies a repository to another owner, with its branches, as the Fork button does. */
export async function forkRepository(
  state: GitHubState,
  name: string,
  owner: string,
): Promise<RepositoryRecord> {
  const parent = state.repository(name);
  const directory = join(state.directory, 'repositories', owner, `${parent.name}.git`);
  const git = await GitRepository.create(directory, parent.defaultBranch);
  const source = `file://${parent.git.directory}`;
  await runGit([
    `--git-dir=${directory}`,
    'fetch',
    '--quiet',
    source,
    '+refs/heads/*:refs/heads/*',
    '+refs/tags/*:refs/tags/*',
  ]);
  return state.addRepository(state.user(owner), parent.name, git, {
    private: parent.isPrivate,
    defaultBranch: parent.defaultBranch,
    parent,
  });
}
