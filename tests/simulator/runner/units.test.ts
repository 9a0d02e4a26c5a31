import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseKeyValueFile } from '#simulator/runner/commands/file-command.js';
import { Masker } from '#simulator/runner/commands/masker.js';
import { parseWorkflowCommand } from '#simulator/runner/commands/workflow-command.js';
import { evaluateExpression } from '#simulator/runner/expressions/evaluate.js';
import { globToRegExp } from '#simulator/runner/glob.js';
import { expandMatrix } from '#simulator/runner/workflow/matrix.js';
import { passes } from '#simulator/runner/workflow/filters.js';
import { parseWorkflowFile } from '#simulator/runner/workflow/file.js';
import { matchesTrigger, type TriggerEvent } from '#simulator/runner/workflow/triggers.js';

describe('masker', () => {
  test.each([
    [
      'base64 at each shift',
      'secret-value',
      (value: string) => Buffer.from(`xy${value}`.slice(0)).toString('base64'),
    ],
    ['JSON', 'a"b\\c\nd', (value: string) => JSON.stringify(value)],
    ['URI', 'a b/c?d=é', (value: string) => encodeURIComponent(value)],
    ['XML', '<a>&"b"', () => '&lt;a&gt;&amp;&quot;b&quot;'],
    ['command line', 'say "hi"', () => 'say \\"hi\\"'],
    ['expression', "it's", () => "it''s"],
    ['quotes trimmed', '"in quotes"', () => 'in quotes'],
  ])('hides the %s form', (name, secret, encode) => {
    const masker = new Masker();
    masker.add(secret);
    const encoded = encode(secret);
    const masked = masker.mask(`before ${encoded} after`);
    expect(masked).toContain('***');
    if (!name.startsWith('base64')) expect(masked).not.toContain(encoded.replaceAll('"', '').slice(1, -1));
  });

  test('no text keeps a secret, and text without one is left alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Z0-9]{4,12}$/), { minLength: 1, maxLength: 4 }),
        fc.string(),
        (secrets, text) => {
          const masker = new Masker();
          for (const secret of secrets) masker.add(secret);
          const masked = masker.mask([text, ...secrets, text].join('-'));
          for (const secret of secrets) expect(masked).not.toContain(secret);
          const clean = text.toLowerCase();
          const untouched = new Masker();
          untouched.add('SECRET');
          expect(untouched.mask(clean)).toBe(clean);
        },
      ),
    );
  });

  test('neighbours become one mark', () => {
    const masker = new Masker();
    masker.add('abcd');
    masker.add('cdef');
    expect(masker.mask('x abcdef y abcdabcd z')).toBe('x *** y *** z');
  });
});

describe('command files', () => {
  test('what is written as heredoc is read back', () => {
    const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]*$/);
    const value = fc
      .string({ unit: fc.constantFrom('a', '=', '<', '\n', ' ', 'é') })
      .filter((text) => !text.split('\n').includes('END'));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (entries) => {
        const content = entries.map(([key, text]) => `${key}<<END\n${text}\nEND\n`).join('');
        // A heredoc of one empty line and an empty heredoc are the same file.
        expect(parseKeyValueFile(content)).toEqual(entries);
      }),
    );
  });

  test.each([
    ['=x', "Invalid format '=x'"],
    ['<<EOF\nEOF', 'Name must not be empty'],
    ['plain', "Invalid format 'plain'"],
    ['A<<EOF\nx', "Matching delimiter not found 'EOF'"],
  ])('%j is refused', (content, message) => {
    expect(() => parseKeyValueFile(content)).toThrow(message);
  });
});

test.each([
  ['::error file=a.js,line=1::msg', { name: 'error', properties: { file: 'a.js', line: '1' }, data: 'msg' }],
  ['::set-output name=a%2Cb::x%0Ay%25', { name: 'set-output', properties: { name: 'a,b' }, data: 'x\ny%' }],
  ['##[group]title', { name: 'group', properties: {}, data: 'title' }],
  ['plain :: text ::', undefined],
  ['a ::error::b', undefined],
])('workflow command %j', (line, expected) => {
  expect(parseWorkflowCommand(line)).toEqual(expected);
});

describe('expressions', () => {
  const contexts = {
    github: { ref: 'refs/heads/main', event: { labels: [{ name: 'a' }, { name: 'b' }] } },
    empty: null,
  };
  test.each([
    ["github.ref == 'REFS/HEADS/MAIN'", true],
    ['github.missing.deeper', null],
    ['github.event.labels.*.name', ['a', 'b']],
    ["contains(github.event.labels.*.name, 'B')", true],
    ["join(github.event.labels.*.name, '+')", 'a+b'],
    ["format('{0}-{1} {{}}', 1, true)", '1-true {}'],
    ['fromJSON(\'{"a":[1,2]}\').a[1]', 2],
    ["toJSON(fromJSON('[1]'))", '[\n  1\n]'],
    ["'a''b''c'", "a'b'c"],
    ["1 == '1'", true],
    ["'' == 0", true],
    ["null == ''", true],
    ["startsWith('Hello', 'he') && endsWith('Hello', 'LO')", true],
    ["false || 'default'", 'default'],
    ["case(github.ref == 'x', 1, github.ref != 'x', 2, 3)", 2],
    ['GITHUB.REF', 'refs/heads/main'],
  ])('%s', (expression, value) => {
    expect(evaluateExpression(expression, { contexts, functions: {} })).toEqual(value);
  });

  test('a context that is not there in this place is an error', () => {
    expect(() => evaluateExpression('secrets.X', { contexts, functions: {} })).toThrow(
      "Unrecognized named-value: 'secrets'",
    );
    expect(() => evaluateExpression('success()', { contexts, functions: {} })).toThrow(
      'Unrecognized function',
    );
  });
});

