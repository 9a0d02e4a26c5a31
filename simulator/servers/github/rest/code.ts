/** Repositories, pull requests, commits and files over REST. */
import { diffFiles, type DiffFile } from '../../../world/github-diff.ts';
import { nodeId } from '../../../world/github-ids.ts';
import { pullJson, pullSummaryJson } from '../../../world/github-json-issues.ts';
import { repositoryApiUrl, repositoryJson, repositoryPageUrl } from '../../../world/github-json.ts';
import type { IssueRecord, PullRecord, RepositoryRecord } from '../../../world/github-types.ts';
import type { JsonObject } from '../../../runner/host.ts';
import {
  ApiError,
  listAnswer,
  notFound,
  paged,
  type Answer,
  type RepositoryCall,
  type RepositoryRoute,
} from '../http.ts';
import { commitJson } from './commit.ts';

/** GitHub lists at most this many files of a pull request. */
const MAX_PULL_FILES = 3000;
/** …and of a comparison, all of them on its first page. */
const MAX_COMPARE_FILES = 300;

type PullIssue = IssueRecord & { readonly pull: PullRecord };

function isPull(issue: IssueRecord | undefined): issue is PullIssue {
  return issue?.pull !== undefined;
}

function pullOf(call: RepositoryCall): PullIssue {
  const issue = call.repository.issues.get(Number(call.params['number']));
  if (!isPull(issue)) throw notFound();
  return issue;
}

/** Newest first; filters `state`, `head` (`owner:branch`) and `base`. */
function listPulls(call: RepositoryCall): readonly PullIssue[] {
  const state = call.query.get('state') ?? 'open';
  const head = call.query.get('head');
  const base = call.query.get('base');
  const found = [...call.repository.issues.values()]
    .filter(isPull)
    .filter(
      ({ state: is, pull }) =>
        (state === 'all' || is === state) &&
        (base === null || pull.baseRef === base) &&
        (head === null || `${pull.headRepository.owner.login}:${pull.headRef}` === head),
    );
  return call.query.get('direction') === 'asc' ? found : found.reverse();
}

const summary = (call: RepositoryCall) => (issue: PullIssue) =>
  pullSummaryJson(call.state.urls, call.repository, issue, issue.pull);

function fileJson(call: RepositoryCall, sha: string) {
  const api = repositoryApiUrl(call.state.urls, call.repository);
  const page = repositoryPageUrl(call.state.urls, call.repository);
  return (file: DiffFile): JsonObject => {
    const path = encodeURIComponent(file.filename);
    return {
      sha: file.sha,
      filename: file.filename,
      status: file.status,
      additions: file.additions,
      deletions: file.deletions,
      changes: file.additions + file.deletions,
      blob_url: `${page}/blob/${sha}/${path}`,
      raw_url: `${page}/raw/${sha}/${path}`,
      contents_url: `${api}/contents/${path}?ref=${sha}`,
      ...(file.patch === undefined ? {} : { patch: file.patch }),
      ...(file.previousFilename === undefined ? {} : { previous_filename: file.previousFilename }),
    };
  };
}

