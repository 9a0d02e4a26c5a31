/** Calls to Azure Resource Manager through the SDKs: retries that are told, pages to the end. */
import { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import type { AzureDeps } from './credential.ts';

/** A list, or why it could not be read to its end. */
export type AzureAnswer<T> =
  { readonly ok: true; readonly value: readonly T[] } | { readonly ok: false; readonly reason: string };

const ATTEMPTS = 6;
const DEADLINE_MS = 120_000;
const ANSWER_MS = 30_000;
const MOST_PAGES = 1000;

/** The paged lists of the SDK, as far as they are used. */
export interface Pages<T> {
  byPage(settings?: { continuationToken?: string }): AsyncIterableIterator<T[]>;
}

/** All pages of a list, with retries; a failure is an answer with a reason. */
export async function readAll<T>(
  name: string,
  list: (abortSignal: AbortSignal) => Pages<T>,
  deps: AzureDeps,
): Promise<AzureAnswer<T>> {
  const value: T[] = [];
  const seen = new Set<string>();
  let continuationToken: string | undefined;
  try {
    for (let count = 1; count <= MOST_PAGES; count += 1) {
      const from = continuationToken === undefined ? {} : { continuationToken };
      const page = await readPage(name, list, from, deps);
      value.push(...(page ?? []));
      // The SDK puts the link to the next page on the list itself.
      continuationToken = (page as { continuationToken?: string } | undefined)?.continuationToken;
      if (continuationToken === undefined || continuationToken === '') return { ok: true, value };
      if (seen.has(continuationToken)) break;
      seen.add(continuationToken);
    }
    return { ok: false, reason: `${name} gave pages without an end` };
  } catch (error) {
    deps.signal.throwIfAborted();
    return { ok: false, reason: reasonOf(name, error) };
  }
}

/** A page that fails is asked for again from its own link, not from the start of the list. */
function readPage<T>(
  name: string,
  list: (abortSignal: AbortSignal) => Pages<T>,
  from: { continuationToken?: string },
  deps: AzureDeps,
): Promise<T[] | undefined> {
  return retry(
    name,
    async () => {
      const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]);
      const page: IteratorResult<T[], undefined> = await list(signal).byPage(from).next();
      return page.done === true ? undefined : page.value;
    },
    { ...deps, attempts: ATTEMPTS, deadlineMs: DEADLINE_MS, isRetryable, retryAfterMs },
  );
}

interface SdkError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfter: string | undefined;
}

function describe(error: unknown): SdkError {
  const { statusCode, code, message, response } = (error ?? {}) as {
    readonly statusCode?: number;
    readonly code?: string;
    readonly message?: string;
    readonly response?: { readonly headers?: { get?(name: string): string | undefined } };
  };
  return {
    status: statusCode ?? 0,
    code: code ?? '',
    message: (message ?? String(error)).split('\n')[0] ?? '',
    retryAfter: response?.headers?.get?.('retry-after'),
  };
}

const CONNECTION = /\b(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|REQUEST_SEND_ERROR)\b/;

/** Throttling, 5xx and faults of the connection. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof ActionError) return false;
  const { status, code, message } = describe(error);
  if (status === 0) return CONNECTION.test(`${code} ${message}`) || isTimeout(error);
  return status === 429 || status === 408 || status >= 500;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}

/** What ARM asks to wait, which it gives in seconds. */
export function retryAfterMs(error: unknown): number | undefined {
  const seconds = Number(describe(error).retryAfter);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

/** A failure in one sentence. */
export function reasonOf(name: string, error: unknown): string {
  if (error instanceof ActionError) return error.message;
  const { status, code, message } = describe(error);
  const said = code === '' ? message : `${code}: ${message}`;
  return status === 401 || status === 403 ? `${name} was denied (${said})` : `${name} failed (${said})`;
}
