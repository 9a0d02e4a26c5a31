import { describe, expect, test } from '@jest/globals';
import { readTestOutput } from '#scripts/terraform/run-target.js';

/** Lines as `terraform test -json` (1.11) prints them, cut to what is read. */
function output(exitCode: number, ...events: readonly object[]): Parameters<typeof readTestOutput>[0] {
  const stdout = events.map((event) => JSON.stringify(event)).join('\n');
  return { exitCode, signal: null, stdout, output: stdout };
}

const diagnostic = {
  severity: 'error',
  summary: 'Test assertion failed',
  detail: 'The reason.',
  snippet: { code: '  condition = a == b', values: [{ traversal: 'a', statement: 'is 1' }] },
  range: { filename: 'tests/a.tftest.hcl', start: { line: 7 } },
};

describe('readTestOutput', () => {
  test('counts what the summary counts', () => {
    const done = output(0, {
      type: 'test_summary',
      test_summary: { passed: 3, failed: 0, errored: 0, skipped: 1 },
    });
    expect(readTestOutput(done)).toEqual({ passed: 3, failed: 0, skipped: 1, failures: [] });
  });

  test('gives each failed run once, with all its errors', () => {
    const run = { type: 'diagnostic', '@testfile': 'tests/a.tftest.hcl', '@testrun': 'one', diagnostic };
    const tested = readTestOutput(
      output(1, run, run, {
        type: 'test_summary',
        test_summary: { passed: 1, failed: 1, errored: 0, skipped: 2 },
      }),
    );
    expect(tested).toMatchObject({ passed: 1, failed: 1, skipped: 2 });
    expect(tested.failures).toEqual([
      'tests/a.tftest.hcl one\n' +
        '  Test assertion failed (tests/a.tftest.hcl:7)\n  condition = a == b\n  a is 1\n  The reason.\n'
          .repeat(2)
          .trimEnd(),
    ]);
  });

  test('counts errors as failures: a run that could not be planned has not passed', () => {
    const tested = readTestOutput(
      output(
        1,
        { type: 'diagnostic', '@testrun': 'one', diagnostic },
        { type: 'test_summary', test_summary: { passed: 0, failed: 0, errored: 1, skipped: 4 } },
      ),
    );
    expect(tested).toMatchObject({ passed: 0, failed: 1, skipped: 4 });
  });

  test('fails when no test ran', () => {
    expect(readTestOutput(output(0)).failed).toBe(1);
    expect(readTestOutput(output(0, { type: 'test_summary', test_summary: { passed: 0 } })).failed).toBe(1);
  });

  test('fails with the whole output when Terraform ends badly without saying why', () => {
    const tested = readTestOutput({ exitCode: null, signal: 'SIGKILL', stdout: '', output: 'killed' });
    expect(tested).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: ['terraform test ended with SIGKILL\nkilled'],
    });
  });
});
