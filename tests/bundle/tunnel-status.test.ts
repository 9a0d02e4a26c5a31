/** tunnel-status through its committed bundle, against simulated EC2, CloudWatch and ARM. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { checkLinks, endClouds, verdictsOf } from '#tests/support/tunnel-checks.js';

afterEach(endClouds);

const errors = ({
  annotations,
}: {
  readonly annotations: readonly { readonly level: string; readonly title: string }[];
}) => annotations.filter(({ level }) => level === 'error').map(({ title }) => title.split(' ')[0]);

describe('a healthy link', () => {
  test.each(['gateway', 'bgp', 'udr', 'masquerade'] as const)(
    'is healthy on every hop, with pods routed by %s',
    async (podRouting) => {
      const checked = await checkLinks({ link: { podRouting }, inputs: { require: 'all' } });
      const { result, document } = checked;
      const [link] = document.links;
      expect(link?.unknown).toEqual([]);
      expect(link?.networks.filter(({ state }) => state !== 'up')).toEqual([]);
      expect(link?.networks.length).toBeGreaterThan(2);
      expect(verdictsOf(checked)).toEqual(['healthy', 'healthy', 'healthy', 'healthy']);
      expect(link?.causes).toEqual([]);
      expect(document.verdict).toBe('healthy');
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({
        required: 'up',
        redundant: 'true',
        healthy: '4',
        tunnels: '4',
        broken: '',
      });
      expect(readFileSync(result.outputs['junit'] ?? '', 'utf8')).toMatch(/failures="0" errors="0"/);
      expect(result.summary).toMatch(/^## The link between the clouds is healthy/);
    },
  );

  test('costs each call once', async () => {
    const { clouds, document } = await checkLinks();
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

describe('answers that are not whole give unknown, never healthy', () => {
  test.each([
    'DescribeVpnConnections',
    'DescribeCustomerGateways',
    'DescribeTransitGateways',
    'DescribeTransitGatewayAttachments',
    'DescribeTransitGatewayRouteTables',
    'SearchTransitGatewayRoutes',
    'DescribeRouteTables',
    'GetActiveVpnTunnelStatus',
    'GetVpnTunnelReplacementStatus',
    'Microsoft.Network/virtualNetworkGateways/read',
    'Microsoft.Network/connections/read',
    'Microsoft.Network/localNetworkGateways/read',
    'Microsoft.Network/networkInterfaces/read',
  ])('without the permission %s', async (denied) => {
    const { result, document } = await checkLinks({ clouds: { denied: [denied] } });
    expect(document.verdict).toBe('unknown');
    expect(document.required).toBe('unknown');
    expect(result.exitCode).toBe(1);
    expect(errors(result)).toContain('EHA1702');
  });

  test.each(['arm-operation-empty', 'arm-operation-failed'])('%s', async (fault) => {
    const { document } = await checkLinks({ clouds: { faults: [fault] } });
    expect(document.verdict).toBe('unknown');
    expect(document.links[0]?.unknown.length).toBeGreaterThan(0);
  });

  test('arm-operation-stuck ends with the time that an operation may take', async () => {
    const { document } = await checkLinks({
      clouds: { faults: ['arm-operation-stuck'] },
      inputs: { 'operation-timeout': '10s' },
    });
    expect(document.verdict).toBe('unknown');
    expect(JSON.stringify(document.links)).toContain('did not end within 10 s');
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
      clouds: { faults: ['link-late'] },
      inputs: { wait: '5m', 'stable-for': '1s' },
      timeoutMs: 120_000,
    });
    expect(document.verdict).toBe('healthy');
    expect(document.wait.looks).toBeGreaterThan(2);
    expect(document.wait.stable).toBe(true);
    expect(result.stdout).toMatch(/looking again in/);
    expect(result.exitCode).toBe(0);
  }, 130_000);

  test.each([
    ['any', 0],
    ['2', 0],
    ['3', 1],
    ['per-domain', 1],
    ['all', 1],
  ])('one instance away fails what requires more: %s', async (require, exitCode) => {
    const { result } = await checkLinks({
      clouds: { faults: ['link-instance-maintenance'] },
      inputs: { require },
    });
    expect(result.exitCode).toBe(exitCode);
    expect(result.outputs['redundant']).toBe('false');
  });
});

test('fifty links in one run', async () => {
  const checked = await checkLinks({
    link: { links: 50, nodes: 1 },
    inputs: { 'effective-routes': 'false' },
    timeoutMs: 150_000,
  });
  expect(checked.document.links).toHaveLength(50);
  expect(new Set(verdictsOf(checked))).toEqual(new Set(['healthy']));
  expect(verdictsOf(checked)).toHaveLength(200);
}, 160_000);
