import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { actionErrors } from '#lib/action/action-errors.js';
import type { ProcessOptions, ProcessResult, RunProcess } from '#lib/action/types.js';
import { TerraformCli } from '#lib/terraform/cli.js';
import { type FakeDeps, fakeDeps } from '#tests/support/fake-deps.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const folders = { directory: '/repo/stacks/net', workspace: '/repo' };
const PLAN = {
  varFiles: [],
  lock: true,
  lockTimeoutMs: 90_500,
  refresh: true,
  parallelism: 10,
  planFile: '/t/p',
};

interface Call {
  readonly argv: readonly string[];
  readonly options: ProcessOptions;
}

/** Terraform that answers every command in the same way. */
function answering(
  answer: Partial<ProcessResult>,
  signal?: AbortSignal,
): { cli: TerraformCli; calls: Call[]; deps: FakeDeps } {
  const calls: Call[] = [];
  const runProcess: RunProcess = (argv, options) => {
    calls.push({ argv, options });
    const result = { exitCode: 0, stdout: '', stderr: '', interrupted: false, milliseconds: 5, ...answer };
    for (const line of result.stdout.split('\n')) options.onStdoutLine?.(line);
    return Promise.resolve(result);
  };
  const deps = fakeDeps({ runProcess, ...(signal && { signal }) });
  return { cli: new TerraformCli('terraform', folders, deps), calls, deps };
}

const errorLine = (summary: string) =>
  JSON.stringify({ type: 'diagnostic', diagnostic: { severity: 'error', summary } });

