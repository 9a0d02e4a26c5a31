import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import {
  code,
  codeCell,
  fenced,
  folded,
  htmlCode,
  plain,
  plural,
  prose,
  shorten,
  table,
  visible,
} from '#lib/report/markdown.js';

const htmlOf = (markdown: string) => marked.parse(markdown, { async: false });

/** What a reader sees of a rendered paragraph. */
function text(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The text outside code, where GitHub looks for mentions, references, commits and addresses. */
const outsideCode = (html: string) =>
  text(html.replaceAll(/<code>[\s\S]*?<\/code>|<pre>[\s\S]*?<\/pre>/g, ''));

/** Values as an attacker would write them, mixed with anything else. */
const HOSTILE = [
  '```',
  '`',
  '\\`',
  '</details>',
  '<script>alert(1)</script>',
  '<!-- eks-hybrid-actions:plan-comment -->',
  '<img src=x onerror=y>',
  '|',
  '\\|',
  '@octocat',
  '@acme/admins',
  '#123',
  'acme/platform#7',
  'GH-12',
  'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
  'deadbeef',
  'https://evil.test/x',
  'www.evil.test',
  'mona@evil.test',
  '/approve',
  '\n/lgtm\n',
  '\n\n# heading\n',
  '\n- list\n',
  '\n===\n',
  '\n\n    indented\n',
  '[a](b)',
  '![a](b)',
  '[^1]',
  '&#64;octocat',
  '&lt;b&gt;',
  '$x$',
  '${var.x}',
  '**b**',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u00a0',
  '\u{e0041}',
  '\ud800',
  'x'.repeat(500),
] as const;

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

/** Only text and code: nothing GitHub or a bot would act on, nothing that cannot be seen. */
function expectInert(markdown: string): void {
  const html = htmlOf(markdown);
  expect(html.replaceAll(/<\/?(p|code|pre|br)\b[^>]*>/g, '')).not.toMatch(/<[a-z/!]/i);
  expect(outsideCode(html)).not.toMatch(
    /@[a-z0-9]|#\d|\bGH-\d|https?:\/\/|www\.\w|\b[0-9a-f]{7,40}\b|\w@\w/i,
  );
  expect(markdown).not.toMatch(/^\s*\//m);
  expect(markdown.replaceAll(/[\n\u200b]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
}

describe('text of others cannot act', () => {
  test('as plain text', () => {
    fc.assert(
      fc.property(hostile, (value) => expectInert(plain(value))),
      { numRuns: 200 },
    );
  });

  test('as a sentence with names in backticks', () => {
    fc.assert(
      fc.property(hostile, (value) => expectInert(prose(value))),
      { numRuns: 200 },
    );
  });

  test('as a code span', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        expectInert(`x ${code(value)} y`);
        expect(htmlOf(`x ${code(value)} y`)).toMatch(/^<p>x <code>[^<]*<\/code> y<\/p>\n$/);
      }),
      { numRuns: 200 },
    );
  });

  test('in the line of a fold, in a paragraph and in a cell', () => {
    const cells = [{ heading: 'a' }, { heading: 'b' }];
    fc.assert(
      fc.property(hostile, (value) => {
        expect(htmlCode(value)).toMatch(/^<code>[^<>"'`|@\\\n]*<\/code>$/);
        expect(htmlOf(`x ${htmlCode(value)} y`)).toMatch(/^<p>x <code>[^<]*<\/code> y<\/p>\n$/);
        const rows = [[codeCell(value), 'c']];
        expect(htmlOf(table(cells, rows))).toMatch(
          /<tbody><tr>\n<td><code>[^<]*<\/code><\/td>\n<td>c<\/td>\n<\/tr>\n<\/tbody>/,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('in a block, whatever fences it holds', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const block = fenced(value, 'text');
        expectInert(block);
        expect(htmlOf(`${block}\n\nend`)).toMatch(/^<pre><code[^>]*>[^<]*<\/code><\/pre>\n<p>end<\/p>\n$/);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a\u202eb', 'a\\u202eb'],
    ['\u0000', '\\u0000'],
    ['a\u200bb\u2066', 'a\\u200bb\\u2066'],
    ['\ufeffa', '\\ufeffa'],
    ['\u{e0041}', '\\U000e0041'],
    ['\ud800', '\\ud800'],
    ['a\u00a0b', 'a\\u00a0b'],
    ['e\u0301', 'e\u0301'],
    ['e\u0301\u0301\u0301\u0301', 'e\u0301\u0301\u0301\\u0301'],
    ['Zürich 東京 🎉', 'Zürich 東京 🎉'],
  ])('what is not seen is shown: %j', (value, shown) => {
    expect(visible(value)).toBe(shown);
    expect(code(value)).toBe(`\`${shown}\``);
  });

  test('a long word is read to its end', () => {
    // In quadratic time this would run into the time limit of tests.
    for (const word of ['a', '-', '.', '`', 'a.', '@', '#'])
      expect(plain(word.repeat(100_000)).length).toBeGreaterThan(100);
  });
});

describe('text of others stays readable', () => {
  test('in a code span the reader sees just it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), (value) => {
        fc.pre(value.trim() === value && value !== '');
        expect(text(htmlOf(`x ${code(value)}`)).trimEnd()).toBe(`x ${value.replaceAll(/\s+/g, ' ')}`);
        expect(text(htmlOf(`x ${htmlCode(value)}`)).trimEnd()).toBe(`x ${value.replaceAll(/\s+/g, ' ')}`);
      }),
    );
  });

  test('spaces at both ends of a code span, and nothing at all', () => {
    expect(htmlOf(`x ${code(' a ')}`)).toBe('<p>x <code> a </code></p>\n');
    expect(htmlOf(`x ${code('')} y`)).toContain('<code> </code>');
  });

  test.each([
    '*a*',
    '_a_',
    '[a](b)',
    '<b>x</b>',
    '# a',
    '![a](b)',
    '`a`',
    '~~a~~',
    'a|b',
    '- a',
    '1. a',
    '/a',
    '&amp;',
    '$a$',
  ])('plain(%s) shows just that', (value) => {
    const html = htmlOf(plain(value));
    expect(html).not.toMatch(/<(em|strong|a|b|h1|img|code|del|li)\b/);
    expect(text(html).trim()).toBe(value);
  });

  test.each(['@octocat', '#12', 'GH-7', 'deadbeef', 'https://x.test/a?b', 'riley@x.test'])(
    '%s, which GitHub would link, is code',
    (value) => {
      expect(htmlOf(plain(`see ${value} there`))).toBe(`<p>see <code>${value}</code> there</p>\n`);
    },
  );

  test('a sentence keeps its names', () => {
    expect(prose('Run `terraform init` for *all*.')).toBe('Run `terraform init` for \\*all\\*.');
  });

  test('what is too long loses its middle and says how long it was', () => {
    expect(shorten('a'.repeat(100), 100)).toBe('a'.repeat(100));
    expect(shorten(`${'a'.repeat(500)}end`, 100)).toMatch(/^a{70} … \(503 characters\) … a{27}end$/);
    expect(code('x'.repeat(10_000)).length).toBeLessThan(400);
  });
});

test('a fence is longer than any inside it', () => {
  expect(fenced('a\n````\nb', 'text')).toBe('`````text\na\n````\nb\n`````');
});

test('a block with a command for bots gets a bar before each line', () => {
  expect(fenced('ok\n  /approve')).toBe('```\n│ ok\n│   /approve\n```');
});

test('a fold keeps blank lines, without which GitHub shows raw Markdown', () => {
  expect(folded('t', '- a')).toBe('<details>\n<summary>t</summary>\n\n- a\n\n</details>');
  expect(folded('t', '- a', true)).toMatch(/^<details open>\n/);
});

test.each([
  [0, '0 stacks'],
  [1, '1 stack'],
  [2, '2 stacks'],
])('plural(%i)', (count, expected) => {
  expect(plural(count, 'stack')).toBe(expected);
});
