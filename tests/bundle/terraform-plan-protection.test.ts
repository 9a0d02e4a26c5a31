import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { planDocument, type PlanDocument } from '#lib/report/plan-document.js';
import { openBundle } from '#lib/terraform/bundle.js';
import { Fingerprint } from '#lib/terraform/fingerprint.js';
import { readFingerprint } from '#lib/terraform/plan-reading.js';
import { type BundleOptions, runBundle, type RunResult } from '#tests/support/run-bundle.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const FIXTURES = join(import.meta.dirname, '../fixtures/plans');
const STACK = 'stacks/net';
const EVENT = {
  repository: { id: 4711 },
  pull_request: { number: 7, head: { sha: 'abcdef' } },
};

const OLD = 'old "hunter2"\\&<b> pa$$w0rd/?+é';
const NEW = 'new "hunter3"\\&<b> pa$$w0rd/?+é';
const BUNDLE_KEY = 'correct horse battery staple 0123456789';

/** The secret flows on without its mark in several forms, as Terraform allows. */
const LEAKY = `variable "password" {
  type      = string
  sensitive = true
}

resource "terraform_data" "holder" {
  input = { password = var.password, plain = "a" }
}

resource "terraform_data" "forms" {
  input = {
    plain  = nonsensitive(var.password)
    base64 = nonsensitive(base64encode("user:\${var.password}"))
    url    = nonsensitive(urlencode(var.password))
    json   = nonsensitive(jsonencode({ nested = [var.password] }))
    lines  = nonsensitive("first\\nsecond \${var.password}\\nthird")
  }
}

check "quotes" {
  assert {
    condition     = length(var.password) < 3
    error_message = "The password is \${nonsensitive(var.password)}."
  }
}

output "password" {
  value     = var.password
  sensitive = true
}
`;

function workspaceWith(files: Readonly<Record<string, string>>): string {
  const workspace = temporaryDirectory('terraform-plan-');
  mkdirSync(join(workspace, STACK), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, STACK, name), text);
  return workspace;
}

function terraform(workspace: string, args: readonly string[], env: Record<string, string> = {}): string {
  return execFileSync('terraform', args, {
    cwd: join(workspace, STACK),
    encoding: 'utf8',
    stdio: 'pipe',
    env: { PATH: process.env['PATH'], HOME: workspace, CHECKPOINT_DISABLE: '1', ...env },
  });
}

/** The same without blocking the servers of this process. */
async function terraformAsync(workspace: string, args: readonly string[]): Promise<void> {
  const env = { PATH: process.env['PATH'], HOME: workspace, CHECKPOINT_DISABLE: '1' };
  await promisify(execFile)('terraform', args, { cwd: join(workspace, STACK), env });
}

function plan(
  workspace: string,
  inputs: Record<string, string> = {},
  more: Partial<BundleOptions> = {},
): Promise<RunResult> {
  return runBundle({
    action: 'terraform-plan',
    workspace,
    inputs: { 'working-directory': STACK, ...inputs },
    event: EVENT,
    eventName: 'pull_request',
    ...more,
  });
}

const documentOf = (result: RunResult): PlanDocument => planDocument.parse(result.report(), 'the report');

/** Bytes of everything that outlives the step. Lines that register a mask are the runner's to hide. */
function everythingLeft(result: RunResult): string {
  const files = readdirSync(result.tempDirectory, { recursive: true, withFileTypes: true }).filter((it) =>
    it.isFile(),
  );
  const log = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const contents = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'));
  const texts = [...log, result.stderr, result.summary, JSON.stringify(result.outputs)];
  return [...texts.map((text) => Buffer.from(text).toString('latin1')), ...contents].join('\n');
}

/** Pieces that betray the secret in any of its forms; written here by hand, not by the code under test. */
function tracesOf(secret: string): readonly string[] {
  const bytes = (text: string): string => Buffer.from(text).toString('latin1');
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.from('x'.repeat(shift) + secret).toString('base64');
    // The first and last characters also depend on what is around the secret.
    return text.slice(shift === 0 ? 0 : 4, -4);
  });
  const word = /hunter\d/.exec(secret)?.[0] ?? secret;
  return [bytes(secret), word, bytes(encodeURIComponent(secret)), ...base64];
}

function expectNowhere(result: RunResult, secrets: readonly string[]): void {
  const left = everythingLeft(result);
  for (const trace of secrets.flatMap(tracesOf))
    expect({ trace, found: left.includes(trace) }).toEqual({ trace, found: false });
}

