/** What happens to a private link, and answers about it that are not whole: tunnel-status through its committed bundle. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Checked, causesOf, checkLinks, endClouds, pathsOf } from '#tests/support/tunnel-checks.js';

afterAll(endClouds);

const UP = 'healthy healthy';
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
