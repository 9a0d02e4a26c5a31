import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type AddressPlanDocument, addressPlanDocument } from '#lib/report/address-plan-document.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'address-plans');

interface Case {
  readonly name: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly verdict: 'passed' | 'failed' | 'unknown';
  readonly findings?: readonly string[];
}

const read = (file: string): unknown => parse(readFileSync(join(FIXTURES, file), 'utf8'));
const BASE = read('base.yml');
const CASES = read('plans.yml') as readonly Case[];

type Node = Record<string, unknown>;

/** The base plan with the values at these paths replaced; null removes. */
function planOf(set: Readonly<Record<string, unknown>> = {}): string {
  const plan = structuredClone(BASE) as Node;
  for (const [path, value] of Object.entries(set)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<Node>((node, key) => node[key] as Node, plan);
    if (value === null) Reflect.deleteProperty(parent, last);
    else parent[last] = value;
  }
  return JSON.stringify(plan, null, 2);
}

function check(
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  const workspace = temporaryDirectory('cidr-check-');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  return runBundle({ action: 'cidr-check', workspace, inputs });
}

/** The document, which must agree with the outputs. */
function documentOf(result: RunResult): AddressPlanDocument {
  const { verdict, errors, warnings, unknown, report } = result.outputs;
  expect(`${result.stdout}${result.stderr}`).not.toMatch(/EHA1000/);
  const document = addressPlanDocument.parse(result.report(), report ?? '');
  const { counts } = document;
  expect({ verdict, errors, warnings, unknown }).toEqual({
    verdict: document.verdict,
    errors: String(counts.errors),
    warnings: String(counts.warnings),
    unknown: String(counts.unknown),
  });
  return document;
}

const told = ({ findings }: AddressPlanDocument) =>
  findings.map(({ rule, subjects }) => `${rule}: ${subjects.map(({ text }) => text).join(' | ')}`);

const codesOf = (result: RunResult) =>
  result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title.split(' ')[0] ?? '');

describe('the table of plans', () => {
  test('has good and bad ones', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
    expect(CASES.filter(({ findings = [] }) => findings.length === 0).length).toBeGreaterThanOrEqual(12);
  });

  test.concurrent.each(CASES)('$name', async ({ set, verdict, findings = [] }) => {
    const result = await check({ addresses: planOf(set) });
    const document = documentOf(result);
    expect({ verdict: document.verdict, findings: told(document) }).toEqual({ verdict, findings });
    expect(result.exitCode).toBe(verdict === 'failed' ? 1 : 0);
    if (verdict === 'failed') expect(codesOf(result)).toContain('EHA1541');
  });
});
