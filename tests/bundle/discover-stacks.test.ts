import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stacksDocument } from '#lib/report/stacks-document.js';
import type { TokenPermissions } from '#simulator/runner/host.js';
import { runBundle, type RunOptions, type RunResult } from '#tests/support/run-bundle.js';
import {
  startStub,
  startTestGitHub,
  type PullRequestFiles,
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

const RESOURCE = 'resource "terraform_data" "this" {}\n';
const BASE = {
  'README.md': '# Platform\n',
  'terraform/stacks/foundation/main.tf': 'module "network" {\n  source = "../../modules/network"\n}\n',
  'terraform/stacks/nodes/main.tf': RESOURCE,
  'terraform/stacks/nodes/README.md': '# Nodes\n',
  'terraform/modules/network/main.tf': RESOURCE,
  'terraform/modules/network/rules/allow.json':
    '{"allow": ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]}\n',
};
const FOUNDATION = {
  name: 'foundation',
  directory: 'terraform/stacks/foundation',
  slug: 'terraform-stacks-foundation',
};
const NODES = { name: 'nodes', directory: 'terraform/stacks/nodes', slug: 'terraform-stacks-nodes' };

function discover(options: RunOptions): Promise<RunResult> {
  return runBundle({ action: 'discover-stacks', ...options });
}

interface Situation extends PullRequestFiles {
  readonly stacks?: string;
  readonly on?: TestGitHub;
  readonly permissions?: TokenPermissions;
  readonly env?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** The action in the run of a pull request with these files, in a checkout of its merge commit. */
async function inPullRequest(situation: Situation): Promise<RunResult & { readonly token: string }> {
  const pull = await (situation.on ?? github).open(situation);
  const run = await pull.queue();
  const token = pull.token(run, situation.permissions ?? { contents: 'read', 'pull-requests': 'read' });
  const step = pull.step(run);
  const result = await discover({
    ...step,
    env: { ...step.env, ...situation.env },
    workspace: await pull.checkout(run),
    inputs: {
      'github-token': token,
      ...(situation.stacks === undefined ? {} : { stacks: situation.stacks }),
      ...situation.inputs,
    },
  });
  return { ...result, token };
}

/** The action outside a pull request, in a folder with these files. */
function inPush(
  files: readonly string[] | Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  const workspace = temporaryDirectory('discover-stacks-');
  const contents = Array.isArray(files)
    ? files.map((file: string) => [file, RESOURCE] as const)
    : Object.entries(files);
  for (const [file, text] of contents) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), text);
  }
  return discover({
    workspace,
    eventName: 'push',
    event: { ref: 'refs/heads/main' },
    env: silent.env,
    inputs: { 'github-token': 'unused-token', ...inputs },
  });
}

interface FoundStack {
  readonly name: string;
  readonly directory: string;
  readonly slug: string;
}

interface FoundBatch {
  readonly name: string;
  readonly slug: string;
  readonly stacks: readonly FoundStack[];
}

/** All declared outputs, and the document, which must say the same. A refusal by the policy has them too. */
function resultOf(result: RunResult, exitCode: 0 | 1 = 0) {
  expect(result.exitCode === exitCode ? '' : result.stdout).toBe('');
  const { stacks, batches, count, trusted, removed, report, ...others } = result.outputs;
  expect(others).toEqual({});
  const found = JSON.parse(stacks ?? '') as FoundStack[];
  const jobs = JSON.parse(batches ?? '') as FoundBatch[];
  expect(jobs.flatMap((job) => job.stacks)).toEqual(found);
  const removedFolders = (removed ?? '').split('\n').filter((line) => line !== '');
  const document = stacksDocument.parse(result.report(), report ?? '');
  expect(document).toEqual({
    schema: 'eks-hybrid-actions/stacks/v1',
    stacks: found,
    removed: removedFolders,
    violations: exitCode === 0 ? [] : expect.anything(),
    trusted: trusted === 'true',
    reason: expect.any(String),
  });
  expect(count).toBe(String(found.length));
  const { reason, violations } = document;
  return { stacks: found, batches: jobs, trusted, removed: removedFolders, reason, violations };
}

const warningsOf = (result: RunResult) =>
  result.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);

