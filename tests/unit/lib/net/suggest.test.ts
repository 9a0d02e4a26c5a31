import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '#lib/action/errors.js';
import { blockOf, type Cidr, formatCidr, parseCidr, relation } from '#lib/net/cidr.js';
import { checkAddressPlan } from '#lib/net/rules/check.js';
import { suggestionTfvars } from '#lib/net/suggest-tfvars.js';
import { type Sizes, suggestPlan, type Suggestion } from '#lib/net/suggest.js';

const NOW = new Date('2026-11-22T12:00:00Z');

const SIZES: Sizes = {
  nodes: 20,
  surge: 10,
  podsPerNode: 110,
  services: 4000,
  zones: 2,
  addressesPerZone: 2000,
  tunnels: 4,
  podRouting: 'gateway',
};

function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.cidr;
}

function suggest(
  sizes: Partial<Sizes>,
  forbidden: readonly Cidr[] = [],
  forbiddenAsns: readonly number[] = [],
) {
  return suggestPlan({ sizes: { ...SIZES, ...sizes }, forbidden, forbiddenAsns, now: NOW });
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ActionError) return `${error.code} ${error.message}`;
    throw error;
  }
  throw new Error('nothing was refused');
}

const blocksOf = ({ vpc, service, vnet, pods }: Suggestion) => [vpc, service, vnet, pods];

const anySizes: fc.Arbitrary<Sizes> = fc.record({
  nodes: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 100_000 })),
  surge: fc.integer({ min: 0, max: 200 }),
  podsPerNode: fc.integer({ min: 1, max: 1000 }),
  services: fc.integer({ min: 1, max: 1_000_000 }),
  zones: fc.integer({ min: 2, max: 4 }),
  addressesPerZone: fc.oneof(fc.integer({ min: 1, max: 8000 }), fc.integer({ min: 1, max: 100_000 })),
  tunnels: fc.integer({ min: 1, max: 128 }),
  podRouting: fc.constantFrom('gateway', 'bgp', 'udr', 'masquerade'),
});

/** Mostly inside private space, where they are in the way. */
const anyForbidden: fc.Arbitrary<readonly Cidr[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '0.0.0.0/0'),
      fc.nat(),
      fc.integer({ min: 0, max: 24 }),
    )
    .map(([base, offset, longer]) => {
      const within = cidr(base);
      const size = within.last - within.first + 1n;
      return blockOf(4, within.first + (BigInt(offset) % size), Math.min(32, within.prefix + longer));
    }),
  { maxLength: 12 },
);

describe('a proposed plan', () => {
  test('passes every rule and avoids what is forbidden, or the refusal says what does not fit', () => {
    let proposed = 0;
    fc.assert(
      fc.property(
        anySizes,
        anyForbidden,
        fc.array(fc.integer({ min: 64_000, max: 65_534 }), { maxLength: 6 }),
        (sizes, forbidden, asns) => {
          let plan: Suggestion;
          try {
            plan = suggestPlan({ sizes, forbidden, forbiddenAsns: asns, now: NOW });
          } catch (error) {
            expect(error).toBeInstanceOf(ActionError);
            expect((error as ActionError).code).toBe('EHA1542');
            return;
          }
          proposed += 1;
          const { verdict, findings } = checkAddressPlan(plan.facts, {
            severities: {},
            ignores: [],
            now: NOW,
          });
          expect([verdict, findings]).toEqual(['passed', []]);
          for (const block of [...blocksOf(plan), ...plan.tunnels]) {
            for (const other of forbidden) expect(relation(block, other)).toBe('disjoint');
          }
          const { transitGateway, azureGateway, cilium } = plan.asns;
          expect(new Set([transitGateway, azureGateway, cilium]).size).toBe(3);
          expect(asns).not.toContain(transitGateway);
          expect(asns).not.toContain(cilium);
        },
      ),
      { numRuns: 120 },
    );
    // Otherwise the property would hold of a function that always refuses.
    expect(proposed).toBeGreaterThan(10);
  });

  test('is as small as the sizes allow', () => {
    const plan = suggest({});
    expect([...blocksOf(plan), plan.nodes].map(({ prefix }) => prefix)).toEqual([18, 20, 22, 20, 26]);
    expect(plan.nodeMask).toBe(25);
  });

  test('finds the last room', () => {
    const forbidden = [
      '10.0.0.0/9',
      '10.128.0.0/10',
      '10.192.0.0/11',
      '10.224.0.0/12',
      '172.16.0.0/12',
      '192.168.0.0/16',
    ];
    const plan = suggest({}, forbidden.map(cidr));
    for (const block of blocksOf(plan)) expect(relation(cidr('10.240.0.0/12'), block)).toBe('contains');
  });

  test('steps aside for numbers that others have', () => {
    expect(suggest({}, [], [64_512, 64_513, 65_010]).asns).toEqual({
      transitGateway: 64_514,
      azureGateway: 65_515,
      cilium: 65_011,
    });
  });

  test.each<[string, Partial<Sizes>, readonly string[], RegExp]>([
    [
      'nodes times pods',
      { nodes: 100_000, podsPerNode: 1000 },
      [],
      /remote_pod_cidrs, which may be \/8 at most/,
    ],
    ['addresses of a zone', { addressesPerZone: 50_000 }, [], /vpc_cidr, which may be \/16 at most/],
    ['peers of Route Server', { podRouting: 'bgp', nodes: 9, surge: 0 }, [], /Route Server .* takes 8/],
    ['all forbidden', {}, ['0.0.0.0/0'], /vpc_cidr needs a \/18/],
    [
      'room for the largest only',
      {},
      ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/17', '192.168.128.0/18'],
      /(remote_pod_cidrs|service_cidr) needs a \/20/,
    ],
    [
      'tunnels',
      { tunnels: 10 },
      ['169.254.21.0/24', '169.254.22.0/25', '169.254.22.128/26', '169.254.22.192/27'],
      /10 tunnels/,
    ],
  ])('%s: refused', (_name, sizes, forbidden, message) => {
    const text = refusal(() => suggest(sizes, forbidden.map(cidr)));
    expect(text).toMatch(/^EHA1542 /);
    expect(text).toMatch(message);
  });

  test('as tfvars of the foundation stack', () => {
    const sizes: Sizes = { ...SIZES, podRouting: 'bgp', nodes: 6, surge: 1 };
    const plan = suggest(sizes, [cidr('10.0.0.0/12'), cidr('169.254.21.0/30')]);
    const text = suggestionTfvars(plan, sizes);
    expect(text).toContain(`vpc_cidr            = "${formatCidr(plan.vpc)}"`);
    expect(text).toContain('route_server_subnet = true');
    expect(text).toContain(`remote_pod_cidrs    = ["${formatCidr(plan.pods)}"]`);
    expect(text).toContain('# 169.254.21.4/30');
    expect(suggestionTfvars(suggest({}), SIZES)).not.toContain('Tunnels');
  });
});
