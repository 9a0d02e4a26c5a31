/** The simulated STS: sessions for the bearers of OIDC tokens, and who a session is to STS and to the cluster. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createStsService } from '#simulator/servers/aws/sts/service.js';
import { trusts } from '#simulator/servers/aws/sts/trust.js';
import { type RunningService, startService } from '#simulator/servers/loopback.js';
import { OidcIssuer } from '#simulator/world/github-oidc.js';
import { World } from '#simulator/world/world.js';
import { putObject } from '#tests/support/cloud-init.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const ISSUER = 'token.actions.githubusercontent.com';
const ROLE = 'arn:aws:iam::123456789012:role/github/apply';
const SUBJECT = 'repo:acme/platform:environment:apply';

const trust = (condition: object, action = 'sts:AssumeRoleWithWebIdentity', issuer = ISSUER) =>
  JSON.stringify({
    Statement: {
      Effect: 'Allow',
      Action: action,
      Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
      Condition: condition,
    },
  });

let now: number;
let world: World;
let sts: RunningService;
let issuer: OidcIssuer;

beforeEach(async () => {
  now = Date.parse('2026-11-22T12:00:00Z');
  const clock = { now: () => new Date(now), sleep: () => Promise.resolve() };
  world = World.open({ directory: temporaryDirectory('sts-'), clock });
  issuer = new OidcIssuer(clock);
  const conditions = {
    StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:sub`]: [SUBJECT] },
  };
  putObject(world, 'aws', 'aws_iam_role', 'apply', {
    name: 'apply',
    arn: ROLE,
    unique_id: 'AROA1',
    assume_role_policy: trust(conditions),
  });
  sts = await startService(createStsService({ world }));
});
afterEach(async () => {
  await sts.close();
  await world.close();
});

async function assume(
  change: Readonly<Record<string, string>> = {},
  subject = SUBJECT,
  audience = 'sts.amazonaws.com',
) {
  const body = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: ROLE,
    RoleSessionName: 'apply-1-1',
    WebIdentityToken: issuer.sign({ sub: subject }, audience),
    DurationSeconds: '900',
    ...change,
  });
  const response = await fetch(sts.url, { method: 'POST', body });
  const text = await response.text();
  const read = (element: string) => new RegExp(`<${element}>([^<]*)<`).exec(text)?.[1];
  return { status: response.status, code: read('Code'), read };
}

type Read = Awaited<ReturnType<typeof assume>>['read'];

async function callerOf(read: Read, token = read('SessionToken')) {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const client = new STSClient({
    region: 'eu-central-1',
    endpoint: sts.url,
    maxAttempts: 1,
    credentials: {
      accessKeyId: read('AccessKeyId') ?? '',
      secretAccessKey: read('SecretAccessKey') ?? '',
      ...(token !== undefined && { sessionToken: token }),
    },
  });
  return client.send(new GetCallerIdentityCommand({})).catch((error: unknown) => (error as Error).name);
}

describe('a session', () => {
  test('is given to the bearer whom the role trusts, and is its role to STS', async () => {
    const { status, read } = await assume();
    expect([status, read('Expiration')]).toEqual([200, '2026-11-22T12:15:00.000Z']);
    expect(read('AccessKeyId')).toContain('ASIASIMULATED');
    const arn = 'arn:aws:sts::123456789012:assumed-role/apply/apply-1-1';
    expect(await callerOf(read)).toMatchObject({
      Account: '123456789012',
      Arn: arn,
      UserId: 'AROA1:apply-1-1',
    });
  });

  test('needs its token, and ends', async () => {
    const { read } = await assume();
    expect(await callerOf(read, 'another')).toBe('InvalidClientTokenId');
    now += 900_000;
    expect(await callerOf(read)).toBe('ExpiredToken');
  });

  test('leaves no credential in the files of the world', async () => {
    const { read } = await assume();
    await world.objects.flush();
    expect(JSON.stringify(world.objects.list())).not.toContain(read('AccessKeyId'));
  });

  test.each<[string, Parameters<typeof assume>, string]>([
    ['another environment', [{}, 'repo:acme/platform:environment:plan'], 'AccessDenied'],
    ['a role that is not there', [{ RoleArn: `${ROLE}s` }], 'AccessDenied'],
    ['another audience', [{}, SUBJECT, 'api://AzureADTokenExchange'], 'InvalidIdentityToken'],
    ['no token', [{ WebIdentityToken: 'none' }], 'InvalidIdentityToken'],
    ['a name with a space', [{ RoleSessionName: 'a b' }], 'ValidationError'],
    ['two hours', [{ DurationSeconds: '7200' }], 'ValidationError'],
  ])('is refused for %s', async (_name, call, code) => {
    const { status, code: given } = await assume(...call);
    expect([status >= 400, given]).toEqual([true, code]);
  });

  test('is refused for a token that is over', async () => {
    const token = issuer.sign({ sub: SUBJECT }, 'sts.amazonaws.com');
    now += 301_000;
    expect((await assume({ WebIdentityToken: token })).code).toBe('ExpiredTokenException');
  });
});

test('a key that STS never gave out is nobody', async () => {
  const { read } = await assume();
  const foreign = (element: string) => (element === 'AccessKeyId' ? 'AKIDFOREIGN' : read(element));
  expect(await callerOf(foreign)).toBe('InvalidClientTokenId');
});

describe('a trust policy', () => {
  const claims = { iss: `https://${ISSUER}`, sub: SUBJECT };
  test.each<[string, string, boolean]>([
    ['without conditions', trust({}), true],
    ['with a pattern', trust({ StringLike: { [`${ISSUER}:sub`]: 'repo:acme/*:environment:apply' } }), true],
    ['with a pattern of another', trust({ StringLike: { [`${ISSUER}:sub`]: 'repo:acme/*:ref:*' } }), false],
    [
      'with a condition on a claim that is missing',
      trust({ StringEquals: { [`${ISSUER}:actor`]: 'x' } }),
      false,
    ],
    ['with an operator that is not known', trust({ Null: { [`${ISSUER}:sub`]: 'false' } }), false],
    ['for another action', trust({}, 'sts:AssumeRole'), false],
    ['for another issuer', trust({}, undefined, 'accounts.example.org'), false],
    ['that is empty', '{}', false],
  ])('%s', (_name, policy, expected) => {
    expect(trusts(policy, claims)).toBe(expected);
  });
});
