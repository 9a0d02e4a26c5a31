import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import { RULE_IDS, type RuleId } from '#lib/net/rules/catalogue.js';
import { renderRulesPage } from '#lib/net/rules/page.js';
import { RULES } from '#lib/net/rules/rules.js';
import { CASES } from './cases.ts';
import { judge, planWith, rulesOf } from './plan.ts';

describe('a plan in which everything is said and right', () => {
  test('passes without a finding', () => {
    const verdict = judge(planWith());
    expect(verdict.findings).toEqual([]);
    expect(verdict.verdict).toBe('passed');
    expect(verdict.unknown).toEqual([]);
    expect(verdict.checked).toMatchObject({ ranges: 18, asns: 6 });
    expect(verdict.checked.pairs).toBeGreaterThan(0);
    expect(verdict.checked.rules).toBeGreaterThan(60);
  });
});

describe('each rule', () => {
  const rows = Object.entries(CASES) as [RuleId, (typeof CASES)[RuleId]][];

  test('has a case', () => {
    expect(rows.map(([id]) => id).sort()).toEqual([...RULE_IDS].sort());
  });

  test.each(rows)('%s is found, and nothing else', (id, { bad, all, badIgnores = [] }) => {
    const verdict = judge(bad, { ignores: badIgnores });
    expect(rulesOf(verdict)).toEqual(all ?? [id]);
    const finding = verdict.findings.find(({ rule }) => rule === id);
    expect(finding?.sentence).not.toMatch(/[{}]|undefined/);
    expect(finding?.remedy).not.toMatch(/[{}]|undefined/);
    const severity = RULES.find((rule) => rule.id === id)?.severity;
    expect(finding?.severity).toBe(severity);
    if (severity === 'error') expect(verdict.verdict).toBe('failed');
  });

  test.each(rows)('%s is not found at its edge', (_, { good, goodIgnores = [] }) => {
    expect(rulesOf(judge(good, { ignores: goodIgnores }))).toEqual([]);
  });
});

describe('the table of rules', () => {
  test('gives each rule a code of its own, in order', () => {
    const codes = RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...codes].sort()).toEqual(codes);
  });

  test('agrees with docs/address-rules.md', async () => {
    const path = join(import.meta.dirname, '..', '..', '..', '..', '..', 'docs', 'address-rules.md');
    const config = await resolveConfig(path);
    const wanted = await format(renderRulesPage(), { ...config, parser: 'markdown' });
    expect(readFileSync(path, 'utf8')).toBe(wanted);
  });
});
