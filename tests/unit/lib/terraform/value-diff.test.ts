import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffLines, MOST_LINES, oneSidedLines } from '#lib/terraform/value-diff-lines.js';
import { matchLists } from '#lib/terraform/value-diff-lists.js';
import { cut, MOST_TEXT, quote, valueText } from '#lib/terraform/value-diff-text.js';

describe('texts', () => {
  test.each<[unknown, string | null]>([
    [undefined, null],
    [null, null],
    [true, 'true'],
    [1.5, '1.5'],
    ['', '""'],
    ['a"b\\c\nd', '"a\\"b\\\\c\\nd"'],
    ['${x} %{if} $x %', '"$${x} %%{if} $x %"'],
    ['\b\f\\b', '"\\u0008\\u000c\\\\b"'],
    [[], '[]'],
    [[1, 'a', null, [true]], '[1, "a", null, [true]]'],
    [{}, '{}'],
    [{ b: 1, 'a c': { d: null } }, '{ "a c" = { d = null }, b = 1 }'],
  ])('%j reads %s', (value, text) => {
    expect(valueText(value, false)).toBe(text);
  });

  test('hide sensitive parts, also where the marks do not fit the value', () => {
    const value = { a: 'SECRET', b: ['x', { c: 'SECRET' }] };
    expect(valueText(value, true)).toBe('(sensitive)');
    expect(valueText(value, { a: true, b: [false, { c: true }] })).toBe(
      '{ a = (sensitive), b = [(sensitive), { c = (sensitive) }] }',
    );
    expect(valueText(['SECRET'], { a: true })).toBe('(sensitive)');
    expect(valueText({ a: 'SECRET' }, [true])).toBe('(sensitive)');
    expect(valueText('SECRET', { a: true })).toBe('(sensitive)');
  });

  test('name what is unknown, also where the value lacks it', () => {
    expect(valueText({ a: 1 }, false, { b: true, c: { d: true }, e: {} })).toBe(
      '{ a = 1, b = (known after apply), c = { d = (known after apply) } }',
    );
    expect(valueText([null, 2], false, [true])).toBe('[(known after apply), 2]');
  });

  test('are cut with a count, never within a pair or an escape sequence', () => {
    expect(cut('x'.repeat(MOST_TEXT))).toBe('x'.repeat(MOST_TEXT));
    expect(cut('x'.repeat(MOST_TEXT + 1))).toBe(`${'x'.repeat(MOST_TEXT)}… (+1 character)`);
    for (let before = MOST_TEXT - 20; before <= MOST_TEXT; before += 1) {
      // Throws for half a pair.
      encodeURIComponent(cut(`${'x'.repeat(before)}💥${'y'.repeat(50)}`));
      for (const special of ['\u0001', '\\', '"', '\\\\\\\\\\\\\\\\\\', '\n']) {
        const text = valueText(`${'x'.repeat(before - 1)}${special}${'y'.repeat(50)}`, false) ?? '';
        const shown = text.replace(/… \(\+\d+ characters\)$/, '"');
        expect(typeof JSON.parse(shown)).toBe('string');
      }
    }
  });

  test('count all characters of a long value, which is written no further than its beginning', () => {
    const shownAndMissing = (text: string | null) => {
      const match = /^(.*)… \(\+(\d+) characters\)$/s.exec(text ?? '');
      return (match?.[1]?.length ?? 0) + Number(match?.[2]);
    };
    expect(shownAndMissing(valueText('a'.repeat(5000), false))).toBe(5002);
    const list = Array.from({ length: 3000 }, (_, index) => `item ${index}`);
    const whole = `[${list.map((item) => quote(item)).join(', ')}]`;
    expect(shownAndMissing(valueText(list, false))).toBe(whole.length);
  });
});

describe('lines', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 14 });
  const text = (lines: readonly { kind: string; text: string }[], kinds: string) =>
    lines
      .filter((line) => kinds.includes(line.kind))
      .map((line) => line.text)
      .join('\n');

  test('give both texts back, with as few edits as a full table finds', () => {
    fc.assert(
      fc.property(letters, letters, (left, right) => {
        fc.pre(left.length > 0 && right.length > 0 && left.length + right.length < 20);
        const diff = diffLines(left.join('\n'), right.join('\n'));
        fc.pre(!diff.some((line) => line.text.startsWith('…')));
        expect(text(diff, ' -')).toBe(left.join('\n'));
        expect(text(diff, ' +')).toBe(right.join('\n'));
        const edits = diff.filter((line) => line.kind !== ' ').length;
        expect(edits).toBe(left.length + right.length - 2 * longestCommon(left, right));
      }),
    );
  });

  test('show three lines around a change and count the others', () => {
    const before = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    const after = before.with(15, 'new');
    expect(diffLines(before.join('\n'), after.join('\n')).map((line) => line.kind + line.text)).toEqual([
      ' … (12 unchanged lines)',
      ' line 12',
      ' line 13',
      ' line 14',
      '-line 15',
      '+new',
      ' line 16',
      ' line 17',
      ' line 18',
      ' … (11 unchanged lines)',
    ]);
  });

  test('stay few, also when everything differs', () => {
    const many = (prefix: string) =>
      Array.from({ length: 3000 }, (_, index) => `${prefix}${index}`).join('\n');
    const diff = diffLines(many('a'), many('b'));
    expect(diff).toHaveLength(MOST_LINES);
    expect(diff.at(-1)).toEqual({ kind: ' ', text: `… (+${6000 - MOST_LINES + 1} lines)` });
    expect(oneSidedLines(many('a'), '+').at(-1)?.text).toBe(`… (+${3000 - MOST_LINES + 1} lines)`);
    expect(oneSidedLines('a\nb', '-')).toEqual([
      { kind: '-', text: 'a' },
      { kind: '-', text: 'b' },
    ]);
  });

  test('tell line ends apart', () => {
    expect(diffLines('a\r\nb', 'a\nb').map((line) => line.kind + line.text)).toEqual(['-a\\r', '+a', ' b']);
  });
});

