import { encodeValue, decodeValue } from './wire/msgpack.ts';
import { METHODS, MESSAGES, type Operation } from './wire/messages.ts';
import { decodeMessage, encodeMessage, type Message } from './wire/protobuf.ts';
import { GRPC_STATUS, GrpcError, type GrpcCall, type GrpcHandler } from './wire/grpc.ts';
import { encodeSchema } from './schema/encode.ts';
import { DataEngine } from './engine/data.ts';
import { diagnosticMessages, failure, pathMessage } from './engine/diagnostics.ts';
import { FunctionArgumentError, FUNCTIONS } from './engine/functions.ts';
import { configureInstance, type InstanceDefaults } from './engine/instance.ts';
import { ResourceEngine, type EngineContext } from './engine/resources.ts';
import { isObject, plainObject } from './cty/value.ts';
import type { CtyType } from './cty/types.ts';
import type { ProviderInstance, Value } from './engine/types.ts';

/** What one connection has configured; Terraform opens a connection per provider instance. */
interface Connection {
  instance: ProviderInstance;
  readonly stop: AbortController;
}

const SLOW_CALL_MILLISECONDS = 2000;

/** One provider on the wire: decodes each call, asks the engine, encodes the answer. */
export class ProviderService {
  readonly #context: EngineContext;
  readonly #defaults: InstanceDefaults;
  readonly #resources: ResourceEngine;
  readonly #data: DataEngine;
  readonly #connections = new WeakMap<object, Connection>();
  #schemaBytes: Uint8Array | undefined;

  constructor(context: EngineContext, defaults: InstanceDefaults) {
    this.#context = context;
    this.#defaults = defaults;
    this.#resources = new ResourceEngine(context);
    this.#data = new DataEngine(context);
  }

  /** gRPC paths of the provider's protocol version with their handlers. */
  handlers(): ReadonlyMap<string, GrpcHandler> {
    const { protocol } = this.#context.provider;
    const table = MESSAGES[protocol];
    const entries = (Object.keys(METHODS) as Operation[]).map((operation) => {
      const method = METHODS[operation];
      const handler: GrpcHandler = async (bytes, call) => {
        const request = decodeMessage(table, method.request, bytes);
        const connection = this.#connection(call);
        const early = await this.#delay(operation, request, connection, call);
        if (early !== undefined) return encodeMessage(table, method.response, early);
        if (operation === 'GetSchema') return this.#schema();
        const response = this.#answer(operation, request, connection);
        await this.#context.world.objects.flush();
        return encodeMessage(table, method.response, response);
      };
      return [`/tfplugin${protocol}.Provider/${method.name[protocol]}`, handler] as const;
    });
    return new Map(entries);
  }

  #connection(call: GrpcCall): Connection {
    const known = this.#connections.get(call.session);
    if (known !== undefined) return known;
    const instance = { ...this.#defaults, provider: this.#context.provider.name, defaultTags: {} };
    const connection = { instance, stop: new AbortController() };
    this.#connections.set(call.session, connection);
    return connection;
  }

