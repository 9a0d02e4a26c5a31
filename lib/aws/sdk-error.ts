/** What an error of the AWS SDK says, whatever realm it is of. */
export interface SdkError {
  /** The error code of the service, or the name of the SDK's own fault. */
  readonly name: string;
  readonly message: string;
  /** Of Node's connection faults. */
  readonly code: string;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
}

/** Missing parts are empty. */
export function describeSdkError(error: unknown): SdkError {
  const { name, message, code, $metadata } = (error ?? {}) as Readonly<Record<string, unknown>> & {
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    name: text(name),
    message: text(message),
    code: text(code),
    status: $metadata?.httpStatusCode ?? 0,
  };
}

/**
 * Faults of a connection, as Node and the SDK name them. The SDK wraps an error of another realm and keeps its name in
 * the message only ("AWS SDK error wrapper for TimeoutError: socket hang up").
 */
const CONNECTION = /\b(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|TimeoutError)\b/;

/** The SDK found no credentials, or those it found could not be turned into a session. */
const NO_CREDENTIALS = /^(?:CredentialsProviderError|TokenProviderError)$/;

export function isWithoutCredentials(error: unknown): boolean {
  return NO_CREDENTIALS.test(describeSdkError(error).name);
}

/** Whether a call may succeed when it is made again. @param passing codes of the service that pass by themselves */
export function isPassing(error: unknown, passing: ReadonlySet<string>): boolean {
  const { name, code, message, status } = describeSdkError(error);
  if (passing.has(name)) return true;
  // An answer of the service may quote anything in its message.
  if (status === 0 && CONNECTION.test(`${name} ${code} ${message}`)) return true;
  // Ours when the time for one answer was up: a cancellation is thrown on before this is asked.
  return name === 'AbortError' || status >= 500;
}

/** `AccessDenied: You may not.`, or the code alone where there is no message. */
export function sdkErrorText(error: unknown): string {
  const { name, message } = describeSdkError(error);
  return message === '' || message === 'UnknownError' ? name : `${name}: ${message}`;
}