test('a matrix without exclude has the product of its vectors as jobs', () => {
  const vector = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(vector, { minLength: 1, maxLength: 3 }), (vectors) => {
      const entries = expandMatrix(Object.fromEntries(vectors.map((items, index) => [`k${index}`, items])));
      expect(entries).toHaveLength(vectors.reduce((product, items) => product * items.length, 1));
      expect(new Set(entries.map((entry) => JSON.stringify(entry.values))).size).toBe(entries.length);
    }),
  );
});

test.each([
  ['**/*.tf', 'a/b/c.tf', true],
  ['**/*.tf', 'c.tf', true],
  ['*.tf', 'a/c.tf', false],
  ['a/**', 'a/b/c', true],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['[ab].txt', 'b.txt', true],
  ['[!ab].txt', 'b.txt', false],
])('glob %s on %s', (pattern, path, matches) => {
  expect(globToRegExp(pattern).test(path)).toBe(matches);
});

test.each([
  [['main'], 'main', true],
  [['releases/**'], 'releases/10/beta', true],
  [['*'], 'feature/x', false],
  [['**'], 'feature/x', true],
  [['v2*'], 'v2.0', true],
  [['v[12].[0-9]+.[0-9]+'], 'v1.10.1', true],
  [['*.jsx?'], 'page.js', true],
  [['**.js'], 'src/a/b.js', true],
  [['docs/**', '!docs/private/**'], 'docs/private/x', false],
  [['docs/**', '!docs/private/**', 'docs/private/public'], 'docs/private/public', true],
  [['!main'], 'other', false],
])('filter %j on %s', (patterns, name, expected) => {
  expect(passes(patterns, name)).toBe(expected);
});

/** The end of a run for the branch `evil` of a fork. */
const ended = (action: string, name: string): TriggerEvent => ({
  eventName: 'workflow_run',
  event: { action, workflow_run: { name, head_branch: 'evil' } },
  ref: 'refs/heads/main',
});

describe('triggers', () => {
  const pull = (action: string, base: string, changedFiles: string[]): TriggerEvent => ({
    eventName: 'pull_request',
    event: { action, pull_request: { base: { ref: base } } },
    ref: 'refs/pull/1/merge',
    changedFiles,
  });
  const push = (ref: string, changedFiles: string[] = []): TriggerEvent => ({
    eventName: 'push',
    event: {},
    ref,
    changedFiles,
  });
  const STACKS = "{ pull_request: { branches: [main], paths: ['terraform/**', '!**/*.md'] } }";
  test.each([
    ['push', push('refs/heads/x'), true],
    ['[pull_request, push]', pull('opened', 'main', []), true],
    ['pull_request', pull('synchronize', 'main', []), true],
    ['pull_request', pull('closed', 'main', []), false],
    ['{ pull_request: { types: [closed] } }', pull('closed', 'main', []), true],
    [STACKS, pull('opened', 'main', ['terraform/a.tf']), true],
    [STACKS, pull('opened', 'main', ['terraform/README.md']), false],
    [STACKS, pull('opened', 'develop', ['terraform/a.tf']), false],
    ["{ push: { paths-ignore: ['docs/**'] } }", push('refs/heads/main', ['docs/a']), false],
    ["{ push: { paths-ignore: ['docs/**'] } }", push('refs/heads/main', ['docs/a', 'b']), true],
    ["{ push: { tags: ['v*'] } }", push('refs/tags/v1'), true],
    ["{ push: { tags: ['v*'] } }", push('refs/heads/main'), false],
    ['{ push: { branches: [main] } }', push('refs/tags/v1'), false],
    ["{ push: { branches-ignore: ['wip/**'] } }", push('refs/heads/wip/a'), false],
    [
      "{ schedule: [{ cron: '17 3 * * *' }] }",
      { eventName: 'schedule', event: { schedule: '17 3 * * *' }, ref: 'refs/heads/main' },
      true,
    ],
    [
      "{ schedule: [{ cron: '17 3 * * *' }] }",
      { eventName: 'schedule', event: { schedule: '5 4 * * *' }, ref: 'refs/heads/main' },
      false,
    ],
    ['workflow_dispatch', { eventName: 'workflow_dispatch', event: {}, ref: 'refs/heads/main' }, true],
    ['workflow_call', push('refs/heads/main'), false],
    ['{ workflow_run: { workflows: [Plan], types: [completed] } }', ended('completed', 'Plan'), true],
    ['{ workflow_run: { workflows: [Plan], types: [completed] } }', ended('completed', 'Other'), false],
    ['{ workflow_run: { workflows: [Plan], types: [completed] } }', ended('requested', 'Plan'), false],
    ['{ workflow_run: { workflows: [Plan], branches: [main] } }', ended('completed', 'Plan'), false],
    ["{ workflow_run: { workflows: [Plan], branches-ignore: ['x/**'] } }", ended('completed', 'Plan'), true],
  ] satisfies [string, TriggerEvent, boolean][])('on: %s', async (on, trigger, expected) => {
    const { root, errors } = await parseWorkflowFile(
      'w.yml',
      `on: ${on}\njobs: { a: { runs-on: x, steps: [{ run: echo }] } }`,
    );
    expect(errors).toEqual([]);
    if (root === undefined) throw new Error('no root');
    expect(matchesTrigger(root, trigger)).toBe(expected);
  });
});
