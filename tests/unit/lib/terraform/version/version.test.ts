import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compareVersions,
  coreOf,
  formatVersion,
  parseVersion,
  type Version,
} from '#lib/terraform/version/version.js';

function read(text: string): Version {
  const version = parseVersion(text);
  if (version === undefined) throw new Error(`no version: ${text}`);
  return version;
}

const identifier = fc.oneof(
  fc.nat(30).map(String),
  fc.constantFrom('alpha20230719', 'beta1', 'rc1', 'rc2', 'dev'),
);
const anyVersion = fc
  .tuple(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), fc.array(identifier, { maxLength: 2 }))
  .map(([segments, words]) => `${segments.join('.')}${words.length === 0 ? '' : `-${words.join('.')}`}`);

describe('parseVersion', () => {
  test.each([
    ['1.11.4', '1.11.4'],
    ['v1.11.4', '1.11.4'],
    ['1.11', '1.11.0'],
    ['1', '1.0.0'],
    ['01.011.04', '1.11.4'],
    ['1.2.3.4', '1.2.3.4'],
    ['1.12.0-rc1', '1.12.0-rc1'],
    ['1.12.0rc1', '1.12.0-rc1'],
    ['1.6.0-alpha20230719', '1.6.0-alpha20230719'],
    ['1.0.0-1.2', '1.0.0-1.2'],
    ['1.11.4+ent.1', '1.11.4+ent.1'],
    ['1.0.0-beta.2+build.5', '1.0.0-beta.2+build.5'],
  ])('%s is %s', (text, canonical) => {
    expect(formatVersion(read(text))).toBe(canonical);
  });

  test.each(['', '1.', '.1', '1..2', 'latest', '1.x', '1.2.3+', 'V1.2', ' 1.2.3', '1.2.3 ', '1.2.3\n'])(
    '%j is none',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );

  test('a number that cannot be held exactly, and endless text, are none', () => {
    expect(parseVersion('99999999999999999999.0.0')).toBeUndefined();
    expect(parseVersion(`1.${'0.'.repeat(100_000)}`)).toBeUndefined();
  });

  test('what is written canonically reads as itself', () => {
    fc.assert(
      fc.property(anyVersion, (text) => {
        const canonical = formatVersion(read(text));
        expect(formatVersion(read(canonical))).toBe(canonical);
        expect(compareVersions(read(text), read(canonical))).toBe(0);
      }),
    );
  });
});

describe('compareVersions', () => {
  test('sorts releases and pre-releases', () => {
    const order = [
      '0.15.5',
      '1.9.8',
      '1.10.0-alpha1',
      '1.10.0-beta1',
      '1.10.0-rc1',
      '1.10.0-rc2',
      '1.10.0',
      '1.10.1',
      '2',
    ];
    const shuffled = [...order].reverse().sort((a, b) => compareVersions(read(a), read(b)));
    expect(shuffled).toEqual(order);
  });

  test.each([
    ['1.0.0-2', '1.0.0-10', -1],
    ['1.0.0-10', '1.0.0-alpha', -1],
    ['1.0.0-beta', '1.0.0-beta.1', -1],
    // Not as Semantic Versioning has it: so does Terraform's library.
    ['1.0.0-beta', '1.0.0-beta.x', 1],
    ['1.0.0+a', '1.0.0+b', 0],
    ['1.0.0.0', '1.0.0', 0],
    ['1.0.0.1', '1.0.0', 1],
  ])('%s against %s', (a, b, expected) => {
    expect(Math.sign(compareVersions(read(a), read(b)))).toBe(expected);
    expect(Math.sign(compareVersions(read(b), read(a)))).toBe(expected === 0 ? 0 : -expected);
  });

  test('a pre-release is below its core, and both directions agree', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, (left, right) => {
        const [a, b] = [read(left), read(right)];
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        expect(compareVersions(a, coreOf(a))).toBe(a.prerelease.length > 0 ? -1 : 0);
      }),
    );
  });
});
