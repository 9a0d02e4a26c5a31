import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstMatch, matchesPattern } from '#lib/terraform/address-pattern.js';
import { guardDestroys, type GuardRules } from '#lib/terraform/destroy-guard.js';
import { noCounts } from '#lib/terraform/plan-counts.js';
import type { PlannedChange } from '#lib/terraform/plan-model.js';
import type { Risk } from '#lib/terraform/risk/assessor.js';

const RULES: GuardRules = {
  confirm: 'production',
  environment: 'production',
  maxDestroys: 100,
  maxDestroyPercent: 100,
  protected: [],
  allowDestroy: [],
  overrideRisks: [],
  destroy: false,
};

function row(address: string, kind: PlannedChange['kind'], reason: string | null = null): PlannedChange {
  return {
    address,
    module: '',
    mode: 'managed',
    type: address.split('.').at(-2) ?? '',
    name: address.split('.').at(-1) ?? '',
    index: null,
    provider: '',
    deposed: null,
    kind,
    order: kind === 'replace' ? 'create-first' : null,
    reason,
    previousAddress: null,
    importing: false,
    importId: null,
    attributes: [],
    attributesOmitted: 0,
    replacePaths: [],
    unknownCount: 0,
  };
}

function judge(
  changes: readonly PlannedChange[],
  rules: Partial<GuardRules> = {},
  risks: readonly Risk[] = [],
  noOp = 0,
): ReturnType<typeof guardDestroys> {
  const counts = noCounts();
  counts.noOp = noOp;
  for (const { kind } of changes) {
    if (kind === 'create') counts.create += 1;
    if (kind === 'delete') counts.delete += 1;
    if (kind === 'replace') counts.replace += 1;
    if (kind === 'update') counts.update += 1;
  }
  return guardDestroys({ changes, counts }, risks, { ...RULES, ...rules });
}

const blocking = (verdict: ReturnType<typeof guardDestroys>): readonly string[] =>
  verdict.findings.filter(({ blocks }) => blocks).map(({ check }) => check);

const destroys = (count: number): PlannedChange[] =>
  Array.from({ length: count }, (_, index) => row(`aws_subnet.s${String(index)}`, 'delete'));

describe('the confirmation', () => {
  test('is needed when anything is destroyed, and must be right even when nothing is', () => {
    expect(blocking(judge([row('a.b', 'create')], { confirm: null }))).toEqual([]);
    expect(blocking(judge(destroys(1), { confirm: null }))).toEqual(['confirmation']);
    expect(blocking(judge([row('a.b', 'create')], { confirm: 'staging' }))).toEqual(['confirmation']);
    expect(blocking(judge([], { confirm: null, destroy: true }))).toEqual(['confirmation']);
    expect(blocking(judge(destroys(1), { confirm: 'Production' }))).toEqual(['confirmation']);
  });
});

describe('the limits', () => {
  test('count replacements in both orders, and neither creations nor data', () => {
    const data = { ...row('data.aws_ami.x', 'delete'), mode: 'data' as const };
    const verdict = judge([row('a.b', 'replace'), row('a.c', 'delete'), row('a.d', 'create'), data]);
    expect(verdict).toMatchObject({ allowed: true, destroys: 2 });
  });

  test('allow exactly as many as they say', () => {
    expect(blocking(judge(destroys(3), { maxDestroys: 3 }))).toEqual([]);
    expect(blocking(judge(destroys(4), { maxDestroys: 3 }))).toEqual(['count']);
    expect(blocking(judge(destroys(3), { maxDestroyPercent: 30 }, [], 7))).toEqual([]);
    expect(blocking(judge(destroys(3), { maxDestroyPercent: 29 }, [], 7))).toEqual(['share']);
    // One of two is a half, but one object is no share.
    expect(blocking(judge(destroys(1), { maxDestroyPercent: 10 }, [], 1))).toEqual([]);
    expect(blocking(judge(destroys(1), { maxDestroys: 0 }))).toEqual(['count']);
  });

  test('a plan that is allowed stays allowed with greater limits', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(100), (count, noOp, most, percent) => {
        const rules = { maxDestroys: most, maxDestroyPercent: percent };
        const greater = { maxDestroys: most + 1, maxDestroyPercent: Math.min(100, percent + 1) };
        const before = judge(destroys(count), rules, [], noOp).allowed;
        return !before || judge(destroys(count), greater, [], noOp).allowed;
      }),
    );
  });

  test('do not hinder a teardown, but a list of its own does', () => {
    const rules = { destroy: true, maxDestroys: 0, maxDestroyPercent: 0 };
    expect(judge(destroys(9), rules).allowed).toBe(true);
    expect(blocking(judge(destroys(9), { ...rules, protected: ['aws_subnet.s3'] }))).toEqual(['protected']);
  });
});