  /** The fault "provider-slow". A call that is stopped while it waits has done nothing and says so. */
  async #delay(
    operation: Operation,
    request: Message,
    connection: Connection,
    call: GrpcCall,
  ): Promise<Message | undefined> {
    const { faults, clock } = this.#context.world;
    if (operation === 'Stop' || !faults.strikes('provider-slow')) return undefined;
    const signal = AbortSignal.any([connection.stop.signal, call.signal]);
    try {
      await clock.sleep(SLOW_CALL_MILLISECONDS, signal);
      return undefined;
    } catch {
      if (operation !== 'ApplyResourceChange')
        throw new GrpcError(GRPC_STATUS.cancelled, 'the provider was stopped');
      this.#record(operation, text(request['type_name']), 'stopped');
      const diagnostics = [failure('Stopped', 'The operation was interrupted before it changed anything.')];
      return {
        new_state: request['prior_state'],
        private: request['planned_private'],
        diagnostics: diagnosticMessages(diagnostics, { kind: 'dynamic' }),
      };
    }
  }

  #schema(): Uint8Array {
    const { provider } = this.#context;
    this.#schemaBytes ??= encodeSchema(provider, new Set(Object.keys(FUNCTIONS[provider.name])));
    this.#record('GetSchema', '');
    return this.#schemaBytes;
  }

  #answer(operation: Exclude<Operation, 'GetSchema'>, request: Message, connection: Connection): Message {
    const type = text(request['type_name']);
    switch (operation) {
      case 'PrepareProviderConfig':
        return this.#prepare(request);
      case 'Configure':
        return this.#configure(request, connection);
      case 'ValidateResourceTypeConfig':
        return this.#validate(operation, type, this.#resourceType(type), request, (config) =>
          this.#resources.validate(type, config),
        );
      case 'ValidateDataSourceConfig':
        return this.#validate(operation, type, this.#dataType(type), request, (config) =>
          this.#data.validateData(type, config),
        );
      case 'ValidateEphemeralResourceConfig':
        return this.#validate(operation, type, this.#ephemeralType(type), request, (config) =>
          this.#data.validateEphemeral(type, config),
        );
      case 'UpgradeResourceState':
        return this.#upgrade(type, request);
      case 'ReadResource':
        return this.#read(type, request);
      case 'PlanResourceChange':
        return this.#plan(type, request, connection);
      case 'ApplyResourceChange':
        return this.#apply(type, request, connection);
      case 'ImportResourceState':
        return this.#import(type, request, connection);
      case 'ReadDataSource':
        return this.#readData(type, request, connection);
      case 'OpenEphemeralResource':
        return this.#open(type, request, connection);
      case 'CloseEphemeralResource':
        this.#record(operation, type);
        return {};
      case 'CallFunction':
        return this.#call(request);
      case 'Stop':
        this.#record(operation, '');
        connection.stop.abort(new Error('the provider was stopped'));
        return {};
    }
  }

  #prepare(request: Message): Message {
    this.#record('PrepareProviderConfig', '');
    const { provider, tables } = this.#context;
    const type = provider.schema.provider.block.type;
    const config = decode(request['config'], type);
    const rules = tables.providerConfigRules[provider.name] ?? [];
    const diagnostics = isObject(config) ? rules.flatMap((rule) => rule(plainObject(config))) : [];
    return { prepared_config: request['config'], diagnostics: diagnosticMessages(diagnostics, type) };
  }

  #configure(request: Message, connection: Connection): Message {
    this.#record('Configure', '');
    const { provider } = this.#context;
    const type = provider.schema.provider.block.type;
    const config = decode(request['config'], type);
    const { instance, diagnostics } = configureInstance(
      provider.name,
      isObject(config) ? plainObject(config) : {},
      this.#defaults,
    );
    connection.instance = instance;
    return { diagnostics: diagnosticMessages(diagnostics, type) };
  }

  #validate(
    operation: Operation,
    name: string,
    type: CtyType,
    request: Message,
    check: (config: Value) => ReturnType<ResourceEngine['validate']>,
  ): Message {
    this.#record(operation, name);
    return { diagnostics: diagnosticMessages(check(decode(request['config'], type)), type) };
  }

  #upgrade(name: string, request: Message): Message {
    this.#record('UpgradeResourceState', name);
    const raw = message(request['raw_state']);
    const json = raw['json'] instanceof Uint8Array ? Buffer.from(raw['json']).toString('utf8') : 'null';
    const type = this.#resourceType(name);
    if (raw['flatmap'] !== undefined) {
      const detail = 'The state was written by Terraform 0.11 or older, whose format is not simulated.';
      return { diagnostics: diagnosticMessages([failure('State too old', detail)], type) };
    }
    return { upgraded_state: encode(this.#resources.upgrade(name, parseState(json)), type) };
  }

  #read(name: string, request: Message): Message {
    const type = this.#resourceType(name);
    const { state, key } = this.#resources.read(
      name,
      decode(request['current_state'], type),
      keyOf(request['private']),
    );
    this.#record('ReadResource', name, key);
    return { new_state: encode(state, type), private: privateData(key) };
  }

  #plan(name: string, request: Message, { instance }: Connection): Message {
    const type = this.#resourceType(name);
    const key = keyOf(request['prior_private']);
    this.#record('PlanResourceChange', name, key);
    const answer = this.#resources.plan({
      type: name,
      prior: decode(request['prior_state'], type),
      proposed: decode(request['proposed_new_state'], type),
      config: decode(request['config'], type),
      instance,
    });
    return {
      planned_state: encode(answer.planned, type),
      requires_replace: answer.requiresReplace.map((path) => pathMessage(path, type)),
      planned_private: privateData(key),
      diagnostics: diagnosticMessages(answer.diagnostics, type),
      legacy_type_system: answer.legacy,
    };
  }

  #apply(name: string, request: Message, { instance }: Connection): Message {
    const type = this.#resourceType(name);
    const answer = this.#resources.apply({
      type: name,
      prior: decode(request['prior_state'], type),
      planned: decode(request['planned_state'], type),
      key: keyOf(request['planned_private']),
      instance,
    });
    this.#record('ApplyResourceChange', name, answer.key);
    return {
      new_state: encode(answer.state, type),
      private: privateData(answer.key),
      diagnostics: diagnosticMessages(answer.diagnostics, type),
      legacy_type_system: answer.legacy,
    };
  }

  #import(name: string, request: Message, { instance }: Connection): Message {
    const { state, key } = this.#resources.import(name, text(request['id']), instance);
    this.#record('ImportResourceState', name, key);
    const imported = {
      type_name: name,
      state: encode(state, this.#resourceType(name)),
      private: privateData(key),
    };
    return { imported_resources: [imported] };
  }

  #readData(name: string, request: Message, { instance }: Connection): Message {
    this.#record('ReadDataSource', name);
    const type = this.#dataType(name);
    const { state, diagnostics } = this.#data.read(name, decode(request['config'], type), instance);
    return { state: encode(state, type), diagnostics: diagnosticMessages(diagnostics, type) };
  }

  #open(name: string, request: Message, { instance }: Connection): Message {
    this.#record('OpenEphemeralResource', name);
    const type = this.#ephemeralType(name);
    const { state, diagnostics } = this.#data.open(name, decode(request['config'], type), instance);
    return { result: encode(state, type), diagnostics: diagnosticMessages(diagnostics, type) };
  }

  #call(request: Message): Message {
    const name = text(request['name']);
    this.#record('CallFunction', name);
    const { provider } = this.#context;
    const signature = provider.schema.functions[name];
    const implementation = FUNCTIONS[provider.name][name];
    if (signature === undefined || implementation === undefined)
      return { error: { text: `function ${name} is not simulated` } };
    const given = Array.isArray(request['arguments']) ? (request['arguments'] as readonly Message[]) : [];
    const types = [...signature.parameters, ...given.map(() => signature.variadic)];
    try {
      const args = given.map((argument, index) =>
        decode(argument, types[index]?.type ?? { kind: 'dynamic' }),
      );
      return { result: encode(implementation(args), signature.returns) };
    } catch (error) {
      if (!(error instanceof FunctionArgumentError)) throw error;
      return { error: { text: error.message, function_argument: error.argument } };
    }
  }

  #record(operation: string, type: string, key?: string): void {
    const { world, provider } = this.#context;
    world.journal.record({
      provider: provider.name,
      operation,
      type,
      key,
      at: world.clock.now().toISOString(),
    });
  }

  #resourceType(name: string): CtyType {
    return typeFrom(this.#context.provider.schema.resources, name, 'resource type');
  }

  #dataType(name: string): CtyType {
    return typeFrom(this.#context.provider.schema.dataSources, name, 'data source');
  }

  #ephemeralType(name: string): CtyType {
    return typeFrom(this.#context.provider.schema.ephemeralResources, name, 'ephemeral resource');
  }
}

