/** What environment-resources says of simulated clouds: what is left, what it costs, what has expired, what is unknown. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { type EnvironmentDocument, environmentDocument } from '#lib/report/environment-document.js';
import { createActivation, MANAGED_INSTANCE } from '#simulator/world/activations.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import {
  type CloudObject,
  type CloudOptions,
  foundationObjects,
  type SimulatedClouds,
  startSimulatedClouds,
} from '#tests/support/simulated-clouds.js';

const ACCOUNT = 'arn:aws:kms:eu-central-1:123456789012';
const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000001';
const TAGS = { project: 'eks-hybrid', environment: 'hybrid' };
const GROUP = `${SUBSCRIPTION}/resourceGroups/hybrid-nodes`;

const aws = (type: string, id: string, attributes: CloudObject['attributes'] = {}): CloudObject => ({
  type,
  attributes: { id, tags_all: TAGS, ...attributes },
});
const azure = (
  type: string,
  path: string,
  attributes: CloudObject['attributes'] = {},
  group = GROUP,
): CloudObject => ({
  type,
  attributes: {
    id: `${group}/providers/${path}`,
    name: path.split('/').at(-1) ?? '',
    location: 'germanywestcentral',
    ...attributes,
  },
});
const group = (name: string, tags: Readonly<Record<string, string>>): CloudObject => ({
  type: 'azurerm_resource_group',
  attributes: {
    id: `${SUBSCRIPTION}/resourceGroups/${name}`,
    name,
    location: 'germanywestcentral',
    tags,
  },
});

const VPN = aws('aws_vpn_connection', 'vpn-1', {
  transit_gateway_id: 'tgw-1',
  tunnel1_preshared_key: 'key.of.it',
});
const VPC = aws('aws_vpc', 'vpc-1', { cidr_block: '10.0.0.0/16' });
const MACHINE = azure('azurerm_linux_virtual_machine', 'Microsoft.Compute/virtualMachines/node-0', {
  size: 'Standard_D4s_v5',
  tags: { ...TAGS, 'expires-at': '2026-01-01T00:00:00Z' },
});

let clouds: SimulatedClouds | undefined;
afterEach(() => clouds?.close());

async function look(
  options: CloudOptions,
  inputs: Readonly<Record<string, string>> = {},
  prepare: (started: SimulatedClouds) => void = () => undefined,
): Promise<{ readonly result: RunResult; readonly document: EnvironmentDocument }> {
  clouds = await startSimulatedClouds(options);
  prepare(clouds);
  const given = {
    ...(inputs['expired'] === 'true' ? {} : { environment: 'hybrid' }),
    'aws-region': clouds.region,
    'azure-subscription-id': clouds.subscriptionId,
    ...inputs,
  };
  const result = await runBundle({ action: 'environment-resources', inputs: given, env: clouds.env });
  expect(result.outputs['report'] ?? result.stdout).toMatch(/environment\.json$/);
  return { result, document: environmentDocument.parse(result.report(), 'report') };
}

const codes = (result: RunResult) =>
  result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title.split(' ')[0]);
const row = (document: EnvironmentDocument, end: string) =>
  document.resources.find(({ id }) => id.endsWith(end)) ?? { none: end };

describe('what stands', () => {
  test('is listed with what it costs, the costly first, over all pages', async () => {
    const key = aws('aws_kms_key', 'k-1', { arn: `${ACCOUNT}:key/k-1` });
    const volume = aws('aws_ebs_volume', 'vol-1', { size: 20, type: 'gp3' });
    const objects = [
      VPN,
      VPC,
      key,
      volume,
      MACHINE,
      aws('aws_eip', 'eipalloc-1'),
      aws('aws_nat_gateway', 'nat-1'),
    ];
    const { result, document } = await look({ objects, pageSize: 2 });
    expect(result.exitCode).toBe(0);
    expect(document.verdict).toBe('passed');
    // The VPC, and the attachment of the connection, which is counted with it.
    expect(document.counts).toEqual({ resources: 8, leftovers: 6, free: 2 });
    expect(row(document, 'vpn-1')).toMatchObject({ type: 'ec2:vpn-connection', monthly: 73 });
    expect(row(document, 'vol-1')).toMatchObject({ monthly: 1.6 });
    expect(row(document, 'k-1')).toMatchObject({ billing: 'billed', monthly: 1 });
    expect(row(document, 'node-0')).toMatchObject({ cloud: 'azure', monthly: 140.16, tags: TAGS });
    // 140.16 + 73 + 32.85 + 3.65 + 1.6 + 1
    expect(result.outputs).toMatchObject({ count: '6', cost: '252.26', 'cost-complete': 'true' });
    expect(document.resources[0]?.id).toMatch(/node-0$/);
    expect(`${result.stdout.replaceAll(/^::add-mask::.*$/gm, '')}${result.summary}`).not.toContain(
      'key.of.it',
    );
  });

  test('has own prices where they are given, and is incomplete where there is none', async () => {
    const workspace = azure(
      'azurerm_log_analytics_workspace',
      'Microsoft.OperationalInsights/workspaces/logs',
      {
        tags: TAGS,
      },
    );
    const inputs = { prices: '{azure-vm-Standard_D4s_v5: 1}' };
    const { result, document } = await look({ objects: [MACHINE, workspace] }, inputs);
    expect(result.outputs).toMatchObject({ count: '2', cost: '730.00', 'cost-complete': 'false' });
    expect(row(document, 'logs')).toMatchObject({ billing: 'billed', monthly: null });
    expect(result.summary).toContain('at least 730.00 USD');
  });

  test('includes what lies in a group of the environment without tags of its own', async () => {
    const disk = azure('azurerm_managed_disk', 'Microsoft.Compute/disks/orphan', {
      disk_size_gb: 100,
      storage_account_type: 'Premium_LRS',
    });
    const { document } = await look({ objects: [group('hybrid-nodes', TAGS), disk] });
    expect(row(document, 'orphan')).toMatchObject({ billing: 'billed', monthly: 15, tags: TAGS });
  });

  test('leaves out what has other tags', async () => {
    const other = aws('aws_nat_gateway', 'nat-2', { tags_all: { ...TAGS, environment: 'other' } });
    const foreign = aws('aws_nat_gateway', 'nat-3', { tags_all: { environment: 'hybrid' } });
    const { document } = await look({ objects: [other, foreign, VPC] });
    expect(document.resources.map(({ id }) => id)).toEqual([expect.stringMatching(/vpc-1$/)]);
  });
});

describe('proof that nothing is left', () => {
  const NONE = { require: 'none' };

  test('passes when only free things are there', async () => {
    const { result, document } = await look({ objects: [VPC, group('hybrid-nodes', TAGS)] }, NONE);
    expect({ code: result.exitCode, verdict: document.verdict }).toEqual({ code: 0, verdict: 'passed' });
    expect(result.outputs).toMatchObject({ count: '0', cost: '0.00', leftovers: '[]' });
  });

  test('names what is left', async () => {
    const { result, document } = await look({ objects: [VPN, MACHINE] }, NONE);
    expect(result.exitCode).toBe(1);
    expect(codes(result)).toEqual(['EHA1600']);
    expect(document.verdict).toBe('failed');
    expect(JSON.parse(result.outputs['leftovers'] ?? '')).toContainEqual({
      cloud: 'aws',
      type: 'ec2:vpn-connection',
      id: 'arn:aws:ec2:eu-central-1:123456789012:vpn-connection/vpn-1',
    });
    expect(result.summary.split('\n')[0]).toMatch(/^## ❌ Environment `hybrid`: 2 resources/);
    expect(result.summary).toContain('node-0');
  });

  test('counts an activation of the cluster, which lets machines in, and a registered machine', async () => {
    const role = aws('aws_iam_role', 'nodes', {
      name: 'nodes',
      tags_all: {},
      assume_role_policy: '{"Principal":{"Service":"ssm.amazonaws.com"}}',
    });
    const tags = { EKSClusterARN: 'arn:aws:eks:eu-central-1:123456789012:cluster/hybrid' };
    const machine = { type: MANAGED_INSTANCE, provider: 'aws', region: 'eu-central-1' } as const;
    const { result, document } = await look({ objects: [role] }, NONE, ({ world }) => {
      createActivation(world, { region: 'eu-central-1', iamRole: 'nodes', tags });
      const times = { last_ping: '2026-11-22T12:00:00Z', created: '2026-11-22T11:00:00Z' };
      const attributes = { id: 'mi-0123456789abcdef0', name: 'node-0', tags, ...times };
      world.objects.put({
        key: `${MANAGED_INSTANCE}/eu-central-1/mi-0123456789abcdef0`,
        ...machine,
        attributes,
      });
      const other = { EKSClusterARN: 'arn:aws:eks:eu-central-1:123456789012:cluster/other' };
      const stranger = { ...attributes, id: 'mi-0123456789abcdef1', tags: other };
      world.objects.put({
        key: `${MANAGED_INSTANCE}/eu-central-1/mi-0123456789abcdef1`,
        ...machine,
        attributes: stranger,
      });
    });
    expect(codes(result)).toEqual(['EHA1600']);
    expect(
      document.resources.map(({ type, credential, monthly }) => ({ type, credential, monthly })),
    ).toEqual([
      { type: 'ssm:managed-instance', credential: true, monthly: null },
      { type: 'ssm:activation', credential: true, monthly: 0 },
    ]);
  });

  test('believes a service more than the tagging API, which still lists what was deleted', async () => {
    const { result, document } = await look(
      { objects: [VPN], faults: ['tagging-lags'] },
      NONE,
      ({ world }) => {
        world.objects.delete('aws_vpn_connection:"vpn-1"');
      },
    );
    expect(document.lists.find(({ name }) => name === 'Tagging GetResources')?.entries).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'passed', count: '0' });
  });

  test('does not count a machine that only the lagging list of Azure has', async () => {
    const { document } = await look({ objects: [MACHINE], faults: ['arm-lags'] }, NONE, ({ world }) => {
      world.objects.delete(
        `azurerm_linux_virtual_machine:"${GROUP}/providers/Microsoft.Compute/virtualMachines/node-0"`,
      );
    });
    expect(document.lists.find(({ name }) => name === 'ARM resources')?.entries).toBe(1);
    expect(document.verdict).toBe('passed');
  });

  test('does not count a key whose deletion is scheduled', async () => {
    const key = aws('aws_kms_key', 'k-1', { arn: `${ACCOUNT}:key/k-1`, key_state: 'PendingDeletion' });
    const { document } = await look({ objects: [key] }, NONE);
    expect(document.verdict).toBe('passed');
    expect(document.resources).toEqual([expect.objectContaining({ billing: 'free' })]);
  });

  test('waits for what is on its way out', async () => {
    const { result, document } = await look(
      { objects: [VPN] },
      { ...NONE, wait: '1m', poll: '1s' },
      ({ ec2, world }) => {
        // Gone after the first reading has asked for it.
        const timer = setInterval(() => {
          if (ec2.requests.includes('DescribeVpcEndpoints')) {
            clearInterval(timer);
            world.objects.delete('aws_vpn_connection:"vpn-1"');
          }
        }, 20);
        timer.unref();
      },
    );
    expect(result.stdout).toContain('Reading again');
    expect(document.readings).toBeGreaterThan(1);
    expect(document.verdict).toBe('passed');
  });
});

describe('what cannot be read', () => {
  test.each([
    ['the tags', 'GetResources', 'Tagging GetResources'],
    ['a list of EC2', 'DescribeVolumes', 'EC2 DescribeVolumes'],
    ['the clusters', 'ListClusters', 'EKS ListClusters'],
    ['the activations', 'DescribeActivations', 'SSM DescribeActivations'],
    ['the resources of Azure', 'Microsoft.Resources/subscriptions/resources/read', 'ARM resources'],
    ['the groups of Azure', 'Microsoft.Resources/subscriptions/resourceGroups/read', 'ARM resourceGroups'],
  ])('%s: nothing is proven', async (_what, denied, name) => {
    const { result, document } = await look({ objects: [], denied: [denied] }, { require: 'none' });
    expect(codes(result)).toEqual(['EHA1602']);
    expect(document.verdict).toBe('unknown');
    expect(document.lists.filter(({ problem }) => problem !== null).map((list) => list.name)).toEqual([name]);
    expect(result.outputs).toMatchObject({
      verdict: 'unknown',
      count: '',
      cost: '',
      'cost-complete': 'false',
    });
    expect(result.summary).toContain('proves nothing');
  });

  test('is only told when nothing is required, and what was seen is shown', async () => {
    const { result, document } = await look({ objects: [VPN], denied: ['GetResources'] });
    expect(result.exitCode).toBe(0);
    expect(document.verdict).toBe('unknown');
    expect(row(document, 'vpn-1')).toMatchObject({ billing: 'billed' });
    expect(result.annotations.map(({ level }) => level)).toContain('warning');
  });

  test('is left as unknown when only the tagging API knows of it', async () => {
    const { document } = await look(
      { objects: [VPN], denied: ['DescribeVpnConnections'] },
      { require: 'none' },
    );
    expect(document.verdict).toBe('failed');
    expect(row(document, 'vpn-1')).toMatchObject({ billing: 'unknown', monthly: null });
  });

  test('throttled calls are made again', async () => {
    const faults = ['ec2-throttled', 'arm-throttled', 'eks-throttled'];
    const { document } = await look({ objects: [VPN, MACHINE], faults });
    expect(document).toMatchObject({ verdict: 'passed', counts: { leftovers: 2 } });
  });
});

test('an environment that nothing has the tags of is told', async () => {
  const { result } = await look({ objects: foundationObjects() }, { require: 'any' });
  expect(codes(result)).toEqual(['EHA1601']);
});

test('one cloud alone is read', async () => {
  const { document } = await look({ objects: [VPN, MACHINE] }, { azure: 'false' });
  expect(new Set(document.resources.map(({ cloud }) => cloud))).toEqual(new Set(['aws']));
  expect(clouds?.arm.requests).toEqual([]);
});

describe('expired environments', () => {
  const machine = (name: string, environment: string, expires?: string): CloudObject =>
    azure('azurerm_linux_virtual_machine', `Microsoft.Compute/virtualMachines/${name}`, {
      size: 'Standard_D4s_v5',
      tags: {
        project: 'eks-hybrid',
        environment,
        ...(expires === undefined ? {} : { 'expires-at': expires }),
      },
    });
  const objects = [
    machine('a', 'past', '2026-01-01T00:00:00+01:00'),
    machine('b', 'future', '2126-01-01T00:00:00Z'),
    machine('c', 'disagreeing', '2026-01-01T00:00:00Z'),
    machine('d', 'disagreeing', '2126-01-01T00:00:00Z'),
    machine('e', 'misspelt', '2026-01-01'),
    machine('f', 'misspelt', '2026-01-01T00:00:00Z'),
    machine('g', 'permanent'),
    VPN,
  ];

  test('are those of which every time has passed', async () => {
    const { result, document } = await look({ objects }, { expired: 'true' });
    expect(result.exitCode).toBe(0);
    expect(JSON.parse(result.outputs['expired'] ?? '')).toEqual(['past']);
    expect(JSON.parse(result.outputs['invalid'] ?? '')).toEqual(['misspelt']);
    expect(Object.fromEntries(document.environments.map(({ name, status }) => [name, status]))).toEqual({
      disagreeing: 'alive',
      future: 'alive',
      hybrid: 'permanent',
      misspelt: 'invalid',
      past: 'expired',
      permanent: 'permanent',
    });
    expect(result.summary).toContain('never torn down');
  });

  test('are none when a list could not be read: it may hold a later time', async () => {
    const { result } = await look({ objects, denied: ['GetResources'] }, { expired: 'true' });
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'unknown', expired: '[]' } });
    await clouds?.close();
    const inputs = { expired: 'true', require: 'known' };
    const strict = await look({ objects, denied: ['GetResources'] }, inputs);
    expect(strict.result).toMatchObject({ exitCode: 1, outputs: { verdict: 'unknown', expired: '[]' } });
    expect(strict.result.stdout).toContain('EHA1602');
    await clouds?.close();
    expect((await look({ objects }, inputs)).result).toMatchObject({
      exitCode: 0,
      outputs: { verdict: 'passed' },
    });
  });
});

test.each([
  ['no environment', { environment: '' }, 'environment'],
  ['an environment beside expired', { environment: 'hybrid', expired: 'true' }, 'environment'],
  ['a requirement beside expired', { expired: 'true', require: 'none' }, 'require'],
  ['no cloud', { environment: 'hybrid', aws: 'false', azure: 'false' }, 'azure'],
  ['a tag without a value', { environment: 'hybrid', tags: 'project=' }, 'tags'],
  ['a price that nothing has', { environment: 'hybrid', prices: '{eks-clutser: 1}' }, 'prices'],
  ['no region', { environment: 'hybrid', 'aws-region': '' }, 'aws-region'],
])('%s is refused before anything is read', async (_what, inputs, name) => {
  const given = { 'aws-region': 'eu-central-1', 'azure-subscription-id': SUBSCRIPTION.slice(15), ...inputs };
  const result = await runBundle({ action: 'environment-resources', inputs: given });
  expect(codes(result)).toEqual(['EHA1001']);
  expect(result.stdout).toContain(`"${name}"`);
});