describe('the commands', () => {
  test('run in the stack folder without questions, colours and calls home', async () => {
    const { cli, calls } = answering({ stdout: '{"valid":true}' });
    await cli.checkFormat();
    await cli.validate();
    await cli.initialise({ lockfile: 'update', backendConfig: [] });
    expect(calls.map((call) => call.argv.join(' '))).toEqual([
      'terraform fmt -check -recursive -list=true -no-color',
      'terraform validate -json -no-color',
      'terraform init -json -input=false',
    ]);
    for (const { options } of calls) {
      expect(options.cwd).toBe(folders.directory);
      expect(options.env).toEqual({
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
        NO_COLOR: '1',
        CHECKPOINT_DISABLE: '1',
      });
    }
  });

  test('hand each setting over as one argument', async () => {
    const { cli, calls } = answering({});
    await cli.initialise({ lockfile: 'readonly', backendConfig: ['bucket=a b', '/repo/x.hcl'] });
    await cli.plan({ ...PLAN, varFiles: ['/repo/a.tfvars', '/repo/b.tfvars'] });
    await cli.plan({ ...PLAN, lock: false, refresh: false, parallelism: 3 });
    expect(calls[0]?.argv.slice(4)).toEqual([
      '-lockfile=readonly',
      '-backend-config=bucket=a b',
      '-backend-config=/repo/x.hcl',
    ]);
    expect(calls[1]?.argv.slice(2)).toEqual([
      '-json',
      '-input=false',
      '-detailed-exitcode',
      '-out=/t/p',
      '-lock=true',
      '-refresh=true',
      '-parallelism=10',
      '-lock-timeout=91s',
      '-var-file=/repo/a.tfvars',
      '-var-file=/repo/b.tfvars',
    ]);
    expect(calls[2]?.argv.slice(6)).toEqual(['-lock=false', '-refresh=false', '-parallelism=3']);
  });

  test('know the tool and its version from its own first line', async () => {
    const { cli } = answering({ stdout: '{"type":"version","tofu":"1.10.1"}' });
    expect(cli.identity).toEqual({ name: null, version: null });
    await cli.initialise({ lockfile: 'readonly', backendConfig: [] });
    expect(cli.identity).toEqual({ name: 'opentofu', version: '1.10.1' });
  });

  test('show writes into a file that only this user can read', async () => {
    const file = join(temporaryDirectory(), 'plan.json');
    const { cli, calls } = answering({});
    await cli.show('/t/p', file);
    expect(calls[0]).toMatchObject({
      argv: ['terraform', 'show', '-json', '-no-color', '/t/p'],
      options: { stdoutFile: file },
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, 'x');
    await expect(cli.show('/t/p', file)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(file, 'utf8')).toBe('x');
  });
});

describe('failures', () => {
  test('keep the diagnostics of the stream, sorted', async () => {
    const { cli } = answering({ exitCode: 1, stdout: `${errorLine('b')}\nnoise\n${errorLine('a')}` });
    const { diagnostics, exitCode } = await cli.plan(PLAN);
    expect(exitCode).toBe(1);
    expect(diagnostics.map((entry) => entry.summary)).toEqual(['a', 'b']);
  });

  test('without a diagnostic are explained by what was written as text', async () => {
    const stderr =
      '\u001b[31m╷\u001b[0m\n\u001b[31m│\u001b[0m Error: Failed to parse command-line flags\n\u001b[31m╵\u001b[0m\n';
    for (const command of ['plan', 'init'] as const) {
      const { cli } = answering({ exitCode: 1, stderr });
      const outcome =
        command === 'plan'
          ? await cli.plan(PLAN)
          : await cli.initialise({ lockfile: 'update', backendConfig: [] });
      expect(outcome.diagnostics).toEqual([
        expect.objectContaining({
          severity: 'error',
          summary: `terraform ${command} ended with exit code 1`,
          detail: 'Error: Failed to parse command-line flags',
        }),
      ]);
    }
    const { cli } = answering({ exitCode: 3, stdout: '{"valid":true}' });
    expect((await cli.validate()).diagnostics[0]?.detail).toBe('It wrote no message.');
  });

  test('of validate are noticed when it exits with 0 or answers with text', async () => {
    const invalid = await answering({ stdout: '{"valid":false,"diagnostics":[]}' }).cli.validate();
    expect(invalid).toMatchObject({ exitCode: 1, diagnostics: [{ severity: 'error' }] });
    const text = await answering({ stdout: 'Success!' }).cli.validate();
    expect(text).toMatchObject({ exitCode: 1, diagnostics: [{ severity: 'error' }] });
  });

  test('exit code 2 is a success of plan only', async () => {
    expect((await answering({ exitCode: 2 }).cli.plan(PLAN)).diagnostics).toEqual([]);
    const init = await answering({ exitCode: 2 }).cli.initialise({ lockfile: 'update', backendConfig: [] });
    expect(init.diagnostics).toHaveLength(1);
  });

  test('fmt: 3 names files relative to the workspace, anything else is a file it could not parse', async () => {
    const unformatted = await answering({
      exitCode: 3,
      stdout: 'z.tf\nmodules/a.tf\n../x.tf\n',
    }).cli.checkFormat();
    expect(unformatted).toMatchObject({
      diagnostics: [],
      unformatted: ['stacks/net/modules/a.tf', 'stacks/net/z.tf', 'stacks/x.tf'],
    });
    const broken = await answering({ exitCode: 2, stdout: 'a.tf\n', stderr: 'Error: x' }).cli.checkFormat();
    expect(broken).toMatchObject({ unformatted: [], diagnostics: [{ detail: 'Error: x' }] });
  });

  test('to start are told with their own code; faults that are none of Terraform stay what they are', async () => {
    const failing = (error: Error) =>
      new TerraformCli('tofu', folders, fakeDeps({ runProcess: () => Promise.reject(error) }));
    const missing = failing(actionErrors.EHA1008('The program "tofu" was not found.'));
    await expect(missing.checkFormat()).rejects.toMatchObject({
      code: 'EHA1201',
      message: expect.stringMatching(/tofu/),
    });
    const disk = failing(actionErrors.EHA1015('The file could not be opened.'));
    await expect(disk.checkFormat()).rejects.toMatchObject({ code: 'EHA1015' });
    await expect(failing(new TypeError('bug')).checkFormat()).rejects.toThrow(TypeError);
  });
});

describe('cancellation', () => {
  test('starts nothing any more', async () => {
    const controller = new AbortController();
    controller.abort();
    const { cli, calls } = answering({}, controller.signal);
    expect((await cli.checkFormat()).cancelled).toBe(true);
    expect((await cli.validate()).cancelled).toBe(true);
    expect((await cli.plan(PLAN)).cancelled).toBe(true);
    expect(calls).toEqual([]);
  });

  test('counts also when the command had ended well by itself', async () => {
    const controller = new AbortController();
    const deps = fakeDeps({
      signal: controller.signal,
      runProcess: () => {
        controller.abort();
        return Promise.resolve({
          exitCode: 0,
          stdout: '{"valid":true}',
          stderr: '',
          interrupted: false,
          milliseconds: 1,
        });
      },
    });
    expect((await new TerraformCli('terraform', folders, deps).validate()).cancelled).toBe(true);
  });
});
