/**
 * A protobuf codec driven by tables: enough of proto3 for the Terraform plugin protocol (varints, length-delimited
 * fields, maps with string keys). Unknown fields are skipped, as newer minor versions of the protocol add some.
 */
export interface Field {
  readonly number: number;
  readonly kind: 'string' | 'bytes' | 'bool' | 'int' | 'message';
  /** For `message`: its name in the table. */
  readonly message?: string;
  readonly repeated?: boolean;
  /** map<string, …>; on the wire repeated entries { key 1, value 2 }. */
  readonly map?: boolean;
  /** A member of a oneof: written even when it has the default value, because its presence is the information. */
  readonly oneof?: boolean;
}
export type MessageTable = Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** A decoded or to-be-encoded message. Absent fields are undefined; int fields are numbers. */
export type Message = { readonly [field: string]: WireValue | undefined };
export type WireValue =
  string | number | boolean | Uint8Array | Message | readonly WireValue[] | ReadonlyMap<string, WireValue>;

/** Bytes that are not the expected message. */
export class MalformedMessageError extends Error {
  override readonly name = 'MalformedMessageError';
}

const VARINT = 0;
const FIXED64 = 1;
const DELIMITED = 2;
const FIXED32 = 5;
/** Nesting deeper than any schema; guards the stack against crafted input. */
const MAX_DEPTH = 100;

/** Encodes `message` as the type `name` of the table. */
export function encodeMessage(table: MessageTable, name: string, message: Message): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (const [fieldName, field] of Object.entries(fieldsOf(table, name))) {
    const value = message[fieldName];
    if (value === undefined) continue;
    if (field.map === true) {
      for (const [key, inner] of value as ReadonlyMap<string, WireValue>) {
        const keyBytes = encodeField(table, { number: 1, kind: 'string', oneof: true }, key);
        const entry = Buffer.concat([
          ...keyBytes,
          ...encodeField(table, { ...field, number: 2, map: false, oneof: true }, inner),
        ]);
        chunks.push(tag(field.number, DELIMITED), varint(entry.length), entry);
      }
    } else if (field.repeated === true) {
      for (const inner of value as readonly WireValue[])
        chunks.push(...encodeField(table, { ...field, oneof: true }, inner));
    } else {
      chunks.push(...encodeField(table, field, value));
    }
  }
  return Buffer.concat(chunks);
}

function encodeField(table: MessageTable, field: Field, value: WireValue): Uint8Array[] {
  const always = field.oneof === true;
  switch (field.kind) {
    case 'bool':
      return value === true || always ? [tag(field.number, VARINT), varint(value === true ? 1 : 0)] : [];
    case 'int':
      return value !== 0 || always ? [tag(field.number, VARINT), varint(value as number)] : [];
    case 'string':
      return delimited(field.number, Buffer.from(value as string, 'utf8'), always);
    case 'bytes':
      return delimited(field.number, value as Uint8Array, always);
    case 'message':
      return delimited(field.number, encodeMessage(table, messageName(field), value as Message), true);
  }
}

function delimited(number: number, bytes: Uint8Array, always: boolean): Uint8Array[] {
  return bytes.length > 0 || always ? [tag(number, DELIMITED), varint(bytes.length), bytes] : [];
}

function tag(number: number, wireType: number): Uint8Array {
  return varint(number * 8 + wireType);
}