function expectRefusal(result: RunResult, code: string): string {
  const errors = result.annotations.filter(({ level }) => level === 'error');
  expect({ exit: result.exitCode, codes: errors.map(({ title }) => title.split(' ')[0]) }).toEqual({
    exit: 1,
    codes: [code],
  });
  expect(result.outputs).toEqual({});
  return errors[0]?.message ?? '';
}

describe('which stacks a pull request touches', () => {
  test.each<[string, PullRequestFiles['head'], readonly object[]]>([
    ['a file of its own', { 'terraform/stacks/nodes/main.tf': `${RESOURCE}# more\n` }, [NODES]],
    ['a lock file', { 'terraform/stacks/nodes/.terraform.lock.hcl': '# lock\n' }, [NODES]],
    ['a module', { 'terraform/modules/network/main.tf': `${RESOURCE}# more\n` }, [FOUNDATION]],
    [
      'the old name of a file that moved out of a module',
      {
        'terraform/modules/network/rules/allow.json': null,
        'rules/allow.json': BASE['terraform/modules/network/rules/allow.json'],
      },
      [FOUNDATION],
    ],
    ['documents only', { 'README.md': '# New\n', 'terraform/stacks/nodes/README.md': '# New\n' }, []],
    [
      'a new stack',
      { 'terraform/stacks/cluster/main.tf': RESOURCE },
      [{ name: 'cluster', directory: 'terraform/stacks/cluster', slug: 'terraform-stacks-cluster' }],
    ],
    [
      'both',
      { 'terraform/stacks/nodes/x.tf': RESOURCE, 'terraform/modules/network/x.tf': RESOURCE },
      [FOUNDATION, NODES],
    ],
  ])('%s', async (_name, head, stacks) => {
    const result = await inPullRequest({ base: BASE, head });
    expect(resultOf(result)).toMatchObject({ stacks, trusted: 'true', removed: [] });
    expect(warningsOf(result)).toEqual([]);
    expect(result.summary).toContain(
      stacks.length === 0 ? 'No Terraform stack is touched' : `Terraform stacks to plan: ${stacks.length}`,
    );
    expect(result.masks).toEqual([result.token]);
    expect(result.stdout.replace(`::add-mask::${result.token}`, '')).not.toContain(result.token);
  });

  test('a removed stack is named and warned of; the others are as they were', async () => {
    const head = { 'terraform/stacks/nodes/main.tf': null, 'terraform/stacks/nodes/README.md': null };
    const result = await inPullRequest({ base: BASE, head });
    expect(resultOf(result)).toMatchObject({ stacks: [], removed: [NODES.directory] });
    expect(warningsOf(result)).toEqual([
      expect.stringContaining('stays in the clouds until it is destroyed'),
    ]);
    expect(result.summary).toContain('`terraform/stacks/nodes` loses all its files');
  });

  test('the only stack removed, by its name with a slash at the end: still no error', async () => {
    const base = { 'infra/main.tf': RESOURCE };
    const result = await inPullRequest({ base, head: { 'infra/main.tf': null }, stacks: 'infra/' });
    expect(resultOf(result)).toMatchObject({ stacks: [], removed: ['infra'] });
  });

  test('a pull request of a fork is not trusted', async () => {
    const head = { 'terraform/stacks/nodes/main.tf': '# evil\n' };
    const result = await inPullRequest({ base: BASE, head, fork: true });
    expect(resultOf(result)).toMatchObject({ stacks: [NODES], trusted: 'false' });
    expect(result.summary).toContain('comes from a fork');
  });

  test('the list of files is read to its end', async () => {
    const notes = Array.from({ length: 120 }, (_, index) => [`a/${index}.txt`, `${index}\n`] as const);
    const head = { ...Object.fromEntries(notes), 'terraform/stacks/nodes/main.tf': '# last\n' };
    const result = await inPullRequest({ base: BASE, head });
    expect(resultOf(result)).toMatchObject({
      stacks: [NODES],
      reason: expect.stringContaining('121 changed paths'),
    });
  });

  test('where GitHub cuts the list at 3,000 files every stack counts', async () => {
    const notes = Array.from({ length: 3001 }, (_, index) => [`a/${index}.txt`, ''] as const);
    const result = await inPullRequest({ base: BASE, head: Object.fromEntries(notes) });
    expect(resultOf(result)).toMatchObject({
      stacks: [FOUNDATION, NODES],
      reason: expect.stringContaining('first 3,000'),
    });
  });
});

