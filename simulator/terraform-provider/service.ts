import { ProviderCalls, type Configured } from './calls.ts';
import { diagnosticMessages, failure } from './engine/diagnostics.ts';
import { FUNCTIONS } from './engine/functions.ts';
import type { InstanceDefaults } from './engine/instance.ts';
import type { EngineContext } from './engine/resources.ts';
import { encodeSchema } from './schema/encode.ts';
import { GRPC_STATUS, GrpcError, type GrpcCall, type GrpcHandler } from './wire/grpc.ts';
import { MESSAGES, METHODS, type Operation } from './wire/messages.ts';
import { decodeMessage, encodeMessage, type Message } from './wire/protobuf.ts';
import { textField } from './wire/values.ts';

/** What one connection has configured; Terraform opens a connection per provider instance. */
interface Connection extends Configured {
  readonly stop: AbortController;
}

const SLOW_CALL_MILLISECONDS = 2000;

/** One provider on the wire: keeps the connections apart, decodes each call and encodes its answer. */
export class ProviderService {
  readonly #context: EngineContext;
  readonly #defaults: InstanceDefaults;
  readonly #calls: ProviderCalls;
  readonly #connections = new WeakMap<object, Connection>();
  #schemaBytes: Uint8Array | undefined;

  constructor(context: EngineContext, defaults: InstanceDefaults) {
    this.#context = context;
    this.#defaults = defaults;
    this.#calls = new ProviderCalls(context, defaults);
  }

  /** gRPC paths of the provider's protocol version with their handlers. */
  handlers(): ReadonlyMap<string, GrpcHandler> {
    const { protocol } = this.#context.provider;
    const entries = (Object.keys(METHODS) as Operation[]).map((operation) => {
      const handler: GrpcHandler = (bytes, call) => this.#handle(operation, bytes, call);
      return [`/tfplugin${protocol}.Provider/${METHODS[operation].name[protocol]}`, handler] as const;
    });
    return new Map(entries);
  }

  async #handle(operation: Operation, bytes: Uint8Array, call: GrpcCall): Promise<Uint8Array> {
    const table = MESSAGES[this.#context.provider.protocol];
    const { request: requestName, response: responseName } = METHODS[operation];
    const request = decodeMessage(table, requestName, bytes);
    const connection = this.#connection(call);
    const interrupted = await this.#delay(operation, request, connection, call);
    if (interrupted !== undefined) return encodeMessage(table, responseName, interrupted);
    if (operation === 'GetSchema') return this.#schema();
    if (operation === 'Stop') return encodeMessage(table, responseName, this.#stop(connection));
    const response = this.#calls.answer(operation, request, connection);
    // An answer that Terraform records in its state must not outlive the world's own record of it.
    await this.#context.world.objects.flush();
    return encodeMessage(table, responseName, response);
  }

  #connection(call: GrpcCall): Connection {
    const known = this.#connections.get(call.session);
    if (known !== undefined) return known;
    const instance = { ...this.#defaults, provider: this.#context.provider.name, defaultTags: {} };
    const connection = { instance, stop: new AbortController() };
    this.#connections.set(call.session, connection);
    return connection;
  }

  /** The fault "provider-slow". A change that is stopped while it waits has done nothing and says so. */
  async #delay(
    operation: Operation,
    request: Message,
    connection: Connection,
    call: GrpcCall,
  ): Promise<Message | undefined> {
    const { faults, clock } = this.#context.world;
    if (operation === 'Stop' || !faults.strikes('provider-slow')) return undefined;
    try {
      await clock.sleep(SLOW_CALL_MILLISECONDS, AbortSignal.any([connection.stop.signal, call.signal]));
      return undefined;
    } catch {
      if (operation !== 'ApplyResourceChange') {
        throw new GrpcError(GRPC_STATUS.cancelled, 'the provider was stopped');
      }
      this.#calls.record(operation, textField(request['type_name']), undefined, 'stopped');
      const stopped = failure('Stopped', 'The operation was interrupted before it changed anything.');
      return {
        new_state: request['prior_state'],
        private: request['planned_private'],
        diagnostics: diagnosticMessages([stopped], { kind: 'dynamic' }),
      };
    }
  }

  #schema(): Uint8Array {
    const { provider } = this.#context;
    this.#schemaBytes ??= encodeSchema(provider, new Set(Object.keys(FUNCTIONS[provider.name])));
    this.#calls.record('GetSchema', '');
    return this.#schemaBytes;
  }

  #stop(connection: Connection): Message {
    this.#calls.record('Stop', '');
    connection.stop.abort(new Error('the provider was stopped'));
    return {};
  }
}
