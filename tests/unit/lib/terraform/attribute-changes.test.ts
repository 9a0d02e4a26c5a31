import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attributeChanges, countUnknown, formatPath } from '#lib/terraform/attribute-changes.js';
import { fixtureNames, fixturePlan, type FixtureName } from './plan-fixtures.ts';

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

describe('attributeChanges against a naive comparison', () => {
  const tree = fc.letrec<{ node: unknown; object: Record<string, unknown> }>((tie) => ({
    node: fc.oneof({ maxDepth: 3 }, fc.constantFrom<unknown>(null, 1, 2, 'a', 'b', true), tie('object')),
    object: fc.dictionary(fc.constantFrom('a', 'b-c', 'd e', 'constructor', 'toString'), tie('node'), {
      maxKeys: 4,
    }),
  })).object;

  test('of objects: every leaf by its full path', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        expect(lines(before, after).sort()).toEqual(naive(before, after, []).sort());
      }),
      { numRuns: 500 },
    );
  });

  /** Asks for every path of either tree, one by one from the root. */
  function naive(before: unknown, after: unknown, at: readonly string[]): string[] {
    const left = lookUp(before, at);
    const right = lookUp(after, at);
    if (isTree(left) && isTree(right)) {
      const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
      return keys.flatMap((key) => naive(before, after, [...at, key]));
    }
    if (stripped(left) === stripped(right)) return [];
    return [`${left === null ? 'added' : right === null ? 'removed' : 'changed'} ${formatPath(at)}`];
  }

  function lookUp(value: unknown, at: readonly string[]): unknown {
    let current = value;
    for (const key of at) current = new Map(Object.entries(current as object)).get(key) ?? null;
    return current;
  }

  const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

  /** Without null members and with sorted keys, as text. */
  function stripped(value: unknown): string {
    if (!isTree(value)) return JSON.stringify(value);
    const members = Object.entries(value).filter(([, inner]) => inner !== null);
    return JSON.stringify(
      members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, stripped(inner)]),
    );
  }
});

describe('attributeChanges of plans of real Terraform', () => {
  const rowsOf = (name: FixtureName) => {
    const plan = fixturePlan(name);
    return [...(plan.resource_changes ?? []), ...(plan.resource_drift ?? [])].filter((row) =>
      row.change.actions.some((action) => action === 'update' || action === 'delete'),
    );
  };

  test.each(fixtureNames)('%s: the attributes are those that a comparison as JSON finds', (name) => {
    for (const { change } of rowsOf(name)) {
      const { before, after } = change;
      if (before === null || after === null || typeof before !== 'object' || typeof after !== 'object')
        continue;
      const side = (value: object) => new Map(Object.entries(value));
      const marks = (value: unknown) => side(Object(value) as object);
      const names = new Set([
        ...Object.keys(before),
        ...Object.keys(after),
        ...marks(change.after_unknown).keys(),
      ]);
      const expected = [...names].filter(
        (key) =>
          JSON.stringify(side(before).get(key) ?? null) !== JSON.stringify(side(after).get(key) ?? null) ||
          JSON.stringify(marks(change.after_unknown).get(key) ?? false).includes('true') ||
          (side(before).get(key) !== null &&
            JSON.stringify(marks(change.before_sensitive).get(key) ?? false) !==
              JSON.stringify(marks(change.after_sensitive).get(key) ?? false)),
      );
      const found = attributeChanges(change).map((row) => /^[^.[]*/.exec(row.path)?.[0]);
      expect([...new Set(found)].sort()).toEqual(expected.sort());
    }
  });

  test('among them are updates and replacements with their cause', () => {
    const rows = fixtureNames.flatMap((name) => rowsOf(name));
    const found = rows.flatMap((row) => attributeChanges(row.change));
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((row) => row.forcesReplacement).map((row) => row.path)).not.toEqual([]);
    for (const { change } of rows.filter((row) => row.change.replace_paths !== undefined)) {
      const marked = attributeChanges(change).filter((row) => row.forcesReplacement);
      const causes = (change.replace_paths ?? []).map((path) => formatPath(path));
      expect(marked.every((row) => causes.some((cause) => row.path.startsWith(cause)))).toBe(true);
    }
  });
});

