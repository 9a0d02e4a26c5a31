/**
 * Applies the foundation stack to a simulated world and compares its state with the published table of the four tunnels
 * (Microsoft, "How to connect AWS and Azure using a BGP-enabled VPN gateway"), written out here and shared with no code
 * under test.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { copyTerraform } from '#scripts/terraform/run-target.js';
import { startProviderServer, type ProviderServer } from '#simulator/terraform-provider/server.js';
import { World } from '#simulator/world/world.js';

interface Tunnel {
  readonly instance: 'instance0' | 'instance1';
  readonly number: 1 | 2;
  readonly cidr: string;
  readonly aws: string;
  readonly azure: string;
  readonly primary: string;
  readonly secondary: string;
}

const CANONICAL: readonly Tunnel[] = [
  {
    instance: 'instance0',
    number: 1,
    cidr: '169.254.21.0/30',
    aws: '169.254.21.1',
    azure: '169.254.21.2',
    primary: '169.254.21.2',
    secondary: '169.254.21.6',
  },
  {
    instance: 'instance0',
    number: 2,
    cidr: '169.254.22.0/30',
    aws: '169.254.22.1',
    azure: '169.254.22.2',
    primary: '169.254.22.2',
    secondary: '169.254.21.6',
  },
  {
    instance: 'instance1',
    number: 1,
    cidr: '169.254.21.4/30',
    aws: '169.254.21.5',
    azure: '169.254.21.6',
    primary: '169.254.21.2',
    secondary: '169.254.21.6',
  },
  {
    instance: 'instance1',
    number: 2,
    cidr: '169.254.22.4/30',
    aws: '169.254.22.5',
    azure: '169.254.22.6',
    primary: '169.254.21.2',
    secondary: '169.254.22.6',
  },
];

type Attributes = Readonly<Record<string, unknown>>;
interface StateResource {
  readonly mode: 'managed' | 'data';
  readonly address: string;
  readonly type: string;
  readonly index?: string | number;
  readonly values: Attributes;
}
interface StateModule {
  readonly resources?: readonly StateResource[];
  readonly child_modules?: readonly StateModule[];
}

const directory = mkdtempSync(join(tmpdir(), 'foundation-test-'));
let world: World;
let provider: ProviderServer;
let terraformPath: string;
let resources: readonly StateResource[];

async function terraform(
  ...parameters: readonly string[]
): Promise<{ readonly exitCode: number | null; readonly stdout: string; readonly output: string }> {
  return runCommand([terraformPath, ...parameters], {
    cwd: join(directory, 'terraform/stacks/foundation'),
    env: { PATH: '/usr/bin:/bin', HOME: directory, ...provider.environment },
    timeout: 120_000,
  });
}

async function succeed(...parameters: readonly string[]): Promise<string> {
  const done = await terraform(...parameters);
  if (done.exitCode !== 0) throw new Error(`terraform ${parameters.join(' ')}\n${done.output}`);
  return done.stdout;
}

function collect(module: StateModule): readonly StateResource[] {
  return [...(module.resources ?? []), ...(module.child_modules ?? []).flatMap(collect)];
}

function ofType(type: string): readonly StateResource[] {
  return resources.filter((resource) => resource.type === type);
}

function only(
  type: string,
  matches: (values: Attributes, resource: StateResource) => boolean = () => true,
): Attributes {
  const found = ofType(type).filter((resource) => matches(resource.values, resource));
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`${found.length} objects of ${type} match, not one`);
  return found[0].values;
}

/** The first element of a nested block. */
function block(values: Attributes, name: string): Attributes {
  const list = values[name];
  if (!Array.isArray(list) || list.length !== 1) throw new Error(`${name} is not one block`);
  return list[0] as Attributes;
}

/** Id of a security group by the end of its name. */
function groupId(ending: string): unknown {
  return only('aws_security_group', (values) => String(values['name']).endsWith(`-${ending}`))['id'];
}

beforeAll(async () => {
  terraformPath = (await findTerraform()).path;
  copyTerraform(repositoryRoot, directory);
  world = World.open({ directory: join(directory, 'world') });
  provider = await startProviderServer({ world });
  await succeed('init', '-input=false', '-no-color');
  await succeed('apply', '-auto-approve', '-input=false', '-no-color');
  const state = JSON.parse(await succeed('show', '-json')) as {
    readonly values: { readonly root_module: StateModule };
  };
  resources = collect(state.values.root_module).filter(({ mode }) => mode === 'managed');
}, 180_000);

afterAll(async () => {
  await provider.close();
  await world.close();
  rmSync(directory, { recursive: true, force: true });
});

