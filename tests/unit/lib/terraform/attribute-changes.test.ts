import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attributeChanges, countUnknown, formatPath } from '#lib/terraform/attribute-changes.js';

const update = (before: unknown, after: unknown, marks: Record<string, unknown> = {}) =>
  attributeChanges({ actions: ['update'], before, after, ...marks });
const lines = (...args: Parameters<typeof update>) => update(...args).map((it) => `${it.change} ${it.path}`);

const sorted = (rows: ReturnType<typeof update>) =>
  rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();

/** JSON values as plans hold them; a null member is the same as a missing one. */
const json = fc.jsonValue({ maxDepth: 4 });

describe('attributeChanges', () => {
  test('finds nothing between equal values, and something between different ones', () => {
    fc.assert(fc.property(json, (value) => update(value, structuredClone(value)).length === 0));
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.integer()),
        fc.string(),
        fc.integer(),
        (value, key, number) => {
          fc.pre(value[key] !== number && key !== '__proto__');
          return update(value, { ...value, [key]: number }).length === 1;
        },
      ),
    );
  });

  test('finds the same paths in both directions, added and removed exchanged', () => {
    const opposite = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(
      fc.property(json, json, (left, right) => {
        // Similar objects of two lists are paired under the new index, which is the other one on the way back.
        fc.pre(!JSON.stringify([left, right]).includes('{') || !JSON.stringify([left, right]).includes('['));
        const back = update(right, left).map((it) => ({
          ...it,
          change: opposite[it.change],
          before: it.after,
          after: it.before,
          lines: null,
        }));
        const there = update(left, right).map((it) => ({ ...it, lines: null }));
        expect(sorted(there)).toEqual(sorted(back));
      }),
    );
  });

  test('never lets a value or a key of a sensitive part out', () => {
    const tree = fc.dictionary(
      fc.constantFrom('a', 'b'),
      fc.constant('SECRET').map((value) => ({ SECRET: value })),
    );
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const found = update({ hidden: before }, { hidden: after }, { before_sensitive: { hidden: true } });
        expect(JSON.stringify(found)).not.toContain('SECRET');
        expect(found.every((it) => it.sensitive && it.path === 'hidden')).toBe(true);
      }),
    );
  });

  test('takes null and missing as the same', () => {
    expect(lines({ a: null, b: 1 }, { b: 1, c: null })).toEqual([]);
    expect(lines({ a: null }, { a: 1 })).toEqual(['added a']);
    expect(lines({ a: 1 }, {})).toEqual(['removed a']);
  });

  test('goes to the leaf, and stops at added or removed blocks and where the kind of value changes', () => {
    expect(lines({ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } })).toEqual(['changed a.b[1].c']);
    expect(lines({ a: {} }, { a: { b: 1 } })).toEqual(['added a.b']);
    expect(lines({}, { a: { b: 1 } })).toEqual(['added a']);
    expect(lines({ a: [1] }, { a: { b: 1 } })).toEqual(['changed a']);
    expect(lines({ a: [1, 2] }, { a: [1] })).toEqual(['removed a[1]']);
  });

  test('marks what is unknown after apply, whole or in part', () => {
    const marked = { after_unknown: { id: true, tags: { x: true }, list: [false, true] } };
    expect(
      update(
        { id: 'a', tags: { x: '1', y: '2' }, list: [1, 2] },
        { tags: { y: '2' }, list: [1, null] },
        marked,
      ),
    ).toMatchObject([
      { path: 'id', change: 'changed', unknown: true, sensitive: false, before: '"a"', after: null },
      { path: 'list[1]', change: 'changed', unknown: true, sensitive: false, before: '2', after: null },
      { path: 'tags.x', change: 'changed', unknown: true, sensitive: false, before: '"1"', after: null },
    ]);
    expect(update({}, {}, { after_unknown: { id: true } })).toMatchObject([
      { path: 'id', change: 'added', unknown: true, sensitive: false, before: null, after: null },
    ]);
  });

  test('reports a value that only becomes sensitive, but not a mark on nothing', () => {
    expect(lines({ a: 1 }, { a: 1 }, { after_sensitive: { a: true } })).toEqual(['changed a']);
    expect(lines({ a: null }, { a: null }, { after_sensitive: { a: true } })).toEqual([]);
  });

  test('reports a whole value that is sensitive under an empty path', () => {
    expect(update({ a: 1 }, { a: 2 }, { after_sensitive: true })).toEqual([
      {
        path: '',
        change: 'changed',
        unknown: false,
        sensitive: true,
        before: '(sensitive)',
        after: '(sensitive)',
        lines: null,
        forcesReplacement: false,
      },
    ]);
  });
});

describe('paths', () => {
  test('read as in Terraform', () => {
    expect(formatPath(['tags', 'Name'])).toBe('tags.Name');
    expect(formatPath(['tags', 'cost/center', 0, 'a-b'])).toBe('tags["cost/center"][0].a-b');
    expect(formatPath([])).toBe('');
    expect(formatPath(['a"b'])).toBe('["a\\"b"]');
  });

  test('differ for different steps', () => {
    const steps = fc.array(fc.oneof(fc.string(), fc.nat(9)), { maxLength: 4 });
    fc.assert(
      fc.property(
        steps,
        steps,
        (left, right) =>
          (formatPath(left) === formatPath(right)) === (JSON.stringify(left) === JSON.stringify(right)),
      ),
    );
  });
});

test('countUnknown counts the marked leaves', () => {
  expect(countUnknown({ a: true, b: [true, false, { c: true }], d: {} })).toBe(3);
  expect(countUnknown(true)).toBe(1);
  expect(countUnknown(undefined)).toBe(0);
});
