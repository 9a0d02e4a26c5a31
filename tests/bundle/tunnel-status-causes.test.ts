/** Every state and cause of tunnel-status, each from a fault in the simulated world. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Checked, causesOf, checkLinks, endClouds, verdictsOf } from '#tests/support/tunnel-checks.js';

afterAll(endClouds);

interface Case {
  readonly fault: string;
  readonly verdict: string;
  readonly tunnels: string;
  readonly causes: readonly string[];
  readonly podRouting?: 'bgp' | 'udr';
}

const HEALTHY = 'healthy healthy healthy healthy';
const DOWN = 'down down down down';
const one = (first: string): string => `${first} healthy healthy healthy`;

/** Mistakes in the configuration: each is that of one link of many. */
const MISTAKES: readonly Case[] = [
  {
    fault: 'link-custom-bgp-missing',
    verdict: 'degraded',
    tunnels: 'healthy down healthy down',
    causes: ['custom-bgp-missing'],
  },
  { fault: 'link-swapped-bgp', verdict: 'down', tunnels: DOWN, causes: ['custom-bgp-swapped'] },
  {
    fault: 'link-swapped',
    verdict: 'degraded',
    tunnels: 'down healthy down healthy',
    causes: ['addresses-swapped'],
  },
  { fault: 'link-equal-asns', verdict: 'down', tunnels: DOWN, causes: ['asns-equal'] },
  {
    fault: 'link-asn-loop',
    verdict: 'degraded',
    tunnels: HEALTHY,
    causes: ['asn-loop'],
    podRouting: 'bgp',
  },
  { fault: 'link-sa-lifetime', verdict: 'healthy', tunnels: HEALTHY, causes: ['lifetime-mismatch'] },
  { fault: 'link-cipher', verdict: 'degraded', tunnels: one('down'), causes: ['cipher-mismatch'] },
  { fault: 'link-psk', verdict: 'degraded', tunnels: one('down'), causes: ['key-differs'] },
  { fault: 'link-propagation-off', verdict: 'degraded', tunnels: HEALTHY, causes: ['propagation-off'] },
  {
    fault: 'link-no-routes',
    verdict: 'degraded',
    tunnels: 'degraded degraded degraded degraded',
    causes: ['association-missing'],
  },
  { fault: 'link-vpc-route-missing', verdict: 'degraded', tunnels: HEALTHY, causes: ['vpc-route-missing'] },
  {
    fault: 'link-branch-to-branch-off',
    verdict: 'degraded',
    tunnels: HEALTHY,
    causes: ['branch-to-branch-off'],
    podRouting: 'bgp',
  },
  {
    fault: 'link-prefix-limit',
    verdict: 'degraded',
    tunnels: HEALTHY,
    causes: ['prefix-limit'],
    podRouting: 'bgp',
  },
  {
    fault: 'link-peer-limit',
    verdict: 'degraded',
    tunnels: HEALTHY,
    causes: ['peer-limit'],
    podRouting: 'bgp',
  },
  { fault: 'link-udr', verdict: 'degraded', tunnels: HEALTHY, causes: ['node-udr'] },
  {
    fault: 'link-bgp-propagation-off',
    verdict: 'degraded',
    tunnels: HEALTHY,
    causes: ['gateway-subnet-udr', 'propagation-off'],
    podRouting: 'udr',
  },
  { fault: 'link-nsg', verdict: 'degraded', tunnels: HEALTHY, causes: ['node-nsg'] },
  { fault: 'link-gateway-nsg', verdict: 'down', tunnels: DOWN, causes: ['gateway-subnet-nsg'] },
  { fault: 'link-outside-address', verdict: 'degraded', tunnels: one('down'), causes: ['outside-address'] },
  { fault: 'link-asn-differs', verdict: 'degraded', tunnels: one('down'), causes: ['asn-differs'] },
  { fault: 'link-bgp-off', verdict: 'degraded', tunnels: one('down'), causes: ['bgp-off'] },
  { fault: 'link-weak-cipher', verdict: 'degraded', tunnels: one('degraded'), causes: ['weak-cipher'] },
  {
    fault: 'link-tunnel-missing',
    verdict: 'degraded',
    tunnels: 'healthy healthy healthy down',
    causes: ['tunnel-missing'],
  },
  {
    fault: 'link-vpc-detached',
    verdict: 'degraded',
    tunnels: 'degraded degraded degraded degraded',
    causes: ['no-routes'],
  },
];

