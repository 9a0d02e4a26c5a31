import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  agree,
  allUp,
  anyUp,
  carries,
  complete,
  judgeLink,
  judgeSignals,
  type Signal,
  type TunnelSignals,
  type Verdict,
  VERDICTS,
} from '#lib/tunnels/algebra.js';

const signal = fc.constantFrom<Signal>('up', 'down', 'unknown');
const side = fc.record({ ike: signal, ipsec: signal, bgp: signal });
const signals: fc.Arbitrary<TunnelSignals> = fc.record({
  aws: side,
  azure: side,
  routes: signal,
  quality: signal,
  provisioning: fc.boolean(),
  settling: fc.boolean(),
});
const UP = { ike: 'up', ipsec: 'up', bgp: 'up' } as const;
const DOWN = { ike: 'down', ipsec: 'down', bgp: 'down' } as const;
const GOOD: TunnelSignals = {
  aws: UP,
  azure: UP,
  routes: 'up',
  quality: 'up',
  provisioning: false,
  settling: false,
};

describe('two views of a layer', () => {
  test.each([
    ['up', 'up', 'up'],
    ['up', 'down', 'asymmetric'],
    ['up', 'unknown', 'unknown'],
    ['down', 'unknown', 'down'],
    ['down', 'down', 'down'],
    ['unknown', 'unknown', 'unknown'],
  ] as const)('%s and %s is %s, either way round', (one, other, expected) => {
    expect(agree(one, other)).toBe(expected);
    expect(agree(other, one)).toBe(expected);
  });

  test('a layer that is up proves what is below, and nothing that was said is changed', () => {
    expect(complete({ ike: 'unknown', ipsec: 'unknown', bgp: 'up' })).toEqual(UP);
    expect(complete({ ike: 'unknown', ipsec: 'unknown', bgp: 'down' }).ipsec).toBe('unknown');
    fc.assert(
      fc.property(side, (given) => {
        const full = complete(given);
        expect(complete(full)).toEqual(full);
        for (const layer of ['ike', 'ipsec', 'bgp'] as const) {
          if (given[layer] !== 'unknown') expect(full[layer]).toBe(given[layer]);
        }
      }),
    );
  });
});

describe('a tunnel', () => {
  test.each<[string, Partial<TunnelSignals>, Verdict]>([
    ['everything up', {}, 'healthy'],
    ['one side down', { aws: DOWN }, 'asymmetric'],
    ['one side down just now', { aws: DOWN, settling: true }, 'settling'],
    ['both down', { aws: DOWN, azure: DOWN }, 'down'],
    ['both down while it is made', { aws: DOWN, azure: DOWN, provisioning: true }, 'provisioning'],
    ['one side silent', { azure: { ike: 'unknown', ipsec: 'unknown', bgp: 'unknown' } }, 'unknown'],
    ['no routes', { routes: 'down' }, 'degraded'],
    ['routes not read', { routes: 'unknown' }, 'unknown'],
    ['weak', { quality: 'down' }, 'degraded'],
    ['quality not read', { quality: 'unknown' }, 'unknown'],
    ['just up', { settling: true }, 'settling'],
    ['BGP down on both', { aws: { ...UP, bgp: 'down' }, azure: { ...UP, bgp: 'down' } }, 'down'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeSignals({ ...GOOD, ...change })).toBe(verdict);
  });

  test('is healthy only when all is known to be good', () => {
    fc.assert(
      fc.property(signals, (given) => {
        if (judgeSignals(given) !== 'healthy') return;
        expect(complete(given.aws)).toEqual(UP);
        expect(complete(given.azure)).toEqual(UP);
        expect([given.routes, given.quality, given.provisioning, given.settling]).toEqual([
          'up',
          'up',
          false,
          false,
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  test('does not get better when something known is forgotten', () => {
    fc.assert(
      fc.property(signals, (given) => {
        const less = { ...given, azure: { ike: 'unknown', ipsec: 'unknown', bgp: 'unknown' } } as const;
        if (judgeSignals(given) !== 'healthy') expect(judgeSignals(less)).not.toBe('healthy');
      }),
    );
  });
});

describe('a link', () => {
  const verdict = fc.constantFrom(...VERDICTS);
  const link = fc.record({
    tunnels: fc.array(verdict, { maxLength: 6 }),
    networks: signal,
    redundancy: signal,
  });

  test('is healthy exactly when every tunnel, network and redundancy is, and there is a tunnel', () => {
    fc.assert(
      fc.property(link, (given) => {
        const all = given.tunnels.every((one) => one === 'healthy') && given.tunnels.length > 0;
        const isGood = all && given.networks === 'up' && given.redundancy === 'up';
        expect(judgeLink(given) === 'healthy').toBe(isGood);
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[readonly Verdict[], Verdict]>([
    [[], 'unknown'],
    [['down', 'down'], 'down'],
    [['down', 'provisioning'], 'provisioning'],
    [['down', 'unknown'], 'unknown'],
    [['down', 'asymmetric'], 'asymmetric'],
    [['healthy', 'down'], 'degraded'],
    [['healthy', 'asymmetric'], 'asymmetric'],
    [['healthy', 'unknown'], 'unknown'],
    [['healthy', 'settling'], 'settling'],
  ])('of %j is %s', (tunnels, expected) => {
    expect(judgeLink({ tunnels, networks: 'up', redundancy: 'up' })).toBe(expected);
  });

  test('of which nothing carries is not called degraded', () => {
    fc.assert(
      fc.property(link, (given) => {
        if (given.tunnels.some((one) => carries(one) === 'up')) return;
        expect(['down', 'provisioning', 'unknown', 'asymmetric']).toContain(judgeLink(given));
      }),
    );
  });
});

test('of nothing, nothing is known', () => {
  expect([allUp([]), anyUp([])]).toEqual(['unknown', 'unknown']);
  expect([
    allUp(['up', 'unknown']),
    allUp(['unknown', 'down']),
    anyUp(['down', 'unknown']),
    anyUp(['down', 'up']),
  ]).toEqual(['unknown', 'down', 'unknown', 'up']);
});
