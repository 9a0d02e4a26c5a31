import { isObject, plainObject } from './cty/value.ts';
import type { CtyType } from './cty/types.ts';
import { DataEngine } from './engine/data.ts';
import { diagnosticMessages, failure, pathMessage } from './engine/diagnostics.ts';
import { FunctionArgumentError, FUNCTIONS } from './engine/functions.ts';
import { configureInstance, type InstanceDefaults } from './engine/instance.ts';
import { ResourceEngine, type EngineContext } from './engine/resources.ts';
import type { Diagnostic, ProviderInstance, Value } from './engine/types.ts';
import type { Schema } from './schema/model.ts';
import { GRPC_STATUS, GrpcError } from './wire/grpc.ts';
import type { Operation } from './wire/messages.ts';
import type { Message } from './wire/protobuf.ts';
import {
  fromDynamic,
  keyFromPrivate,
  messageField,
  messageList,
  parseStateJson,
  privateData,
  textField,
  toDynamic,
} from './wire/values.ts';

/** A provider instance as one connection has it; `Configure` replaces the instance. */
export interface Configured {
  instance: ProviderInstance;
}

/** Answers one kind of call: request message in, response message out. */
type Answer = (request: Message, connection: Configured) => Message;

/** What the calls about types and objects cover; the schema and the stop are the service's own. */
export type AnsweredOperation = Exclude<Operation, 'GetSchema' | 'Stop'>;
type Validations = Pick<
  Record<AnsweredOperation, Answer>,
  'ValidateResourceTypeConfig' | 'ValidateDataSourceConfig' | 'ValidateEphemeralResourceConfig'
>;

/** The calls of one provider: unpacks values with the schema's types, asks the engine, packs the answer, keeps the journal. */
export class ProviderCalls {
  readonly #context: EngineContext;
  readonly #defaults: InstanceDefaults;
  readonly #resources: ResourceEngine;
  readonly #data: DataEngine;
  readonly #answers: Readonly<Record<AnsweredOperation, Answer>>;

