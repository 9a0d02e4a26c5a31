/** What is read as an address or a block, what is refused, and why. */
import { isIP } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  formatAddress,
  formatCidr,
  parseAddress,
  parseCidr,
  type CidrProblem,
  type Family,
} from '#lib/net/cidr.js';
import { cidrs, isMapped } from './small-universe.ts';

type Refused = readonly [text: string, problem: CidrProblem, corrected: string | null];

/** Texts that some tool takes, each with what is wrong with it and what is proposed. */
const REFUSED: readonly Refused[] = [
  // Octal and other leading zeros.
  ['010.0.0.0/8', 'leading-zero', null],
  ['10.0.010.0/24', 'leading-zero', null],
  ['08.0.0.0/8', 'leading-zero', null],
  ['0377.0.0.0/8', 'leading-zero', null],
  ['10.00.0.0/16', 'leading-zero', '10.0.0.0/16'],
  ['10.0.007.0/24', 'leading-zero', '10.0.7.0/24'],
  ['10.0.0.0/08', 'leading-zero', '10.0.0.0/8'],
  ['10.0.0.0/008', 'leading-zero', '10.0.0.0/8'],
  ['10.0.0.0/00', 'leading-zero', null],
  ['0.0.0.0/00', 'leading-zero', '0.0.0.0/0'],
  ['2001:db8::/032', 'leading-zero', '2001:db8::/32'],
  // Hexadecimal.
  ['0x0a.0.0.0/8', 'hexadecimal', null],
  ['0X0A.0.0.0/8', 'hexadecimal', null],
  ['0x0a000000/8', 'hexadecimal', null],
  ['10.0.0.0/0x8', 'prefix-form', null],
  // White space.
  [' 10.0.0.0/8', 'spaces', '10.0.0.0/8'],
  ['10.0.0.0/8 ', 'spaces', '10.0.0.0/8'],
  ['10.0.0.0/8\n', 'spaces', '10.0.0.0/8'],
  ['\t10.0.0.0/8', 'spaces', '10.0.0.0/8'],
  ['\u00a010.0.0.0/8', 'spaces', '10.0.0.0/8'],
  ['10.0.0.0 /8', 'spaces', null],
  ['10.0.0.0/ 8', 'spaces', null],
  ['10. 0.0.0/8', 'spaces', null],
  ['10.0.0.0/8 10.0.0.0/8', 'spaces', null],
  [' 10.1.2.3/8', 'spaces', null],
  // Signs.
  ['+10.0.0.0/8', 'sign', null],
  ['-10.0.0.0/8', 'sign', null],
  ['10.0.0.0/+8', 'sign', null],
  ['10.0.0.0/-1', 'sign', null],
  ['10.0.0.0/-0', 'sign', null],
  ['2001:db8::/-1', 'sign', null],
  // Prefix lengths.
  ['10.0.0.0', 'no-prefix', null],
  ['10.0.0.0/', 'no-prefix', null],
  ['2001:db8::', 'no-prefix', null],
  ['10.0.0.0/33', 'prefix-range', null],
  ['10.0.0.0/128', 'prefix-range', null],
  ['10.0.0.0/4294967304', 'prefix-range', null],
  ['2001:db8::/129', 'prefix-range', null],
  ['10.0.0.0/8.0', 'prefix-form', null],
  ['10.0.0.0/8e0', 'prefix-form', null],
  ['10.0.0.0/1_6', 'prefix-form', null],
  ['10.0.0.0/eight', 'prefix-form', null],
  ['10.0.0.0/255.0.0.0', 'prefix-form', '10.0.0.0/8'],
  ['10.0.0.0/0.255.255.255', 'prefix-form', null],
  ['10.0.0.0/255.0.255.0', 'prefix-form', null],
  ['2001:db8::/ffff::', 'prefix-form', null],
  ['10.0.0.0/8/8', 'prefix-form', null],
  ['10.0.0.0//8', 'prefix-form', null],
  // Short and long forms.
  ['10/8', 'short-form', null],
  ['10.1/16', 'short-form', null],
  ['10.1.2/24', 'short-form', null],
  ['167772160/8', 'short-form', null],
  ['10.0.0.0.0/8', 'not-an-address', null],
  ['10.0.0./8', 'not-an-address', null],
  ['.10.0.0.0/8', 'not-an-address', null],
  ['256.0.0.0/8', 'not-an-address', null],
  ['10.0.0.999/8', 'not-an-address', null],
  ['10.0.0.0-10.0.0.255', 'not-an-address', null],
  ['10.0.0.*/24', 'not-an-address', null],
  ['2001:db8/32', 'not-an-address', null],
  ['2001:db8:::/32', 'not-an-address', null],
  ['2001::db8::/32', 'not-an-address', null],
  ['1:2:3:4:5:6:7:8:9/128', 'not-an-address', null],
  ['02001:db8::/32', 'not-an-address', null],
  ['[2001:db8::]/32', 'not-an-address', null],
  ['::g/128', 'not-an-address', null],
  ['/8', 'not-an-address', null],
  ['vpc', 'not-an-address', null],
  ['null', 'not-an-address', null],
  // Zones.
  ['fe80::%eth0/64', 'zone-id', 'fe80::/64'],
  ['fe80::/64%eth0', 'prefix-form', null],
  ['10.0.0.0%eth0/8', 'zone-id', '10.0.0.0/8'],
  // IPv4 inside IPv6.
  ['::ffff:10.0.0.0/104', 'ipv4-in-ipv6', '10.0.0.0/8'],
  ['::FFFF:10.1.0.0/112', 'ipv4-in-ipv6', '10.1.0.0/16'],
  ['::ffff:a00:0/104', 'ipv4-in-ipv6', '10.0.0.0/8'],
  ['0:0:0:0:0:ffff:0a00:0000/104', 'ipv4-in-ipv6', '10.0.0.0/8'],
  ['::ffff:0:0/96', 'ipv4-in-ipv6', '0.0.0.0/0'],
  ['::ffff:10.0.0.0/8', 'ipv4-in-ipv6', null],
  ['::ffff:10.0.0.0', 'ipv4-in-ipv6', null],
  ['64:ff9b::10.0.0.0/104', 'ipv4-in-ipv6', '64:ff9b::a00:0/104'],
  ['::10.0.0.0/104', 'ipv4-in-ipv6', '::a00:0/104'],
  // Host bits.
  ['10.0.0.1/8', 'host-bits', '10.0.0.0/8'],
  ['10.1.0.0/8', 'host-bits', '10.0.0.0/8'],
  ['10.0.0.1/0', 'host-bits', '0.0.0.0/0'],
  ['169.254.21.3/30', 'host-bits', '169.254.21.0/30'],
  ['2001:DB8::1/32', 'host-bits', '2001:db8::/32'],
  ['::1/0', 'host-bits', '::/0'],
  // Other scripts and invisible characters.
  ['１０.0.0.0/8', 'non-ascii', null],
  ['١٠.0.0.0/8', 'non-ascii', null],
  ['10．0．0．0/8', 'non-ascii', null],
  ['10.0.0.0∕8', 'non-ascii', null],
  ['10.0.0.0/８', 'non-ascii', null],
  ['\u200b10.0.0.0/8', 'non-ascii', null],
  ['\u202e10.0.0.0/8', 'non-ascii', null],
  ['10.0.0.0/8\0', 'non-ascii', null],
  ['\ud800', 'non-ascii', null],
  // Nothing, and too much.
  ['', 'empty', null],
  [' \t', 'empty', null],
  ['1'.repeat(65), 'too-long', null],
  [`${'0'.repeat(100)}10.0.0.0/8`, 'too-long', null],
];

