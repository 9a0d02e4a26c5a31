import { type AwsAnswer, type AwsDeps, readAws } from './read-call.ts';

/** Who the job is to AWS. */
export interface Caller {
  readonly account: string;
  /** Of the session: `arn:aws:sts::…:assumed-role/<role>/<session>` for a role. */
  readonly arn: string;
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  readonly partition: string;
  /** Name of the role without its path, which a session does not tell; undefined for a user. */
  readonly roleName: string | undefined;
}

const SESSION = /^arn:[a-z-]+:sts::[0-9]{12}:assumed-role\/([^/]+)\//;

/** Reads the identity behind the credentials (`AWS_ENDPOINT_URL_STS`). Needs no right. Loads the SDK. */
export async function readCaller(region: string, deps: AwsDeps): Promise<AwsAnswer<Caller>> {
  const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient({ region, maxAttempts: 1 });
  const answer = await readAws(
    'STS GetCallerIdentity',
    (abortSignal) => client.send(new GetCallerIdentityCommand({}), { abortSignal }),
    deps,
  );
  if (!answer.ok) return answer;
  const { Account: account, Arn: arn } = answer.value;
  if (account === undefined || arn === undefined) {
    return { ok: false, reason: 'STS GetCallerIdentity answered without an identity' };
  }
  return {
    ok: true,
    value: { account, arn, partition: arn.split(':')[1] ?? 'aws', roleName: SESSION.exec(arn)?.[1] },
  };
}
