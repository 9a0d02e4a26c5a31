import type { GitHubDoor } from './client.ts';
import { githubErrors } from './errors.ts';

/** A run for a pull request from a fork, as GitHub tells of it; nothing in it was written by the run itself. */
export interface ForkRun {
  readonly id: number;
  readonly attempt: number;
  readonly isCompleted: boolean;
  /** Null until the run is completed. */
  readonly conclusion: string | null;
  readonly headSha: string;
  /** Null when the fork was deleted meanwhile. */
  readonly head: { readonly repositoryId: number; readonly owner: string; readonly branch: string } | null;
}

/** Reads a run; EHA1107 when it is none of a pull request from another repository. */
export async function readForkRun(door: GitHubDoor, runId: number): Promise<ForkRun> {
  const run = await door.call(`read the run ${String(runId)}`, 'actions: read', async (octokit) => {
    const { data } = await octokit.rest.actions.getWorkflowRun({ ...door.repository, run_id: runId });
    return data;
  });
  if (run.event !== 'pull_request') {
    throw githubErrors.EHA1107(`the run ${String(runId)} was started by ${run.event}`);
  }
  // GitHub answers null for a deleted fork, which its client library does not know.
  const fork = run.head_repository as typeof run.head_repository | null;
  if (fork?.id === run.repository.id) {
    throw githubErrors.EHA1107(`the run ${String(runId)} is of a branch of this repository`);
  }
  return {
    id: run.id,
    attempt: run.run_attempt ?? 1,
    isCompleted: run.status === 'completed',
    conclusion: run.conclusion,
    headSha: run.head_sha,
    head:
      fork === null || run.head_branch === null
        ? null
        : { repositoryId: fork.id, owner: fork.owner.login, branch: run.head_branch },
  };
}

/** The pull request that a run was for, or why there is none to write to. */
export type ForkPullRequest =
  | { readonly kind: 'found'; readonly number: number }
  | { readonly kind: 'none' | 'outdated' | 'ambiguous'; readonly reason: string };

/**
 * Finds the open pull request of a run by its head: the event of a run from a fork names none, and the pull requests
 * of a commit are not known for commits that only the fork has. The head must still be the commit that was checked, and
 * one pull request only may have it: the run checked the merge with one base branch, and nothing tells which.
 */
export async function findForkPullRequest(door: GitHubDoor, run: ForkRun): Promise<ForkPullRequest> {
  const { head } = run;
  if (head === null) return { kind: 'none', reason: 'the fork or its branch was deleted' };
  const pulls = await door.call('find the pull request of the run', 'pull-requests: write', (octokit) =>
    octokit.paginate(octokit.rest.pulls.list, {
      ...door.repository,
      state: 'open',
      head: `${head.owner}:${head.branch}`,
      per_page: 100,
    }),
  );
  // A filter that GitHub does not understand filters nothing, so each answer is compared.
  const own = pulls.filter((pull) => {
    const repository = pull.head.repo as typeof pull.head.repo | null;
    return repository?.id === head.repositoryId && pull.head.ref === head.branch;
  });
  if (own.length === 0) return { kind: 'none', reason: 'no open pull request has its branch' };
  const current = own.filter((pull) => pull.head.sha === run.headSha);
  const [pull, ...others] = current;
  if (pull === undefined) {
    const reason = `the branch has moved on from ${run.headSha.slice(0, 12)}, whose checks these are`;
    return { kind: 'outdated', reason };
  }
  if (others.length === 0) return { kind: 'found', number: pull.number };
  const numbers = current.map(({ number }) => `#${String(number)}`).join(', ');
  return { kind: 'ambiguous', reason: `the pull requests ${numbers} have the same head` };
}
