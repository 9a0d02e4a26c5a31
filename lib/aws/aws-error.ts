import { describeSdkError, isWithoutCredentials, type SdkError, sdkErrorText } from './sdk-error.ts';

/** What an error of the AWS SDK says about itself; texts are empty and the status 0 where it says nothing. */
export interface AwsErrorFacts extends SdkError {
  readonly isThrottling: boolean;
}

/** Codes of throttling, from EC2's "Error codes for the Amazon EC2 API", and the common errors of EKS, IAM and SSM. */
export const THROTTLING: ReadonlySet<string> = new Set([
  'RequestLimitExceeded',
  'RequestThrottled',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
]);
/** Services of the JSON protocol answer a denied call with status 400. */
const DENIED =
  /^(?:AccessDenied(?:Exception)?|UnauthorizedOperation|UnrecognizedClientException|InvalidClientTokenId|ExpiredToken(?:Exception)?)$/;

/** Reads an error of the SDK, of whatever realm. */
export function describeAwsError(error: unknown): AwsErrorFacts {
  const facts = describeSdkError(error);
  return { ...facts, isThrottling: THROTTLING.has(facts.name) };
}

/** A failure in words: who was asked, whether for lack of rights, and what the service said. */
export function refusalOf(
  name: string,
  error: unknown,
): { readonly reason: string; readonly isDenied: boolean } {
  const { name: type, message, status } = describeAwsError(error);
  if (isWithoutCredentials(error)) {
    return { reason: `${name} needs AWS credentials, and the job has none (${message})`, isDenied: true };
  }
  const isDenied = status === 401 || status === 403 || DENIED.test(type);
  return { reason: `${name} ${isDenied ? 'was denied' : 'failed'} (${sdkErrorText(error)})`, isDenied };
}

/** Whether a call that changes something surely changed nothing: the service answered and refused it. */
export function isNotMade(error: unknown): boolean {
  const { name, status } = describeAwsError(error);
  return isWithoutCredentials(error) || (status >= 400 && status < 500 && !name.startsWith('Internal'));
}