describe('parseCidr', () => {
  test.each(REFUSED)('refuses %j: %s', (text, problem, corrected) => {
    const parsed = parseCidr(text);
    expect(parsed).toMatchObject({ ok: false, problem, corrected });
    expect(parsed).toHaveProperty('message', expect.stringMatching(/^"[ -~…]*" [^]*\.$/u));
    if (corrected !== null) {
      expect(parsed).toHaveProperty('message', expect.stringContaining(corrected));
      expect(parseCidr(corrected)).toHaveProperty('ok', true);
    }
  });

  test.each([
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['255.255.255.255/32', '255.255.255.255/32'],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['169.254.21.4/30', '169.254.21.4/30'],
    ['::/0', '::/0'],
    ['::1/128', '::1/128'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['2001:0db8:0:0:0:0:0:0/32', '2001:db8::/32'],
    ['fd00:0:0:1::/64', 'fd00:0:0:1::/64'],
    ['1:0:0:2:0:0:0:0/64', '1:0:0:2::/64'],
    ['1:0:0:2:3:0:0:4/128', '1::2:3:0:0:4/128'],
    ['1:0:2:3:4:5:6:7/128', '1:0:2:3:4:5:6:7/128'],
    ['1::2:3:4:5:6:7/128', '1:0:2:3:4:5:6:7/128'],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128'],
    ['::ffff:0:0:0/80', '::ffff:0:0:0/80'],
    ['::fffe:0:0/95', '::fffe:0:0/95'],
  ])('reads %s as %s', (text, canonical) => {
    const parsed = parseCidr(text);
    if (!parsed.ok) throw new Error(parsed.message);
    expect(formatCidr(parsed.cidr)).toBe(canonical);
  });

  test('reads back what formatCidr writes', () => {
    fc.assert(
      fc.property(cidrs, (cidr) => {
        fc.pre(!isMapped(cidr));
        expect(parseCidr(formatCidr(cidr))).toEqual({ ok: true, cidr });
      }),
      { numRuns: 1000 },
    );
  });

  test('reads any text or says why not, and what it proposes can be read', () => {
    const characters = fc.constantFrom(
      ...Array.from('0123456789abcdefxX.:/%+- \n١'),
      '::',
      'ffff',
      '/0',
      '255',
    );
    const edited = fc
      .tuple(cidrs.map(formatCidr), fc.nat(45), fc.nat(3), fc.array(characters, { maxLength: 4 }))
      .map(([text, at, removed, added]) => text.slice(0, at) + added.join('') + text.slice(at + removed));
    const texts = fc.oneof(
      edited,
      fc.array(characters, { maxLength: 70 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const parsed of [parseCidr(text), parseAddress(text)]) {
          if (parsed.ok) continue;
          expect(parsed.message.length).toBeLessThan(600);
          if (parsed.corrected === null) continue;
          const isBlock = parsed.corrected.includes('/');
          expect((isBlock ? parseCidr : parseAddress)(parsed.corrected).ok).toBe(true);
          expect(parsed.corrected).not.toBe(text);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('parseAddress', () => {
  test('takes what net.isIP takes, except zones, dotted tails and IPv4 in disguise', () => {
    const group = fc.constantFrom('', '0', '1', 'f', 'ffff', 'FfFf', 'a00', '0000', '00000', 'g', '1.2.3.4');
    const octet = fc.constantFrom('', '0', '00', '1', '01', '9', '10', '99', '255', '256', '1000', 'a', '-1');
    const texts = fc.oneof(
      fc.array(group, { maxLength: 10 }).map((parts) => parts.join(':')),
      fc
        .tuple(fc.array(group, { maxLength: 7 }), fc.array(group, { maxLength: 7 }))
        .map(([head, tail]) => `${head.join(':')}::${tail.join(':')}`),
      fc.array(octet, { minLength: 3, maxLength: 5 }).map((parts) => parts.join('.')),
      fc.string({ unit: fc.constantFrom('0', '1', 'f', ':', '::', '.', '%', ' ') }),
    );
    const asNodeDoes = (text: string): number => {
      if (text.includes('%') || (text.includes(':') && text.includes('.'))) return 0;
      const parsed = parseAddress(text);
      return !parsed.ok && parsed.problem === 'ipv4-in-ipv6' ? 0 : isIP(text);
    };
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseAddress(text);
        expect(parsed.ok ? parsed.family : 0).toBe(asNodeDoes(text));
      }),
      { numRuns: 5000 },
    );
  });

  test.each<readonly [string, Family, bigint]>([
    ['0.0.0.0', 4, 0n],
    ['169.254.21.2', 4, 0xa9fe1502n],
    ['255.255.255.255', 4, 0xffffffffn],
    ['::', 6, 0n],
    ['2001:db8::1', 6, 0x20010db8000000000000000000000001n],
  ])('reads %s', (text, family, value) => {
    expect(parseAddress(text)).toEqual({ ok: true, family, value });
    expect(formatAddress(family, value)).toBe(text);
  });

  test.each<Refused>([
    ['169.254.21.2/30', 'unexpected-prefix', null],
    ['169.254.21.02', 'leading-zero', '169.254.21.2'],
    ['169.254.21', 'short-form', null],
    ['fe80::1%eth0', 'zone-id', 'fe80::1'],
    ['::ffff:169.254.21.2', 'ipv4-in-ipv6', '169.254.21.2'],
    [' 169.254.21.2', 'spaces', '169.254.21.2'],
    ['', 'empty', null],
    ['gateway', 'not-an-address', null],
  ])('refuses %j: %s', (text, problem, corrected) => {
    expect(parseAddress(text)).toMatchObject({ ok: false, problem, corrected });
  });
});

test('messages quote at most 60 characters, with nothing in them that a log or a page would act on', () => {
  for (const text of ['<'.repeat(300), '\u001b[31m10.0.0.0/8', '::error::10.0.0.0/8', '\u202e\u2066\ufeff']) {
    const parsed = parseCidr(text);
    if (parsed.ok) throw new Error('was read');
    expect(parsed.message).not.toMatch(/[^ -~…]/u);
    expect(parsed.message.length).toBeLessThan(150);
  }
});