describe('outside a pull request', () => {
  test('every stack counts, and GitHub is not asked', async () => {
    const before = silent.requests.length;
    const result = await inPush(Object.keys(BASE));
    expect(resultOf(result)).toMatchObject({
      stacks: [FOUNDATION, NODES],
      trusted: 'true',
      reason: 'every stack, because "push" is not a pull request',
    });
    expect(silent.requests.length).toBe(before);
  });

  test('names: the last segment where it is unique, else the path; slugs for artifacts', async () => {
    const files = ['envs/prod/network/main.tf', 'envs/dev/network/main.tf', 'envs/dev/my nodes (1)/main.tf'];
    const { stacks } = resultOf(await inPush(files, { stacks: 'envs/prod/*, envs/dev/*' }));
    expect(stacks).toEqual([
      { name: 'my-nodes-1-', directory: 'envs/dev/my nodes (1)', slug: 'envs-dev-my-nodes-1-' },
      { name: 'envs/dev/network', directory: 'envs/dev/network', slug: 'envs-dev-network' },
      { name: 'envs/prod/network', directory: 'envs/prod/network', slug: 'envs-prod-network' },
    ]);
  });

  test('a pattern that matches nothing is warned of', async () => {
    const result = await inPush(['infra/a/main.tf', 'infra/b/notes.txt'], {
      stacks: 'infra/a\ninfra/b\ninfar/*',
    });
    expect(resultOf(result).stacks.map(({ name }) => name)).toEqual(['a']);
    expect(warningsOf(result)).toEqual([
      expect.stringContaining('"infra/b"'),
      expect.stringContaining('"infar/*"'),
    ]);
  });

  test('nothing at all is an error', async () => {
    expect(expectRefusal(await inPush(['notes.txt']), 'EHA1230')).toContain('terraform/stacks/*');
  });

  test('a pull request without a checkout is that error too, not a list of removed stacks', async () => {
    const pull = await github.open({ base: BASE, head: { 'terraform/stacks/nodes/main.tf': '# more\n' } });
    const run = await pull.queue();
    const token = pull.token(run, { 'pull-requests': 'read' });
    expectRefusal(await discover({ ...pull.step(run), inputs: { 'github-token': token } }), 'EHA1230');
  });

  test('each stack has a job of its own; 300 share the 256 that a matrix has', async () => {
    const few = resultOf(await inPush(Object.keys(BASE)));
    expect(few.batches).toEqual([
      { name: 'foundation', slug: FOUNDATION.slug, stacks: [FOUNDATION] },
      { name: 'nodes', slug: NODES.slug, stacks: [NODES] },
    ]);
    const files = Array.from({ length: 300 }, (_, index) => `s/${index}/main.tf`);
    const many = resultOf(await inPush(files, { stacks: 's/*' }));
    expect(many.stacks).toHaveLength(300);
    expect(many.batches).toHaveLength(256);
    expect(many.batches.filter(({ stacks }) => stacks.length === 2)).toHaveLength(44);
    expect(new Set(many.batches.map(({ slug }) => slug)).size).toBe(256);
  });

  test('max-jobs asks for fewer jobs, which share the stacks', async () => {
    const files = Array.from({ length: 5 }, (_, index) => `s/${index}/main.tf`);
    const { batches } = resultOf(await inPush(files, { stacks: 's/*', 'max-jobs': '2' }));
    expect(batches.map(({ name, stacks }) => [name, stacks.length])).toEqual([
      ['0 and 1 more', 2],
      ['2 and 2 more', 3],
    ]);
    const refusal = expectRefusal(await inPush(files, { stacks: 's/*', 'max-jobs': '1' }), 'EHA1231');
    expect(refusal).toContain('5 stacks are touched, 1 job can plan at most 4');
  });

  test('1,025 stacks are more than a run plans', async () => {
    const files = Array.from({ length: 1025 }, (_, index) => `s/${index}/main.tf`);
    const refusal = expectRefusal(await inPush(files, { stacks: 's/*' }), 'EHA1231');
    expect(refusal).toContain('1025 stacks');
    expect(refusal).toContain('1024');
  });
});

