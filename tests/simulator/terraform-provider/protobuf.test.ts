import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MESSAGES } from '#simulator/terraform-provider/wire/messages.js';
import {
  decodeMessage,
  encodeMessage,
  MalformedMessageError,
  type Message,
  type MessageTable,
} from '#simulator/terraform-provider/wire/protobuf.js';

const TABLE: MessageTable = {
  All: {
    text: { number: 1, kind: 'string' },
    bytes: { number: 2, kind: 'bytes' },
    flag: { number: 3, kind: 'bool' },
    count: { number: 17, kind: 'int' },
    child: { number: 5, kind: 'message', message: 'All' },
    texts: { number: 6, kind: 'string', repeated: true },
    numbers: { number: 7, kind: 'int', repeated: true },
    children: { number: 8, kind: 'message', message: 'All', repeated: true },
    map: { number: 9, kind: 'string', map: true },
    messages: { number: 2000, kind: 'message', message: 'All', map: true },
    choice: { number: 10, kind: 'int', oneof: true },
  },
};

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const roundTrip = (message: Message) => decodeMessage(TABLE, 'All', encodeMessage(TABLE, 'All', message));

const { message } = fc.letrec<{ message: Message }>((tie) => ({
  message: fc.record(
    {
      text: fc.string({ minLength: 1, unit: 'grapheme' }),
      flag: fc.constant(true),
      count: fc.maxSafeInteger().filter((value) => value !== 0),
      choice: fc.integer({ min: 0 }),
      texts: fc.array(fc.string(), { minLength: 1 }),
      numbers: fc.array(fc.integer(), { minLength: 1 }),
      map: fc
        .dictionary(fc.string(), fc.string(), { minKeys: 1 })
        .map((entries) => new Map(Object.entries(entries))),
      child: fc.option(tie('message'), { depthSize: 'small', nil: {} }),
      children: fc.option(fc.tuple<Message[]>(tie('message')), {
        depthSize: 'small',
        nil: [{}],
      }),
    },
    { requiredKeys: [] },
  ),
}));

describe('protobuf', () => {
  it('gives every message back as it was', () => {
    fc.assert(fc.property(message, (given) => expect(roundTrip(given)).toEqual(given)));
  });

  it('encodes as protoc does', () => {
    expect(hex(encodeMessage(TABLE, 'All', { text: 'testing' }))).toBe('0a0774657374696e67');
    expect(hex(encodeMessage(TABLE, 'All', { count: 150 }))).toBe('88019601');
    expect(hex(encodeMessage(TABLE, 'All', { count: -1 }))).toBe('8801ffffffffffffffffff01');
    expect(hex(encodeMessage(TABLE, 'All', { map: new Map([['a', 'b']]) }))).toBe('4a060a0161120162');
  });

  it('leaves defaults out, but never the chosen member of a oneof or an element of a list', () => {
    expect(hex(encodeMessage(TABLE, 'All', { text: '', flag: false, count: 0 }))).toBe('');
    expect(hex(encodeMessage(TABLE, 'All', { choice: 0 }))).toBe('5000');
    expect(roundTrip({ texts: ['', 'x'], numbers: [0] })).toEqual({ texts: ['', 'x'], numbers: [0] });
  });

  it('skips fields that a newer protocol adds', () => {
    const unknown = Buffer.from(`f2010401020304f80101f901${'00'.repeat(8)}fd01${'00'.repeat(4)}`, 'hex');
    const known = encodeMessage(TABLE, 'All', { text: 'kept' });
    expect(decodeMessage(TABLE, 'All', Buffer.concat([unknown, known, unknown]))).toEqual({ text: 'kept' });
  });

  it.each([
    ['ends within a length', '0a'],
    ['ends within text', '0a0561'],
    ['a number without end', `8801${'ff'.repeat(11)}`],
    ['text that is not UTF-8', '0a02c328'],
    ['the wrong wire type', '0801'],
    ['field number zero', '0001'],
    ['a group', '0b'],
  ])('refuses %s', (_what, bytes) => {
    expect(() => decodeMessage(TABLE, 'All', Buffer.from(bytes, 'hex'))).toThrow(MalformedMessageError);
  });

  it('refuses nesting that would exhaust the stack', () => {
    let bytes: Uint8Array = new Uint8Array();
    for (let depth = 0; depth < 200; depth += 1)
      bytes = encodeMessage({ Outer: { child: { number: 5, kind: 'bytes' } } }, 'Outer', {
        child: bytes.length > 0 ? bytes : Buffer.of(8),
      });
    expect(() => decodeMessage(TABLE, 'All', bytes)).toThrow(MalformedMessageError);
  });

  it('never fails otherwise than by saying that the bytes are malformed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          decodeMessage(MESSAGES[5], 'PlanRequest', bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedMessageError);
        }
      }),
    );
  });

  it('names every message that a field refers to', () => {
    for (const table of Object.values(MESSAGES)) {
      const fields = Object.values(table).flatMap((message) => Object.values(message));
      const missing = fields.filter(
        (field) => field.kind === 'message' && !(field.message !== undefined && field.message in table),
      );
      expect(missing).toEqual([]);
    }
  });
});