describe.each(CANONICAL)('tunnel $number of $instance', (tunnel) => {
  /** The Azure address of the instance, found by the gateway's own order of its configurations. */
  const publicAddress = (): Attributes => {
    const configurations = only('azurerm_virtual_network_gateway')[
      'ip_configuration'
    ] as readonly Attributes[];
    const id = configurations[tunnel.instance === 'instance0' ? 0 : 1]?.['public_ip_address_id'];
    return only('azurerm_public_ip', (values) => values['id'] === id);
  };
  const customerGateway = (): Attributes =>
    only('aws_customer_gateway', (values) => values['ip_address'] === publicAddress()['ip_address']);
  const vpn = (): Attributes =>
    only('aws_vpn_connection', (values) => values['customer_gateway_id'] === customerGateway()['id']);
  const localGateway = (): Attributes =>
    only(
      'azurerm_local_network_gateway',
      (values) => values['gateway_address'] === vpn()[`tunnel${tunnel.number}_address`],
    );
  const connection = (): Attributes =>
    only(
      'azurerm_virtual_network_gateway_connection',
      (values) => values['local_network_gateway_id'] === localGateway()['id'],
    );

  test('AWS has its ends of the inside range', () => {
    expect(vpn()).toMatchObject({
      [`tunnel${tunnel.number}_inside_cidr`]: tunnel.cidr,
      [`tunnel${tunnel.number}_vgw_inside_address`]: tunnel.aws,
      [`tunnel${tunnel.number}_cgw_inside_address`]: tunnel.azure,
    });
  });

  test('Azure peers with the AWS end and its number, and gives no address space', () => {
    const gateway = localGateway();
    expect(block(gateway, 'bgp_settings')).toMatchObject({ asn: 64512, bgp_peering_address: tunnel.aws });
    expect(gateway['address_space'] ?? []).toEqual([]);
    expect(customerGateway()['bgp_asn']).toBe('65515');
  });

  test('Azure speaks BGP from the addresses of the table, which its gateway has', () => {
    expect(connection()['bgp_enabled']).toBe(true);
    expect(block(connection(), 'custom_bgp_addresses')).toEqual({
      primary: tunnel.primary,
      secondary: tunnel.secondary,
    });
    const settings = block(only('azurerm_virtual_network_gateway'), 'bgp_settings');
    const own = (settings['peering_addresses'] as readonly Attributes[]).filter(
      ({ ip_configuration_name: name }) => name === tunnel.instance,
    );
    expect(own.map(({ apipa_addresses: addresses }) => addresses)).toEqual([
      expect.arrayContaining([tunnel.azure]),
    ]);
  });

  test('both ends hold the same key, by AWS’s rules', () => {
    const key = vpn()[`tunnel${tunnel.number}_preshared_key`];
    expect(connection()['shared_key']).toBe(key);
    expect(key).toMatch(/^[A-Za-z1-9._][A-Za-z0-9._]{7,63}$/);
  });
});

test('the four tunnels share no address and no key', () => {
  for (const [type, attribute] of [
    ['azurerm_local_network_gateway', 'gateway_address'],
    ['azurerm_virtual_network_gateway_connection', 'shared_key'],
  ] as const) {
    expect(new Set(ofType(type).map(({ values }) => values[attribute])).size).toBe(4);
  }
});

test('every VPC route table knows the way to nodes over the Transit Gateway', () => {
  const tables = ofType('aws_route_table').map(({ values }) => values['id']);
  const gateway = only('aws_ec2_transit_gateway')['id'];
  expect(tables).toHaveLength(4);
  for (const table of tables) {
    const routes = ofType('aws_route')
      .map(({ values }) => values)
      .filter((values) => values['route_table_id'] === table && values['transit_gateway_id'] === gateway)
      .map((values) => values['destination_cidr_block']);
    // The Hybrid Nodes gateway, the default way to pods, writes their routes itself.
    expect(routes).toEqual(['10.80.0.0/20']);
  }
});

test('every subnet of the VPC uses one of these tables', () => {
  const associated = ofType('aws_route_table_association').map(({ values }) => values['subnet_id']);
  expect(associated.sort()).toEqual(
    ofType('aws_subnet')
      .map(({ values }) => values['id'])
      .sort(),
  );
});

test('links learn the VPC alone, and the VPC learns the links', () => {
  const attachment = only('aws_ec2_transit_gateway_vpc_attachment')['id'];
  const links = ofType('aws_vpn_connection')
    .map(({ values }) => values['transit_gateway_attachment_id'])
    .sort();
  const tables = (type: string): Readonly<Record<string, readonly unknown[]>> => {
    const byTable: Record<string, unknown[]> = {};
    for (const { values } of ofType(type)) {
      (byTable[String(values['transit_gateway_route_table_id'])] ??= []).push(
        values['transit_gateway_attachment_id'],
      );
    }
    for (const attachments of Object.values(byTable)) attachments.sort();
    return byTable;
  };
  const association = tables('aws_ec2_transit_gateway_route_table_association');
  const propagation = tables('aws_ec2_transit_gateway_route_table_propagation');
  const tableOf = (attachments: unknown): string | undefined =>
    Object.keys(association).find(
      (table) => JSON.stringify(association[table]) === JSON.stringify(attachments),
    );
  const cloud = tableOf([attachment]) ?? 'none';
  const link = tableOf(links) ?? 'none';
  expect(propagation).toEqual({ [cloud]: links, [link]: [attachment] });
});

