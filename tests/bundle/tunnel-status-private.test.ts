/** tunnel-status on private links, through its committed bundle, against simulated EC2, Direct Connect and ARM. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Checked, checkLinks, endClouds, pathsOf } from '#tests/support/tunnel-checks.js';

afterAll(endClouds);

const UP = 'healthy healthy';
const HEALTHY = `${UP} | ${UP} | ${UP}`;

describe('a healthy private link', () => {
  test('is healthy on every hop, however pods are routed', async () => {
    const each = (['gateway', 'bgp', 'udr', 'masquerade'] as const).map((podRouting) => ({ podRouting }));
    const checked = await checkLinks({ link: { kind: 'private', each }, inputs: { require: 'per-domain' } });
    const { result, document } = checked;
    expect(document.links.map(({ kind }) => kind)).toEqual(Array(4).fill('private'));
    for (const link of document.links) {
      expect(link.unknown).toEqual([]);
      expect(link.networks.filter(({ state }) => state !== 'up')).toEqual([]);
      expect(link.causes).toEqual([]);
      expect(pathsOf(link)).toBe(HEALTHY);
      expect(link.redundancy).toMatchObject({ state: 'up', working: 2, possible: 2 });
      expect(link.mtu.mtu).toBe(1500);
      expect(link.networks.flatMap(({ hops }) => hops.map(({ hop }) => hop))).toContain('allowed-prefixes');
    }
    expect(document.verdict).toBe('healthy');
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ required: 'up', redundant: 'true', healthy: '24', tunnels: '24' });
    const junit = readFileSync(result.outputs['junit'] ?? '', 'utf8');
    expect(junit).toMatch(/failures="0" errors="0"/);
    expect(junit).toContain('virtual-interface hybrid-0-0');
    expect(result.stdout).toContain('6 of 6 paths healthy');
  });

  test('costs each call once, and a VPN asks nothing of Direct Connect or ExpressRoute', async () => {
    const [closed, vpn] = await Promise.all([checkLinks({ link: { kind: 'private' } }), checkLinks()]);
    expect([...closed.clouds.directConnect.requests].sort()).toEqual([
      'DescribeDirectConnectGatewayAssociations',
      'DescribeDirectConnectGatewayAttachments',
      'DescribeVirtualInterfaces',
    ]);
    expect(vpn.clouds.directConnect.requests).toEqual([]);
    const circuits = (of: Checked): readonly string[] =>
      of.clouds.arm.requests.filter((one) => /expressRoute/i.test(one));
    expect(circuits(vpn)).toEqual([]);
    expect(circuits(closed)).toHaveLength(3);
    const { summary } = closed.result;
    expect(summary).toContain('Router at the colocation');
    expect(summary).toContain('Port of the circuit');
  });

  test('with a VPN beside it: both are shown, and both are healthy', async () => {
    const { document, result } = await checkLinks({ link: { kind: 'both' }, inputs: { require: 'all' } });
    expect(document.links.map(({ kind, verdict, name }) => [kind, verdict, name])).toEqual([
      ['vpn', 'healthy', 'hybrid-0-vpn'],
      ['private', 'healthy', 'hybrid-0-express-route'],
    ]);
    const hops = document.links[0]?.networks.flatMap((network) => network.hops) ?? [];
    expect(hops.find(({ hop }) => hop === 'transit-gateway')?.detail).toContain('private link');
    expect(result.outputs).toMatchObject({ links: '2', tunnels: '10', healthy: '10', causes: '' });
    expect(result.exitCode).toBe(0);
  });

  test('without expectations is found, and proves no network', async () => {
    const { document, result } = await checkLinks({
      link: { kind: 'private' },
      inputs: { expectations: '', 'azure-resource-groups': 'hybrid-network' },
    });
    expect(pathsOf(document.links[0])).toBe(HEALTHY);
    expect(document.verdict).toBe('unknown');
    expect(result.exitCode).toBe(1);
  });
});

interface Case {
  readonly fault: string;
  readonly verdict: string;
  readonly paths: string;
  readonly causes: readonly string[];
  readonly podRouting?: 'bgp';
}

/** Each is that of one private link of many. */
const MISTAKES: readonly Case[] = [
  {
    fault: 'link-interface-confirming',
    verdict: 'degraded',
    paths: `down healthy | ${UP} | ${UP}`,
    causes: ['interface-unconfirmed'],
  },
  {
    fault: 'link-interface-rejected',
    verdict: 'degraded',
    paths: `down healthy | ${UP} | ${UP}`,
    causes: ['interface-unconfirmed'],
  },
  {
    fault: 'link-interface-pending',
    verdict: 'provisioning',
    paths: `provisioning provisioning | down down | ${UP}`,
    causes: [],
  },
  {
    fault: 'link-interface-testing',
    verdict: 'degraded',
    paths: `down healthy | ${UP} | ${UP}`,
    causes: ['interface-testing'],
  },
  {
    fault: 'link-interface-detached',
    verdict: 'degraded',
    paths: `down healthy | ${UP} | ${UP}`,
    causes: ['interface-detached'],
  },
  {
    fault: 'link-interfaces-gone',
    verdict: 'down',
    paths: `down | down down | ${UP}`,
    causes: ['interface-detached'],
  },
  { fault: 'link-same-device', verdict: 'degraded', paths: HEALTHY, causes: [] },
  {
    fault: 'link-unassociated',
    verdict: 'down',
    paths: `${UP} | down down | ${UP}`,
    causes: ['direct-connect-unassociated'],
  },
  {
    fault: 'link-prefix-not-allowed',
    verdict: 'degraded',
    paths: `${UP} | degraded degraded | ${UP}`,
    causes: ['prefix-not-allowed'],
  },
  {
    fault: 'link-interface-prefixes',
    verdict: 'down',
    paths: `down down | down down | ${UP}`,
    causes: ['prefix-limit', 'interface-bgp-down'],
    podRouting: 'bgp',
  },
  {
    fault: 'link-circuit-provisioning',
    verdict: 'provisioning',
    paths: `${UP} | provisioning provisioning | down down`,
    causes: [],
  },
  {
    fault: 'link-circuit-returned',
    verdict: 'down',
    paths: `${UP} | down down | down down`,
    causes: ['circuit-not-provisioned'],
  },
  {
    fault: 'link-circuit-disabled',
    verdict: 'down',
    paths: `${UP} | down down | down down`,
    causes: ['circuit-disabled'],
  },
  {
    fault: 'link-peering-missing',
    verdict: 'down',
    paths: `${UP} | down down | down down`,
    causes: ['peering-off'],
  },
  {
    fault: 'link-peering-disabled',
    verdict: 'down',
    paths: `${UP} | down down | ${UP}`,
    causes: ['peering-off'],
  },
  {
    fault: 'link-port-down',
    verdict: 'degraded',
    paths: `${UP} | healthy down | ${UP}`,
    causes: ['port-bgp-down'],
  },
  {
    fault: 'link-authorization-gone',
    verdict: 'down',
    paths: `${UP} | ${UP} | down down`,
    causes: ['connection-down'],
  },
  { fault: 'link-router-keeps-azure', verdict: 'asymmetric', paths: HEALTHY, causes: ['router-routes'] },
  {
    fault: 'link-router-keeps-aws',
    verdict: 'asymmetric',
    paths: `${UP} | degraded degraded | ${UP}`,
    causes: ['router-routes'],
  },
  { fault: 'link-propagation-off', verdict: 'degraded', paths: HEALTHY, causes: ['propagation-off'] },
  { fault: 'link-no-routes', verdict: 'degraded', paths: HEALTHY, causes: ['association-missing'] },
  { fault: 'link-vpc-route-missing', verdict: 'degraded', paths: HEALTHY, causes: ['vpc-route-missing'] },
  {
    fault: 'link-branch-to-branch-off',
    verdict: 'degraded',
    paths: HEALTHY,
    causes: ['branch-to-branch-off'],
    podRouting: 'bgp',
  },
  { fault: 'link-nsg', verdict: 'degraded', paths: HEALTHY, causes: ['node-nsg'] },
  { fault: 'link-udr', verdict: 'degraded', paths: HEALTHY, causes: ['node-udr'] },
];

