/** Tokens of EKS: what the API server's authenticator will look at. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createEksTokens } from '#lib/kubernetes/eks-token.js';
import { fakeGitHub, manualClock, recordingLogger } from '#tests/support/fake-deps.js';

const before = { ...process.env };
beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] = 'AKIDEXAMPLE';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'wJalrXUtnFEMI';
  process.env['AWS_SESSION_TOKEN'] = 'session/token+of=STS';
});
afterAll(() => {
  process.env = before;
});

const MINUTE_MS = 60_000;

function tokens(region = 'eu-central-1') {
  const clock = manualClock();
  const masked: string[] = [];
  const give = createEksTokens('hybrid', region, {
    clock,
    log: recordingLogger(),
    signal: new AbortController().signal,
    mask: (secret) => masked.push(secret),
    github: fakeGitHub(),
    runProcess: () => Promise.reject(new Error('none')),
  });
  return { clock, masked, give };
}

const urlOf = (token: string): URL => {
  expect(token).toMatch(/^k8s-aws-v1\.[A-Za-z0-9_-]+$/);
  return new URL(Buffer.from(token.slice('k8s-aws-v1.'.length), 'base64url').toString('utf8'));
};

test('a token is a presigned GetCallerIdentity for this cluster, masked', async () => {
  const { give, masked } = tokens();
  const token = await give();
  const url = urlOf(token);
  expect(url.origin + url.pathname).toBe('https://sts.eu-central-1.amazonaws.com/');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    Action: 'GetCallerIdentity',
    Version: '2011-06-15',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Expires': '60',
    'X-Amz-Date': '20261122T120000Z',
    'X-Amz-SignedHeaders': 'host;x-k8s-aws-id',
    'X-Amz-Security-Token': 'session/token+of=STS',
    'X-Amz-Credential': 'AKIDEXAMPLE/20261122/eu-central-1/sts/aws4_request',
  });
  expect(url.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
  expect(masked).toEqual([token]);
});

test('it is kept for less than a quarter of an hour, or until it is refused', async () => {
  const { give, clock } = tokens();
  const first = await give();
  clock.advance(13 * MINUTE_MS);
  expect(await give()).toBe(first);
  const second = await give(true);
  expect(second).not.toBe(first);
  clock.advance(14 * MINUTE_MS);
  expect(await give()).not.toBe(second);
});

test('China has its own domain', async () => {
  expect(urlOf(await tokens('cn-north-1').give()).host).toBe('sts.cn-north-1.amazonaws.com.cn');
});
