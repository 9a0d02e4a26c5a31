import { ActionError } from '../action/errors.ts';

/** What the API server says in a `Status` object (meta/v1) when it refuses. */
export class KubernetesRefusal extends Error {
  /** HTTP status. */
  readonly status: number;
  /** `NotFound`, `Conflict`, `Expired`, …; empty when the answer was no Status. */
  readonly reason: string;
  /** Reasons of `details.causes`, such as `DisruptionBudget`. */
  readonly causes: readonly string[];
  /** Milliseconds that the server asks to wait; undefined when it does not. */
  readonly retryAfterMs: number | undefined;

  constructor(status: number, message: string, more: Partial<Omit<KubernetesRefusal, keyof Error>> = {}) {
    super(message);
    this.name = 'KubernetesRefusal';
    this.status = status;
    this.reason = more.reason ?? '';
    this.causes = more.causes ?? [];
    this.retryAfterMs = more.retryAfterMs;
  }
}

/** The refusal behind an error of a door; undefined for errors of another kind. */
export function refusalOf(error: unknown): KubernetesRefusal | undefined {
  if (error instanceof KubernetesRefusal) return error;
  return error instanceof ActionError ? refusalOf(error.cause) : undefined;
}

/** Reads the body of an answer that is an error. @param retryAfter value of the header, in seconds */
export function readRefusal(status: number, body: string, retryAfter: string | undefined): KubernetesRefusal {
  const seconds = Number(retryAfter);
  const retryAfterMs =
    retryAfter !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
  const said = parseStatus(body);
  if (said === undefined) {
    const text = body.trim().split('\n')[0]?.slice(0, 300) ?? '';
    return new KubernetesRefusal(status, text === '' ? `status ${status}` : text, { retryAfterMs });
  }
  const { message, reason, details } = said;
  const causes = (details?.causes ?? []).flatMap((cause) =>
    cause.reason === undefined ? [] : [cause.reason],
  );
  return new KubernetesRefusal(status, message ?? reason ?? `status ${status}`, {
    reason: reason ?? '',
    causes,
    retryAfterMs,
  });
}

interface StatusBody {
  readonly kind?: string;
  readonly message?: string;
  readonly reason?: string;
  readonly details?: { readonly causes?: readonly { readonly reason?: string }[] };
}

function parseStatus(body: string): StatusBody | undefined {
  try {
    const value = JSON.parse(body) as StatusBody | null;
    return value?.kind === 'Status' ? value : undefined;
  } catch {
    return undefined;
  }
}
