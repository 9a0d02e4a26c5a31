import type { AzureEnvironment } from '../action/azure-environment.ts';
import { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import { type AzureDeps, createAzureCredential } from './credential.ts';

/** What a read gives; `status` is the HTTP status of a refusal, 0 where there was no answer. */
export type ArmAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly status: number };

/** An object of Azure Resource Manager as it comes, unchecked. */
export type ArmObject = Readonly<Record<string, unknown>>;

/**
 * Read-only door to Azure Resource Manager for calls that need no SDK: generic lists and objects of any type. Retries;
 * a failure is an answer with a reason.
 */
export interface ArmRest {
  /** @param path from the slash on, with `api-version` and other parameters */
  get(name: string, path: string): Promise<ArmAnswer<ArmObject>>;
  /** All pages of a list with `value` and `nextLink`. */
  list(name: string, path: string): Promise<ArmAnswer<readonly ArmObject[]>>;
}

const ATTEMPTS = 6;
const DEADLINE_MS = 120_000;
const ANSWER_MS = 30_000;
const MOST_PAGES = 1000;

/** A refusal, or an answer that is none. */
export class ArmFailure extends Error {
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  /** The error code of ARM; empty where it gave none. */
  readonly code: string;
  constructor(status: number, message: string, retryAfterMs?: number, code = '') {
    super(message);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.code = code;
  }
}

export type ArmDeps = AzureDeps & {
  /** Told of each request that goes out, by the name of its call. */
  readonly onCall?: (name: string) => void;
};

export interface ArmResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * One request, with the token of the job.
 * @param body JSON
 * @throws ArmFailure for a refusal; what `fetch` throws when nobody answers
 */
export type SendToArm = (name: string, method: string, url: string, body?: string) => Promise<ArmResponse>;

/** Credentials as for every door to Azure. */
export function createArmRest(subscriptionId: string, environment: AzureEnvironment, deps: ArmDeps): ArmRest {
  return armRestOver(createSendToArm(subscriptionId, environment, deps), environment, deps);
}

export function armRestOver(send: SendToArm, { endpoint }: AzureEnvironment, deps: ArmDeps): ArmRest {
  const call = (name: string, url: string): Promise<ArmAnswer<ArmObject>> => request(name, url, send, deps);
  return {
    get: (name, path) => call(name, `${endpoint}${path}`),
    list: (name, path) => readPages(name, `${endpoint}${path}`, endpoint, call),
  };
}

export function createSendToArm(
  subscriptionId: string,
  environment: AzureEnvironment,
  deps: ArmDeps,
): SendToArm {
  const credential = createAzureCredential(environment, subscriptionId, deps);
  return async (name, method, url, body) => {
    const given = await credential.getToken(`${environment.endpoint}/.default`);
    if (given === null) throw new ArmFailure(401, 'there is no token');
    const authorization = `Bearer ${given.token}`;
    deps.onCall?.(name);
    const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]);
    const written = body === undefined ? {} : { body };
    const headers = {
      authorization,
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const response = await fetch(url, { method, headers, signal, redirect: 'error', ...written });
    const text = await response.text();
    if (!response.ok) throw failureOf(response, text);
    return { status: response.status, headers: response.headers, text };
  };
}

async function request(
  name: string,
  url: string,
  send: SendToArm,
  deps: ArmDeps,
): Promise<ArmAnswer<ArmObject>> {
  try {
    const value = await retry(name, async () => asObject((await send(name, 'GET', url)).text), {
      ...deps,
      attempts: ATTEMPTS,
      deadlineMs: DEADLINE_MS,
      isRetryable,
      retryAfterMs,
    });
    return { ok: true, value };
  } catch (error) {
    return refusalOf(name, error, deps);
  }
}

/** A failure as an answer; a cancellation is thrown on. */
export function refusalOf(name: string, error: unknown, { signal }: ArmDeps): ArmAnswer<never> {
  signal.throwIfAborted();
  // What gave up after its attempts has the last failure as its cause.
  const last = error instanceof ActionError && error.cause instanceof ArmFailure ? error.cause : error;
  return { ok: false, status: last instanceof ArmFailure ? last.status : 0, reason: reasonOf(name, error) };
}

/** @throws ArmFailure when it is no JSON object */
export function asObject(text: string): ArmObject {
  const value = parsed(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as ArmObject;
  throw new ArmFailure(0, 'the answer is not an object');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureOf(response: Response, text: string): ArmFailure {
  // ARM gives seconds.
  const seconds = Number(response.headers.get('retry-after'));
  const wait = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
  return readFailure(response.status, text, wait);
}

/** The `error` of a body. A proxy's page says nothing that helps. */
export function readFailure(status: number, text: string, wait?: number): ArmFailure {
  const { error } = (parsed(text) ?? {}) as {
    readonly error?: { readonly code?: string; readonly message?: string };
  };
  if (error?.code === undefined) return new ArmFailure(status, `the answer had status ${status}`, wait);
  const said = `${error.code}: ${(error.message ?? '').split('\n')[0] ?? ''}`;
  return new ArmFailure(status, said, wait, error.code);
}

export function isRetryable(error: unknown): boolean {
  if (error instanceof ActionError) return false;
  if (!(error instanceof ArmFailure)) return true;
  return error.status === 429 || error.status === 408 || error.status >= 500;
}

export function retryAfterMs(error: unknown): number | undefined {
  return error instanceof ArmFailure ? error.retryAfterMs : undefined;
}

function reasonOf(name: string, error: unknown): string {
  if (error instanceof ActionError) return error.message;
  const said = error instanceof Error ? error.message : String(error);
  const denied = error instanceof ArmFailure && (error.status === 401 || error.status === 403);
  return denied ? `${name} was denied (${said})` : `${name} failed (${said})`;
}

async function readPages(
  name: string,
  first: string,
  endpoint: string,
  call: (name: string, url: string) => Promise<ArmAnswer<ArmObject>>,
): Promise<ArmAnswer<readonly ArmObject[]>> {
  const items: ArmObject[] = [];
  const seen = new Set<string>();
  let url = first;
  for (let count = 1; count <= MOST_PAGES; count += 1) {
    seen.add(url);
    const page = await call(name, url);
    if (!page.ok) return page;
    const { value, nextLink } = page.value;
    if (!Array.isArray(value)) return { ok: false, status: 0, reason: `${name} answered without a list` };
    items.push(...(value as readonly ArmObject[]));
    if (typeof nextLink !== 'string' || nextLink === '') return { ok: true, value: items };
    // The token goes along, so the next page has to be where the first one was.
    if (!URL.canParse(nextLink) || new URL(nextLink).origin !== new URL(endpoint).origin) {
      return { ok: false, status: 0, reason: `${name} gave a next page on another host` };
    }
    if (seen.has(nextLink)) break;
    url = nextLink;
  }
  return { ok: false, status: 0, reason: `${name} gave pages without an end` };
}
