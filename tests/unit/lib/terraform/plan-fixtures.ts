import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlanJson, type PlanJson } from '#lib/terraform/plan-json.js';
import { buildPlanModel, type PlanModel } from '#lib/terraform/plan-model.js';

const folder = join(import.meta.dirname, '../../../fixtures/plans');

/** Every case that scripts/plan-fixtures.ts makes with real Terraform. */
export const fixtureNames = [
  'check-read',
  'checks',
  'deposed',
  'destroy',
  'empty',
  'errored',
  'forget-only',
  'import-only',
  'kinds',
  'many',
  'move-only',
  'no-changes',
  'outputs-only',
  'sensitive',
  'targeted',
] as const;

export type FixtureName = (typeof fixtureNames)[number];

export function fixtureText(name: FixtureName): string {
  return readFileSync(join(folder, name, 'plan.json'), 'utf8');
}

export function fixturePlan(name: FixtureName): PlanJson {
  return parsePlanJson(fixtureText(name));
}

export function fixtureModel(name: FixtureName): PlanModel {
  return buildPlanModel(fixturePlan(name));
}
