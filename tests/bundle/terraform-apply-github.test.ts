/** What an apply asks of GitHub and tells it, with the simulated one. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NewEnvironment } from '#simulator/world/github-environments.js';
import { applied, apply, stackWith, stateOf, terraform } from '#tests/support/plan-and-apply.js';
import { startTestGitHub, type TestGitHub } from '#tests/support/simulated-github.js';
import type { RunResult } from '#tests/support/run-bundle.js';

let github: TestGitHub;
beforeAll(async () => {
  github = await startTestGitHub();
});
afterAll(() => github.close());

interface Situation {
  readonly environment?: Partial<NewEnvironment>;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Destroys a stack of one object on behalf of a pull request. */
async function destroy({
  environment,
  inputs,
}: Situation): Promise<{ result: RunResult; workspace: string; comments: readonly string[] }> {
  const workspace = stackWith({ 'main.tf': 'resource "terraform_data" "a" {}\n' });
  await terraform(workspace, ['init']);
  await terraform(workspace, ['apply', '-auto-approve']);
  const pull = await github.open({ head: { 'stacks/net/main.tf': '# net\n' } });
  if (environment !== undefined)
    github.state.createEnvironment({ repository: pull.repository, name: 'production', ...environment });
  const run = await pull.queue();
  const token = pull.token(run, {
    actions: 'read',
    contents: 'read',
    deployments: 'write',
    'pull-requests': 'write',
  });
  const result = await apply(
    workspace,
    {
      destroy: 'true',
      confirm: 'production',
      'allow-unprotected': 'false',
      'github-token': token,
      'pull-request': String(pull.number),
      ...inputs,
    },
    { ...pull.step(run), env: { ...pull.step(run).env } },
  );
  const comments = github.state.comments(pull.repository, pull.number).map(({ body }) => body);
  return { result, workspace, comments };
}

const PROTECTED = {
  reviewers: ['mona'],
  preventSelfReview: true,
  branches: ['main'],
  canAdminsBypass: false,
};

test('through a protected environment it is done, and the pull request is told', async () => {
  const { result, workspace, comments } = await destroy({ environment: PROTECTED });
  expect(applied(result)).toMatchObject({ status: 'applied', remaining: [] });
  expect(applied(result).notes.join('\n')).toContain('needs the approval of mona');
  expect(applied(result).notes.join('\n')).not.toContain('not possible');
  expect(comments).toHaveLength(1);
  expect(comments[0]).toContain('### `net`: destroyed, 1 of 1 change done');
  expect(await stateOf(workspace)).toEqual([]);
});

test('an environment that nobody approves, or that is not there, is refused before Terraform runs', async () => {
  for (const environment of [{}, { ...PROTECTED, reviewers: [] }, undefined]) {
    const { result, workspace } = await destroy(environment === undefined ? {} : { environment });
    expect(applied(result)).toMatchObject({
      status: 'refused',
      failure: { code: 'EHA1134', phase: 'environment' },
    });
    expect(result.stdout).not.toContain('terraform init');
    expect(await stateOf(workspace)).toHaveLength(1);
  }
});

test('a token that may not read the rules makes it unknown, which is refused unless it is allowed', async () => {
  const refused = await destroy({ environment: PROTECTED, inputs: { 'github-token': '' } });
  expect(applied(refused.result).failure?.code).toBe('EHA1135');
  const allowed = await destroy({ environment: {}, inputs: { 'allow-unprotected': 'true' } });
  expect(applied(allowed.result)).toMatchObject({ status: 'applied' });
  expect(applied(allowed.result).notes.join('\n')).toContain('no required reviewers');
});
