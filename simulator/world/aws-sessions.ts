/** Sessions of AWS roles that the simulated STS gave out: which key belongs to whom, and until when. */
import { randomBytes } from 'node:crypto';
import { SIMULATED_CREDENTIAL } from '../terraform-provider/guard.ts';

/** Credentials as STS hands them out. No real AWS takes them: the key id says what they are. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** ISO 8601. */
  readonly expiration: string;
}

export interface AwsSession extends AwsCredentials {
  /** `arn:aws:sts::<account>:assumed-role/<role>/<session>`. */
  readonly arn: string;
  /** `AROA…:<session>`. */
  readonly userId: string;
}

/** Makes credentials that last for `seconds` from `now` on. */
export function simulatedCredentials(now: Date, seconds: number): AwsCredentials {
  const letters = [...randomBytes(7)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
  return {
    accessKeyId: `${SIMULATED_CREDENTIAL}${letters}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: `SIMULATED${randomBytes(150).toString('base64')}`,
    expiration: new Date(now.getTime() + seconds * 1000).toISOString(),
  };
}

export interface SessionRequest {
  /** ARN of a role, with its path. */
  readonly roleArn: string;
  readonly roleId: string;
  readonly sessionName: string;
  readonly now: Date;
  readonly seconds: number;
}

/** The sessions of one world. They are kept in memory alone: no file of a world holds a credential. */
export class AwsSessions {
  readonly #byKey = new Map<string, AwsSession>();

  open({ roleArn, roleId, sessionName, now, seconds }: SessionRequest): AwsSession {
    const [, partition = 'aws', , , account = '', resource = ''] = roleArn.split(':');
    const role = resource.split('/').at(-1) ?? '';
    const session = {
      ...simulatedCredentials(now, seconds),
      arn: `arn:${partition}:sts::${account}:assumed-role/${role}/${sessionName}`,
      userId: `${roleId}:${sessionName}`,
    };
    this.#byKey.set(session.accessKeyId, session);
    return session;
  }

  /** The session of a key, ended or not. */
  find(accessKeyId: string): AwsSession | undefined {
    return this.#byKey.get(accessKeyId);
  }
}
