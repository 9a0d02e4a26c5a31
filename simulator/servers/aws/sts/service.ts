/**
 * AWS STS over the query protocol: who signs a request, and sessions of the world's roles for the bearers of OIDC tokens.
 * A token's claims are checked, its signature is not; nor are those of requests. Source: API model `sts/2011-06-15`.
 */
import { randomUUID } from 'node:crypto';
import { text } from '../../../world/attributes.ts';
import { SIMULATED_ACCOUNTS, type World } from '../../../world/world.ts';
import type { Service, ServiceAnswer, ServiceRequest } from '../../loopback.ts';
import { type Claims, trusts } from './trust.ts';

/** Keys that no session of the world has: those of tests. */
export interface StsIdentity {
  readonly accessKeyId: string;
  readonly arn: string;
}

export interface StsOptions {
  readonly world: World;
  readonly identities?: readonly StsIdentity[];
}

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const AUDIENCE = 'sts.amazonaws.com';
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const SHORTEST_S = 900;
const DEFAULT_S = 3600;
const DEFAULT_LONGEST_S = 3600;

class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Answers GetCallerIdentity and AssumeRoleWithWebIdentity. */
export function createStsService(options: StsOptions): Service {
  return (request) => {
    const form = new URLSearchParams(request.body);
    const action = form.get('Action') ?? '';
    try {
      if (action === 'GetCallerIdentity') return succeeded(action, callerIdentity(request, options));
      if (action === 'AssumeRoleWithWebIdentity') return succeeded(action, assumeRole(form, options.world));
      throw new Refusal(400, 'InvalidAction', `Could not find operation ${action} for version 2011-06-15`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return failed(error);
    }
  };
}

function callerIdentity({ headers }: ServiceRequest, { world, identities = [] }: StsOptions): string {
  const signed = /Credential=([^/,]+)\/\d{8}\/[^/]+\/sts\/aws4_request/.exec(headers['authorization'] ?? '');
  if (signed === null) {
    throw new Refusal(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
  }
  const [, accessKeyId = ''] = signed;
  const session = world.sessions.find(accessKeyId);
  const known = identities.find((identity) => identity.accessKeyId === accessKeyId);
  if (session === undefined && known === undefined) throw unknownToken();
  if (session !== undefined && headers['x-amz-security-token'] !== session.sessionToken) throw unknownToken();
  if (session !== undefined && Date.parse(session.expiration) <= world.clock.now().getTime()) {
    throw new Refusal(403, 'ExpiredToken', 'The security token included in the request is expired');
  }
  const arn = session?.arn ?? known?.arn ?? '';
  const userId = session?.userId ?? `AROAEXAMPLE:${arn.split('/').at(-1) ?? ''}`;
  const account = arn.split(':')[4] ?? SIMULATED_ACCOUNTS.accountId;
  return `<Arn>${escape(arn)}</Arn><UserId>${escape(userId)}</UserId><Account>${account}</Account>`;
}

function unknownToken(): Refusal {
  return new Refusal(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.');
}

function assumeRole(form: URLSearchParams, world: World): string {
  const roleArn = matching(form, 'RoleArn', ROLE_ARN);
  const sessionName = matching(form, 'RoleSessionName', SESSION_NAME);
  const claims = claimsOf(form.get('WebIdentityToken') ?? '');
  const now = world.clock.now();
  if (!(Number(claims['exp']) * 1000 > now.getTime())) {
    throw new Refusal(
      400,
      'ExpiredTokenException',
      'Token expired: current date/time must be before the expiration',
    );
  }
  if (claims['aud'] !== AUDIENCE) throw new Refusal(400, 'InvalidIdentityToken', 'Incorrect token audience');
  const role = world.objects.list('aws_iam_role').find((entry) => text(entry, 'arn') === roleArn);
  // STS says the same of a role that does not exist and of one that does not trust.
  if (role === undefined || !trusts(text(role, 'assume_role_policy'), claims)) {
    throw new Refusal(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  }
  const longest = Number(role.attributes['max_session_duration'] ?? DEFAULT_LONGEST_S);
  const roleId = text(role, 'unique_id') || 'AROAEXAMPLE';
  const seconds = durationOf(form, longest);
  const session = world.sessions.open({ roleArn, roleId, sessionName, now, seconds });
  return `<Audience>${AUDIENCE}</Audience><AssumedRoleUser><AssumedRoleId>${escape(session.userId)}</AssumedRoleId><Arn>${escape(session.arn)}</Arn></AssumedRoleUser><Provider>${escape(String(claims['iss']))}</Provider><Credentials><AccessKeyId>${session.accessKeyId}</AccessKeyId><SecretAccessKey>${session.secretAccessKey}</SecretAccessKey><SessionToken>${session.sessionToken}</SessionToken><Expiration>${session.expiration}</Expiration></Credentials><SubjectFromWebIdentityToken>${escape(String(claims['sub']))}</SubjectFromWebIdentityToken>`;
}

function matching(form: URLSearchParams, name: string, pattern: RegExp): string {
  const value = form.get(name) ?? '';
  if (pattern.test(value)) return value;
  const message = `1 validation error detected: Value '${value}' at '${name[0]?.toLowerCase() ?? ''}${name.slice(1)}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern.source}`;
  throw new Refusal(400, 'ValidationError', message);
}

function durationOf(form: URLSearchParams, longest: number): number {
  const seconds = Number(form.get('DurationSeconds') ?? DEFAULT_S);
  if (seconds >= SHORTEST_S && seconds <= longest) return seconds;
  const message = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
  throw new Refusal(400, 'ValidationError', message);
}

function claimsOf(token: string): Claims {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims;
  } catch {
    const message =
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)';
    throw new Refusal(400, 'InvalidIdentityToken', message);
  }
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
