import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runChecks } from '#actions/terraform-plan/src/checks.js';
import type { Inputs } from '#actions/terraform-plan/src/inputs.js';
import type { ProcessOptions, ProcessResult, RunProcess } from '#lib/action/types.js';
import { checkDocument } from '#lib/report/check-document.js';
import { fakeDeps } from '#tests/support/fake-deps.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const INVALID = JSON.stringify({
  valid: false,
  diagnostics: [
    {
      severity: 'error',
      summary: 'Wrong',
      detail: 'It is.',
      range: { filename: 'main.tf', start: { line: 2 }, end: { line: 2 } },
    },
  ],
});

/** Checks a stack against a Terraform whose commands answer as given. */
async function check(answers: Partial<Record<string, Partial<ProcessResult>>>, inputs: Partial<Inputs> = {}) {
  const workspace = temporaryDirectory();
  const tempDirectory = temporaryDirectory();
  const directory = join(workspace, 'net');
  mkdirSync(directory);
  writeFileSync(
    join(directory, 'main.tf'),
    'terraform {\n  required_version = ">= 1.10"\n}\nvariable "a" {}\n',
  );
  const calls: { readonly argv: readonly string[]; readonly options: ProcessOptions }[] = [];
  const runProcess: RunProcess = (argv, options) => {
    calls.push({ argv, options });
    const command = argv[1] ?? '';
    const valid = command === 'validate' ? { stdout: '{"valid":true,"diagnostics":[]}' } : {};
    return Promise.resolve({
      exitCode: 0,
      stdout: '',
      stderr: '',
      interrupted: false,
      milliseconds: 1,
      ...valid,
      ...answers[command],
    });
  };
  const deps = fakeDeps({ runProcess, github: { workspace, tempDirectory } });
  const result = await runChecks(
    {
      directory,
      stack: 'net',
      terraform: 'terraform',
      fmt: 'true',
      validate: true,
      lockfile: 'readonly',
      backendConfig: ['bucket=x'],
      varFiles: [],
      lock: true,
      lockTimeoutMs: 0,
      refresh: true,
      parallelism: 10,
      planJson: null,
      checkOnly: true,
      failOn: null,
      sealing: null,
      extraPaths: [],
      environment: {
        variables: {},
        workspace: null,
        dataDirectory: '.terraform',
        credentials: ['ACTIONS_RUNTIME_TOKEN', 'AWS_SECRET_ACCESS_KEY'],
      },
      ...inputs,
    },
    deps,
  );
  expect(readdirSync(tempDirectory)).toEqual([]);
  const document = checkDocument.parse(result.report?.document, 'the report');
  const results = Object.fromEntries(document.checks.map(({ name, result: each }) => [name, each]));
  return { result, document, results, calls };
}

test('without a backend, credentials, or a data folder that the code brings', async () => {
  const { calls, document, results, result } = await check({});
  expect(calls.map(({ argv }) => argv[1])).toEqual(['fmt', 'init', 'validate']);
  expect(calls[1]?.argv).toEqual(expect.arrayContaining(['-backend=false', '-lockfile=readonly']));
  expect(calls[1]?.argv.join(' ')).not.toContain('bucket');
  for (const { options } of calls) {
    expect(options.env).toMatchObject({ ACTIONS_RUNTIME_TOKEN: undefined, AWS_SECRET_ACCESS_KEY: undefined });
    expect(options.env).toHaveProperty('ACTIONS_RUNTIME_TOKEN');
    expect(options.env?.['TF_DATA_DIR']).toContain('terraform-check-');
  }
  expect(results).toEqual({ fmt: 'passed', init: 'passed', validate: 'passed', lint: 'warned' });
  expect(document).toMatchObject({
    status: 'passed',
    counts: { errors: 0, warnings: 2 },
    headSha: '2'.repeat(40),
  });
  expect(result.failure).toBeUndefined();
  expect(result.outputs).toMatchObject({ status: 'passed', 'has-changes': 'unknown' });
});

test('each runs after the failure of another, and the first failure is that of the step', async () => {
  const both = await check({
    fmt: { exitCode: 3, stdout: 'main.tf\n' },
    validate: { exitCode: 1, stdout: INVALID },
  });
  expect(both.results).toEqual({ fmt: 'failed', init: 'passed', validate: 'failed', lint: 'warned' });
  expect(both.result.failure?.code).toBe('EHA1202');
  expect(both.document).toMatchObject({ status: 'failed', counts: { errors: 2, unformatted: 1 } });
  expect(both.document.problems.slice(0, 2)).toEqual([
    expect.objectContaining({ check: 'fmt', file: 'net/main.tf', line: 1 }),
    expect.objectContaining({ check: 'validate', file: 'net/main.tf', line: 2, summary: 'Wrong' }),
  ]);
  const unfetched = await check({ init: { exitCode: 1, stderr: 'no such provider' } });
  expect(unfetched.results).toMatchObject({ init: 'failed', validate: 'skipped', lint: 'warned' });
  expect(unfetched.result.failure?.code).toBe('EHA1203');
});

test('a cancelled check is neither passed nor failed', async () => {
  const { document, results, result } = await check({ init: { interrupted: true, exitCode: 1 } });
  expect(results).toMatchObject({ fmt: 'passed', init: 'cancelled', validate: 'skipped' });
  expect(document.status).toBe('cancelled');
  expect(result.failure?.code).toBe('EHA1005');
});

test('a document is bounded, however much Terraform writes', async () => {
  const diagnostics = Array.from({ length: 500 }, (_, index) => ({
    severity: 'error',
    summary: `${String(index)} ${'x'.repeat(5000)}`,
    detail: 'y'.repeat(50_000),
  }));
  const { document } = await check({
    validate: { exitCode: 1, stdout: JSON.stringify({ valid: false, diagnostics }) },
  });
  expect(document.problems).toHaveLength(100);
  expect(document.counts.errors).toBe(500);
  expect(document.problemsOmitted).toBe(402);
  expect(JSON.stringify(document).length).toBeLessThan(300_000);
});
