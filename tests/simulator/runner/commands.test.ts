import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { fixture } from './support/files.ts';
import { runCase, type CaseResult } from './support/run.ts';

const KEY = 'k3y-"quoted"-value';
let result: CaseResult;
beforeAll(async () => {
  result = await runCase(fixture('commands'), { secrets: { API_KEY: KEY } });
});

test('error, warning and notice become annotations with their properties', () => {
  expect(
    result.job('annotations').annotations.filter((annotation) => !annotation.message.includes('command')),
  ).toEqual([
    { level: 'error', message: 'Missing\nsemicolon', title: 'Bad, really', file: 'app.js', line: 10 },
    { level: 'warning', message: 'careful 100%', title: undefined, file: undefined, line: undefined },
    { level: 'notice', message: 'note', title: 'N', file: undefined, line: undefined },
    { level: 'error', message: 'from stderr', title: undefined, file: undefined, line: undefined },
  ]);
});

test('groups are marked, debug is hidden, what is no command is printed', () => {
  const events = result.events.flatMap((event) =>
    event.type === 'log' && event.step === 'commands' ? [[event.command ?? '', event.line]] : [],
  );
  expect(events).toContainEqual(['group', 'A group']);
  expect(events).toContainEqual(['endgroup', '']);
  expect(events).toContainEqual(['', '::unknown-command::printed as it is']);
  expect(events).toContainEqual(['', 'text ::error::not at the start']);
  expect(events.flat()).not.toContain('hidden');
});

test('stop-commands holds until its token', () => {
  const lines = result.events.flatMap((event) =>
    event.type === 'log' && event.step === 'stopped' ? [[event.command ?? '', event.line]] : [],
  );
  expect(lines).toContainEqual(['', '::error::not a command now']);
  expect(lines).toContainEqual(['warning', 'a command again']);
});

test('set-env is disabled and fails its step; set-output still works', () => {
  const { steps, annotations } = result.job('annotations');
  expect(steps.find((step) => step.name === 'disabled')?.outcome).toBe('failure');
  expect(
    annotations.some((annotation) => annotation.message.includes('The `set-env` command is disabled')),
  ).toBe(true);
  expect(result.job('annotations').conclusion).toBe('success');
});

describe('masks', () => {
  test('hide secrets, their encoded forms, added values and single lines of them in every log', () => {
    const text = result.events.map((event) => JSON.stringify(event)).join('\n');
    expect(text).not.toContain('k3y-');
    expect(text).not.toContain(Buffer.from(KEY).toString('base64'));
    expect(text).not.toContain('runtime-42');
    expect(text).not.toContain('line two');
    expect(text).not.toContain('ghs_');
    expect(result.lines('masks', 'prints')).toContain('plain ***');
    expect(result.lines('masks', 'prints')).toContain('a *** b');
  });

  test('drop job outputs, with a warning, and leave step outputs alone', () => {
    const { outputs, annotations, conclusion } = result.job('masks');
    expect(outputs).toEqual({ plain: 'visible' });
    expect(annotations.map((annotation) => annotation.message)).toEqual([
      "Skip output 'leaked' since it may contain secret.",
      "Skip output 'masked' since it may contain secret.",
      "Skip output 'encoded' since it may contain secret.",
    ]);
    expect(conclusion).toBe('success');
  });

  test('reach the job summary', () => {
    expect(result.job('masks').steps[0]?.summary).toBe('summary ***\n');
  });
});

test('a step summary is kept, one above 1 MiB is refused without failing', () => {
  const { steps, annotations, conclusion } = result.job('summary');
  expect(steps.map((step) => step.summary)).toEqual(['# Title\n', undefined]);
  expect(annotations[0]?.message).toContain('supports content up to a size of 1024k, got 1074k');
  expect(conclusion).toBe('success');
});

test('hashFiles hashes the hashes of the files that match', () => {
  const sha = (data: string | Buffer) => createHash('sha256').update(data).digest();
  expect(result.job('hash').outputs).toEqual({
    one: sha(sha('one')).toString('hex'),
    two: sha(sha('two')).toString('hex'),
    none: '[]',
  });
});

test('with ACTIONS_STEP_DEBUG debug lines are shown', async () => {
  const shown = await runCase(
    'on: push\njobs: { a: { runs-on: x, steps: [{ run: "echo ::debug::seen" }] } }',
    {
      variables: { ACTIONS_STEP_DEBUG: 'true' },
    },
  );
  expect(shown.lines('a')).toContain('seen');
});
