import { readFileSync } from 'node:fs';
import {
  UNKNOWN,
  type FillContext,
  type ObjectReader,
  type ObjectValue,
  type ProviderInstance,
  type Value,
  type WorldObject,
} from '#simulator/terraform-provider/engine/types.js';
import { hexFor, integerFor } from '#simulator/terraform-provider/engine/keys.js';
import { SIMULATED_IDENTITY } from '#simulator/terraform-provider/tables/identity.js';

/** The schema JSON as `terraform providers schema -json` prints it, as far as these tests read it. */
export interface AttributeSchema {
  readonly type?: unknown;
  readonly computed?: boolean;
  readonly optional?: boolean;
  readonly nested_type?: { readonly nesting_mode: string };
}
export interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<
    Record<string, { readonly nesting_mode: string; readonly block: BlockSchema }>
  >;
}
interface ProviderSchema {
  readonly provider: { readonly block: BlockSchema };
  readonly resource_schemas: Readonly<Record<string, { readonly block: BlockSchema }>>;
  readonly data_source_schemas: Readonly<Record<string, { readonly block: BlockSchema }>>;
  readonly ephemeral_resource_schemas: Readonly<Record<string, { readonly block: BlockSchema }>>;
}

const folder = new URL('../../../simulator/terraform-provider/schemas/', import.meta.url);

function read(file: string): ProviderSchema {
  const parsed = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
    provider_schemas: Record<string, ProviderSchema>;
  };
  const [schema] = Object.values(parsed.provider_schemas);
  if (!schema) throw new Error(`no provider in ${file}`);
  return schema;
}

export const SCHEMAS = {
  aws: read('aws-5.100.0.json'),
  azurerm: read('azurerm-5.2.0.json'),
  azapi: read('azapi-2.9.0.json'),
  helm: read('helm-3.1.1.json'),
  kubernetes: read('kubernetes-3.0.1.json'),
} as const;

/** The provider that a type belongs to, by the first word of its name. */
export function providerOf(type: string): ProviderInstance['provider'] {
  const word = type.split('_')[0] ?? '';
  const known = (Object.keys(SCHEMAS) as ProviderInstance['provider'][]).find((name) => name === word);
  if (known === undefined) throw new Error(`no provider has ${type}`);
  return known;
}

/** A provider instance in Frankfurt. */
export function instance(
  provider: ProviderInstance['provider'],
  overrides: Partial<ProviderInstance> = {},
): ProviderInstance {
  const { accountId, subscriptionId, tenantId } = SIMULATED_IDENTITY;
  return {
    provider,
    region: 'eu-central-1',
    accountId,
    subscriptionId,
    tenantId,
    defaultTags: {},
    ...overrides,
  };
}

/** A world that holds these objects. */
export function worldOf(objects: readonly WorldObject[]): ObjectReader {
  return {
    list: (type) => objects.filter((object) => type === undefined || object.type === type),
    get: (key) => objects.find((object) => object.key === key),
  };
}

/** An object of the world by type and attributes. */
export function object(type: string, attributes: ObjectValue, region = 'eu-central-1'): WorldObject {
  const provider = providerOf(type);
  return {
    key: `${type}/${JSON.stringify(attributes['id'] ?? attributes['name'])}`,
    provider,
    type,
    region,
    attributes,
  };
}

/** The context of a fill or apply rule. */
export function context(
  type: string,
  planned: ObjectValue,
  objects: readonly WorldObject[] = [],
  key = `${type}/0000`,
): FillContext {
  const provider = providerOf(type);
  return {
    instance: instance(provider),
    type,
    key,
    planned,
    objects: worldOf(objects),
    hex: (purpose, length) => hexFor(key, purpose, length),
    integer: (purpose, below) => integerFor(key, purpose, below),
  };
}

/** A configuration with every argument of the schema: what is not given is null, absent blocks are empty lists. */
export function complete(block: BlockSchema, given: ObjectValue): ObjectValue {
  const result: Record<string, Value> = {};
  for (const name of Object.keys(block.attributes ?? {})) result[name] = given[name] ?? null;
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const value = given[name];
    if (nested.nesting_mode === 'single')
      result[name] =
        value === undefined || value === null ? null : complete(nested.block, value as ObjectValue);
    else
      result[name] = (
        Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
      ).map((item) => complete(nested.block, item as ObjectValue));
  }
  return result;
}

/** As the engine plans a new object: arguments given, every computed attribute unknown, each nested block once. */
export function plannedForCreate(
  block: BlockSchema,
  given: ObjectValue = {},
  withBlocks = true,
): ObjectValue {
  const result: Record<string, Value> = {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {}))
    result[name] = given[name] ?? (attribute.computed ? UNKNOWN : null);
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const value = given[name];
    const items = Array.isArray(value) ? value : value === undefined ? (withBlocks ? [{}] : []) : [value];
    result[name] = items.map((item) => plannedForCreate(nested.block, item as ObjectValue, withBlocks));
  }
  return result;
}
