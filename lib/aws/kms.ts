import type { KMSClient } from '@aws-sdk/client-kms';
import type { ActionError } from '../action/errors.ts';
import { retry } from '../action/retry.ts';
import type { ActionDeps } from '../action/types.ts';
import { bundleErrors } from '../terraform/bundle-errors.ts';
import type { DataKeyService } from '../terraform/bundle-key.ts';
import { describeSdkError, isPassing, isWithoutCredentials, sdkErrorText } from './sdk-error.ts';

export type KmsDeps = Pick<ActionDeps, 'clock' | 'log' | 'signal'>;

/** A KMS key or alias, in any partition; KMS keys live in one region, which the ARN names. */
const KEY_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):[0-9]{12}:(?:key|alias)\/[A-Za-z0-9/_-]{1,256}$/;

/** Whether a text is the ARN of a KMS key or of an alias. */
export function isKeyArn(text: string): boolean {
  return KEY_ARN.test(text);
}

/** One answer is waited for this long, a call with all its attempts for the deadline. KMS answers in milliseconds. */
const ANSWER_MS = 10_000;
const DEADLINE_MS = 60_000;
const ATTEMPTS = 6;
const DATA_KEY_BYTES = 32;

/** From the "Errors" of GenerateDataKey and Decrypt in the AWS KMS API Reference: these may pass by themselves. */
const PASSING: ReadonlySet<string> = new Set([
  'DependencyTimeoutException',
  'KeyUnavailableException',
  'KMSInternalException',
  'ThrottlingException',
  'LimitExceededException',
]);
/** The wrapped key was made under another key or for another context, or was altered. */
const WRONG_KEY: ReadonlySet<string> = new Set([
  'InvalidCiphertextException',
  'IncorrectKeyException',
  'IncorrectKeyMaterialException',
]);

/**
 * The door to one key of AWS KMS. Credentials come as the AWS SDK finds them in the environment; an endpoint set there
 * (`AWS_ENDPOINT_URL`) is honoured. The SDK is loaded by the first call.
 * @param keyArn of a symmetric encryption key or its alias; check it with {@link isKeyArn} when inputs are read
 * @throws from its calls EHA1268 when KMS cannot be asked, EHA1269 when it refuses, EHA1265 for a key wrapped elsewhere
 */
export function createKmsDataKeys(keyArn: string, deps: KmsDeps): DataKeyService {
  const region = KEY_ARN.exec(keyArn)?.[1];
  if (region === undefined) throw new TypeError('Not the ARN of a KMS key.');
  let loaded: Promise<KMSClient> | undefined;
  const client = async (): Promise<KMSClient> => {
    const { KMSClient: Client } = await import('@aws-sdk/client-kms');
    // Retries are made and told here, so the SDK makes none of its own.
    return new Client({ region, maxAttempts: 1 });
  };
  const call: Call = async (name, request) => {
    loaded ??= client();
    const kms = await loaded;
    return withRetry(name, (signal) => request(kms, signal), deps);
  };
  return {
    keyArn,
    generate: (context) => generate(call, keyArn, context),
    unwrap: (wrapped, context) => unwrap(call, keyArn, wrapped, context),
  };
}

type Context = Readonly<Record<string, string>>;
type Call = <T>(name: string, request: (client: KMSClient, signal: AbortSignal) => Promise<T>) => Promise<T>;

async function generate(
  call: Call,
  keyArn: string,
  context: Context,
): Promise<{ plain: Uint8Array; wrapped: Uint8Array }> {
  const { GenerateDataKeyCommand } = await import('@aws-sdk/client-kms');
  const answer = await call('AWS KMS GenerateDataKey', (client, abortSignal) =>
    client.send(
      new GenerateDataKeyCommand({
        KeyId: keyArn,
        NumberOfBytes: DATA_KEY_BYTES,
        EncryptionContext: { ...context },
      }),
      { abortSignal },
    ),
  );
  const plain = checkKey(answer.Plaintext);
  if (answer.CiphertextBlob === undefined)
    throw bundleErrors.EHA1268('AWS KMS gave a data key without its wrapped form.');
  return { plain, wrapped: answer.CiphertextBlob };
}

async function unwrap(
  call: Call,
  keyArn: string,
  wrapped: Uint8Array,
  context: Context,
): Promise<Uint8Array> {
  const { DecryptCommand } = await import('@aws-sdk/client-kms');
  const answer = await call('AWS KMS Decrypt', (client, abortSignal) =>
    client.send(
      new DecryptCommand({ KeyId: keyArn, CiphertextBlob: wrapped, EncryptionContext: { ...context } }),
      { abortSignal },
    ),
  );
  return checkKey(answer.Plaintext);
}

function checkKey(key: Uint8Array | undefined): Uint8Array {
  if (key?.length === DATA_KEY_BYTES) return key;
  throw bundleErrors.EHA1268(
    `AWS KMS gave a data key of ${key?.length ?? 0} bytes instead of ${DATA_KEY_BYTES}.`,
  );
}

async function withRetry<T>(
  name: string,
  request: (signal: AbortSignal) => Promise<T>,
  deps: KmsDeps,
): Promise<T> {
  let last: unknown;
  try {
    return await retry(
      name,
      async () => {
        try {
          return await request(AbortSignal.any([deps.signal, AbortSignal.timeout(ANSWER_MS)]));
        } catch (error) {
          last = error;
          throw error;
        }
      },
      { ...deps, attempts: ATTEMPTS, deadlineMs: DEADLINE_MS, isRetryable },
    );
  } catch (error) {
    deps.signal.throwIfAborted();
    throw asCodedError(name, last ?? error, error);
  }
}

function isRetryable(error: unknown): boolean {
  return isPassing(error, PASSING);
}

function asCodedError(name: string, last: unknown, gaveUp: unknown): ActionError {
  const { name: type, message, status } = describeSdkError(last);
  const said = sdkErrorText(last);
  if (WRONG_KEY.has(type)) {
    return bundleErrors.EHA1265(
      `${name} could not unwrap the key of the plan bundle (${type}): it was wrapped under another key or for another provenance, or was altered.`,
    );
  }
  if (isWithoutCredentials(last)) {
    return bundleErrors.EHA1268(`${name} needs AWS credentials, and the job has none: ${message}`);
  }
  if (status >= 400 && status < 500 && !isRetryable(last)) {
    return bundleErrors.EHA1269(`${name} was refused: ${said}`);
  }
  return bundleErrors.EHA1268(gaveUp instanceof Error ? gaveUp.message : `${name} failed: ${said}`, {
    cause: last,
  });
}
