import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { exactLists, withoutLists } from '#lib/action/exact-fit.js';
import { validate } from '#lib/action/schema.js';

const element = z.object({
  name: z.string(),
  kind: z.enum(['create', 'delete']),
  isKnown: z.boolean(),
  reason: z.nullable(z.string()),
  count: z.int().check(z.nonnegative()),
  lines: z.array(z.object({ text: z.string() })),
});
const schema = z.object({ list: z.array(element), rest: z.array(z.string()) });
const GOOD = { name: 'a', kind: 'create', isKnown: true, reason: null, count: 1, lines: [{ text: 'b' }] };
const LONG = 1500;

/** A list of good elements, but for one at the end. */
function listWith(last: unknown, length = LONG): readonly unknown[] {
  return [...Array.from({ length: length - 1 }, () => GOOD), last];
}

function takes(last: unknown): boolean {
  return 'list' in exactLists(schema, { list: listWith(last), rest: [] });
}

test('a long list of which each element fits is taken as it is, a short one is left to zod', () => {
  const list = listWith(GOOD);
  expect(exactLists(schema, { list, rest: [] }).list).toBe(list);
  expect(exactLists(schema, { list: listWith(GOOD, 1000), rest: [] })).toEqual({});
  expect(withoutLists({ list, rest: ['a'] }, { list })).toEqual({ list: [], rest: ['a'] });
});

const member = fc.oneof(
  fc.constantFrom('create', 'delete', 'other', '', null, undefined, true, -0, -1, 1.5, 2 ** 53, Number.NaN),
  fc.constantFrom([], {}, [{ text: 'c' }], [{ text: 1 }], [{ text: 'c', more: 1 }], [[]], [null]),
);

test('only what zod would give back unchanged is taken, members in the same order', () => {
  const changed = fc.tuple(fc.constantFrom(...Object.keys(GOOD), 'more'), member, fc.boolean());
  fc.assert(
    fc.property(changed, ([name, value, isFirst]) => {
      const last = isFirst ? { [name]: value, ...GOOD, [name]: value } : { ...GOOD, [name]: value };
      const result = validate(element, last);
      const isUnchanged = result.valid && JSON.stringify(result.value) === JSON.stringify(last);
      // A further member without a value is not written either way.
      fc.pre(!(name === 'more' && value === undefined));
      expect(takes(last)).toBe(isUnchanged);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a list in place of an object', []],
  ['nothing', null],
  ['a text', 'a'],
  ['a member less', { name: 'a' }],
])('%s is left to zod', (_, last) => {
  expect(takes(last)).toBe(false);
});

test.each([
  ['a string with a check', z.string().check(z.minLength(2)), 'abc'],
  ['a date', z.iso.datetime(), '2026-11-22T12:00:00Z'],
  ['any whole number', z.int(), 1],
  ['a count with a limit', z.int().check(z.nonnegative(), z.maximum(5)), 1],
  ['what is made into a string', z.coerce.string(), 'a'],
  ['a default', z._default(z.string(), 'a'), 'a'],
  ['a strict object', z.strictObject({}), {}],
  ['a list with a least length', z.array(z.string()).check(z.minLength(1)), ['a']],
])('a schema that is not known here is left to zod: %s', (_, inner, value) => {
  const list = Array.from({ length: LONG }, () => value);
  expect(exactLists(z.object({ list: z.array(inner) }), { list })).toEqual({});
});
