/** tunnel-status on private links, through its committed bundle, against simulated EC2, Direct Connect and ARM. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Checked, causesOf, checkLinks, endClouds } from '#tests/support/tunnel-checks.js';

afterAll(endClouds);

/** Verdicts on the paths of a link, stage by stage. */
const pathsOf = (link: Checked['document']['links'][number] | undefined): string =>
  (['virtual-interface', 'circuit-port', 'gateway-session'] as const)
    .map((kind) =>
      (link?.paths ?? [])
        .filter((path) => path.kind === kind)
        .map(({ verdict }) => verdict)
        .join(' '),
    )
    .join(' | ');

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

const kind = 'private' as const;

const EVENTS = [
  ['link-interface-down', 'degraded', `down healthy | ${UP} | ${UP}`, ['interface-bgp-down']],
  ['link-circuit-down', 'down', `${UP} | down down | down down`, ['circuit-not-provisioned']],
  ['link-edge-down', 'degraded', `${UP} | ${UP} | healthy down`, ['edge-session-down']],
  ['link-gateway-updating', 'provisioning', `${UP} | ${UP} | provisioning`, ['gateway-updating']],
] as const;

describe('what happens to a private link', () => {
  const runs = new Map<string, Checked>();
  beforeAll(async () => {
    await Promise.all(
      EVENTS.map(async ([fault]) =>
        runs.set(fault, await checkLinks({ link: { kind }, clouds: { faults: [fault] } })),
      ),
    );
  }, 120_000);

  test.each(EVENTS)('%s is %s', (fault, verdict, paths, causes) => {
    const checked = runs.get(fault);
    if (checked === undefined) throw new Error(`${fault} was not run`);
    expect(pathsOf(checked.document.links[0])).toBe(paths);
    expect(causesOf(checked)).toEqual(causes);
    expect(checked.document.verdict).toBe(verdict);
    expect(checked.result.exitCode).toBe(1);
  });

  test('it settles before it is healthy', async () => {
    const clouds = { faults: ['link-edge-new'] };
    const checks = await Promise.all(
      ['10m', '10s'].map((settle) => checkLinks({ link: { kind }, clouds, inputs: { settle } })),
    );
    expect(checks.map(({ document }) => document.verdict)).toEqual(['settling', 'healthy']);
    const since = checks.flatMap(({ document }) => document.links[0]?.paths ?? []);
    expect(since.filter(({ lastChange }) => lastChange !== null)).toHaveLength(4);
  }, 30_000);

  test('what is required holds for each stage of it', async () => {
    const codes = await Promise.all(
      ['any', '1', '2', 'per-domain'].map(async (require) => {
        const clouds = { faults: ['link-interface-down'] };
        const { result } = await checkLinks({ link: { kind }, clouds, inputs: { require } });
        expect(result.outputs['redundant']).toBe('false');
        return [require, result.exitCode];
      }),
    );
    expect(Object.fromEntries(codes)).toEqual({ any: 0, 1: 0, 2: 1, 'per-domain': 1 });
  }, 60_000);
});

/** Permissions that are missing together: those of a row do not hide each other. */
const DENIED = [
  ['DescribeVirtualInterfaces', 'Microsoft.Network/expressRouteCircuits/read'],
  [
    'DescribeDirectConnectGatewayAttachments',
    'DescribeDirectConnectGatewayAssociations',
    'Microsoft.Network/expressRouteCircuits/peerings/routeTables/read',
  ],
  ['DescribeTransitGatewayAttachments', 'Microsoft.Network/virtualNetworkGateways/getBgpPeerStatus/action'],
  ['Microsoft.Network/connections/read'],
] as const;

const HALF = ['arm-operation-empty', 'arm-operation-failed'] as const;

describe('answers that are not whole give unknown, never healthy', () => {
  const runs = new Map<string, Checked>();
  beforeAll(async () => {
    await Promise.all([
      ...DENIED.map(async (denied) =>
        runs.set(denied.join(), await checkLinks({ link: { kind }, clouds: { denied } })),
      ),
      ...HALF.map(async (fault) =>
        runs.set(fault, await checkLinks({ link: { kind }, clouds: { faults: [fault] } })),
      ),
    ]);
  }, 120_000);
  const runOf = (name: string): Checked => {
    const found = runs.get(name);
    if (found === undefined) throw new Error(`${name} was not run`);
    return found;
  };

  test.each(DENIED.map((denied) => [denied.join(' and '), denied] as const))(
    'without the permission %s',
    (_name, denied) => {
      const { result, document } = runOf(denied.join());
      expect(document.verdict).toBe('unknown');
      expect(document.required).toBe('unknown');
      expect(document.links[0]?.causes).toEqual([]);
      expect(result.exitCode).toBe(1);
      const told = JSON.stringify(document);
      const called = denied.map(
        (one) =>
          one
            .replace(/\/(?:read|action)$/, '')
            .split('/')
            .at(-1) ?? '',
      );
      expect(called.filter((one) => !told.includes(one))).toEqual([]);
    },
  );

  test.each(HALF)('%s', (fault) => {
    const { document, result } = runOf(fault);
    expect(document.verdict).toBe('unknown');
    expect(document.links[0]?.causes).toEqual([]);
    expect(result.exitCode).toBe(1);
  });

  test('throttling passes, and is told', async () => {
    const faults = ['direct-connect-throttled', 'arm-throttled'];
    const checked = await checkLinks({ link: { kind }, clouds: { faults } });
    expect(checked.document.verdict).toBe('healthy');
    expect(checked.result.stdout).toMatch(/DirectConnect \w+.*attempt 1 of 6 failed/);
  }, 30_000);
});
