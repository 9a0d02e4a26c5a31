import type { GitHubContext } from '../action/types.ts';
import { githubErrors } from './errors.ts';

/** What the `pull_request` event says about the pull request of this run. */
export interface PullRequestEvent {
  readonly number: number;
  readonly headSha: string;
  /** False when the branch comes from another repository: its token is read-only and gets no cloud identity. */
  readonly sameRepository: boolean;
}

interface EventShape {
  readonly pull_request?: {
    readonly number?: unknown;
    readonly head?: { readonly sha?: unknown; readonly repo?: { readonly full_name?: unknown } | null };
  };
}

/** The pull request that started the run; undefined for other events. A deleted head repository counts as foreign. */
export function pullRequestOf(context: GitHubContext): PullRequestEvent | undefined {
  const pull = (context.event as EventShape).pull_request;
  if (typeof pull?.number !== 'number' || typeof pull.head?.sha !== 'string') return undefined;
  const headRepository = pull.head.repo?.full_name;
  return {
    number: pull.number,
    headSha: pull.head.sha,
    sameRepository:
      typeof headRepository === 'string' && headRepository.toLowerCase() === context.repository.toLowerCase(),
  };
}

/** The pull request that started the run, or EHA1103. */
export function requirePullRequest(context: GitHubContext): PullRequestEvent {
  const pull = pullRequestOf(context);
  if (pull !== undefined) return pull;
  throw githubErrors.EHA1103(`the event "${context.eventName}" carries no pull request`);
}
