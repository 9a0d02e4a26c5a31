/** What was reviewed is applied, and nothing else: the bundles of terraform-plan and terraform-apply, with real Terraform. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { RunResult } from '#tests/support/run-bundle.js';
import {
  applied,
  apply,
  everythingLeft,
  HEAD,
  plan,
  SEALED,
  STACK,
  stackWith,
  stateOf,
  terraform,
  write,
} from '#tests/support/plan-and-apply.js';

const pair = (value: string): string =>
  `resource "terraform_data" "a" {\n  input = "${value}"\n}\n\nresource "terraform_data" "b" {\n  input = terraform_data.a.output\n}\n`;

const MAIN = { 'main.tf': pair('one') };

function expectRefused(result: RunResult, code: string): void {
  expect({
    exit: result.exitCode,
    code: applied(result).failure?.code,
    status: result.outputs['status'],
  }).toEqual({ exit: 1, code, status: 'refused' });
  expect(result.annotations.some(({ level, title }) => level === 'error' && title.includes(code))).toBe(true);
  expect(result.summary).toContain(code);
}

describe('the sealed plan', () => {
  test('is applied: rows, outputs, summary and state agree, and no plan is left behind', async () => {
    const workspace = stackWith(MAIN);
    await plan(workspace);

    const result = await apply(workspace, SEALED);

    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(applied(result)).toMatchObject({
      status: 'applied',
      mode: 'apply',
      applied: 'reviewed-plan',
      environment: 'production',
      reviewed: { runId: 4242, headSha: HEAD },
      replan: null,
      counts: { done: 2, failed: 0, notStarted: 0, unknown: 0 },
      rows: [
        { address: 'terraform_data.a', kind: 'create', status: 'done' },
        { address: 'terraform_data.b', kind: 'create', status: 'done' },
      ],
      guard: { allowed: true, destroys: 0 },
      state: 'saved',
      failure: null,
    });
    expect(result.outputs).toMatchObject({
      status: 'applied',
      applied: 'reviewed-plan',
      done: '2',
      'not-done': '0',
      destroys: '0',
      replanned: 'false',
      state: 'saved',
      'terraform-version': expect.stringMatching(/^1\.\d+\.\d+/),
      report: expect.stringMatching(/apply-net\.json$/),
    });
    expect(result.stdout).toMatch(/✓ created terraform_data\.b after \d+ s \[2\/2\]/);
    expect(result.summary).toContain('applied, 2 of 2 changes done');
    expect(await stateOf(workspace)).toEqual(['terraform_data.a', 'terraform_data.b']);
    expect(readdirSync(result.tempDirectory)).toEqual(['eks-hybrid-actions']);
  });

  test('brings what the code no longer says: the plan that was reviewed counts, not the checkout', async () => {
    const workspace = stackWith(MAIN);
    await plan(workspace);
    write(workspace, { 'more.tf': 'resource "terraform_data" "unreviewed" {}\n' });

    const compared = await apply(workspace, { ...SEALED, replan: 'true' });
    expectRefused(compared, 'EHA1271');
    expect(applied(compared).replan).toMatchObject({ why: 'changed-code', equal: false });
    expect(compared.summary).toContain('The code is no longer what was planned');
    expect((await apply(workspace, SEALED)).exitCode).toBe(0);

    expect(await stateOf(workspace)).toEqual(['terraform_data.a', 'terraform_data.b']);
  });

  test('with nothing to do is applied by doing nothing', async () => {
    const workspace = stackWith(MAIN);
    await terraform(workspace, ['init']);
    await terraform(workspace, ['apply', '-auto-approve']);
    await plan(workspace);

    const result = await apply(workspace, SEALED);

    expect(result.outputs).toMatchObject({ status: 'no-changes', applied: '', done: '' });
    expect(result.exitCode).toBe(0);
  });
});

describe('a plan that became stale', () => {
  test('is made again, and applied when it does what was reviewed', async () => {
    const workspace = stackWith(MAIN);
    await terraform(workspace, ['init']);
    await terraform(workspace, ['apply', '-auto-approve']);
    write(workspace, { 'main.tf': pair('two') });
    await plan(workspace);
    // The state moves on without a change of what is planned.
    await terraform(workspace, ['init']);
    await terraform(workspace, ['apply', '-refresh-only', '-auto-approve']);
    const state = join(workspace, STACK, 'terraform.tfstate');
    const { serial, ...rest } = JSON.parse(readFileSync(state, 'utf8')) as { serial: number };
    writeFileSync(state, JSON.stringify({ ...rest, serial: serial + 5 }));

    const result = await apply(workspace, SEALED);

    expect(applied(result)).toMatchObject({
      status: 'applied',
      applied: 'fresh-plan',
      replan: { why: 'stale', equal: true, accepted: false, differences: [] },
      counts: { done: 2 },
    });
    expect(result.exitCode).toBe(0);
    expect(result.summary).toContain('It does what was reviewed');
    expect(applied(result).phases.map(({ name, result: it }) => `${name} ${it}`)).toContain('apply stale');
  });

  const changedWorld = async (): Promise<string> => {
    const workspace = stackWith(MAIN);
    await terraform(workspace, ['init']);
    await terraform(workspace, ['apply', '-auto-approve']);
    write(workspace, { 'main.tf': pair('two') });
    await plan(workspace);
    await terraform(workspace, ['init']);
    write(workspace, { 'main.tf': pair('someone else') });
    await terraform(workspace, ['apply', '-auto-approve']);
    write(workspace, { 'main.tf': pair('two') });
    return workspace;
  };

  test('stops when it differs, and shows what: reviewed against now', async () => {
    const workspace = await changedWorld();

    const result = await apply(workspace, SEALED);

    expectRefused(result, 'EHA1271');
    expect(applied(result)).toMatchObject({
      applied: null,
      rows: null,
      replan: {
        why: 'stale',
        equal: false,
        accepted: false,
        differences: [
          {
            address: 'terraform_data.a',
            reviewedKind: 'update',
            freshKind: 'update',
            attributes: expect.arrayContaining([
              { path: 'input', reviewed: '"one" → "two"', fresh: '"someone else" → "two"' },
            ]),
          },
          { address: 'terraform_data.b' },
        ],
      },
    });
    expect(result.summary).toContain('- input: "one" → "two"\n+ input: "someone else" → "two"');
    expect(await terraform(workspace, ['state', 'show', '-no-color', 'terraform_data.a'])).toContain(
      'someone else',
    );
  });

  test('is applied although it differs when that is allowed and nothing more is destroyed', async () => {
    const workspace = await changedWorld();

    const result = await apply(workspace, { ...SEALED, 'allow-drifted-replan': 'true' });

    expect(applied(result)).toMatchObject({
      status: 'applied',
      replan: { equal: false, accepted: true },
    });
    expect(result.summary).toContain('accepted all the same');
  });

  test('is done when somebody else has done the same: nothing is left to do', async () => {
    const workspace = stackWith(MAIN);
    await plan(workspace);
    await terraform(workspace, ['init']);
    await terraform(workspace, ['apply', '-auto-approve']);

    const result = await apply(workspace, SEALED);

    expect(result.exitCode).toBe(0);
    expect(applied(result)).toMatchObject({ status: 'no-changes', replan: { equal: false } });
  });
});

describe('without a bundle', () => {
  const inputs = { 'plan-document': 'plans/plan.json', 'head-sha': HEAD };

  test('a fresh plan that has the reviewed fingerprint is applied', async () => {
    const workspace = stackWith(MAIN);
    await plan(workspace, { 'bundle-key': '' });

    const result = await apply(workspace, inputs);

    expect(applied(result)).toMatchObject({
      status: 'applied',
      applied: 'fresh-plan',
      replan: { why: 'no-bundle', equal: true },
    });
    expect(result.summary).toContain('leaves sensitive values out');
    expect(await stateOf(workspace)).toHaveLength(2);
  });

  test('a fresh plan of other code is stopped, with the difference where the document is given', async () => {
    const workspace = stackWith(MAIN);
    const { outputs } = await plan(workspace, { 'bundle-key': '' });
    write(workspace, { 'more.tf': 'resource "terraform_data" "unreviewed" {}\n' });

    const shown = await apply(workspace, inputs);
    expectRefused(shown, 'EHA1271');
    expect(applied(shown).replan?.differences).toEqual([
      {
        address: 'terraform_data.unreviewed',
        reviewedKind: null,
        freshKind: 'create',
        attributes: [],
        attributesOmitted: 0,
      },
    ]);

    const blind = await apply(workspace, { fingerprint: outputs['fingerprint'] ?? '' });
    expectRefused(blind, 'EHA1271');
    expect(applied(blind).replan?.differences).toBeNull();
    expect(await stateOf(workspace)).toEqual([]);
  });

  test('the fingerprint of a bundle that is not there cannot be compared', async () => {
    const workspace = stackWith(MAIN);
    await plan(workspace);
    expectRefused(await apply(workspace, inputs), 'EHA1276');
  });
});

describe('a bundle that was made for something else is refused before Terraform runs:', () => {
  const refused: readonly [
    what: string,
    inputs: Record<string, string>,
    env: Record<string, string>,
    says: RegExp,
  ][] = [
    ['another stack', { stack: 'other' }, {}, /stack is "net" in the bundle, expected was "other"/],
    ['another commit', { 'head-sha': '1'.repeat(40) }, {}, /headSha/],
    ['another run', { 'run-id': '4243' }, {}, /runId is 4242/],
    ['another pull request', { 'pull-request': '8' }, {}, /pullRequest is 7/],
    ['another repository', {}, { GITHUB_REPOSITORY: 'evil/platform' }, /repository is "octo-org/],
  ];

  test('stack, commit, run, pull request, repository, workspace, key, and a changed byte', async () => {
    const workspace = stackWith(MAIN);
    await plan(workspace);
    const results = await Promise.all(
      refused.map(([, inputs, env]) => apply(workspace, { ...SEALED, ...inputs }, { env })),
    );
    for (const [index, result] of results.entries()) {
      expectRefused(result, 'EHA1266');
      expect(applied(result).failure?.message).toMatch(refused[index]?.[3] ?? /^$/);
      expect(result.stdout).not.toContain('terraform init');
    }

    const id = await apply(workspace, SEALED, { event: { repository: { id: 4712 } } });
    expect(applied(id).failure).toMatchObject({ code: 'EHA1266', phase: 'open' });
    const elsewhere = await apply(workspace, SEALED, { env: { TF_WORKSPACE: 'other' } });
    expect(applied(elsewhere).failure).toMatchObject({ code: 'EHA1266', phase: 'init' });
    const key = await apply(workspace, {
      ...SEALED,
      'bundle-key': 'another secret of more than 32 characters',
    });
    expectRefused(key, 'EHA1265');

    const file = join(workspace, 'plans/plan-net.bundle');
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
    writeFileSync(file, bytes);
    expectRefused(await apply(workspace, SEALED), 'EHA1267');
    writeFileSync(join(workspace, 'plans/second.bundle'), bytes);
    expectRefused(await apply(workspace, { ...SEALED, stack: 'x' }), 'EHA1275');
    expect(await stateOf(workspace)).toEqual([]);
  });

  test('a plan document of another commit or fingerprint', async () => {
    const workspace = stackWith(MAIN);
    await plan(workspace);
    const document = { ...SEALED, 'plan-document': 'plans/plan.json' };
    const other = await apply(workspace, { ...document, fingerprint: `keyed-v2:${'0'.repeat(64)}` });
    expectRefused(other, 'EHA1276');
    const path = join(workspace, 'plans/plan.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll(HEAD, '2'.repeat(40)));
    expectRefused(await apply(workspace, document), 'EHA1276');
  });
});

test('no secret of plan or state is in log, summary, document or files', async () => {
  const workspace = stackWith({
    'main.tf': `variable "password" {
  type      = string
  sensitive = true
}

resource "terraform_data" "holder" {
  input = { password = var.password, plain = "a" }
}

resource "terraform_data" "broken" {
  input = terraform_data.holder.id

  provisioner "local-exec" {
    command = "echo \${nonsensitive(var.password)} >&2; exit 3"
  }
}

output "password" {
  value     = var.password
  sensitive = true
}
`,
  });
  const secret = 'hunter2-S3CRET/+value';
  const env = { TF_VAR_password: secret };
  await plan(workspace, {}, { env });

  // The plan holds the variable; the job that applies is not told it.
  const result = await apply(workspace, SEALED);

  expect(applied(result)).toMatchObject({ status: 'partial', failure: { code: 'EHA1272' } });
  const left = everythingLeft(result);
  for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)])
    expect(left).not.toContain(form);
  expect(left).toContain('(sensitive)');
});
