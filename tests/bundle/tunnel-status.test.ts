/** tunnel-status through its committed bundle, against simulated EC2, CloudWatch and ARM. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { causesOf, type Checked, checkLinks, endClouds, verdictsOf } from '#tests/support/tunnel-checks.js';

afterAll(endClouds);

const errors = ({
  annotations,
}: {
  readonly annotations: readonly { readonly level: string; readonly title: string }[];
}) => annotations.filter(({ level }) => level === 'error').map(({ title }) => title.split(' ')[0]);

/** Verdicts that the picture of a summary shows, in order. */
const pictureOf = (summary: string): readonly string[] =>
  [...(/```mermaid\n[^`]*```/.exec(summary)?.[0] ?? '').matchAll(/<br\/>([a-z]+)"\]:::\1$/gm)].flatMap(
    ([, verdict]) => verdict ?? [],
  );

describe('a healthy link', () => {
  test('is healthy on every hop, however pods are routed', async () => {
    const each = (['gateway', 'bgp', 'udr', 'masquerade'] as const).map((podRouting) => ({ podRouting }));
    const checked = await checkLinks({ link: { each }, inputs: { require: 'all' } });
    const { result, document } = checked;
    expect(document.links).toHaveLength(4);
    for (const link of document.links) {
      expect(link.unknown).toEqual([]);
      expect(link.networks.filter(({ state }) => state !== 'up')).toEqual([]);
      expect(link.networks.length).toBeGreaterThan(2);
      expect(link.causes).toEqual([]);
      expect(link.mtu).toMatchObject({ mtu: 1400, mss: 1350 });
      const gcm = { phase1: 'AES256-GCM', phase1Group: '20', phase2: 'AES256-GCM', phase2Group: '20' };
      expect(link.tunnels.map(({ crypto }) => crypto)).toEqual(
        Array(4).fill({ ikeVersion: 'ikev2', ...gcm }),
      );
      expect(link.tunnels.map(({ maintenance }) => maintenance?.pending)).toEqual(Array(4).fill(false));
    }
    expect(verdictsOf(checked)).toEqual(Array(16).fill('healthy'));
    expect(document.verdict).toBe('healthy');
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      required: 'up',
      redundant: 'true',
      healthy: '16',
      tunnels: '16',
      broken: '',
    });
    expect(readFileSync(result.outputs['junit'] ?? '', 'utf8')).toMatch(/failures="0" errors="0"/);
    expect(result.outputs['report']).toMatch(/tunnels\.json$/);
    expect(result.summary).toMatch(/^## The link/);
  });

  test('costs each call once', async () => {
    // Each range of the VPC, with the one that it always has, is a route that Azure learns over every tunnel.
    const vpcRanges = Array.from({ length: 39 }, (_, index) => `10.${128 + index}.0.0/16`);
    const { clouds, document, result } = await checkLinks({ link: { vpcRanges } });
    expect(pictureOf(result.summary)).toEqual(['healthy', 'healthy', 'healthy', 'healthy']);
    expect(result.summary).toContain('keep packets at 1400 bytes and TCP segments at 1350');
    const { requests } = clouds.ec2;
    const count = (action: string): number => requests.filter((one) => one === action).length;
    expect(new Set(requests.filter((one) => count(one) > 1))).toEqual(
      new Set([
        'GetActiveVpnTunnelStatus',
        'GetVpnTunnelReplacementStatus',
        'SearchTransitGatewayRoutes',
        'GetTransitGatewayRouteTablePropagations',
      ]),
    );
    expect(requests).toHaveLength(6 + 4 * 2 + 2 * 2);
    expect(document.links[0]?.tunnels).toHaveLength(4);
    expect(clouds.cloudwatch.requests).toEqual(['GetMetricData']);
    // Azure: eight lists, each connection by its name, and an operation for what only the gateway knows; each once.
    const asked = clouds.arm.requests.filter((path) => !path.includes('/operationResults/'));
    console.log(`4 tunnels, 40 routes: ${requests.length} EC2, 1 CloudWatch, ${asked.length} ARM calls`);
    // The four neighbours are told apart by the query alone.
    const advertised = asked.filter((path) => /getAdvertisedRoutes$/i.test(path));
    expect(advertised).toHaveLength(4);
    expect(new Set(asked).size).toBe(asked.length - 3);
    expect(asked).toHaveLength(8 + 4 + 2 + 4 + 1);
  });

  test('without expectations is found, and proves no network', async () => {
    const { result, document } = await checkLinks({
      inputs: { expectations: '', 'azure-resource-groups': 'hybrid-network' },
    });
    expect(document.links[0]?.tunnels.map(({ pairedBy }) => pairedBy)).toEqual(Array(4).fill('outside'));
    expect(document.verdict).toBe('unknown');
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toContain('EHA1702');
  });
});

/** Permissions that are missing together: those of a row do not hide each other. */
const DENIED: readonly (readonly string[])[] = [
  ['DescribeVpnConnections', 'Microsoft.Network/virtualNetworkGateways/read'],
  ['DescribeCustomerGateways', 'DescribeTransitGateways', 'Microsoft.Network/connections/read'],
  ['DescribeTransitGatewayAttachments', 'DescribeTransitGatewayRouteTables'],
  [
    'GetActiveVpnTunnelStatus',
    'GetVpnTunnelReplacementStatus',
    'SearchTransitGatewayRoutes',
    'DescribeRouteTables',
    'Microsoft.Network/localNetworkGateways/read',
    'Microsoft.Network/networkInterfaces/read',
  ],
];

const HALF = ['arm-operation-empty', 'arm-operation-failed', 'arm-operation-partial', 'arm-operation-stuck'];

describe('answers that are not whole give unknown, never healthy', () => {
  const runs = new Map<string, Checked>();
  beforeAll(async () => {
    await Promise.all([
      ...DENIED.map(async (denied) =>
        runs.set(denied.join(' and '), await checkLinks({ clouds: { denied } })),
      ),
      ...HALF.map(async (fault) => {
        const inputs = { 'operation-timeout': '10s' };
        runs.set(fault, await checkLinks({ clouds: { faults: [fault] }, inputs }));
      }),
    ]);
  }, 120_000);
  const runOf = (name: string): Checked => {
    const found = runs.get(name);
    if (found === undefined) throw new Error(`${name} was not run`);
    return found;
  };

  test.each(DENIED.map((denied) => [denied.join(' and '), denied] as const))(
    'without the permission %s',
    (name, denied) => {
      const { result, document } = runOf(name);
      expect(document.verdict).toBe('unknown');
      expect(document.required).toBe('unknown');
      expect(result.exitCode).toBe(1);
      expect(errors(result)).toContain('EHA1702');
      const told = JSON.stringify(document);
      expect(denied.filter((one) => !told.includes(one.split('/').at(-2) ?? one))).toEqual([]);
    },
  );

  test.each(HALF)('%s', (fault) => {
    const { result, document } = runOf(fault);
    expect(document.verdict).toBe('unknown');
    expect(document.required).toBe('unknown');
    expect(document.links[0]?.unknown.length).toBeGreaterThan(0);
    expect(document.links[0]?.causes).toEqual([]);
    expect(result.exitCode).toBe(1);
  });

  test('half an answer is unknown for the half that is missing', () => {
    expect(verdictsOf(runOf('arm-operation-partial'))).toEqual(['healthy', 'healthy', 'unknown', 'unknown']);
  });

  test('an operation that does not end is given up in time', () => {
    expect(JSON.stringify(runOf('arm-operation-stuck').document.links)).toContain('did not end within 10 s');
  });

  test('throttling passes, and is told', async () => {
    const checked = await checkLinks({ clouds: { faults: ['ec2-throttled', 'arm-throttled'] } });
    expect(checked.document.verdict).toBe('healthy');
    expect(checked.result.stdout).toMatch(/attempt 1 of 6 failed/);
  });
});

describe('waiting', () => {
  test('until tunnels come up and stay', async () => {
    const { result, document } = await checkLinks({
      clouds: { faults: ['link-down'] },
      inputs: { wait: '5m', 'stable-for': '1s' },
      onOutput: (soFar, { world }) => {
        if (soFar.includes('looking again in')) world.faults.disable('link-down');
      },
      timeoutMs: 120_000,
    });
    expect(document.verdict).toBe('healthy');
    expect(document.wait.looks).toBeGreaterThan(2);
    expect(document.wait.stable).toBe(true);
    expect(result.stdout).toMatch(/Link down.*looking again in/);
    expect(result.exitCode).toBe(0);
  }, 130_000);

  test('one instance away fails what requires more, and is told', async () => {
    const codes = await Promise.all(
      ['any', '2', '3', 'per-domain', 'all'].map(async (require) => {
        const faults = ['link-instance-maintenance'];
        const checked = await checkLinks({ clouds: { faults }, inputs: { require } });
        expect(checked.result.outputs['redundant']).toBe('false');
        expect(causesOf(checked)).toEqual(['instance-maintenance']);
        expect(verdictsOf(checked)).toEqual(['healthy', 'healthy', 'down', 'down']);
        return [require, checked.result.exitCode];
      }),
    );
    expect(Object.fromEntries(codes)).toEqual({ any: 0, 2: 0, 3: 1, 'per-domain': 1, all: 1 });
  }, 60_000);
});
