import { ActionError } from '../action/errors.ts';
import type { GitHubDoor } from './client.ts';
import { reviewErrors } from './review-errors.ts';

const NEEDS_READ = 'pull-requests: read';

/** A pull request whose plan can be applied: open and free of conflicts, or merged, from this repository. */
export interface ApplicablePull {
  readonly number: number;
  readonly isMerged: boolean;
  readonly headSha: string;
  /** Commit to apply: the merge on the base branch, or of an open pull request GitHub's test merge. */
  readonly sha: string;
  /** GitHub's number of this repository. */
  readonly repositoryId: number;
}

/** @throws EHA1126 from a fork, EHA1131 closed or conflicting */
export async function readApplicablePull(door: GitHubDoor, number: number): Promise<ApplicablePull> {
  const pull = await door.call(`read pull request ${String(number)}`, NEEDS_READ, async (octokit) => {
    const { data } = await octokit.rest.pulls.get({ ...door.repository, pull_number: number });
    return data;
  });
  const name = `Pull request ${String(number)}`;
  const repositoryId = pull.base.repo.id;
  // GitHub answers null for a deleted fork, which its client library does not know.
  const head = pull.head.repo as typeof pull.head.repo | null;
  if (head?.id !== repositoryId) {
    throw reviewErrors.EHA1126(`${name} comes from ${head?.full_name ?? 'a deleted repository'}.`);
  }
  if (!pull.merged && pull.state === 'closed')
    throw reviewErrors.EHA1131(`${name} was closed without being merged.`);
  if (!pull.merged && pull.mergeable === false)
    throw reviewErrors.EHA1131(`${name} conflicts with its base branch.`);
  if (pull.merge_commit_sha === null)
    throw reviewErrors.EHA1131(`GitHub has not merged ${name} with its base branch yet; try again.`);
  return {
    number,
    isMerged: pull.merged,
    headSha: pull.head.sha,
    sha: pull.merge_commit_sha,
    repositoryId,
  };
}

/** The one pull request of which `commit` is the head or the merge. @throws EHA1131 */
export async function findPullOfCommit(door: GitHubDoor, commit: string): Promise<number> {
  const pulls = await door
    .call(`find the pull request of ${commit}`, NEEDS_READ, (octokit) =>
      octokit.paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, {
        ...door.repository,
        commit_sha: commit,
        per_page: 100,
      }),
    )
    .catch((cause: unknown) => {
      // GitHub's answer to a commit that the repository does not have.
      if (!(cause instanceof ActionError) || !cause.message.includes('No commit found')) throw cause;
      throw reviewErrors.EHA1131(`This repository has no commit ${commit}.`, { cause });
    });
  const own = pulls.filter(
    (pull) => pull.head.sha === commit || (pull.merged_at !== null && pull.merge_commit_sha === commit),
  );
  const [only, ...others] = own;
  if (only === undefined) {
    throw reviewErrors.EHA1131(`The commit ${commit} is neither the head nor the merge of a pull request.`);
  }
  if (others.length === 0) return only.number;
  const numbers = own.map(({ number }) => `#${String(number)}`).join(', ');
  throw reviewErrors.EHA1131(`The commit ${commit} belongs to ${numbers}; give the number of one.`);
}

/**
 * `auto` needs an approval where the rules of the base branch do, `required` always; with `none` the reviewers of the
 * environment decide alone.
 */
export const APPROVALS = ['auto', 'required', 'none'] as const;
export type ApprovalMode = (typeof APPROVALS)[number];

/** Who approved the commit that is to be applied. */
export interface Review {
  readonly required: boolean;
  /** Logins, of approvals given to the head itself. */
  readonly approvedBy: readonly string[];
}

/**
 * The approval of the head as it stands; that of an earlier commit does not count, also where GitHub lets it. Whether
 * one is required GitHub tells by `reviewDecision`, which is null where the branch asks for none: a job's token may not
 * read the rules of branches.
 * @throws EHA1130
 */
export async function checkReview(
  door: GitHubDoor,
  { number, headSha }: ApplicablePull,
  mode: ApprovalMode,
): Promise<Review> {
  const latest = await latestReviews(door, number);
  const approvals = latest.filter(({ state }) => state === 'APPROVED');
  const current = approvals.filter(({ commit_id: commit }) => commit === headSha);
  const approvedBy = current.map(({ user }) => user?.login ?? 'a deleted account');
  if (mode === 'none') return { required: false, approvedBy };
  const decision = await reviewDecision(door, number);
  const required = mode === 'required' || decision !== null;
  if (!required) return { required, approvedBy };
  const name = `Pull request ${String(number)}`;
  if (decision === 'CHANGES_REQUESTED' || latest.some(({ state }) => state === 'CHANGES_REQUESTED'))
    throw reviewErrors.EHA1130(`Changes were asked for in ${name}.`);
  if (decision === 'REVIEW_REQUIRED' || approvals.length === 0)
    throw reviewErrors.EHA1130(`${name} lacks an approval.`);
  if (approvedBy.length > 0) return { required, approvedBy };
  const older = approvals.map(({ user, commit_id: commit }) => `${user?.login ?? '?'} ${String(commit)}`);
  throw reviewErrors.EHA1130(
    `${name} was approved at an earlier commit (${older.join(', ')}); its head is ${headSha}.`,
  );
}

/** The last word of each person; a comment takes nothing back. */
async function latestReviews(door: GitHubDoor, number: number) {
  const reviews = await door.call(
    `list the reviews of pull request ${String(number)}`,
    NEEDS_READ,
    (octokit) =>
      octokit.paginate(octokit.rest.pulls.listReviews, {
        ...door.repository,
        pull_number: number,
        per_page: 100,
      }),
  );
  const latest = new Map<number, (typeof reviews)[number]>();
  for (const review of reviews) {
    if (review.state === 'COMMENTED' || review.state === 'PENDING') continue;
    latest.set(review.user?.id ?? -review.id, review);
  }
  return [...latest.values()];
}

type Decision = 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null;

interface DecisionAnswer {
  readonly repository: { readonly pullRequest: { readonly reviewDecision: Decision } };
}

async function reviewDecision(door: GitHubDoor, number: number): Promise<Decision> {
  const query = `query ($owner: String!, $repo: String!, $number: Int!) {
    repository(owner: $owner, name: $repo) { pullRequest(number: $number) { reviewDecision } }
  }`;
  const answer = await door.call('find out whether a review is required', NEEDS_READ, (octokit) =>
    octokit.graphql<DecisionAnswer>(query, { ...door.repository, number }),
  );
  return answer.repository.pullRequest.reviewDecision;
}