  constructor(context: EngineContext, defaults: InstanceDefaults) {
    this.#context = context;
    this.#defaults = defaults;
    this.#resources = new ResourceEngine(context);
    this.#data = new DataEngine(context);
    this.#answers = {
      PrepareProviderConfig: (request) => this.#prepare(request),
      Configure: (request, connection) => this.#configure(request, connection),
      ...this.#validations(),
      UpgradeResourceState: (request) => this.#upgrade(request),
      ReadResource: (request) => this.#read(request),
      PlanResourceChange: (request, { instance }) => this.#plan(request, instance),
      ApplyResourceChange: (request, { instance }) => this.#apply(request, instance),
      ImportResourceState: (request, { instance }) => this.#import(request, instance),
      ReadDataSource: (request, { instance }) => this.#readData(request, instance),
      OpenEphemeralResource: (request, { instance }) => this.#open(request, instance),
      CloseEphemeralResource: (request) => {
        this.record('CloseEphemeralResource', textField(request['type_name']));
        return {};
      },
      CallFunction: (request) => this.#call(request),
    };
  }

  answer(operation: AnsweredOperation, request: Message, connection: Configured): Message {
    return this.#answers[operation](request, connection);
  }

  /** Notes a call in the world's journal. */
  record(operation: Operation, type: string, key?: string, action?: string): void {
    const { world, provider } = this.#context;
    const at = world.clock.now().toISOString();
    world.journal.record({ provider: provider.name, operation, type, key, action, at });
  }

  #prepare(request: Message): Message {
    this.record('PrepareProviderConfig', '');
    const { provider, tables } = this.#context;
    const type = provider.schema.provider.block.type;
    const config = fromDynamic(request['config'], type);
    const rules = tables.providerConfigRules[provider.name] ?? [];
    const diagnostics = isObject(config) ? rules.flatMap((rule) => rule(plainObject(config))) : [];
    return { prepared_config: request['config'], diagnostics: diagnosticMessages(diagnostics, type) };
  }

  #configure(request: Message, connection: Configured): Message {
    this.record('Configure', '');
    const { provider } = this.#context;
    const type = provider.schema.provider.block.type;
    const config = fromDynamic(request['config'], type);
    const given = isObject(config) ? plainObject(config) : {};
    const { instance, diagnostics } = configureInstance(provider.name, given, this.#defaults);
    connection.instance = instance;
    return { diagnostics: diagnosticMessages(diagnostics, type) };
  }

  #validations(): Validations {
    const validation =
      (
        operation: Operation,
        typeOf: (name: string) => CtyType,
        check: (name: string, config: Value) => readonly Diagnostic[],
      ): Answer =>
      (request) => {
        const name = textField(request['type_name']);
        const type = typeOf(name);
        this.record(operation, name);
        return { diagnostics: diagnosticMessages(check(name, fromDynamic(request['config'], type)), type) };
      };
    return {
      ValidateResourceTypeConfig: validation(
        'ValidateResourceTypeConfig',
        (name) => this.#resourceType(name),
        (name, config) => this.#resources.validate(name, config),
      ),
      ValidateDataSourceConfig: validation(
        'ValidateDataSourceConfig',
        (name) => this.#dataType(name),
        (name, config) => this.#data.validateData(name, config),
      ),
      ValidateEphemeralResourceConfig: validation(
        'ValidateEphemeralResourceConfig',
        (name) => this.#ephemeralType(name),
        (name, config) => this.#data.validateEphemeral(name, config),
      ),
    };
  }

  #upgrade(request: Message): Message {
    const name = textField(request['type_name']);
    this.record('UpgradeResourceState', name);
    const { json, flatmap } = messageField(request['raw_state']);
    const type = this.#resourceType(name);
    if (flatmap !== undefined) {
      const detail = 'The state was written by Terraform 0.11 or older, whose format is not simulated.';
      return { diagnostics: diagnosticMessages([failure('State too old', detail)], type) };
    }
    const raw = json instanceof Uint8Array ? parseStateJson(Buffer.from(json).toString('utf8')) : null;
    return { upgraded_state: toDynamic(this.#resources.upgrade(name, raw), type) };
  }

  #read(request: Message): Message {
    const name = textField(request['type_name']);
    const type = this.#resourceType(name);
    const current = fromDynamic(request['current_state'], type);
    const { state, key } = this.#resources.read(name, current, keyFromPrivate(request['private']));
    this.record('ReadResource', name, key);
    return { new_state: toDynamic(state, type), private: privateData(key) };
  }

  #plan(request: Message, instance: ProviderInstance): Message {
    const name = textField(request['type_name']);
    const type = this.#resourceType(name);
    const key = keyFromPrivate(request['prior_private']);
    const prior = fromDynamic(request['prior_state'], type);
    const proposed = fromDynamic(request['proposed_new_state'], type);
    this.record('PlanResourceChange', name, key, actionOf(prior, proposed));
    const config = fromDynamic(request['config'], type);
    const answer = this.#resources.plan({ type: name, prior, proposed, config, instance });
    return {
      planned_state: toDynamic(answer.planned, type),
      requires_replace: answer.requiresReplace.map((path) => pathMessage(path, type)),
      planned_private: privateData(key),
      diagnostics: diagnosticMessages(answer.diagnostics, type),
      legacy_type_system: answer.legacy,
    };
  }

  #apply(request: Message, instance: ProviderInstance): Message {
    const name = textField(request['type_name']);
    const type = this.#resourceType(name);
    const prior = fromDynamic(request['prior_state'], type);
    const planned = fromDynamic(request['planned_state'], type);
    const key = keyFromPrivate(request['planned_private']);
    const answer = this.#resources.apply({ type: name, prior, planned, key, instance });
    this.record('ApplyResourceChange', name, answer.key, actionOf(prior, planned));
    return {
      new_state: toDynamic(answer.state, type),
      private: privateData(answer.key),
      diagnostics: diagnosticMessages(answer.diagnostics, type),
      legacy_type_system: answer.legacy,
    };
  }

  #import(request: Message, instance: ProviderInstance): Message {
    const name = textField(request['type_name']);
    const { state, key } = this.#resources.import(name, textField(request['id']), instance);
    this.record('ImportResourceState', name, key);
    const imported = {
      type_name: name,
      state: toDynamic(state, this.#resourceType(name)),
      private: privateData(key),
    };
    return { imported_resources: [imported] };
  }

  #readData(request: Message, instance: ProviderInstance): Message {
    const name = textField(request['type_name']);
    this.record('ReadDataSource', name);
    const type = this.#dataType(name);
    const { state, diagnostics } = this.#data.read(name, fromDynamic(request['config'], type), instance);
    return { state: toDynamic(state, type), diagnostics: diagnosticMessages(diagnostics, type) };
  }

  #open(request: Message, instance: ProviderInstance): Message {
    const name = textField(request['type_name']);
    this.record('OpenEphemeralResource', name);
    const type = this.#ephemeralType(name);
    const { state, diagnostics } = this.#data.open(name, fromDynamic(request['config'], type), instance);
    return { result: toDynamic(state, type), diagnostics: diagnosticMessages(diagnostics, type) };
  }

  #call(request: Message): Message {
    const name = textField(request['name']);
    this.record('CallFunction', name);
    const { provider } = this.#context;
    const signature = provider.schema.functions[name];
    const implementation = FUNCTIONS[provider.name][name];
    if (signature === undefined || implementation === undefined) {
      return { error: { text: `the function "${name}" is not simulated` } };
    }
    const given = messageList(request['arguments']);
    const parameters = [...signature.parameters, ...given.map(() => signature.variadic)];
    try {
      const values = given.map((argument, index) =>
        fromDynamic(argument, parameters[index]?.type ?? { kind: 'dynamic' }),
      );
      return { result: toDynamic(implementation(values), signature.returns) };
    } catch (error) {
      if (!(error instanceof FunctionArgumentError)) throw error;
      return { error: { text: error.message, function_argument: error.argument } };
    }
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

/** What a change does to the object, for the journal. */
function actionOf(before: Value, after: Value): string {
  if (before === null) return 'create';
  return after === null ? 'delete' : 'update';
}

function typeFrom(schemas: Readonly<Record<string, Schema>>, name: string, kind: string): CtyType {
  const schema = schemas[name];
  if (schema === undefined) throw new GrpcError(GRPC_STATUS.invalidArgument, `no ${kind} "${name}"`);
  return schema.block.type;
}
