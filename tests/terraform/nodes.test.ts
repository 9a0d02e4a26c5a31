/**
 * Applies the stack nodes to a simulated world, on a network made for it, with its way of routing pods by BGP: what it
 * makes, that nothing secret is in it, how a node is made anew, that a second plan is empty and destroying leaves nothing.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { copyTerraform } from '#scripts/terraform/run-target.js';
import { startProviderServer, type ProviderServer } from '#simulator/terraform-provider/server.js';
import { World } from '#simulator/world/world.js';

type Attributes = Readonly<Record<string, unknown>>;
interface Planned {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly type: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}

const directory = mkdtempSync(join(tmpdir(), 'nodes-test-'));
const NETWORK = 'terraform/stacks/network';
const NODES = 'terraform/stacks/nodes';
let world: World;
let provider: ProviderServer;
let terraformPath: string;

/** The Azure side of the foundation alone: the stack itself is proved in its own test. */
const NETWORK_CODE = `
module "azure_network" {
  source                   = "../../modules/azure-network"
  name                     = "hybrid"
  location                 = "germanywestcentral"
  resource_group_name      = "hybrid-network"
  vnet_cidr                = "10.80.0.0/16"
  gateway_subnet_cidr      = "10.80.255.192/27"
  route_server_subnet_cidr = "10.80.255.224/27"
  node_subnets             = { nodes = "10.80.0.0/20" }
  remote_pod_cidrs         = ["10.112.0.0/16"]
  aws_cidrs                = ["10.40.0.0/16"]
  control_plane_cidrs      = ["10.40.255.192/28"]
}

resource "azurerm_public_ip" "route_server" {
  name                = "hybrid-route-server"
  resource_group_name = module.azure_network.resource_group_name
  location            = module.azure_network.location
  allocation_method   = "Static"
}

resource "azurerm_route_server" "this" {
  name                 = "hybrid-route-server"
  resource_group_name  = module.azure_network.resource_group_name
  location             = module.azure_network.location
  sku                  = "Standard"
  subnet_id            = module.azure_network.route_server_subnet_id
  public_ip_address_id = azurerm_public_ip.route_server.id
}

output "foundation" {
  value = {
    cluster_name              = "hybrid"
    cluster_arn               = "not needed"
    kubernetes_version        = "1.34"
    pod_routing               = "bgp"
    azure_resource_group_name = module.azure_network.resource_group_name
    node_subnets              = module.azure_network.node_subnets
    node_identity_id          = module.azure_network.node_identity_id
    node_identity_client_id   = module.azure_network.node_identity_client_id
    key_vault_uri             = module.azure_network.key_vault_uri
    activation_secret_name    = module.azure_network.activation_secret_name
    route_server_id           = azurerm_route_server.this.id
    address_plan = {
      aws              = { region = "eu-central-1" }
      azure            = { location = "germanywestcentral" }
      remote_pod_cidrs = ["10.112.0.0/16"]
      asns             = { node_bgp = 65010 }
    }
  }
}
`;

async function terraform(stack: string, ...parameters: readonly string[]) {
  return runCommand([terraformPath, ...parameters, '-no-color'], {
    cwd: join(directory, stack),
    env: { PATH: '/usr/bin:/bin', HOME: directory, ...provider.environment },
    timeout: 120_000,
  });
}

async function succeed(stack: string, ...parameters: readonly string[]): Promise<string> {
  const done = await terraform(stack, ...parameters);
  if (done.exitCode !== 0) throw new Error(`terraform ${parameters.join(' ')}\n${done.output}`);
  return done.stdout;
}

const apply = async (stack: string) => succeed(stack, 'apply', '-auto-approve', '-input=false');

function setPools(pools: Attributes): void {
  writeFileSync(join(directory, NODES, 'pools.auto.tfvars.json'), JSON.stringify({ pools }));
}

const nameOf = (object: Attributes) => (typeof object['name'] === 'string' ? object['name'] : '');

