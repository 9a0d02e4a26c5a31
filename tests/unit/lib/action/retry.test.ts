import { describe, expect, test } from '@jest/globals';
import { actionErrors } from '#lib/action/action-errors.js';
import { retry, type RetryOptions } from '#lib/action/retry.js';
import { manualClock, recordingLogger } from '#tests/support/fake-deps.js';

class Throttled extends Error {
  readonly afterMs: number | undefined;

  constructor(afterMs?: number) {
    super('Rate exceeded');
    this.afterMs = afterMs;
  }
}

function setUp(options: Partial<RetryOptions> = {}) {
  const clock = manualClock();
  const log = recordingLogger();
  const full: RetryOptions = {
    clock,
    log,
    isRetryable: (error) => error instanceof Throttled,
    retryAfterMs: (error) => (error instanceof Throttled ? error.afterMs : undefined),
    random: () => 0.5,
    ...options,
  };
  return { clock, log, options: full };
}

/** Fails so often, then succeeds. */
function failing(times: number, error: Error = new Throttled()) {
  let calls = 0;
  return () => {
    calls += 1;
    return calls <= times ? Promise.reject(error) : Promise.resolve(calls);
  };
}

describe('retry', () => {
  test('waits grow twofold up to the maximum, each a random part of its bound, and are logged with the call', async () => {
    const { clock, log, options } = setUp({ attempts: 6, baseMs: 1_000, maximumMs: 5_000 });
    await expect(retry('SSM CreateActivation', failing(5), options)).resolves.toBe(6);
    expect(clock.sleeps).toEqual([500, 1_000, 2_000, 2_500, 2_500]);
    expect(log.messages()[0]).toBe(
      'SSM CreateActivation: attempt 1 of 6 failed (Rate exceeded); again in 500ms.',
    );
    expect(log.messages()).toHaveLength(5);
  });

  test('the jitter is full: from no wait to just below the bound', async () => {
    for (const [random, expected] of [
      [0, 0],
      [0.999, 500],
    ] as const) {
      const { clock, options } = setUp({ random: () => random });
      await retry('call', failing(1), options);
      expect(clock.sleeps).toEqual([expected]);
    }
  });

  test('what the service asked for is the least wait, also above the maximum', async () => {
    const { clock, options } = setUp({ maximumMs: 1_000 });
    await retry('call', failing(1, new Throttled(30_000)), options);
    expect(clock.sleeps).toEqual([30_000]);
  });

  test('any other failure is thrown on at once, as it is', async () => {
    const { clock, options } = setUp();
    const error = new Error('AccessDenied');
    await expect(retry('call', failing(1, error), options)).rejects.toBe(error);
    expect(clock.sleeps).toEqual([]);
  });

  test('giving up says how often and how long', async () => {
    const { options } = setUp({ attempts: 3, baseMs: 1_000 });
    await expect(retry('GitHub POST /comments', failing(9), options)).rejects.toMatchObject({
      code: 'EHA1010',
      message:
        'GitHub POST /comments failed 3 times over 1s500ms; no attempt is left. Last failure: Rate exceeded',
      cause: expect.any(Throttled),
    });
  });

  test('a wait beyond the deadline is not begun', async () => {
    const { clock, options } = setUp({ deadlineMs: 60_000 });
    await expect(retry('call', failing(9, new Throttled(61_000)), options)).rejects.toMatchObject({
      message: expect.stringContaining(
        'failed once over 0s; the next attempt in 1m1s would pass the deadline of 1m',
      ),
    });
    expect(clock.sleeps).toEqual([]);
  });

  test('the time of the calls counts against the deadline', async () => {
    const { clock, options } = setUp({ deadlineMs: 10_000, attempts: 100 });
    let calls = 0;
    const slow = () => {
      calls += 1;
      clock.advance(4_000);
      return Promise.reject(new Throttled());
    };
    await expect(retry('call', slow, options)).rejects.toMatchObject({ code: 'EHA1010' });
    expect(calls).toBe(3);
  });

  test('the remedy of a coded failure outlives the giving up', async () => {
    const { options } = setUp({ isRetryable: () => true, attempts: 1 });
    const coded = actionErrors.EHA1009('no', { remedy: 'Free some memory.' });
    await expect(retry('call', failing(1, coded), options)).rejects.toMatchObject({
      remedy: 'Free some memory.',
    });
  });

  test('a cancellation ends the waiting and is what is thrown', async () => {
    const controller = new AbortController();
    const reason = actionErrors.EHA1005('cancelled');
    const { options } = setUp({ signal: controller.signal });
    const call = () => {
      controller.abort(reason);
      return Promise.reject(new Throttled());
    };
    await expect(retry('call', call, options)).rejects.toBe(reason);
    await expect(retry('call', failing(0), options)).rejects.toBe(reason);
  });
});
