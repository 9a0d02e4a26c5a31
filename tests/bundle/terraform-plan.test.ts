import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { planDocument, type PlanDocument } from '#lib/report/plan-document.js';
import { parseCommands, runBundle, type RunResult } from '#tests/support/run-bundle.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const FIXTURES = join(import.meta.dirname, '../fixtures/plans');
const STACK = 'stacks/net';

/** A workspace with one stack; paths are relative to the stack folder. */
function workspaceWith(files: Readonly<Record<string, string>>): string {
  const workspace = temporaryDirectory('terraform-plan-');
  for (const [name, text] of Object.entries(files)) {
    const path = join(workspace, STACK, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return workspace;
}

function terraform(workspace: string, ...args: string[]): string {
  const env = { PATH: process.env['PATH'], HOME: workspace, TF_IN_AUTOMATION: '1', CHECKPOINT_DISABLE: '1' };
  return execFileSync('terraform', args, {
    cwd: join(workspace, STACK),
    encoding: 'utf8',
    stdio: 'pipe',
    env,
  });
}

function plan(
  workspace: string,
  inputs: Record<string, string> = {},
  more: Partial<Parameters<typeof runBundle>[0]> = {},
): Promise<RunResult> {
  return runBundle({
    action: 'terraform-plan',
    workspace,
    inputs: { 'working-directory': STACK, ...inputs },
    event: { pull_request: { number: 7, head: { sha: 'abcdef' } } },
    eventName: 'pull_request',
    ...more,
  });
}

const documentOf = (result: RunResult): PlanDocument => planDocument.parse(result.report(), 'the report');

function errorsOf(result: RunResult): readonly { file: string; line: string; message: string }[] {
  const errors = parseCommands(result.stdout).filter((command) => command.name === 'error');
  return errors.map(({ properties, message }) => ({
    file: properties['file'] ?? '',
    line: properties['line'] ?? '',
    message,
  }));
}

/** Everything that outlives the step, for searches. */
function everythingLeft(result: RunResult): string {
  const files = readdirSync(result.tempDirectory, { recursive: true, withFileTypes: true }).filter((it) =>
    it.isFile(),
  );
  const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
  return [result.stdout, result.stderr, result.summary, JSON.stringify(result.outputs), ...texts].join('\n');
}

function expectFailure(result: RunResult, code: string, phase: string): PlanDocument {
  const document = documentOf(result);
  expect({ exit: result.exitCode, code: document.failure?.code, phase: document.failure?.phase }).toEqual({
    exit: 1,
    code,
    phase,
  });
  expect(document).toMatchObject({ status: 'failed', counts: null, changes: [] });
  expect(result.outputs).toMatchObject({
    status: 'failed',
    'has-changes': 'unknown',
    create: '',
    destroys: '',
  });
  expect(result.summary).toContain('**unknown**');
  expect(result.annotations.some((annotation) => annotation.level === 'error')).toBe(true);
  return document;
}

const SIMPLE = 'resource "terraform_data" "a" {\n  input = "a"\n}\n';

/** Blocks the plan, and only the plan, until somebody writes to the pipe: validate does not know the variable. */
const BLOCKING = `variable "pipe" {
  type    = string
  default = ""
}

resource "terraform_data" "a" {
  input = var.pipe == "" ? "free" : file(var.pipe)
}
`;

function blockedWorkspace(): { workspace: string; pipe: string; lock: string } {
  const workspace = workspaceWith({ 'main.tf': BLOCKING });
  const pipe = join(workspace, STACK, 'pipe');
  execFileSync('mkfifo', [pipe]);
  return { workspace, pipe, lock: join(workspace, STACK, '.terraform.tfstate.lock.info') };
}

/** A program in front of terraform; `$TERRAFORM` is the real one. */
function wrapper(workspace: string, script: string): string {
  const path = join(workspace, 'terraform-wrapper');
  const real = execFileSync('which', ['terraform'], { encoding: 'utf8' }).trim();
  writeFileSync(path, `#!/bin/sh\nTERRAFORM=${real}\n${script}\n`, { mode: 0o755 });
  return path;
}

describe('a plan that succeeds', () => {
  test('with every kind of change: document, outputs and summary agree with the plan', async () => {
    const workspace = temporaryDirectory('terraform-plan-');
    cpSync(join(FIXTURES, 'kinds/before'), join(workspace, STACK), { recursive: true });
    terraform(workspace, 'init');
    terraform(workspace, 'apply', '-auto-approve');
    cpSync(join(FIXTURES, 'kinds/after'), join(workspace, STACK), { recursive: true });

    const result = await plan(workspace);

    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    const document = documentOf(result);
    expect(document).toMatchObject({
      stack: 'net',
      directory: STACK,
      status: 'changes',
      tool: { name: 'terraform', version: expect.stringMatching(/^1\.\d+\.\d+/) },
      complete: true,
      failure: null,
      headSha: 'abcdef',
      counts: {
        create: 1,
        update: 3,
        replace: 2,
        delete: 3,
        read: 1,
        import: 2,
        move: 2,
        forget: 1,
        destroys: 5,
        outputs: 3,
      },
    });
    expect(document.phases.map((phase) => `${phase.name} ${phase.result}`)).toEqual([
      'fmt passed',
      'init passed',
      'validate passed',
      'plan passed',
      'show passed',
      'seal passed',
    ]);
    const { report: _report, ...outputs } = result.outputs;
    expect(outputs).toEqual({
      status: 'changes',
      'has-changes': 'true',
      create: '1',
      update: '3',
      replace: '2',
      delete: '3',
      read: '1',
      import: '2',
      move: '2',
      forget: '1',
      'create-forget': '0',
      destroys: '5',
      'output-changes': '3',
      drift: '0',
      'failed-checks': '0',
      'terraform-version': document.tool.version,
      risk: document.worstRisk ?? 'none',
      fingerprint: document.bundle?.fingerprint,
      bundle: '',
    });
    expect(result.summary).toMatch(/5 objects will be destroyed/);
    expect(result.stdout).toMatch(/plan {2}-\/\+ terraform_data\.replaced_first \(replace\)/);
    expect(existsSync(join(workspace, STACK, '.terraform.tfstate.lock.info'))).toBe(false);
  });

  test('without changes', async () => {
    const workspace = workspaceWith({ 'main.tf': SIMPLE });
    terraform(workspace, 'init');
    terraform(workspace, 'apply', '-auto-approve');

    const result = await plan(workspace, { stack: 'envs/prod', refresh: 'false', lock: 'false' });

    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      status: 'no-changes',
      'has-changes': 'false',
      create: '0',
      destroys: '0',
    });
    expect(documentOf(result)).toMatchObject({
      stack: 'envs/prod',
      refreshed: false,
      locked: false,
      changes: [],
    });
    expect(result.summary).toMatch(/no changes/);
    expect(result.summary).toMatch(/drift is unknown/);
    expect(result.summary).toMatch(/without the state lock/);
  });

  test('leaves neither the plan nor a secret behind, and let nobody else read them', async () => {
    const workspace = temporaryDirectory('terraform-plan-');
    cpSync(join(FIXTURES, 'sensitive/before'), join(workspace, STACK), { recursive: true });
    terraform(workspace, 'init');
    terraform(workspace, 'apply', '-auto-approve');
    cpSync(join(FIXTURES, 'sensitive/after'), join(workspace, STACK), { recursive: true });
    // What `show` is given last is the plan file; the folder around it must be closed to others.
    const script = [
      'for last; do :; done',
      '[ "$1" = show ] && stat -c %a "$(dirname "$last")" "$(dirname "$last")/plan.json" > modes',
      'exec $TERRAFORM "$@"',
    ];
    const path = wrapper(workspace, script.join('\n'));

    const result = await plan(workspace, { 'terraform-path': path });

    expect(result.outputs['status']).toBe('changes');
    // Names of members are no values; Terraform itself shows this one.
    expect(everythingLeft(result).replaceAll('SECRET-KEY', '')).not.toMatch(/SECRET/);
    expect(readFileSync(join(workspace, STACK, 'modes'), 'utf8')).toBe('700\n600\n');
    expect(readdirSync(result.tempDirectory)).toEqual(['eks-hybrid-actions']);
    expect(readdirSync(join(workspace, STACK)).filter((name) => name.includes('plan'))).toEqual([]);
  });

  test('takes variable files and backend settings relative to the repository root', async () => {
    const workspace = workspaceWith({
      'main.tf': `terraform {\n  backend "local" {}\n}\n\n${BLOCKING}`,
      '../../envs/prod.tfvars': 'pipe = "/etc/hostname"\n',
      '../../envs/backend.hcl': 'workspace_dir = "spaces"\n',
    });
    const inputs = {
      'var-file': 'envs/prod.tfvars',
      'backend-config': 'path=elsewhere.tfstate\nenvs/backend.hcl',
    };

    const result = await plan(workspace, inputs);

    expect(result.outputs).toMatchObject({ status: 'changes', create: '1' });
    const backend = JSON.parse(
      readFileSync(join(workspace, STACK, '.terraform/terraform.tfstate'), 'utf8'),
    ) as object;
    expect(backend).toMatchObject({
      backend: { config: { path: 'elsewhere.tfstate', workspace_dir: 'spaces' } },
    });
  });
});