test('the cluster lies in the control-plane subnets and knows both remote networks', () => {
  const cluster = only('aws_eks_cluster');
  const subnets = ofType('aws_subnet')
    .filter(({ address }) => address.includes('aws_subnet.control_plane['))
    .map(({ values }) => values['id']);
  const placed = block(cluster, 'vpc_config');
  expect([...(placed['subnet_ids'] as readonly string[])].sort()).toEqual(subnets.sort());
  expect([placed['endpoint_private_access'], placed['endpoint_public_access']]).toEqual([true, false]);
  const remote = block(cluster, 'remote_network_config');
  expect(block(remote, 'remote_node_networks')['cidrs']).toEqual(['10.80.0.0/20']);
  expect(block(remote, 'remote_pod_networks')['cidrs']).toEqual(['10.112.0.0/16']);
});

/** Port table of EKS hybrid nodes (user guide, "Prepare networking for hybrid nodes"), with pods routed. */
test('the security groups let through what the port table asks for', () => {
  const open = (type: string, group: string): string[] =>
    ofType(type)
      .map(({ values }) => values)
      .filter((values) => values['security_group_id'] === groupId(group))
      .map((rule) => [rule['ip_protocol'], rule['from_port'], rule['cidr_ipv4']].join(' '));
  expect(open('aws_vpc_security_group_ingress_rule', 'control-plane').sort()).toEqual([
    'tcp 443 10.112.0.0/16',
    'tcp 443 10.80.0.0/20',
  ]);
  expect(open('aws_vpc_security_group_egress_rule', 'control-plane')).toEqual(
    expect.arrayContaining(['tcp 10250 10.80.0.0/20', 'tcp 9443 10.112.0.0/16']),
  );
  expect(open('aws_vpc_security_group_ingress_rule', 'nodes')).toEqual(
    expect.arrayContaining([
      'tcp 53 10.112.0.0/16',
      'udp 53 10.112.0.0/16',
      'tcp 10250 10.80.0.0/20',
      'udp 8472 10.80.0.0/20',
    ]),
  );
});

test('hybrid nodes enter the cluster by the role that Systems Manager gives them', () => {
  const role = only('aws_iam_role', (values) => values['name'] === 'hybrid-hybrid-node');
  expect(only('aws_eks_access_entry')).toMatchObject({
    type: 'HYBRID_LINUX',
    principal_arn: role['arn'],
    user_name: 'system:node:{{SessionName}}',
  });
  expect(JSON.parse(String(role['assume_role_policy']))).toMatchObject({
    Statement: [{ Principal: { Service: 'ssm.amazonaws.com' } }],
  });
});

test('both ends of the VPC and its tunnels are logged, for a time', () => {
  const groups = ofType('aws_cloudwatch_log_group').map(({ values }) => values);
  expect(groups.map((group) => [group['name'], group['retention_in_days']]).sort()).toEqual([
    ['/aws/eks/hybrid/cluster', 90],
    ['/aws/vendedlogs/vpn/hybrid', 90],
    ['/aws/vpc/hybrid/flow-logs', 90],
  ]);
  const tunnels = groups.find((group) => group['name'] === '/aws/vendedlogs/vpn/hybrid')?.['arn'];
  for (const { values } of ofType('aws_vpn_connection')) {
    for (const name of ['tunnel1_log_options', 'tunnel2_log_options']) {
      expect(block(block(values, name), 'cloudwatch_log_options')).toMatchObject({
        log_enabled: true,
        log_group_arn: tunnels,
      });
    }
  }
});

test('outputs hold no key', async () => {
  const outputs = await succeed('output', '-json');
  expect(outputs).toContain('169.254.22.6');
  for (const { values } of ofType('azurerm_virtual_network_gateway_connection')) {
    expect(outputs).not.toContain(String(values['shared_key']));
  }
});

test('a second plan is empty, and destroying leaves nothing in the world', async () => {
  const again = await terraform('plan', '-detailed-exitcode', '-input=false', '-no-color');
  expect(again).toMatchObject({ exitCode: 0 });
  expect(world.objects.list().length).toBe(resources.length);
  await succeed('destroy', '-auto-approve', '-input=false', '-no-color');
  expect(world.objects.list()).toEqual([]);
}, 120_000);
