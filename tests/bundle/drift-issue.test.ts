/** Drift of a stack of the simulated clouds over several nights, with real Terraform and the simulated GitHub. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { driftDocument, type DriftDocument } from '#lib/report/drift-document.js';
import { startProviderServer, type ProviderServer } from '#simulator/terraform-provider/server.js';
import { World } from '#simulator/world/world.js';
import { everythingLeft, STACK, stackWith, terraform, write } from '#tests/support/plan-and-apply.js';
import { runBundle, type RunOptions, type RunResult } from '#tests/support/run-bundle.js';
import { startTestGitHub, type TestGitHub, type TestPullRequest } from '#tests/support/simulated-github.js';

const root = mkdtempSync(join(tmpdir(), 'drift-'));
let github: TestGitHub;
let world: World;
let provider: ProviderServer;
beforeAll(async () => {
  github = await startTestGitHub();
  world = World.open({ directory: join(root, 'world') });
  provider = await startProviderServer({ world });
});
afterAll(async () => {
  await provider.close();
  await world.close();
  await github.close();
  rmSync(root, { recursive: true });
});

const SECRET = 'tr0ub4dor-and-3';

const CONFIGURATION = (cidr: string, tags: string) => `
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region = "eu-central-1"
}
variable "password" {
  type      = string
  sensitive = true
}
resource "aws_vpc" "main" {
  cidr_block = "${cidr}"
  tags       = { ${tags} }
}
resource "terraform_data" "name" {
  input = { vpc = aws_vpc.main.id, password = var.password }
}
`;

interface Bed {
  readonly workspace: string;
  readonly pull: TestPullRequest;
  check(inputs?: Readonly<Record<string, string>>, onStdout?: RunOptions['onStdout']): Promise<RunResult>;
  change(attributes: Readonly<Record<string, string | Readonly<Record<string, string>>>>): void;
  issues(): readonly {
    number: number;
    title: string;
    state: string;
    body: string;
    labels: readonly string[];
  }[];
  comments(number: number): readonly string[];
}

/** An applied stack, a repository with a pull request that does not touch it, and a world with its one VPC. */
async function bed(head: Readonly<Record<string, string>> = { 'docs/a.txt': 'x' }): Promise<Bed> {
  for (const { key } of world.objects.list()) world.objects.delete(key);
  const workspace = stackWith({ 'main.tf': CONFIGURATION('10.0.0.0/16', 'Owner = "net"') });
  const clouds = {
    ...provider.environment,
    AWS_ACCESS_KEY_ID: 'simulated',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    TF_VAR_password: SECRET,
  };
  await terraform(workspace, ['init'], clouds);
  await terraform(workspace, ['apply', '-auto-approve'], clouds);
  const pull = await github.open({ head });
  const run = await pull.queue();
  const repository = github.state.repository(pull.repository);
  return {
    workspace,
    pull,
    check: (inputs = {}, onStdout) => {
      const permissions = { contents: 'read', issues: 'write', 'pull-requests': 'read' } as const;
      return runBundle({
        action: 'drift-issue',
        workspace,
        inputs: {
          'working-directory': STACK,
          lockfile: 'update',
          'changed-by': 'off',
          'github-token': pull.token(run, permissions),
          ...inputs,
        },
        eventName: 'schedule',
        event: {},
        env: { ...pull.step(run).env, ...clouds },
        ...(onStdout === undefined ? {} : { onStdout }),
      });
    },
    change: (attributes) => {
      const [vpc] = world.objects.list('aws_vpc');
      if (vpc === undefined) throw new Error('no VPC');
      world.objects.patch(vpc.key, attributes);
    },
    issues: () =>
      [...repository.issues.values()]
        .filter((issue) => issue.pull === undefined)
        .map(({ number, title, state, body, labels }) => ({
          number,
          title,
          state,
          body: body ?? '',
          labels: labels.map(({ name }) => name),
        })),
    comments: (number) => github.state.comments(pull.repository, number).map(({ body }) => body),
  };
}

const documentOf = (result: RunResult): DriftDocument => driftDocument.parse(result.report(), 'the report');

