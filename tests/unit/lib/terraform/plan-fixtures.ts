import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanJson } from '#lib/terraform/plan-json.js';
import { type PlanModel, PlanModelBuilder } from '#lib/terraform/plan-model.js';

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
  return JSON.parse(fixtureText(name)) as PlanJson;
}

/** The cases of which there is also what OpenTofu makes of the same configuration. */
export const openTofuNames = fixtureNames.filter((name) => existsSync(join(folder, name, 'opentofu.json')));

/** The model of OpenTofu's plan of the same configuration. */
export function openTofuModel(name: FixtureName): PlanModel {
  return modelOf(JSON.parse(readFileSync(join(folder, name, 'opentofu.json'), 'utf8')) as PlanJson);
}

export function fixtureModel(name: FixtureName): PlanModel {
  return modelOf(fixturePlan(name));
}

/** The model of a plan given as an object, as if it had been streamed. */
export function modelOf(plan: PlanJson): PlanModel {
  const builder = new PlanModelBuilder();
  for (const value of plan.resource_changes ?? []) builder.add({ section: 'resource_changes', value });
  for (const value of plan.resource_drift ?? []) builder.add({ section: 'resource_drift', value });
  for (const value of plan.deferred_changes ?? []) builder.add({ section: 'deferred_changes', value });
  return builder.finish(plan);
}
