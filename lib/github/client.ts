import type { getOctokit } from '@actions/github';
import { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import type { ActionDeps } from '../action/types.ts';
import { githubErrors } from './errors.ts';

export type Octokit = ReturnType<typeof getOctokit>;

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** GitHub's answer to one call is given up on after this long, retries included. */
const CALL_DEADLINE_MS = 120_000;
const CALL_ATTEMPTS = 5;
/** Without a hint GitHub asks to wait a minute after its secondary limit (docs: "Rate limits for the REST API"). */
const SECONDARY_LIMIT_WAIT_MS = 60_000;

/**
 * The door to GitHub's API for one repository. The client library is loaded on the first call, so that a refused
 * input never pays for it; every call names itself, is retried where that can help, and fails with a coded error.
 */
export interface GitHubDoor {
  readonly repository: Repository;
  /**
   * Runs one API call.
   * @param name what it does, for the log and for errors: "list the files of pull request 7"
   * @param needs the permission it needs, named when GitHub refuses: "pull-requests: write"
   */
  call<T>(name: string, needs: string, request: (octokit: Octokit) => Promise<T>): Promise<T>;
}

export function createGitHubDoor(
  token: string,
  deps: Pick<ActionDeps, 'clock' | 'github' | 'log' | 'signal'>,
): GitHubDoor {
  let client: Promise<Octokit> | undefined;
  const load = async (): Promise<Octokit> => {
    const { getOctokit: create } = await import('@actions/github');
    return create(token, { baseUrl: deps.github.apiUrl });
  };
  return {
    repository: parseRepository(deps.github.repository),
    call: async (name, needs, request) => {
      client ??= load();
      const octokit = await client;
      try {
        return await retry(name, () => request(octokit), {
          attempts: CALL_ATTEMPTS,
          deadlineMs: CALL_DEADLINE_MS,
          isRetryable,
          retryAfterMs: (error) => retryAfterMs(error, deps.clock.now()),
          clock: deps.clock,
          log: deps.log,
          signal: deps.signal,
        });
      } catch (error) {
        throw asCodedError(error, name, needs);
      }
    },
  };
}

function parseRepository(slug: string): Repository {
  const [owner = '', repo = ''] = slug.split('/');
  return { owner, repo };
}

interface HttpFailure {
  readonly status: number;
  readonly message: string;
  readonly response?: { readonly headers: Readonly<Record<string, string | undefined>> };
}

function httpFailure(error: unknown): HttpFailure | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? (error as Error & HttpFailure)
    : undefined;
}

/**
 * 5xx, 429 and the two rate limits, which GitHub reports as 403: the primary one with `x-ratelimit-remaining: 0`, the
 * secondary one with `retry-after` or only in its message. Any other 403 is a missing permission and final.
 */
export function isRetryable(error: unknown): boolean {
  const failure = httpFailure(error);
  if (failure === undefined) return isConnectionFailure(error);
  if (failure.status >= 500 || failure.status === 429) return true;
  return failure.status === 403 && isRateLimit(failure);
}

function isRateLimit(failure: HttpFailure): boolean {
  const headers = failure.response?.headers ?? {};
  return (
    headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /secondary rate limit/i.test(failure.message)
  );
}

function isConnectionFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const cause =
    error instanceof Error && error.cause instanceof Error && 'code' in error.cause
      ? error.cause.code
      : undefined;
  return [code, cause].some(
    (value) => typeof value === 'string' && /^(ECONN|ETIMEDOUT|EAI_AGAIN|UND_ERR_)/.test(value),
  );
}

/** How long GitHub asks to wait, in milliseconds; undefined leaves it to the back-off. */
export function retryAfterMs(error: unknown, nowMs: number): number | undefined {
  const failure = httpFailure(error);
  const headers = failure?.response?.headers;
  if (failure === undefined || headers === undefined) return undefined;
  const seconds = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(seconds)) return seconds * 1000;
  if (headers['x-ratelimit-remaining'] === '0') {
    return Math.max(0, Number(headers['x-ratelimit-reset']) * 1000 - nowMs);
  }
  return failure.status === 403 ? SECONDARY_LIMIT_WAIT_MS : undefined;
}

function asCodedError(error: unknown, name: string, needs: string): ActionError {
  if (error instanceof ActionError) return error;
  const failure = httpFailure(error);
  const message = error instanceof Error ? error.message : String(error);
  if (
    failure !== undefined &&
    (failure.status === 401 || (failure.status === 403 && !isRateLimit(failure)))
  ) {
    return githubErrors.EHA1101(
      `GitHub refused to ${name} (HTTP ${String(failure.status)}: ${message}); it needs ${needs}`,
      {
        cause: error,
      },
    );
  }
  const status = failure === undefined ? '' : `HTTP ${String(failure.status)}: `;
  return githubErrors.EHA1102(`could not ${name}: ${status}${message}`, { cause: error });
}