describe('what is protected', () => {
  test.each([
    ['aws_kms_key', 'module.a.aws_kms_key.this', true],
    ['aws_db_*', 'aws_db_instance.main[0]', true],
    ['aws_db_*', 'aws_dba.main', false],
    ['aws_kms', 'aws_kms_key.this', false],
    ['aws_s3_bucket.state', 'aws_s3_bucket.state["eu"]', true],
    ['aws_s3_bucket.state', 'aws_s3_bucket.state2', false],
    ['aws_s3_bucket.state', 'module.x.aws_s3_bucket.state', false],
    ['aws_s3_bucket.state["eu"]', 'aws_s3_bucket.state["us"]', false],
    ['module.data', 'module.data.aws_efs_file_system.a', true],
    ['module.data', 'module.data[0].aws_efs_file_system.a', true],
    ['module.data', 'module.database.aws_efs_file_system.a', false],
    ['module.*.aws_efs_file_system.a', 'module.x.module.y.aws_efs_file_system.a', true],
    ['aws_s3_bucket.a+b', 'aws_s3_bucket.aab', false],
  ])('%s means %s: %s', (pattern, address, means) => {
    const type = /(\w+)\.\w+(?:\[[^\]]*\])?$/.exec(address)?.[1] ?? '';
    expect(matchesPattern(pattern, { address, type })).toBe(means);
  });

  test('blocks a replacement, unless the address is allowed', () => {
    const changes = [row('aws_kms_key.a', 'replace'), row('aws_kms_key.b', 'update')];
    const verdict = judge(changes, { protected: ['aws_kms_key'] });
    expect(verdict.findings).toEqual([
      expect.objectContaining({ check: 'protected', blocks: true, addresses: ['aws_kms_key.a'] }),
    ]);
    expect(judge(changes, { protected: ['aws_kms_key'], allowDestroy: ['aws_kms_key.a'] }).allowed).toBe(
      true,
    );
    expect(judge(changes, { protected: ['aws_kms_key'], allowDestroy: ['aws_kms_key.b'] }).allowed).toBe(
      false,
    );
    expect(firstMatch(['x', 'aws_*'], { address: 'aws_a.b', type: 'aws_a' })).toBe('aws_*');
  });
});

test('critical risks need their rule by name; others pass, and a rule without a risk is told', () => {
  const risk = (rule: string, level: Risk['level']): Risk => ({
    rule,
    level,
    sentence: 'It breaks.',
    addresses: [],
  });
  const risks = [risk('link-down', 'critical'), risk('other', 'high')];
  expect(blocking(judge([], {}, risks))).toEqual(['risk']);
  expect(judge([], {}, risks).findings[0]?.sentence).toContain('`link-down`');
  const overridden = judge([], { overrideRisks: ['link-down', 'link-dwon'] }, risks);
  expect(overridden.allowed).toBe(true);
  expect(overridden.findings.map(({ check }) => check)).toEqual(['risk', 'override']);
});

test('objects that go because a count shrinks are named, after what blocks', () => {
  const changes = [row('a.b[3]', 'delete', 'delete_because_count_index'), row('a.c', 'delete')];
  const { findings } = judge(changes, { confirm: null });
  expect(findings.map(({ check }) => check)).toEqual(['confirmation', 'count-index']);
  expect(findings[1]?.addresses).toEqual(['a.b[3]']);
});
