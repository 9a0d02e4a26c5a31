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

/** What GitHub answered, in terms of HTTP. */
interface Failure {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

type Headers = Failure['headers'];

/** GraphQL answers 200 and says in the body what REST says by its status (docs: "Rate limits for the GraphQL API"). */
const GRAPHQL_STATUS: Readonly<Record<string, number>> = {
  RATE_LIMITED: 429,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
};

/** The answer behind an error of octokit; undefined for any other error. */
function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('status' in error && typeof error.status === 'number') {
    const { response } = error as { readonly response?: { readonly headers: Headers } };
    return { status: error.status, message: error.message, headers: response?.headers ?? {} };
  }
  if (error.name !== 'GraphqlResponseError') return undefined;
  const { headers, errors } = error as {
    readonly headers?: Headers;
    readonly errors?: readonly { readonly type?: string }[];
  };
  const status = GRAPHQL_STATUS[errors?.[0]?.type ?? ''] ?? 200;
  return { status, message: error.message, headers: headers ?? {} };
}

/**
 * 5xx, 429 and the two rate limits, which GitHub reports as 403: the primary one with `x-ratelimit-remaining: 0`, the
 * secondary one with `retry-after` or only in its message. Any other 403 is a missing permission and final.
 */
export function isRetryable(error: unknown): boolean {
  const failure = failureOf(error);
  if (failure === undefined) return isConnectionFailure(error);
  if (failure.status >= 500 || failure.status === 429) return true;
  return failure.status === 403 && isRateLimit(failure);
}

function isRateLimit({ headers, message }: Failure): boolean {
  return (
    headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /secondary rate limit/i.test(message)
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
  const failure = failureOf(error);
  if (failure === undefined) return undefined;
  const seconds = numberOf(failure.headers['retry-after']);
  if (seconds !== undefined) return seconds * 1000;
  const reset = numberOf(failure.headers['x-ratelimit-reset']);
  if (failure.headers['x-ratelimit-remaining'] === '0' && reset !== undefined) {
    return Math.max(0, reset * 1000 - nowMs);
  }
  return failure.status === 403 ? SECONDARY_LIMIT_WAIT_MS : undefined;
}

function numberOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : undefined;
}

function asCodedError(error: unknown, name: string, needs: string): ActionError {
  if (error instanceof ActionError) return error;
  const failure = failureOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const said = failure === undefined ? message : `HTTP ${String(failure.status)}: ${message}`;
  if (failure?.status === 401 || failure?.status === 403) {
    return githubErrors.EHA1101(`GitHub refused to ${name} (${said}); it needs ${needs}`, { cause: error });
  }
  if (failure?.status === 404 || failure?.status === 410) {
    return githubErrors.EHA1105(`could not ${name} (${said}); it needs ${needs}`, { cause: error });
  }
  return githubErrors.EHA1102(`could not ${name}: ${said}`, { cause: error });
}
