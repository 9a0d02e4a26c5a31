import { beforeAll, describe, expect, test } from '@jest/globals';
import { fixture } from './support/files.ts';
import { runCase, type CaseResult } from './support/run.ts';

describe('needs and if of jobs', () => {
  let result: CaseResult;
  beforeAll(async () => {
    result = await runCase(fixture('needs-and-if'));
  });

  test.each([
    ['good', 'success'],
    ['bad', 'failure'],
    ['never', 'skipped'],
    ['tolerated', 'failure'],
    ['after-good', 'success'],
    ['after-bad', 'skipped'],
    ['after-after-bad', 'skipped'],
    ['always-after-bad', 'success'],
    ['after-always', 'skipped'],
    ['on-failure-far', 'success'],
    ['on-failure-none', 'skipped'],
    ['not-cancelled', 'success'],
    ['after-never', 'skipped'],
    ['not-cancelled-after-never', 'success'],
    ['after-not-cancelled-after-never', 'skipped'],
    ['by-result', 'success'],
    ['after-tolerated', 'success'],
    ['wrapped-condition', 'skipped'],
    ['text-around-expression', 'success'],
  ])('%s is %s', (job, conclusion) => {
    expect(result.job(job).conclusion).toBe(conclusion);
  });

  test('the run fails because a job failed, and says so to GitHub', () => {
    expect(result.run.conclusion).toBe('failure');
    expect(result.host.log.runs).toEqual(['queued', 'in_progress', 'completed failure']);
    expect(result.host.log.jobs).toContain('after-bad completed skipped');
    expect(result.host.log.jobs.filter((line) => line.startsWith('good '))).toEqual([
      'good queued',
      'good in_progress',
      'good completed success',
    ]);
  });

  test('a job starts only after those it needs have ended', () => {
    const order = result.events.flatMap((event) =>
      event.type === 'job-started' || event.type === 'job-finished' ? [`${event.type} ${event.job}`] : [],
    );
    expect(order.indexOf('job-finished bad')).toBeLessThan(order.indexOf('job-started always-after-bad'));
    expect(order).not.toContain('job-started never');
    expect(order).toContain('job-finished never');
  });
});

describe('workflow files that GitHub refuses', () => {
  test.each([
    [
      'an unknown need',
      'jobs: { a: { needs: b, runs-on: x, steps: [] }, c: { runs-on: x, steps: [] } }',
      /unknown job 'b'/,
    ],
    [
      'a cycle',
      'jobs: { c: { runs-on: x, steps: [] }, a: { needs: b, runs-on: x, steps: [] }, b: { needs: a, runs-on: x, steps: [] } }',
      /cycle/,
    ],
    [
      'a context in the wrong place',
      "jobs: { a: { runs-on: x, if: secrets.X == 'y', steps: [] } }",
      /Unrecognized named-value: 'secrets'/,
    ],
    ['an unknown key', 'jobs: { a: { runs-on: x, stepz: [] } }', /Unexpected value 'stepz'/],
    [
      'an unknown cache-mode',
      'jobs: { a: { runs-on: x, cache-mode: off, steps: [] } }',
      /cache-mode is one of/,
    ],
    ['broken YAML', 'jobs: {', /Invalid workflow file/],
  ])('%s', async (_name, jobs, message) => {
    const { run } = await runCase(`on: push\n${jobs}\n`);
    expect(run).toMatchObject({ conclusion: 'failure', jobs: [] });
    expect(run.startupErrors.join('\n')).toMatch(message);
  });

  test('containers are refused, not ignored', async () => {
    const { job } = await runCase(
      'on: push\njobs: { a: { runs-on: x, container: node, steps: [{ run: echo }] } }',
    );
    expect(job('a')).toMatchObject({ conclusion: 'failure', steps: [] });
    expect(job('a').annotations[0]?.message).toContain('`container` is not simulated');
  });
});
