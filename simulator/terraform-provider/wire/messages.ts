import type { Field, MessageTable } from './protobuf.ts';

/**
 * The messages of the Terraform plugin protocol, versions 5 and 6 (tfplugin5.8, tfplugin6.8), as far as a provider
 * that Terraform 1.10 to 1.14 talks to needs them. Field numbers: docs/plugin-protocol of hashicorp/terraform.
 */
const s = (number: number): Field => ({ number, kind: 'string' });
const b = (number: number): Field => ({ number, kind: 'bytes' });
const flag = (number: number): Field => ({ number, kind: 'bool' });
const int = (number: number): Field => ({ number, kind: 'int' });
const m = (number: number, message: string): Field => ({ number, kind: 'message', message });
const repeated = (field: Field): Field => ({ ...field, repeated: true });
const map = (field: Field): Field => ({ ...field, map: true });
const oneof = (field: Field): Field => ({ ...field, oneof: true });
const value = (number: number): Field => m(number, 'DynamicValue');
const diagnostics = (number: number): Field => repeated(m(number, 'Diagnostic'));

const values: MessageTable = {
  Empty: {},
  DynamicValue: { msgpack: b(1), json: b(2) },
  Diagnostic: { severity: int(1), summary: s(2), detail: s(3), attribute: m(4, 'AttributePath') },
  AttributePath: { steps: repeated(m(1, 'Step')) },
  Step: { attribute_name: oneof(s(1)), element_key_string: oneof(s(2)), element_key_int: oneof(int(3)) },
  RawState: { json: b(1), flatmap: map(s(2)) },
  ServerCapabilities: {
    plan_destroy: flag(1),
    get_provider_schema_optional: flag(2),
    move_resource_state: flag(3),
  },
  ClientCapabilities: { deferral_allowed: flag(1), write_only_attributes_allowed: flag(2) },
};

const schema: MessageTable = {
  Schema: { version: int(1), block: m(2, 'Block') },
  Block: {
    version: int(1),
    attributes: repeated(m(2, 'Attribute')),
    block_types: repeated(m(3, 'NestedBlock')),
    description: s(4),
    description_kind: int(5),
    deprecated: flag(6),
  },
  NestedBlock: {
    type_name: s(1),
    block: m(2, 'Block'),
    nesting: int(3),
    min_items: int(4),
    max_items: int(5),
  },
  Object: { attributes: repeated(m(1, 'Attribute')), nesting: int(3) },
  Function: {
    parameters: repeated(m(1, 'Parameter')),
    variadic_parameter: m(2, 'Parameter'),
    return: m(3, 'Return'),
    summary: s(4),
    description: s(5),
  },
  Parameter: {
    name: s(1),
    type: b(2),
    allow_null_value: flag(3),
    allow_unknown_values: flag(4),
    description: s(5),
  },
  Return: { type: b(1) },
  GetSchemaResponse: {
    provider: m(1, 'Schema'),
    resource_schemas: map(m(2, 'Schema')),
    data_source_schemas: map(m(3, 'Schema')),
    diagnostics: diagnostics(4),
    provider_meta: m(5, 'Schema'),
    server_capabilities: m(6, 'ServerCapabilities'),
    functions: map(m(7, 'Function')),
    ephemeral_resource_schemas: map(m(8, 'Schema')),
  },
};

const attribute: Readonly<Record<string, Field>> = {
  name: s(1),
  type: b(2),
  description: s(3),
  required: flag(4),
  optional: flag(5),
  computed: flag(6),
  sensitive: flag(7),
  description_kind: int(8),
  deprecated: flag(9),
};

const providerCalls: MessageTable = {
  PrepareRequest: { config: value(1) },
  PrepareResponse: { prepared_config: value(1), diagnostics: diagnostics(2) },
  ConfigureRequest: {
    terraform_version: s(1),
    config: value(2),
    client_capabilities: m(3, 'ClientCapabilities'),
  },
  ConfigureResponse: { diagnostics: diagnostics(1) },
  ValidateRequest: { type_name: s(1), config: value(2), client_capabilities: m(3, 'ClientCapabilities') },
  ValidateResponse: { diagnostics: diagnostics(1) },
  StopResponse: { error: s(1) },
  CallFunctionRequest: { name: s(1), arguments: repeated(value(2)) },
  CallFunctionResponse: { result: value(1), error: m(2, 'FunctionError') },
  FunctionError: { text: s(1), function_argument: oneof(int(2)) },
};

const resourceCalls: MessageTable = {
  UpgradeRequest: { type_name: s(1), version: int(2), raw_state: m(3, 'RawState') },
  UpgradeResponse: { upgraded_state: value(1), diagnostics: diagnostics(2) },
  ReadRequest: {
    type_name: s(1),
    current_state: value(2),
    private: b(3),
    provider_meta: value(4),
    client_capabilities: m(5, 'ClientCapabilities'),
  },
  ReadResponse: { new_state: value(1), diagnostics: diagnostics(2), private: b(3) },
  PlanRequest: {
    type_name: s(1),
    prior_state: value(2),
    proposed_new_state: value(3),
    config: value(4),
    prior_private: b(5),
    provider_meta: value(6),
    client_capabilities: m(7, 'ClientCapabilities'),
  },
  PlanResponse: {
    planned_state: value(1),
    requires_replace: repeated(m(2, 'AttributePath')),
    planned_private: b(3),
    diagnostics: diagnostics(4),
    legacy_type_system: flag(5),
  },
  ApplyRequest: {
    type_name: s(1),
    prior_state: value(2),
    planned_state: value(3),
    config: value(4),
    planned_private: b(5),
    provider_meta: value(6),
  },
  ApplyResponse: {
    new_state: value(1),
    private: b(2),
    diagnostics: diagnostics(3),
    legacy_type_system: flag(4),
  },
  ImportRequest: { type_name: s(1), id: s(2), client_capabilities: m(3, 'ClientCapabilities') },
  ImportResponse: { imported_resources: repeated(m(1, 'ImportedResource')), diagnostics: diagnostics(2) },
  ImportedResource: { type_name: s(1), state: value(2), private: b(3) },
};

