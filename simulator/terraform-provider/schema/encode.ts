import { typeToJson, type CtyType } from '../cty/types.ts';
import { encodeMessage, type Message } from '../wire/protobuf.ts';
import { MESSAGES } from '../wire/messages.ts';
import type {
  Attribute,
  Attributes,
  Block,
  FunctionParameter,
  FunctionSignature,
  NestedBlock,
  Schema,
} from './model.ts';
import type { LoadedProvider } from './load.ts';

const NESTING = { single: 1, list: 2, set: 3, map: 4, group: 5 } as const;

/**
 * The answer to GetSchema. Encoding takes a noticeable time for hundreds of types, so callers keep the bytes.
 * `functions` names the provider functions that are implemented; others are not declared.
 */
export function encodeSchema(provider: LoadedProvider, functions: ReadonlySet<string>): Uint8Array {
  const { schema } = provider;
  const declared = Object.entries(schema.functions).filter(([name]) => functions.has(name));
  return encodeMessage(MESSAGES[provider.protocol], 'GetSchemaResponse', {
    provider: schemaMessage(schema.provider),
    resource_schemas: mapOf(schema.resources),
    data_source_schemas: mapOf(schema.dataSources),
    ephemeral_resource_schemas: mapOf(schema.ephemeralResources),
    functions: new Map(declared.map(([name, signature]) => [name, functionMessage(signature)])),
    server_capabilities: { plan_destroy: false, get_provider_schema_optional: true },
  });
}

function mapOf(schemas: Readonly<Record<string, Schema>>): ReadonlyMap<string, Message> {
  return new Map(Object.entries(schemas).map(([name, schema]) => [name, schemaMessage(schema)]));
}

function schemaMessage(schema: Schema): Message {
  return { version: schema.version, block: blockMessage(schema.block) };
}

function blockMessage(block: Block): Message {
  return {
    attributes: attributeMessages(block.attributes),
    block_types: Object.entries(block.blocks).map(([name, nested]) => nestedBlockMessage(name, nested)),
  };
}

function attributeMessages(attributes: Attributes): Message[] {
  return Object.entries(attributes).map(([name, attribute]) => attributeMessage(name, attribute));
}

function attributeMessage(name: string, attribute: Attribute): Message {
  const { nested } = attribute;
  return {
    name,
    ...(nested === undefined
      ? { type: typeBytes(attribute.type) }
      : {
          nested_type: { attributes: attributeMessages(nested.attributes), nesting: NESTING[nested.nesting] },
        }),
    required: attribute.required,
    optional: attribute.optional,
    computed: attribute.computed,
    sensitive: attribute.sensitive,
    write_only: attribute.writeOnly,
  };
}

function nestedBlockMessage(name: string, nested: NestedBlock): Message {
  return {
    type_name: name,
    block: blockMessage(nested.block),
    nesting: NESTING[nested.nesting],
    min_items: nested.minItems,
    max_items: nested.maxItems,
  };
}

function functionMessage(signature: FunctionSignature): Message {
  return {
    summary: signature.summary,
    parameters: signature.parameters.map(parameterMessage),
    ...(signature.variadic === undefined ? {} : { variadic_parameter: parameterMessage(signature.variadic) }),
    return: { type: typeBytes(signature.returns) },
  };
}

function parameterMessage(parameter: FunctionParameter): Message {
  return { name: parameter.name, type: typeBytes(parameter.type), allow_null_value: parameter.nullable };
}

function typeBytes(type: CtyType): Uint8Array {
  return Buffer.from(JSON.stringify(typeToJson(type)));
}
