import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import { renderPlanComment, type CommentContext } from '#lib/report/plan-comment.js';
import type { PlanDocument, PlanDocumentChange } from '#lib/report/plan-document.js';
import { statusOf, worstStatus, type StackReport } from '#lib/report/stack-report.js';
import { attribute, change, NO_COUNTS, planOf } from '../../../support/plan-documents.ts';

const CONTEXT: CommentContext = {
  marker: '<!-- eks-hybrid-actions:plan-comment id=plan run=4242.1 -->',
  headSha: '2222222222222222222222222222222222222222',
  runUrl: 'https://github.com/octo-org/platform/actions/runs/4242',
  writtenAt: '2026-11-22T12:34:56.000Z',
  maxBytes: 65_000,
};

function report(plan: PlanDocument | undefined, stack = plan?.stack ?? 'foundation'): StackReport {
  return {
    stack,
    directory: `terraform/stacks/${stack}`,
    plan,
    unknownReason: plan === undefined ? 'its job left no plan document' : undefined,
  };
}

function render(reports: readonly StackReport[], maxBytes = 65_000) {
  return renderPlanComment(reports, { ...CONTEXT, maxBytes });
}

const KINDS = [
  'create',
  'update',
  'replace',
  'delete',
  'read',
  'import',
  'move',
  'forget',
  'create-forget',
] as const;

const anyChange: fc.Arbitrary<PlanDocumentChange> = fc
  .record({
    key: fc.string({ unit: 'grapheme', maxLength: 60 }),
    kind: fc.constantFrom(...KINDS),
    paths: fc.array(fc.string({ maxLength: 40 }), { maxLength: 5 }),
  })
  .map(({ key, kind, paths }) =>
    change({
      address: `module.a.aws_thing.x[${JSON.stringify(key)}]`,
      type: 'aws_thing',
      kind,
      attributes: paths.map((path) => attribute({ path })),
      replacePaths: kind === 'replace' ? paths : [],
    }),
  );

describe('what the comment says', () => {
  test('a plan with every kind leads with the destructive ones', () => {
    const body = render([
      report(planOf(KINDS.map((kind) => change({ kind, address: `aws_thing.${kind}` })))),
    ]).body;
    expect(body.split('\n')[0]).toBe(CONTEXT.marker);
    expect(body).toContain(
      '## Terraform plan: 1 to destroy, 1 to replace, 1 to change, 1 to create, 1 to replace without destroying, 1 to forget, 1 to import, 1 to move',
    );
    expect(body).toContain('**2 objects will be destroyed**, 1 of them to be replaced');
    for (const kind of KINDS) expect(body).toContain(`aws_thing.${kind}`);
    const unfolded = body.replaceAll(/<details>[\s\S]*?<\/details>/g, '');
    expect(unfolded).toContain('destroy `aws_thing.delete`');
    expect(unfolded).toContain('replace `aws_thing.replace`');
    expect(unfolded).not.toContain('aws_thing.create');
  });

  test('a missing plan is unknown, in the heading, as an alert and in the table', () => {
    const reports = [report(planOf([]), 'cluster'), report(undefined, 'nodes')];
    const { body } = render(reports);
    expect(body).toContain('## Terraform plan: 1 stack unknown');
    expect(body).toContain('What `nodes` would change is **unknown**');
    expect(body).toContain('| `nodes` | ❔ unknown | – | – | – | – | – |');
    expect(body).toContain('its job left no plan document');
    expect(worstStatus(reports)).toBe('unknown');
  });

  test('a cancelled plan is unknown too', () => {
    const cancelled = report(planOf([], { status: 'cancelled', counts: null }));
    expect(statusOf(cancelled)).toBe('unknown');
    expect(render([cancelled]).body).toContain('the plan was cancelled before it was done');
  });

  const failed = (overrides: Partial<PlanDocument>) =>
    planOf([], {
      status: 'failed',
      counts: null,
      failure: {
        code: 'EHA1207',
        phase: 'plan',
        message: 'the *state* is locked',
        remedy: 'Run `terraform force-unlock <ID>`.',
      },
      ...overrides,
    });

  test('a failed plan shows its errors with their place, the remedy, and no counts', () => {
    const error = {
      severity: 'error',
      summary: 'Bad',
      address: null,
      file: 'main.tf',
      startLine: 3,
      endLine: 3,
    } as const;
    const { body } = render([
      report(failed({ diagnostics: [{ ...error, detail: 'a ``` fence' }], diagnosticsOmitted: 4 })),
    ]);
    expect(body).toContain('## Terraform plan: 1 stack failed');
    expect(body).toContain('**plan failed** (`EHA1207`)');
    expect(body).toContain('Bad `main.tf:3`');
    expect(body).toContain('````text\na ``` fence\n````');
    expect(body).toContain('… and 4 more messages in the log');
    expect(body).toContain('Run `terraform force-unlock <ID>`.');
    expect(body).toContain('| `foundation` | ❌ failed | – |');
  });

  test('a held lock names its holder, once', () => {
    const stateLock = {
      id: 'abc',
      path: null,
      operation: 'OperationTypeApply',
      who: 'riley@laptop',
      version: null,
      created: null,
    };
    const { body } = render([report(failed({ stateLock }))]);
    expect(body).toContain('locked by `riley@laptop` for `OperationTypeApply`, lock `abc`');
    expect(body).not.toContain('is locked.');
  });

  test('a failure without diagnostics shows its message as plain text', () => {
    expect(render([report(failed({}))]).body).toContain('the \\*state\\* is locked');
  });

  test.each([
    [[report(planOf([]))], '## Terraform plan: no changes'],
    [[], '## Terraform plan: no stack is touched'],
    [[report(planOf([change({ kind: 'read' })]))], '## Terraform plan: no resource changes'],
    [
      [report(planOf([], { status: 'changes', counts: { ...NO_COUNTS, outputs: 1 } }))],
      '## Terraform plan: only 1 output changes',
    ],
  ])('nothing to do reads as such: %#', (reports, heading) => {
    expect(render(reports).body).toContain(heading);
  });

  test('a plan that was not refreshed or is not complete says so even without changes', () => {
    const { body } = render([report(planOf([], { refreshed: false, complete: false }))]);
    expect(body).toContain('drift is unknown');
    expect(body).toContain('The plan is not complete');
  });
});

