import { describe, expect, test } from '@jest/globals';
import { UNKNOWN, type ObjectValue, type Value } from '#simulator/terraform-provider/engine/types.js';
import { fillTables } from '#simulator/terraform-provider/tables/all.js';
import type { BlockTable, FillTable } from '#simulator/terraform-provider/tables/fill.js';
import { fillRules } from '#simulator/terraform-provider/tables/index.js';
import { context, plannedForCreate, SCHEMAS, type BlockSchema } from './schemas.ts';

const resources = Object.values(SCHEMAS).flatMap((schema) => Object.entries(schema.resource_schemas));

/** Computed attributes that no line of the type's table names, by path. */
function uncovered(block: BlockSchema, table: FillTable | BlockTable['each'], path = ''): string[] {
  const own = Object.entries(block.attributes ?? {}).flatMap(([name, attribute]) =>
    attribute.computed === true && !(name in table) ? [`${path}${name}`] : [],
  );
  const nested = Object.entries(block.block_types ?? {}).flatMap(([name, child]) => {
    const line = table[name];
    return uncovered(child.block, typeof line === 'object' ? line.each : {}, `${path}${name}.`);
  });
  return [...own, ...nested];
}

/**
 * Attributes for which the engine has only the emptiest value of the type, because no line of a table says more.
 * A new provider version that adds a computed attribute shows up here and wants a line.
 */
const LEFT_TO_THE_ENGINE: Readonly<Record<string, readonly string[]>> = {};

describe('fill tables', () => {
  test('name every computed attribute of every supported type', () => {
    const left = Object.fromEntries(
      resources.flatMap(([type, schema]) => {
        const names = uncovered(schema.block, fillTables[type] ?? {});
        return names.length === 0 ? [] : [[type, names]];
      }),
    );
    expect(left).toEqual(LEFT_TO_THE_ENGINE);
  });

  test('name no attribute that its type does not have', () => {
    const stale = Object.entries(fillTables).flatMap(([type, table]) => {
      const block = resources.find(([name]) => name === type)?.[1].block;
      if (!block) return [type];
      const known = new Set([
        ...Object.keys(block.attributes ?? {}),
        ...Object.keys(block.block_types ?? {}),
      ]);
      return Object.keys(table).flatMap((name) =>
        known.has(name) || name === 'tags_all' ? [] : [`${type}.${name}`],
      );
    });
    expect(stale).toEqual([]);
  });

  test.each(resources)('%s: values of the right type, none unknown, the same twice', (type, schema) => {
    for (const withBlocks of [true, false]) {
      const planned = plannedForCreate(schema.block, {}, withBlocks);
      const filled = fillRules[type]?.(context(type, planned)) ?? {};
      expect(fillRules[type]?.(context(type, planned))).toEqual(filled);
      expect(problems(schema.block, { ...planned, ...filled })).toEqual([]);
    }
  });

  test('blocks that the provider computes whole are filled too', () => {
    const planned: ObjectValue = {
      ...plannedForCreate(blockOf('aws_eks_cluster')),
      access_config: UNKNOWN,
      kubernetes_network_config: UNKNOWN,
    };
    expect(fillRules['aws_eks_cluster']?.(context('aws_eks_cluster', planned))).toMatchObject({
      access_config: [{ authentication_mode: 'CONFIG_MAP' }],
      kubernetes_network_config: [{ ip_family: 'ipv4' }],
    });
  });
});

function blockOf(type: string): BlockSchema {
  const found = resources.find(([name]) => name === type);
  if (!found) throw new Error(type);
  return found[1].block;
}

/** What of an object does not fit its schema: unknowns left, values of the wrong type. */
function problems(block: BlockSchema, value: ObjectValue, path = ''): string[] {
  const own = Object.entries(block.attributes ?? {}).flatMap(([name, attribute]) =>
    attribute.type === undefined
      ? []
      : mismatch(attribute.type, value[name] ?? null).map((text) => `${path}${name}: ${text}`),
  );
  const nested = Object.entries(block.block_types ?? {}).flatMap(([name, child]) => {
    const items = value[name];
    if (!Array.isArray(items)) return [`${path}${name}: not a list`];
    return items.flatMap((item: Value) => problems(child.block, item as ObjectValue, `${path}${name}.`));
  });
  return [...own, ...nested];
}

function mismatch(type: unknown, value: Value): string[] {
  if (value === null) return [];
  if (value === UNKNOWN) return ['unknown'];
  if (typeof type === 'string') {
    const wanted = type === 'bool' ? 'boolean' : type;
    return type === 'dynamic' || typeof value === wanted ? [] : [`${typeof value} where ${type} is wanted`];
  }
  const [kind, inner] = type as [string, unknown];
  if (kind === 'list' || kind === 'set')
    return Array.isArray(value) ? value.flatMap((item: Value) => mismatch(inner, item)) : ['not a list'];
  if (typeof value !== 'object' || Array.isArray(value)) return ['not an object'];
  if (kind === 'map') return Object.values(value).flatMap((item) => mismatch(inner, item));
  const attributes = inner as Readonly<Record<string, unknown>>;
  const extra = Object.keys(value).filter((name) => !(name in attributes));
  const missing = Object.keys(attributes).filter((name) => !(name in value));
  return [
    ...extra.map((name) => `no attribute ${name}`),
    ...missing.map((name) => `${name} is missing`),
    ...Object.entries(attributes).flatMap(([name, child]) =>
      mismatch(child, (value as ObjectValue)[name] ?? null),
    ),
  ];
}
