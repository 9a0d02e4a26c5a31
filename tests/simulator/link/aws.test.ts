import { readFileSync } from 'node:fs';
import { CloudWatchClient, GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import {
  DescribeDirectConnectGatewayAssociationsCommand,
  DescribeDirectConnectGatewayAttachmentsCommand,
  DescribeVirtualInterfacesCommand,
  DirectConnectClient,
} from '@aws-sdk/client-direct-connect';
import {
  DescribeRouteTablesCommand,
  DescribeVpnConnectionsCommand,
  EC2Client,
  GetActiveVpnTunnelStatusCommand,
  GetTransitGatewayRouteTableAssociationsCommand,
  GetTransitGatewayRouteTablePropagationsCommand,
  GetVpnTunnelReplacementStatusCommand,
  SearchTransitGatewayRoutesCommand,
} from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { CloudOptions } from '#tests/support/simulated-clouds.js';
import type { LinkOptions } from '#tests/support/simulated-link.js';
import { type LinkClouds, startLinkClouds } from './answers.ts';

let clouds: LinkClouds | undefined;

afterEach(async () => {
  await clouds?.close();
  clouds = undefined;
});

async function start(options: LinkOptions = {}, more: CloudOptions = {}): Promise<LinkClouds> {
  clouds = await startLinkClouds(options, more);
  return clouds;
}

function settings(endpoint: string, region: string) {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI' };
  return { endpoint, region, credentials, maxAttempts: 1 };
}
const ec2Of = ({ ec2, region }: LinkClouds): EC2Client => new EC2Client(settings(ec2.url, region));
const tunnel = ({ link }: LinkClouds, VpnTunnelOutsideIpAddress = '3.120.0.11') => ({
  VpnConnectionId: link.vpnConnectionIds[0] ?? '',
  VpnTunnelOutsideIpAddress,
});

describe('EC2 tells of tunnels', () => {
  const telemetry = async (world: LinkClouds) => {
    const { VpnConnections } = await ec2Of(world).send(new DescribeVpnConnectionsCommand({}));
    return (VpnConnections ?? []).flatMap(({ VgwTelemetry = [] }) =>
      VgwTelemetry.map(({ Status, StatusMessage, AcceptedRouteCount }) => [
        Status,
        StatusMessage,
        AcceptedRouteCount,
      ]),
    );
  };
  const UP = ['UP', '1 BGP ROUTES', 1];

  test.each([
    [null, [UP, UP, UP, UP]],
    ['link-psk', [['DOWN', 'IPSEC IS DOWN', 0], UP, UP, UP]],
    ['link-custom-bgp-missing', [UP, ['DOWN', 'IPSEC IS UP', 0], UP, ['DOWN', 'IPSEC IS UP', 0]]],
    ['link-provisioning', []],
    ['ec2-telemetry-missing', []],
  ])('with %s', async (fault, expected) => {
    const world = await start({}, fault === null ? {} : { faults: [fault] });
    expect(await telemetry(world)).toEqual(expected);
  });

  test('with the options they were given and the names of the wire', async () => {
    const world = await start();
    const [first] = (await ec2Of(world).send(new DescribeVpnConnectionsCommand({}))).VpnConnections ?? [];
    expect(first).toMatchObject({ State: 'available', GatewayAssociationState: 'associated' });
    expect(first?.Options?.TunnelOptions?.[0]).toMatchObject({
      OutsideIpAddress: '3.120.0.11',
      TunnelInsideCidr: '169.254.21.0/30',
      Phase2LifetimeSeconds: 3600,
      Phase1EncryptionAlgorithms: [{ Value: 'AES256-GCM-16' }],
      Phase2DHGroupNumbers: [{ Value: 20 }],
      IkeVersions: [{ Value: 'ikev2' }],
      StartupAction: 'start',
      // As EC2 does, to whoever may read.
      PreSharedKey: world.link.secrets[0],
    });
    expect(first?.VgwTelemetry?.[0]?.LastStatusChange).toBeInstanceOf(Date);
    const response = await fetch(world.ec2.url, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/${world.region}/ec2/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: new URLSearchParams({ Action: 'DescribeVpnConnections', Version: '2016-11-15' }),
    });
    const model = readFileSync(
      new URL('../../../simulator/recordings/aws/model-ec2-wire-names.json', import.meta.url),
      'utf8',
    );
    const names = [...(await response.text()).matchAll(/<([A-Za-z0-9]+)[ >]/g)].map(([, name]) => name ?? '');
    const unknown = names.filter((name) => !model.includes(`"${name}"`));
    // Elements of lists of algorithms hold their value in one more element.
    expect([...new Set(unknown)]).toEqual(['DescribeVpnConnectionsResponse', 'requestId']);
  });

  test('with what was negotiated, and nothing where nothing was', async () => {
    const world = await start();
    const read = async (address?: string) =>
      (await ec2Of(world).send(new GetActiveVpnTunnelStatusCommand(tunnel(world, address))))
        .ActiveVpnTunnelStatus;
    expect(await read()).toEqual({
      Phase1EncryptionAlgorithm: 'AES256-GCM-16',
      Phase2EncryptionAlgorithm: 'AES256-GCM-16',
      Phase1IntegrityAlgorithm: 'SHA2-384',
      Phase2IntegrityAlgorithm: 'SHA2-384',
      Phase1DHGroup: 20,
      Phase2DHGroup: 20,
      IkeVersion: 'ikev2',
      ProvisioningStatus: 'available',
    });
    world.world.faults.enable('link-cipher');
    expect(await read()).toEqual({ ProvisioningStatus: 'available' });
    await expect(read('192.0.2.1')).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  test('with maintenance that is announced, or is going on', async () => {
    const world = await start();
    const read = async () =>
      (await ec2Of(world).send(new GetVpnTunnelReplacementStatusCommand(tunnel(world)))).MaintenanceDetails;
    expect(await read()).toMatchObject({
      PendingMaintenance: 'none',
      LastMaintenanceApplied: expect.any(Date),
    });
    world.world.faults.enable('link-maintenance-announced');
    expect((await read())?.MaintenanceAutoAppliedAfter?.getTime()).toBeGreaterThan(Date.now());
    world.world.faults.disable('link-maintenance-announced');
    world.world.faults.enable('link-aws-maintenance');
    expect((await read())?.LastMaintenanceApplied?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test('that come up late after three looks', async () => {
    const world = await start({}, { faults: ['link-late'] });
    const looks = [];
    for (let look = 0; look < 4; look += 1) looks.push((await telemetry(world))[0]?.[0]);
    expect(looks).toEqual(['DOWN', 'DOWN', 'DOWN', 'UP']);
  });
});

describe('EC2 tells of routes', () => {
  test('in the tables of the Transit Gateway, with every path', async () => {
    const world = await start({ podRouting: 'bgp' });
    const table = world.link.expectations?.aws.cloud_route_table_id;
    const input = { TransitGatewayRouteTableId: table, Filters: [{ Name: 'type', Values: ['propagated'] }] };
    const { Routes } = await ec2Of(world).send(new SearchTransitGatewayRoutesCommand(input));
    expect(
      Routes?.map(({ DestinationCidrBlock, TransitGatewayAttachments = [] }) => [
        DestinationCidrBlock,
        TransitGatewayAttachments.map(({ ResourceType }) => ResourceType),
      ]),
    ).toEqual([
      ['10.80.0.0/16', ['vpn', 'vpn']],
      ['10.112.0.0/25', ['vpn', 'vpn']],
      ['10.112.0.128/25', ['vpn', 'vpn']],
    ]);
  });

  test('by which attachments propagate and are associated', async () => {
    const world = await start();
    const { aws } = world.link.expectations ?? {};
    const { TransitGatewayRouteTablePropagations: into } = await ec2Of(world).send(
      new GetTransitGatewayRouteTablePropagationsCommand({
        TransitGatewayRouteTableId: aws?.cloud_route_table_id,
      }),
    );
    expect(into?.map(({ ResourceType, State }) => [ResourceType, State])).toEqual([
      ['vpn', 'enabled'],
      ['vpn', 'enabled'],
    ]);
    const { Associations } = await ec2Of(world).send(
      new GetTransitGatewayRouteTableAssociationsCommand({
        TransitGatewayRouteTableId: aws?.link_route_table_id,
      }),
    );
    expect(Associations?.map(({ ResourceId, State }) => [ResourceId, State])).toEqual(
      world.link.vpnConnectionIds.map((id) => [id, 'associated']),
    );
  });

  test.each([
    [null, 0],
    ['link-vpc-route-missing', 1],
  ])('in the tables of the VPC with %s', async (fault, lacking) => {
    const world = await start({}, fault === null ? {} : { faults: [fault] });
    const { RouteTables } = await ec2Of(world).send(new DescribeRouteTablesCommand({}));
    const used = (RouteTables ?? []).filter(({ Associations }) =>
      Associations?.some(({ SubnetId }) => SubnetId),
    );
    const without = used.filter(
      ({ Routes = [] }) =>
        !Routes.some(({ TransitGatewayId }) => TransitGatewayId === world.link.transitGatewayId),
    );
    expect([used.length, without.length]).toEqual([5, lacking]);
  });
});

describe('CloudWatch tells of the past', () => {
  const query = (world: LinkClouds, Stat: string, Period = 60): MetricDataQuery => ({
    Id: 't0',
    MetricStat: {
      Metric: {
        Namespace: 'AWS/VPN',
        MetricName: 'TunnelState',
        Dimensions: [
          { Name: 'VpnId', Value: world.link.vpnConnectionIds[0] },
          { Name: 'TunnelIpAddress', Value: '3.120.0.11' },
        ],
      },
      Period,
      Stat,
    },
  });
  const read = async (world: LinkClouds, queries: MetricDataQuery[]) => {
    const client = new CloudWatchClient(settings(world.cloudwatch.url, world.region));
    const now = Date.now();
    const window = { StartTime: new Date(now - 3 * 3600_000), EndTime: new Date(now) };
    return client.send(new GetMetricDataCommand({ ...window, MetricDataQueries: queries }));
  };

  test('of a quiet tunnel', async () => {
    const world = await start();
    const [result] = (await read(world, [query(world, 'Minimum')])).MetricDataResults ?? [];
    expect(new Set(result?.Values)).toEqual(new Set([1]));
    expect(result?.Timestamps?.length).toBeGreaterThanOrEqual(180);
    // Newest first, where nothing else is asked for.
    expect(Number(result?.Timestamps?.[0])).toBeGreaterThan(Number(result?.Timestamps?.[1]));
  });

  test('of one that flaps, in each statistic', async () => {
    const world = await start({}, { faults: ['link-flapping'] });
    const value = async (stat: string) =>
      (await read(world, [query(world, stat, 3600)])).MetricDataResults?.[0]?.Values?.[1] ?? Number.NaN;
    expect(await value('Minimum')).toBe(0);
    expect(await value('Maximum')).toBe(1);
    const average = await value('Average');
    expect([average > 0.8, average < 1]).toEqual([true, true]);
  });

  test('in pages, not at all, and not to everyone', async () => {
    const world = await start({}, { pageSize: 1 });
    const two = [query(world, 'Minimum'), { ...query(world, 'Minimum'), Id: 't1' }];
    const page = await read(world, two);
    expect([page.MetricDataResults?.length, page.NextToken]).toEqual([1, '1']);
    world.world.faults.enable('cloudwatch-missing');
    expect((await read(world, two)).MetricDataResults?.[0]?.Values).toEqual([]);
    world.world.faults.enable('cloudwatch-throttled');
    await expect(read(world, two)).rejects.toMatchObject({ name: expect.stringMatching(/^Throttling/) });
    await expect(read(world, [query(world, 'Minimum', 30)])).rejects.toThrow('Period');
    await world.close();
    const denied = await start({}, { denied: ['GetMetricData'] });
    await expect(read(denied, two)).rejects.toMatchObject({ name: expect.stringContaining('AccessDenied') });
  });
});

describe('Direct Connect tells of a private link', () => {
  const client = ({ directConnect, region }: LinkClouds): DirectConnectClient =>
    new DirectConnectClient(settings(directConnect.url, region));

  test('its interfaces with their peers', async () => {
    const world = await start({ kind: 'private' }, { faults: ['link-interface-down'] });
    const { virtualInterfaces } = await client(world).send(new DescribeVirtualInterfacesCommand({}));
    expect(
      virtualInterfaces?.map(({ virtualInterfaceState, bgpPeers }) => [
        virtualInterfaceState,
        bgpPeers?.[0]?.bgpStatus,
      ]),
    ).toEqual([
      ['down', 'down'],
      ['available', 'up'],
    ]);
    expect(virtualInterfaces?.[0]?.authKey).toBe(world.link.secrets[0]);
    const missing = new DescribeVirtualInterfacesCommand({ virtualInterfaceId: 'dxvif-none' });
    await expect(client(world).send(missing)).rejects.toMatchObject({ name: 'DirectConnectClientException' });
  });

  test('what its gateway is attached to and associated with', async () => {
    const world = await start({ kind: 'private' }, { faults: ['direct-connect-throttled'] });
    const directConnectGatewayId = world.link.directConnectGatewayId ?? '';
    const attached = new DescribeDirectConnectGatewayAttachmentsCommand({ directConnectGatewayId });
    await expect(client(world).send(attached)).rejects.toMatchObject({ name: 'ThrottlingException' });
    const { directConnectGatewayAttachments } = await client(world).send(attached);
    expect(directConnectGatewayAttachments?.map(({ attachmentState }) => attachmentState)).toEqual([
      'attached',
      'attached',
    ]);
    const { directConnectGatewayAssociations } = await client(world).send(
      new DescribeDirectConnectGatewayAssociationsCommand({ directConnectGatewayId }),
    );
    expect(directConnectGatewayAssociations).toMatchObject([
      {
        associatedGateway: { id: world.link.transitGatewayId },
        allowedPrefixesToDirectConnectGateway: [{ cidr: '10.40.0.0/16' }],
      },
    ]);
    const table = world.link.expectations;
    expect(table).toBeNull();
  });
});
