/** User data rendered by real Terraform, and a world with one VM that has everything it needs to join. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '#scripts/support/process.js';
import { repositoryRoot } from '#scripts/support/repository.js';
import { findTerraform } from '#scripts/support/terraform.js';
import type { ObjectValue, ProviderName } from '#simulator/terraform-provider/engine/types.js';
import { createActivation, type CreatedActivation } from '#simulator/world/activations.js';
import { setSecret } from '#simulator/world/vault-secrets.js';
import { World } from '#simulator/world/world.js';
import { temporaryDirectory } from './temporary.ts';

export const CLOUD_INIT = join(repositoryRoot, 'cloud-init');
export const PROGRAMS = readdirSync(CLOUD_INIT).filter((name) => name.endsWith('.sh'));

export type Settings = Readonly<Record<string, string>>;

export const SETTINGS: Settings = {
  CLUSTER_NAME: 'prod',
  REGION: 'eu-central-1',
  KUBERNETES_VERSION: '1.34',
  NODEADM_VERSION: 'v1.0.20',
  KEY_VAULT_URI: 'https://kv-prod.vault.azure.net/',
  ACTIVATION_SECRET_NAME: 'activation',
  IDENTITY_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  POOL: 'general',
  NODE_LABELS: 'team=platform,empty=',
  NODE_TAINTS: 'dedicated=batch:NoSchedule',
  MAX_PODS: '60',
  POD_IDENTITY: 'true',
};

/** `templatefile` of the template with these settings, as the module azure-nodes calls it. */
export async function renderUserData(settings: Settings): Promise<string> {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const quote = (text: string) => JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{');
  const programs = PROGRAMS.map((name) => `${quote(name)} = file(${quote(join(CLOUD_INIT, name))})`);
  const template = quote(join(CLOUD_INIT, 'node.yaml.tftpl'));
  const expression = `base64encode(templatefile(${template}, { settings = ${quote(lines.join('\n'))}, programs = { ${programs.join(', ')} } }))\n`;
  const { path } = await findTerraform();
  const { exitCode, stdout, output } = await runCommand(
    ['bash', '-c', 'printf %s "$EXPRESSION" | "$TERRAFORM" console'],
    {
      cwd: temporaryDirectory('render-'),
      env: { PATH: '/usr/bin:/bin', HOME: '/nonexistent', EXPRESSION: expression, TERRAFORM: path },
      timeout: 60_000,
    },
  );
  if (exitCode !== 0) throw new Error(output);
  return Buffer.from(JSON.parse(stdout) as string, 'base64').toString('utf8');
}

export interface VmOptions {
  readonly name?: string;
  readonly userData: string;
  readonly attributes?: ObjectValue;
  readonly address?: string;
}

const PRINCIPAL = '44444444-4444-4444-8444-444444444444';
const IDENTITY_ID =
  '/subscriptions/s/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/nodes';
export const VAULT_ID = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-prod';

/** An empty world. The caller closes it. */
export function openWorld(): World {
  return World.open({ directory: temporaryDirectory('machines-') });
}

export function putObject(
  world: World,
  provider: ProviderName,
  type: string,
  name: string,
  attributes: ObjectValue,
): string {
  const key = `${type}/${name}`;
  world.objects.put({ key, provider, type, region: provider === 'aws' ? 'eu-central-1' : '', attributes });
  return key;
}

/** Cluster, access entry, role, vault, identity with its right, NAT gateway: what a VM finds in a world in order. */
export function furnish(world: World): void {
  const aws = (type: string, attributes: ObjectValue) => putObject(world, 'aws', type, 'one', attributes);
  const azure = (type: string, attributes: ObjectValue) =>
    putObject(world, 'azurerm', type, 'one', attributes);
  aws('aws_eks_cluster', {
    name: 'prod',
    status: 'ACTIVE',
    version: '1.34',
    remote_network_config: [{ remote_node_networks: [{ cidrs: ['10.80.0.0/16'] }], remote_pod_networks: [] }],
  });
  aws('aws_iam_role', {
    name: 'hybrid',
    assume_role_policy: '{"Principal":{"Service":"ssm.amazonaws.com"}}',
  });
  aws('aws_eks_access_entry', {
    cluster_name: 'prod',
    type: 'HYBRID_LINUX',
    principal_arn: 'arn:aws:iam::123456789012:role/hybrid',
  });
  azure('azurerm_user_assigned_identity', {
    id: IDENTITY_ID,
    client_id: SETTINGS['IDENTITY_CLIENT_ID'] ?? '',
    principal_id: PRINCIPAL,
  });
  azure('azurerm_key_vault', { id: VAULT_ID, name: 'kv-prod' });
  azure('azurerm_role_assignment', {
    scope: `${VAULT_ID}/secrets/activation`,
    role_definition_name: 'Key Vault Secrets User',
    principal_id: PRINCIPAL,
  });
  azure('azurerm_subnet_nat_gateway_association', { subnet_id: '/subnets/nodes', nat_gateway_id: '/nat' });
}

/** Mints an activation and puts it into the vault as the action ssm-activation does. */
export function putActivation(world: World, registrationLimit = 5, seconds = 3600): CreatedActivation {
  const created = createActivation(world, {
    region: 'eu-central-1',
    iamRole: 'hybrid',
    registrationLimit,
    expirationDate: new Date(world.clock.now().getTime() + seconds * 1000),
    tags: { EKSClusterARN: 'arn:aws:eks:eu-central-1:123456789012:cluster/prod' },
  });
  setSecret(world, {
    vault: 'kv-prod',
    name: 'activation',
    value: JSON.stringify(created),
    expires: Math.floor(world.clock.now().getTime() / 1000) + seconds,
  });
  return created;
}

/** A VM as the azurerm provider stores it. Gives its key. */
export function putVm(
  world: World,
  { name = 'vm-1', userData, attributes = {}, address = '10.80.1.4' }: VmOptions,
): string {
  putObject(world, 'azurerm', 'azurerm_network_interface', name, {
    id: `/nics/${name}`,
    ip_configuration: [
      { subnet_id: '/subnets/nodes', private_ip_address: address, public_ip_address_id: '' },
    ],
  });
  return putObject(world, 'azurerm', 'azurerm_linux_virtual_machine', name, {
    name,
    location: 'westeurope',
    zone: '1',
    size: 'Standard_D4s_v5',
    resource_group_name: 'rg',
    virtual_machine_id: '55555555-5555-4555-8555-555555555555',
    network_interface_ids: [`/nics/${name}`],
    identity: [{ type: 'UserAssigned', identity_ids: [IDENTITY_ID] }],
    source_image_reference: [
      { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
    ],
    source_image_id: null,
    custom_data: Buffer.from(userData).toString('base64'),
    ...attributes,
  });
}

export function readProgram(name: string): string {
  return readFileSync(join(CLOUD_INIT, name), 'utf8');
}
