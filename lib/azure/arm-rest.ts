import type { TokenCredential } from '@azure/core-auth';
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
/** A token is renewed when it has less left than this. */
const LEAST_LEFT_MS = 120_000;

class ArmFailure extends Error {
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  constructor(status: number, message: string, retryAfterMs?: number) {
    super(message);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Credentials as for every door to Azure. */
export function createArmRest(
  subscriptionId: string,
  environment: AzureEnvironment,
  deps: AzureDeps,
): ArmRest {
  const token = tokens(createAzureCredential(environment, subscriptionId, deps), environment, deps);
  const call = (name: string, url: string): Promise<ArmAnswer<ArmObject>> => request(name, url, token, deps);
  return {
    get: (name, path) => call(name, `${environment.endpoint}${path}`),
    list: (name, path) => readPages(name, `${environment.endpoint}${path}`, environment.endpoint, call),
  };
}

function tokens(credential: TokenCredential, { endpoint }: AzureEnvironment, { clock }: AzureDeps) {
  let kept: { readonly token: string; readonly expires: number } | undefined;
  return async (): Promise<string> => {
    if (kept === undefined || kept.expires - clock.now() < LEAST_LEFT_MS) {
      const given = await credential.getToken(`${endpoint}/.default`);
      if (given === null) throw new ArmFailure(401, 'there is no token');
      kept = { token: given.token, expires: given.expiresOnTimestamp };
    }
    return kept.token;
  };
}

async function request(
  name: string,
  url: string,
  token: () => Promise<string>,
  deps: AzureDeps,
): Promise<ArmAnswer<ArmObject>> {
  let status = 0;
  try {
    const value = await retry(
      name,
      async () => {
        const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]);
        const headers = { authorization: `Bearer ${await token()}`, accept: 'application/json' };
        const response = await fetch(url, { headers, signal, redirect: 'error' });
        const text = await response.text();
        if (!response.ok) throw failureOf(response, text);
        return asObject(text);
      },
      { ...deps, attempts: ATTEMPTS, deadlineMs: DEADLINE_MS, isRetryable, retryAfterMs },
    );
    return { ok: true, value };
  } catch (error) {
    deps.signal.throwIfAborted();
    if (error instanceof ArmFailure) status = error.status;
    return { ok: false, status, reason: reasonOf(name, error) };
  }
}

function asObject(text: string): ArmObject {
  const value = JSON.parse(text) as unknown;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as ArmObject;
  throw new ArmFailure(0, 'the answer is not an object');
}

function failureOf(response: Response, text: string): ArmFailure {
  // ARM gives seconds.
  const seconds = Number(response.headers.get('retry-after'));
  const wait = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
  return new ArmFailure(response.status, refusalText(text, response.status), wait);
}

function refusalText(text: string, status: number): string {
  try {
    const { error } = JSON.parse(text) as {
      readonly error?: { readonly code?: string; readonly message?: string };
    };
    if (error?.code !== undefined) return `${error.code}: ${(error.message ?? '').split('\n')[0] ?? ''}`;
  } catch {
    // A proxy's page says nothing that helps.
  }
  return `the answer had status ${status}`;
}

function isRetryable(error: unknown): boolean {
  if (error instanceof ActionError || error instanceof SyntaxError) return false;
  if (!(error instanceof ArmFailure)) return true;
  return error.status === 429 || error.status === 408 || error.status >= 500;
}

function retryAfterMs(error: unknown): number | undefined {
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
