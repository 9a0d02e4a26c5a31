import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  exactVersion,
  parseConstraint,
  satisfies,
  type Constraint,
} from '#lib/terraform/version/constraint.js';
import { parseVersion, type Version } from '#lib/terraform/version/version.js';
import { REQUIRED_VERSIONS } from './required-version-cases.ts';

function read(text: string): Version {
  const version = parseVersion(text);
  if (version === undefined) throw new Error(`no version: ${text}`);
  return version;
}

function constraint(text: string): Constraint {
  const parsed = parseConstraint(text);
  if (!parsed.valid) throw new Error(parsed.problem);
  return parsed.constraint;
}

const fits = (version: string, text: string): boolean => satisfies(read(version), constraint(text));

describe('constraints', () => {
  test.each(REQUIRED_VERSIONS)('%j as Terraform 1.11.4 judges it: %s', (text, verdict) => {
    const parsed = parseConstraint(text);
    expect(parsed.valid ? satisfies(read('1.11.4'), parsed.constraint) : 'malformed').toBe(verdict);
  });

  test.each([
    ['1.5.7', '~> 1.5', true],
    ['1.9.0', '~> 1.5', true],
    ['2.0.0', '~> 1.5', false],
    ['1.4.9', '~> 1.5', false],
    ['1.5.7', '~> 1.5.0', true],
    ['1.6.0', '~> 1.5.0', false],
    ['9.0.0', '~> 1', true],
    ['1.6.0-rc1', '~> 1.5', false],
    ['1.6.0-rc1', '>= 1.5', false],
    ['1.6.0-rc1', '1.6.0-rc1', true],
    ['1.6.0-rc1', '!= 1.6.0', true],
    ['1.6.0-rc2', '>= 1.6.0-rc1', true],
    ['1.6.1-rc1', '>= 1.6.0-rc1', false],
    ['1.6.0', '>= 1.6.0-rc1', true],
    ['1.6.0', '~> 1.6.0-rc1', false],
    ['1.6.0+ent', '1.6.0', true],
  ])('%s for %s: %s', (version, text, expected) => {
    expect(fits(version, text)).toBe(expected);
  });

  test.each([
    ['^1.5', '~> 1.5'],
    ['~1.5', '~> 1.5.0'],
    ['1.5.x', 'no wildcards'],
    ['>= 1.5 || < 1', 'separated by commas|no "or"|no wildcards'],
    ['>= 1.5 < 2', 'separated by commas'],
    ['==1.5', 'operators are'],
    ['>= 1.5,', 'empty'],
    ['newest', 'for example'],
  ])('%j is refused with advice', (text, advice) => {
    expect(parseConstraint(text)).toEqual({
      valid: false,
      problem: expect.stringMatching(new RegExp(advice)),
    });
  });

  test('one = names a version', () => {
    expect(exactVersion(constraint('1.11.4'))).toEqual(read('1.11.4'));
    expect(exactVersion(constraint('= 1.11.4'))).toEqual(read('1.11.4'));
    expect(exactVersion(constraint('~> 1.11.4'))).toBeUndefined();
    expect(exactVersion(constraint('1.11.4, < 2'))).toBeUndefined();
  });
});

/** Every release of a small world, in order: a version is its place in this list. */
const WORLD = [0, 1, 2, 3].flatMap((major) =>
  [0, 1, 2, 3].flatMap((minor) => [0, 1, 2, 3].map((patch) => `${major}.${minor}.${patch}`)),
);

/** What a comparison allows, by the place of its bound in the world and, for `~>`, by the beginning of the text. */
function allowed(operator: string, written: readonly number[]): ReadonlySet<string> {
  const bound = [...written, 0, 0].slice(0, 3).join('.');
  const at = WORLD.indexOf(bound);
  const above = WORLD.slice(at + 1);
  const below = WORLD.slice(0, at);
  const beginning = written
    .slice(0, -1)
    .map((segment) => `${segment}.`)
    .join('');
  const sets: Readonly<Record<string, readonly string[]>> = {
    '': [bound],
    '=': [bound],
    '!=': [...below, ...above],
    '>': above,
    '>=': [bound, ...above],
    '<': below,
    '<=': [...below, bound],
    '~>': [bound, ...above].filter((version) => version.startsWith(beginning)),
  };
  return new Set(sets[operator]);
}

const comparison = fc.record({
  operator: fc.constantFrom('', '=', '!=', '>', '>=', '<', '<=', '~>'),
  written: fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
  space: fc.constantFrom('', ' ', '  '),
});

test('a list of comparisons allows what each allows on its own in a world written out', () => {
  fc.assert(
    fc.property(fc.array(comparison, { minLength: 1, maxLength: 4 }), (parts) => {
      const text = parts
        .map(({ operator, written, space }) => `${space}${operator}${space}${written.join('.')}`)
        .join(',');
      const sets = parts.map(({ operator, written }) => allowed(operator, written));
      const expected = WORLD.filter((version) => sets.every((set) => set.has(version)));
      expect(WORLD.filter((version) => fits(version, text))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('a pre-release never fits constraints that name none, except by !=', () => {
  fc.assert(
    fc.property(
      fc.array(comparison, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...WORLD),
      (parts, core) => {
        fc.pre(parts.some(({ operator }) => operator !== '!='));
        const text = parts.map(({ operator, written }) => `${operator}${written.join('.')}`).join(',');
        expect(fits(`${core}-rc1`, text)).toBe(false);
      },
    ),
  );
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[<>=!~v0-9., x-]{0,30}$/)), (text) => {
      expect(typeof parseConstraint(text).valid).toBe('boolean');
    }),
  );
});
