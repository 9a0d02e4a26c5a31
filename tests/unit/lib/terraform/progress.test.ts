import { expect, test } from '@jest/globals';
import { HEARTBEAT_MS, MOST_LINES_PER_KIND, PlanProgress } from '#lib/terraform/progress.js';
import { manualClock, recordingLogger } from '#tests/support/fake-deps.js';

test('prints a line for each object, and only counts beyond a limit', () => {
  const log = recordingLogger();
  const progress = new PlanProgress(log, manualClock());
  progress.show({ type: 'planned', address: 'a.b', action: 'replace' });
  progress.show({ type: 'planned', address: 'a.c', action: 'transmogrify' });
  progress.show({ type: 'drift', address: 'a.d', action: 'delete' });
  progress.show({ type: 'read', address: 'data.a.b' });
  expect(log.messages()).toEqual([
    '  plan  -/+ a.b (replace)',
    '  plan  ? a.c (transmogrify)',
    '  drift a.d: delete outside Terraform',
    '  read  data.a.b (data)',
  ]);
  for (let index = 0; index < 1000; index += 1)
    progress.show({ type: 'refreshed', address: `a.n[${index}]` });
  expect(log.messages()).toHaveLength(4 + MOST_LINES_PER_KIND);
  expect(log.messages().at(-1)).toMatch(/only counted/);
  expect(progress.totals()).toBe('1001 objects read, 1 changed outside Terraform, 2 changes planned');
});

test('gives a sign of life after ten quiet seconds, and none while lines come', async () => {
  const log = recordingLogger();
  const clock = manualClock();
  const progress = new PlanProgress(log, clock);
  const start = clock.now();
  let printed = 0;
  // The manual clock jumps to the end of each sleep, so every turn of the loop is one heartbeat.
  await progress.withHeartbeat('planning', async () => {
    while (log.messages().length < 3) await new Promise((resolve) => setImmediate(resolve));
    printed = clock.now();
  });
  expect(log.messages()[0]).toBe(
    '  … planning for 10 s: 0 objects read, 0 changed outside Terraform, 0 changes planned',
  );
  expect(log.messages()[2]).toMatch(/for 30 s/);
  expect(printed - start).toBeGreaterThanOrEqual(3 * HEARTBEAT_MS);
  const lines = log.messages().length;
  await new Promise((resolve) => setImmediate(resolve));
  expect(log.messages()).toHaveLength(lines);
});

test('waits only for the rest of the ten seconds after a line', async () => {
  const log = recordingLogger();
  const clock = manualClock();
  const progress = new PlanProgress(log, clock);
  clock.advance(9_000);
  progress.show({ type: 'refreshed', address: 'a.b' });
  clock.advance(4_000);
  await progress.withHeartbeat('planning', async () => {
    while (clock.sleeps.length < 1) await new Promise((resolve) => setImmediate(resolve));
  });
  expect(clock.sleeps[0]).toBe(6_000);
});

test('stops the heartbeat when the work fails', async () => {
  const progress = new PlanProgress(recordingLogger(), manualClock());
  await expect(progress.withHeartbeat('planning', () => Promise.reject(new Error('no')))).rejects.toThrow(
    'no',
  );
});
