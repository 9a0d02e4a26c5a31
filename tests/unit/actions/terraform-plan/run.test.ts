import { readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '#actions/terraform-plan/src/inputs.js';
import { run } from '#actions/terraform-plan/src/run.js';
import type { ProcessResult, RunProcess } from '#lib/action/types.js';
import { planDocument } from '#lib/report/plan-document.js';
import { fakeDeps } from '#tests/support/fake-deps.js';
import { temporaryDirectory } from '#tests/support/temporary.js';
import { type FixtureName, fixtureText } from '#tests/unit/lib/terraform/plan-fixtures.js';

const INPUTS: Inputs = {
  directory: '/repo/stacks/net',
  stack: 'envs/net',
  terraform: 'terraform',
  fmt: 'true',
  validate: true,
  lockfile: 'readonly',
  backendConfig: [],
  varFiles: [],
  lock: true,
  lockTimeoutMs: 0,
  refresh: true,
  parallelism: 10,
  planJson: null,
  checkOnly: false,
  failOn: null,
  sealing: null,
  extraPaths: [],
  environment: { variables: {}, workspace: null, dataDirectory: '.terraform', credentials: [] },
};

type Answer = Partial<ProcessResult> & { readonly json?: string };

/** Runs the action against a Terraform whose commands answer as given. */
async function runWith(answers: Partial<Record<string, Answer>>, inputs: Partial<Inputs> = {}) {
  const tempDirectory = temporaryDirectory();
  const commands: string[] = [];
  const runProcess: RunProcess = (argv, options) => {
    const command = argv[1] ?? '';
    commands.push(command);
    const defaults: Answer = command === 'validate' ? { stdout: '{"valid":true}' } : {};
    const { json, ...answer } = { ...defaults, ...answers[command] };
    if (options.stdoutFile !== undefined) writeFileSync(options.stdoutFile, json ?? '');
    for (const line of (answer.stdout ?? '').split('\n')) options.onStdoutLine?.(line);
    return Promise.resolve({
      exitCode: 0,
      stdout: '',
      stderr: '',
      interrupted: false,
      milliseconds: 1,
      ...answer,
    });
  };
  const deps = fakeDeps({ runProcess, github: { workspace: '/repo', tempDirectory } });
  const result = await run({ ...INPUTS, ...inputs }, deps);
  expect(readdirSync(tempDirectory)).toEqual([]);
  const document = planDocument.parse(result.report?.document, 'the report');
  const summary = (result.summary ?? []).map((part) => part.markdown).join('\n\n');
  return { result, document, summary, commands, log: deps.log };
}

const planned = (name: FixtureName, exitCode: number) => ({
  plan: { exitCode },
  show: { json: fixtureText(name) },
});

describe('the result', () => {
  test('names the commit of the pull request beside the merge commit', async () => {
    const { document, result } = await runWith(planned('kinds', 2));
    expect(document).toMatchObject({
      sha: '1'.repeat(40),
      headSha: '2'.repeat(40),
      generatedAt: expect.stringMatching(/^2026-11-22T12:/),
    });
    expect(result.report?.fileName).toBe('plan-envs-net.json');
    expect(result.failure).toBeUndefined();
  });

  test.each([
    ['no-changes', 0, 'no-changes', false],
    ['empty', 0, 'no-changes', false],
    ['check-read', 2, 'no-changes', false],
    ['outputs-only', 2, 'changes', true],
    ['move-only', 2, 'changes', true],
    ['targeted', 2, 'changes', true],
  ] as const)('of the plan %s (exit code %i) is %s', async (name, exitCode, status, changes) => {
    const { document, result } = await runWith(planned(name, exitCode));
    expect(document.status).toBe(status);
    expect(result.outputs).toMatchObject({ status, 'has-changes': changes });
  });

  test('says what the reader must know besides the counts', async () => {
    const { summary } = await runWith(planned('targeted', 2), { refresh: false, lock: false });
    expect(summary).toMatch(/not complete/);
    expect(summary).toMatch(/drift is unknown/);
    expect(summary).toMatch(/without the state lock/);
    expect((await runWith(planned('checks', 2))).summary).toMatch(/check\.fails/);
  });

  test('cannot be broken out of by names', async () => {
    const { summary } = await runWith(planned('many', 2));
    expect(summary).not.toMatch(/(?<!`[^`\n]*)<b>html/);
    expect(summary).toContain('``terraform_data.odd["back`tick"]``');
  });
});

