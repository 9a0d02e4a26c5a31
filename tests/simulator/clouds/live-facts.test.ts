import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readAwsFacts } from '#lib/aws/address-facts.js';
import { readAzureFacts } from '#lib/azure/address-facts.js';
import type { AddressFacts } from '#lib/net/address-facts.js';
import { type FakeDeps, fakeDeps } from '#tests/support/fake-deps.js';
import {
  type CloudOptions,
  PRESHARED_KEYS,
  type SimulatedClouds,
  startSimulatedClouds,
} from '#tests/support/simulated-clouds.js';

const authorities = getCACertificates('default');
let clouds: SimulatedClouds | undefined;
let deps: FakeDeps;
let before: NodeJS.ProcessEnv;

beforeEach(() => {
  before = { ...process.env };
  deps = fakeDeps();
});

afterEach(async () => {
  process.env = before;
  setDefaultCACertificates(authorities);
  await clouds?.close();
});

async function start(options: CloudOptions = {}): Promise<SimulatedClouds> {
  clouds = await startSimulatedClouds(options);
  Object.assign(process.env, clouds.env);
  setDefaultCACertificates([...authorities, clouds.ca]);
  return clouds;
}

const aws = ({ region }: SimulatedClouds, clusterName: string | null = null) =>
  readAwsFacts({ region, clusterName }, deps);
const azure = ({ subscriptionId }: SimulatedClouds, resourceGroup: string | null = null) =>
  readAzureFacts({ subscriptionId, resourceGroup }, deps);

const ranges = (facts: AddressFacts) => facts.ranges.map(({ role, text, name }) => `${role} ${text} ${name}`);
const routes = (facts: AddressFacts) =>
  facts.routes.map(
    ({ role, table, text, target, learnt, announced }) =>
      `${role} ${table}: ${text} ${target}${learnt ? ' learnt' : ''}${announced === true ? ' announced' : ''}`,
  );
const AWS_ROUTES = [
  'vpc-route rtb-main: 10.40.0.0/16 local',
  'vpc-route rtb-main: 10.41.0.0/16 local',
  'vpc-route hybrid-private: 10.40.0.0/16 local',
  'vpc-route hybrid-private: 10.41.0.0/16 local',
  'vpc-route hybrid-private: 10.112.0.0/16 transit-gateway',
  'vpc-route hybrid-private: 10.80.0.0/20 transit-gateway',
  'tgw-route hybrid-cloud: 10.80.0.0/16 vpn learnt',
  'tgw-route hybrid-link: 10.40.0.0/16 vpc learnt announced',
  'tgw-route hybrid-link: 10.41.0.0/16 vpc learnt announced',
];
const AWS_RANGES = [
  'vpc 10.40.0.0/16 hybrid',
  'vpc 10.41.0.0/16 hybrid',
  'aws-subnet 10.40.0.0/20 hybrid-0',
  'aws-subnet 10.40.16.0/20 hybrid-1',
  'aws-subnet 10.40.32.0/24 hybrid-2',
  'tunnel-inside 169.254.21.0/30 instance0-tunnel1',
  'tunnel-inside 169.254.22.0/30 instance0-tunnel2',
];
const CLUSTER_RANGES = [
  'service 172.20.0.0/16 hybrid',
  'remote-node 10.80.0.0/20 hybrid',
  'remote-pod 10.112.0.0/16 hybrid',
];
const AZURE_RANGES = [
  'vnet 10.80.0.0/16 hybrid',
  'azure-subnet 10.80.255.192/27 GatewaySubnet',
  'azure-subnet 10.80.255.224/27 RouteServerSubnet',
  'azure-subnet 10.80.0.0/20 nodes',
];

