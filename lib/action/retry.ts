import { actionErrors } from './action-errors.ts';
import { formatDuration } from './durations.ts';
import { ActionError } from './errors.ts';
import type { Clock, Logger } from './types.ts';

export interface RetryOptions {
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info'>;
  /** Ends a wait at once; the call itself has to listen on its own. */
  readonly signal?: AbortSignal;
  /** Which failures may pass by themselves (throttling, 5xx, resets). Anything else is thrown on as it is. */
  readonly isRetryable: (error: unknown) => boolean;
  /** What the service asked for, in milliseconds (`Retry-After`, `x-ms-retry-after-ms`, a rate limit's reset). */
  readonly retryAfterMs?: (error: unknown) => number | undefined;
  /** All attempts together, the first one included. Default 5. */
  readonly attempts?: number;
  /** Longest time from the first attempt to the last, waits included. Default 2 minutes. */
  readonly deadlineMs?: number;
  /** Upper bound of the first wait, doubled for each further one. Default 500. */
  readonly baseMs?: number;
  /** Upper bound of any computed wait; a longer `retryAfterMs` is honoured. Default 20 seconds. */
  readonly maximumMs?: number;
  /** From 0 to below 1. */
  readonly random?: () => number;
}

const DEFAULTS = { attempts: 5, deadlineMs: 120_000, baseMs: 500, maximumMs: 20_000, random: Math.random };

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function gaveUp(
  callName: string,
  error: unknown,
  attempt: number,
  elapsedMs: number,
  why: string,
): ActionError {
  const times = attempt === 1 ? 'once' : `${attempt} times`;
  return actionErrors.EHA1010(
    `${callName} failed ${times} over ${formatDuration(elapsedMs)}; ${why}. Last failure: ${reasonOf(error)}`,
    error instanceof ActionError ? { cause: error, remedy: error.remedy } : { cause: error },
  );
}

/**
 * Calls `call` until it succeeds, with exponential waits and full jitter (each wait is a random part of its bound, so
 * that jobs which failed together do not return together), never shorter than what the service asked for. Every wait
 * is logged with the name of the call. Gives up with EHA1010, which says how often and how long it was tried.
 */
export async function retry<T>(
  callName: string,
  call: (attempt: number) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { attempts, deadlineMs, baseMs, maximumMs, random } = { ...DEFAULTS, ...options };
  const { clock, log, signal } = options;
  const start = clock.now();
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await call(attempt);
    } catch (error) {
      signal?.throwIfAborted();
      if (!options.isRetryable(error)) throw error;
      const elapsed = clock.now() - start;
      if (attempt >= attempts) throw gaveUp(callName, error, attempt, elapsed, 'no attempt is left');
      const jitter = random() * Math.min(maximumMs, baseMs * 2 ** (attempt - 1));
      const wait = Math.ceil(Math.max(jitter, options.retryAfterMs?.(error) ?? 0));
      if (elapsed + wait > deadlineMs) {
        const why = `the next attempt in ${formatDuration(wait)} would pass the deadline of ${formatDuration(deadlineMs)}`;
        throw gaveUp(callName, error, attempt, elapsed, why);
      }
      log.info(
        `${callName}: attempt ${attempt} of ${attempts} failed (${reasonOf(error)}); again in ${formatDuration(wait)}.`,
      );
      await clock.sleep(wait, signal);
    }
  }
}