const dataCalls: MessageTable = {
  ReadDataRequest: {
    type_name: s(1),
    config: value(2),
    provider_meta: value(3),
    client_capabilities: m(4, 'ClientCapabilities'),
  },
  ReadDataResponse: { state: value(1), diagnostics: diagnostics(2) },
  OpenRequest: { type_name: s(1), config: value(2), client_capabilities: m(3, 'ClientCapabilities') },
  OpenResponse: { diagnostics: diagnostics(1), renew_at: m(2, 'Timestamp'), result: value(3), private: b(4) },
  Timestamp: { seconds: int(1), nanos: int(2) },
  CloseRequest: { type_name: s(1), private: b(2) },
  CloseResponse: { diagnostics: diagnostics(1) },
};

const shared: MessageTable = { ...values, ...schema, ...providerCalls, ...resourceCalls, ...dataCalls };

/** The message tables by major version of the protocol; the two differ in one message. */
export const MESSAGES: Readonly<Record<5 | 6, MessageTable>> = {
  5: { ...shared, Attribute: { ...attribute, write_only: flag(10) } },
  6: { ...shared, Attribute: { ...attribute, nested_type: m(10, 'Object'), write_only: flag(11) } },
};

/** What a provider can be asked, named as in protocol 5. */
export type Operation =
  | 'GetSchema'
  | 'PrepareProviderConfig'
  | 'Configure'
  | 'ValidateResourceTypeConfig'
  | 'ValidateDataSourceConfig'
  | 'ValidateEphemeralResourceConfig'
  | 'UpgradeResourceState'
  | 'ReadResource'
  | 'PlanResourceChange'
  | 'ApplyResourceChange'
  | 'ImportResourceState'
  | 'ReadDataSource'
  | 'OpenEphemeralResource'
  | 'CloseEphemeralResource'
  | 'CallFunction'
  | 'Stop';

export interface Method {
  /** Method names by protocol version. */
  readonly name: Readonly<Record<5 | 6, string>>;
  readonly request: string;
  readonly response: string;
}

const both = (name: string, request: string, response: string): Method => ({
  name: { 5: name, 6: name },
  request,
  response,
});

/** The calls of both protocol versions with the messages they exchange. */
export const METHODS: Readonly<Record<Operation, Method>> = {
  GetSchema: {
    name: { 5: 'GetSchema', 6: 'GetProviderSchema' },
    request: 'Empty',
    response: 'GetSchemaResponse',
  },
  PrepareProviderConfig: {
    name: { 5: 'PrepareProviderConfig', 6: 'ValidateProviderConfig' },
    request: 'PrepareRequest',
    response: 'PrepareResponse',
  },
  Configure: {
    name: { 5: 'Configure', 6: 'ConfigureProvider' },
    request: 'ConfigureRequest',
    response: 'ConfigureResponse',
  },
  ValidateResourceTypeConfig: {
    name: { 5: 'ValidateResourceTypeConfig', 6: 'ValidateResourceConfig' },
    request: 'ValidateRequest',
    response: 'ValidateResponse',
  },
  ValidateDataSourceConfig: {
    name: { 5: 'ValidateDataSourceConfig', 6: 'ValidateDataResourceConfig' },
    request: 'ValidateRequest',
    response: 'ValidateResponse',
  },
  ValidateEphemeralResourceConfig: both(
    'ValidateEphemeralResourceConfig',
    'ValidateRequest',
    'ValidateResponse',
  ),
  UpgradeResourceState: both('UpgradeResourceState', 'UpgradeRequest', 'UpgradeResponse'),
  ReadResource: both('ReadResource', 'ReadRequest', 'ReadResponse'),
  PlanResourceChange: both('PlanResourceChange', 'PlanRequest', 'PlanResponse'),
  ApplyResourceChange: both('ApplyResourceChange', 'ApplyRequest', 'ApplyResponse'),
  ImportResourceState: both('ImportResourceState', 'ImportRequest', 'ImportResponse'),
  ReadDataSource: both('ReadDataSource', 'ReadDataRequest', 'ReadDataResponse'),
  OpenEphemeralResource: both('OpenEphemeralResource', 'OpenRequest', 'OpenResponse'),
  CloseEphemeralResource: both('CloseEphemeralResource', 'CloseRequest', 'CloseResponse'),
  CallFunction: both('CallFunction', 'CallFunctionRequest', 'CallFunctionResponse'),
  Stop: { name: { 5: 'Stop', 6: 'StopProvider' }, request: 'Empty', response: 'StopResponse' },
};