describe('facts of a live AWS account', () => {
  test.each([{}, { pageSize: 1 }, { faults: ['ec2-throttled', 'eks-throttled'] }])(
    'are all of them with %j',
    async (options) => {
      const started = await start(options);
      const facts = await aws(started, 'hybrid');
      expect(ranges(facts)).toEqual([...CLUSTER_RANGES, ...AWS_RANGES]);
      expect(facts.asns.map(({ role, text }) => `${role} ${text}`)).toEqual([
        'transit-gateway 64512',
        'customer-gateway 65515',
      ]);
      expect(routes(facts)).toEqual(AWS_ROUTES);
      expect(facts.unknown).toEqual([]);
      expect(facts.ranges.find(({ role }) => role === 'vpc')?.origin).toEqual({
        kind: 'aws',
        source: 'AWS 123456789012 eu-central-1',
        id: 'vpc-1',
      });
      expect(ranges(await aws(started))).toEqual(AWS_RANGES);
    },
  );

  test('never hold a key, and mask it', async () => {
    const facts = await aws(await start());
    const [first, second] = PRESHARED_KEYS;
    expect(deps.masked).toEqual(expect.arrayContaining([first, second]));
    for (const key of PRESHARED_KEYS) expect(JSON.stringify([facts, deps.log.messages()])).not.toContain(key);
  });

  test('are unknown where a call is denied', async () => {
    const started = await start({ denied: ['DescribeSubnets', 'DescribeVpnConnections'] });
    const facts = await aws(started);
    expect(ranges(facts)).toEqual(['vpc 10.40.0.0/16 hybrid', 'vpc 10.41.0.0/16 hybrid']);
    expect(facts.unknown.map(({ role, reason }) => `${role ?? ''}: ${reason}`)).toEqual([
      'aws-subnet: EC2 DescribeSubnets was denied (UnauthorizedOperation: You are not authorized to perform this operation.)',
      'tunnel-inside: EC2 DescribeVpnConnections was denied (UnauthorizedOperation: You are not authorized to perform this operation.)',
      'customer-gateway: the VPN connections could not be read',
    ]);
    expect(started.ec2.requests.filter((action) => action === 'DescribeSubnets')).toHaveLength(1);
  });

  test.each([
    ['DescribeRouteTables', 'vpc-route'],
    ['DescribeTransitGatewayRouteTables', 'tgw-route'],
    ['DescribeTransitGatewayAttachments', 'tgw-route'],
    ['SearchTransitGatewayRoutes', 'tgw-route'],
  ])('are unknown where routes may not be read: %s', async (denied, role) => {
    const facts = await aws(await start({ denied: [denied] }), 'hybrid');
    expect(new Set(facts.unknown.map((one) => one.role))).toEqual(new Set([role]));
    expect(facts.unknown[0]?.reason).toContain(`EC2 ${denied} was denied`);
  });

  test('tell a route to a Transit Gateway that is gone', async () => {
    const started = await start();
    const { world } = started;
    world.objects.put({
      key: 'aws_route:gone',
      provider: 'aws',
      type: 'aws_route',
      region: started.region,
      attributes: {
        id: 'r-gone',
        route_table_id: 'rtb-main',
        destination_cidr_block: '10.9.0.0/16',
        transit_gateway_id: 'tgw-9',
      },
    });
    const facts = await aws(started, 'hybrid');
    expect(facts.routes.filter(({ active }) => !active).map(({ text }) => text)).toEqual(['10.9.0.0/16']);
  });

  test.each([
    [{ denied: ['DescribeCluster'] }, 'hybrid', 'was denied'],
    [{}, 'other', 'ResourceNotFoundException: No cluster found for name: other.'],
  ])('are unknown when the cluster cannot be read', async (options, name, reason) => {
    const facts = await aws(await start(options), name);
    expect(facts.ranges).toEqual([]);
    expect(facts.unknown.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['service', 'remote-node', 'remote-pod', 'vpc', 'aws-subnet', 'tunnel-inside']),
    );
    expect(facts.unknown[0]?.reason).toContain(reason);
  });

  test('are limited to tags where these are given', async () => {
    const { region } = await start();
    const of = (tags: Record<string, string>) => readAwsFacts({ region, clusterName: null, tags }, deps);
    expect(ranges(await of({ project: 'eks-hybrid' }))).toEqual(AWS_RANGES);
    expect(ranges(await of({ project: 'other' }))).toEqual([]);
  });
});

describe('facts of a live Azure subscription', () => {
  test.each([{}, { pageSize: 1 }, { faults: ['arm-throttled'] }])(
    'are all of them with %j',
    async (options) => {
      const started = await start(options);
      for (const group of [null, started.resourceGroup]) {
        const facts = await azure(started, group);
        expect(ranges(facts).sort()).toEqual([...AZURE_RANGES].sort());
        expect(facts.asns.map(({ role, text }) => `${role} ${text}`)).toEqual([
          'azure-gateway 65515',
          'local-network-gateway 64512',
          'local-network-gateway 64512',
          'route-server 65515',
          'cilium 65010',
          'cilium 65010',
        ]);
        expect(facts.tunnelAddresses.map(({ side, text }) => `${side} ${text}`)).toEqual([
          'azure 169.254.21.2',
          'azure 169.254.22.2',
          'aws 169.254.21.1',
          'aws 169.254.22.1',
        ]);
        expect(facts.routes).toMatchObject([
          {
            role: 'azure-route',
            table: 'nodes',
            text: '10.112.0.0/25',
            target: 'appliance',
            via: '10.80.0.4',
          },
        ]);
        expect(facts.quantities).toMatchObject([{ quantity: 'route-server-peers', value: 2 }]);
        expect(facts.unknown).toEqual([]);
      }
      for (const key of PRESHARED_KEYS) expect(JSON.stringify(deps.log.messages())).not.toContain(key);
      expect(deps.masked).toContain(PRESHARED_KEYS[1]);
    },
  );

  test('are unknown where a call is denied', async () => {
    const started = await start({ denied: ['Microsoft.Network/virtualNetworkGateways/read'] });
    const facts = await azure(started, started.resourceGroup);
    expect(ranges(facts)).toHaveLength(AZURE_RANGES.length);
    expect(facts.unknown).toMatchObject([
      {
        role: 'azure-gateway',
        reason: expect.stringContaining('ARM virtualNetworkGateways was denied (AuthorizationFailed'),
      },
    ]);
  });

  test('are unknown where route tables may not be read, or lie elsewhere', async () => {
    const started = await start({ denied: ['Microsoft.Network/routeTables/read'] });
    const denied = await azure(started, started.resourceGroup);
    expect(denied.unknown).toMatchObject([
      { role: 'azure-route', reason: expect.stringContaining('ARM routeTables was denied') },
    ]);
    await started.close();
    const other = await start();
    const [table] = other.world.objects.list('azurerm_route_table');
    if (table === undefined) throw new Error('the world has no route table');
    other.world.objects.delete(table.key);
    const elsewhere = await azure(other, other.resourceGroup);
    expect(elsewhere.unknown).toMatchObject([
      { role: 'azure-route', reason: expect.stringContaining('is not among those that were read') },
    ]);
  });

  test('are unknown where there are no such networks, or nobody lets the job in', async () => {
    const started = await start();
    const missing = await azure(started, 'other');
    expect(missing.unknown[0]?.reason).toContain('ResourceGroupNotFound');
    started.world.faults.enable('login-refused');
    const refused = await azure(started);
    expect(refused.ranges).toEqual([]);
    expect(refused.unknown[0]?.reason).toContain('AADSTS70021: No matching federated identity record');
    delete process.env['AZURE_CLIENT_ID'];
    const bare = await azure(started);
    expect(bare.unknown[0]?.reason).toContain('no Azure CLI');
  });
});
