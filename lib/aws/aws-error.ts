/** What an error of the AWS SDK says about itself; texts are empty and the status 0 where it says nothing. */
export interface AwsErrorFacts {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly isThrottling: boolean;
}

/** Codes of throttling, from EC2's "Error codes for the Amazon EC2 API", and the common errors of EKS, IAM and SSM. */
const THROTTLING: ReadonlySet<string> = new Set([
  'RequestLimitExceeded',
  'RequestThrottled',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);
/** Services of the JSON protocol answer a denied call with status 400. */
const DENIED =
  /^(?:AccessDenied(?:Exception)?|UnauthorizedOperation|UnrecognizedClientException|InvalidClientTokenId|ExpiredToken(?:Exception)?)$/;
const NO_CREDENTIALS = /^(?:CredentialsProviderError|TokenProviderError)$/;

/** Reads an error of the SDK, of whatever realm. */
export function describeAwsError(error: unknown): AwsErrorFacts {
  const { name, message, code, $metadata } = (error ?? {}) as Readonly<Record<string, unknown>> & {
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    name: text(name),
    message: text(message),
    code: text(code),
    status: $metadata?.httpStatusCode ?? 0,
    isThrottling: THROTTLING.has(text(name)),
  };
}

/** A failure in words: who was asked, whether for lack of rights, and what the service said. */
export function refusalOf(
  name: string,
  error: unknown,
): { readonly reason: string; readonly isDenied: boolean } {
  const { name: type, message, status } = describeAwsError(error);
  if (NO_CREDENTIALS.test(type)) {
    return { reason: `${name} needs AWS credentials, and the job has none (${message})`, isDenied: true };
  }
  const said = message === '' || message === 'UnknownError' ? type : `${type}: ${message}`;
  const isDenied = status === 401 || status === 403 || DENIED.test(type);
  return { reason: `${name} ${isDenied ? 'was denied' : 'failed'} (${said})`, isDenied };
}

/** Whether a call that changes something surely changed nothing: the service answered and refused it. */
export function isNotMade(error: unknown): boolean {
  const { name, status } = describeAwsError(error);
  return NO_CREDENTIALS.test(name) || (status >= 400 && status < 500 && !name.startsWith('Internal'));
}
