import { actionErrors } from '../action/action-errors.ts';
import { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import { kubernetesErrors } from './errors.ts';
import { type HttpCall, readText, type Send } from './http.ts';
import { type KubernetesRefusal, refusalOf } from './status.ts';
import type { KubernetesDeps } from './types.ts';

const ANSWER_MS = 30_000;
const DEADLINE_MS = 120_000;
const ATTEMPTS = 6;
/** What `retry` throws when it gives up. */
const GAVE_UP = actionErrors.EHA1010('').code;

export interface CallOptions {
  /** Whether doing it twice is as good as once. When not, only what was surely not done is tried again. */
  readonly repeatable: boolean;
  /** Refusals that are answers to the caller: neither retried nor reworded. */
  readonly isAnswer?: (refusal: KubernetesRefusal) => boolean;
}

/** Sends a call with retries and gives its body; failures have codes, except refusals that are answers. */
export type Call = (what: string, call: HttpCall, options: CallOptions) => Promise<string>;

/** Faults of a connection as Node names them; ours for an answer that took too long. */
const CONNECTION =
  /^(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ECONNABORTED)$/;
/** Before these, nothing has been sent. */
const UNSENT = /^(?:ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** From Node's "X509 certificate error codes". */
const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_)/;

/** @param server named in messages */
export function createCall(server: string, send: Send, deps: KubernetesDeps): Call {
  return async (what, call, options) => {
    const name = `Kubernetes ${what}`;
    // A token can be refused because it was made in the last second of the credentials behind it: one new one is tried.
    let anew = false;
    const attempt = async (): Promise<string> => {
      deps.onCall?.(name);
      const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]);
      try {
        return await readText(await send(call, signal, anew));
      } catch (error) {
        if (anew || refusalOf(error)?.status !== 401) throw error;
        anew = true;
        return readText(await send(call, signal, true));
      }
    };
    try {
      return await retry(name, attempt, {
        ...deps,
        attempts: ATTEMPTS,
        deadlineMs: DEADLINE_MS,
        isRetryable: (error) => isRetryable(error, options),
        retryAfterMs: (error) => refusalOf(error)?.retryAfterMs,
      });
    } catch (error) {
      deps.signal.throwIfAborted();
      const refusal = refusalOf(error);
      if (refusal !== undefined && options.isAnswer?.(refusal) === true) throw refusal;
      throw codedError(name, server, error);
    }
  };
}

function isRetryable(error: unknown, { repeatable, isAnswer }: CallOptions): boolean {
  const refusal = refusalOf(error);
  if (refusal !== undefined) {
    if (isAnswer?.(refusal) === true) return false;
    // Throttling comes before the work.
    if (refusal.status === 429) return true;
    return repeatable && refusal.status >= 500;
  }
  return isConnectionFault(error, repeatable ? CONNECTION : UNSENT) || (repeatable && isTimeout(error));
}

/** Whether nobody answered, as opposed to somebody who refused. */
export function isConnectionFault(error: unknown, codes = CONNECTION): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  return (typeof code === 'string' && codes.test(code)) || (codes === CONNECTION && message === 'aborted');
}

function isTimeout(error: unknown): boolean {
  const { name } = (error ?? {}) as { readonly name?: unknown };
  return name === 'AbortError' || name === 'TimeoutError';
}

/** What was thrown, as an error of the table. Coded errors, those of credentials for instance, stay. */
export function codedError(name: string, server: string, error: unknown): ActionError {
  const refusal = refusalOf(error);
  if (refusal !== undefined) return refusedError(name, refusal, error);
  const hasGivenUp = error instanceof ActionError && error.code === GAVE_UP;
  if (error instanceof ActionError && !hasGivenUp) return error;
  const cause = hasGivenUp ? error.cause : error;
  if (cause instanceof ActionError) return cause;
  const { code, message } = (cause ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string' && CERTIFICATE.test(code)) {
    return kubernetesErrors.EHA1505(
      `${name}: the certificate of ${server} is not trusted (${String(message)}).`,
      {
        cause: error,
      },
    );
  }
  if (hasGivenUp || isConnectionFault(error) || isTimeout(error) || code === 'ENOTFOUND') {
    const why = hasGivenUp ? error.message : `${name} failed: ${String(message)}`;
    return kubernetesErrors.EHA1504(`${server} does not answer. ${why}`, { cause: error });
  }
  return kubernetesErrors.EHA1509(`${name} failed: ${String(message ?? error)}`, { cause: error });
}

function refusedError(name: string, refusal: KubernetesRefusal, error: unknown): ActionError {
  const { status, message } = refusal;
  const options = { cause: refusal };
  if (status === 401) return kubernetesErrors.EHA1502(`${name} was refused: ${message}`, options);
  if (status === 403) return kubernetesErrors.EHA1503(`${name} was denied: ${message}`, options);
  if (status === 429 || status >= 500) {
    const tries = error instanceof ActionError ? error.message : `${name} failed: ${message}`;
    return kubernetesErrors.EHA1504(tries, options);
  }
  return kubernetesErrors.EHA1506(`${name} was refused (${status}): ${message}`, options);
}

/** Parses a JSON object. @throws EHA1509 */
export function parseObject(what: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw kubernetesErrors.EHA1509(`Kubernetes ${what} answered with something that is no JSON object.`);
}
