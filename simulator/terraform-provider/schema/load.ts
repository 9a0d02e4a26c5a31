import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseType, type CtyType } from '../cty/types.ts';
import type { ProviderName } from '../engine/types.ts';
import { EMPTY_PROFILE } from './model.ts';
import type {
  Attribute,
  AttributeNesting,
  Attributes,
  Block,
  BlockNesting,
  FunctionParameter,
  FunctionSignature,
  NestedBlock,
  Profile,
  ProviderSchema,
  Schema,
} from './model.ts';

interface JsonAttribute {
  readonly type?: unknown;
  readonly nested_type?: {
    readonly attributes: Record<string, JsonAttribute>;
    readonly nesting_mode: AttributeNesting;
  };
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly write_only?: boolean;
}
interface JsonBlock {
  readonly attributes?: Record<string, JsonAttribute>;
  readonly block_types?: Record<
    string,
    {
      readonly block: JsonBlock;
      readonly nesting_mode: BlockNesting;
      readonly min_items?: number;
      readonly max_items?: number;
    }
  >;
}
interface JsonSchema {
  readonly version: number;
  readonly block: JsonBlock;
}
interface JsonParameter {
  readonly name: string;
  readonly type: unknown;
  readonly is_nullable?: boolean;
}
interface JsonFunction {
  readonly summary?: string;
  readonly parameters?: readonly JsonParameter[];
  readonly variadic_parameter?: JsonParameter;
  readonly return_type: unknown;
}
interface JsonProvider {
  readonly provider: JsonSchema;
  readonly resource_schemas?: Record<string, JsonSchema>;
  readonly data_source_schemas?: Record<string, JsonSchema>;
  readonly ephemeral_resource_schemas?: Record<string, JsonSchema>;
  readonly functions?: Record<string, JsonFunction>;
}
interface JsonProfile {
  readonly defaults?: Record<string, unknown>;
  readonly computed_blocks?: readonly string[];
  readonly force_new?: readonly string[];
  readonly recompute?: Readonly<Record<string, readonly string[]>>;
}

/** A provider as the simulator serves it. */
export interface LoadedProvider {
  readonly name: ProviderName;
  /** Source address, the key in TF_REATTACH_PROVIDERS. */
  readonly address: string;
  /** Version of the real provider whose schema this is. */
  readonly version: string;
  /** Protocol of the real provider: aws, azurerm and kubernetes speak 5; azapi and helm have nested attributes, which only 6 knows. */
  readonly protocol: 5 | 6;
  readonly schema: ProviderSchema;
  readonly profiles: Readonly<Record<string, Profile>>;
}

const DIRECTORY = join(import.meta.dirname, '..', 'schemas');

/** The providers served, with the version whose schema is kept in `schemas/`. */
export const PROVIDERS: readonly Pick<LoadedProvider, 'name' | 'address' | 'version' | 'protocol'>[] = [
  { name: 'aws', address: 'registry.terraform.io/hashicorp/aws', version: '5.100.0', protocol: 5 },
  { name: 'azurerm', address: 'registry.terraform.io/hashicorp/azurerm', version: '5.2.0', protocol: 5 },
  { name: 'azapi', address: 'registry.terraform.io/azure/azapi', version: '2.9.0', protocol: 6 },
  { name: 'helm', address: 'registry.terraform.io/hashicorp/helm', version: '3.1.1', protocol: 6 },
  {
    name: 'kubernetes',
    address: 'registry.terraform.io/hashicorp/kubernetes',
    version: '3.0.1',
    protocol: 5,
  },
];

/** Loads one provider's schema and behaviour profile from the files kept with the simulator. */
export function loadProvider(name: ProviderName): LoadedProvider {
  const entry = PROVIDERS.find((provider) => provider.name === name);
  if (entry === undefined) throw new TypeError(`no such provider: ${name}`);
  const profiles = readJson(`profile-${name}-${entry.version}.json`) as Record<string, JsonProfile>;
  return {
    ...entry,
    schema: providerSchema(readProviderJson(name)),
    profiles: mapValues(profiles, profile),
  };
}

/** The schema JSON of one provider as the real one prints it, for the fidelity test. */
export function readProviderJson(name: ProviderName): JsonProvider {
  const entry = PROVIDERS.find((provider) => provider.name === name);
  const file = readJson(`${name}-${entry?.version ?? ''}.json`) as {
    provider_schemas: Record<string, JsonProvider>;
  };
  const schema = file.provider_schemas[entry?.address ?? ''];
  if (schema === undefined) throw new TypeError(`the schema file of ${name} is for another provider`);
  return schema;
}

/** Turns one provider's part of `terraform providers schema -json` into the model. */
export function providerSchema(json: JsonProvider): ProviderSchema {
  return {
    provider: schemaOf(json.provider),
    resources: mapValues(json.resource_schemas ?? {}, schemaOf),
    dataSources: mapValues(json.data_source_schemas ?? {}, schemaOf),
    ephemeralResources: mapValues(json.ephemeral_resource_schemas ?? {}, schemaOf),
    functions: mapValues(json.functions ?? {}, functionOf),
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(DIRECTORY, file), 'utf8'));
}

function schemaOf(json: JsonSchema): Schema {
  return { version: json.version, block: blockOf(json.block) };
}

function blockOf(json: JsonBlock): Block {
  const attributes = mapValues(json.attributes ?? {}, attributeOf);
  const blocks = mapValues(json.block_types ?? {}, (nested): NestedBlock => ({
    nesting: nested.nesting_mode,
    block: blockOf(nested.block),
    minItems: nested.min_items ?? 0,
    maxItems: nested.max_items ?? 0,
  }));
  const types: Record<string, CtyType> = {
    ...mapValues(attributes, (attribute) => attribute.type),
    ...mapValues(blocks, (nested) => nestedType(nested.nesting, nested.block.type)),
  };
  return { attributes, blocks, type: { kind: 'object', attributes: types } };
}

function attributeOf(json: JsonAttribute): Attribute {
  const flags = {
    required: json.required ?? false,
    optional: json.optional ?? false,
    computed: json.computed ?? false,
    sensitive: json.sensitive ?? false,
    writeOnly: json.write_only ?? false,
  };
  if (json.nested_type === undefined) return { ...flags, type: parseType(json.type), nested: undefined };
  const attributes: Attributes = mapValues(json.nested_type.attributes, attributeOf);
  const object: CtyType = {
    kind: 'object',
    attributes: mapValues(attributes, (attribute) => attribute.type),
  };
  const nesting = json.nested_type.nesting_mode;
  return { ...flags, type: nestedType(nesting, object), nested: { nesting, attributes } };
}

function nestedType(nesting: BlockNesting, object: CtyType): CtyType {
  return nesting === 'single' || nesting === 'group' ? object : { kind: nesting, element: object };
}

function functionOf(json: JsonFunction): FunctionSignature {
  const parameter = (given: JsonParameter): FunctionParameter => ({
    name: given.name,
    type: parseType(given.type),
    nullable: given.is_nullable ?? false,
  });
  return {
    summary: json.summary ?? '',
    parameters: (json.parameters ?? []).map(parameter),
    variadic: json.variadic_parameter === undefined ? undefined : parameter(json.variadic_parameter),
    returns: parseType(json.return_type),
  };
}

function profile(json: JsonProfile): Profile {
  return {
    ...EMPTY_PROFILE,
    defaults: json.defaults ?? {},
    computedBlocks: json.computed_blocks ?? [],
    forceNew: json.force_new ?? [],
    recompute: json.recompute ?? {},
  };
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, convert: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, convert(value)]));
}
