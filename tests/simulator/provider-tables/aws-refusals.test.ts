import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { ObjectValue, Value } from '#simulator/terraform-provider/engine/types.js';
import { configRules } from '#simulator/terraform-provider/tables/index.js';
import { complete, SCHEMAS, type BlockSchema } from './schemas.ts';

interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly config: ObjectValue;
  /** `summary` or `summary | detail`, sorted. */
  readonly refusals: readonly string[];
}

/**
 * What the real provider says: `terraform validate` of Terraform 1.11.4 with hashicorp/aws 5.100.0 over these very
 * configurations, each error with its text. An empty list means that the real provider accepts the configuration.
 */
const recorded = JSON.parse(
  readFileSync(new URL('../../fixtures/provider-tables/aws-refusals.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

function refusals(type: string, config: ObjectValue): readonly string[] {
  const schema = SCHEMAS.aws.resource_schemas[type];
  if (!schema) throw new Error(`no schema of ${type}`);
  const whole = complete(schema.block, sortSets(schema.block, config));
  return (configRules[type] ?? [])
    .flatMap((rule) => rule(whole))
    .map(({ summary, detail }) => (detail === '' ? summary : `${summary} | ${detail}`))
    .sort();
}

/** Terraform sends the elements of a set of strings or numbers in order. */
function sortSets(block: BlockSchema, config: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]): [string, Value] => {
      const type = block.attributes?.[name]?.type;
      const isScalarSet = Array.isArray(type) && type[0] === 'set' && typeof type[1] === 'string';
      return [name, isScalarSet && Array.isArray(value) ? [...(value as Value[])].sort() : value];
    }),
  );
}

describe('aws rules against recorded answers of the real provider', () => {
  test.each(recorded.filter((entry) => entry.refusals.length > 0))(
    '$type $name is refused in the same words',
    (entry) => {
      expect(refusals(entry.type, entry.config)).toEqual([...entry.refusals].sort());
    },
  );

  test.each(recorded.filter((entry) => entry.refusals.length === 0))('$type $name is accepted', (entry) => {
    expect(refusals(entry.type, entry.config)).toEqual([]);
  });
});
