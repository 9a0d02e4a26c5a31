/** A plan that fails before it wrote a file: what it says is redacted with what variables and the state hold. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { planDocument } from '#lib/report/plan-document.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const STACK = 'stacks/net';
const SECRET = 'hunter7 & "state" key';
const ENVIRONMENT = { PATH: process.env['PATH'], CHECKPOINT_DISABLE: '1' };

const MAIN = `variable "key" {
  type      = string
  sensitive = true
}

resource "terraform_data" "holder" {
  input = var.key
}
`;

/** The secret is in the state, and nowhere in the configuration or the environment any more. */
function appliedWorkspace(): string {
  const workspace = temporaryDirectory('terraform-plan-');
  const stack = join(workspace, STACK);
  mkdirSync(stack, { recursive: true });
  writeFileSync(join(stack, 'main.tf'), MAIN);
  const env = { ...ENVIRONMENT, HOME: workspace, TF_VAR_key: SECRET };
  for (const args of [['init'], ['apply', '-auto-approve']])
    execFileSync('terraform', args, { cwd: stack, stdio: 'pipe', env });
  return workspace;
}

/** A Terraform that dies in `plan` with the message of a provider that repeats what it got, and writes no file. */
function dyingTerraform(workspace: string, more = ''): string {
  const path = join(workspace, 'terraform-wrapper');
  const real = execFileSync('which', ['terraform'], { encoding: 'utf8' }).trim();
  const encoded = Buffer.from(SECRET).toString('base64');
  const line = JSON.stringify({
    type: 'diagnostic',
    diagnostic: {
      severity: 'error',
      summary: `creating connection with ${SECRET}`,
      detail: `The key ${encoded} is not valid.`,
      address: 'terraform_data.holder',
      range: { filename: 'main.tf', start: { line: 6 }, end: { line: 6 } },
    },
  });
  writeFileSync(join(workspace, 'line.json'), `${line}\n`);
  const script = `${more}\n[ "$1" = plan ] && { cat ${workspace}/line.json; exit 1; }\nexec ${real} "$@"`;
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

function plan(workspace: string, path: string): Promise<RunResult> {
  const inputs = { 'working-directory': STACK, 'terraform-path': path };
  return runBundle({ action: 'terraform-plan', workspace, inputs, env: { TF_VAR_key: 'another value' } });
}

function everythingLeft(result: RunResult): string {
  const files = readdirSync(result.tempDirectory, { recursive: true, withFileTypes: true }).filter((it) =>
    it.isFile(),
  );
  const log = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
  return [...log, result.stderr, result.summary, JSON.stringify(result.outputs), ...texts].join('\n');
}

function expectNoSecret(result: RunResult): void {
  const left = everythingLeft(result);
  expect(left).not.toContain('hunter7');
  expect(left).not.toContain(Buffer.from(SECRET).toString('base64').slice(0, 12));
}

describe('a plan that fails before it wrote a file', () => {
  test('is told without the secrets of the state', async () => {
    const workspace = appliedWorkspace();
    const result = await plan(workspace, dyingTerraform(workspace));
    expect(result.exitCode).toBe(1);
    expectNoSecret(result);
    const document = planDocument.parse(result.report(), 'the report');
    expect(document).toMatchObject({ status: 'failed', failure: { code: 'EHA1206' } });
    expect(document.diagnostics).toMatchObject([
      {
        summary: 'creating connection with (sensitive)',
        detail: 'The key (sensitive) is not valid.',
        file: `${STACK}/main.tf`,
        startLine: 6,
      },
    ]);
    expect(readdirSync(result.tempDirectory)).toEqual(['eks-hybrid-actions']);
  });

  test.each([
    ['cannot be shown', '[ "$1" = show ] && exit 1'],
    ['is not a state', '[ "$1" = show ] && { echo "{}"; exit 0; }'],
  ])('is told by severity and place alone when the state %s', async (_what, more) => {
    const workspace = appliedWorkspace();
    const result = await plan(workspace, dyingTerraform(workspace, more));
    expect(result.exitCode).toBe(1);
    expectNoSecret(result);
    const document = planDocument.parse(result.report(), 'the report');
    expect(document.failure?.message).toMatch(/not known which of them are secret/);
    expect(document.diagnostics).toMatchObject([
      { summary: expect.stringMatching(/withheld \(error\)/), file: `${STACK}/main.tf`, startLine: 6 },
    ]);
    expect(document.diagnostics[0]?.address).toBeNull();
  });
});
