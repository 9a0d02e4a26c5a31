/** AWS STS, query protocol: GetCallerIdentity alone. Shapes: API reference of version 2011-06-15. */
import { SIMULATED_ACCOUNTS } from '../../../world/world.ts';
import { listen, type Listening } from '../../listen.ts';
import { callerOf } from '../caller.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

export interface StsOptions {
  /** Of the one account of this world; a session of the role `plan` when left out. */
  readonly arn?: string;
}

/** Starts the service; its address is for AWS_ENDPOINT_URL_STS. Every caller is the same session. */
export function startStsServer(options: StsOptions = {}): Promise<Listening> {
  const { accountId } = SIMULATED_ACCOUNTS;
  const arn = options.arn ?? `arn:aws:sts::${accountId}:assumed-role/plan/session`;
  return listen((request) => {
    const action = new URLSearchParams(request.body).get('Action') ?? '';
    if (callerOf(request, 'sts') === undefined) {
      return answer(403, error('MissingAuthenticationToken', 'Request is missing Authentication Token'));
    }
    if (action !== 'GetCallerIdentity') {
      return answer(400, error('InvalidAction', `Could not find operation ${action} for version 2011-06-15`));
    }
    const result = `<Arn>${arn}</Arn><UserId>AROAEXAMPLE:session</UserId><Account>${accountId}</Account>`;
    return answer(
      200,
      `<GetCallerIdentityResponse xmlns="${NAMESPACE}"><GetCallerIdentityResult>${result}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
    );
  });
}

function error(code: string, message: string): string {
  return `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
}

function answer(status: number, body: string) {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
