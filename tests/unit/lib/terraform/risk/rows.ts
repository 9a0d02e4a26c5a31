/** Builds plan rows for the tests of the risk rules, and refuses arguments that the providers do not have. */
import { RiskAssessor, type RiskAssessment } from '#lib/terraform/risk/assessor.js';
import type { ResourceChangeJson } from '#lib/terraform/plan-json.js';
import { loadProvider } from '#simulator/terraform-provider/schema/load.js';

export type Values = Readonly<Record<string, unknown>>;

export interface Place {
  readonly name?: string;
  readonly module?: string;
  readonly index?: string | number;
  readonly reason?: string;
  readonly deposed?: string;
  /** `after_unknown` of the row. */
  readonly unknown?: unknown;
}

/** Arguments of provider versions newer than the schemas in this repository (aws 6). */
const NEWER: ReadonlySet<string> = new Set(['aws_eks_cluster.deletion_protection']);

const SCHEMAS = [loadProvider('aws'), loadProvider('azurerm')];

function check(type: string, values: Values | null): Values | null {
  const schema = SCHEMAS.map((provider) => provider.schema.resources[type]).find(Boolean);
  if (schema === undefined || values === null) return values;
  for (const name of Object.keys(values)) {
    const known = Object.hasOwn(schema.block.attributes, name) || Object.hasOwn(schema.block.blocks, name);
    if (!known && !NEWER.has(`${type}.${name}`)) throw new Error(`${type} has no argument ${name}`);
  }
  return values;
}

export function row(
  actions: readonly string[],
  type: string,
  before: Values | null,
  after: Values | null,
  place: Place = {},
): ResourceChangeJson {
  const { name = 'this', module, index, reason, deposed } = place;
  const key = index === undefined ? '' : `[${JSON.stringify(index)}]`;
  return {
    address: `${module === undefined ? '' : `${module}.`}${type}.${name}${key}`,
    ...(module === undefined ? {} : { module_address: module }),
    mode: 'managed',
    type,
    name,
    ...(index === undefined ? {} : { index }),
    ...(deposed === undefined ? {} : { deposed }),
    ...(reason === undefined ? {} : { action_reason: reason }),
    change: {
      actions,
      before: check(type, before),
      after: check(type, after),
      after_unknown: place.unknown ?? {},
    },
  };
}

export const same = (type: string, values: Values, place?: Place) =>
  row(['no-op'], type, values, values, place);
export const create = (type: string, after: Values, place?: Place) =>
  row(['create'], type, null, after, place);
export const destroy = (type: string, before: Values, place?: Place) =>
  row(['delete'], type, before, null, place);
export const forget = (type: string, before: Values, place?: Place) =>
  row(['forget'], type, before, null, place);
/** `change` is merged over `before`. */
export const update = (type: string, before: Values, change: Values, place?: Place) =>
  row(['update'], type, before, { ...before, ...change }, place);
export const replace = (type: string, before: Values, change: Values = {}, place?: Place) =>
  row(['delete', 'create'], type, before, { ...before, ...change }, place);

export function assess(rows: readonly ResourceChangeJson[]): RiskAssessment {
  const assessor = new RiskAssessor();
  for (const one of rows) assessor.visit(one);
  return assessor.result();
}

/** Ids of the rules that fire. */
export function rulesOf(rows: readonly ResourceChangeJson[]): readonly string[] {
  return assess(rows).risks.map((risk) => risk.rule);
}
