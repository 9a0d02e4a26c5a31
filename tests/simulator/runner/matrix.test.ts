import { describe, expect, test } from '@jest/globals';
import { fixture } from './support/files.ts';
import { runCase } from './support/run.ts';

test('include adds to combinations and makes new ones, as in the reference', async () => {
  const result = await runCase(fixture('matrix-include'));
  const rows = result.run.jobs.map((job) => {
    const line = result.lines(job.name).find((text) => text.startsWith('ROW')) ?? '';
    return [job.name, JSON.parse(line.slice('ROW'.length))];
  });
  expect(rows).toEqual([
    ['m (apple, cat)', { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' }],
    ['m (apple, dog)', { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' }],
    ['m (pear, cat)', { fruit: 'pear', animal: 'cat', color: 'pink' }],
    ['m (pear, dog)', { fruit: 'pear', animal: 'dog', color: 'green' }],
    ['m (banana)', { fruit: 'banana' }],
    ['m (banana, cat)', { fruit: 'banana', animal: 'cat' }],
  ]);
});

describe('matrices', () => {
  const running = runCase(fixture('matrix'));

  test('exclude takes partial matches away', async () => {
    const { run } = await running;
    expect(run.jobs.map((job) => job.name).filter((name) => name.startsWith('exclude'))).toEqual([
      'exclude (linux, 10, staging)',
      'exclude (linux, 10, production)',
      'exclude (linux, 12, staging)',
      'exclude (windows, 10, staging)',
      'exclude (windows, 12, staging)',
    ]);
  });

  test('include alone makes one job an entry', async () => {
    const { run } = await running;
    expect(run.jobs.map((job) => job.name).filter((name) => name.startsWith('only'))).toEqual([
      'only-include (production, a)',
      'only-include (staging, b)',
    ]);
  });

  test('a matrix from fromJSON names its jobs by expression and knows the strategy context', async () => {
    const { job } = await running;
    expect(job('Plan one').outputs['seen']).toBe('a-0-2');
    expect(job('Plan two').outputs['seen']).toBe('b-1-2');
  });

  test('an output that only one job of the matrix sets is kept', async () => {
    const { job } = await running;
    expect(job('dynamic-result').outputs).toEqual({ one: 'from one' });
  });

  test('an empty vector fails the job in the words of GitHub', async () => {
    const { job, run } = await running;
    expect(job('empty').conclusion).toBe('failure');
    expect(job('empty').annotations[0]?.message).toContain(
      "Matrix vector 'item' does not contain any values",
    );
    expect(run.conclusion).toBe('failure');
  });

  test('a condition in front of an empty vector skips the job', async () => {
    const { job } = await running;
    expect(job('empty-guarded').conclusion).toBe('skipped');
  });

  test('continue-on-error by matrix value lets the rest go on', async () => {
    const { conclusions } = await running;
    expect(conclusions).toMatchObject({
      'tolerant (true)': 'failure',
      'tolerant (false)': 'success',
      'after-tolerant': 'success',
    });
  });
});

test('fail-fast cancels the other jobs of the matrix, and only those', async () => {
  const { conclusions, job } = await runCase(fixture('fail-fast'));
  expect(conclusions).toEqual({
    'fast (fail)': 'failure',
    'fast (sleep)': 'cancelled',
    'slow (fail)': 'failure',
    'slow (pass)': 'success',
    'after-fast': 'success',
  });
  expect(job('fast (sleep)').steps.map((step) => step.conclusion)).toEqual([
    'skipped',
    'cancelled',
    'success',
  ]);
  expect(job('after-fast').outputs).toEqual({ result: 'failure' });
});

test('max-parallel holds jobs of a matrix back', async () => {
  const { events } = await runCase(fixture('max-parallel'));
  const order = events.flatMap((event) =>
    event.type === 'job-started' || event.type === 'job-finished' ? [event.type] : [],
  );
  expect(order).toEqual([
    'job-started',
    'job-finished',
    'job-started',
    'job-finished',
    'job-started',
    'job-finished',
  ]);
});

test('maxParallelJobs of the machine holds all jobs back', async () => {
  const jobs = ['a', 'b']
    .map((id) => `  ${id}:\n    runs-on: x\n    steps: [{ run: sleep 0.05 }]`)
    .join('\n');
  const { events } = await runCase(`on: push\njobs:\n${jobs}\n`, { request: { maxParallelJobs: 1 } });
  const order = events.flatMap((event) =>
    event.type === 'job-started' || event.type === 'job-finished' ? [event.type] : [],
  );
  expect(order).toEqual(['job-started', 'job-finished', 'job-started', 'job-finished']);
});
