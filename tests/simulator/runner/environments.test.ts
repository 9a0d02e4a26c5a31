import { beforeAll, describe, expect, test } from '@jest/globals';
import { fixture } from './support/files.ts';
import { runCase, type CaseResult } from './support/run.ts';

describe('environments', () => {
  let result: CaseResult;
  beforeAll(async () => {
    result = await runCase(fixture('environment'), {
      variables: { REGION: 'repository' },
      secrets: { WHERE: 'from repository' },
      environments: { open: { REGION: 'open' }, 'main-gate': { REGION: 'gate' } },
      environmentSecrets: { open: { WHERE: 'from environment' } },
      approve: async (job) => {
        if (job.environment === 'open') return 'approved';
        await new Promise((resolve) => setTimeout(resolve, 30));
        return job.environment === 'closed' ? 'rejected' : 'approved';
      },
    });
  });

  test.each([
    ['open', 'region', 'open'],
    ['open', 'secret', 'true'],
    ['approved', 'region', 'gate'],
  ])('%s: %s is %j', (job, output, value) => {
    expect(result.job(job).outputs[output]).toBe(value);
  });

  test('a rejected job fails without a step and skips those that need it', () => {
    expect(result.job('rejected')).toMatchObject({ conclusion: 'failure', steps: [] });
    expect(result.job('rejected').annotations[0]?.message).toContain('The deployment to closed was rejected');
    expect(result.job('after-rejected').conclusion).toBe('skipped');
  });

  test('only jobs that had to wait say so', () => {
    const waiting = result.events.flatMap((event) =>
      event.type === 'job-waiting' ? [[event.job, event.reason]] : [],
    );
    expect(waiting).toEqual([
      ['approved', 'Waiting for review: main-gate needs approval to start deploying changes.'],
      ['rejected', 'Waiting for review: closed needs approval to start deploying changes.'],
    ]);
    expect(result.host.log.jobs).toContain('approved waiting');
  });
});

test('a run that is cancelled while it waits for approval ends cancelled', async () => {
  const controller = new AbortController();
  const { job } = await runCase(
    'on: push\njobs: { a: { runs-on: x, environment: gate, steps: [{ run: echo }] } }',
    {
      approve: (_job, signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new Error('The run was canceled.'))),
        ),
      onEvent: (event) => {
        if (event.type === 'job-waiting') controller.abort();
      },
      request: { signal: controller.signal },
    },
  );
  expect(job('a')).toMatchObject({ conclusion: 'cancelled', steps: [] });
});

describe('inputs of workflow_dispatch', () => {
  const run = { eventName: 'workflow_dispatch' };
  const start = (inputs: Record<string, string | boolean | number>) =>
    runCase(fixture('dispatch'), { run, request: { inputs } });

  test('are typed in inputs and text in the event', async () => {
    const { job } = await start({ reason: 'because', 'dry-run': 'false' });
    expect(job('show').outputs).toEqual({
      typed: 'true',
      text: 'false',
      count: 'true',
      level: 'low',
      where: '[]',
    });
  });

  test.each([
    ['a missing required one', {}, "Required input 'reason' not provided"],
    ['an unknown one', { reason: 'x', other: 'y' }, 'Unexpected inputs provided: ["other"]'],
    ['no boolean', { reason: 'x', 'dry-run': 'maybe' }, "'maybe' for input 'dry-run' is not a boolean"],
    ['no number', { reason: 'x', count: 'three' }, "'three' for input 'count' is not a number"],
    [
      'no choice',
      { reason: 'x', level: 'medium' },
      "'medium' for input 'level' not in the list of allowed values",
    ],
  ])('%s is refused', async (_name, inputs, message) => {
    const { run: result } = await start(inputs);
    expect(result).toMatchObject({ conclusion: 'failure', jobs: [] });
    expect(result.startupErrors[0]).toContain(message);
  });
});
