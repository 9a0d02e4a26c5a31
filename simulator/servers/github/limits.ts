/**
 * GitHub's rate limits. A GITHUB_TOKEN has 1,000 requests an hour and repository, a person 5,000 an hour; content may be
 * made 80 times a minute (docs.github.com, rate limits for the REST API).
 */
import type { WorldClock } from '../../world/clock.ts';
import type { TokenRecord } from '../../world/github-types.ts';
import type { JsonObject } from '../../runner/host.ts';
import { ApiError } from './http.ts';

export interface LimitOptions {
  /** Requests an hour of a GITHUB_TOKEN; default 1,000. */
  readonly jobTokenPerHour?: number;
  /** Content-making requests a minute before the secondary limit strikes; default 80. */
  readonly contentPerMinute?: number;
}

interface Window {
  used: number;
  /** Milliseconds since 1970. */
  resetAt: number;
}

type Resource = 'core' | 'graphql';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SECONDARY_MESSAGE =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
const SECONDARY_DOCS =
  'https://docs.github.com/en/free-pro-team@latest/rest/overview/resources-in-the-rest-api#secondary-rate-limits';

/** Counts what each caller uses. */
export class RateLimits {
  readonly #clock: WorldClock;
  readonly #jobTokenPerHour: number;
  readonly #contentPerMinute: number;
  readonly #windows = new Map<string, Window>();
  readonly #content = new Map<string, number[]>();

  constructor(clock: WorldClock, options: LimitOptions = {}) {
    this.#clock = clock;
    this.#jobTokenPerHour = options.jobTokenPerHour ?? 1000;
    this.#contentPerMinute = options.contentPerMinute ?? 80;
  }

  /** Counts a request; 403 in GitHub's words when the hour's requests are used up. */
  use(caller: TokenRecord | undefined, resource: Resource): void {
    const window = this.#window(caller, resource);
    if (window.used >= this.#limit(caller)) {
      const installation =
        caller?.kind === 'app' ? `installation ID ${caller.repositoryId}` : `user ID ${caller?.user.id ?? 0}`;
      throw new ApiError(403, `API rate limit exceeded for ${installation}.`, {
        docs: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
      });
    }
    window.used += 1;
  }

  /** An answer 304 does not count. */
  giveBack(caller: TokenRecord | undefined, resource: Resource): void {
    this.#window(caller, resource).used -= 1;
  }

  /** Counts a request that makes content; the secondary limit has been seen without a Retry-After. */
  useContent(caller: TokenRecord | undefined): void {
    const now = this.#clock.now().getTime();
    const key = keyOf(caller);
    const recent = (this.#content.get(key) ?? []).filter((time) => time > now - MINUTE);
    this.#content.set(key, recent);
    if (recent.length >= this.#contentPerMinute) throw secondaryLimit();
    recent.push(now);
  }

  /** Headers of every answer. */
  headers(caller: TokenRecord | undefined, resource: Resource): Readonly<Record<string, string>> {
    const { limit, used, remaining, reset } = this.#figures(caller, resource);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-used': String(used),
      'x-ratelimit-resource': resource,
    };
  }

  /** Body of GET /rate_limit, which itself is free. */
  report(caller: TokenRecord | undefined): JsonObject {
    const core = this.#figures(caller, 'core');
    const idle = (limit: number) => ({ limit, used: 0, remaining: limit, reset: core.reset });
    const resources = {
      core,
      search: idle(30),
      graphql: this.#figures(caller, 'graphql'),
      integration_manifest: idle(5000),
      source_import: idle(100),
      actions_runner_registration: idle(10_000),
      scim: idle(15_000),
      dependency_snapshots: idle(100),
      code_search: idle(10),
      code_scanning_autofix: idle(10),
    };
    return { resources, rate: core };
  }

  #figures(caller: TokenRecord | undefined, resource: Resource) {
    const limit = this.#limit(caller);
    const { used, resetAt } = this.#window(caller, resource);
    return { limit, used, remaining: Math.max(0, limit - used), reset: Math.ceil(resetAt / 1000) };
  }

  #limit(caller: TokenRecord | undefined): number {
    if (caller === undefined) return 60;
    return caller.kind === 'app' ? this.#jobTokenPerHour : 5000;
  }

  #window(caller: TokenRecord | undefined, resource: Resource): Window {
    const key = `${resource} ${keyOf(caller)}`;
    const now = this.#clock.now().getTime();
    const known = this.#windows.get(key);
    if (known !== undefined && known.resetAt > now) return known;
    const fresh = { used: 0, resetAt: now + HOUR };
    this.#windows.set(key, fresh);
    return fresh;
  }
}

/** All tokens of one repository's jobs share a budget. */
function keyOf(caller: TokenRecord | undefined): string {
  if (caller === undefined) return 'nobody';
  return caller.kind === 'app' ? `repository ${caller.repositoryId}` : `user ${caller.user.id}`;
}

/** The secondary limit as recorded: 403, requests remaining, and a Retry-After only where one is given. */
export function secondaryLimit(retryAfterSeconds?: number): ApiError {
  return new ApiError(403, SECONDARY_MESSAGE, {
    docs: SECONDARY_DOCS,
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  });
}
