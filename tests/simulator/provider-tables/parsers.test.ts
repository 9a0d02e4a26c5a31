import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  contains,
  formatAddress,
  formatPrefix,
  overlaps,
  parseIpv4,
  parseIpv6,
  parsePrefix,
  prefixSize,
  type Prefix,
} from '#simulator/terraform-provider/tables/addresses.js';
import { duplicateKey, goJsonError } from '#simulator/terraform-provider/rules/go-json.js';

const bigint = (bits: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n });
const prefix = fc
  .oneof(
    fc.tuple(fc.constant(4 as const), bigint(32), fc.integer({ min: 0, max: 32 })),
    fc.tuple(fc.constant(6 as const), bigint(128), fc.integer({ min: 0, max: 128 })),
  )
  .map(([version, address, length]) => parsePrefix(`${formatAddress(version, address)}/${length}`));
const known = prefix.filter((value): value is Prefix => value !== undefined);

describe('addresses', () => {
  test('what is written is read again', () => {
    fc.assert(fc.property(bigint(32), (value) => parseIpv4(formatAddress(4, value)) === value));
    fc.assert(fc.property(bigint(128), (value) => parseIpv6(formatAddress(6, value)) === value));
    fc.assert(fc.property(fc.ipV6(), (text) => text.includes('%') || parseIpv6(text) !== undefined));
  });

  test('every prefix made is read; its network has no host bits and contains it', () => {
    fc.assert(
      fc.property(prefix, (value) => {
        if (value === undefined) return false;
        const network = parsePrefix(formatPrefix(value));
        return (
          network !== undefined &&
          network.address === network.network &&
          contains(network, value) &&
          value.address - value.network < prefixSize(value)
        );
      }),
    );
  });

  test('two prefixes are nested or share no address', () => {
    fc.assert(
      fc.property(known, known, (a, b) => {
        const share =
          a.version === b.version &&
          a.network < b.network + prefixSize(b) &&
          b.network < a.network + prefixSize(a);
        return overlaps(a, b) === share && overlaps(b, a) === share;
      }),
    );
  });
});

describe('JSON as Go reads it', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const noisy = fc
    .tuple(fc.json(), fc.nat(40), fc.constantFrom('', '}', ',', '"', '0', 'x', ' ', '\\', '[', ':'))
    .map(([text, at, noise]) => text.slice(0, at) + noise + text.slice(at));

  test('accepts what JSON.parse accepts and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), noisy, fc.string()),
        (text) => (goJsonError(text) === undefined) === parses(text),
      ),
      { numRuns: 500 },
    );
  });

  test('finds a key that stands twice', () => {
    expect(duplicateKey('{"a":1,"b":{"a":1}}')).toBeUndefined();
    expect(duplicateKey('{"a":1,"b":[{"c":1,"c":2}]}')).toBe('c');
  });
});
