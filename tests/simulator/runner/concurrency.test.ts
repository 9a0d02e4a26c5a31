import { describe, expect, test } from '@jest/globals';
import { ConcurrencyGroups } from '#simulator/runner/run/concurrency.js';
import { runCase } from './support/run.ts';

/** Runs of one workflow that all want the same group, started one after the other while the first one holds it. */
async function race(concurrency: string, count: number) {
  const groups = new ConcurrencyGroups();
  const workflow = (n: number) => `
on: push
concurrency: ${n % 2 === 0 ? concurrency : concurrency.replace('group: G', 'group: g')}
jobs: { a: { runs-on: x, steps: [{ run: 'echo started; sleep 0.4' }] } }`;
  let started: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    started = resolve;
  });
  const runs = [];
  for (let n = 0; n < count; n += 1) {
    const onEvent = (event: { type: string }) => {
      if (event.type === 'step-started') started();
    };
    runs.push(runCase(workflow(n), { onEvent, run: { runId: 100 + n }, request: { concurrency: groups } }));
    await (n === 0 ? first : new Promise((resolve) => setTimeout(resolve, 60)));
  }
  return Promise.all(runs);
}

describe('concurrency groups', () => {
  test('queue: single keeps one waiting run and cancels the older one; names ignore case', async () => {
    const results = await race('{ group: G }', 3);
    expect(results.map((result) => result.run.conclusion)).toEqual(['success', 'cancelled', 'success']);
    expect(results[1]?.run.startupErrors[0]).toBe(
      'Canceling since a higher priority waiting request for g exists',
    );
  });

  test('queue: max lets all wait', async () => {
    const results = await race('{ group: G, queue: max }', 3);
    expect(results.map((result) => result.run.conclusion)).toEqual(['success', 'success', 'success']);
  });

  test('cancel-in-progress cancels the running one', async () => {
    const results = await race('{ group: G, cancel-in-progress: true }', 2);
    expect(results.map((result) => result.run.conclusion)).toEqual(['cancelled', 'success']);
    expect(results[0]?.job('a').conclusion).toBe('cancelled');
  });

  test('jobs of one run wait for each other', async () => {
    const { events, run } = await runCase(`
on: push
jobs:
  a: { runs-on: x, concurrency: { group: 'stack-\${{ github.ref_name }}', queue: max }, steps: [{ run: sleep 0.1 }] }
  b: { runs-on: x, concurrency: { group: STACK-main, queue: max }, steps: [{ run: sleep 0.1 }] }`);
    const order = events.flatMap((event) =>
      event.type === 'job-started' || event.type === 'job-finished' ? [event.type] : [],
    );
    expect(order).toEqual(['job-started', 'job-finished', 'job-started', 'job-finished']);
    expect(events).toContainEqual({
      type: 'job-waiting',
      job: 'b',
      reason: 'Waiting for concurrency group "STACK-main"',
    });
    expect(run.conclusion).toBe('success');
  });

  test('a called workflow in the group of its caller is a deadlock, told as one', async () => {
    const { job } = await runCase(
      'on: push\nconcurrency: same\njobs: { c: { uses: ./.github/workflows/c.yml } }',
      {
        files: {
          '.github/workflows/c.yml':
            'on: workflow_call\nconcurrency: same\njobs: { a: { runs-on: x, steps: [{ run: echo }] } }',
        },
      },
    );
    expect(job('c').annotations[0]?.message).toContain("deadlock for concurrency group 'same'");
  });

  test('queue: max with cancel-in-progress is refused', async () => {
    const { run } = await runCase(
      'on: push\nconcurrency: { group: g, queue: max, cancel-in-progress: true }\njobs: { a: { runs-on: x, steps: [{ run: echo }] } }',
    );
    expect(run.startupErrors[0]).toContain('cannot be combined');
  });
});