describe('mistakes and states of private links, each of one of many in one run', () => {
  let checked: Checked;
  beforeAll(async () => {
    const each = MISTAKES.map(({ fault, podRouting }) => ({ fault, ...(podRouting && { podRouting }) }));
    const link = { kind: 'private', links: MISTAKES.length + 2, nodes: 1, each } as const;
    checked = await checkLinks({ link, timeoutMs: 120_000 });
  }, 130_000);
  const linkOf = (number: number) =>
    checked.document.links.find(({ id }) => id.endsWith(`/hybrid-${number}-express-route`));

  test.each(MISTAKES.map((mistake, number) => ({ ...mistake, number })))(
    '$fault',
    ({ number, verdict, paths, causes }) => {
      const link = linkOf(number);
      expect(pathsOf(link)).toBe(paths);
      expect([...new Set((link?.causes ?? []).map(({ id }) => id))]).toEqual(causes);
      expect(link?.verdict).toBe(verdict);
      for (const { sentence, remedy } of link?.causes ?? []) {
        expect(checked.result.summary.replaceAll('\\', '')).toContain(remedy.slice(0, 20));
        expect(sentence.length).toBeGreaterThan(20);
      }
    },
  );

  test('the others are healthy, and the step fails', () => {
    const others = [0, 1].map((index) => linkOf(MISTAKES.length + index));
    expect(others.map((link) => link?.verdict)).toEqual(['healthy', 'healthy']);
    expect(others.flatMap((link) => link?.causes ?? [])).toEqual([]);
    expect(checked.result.exitCode).toBe(1);
    expect(checked.document.links).toHaveLength(MISTAKES.length + 2);
  });
});