describe('a plan that fails', () => {
  test('because a file is not formatted', async () => {
    const workspace = workspaceWith({ 'main.tf': SIMPLE, 'modules/x/a.tf': 'locals {\n      a = 1\n}\n' });

    const result = await plan(workspace);

    const document = expectFailure(result, 'EHA1202', 'fmt');
    expect(document.unformatted).toEqual([`${STACK}/modules/x/a.tf`]);
    expect(errorsOf(result)[0]).toMatchObject({ file: `${STACK}/modules/x/a.tf`, line: '1' });

    const warned = await plan(workspace, { fmt: 'warn' });
    expect(warned.outputs['status']).toBe('changes');
    expect(documentOf(warned).phases[0]).toMatchObject({ name: 'fmt', result: 'warned' });
    const ignored = await plan(workspace, { fmt: 'false' });
    expect(documentOf(ignored)).toMatchObject({ status: 'changes', unformatted: [] });
  });

  test('because the configuration is not valid: annotations at file and line, at most ten', async () => {
    const wrong = Array.from(
      { length: 12 },
      (_, index) => `output "o${String(index)}" {\n  value = local.missing_${String(index)}\n}\n`,
    );
    const workspace = workspaceWith({ 'main.tf': SIMPLE, 'outputs.tf': wrong.join('\n') });

    const result = await plan(workspace);

    const document = expectFailure(result, 'EHA1205', 'validate');
    expect(document.diagnostics).toHaveLength(12);
    expect(document.diagnostics[0]).toMatchObject({
      severity: 'error',
      file: `${STACK}/outputs.tf`,
      startLine: 2,
    });
    const errors = errorsOf(result);
    expect(errors).toHaveLength(10);
    expect(errors.slice(0, 9).every((error) => error.file === `${STACK}/outputs.tf`)).toBe(true);
    expect(errors[0]?.line).toBe('2');
    expect(result.stdout).toMatch(/missing_11/);
  });

  test('because of a syntax error that fmt cannot read either', async () => {
    const result = await plan(workspaceWith({ 'main.tf': SIMPLE, 'broken.tf': 'locals {\n' }));
    const document = expectFailure(result, 'EHA1203', 'init');
    expect(document.diagnostics).toContainEqual(
      expect.objectContaining({ severity: 'error', file: `${STACK}/broken.tf` }),
    );

    const apart = await plan(workspaceWith({ 'main.tf': SIMPLE, 'unused/broken.tf': 'locals {\n' }));
    expectFailure(apart, 'EHA1202', 'validate');
  });

  test('because the lock file is missing', async () => {
    const main =
      'terraform {\n  required_providers {\n    none = {\n      source = "example.com/acme/none"\n    }\n  }\n}\n';
    const workspace = workspaceWith({ 'main.tf': main });
    const mirror = join(workspace, 'mirror');
    const machine = process.arch === 'arm64' ? 'arm64' : 'amd64';
    const package_ = join(mirror, 'example.com/acme/none/1.0.0', `${process.platform}_${machine}`);
    mkdirSync(package_, { recursive: true });
    writeFileSync(join(package_, 'terraform-provider-none_v1.0.0'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const config = join(workspace, 'terraform.rc');
    writeFileSync(config, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
    const env = { TF_CLI_CONFIG_FILE: config };

    const refused = await plan(workspace, {}, { env });
    expectFailure(refused, 'EHA1204', 'init');
    expect(existsSync(join(workspace, STACK, '.terraform.lock.hcl'))).toBe(false);

    const updated = await plan(workspace, { lockfile: 'update', validate: 'false' }, { env });
    expect(documentOf(updated).phases[1]).toMatchObject({ name: 'init', result: 'passed' });
    expect(existsSync(join(workspace, STACK, '.terraform.lock.hcl'))).toBe(true);
  });

  test('because a precondition fails in the plan itself', async () => {
    const workspace = temporaryDirectory('terraform-plan-');
    cpSync(join(FIXTURES, 'errored/after'), join(workspace, STACK), { recursive: true });
    const document = expectFailure(await plan(workspace), 'EHA1206', 'plan');
    expect(document.failure?.message).toMatch(/precondition failed \(stacks\/net\/main\.tf:\d+\)/);
  });

  test('because someone else holds the state lock', async () => {
    const { workspace, pipe, lock } = blockedWorkspace();
    terraform(workspace, 'init');
    const holder = spawn('terraform', ['plan', '-input=false', `-var=pipe=${pipe}`], {
      cwd: join(workspace, STACK),
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => holder.once('close', resolve));
    try {
      await until(() => existsSync(lock));
      const { ID } = JSON.parse(readFileSync(lock, 'utf8')) as { ID: string };

      const result = await plan(workspace, { 'lock-timeout': '0s' });

      const document = expectFailure(result, 'EHA1207', 'plan');
      expect(document.stateLock).toMatchObject({
        id: ID,
        operation: 'OperationTypePlan',
        who: expect.stringMatching(/@/),
      });
      expect(document.failure?.message).toContain(ID);
      expect(existsSync(lock)).toBe(true);
    } finally {
      await writeFile(pipe, 'go on');
      await ended;
    }
  });

  test('because a wrapper hides the exit code: two statements that disagree are not believed', async () => {
    const workspace = workspaceWith({ 'main.tf': SIMPLE });
    const swallow = wrapper(workspace, '$TERRAFORM "$@"; code=$?; [ $code = 2 ] && exit 0; exit $code');
    expectFailure(await plan(workspace, { 'terraform-path': swallow }), 'EHA1210', 'show');

    terraform(workspace, 'init');
    terraform(workspace, 'apply', '-auto-approve');
    const invent = wrapper(workspace, '$TERRAFORM "$@"; code=$?; [ "$1" = plan ] && exit 2; exit $code');
    expectFailure(await plan(workspace, { 'terraform-path': invent }), 'EHA1210', 'show');
  });

  test('because the plan cannot be shown or read', async () => {
    const workspace = workspaceWith({ 'main.tf': SIMPLE });
    const cut = wrapper(
      workspace,
      '[ "$1" = show ] && { $TERRAFORM "$@" | head -c 100; exit 0; }; exec $TERRAFORM "$@"',
    );
    expectFailure(await plan(workspace, { 'terraform-path': cut }), 'EHA1208', 'show');
    const refuse = wrapper(workspace, '[ "$1" = show ] && { echo no >&2; exit 1; }; exec $TERRAFORM "$@"');
    const document = expectFailure(await plan(workspace, { 'terraform-path': refuse }), 'EHA1208', 'show');
    // Without the plan it is not known what the message may quote.
    expect(document.diagnostics).toEqual([
      expect.objectContaining({ detail: expect.stringMatching(/withheld|could not be read/) }),
    ]);
  });

  test('because there is no terraform', async () => {
    const result = await plan(workspaceWith({ 'main.tf': SIMPLE }), {
      'terraform-path': 'terraform-that-is-not-there',
    });
    expectFailure(result, 'EHA1201', 'fmt');
  });

  test('before anything runs when inputs are refused', async () => {
    const workspace = workspaceWith({ 'main.tf': SIMPLE });
    const result = await plan(workspace, {
      'var-file': '../outside.tfvars',
      'backend-config': 'access_key=AKIAEXAMPLE',
      'terraform-path': './terraform',
      fmt: 'maybe',
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toEqual({});
    const [error] = errorsOf(result);
    for (const name of ['var-file', 'backend-config', 'terraform-path', 'fmt'])
      expect(error?.message).toContain(`"${name}"`);
    expect(everythingLeft(result)).not.toMatch(/AKIAEXAMPLE/);
    expect(existsSync(join(workspace, STACK, '.terraform'))).toBe(false);
  });
});

describe('a plan that is cancelled', () => {
  test('interrupts Terraform once, waits for it, and leaves no state lock', async () => {
    const { workspace, pipe, lock } = blockedWorkspace();
    let sent = 0;
    let released: Promise<void> | undefined;
    const onStdout = (child: ChildProcess, soFar: string): void => {
      // The lock exists before the plan's first line; a second interrupt would make Terraform exit and leave it.
      if (sent === 0 && soFar.includes('::group::terraform plan')) {
        sent = 1;
        void until(() => existsSync(lock)).then(() => child.kill('SIGINT'));
      }
      if (sent === 1 && soFar.includes('Stopping operation')) {
        sent = 2;
        child.kill('SIGINT');
        child.kill('SIGTERM');
      }
      if (sent === 2 && soFar.includes('not asked again')) released ??= writeFile(pipe, 'go on');
    };

    const result = await plan(workspace, {}, { env: { TF_VAR_pipe: pipe }, onStdout });
    await released;

    expect(sent).toBe(2);
    expect(released).toBeDefined();
    expect(existsSync(lock)).toBe(false);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ status: 'cancelled', 'has-changes': 'unknown', create: '' });
    const document = documentOf(result);
    expect(document).toMatchObject({
      status: 'cancelled',
      counts: null,
      failure: { code: 'EHA1005', phase: 'plan' },
    });
    expect(document.phases.at(-1)).toMatchObject({ name: 'plan', result: 'cancelled' });
    expect(readdirSync(result.tempDirectory)).toEqual(['eks-hybrid-actions']);
  });
});

/** Waits for something another process does; the test's own time limit ends it. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}
