import { describe, expect, test } from '@jest/globals';
import { createGitHubDoor, isRetryable, retryAfterMs } from '#lib/github/client.js';
import { fakeDeps } from '#tests/support/fake-deps.js';

function failure(status: number, headers: Record<string, string> = {}, message = 'no'): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

/** As octokit throws it for an answer 200 with `errors`. */
function graphqlFailure(type: string, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error('Request failed'), {
    name: 'GraphqlResponseError',
    headers,
    response: { data: null, errors: [{ type, message: 'no' }] },
    errors: [{ type, message: 'no' }],
  });
}

/** Calls through the door a request that fails with each of these in turn and then answers. */
async function callFailing(failures: readonly Error[]) {
  const deps = fakeDeps();
  const door = createGitHubDoor('token', deps);
  let calls = 0;
  const answer = door.call('do the thing', 'things: write', () => {
    const error = failures[calls];
    calls += 1;
    return error === undefined ? Promise.resolve('done') : Promise.reject(error);
  });
  const outcome = await answer.catch((error: unknown) => error as Error & { code: string });
  return { outcome, calls, sleeps: deps.clock.sleeps, log: deps.log.messages('info') };
}

describe('one call through the door', () => {
  test('names the repository it is for', () => {
    expect(createGitHubDoor('token', fakeDeps()).repository).toEqual({ owner: 'octo-org', repo: 'platform' });
  });

  test('is tried again after 5xx, naming itself in the log', async () => {
    const { outcome, calls, log, sleeps } = await callFailing([failure(502), failure(503)]);
    expect([outcome, calls, sleeps.length]).toEqual(['done', 3, 2]);
    expect(log).toEqual([
      expect.stringMatching(/^do the thing: attempt 1 of 5 failed/),
      expect.stringMatching(/^do the thing: attempt 2 of 5 failed/),
    ]);
  });

  test.each([
    ['the secondary limit', failure(403, {}, 'You have exceeded a secondary rate limit.'), 60_000],
    ['retry-after', failure(429, { 'retry-after': '40' }), 40_000],
    [
      'the primary limit of GraphQL',
      graphqlFailure('RATE_LIMITED', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Date.parse('2026-11-22T12:00:30Z') / 1000),
      }),
      30_000,
    ],
  ])('waits as long as %s says', async (_name, error, wait) => {
    const { outcome, sleeps } = await callFailing([error]);
    expect(outcome).toBe('done');
    expect(sleeps).toEqual([wait]);
  });

  test('gives up when the wait would pass its deadline', async () => {
    const { outcome, calls, sleeps } = await callFailing([failure(429, { 'retry-after': '3600' })]);
    expect(outcome).toMatchObject({
      code: 'EHA1010',
      message: expect.stringContaining('do the thing failed once'),
    });
    expect([calls, sleeps]).toEqual([1, []]);
  });

  test('gives up after five attempts', async () => {
    const { outcome, calls } = await callFailing(Array.from({ length: 9 }, () => failure(500)));
    expect(outcome).toMatchObject({ code: 'EHA1010' });
    expect(calls).toBe(5);
  });

  test.each([
    ['401', failure(401), 'EHA1101'],
    ['403', failure(403, { 'x-ratelimit-remaining': '4999' }), 'EHA1101'],
    ['a refusal of GraphQL', graphqlFailure('FORBIDDEN'), 'EHA1101'],
    ['404', failure(404), 'EHA1105'],
    ['410', failure(410), 'EHA1105'],
    ['nothing found by GraphQL', graphqlFailure('NOT_FOUND'), 'EHA1105'],
    ['422', failure(422), 'EHA1102'],
    ['another error of GraphQL', graphqlFailure('UNPROCESSABLE'), 'EHA1102'],
    ['a fault of ours', new TypeError('x is not a function'), 'EHA1102'],
  ])('%s is final', async (_name, error, code) => {
    const { outcome, calls } = await callFailing([error]);
    expect(outcome).toMatchObject({ code, cause: error, message: expect.stringContaining('do the thing') });
    if (code !== 'EHA1102')
      expect(outcome).toMatchObject({ message: expect.stringContaining('things: write') });
    expect(calls).toBe(1);
  });
});

describe('hints that make no sense', () => {
  test.each([
    ['no reset', failure(403, { 'x-ratelimit-remaining': '0' }), 60_000],
    [
      'a reset that is no number',
      failure(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' }),
      undefined,
    ],
    ['a negative retry-after', failure(429, { 'retry-after': '-5' }), undefined],
    ['a date', failure(403, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }), 60_000],
  ])('%s: a wait that is a number, or the back-off', (_name, error, wait) => {
    expect(isRetryable(error)).toBe(true);
    expect(retryAfterMs(error, 0)).toBe(wait);
  });
});
