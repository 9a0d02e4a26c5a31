import { describe, expect, test } from '@jest/globals';
import type {
  ObjectValue,
  ProviderInstance,
  WorldObject,
} from '#simulator/terraform-provider/engine/types.js';
import { configRules, dataSources, ephemeralResources } from '#simulator/terraform-provider/tables/index.js';
import { textOf as knownText } from '#simulator/terraform-provider/tables/values.js';
import { SIMULATED_IDENTITY } from '#simulator/terraform-provider/tables/identity.js';
import { complete, instance, object, SCHEMAS, worldOf, providerOf } from './schemas.ts';

const { subscriptionId, tenantId } = SIMULATED_IDENTITY;
const GROUP = `/subscriptions/${subscriptionId}/resourceGroups/rg`;
const NETWORK = `${GROUP}/providers/Microsoft.Network`;
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/v`;
const inGroup = { resource_group_name: 'rg', location: 'westeurope' };

const WORLD: readonly WorldObject[] = [
  object('aws_vpc', {
    id: 'vpc-1',
    cidr_block: '10.0.0.0/16',
    tags: { Name: 'hub' },
    tags_all: { Name: 'hub', env: 'test' },
  }),
  object('aws_vpc', { id: 'vpc-2', cidr_block: '10.1.0.0/16', tags_all: { Name: 'spoke', env: 'test' } }),
  object('aws_vpc', { id: 'vpc-us', cidr_block: '10.9.0.0/16', tags_all: { Name: 'hub' } }, 'us-east-1'),
  object('aws_vpc_ipv4_cidr_block_association', {
    id: 'vpc-cidr-assoc-2',
    vpc_id: 'vpc-1',
    cidr_block: '100.64.0.0/16',
  }),
  object('aws_subnet', {
    id: 'subnet-a',
    vpc_id: 'vpc-1',
    cidr_block: '10.0.0.0/24',
    availability_zone: 'eu-central-1a',
    tags_all: { tier: 'private' },
  }),
  object('aws_subnet', {
    id: 'subnet-b',
    vpc_id: 'vpc-1',
    cidr_block: '10.0.1.0/24',
    availability_zone: 'eu-central-1b',
    tags_all: { tier: 'public' },
  }),
  object('aws_route_table', { id: 'rtb-1', vpc_id: 'vpc-1' }),
  object('aws_route_table', { id: 'rtb-2', vpc_id: 'vpc-2' }),
  object('aws_route_table_association', { id: 'x', route_table_id: 'rtb-1', subnet_id: 'subnet-a' }),
  object('aws_ec2_transit_gateway', { id: 'tgw-1', amazon_side_asn: 64512, tags_all: { Name: 'hub' } }),
  object('aws_dx_gateway_association', {
    id: 'ga-1',
    dx_gateway_id: 'dx-1',
    associated_gateway_id: 'tgw-1',
    associated_gateway_type: 'transitGateway',
    dx_gateway_association_id: '0123456789abcdef0123456789abcdef',
  }),
  object('aws_eks_cluster', { id: 'hybrid', name: 'hybrid', endpoint: 'https://x', version: '1.34' }),
  object('aws_ssm_parameter', {
    id: '/a',
    name: '/a',
    type: 'SecureString',
    value: 'secret',
    arn: 'arn:aws:ssm:eu-central-1:123456789012:parameter/a',
    version: 3,
  }),
  object('aws_secretsmanager_secret', { id: 'arn:s', arn: 'arn:s', name: 'psk' }),
  object('aws_secretsmanager_secret_version', {
    id: 'v',
    secret_id: 'arn:s',
    arn: 'arn:s',
    version_id: 'v1',
    secret_string: 'hush',
  }),
  object('azurerm_resource_group', { id: GROUP, name: 'rg', location: 'westeurope', tags: { owner: 'me' } }),
  object('azurerm_virtual_network', {
    ...inGroup,
    id: `${NETWORK}/virtualNetworks/hub`,
    name: 'hub',
    address_space: ['10.80.0.0/16'],
  }),
  object('azurerm_subnet', {
    id: `${NETWORK}/virtualNetworks/hub/subnets/nodes`,
    name: 'nodes',
    resource_group_name: 'rg',
    virtual_network_name: 'hub',
    address_prefixes: ['10.80.0.0/24'],
  }),
  object('azurerm_subnet_network_security_group_association', {
    id: 'a',
    subnet_id: `${NETWORK}/virtualNetworks/hub/subnets/nodes`,
    network_security_group_id: 'nsg-id',
  }),
  object('azurerm_public_ip', {
    ...inGroup,
    id: `${NETWORK}/publicIPAddresses/gw`,
    name: 'gw',
    ip_address: '20.52.1.1',
    zones: ['1'],
  }),
  object('azurerm_network_interface', {
    ...inGroup,
    id: `${NETWORK}/networkInterfaces/nic`,
    name: 'nic',
    ip_configuration: [{ name: 'a', private_ip_address: '10.80.0.4' }],
  }),
  object('azurerm_linux_virtual_machine', {
    ...inGroup,
    id: 'vm-id',
    name: 'node-0',
    network_interface_ids: [`${NETWORK}/networkInterfaces/nic`],
    identity: [{ type: 'SystemAssigned', principal_id: 'p' }],
  }),
  object('azurerm_virtual_network_gateway', {
    ...inGroup,
    id: `${NETWORK}/virtualNetworkGateways/gw`,
    name: 'gw',
    bgp_settings: [
      {
        asn: 65515,
        peering_addresses: [{ default_addresses: ['10.80.255.30'] }, { default_addresses: ['10.80.255.29'] }],
      },
    ],
    ip_configuration: [{ name: 'a' }],
  }),
  object('azurerm_virtual_network_gateway_connection', {
    ...inGroup,
    id: `${NETWORK}/connections/c`,
    name: 'c',
    type: 'IPsec',
  }),
  object('azurerm_key_vault', { ...inGroup, id: VAULT, name: 'v', vault_uri: 'https://v.vault.azure.net/' }),
  object('azurerm_key_vault_secret', {
    id: 'https://v.vault.azure.net/secrets/s/1',
    name: 's',
    key_vault_id: VAULT,
    value: 'hush',
    version: '1',
  }),
  object('azurerm_key_vault_secret', {
    id: 'https://v.vault.azure.net/secrets/wo/1',
    name: 'wo',
    key_vault_id: VAULT,
    value: null,
  }),
  object('azurerm_user_assigned_identity', {
    ...inGroup,
    id: 'uai',
    name: 'nodes',
    client_id: 'c',
    principal_id: 'p',
  }),
  object('azurerm_role_definition', {
    id: 'rd',
    name: 'Tunnel Reader',
    role_definition_id: 'guid-1',
    permissions: [{ actions: ['a/read'] }],
  }),
];

function read(
  type: string,
  config: ObjectValue,
  rules = dataSources,
  overrides: Partial<ProviderInstance> = {},
) {
  const provider = providerOf(type);
  const schemas =
    rules === dataSources
      ? SCHEMAS[provider].data_source_schemas
      : SCHEMAS[provider].ephemeral_resource_schemas;
  const block = schemas[type]?.block;
  const rule = rules[type];
  if (!block || !rule) throw new Error(`nothing answers ${type}`);
  return rule({
    instance: instance(provider, overrides),
    config: complete(block, config),
    objects: worldOf(WORLD),
  });
}

/** Type, arguments, part of the state. */
const FOUND: readonly (readonly [type: string, config: ObjectValue, state: ObjectValue])[] = [
  [
    'aws_caller_identity',
    {},
    {
      account_id: '123456789012',
      arn: 'arn:aws:sts::123456789012:assumed-role/eks-hybrid-rehearsal/GitHubActions',
    },
  ],
  [
    'aws_partition',
    {},
    { partition: 'aws', dns_suffix: 'amazonaws.com', reverse_dns_prefix: 'com.amazonaws' },
  ],
  [
    'aws_ec2_transit_gateway_dx_gateway_attachment',
    { transit_gateway_id: 'tgw-1', dx_gateway_id: 'dx-1' },
    { id: 'tgw-attach-00123456789abcdef', transit_gateway_id: 'tgw-1', dx_gateway_id: 'dx-1' },
  ],
  ['aws_region', {}, { name: 'eu-central-1', endpoint: 'ec2.eu-central-1.amazonaws.com' }],
  ['aws_region', { name: 'us-east-1' }, { name: 'us-east-1' }],
  [
    'aws_availability_zones',
    {},
    {
      names: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
      zone_ids: ['euc1-az1', 'euc1-az2', 'euc1-az3'],
    },
  ],
  [
    'aws_availability_zones',
    { exclude_names: ['eu-central-1a'], state: 'available' },
    { names: ['eu-central-1b', 'eu-central-1c'] },
  ],
  ['aws_availability_zones', { filter: [{ name: 'opt-in-status', values: ['opted-in'] }] }, { names: [] }],
  [
    'aws_vpc',
    { id: 'vpc-1' },
    {
      cidr_block: '10.0.0.0/16',
      tags: { Name: 'hub', env: 'test' },
      cidr_block_associations: [
        { association_id: 'vpc-cidr-assoc-1', cidr_block: '10.0.0.0/16', state: 'associated' },
        { association_id: 'vpc-cidr-assoc-2', cidr_block: '100.64.0.0/16', state: 'associated' },
      ],
    },
  ],
  ['aws_vpc', { tags: { Name: 'spoke' } }, { id: 'vpc-2' }],
  ['aws_vpc', { filter: [{ name: 'tag:Name', values: ['h*b'] }] }, { id: 'vpc-1' }],
  ['aws_vpc', { filter: [{ name: 'cidr', values: ['10.1.0.0/16', '10.2.0.0/16'] }] }, { id: 'vpc-2' }],
  [
    'aws_subnet',
    {
      filter: [
        { name: 'vpc-id', values: ['vpc-1'] },
        { name: 'availability-zone', values: ['*1b'] },
      ],
    },
    { id: 'subnet-b', available_ip_address_count: 251 },
  ],
  ['aws_subnets', { filter: [{ name: 'vpc-id', values: ['vpc-1'] }] }, { ids: ['subnet-a', 'subnet-b'] }],
  ['aws_subnets', { tags: { tier: 'private' } }, { ids: ['subnet-a'] }],
  ['aws_subnets', { tags: { tier: 'none' } }, { ids: [] }],
  ['aws_route_tables', { vpc_id: 'vpc-1' }, { ids: ['rtb-1'] }],
  [
    'aws_route_tables',
    { filter: [{ name: 'association.subnet-id', values: ['subnet-a'] }] },
    { ids: ['rtb-1'] },
  ],
  [
    'aws_ec2_transit_gateway',
    { filter: [{ name: 'options.amazon-side-asn', values: ['64512'] }] },
    { id: 'tgw-1' },
  ],
  ['aws_eks_cluster', { name: 'hybrid' }, { endpoint: 'https://x', version: '1.34' }],
  [
    'aws_eks_addon_version',
    { addon_name: 'kube-proxy', kubernetes_version: '1.34', most_recent: true },
    { version: 'v1.34.3-eksbuild.4' },
  ],
  [
    'aws_ssm_parameter',
    { name: '/a' },
    { value: 'secret', insecure_value: '', type: 'SecureString', version: 3 },
  ],
  [
    'aws_ip_ranges',
    { services: ['ec2_instance_connect'], regions: ['eu-central-1'] },
    { cidr_blocks: ['3.120.181.40/29'] },
  ],
  [
    'aws_ec2_managed_prefix_list',
    { name: 'com.amazonaws.eu-central-1.s3' },
    { address_family: 'IPv4', owner_id: 'AWS' },
  ],
  [
    'aws_ami',
    {
      owners: ['amazon'],
      most_recent: true,
      filter: [{ name: 'name', values: ['al2023-ami-2023*-x86_64'] }],
    },
    { architecture: 'x86_64', owner_id: '137112412989' },
  ],
  ['azurerm_client_config', {}, { subscription_id: subscriptionId, tenant_id: tenantId }],
  ['azurerm_resource_group', { name: 'RG' }, { location: 'westeurope', tags: { owner: 'me' } }],
  [
    'azurerm_virtual_network',
    { name: 'hub', resource_group_name: 'rg' },
    { address_space: ['10.80.0.0/16'], subnets: ['nodes'] },
  ],
  [
    'azurerm_subnet',
    { name: 'nodes', resource_group_name: 'rg', virtual_network_name: 'hub' },
    { address_prefix: '10.80.0.0/24', network_security_group_id: 'nsg-id' },
  ],
  ['azurerm_public_ip', { name: 'gw', resource_group_name: 'rg' }, { ip_address: '20.52.1.1', zones: ['1'] }],
  ['azurerm_network_interface', { name: 'nic', resource_group_name: 'rg' }, { virtual_machine_id: 'vm-id' }],
  [
    'azurerm_virtual_machine',
    { name: 'node-0', resource_group_name: 'rg' },
    {
      power_state: 'running',
      identity: [{ type: 'SystemAssigned', principal_id: 'p', tenant_id: '', identity_ids: [] }],
    },
  ],
  [
    'azurerm_virtual_network_gateway',
    { name: 'gw', resource_group_name: 'rg' },
    { bgp_settings: [{ asn: 65515, peer_weight: 0, peering_address: '10.80.255.30,10.80.255.29' }] },
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { name: 'c', resource_group_name: 'rg' },
    { type: 'IPsec', egress_bytes_transferred: 0 },
  ],
  [
    'azurerm_key_vault',
    { name: 'v', resource_group_name: 'rg' },
    { vault_uri: 'https://v.vault.azure.net/' },
  ],
  ['azurerm_key_vault_secret', { name: 's', key_vault_id: VAULT }, { value: 'hush', version: '1' }],
  ['azurerm_user_assigned_identity', { name: 'nodes', resource_group_name: 'rg' }, { client_id: 'c' }],
  [
    'azurerm_role_definition',
    { name: 'Reader' },
    { role_definition_id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', type: 'BuiltInRole' },
  ],
  [
    'azurerm_role_definition',
    { name: 'Tunnel Reader' },
    {
      role_definition_id: 'guid-1',
      type: 'CustomRole',
      permissions: [
        {
          actions: ['a/read'],
          not_actions: [],
          data_actions: [],
          not_data_actions: [],
          condition: '',
          condition_version: '',
        },
      ],
    },
  ],
  [
    'azurerm_platform_image',
    { location: 'West Europe', publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server' },
    { version: '24.04.202610150' },
  ],
  ['azapi_client_config', {}, { subscription_id: subscriptionId }],
  [
    'azapi_resource',
    { type: 'Microsoft.Network/virtualNetworks@2024-05-01', resource_id: `${NETWORK}/virtualNetworks/hub` },
    { exists: true, name: 'hub', parent_id: GROUP },
  ],
  [
    'azapi_resource',
    {
      type: 'Microsoft.Network/virtualNetworks@2024-05-01',
      name: 'none',
      parent_id: GROUP,
      ignore_not_found: true,
    },
    { exists: false },
  ],
  [
    'azapi_resource_id',
    {
      type: 'Microsoft.Network/virtualNetworks/subnets@2024-05-01',
      parent_id: `${NETWORK}/virtualNetworks/hub`,
      name: 'x',
    },
    {
      id: `${NETWORK}/virtualNetworks/hub/subnets/x`,
      resource_group_name: 'rg',
      provider_namespace: 'Microsoft.Network',
    },
  ],
];

/** Type, arguments, part of the error. */
const FAILED: readonly (readonly [type: string, config: ObjectValue, text: string])[] = [
  [
    'aws_ec2_transit_gateway_dx_gateway_attachment',
    { transit_gateway_id: 'tgw-1', dx_gateway_id: 'dx-2' },
    'no matching EC2 Transit Gateway Direct Connect Gateway Attachment found',
  ],
  ['aws_region', { name: 'mars-1' }, 'no matching Region found'],
  [
    'aws_availability_zones',
    { filter: [{ name: 'colour', values: ['red'] }] },
    "The filter 'colour' is invalid",
  ],
  ['aws_vpc', { id: 'vpc-9' }, 'no matching EC2 VPC found'],
  ['aws_vpc', { id: 'vpc-us' }, 'no matching EC2 VPC found'],
  ['aws_vpc', { default: true }, 'no matching EC2 VPC found'],
  [
    'aws_vpc',
    { tags: { env: 'test' } },
    'multiple EC2 VPCs matched; use additional constraints to reduce matches to a single EC2 VPC',
  ],
  ['aws_vpc', { filter: [{ name: 'vpcid', values: ['x'] }] }, "The filter 'vpcid' is invalid"],
  ['aws_subnet', { vpc_id: 'vpc-2' }, 'no matching EC2 Subnet found'],
  ['aws_subnets', { filter: [{ name: 'vpc', values: ['x'] }] }, "The filter 'vpc' is invalid"],
  ['aws_ec2_transit_gateway', { id: 'tgw-9' }, 'no matching EC2 Transit Gateway found'],
  ['aws_eks_cluster', { name: 'none' }, "reading EKS Cluster (none): couldn't find resource"],
  [
    'aws_eks_addon_version',
    { addon_name: 'core-dns', kubernetes_version: '1.34' },
    'reading EKS Add-On version info (core-dns, 1.34)',
  ],
  [
    'aws_eks_addon_version',
    { addon_name: 'coredns', kubernetes_version: '1.18' },
    'reading EKS Add-On version info',
  ],
  ['aws_ssm_parameter', { name: '/none' }, "reading SSM Parameter (/none): couldn't find resource"],
  ['aws_ip_ranges', { services: ['none'] }, 'no IP ranges result from filters'],
  ['aws_ec2_managed_prefix_list', { name: 'none' }, 'no matching EC2 Managed Prefix List found'],
  ['aws_ami', { owners: ['self'] }, 'Your query returned no results.'],
  ['aws_ami', { owners: ['amazon'] }, 'Your query returned more than one result.'],
  ['azurerm_resource_group', { name: 'none' }, 'was not found'],
  [
    'azurerm_virtual_network',
    { name: 'none', resource_group_name: 'rg' },
    `Virtual Network (Subscription: "${subscriptionId}"\nResource Group Name: "rg"\nVirtual Network Name: "none") was not found`,
  ],
  [
    'azurerm_subnet',
    { name: 'none', resource_group_name: 'rg', virtual_network_name: 'hub' },
    'Virtual Network Name: "hub"\nSubnet Name: "none") was not found',
  ],
  ['azurerm_public_ip', { name: 'none', resource_group_name: 'rg' }, 'Public I P Address ('],
  [
    'azurerm_key_vault_secret',
    { name: 'none', key_vault_id: VAULT },
    'KeyVault Secret "none" (KeyVault URI "https://v.vault.azure.net/") does not exist',
  ],
  ['azurerm_key_vault_secret', { name: 'wo', key_vault_id: VAULT }, 'does not keep write-only values'],
  ['azurerm_role_definition', { name: 'Reeder' }, "could not find role 'Reeder'"],
  [
    'azurerm_platform_image',
    { location: 'westeurope', publisher: 'Canonical', offer: 'ubuntu', sku: 'x' },
    'no images available to this user for',
  ],
  ['azurerm_image', { name: 'x', resource_group_name: 'rg' }, 'was not found'],
  [
    'azapi_resource',
    { type: 'Microsoft.Network/virtualNetworks@2024-05-01', name: 'none', parent_id: GROUP },
    'Failed to retrieve resource',
  ],
  [
    'azapi_resource_action',
    {
      type: 'Microsoft.Network/virtualNetworks@2024-05-01',
      resource_id: `${NETWORK}/virtualNetworks/hub`,
      action: 'restart',
    },
    'Failed to perform action',
  ],
];

describe('data sources', () => {
  test('every supported data source and ephemeral resource has a rule', () => {
    for (const schema of Object.values(SCHEMAS)) {
      expect(Object.keys(schema.data_source_schemas).filter((type) => !(type in dataSources))).toEqual([]);
      expect(
        Object.keys(schema.ephemeral_resource_schemas).filter((type) => !(type in ephemeralResources)),
      ).toEqual([]);
    }
  });

  test.each(FOUND)('%s finds %j', (type, config, state) => {
    expect(read(type, config)).toMatchObject({ state });
  });

  test.each(FAILED)('%s refuses %j', (type, config, text) => {
    expect(read(type, config)).toMatchObject({
      diagnostics: [{ severity: 'error', summary: expect.stringContaining(text) }],
    });
  });

  test('default tags and region follow the provider instance', () => {
    expect(read('aws_default_tags', {}, dataSources, { defaultTags: { env: 'x' } })).toMatchObject({
      state: { tags: { env: 'x' } },
    });
    expect(read('aws_vpc', { tags: { Name: 'hub' } }, dataSources, { region: 'us-east-1' })).toMatchObject({
      state: { id: 'vpc-us' },
    });
    expect(read('aws_availability_zones', {}, dataSources, { region: 'us-west-1' })).toMatchObject({
      state: { names: ['us-west-1a', 'us-west-1b'] },
    });
  });

  test('a token names its cluster', () => {
    const answer = read('aws_eks_cluster_auth', { name: 'hybrid' });
    const token = 'state' in answer ? (knownText(answer.state['token']) ?? '') : '';
    expect(Buffer.from(token.replace('k8s-aws-v1.', ''), 'base64url').toString()).toContain(
      'X-K8s-Aws-Id=hybrid',
    );
  });

  test('azapi exports the paths asked for', () => {
    const config = {
      type: 'Microsoft.Network/virtualNetworks@2024-05-01',
      resource_id: `${NETWORK}/virtualNetworks/hub`,
    };
    expect(
      read('azapi_resource', { ...config, response_export_values: ['properties.provisioningState'] }),
    ).toMatchObject({ state: { output: { properties: { provisioningState: 'Succeeded' } } } });
    expect(read('azapi_resource', { ...config, response_export_values: { who: 'name' } })).toMatchObject({
      state: { output: { who: 'hub' } },
    });
  });

  test('removed arguments of the policy document are refused while validating', () => {
    const block = SCHEMAS.aws.data_source_schemas['aws_iam_policy_document']?.block ?? {};
    const config = complete(block, {
      version: 'x',
      source_json: '{}',
      source_policy_documents: ['{'],
      statement: [{ effect: 'Maybe', actions: ['a'] }],
    });
    const texts = (configRules['data.aws_iam_policy_document'] ?? [])
      .flatMap((rule) => rule(config))
      .map((found) => found.summary);
    // As hashicorp/aws 5.100.0 says it.
    expect(texts.sort()).toEqual([
      '"source_policy_documents.0" contains an invalid JSON: unexpected end of JSON input',
      'expected "source_json" to be an empty string: got {}',
      'expected statement.0.effect to be one of ["Allow" "Deny"], got Maybe',
      'expected version to be one of ["2008-10-17" "2012-10-17"], got x',
    ]);
  });
});

describe('ephemeral resources', () => {
  const password = (config: ObjectValue) => {
    const answer = read('aws_secretsmanager_random_password', config, ephemeralResources);
    return 'state' in answer ? (knownText(answer.state['random_password']) ?? '') : '';
  };

  test('a random password keeps its rules', () => {
    expect(password({})).toHaveLength(32);
    const key = password({ password_length: 40, exclude_punctuation: true, exclude_characters: 'O0l1' });
    expect(key).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(key).not.toMatch(/[O0l1]/);
    for (const group of [/[a-z]/, /[A-Z]/, /[0-9]/]) expect(key).toMatch(group);
    expect(password({})).not.toBe(password({}));
  });

  test('a password that cannot be made is refused', () => {
    const refused = { diagnostics: [{ summary: expect.stringContaining('InvalidParameterException') }] };
    expect(
      read('aws_secretsmanager_random_password', { password_length: 2 }, ephemeralResources),
    ).toMatchObject(refused);
    expect(
      read('aws_secretsmanager_random_password', { password_length: 5000 }, ephemeralResources),
    ).toMatchObject(refused);
  });

  test('stored secrets are read, missing ones refused', () => {
    expect(read('aws_secretsmanager_secret_version', { secret_id: 'psk' }, ephemeralResources)).toMatchObject(
      { state: { secret_string: 'hush' } },
    );
    expect(
      read('aws_secretsmanager_secret_version', { secret_id: 'none' }, ephemeralResources),
    ).toHaveProperty('diagnostics');
    expect(
      read(
        'aws_ssm_parameter',
        { arn: 'arn:aws:ssm:eu-central-1:123456789012:parameter/a' },
        ephemeralResources,
      ),
    ).toMatchObject({ state: { value: 'secret', name: '/a' } });
    expect(
      read('azurerm_key_vault_secret', { name: 's', key_vault_id: VAULT }, ephemeralResources),
    ).toMatchObject({ state: { value: 'hush' } });
    expect(
      read('azurerm_key_vault_certificate', { name: 's', key_vault_id: VAULT }, ephemeralResources),
    ).toHaveProperty('diagnostics');
  });
});