function typeFrom(
  schemas: Readonly<Record<string, { readonly block: { readonly type: CtyType } }>>,
  name: string,
  kind: string,
): CtyType {
  const schema = schemas[name];
  if (schema === undefined) throw new GrpcError(GRPC_STATUS.invalidArgument, `no ${kind} "${name}"`);
  return schema.block.type;
}

function text(value: Message[string]): string {
  return typeof value === 'string' ? value : '';
}

function message(value: Message[string]): Message {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array)
    ? (value as Message)
    : {};
}

/** A DynamicValue of the given type; absent and empty mean null. */
function decode(value: Message[string], type: CtyType): Value {
  const { msgpack } = message(value);
  return msgpack instanceof Uint8Array && msgpack.length > 0 ? decodeValue(msgpack, type) : null;
}

function encode(value: Value, type: CtyType): Message {
  return { msgpack: encodeValue(value, type) };
}

/** The provider's private data in the state: which object of the world the state is about. */
function privateData(key: string | undefined): Uint8Array {
  return key === undefined ? new Uint8Array() : Buffer.from(JSON.stringify({ key }));
}

function keyOf(value: Message[string]): string | undefined {
  if (!(value instanceof Uint8Array) || value.length === 0) return undefined;
  try {
    const parsed = JSON.parse(Buffer.from(value).toString('utf8')) as { readonly key?: unknown } | null;
    return typeof parsed?.key === 'string' ? parsed.key : undefined;
  } catch {
    // Written by another provider: the object is then looked for by its id.
    return undefined;
  }
}

/** A state's JSON, with integers beyond doubles kept exact. */
function parseState(json: string): unknown {
  return JSON.parse(json, (_name: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && context?.source !== undefined
      ? context.source
      : value,
  );
}