async function rotated(inputs: Record<string, string> = {}): Promise<RunResult> {
  const workspace = workspaceWith({ 'main.tf': LEAKY });
  terraform(workspace, ['init']);
  terraform(workspace, ['apply', '-auto-approve'], { TF_VAR_password: OLD });
  return plan(workspace, inputs, { env: { TF_VAR_password: NEW } });
}

describe('a secret that is rotated', () => {
  test('is found nowhere, in no form, though it flows on without its mark', async () => {
    const result = await rotated({ 'bundle-key': BUNDLE_KEY });

    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expectNowhere(result, [OLD, NEW, BUNDLE_KEY]);
    const document = documentOf(result);
    expect(document.bundle?.kind).toBe('sealed');
    const forms = document.changes.find((change) => change.address === 'terraform_data.forms');
    expect(forms?.attributes.map((attribute) => attribute.path)).toContain('input.plain');
    expect(JSON.stringify(forms)).toContain('(sensitive)');
    expect(document.checks[0]?.problems).toEqual(['The password is (sensitive).']);
    expect(result.summary).toContain('(sensitive)');
    expect(result.masks).toContain(NEW);
  });

  test('is masked for later steps, with the one it replaces', async () => {
    expect((await rotated()).masks).toEqual(expect.arrayContaining([OLD, NEW]));
  });

  test('that a failing plan quotes is found nowhere, when its value comes from a default', async () => {
    const failing = `variable "password" {
  type      = string
  sensitive = true
  default   = "default-hunter7-password"
}

resource "terraform_data" "a" {
  input = var.password

  lifecycle {
    precondition {
      condition     = length(var.password) > 100
      error_message = "Too short: \${nonsensitive(var.password)}."
    }
  }
}
`;
    const result = await plan(workspaceWith({ 'main.tf': failing }));
    expect(result.exitCode).toBe(1);
    expect(documentOf(result)).toMatchObject({ status: 'failed', failure: { code: 'EHA1206' } });
    expect(result.stdout).toContain('Too short: (sensitive).');
    expectNowhere(result, ['default-hunter7-password']);
  });

  test('that a plan quotes whose JSON cannot be read is withheld with the whole message', async () => {
    const workspace = workspaceWith({ 'main.tf': LEAKY });
    const path = join(workspace, 'terraform-wrapper');
    const real = execFileSync('which', ['terraform'], { encoding: 'utf8' }).trim();
    const script = `[ "$1" = show ] && { echo '{"format_version":"1.2"'; exit 0; }; exec ${real} "$@"`;
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const inputs = { 'terraform-path': path, 'var-file': 'password.auto.tfvars.json' };
    writeFileSync(join(workspace, 'password.auto.tfvars.json'), JSON.stringify({ password: NEW }));
    const result = await plan(workspace, inputs);
    expect(documentOf(result)).toMatchObject({
      status: 'failed',
      failure: { code: 'EHA1208', message: expect.stringMatching(/cut off/) },
      diagnostics: [{ severity: 'warning', summary: expect.stringMatching(/withheld/) }],
    });
    expectNowhere(result, [NEW]);
  });
});

