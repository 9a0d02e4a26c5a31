import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '#lib/action/errors.js';
import { checkRules, filterDrift, type IgnoreRule } from '#lib/terraform/drift-rules.js';
import type { DriftedObject } from '#lib/terraform/drift.js';

const NOW = Date.parse('2026-11-22T23:59:59Z');

function drifted(address: string, ...paths: string[]): DriftedObject {
  const attributes = paths.map((path) => ({
    path,
    change: 'changed' as const,
    unknown: false,
    sensitive: false,
    before: '1',
    after: '2',
    lines: null,
    forcesReplacement: false,
  }));
  const type = address.split('.').at(-2) ?? '';
  const kind = paths.length === 0 ? ('delete' as const) : ('update' as const);
  return { address, module: '', type, deposed: null, kind, attributes, relevant: null, identity: {} };
}

const rule = (parts: Partial<IgnoreRule>): IgnoreRule => ({
  type: null,
  address: null,
  attribute: null,
  reason: 'known',
  expires: null,
  ...parts,
});

/** What is left, as `address path path`. */
function left(drift: readonly DriftedObject[], ...rules: readonly Partial<IgnoreRule>[]): readonly string[] {
  return filterDrift(drift, rules.map(rule), NOW).drift.map(({ address, attributes }) =>
    [address, ...attributes.map(({ path }) => path)].join(' '),
  );
}

describe('filterDrift', () => {
  const GROUP = drifted('module.a.aws_autoscaling_group.x', 'desired_capacity', 'tags.Owner', 'tags_all');

  test('leaves out what every part of a rule names', () => {
    expect(left([GROUP], { type: 'aws_auto*' })).toEqual([]);
    expect(left([GROUP], { address: 'module.b' })).toHaveLength(1);
    expect(left([GROUP], { address: 'module.a' })).toEqual([]);
    expect(left([GROUP], { address: 'module.a.*' })).toEqual([]);
    expect(left([GROUP], { type: 'aws_vpc', address: 'module.a.*' })).toHaveLength(1);
    expect(left([GROUP], { attribute: 'tags' })).toEqual([`${GROUP.address} desired_capacity tags_all`]);
    expect(left([GROUP], { attribute: 'tags*' }, { type: '*', attribute: 'desired_capacity' })).toEqual([]);
  });

  test('a rule about an attribute does not hide that the object is gone', () => {
    const gone = drifted('aws_vpc.main');
    expect(left([gone], { attribute: '*' })).toEqual(['aws_vpc.main']);
    expect(left([gone], { type: 'aws_vpc' })).toEqual([]);
  });

  test('counts through its last day, and is told afterwards', () => {
    expect(left([GROUP], { type: '*', expires: '2026-11-22' })).toEqual([]);
    const { drift, uses } = filterDrift([GROUP], [rule({ type: '*', expires: '2026-11-21' })], NOW);
    expect(drift).toEqual([GROUP]);
    expect(uses).toMatchObject([{ expired: true, matched: [GROUP.address] }]);
  });

  test('rules only ever take out, whatever their order', () => {
    const part = fc.constantFrom(null, '*', 'aws_vpc', 'aws_vpc.a', 'tags', 'cidr');
    const rules = fc.array(fc.record({ type: part, address: part, attribute: part }), { maxLength: 4 });
    const drift = [
      drifted('aws_vpc.a', 'tags.x', 'cidr'),
      drifted('aws_vpc.b'),
      drifted('aws_eip.a', 'tags'),
    ];
    fc.assert(
      fc.property(rules, (given) => {
        const found = left(drift, ...given);
        expect(left(drift, ...given.toReversed())).toEqual(found);
        expect(found.length).toBeLessThanOrEqual(drift.length);
        if (given.length === 0) expect(found).toHaveLength(drift.length);
      }),
    );
  });
});

test('a rule says what it is about and why, and its day exists', () => {
  const codeOf = (parts: Partial<IgnoreRule>) => {
    try {
      checkRules([rule(parts)]);
    } catch (error) {
      return error instanceof ActionError ? error.code : error;
    }
    return 'fine';
  };
  expect(codeOf({ type: 'aws_vpc', expires: '2028-02-29' })).toBe('fine');
  expect(codeOf({})).toBe('EHA1290');
  expect(codeOf({ type: 'aws_vpc', reason: ' ' })).toBe('EHA1290');
  for (const expires of ['2027-02-29', '2027-13-01', 'soon', '2027-1-1'])
    expect(codeOf({ type: 'aws_vpc', expires })).toBe('EHA1290');
});
