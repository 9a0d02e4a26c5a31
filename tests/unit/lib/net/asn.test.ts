import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asnReservation, isPrivateAsn, parseAsn, RESERVED_ASNS, type AsnProblem } from '#lib/net/asn.js';

describe('parseAsn', () => {
  test('reads every number from 0 to 4294967295', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_294_967_295 }), (asn) => {
        expect(parseAsn(String(asn))).toEqual({ ok: true, asn });
      }),
    );
    expect(parseAsn('4294967295')).toEqual({ ok: true, asn: 4_294_967_295 });
  });

  test.each<readonly [string, AsnProblem, string | null]>([
    ['4294967296', 'range', null],
    ['99999999999999999999', 'range', null],
    ['65000.10', 'asdot', '4259840010'],
    ['0.65000', 'asdot', '65000'],
    ['1.0', 'asdot', '65536'],
    ['65536.1', 'asdot', null],
    ['1.65536', 'asdot', null],
    ['AS65000', 'form', '65000'],
    ['as 65000', 'form', '65000'],
    [' 65000', 'form', '65000'],
    ['65000\n', 'form', '65000'],
    ['065000', 'form', '65000'],
    ['AS4294967296', 'form', null],
    ['-1', 'form', null],
    ['+65000', 'form', null],
    ['0xfde8', 'form', null],
    ['6.5e4', 'form', null],
    ['65_000', 'form', null],
    ['65,000', 'form', null],
    ['٦٥٠٠٠', 'form', null],
    ['１２', 'form', null],
    ['null', 'form', null],
    ['', 'empty', null],
    ['  ', 'empty', null],
  ])('refuses %j: %s', (text, problem, corrected) => {
    const parsed = parseAsn(text);
    expect(parsed).toMatchObject({ ok: false, problem, corrected });
    expect(parsed).toHaveProperty('message', expect.stringContaining(corrected ?? '"'));
    if (corrected !== null) expect(parseAsn(corrected)).toHaveProperty('ok', true);
  });

  test('names the asplain form of any asdot', () => {
    const half = fc.integer({ min: 0, max: 65_535 });
    fc.assert(
      fc.property(half, half, (high, low) => {
        expect(parseAsn(`${high}.${low}`)).toMatchObject({
          ok: false,
          problem: 'asdot',
          corrected: String(high * 65_536 + low),
        });
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parseAsn(text).ok).toBe('boolean');
      }),
    );
  });
});

describe('reserved and private ASNs', () => {
  const AZURE = [8074, 8075, 12_076, 65_515, 65_517, 65_518, 65_519, 65_520];
  const IANA = [0, 23_456, 64_496, 64_511, 65_535, 65_536, 65_551, 4_294_967_295];

  test.each(AZURE)('%d is kept by Azure', (asn) => expect(asnReservation(asn)?.by).toBe('Azure'));
  test.each(IANA)('%d is kept by IANA', (asn) => expect(asnReservation(asn)?.by).toBe('IANA'));
  test.each([
    1, 8073, 8076, 23_455, 64_495, 64_512, 65_000, 65_514, 65_516, 65_521, 65_534, 65_552, 4_294_967_294,
  ])('%d may be used', (asn) => expect(asnReservation(asn)).toBeNull());

  test('each reservation says why and where that is written, and none overlap', () => {
    for (const [index, { first, last, reason, source }] of RESERVED_ASNS.entries()) {
      expect(first).toBeLessThanOrEqual(last);
      expect(first).toBeGreaterThan(RESERVED_ASNS[index - 1]?.last ?? -1);
      expect([reason, source]).toEqual([expect.stringMatching(/^\w/), expect.stringMatching(/^\w/)]);
    }
  });

  test.each([
    [64_511, false],
    [64_512, true],
    [65_534, true],
    [65_535, false],
    [4_199_999_999, false],
    [4_200_000_000, true],
    [4_294_967_294, true],
    [4_294_967_295, false],
  ])('%d is private: %p', (asn, isPrivate) => expect(isPrivateAsn(asn)).toBe(isPrivate));
});
