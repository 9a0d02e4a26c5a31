import { checkDocument, type CheckDocument } from '#lib/report/check-document.js';

const CHECKS: CheckDocument['checks'] = (['fmt', 'init', 'validate', 'lint'] as const).map((name) => ({
  name,
  result: 'passed',
  milliseconds: 5,
}));

/** The document of a stack whose checks all passed, with whatever a test has otherwise. */
export function checkOf(fields: Partial<CheckDocument> = {}): CheckDocument {
  const { schema: _schema, ...given } = fields;
  return checkDocument.create({
    stack: 'foundation',
    directory: 'terraform/stacks/foundation',
    status: 'passed',
    tool: { name: 'terraform', version: '1.14.0' },
    checks: CHECKS,
    counts: { errors: 0, warnings: 0, unformatted: 0 },
    problems: [],
    problemsOmitted: 0,
    sha: '1'.repeat(40),
    headSha: '2'.repeat(40),
    runUrl: 'https://github.com/acme/platform/actions/runs/1',
    generatedAt: '2026-11-22T12:00:00.000Z',
    ...given,
  });
}

/** One whose validation failed with the given problem. */
export function failedCheckOf(
  problem: Partial<CheckDocument['problems'][number]>,
  fields: Partial<CheckDocument> = {},
): CheckDocument {
  return checkOf({
    status: 'failed',
    checks: CHECKS.map((check) => (check.name === 'validate' ? { ...check, result: 'failed' } : check)),
    counts: { errors: 1, warnings: 0, unformatted: 0 },
    problems: [
      {
        check: 'validate',
        severity: 'error',
        summary: 'Reference to undeclared local value',
        detail: '',
        file: 'terraform/stacks/foundation/main.tf',
        line: 2,
        ...problem,
      },
    ],
    ...fields,
  });
}