describe('phases', () => {
  test('run in their order and can be left out', async () => {
    expect((await runWith(planned('kinds', 2))).commands).toEqual([
      'fmt',
      'init',
      'validate',
      'plan',
      'show',
    ]);
    const fewer = await runWith(planned('kinds', 2), { fmt: 'false', validate: false });
    expect(fewer.commands).toEqual(['init', 'plan', 'show']);
  });

  test.each([
    ['fmt', { fmt: { exitCode: 3, stdout: 'main.tf' } }, 'EHA1202', ['fmt']],
    ['init', { init: { exitCode: 1 } }, 'EHA1203', ['fmt', 'init']],
    [
      'validate',
      { validate: { exitCode: 1, stdout: '{"valid":false}' } },
      'EHA1205',
      ['fmt', 'init', 'validate'],
    ],
    // Without a plan file the state is shown, for the secrets that the messages could quote.
    ['plan', { plan: { exitCode: 1 } }, 'EHA1206', ['fmt', 'init', 'validate', 'plan', 'show']],
    [
      'show',
      { plan: { exitCode: 2 }, show: { exitCode: 1 } },
      'EHA1208',
      ['fmt', 'init', 'validate', 'plan', 'show'],
    ],
  ])('stop at a failing %s', async (phase, answers, code, expected) => {
    const { result, document, commands, summary } = await runWith(answers);
    expect(commands).toEqual(expected);
    expect(result.failure?.code).toBe(code);
    expect(document).toMatchObject({ status: 'failed', failure: { code, phase }, counts: null });
    expect(document.phases.at(-1)).toMatchObject({ name: phase, result: 'failed' });
    expect(result.outputs).toMatchObject({ 'has-changes': 'unknown', create: '' });
    expect(summary).toContain(code);
  });

  test.each([
    ['errored', 2, 'EHA1210'],
    ['kinds', 0, 'EHA1210'],
    ['no-changes', 2, 'EHA1210'],
  ] as const)('do not believe the plan %s with exit code %i', async (name, exitCode, code) => {
    const { document } = await runWith(planned(name, exitCode));
    expect(document).toMatchObject({ status: 'failed', counts: null, failure: { code, phase: 'show' } });
  });

  test('tell a plan of a newer format from a broken one', async () => {
    const newer = await runWith({ plan: { exitCode: 2 }, show: { json: '{"format_version":"2.0"}' } });
    expect(newer.document.failure?.code).toBe('EHA1209');
    const broken = await runWith({ plan: { exitCode: 2 }, show: { json: '' } });
    expect(broken.document.failure?.code).toBe('EHA1208');
  });

  test('that are interrupted make the plan cancelled, whatever they had found', async () => {
    const { document, result, commands } = await runWith({ plan: { exitCode: 0, interrupted: true } });
    expect(commands.at(-1)).toBe('plan');
    expect(document).toMatchObject({ status: 'cancelled', failure: { code: 'EHA1005', phase: 'plan' } });
    expect(result.failure?.code).toBe('EHA1005');
  });

  test('a file that fmt cannot parse fails the plan, even if the configuration does not use it', async () => {
    const broken = { fmt: { exitCode: 2, stderr: 'Error: Invalid block' } };
    const { document, commands, log } = await runWith(broken);
    expect(document.failure).toMatchObject({
      code: 'EHA1202',
      phase: 'validate',
      message: expect.stringMatching(/Invalid block/),
    });
    expect(commands).not.toContain('plan');
    expect(log.messages('error')).toEqual([]);
    expect((await runWith(broken, { validate: false })).document.failure).toMatchObject({
      code: 'EHA1202',
      phase: 'init',
    });
    const warned = await runWith({ ...broken, ...planned('kinds', 2) }, { fmt: 'warn' });
    expect(warned.document).toMatchObject({
      status: 'changes',
      phases: [{ name: 'fmt', result: 'warned' }, {}, {}, {}, {}, {}],
    });
  });
});