describe('how long it gets', () => {
  const many = (count: number, kind: PlanDocumentChange['kind']) =>
    Array.from({ length: count }, (_, index) =>
      change({
        kind,
        address: `module.network.aws_subnet.private["zone-${String(index)}"]`,
        type: 'aws_subnet',
      }),
    );

  test('5,000 creates give way, 40 destroys stay whole', () => {
    const reports = [report(planOf([...many(5000, 'create'), ...many(40, 'delete')]))];
    const { body, shortened } = render(reports);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_000);
    expect(shortened).toEqual([{ stack: 'foundation', level: 'types' }]);
    expect(body).toContain('5000 × `aws_subnet`');
    expect(body.match(/🗑️ destroy/g)).toHaveLength(40);
    expect(body).toContain('Some lists are shortened');
  });

  test('only the longest stack is shortened', () => {
    const reports = [
      report(planOf(many(3000, 'create'), { stack: 'big' })),
      report(planOf(many(3, 'update'), { stack: 'small' })),
    ];
    const { body, shortened } = render(reports);
    expect(shortened.map(({ stack }) => stack)).toEqual(['big']);
    expect(body).toContain('zone-2');
  });

  test('a long provider error gives way before another stack loses what it destroys', () => {
    const error = {
      severity: 'error',
      summary: 'Refused',
      address: null,
      file: null,
      startLine: null,
      endLine: null,
    };
    const failed = planOf([], {
      stack: 'broken',
      status: 'failed',
      counts: null,
      diagnostics: Array.from({ length: 10 }, () => ({
        ...error,
        severity: 'error' as const,
        detail: 'x'.repeat(20_000),
      })),
      failure: { code: 'EHA1206', phase: 'plan', message: 'failed', remedy: 'Read it.' },
    });
    const { body, shortened } = render(
      [report(failed), report(planOf(many(30, 'delete'), { stack: 'nodes' }))],
      12_000,
    );
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(12_000);
    expect(shortened.map(({ stack }) => stack)).toEqual(['broken']);
    expect(body.match(/🗑️ destroy/g)).toHaveLength(30);
    expect(body.match(/Refused/g)).toHaveLength(10);
  });

  test('control characters of messages are left out', () => {
    const failure = {
      code: 'EHA1206',
      phase: 'plan',
      message: 'a\u0000b\u001b[31mc\r\n',
      remedy: 'Read it.',
    } as const;
    const { body } = render([report(planOf([], { status: 'failed', counts: null, failure }))]);
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(body).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    expect(body).toContain('ab\\[31mc');
  });

  test('with hundreds of stacks and little room it still says the verdict', () => {
    const reports = Array.from({ length: 200 }, (_, index) =>
      report(planOf(many(200, 'delete'), { stack: `stack-${String(index)}` })),
    );
    const { body } = render(reports, 2000);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(2000);
    expect(body).toContain('40000 to destroy');
    expect(body.startsWith(CONTEXT.marker)).toBe(true);
  });

  test('always fits, keeps its marker, and leaves no fence or fold open', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyChange, { maxLength: 30 }), { maxLength: 4 }),
        fc.integer({ min: 2000, max: 20_000 }),
        (stacks, maxBytes) => {
          const reports = stacks.map((changes, index) =>
            report(planOf(changes, { stack: `s${String(index)}` })),
          );
          const { body } = render(reports, maxBytes);
          expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBytes);
          expect(body.startsWith(CONTEXT.marker)).toBe(true);
          const html = marked.parse(body, { async: false });
          expect(html.match(/<details>/g)?.length ?? 0).toBe(html.match(/<\/details>/g)?.length ?? 0);
          // The only link is ours: no address may become markup.
          expect(html.match(/<(a|script|img)\b[^>]*>/g) ?? []).toEqual([`<a href="${CONTEXT.runUrl}">`]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
