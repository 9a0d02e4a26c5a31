import { expect, test } from '@jest/globals';
import { attributeDiff } from '#lib/report/attribute-diff.js';
import { attribute, change } from '../../../support/plan-documents.ts';

const linesOf = (...attributes: Parameters<typeof attribute>[0][]) =>
  attributeDiff([change({ attributes: attributes.map(attribute) })]).split('\n');

test('each attribute with what it was and what it becomes', () => {
  expect(
    linesOf(
      { path: 'name', before: '"a"', after: '"b"' },
      { path: 'tags["x"]', change: 'added', before: null, after: '"new"' },
      { path: 'tags["y"]', change: 'removed', before: '"old"', after: null },
      { path: 'arn', before: '"arn:1"', after: null, unknown: true },
      { path: 'id', change: 'added', before: null, after: null, unknown: true },
      { path: 'key', before: '(sensitive)', after: '(sensitive)', sensitive: true },
      { path: 'pin', change: 'added', before: null, after: '(sensitive)', sensitive: true },
      { path: 'cidr', before: '"1"', after: '"2"', forcesReplacement: true },
      { path: '', before: '"1"', after: '"2"' },
    ),
  ).toEqual([
    '```diff',
    '@@ aws_vpc.this @@',
    '! cidr = "1" → "2"  # forces replacement',
    '! name = "a" → "b"',
    '+ tags["x"] = "new"',
    '- tags["y"] = "old"',
    '! arn = "arn:1" → (known after apply)',
    '+ id = (known after apply)',
    '! key = (sensitive)',
    '+ pin = (sensitive)',
    '! (the whole object) = "1" → "2"',
    '```',
  ]);
});

test('a sensitive value is never shown, whatever the document says', () => {
  const shown = linesOf({
    path: 'key',
    sensitive: true,
    before: '"hunter2"',
    after: '"hunter3"',
    lines: [{ kind: '+', text: 'hunter4' }],
  });
  expect(shown.join('\n')).not.toContain('hunter');
});

test('long values stand below each other, without their middle', () => {
  const long = (character: string) => `"${character.repeat(1000)}"`;
  const [, , before, after] = linesOf({ path: 'policy', before: long('a'), after: long('b') });
  expect(before).toMatch(/^- policy = "a+ … \(1002 characters\) … a+"$/);
  expect(after).toMatch(/^\+ policy = "b+ … \(1002 characters\) … b+"$/);
});

test('text of several lines is told line by line, and no line of it is one of ours', () => {
  const lines = [
    { kind: ' ' as const, text: '/approve' },
    { kind: '-' as const, text: 'old' },
    { kind: '+' as const, text: 'new ```\u202e' },
  ];
  expect(linesOf({ path: 'user_data', lines })).toEqual([
    '````diff',
    '@@ aws_vpc.this @@',
    '! user_data =',
    '  │ /approve',
    '- │ old',
    '+ │ new ```\\u202e',
    '````',
  ]);
  const many = Array.from({ length: 100 }, () => ({ kind: '+' as const, text: 'x' }));
  expect(linesOf({ lines: many }).at(-2)).toBe('  … and 40 more lines');
});

test('a raw line end in a value starts no line', () => {
  const shown = linesOf({ path: 'a', before: '1\n```\n/approve', after: null, change: 'removed' });
  expect(shown[2]).toBe('- a = 1\\u000a```\\u000a/approve');
  expect(shown).toHaveLength(4);
});

test('of very many attributes those that force the replacement are shown', () => {
  const attributes = Array.from({ length: 300 }, (_, index) =>
    attribute({ path: `a${String(index)}`, forcesReplacement: index === 299 }),
  );
  const shown = attributeDiff([change({ attributes, attributesOmitted: 7 })]).split('\n');
  expect(shown[2]).toContain('a299');
  expect(shown).toHaveLength(44);
  expect(shown.at(-2)).toBe('  … and 267 more');
});

test('an object that moved, was imported or is deposed says so', () => {
  const one = change({
    previousAddress: 'a.old',
    importing: true,
    deposed: 'abc',
    attributes: [attribute()],
  });
  expect(attributeDiff([one])).toContain('@@ aws_vpc.this @@ deposed abc, from a.old, imported');
});
