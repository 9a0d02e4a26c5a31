import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composeSummary, SUMMARY_LIMIT_BYTES } from '#lib/action/summary.js';

const bytes = (text: string) => Buffer.byteLength(text);
const part = (letter: string, length: number, shorter?: string) => ({
  markdown: letter.repeat(length),
  ...(shorter === undefined ? {} : { shorter }),
});

describe('composeSummary', () => {
  test('what fits is joined by blank lines', () => {
    expect(composeSummary([{ markdown: '# A\n' }, { markdown: '\n- b\n\n' }, { markdown: '' }])).toEqual({
      markdown: '# A\n\n- b\n',
      shortened: 0,
      dropped: 0,
    });
  });

  test('nothing to write is nothing', () => {
    expect(composeSummary([]).markdown).toBe('');
  });

  test('the last part is shortened first', () => {
    const summary = composeSummary([part('a', 100, 'A'), part('b', 100, 'B')], 150);
    expect(summary).toEqual({ markdown: `${'a'.repeat(100)}\n\nB\n`, shortened: 1, dropped: 0 });
  });

  test('parts are dropped from the end, which a line says', () => {
    const summary = composeSummary([part('a', 100), part('b', 300), part('c', 300)], 300);
    expect(summary.markdown).toMatch(/^a{100}\n\n> \[!NOTE\]\n> 2 parts of this summary left out: .*\n$/);
    expect(summary).toMatchObject({ shortened: 0, dropped: 2 });
  });

  test('room freed by a dropped part goes back to a shortened one', () => {
    const summary = composeSummary([part('a', 300, 'A'), part('b', 2_000)], 600);
    expect(summary.markdown.startsWith('a'.repeat(300))).toBe(true);
    expect(summary).toMatchObject({ shortened: 0, dropped: 1 });
  });

  test('the limit is counted in bytes of UTF-8', () => {
    const exact = 'é'.repeat((SUMMARY_LIMIT_BYTES - 2) / 2);
    expect(bytes(composeSummary([{ markdown: `${exact}x` }]).markdown)).toBe(SUMMARY_LIMIT_BYTES);
    expect(composeSummary([{ markdown: `${exact}xy` }]).dropped).toBe(1);
  });

  test('without room for the notice nothing is written', () => {
    expect(composeSummary([part('a', 100)], 50)).toEqual({ markdown: '', shortened: 0, dropped: 1 });
    expect(composeSummary([part('a', 100)], -1).markdown).toBe('');
  });

  test('property: never over the budget, never a part cut, and all parts accounted for', () => {
    const text = fc.string({ minLength: 1, maxLength: 300, unit: fc.constantFrom('a', 'é', '漢', ' x') });
    const parts = fc.array(fc.record({ markdown: text, shorter: text }, { requiredKeys: ['markdown'] }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 2_000 }), (given, budget) => {
        const marked = given.map((one, index) => ({
          markdown: `<${index}>${one.markdown}</${index}>`,
          ...(one.shorter === undefined ? {} : { shorter: `<${index}s>${one.shorter}</${index}s>` }),
        }));
        const summary = composeSummary(marked, budget);
        expect(bytes(summary.markdown)).toBeLessThanOrEqual(budget);
        const opened = summary.markdown.match(/<\d+s?>/g) ?? [];
        const closed = summary.markdown.match(/<\/\d+s?>/g) ?? [];
        expect(opened.map((tag) => tag.replace('<', '</'))).toEqual(closed);
        expect(opened).toHaveLength(given.length - summary.dropped);
        expect(opened.filter((tag) => tag.endsWith('s>'))).toHaveLength(summary.shortened);
        if (summary.markdown !== '') expect(summary.markdown.includes('left out')).toBe(summary.dropped > 0);
      }),
    );
  });
});
