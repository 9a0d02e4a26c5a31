import { describe, expect, test } from '@jest/globals';
import { PLAN_RULES, ROW_RULES } from '#lib/terraform/risk/all-rules.js';
import { RISK_LEVELS, compareLevels, reaches } from '#lib/terraform/risk/assessor.js';
import { CLUSTER_CASES, EXPOSURE_CASES, LINK_ROW_CASES, SECRET_CASES } from './cases.ts';
import { CILIUM_CASES, GENERAL_CASES, NETWORK_CASES, NODE_CASES, PORT_CASES } from './more-cases.ts';
import { assess, create, destroy, row, rulesOf } from './rows.ts';

/** Those of the link as a whole have `link.test.ts`. */
const IN_LINK_TEST = [
  'link-destroyed',
  'link-cut',
  'link-redundancy-lost',
  'link-tunnel-interrupted',
  'link-effect-unknown',
  'link-updated',
  'link-created',
  'link-vpc-route-removed',
  'link-vpc-routes-all-removed',
  'link-vpc-route-replaced',
];

const CASES = {
  ...LINK_ROW_CASES,
  ...CLUSTER_CASES,
  ...NETWORK_CASES,
  ...NODE_CASES,
  ...CILIUM_CASES,
  ...EXPOSURE_CASES,
  ...PORT_CASES,
  ...SECRET_CASES,
  ...GENERAL_CASES,
};

const RULES = [...ROW_RULES, ...PLAN_RULES];

test('every rule has its cases, and every case its rule', () => {
  expect([...Object.keys(CASES), ...IN_LINK_TEST].sort()).toEqual(RULES.map((rule) => rule.id).sort());
});

describe.each(Object.entries(CASES))('rule %s', (id, { fires, silent }) => {
  test.each(fires.map((plan, index) => [index, plan] as const))('fires, plan %d', (_index, plan) => {
    const risk = assess(plan).risks.find((one) => one.rule === id);
    expect(risk).toMatchObject({ level: RULES.find((rule) => rule.id === id)?.level });
    expect(risk?.addresses.length).toBeGreaterThan(0);
    expect(plan.map((one) => one.address)).toEqual(expect.arrayContaining([...(risk?.addresses ?? [])]));
    expect(risk?.sentence).not.toMatch(/\{\w+\}/);
  });

  test.each(silent.map((plan, index) => [index, plan] as const))('is silent, plan %d', (_index, plan) => {
    expect(rulesOf(plan)).not.toContain(id);
  });
});

test.each(RULES)('rule $id has one sentence that ends', ({ id, sentence }) => {
  expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(sentence).toMatch(/^[A-Z{].*\.$/);
  expect(sentence).not.toMatch(/[\n|<>`]/);
});

test('the worst comes first, and is the level of the whole', () => {
  const { risks, worst } = assess([
    destroy('aws_cloudwatch_log_group', { id: 'l' }),
    destroy('aws_vpc', { id: 'v' }),
    destroy('aws_nat_gateway', { id: 'n' }),
  ]);
  expect(risks.map((risk) => risk.level)).toEqual(['critical', 'high', 'warning']);
  expect(worst).toBe('critical');
  expect(assess([create('aws_vpc', {})])).toEqual({ risks: [], worst: null, link: null });
});

test('rows of one rule are one risk, in plan order', () => {
  const { risks } = assess(['b', 'a'].map((name) => destroy('aws_kms_key', { id: name }, { name })));
  expect(risks).toHaveLength(1);
  expect(risks[0]?.addresses).toEqual(['aws_kms_key.b', 'aws_kms_key.a']);
});

test('data that is read is no risk', () => {
  expect(rulesOf([{ ...destroy('aws_vpc', { id: 'v' }), mode: 'data' }])).toEqual([]);
});

test('an action that is not documented is refused, not guessed', () => {
  expect(() => assess([row(['explode'], 'aws_vpc', {}, {})])).toThrow(
    expect.objectContaining({ code: 'EHA1209' }),
  );
});

test('levels have an order, and null reaches none', () => {
  expect([...RISK_LEVELS].sort((one, other) => compareLevels(other, one))).toEqual([
    'critical',
    'high',
    'warning',
    'info',
  ]);
  expect(reaches('high', 'warning')).toBe(true);
  expect(reaches('info', 'warning')).toBe(false);
  expect(reaches(null, 'info')).toBe(false);
});
