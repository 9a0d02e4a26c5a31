import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RunnerEvent } from '#simulator/runner/events.js';
import { ACTIONS, fixture } from './support/files.ts';
import { runCase, type CaseResult } from './support/run.ts';

describe('a cancelled run', () => {
  let result: CaseResult;
  beforeAll(async () => {
    const controller = new AbortController();
    let ready = 0;
    const onEvent = (event: RunnerEvent) => {
      if (event.type !== 'log' || event.line !== 'ready') return;
      ready += 1;
      if (ready === 4) controller.abort();
    };
    result = await runCase(fixture('cancel'), {
      files: ACTIONS,
      onEvent,
      request: { signal: controller.signal, cancelGrace: { sigint: 400, sigterm: 300 } },
    });
  });

  test('is cancelled, job by job', () => {
    expect(result.run.conclusion).toBe('cancelled');
    expect(result.conclusions).toEqual({
      polite: 'cancelled',
      stubborn: 'cancelled',
      shell: 'cancelled',
      kept: 'success',
      waiting: 'skipped',
      'waiting-always': 'success',
    });
  });

  test('sends SIGINT first, and a step that ends on it is done', () => {
    expect(result.lines('polite').filter((line) => line.startsWith('SIG'))).toEqual([
      expect.stringMatching(/^SIGINT at/),
    ]);
  });

  test('sends SIGTERM after the grace and kills what is still there', () => {
    const signals = result.lines('stubborn').filter((line) => line.startsWith('SIG'));
    expect(signals.map((line) => line.split(' ')[0])).toEqual(['SIGINT', 'SIGTERM']);
    const [first = 0, second = 0] = signals.map((line) => Number(line.split(' at ')[1]));
    // Timers never fire early; how late they fire is the machine's business.
    expect(second - first).toBeGreaterThanOrEqual(390);
    expect(result.job('stubborn').steps[0]).toMatchObject({ outcome: 'cancelled', conclusion: 'cancelled' });
  });

  test('signals only the entry process, so that a child of a shell never sees SIGINT', () => {
    const lines = result.lines('shell');
    expect(lines).not.toContain('child got SIGINT');
    expect(lines.some((line) => line.startsWith('Terminate orphan process'))).toBe(true);
  });

  test('still runs steps with always() and cancelled(), and post steps', () => {
    expect(result.job('polite').steps.map((step) => `${step.name}: ${step.conclusion}`)).toEqual([
      'Run $/actions/signals: cancelled',
      'default: skipped',
      'on always: success',
      'on cancelled: success',
      'on failure: skipped',
      'Post Run $/actions/signals: success',
    ]);
    expect(result.lines('stubborn', 'Post Run $/actions/signals')).toEqual(['post ran']);
  });

  test('lets a job with always() finish', () => {
    expect(result.lines('kept')).toContain('finished');
  });

  test('tells that the operation was canceled', () => {
    expect(result.job('polite').annotations.map((annotation) => annotation.message)).toContain(
      'The operation was canceled.',
    );
  });
});

test('a run that is cancelled before it starts runs nothing', async () => {
  const { run } = await runCase(fixture('max-parallel'), { request: { signal: AbortSignal.abort() } });
  expect(run.conclusion).toBe('cancelled');
  expect(run.jobs.flatMap((job) => job.steps)).toEqual([]);
});

test('timeout-minutes fails a step and cancels a job', async () => {
  const { job, run } = await runCase(fixture('timeouts'), { request: { minuteMilliseconds: 300 } });
  expect(job('step')).toMatchObject({ conclusion: 'success', outputs: { outcome: 'failure' } });
  expect(job('step').annotations[0]?.message).toBe("The action 'slow' has timed out after 1 minutes.");
  expect(job('job').conclusion).toBe('cancelled');
  expect(job('job').steps.map((step) => `${step.name}: ${step.conclusion}`)).toEqual([
    'slow: cancelled',
    'on failure: skipped',
    'on cancelled: success',
  ]);
  expect(job('job').annotations.at(-1)?.message).toContain(
    'has exceeded the maximum execution time of 1 minutes.',
  );
  expect(run.conclusion).toBe('cancelled');
});

test('a process left behind ends with its job', async () => {
  const { lines, job } = await runCase(fixture('orphan'));
  expect(job('leaves').conclusion).toBe('success');
  const pid = Number(
    lines('leaves')
      .find((line) => line.startsWith('child '))
      ?.split(' ')[1],
  );
  expect(lines('leaves')).toContain(`Terminate orphan process: pid (${pid}) (sleep)`);
});

test('what hangs in a cancelled job is ended after cancel-timeout-minutes', async () => {
  const controller = new AbortController();
  const { job } = await runCase(
    `on: push
jobs:
  a:
    runs-on: x
    cancel-timeout-minutes: 2
    steps:
      - { name: first, run: exec sleep 20 }
      - { name: hangs, if: always(), run: exec sleep 20 }
      - { name: too late, if: always(), run: echo }`,
    {
      onEvent: (event) => {
        if (event.type === 'step-started' && event.step === 'first') setTimeout(() => controller.abort(), 50);
      },
      request: { signal: controller.signal, minuteMilliseconds: 200 },
    },
  );
  expect(job('a').steps.map((step) => `${step.name}: ${step.conclusion}`)).toEqual([
    'first: cancelled',
    'hangs: cancelled',
    'too late: skipped',
  ]);
});