describe('a sealed plan', () => {
  test('opens for what it was made for, has the fingerprint of the plan, and can be applied', async () => {
    const workspace = workspaceWith({ 'main.tf': LEAKY, 'extra.zip': 'built in this job' });
    const env = { TF_VAR_password: NEW };
    const result = await plan(workspace, { 'bundle-key': BUNDLE_KEY, 'extra-paths': 'extra.zip' }, { env });
    const { bundle, fingerprint } = result.outputs;
    expect(documentOf(result).bundle).toEqual({ kind: 'sealed', file: bundle, fingerprint });

    const key = { kind: 'secret', secret: BUNDLE_KEY } as const;
    const folder = join(temporaryDirectory(), 'opened');
    const expected = { repositoryId: 4711, headSha: 'abcdef', stack: 'net', workspace: 'default' };
    const opened = await openBundle(bundle ?? '', key, expected, folder);
    expect(opened).toMatchObject({ fingerprint, tool: { name: 'terraform' }, provenance: expected });
    expect(opened.files).toHaveLength(1);

    const json = join(workspace, 'again.json');
    writeFileSync(json, terraform(workspace, ['show', '-json', opened.planFile], env));
    const again = new Fingerprint(opened.fingerprintKey);
    await readFingerprint(json, again);
    expect(again.digest()).toBe(fingerprint);
    expect(terraform(workspace, ['apply', opened.planFile], env)).toMatch(/2 added/);
  });

  test('that cannot be made fails the step and leaves what the plan says', async () => {
    const result = await plan(workspaceWith({ 'main.tf': 'resource "terraform_data" "a" {}\n' }), {
      'bundle-key': BUNDLE_KEY,
      'extra-paths': 'missing.zip',
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ status: 'changes', create: '1', bundle: '', fingerprint: '' });
    expect(documentOf(result)).toMatchObject({
      bundle: null,
      failure: { phase: 'seal', code: 'EHA1261' },
    });
  });

  test('without a key has a fingerprint, the same for the same changes', async () => {
    const fingerprints = await Promise.all(
      ['a', 'a', 'b'].map(async (value) => {
        const main = `resource "terraform_data" "x" {\n  input = "${value}"\n}\n`;
        return (await plan(workspaceWith({ 'main.tf': main }))).outputs['fingerprint'];
      }),
    );
    expect(fingerprints[0]).toMatch(/^public-v2:[0-9a-f]{64}$/);
    expect(fingerprints[1]).toBe(fingerprints[0]);
    expect(fingerprints[2]).not.toBe(fingerprints[0]);
  });
});

describe('a plan that is given as JSON', () => {
  const kinds = readFileSync(join(FIXTURES, 'kinds/plan.json'), 'utf8');

  function given(content: string | Buffer, inputs: Record<string, string> = {}): Promise<RunResult> {
    const workspace = workspaceWith({});
    writeFileSync(join(workspace, 'plan.json'), content);
    return plan(workspace, { 'plan-json': 'plan.json', 'terraform-path': '/nonexistent', ...inputs });
  }

  test.each<[string, string | Buffer]>([
    ['as Terraform wrote it', kinds],
    ['in UTF-16', Buffer.from(`\uFEFF${kinds}`, 'utf16le')],
    ['behind the line of a wrapper', `[command]/usr/bin/terraform show -json x\n${kinds}\n::debug::done\n`],
  ])('%s is read without Terraform', async (_what, content) => {
    const result = await given(content);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ status: 'changes', create: '1', update: '3', destroys: '5' });
    expect(documentOf(result)).toMatchObject({
      tool: { name: null, version: '1.11.4' },
      phases: [{ name: 'show' }, { name: 'seal' }],
    });
  });

  test.each([
    ['EHA1212', 'of several plans', `${kinds}\n${kinds}`],
    ['EHA1208', 'that was cut off', kinds.slice(0, -20)],
    ['EHA1209', 'of an unknown format', kinds.replace('"1.2"', '"2.0"')],
    ['EHA1206', 'of a plan that failed', readFileSync(join(FIXTURES, 'errored/plan.json'), 'utf8')],
  ])('is refused with %s when it is one %s', async (code, _what, content) => {
    const result = await given(content);
    expect(result.exitCode).toBe(1);
    expect(documentOf(result)).toMatchObject({ status: 'failed', counts: null, failure: { code } });
    expect(result.outputs).toMatchObject({ 'has-changes': 'unknown', risk: '', fingerprint: '' });
  });

  test('shows all of 5,000 changes, the destroyed ones by name', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => ({
      address: `terraform_data.n[${String(index)}]`,
      mode: 'managed',
      type: 'terraform_data',
      name: 'n',
      change: { actions: index % 50 === 0 ? ['delete'] : ['create'], before: null, after: null },
    }));
    const result = await given(JSON.stringify({ format_version: '1.2', resource_changes: rows }));
    expect(result.outputs).toMatchObject({ create: '4900', delete: '100', destroys: '100' });
    expect(documentOf(result).changes).toHaveLength(5000);
    expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024);
    for (let index = 0; index < 5000; index += 50) expect(result.summary).toContain(`n[${String(index)}]`);
  });

  const replaced = JSON.stringify({
    format_version: '1.2',
    resource_changes: [0, 1].map((index) => ({
      address: `aws_vpn_connection.instance[${String(index)}]`,
      mode: 'managed',
      type: 'aws_vpn_connection',
      name: 'instance',
      index,
      change: {
        actions: ['delete', 'create'],
        before: { tunnel1_address: '1.1.1.1', tunnel2_address: '1.1.1.2' },
        after: {},
        after_unknown: { tunnel1_address: true, tunnel2_address: true },
        replace_paths: [['customer_gateway_id']],
      },
    })),
  });

  test('fails the step at the risk that fail-on names, after everything was written', async () => {
    const passed = await given(replaced);
    expect(passed.exitCode).toBe(0);
    expect(['high', 'critical']).toContain(passed.outputs['risk']);
    const document = documentOf(passed);
    expect(document.risks[0]?.addresses.length).toBeGreaterThan(0);
    expect(document.worstRisk).toBe(passed.outputs['risk']);

    const failed = await given(replaced, { 'fail-on': 'warning' });
    expect(failed.exitCode).toBe(1);
    expect(failed.outputs).toMatchObject({ status: 'changes', destroys: '2', risk: passed.outputs['risk'] });
    expect(documentOf(failed).failure).toBeNull();
    expect(failed.stdout).toMatch(/EHA1211/);
    expect((await given(kinds, { 'fail-on': 'critical' })).exitCode).toBe(0);
  });
});

