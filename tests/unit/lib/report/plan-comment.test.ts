import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import { contentOf, renderPlanComment, type CommentContext } from '#lib/report/plan-comment.js';
import type { PlanDocument, PlanDocumentChange } from '#lib/report/plan-document.js';
import { stackSummary } from '#lib/report/plan-sections.js';
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
      attributes: paths.map((path) => attribute({ path, before: key, after: `${path}\n\`\`\`\n</details>` })),
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
    expect(body).toContain(
      '<details open>\n<summary><b><code>foundation</code></b>: 1 to destroy, 1 to replace',
    );
    expect(unfolded).toContain('destroy `aws_thing.delete`');
    expect(unfolded).toContain('replace `aws_thing.replace`');
    expect(unfolded).not.toContain('aws_thing.create');
  });

  const risk = (level: 'info' | 'warning' | 'high' | 'critical', count = 1) => ({
    rule: 'some-rule',
    level,
    sentence: `A ${level} thing about \`aws_vpn_connection\`.`,
    addresses: Array.from({ length: count }, (_, index) => `aws_thing.${level}[${String(index)}]`),
  });

  test('critical and high risks stand open before everything else, lesser ones are folded', () => {
    const risks = [risk('critical', 2), risk('high', 40), risk('warning'), risk('info')];
    const { body } = render([
      report(planOf([change()], { stack: 'nodes' })),
      report(planOf([change({ kind: 'update' })], { risks, worstRisk: 'critical' })),
    ]);
    expect(body).toContain('## Terraform plan: 1 critical risk, 1 high risk, 1 to change, 1 to create');
    expect(body).toContain(
      '> [!CAUTION]\n> **1 critical risk**\n> - `foundation`: A critical thing about `aws_vpn_connection`. (`aws_thing.critical[0]`, `aws_thing.critical[1]`)',
    );
    expect(body).toContain('> [!WARNING]\n> **1 high risk**');
    expect(body).toContain('`aws_thing.high[0 … 39]`');
    expect(body.indexOf('high risk**')).toBeLessThan(body.indexOf('| stack |'));
    expect(body).toContain('<summary>2 remarks on what this means for the cluster and its link</summary>');
    expect(body.indexOf('aws_thing.warning')).toBeGreaterThan(body.indexOf('<summary>2 remarks'));
    const sections = [...body.matchAll(/<details( open)?>\n<summary><b><code>(\w+)/g)];
    expect(sections.map(([, open, name]) => [name, open])).toEqual([
      ['foundation', ' open'],
      ['nodes', undefined],
    ]);
  });

  test('the picture of the link is shown when something happens to it', () => {
    const tunnels = [{ name: 'a-tunnel1', effect: 'destroy' as const, because: [] }];
    const link = { tunnels, redundancy: 'lost' as const };
    expect(render([report(planOf([], { link }))]).body).toContain('```mermaid\nflowchart LR');
    const still = { ...link, tunnels: [{ name: 'a', effect: 'none' as const, because: [] }] };
    expect(render([report(planOf([change()], { link: still }))]).body).not.toContain('mermaid');
  });

  test('values are shown, marked, and what forces a replacement is named', () => {
    const cidr = attribute({ forcesReplacement: true });
    const changes = [
      change({ kind: 'replace', replacePaths: ['cidr_block'], attributes: [cidr] }),
      change({ kind: 'update', address: 'aws_vpc.other', attributes: [attribute({ path: 'tags' })] }),
    ];
    const { body } = render([report(planOf(changes))]);
    expect(body).toContain('♻️ replace `aws_vpc.this`, because `cidr_block` cannot change in place');
    expect(body).toContain('! cidr_block = "10.0.0.0/16" → "10.1.0.0/16"  # forces replacement');
    expect(body).toContain('@@ aws_vpc.other @@\n! tags = "10.0.0.0/16" → "10.1.0.0/16"');
  });

  test('outputs show their values, but for what is sensitive or not known yet', () => {
    const output = (name: string, overrides: Parameters<typeof attribute>[0]) => ({
      name,
      kind: 'update' as const,
      sensitive: false,
      unknown: false,
      attributes: [attribute({ path: name, ...overrides })],
      attributesOmitted: 0,
    });
    const outputs = [
      output('subnets.a', { before: '"subnet-1"', after: '"subnet-2"' }),
      output('password', { sensitive: true, before: '(sensitive)', after: '(sensitive)' }),
      output('arn', { unknown: true, after: null }),
    ];
    const { body } = render([report(planOf([], { status: 'changes', outputs }))]);
    expect(body).toContain('! subnets.a = "subnet-1" → "subnet-2"');
    expect(body).toContain('! password = (sensitive)');
    expect(body).toContain('! arn = "10.0.0.0/16" → (known after apply)');
  });

  const created = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      change({
        address: `aws_vpc.n${String(index)}`,
        attributes: [attribute({ change: 'added', before: null, after: '"10.7.0.0/16"' })],
      }),
    );

  test('values of new objects are folded below their names', () => {
    const rows = [...created(2), change({ address: 'aws_vpc.late', attributesOmitted: 9 })];
    const { body } = render([report(planOf(rows))]);
    expect(body).toContain(
      '- `aws_vpc.n1`\n- `aws_vpc.late`\n\n<details>\n<summary>The values of 2 new objects',
    );
    expect(body).toContain('@@ aws_vpc.n0 @@\n+ cidr_block = "10.7.0.0/16"');
    expect(body).toContain('… and those of 1 more object');
  });

  test('values of new objects are the first to give way, in every stack, without a word of shortening', () => {
    const updated = change({ kind: 'update', address: 'aws_vpc.u', attributes: [attribute()] });
    const plans = [
      planOf([...created(1500), updated], { stack: 'large' }),
      planOf(created(3), { stack: 'small' }),
    ];
    const { body, shortened } = render(plans.map((plan) => report(plan)));
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_000);
    expect(shortened).toEqual([]);
    expect(body).toContain('- `aws_vpc.n1499`');
    expect(body).toContain('! cidr_block = "10.0.0.0/16" → "10.1.0.0/16"');
    expect(body).not.toContain('@@ aws_vpc.n1499 @@');
  });

  test('a remark on very many objects names some and counts the rest', () => {
    const addresses = Array.from({ length: 40 }, (_, index) => `aws_x${'y'.repeat(index)}.main`);
    const plan = planOf([change()], {
      risks: [{ rule: 'r', level: 'info', sentence: 'Look.', addresses }],
      worstRisk: 'info',
    });
    expect(render([report(plan)]).body).toMatch(/^- info: Look\. \((`[^`]+`, ){6}and 34 more\)$/m);
  });

  test('stacks without changes share a line, those of one folder are told apart by workspace', () => {
    const { body } = render([
      report(planOf([], { stack: 'a' })),
      report(planOf([], { stack: 'b' })),
      report(planOf([change()], { stack: 'c', workspace: 'staging' })),
      report(planOf([], { stack: 'c', workspace: 'production' })),
    ]);
    expect(body).toContain('✅ No changes: `a`, `b`, `c (production)`');
    expect(body).toContain('| `c (staging)` | 🔷 changes | 1 |');
    expect(body.match(/<summary><b>/g)).toHaveLength(1);
  });

  test('everything else the plan found has its place', () => {
    const { body } = render([
      report(
        planOf([], {
          outputs: [
            {
              name: 'url',
              kind: 'update',
              sensitive: false,
              unknown: false,
              attributes: [attribute({ path: 'url' })],
              attributesOmitted: 0,
            },
          ],
          checks: [{ address: 'check.up', status: 'fail', problems: ['not *up*'] }],
          actionInvocations: ['action.aws_lambda_invoke.x'],
          deferred: [{ address: 'aws_a.b', kind: 'create', reason: 'instance_count_unknown' }],
          drift: [
            {
              address: 'aws_c.d',
              module: '',
              type: 'aws_c',
              deposed: null,
              kind: 'update',
              attributes: [attribute({ path: 'size', before: '1', after: '2' })],
              attributesOmitted: 0,
              relevant: true,
            },
          ],
        }),
      ),
    ]);
    for (const text of [
      '- update `url`',
      '! url = "10.0.0.0/16" → "10.1.0.0/16"',
      '- `check.up`: not \\*up\\*',
      '- `action.aws_lambda_invoke.x`',
      '- `aws_a.b`: `instance_count_unknown`',
      '- update `aws_c.d`, which the plan depends on',
      '! size = 1 → 2',
    ])
      expect(body).toContain(text);
  });

  test('two runs that say the same about a commit differ in marker and footer only', () => {
    const reports = [report(planOf([change()]))];
    const one = renderPlanComment(reports, CONTEXT).body;
    const later = {
      ...CONTEXT,
      marker: '<!-- eks-hybrid-actions:plan-comment id=plan run=5000.2 -->',
      runUrl: 'https://github.com/octo-org/platform/actions/runs/5000',
      writtenAt: '2026-11-23T01:02:03.000Z',
    };
    const two = renderPlanComment(reports, later).body;
    expect(two).not.toBe(one);
    expect(contentOf(two)).toBe(contentOf(one));
    const others = [
      renderPlanComment(reports, { ...CONTEXT, headSha: '3'.repeat(40) }).body,
      renderPlanComment([report(planOf([change({ address: 'a.b' })]))], CONTEXT).body,
      one.replace('to create', 'to create by [this run](x) · now · '),
    ];
    for (const other of others) expect(contentOf(other)).not.toBe(contentOf(one));
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
    expect(body.match(/zone-/g)).toHaveLength(40);
    expect(body).toContain('5000 × `aws_subnet`');
    expect(body.match(/🗑️ destroy/g)).toHaveLength(40);
    expect(body).toContain('Some lists are shortened');
  });

  /** All that a body names, ranges counted out. */
  const named = (body: string) =>
    [...body.matchAll(/^- (?:🗑️ destroy|♻️ replace)(?: (\d+):)? /gmu)].reduce(
      (sum, [, count]) => sum + Number(count ?? 1),
      0,
    );

  test.each([
    ['instances that count up', (index: number) => `module.n.aws_subnet.p["zone-${String(index)}"]`],
    ['names that do not', (index: number) => `module.n.aws_subnet.p["${((index + 1) * 7919).toString(36)}"]`],
  ])('5,000 destroys are all named: %s', (_name, addressOf) => {
    const changes = Array.from({ length: 5000 }, (_, index) =>
      change({ kind: index < 2500 ? 'delete' : 'replace', address: addressOf(index) }),
    );
    const { body, shortened } = render([report(planOf(changes))]);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_000);
    expect(shortened).toEqual([{ stack: 'foundation', level: 'grouped' }]);
    expect(named(body)).toBe(5000);
    expect(body).not.toContain('more object');
  });

  test('more names than have room: as many as fit, the others counted with where to find them', () => {
    const long = (index: number) =>
      `module.n.aws_subnet.p["${'x'.repeat(40)}${((index + 1) * 7919).toString(36)}"]`;
    const stacks = [3000, 1000].map((count, at) =>
      report(
        planOf(
          Array.from({ length: count }, (_, index) => change({ kind: 'delete', address: long(index) })),
          { stack: `s${String(at)}` },
        ),
      ),
    );
    const { body, shortened } = render(stacks);
    const bytes = Buffer.byteLength(body);
    expect(bytes).toBeLessThanOrEqual(65_000);
    expect(bytes).toBeGreaterThan(55_000);
    expect(shortened.map(({ level }) => level)).toEqual(['capped', 'capped']);
    const left = [...body.matchAll(/… and (\d+) more objects?, which the job summary/g)].map(([, n]) =>
      Number(n),
    );
    expect(left).toHaveLength(2);
    expect(named(body) + left.reduce((sum, each) => sum + each, 0)).toBe(4000);
    expect(named(body)).toBeGreaterThan(1000);
  });

  test('the picture and values give way before names, risks stay', () => {
    const link = {
      tunnels: [{ name: 'a-tunnel1', effect: 'destroy' as const, because: [] }],
      redundancy: 'lost' as const,
    };
    const risks = [
      { rule: 'r', level: 'critical' as const, sentence: 'The link goes down.', addresses: ['a.b'] },
    ];
    const changes = Array.from({ length: 100 }, (_, index) =>
      change({ kind: 'update', address: `a.b[${String(index)}]`, attributes: [attribute()] }),
    );
    const plan = planOf(changes, { link, risks, worstRisk: 'critical' });
    const levels = [20_000, 4500, 2600, 1900].map((maxBytes) => {
      const { body, shortened } = render([report(plan)], maxBytes);
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBytes);
      expect(body).toContain('The link goes down. (`a.b`)');
      return [shortened[0]?.level, body.includes('mermaid'), body.includes('→ "10.1')];
    });
    expect(levels).toEqual([
      [undefined, true, true],
      ['attributes', false, false],
      ['addresses', false, false],
      ['types', false, false],
    ]);
  });

  test('the job summary has more room and names the grave risks, too', () => {
    const risks = [{ rule: 'r', level: 'high' as const, sentence: 'Danger.', addresses: [] }];
    const plan = planOf([...many(5000, 'create'), ...many(200, 'delete')], { risks, worstRisk: 'high' });
    const { markdown, shorter } = stackSummary(report(plan));
    expect(markdown).toContain('zone-4999');
    for (const text of [markdown, shorter]) expect(text).toContain('`foundation`: Danger.');
    expect(Buffer.byteLength(shorter)).toBeLessThan(2000);
    const huge = stackSummary(report(planOf(many(50_000, 'delete'))));
    expect(Buffer.byteLength(huge.markdown)).toBeLessThan(1_000_000);
    expect(named(huge.markdown)).toBe(50_000);
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

  test('control characters of messages are shown as such', () => {
    const failure = {
      code: 'EHA1206',
      phase: 'plan',
      message: 'a\u0000b\u001b[31mc\r\n',
      remedy: 'Read it.',
    } as const;
    const { body } = render([report(planOf([], { status: 'failed', counts: null, failure }))]);
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(body).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    expect(body).toContain('a\\\\u0000b\\\\u001b\\[31mc');
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
          expect(html.match(/<details( open)?>/g)?.length ?? 0).toBe(html.match(/<\/details>/g)?.length ?? 0);
          // The only link is ours: no address may become markup.
          expect(html.match(/<(a|script|img)\b[^>]*>/g) ?? []).toEqual([`<a href="${CONTEXT.runUrl}">`]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
