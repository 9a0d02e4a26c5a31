import { codeOf } from './error-code.ts';

/** A download that failed for a reason that is not a refusal of ours: another attempt or another mirror may do. */
export class TransferError extends Error {
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  readonly mayPass: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    what: string,
    options: { status?: number; mayPass: boolean; retryAfterMs?: number | undefined; cause?: unknown },
  ) {
    super(what, { cause: options.cause });
    this.name = 'TransferError';
    this.status = options.status;
    this.mayPass = options.mayPass;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The mirror does not have the file. */
export function isMissing(error: unknown): boolean {
  return error instanceof TransferError && (error.status === 404 || error.status === 410);
}

/** Statuses after which the same request may succeed. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** From an answer other than 200. `Retry-After` in seconds or as a date. */
export function answerError(
  what: string,
  status: number,
  retryAfter: string | undefined,
  now: number,
): TransferError {
  const seconds = Number(retryAfter);
  const until = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter ?? '') - now;
  return new TransferError(`${what} answered with status ${status}`, {
    status,
    mayPass: PASSING.has(status),
    retryAfterMs: retryAfter !== undefined && until > 0 ? until : undefined,
  });
}

/** Reasons that another attempt does not remove: the name does not exist, or the certificate is not trusted. */
const LASTING = /^(?:ENOTFOUND|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_INVALID_)/;

/** From a failure of the connection. */
export function connectionError(what: string, cause: unknown): TransferError {
  const code = codeOf(cause);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new TransferError(`${what}: ${reason}${code === '' || reason.includes(code) ? '' : ` (${code})`}`, {
    mayPass: !LASTING.test(code),
    cause,
  });
}