function objects(type: string): readonly Attributes[] {
  return world.objects
    .list(type)
    .map(({ attributes }) => attributes)
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

beforeAll(async () => {
  terraformPath = (await findTerraform()).path;
  copyTerraform(repositoryRoot, directory);
  world = World.open({ directory: join(directory, 'world') });
  provider = await startProviderServer({ world });
  mkdirSync(join(directory, NETWORK));
  writeFileSync(join(directory, NETWORK, 'main.tf'), NETWORK_CODE);
  cpSync(join(directory, NODES, 'versions.tf'), join(directory, NETWORK, 'versions.tf'));
  writeFileSync(
    join(directory, NETWORK, 'provider.tf'),
    'provider "azurerm" {\n  subscription_id = "00000000-0000-4000-8000-000000000001"\n  features {}\n}\n',
  );
  await succeed(NETWORK, 'init', '-input=false');
  await apply(NETWORK);
  const outputs = JSON.parse(await succeed(NETWORK, 'output', '-json')) as {
    readonly foundation: { readonly value: Attributes };
  };
  writeFileSync(
    join(directory, NODES, 'foundation.auto.tfvars.json'),
    JSON.stringify({
      foundation: outputs.foundation.value,
      azure_subscription_id: '00000000-0000-4000-8000-000000000001',
    }),
  );
  setPools({ general: { count: 2, labels: { tier: 'one' } }, spot: { count: 1, spot: {} } });
  await succeed(NODES, 'init', '-input=false');
  await apply(NODES);
}, 180_000);

afterAll(async () => {
  await provider.close();
  await world.close();
  rmSync(directory, { recursive: true, force: true });
});

test('VMs stand in the node subnet, without public address, under the nodes’ identity', () => {
  const machines = objects('azurerm_linux_virtual_machine');
  expect(machines.map(({ name, zone, priority }) => [name, zone, priority])).toEqual([
    ['hybrid-general-0', '1', 'Regular'],
    ['hybrid-general-1', '2', 'Regular'],
    ['hybrid-spot-0', '1', 'Spot'],
  ]);
  const identity = objects('azurerm_user_assigned_identity')[0]?.['id'];
  for (const machine of machines) {
    expect(machine['public_ip_address']).toBe('');
    expect(String(machine['private_ip_address'])).toMatch(/^10\.80\.(?:\d|1[0-5])\.\d+$/);
    expect(machine['identity']).toMatchObject([{ type: 'UserAssigned', identity_ids: [identity] }]);
  }
});

test('each node is a peer of the Route Server by its own address, and its interface forwards', () => {
  const addresses = objects('azurerm_linux_virtual_machine').map((machine) => machine['private_ip_address']);
  const peers = objects('azurerm_route_server_bgp_connection');
  expect(peers.map((peer) => peer['peer_ip'])).toEqual(addresses);
  expect(new Set(peers.map((peer) => peer['peer_asn']))).toEqual(new Set([65010]));
  expect(objects('azurerm_network_interface').map((nic) => nic['ip_forwarding_enabled'])).toEqual([
    true,
    true,
    true,
  ]);
});

test('a node is told where its activation is, never the activation', () => {
  const vault = objects('azurerm_key_vault')[0];
  for (const machine of objects('azurerm_linux_virtual_machine')) {
    const bootData = Buffer.from(String(machine['custom_data']), 'base64').toString();
    const settings = [...(bootData.split('- path:')[1] ?? '').matchAll(/^ *([A-Z0-9_]+)=(.*)$/gm)].map(
      ([, name, value]) => [name, value] as const,
    );
    expect(new Map(settings).get('KEY_VAULT_URI')).toBe(vault?.['vault_uri']);
    expect(settings.map(([name]) => name)).toEqual(
      [
        [
          'ACTIVATION_SECRET_NAME',
          'CLUSTER_NAME',
          'IDENTITY_CLIENT_ID',
          'KEY_VAULT_URI',
          'KUBERNETES_VERSION',
        ],
        ['MAX_PODS', 'NODEADM_VERSION', ...(machine['priority'] === 'Spot' ? [] : ['NODE_LABELS'])],
        ['POOL', 'REGION'],
      ].flat(),
    );
    expect(Buffer.byteLength(bootData)).toBeLessThan(65_536);
    expect(machine['user_data'] ?? '').toBe('');
  }
  expect(objects('azurerm_key_vault_secret')).toEqual([]);
});

test('the key of locked administrators is the sum that the module says it is', () => {
  const main = readFileSync(join(repositoryRoot, 'terraform/modules/azure-nodes/main.tf'), 'utf8');
  const sum = createHash('sha256')
    .update('eks-hybrid-actions: nobody has the private key of this one (2)')
    .digest();
  const encoded = /locked_ssh_public_key = "ssh-ed25519 ([^"]+)"/.exec(main)?.[1] ?? '';
  expect(Buffer.from(encoded, 'base64').subarray(-32).toString('hex')).toBe(sum.toString('hex'));
});

test('a second plan is empty', async () => {
  for (const stack of [NETWORK, NODES]) {
    expect(await terraform(stack, 'plan', '-detailed-exitcode', '-input=false')).toMatchObject({
      exitCode: 0,
    });
  }
});

describe('a changed pool', () => {
  async function planned(): Promise<readonly string[]> {
    await succeed(NODES, 'plan', '-input=false', '-out=tfplan');
    const plan = JSON.parse(await succeed(NODES, 'show', '-json', 'tfplan')) as Planned;
    return plan.resource_changes
      .filter(({ change }) => change.actions.join() !== 'no-op')
      .map(({ address, change }) => `${change.actions.join('+')} ${address}`);
  }

  test('replaces no node by itself, names those behind, and makes anew the one asked for', async () => {
    setPools({ general: { count: 2, labels: { tier: 'two' } }, spot: { count: 1, spot: {} } });
    expect(await planned()).toEqual([]);
    await apply(NODES);
    expect(JSON.parse(await succeed(NODES, 'output', '-json', 'outdated_nodes'))).toEqual([
      'general-0',
      'general-1',
    ]);
    setPools({
      general: { count: 2, labels: { tier: 'two' }, generations: { 1: 1 } },
      spot: { count: 1, spot: {} },
    });
    expect(await planned()).toEqual([
      'delete+create module.azure_nodes.azurerm_linux_virtual_machine.this["general-1"]',
      'update module.azure_nodes.terraform_data.generation["general-1"]',
    ]);
    await apply(NODES);
    expect(JSON.parse(await succeed(NODES, 'output', '-json', 'outdated_nodes'))).toEqual(['general-0']);
  }, 120_000);

  test('loses its last node when it shrinks', async () => {
    setPools({ general: { count: 1, labels: { tier: 'two' } }, spot: { count: 1, spot: {} } });
    const changes = await planned();
    expect(changes.every((change) => change.startsWith('delete ') && change.includes('["general-1"]'))).toBe(
      true,
    );
    expect(changes).toHaveLength(4);
  });
});

test('destroying leaves nothing in the world', async () => {
  await succeed(NODES, 'destroy', '-auto-approve', '-input=false');
  expect(objects('azurerm_linux_virtual_machine')).toEqual([]);
  await succeed(NETWORK, 'destroy', '-auto-approve', '-input=false');
  expect(world.objects.list()).toEqual([]);
}, 120_000);
