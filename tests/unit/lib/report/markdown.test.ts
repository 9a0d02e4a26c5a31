import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import { code, codeCell, fenced, folded, plain, plural, table } from '#lib/report/markdown.js';

/** What a reader sees of a rendered paragraph. */
function text(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('code spans', () => {
  test('whatever the text, the reader sees just it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), (value) => {
        fc.pre(value.trim() === value && value !== '');
        const html = marked.parse(`x ${code(value)}`, { async: false });
        expect(text(html).trimEnd()).toBe(`x ${value.replaceAll(/\s+/g, ' ')}`);
        expect(html).toMatch(/<code>/);
      }),
    );
  });

  test('a pipe does not end a table cell', () => {
    const html = marked.parse(table([{ heading: 'a' }, { heading: 'b' }], [[codeCell('x["a|b"]'), 'c']]), {
      async: false,
    });
    expect(html).toContain('<code>x[&quot;a|b&quot;]</code>');
    expect(html.match(/<td/g)).toHaveLength(2);
  });
});

test.each(['*a*', '_a_', '[a](b)', '<b>x</b>', '# a', '![a](b)', '`a`', '~~a~~', 'a|b', '@octocat'])(
  'plain(%s) stays plain',
  (value) => {
    const html = marked.parse(plain(value), { async: false });
    expect(html).not.toMatch(/<(em|strong|a|b|h1|img|code|del)\b/);
    expect(text(html).replaceAll('\u200B', '').trim()).toBe(value);
    expect(html).not.toContain('@octocat');
  },
);

test('a fence is longer than any inside it', () => {
  expect(fenced('a\n````\nb', 'text')).toBe('`````text\na\n````\nb\n`````');
});

test('a fold keeps blank lines, without which GitHub shows raw Markdown', () => {
  expect(folded('t', '- a')).toBe('<details>\n<summary>t</summary>\n\n- a\n\n</details>');
});

test.each([
  [0, '0 stacks'],
  [1, '1 stack'],
  [2, '2 stacks'],
])('plural(%i)', (count, expected) => {
  expect(plural(count, 'stack')).toBe(expected);
});