async function resolved(call: RepositoryCall, ref: string): Promise<string> {
  const sha = await call.repository.git.resolve(ref);
  if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${ref}`);
  return sha;
}

/** `base...head`: what head has beyond the point where it left base. */
async function compare(call: RepositoryCall): Promise<Answer> {
  const [baseName = '', headName = ''] = (call.params['basehead'] ?? '').split('...');
  const { git } = call.repository;
  const [base, head] = await Promise.all([git.resolve(baseName), git.resolve(headName)]);
  if (base === undefined || head === undefined) throw notFound();
  const point = await git.mergeBase(base, head);
  const [ahead, behind] = await Promise.all([git.countBetween(base, head), git.countBetween(head, base)]);
  const shas = (await git.text(['rev-list', '--reverse', '--max-count=250', `${base}..${head}`]))
    .split('\n')
    .filter(Boolean);
  const files = (await diffFiles(git, point, head)).slice(0, MAX_COMPARE_FILES);
  const { items, headers } = paged(call, shas);
  const url = `${repositoryApiUrl(call.state.urls, call.repository)}/compare/${baseName}...${headName}`;
  const page = `${repositoryPageUrl(call.state.urls, call.repository)}/compare/${baseName}...${headName}`;
  const status = ahead > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical';
  return {
    status: 200,
    headers,
    body: {
      url,
      html_url: page,
      permalink_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      base_commit: await commitJson(call, base),
      merge_base_commit: await commitJson(call, point),
      status,
      ahead_by: ahead,
      behind_by: behind,
      total_commits: ahead,
      commits: await Promise.all(items.map((sha) => commitJson(call, sha))),
      files: files.map(fileJson(call, head)),
    },
  };
}

const pullRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/pulls',
    docs: 'pulls/pulls#list-pull-requests',
    needs: ['pull_requests=read'],
    handle: (call) => listAnswer(call, listPulls(call), summary(call)),
  },
  {
    method: 'GET',
    pattern: '/pulls/{number}',
    docs: 'pulls/pulls#get-a-pull-request',
    needs: ['pull_requests=read'],
    handle: (call) => {
      const issue = pullOf(call);
      return { status: 200, body: pullJson(call.state.urls, call.repository, issue, issue.pull) };
    },
  },
  {
    method: 'GET',
    pattern: '/pulls/{number}/files',
    docs: 'pulls/pulls#list-pull-requests-files',
    needs: ['pull_requests=read'],
    handle: (call) => {
      const { pull } = pullOf(call);
      return listAnswer(call, pull.files.slice(0, MAX_PULL_FILES), fileJson(call, pull.headSha));
    },
  },
  {
    method: 'GET',
    pattern: '/commits/{sha}/pulls',
    docs: 'commits/commits#list-pull-requests-associated-with-a-commit',
    needs: ['pull_requests=read'],
    handle: async (call) => {
      const sha = await resolved(call, call.params['sha'] ?? '');
      const pulls = [...call.repository.issues.values()].filter(isPull);
      const about = await Promise.all(pulls.map(({ pull }) => touches(call.repository, pull, sha)));
      return listAnswer(
        call,
        pulls.filter((_, at) => about[at] === true),
        summary(call),
      );
    },
  },
];

/** A commit belongs to a pull request when it is one of its commits or its merge. */
async function touches(repository: RepositoryRecord, pull: PullRecord, sha: string): Promise<boolean> {
  if (pull.mergeCommitSha === sha) return pull.mergedAt !== null;
  const commits = await repository.git.text([
    'rev-list',
    '--max-count=250',
    `${pull.baseSha}..${pull.headSha}`,
  ]);
  return commits.split('\n').includes(sha);
}

const commitRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '',
    docs: 'repos/repos#get-a-repository',
    needs: ['metadata=read'],
    handle: (call) => {
      const writes = call.caller?.kind === 'user' || call.caller?.permissions['contents'] === 'write';
      const permissions = {
        admin: call.caller?.kind === 'user',
        maintain: false,
        push: writes,
        triage: writes,
        pull: true,
      };
      return { status: 200, body: { ...repositoryJson(call.state.urls, call.repository), permissions } };
    },
  },
  {
    method: 'GET',
    pattern: '/commits',
    docs: 'commits/commits#list-commits',
    needs: ['contents=read'],
    handle: async (call) => {
      const start = await resolved(call, call.query.get('sha') ?? call.repository.defaultBranch);
      const path = call.query.get('path');
      const shas = (
        await call.repository.git.text(['rev-list', start, ...(path === null ? [] : ['--', path])])
      ).split('\n');
      const { items, headers } = paged(call, shas.filter(Boolean));
      return { status: 200, headers, body: await Promise.all(items.map((sha) => commitJson(call, sha))) };
    },
  },
  {
    method: 'GET',
    pattern: '/commits/{ref}',
    docs: 'commits/commits#get-a-commit',
    needs: ['contents=read'],
    handle: async (call) => ({
      status: 200,
      body: await commitJson(call, await resolved(call, call.params['ref'] ?? '')),
    }),
  },
  {
    method: 'GET',
    pattern: '/compare/{basehead*}',
    docs: 'commits/commits#compare-two-commits',
    needs: ['contents=read'],
    handle: compare,
  },
  {
    method: 'GET',
    pattern: '/git/ref/{ref*}',
    docs: 'git/refs#get-a-reference',
    needs: ['contents=read'],
    handle: async (call) => {
      const ref = `refs/${call.params['ref'] ?? ''}`;
      const sha = await call.repository.git.resolve(ref);
      if (sha === undefined) throw notFound();
      const api = repositoryApiUrl(call.state.urls, call.repository);
      const object = { sha, type: 'commit', url: `${api}/git/commits/${sha}` };
      return {
        status: 200,
        body: { ref, node_id: nodeId('REF', call.repository.id), url: `${api}/git/${ref}`, object },
      };
    },
  },
];

export const CODE_ROUTES: readonly RepositoryRoute[] = [...pullRoutes, ...commitRoutes];
