import type { Value } from './engine/types.ts';
import type { LoadedProvider } from './schema/load.ts';
import type { CtyType } from './cty/types.ts';
import { GrpcClient, type PluginAddress } from './wire/grpc-client.ts';
import { MESSAGES, METHODS, type Operation } from './wire/messages.ts';
import { decodeMessage, encodeMessage, type Message } from './wire/protobuf.ts';
import { fromDynamic, messageField, messageList, textField, toDynamic } from './wire/values.ts';

/** A diagnostic as a provider sent it; `path` in the style `ip_configuration[0].subnet_id`. */
export interface ReceivedDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly path: string;
}

export interface ReceivedPlan {
  readonly planned: Value;
  readonly requiresReplace: readonly string[];
  readonly private: Uint8Array;
  readonly legacy: boolean;
  readonly diagnostics: readonly ReceivedDiagnostic[];
}

export interface ReceivedState {
  readonly state: Value;
  readonly private: Uint8Array;
  readonly diagnostics: readonly ReceivedDiagnostic[];
}

/** Speaks to a provider process as Terraform does, one provider instance per client. */
export class ProviderClient {
  readonly provider: LoadedProvider;
  readonly #grpc: GrpcClient;
  readonly #timeout: number;

  /** `timeoutMilliseconds` bounds each call; a provider that hangs is one that fails. */
  constructor(provider: LoadedProvider, target: PluginAddress, timeoutMilliseconds = 30_000) {
    this.provider = provider;
    this.#grpc = new GrpcClient(target);
    this.#timeout = timeoutMilliseconds;
  }

  /** One call by its messages; rejects with GrpcError when the provider answers with a status other than OK. */
  async call(operation: Operation, request: Message): Promise<Message> {
    const { protocol } = this.provider;
    const method = METHODS[operation];
    const bytes = encodeMessage(MESSAGES[protocol], method.request, request);
    const answer = await this.#grpc.call(
      `/tfplugin${protocol}.Provider/${method.name[protocol]}`,
      bytes,
      this.#timeout,
    );
    return decodeMessage(MESSAGES[protocol], method.response, answer);
  }

  async configure(config: Value): Promise<readonly ReceivedDiagnostic[]> {
    const type = this.provider.schema.provider.block.type;
    const answer = await this.call('Configure', {
      terraform_version: '1.11.4',
      config: toDynamic(config, type),
    });
    return diagnosticsOf(answer);
  }

  async validate(type: string, config: Value): Promise<readonly ReceivedDiagnostic[]> {
    const request = { type_name: type, config: toDynamic(config, this.#type(type)) };
    return diagnosticsOf(await this.call('ValidateResourceTypeConfig', request));
  }

  async plan(
    type: string,
    values: {
      readonly prior: Value;
      readonly proposed: Value;
      readonly config: Value;
      readonly private?: Uint8Array;
    },
  ): Promise<ReceivedPlan> {
    const schema = this.#type(type);
    const answer = await this.call('PlanResourceChange', {
      type_name: type,
      prior_state: toDynamic(values.prior, schema),
      proposed_new_state: toDynamic(values.proposed, schema),
      config: toDynamic(values.config, schema),
      prior_private: values.private ?? new Uint8Array(),
    });
    return {
      planned: fromDynamic(answer['planned_state'], schema),
      requiresReplace: messageList(answer['requires_replace']).map(pathText).sort(),
      private: bytesField(answer['planned_private']),
      legacy: answer['legacy_type_system'] === true,
      diagnostics: diagnosticsOf(answer),
    };
  }

  async apply(
    type: string,
    values: {
      readonly prior: Value;
      readonly planned: Value;
      readonly config: Value;
      readonly private?: Uint8Array;
    },
  ): Promise<ReceivedState> {
    const schema = this.#type(type);
    const answer = await this.call('ApplyResourceChange', {
      type_name: type,
      prior_state: toDynamic(values.prior, schema),
      planned_state: toDynamic(values.planned, schema),
      config: toDynamic(values.config, schema),
      planned_private: values.private ?? new Uint8Array(),
    });
    return {
      state: fromDynamic(answer['new_state'], schema),
      private: bytesField(answer['private']),
      diagnostics: diagnosticsOf(answer),
    };
  }

  async read(type: string, state: Value, privateData: Uint8Array): Promise<ReceivedState> {
    const schema = this.#type(type);
    const request = { type_name: type, current_state: toDynamic(state, schema), private: privateData };
    const answer = await this.call('ReadResource', request);
    return {
      state: fromDynamic(answer['new_state'], schema),
      private: bytesField(answer['private']),
      diagnostics: diagnosticsOf(answer),
    };
  }

  close(): void {
    this.#grpc.close();
  }

  #type(name: string): CtyType {
    const schema = this.provider.schema.resources[name];
    if (schema === undefined) throw new TypeError(`no resource type "${name}"`);
    return schema.block.type;
  }
}

function bytesField(value: Message[string]): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

/** The diagnostics of any response message. */
export function diagnosticsOf(answer: Message): readonly ReceivedDiagnostic[] {
  return messageList(answer['diagnostics']).map((diagnostic) => ({
    severity: diagnostic['severity'] === 2 ? 'warning' : 'error',
    summary: textField(diagnostic['summary']),
    detail: textField(diagnostic['detail']),
    path: pathText(messageField(diagnostic['attribute'])),
  }));
}

function pathText(path: Message): string {
  return messageList(path['steps'])
    .map((step) => {
      if (typeof step['attribute_name'] === 'string') return `.${step['attribute_name']}`;
      if (typeof step['element_key_string'] === 'string')
        return `[${JSON.stringify(step['element_key_string'])}]`;
      return typeof step['element_key_int'] === 'number' ? `[${step['element_key_int']}]` : '[]';
    })
    .join('')
    .replace(/^\./, '');
}
