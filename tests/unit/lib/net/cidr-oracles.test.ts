/** The same questions to two other implementations: Python's ipaddress, strict, and the npm package ip-address. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Address4, Address6 } from 'ip-address';
import {
  formatAddress,
  formatCidr,
  merge,
  parseCidr,
  relation,
  subtract,
  type Cidr,
  type CidrProblem,
} from '#lib/net/cidr.js';
import { cidrs, isMapped, mixedCidrs, neighbours } from './small-universe.ts';

interface Questions {
  readonly texts: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
  readonly sets: readonly { readonly from: readonly string[]; readonly holes: readonly string[] }[];
}

/** `strict` and `loose`: canonical text, or null where Python refuses; loose takes host bits. */
interface Answers {
  readonly texts: readonly {
    readonly strict: string | null;
    readonly loose: string | null;
    readonly first?: string;
    readonly last?: string;
  }[];
  readonly pairs: readonly string[];
  readonly sets: readonly { readonly merged: readonly string[]; readonly left: readonly string[] }[];
}

/** Texts that Python takes and this project refuses, by the reason it gives. */
const STRICTER: readonly CidrProblem[] = [
  'no-prefix',
  'leading-zero',
  'prefix-form',
  'ipv4-in-ipv6',
  'zone-id',
];

const hasPython = spawnSync('python3', ['-c', 'import ipaddress']).status === 0;
const withPython = hasPython ? test : test.skip;

function askPython(questions: Questions): Answers {
  const program = join(import.meta.dirname, 'ipaddress-oracle.py');
  const input = JSON.stringify(questions);
  return JSON.parse(
    execFileSync('python3', [program], { input, encoding: 'utf8', maxBuffer: 1 << 26 }),
  ) as Answers;
}

const plain = cidrs.filter((cidr) => !isMapped(cidr));
const twoBlocks = neighbours.filter((pair) => !pair.some(isMapped));
const sets = mixedCidrs(12).filter((mixed) => !mixed.some(isMapped));

/** Valid blocks, blocks with host bits, and blocks with a few characters changed. */
const texts = fc.oneof(
  plain.map(formatCidr),
  fc
    .tuple(plain, fc.bigInt({ min: 0n, max: 300n }))
    .map(([cidr, n]) => `${formatAddress(cidr.family, cidr.first | n)}/${cidr.prefix}`),
  fc
    .tuple(
      plain.map(formatCidr),
      fc.nat(45),
      fc.nat(2),
      fc.constantFrom(...Array.from('0123456789abcdef.:/%+- x'), '::', '/33', '08', ''),
    )
    .map(([text, at, removed, added]) => text.slice(0, at) + added + text.slice(at + removed)),
);

describe('the core agrees with Python', () => {
  withPython(
    hasPython ? 'on texts, pairs and sets' : 'on texts, pairs and sets (skipped: there is no python3 here)',
    () => {
      const blocks = fc.sample(twoBlocks, 2000);
      const halves = fc
        .sample(sets, 300)
        .map((mixed) => [mixed.slice(0, mixed.length / 2), mixed.slice(mixed.length / 2)] as const);
      const asked: Questions = {
        texts: fc.sample(texts, 4000),
        pairs: blocks.map(([a, b]) => [formatCidr(a), formatCidr(b)]),
        sets: halves.map(([from, holes]) => ({ from: from.map(formatCidr), holes: holes.map(formatCidr) })),
      };
      const answers = askPython(asked);
      const disagreements = asked.texts.filter((text, index) => !agrees(text, answers.texts[index]));
      expect(disagreements).toEqual([]);
      expect(answers.texts.filter(({ strict }) => strict !== null).length).toBeGreaterThan(500);
      expect(blocks.map(([a, b]) => relation(a, b))).toEqual(answers.pairs);
      const own = halves.map(([from, holes]) => ({
        merged: merge(from).map(formatCidr),
        left: subtract(from, holes).map(formatCidr),
      }));
      expect(own).toEqual(answers.sets);
    },
    60_000,
  );
});

function agrees(text: string, answer: Answers['texts'][number] | undefined): boolean {
  if (answer === undefined) return false;
  const parsed = parseCidr(text);
  if (parsed.ok) {
    return (
      formatCidr(parsed.cidr) === answer.strict &&
      String(parsed.cidr.first) === answer.first &&
      String(parsed.cidr.last) === answer.last
    );
  }
  if (parsed.problem === 'host-bits') return answer.strict === null && parsed.corrected === answer.loose;
  return answer.strict === null || STRICTER.includes(parsed.problem);
}

describe('the core agrees with ip-address', () => {
  const read = (cidr: Cidr): Address4 | Address6 =>
    cidr.family === 4 ? new Address4(formatCidr(cidr)) : new Address6(formatCidr(cidr));

  test('on first and last address and the canonical text', () => {
    fc.assert(
      fc.property(plain, (cidr) => {
        const theirs = read(cidr);
        expect(theirs.startAddress().bigInt()).toBe(cidr.first);
        expect(theirs.endAddress().bigInt()).toBe(cidr.last);
        expect(theirs.subnetMask).toBe(cidr.prefix);
        expect(theirs.startAddress().correctForm()).toBe(formatAddress(cidr.family, cidr.first));
      }),
      { numRuns: 1000 },
    );
  });

  test('on which block holds which', () => {
    fc.assert(
      fc.property(twoBlocks, ([a, b]) => {
        const [left, right] = [read(a), read(b)];
        const isInside = left.isInSubnet(right);
        const contains = right.isInSubnet(left);
        const theirs = isInside ? (contains ? 'equal' : 'inside') : contains ? 'contains' : 'disjoint';
        expect(relation(a, b)).toBe(theirs);
      }),
      { numRuns: 1000 },
    );
  });
});
