import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkVerdict, renderCheckComment } from '#lib/report/check-comment.js';
import { isConsistent } from '#lib/report/check-document.js';
import type { CheckReport } from '#lib/report/check-sections.js';
import { checkOf, failedCheckOf } from '#tests/support/check-documents.js';

const report = (check: CheckReport['check']): CheckReport => ({
  stack: check?.stack ?? 'x',
  check,
  unknownReason: check === undefined ? 'it cannot be read' : undefined,
});
const passed = report(checkOf());
const failed = report(failedCheckOf({}));
const unread = report(undefined);
const cancelled = report(checkOf({ status: 'cancelled' }));

describe('the verdict', () => {
  test.each([
    ['success', [passed], 'passed'],
    ['success', [passed, failed], 'unknown'],
    ['success', [passed, unread], 'unknown'],
    ['success', [cancelled], 'unknown'],
    ['success', [], 'no-stacks'],
    ['failure', [passed], 'failed'],
    ['failure', [], 'failed'],
    ['cancelled', [passed], 'unknown'],
    ['timed_out', [passed], 'unknown'],
    ['startup_failure', [], 'unknown'],
    ['action_required', [], 'unknown'],
    [null, [passed], 'unknown'],
  ])('of %s', (conclusion, reports, expected) => {
    expect(checkVerdict(reports, { conclusion, doubts: [] })).toBe(expected);
  });

  test('is never good with a doubt', () => {
    const doubts = ['something'];
    expect(checkVerdict([passed], { conclusion: 'success', doubts })).toBe('unknown');
    expect(checkVerdict([], { conclusion: 'success', doubts })).toBe('unknown');
    expect(checkVerdict([passed], { conclusion: 'failure', doubts })).toBe('failed');
  });

  test('is passed only for a run that succeeded, whatever documents say', () => {
    const one = fc.constantFrom(passed, failed, unread, cancelled);
    const word = fc.constantFrom('success', 'failure', 'cancelled', 'neutral', 'skipped', 'stale', null);
    fc.assert(
      fc.property(
        fc.array(one),
        word,
        fc.array(fc.string(), { maxLength: 2 }),
        (reports, conclusion, doubts) => {
          const isGood =
            conclusion === 'success' &&
            doubts.length === 0 &&
            reports.length > 0 &&
            reports.every((each) => each === passed);
          expect(checkVerdict(reports, { conclusion, doubts }) === 'passed').toBe(isGood);
        },
      ),
    );
  });
});

describe('a document agrees with itself', () => {
  const [fmt, init, validate, lint] = checkOf().checks;
  if (fmt === undefined || init === undefined || validate === undefined || lint === undefined)
    throw new Error('checks');

  test.each([
    ['every check passed', checkOf(), true],
    ['a warning', checkOf({ checks: [fmt, init, validate, { ...lint, result: 'warned' }] }), true],
    ['a failure', failedCheckOf({}), true],
    ['passed without any check', checkOf({ checks: [] }), false],
    ['passed with only skipped checks', checkOf({ checks: [{ ...fmt, result: 'skipped' }] }), false],
    ['passed although one failed', checkOf({ checks: [fmt, { ...init, result: 'failed' }] }), false],
    ['passed with errors', checkOf({ counts: { errors: 1, warnings: 0, unformatted: 0 } }), false],
    ['passed with the problem of an error', checkOf({ problems: failedCheckOf({}).problems }), false],
    ['failed although none failed', checkOf({ status: 'failed' }), false],
    ['cancelled although none was', checkOf({ status: 'cancelled' }), false],
    ['a check twice', checkOf({ checks: [fmt, fmt] }), false],
  ])('%s', (_name, document, expected) => {
    expect(isConsistent(document)).toBe(expected);
  });
});

describe('the comment', () => {
  const render = (reports: readonly CheckReport[], maxBytes: number) =>
    renderCheckComment(
      reports,
      { conclusion: 'failure', doubts: ['it brings workflows'] },
      {
        marker: '<!-- eks-hybrid-actions:plan-comment id=plan run=1.1 -->',
        headSha: 'a'.repeat(40),
        runUrl: 'https://github.com/acme/platform/actions/runs/1',
        writtenAt: '2026-11-22T12:00:00.000Z',
        maxBytes,
      },
    );

  test('keeps its budget and its verdict, however much the documents hold', () => {
    const problem = {
      check: 'lint',
      severity: 'warning',
      summary: 'x',
      detail: 'y'.repeat(300),
      file: null,
      line: null,
    } as const;
    const noisy = Array.from({ length: 300 }, (_, index) =>
      report(
        checkOf({ stack: `stack-${String(index)}`, problems: Array.from({ length: 100 }, () => problem) }),
      ),
    );
    const lengths = [2000, 5000, 20_000, 65_000, 262_144].map((most) => {
      const body = render(noisy, most);
      expect(body).toContain('## Terraform checks: failed');
      expect(body).toContain('nothing was planned');
      return Buffer.byteLength(body) <= most;
    });
    expect(lengths).toEqual([true, true, true, true, true]);
    expect(render(noisy, 2000)).toContain('300 stacks: 0 failed, 0 unknown, 300 passed.');
    expect(render(noisy, 65_000)).toContain('`stack-299`');
    expect(render([noisy[0] ?? passed], 65_000).match(/^- ⚠️ lint/gmu)).toHaveLength(100);
  });

  test('puts failures first', () => {
    const body = render([passed, unread, report(failedCheckOf({}, { stack: 'broken' }))], 65_000);
    expect(body.indexOf('<code>broken</code>')).toBeLessThan(body.indexOf('it cannot be read'));
  });
});
