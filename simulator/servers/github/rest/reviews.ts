/** Reviews of pull requests and the list of branches over REST. */
import type { JsonObject } from '../../../runner/host.ts';
import { nodeId } from '../../../world/github-ids.ts';
import { repositoryApiUrl, repositoryPageUrl, userJson } from '../../../world/github-json.ts';
import type { ReviewRecord } from '../../../world/github-types.ts';
import { listAnswer, notFound, type Answer, type RepositoryCall, type RepositoryRoute } from '../http.ts';

function reviewJson(call: RepositoryCall, number: number, review: ReviewRecord): JsonObject {
  const page = `${repositoryPageUrl(call.state.urls, call.repository)}/pull/${number}`;
  const html = `${page}#pullrequestreview-${review.id}`;
  const pull = `${repositoryApiUrl(call.state.urls, call.repository)}/pulls/${number}`;
  return {
    id: review.id,
    node_id: nodeId('PRR', call.repository.id, review.id),
    user: userJson(call.state.urls, review.user),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.commitSha,
    author_association: 'MEMBER',
  };
}

function reviews(call: RepositoryCall): Answer {
  const number = Number(call.params['number']);
  const pull = call.repository.issues.get(number)?.pull;
  if (pull === undefined) throw notFound();
  return listAnswer(call, pull.reviews, (review) => reviewJson(call, number, review));
}

async function branches(call: RepositoryCall): Promise<Answer> {
  const { git, protectedBranches } = call.repository;
  const text = await git.text(['for-each-ref', '--format=%(objectname) %(refname:lstrip=2)', 'refs/heads']);
  const wanted = call.query.get('protected');
  const all = text
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ sha: line.slice(0, 40), name: line.slice(41) }))
    .filter(({ name }) => wanted === null || String(protectedBranches.has(name)) === wanted);
  const api = repositoryApiUrl(call.state.urls, call.repository);
  return listAnswer(call, all, ({ name, sha }) => ({
    name,
    commit: { sha, url: `${api}/commits/${sha}` },
    protected: protectedBranches.has(name),
  }));
}

export const REVIEW_ROUTES: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    pattern: '/pulls/{number}/reviews',
    docs: 'pulls/reviews#list-reviews-for-a-pull-request',
    needs: ['pull_requests=read'],
    handle: reviews,
  },
  {
    method: 'GET',
    pattern: '/branches',
    docs: 'branches/branches#list-branches',
    needs: ['contents=read'],
    handle: branches,
  },
];
