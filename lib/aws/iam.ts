import type * as Sdk from '@aws-sdk/client-iam';
import { describeAwsError } from './aws-error.ts';
import { type AwsAnswer, type AwsDeps, readAws } from './read-call.ts';

export interface Role {
  readonly arn: string;
  readonly name: string;
  /** JSON; IAM sends it URL-encoded. */
  readonly trustPolicy: string;
}

export interface PassRoleQuestion {
  /** ARN of the role or user that would pass it. */
  readonly principalArn: string;
  readonly roleArn: string;
  /** `ssm.amazonaws.com`. */
  readonly service: string;
}

/** Read-only door to IAM, which is the same in every region of a partition. */
export interface IamReader {
  /** Null when there is no role of that name. */
  role(name: string): Promise<AwsAnswer<Role | null>>;
  /**
   * What the simulator of IAM says of `iam:PassRole`; it knows neither service control policies of the organisation nor
   * conditions on anything but the service, so a yes is no promise.
   */
  mayPassRole(question: PassRoleQuestion): Promise<AwsAnswer<boolean>>;
}

/** Loads the SDK (`AWS_ENDPOINT_URL_IAM`). */
export async function createIamReader(region: string, deps: AwsDeps): Promise<IamReader> {
  const sdk = await import('@aws-sdk/client-iam');
  const client = new sdk.IAMClient({ region, maxAttempts: 1 });
  return {
    role: (name) => readAws('IAM GetRole', (signal) => getRole(sdk, client, name, signal), deps),
    mayPassRole: async (question) => {
      const command = passRoleCommand(sdk, question);
      const answer = await readAws(
        'IAM SimulatePrincipalPolicy',
        (abortSignal) => client.send(command, { abortSignal }),
        deps,
      );
      if (!answer.ok) return answer;
      const decision = answer.value.EvaluationResults?.[0]?.EvalDecision;
      if (decision === undefined) {
        return { ok: false, reason: 'IAM SimulatePrincipalPolicy answered without a decision' };
      }
      return { ok: true, value: decision === 'allowed' };
    },
  };
}

async function getRole(
  sdk: typeof Sdk,
  client: Sdk.IAMClient,
  name: string,
  abortSignal: AbortSignal,
): Promise<Role | null> {
  try {
    const { Role: role } = await client.send(new sdk.GetRoleCommand({ RoleName: name }), { abortSignal });
    return {
      arn: role?.Arn ?? '',
      name: role?.RoleName ?? name,
      trustPolicy: decodeURIComponent(role?.AssumeRolePolicyDocument ?? ''),
    };
  } catch (error) {
    if (describeAwsError(error).name.startsWith('NoSuchEntity')) return null;
    throw error;
  }
}

function passRoleCommand(sdk: typeof Sdk, { principalArn, roleArn, service }: PassRoleQuestion) {
  return new sdk.SimulatePrincipalPolicyCommand({
    PolicySourceArn: principalArn,
    ActionNames: ['iam:PassRole'],
    ResourceArns: [roleArn],
    ContextEntries: [
      { ContextKeyName: 'iam:PassedToService', ContextKeyValues: [service], ContextKeyType: 'string' },
    ],
  });
}
