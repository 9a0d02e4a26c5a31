import { beforeAll, describe, expect, test } from '@jest/globals';
import { fixture } from './support/files.ts';
import { runCase, type CaseResult } from './support/run.ts';

let result: CaseResult;
beforeAll(async () => {
  result = await runCase(fixture('steps'));
});

describe('outputs that tell what happened', () => {
  test.each([
    ['outcome', 'outcome', 'failure'],
    ['outcome', 'conclusion', 'success'],
    ['outcome', 'skipped', 'skipped-skipped'],
    ['outcome', 'status', 'success'],
    ['precedence', 'job', 'job'],
    ['precedence', 'step', 'step'],
    ['precedence', 'workflow', 'w'],
    ['precedence', 'later', 'file'],
    ['precedence', 'context', 'step and file'],
    ['defaults', 'job', 'from-job'],
    ['defaults', 'step', 'from-step'],
    ['defaults', 'pipefail', 'failure'],
    ['defaults', 'bare', 'success'],
    ['shells', 'sh', 'e'],
    ['shells', 'python', '2'],
    ['shells', 'template', 'x'],
    ['shells', 'missing', 'failure'],
    ['shells', 'no-file', 'failure'],
    ['shells', 'stops', 'failure'],
    ['shells', 'heredoc', "it's 'mona' and '{0}'"],
    ['files', 'multi', 'one=1\n\ntwo<<x'],
    ['files', 'empty', '[]'],
    ['files', 'equals', 'a=b=c'],
    ['files', 'path', 'second'],
    ['files', 'node', '[]'],
    ['files', 'github', ''],
    ['files', 'bad', 'failure'],
  ])('%s: %s is %j', (job, output, value) => {
    expect(result.job(job).outputs[output] ?? '').toBe(value);
  });
});

test('status functions choose the steps of a failed job', () => {
  const steps = result.job('status-functions').steps.map((step) => `${step.name}: ${step.conclusion}`);
  expect(steps).toEqual([
    'fails: failure',
    'default: skipped',
    'on failure: success',
    'on always: success',
    'on success: skipped',
    'on cancelled: skipped',
    'not wrapped: success',
  ]);
});

test('contexts and default variables are as documented', () => {
  expect(result.job('contexts').steps.map((step) => step.conclusion)).toEqual([
    'success',
    'success',
    'success',
  ]);
});

test('steps without a name are called after what they run', () => {
  expect(result.job('names').steps.map((step) => step.name)).toEqual(['Run echo first line', 'Named mona']);
});

test('an exit code is told as the runner tells it', () => {
  expect(result.job('status-functions').annotations).toContainEqual({
    level: 'error',
    message: 'Process completed with exit code 1.',
    title: undefined,
    file: undefined,
    line: undefined,
  });
});

test('NODE_OPTIONS and an unclosed heredoc are refused in words', () => {
  const messages = result.job('files').annotations.map((annotation) => annotation.message);
  expect(messages).toContain("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  expect(messages).toContain("Invalid value. Matching delimiter not found 'EOF'");
});

test('a run step with the bash of the defaults is started as documented', () => {
  expect(result.lines('defaults').join('\n')).toMatch(
    /shell: \S*bash --noprofile --norc -e -o pipefail \{0\}/,
  );
});

test('a working directory that is not there fails the step, not the simulator', async () => {
  const { job } = await runCase(
    'on: push\njobs: { a: { runs-on: x, steps: [{ run: echo, working-directory: absent }, { name: next, if: always(), run: echo }] } }',
  );
  expect(job('a').annotations[0]?.message).toMatch(
    /An error occurred trying to start process '.*' with working directory/,
  );
  expect(job('a').steps.map((step) => step.conclusion)).toEqual(['failure', 'success']);
});

test.each([
  ['SIM1201', { workRoot: '/dev/null/folder' }],
  ['SIM1202', { nodePath: '/no/such/node' }],
])('%s: a machine that cannot play a runner is an error of the simulator', async (code, request) => {
  const workflow = 'on: push\njobs: { a: { runs-on: x, steps: [{ run: echo }] } }';
  await expect(runCase(workflow, { request })).rejects.toMatchObject({ code });
});
