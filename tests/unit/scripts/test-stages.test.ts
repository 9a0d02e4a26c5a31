import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { scriptErrors } from '#scripts/errors.js';
import { formatCounts, readJestReport, readPlainReport, type Counts } from '#scripts/test/counts.js';
import { runStages } from '#scripts/test/runner.js';
import { runStage, type Stage } from '#scripts/test/stage.js';
import { defineStages, selectStages } from '#scripts/test/stages.js';
import { makeCheckout, type Checkout } from './checkout.ts';

let checkout: Checkout;
beforeEach(() => {
  checkout = makeCheckout({ 'tests/unit/a.test.ts': '' });
});
afterEach(() => checkout.dispose());

const never = new AbortController().signal;
const stage = (name: string, code: string, more: Partial<Stage> = {}): Stage => ({
  name,
  description: '',
  batch: 1,
  command: [process.execPath, '--eval', code],
  ...more,
});
const writeReport = (counts: Counts): Partial<Stage> => {
  const path = join(checkout.root, 'report.json');
  const code = `require('fs').writeFileSync(${JSON.stringify(path)}, ${JSON.stringify(JSON.stringify(counts))})`;
  return { command: [process.execPath, '--eval', code], report: { path, read: readPlainReport } };
};
const run = (one: Stage, signal = never) => runStage(one, checkout.root, signal);

describe('runStage', () => {
  test('without a report a stage is one test', async () => {
    expect((await run(stage('a', ''))).counts).toEqual({ passed: 1, failed: 0, skipped: 0 });
    const failed = await run(stage('a', 'console.log("out"); console.error("err"); process.exitCode = 3'));
    expect(failed.counts).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(failed.output).toBe('out\nerr\n');
  });

  test('takes the counts of its report', async () => {
    const counts = { passed: 3, failed: 0, skipped: 1 };
    expect((await run(stage('a', '', writeReport(counts)))).counts).toEqual(counts);
  });

  test('a stage that executed nothing has failed', async () => {
    const result = await run(stage('a', '', writeReport({ passed: 0, failed: 0, skipped: 7 })));
    expect(result.counts).toEqual({ passed: 0, failed: 1, skipped: 7 });
    expect(result.output).toContain('executed no test');
  });

  test('a stage that ends badly without a counted failure has failed', async () => {
    const { command, ...rest } = writeReport({ passed: 2, failed: 0, skipped: 0 });
    const code = `${command?.[2] ?? ''}; process.exitCode = 1`;
    const result = await run(stage('a', code, rest));
    expect(result.counts).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  test('a report of an earlier run does not count', async () => {
    checkout.write('report.json', '{"passed": 5, "failed": 0, "skipped": 0}');
    const { report } = writeReport({ passed: 0, failed: 0, skipped: 0 });
    const result = await run(stage('a', '', report === undefined ? {} : { report }));
    expect(result.counts).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(result.output).toContain('left no report');
  });

  test('what it needs and lacks, and a program that cannot start, are failures with their reason', async () => {
    const requires = () => Promise.reject(scriptErrors.EHA1906('No `terraform` is on PATH.'));
    const lacking = await run(stage('a', '', { requires }));
    expect(lacking.counts.failed).toBe(1);
    expect(lacking.output).toMatch(/EHA1906[^]*Remedy: Install Terraform/);
    const missing = await run(stage('a', '', { command: [join(checkout.root, 'no-such-program')] }));
    expect(missing.counts.failed).toBe(1);
    expect(missing.output).toContain('ENOENT');
  });

  test('an interrupted stage gets SIGINT, may end in order, and has failed', async () => {
    const controller = new AbortController();
    const code = `process.on('SIGINT', () => { console.log('cleaned up'); process.exit(1); }); require('fs').writeFileSync('ready', ''); setInterval(() => {}, 1000);`;
    const running = run(stage('a', code), controller.signal);
    for (let attempt = 0; attempt < 1000 && !existsSync(join(checkout.root, 'ready')); attempt += 1)
      await pause();
    controller.abort();
    const result = await running;
    expect(result.output).toContain('cleaned up');
    expect(result.counts.failed).toBe(1);
    expect((await run(stage('b', ''), controller.signal)).output).toContain('Interrupted before it started');
  });
});

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('runStages', () => {
  test('runs all, batch after batch, prints failures in full, and adds up', async () => {
    const lines: string[] = [];
    const counts = await runStages(
      [
        stage('second', 'console.log(require("fs").readFileSync("made", "utf8"))', { batch: 2 }),
        stage('first', 'console.log("quiet"); require("fs").writeFileSync("made", "x")'),
        stage('broken', 'console.log("why it broke"); process.exitCode = 1'),
      ],
      { root: checkout.root, concurrency: 2, signal: never, write: (text) => lines.push(text) },
    );
    expect(counts).toEqual({ passed: 2, failed: 1, skipped: 0 });
    expect(lines.join('')).not.toContain('quiet');
    expect(lines.join('')).toMatch(/FAILED {2}broken +[\d.]+ s {2}0 passed, 1 failed\n {4}why it broke\n/);
    expect(lines.at(-1)).toMatch(/^ok {6}second +[\d.]+ s {2}1 passed, 0 failed\n$/);
  });
});

describe('counts', () => {
  test('a test file that does not load is a failure', () => {
    checkout.write(
      'jest.json',
      JSON.stringify({
        numPassedTests: 4,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 1,
        numRuntimeErrorTestSuites: 1,
        testResults: [],
      }),
    );
    expect(readJestReport(join(checkout.root, 'jest.json'))).toEqual({ passed: 4, failed: 2, skipped: 3 });
    checkout.write('jest.json', '{"numPassedTests": 4');
    expect(readJestReport(join(checkout.root, 'jest.json'))).toBeUndefined();
  });

  test('the closing line names skipped tests only when there are some', () => {
    expect(formatCounts({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(formatCounts({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
  });
});

describe('stages', () => {
  test('--only takes names and aliases, keeps the order, and refuses others', () => {
    const all = defineStages(checkout.root);
    const names = (only: string | undefined) => selectStages(all, only).map(({ name }) => name);
    expect(names(undefined)).toEqual(all.map(({ name }) => name));
    expect(names('unit, format')).toEqual(['format', 'unit']);
    expect(names('lint')).toEqual(['format', 'eslint', 'types', 'check-actions', 'docs', 'lint-workflows']);
    expect(() => names('unti')).toThrow(/no stage is called "unti"; there are lint, format/);
  });

  test('a test file that no stage would run is refused', () => {
    checkout.write('tests/integration/lost.test.ts', '');
    expect(() => defineStages(checkout.root)).toThrow(/No stage runs tests\/integration\/lost\.test\.ts/);
  });
});
