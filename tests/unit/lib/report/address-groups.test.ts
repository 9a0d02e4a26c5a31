import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupAddresses } from '#lib/report/address-groups.js';

const texts = (addresses: readonly string[]) => groupAddresses(addresses).map(({ text }) => text);

describe('addresses in few words', () => {
  test.each([
    [['a.b'], ['a.b']],
    [['a.b[0]', 'a.b[1]'], ['a.b[0, 1]']],
    [['a.b[2]', 'a.b[0]', 'a.b[1]', 'a.b[7]'], ['a.b[0 … 2, 7]']],
    [['a.b["x"]', 'a.b["y"]'], ['a.b["x", "y"]']],
    [['a.b["z-1"]', 'a.b["z-2"]', 'a.b["z-3"]'], ['a.b["z-1" … "z-3"]']],
    [['a.b["08"]', 'a.b["09"]', 'a.b["10"]'], ['a.b["08", "09", "10"]']],
    [['a.b[0]', 'a.b["0"]'], ['a.b[0, "0"]']],
    [['m.a["x"].b.c[0]', 'm.a["y"].b.c[0]'], ['m.a["x", "y"].b.c[0]']],
    [
      ['m.a["x"].b.c[0]', 'm.a["x"].b.c[1]', 'm.a["x"].b.c[2]', 'm.a["y"].b.c[0]'],
      ['m.a["x"].b.c[0 … 2]', 'm.a["y"].b.c[0]'],
    ],
    [
      ['a.x', 'a.y', 'b.x'],
      ['a.{x, y}', 'b.x'],
    ],
    [['a.b["c]d[0"]', 'a.b["e\\"f"]'], ['a.b["c]d[0", "e\\"f"]']],
  ])('%j', (addresses, expected) => {
    expect(texts(addresses)).toEqual(expected);
  });

  test('5,000 instances take one short text', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `module.n.aws_subnet.p["zone-${String(index)}"]`);
    expect(groupAddresses(many)).toEqual([
      { text: 'module.n.aws_subnet.p["zone-0" … "zone-4999"]', count: 5000 },
    ]);
  });

  test('names that do not count up are at most 60 in a text', () => {
    const many = Array.from({ length: 130 }, (_, index) => `a.b["${String((index + 1) * 1000003)}"]`);
    expect(groupAddresses(many).map(({ count }) => count)).toEqual([60, 60, 10]);
  });

  test('none is lost and none invented', () => {
    const key = fc.oneof(
      fc.nat(12).map((n) => `[${String(n)}]`),
      fc.nat(12).map((n) => `["k${String(n)}"]`),
      fc.constantFrom('', '["a b"]', '["01"]', '["x,y"]'),
    );
    const address = fc
      .tuple(fc.constantFrom('', 'module.m'), key, fc.constantFrom('t.a', 't.b', 'u.a'), key)
      .map(([module, one, name, two]) => `${module === '' ? '' : `${module}${one}.`}${name}${two}`);
    fc.assert(
      fc.property(fc.uniqueArray(address, { maxLength: 60 }), (addresses) => {
        const groups = groupAddresses(addresses);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(addresses.length);
        expect(groups.flatMap(({ text }) => expand(text)).sort()).toEqual([...addresses].sort());
      }),
      { numRuns: 200 },
    );
  });
});

/** The addresses of a group's text, read back: the inverse of what is tested, for the keys that the property makes. */
function expand(text: string): readonly string[] {
  const list = / … |, /.exec(text);
  if (list === null) return [text.replace(/\{([^{}]*)\}$/, '$1')];
  const names = /^(.*)\{(.*)\}$/.exec(text);
  if (names !== null) return items(names[2] ?? '').map((name) => `${names[1] ?? ''}${name}`);
  for (const found of text.matchAll(/\[([^[\]]*)\]/g)) {
    const inner = found[1] ?? '';
    if (!/ … |, /.test(inner)) continue;
    const [before, after] = [text.slice(0, found.index + 1), text.slice(found.index + 1 + inner.length)];
    return items(inner).map((item) => `${before}${item}${after}`);
  }
  return [text];
}

function items(list: string): readonly string[] {
  return list.split(', ').flatMap((item) => {
    const ends = item.includes(' … ') ? item.split(' … ') : undefined;
    if (ends === undefined) return [item];
    const numbers = ends.map((end) => Number(/\d+/.exec(end)?.[0]));
    const [from = 0, to = 0] = numbers;
    return Array.from({ length: to - from + 1 }, (_, index) =>
      (ends[0] ?? '').replace(/\d+/, String(from + index)),
    );
  });
}