/** Length of the longest common subsequence by the textbook table. */
function longestCommon(left: readonly string[], right: readonly string[]): number {
  const table = Array.from({ length: left.length + 1 }, () => right.map(() => 0).concat(0));
  const cell = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (const [row, item] of left.entries()) {
    for (const [column, other] of right.entries()) {
      const best =
        item === other ? cell(row, column) + 1 : Math.max(cell(row, column + 1), cell(row + 1, column));
      (table[row + 1] as number[])[column + 1] = best;
    }
  }
  return cell(left.length, right.length);
}

describe('lists', () => {
  const match = (before: readonly unknown[], after: readonly unknown[], marks: object = {}) =>
    matchLists({
      before,
      after,
      unknown: undefined,
      beforeSensitive: false,
      afterSensitive: false,
      ...marks,
    });

  test('as sets: what a count of each element says, of lists that are not compared in place', () => {
    const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    fc.assert(
      fc.property(items, items, (before, after) => {
        fc.pre(before.length !== after.length);
        const found = match(before, after);
        const surplus = (of: readonly string[], over: readonly string[], item: string) =>
          Math.max(0, of.filter((it) => it === item).length - over.filter((it) => it === item).length);
        for (const item of ['a', 'b', 'c', 'd']) {
          expect(found.removed.filter((at) => before[at] === item)).toHaveLength(
            surplus(before, after, item),
          );
          expect(found.added.filter((at) => after[at] === item)).toHaveLength(surplus(after, before, item));
        }
        expect(found.pairs).toEqual([]);
      }),
    );
  });

  test('hide nothing: the second list can be made from the first unless the order is said to differ', () => {
    const items = fc.array(fc.constantFrom<unknown>('a', 'b', null, { x: 1 }, { x: 1, y: 2, z: 3 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(items, items, (before, after) => {
        const { pairs, removed, added, reordered } = match(before, after);
        fc.pre(!reordered);
        const kept = before.map((value, index) => [index, value] as const);
        const rest = kept.filter(
          ([index]) => !removed.includes(index) && !pairs.some(([left]) => left === index),
        );
        const made: unknown[] = [];
        const queue = rest.map(([, value]) => value);
        for (let index = 0; index < after.length; index += 1) {
          const isNew = added.includes(index) || pairs.some(([, right]) => right === index);
          made.push(isNew ? after[index] : queue.shift());
        }
        expect(queue).toEqual([]);
        expect(made).toEqual(after);
      }),
    );
  });

  test.each<[string, unknown[], unknown[], object]>([
    ['an element in front of a sorted set', ['b', 'c'], ['a', 'b', 'c'], { added: [0] }],
    ['one gone, one new', ['a', 'b', 'c'], ['b', 'c', 'd'], { removed: [0], added: [2] }],
    ['changed in place', ['a', 'b', 'c'], ['a', 'x', 'c'], { pairs: [[1, 1]] }],
    ['another order', ['a', 'b', 'c'], ['c', 'a', 'b'], { reordered: true }],
    ['another order and a new one', ['a', 'b'], ['b', 'a', 'c'], { reordered: true, added: [2] }],
    ['one of two equal ones', ['a', 'a'], ['a'], { removed: [1] }],
    [
      'an object of a set that changed and moved',
      [
        { from: 80, to: 80, text: 'web' },
        { from: 443, to: 443, text: 'tls' },
      ],
      [
        { from: 22, to: 22, text: 'ssh' },
        { from: 443, to: 443, text: 'https' },
        { from: 80, to: 80, text: 'web' },
      ],
      { pairs: [[1, 1]], added: [0] },
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(match(before, after)).toEqual({
      pairs: [],
      removed: [],
      added: [],
      reordered: false,
      ...expected,
    });
  });

  test('take an element that is unknown or newly sensitive for a different one', () => {
    expect(match(['a'], ['a'], { unknown: [true] }).pairs).toEqual([[0, 0]]);
    expect(match(['a', 'b'], ['a', 'b'], { afterSensitive: [false, true] }).pairs).toEqual([[1, 1]]);
    expect(match(['a'], ['a'], { unknown: [false, true] }).added).toEqual([1]);
  });
});
