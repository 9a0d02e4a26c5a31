import type { CtyType } from '../cty/types.ts';
import type { Value } from '../engine/types.ts';
import { decodeValue, encodeValue } from './msgpack.ts';
import type { Message } from './protobuf.ts';

/** Text of a string field; absent is empty, as in proto3. */
export function textField(value: Message[string]): string {
  return typeof value === 'string' ? value : '';
}

/** A message field; absent is the empty message. */
export function messageField(value: Message[string]): Message {
  const isMessage = typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);
  return isMessage ? (value as Message) : {};
}

/** The messages of a repeated field. */
export function messageList(value: Message[string]): readonly Message[] {
  return Array.isArray(value) ? (value as readonly Message[]) : [];
}

/** A DynamicValue of the given type; absent and empty mean null. */
export function fromDynamic(value: Message[string], type: CtyType): Value {
  const { msgpack } = messageField(value);
  return msgpack instanceof Uint8Array && msgpack.length > 0 ? decodeValue(msgpack, type) : null;
}

/** A value as a DynamicValue message. */
export function toDynamic(value: Value, type: CtyType): Message {
  return { msgpack: encodeValue(value, type) };
}

/** The provider's private data in a state: which object of the world the state is about. */
export function privateData(key: string | undefined): Uint8Array {
  return key === undefined ? new Uint8Array() : Buffer.from(JSON.stringify({ key }));
}

/** The key in private data; undefined where another provider wrote it: the object is then looked for by its id. */
export function keyFromPrivate(value: Message[string]): string | undefined {
  if (!(value instanceof Uint8Array) || value.length === 0) return undefined;
  try {
    const parsed = JSON.parse(Buffer.from(value).toString('utf8')) as { readonly key?: unknown } | null;
    return typeof parsed?.key === 'string' ? parsed.key : undefined;
  } catch {
    return undefined;
  }
}

/** A state's JSON, with numbers beyond doubles kept as their decimal text. */
export function parseStateJson(json: string): unknown {
  return JSON.parse(json, (_name: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && String(value) !== context?.source && context?.source !== undefined
      ? context.source
      : value,
  );
}
