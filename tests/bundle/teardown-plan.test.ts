/** teardown-plan against the simulated GitHub: nothing is destroyed that was not confirmed, and nothing is forgotten. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { teardownDocument } from '#lib/report/teardown-document.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import {
  startStub,
  startTestGitHub,
  type StubServer,
  type TestGitHub,
} from '#tests/support/simulated-github.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

let github: TestGitHub;
/** For runs that must not call GitHub. */
let silent: StubServer;
beforeAll(async () => {
  github = await startTestGitHub();
  silent = await startStub();
});
afterAll(async () => {
  await github.close();
  await silent.close();
});

const STACKS = ['foundation', 'cluster', 'nodes', 'addons', 'zoo'];

function workspaceWith(stacks: readonly string[] = STACKS): string {
  const workspace = temporaryDirectory('teardown-');
  for (const stack of stacks) {
    const file = join(workspace, 'terraform/stacks', stack, 'main.tf');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  }
  return workspace;
}

const INPUTS = { name: 'preview-42', confirm: 'preview-42', environment: 'destroy' };

async function plan(
  inputs: Readonly<Record<string, string>> = {},
  reviewers: readonly string[] = ['mona'],
): Promise<RunResult> {
  const pull = await github.open({ head: { 'docs/a.txt': 'x' } });
  const { repository } = pull;
  github.state.createEnvironment({ repository, name: 'destroy', reviewers, branches: ['main'] });
  const run = await pull.queue();
  const token = pull.token(run, { actions: 'read', contents: 'read' });
  return runBundle({
    action: 'teardown-plan',
    ...pull.step(run),
    workspace: workspaceWith(),
    inputs: { ...INPUTS, 'github-token': token, ...inputs },
  });
}

const order = (result: RunResult) =>
  (JSON.parse(result.outputs['stacks'] ?? '[]') as { name: string }[]).map(({ name }) => name);

test('gives the stacks in the reverse of the order in which they are applied', async () => {
  const result = await plan();
  expect(result).toMatchObject({ exitCode: 0, outputs: { count: '5', protection: 'protected' } });
  expect(order(result)).toEqual(['zoo', 'addons', 'nodes', 'cluster', 'foundation']);
  const document = teardownDocument.parse(result.report(), 'report');
  expect(document).toMatchObject({ name: 'preview-42', workspace: 'default', environment: 'destroy' });
  expect(result.summary).toMatch(/^### `preview-42` is to be destroyed: 5 stacks/);
  const other = await plan({ order: 'terraform/stacks/zoo/, addons', workspace: 'preview-42' });
  expect(order(other)).toEqual(['nodes', 'foundation', 'cluster', 'addons', 'zoo']);
  expect(teardownDocument.parse(other.report(), 'report').workspace).toBe('preview-42');
});

describe('what is refused', () => {
  test.each([
    [{ confirm: '' }, 'EHA1270', 'nothing was typed'],
    [{ confirm: 'preview-4' }, 'EHA1270', 'the input confirm must be `preview-42`'],
    [{ name: '../up' }, 'EHA1001', 'name'],
    [{ stacks: 'terraform/stacks/*, infra/forgotten' }, 'EHA1230', 'infra/forgotten'],
    [{ stacks: '../other' }, 'EHA1232', '../other'],
  ])('%j: %s, before GitHub is asked', async (inputs, code, told) => {
    const result = await runBundle({
      action: 'teardown-plan',
      env: silent.env,
      workspace: workspaceWith(),
      inputs: { ...INPUTS, 'github-token': 'token', ...inputs },
    });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain(code);
    expect(result.stdout).toContain(told);
    expect(result.outputs['stacks']).toBeUndefined();
    expect(silent.requests).toEqual([]);
  });

  test('an environment that nobody has to approve, unless that is allowed', async () => {
    const refused = await plan({}, []);
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout).toContain('EHA1134');
    const allowed = await plan({ 'allow-unprotected': 'true' }, []);
    expect(allowed).toMatchObject({ exitCode: 0, outputs: { protection: 'unprotected', count: '5' } });
  });
});
