import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conform, keepDynamicTypes } from '#simulator/terraform-provider/cty/conform.js';
import { parseType, typeToJson, type CtyType } from '#simulator/terraform-provider/cty/types.js';
import {
  canonical,
  dynamicTypeOf,
  dynamicValue,
  equal,
  isDynamic,
  plain,
} from '#simulator/terraform-provider/cty/value.js';
import { UNKNOWN, type Value } from '#simulator/terraform-provider/engine/types.js';
import { decodeValue, encodeValue, MalformedValueError } from '#simulator/terraform-provider/wire/msgpack.js';
import { typeAndValue } from './arbitraries.ts';

const hex = (value: Value, type: CtyType) => Buffer.from(encodeValue(value, type)).toString('hex');
const decode = (bytes: string, type: CtyType) => decodeValue(Buffer.from(bytes, 'hex'), type);
const NUMBER = parseType('number');
const STRING = parseType('string');
const DYNAMIC = parseType('dynamic');

describe('cty values over msgpack', () => {
  it('gives every value back as it was', () => {
    fc.assert(
      fc.property(typeAndValue(), ({ type, value }) => {
        const again = decodeValue(encodeValue(value, type), type);
        expect(canonical(again, type)).toBe(canonical(value, type));
      }),
    );
  });

  it('writes unknown as extension 0 and reads refined unknowns, extension 12', () => {
    expect(hex(UNKNOWN, STRING)).toBe('d40000');
    expect(decode('d40000', STRING)).toBe(UNKNOWN);
    // Refinement "not null" as Terraform sends it: {1: false}.
    expect(decode('c7030c8101c2', STRING)).toBe(UNKNOWN);
    expect(decode('82a161d40000a162d40c00', parseType(['map', 'string']))).toEqual({
      a: UNKNOWN,
      b: UNKNOWN,
    });
  });

  it('keeps numbers exact: integers beyond doubles, and decimals Terraform sends as text', () => {
    expect(decode('cf0020000000000001', NUMBER)).toBe(9_007_199_254_740_993n);
    expect(hex(9_007_199_254_740_993n, NUMBER)).toBe('cf0020000000000001');
    expect(decode('cd ffff'.replace(' ', ''), NUMBER)).toBe(65535);
    const decimal = '3.14159265358979323846264338327950288';
    expect(decodeValue(encodeValue(decimal, NUMBER), NUMBER)).toBe(decimal);
    expect(decode('cb3ff8000000000000', NUMBER)).toBe(1.5);
  });

  it('sends a dynamic value with its type', () => {
    const value = dynamicValue(parseType(['object', { n: ['list', 'number'] }]), { n: [1, 2] });
    const bytes = encodeValue(value, DYNAMIC);
    expect(Buffer.from(bytes).toString('latin1')).toContain('["object",{"n":["list","number"]}]');
    const again = decodeValue(bytes, DYNAMIC);
    expect(isDynamic(again) && typeToJson(dynamicTypeOf(again))).toEqual([
      'object',
      { n: ['list', 'number'] },
    ]);
    expect(plain(again)).toEqual({ n: [1, 2] });
    expect(decodeValue(encodeValue(null, DYNAMIC), DYNAMIC)).toBeNull();
    expect(decodeValue(encodeValue(UNKNOWN, DYNAMIC), DYNAMIC)).toBe(UNKNOWN);
  });

  it('always writes every attribute of an object', () => {
    const type = parseType(['object', { a: 'string', b: 'bool' }]);
    expect(decodeValue(encodeValue({ a: 'x' }, type), type)).toEqual({ a: 'x', b: null });
  });

  it.each([
    ['text for a boolean', 'a161', 'bool'],
    ['a number for text', '01', 'string'],
    ['words for a number', 'a3616263', 'number'],
    ['a map for a list', '80', ['list', 'string']],
    ['an attribute that the type lacks', '81a17801', ['object', { y: 'number' }]],
    ['a tuple of another length', '9101', ['tuple', ['number', 'number']]],
    ['bytes after the value', '0101', 'number'],
    ['half a value', '92', ['list', 'string']],
    ['a dynamic value without type', '9201', 'dynamic'],
  ])('refuses %s', (_what, bytes, type) => {
    expect(() => decode(bytes, parseType(type))).toThrow(MalformedValueError);
  });

  it('refuses to write what is not of the type', () => {
    expect(() => encodeValue(1, STRING)).toThrow(MalformedValueError);
    expect(() => encodeValue('x', parseType(['list', 'string']))).toThrow(MalformedValueError);
    expect(() => encodeValue('plain', DYNAMIC)).toThrow(MalformedValueError);
  });
});

describe('types', () => {
  it('reads and writes the JSON of a type', () => {
    fc.assert(
      fc.property(typeAndValue(), ({ type }) =>
        expect(typeToJson(parseType(typeToJson(type)))).toEqual(typeToJson(type)),
      ),
    );
  });

  it.each([['text'], [['list']], [['object', 1]], [7], [null]])('refuses %j', (json) => {
    expect(() => parseType(json)).toThrow(TypeError);
  });
});

describe('values', () => {
  it('compares sets by content and numbers by value', () => {
    const set = parseType(['set', 'string']);
    expect(equal(['b', 'a'], ['a', 'b'], set)).toBe(true);
    expect(equal(['b', 'a'], ['a', 'b'], parseType(['list', 'string']))).toBe(false);
    expect(equal('1.50', 1.5, NUMBER)).toBe(true);
    expect(equal('10', 10n, NUMBER)).toBe(true);
    expect(equal('100', 1, NUMBER)).toBe(false);
    expect(equal('0.1000000000000000000001', 0.1, NUMBER)).toBe(false);
    expect(
      equal(
        dynamicValue(parseType(['tuple', ['number']]), [1]),
        dynamicValue(parseType(['list', 'number']), [1]),
        DYNAMIC,
      ),
    ).toBe(false);
  });

  it('conforms to a type what comes from outside', () => {
    const type = parseType([
      'object',
      { a: 'string', n: 'number', b: 'bool', s: ['set', 'string'], o: ['object', { x: 'string' }] },
    ]);
    expect(
      conform({ a: 7, n: '65000', b: 'true', s: ['x', 'x'], o: { x: 'y', gone: 1 }, gone: true }, type),
    ).toEqual({
      a: '7',
      n: 65000,
      b: true,
      s: ['x'],
      o: { x: 'y' },
    });
    expect(conform({ a: ['no'], n: 'no', b: 'no' }, type)).toEqual({
      a: null,
      n: null,
      b: null,
      s: null,
      o: null,
    });
  });

  it('is idempotent when it conforms', () => {
    fc.assert(
      fc.property(typeAndValue(), ({ type, value }) => {
        const once = conform(value, type);
        expect(canonical(conform(once, type), type)).toBe(canonical(once, type));
      }),
    );
  });

  it('keeps the type of a dynamic value whose content is unchanged', () => {
    const given = dynamicValue(parseType(['object', { n: ['list', 'number'] }]), { n: [1] });
    expect(keepDynamicTypes(conform({ n: [1] }, DYNAMIC), given)).toBe(given);
    const changed = keepDynamicTypes(conform({ n: [2] }, DYNAMIC), given);
    expect(isDynamic(changed) && typeToJson(dynamicTypeOf(changed))).toEqual([
      'object',
      { n: ['tuple', ['number']] },
    ]);
  });
});
