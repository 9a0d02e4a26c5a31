import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { CloudOptions } from '#tests/support/simulated-clouds.js';
import type { LinkOptions } from '#tests/support/simulated-link.js';
import { armUrl, callArm, type LinkClouds, operate, startLinkClouds } from './answers.ts';

let clouds: LinkClouds | undefined;

afterEach(async () => {
  await clouds?.close();
  clouds = undefined;
});

async function start(options: LinkOptions = {}, more: CloudOptions = {}): Promise<LinkClouds> {
  clouds = await startLinkClouds(options, more);
  return clouds;
}

type Row = Readonly<Record<string, unknown>>;
const GATEWAY = 'virtualNetworkGateways/hybrid-0-vpn';

const recording = (name: string): string =>
  readFileSync(new URL(`../../../simulator/recordings/azure/${name}.json`, import.meta.url), 'utf8');

/** Names of the members of all rows. */
const members = (rows: readonly object[]): readonly string[] =>
  [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();

interface Exchange {
  readonly RequestMethod: string;
  readonly StatusCode: number;
  readonly ResponseHeaders: Readonly<Record<string, readonly string[]>>;
  readonly ResponseBody: { readonly value: readonly object[] } | null;
}

async function rows(path: string, query = ''): Promise<readonly Row[]> {
  if (clouds === undefined) throw new Error('not started');
  return ((await operate(clouds, path, query)) as { readonly value: readonly Row[] }).value;
}

describe('operations', () => {
  test('are accepted and answered as recorded, and stay readable', async () => {
    const world = await start({}, { retryAfter: 10 });
    const exchanges = JSON.parse(recording('vng-getBgpPeerStatus-202-200-connecting')) as readonly Exchange[];
    const recorded = exchanges[0];
    const started = await callArm(world, 'POST', armUrl(world, `${GATEWAY}/getBgpPeerStatus`));
    expect([started.status, started.text]).toEqual([recorded?.StatusCode, 'null']);
    expect(started.headers['retry-after']).toBe(recorded?.ResponseHeaders['Retry-After']?.[0]);
    expect(started.headers).not.toHaveProperty('azure-asyncoperation');
    const location = String(started.headers['location']);
    expect(location).toMatch(
      /\/providers\/Microsoft\.Network\/locations\/\w+\/operationResults\/[0-9a-f-]{36}\?api-version=2026-01-01$/,
    );
    expect(location).toContain(String(started.headers['x-ms-request-id']));
    const looks = [];
    for (let look = 0; look < 3; look += 1) looks.push(await callArm(world, 'GET', location));
    expect(looks.map(({ status }) => status)).toEqual([202, 200, 200]);
    expect(looks[2]?.text).toBe(looks[1]?.text);
    expect(looks[2]?.headers['location']).toBe(location);
  });

  test.each([
    ['arm-operation-failed', { status: 'Failed', error: { code: 'AnotherOperationInProgress' } }],
    ['arm-operation-empty', null],
  ])('with %s end without a result', async (fault, expected) => {
    const world = await start({}, { faults: [fault] });
    const result = await operate(world, `${GATEWAY}/getLearnedRoutes`);
    if (expected === null) expect(result).toBeNull();
    else expect(result).toMatchObject(expected);
  });

  test('fail as recorded', async () => {
    const world = await start({}, { faults: ['arm-operation-failed'] });
    const result = (await operate(world, `${GATEWAY}/getLearnedRoutes`)) as { readonly error: object };
    const recorded = JSON.parse(recording('err-async-AnotherOperationInProgress')) as {
      readonly error: object;
    };
    expect([Object.keys(result), Object.keys(result.error)]).toEqual([
      Object.keys(recorded),
      Object.keys(recorded.error),
    ]);
  });

  test('may never end', async () => {
    const world = await start({}, { faults: ['arm-operation-stuck'] });
    await expect(operate(world, `${GATEWAY}/getLearnedRoutes`)).rejects.toThrow('did not end');
  });

  test('may tell of one instance alone', async () => {
    await start({}, { faults: ['arm-operation-partial'] });
    expect(new Set((await rows(`${GATEWAY}/getLearnedRoutes`)).map((row) => row['localAddress']))).toEqual(
      new Set(['10.80.255.196']),
    );
  });

  test('need a permission each, are throttled once and must exist', async () => {
    const permission = 'Microsoft.Network/virtualNetworkGateways/getlearnedroutes/action';
    const world = await start({}, { denied: [permission] });
    const denied = await callArm(world, 'POST', armUrl(world, `${GATEWAY}/getLearnedRoutes`));
    expect([denied.status, JSON.parse(denied.text)]).toMatchObject([
      403,
      { error: { code: 'AuthorizationFailed' } },
    ]);
    expect(denied.text).toContain(permission);
    expect(await rows(`${GATEWAY}/getBgpPeerStatus`)).not.toEqual([]);
    world.world.faults.enable('arm-throttled');
    const statuses = [];
    for (let look = 0; look < 2; look += 1)
      statuses.push((await callArm(world, 'POST', armUrl(world, `${GATEWAY}/getBgpPeerStatus`))).status);
    expect(statuses).toEqual([429, 202]);
    world.world.faults.disable('arm-throttled');
    const missing = await callArm(world, 'POST', armUrl(world, 'virtualNetworkGateways/no/getBgpPeerStatus'));
    expect(missing.status).toBe(404);
  });

  test('are refused while the gateway is being changed', async () => {
    const world = await start({}, { faults: ['link-gateway-updating'] });
    const refused = await callArm(world, 'POST', armUrl(world, `${GATEWAY}/getBgpPeerStatus`));
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
      409,
      { error: { code: 'AnotherOperationInProgress' } },
    ]);
    const { properties } = JSON.parse((await callArm(world, 'GET', armUrl(world, GATEWAY))).text) as {
      readonly properties: Row;
    };
    expect(properties['provisioningState']).toBe('Updating');
    expect(properties['bgpSettings']).not.toHaveProperty('bgpPeeringAddress');
    const connection = await callArm(
      world,
      'GET',
      armUrl(world, 'connections/hybrid-0-aws-instance0-tunnel1'),
    );
    expect(connection.text).not.toContain('connectionStatus');
  });
});

