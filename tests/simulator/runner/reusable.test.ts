import { beforeAll, describe, expect, test } from '@jest/globals';
import { LOCAL_WORKFLOWS, SUITE } from './support/called.ts';
import { fixture } from './support/files.ts';
import { runCase, type CaseResult } from './support/run.ts';

const SETUP = {
  files: LOCAL_WORKFLOWS,
  others: { 'suite/tools': SUITE },
  secrets: { DEPLOY_TOKEN: 'deploy-me-please', OTHER: 'other-secret' },
};

describe('a called workflow', () => {
  let result: CaseResult;
  beforeAll(async () => {
    result = await runCase(fixture('reusable'), SETUP);
  });

  test('carries the names of its callers', () => {
    expect(Object.keys(result.conclusions).sort()).toEqual([
      'Call it / deeper / bottom',
      'Call it / work',
      'each (a) / one',
      'each (b) / one',
      'inherit / sees',
      'use',
    ]);
    expect(result.run.conclusion).toBe('success');
  });

  test.each([
    ['Call it / work', 'greeting', 'suite greets mona'],
    ['Call it / work', 'types', 'true'],
    ['Call it / work', 'secret', 'true'],
    ['Call it / work', 'others', '[]'],
    ['Call it / work', 'env', '[]'],
    ['Call it / work', 'job', 'suite/tools .github/workflows/called.yml octo/app'],
    [
      'Call it / work',
      'refs',
      'octo/app/.github/workflows/test.yml@refs/heads/main suite/tools/.github/workflows/called.yml@v1',
    ],
    ['Call it / work', 'oidc', '[]'],
    ['inherit / sees', 'sees', 'true'],
    ['use', 'greeting', 'suite greets mona'],
    ['use', 'fallback', 'default for octo/app'],
    ['use', 'who', 'true'],
    ['use', 'result', 'success'],
  ])('%s: %s is %j', (job, output, value) => {
    expect(result.job(job).outputs[output]).toBe(value);
  });

  test('gets what its job asks for, within what the caller holds', () => {
    const { identities } = result.host.log;
    expect(identities.get('Call it / work')?.permissions).toMatchObject({
      contents: 'read',
      'id-token': 'none',
    });
    expect(identities.get('Call it / deeper / bottom')?.permissions).toMatchObject({
      contents: 'read',
      'id-token': 'write',
    });
    expect(identities.get('Call it / work')).toMatchObject({
      workflowRef: 'suite/tools/.github/workflows/called.yml@v1',
      environment: undefined,
    });
  });
});

const CALLED = (permissions: string) => `
on: { workflow_call: { inputs: { a: { type: string }, n: { type: number } } } }
permissions: ${permissions}
jobs: { build: { runs-on: x, steps: [{ run: echo }] } }`;

