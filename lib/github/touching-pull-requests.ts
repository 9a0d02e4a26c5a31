import type { GitHubDoor } from './client.ts';
import { changedFiles } from './pull-request-files.ts';

/** Pull requests that are looked at, newest first: each costs a call. */
const MOST_PULL_REQUESTS = 100;

export interface TouchingPullRequest {
  readonly number: number;
  /** Its list of files was cut by GitHub, so that it may touch anything. */
  readonly isUnknown: boolean;
}

/**
 * The newest open pull request that changes a file for which `isTouched` holds. Those from forks do not count: anybody
 * can open one.
 */
export async function findTouchingPullRequest(
  door: GitHubDoor,
  isTouched: (path: string) => boolean,
): Promise<TouchingPullRequest | null> {
  const pulls = await door.call('list the open pull requests', 'pull-requests: read', async (octokit) => {
    const { data } = await octokit.rest.pulls.list({
      ...door.repository,
      state: 'open',
      sort: 'created',
      direction: 'desc',
      per_page: MOST_PULL_REQUESTS,
    });
    return data;
  });
  const slug = `${door.repository.owner}/${door.repository.repo}`.toLowerCase();
  const own = pulls.filter(({ head }) => isNamed(head.repo, slug));
  for (const { number } of own) {
    const { paths, complete } = await changedFiles(door, number);
    if (!complete) return { number, isUnknown: true };
    if (paths.some(isTouched)) return { number, isUnknown: false };
  }
  return null;
}

/** GitHub gives null for the repository of a fork that was deleted, which its types do not say. */
function isNamed(repository: { readonly full_name: string } | null, slug: string): boolean {
  return repository?.full_name.toLowerCase() === slug;
}
