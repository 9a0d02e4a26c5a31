/** Trees, commits, branches and pull requests made over REST, by an App or a person with `contents: write`. */
import type { Json, JsonObject } from '../../../runner/host.ts';
import { SimulatorError } from '../../../world/errors.ts';
import { nodeId } from '../../../world/github-ids.ts';
import { pullJson } from '../../../world/github-json-issues.ts';
import { repositoryApiUrl } from '../../../world/github-json.ts';
import { closePullRequest, refreshPullsOf } from '../../../world/github-pulls.ts';
import {
  ApiError,
  isObject,
  notFound,
  optionalText,
  optionalTexts,
  textOf,
  validationFailed,
  type Answer,
  type RepositoryCall,
  type RepositoryRoute,
} from '../http.ts';
import { commitJson } from './commit.ts';

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Files given by their content, on top of another tree. */
async function createTree(call: RepositoryCall): Promise<Answer> {
  const { git } = call.repository;
  const base = optionalText(call.body, 'base_tree');
  const start = base === undefined ? EMPTY_TREE : await git.resolve(base);
  if (start === undefined) throw new ApiError(404, 'Not Found');
  const entries = call.body['tree'];
  if (!Array.isArray(entries) || entries.length === 0) throw new ApiError(422, 'Invalid tree info');
  const environment = { GIT_INDEX_FILE: `${git.directory}/index-${call.state.ids.next('issue')}` };
  await git.run(['read-tree', start], { environment });
  for (const entry of entries as readonly Json[]) {
    if (!isObject(entry)) throw new ApiError(422, 'Invalid tree info');
    const blob = await git.text(['hash-object', '-w', '--stdin'], { input: textOf(entry, 'content') });
    const info = `${textOf(entry, 'mode')},${blob},${textOf(entry, 'path')}`;
    await git.run(['update-index', '--add', '--cacheinfo', info], { environment });
  }
  const sha = await git.text(['write-tree'], { environment });
  const api = repositoryApiUrl(call.state.urls, call.repository);
  return { status: 201, body: { sha, url: `${api}/git/trees/${sha}`, tree: [], truncated: false } };
}

async function createCommit(call: RepositoryCall): Promise<Answer> {
  const { state, repository, caller } = call;
  const user = caller?.user ?? repository.owner;
  const sha = await repository.git.commitTree(
    textOf(call.body, 'tree'),
    optionalTexts(call.body, 'parents') ?? [],
    textOf(call.body, 'message'),
    state.gitIdentity(user),
    state.nextCommitDate(),
  );
  return { status: 201, body: await commitJson(call, sha) };
}

function refJson(call: RepositoryCall, ref: string, sha: string): JsonObject {
  const api = repositoryApiUrl(call.state.urls, call.repository);
  const object = { sha, type: 'commit', url: `${api}/git/commits/${sha}` };
  return { ref, node_id: nodeId('REF', call.repository.id), url: `${api}/git/${ref}`, object };
}

async function moveTo(call: RepositoryCall, ref: string, sha: string): Promise<void> {
  if ((await call.repository.git.resolve(sha)) === undefined) {
    throw new ApiError(422, 'Object does not exist');
  }
  await call.repository.git.updateRef(ref, sha);
  call.repository.pushedAt = call.state.now();
  await refreshPullsOf(call.state, call.repository, ref.replace('refs/heads/', ''));
}

async function createRef(call: RepositoryCall): Promise<Answer> {
  const ref = textOf(call.body, 'ref');
  const sha = textOf(call.body, 'sha');
  if (!ref.startsWith('refs/heads/')) throw new ApiError(422, 'Reference name must start with refs/');
  if ((await call.repository.git.resolve(ref)) !== undefined) {
    throw new ApiError(422, 'Reference already exists');
  }
  await moveTo(call, ref, sha);
  return { status: 201, body: refJson(call, ref, sha) };
}

async function updateRef(call: RepositoryCall): Promise<Answer> {
  const ref = `refs/${call.params['ref'] ?? ''}`;
  const sha = textOf(call.body, 'sha');
  const before = await call.repository.git.resolve(ref);
  if (before === undefined) throw new ApiError(422, 'Reference does not exist');
  const isAhead = (await call.repository.git.countBetween(sha, before)) === 0;
  if (call.body['force'] !== true && !isAhead) throw new ApiError(422, 'Update is not a fast forward');
  await moveTo(call, ref, sha);
  return { status: 200, body: refJson(call, ref, sha) };
}

async function createPull(call: RepositoryCall): Promise<Answer> {
  const { state, repository, caller } = call;
  const head = textOf(call.body, 'head').replace(/^[^:]*:/, '');
  const base = textOf(call.body, 'base');
  const open = [...repository.issues.values()].find(
    (issue) => issue.state === 'open' && issue.pull?.headRef === head && issue.pull.baseRef === base,
  );
  if (open !== undefined) {
    const message = `A pull request already exists for ${repository.owner.login}:${head}.`;
    throw validationFailed({ resource: 'PullRequest', code: 'custom', message });
  }
  const body = optionalText(call.body, 'body');
  try {
    const issue = await state.openPullRequest({
      repository: repository.fullName,
      title: textOf(call.body, 'title'),
      head,
      base,
      author: caller?.user.login ?? repository.owner.login,
      ...(body === undefined ? {} : { body }),
    });
    return pullAnswer(call, issue.number, 201);
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    const code = error.code === 'SIM1022' ? 'invalid' : 'custom';
    throw validationFailed({ resource: 'PullRequest', code, field: 'head', message: error.message });
  }
}

function pullAnswer(call: RepositoryCall, number: number, status: number): Answer {
  const { issue, pull } = call.state.pullRequest(call.repository.fullName, number);
  return { status, body: pullJson(call.state.urls, call.repository, issue, pull) };
}

function updatePull(call: RepositoryCall): Answer {
  const number = Number(call.params['number']);
  const issue = call.repository.issues.get(number);
  if (issue?.pull === undefined) throw notFound();
  issue.title = optionalText(call.body, 'title') ?? issue.title;
  issue.body = optionalText(call.body, 'body') ?? issue.body;
  issue.updatedAt = call.state.now();
  if (optionalText(call.body, 'state') === 'closed') {
    closePullRequest(call.state, call.repository.fullName, number, call.caller?.user.login);
  }
  return pullAnswer(call, number, 200);
}

const CONTENTS = ['contents=write'] as const;
const PULLS = ['pull_requests=write'] as const;

export const WRITING_ROUTES: readonly RepositoryRoute[] = [
  {
    method: 'POST',
    pattern: '/git/trees',
    docs: 'git/trees#create-a-tree',
    needs: CONTENTS,
    handle: createTree,
  },
  {
    method: 'POST',
    pattern: '/git/commits',
    docs: 'git/commits#create-a-commit',
    needs: CONTENTS,
    handle: createCommit,
  },
  {
    method: 'POST',
    pattern: '/git/refs',
    docs: 'git/refs#create-a-reference',
    needs: CONTENTS,
    handle: createRef,
  },
  {
    method: 'PATCH',
    pattern: '/git/refs/{ref*}',
    docs: 'git/refs#update-a-reference',
    needs: CONTENTS,
    handle: updateRef,
  },
  {
    method: 'POST',
    pattern: '/pulls',
    docs: 'pulls/pulls#create-a-pull-request',
    needs: PULLS,
    handle: createPull,
  },
  {
    method: 'PATCH',
    pattern: '/pulls/{number}',
    docs: 'pulls/pulls#update-a-pull-request',
    needs: PULLS,
    handle: updatePull,
  },
];
