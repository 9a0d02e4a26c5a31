import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as Sdk from '@aws-sdk/client-secrets-manager';
import { describeAwsError } from './aws-error.ts';
import { type AwsAnswer, type AwsDeps, readAws } from './read-call.ts';

type Tags = Readonly<Record<string, string>>;

export interface StoredSecret {
  readonly arn: string;
  readonly tags: Tags;
}

export interface SecretText {
  readonly name: string;
  readonly description: string;
  /** The secret itself. */
  readonly text: string;
  readonly tags: Tags;
  /** UUID; the same one for a repeated call, which then changes nothing twice. */
  readonly token: string;
}

/** Door to secrets of AWS Secrets Manager. Values are written and never read. */
export interface SecretsManagerDoor {
  /** Null when there is none, or it is scheduled for deletion. */
  describe(name: string): Promise<AwsAnswer<StoredSecret | null>>;
  /** Creates the secret, or gives the one of that name this value and these tags. Gives its ARN. */
  put(secret: SecretText): Promise<AwsAnswer<string>>;
  /** At once and for good; `gone` when there was none. */
  remove(name: string): Promise<AwsAnswer<'deleted' | 'gone'>>;
}

/** Loads the SDK (`AWS_ENDPOINT_URL_SECRETS_MANAGER`). */
export async function createSecretsManagerDoor(region: string, deps: AwsDeps): Promise<SecretsManagerDoor> {
  const sdk = await import('@aws-sdk/client-secrets-manager');
  const client = new sdk.SecretsManagerClient({ region, maxAttempts: 1 });
  return {
    describe: (name) =>
      readAws('Secrets Manager DescribeSecret', (signal) => describe(sdk, client, name, signal), deps),
    put: (secret) =>
      readAws('Secrets Manager CreateSecret', (signal) => putSecret(sdk, client, secret, signal), deps),
    remove: (SecretId) =>
      readAws(
        'Secrets Manager DeleteSecret',
        async (abortSignal): Promise<'deleted' | 'gone'> => {
          try {
            await client.send(new sdk.DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }), {
              abortSignal,
            });
            return 'deleted';
          } catch (error) {
            if (isMissing(error)) return 'gone';
            throw error;
          }
        },
        deps,
      ),
  };
}

async function describe(
  sdk: typeof Sdk,
  client: SecretsManagerClient,
  SecretId: string,
  abortSignal: AbortSignal,
): Promise<StoredSecret | null> {
  try {
    const answer = await client.send(new sdk.DescribeSecretCommand({ SecretId }), { abortSignal });
    if (answer.DeletedDate !== undefined) return null;
    const tags = (answer.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''] as const);
    return { arn: answer.ARN ?? '', tags: Object.fromEntries(tags) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return describeAwsError(error).name === 'ResourceNotFoundException';
}

async function putSecret(
  sdk: typeof Sdk,
  client: SecretsManagerClient,
  { name, description, text, tags, token }: SecretText,
  abortSignal: AbortSignal,
): Promise<string> {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const SecretString = text;
  try {
    const input = { Name: name, Description: description, SecretString, Tags, ClientRequestToken: token };
    const { ARN = name } = await client.send(new sdk.CreateSecretCommand(input), { abortSignal });
    return ARN;
  } catch (error) {
    const known = describeAwsError(error);
    const isScheduled = known.name === 'InvalidRequestException' && /deletion/i.test(known.message);
    if (isScheduled) await client.send(new sdk.RestoreSecretCommand({ SecretId: name }), { abortSignal });
    else if (known.name !== 'ResourceExistsException') throw error;
  }
  // Tags first: whoever finds the new value can tell whose it is.
  await client.send(new sdk.TagResourceCommand({ SecretId: name, Tags }), { abortSignal });
  const { ARN = name } = await client.send(
    new sdk.PutSecretValueCommand({ SecretId: name, SecretString, ClientRequestToken: token }),
    { abortSignal },
  );
  return ARN;
}
