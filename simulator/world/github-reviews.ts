/** Reviews of pull requests, and what they amount to. */
import type { GitHubState } from './github.ts';
import type { PullRecord, RepositoryRecord, ReviewRecord } from './github-types.ts';

export interface NewReview {
  readonly repository: string;
  readonly number: number;
  readonly user: string;
  readonly state: ReviewRecord['state'];
  readonly body?: string;
}

/** Reviews the pull request at its present head. */
export function addReview(state: GitHubState, request: NewReview): ReviewRecord {
  const { pull } = state.pullRequest(request.repository, request.number);
  const review: ReviewRecord = {
    id: state.ids.next('review'),
    user: state.user(request.user),
    state: request.state,
    body: request.body ?? '',
    commitSha: pull.headSha,
    submittedAt: state.now(),
  };
  pull.reviews.push(review);
  return review;
}

/** GraphQL's `reviewDecision`: null where the repository asks for no approval. */
export function reviewDecision(
  repository: RepositoryRecord,
  pull: PullRecord,
): 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null {
  if (repository.requiredApprovals === 0) return null;
  const latest = new Map<number, ReviewRecord['state']>();
  for (const { user, state } of pull.reviews) if (state !== 'COMMENTED') latest.set(user.id, state);
  const states = [...latest.values()];
  if (states.includes('CHANGES_REQUESTED')) return 'CHANGES_REQUESTED';
  const approvals = states.filter((state) => state === 'APPROVED').length;
  return approvals >= repository.requiredApprovals ? 'APPROVED' : 'REVIEW_REQUIRED';
}