describe('refused before any job starts', () => {
  test.each([
    [
      'more permissions than the caller holds',
      'permissions: { contents: read }\njobs: { c: { uses: ./.github/workflows/c.yml } }',
      CALLED('{ contents: write, pull-requests: read }'),
      "Error calling workflow './.github/workflows/c.yml'. The workflow is requesting 'contents: write, pull-requests: read', but is only allowed 'contents: read, pull-requests: none'.",
    ],
    [
      'a nested job that asks for more',
      'permissions: { contents: read }\njobs: { c: { uses: ./.github/workflows/c.yml } }',
      'on: workflow_call\njobs: { build: { permissions: { id-token: write }, runs-on: x, steps: [{ run: echo }] } }',
      "The nested job 'build' is requesting 'id-token: write', but is only allowed 'id-token: none'.",
    ],
    [
      'an unknown input',
      'jobs: { c: { uses: ./.github/workflows/c.yml, with: { b: x } } }',
      CALLED('{}'),
      'Invalid input, b is not defined in the referenced workflow ./.github/workflows/c.yml.',
    ],
    [
      'a missing required input',
      'jobs: { c: { uses: ./.github/workflows/c.yml } }',
      'on: { workflow_call: { inputs: { a: { type: string, required: true } } } }\njobs: { b: { runs-on: x, steps: [{ run: echo }] } }',
      'Input a is required, but not provided while calling ./.github/workflows/c.yml.',
    ],
    [
      'a missing required secret',
      'jobs: { c: { uses: ./.github/workflows/c.yml } }',
      'on: { workflow_call: { secrets: { s: { required: true } } } }\njobs: { b: { runs-on: x, steps: [{ run: echo }] } }',
      'Secret s is required, but not provided while calling ./.github/workflows/c.yml.',
    ],
    [
      'a workflow that is not reusable',
      'jobs: { c: { uses: ./.github/workflows/c.yml } }',
      'on: push\njobs: { b: { runs-on: x, steps: [{ run: echo }] } }',
      'workflow is not reusable as it is missing a `on.workflow_call` trigger',
    ],
    [
      'a workflow that does not exist',
      'jobs: { c: { uses: ./.github/workflows/d.yml } }',
      CALLED('{}'),
      'workflow was not found',
    ],
    [
      'a repository that does not exist',
      'jobs: { c: { uses: no/body/.github/workflows/d.yml@v1 } }',
      CALLED('{}'),
      'workflow was not found',
    ],
  ])('%s', async (_name, caller, called, message) => {
    const { run } = await runCase(`on: push\n${caller}\n`, { files: { '.github/workflows/c.yml': called } });
    expect(run).toMatchObject({ conclusion: 'failure', jobs: [] });
    expect(run.startupErrors.join('\n')).toContain(message);
  });

  test('more than ten levels', async () => {
    const call = (next: number) =>
      `on: workflow_call\njobs: { c: { uses: ./.github/workflows/w${next}.yml } }`;
    const levels = (count: number) => ({
      ...Object.fromEntries(
        Array.from({ length: count - 1 }, (_, index) => [`.github/workflows/w${index}.yml`, call(index + 1)]),
      ),
      [`.github/workflows/w${count - 1}.yml`]:
        'on: workflow_call\njobs: { end: { runs-on: x, steps: [{ run: echo }] } }',
    });
    const entry = 'on: push\njobs: { c: { uses: ./.github/workflows/w0.yml } }';
    expect((await runCase(entry, { files: levels(10) })).run.startupErrors.join()).toContain(
      'exceeds the limit of 10 levels',
    );
    expect((await runCase(entry, { files: levels(9) })).run.conclusion).toBe('success');
  });
});

test('an input of another type fails the calling job', async () => {
  const { job } = await runCase(
    'on: push\njobs: { c: { uses: ./.github/workflows/c.yml, with: { n: "many" } } }',
    {
      files: { '.github/workflows/c.yml': CALLED('{}') },
    },
  );
  expect(job('c')).toMatchObject({ conclusion: 'failure', steps: [] });
  expect(job('c').annotations[0]?.message).toContain('expected type: Number');
});

test('a failed job of a called workflow fails the calling job for those who need it', async () => {
  const { conclusions } = await runCase(
    'on: push\njobs: { c: { uses: ./.github/workflows/c.yml }, after: { needs: c, runs-on: x, steps: [{ run: echo }] } }',
    {
      files: {
        '.github/workflows/c.yml':
          'on: workflow_call\njobs: { bad: { runs-on: x, steps: [{ run: exit 1 }] } }',
      },
    },
  );
  expect(conclusions).toEqual({ 'c / bad': 'failure', after: 'skipped' });
});

test('a pull request from a fork gets no secrets, no OIDC and reading only', async () => {
  const { job, host } = await runCase(
    `on: pull_request
permissions: { contents: write, id-token: write }
jobs:
  a:
    runs-on: x
    outputs: { secret: '[\${{ secrets.DEPLOY_TOKEN }}]' }
    steps: [{ run: test -z "$ACTIONS_ID_TOKEN_REQUEST_URL" }]`,
    {
      ...SETUP,
      run: {
        eventName: 'pull_request',
        event: { pull_request: { head: { repo: { full_name: 'fork/app' } } } },
      },
    },
  );
  expect(job('a')).toMatchObject({ conclusion: 'success', outputs: { secret: '[]' } });
  expect(host.log.identities.get('a')?.permissions).toMatchObject({ contents: 'read', 'id-token': 'none' });
});