/** What strikes both clouds as a whole, or the first tunnel that there is. */
const EVENTS: readonly Case[] = [
  {
    fault: 'link-gateway-updating',
    verdict: 'provisioning',
    tunnels: 'provisioning provisioning provisioning provisioning',
    causes: ['gateway-updating'],
  },
  {
    fault: 'link-provisioning',
    verdict: 'provisioning',
    tunnels: 'provisioning provisioning provisioning provisioning',
    causes: [],
  },
  { fault: 'link-down', verdict: 'down', tunnels: DOWN, causes: [] },
  {
    fault: 'link-aws-maintenance',
    verdict: 'degraded',
    tunnels: one('down'),
    causes: ['instance-maintenance'],
  },
  { fault: 'link-maintenance-announced', verdict: 'healthy', tunnels: HEALTHY, causes: [] },
  { fault: 'link-asymmetric', verdict: 'asymmetric', tunnels: one('asymmetric'), causes: [] },
  { fault: 'link-flapping', verdict: 'degraded', tunnels: one('degraded'), causes: ['flapping'] },
  { fault: 'link-local-address', verdict: 'healthy', tunnels: HEALTHY, causes: [] },
];

const isAnnounced = (fault: string): boolean => fault === 'link-maintenance-announced';

const LINKS = 50;

describe('fifty links in one run, half of them broken, each in its own way', () => {
  let checked: Checked;
  beforeAll(async () => {
    const each = MISTAKES.map(({ fault, podRouting }) => ({ fault, ...(podRouting && { podRouting }) }));
    checked = await checkLinks({ link: { links: LINKS, nodes: 1, each }, timeoutMs: 200_000 });
  }, 210_000);

  const linkOf = (number: number) =>
    checked.document.links.find(({ id }) => id.endsWith(`/hybrid-${number}-vpn`));

  test.each(MISTAKES.map((mistake, number) => ({ ...mistake, number })))(
    '$fault',
    ({ number, verdict, tunnels, causes }) => {
      const link = linkOf(number);
      const told = link?.causes ?? [];
      expect([...new Set(told.map(({ id }) => id))]).toEqual(causes);
      expect(link?.tunnels.map((tunnel) => tunnel.verdict).join(' ')).toBe(tunnels);
      expect(link?.verdict).toBe(verdict);
    },
  );

  test('the others are healthy, and the step fails', () => {
    const { result, document } = checked;
    const others = Array.from({ length: LINKS - MISTAKES.length }, (_, index) =>
      linkOf(MISTAKES.length + index),
    );
    expect(others.map((link) => link?.verdict)).toEqual(others.map(() => 'healthy'));
    expect(others.flatMap((link) => link?.causes ?? [])).toEqual([]);
    expect(document.links).toHaveLength(LINKS);
    expect(document.verdict).toBe('down');
    expect(result.exitCode).toBe(1);
    expect(new Set(result.outputs['causes']?.split(','))).toEqual(
      new Set(MISTAKES.flatMap(({ causes }) => causes)),
    );
  });
});

describe('what happens to a link gives its verdict and its cause', () => {
  const runs = new Map<string, Checked>();
  beforeAll(async () => {
    await Promise.all(
      EVENTS.map(async ({ fault }) => runs.set(fault, await checkLinks({ clouds: { faults: [fault] } }))),
    );
  }, 120_000);

  test.each(EVENTS)('$fault', ({ fault, verdict, tunnels, causes }) => {
    const checked = runs.get(fault);
    if (checked === undefined) throw new Error(`${fault} was not run`);
    const { document, result } = checked;
    expect(verdictsOf(checked).join(' ')).toBe(tunnels);
    expect(causesOf(checked)).toEqual(causes);
    expect(document.verdict).toBe(verdict);
    expect(result.outputs['causes']).toBe(causes.join(','));
    expect(result.exitCode).toBe(verdict === 'healthy' ? 0 : 1);
    const announced = document.links.flatMap((one) =>
      one.tunnels.map((tunnel) => tunnel.maintenance?.pending),
    );
    expect(announced.filter((pending) => pending === true)).toHaveLength(isAnnounced(fault) ? 1 : 0);
    expect(result.summary.includes('AWS has announced maintenance of')).toBe(isAnnounced(fault));
    for (const cause of document.links.flatMap((one) => one.causes)) {
      expect(result.summary).toContain(cause.certainty === 'certain' ? '**Cause**' : 'Likely cause');
    }
  });
});