describe('over several nights', () => {
  test('an issue is opened, left alone, changed, closed and opened again', async () => {
    const { check, change, issues, comments } = await bed();

    const first = await check();
    expect(first.stderr).toBe('');
    expect(first).toMatchObject({
      exitCode: 0,
      outputs: { status: 'clean', drifted: '0', unapplied: '0', 'issue-action': 'none', changed: 'false' },
    });
    expect(issues()).toEqual([]);

    change({ tags: { Owner: 'somebody' } });
    const second = await check();
    expect(second.outputs).toMatchObject({
      status: 'drifted',
      drifted: '1',
      unapplied: '0',
      'issue-action': 'opened',
      changed: 'true',
      failures: '0',
      'terraform-version': expect.stringMatching(/^1\./),
    });
    const [issue] = issues();
    expect(issue).toMatchObject({ title: 'Drift: net', state: 'open', labels: ['drift'] });
    expect(issue?.body).toContain('! tags.Owner = "net" → "somebody"');
    expect(issue?.body).toContain('Changed last by: unknown');
    expect(second.summary).toMatch(/^## `net`: 1 object changed outside Terraform/);

    const third = await check();
    expect(third.outputs).toMatchObject({ 'issue-action': 'unchanged', changed: 'false' });
    expect(third.outputs['fingerprint']).toBe(second.outputs['fingerprint']);
    expect(issues()).toEqual([issue]);
    expect(comments(issue?.number ?? 0)).toEqual([]);

    change({ tags: { Owner: `the key is ${SECRET}` } });
    const changed = await check();
    expect(changed.outputs).toMatchObject({ 'issue-action': 'updated', changed: 'true' });
    expect(issues()[0]?.body).toContain('the key is');
    expect(everythingLeft(changed) + (issues()[0]?.body ?? '')).not.toContain(SECRET);
    expect(comments(issue?.number ?? 0)).toHaveLength(1);

    change({ tags: { Owner: 'net' } });
    expect((await check()).outputs).toMatchObject({ status: 'clean', 'issue-action': 'closed' });
    expect(issues()[0]?.state).toBe('closed');

    change({ tags: { Owner: 'somebody' } });
    const last = await check();
    expect(last.outputs).toMatchObject({ 'issue-action': 'reopened', 'issue-number': String(issue?.number) });
    expect(issues()).toHaveLength(1);
    expect(comments(issue?.number ?? 0)).toHaveLength(3);
  });

  test('what is not applied is not called drift, alone or beside it', async () => {
    const { workspace, check, change, issues } = await bed();
    write(workspace, {
      'main.tf': `${CONFIGURATION('10.0.0.0/16', 'Owner = "net"')}\nresource "terraform_data" "new" {}\n`,
    });
    const waiting = await check();
    expect(waiting.outputs).toMatchObject({ status: 'unapplied', drifted: '0', unapplied: '1' });
    expect(issues()).toEqual([]);
    expect(waiting.summary).toContain('Not applied yet');

    change({ tags: { Owner: 'somebody' } });
    const both = documentOf(await check());
    expect(both).toMatchObject({ status: 'both', issue: { action: 'opened' } });
    // The plan would also set the tag back, which is no unapplied change.
    expect(both.unapplied?.changes.map(({ address }) => address)).toEqual(['terraform_data.new']);
    expect(both.drift?.map(({ address }) => address)).toEqual(['aws_vpc.main']);
    expect(issues()[0]?.body).not.toContain('terraform_data.new');

    change({ tags: { Owner: 'net' } });
    const reported = await check({ 'report-unapplied': 'true' });
    expect(reported.outputs).toMatchObject({ status: 'unapplied', 'issue-action': 'updated' });
    expect(issues()[0]).toMatchObject({ title: 'Unapplied changes: net', state: 'open' });
  });

  test('an object that is gone is drift, and its return is not an unapplied change', async () => {
    const { check, issues } = await bed();
    for (const { key } of world.objects.list('aws_vpc')) world.objects.delete(key);
    const document = documentOf(await check());
    expect(document).toMatchObject({ status: 'drifted', unapplied: { changes: [] } });
    expect(issues()[0]?.body).toContain('**Gone:** `aws_vpc.main`');
  });
});

test('ignore rules hide what they name, until they expire', async () => {
  const { check, change, issues } = await bed();
  change({ tags: { Owner: 'somebody' } });
  const rule = (expires: string) =>
    `[{type: 'aws_v*', attribute: 'tags*', reason: set by the owner, expires: '${expires}'}]`;

  const hidden = documentOf(await check({ ignore: rule('2999-12-31') }));
  expect(hidden).toMatchObject({ status: 'clean', rules: [{ expired: false, matched: ['aws_vpc.main'] }] });
  const expired = await check({ ignore: rule('2026-01-01') });
  expect(expired.outputs['status']).toBe('drifted');
  expect(expired.annotations.map(({ message }) => message).join('\n')).toContain('expired on 2026-01-01');
  expect(issues()[0]?.body).toContain('set by the owner');
  const wrong = await check({ ignore: '[{reason: why not}]' });
  expect(wrong).toMatchObject({ exitCode: 1 });
  expect(wrong.stdout).toContain('EHA1290');
});

test('no more issues than max-open; one closed as not planned stays closed', async () => {
  const { pull, check, change, issues } = await bed();
  github.state.createIssue({
    repository: pull.repository,
    title: 'by hand',
    author: 'mona',
    labels: ['drift'],
  });
  change({ tags: { Owner: 'somebody' } });
  expect((await check({ 'max-open': '1' })).outputs).toMatchObject({
    status: 'drifted',
    'issue-action': 'capped',
    'issue-number': '',
  });
  const opened = await check();
  expect(opened.outputs['issue-action']).toBe('opened');
  const issue = github.state.repository(pull.repository).issues.get(Number(opened.outputs['issue-number']));
  if (issue === undefined) throw new Error('no issue');
  issue.state = 'closed';
  issue.stateReason = 'not_planned';
  expect((await check()).outputs['issue-action']).toBe('accepted');
  change({ tags: { Owner: 'another' } });
  expect((await check()).outputs['issue-action']).toBe('reopened');
  expect(issues()).toHaveLength(2);
});

test('nothing is planned while an open pull request touches the stack', async () => {
  const { pull, check, change, issues } = await bed({ [`${STACK}/extra.tf`]: '# new\n' });
  change({ tags: { Owner: 'somebody' } });
  const skipped = await check();
  expect(skipped).toMatchObject({
    exitCode: 0,
    outputs: { status: 'skipped', drifted: '', changed: 'false' },
  });
  expect(documentOf(skipped).skippedFor).toBe(pull.number);
  expect(skipped.stdout).not.toContain('terraform init');
  expect(issues()).toEqual([]);
  expect((await check({ 'skip-touched': 'false' })).outputs['status']).toBe('drifted');
});

test('failures in a row open an issue of their own, which a success closes', async () => {
  const { workspace, check, issues } = await bed();
  write(workspace, { 'broken.tf': 'resource "terraform_data" "x" {\n  input = file("missing")\n}\n' });
  const inputs = { 'failures-before-issue': '2', 'previous-report': 'drift.json' };

  const first = await check(inputs);
  expect(first).toMatchObject({ exitCode: 1, outputs: { status: 'error', failures: '1', drifted: '' } });
  expect(first.summary).toContain('unknown');
  expect(issues()).toEqual([]);
  writeFileSync(join(workspace, 'drift.json'), JSON.stringify(first.report()));
  const second = await check(inputs);
  expect(second.outputs).toMatchObject({ failures: '2', 'issue-action': 'opened' });
  expect(issues()[0]).toMatchObject({ title: 'Drift check fails: net', state: 'open' });
  expect(issues()[0]?.body).toContain('EHA1206');

  write(workspace, { 'broken.tf': '' });
  expect((await check(inputs)).outputs).toMatchObject({ status: 'clean', failures: '0' });
  expect(issues()[0]?.state).toBe('closed');
  const other = await check({ ...inputs, stack: 'other' });
  expect(other.stdout).toContain('EHA1291');
});

test('a token that may not write issues fails the step, and the document is there', async () => {
  const { pull, check, change } = await bed();
  change({ tags: { Owner: 'somebody' } });
  const token = pull.token(await pull.queue(), { issues: 'read', 'pull-requests': 'read' });
  const refused = await check({ 'github-token': token });
  expect(refused).toMatchObject({
    exitCode: 1,
    outputs: { status: 'drifted', drifted: '1', changed: 'false' },
  });
  expect(refused.stdout).toContain('EHA1101');
  expect(documentOf(refused).notes.join('\n')).toContain('could not be kept');
  const silent = await check({ 'github-token': '' });
  expect(silent).toMatchObject({ exitCode: 0, outputs: { status: 'drifted', 'issue-action': '' } });
});

test('a cancelled run knows nothing, leaves the issue alone and counts as no failure', async () => {
  const { check, change, issues } = await bed();
  change({ tags: { Owner: 'somebody' } });
  let isSent = false;
  const cancelled = await check({}, (child, soFar) => {
    if (isSent || !soFar.includes('terraform plan -refresh-only')) return;
    isSent = true;
    child.kill('SIGINT');
  });
  expect(cancelled).toMatchObject({
    exitCode: 1,
    outputs: { status: 'cancelled', drifted: '', unapplied: '', failures: '0', changed: 'false' },
  });
  expect(documentOf(cancelled)).toMatchObject({ drift: null, failure: { code: 'EHA1005' } });
  expect(issues()).toEqual([]);
});
