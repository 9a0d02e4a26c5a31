/** Every state and cause of tunnel-status, each from a fault in the simulated world. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { LinkOptions } from '#tests/support/simulated-link.js';
import { causesOf, checkLinks, endClouds, verdictsOf } from '#tests/support/tunnel-checks.js';

afterEach(endClouds);

interface Case {
  readonly fault: string;
  readonly verdict: string;
  readonly tunnels: string;
  readonly causes: readonly string[];
  readonly link?: LinkOptions;
}

const HEALTHY = 'healthy healthy healthy healthy';
const DOWN = 'down down down down';
const BGP: LinkOptions = { podRouting: 'bgp' };
const one = (first: string): string => `${first} healthy healthy healthy`;

const CASES: readonly Case[] = [
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
    fault: 'link-instance-maintenance',
    verdict: 'degraded',
    tunnels: 'healthy healthy down down',
    causes: ['instance-maintenance'],
  },
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
  { fault: 'link-asn-loop', verdict: 'degraded', tunnels: HEALTHY, causes: ['asn-loop'], link: BGP },
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
    link: BGP,
  },
  { fault: 'link-prefix-limit', verdict: 'degraded', tunnels: HEALTHY, causes: ['prefix-limit'], link: BGP },
  { fault: 'link-peer-limit', verdict: 'degraded', tunnels: HEALTHY, causes: ['peer-limit'], link: BGP },
  { fault: 'link-udr', verdict: 'degraded', tunnels: HEALTHY, causes: ['node-udr'] },
  {
    fault: 'link-bgp-propagation-off',
    verdict: 'degraded',
    tunnels: HEALTHY,
    causes: ['gateway-subnet-udr', 'propagation-off'],
    link: { podRouting: 'udr' },
  },
  { fault: 'link-nsg', verdict: 'degraded', tunnels: HEALTHY, causes: ['node-nsg'] },
];

describe('a fault of the link gives its verdict and its cause', () => {
  test.each(CASES)('$fault', async ({ fault, verdict, tunnels, causes, link }) => {
    const checked = await checkLinks({ ...(link && { link }), clouds: { faults: [fault] } });
    const { document, result } = checked;
    expect(verdictsOf(checked).join(' ')).toBe(tunnels);
    expect(causesOf(checked)).toEqual(causes);
    expect(document.verdict).toBe(verdict);
    expect(result.outputs['causes']).toBe(causes.join(','));
    expect(result.exitCode).toBe(verdict === 'healthy' ? 0 : 1);
    for (const cause of document.links.flatMap((one) => one.causes)) {
      expect(result.summary).toContain(cause.certainty === 'certain' ? '**Cause**' : 'Likely cause');
    }
  });
});
