import { describe, expect, test } from '@jest/globals';
import { isRetryable, retryAfterMs } from '#lib/github/client.js';
import { commentMarker, isWrittenByLaterRun } from '#lib/github/comment-marker.js';
import { pullRequestOf, requirePullRequest } from '#lib/github/pull-request-event.js';
import { fakeGitHub } from '../../../support/fake-deps.ts';

function failure(status: number, headers: Record<string, string> = {}, message = 'no'): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('what is tried again', () => {
  test.each([
    ['a 502', failure(502), true, undefined],
    ['a 429 with retry-after', failure(429, { 'retry-after': '7' }), true, 7000],
    [
      'the primary limit',
      failure(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 90) }),
      true,
      90_000,
    ],
    ['the secondary limit with a hint', failure(403, { 'retry-after': '60' }), true, 60_000],
    [
      'the secondary limit without one',
      failure(403, {}, 'You have exceeded a secondary rate limit.'),
      true,
      60_000,
    ],
    ['a missing permission', failure(403, { 'x-ratelimit-remaining': '4999' }), false, 60_000],
    ['a 404', failure(404), false, undefined],
    ['a validation error', failure(422), false, undefined],
    ['a reset connection', Object.assign(new Error('x'), { code: 'ECONNRESET' }), true, undefined],
    [
      'a refused connection below fetch',
      new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
      true,
      undefined,
    ],
    ['a fault of ours', new TypeError('x is not a function'), false, undefined],
  ])('%s', (_name, error, retried, wait) => {
    expect(isRetryable(error)).toBe(retried);
    if (retried) expect(retryAfterMs(error, NOW)).toBe(wait);
  });
});

describe('the marker', () => {
  test.each([
    [41, 9, false],
    [42, 1, false],
    [42, 2, false],
    [42, 3, true],
    [43, 1, true],
  ])('a comment of run %i.%i was written later than run 42.2: %s', (run, attempt, later) => {
    const { line, prefix } = commentMarker('plan-comment', 'plan', run, attempt);
    expect(line.startsWith(prefix)).toBe(true);
    expect(isWrittenByLaterRun(`${line}\nbody`, 42, 2)).toBe(later);
  });

  test('the comment of another id does not start alike', () => {
    const plan = commentMarker('plan-comment', 'plan', 1, 1);
    expect(commentMarker('plan-comment', 'plan-staging', 1, 1).line.startsWith(plan.prefix)).toBe(false);
  });

  test('a body without a marker says nothing about runs', () => {
    expect(isWrittenByLaterRun('hello', 1, 1)).toBe(false);
  });
});

describe('the pull request of the event', () => {
  const event = (fullName: string | null) => ({
    pull_request: {
      number: 7,
      head: { sha: 'a'.repeat(40), repo: fullName === null ? null : { full_name: fullName } },
    },
  });

  test.each([
    ['octo-org/platform', true],
    ['Octo-Org/Platform', true],
    ['stranger/platform', false],
    [null, false],
  ])('head repository %s: same repository %s', (name, same) => {
    expect(pullRequestOf(fakeGitHub({ event: event(name) }))?.sameRepository).toBe(same);
  });

  test('another event has none', () => {
    expect(() => requirePullRequest(fakeGitHub({ eventName: 'schedule', event: {} }))).toThrow(
      expect.objectContaining({ code: 'EHA1103' }),
    );
  });
});
