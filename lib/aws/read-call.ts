import { actionErrors } from '../action/action-errors.ts';
import { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import type { ActionDeps } from '../action/types.ts';
import { refusalOf, THROTTLING } from './aws-error.ts';
import { isPassing } from './sdk-error.ts';

export type AwsDeps = Pick<ActionDeps, 'clock' | 'log' | 'signal' | 'mask'> & {
  /** Told of each request that goes out, by the name of its call. */
  readonly onCall?: (name: string) => void;
};

/** What a read of an account gives. What was read before a failure is not given: a part of a list proves nothing. */
export type AwsAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** One answer is waited for this long, a call with all its attempts for the deadline. */
const ANSWER_MS = 20_000;
const DEADLINE_MS = 90_000;
const ATTEMPTS = 6;
/** At 200 entries and more a page, no account has as many; a service that repeats itself would never end. */
const MOST_PAGES = 500;

/** Throttling, faults that EC2 itself calls temporary, and those of SSM. */
const PASSING: ReadonlySet<string> = new Set([
  ...THROTTLING,
  'InternalError',
  'InternalFailure',
  'InternalServerError',
  'ServerException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'TooManyUpdates',
  'Unavailable',
]);

/** One call with retries; failures become reasons. @param name for the log, such as `EC2 DescribeVpcs` */
export async function readAws<T>(
  name: string,
  request: (signal: AbortSignal) => Promise<T>,
  deps: AwsDeps,
): Promise<AwsAnswer<T>> {
  try {
    const call = (): Promise<T> => {
      deps.onCall?.(name);
      return request(AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]));
    };
    const value = await retry(name, call, {
      ...deps,
      attempts: ATTEMPTS,
      deadlineMs: DEADLINE_MS,
      isRetryable: (error) => isPassing(error, PASSING),
    });
    return { ok: true, value };
  } catch (error) {
    deps.signal.throwIfAborted();
    return { ok: false, reason: reasonOf(name, error) };
  }
}

export interface Page<T> {
  readonly items: readonly T[] | undefined;
  readonly next: string | undefined;
}

/** All pages of a list. Without an end, or without a list in the answer, the whole is not known. */
export async function readAllPages<T>(
  name: string,
  request: (token: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  deps: AwsDeps,
): Promise<AwsAnswer<readonly T[]>> {
  const items: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  for (let count = 1; count <= MOST_PAGES; count += 1) {
    const page = await readAws(name, (signal) => request(token, signal), deps);
    if (!page.ok) return page;
    items.push(...(page.value.items ?? []));
    token = page.value.next;
    if (token === undefined || token === '') return { ok: true, value: items };
    if (seen.has(token)) break;
    seen.add(token);
  }
  return { ok: false, reason: `${name} gave pages without an end` };
}

function reasonOf(name: string, error: unknown): string {
  if (error instanceof ActionError) {
    return error.code === actionErrors.EHA1010('').code ? error.message : `${error.code}: ${error.message}`;
  }
  return refusalOf(name, error).reason;
}