describe('declared extra paths', () => {
  const base = { ...BASE, 'images/linux/base.json': '{}\n', 'my data/x.txt': 'x\n' };

  test.each([
    ['images/**/*.json', [FOUNDATION, NODES]],
    ['terraform/stacks/nodes: images/**', [NODES]],
    ['terraform/stacks/nodes: images/*\n\n  terraform/stacks/foundation: images/**  ', [FOUNDATION]],
    ['images/*.json', []],
    ['terraform/stacks/absent: images/**', []],
    ['images/{linux,windows}/base.json', [FOUNDATION, NODES]],
  ])('%j', async (paths, stacks) => {
    const head = { 'images/linux/base.json': '{"new": true}\n' };
    const result = await inPullRequest({ base, head, inputs: { 'extra-paths': paths } });
    expect(resultOf(result).stacks).toEqual(stacks);
  });

  test('a glob with a space, and a removed file', async () => {
    const head = { 'my data/x.txt': null };
    const result = await inPullRequest({ base, head, inputs: { 'extra-paths': 'my data/*' } });
    expect(resultOf(result).stacks).toEqual([FOUNDATION, NODES]);
  });

  test.each(['/etc/passwd', '../other/**', 'infra: a/../../b', 'terraform/stacks/nodes: /abs'])(
    '%s leaves the repository and is refused',
    async (line) => {
      const result = await inPush(Object.keys(BASE), { 'extra-paths': `ok/**\n${line}` });
      expect(expectRefusal(result, 'EHA1001')).toContain('extra-paths');
    },
  );
});

describe('the policy', () => {
  const PROGRAM = `${RESOURCE}data "external" "x" {\n  program = ["sh"]\n}\n`;
  const EXEC = 'resource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = "id"\n  }\n}\n';
  const MODULE = 'module "m" {\n  source = "git::https://github.com/acme/m.git//net?ref=v1"\n}\n';
  const files = {
    'terraform/stacks/nodes/main.tf': `module "in" {\n  source = "../../modules/in"\n}\n`,
    'terraform/modules/in/main.tf': PROGRAM,
    'terraform/modules/unused/main.tf': EXEC,
  };

  test('fails after outputs, document and summary are written, with annotations at the places', async () => {
    const result = await inPush(files);
    const errors = result.annotations.filter(({ level }) => level === 'error');
    expect(errors).toEqual([
      expect.objectContaining({
        title: 'Not allowed',
        message: 'data.external.x runs a program during plan',
      }),
      expect.objectContaining({ title: expect.stringContaining('EHA1240') }),
    ]);
    const command = result.stdout.split('\n').find((line) => line.startsWith('::error title=Not allowed'));
    expect(command).toMatch(/[ ,]file=terraform\/modules\/in\/main\.tf(,|::)/);
    expect(command).toMatch(/[ ,]line=2(,|::)/);
    expect(resultOf(result, 1)).toMatchObject({
      stacks: [NODES],
      violations: [{ file: 'terraform/modules/in/main.tf', line: 2, message: errors[0]?.message }],
    });
    expect(result.summary).toContain('**Not allowed: 1 place.** Nothing is planned.');
    expect(result.summary).toContain('`terraform/modules/in/main.tf:2`');
  });

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, number]>([
    ['an external data source', { 'allow-external': 'true' }, { 'main.tf': PROGRAM }, 0],
    ['a provisioner', {}, { 'main.tf': EXEC }, 1],
    ['an allowed provisioner', { 'allow-provisioners': 'true' }, { 'main.tf': EXEC }, 0],
    ['any module by default', {}, { 'main.tf': MODULE }, 0],
    [
      'a listed module',
      { 'allowed-module-sources': 'git::https://github.com/acme/' },
      { 'main.tf': MODULE },
      0,
    ],
    ['another module', { 'allowed-module-sources': 'git::https://example.com/' }, { 'main.tf': MODULE }, 1],
    [
      'a listed provider',
      { 'allowed-providers': 'azure/*, hashicorp/aws' },
      { 'main.tf': 'data "aws_vpc" "a" {}\n' },
      0,
    ],
    ['another provider', { 'allowed-providers': 'azure/*' }, { 'main.tf': 'data "aws_vpc" "a" {}\n' }, 1],
    ['JSON that cannot be read', {}, { 'main.tf.json': '{' }, 1],
    [
      'JSON that cannot be read where all is allowed',
      { 'allow-provisioners': 'true', 'allow-external': 'true' },
      { 'main.tf.json': '{' },
      0,
    ],
  ])('%s', async (_name, inputs, stack, exitCode) => {
    const inStack = Object.fromEntries(
      Object.entries(stack).map(([name, text]) => [`terraform/stacks/nodes/${name}`, text]),
    );
    const result = await inPush(inStack, inputs);
    const { violations } = resultOf(result, exitCode === 0 ? 0 : 1);
    expect(violations).toHaveLength(exitCode);
  });

  test('covers the touched stacks only', async () => {
    const base = { ...BASE, 'terraform/stacks/foundation/exec.tf': EXEC };
    const head = { 'terraform/stacks/nodes/main.tf': `${RESOURCE}# more\n` };
    expect(resultOf(await inPullRequest({ base, head })).stacks).toEqual([NODES]);
  });
});

