import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { manualClock } from '#simulator/world/clock.js';
import { FAULTS } from '#simulator/world/faults.js';
import { lastChange, upFor, wasUp } from '#simulator/world/link/history.js';
import { linkOf, type TunnelState } from '#simulator/world/link/link.js';
import { peersOf } from '#simulator/world/link/route-servers.js';
import { LINK_PATCHES } from '#simulator/world/link/patches.js';
import { associatedTable, attachmentsOf, tableRoutes } from '#simulator/world/link/transit-routes.js';
import { viewOf } from '#simulator/world/link/view.js';
import { World } from '#simulator/world/world.js';
import { createLink, keyOf, type LinkOptions } from '#tests/support/simulated-link.js';

const START = new Date('2026-11-22T12:00:30Z');
const MINUTE_MS = 60_000;
let directory: string;
let world: World;
let clock: ReturnType<typeof manualClock>;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'link-'));
  clock = manualClock(START);
  world = World.open({ directory: join(directory, 'world'), clock });
});

afterEach(async () => {
  await world.close();
  rmSync(directory, { recursive: true, force: true });
});

function states(): readonly TunnelState[] {
  return linkOf(viewOf(world)).tunnels;
}

/** One word for each tunnel: why it is not up, or the routes each way. */
function words(): readonly string[] {
  return states().map(({ failure, ipsec, toAws, toAzure }) =>
    failure === undefined
      ? `up ${toAws.length}/${toAzure.length}`
      : `${failure}${ipsec ? ' over IPsec' : ''}`,
  );
}

function start(fault: string | null, options: LinkOptions = {}): void {
  createLink(world, options);
  if (fault !== null) world.faults.enable(fault);
}

/** Ranges in the table of the VPC's attachment that come over the VPN, with how many attachments carry each. */
function cloudRoutes(): Readonly<Record<string, number>> {
  const view = viewOf(world);
  const vpc = attachmentsOf(view).find(({ kind }) => kind === 'vpc');
  const routes = tableRoutes(view, associatedTable(view, vpc?.id ?? ''), linkOf(view).brought);
  return Object.fromEntries(routes.map(({ prefix, attachments }) => [prefix, attachments.length]));
}

const UP = ['up 1/1', 'up 1/1', 'up 1/1', 'up 1/1'];

describe('a link as the stack makes it', () => {
  test('is up in all four tunnels, with each range both ways', () => {
    start(null);
    expect(words()).toEqual(UP);
    expect(states()[0]?.negotiated).toEqual({
      ikeVersion: 'ikev2',
      phase1: { encryption: 'AES256-GCM-16', integrity: 'SHA2-384', group: 20 },
      phase2: { encryption: 'AES256-GCM-16', integrity: 'SHA2-384', group: 20 },
      lifetimes: { aws: 3600, azure: 3600 },
    });
    expect(states()[0]?.toAws).toEqual([{ prefix: '10.80.0.0/16', path: [65515], via: '' }]);
    expect(states()[0]?.toAzure).toEqual([{ prefix: '10.40.0.0/16', path: [64512], via: '' }]);
    expect(cloudRoutes()).toEqual({ '10.80.0.0/16': 2 });
  });

  test('carries pods by way of a Route Server', () => {
    start(null, { podRouting: 'bgp' });
    expect(words()).toEqual(['up 3/1', 'up 3/1', 'up 3/1', 'up 3/1']);
    expect(states()[3]?.toAws.map(({ prefix, path }) => `${prefix} ${path.join('-')}`)).toEqual([
      '10.80.0.0/16 65515',
      '10.112.0.0/25 65515-65010',
      '10.112.0.128/25 65515-65010',
    ]);
  });

  test('carries pods as a range of the network', () => {
    start(null, { podRouting: 'udr' });
    expect(cloudRoutes()).toEqual({ '10.80.0.0/16': 2, '10.112.0.0/16': 2 });
  });

  test('stands beside others without their routes', () => {
    start(null, { links: 50 });
    expect(words()).toEqual(Array.from({ length: 200 }, () => 'up 1/1'));
  });
});

