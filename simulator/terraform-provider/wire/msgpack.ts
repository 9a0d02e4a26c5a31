import { Decoder, Encoder, ExtData, ExtensionCodec } from '@msgpack/msgpack';
import { UNKNOWN, type Value } from '../engine/types.ts';
import { dynamicTypeOf, dynamicValue, isDynamic, isList, isObject } from '../cty/value.ts';
import { parseType, typeToJson, type CtyType } from '../cty/types.ts';

/**
 * cty values over msgpack, the encoding of `DynamicValue.msgpack`: objects and maps are maps, lists, sets and tuples
 * are arrays, unknown is extension 0 (extension 12 when it carries refinements, which are dropped: Terraform accepts
 * a less refined unknown), a number that fits no msgpack number is a decimal string, a dynamic value is
 * `[type JSON, value]`.
 */
const extensionCodec = new ExtensionCodec();
const REFINED_UNKNOWN = 12;
for (const type of [0, REFINED_UNKNOWN]) {
  extensionCodec.register({ type, encode: () => null, decode: () => UNKNOWN });
}
const UNKNOWN_ON_WIRE = new ExtData(0, new Uint8Array([0]));

/** Bytes that are not the msgpack of the expected type; the sender, not the user, is at fault. */
export class MalformedValueError extends Error {
  override readonly name = 'MalformedValueError';
}

/** Decodes a value of the given type; throws MalformedValueError when the bytes do not hold one. */
export function decodeValue(bytes: Uint8Array, type: CtyType): Value {
  let raw: unknown;
  try {
    raw = new Decoder({ extensionCodec, useBigInt64: true }).decode(bytes);
  } catch (error) {
    throw new MalformedValueError(`not msgpack: ${error instanceof Error ? error.message : String(error)}`);
  }
  return fromWire(raw, type, '');
}

/** Encodes a value of the given type; throws MalformedValueError when it is not of that type. */
export function encodeValue(value: Value, type: CtyType): Uint8Array {
  return new Encoder({ extensionCodec, useBigInt64: true, ignoreUndefined: false }).encode(
    toWire(value, type, ''),
  );
}

function fromWire(raw: unknown, type: CtyType, path: string): Value {
  if (raw === null || raw === undefined) return null;
  if (raw === UNKNOWN) return UNKNOWN;
  switch (type.kind) {
    case 'string':
      return expect(typeof raw === 'string', raw, 'a string', path);
    case 'bool':
      return expect(typeof raw === 'boolean', raw, 'a boolean', path);
    case 'number':
      return numberFromWire(raw, path);
    case 'dynamic':
      return dynamicFromWire(raw, path);
    case 'list':
    case 'set':
      return arrayFrom(raw, path).map((inner, index) => fromWire(inner, type.element, `${path}[${index}]`));
    case 'tuple': {
      const elements = arrayFrom(raw, path);
      expect(elements.length === type.elements.length, raw, `a tuple of ${type.elements.length}`, path);
      return type.elements.map((element, index) => fromWire(elements[index], element, `${path}[${index}]`));
    }
    case 'map':
      return mapEntries(raw, path, (key, inner) => fromWire(inner, type.element, `${path}["${key}"]`));
    case 'object': {
      const record = recordFrom(raw, path);
      const unexpected = Object.keys(record).find((name) => !Object.hasOwn(type.attributes, name));
      if (unexpected !== undefined)
        throw new MalformedValueError(`${path}.${unexpected}: unsupported attribute`);
      return mapEntries(type.attributes, path, (name, inner) =>
        fromWire(record[name], inner as CtyType, `${path}.${name}`),
      );
    }
  }
}

function numberFromWire(raw: unknown, path: string): Value {
  if (typeof raw === 'bigint') return Number.isSafeInteger(Number(raw)) ? Number(raw) : raw;
  if (typeof raw === 'string')
    return expect(/^-?[\d.]+([eE][+-]?\d+)?$/.test(raw), raw, 'a decimal number', path);
  return expect(typeof raw === 'number', raw, 'a number', path);
}

function dynamicFromWire(raw: unknown, path: string): Value {
  const [typeBytes, inner] = arrayFrom(raw, path);
  if (!(typeBytes instanceof Uint8Array))
    throw new MalformedValueError(`${path}: a dynamic value without its type`);
  const type = parseType(JSON.parse(Buffer.from(typeBytes).toString('utf8')));
  return dynamicValue(type, fromWire(inner, type, path));
}

function toWire(value: Value, type: CtyType, path: string): unknown {
  if (value === null) return null;
  if (value === UNKNOWN) return UNKNOWN_ON_WIRE;
  switch (type.kind) {
    case 'string':
      return expect(typeof value === 'string', value, 'a string', path);
    case 'bool':
      return expect(typeof value === 'boolean', value, 'a boolean', path);
    case 'number':
      return expect(['number', 'bigint', 'string'].includes(typeof value), value, 'a number', path);
    case 'dynamic': {
      if (!isDynamic(value)) throw new MalformedValueError(`${path}: a dynamic value without its type`);
      const inner = dynamicTypeOf(value);
      return [Buffer.from(JSON.stringify(typeToJson(inner))), toWire(value.value, inner, path)];
    }
    case 'list':
    case 'set':
      return arrayFrom(value, path).map((inner, index) =>
        toWire(inner as Value, type.element, `${path}[${index}]`),
      );
    case 'tuple':
      if (!isList(value)) throw new MalformedValueError(`${path}: expected a tuple`);
      return type.elements.map((element, index) =>
        toWire(value[index] ?? null, element, `${path}[${index}]`),
      );
    case 'map':
      return mapEntries(value, path, (key, inner) =>
        toWire(inner as Value, type.element, `${path}["${key}"]`),
      );
    case 'object': {
      if (!isObject(value))
        throw new MalformedValueError(`${path}: expected an object, found ${describe(value)}`);
      const members = Object.entries(type.attributes);
      return Object.fromEntries(
        members.map(([name, inner]) => [name, toWire(value[name] ?? null, inner, `${path}.${name}`)]),
      );
    }
  }
}

function expect(condition: boolean, value: unknown, what: string, path: string): Value {
  if (!condition)
    throw new MalformedValueError(`${path || 'value'}: expected ${what}, found ${describe(value)}`);
  return value as Value;
}

/** Names the kind of a value; never the value, which may be a secret. */
function describe(value: unknown): string {
  if (typeof value === 'symbol') return 'unknown';
  if (Array.isArray(value)) return 'a list';
  return value === null ? 'null' : `a value of type ${typeof value}`;
}

function arrayFrom(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value))
    throw new MalformedValueError(`${path || 'value'}: expected a list, found ${describe(value)}`);
  return value;
}

function recordFrom(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array) {
    throw new MalformedValueError(`${path || 'value'}: expected an object, found ${describe(value)}`);
  }
  return value as Record<string, unknown>;
}

function mapEntries<T>(
  value: unknown,
  path: string,
  convert: (key: string, inner: unknown) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(recordFrom(value, path)).map(([key, inner]) => [key, convert(key, inner)]),
  );
}
