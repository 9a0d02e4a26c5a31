import { beforeAll, describe, expect, test } from '@jest/globals';
import { SUITE } from './support/called.ts';
import { ACTIONS, fixture } from './support/files.ts';
import { runCase, type CaseResult } from './support/run.ts';

let result: CaseResult;
beforeAll(async () => {
  result = await runCase(fixture('actions'), { files: ACTIONS, others: { 'suite/tools': SUITE } });
});

test('post parts run last in, first out, also after a failure, and only for steps that ran', () => {
  const steps = result.job('order').steps.map((step) => `${step.name}: ${step.conclusion}`);
  expect(steps).toEqual([
    'Run actions/checkout@v7: success',
    'first: success',
    'second: success',
    'fails: failure',
    'third: skipped',
    'Post second: success',
    'Post first: success',
  ]);
});

test('state goes from main to post of the same step, with the inputs', () => {
  expect(result.lines('order', 'Post second')).toEqual(['post second second']);
  expect(result.lines('order', 'Post first')).toEqual(['post first first']);
});

test('inputs become INPUT_ variables: upper case, blanks to underscores, hyphens kept, defaults evaluated', () => {
  expect(result.lines('inputs').filter((line) => line.startsWith('INPUT_'))).toEqual([
    'INPUT_DEFAULTED=octo/app on Linux',
    'INPUT_NEEDED=',
    'INPUT_OLD=o',
    'INPUT_TWO_WORDS=yes please',
    'INPUT_UNKNOWN=u',
    'INPUT_WITH-HYPHEN=h',
  ]);
});

test('undeclared and deprecated inputs are warned about', () => {
  const messages = result.job('inputs').annotations.map(({ level, message }) => [level, message]);
  expect(messages).toEqual([
    [
      'warning',
      "Unexpected input(s) 'unknown', valid inputs are ['two words', 'With-Hyphen', 'defaulted', 'needed', 'old']",
    ],
    ['warning', "Input 'old' has been deprecated with message: use new"],
  ]);
});

describe('composite actions', () => {
  test.each([
    ['greeting', 'hello mona given job'],
    ['inner', 'hi mona again'],
    ['path', 'outer-outer'],
    ['env', 'inside-'],
    ['leak', ''],
  ])('%s is %j', (output, value) => {
    expect(result.job('composite').outputs[output] ?? '').toBe(value);
  });

  test('their inner actions have a post part too', () => {
    expect(result.job('composite').steps.map((step) => step.name)).toContain('Post Run $/actions/recorder');
  });

  test('a failed inner step skips the next, but not one with always()', () => {
    expect(result.job('composite-fails').outputs).toEqual({
      always: 'yes-skipped-failure',
      outcome: 'failure',
    });
  });
});

describe('actions that cannot run', () => {
  test.each([
    [
      'missing',
      /Can't find 'action.yml', 'action.yaml' or 'Dockerfile' under .* forget to run actions\/checkout/,
    ],
    ['old-node', /runs on 'node20', which is not supported/],
    [
      'third-party',
      /Unable to resolve action 'someone\/else@v1'.*actions\/checkout, actions\/upload-artifact/,
    ],
  ])('%s', (job, message) => {
    expect(result.job(job).conclusion).toBe('failure');
    expect(result.job(job).annotations[0]?.message).toMatch(message);
  });

  test('an action that cannot be resolved fails the job before any step', () => {
    expect(result.job('third-party').steps).toEqual([]);
  });
});

test('an action of another repository runs from there', () => {
  expect(result.job('remote').outputs).toEqual({ text: 'suite greets world' });
});

test('pre runs before the first step and its post even when main is skipped', () => {
  expect(result.job('pre').steps.map((step) => `${step.name}: ${step.conclusion}`)).toEqual([
    'Pre with pre: success',
    'a step: success',
    'with pre: skipped',
    'Post with pre: success',
  ]);
  expect(result.lines('pre', 'Post with pre')).toEqual(['in post 1']);
});

test('post-if decides about the post part', () => {
  expect(result.job('post-condition').steps.at(-1)).toMatchObject({
    name: 'Post only on failure',
    conclusion: 'skipped',
  });
});
