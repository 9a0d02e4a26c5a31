import type { AzureDeps } from './credential.ts';

/** Where the secrets of one vault are, and what their tokens are for. */
export interface VaultTarget {
  /** Without a slash at the end. */
  readonly base: string;
  readonly scope: string;
}

/** `SecretBundle` and `DeletedSecretBundle` as far as they are used. Never with the value. */
export interface VaultAnswerBody {
  readonly id?: unknown;
  readonly tags?: Readonly<Record<string, string>>;
  readonly attributes?: { readonly exp?: unknown; readonly recoveryLevel?: unknown };
}

/** A refusal; `code` is the inner error's where there is one, for it tells refusals for lack of rights apart. */
export class VaultFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, code: string, message: string, retryAfterMs: number | undefined) {
    super(`${code}: ${message}`);
    this.name = 'VaultFailure';
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Whether the name belongs to a secret that is deleted but not purged. */
export function isTaken(error: unknown): boolean {
  return (
    error instanceof VaultFailure && error.status === 409 && error.code === 'ObjectIsDeletedButRecoverable'
  );
}

const API_VERSION = '7.4';
const ANSWER_MS = 20_000;

/**
 * One request. Source: https://learn.microsoft.com/rest/api/keyvault/secrets (7.4).
 * @throws VaultFailure for an answer that is a refusal; whatever `fetch` throws when nobody answers
 */
export async function callVault(
  { base, scope }: VaultTarget,
  token: (scope: string) => Promise<string>,
  request: { readonly method: string; readonly path: string; readonly body: object | undefined },
  deps: AzureDeps,
): Promise<VaultAnswerBody> {
  const response = await fetch(`${base}/${request.path}?api-version=${API_VERSION}`, {
    method: request.method,
    headers: {
      authorization: `Bearer ${await token(scope)}`,
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    signal: AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]),
    redirect: 'error',
  });
  const text = await response.text();
  if (response.ok) return withoutValue(text, deps);
  throw refusal(response, text);
}

/** The value is masked, and the texts inside it too where it is JSON, before anything can be done with it. */
function withoutValue(text: string, { mask }: AzureDeps): VaultAnswerBody {
  if (text === '') return {};
  const { value, ...rest } = JSON.parse(text) as VaultAnswerBody & { readonly value?: unknown };
  if (typeof value !== 'string' || value === '') return rest;
  const code = /"activationCode"\s*:\s*"([^"\\]+)"/.exec(value)?.[1];
  if (code !== undefined) mask(code);
  mask(value);
  return rest;
}

function refusal(response: Response, text: string): VaultFailure {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
  try {
    const { error } = JSON.parse(text) as {
      error?: { code?: string; message?: string; innererror?: { code?: string } };
    };
    const code = error?.innererror?.code ?? error?.code ?? `status ${response.status}`;
    const message = (error?.message ?? '').split(/\r?\n/)[0] ?? '';
    return new VaultFailure(response.status, code, message, retryAfterMs);
  } catch {
    return new VaultFailure(
      response.status,
      `status ${response.status}`,
      'the answer is no JSON',
      retryAfterMs,
    );
  }
}