describe('a mistake in the configuration gives what it gives for real', () => {
  const first = (word: string): readonly string[] => [word, ...UP.slice(1)];
  test.each([
    // The first address of each instance serves one of its two connections.
    ['link-custom-bgp-missing', ['up 1/1', 'azure-address over IPsec', 'up 1/1', 'azure-address over IPsec']],
    ['link-swapped-bgp', Array.from({ length: 4 }, () => 'azure-address over IPsec')],
    ['link-equal-asns', Array.from({ length: 4 }, () => 'equal-asns over IPsec')],
    ['link-cipher', first('phase2-proposal')],
    ['link-psk', first('preshared-key')],
    // Each of the two connections dials the other's tunnel, which has another key.
    ['link-swapped', ['preshared-key', 'up 1/1', 'preshared-key', 'up 1/1']],
    ['link-no-routes', Array.from({ length: 4 }, () => 'up 1/0')],
    ['link-propagation-off', UP],
    ['link-sa-lifetime', UP],
    ['link-instance-maintenance', ['up 1/1', 'up 1/1', 'instance-down', 'instance-down']],
    ['link-aws-maintenance', first('endpoint-replaced')],
    ['link-provisioning', Array.from({ length: 4 }, () => 'provisioning')],
    ['link-gateway-updating', Array.from({ length: 4 }, () => 'provisioning')],
    ['link-down', Array.from({ length: 4 }, () => 'path-blocked')],
    ['link-asymmetric', first('up 0/1')],
  ])('%s', (fault, expected) => {
    start(fault);
    expect(words()).toEqual(expected);
  });

  test('without propagation, tables of the Transit Gateway stay empty', () => {
    start('link-propagation-off');
    expect(cloudRoutes()).toEqual({});
  });

  test.each([
    ['link-asn-loop', 'up 1/1'],
    ['link-branch-to-branch-off', 'up 1/1'],
    ['link-prefix-limit', 'up 2/1'],
  ])('%s keeps pods from AWS', (fault, expected) => {
    start(fault, { podRouting: 'bgp' });
    expect(words()).toEqual([expected, expected, expected, expected]);
  });

  test('a ninth peer of a Route Server is refused', () => {
    start('link-peer-limit', { podRouting: 'bgp' });
    const view = viewOf(world);
    const [server] = view.objects.list('azurerm_route_server');
    const peers = server === undefined ? [] : peersOf(view, server);
    expect(peers.map(({ state, refused }) => `${state} ${String(refused)}`)).toEqual([
      ...Array.from({ length: 8 }, () => 'Connected false'),
      'NotConnected true',
    ]);
  });

  test('a range that AWS announces too often ends the session', () => {
    start(null, {
      vpcRanges: Array.from({ length: 4000 }, (_, index) => `100.${index >> 8}.${index & 255}.0/24`),
    });
    expect(words()).toEqual(Array.from({ length: 4 }, () => 'prefix-limit over IPsec'));
  });

  test('a patched object counts like a fault, and Terraform sees it', () => {
    const [link] = createLink(world);
    const id = `${link?.gatewayId.split('/virtualNetworkGateways/')[0] ?? ''}/connections/hybrid-0-aws-instance1-tunnel2`;
    world.objects.patch(keyOf('azurerm_virtual_network_gateway_connection', id), { shared_key: 'other' });
    expect(words()).toEqual(['up 1/1', 'up 1/1', 'up 1/1', 'preshared-key']);
    world.objects.delete(keyOf('azurerm_virtual_network_gateway_connection', id));
    expect(words()).toEqual(['up 1/1', 'up 1/1', 'up 1/1', 'no-connection']);
  });

  test.each([
    [{ tunnel1_ike_versions: ['ikev1'] }, 'ike-version'],
    [{ tunnel1_phase1_dh_group_numbers: [14] }, 'phase1-proposal'],
    [{ tunnel1_phase1_encryption_algorithms: ['AES256'] }, 'phase1-proposal'],
    [{ tunnel1_phase2_dh_group_numbers: [14] }, 'phase2-proposal'],
    [{ static_routes_only: true }, 'bgp-off over IPsec'],
    [{ tunnel1_inside_cidr: '169.254.21.8/30' }, 'aws-address over IPsec'],
  ])('AWS with %j: %s', (patch, expected) => {
    const [link] = createLink(world);
    world.objects.patch(keyOf('aws_vpn_connection', link?.vpnConnectionIds[0] ?? ''), patch);
    expect(words()[0]).toBe(expected);
  });

  test('two sides that only answer never meet', () => {
    createLink(world);
    for (const { key } of world.objects.list('aws_vpn_connection'))
      world.objects.patch(key, { tunnel1_startup_action: 'add', tunnel2_startup_action: 'add' });
    expect(words()).toEqual(UP);
    for (const { key } of world.objects.list('azurerm_virtual_network_gateway_connection'))
      world.objects.patch(key, { connection_mode: 'ResponderOnly' });
    expect(words()).toEqual(Array.from({ length: 4 }, () => 'nobody-starts'));
  });

  test('without a policy, Azure meets AWS on what both take by default', () => {
    createLink(world);
    for (const { key } of world.objects.list('azurerm_virtual_network_gateway_connection'))
      world.objects.patch(key, { ipsec_policy: [] });
    expect(words()).toEqual(Array.from({ length: 4 }, () => 'phase1-proposal'));
    const [first] = world.objects.list('aws_vpn_connection');
    world.objects.patch(first?.key ?? '', {
      tunnel1_phase1_encryption_algorithms: [],
      tunnel1_phase1_integrity_algorithms: [],
      tunnel1_phase1_dh_group_numbers: [],
    });
    expect(states()[0]?.negotiated?.phase1).toEqual({
      encryption: 'AES256',
      integrity: 'SHA2-256',
      group: 2,
    });
    expect(states()[0]?.flapsEvery).toBe(3600);
  });

  test('each fault is known by name', () => {
    const known = FAULTS.map(({ name }) => name);
    expect(Object.keys(LINK_PATCHES).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the history of a tunnel', () => {
  const first = (): TunnelState => {
    const [state] = states();
    if (state === undefined) throw new Error('no tunnel');
    return state;
  };

  test('begins a day before it is first seen', () => {
    start(null);
    expect(lastChange(viewOf(world), first()).toISOString()).toBe('2026-11-21T12:00:30.000Z');
    expect(wasUp(viewOf(world), first(), START.getTime() - 60 * MINUTE_MS)).toBe(true);
    expect(wasUp(viewOf(world), first(), START.getTime() + MINUTE_MS)).toBeUndefined();
  });

  test('tells when a tunnel was lost and came back', () => {
    start(null);
    const lost = START.getTime() + 10 * MINUTE_MS;
    expect(upFor(viewOf(world), first())).toBe(86_400_000);
    clock.advance(10 * MINUTE_MS);
    world.faults.enable('link-down');
    expect(lastChange(viewOf(world), first()).getTime()).toBe(lost);
    expect(upFor(viewOf(world), first())).toBe(0);
    clock.advance(5 * MINUTE_MS);
    world.faults.disable('link-down');
    expect(lastChange(viewOf(world), first()).getTime()).toBe(lost + 5 * MINUTE_MS);
    clock.advance(3 * MINUTE_MS);
    expect(upFor(viewOf(world), first())).toBe(3 * MINUTE_MS);
    const minutes = [-1, 0, 4, 5].map((after) => wasUp(viewOf(world), first(), lost + after * MINUTE_MS));
    expect(minutes).toEqual([true, false, false, true]);
  });

  test.each([
    ['link-flapping', 420],
    ['link-sa-lifetime', 3600],
  ])('with %s has a loss every %i seconds', (fault, seconds) => {
    start(fault);
    const begin = Math.floor(START.getTime() / MINUTE_MS) * MINUTE_MS - 4 * 3600_000;
    const minutes = Array.from({ length: 240 }, (_, index) => begin + index * MINUTE_MS);
    const lost = minutes.filter((minute) => wasUp(viewOf(world), first(), minute) === false);
    expect(lost.length).toBeGreaterThanOrEqual(Math.floor((240 * 60) / seconds));
    expect(lost.every((minute) => (minute / 1000) % seconds === 0)).toBe(true);
    expect(upFor(viewOf(world), first())).toBeLessThan(seconds * 1000);
    // Its neighbour is quiet.
    const [, second] = states();
    expect(minutes.every((minute) => second !== undefined && wasUp(viewOf(world), second, minute))).toBe(
      true,
    );
  });
});
