/**
 * AWS IAM as far as the checks before an activation read it, over the query protocol: roles of the world, and the policy
 * simulator for `iam:PassRole`, which looks at the inline policies of the role alone. Source: API model `iam/2010-05-08`.
 */
import { randomUUID } from 'node:crypto';
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { text } from '../../../world/attributes.ts';
import { SIMULATED_ACCOUNTS, type World } from '../../../world/world.ts';
import type { Service, ServiceAnswer } from '../../loopback.ts';

export interface IamOptions {
  readonly world: World;
  /** Operations that the caller's role lacks. */
  readonly denied?: readonly string[];
}

const NAMESPACE = 'https://iam.amazonaws.com/doc/2010-05-08/';

class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function createIamService(options: IamOptions): Service {
  return (request) => {
    const form = new URLSearchParams(request.body);
    const action = form.get('Action') ?? '';
    try {
      if (request.headers['authorization']?.includes('/iam/aws4_request') !== true) {
        throw new Refusal(403, 'MissingAuthenticationToken', 'Missing Authentication Token');
      }
      if (options.denied?.includes(action) === true) {
        const who = `arn:aws:sts::${SIMULATED_ACCOUNTS.accountId}:assumed-role/apply/session`;
        throw new Refusal(403, 'AccessDenied', `User: ${who} is not authorized to perform: iam:${action}`);
      }
      return succeeded(action, answer(options.world, action, form));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return failed(error);
    }
  };
}

function answer(world: World, action: string, form: URLSearchParams): string {
  if (action === 'GetRole') return getRole(world, form.get('RoleName') ?? '');
  if (action === 'SimulatePrincipalPolicy') return simulate(world, form);
  throw new Refusal(400, 'InvalidAction', `Could not find operation ${action}`);
}

function roleNamed(world: World, name: string): WorldObject {
  const role = world.objects.list('aws_iam_role').find((entry) => text(entry, 'name') === name);
  if (role !== undefined) return role;
  throw new Refusal(404, 'NoSuchEntity', `The role with name ${name} cannot be found.`);
}

function arnOf(role: WorldObject): string {
  const arn = text(role, 'arn');
  const path = text(role, 'path') === '' ? '/' : text(role, 'path');
  return arn === '' ? `arn:aws:iam::${SIMULATED_ACCOUNTS.accountId}:role${path}${text(role, 'name')}` : arn;
}

function getRole(world: World, name: string): string {
  const role = roleNamed(world, name);
  return `<Role><Path>/</Path><RoleName>${escape(name)}</RoleName><RoleId>AROAEXAMPLE</RoleId><Arn>${escape(arnOf(role))}</Arn><CreateDate>2026-11-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>${encodeURIComponent(text(role, 'assume_role_policy'))}</AssumeRolePolicyDocument><MaxSessionDuration>3600</MaxSessionDuration></Role>`;
}

function simulate(world: World, form: URLSearchParams): string {
  const source = form.get('PolicySourceArn') ?? '';
  const role = world.objects.list('aws_iam_role').find((entry) => arnOf(entry) === source);
  if (role === undefined) {
    throw new Refusal(404, 'NoSuchEntity', `The entity ${source} cannot be found.`);
  }
  const action = form.get('ActionNames.member.1') ?? '';
  const resource = form.get('ResourceArns.member.1') ?? '*';
  const policies = world.objects
    .list('aws_iam_role_policy')
    .filter((entry) => text(entry, 'role') === text(role, 'name'))
    .map((entry) => text(entry, 'policy'));
  const isAllowed = policies.some((policy) => allows(policy, action, resource));
  const decision = isAllowed ? 'allowed' : 'implicitDeny';
  return `<EvaluationResults><member><EvalActionName>${escape(action)}</EvalActionName><EvalResourceName>${escape(resource)}</EvalResourceName><EvalDecision>${decision}</EvalDecision></member></EvaluationResults><IsTruncated>false</IsTruncated>`;
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

function allows(policy: string, action: string, resource: string): boolean {
  const { Statement: found } = JSON.parse(policy) as { Statement: Statement | readonly Statement[] };
  return [found]
    .flat()
    .some(
      (statement) =>
        statement.Effect === 'Allow' &&
        [statement.Action].flat().some((pattern) => matches(pattern, action)) &&
        [statement.Resource].flat().some((pattern) => matches(pattern, resource)),
    );
}

function matches(pattern: string, value: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'i').test(value);
}

function succeeded(action: string, result: string): ServiceAnswer {
  const body = `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

function failed({ status, code, message }: Refusal): ServiceAnswer {
  const body = `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escape(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