describe('values', () => {
  const texts = (...args: Parameters<typeof update>) =>
    update(...args).map((it) => `${it.path}: ${String(it.before)} → ${String(it.after)}`);

  test('stand as Terraform writes them', () => {
    expect(texts({ a: 'x', b: 1, c: false, d: [1] }, { a: 'y', b: 2.5, c: null, e: { f: 'g' } })).toEqual([
      'a: "x" → "y"',
      'b: 1 → 2.5',
      'c: false → null',
      'd: [1] → null',
      'e: null → { f = "g" }',
    ]);
  });

  test('of sets show what came and went', () => {
    expect(texts({ sg: ['sg-1', 'sg-2', 'sg-3'] }, { sg: ['sg-0', 'sg-2', 'sg-3', 'sg-4'] })).toEqual([
      'sg[0]: "sg-1" → null',
      'sg[0]: null → "sg-0"',
      'sg[3]: null → "sg-4"',
    ]);
    expect(texts({ l: ['a', 'b'] }, { l: ['b', 'a'] })).toEqual(['l: ["a", "b"] → ["b", "a"]']);
    expect(texts({ l: [] }, { l: [null] })).toEqual(['l[0]: null → null']);
    expect(lines({ l: [] }, { l: [null] })).toEqual(['added l[0]']);
  });

  test('of unknown elements of a set', () => {
    expect(
      update({ l: ['a', 'b'] }, { l: [null, 'a', 'b'] }, { after_unknown: { l: [true] } }),
    ).toMatchObject([{ path: 'l[0]', change: 'added', unknown: true, before: null, after: null }]);
    expect(update({ l: [] }, { l: [{ a: 1 }] }, { after_unknown: { l: [{ id: true }] } })).toMatchObject([
      { path: 'l[0]', unknown: true, after: '{ a = 1, id = (known after apply) }' },
    ]);
  });

  test('of JSON texts are compared inside, and as texts when only their notation differs', () => {
    const policy = (action: string[], space = 0) =>
      JSON.stringify(
        { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action }] },
        null,
        space,
      );
    expect(texts({ policy: policy(['a', 'b']) }, { policy: policy(['b', 'c'], 2) })).toEqual([
      'policy.Statement[0].Action[0]: "a" → null',
      'policy.Statement[0].Action[1]: null → "c"',
    ]);
    expect(lines({ policy: policy(['a']) }, { policy: policy(['a'], 1) })).toEqual(['changed policy']);
    expect(lines({ p: '{"a":1}' }, { p: '{"a":' })).toEqual(['changed p']);
    expect(lines({ p: '{"a":1}' }, { p: '[1]' })).toEqual(['changed p']);
    // The parser would take both numbers for the same.
    expect(
      lines({ p: '{"a":12345678901234567890,"b":1}' }, { p: '{"a":12345678901234567891,"b":2}' }),
    ).toEqual(['changed p']);
    expect(lines({ p: '{"a":1}' }, { p: '{"a":2}' }, { before_sensitive: { p: true } })).toEqual([
      'changed p',
    ]);
  });

  test('of several lines are compared by line, of any other kind not', () => {
    const [row] = update({ a: 'one\ntwo' }, { a: 'one\n2' });
    expect(row?.lines).toEqual([
      { kind: ' ', text: 'one' },
      { kind: '-', text: 'two' },
      { kind: '+', text: '2' },
    ]);
    expect(update({}, { a: 'x\ny' })[0]?.lines).toEqual([
      { kind: '+', text: 'x' },
      { kind: '+', text: 'y' },
    ]);
    const none = (...args: Parameters<typeof update>) => expect(update(...args)[0]?.lines).toBeNull();
    none({ a: 'x' }, { a: 'y' });
    none({ a: 'x\ny' }, { a: ['x'] });
    none({ a: 'x\ny' }, {}, { after_unknown: { a: true } });
    none({ a: 'x\ny' }, { a: 'z\ny' }, { after_sensitive: { a: true } });
  });

  test('that force a replacement are marked, by the path, what leads to it and what is in it', () => {
    const forced = (replace_paths: (string | number)[][]) =>
      update(
        { a: 1, b: { c: [1, 2] }, p: '{"x":1}' },
        { a: 2, b: { c: [1, 3] }, p: '{"x":2}' },
        { replace_paths },
      )
        .filter((it) => it.forcesReplacement)
        .map((it) => it.path);
    expect(forced([])).toEqual([]);
    expect(forced([['a']])).toEqual(['a']);
    expect(forced([['b']])).toEqual(['b.c[1]']);
    expect(forced([['b', 'c', 1]])).toEqual(['b.c[1]']);
    expect(forced([['b', 'c', 0]])).toEqual([]);
    expect(forced([['p']])).toEqual(['p.x']);
    expect(forced([['b', 'c', 1, 'deeper'], ['a']])).toEqual(['a', 'b.c[1]']);
    const change = {
      actions: ['delete', 'create'],
      before: { a: 1 },
      after: { a: 2 },
      replace_paths: [['a']],
    };
    expect(attributeChanges(change, [])[0]?.forcesReplacement).toBe(false);
  });

  test('of parts marked on one side only stay hidden on the other', () => {
    const hidden = (before: unknown, after: unknown, marks: Record<string, unknown>) =>
      expect(JSON.stringify(update(before, after, marks))).not.toContain('SECRET');
    hidden({ a: 'SECRET' }, { a: 'x' }, { after_sensitive: { a: true } });
    // Removed and added elements of a set, marked at another place or on the other side.
    const user = (name: string, extra = {}) => ({ name, password: 'SECRET', ...extra });
    hidden(
      { u: [user('a'), user('b')] },
      { u: [user('c', { x: 1, y: 2 })] },
      { after_sensitive: { u: [{ password: true }] } },
    );
    hidden({ u: [user('a')] }, { u: [] }, { before_sensitive: { u: [{ password: true }] } });
    hidden(
      { u: [user('a'), 'b'] },
      { u: ['b', user('a')] },
      { after_sensitive: { u: [false, { password: true }] } },
    );
    hidden({}, { u: [user('a')] }, { after_sensitive: { u: [{ password: true }] } });
    // Another kind of value.
    hidden({ a: 'SECRET' }, { a: { b: 1 } }, { after_sensitive: { a: { b: true } } });
    hidden({ a: ['SECRET'] }, { a: { b: 1 } }, { after_sensitive: { a: { b: true } } });
    hidden({ a: { b: 'SECRET' } }, {}, { after_unknown: { a: true }, after_sensitive: { a: { b: true } } });
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