describe('what is refused before GitHub is asked', () => {
  test.each(['/etc', '../other', 'a/../../other', 'infra/a*b', '*/stacks', '**'])(
    'the pattern %s',
    async (pattern) => {
      const before = silent.requests.length;
      const pull = { pull_request: { number: 1, head: { sha: 'a'.repeat(40) } } };
      const result = await discover({
        event: pull,
        eventName: 'pull_request',
        env: silent.env,
        inputs: { 'github-token': 'unused-token', stacks: `infra/*, ${pattern}` },
      });
      expect(expectRefusal(result, 'EHA1232')).toContain(`"${pattern}"`);
      expect(silent.requests.length).toBe(before);
    },
  );

  test('no token', async () => {
    expectRefusal(await discover({ env: silent.env, inputs: { 'github-token': '' } }), 'EHA1002');
  });
});

describe('when GitHub does not answer as hoped', () => {
  const head = { 'terraform/stacks/nodes/main.tf': '# more\n' };

  test('a missing permission is named', async () => {
    const result = await inPullRequest({ base: BASE, head, permissions: { contents: 'read' } });
    const message = expectRefusal(result, 'EHA1101');
    expect(message).toContain('list the files of pull request 1');
    expect(message).toContain('pull-requests: read');
  });

  test('two server errors are waited out, each told in the log', async () => {
    const failing = await startTestGitHub();
    failing.faults.enable('github-5xx');
    try {
      const result = await inPullRequest({ base: BASE, head, on: failing });
      expect(resultOf(result).stacks).toEqual([NODES]);
      const retries = result.stdout.match(/list the files of pull request 1: attempt \d of \d failed/g);
      expect(retries).toHaveLength(2);
    } finally {
      await failing.close();
    }
  });

  test('the secondary rate limit is waited out as long as GitHub asks', async () => {
    let calls = 0;
    const stub = await startStub(() => {
      calls += 1;
      if (calls > 1) return { status: 200, body: [{ filename: 'README.md', status: 'modified' }] };
      const message = 'You have exceeded a secondary rate limit.';
      return { status: 403, body: { message }, headers: { 'retry-after': '1' } };
    });
    const result = await inPullRequest({ base: BASE, head, env: stub.env });
    await stub.close();
    expect(resultOf(result).stacks).toEqual([]);
    expect(calls).toBe(2);
    expect(result.stdout).toMatch(
      /list the files of pull request 1: attempt 1 .*secondary rate limit.*again in 1s/,
    );
  });

  test('a pull request that is not there', async () => {
    const stub = await startStub(() => ({ status: 404, body: { message: 'Not Found' } }));
    const result = await inPullRequest({ base: BASE, head, env: stub.env });
    await stub.close();
    expect(expectRefusal(result, 'EHA1105')).toContain('pull request 1');
  });
});
