/** Which releases of nodeadm can still install, and until when. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareNodeadm, judgeNodeadm, keyEnd, nodeadmVersion } from '#lib/install/nodeadm-versions.js';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const NOW = day('2026-11-22');

function code(work: () => unknown): string {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

describe('with SSM', () => {
  test('what is older than 1.0.19 is refused, with the reason', () => {
    expect(() => judgeNodeadm('1.0.18', 'ssm', NOW)).toThrow(/ended on 2026-07-15.*oldest.*1\.0\.19/);
    expect(judgeNodeadm('1.0.19', 'ssm', NOW).join()).toContain('containerd 2.3');
    expect(judgeNodeadm('1.0.20', 'ssm', NOW)).toEqual([]);
  });

  test('the end of the key is warned of 180 days ahead, and then refused', () => {
    expect(judgeNodeadm('1.0.20', 'ssm', day('2027-05-28'))).toEqual([]);
    expect(judgeNodeadm('1.0.20', 'ssm', day('2027-05-29')).join()).toContain('ends on 2027-11-25');
    expect(judgeNodeadm('1.0.20', 'ssm', day('2027-11-25') - 1).join()).toContain('2027-11-25');
    expect(code(() => judgeNodeadm('1.0.20', 'ssm', day('2027-11-25')))).toBe('EHA1441');
  });

  test('of a newer release no end is known', () => {
    expect(keyEnd('1.0.21')).toBeNull();
    expect(judgeNodeadm('1.0.21', 'ssm', day('2030-01-01'))).toEqual([]);
  });
});

test('with IAM Roles Anywhere no key is needed, but what is known is told', () => {
  expect(judgeNodeadm('1.0.8', 'iam-ra', NOW)).toHaveLength(2);
  expect(judgeNodeadm('1.0.20', 'iam-ra', day('2028-01-01'))).toEqual([]);
});

test('versions are read whole and compared by number', () => {
  expect(
    ['v1.0.20', '1.0.20', '1.0', '1.0.20-rc1', '01.0.0', 'latest', '1.0.20\n'].map(nodeadmVersion),
  ).toEqual(['1.0.20', '1.0.20', ...Array<undefined>(5).fill(undefined)]);
  expect(compareNodeadm('1.0.9', '1.0.10')).toBeLessThan(0);
  const version = fc.array(fc.nat(99), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(version, version, (a, b) => {
      const numbers = [a, b].map((parts) => parts.reduce((sum, part) => sum * 100 + part, 0));
      const expected = Math.sign((numbers[0] ?? 0) - (numbers[1] ?? 0));
      expect(Math.sign(compareNodeadm(a.join('.'), b.join('.')))).toBe(expected);
    }),
  );
});