/** A backend that keeps its lock when the process that took it is gone, as object storage does. */
async function lockingBackend(): Promise<{ server: Server; url: string; held: () => string | null }> {
  let state = '';
  let lock: string | null = null;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const answer = (status: number, content = ''): void => void response.writeHead(status).end(content);
      switch (request.method) {
        case 'LOCK':
          if (lock !== null) return answer(423, lock);
          lock = body;
          return answer(200);
        case 'UNLOCK':
          lock = null;
          return answer(200);
        case 'POST':
          state = body;
          return answer(200);
        default:
          return state === '' ? answer(204) : answer(200, state);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${String(port)}/state`, held: () => lock };
}

/** Plans until the lock is held, then kills Terraform and the action as a runner that gives up does. */
async function planAndKill(workspace: string, held: () => string | null): Promise<RunResult> {
  const path = join(workspace, 'terraform-wrapper');
  const real = execFileSync('which', ['terraform'], { encoding: 'utf8' }).trim();
  writeFileSync(path, `#!/bin/sh\n[ "$1" = plan ] && echo $$ > ${workspace}/pid\nexec ${real} "$@"\n`, {
    mode: 0o755,
  });
  let killing: NodeJS.Timeout | undefined;
  return plan(workspace, KILLED_INPUTS(workspace), {
    onStdout: (child) => {
      killing ??= setInterval(() => {
        if (held() === null) return;
        clearInterval(killing);
        process.kill(Number(readFileSync(join(workspace, 'pid'), 'utf8')), 'SIGKILL');
        child.kill('SIGKILL');
      }, 50);
    },
  }).finally(() => clearInterval(killing));
}

const KILLED_INPUTS = (workspace: string): Record<string, string> => ({
  'terraform-path': join(workspace, 'terraform-wrapper'),
  validate: 'false',
});

describe('the lock of a Terraform that was killed', () => {
  test('is left alone by post where it cannot be told whose it is', async () => {
    const { server, url, held } = await lockingBackend();
    try {
      const backend = `terraform {\n  backend "http" {\n    address        = "${url}"\n    lock_address   = "${url}"\n    unlock_address = "${url}"\n  }\n}\n`;
      const workspace = workspaceWith({ 'main.tf': `${backend}\nresource "terraform_data" "a" {}\n` });
      const stack = join(workspace, STACK);
      await terraformAsync(workspace, ['init']);
      await terraformAsync(workspace, ['apply', '-auto-approve']);
      writeFileSync(join(stack, 'more.tf'), 'output "x" {\n  value = file("${path.module}/pipe")\n}\n');
      execFileSync('mkfifo', [join(stack, 'pipe')]);

      const killed = await planAndKill(workspace, held);
      expect(killed.exitCode).toBeNull();
      expect(held()).not.toBeNull();

      // Of this backend Terraform shows the lock it asked for, as if this job held it: that proves nothing.
      const post = await plan(workspace, KILLED_INPUTS(workspace), { state: killed.state, entry: 'post' });
      expect(post.exitCode).toBe(0);
      expect(post.annotations).toMatchObject([
        { level: 'warning', message: expect.stringMatching(/does not say who holds it.*force-unlock/s) },
      ]);
      expect(held()).not.toBeNull();
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