describe('a gateway', () => {
  test('tells peers of both instances, of which each tunnel has one', async () => {
    await start();
    const peers = await rows(`${GATEWAY}/getBgpPeerStatus`);
    const short = peers.map(
      ({ localAddress, neighbor, state, routesReceived }) =>
        `${String(localAddress)} ${String(neighbor)} ${String(state)} ${String(routesReceived)}`,
    );
    expect(short).toEqual([
      '169.254.21.2 169.254.21.1 Connected 1',
      '169.254.22.2 169.254.22.1 Connected 1',
      '169.254.21.2 169.254.21.5 Connecting 0',
      '169.254.21.2 169.254.22.5 Connecting 0',
      '10.80.255.196 10.80.255.197 Connected 2',
      '169.254.21.6 169.254.21.1 Connecting 0',
      '169.254.21.6 169.254.22.1 Connecting 0',
      '169.254.21.6 169.254.21.5 Connected 1',
      '169.254.22.6 169.254.22.5 Connected 1',
      '10.80.255.197 10.80.255.196 Connected 2',
    ]);
    const exchanges = JSON.parse(recording('vng-getBgpPeerStatus-202-200-connecting')) as readonly Exchange[];
    const connecting = peers.filter(({ state }) => state === 'Connecting');
    expect(members(connecting)).toEqual(members(exchanges[1]?.ResponseBody?.value ?? []));
    expect(peers[0]?.['connectedDuration']).toMatch(/^1\.00:00:0\d\.\d{7}$/);
    expect(await rows(`${GATEWAY}/getBgpPeerStatus`, 'peer=169.254.21.1&')).toHaveLength(2);
  });

  test('tells instances by their own addresses with link-local-address', async () => {
    await start({}, { faults: ['link-local-address'] });
    const peers = await rows(`${GATEWAY}/getBgpPeerStatus`);
    expect(new Set(peers.map((peer) => peer['localAddress']))).toEqual(
      new Set(['10.80.255.196', '10.80.255.197']),
    );
  });

  test('tells what it learnt: own ranges without a next hop, as recorded', async () => {
    await start();
    const learnt = await rows(`${GATEWAY}/getLearnedRoutes`);
    const exchanges = JSON.parse(recording('vng-getLearnedRoutes-202-200')) as readonly Exchange[];
    const recorded = exchanges[1]?.ResponseBody?.value ?? [];
    const own = (all: readonly object[], origin: string): readonly object[] =>
      all.filter((row) => (row as Row)['origin'] === origin);
    expect(members(own(learnt, 'Network'))).toEqual(members(own(recorded, 'Network')));
    expect(members(own(learnt, 'EBgp'))).toEqual(members(own(recorded, 'EBgp')));
    const vpc = learnt.filter(({ network }) => network === '10.40.0.0/16');
    expect(
      vpc.map(({ localAddress, nextHop, origin, asPath }) => [localAddress, nextHop, origin, asPath]),
    ).toEqual([
      ['10.80.255.196', '169.254.21.1', 'EBgp', '64512'],
      ['10.80.255.196', '169.254.22.1', 'EBgp', '64512'],
      ['10.80.255.196', '169.254.21.5', 'IBgp', '64512'],
      ['10.80.255.196', '169.254.22.5', 'IBgp', '64512'],
      ['10.80.255.197', '169.254.21.1', 'IBgp', '64512'],
      ['10.80.255.197', '169.254.22.1', 'IBgp', '64512'],
      ['10.80.255.197', '169.254.21.5', 'EBgp', '64512'],
      ['10.80.255.197', '169.254.22.5', 'EBgp', '64512'],
    ]);
  });

  test('tells what it announces to a peer it has a session with, as recorded', async () => {
    await start({ podRouting: 'bgp' });
    const announced = await rows(`${GATEWAY}/getAdvertisedRoutes`, 'peer=169.254.21.1&');
    const exchanges = JSON.parse(recording('vng-getAdvertisedRoutes-202-200-bgp')) as readonly Exchange[];
    expect(members(announced)).toEqual(members(exchanges[1]?.ResponseBody?.value ?? []));
    expect(announced.map(({ network, asPath }) => `${String(network)} ${String(asPath)}`)).toEqual([
      '10.80.0.0/16 65515',
      '10.112.0.0/25 65515-65010',
      '10.112.0.128/25 65515-65010',
    ]);
    expect(await rows(`${GATEWAY}/getAdvertisedRoutes`, 'peer=192.0.2.1&')).toEqual([]);
  });

  test('tells how connections are only when asked for one', async () => {
    const world = await start({}, { faults: ['link-psk'] });
    const list = JSON.parse((await callArm(world, 'GET', armUrl(world, 'connections'))).text) as {
      readonly value: readonly { readonly name: string; readonly properties: Row }[];
    };
    expect(list.value.map(({ properties }) => 'connectionStatus' in properties)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const states = [];
    for (const { name } of list.value) {
      const one = JSON.parse((await callArm(world, 'GET', armUrl(world, `connections/${name}`))).text) as {
        readonly properties: Row;
      };
      states.push(one.properties['connectionStatus']);
    }
    expect(states).toEqual(['NotConnected', 'Connected', 'Connected', 'Connected']);
  });
});

describe('a Route Server', () => {
  const PEER = 'virtualHubs/hybrid-route-server/bgpConnections/node-0';

  test('tells routes of a peer by role, as documented', async () => {
    const world = await start({ podRouting: 'bgp' });
    const learnt = (await operate(world, `${PEER}/learnedRoutes`)) as Record<string, readonly Row[]>;
    const documented = JSON.parse(recording('doc-routeserver-learnedRoutes')) as typeof learnt;
    expect(Object.keys(learnt)).toEqual(Object.keys(documented));
    expect(members(Object.values(learnt).flat())).toEqual(members(Object.values(documented).flat()));
    expect(learnt['RouteServiceRole_IN_0']?.map(({ network, asPath }) => [network, asPath])).toEqual([
      ['10.112.0.0/25', '65010'],
    ]);
    const announced = (await operate(world, `${PEER}/advertisedRoutes`)) as typeof learnt;
    expect(announced['RouteServiceRole_IN_1']?.map(({ network, asPath }) => [network, asPath])).toEqual([
      ['10.80.0.0/16', '65515'],
      ['10.40.0.0/16', '65515-64512'],
    ]);
    world.world.faults.enable('link-branch-to-branch-off');
    const alone = (await operate(world, `${PEER}/advertisedRoutes`)) as typeof learnt;
    expect(alone['RouteServiceRole_IN_1']?.map(({ network }) => network)).toEqual(['10.80.0.0/16']);
  });

  test('does not keep a peer that announces too much', async () => {
    const world = await start({ podRouting: 'bgp' }, { faults: ['link-prefix-limit'] });
    const { text } = await callArm(world, 'GET', armUrl(world, PEER));
    expect(JSON.parse(text)).toMatchObject({ properties: { connectionState: 'NotConnected' } });
    expect(await operate(world, `${PEER}/learnedRoutes`)).toEqual({
      RouteServiceRole_IN_0: [],
      RouteServiceRole_IN_1: [],
    });
  });
});

describe('a network interface', () => {
  const NIC = 'networkInterfaces/node-0/effectiveRouteTable';
  const short = (all: readonly Row[]): readonly string[] =>
    all.map(
      ({ addressPrefix, nextHopType, state }) =>
        `${String(addressPrefix)} ${String(nextHopType)} ${String(state)}`,
    );

  test('uses system routes as recorded, and what gateways learnt', async () => {
    await start();
    const routes = await rows(NIC);
    const recorded = JSON.parse(recording('nic-effectiveRouteTable-2-operationResults-200')) as {
      readonly response: { readonly body: { readonly data: { readonly value: readonly object[] } } };
    };
    expect(members(routes)).toEqual(members(recorded.response.body.data.value));
    expect(short(routes)).toEqual([
      '10.80.0.0/16 VnetLocal Active',
      '10.40.0.0/16 VirtualNetworkGateway Active',
      '0.0.0.0/0 Internet Active',
      '10.0.0.0/8 None Active',
      '100.64.0.0/10 None Active',
      '192.168.0.0/16 None Active',
    ]);
    expect(routes[1]?.['nextHopIpAddress']).toEqual(['10.80.255.196', '10.80.255.197']);
  });

  test('prefers a route of a user, and may be told to take none of gateways', async () => {
    const world = await start({ podRouting: 'udr' }, { faults: ['link-udr'] });
    expect(short(await rows(NIC))).toEqual(
      expect.arrayContaining(['10.40.0.0/16 VirtualNetworkGateway Invalid', '10.40.0.0/16 None Active']),
    );
    world.world.faults.disable('link-udr');
    world.world.faults.enable('link-bgp-propagation-off');
    const routes = await rows(NIC);
    expect(short(routes)).not.toContain('10.40.0.0/16 VirtualNetworkGateway Active');
    expect(short(routes)).toContain('10.112.0.0/25 VirtualAppliance Active');
    expect(routes.every((route) => route['disableBgpRoutePropagation'] === true)).toBe(true);
  });

  test('shows members that were recorded, and lies in a subnet with a security group', async () => {
    const world = await start({}, { faults: ['link-nsg'] });
    const list = JSON.parse((await callArm(world, 'GET', armUrl(world, 'networkInterfaces'))).text) as {
      readonly value: readonly { readonly properties: object }[];
    };
    const recorded = JSON.parse(recording('networkInterfaces-list-200')) as {
      readonly response: { readonly body: { readonly data: typeof list } };
    };
    const known = members(recorded.response.body.data.value.map(({ properties }) => properties));
    expect(
      members(list.value.map(({ properties }) => properties)).filter((name) => !known.includes(name)),
    ).toEqual([]);
    const group = await callArm(world, 'GET', armUrl(world, 'networkSecurityGroups/nodes'));
    expect(group.text.match(/"access": "\w+"/g)).toEqual(['"access": "Deny"', '"access": "Deny"']);
    const subnet = await callArm(world, 'GET', armUrl(world, 'virtualNetworks/hybrid/subnets/nodes'));
    expect(JSON.parse(subnet.text)).toMatchObject({
      properties: { networkSecurityGroup: { id: expect.stringContaining('/networkSecurityGroups/nodes') } },
    });
  });
});

describe('a private link', () => {
  test('has a circuit with routes of both sides, until its provider takes it back', async () => {
    const world = await start({ kind: 'private' });
    const circuit = 'expressRouteCircuits/hybrid-circuit';
    const { text } = await callArm(world, 'GET', armUrl(world, circuit));
    expect(JSON.parse(text)).toMatchObject({
      properties: {
        serviceProviderProvisioningState: 'Provisioned',
        peerings: [{ properties: { peeringType: 'AzurePrivatePeering', azureASN: 12076 } }],
      },
    });
    const table = `${circuit}/peerings/AzurePrivatePeering/routeTables/primary`;
    expect((await rows(table)).map(({ network }) => network)).toEqual(['10.40.0.0/16', '10.80.0.0/16']);
    const gateway = 'virtualNetworkGateways/hybrid-0-express-route';
    expect((await rows(`${gateway}/getBgpPeerStatus`)).map(({ state, asn }) => [state, asn])).toEqual([
      ['Connected', 12076],
      ['Connected', 12076],
    ]);
    expect((await rows(`${gateway}/getLearnedRoutes`)).map(({ network }) => network)).toEqual([
      '10.40.0.0/16',
      '10.40.0.0/16',
    ]);
    world.world.faults.enable('link-circuit-down');
    expect(await rows(table)).toEqual([]);
    expect((await rows(`${gateway}/getBgpPeerStatus`)).map(({ state }) => state)).toEqual([
      'Connecting',
      'Connecting',
    ]);
  });
});