function varint(value: number): Uint8Array {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer: ${value}`);
  if (value >= 0 && value < 0x80) return Uint8Array.of(value);
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

/** Decodes bytes as the type `name` of the table; throws MalformedMessageError when they are not one. */
export function decodeMessage(table: MessageTable, name: string, bytes: Uint8Array): Message {
  return decodeAt(table, name, bytes, 0);
}

function decodeAt(table: MessageTable, name: string, bytes: Uint8Array, depth: number): Message {
  if (depth > MAX_DEPTH) throw new MalformedMessageError(`${name}: nested deeper than ${MAX_DEPTH}`);
  const byNumber = new Map(
    Object.entries(fieldsOf(table, name)).map(([key, field]) => [field.number, { key, field }]),
  );
  const reader = new Reader(bytes, name);
  const result: Record<string, WireValue> = {};
  while (!reader.done) {
    const key = reader.varint();
    const wireType = key % 8;
    const entry = byNumber.get(Math.floor(key / 8));
    if (key < 8) throw new MalformedMessageError(`${name}: field number 0`);
    if (entry === undefined) {
      reader.skip(wireType);
      continue;
    }
    const value = decodeField(table, name, entry.field, wireType, reader, depth);
    store(result, entry.key, entry.field, value, table, depth);
  }
  return result;
}

function store(
  result: Record<string, WireValue>,
  key: string,
  field: Field,
  value: WireValue,
  table: MessageTable,
  depth: number,
): void {
  if (field.map === true) {
    const entry = decodeMapEntry(table, field, value as Uint8Array, depth);
    result[key] = new Map([...((result[key] as ReadonlyMap<string, WireValue> | undefined) ?? []), entry]);
  } else if (field.repeated === true) {
    const list = (result[key] as WireValue[] | undefined) ?? [];
    list.push(value);
    result[key] = list;
  } else {
    result[key] = value;
  }
}

function decodeMapEntry(
  table: MessageTable,
  field: Field,
  bytes: Uint8Array,
  depth: number,
): [string, WireValue] {
  const entryTable: MessageTable = {
    ...table,
    '': { key: { number: 1, kind: 'string' }, value: { ...field, number: 2, map: false } },
  };
  const entry = decodeAt(entryTable, '', bytes, depth + 1);
  const empty: Record<Field['kind'], WireValue> = {
    string: '',
    bytes: new Uint8Array(),
    bool: false,
    int: 0,
    message: {},
  };
  return [(entry['key'] as string | undefined) ?? '', entry['value'] ?? empty[field.kind]];
}

function decodeField(
  table: MessageTable,
  name: string,
  field: Field,
  wireType: number,
  reader: Reader,
  depth: number,
): WireValue {
  const isVarint = field.map !== true && (field.kind === 'bool' || field.kind === 'int');
  if (wireType !== (isVarint ? VARINT : DELIMITED)) {
    throw new MalformedMessageError(`${name}: field ${field.number} has wire type ${wireType}`);
  }
  if (isVarint) {
    const value = reader.varint();
    return field.kind === 'bool' ? value !== 0 : value;
  }
  const bytes = reader.delimited();
  if (field.map === true || field.kind === 'bytes') return bytes;
  if (field.kind === 'message') return decodeAt(table, messageName(field), bytes, depth + 1);
  return reader.text(bytes);
}

function fieldsOf(table: MessageTable, name: string): Readonly<Record<string, Field>> {
  const fields = table[name];
  if (fields === undefined) throw new TypeError(`no message "${name}" in the table`);
  return fields;
}

function messageName(field: Field): string {
  if (field.message === undefined) throw new TypeError(`field ${field.number} names no message`);
  return field.message;
}

/** Reads the primitives of one message, never beyond its end. */
class Reader {
  readonly #bytes: Uint8Array;
  readonly #name: string;
  #offset = 0;

  constructor(bytes: Uint8Array, name: string) {
    this.#bytes = bytes;
    this.#name = name;
  }

  get done(): boolean {
    return this.#offset >= this.#bytes.length;
  }

  varint(): number {
    let result = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#bytes[this.#offset++];
      if (byte === undefined) throw new MalformedMessageError(`${this.#name}: ends within a number`);
      result |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, result));
    }
    throw new MalformedMessageError(`${this.#name}: a number longer than ten bytes`);
  }

  delimited(): Uint8Array {
    return this.#take(this.varint());
  }

  skip(wireType: number): void {
    if (wireType === VARINT) this.varint();
    else if (wireType === DELIMITED) this.delimited();
    else if (wireType === FIXED64) this.#take(8);
    else if (wireType === FIXED32) this.#take(4);
    else throw new MalformedMessageError(`${this.#name}: wire type ${wireType}`);
  }

  text(bytes: Uint8Array): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new MalformedMessageError(`${this.#name}: text that is not UTF-8`);
    }
  }

  #take(length: number): Uint8Array {
    const end = this.#offset + length;
    if (length < 0 || end > this.#bytes.length)
      throw new MalformedMessageError(`${this.#name}: ends within a field`);
    const bytes = this.#bytes.subarray(this.#offset, end);
    this.#offset = end;
    return bytes;
  }
}
