import { describe, expect, test } from '@jest/globals';
import { UNKNOWN, type ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import { allPlanRules as planRules } from '#simulator/terraform-provider/rules/all.js';
import { configRules, providerConfigRules } from '#simulator/terraform-provider/tables/index.js';
import { complete, SCHEMAS } from './schemas.ts';

const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000001';
const NETWORK = `${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network`;
const VNET = `${NETWORK}/virtualNetworks/hub`;
const PIP = `${NETWORK}/publicIPAddresses/gw-0`;
const ED25519 = `ssh-ed25519 ${Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519'), Buffer.from([0, 0, 0, 32]), Buffer.alloc(32, 7)]).toString('base64')}`;
const ECDSA = `ecdsa-sha2-nistp256 ${Buffer.concat([Buffer.from([0, 0, 0, 19]), Buffer.from('ecdsa-sha2-nistp256')]).toString('base64')}`;

const group = { name: 'x', resource_group_name: 'rg', location: 'atlantis' };
/** A configuration of each type that the provider accepts, to which each bad case makes one change. */
const GOOD: Readonly<Record<string, ObjectValue>> = {
  azurerm_resource_group: { name: 'rg', location: 'atlantis' },
  azurerm_virtual_network: { ...group, address_space: ['10.0.0.0/99'] },
  azurerm_subnet: {
    name: 'GatewaySubnet',
    resource_group_name: 'rg',
    virtual_network_name: 'hub',
    address_prefixes: ['10.0.0.0/27'],
  },
  azurerm_public_ip: {
    ...group,
    allocation_method: 'Static',
    sku: 'Standard',
    zones: ['1', '2', '3'],
    domain_name_label: 'gw-x0',
  },
  azurerm_virtual_network_gateway: {
    ...group,
    type: 'Vpn',
    sku: 'VpnGw2AZ',
    generation: 'Generation2',
    active_active: true,
    bgp_enabled: true,
    ip_configuration: [{ name: 'a', subnet_id: `${VNET}/subnets/gatewaysubnet`, public_ip_address_id: PIP }],
    bgp_settings: [
      {
        asn: 65515,
        peering_addresses: [
          { ip_configuration_name: 'a', apipa_addresses: ['169.254.21.2', '169.254.22.255'] },
        ],
      },
    ],
  },
  azurerm_virtual_network_gateway_connection: {
    ...group,
    type: 'IPsec',
    virtual_network_gateway_id: `${NETWORK}/virtualNetworkGateways/gw`,
    local_network_gateway_id: `${NETWORK}/localNetworkGateways/aws`,
    shared_key: 'x',
    connection_mode: 'ResponderOnly',
    custom_bgp_addresses: [{ primary: '169.254.21.2', secondary: '169.254.21.6' }],
    ipsec_policy: [
      {
        dh_group: 'DHGroup14',
        ike_encryption: 'GCMAES256',
        ike_integrity: 'SHA384',
        ipsec_encryption: 'GCMAES256',
        ipsec_integrity: 'GCMAES256',
        pfs_group: 'PFS14',
        sa_lifetime: 3600,
      },
    ],
  },
  azurerm_local_network_gateway: {
    ...group,
    gateway_address: '3.64.1.2',
    bgp_settings: [{ asn: 64512, bgp_peering_address: '169.254.21.1' }],
  },
  azurerm_route_server: {
    ...group,
    name: 'rs',
    sku: 'Standard',
    public_ip_address_id: PIP,
    subnet_id: `${VNET}/subnets/RouteServerSubnet`,
  },
  azurerm_route_server_bgp_connection: {
    name: 'node',
    route_server_id: `${NETWORK}/virtualHubs/rs`,
    peer_asn: 65010,
    peer_ip: '10.80.0.4',
  },
  azurerm_network_security_rule: {
    name: 'kubelet',
    resource_group_name: 'rg',
    network_security_group_name: 'nsg',
    protocol: 'Tcp',
    access: 'Allow',
    direction: 'Inbound',
    priority: 100,
    source_port_range: '*',
    destination_port_range: '99999',
    source_address_prefix: '10.0.0.0/16',
    destination_address_prefix: '*',
  },
  azurerm_route_table: {
    ...group,
    route: [
      {
        name: 'pods',
        address_prefix: 'anything',
        next_hop_type: 'VirtualAppliance',
        next_hop_in_ip_address: '10.80.0.4',
      },
    ],
  },
  azurerm_route: {
    name: 'pods',
    resource_group_name: 'rg',
    route_table_name: 'rt',
    address_prefix: '10.85.0.0/25',
    next_hop_type: 'None',
  },
  azurerm_nat_gateway: { ...group, idle_timeout_in_minutes: 120 },
  azurerm_network_interface: {
    ...group,
    ip_configuration: [
      { name: 'a', private_ip_address_allocation: 'Dynamic', subnet_id: `${VNET}/subnets/nodes` },
    ],
  },
  azurerm_key_vault: {
    ...group,
    name: 'hybrid-nodes',
    sku_name: 'standard',
    tenant_id: '00000000-0000-4000-8000-000000000002',
    rbac_authorization_enabled: true,
  },
  azurerm_key_vault_secret: {
    name: 'activation',
    key_vault_id: `${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v`,
    value: 'x',
    expiration_date: '2027-01-01T00:00:00Z',
  },
  azurerm_role_assignment: { scope: SUBSCRIPTION, role_definition_name: 'Reader', principal_id: 'anything' },
  azurerm_storage_account: {
    ...group,
    name: 'state123',
    account_tier: 'Standard',
    account_replication_type: 'LRS',
  },
  azurerm_linux_virtual_machine: {
    ...group,
    name: 'node-0',
    size: 'Standard_D2s_v5',
    admin_username: 'hybrid',
    network_interface_ids: [`${NETWORK}/networkInterfaces/nic`],
    admin_ssh_key: [{ username: 'hybrid', public_key: ED25519 }],
    os_disk: [{ caching: 'ReadWrite', storage_account_type: 'Premium_LRS' }],
    source_image_reference: [
      { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
    ],
    custom_data: 'I2Nsb3Vk',
  },
  azurerm_log_analytics_workspace: { ...group, name: 'logs', retention_in_days: 30 },
  azurerm_monitor_diagnostic_setting: {
    name: 'logs',
    target_resource_id: `${NETWORK}/networkSecurityGroups/nsg`,
    log_analytics_workspace_id: 'workspace',
    enabled_log: [{ category_group: 'allLogs' }],
  },
  azurerm_management_lock: { name: 'lock', scope: SUBSCRIPTION, lock_level: 'CanNotDelete' },
};

const gateway = GOOD['azurerm_virtual_network_gateway'] ?? {};
const policy = (change: ObjectValue) => {
  const [given] = (GOOD['azurerm_virtual_network_gateway_connection']?.['ipsec_policy'] ??
    []) as readonly ObjectValue[];
  return { ipsec_policy: [{ ...given, ...change }] };
};
const peering = (...apipa: string[]): ObjectValue => ({
  bgp_settings: [{ peering_addresses: [{ apipa_addresses: apipa }] }],
});
const subnet = (id: string): ObjectValue => ({
  ip_configuration: [{ subnet_id: id, public_ip_address_id: PIP }],
});

/** Type, the change to its good configuration, and a part of the text of a refusal. */
const BAD: readonly (readonly [type: string, change: ObjectValue, text: string])[] = [
  ['azurerm_resource_group', { name: 'rg.' }, '"name" may not end with a period'],
  ['azurerm_resource_group', { name: '' }, '"name" cannot be blank'],
  [
    'azurerm_resource_group',
    { name: 'a b' },
    '"name" may only contain alphanumeric characters, dash, underscores, parentheses and periods',
  ],
  ['azurerm_resource_group', { name: 'r'.repeat(91) }, '"name" may not exceed 90 characters in length'],
  ['azurerm_resource_group', { location: '' }, 'expected "location" to not be an empty string'],
  [
    'azurerm_resource_group',
    { tags: { owner: 'x'.repeat(257) } },
    'the maximum length for a tag value is 256 characters',
  ],
  ['azurerm_virtual_network', { resource_group_name: 'a/b' }, '"resource_group_name" may only contain'],
  [
    'azurerm_virtual_network',
    { address_space: null },
    '"address_space": one of `address_space,ip_address_pool` must be specified',
  ],
  [
    'azurerm_virtual_network',
    { flow_timeout_in_minutes: 3 },
    'expected flow_timeout_in_minutes to be in the range (4 - 30), got 3',
  ],
  [
    'azurerm_subnet',
    { address_prefixes: null },
    '"address_prefixes": one of `address_prefixes,ip_address_pool` must be specified',
  ],
  [
    'azurerm_subnet',
    { private_endpoint_network_policies: 'On' },
    'expected private_endpoint_network_policies to be one of',
  ],
  [
    'azurerm_subnet',
    { route_table_id_wo_version: 1 },
    'all of `route_table_id_wo,route_table_id_wo_version` must be specified',
  ],
  [
    'azurerm_public_ip',
    { allocation_method: 'Fixed' },
    'expected allocation_method to be one of ["Static" "Dynamic"], got Fixed',
  ],
  [
    'azurerm_public_ip',
    { sku: 'Gold' },
    'expected sku to be one of ["Basic" "Standard" "StandardV2"], got Gold',
  ],
  ['azurerm_public_ip', { idle_timeout_in_minutes: 31 }, '(4 - 30), got 31'],
  [
    'azurerm_public_ip',
    { domain_name_label: 'GW' },
    'invalid value for domain_name_label (must contain only lowercase',
  ],
  ['azurerm_public_ip', { ip_version: 'IPv5' }, 'expected ip_version to be one of ["IPv4" "IPv6"]'],
  [
    'azurerm_virtual_network_gateway',
    { type: 'VPN' },
    'expected type to be one of ["ExpressRoute" "Vpn"], got VPN',
  ],
  [
    'azurerm_virtual_network_gateway',
    { vpn_type: 'Routed' },
    'expected vpn_type to be one of ["RouteBased" "PolicyBased"]',
  ],
  ['azurerm_virtual_network_gateway', { sku: 'VpnGw9' }, 'expected sku to be one of ["Basic"], got VpnGw9'],
  ['azurerm_virtual_network_gateway', { generation: '2' }, 'expected generation to be one of'],
  [
    'azurerm_virtual_network_gateway',
    subnet(`${VNET}/subnets/gateway`),
    'expected ip_configuration.0.subnet_id to reference a gateway subnet with name GatewaySubnet but got "gateway"',
  ],
  ['azurerm_virtual_network_gateway', subnet('GatewaySubnet'), "the number of segments didn't match"],
  [
    'azurerm_virtual_network_gateway',
    {
      ip_configuration: [{ subnet_id: `${VNET}/subnets/GatewaySubnet`, public_ip_address_id: `${VNET}/x/y` }],
    },
    'parsing the PublicIPAddress ID: the segment at position 6',
  ],
  [
    'azurerm_virtual_network_gateway',
    peering('169.254.20.2'),
    '169.254.20.2 is not within Azure reserved APIPA range: [169.254.21.0, 169.254.22.255]',
  ],
  [
    'azurerm_virtual_network_gateway',
    peering('banana'),
    'expected bgp_settings.0.peering_addresses.0.apipa_addresses.0 to contain a valid IPv4 address, got: banana',
  ],
  ['azurerm_virtual_network_gateway', { bgp_settings: [{}] }, '"bgp_settings.0.asn": one of'],
  [
    'azurerm_virtual_network_gateway',
    { minimum_scale_unit: 2 },
    'all of `maximum_scale_unit,minimum_scale_unit` must be specified',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { type: 'IPSec' },
    'expected type to be one of ["ExpressRoute" "IPsec" "Vnet2Vnet"], got IPSec',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { connection_mode: 'Listen' },
    'expected connection_mode to be one of',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { connection_protocol: 'IKEv3' },
    'expected connection_protocol to be one of ["IKEv1" "IKEv2"]',
  ],
  ['azurerm_virtual_network_gateway_connection', { routing_weight: 32001 }, '(0 - 32000), got 32001'],
  [
    'azurerm_virtual_network_gateway_connection',
    { local_network_gateway_id: 'lgw' },
    'parsing the LocalNetworkGateway ID',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { virtual_network_gateway_id: '' },
    'cannot parse an empty string',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { custom_bgp_addresses: [{ primary: '169.254.21' }] },
    'expected custom_bgp_addresses.0.primary to contain a valid IPv4 address',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    policy({ dh_group: 'DHGroup15' }),
    'expected ipsec_policy.0.dh_group to be one of',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    policy({ ike_encryption: 'AES512' }),
    'expected ipsec_policy.0.ike_encryption to be one of',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    policy({ ike_integrity: 'SHA512' }),
    'expected ipsec_policy.0.ike_integrity to be one of',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    policy({ ipsec_encryption: 'GCM' }),
    'expected ipsec_policy.0.ipsec_encryption to be one of',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    policy({ ipsec_integrity: 'SHA384' }),
    'expected ipsec_policy.0.ipsec_integrity to be one of',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    policy({ pfs_group: 'PFS20' }),
    'expected ipsec_policy.0.pfs_group to be one of',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    policy({ sa_lifetime: 299 }),
    'expected ipsec_policy.0.sa_lifetime to be at least (300), got 299',
  ],
  [
    'azurerm_local_network_gateway',
    { gateway_address: null },
    '"gateway_address": one of `gateway_address,gateway_fqdn` must be specified',
  ],
  [
    'azurerm_local_network_gateway',
    { gateway_fqdn: 'aws.example.com' },
    'only one of `gateway_address,gateway_fqdn` can be specified',
  ],
  ['azurerm_route_server', { sku: 'Basic' }, 'expected sku to be one of ["Standard"], got Basic'],
  [
    'azurerm_route_server',
    { name: '-rs' },
    'invalid value for name (The name must begin with a letter or number',
  ],
  [
    'azurerm_route_server_bgp_connection',
    { peer_ip: '10.0.0' },
    'expected peer_ip to contain a valid IPv4 address',
  ],
  ['azurerm_route_server_bgp_connection', { peer_asn: -1 }, 'expected peer_asn to be at least (0)'],
  [
    'azurerm_network_security_rule',
    { protocol: 'tcp' },
    'expected protocol to be one of ["*" "Tcp" "Udp" "Icmp" "Ah" "Esp"], got tcp',
  ],
  ['azurerm_network_security_rule', { access: 'Permit' }, 'expected access to be one of ["Allow" "Deny"]'],
  [
    'azurerm_network_security_rule',
    { direction: 'In' },
    'expected direction to be one of ["Inbound" "Outbound"]',
  ],
  [
    'azurerm_network_security_rule',
    { priority: 99 },
    'expected priority to be in the range (100 - 4096), got 99',
  ],
  [
    'azurerm_network_security_rule',
    { destination_port_ranges: ['1'] },
    '"destination_port_range": conflicts with destination_port_ranges',
  ],
  ['azurerm_network_security_rule', { source_address_prefix: null }, '"source_address_prefix": one of'],
  [
    'azurerm_network_security_rule',
    { description: 'd'.repeat(141) },
    'expected length of description to be in the range (0 - 140)',
  ],
  ['azurerm_network_security_rule', { name: 'a/b' }, 'expected value of name to not contain any of'],
  [
    'azurerm_route_table',
    { route: [{ name: '', address_prefix: 'a', next_hop_type: 'Nowhere' }] },
    'expected route.0.next_hop_type to be one of',
  ],
  ['azurerm_route', { next_hop_type: 'Gateway' }, 'expected next_hop_type to be one of'],
  ['azurerm_route', { name: '.x' }, 'invalid value for name (should be between 1 and 80 characters'],
  ['azurerm_nat_gateway', { name: '-x' }, 'name must be between 1 - 80 characters long'],
  ['azurerm_nat_gateway', { idle_timeout_in_minutes: 121 }, '(4 - 120), got 121'],
  [
    'azurerm_network_interface',
    { ip_configuration: [{ name: '', private_ip_address_allocation: 'Auto', subnet_id: VNET }] },
    'expected ip_configuration.0.private_ip_address_allocation to be one of',
  ],
  [
    'azurerm_network_interface',
    { auxiliary_sku: 'A1' },
    'all of `auxiliary_mode,auxiliary_sku` must be specified',
  ],
  ['azurerm_key_vault', { name: 'a--vault' }, '"name" cannot contain consecutive hyphens ("--")'],
  ['azurerm_key_vault', { name: 'ab' }, 'must be between 3-24 chars'],
  ['azurerm_key_vault', { name: '1vault' }, 'must start with a letter'],
  ['azurerm_key_vault', { tenant_id: 'tenant' }, 'expected "tenant_id" to be a valid UUID, got tenant'],
  ['azurerm_key_vault', { sku_name: 'Standard' }, 'expected sku_name to be one of ["standard" "premium"]'],
  ['azurerm_key_vault', { soft_delete_retention_days: 6 }, '(7 - 90), got 6'],
  ['azurerm_key_vault_secret', { name: 'a_b' }, '`name` may only contain alphanumeric characters and dashes'],
  [
    'azurerm_key_vault_secret',
    { value_wo: 'x', value_wo_version: 1 },
    'only one of `value,value_wo` can be specified',
  ],
  ['azurerm_key_vault_secret', { expiration_date: 'tomorrow' }, 'to be a valid RFC3339 date'],
  ['azurerm_key_vault_secret', { key_vault_id: VNET }, 'parsing the KeyVault ID'],
  [
    'azurerm_role_assignment',
    { role_definition_name: null },
    'one of `role_definition_id,role_definition_name` must be specified',
  ],
  ['azurerm_role_assignment', { principal_type: 'Robot' }, 'expected principal_type to be one of'],
  ['azurerm_role_assignment', { name: 'x' }, 'expected "name" to be a valid UUID'],
  ['azurerm_storage_account', { name: 'State' }, 'can only consist of lowercase letters and numbers'],
  [
    'azurerm_storage_account',
    { account_replication_type: 'XRS' },
    'expected account_replication_type to be one of',
  ],
  ['azurerm_linux_virtual_machine', { admin_username: 'admin' }, 'expected admin_username to not be any of'],
  ['azurerm_linux_virtual_machine', { name: '1234' }, 'cannot contain only numbers'],
  ['azurerm_linux_virtual_machine', { name: '-a' }, 'must begin with an alphanumeric character'],
  [
    'azurerm_linux_virtual_machine',
    { custom_data: '#cloud-config' },
    'expected "custom_data" to be a base64 string',
  ],
  [
    'azurerm_linux_virtual_machine',
    { source_image_reference: null },
    'one of `os_managed_disk_id,source_image_id,source_image_reference` must be specified',
  ],
  [
    'azurerm_linux_virtual_machine',
    { admin_ssh_key: [{ username: 'x', public_key: 'ssh-rsa AAAA' }] },
    'parsing "admin_ssh_key.0.public_key" as a public key object',
  ],
  [
    'azurerm_linux_virtual_machine',
    { admin_ssh_key: [{ username: 'x', public_key: 'AAAA' }] },
    'is not a complete SSH2 Public Key',
  ],
  [
    'azurerm_linux_virtual_machine',
    { admin_ssh_key: [{ username: 'x', public_key: ECDSA }] },
    'Only RSA and ED25519 SSH keys are supported',
  ],
  ['azurerm_linux_virtual_machine', { network_interface_ids: ['nic'] }, 'parsing the NetworkInterface ID'],
  ['azurerm_linux_virtual_machine', { priority: 'Low' }, 'expected priority to be one of ["Regular" "Spot"]'],
  [
    'azurerm_linux_virtual_machine',
    { termination_notification: [{ enabled: true, timeout: 'PT20M' }] },
    'is not a duration between 5 and 15 minutes',
  ],
  ['azurerm_log_analytics_workspace', { name: 'a_b' }, 'invalid value for name'],
  [
    'azurerm_monitor_diagnostic_setting',
    { log_analytics_workspace_id: null },
    'one of `eventhub_authorization_rule_id,log_analytics_workspace_id,partner_solution_id,storage_account_id`',
  ],
  [
    'azurerm_monitor_diagnostic_setting',
    { enabled_log: [] },
    'one of `enabled_log,enabled_metric` must be specified',
  ],
  [
    'azurerm_management_lock',
    { lock_level: 'Locked' },
    'expected lock_level to be one of ["CanNotDelete" "ReadOnly"]',
  ],
];

function refusals(type: string, config: ObjectValue, rules = configRules): string[] {
  const schema = SCHEMAS.azurerm.resource_schemas[type];
  if (!schema) throw new Error(`no schema of ${type}`);
  const whole = complete(schema.block, config);
  return (rules[type] ?? [])
    .flatMap((rule) => rule(whole))
    .map(({ summary, detail }) => `${summary}${detail === '' ? '' : ` | ${detail}`}`);
}

/** The configuration with every value it gives unknown, as when all of it comes from other resources. */
function unknown(config: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.keys(config).map((name) => [name, config[name] === null ? null : UNKNOWN]),
  );
}

describe('azurerm rules', () => {
  test.each(Object.entries(GOOD))('%s: the good configuration is accepted', (type, config) => {
    expect(refusals(type, config)).toEqual([]);
  });

  test.each(BAD)('%s refuses %j', (type, change, text) => {
    const found = refusals(type, { ...GOOD[type], ...change });
    expect(found.filter((refusal) => refusal.includes(text))).not.toEqual([]);
  });

  test.each(Object.entries(GOOD))('%s: nothing unknown is judged', (type, config) => {
    const schema = SCHEMAS.azurerm.resource_schemas[type]?.block ?? {};
    const whole = { ...complete(schema, {}), ...unknown(config) };
    expect((configRules[type] ?? []).flatMap((rule) => rule(whole))).toEqual([]);
    expect((planRules[type] ?? []).flatMap((rule) => rule(whole))).toEqual([]);
  });

  test('an id error shows what was expected and what came', () => {
    const [text] = refusals('azurerm_virtual_network_gateway_connection', {
      ...GOOD['azurerm_virtual_network_gateway_connection'],
      virtual_network_gateway_id: 'gw',
    });
    expect(text).toMatchInlineSnapshot(`
     "parsing "gw": parsing the VirtualNetworkGateway ID: the number of segments didn't match

     Expected a VirtualNetworkGateway ID that matched (containing 8 segments):

     > /subscriptions/12345678-1234-9876-4563-123456789012/resourceGroups/example-resource-group/providers/Microsoft.Network/virtualNetworkGateways/virtualNetworkGatewayName

     However this value was provided (which was parsed into 0 segments):

     > gw

     The following Segments are expected:

     * Segment 0 - this should be the literal value "subscriptions"
     * Segment 1 - this should be the UUID of the Azure Subscription
     * Segment 2 - this should be the literal value "resourceGroups"
     * Segment 3 - this should be the name of the Resource Group
     * Segment 4 - this should be the literal value "providers"
     * Segment 5 - this should be the name of the Resource Provider [for example 'Microsoft.Network']
     * Segment 6 - this should be the literal value "virtualNetworkGateways"
     * Segment 7 - this should be the user specified value for this virtualNetworkGateway [for example "virtualNetworkGatewayName"]

     The following Segments were parsed:

     * Segment 0 - not found
     * Segment 1 - not found
     * Segment 2 - not found
     * Segment 3 - not found
     * Segment 4 - not found
     * Segment 5 - not found
     * Segment 6 - not found
     * Segment 7 - not found
     "
    `);
  });
});

describe('azurerm refusals while planning', () => {
  test('Basic public addresses pass validation and fail the plan', () => {
    const basic = { ...GOOD['azurerm_public_ip'], sku: 'Basic', allocation_method: 'Dynamic' };
    expect(refusals('azurerm_public_ip', basic)).toEqual([]);
    expect(refusals('azurerm_public_ip', basic, planRules)[0]).toContain(
      'creation of new `Basic` SKU public IP addresses is no longer permitted',
    );
    expect(refusals('azurerm_public_ip', GOOD['azurerm_public_ip'] ?? {}, planRules)).toEqual([]);
  });

  test('scale units belong to ErGwScale', () => {
    expect(
      refusals(
        'azurerm_virtual_network_gateway',
        { ...gateway, minimum_scale_unit: 1, maximum_scale_unit: 2 },
        planRules,
      )[0],
    ).toContain('are only supported');
    expect(
      refusals('azurerm_virtual_network_gateway', { ...gateway, sku: 'ErGwScale' }, planRules)[0],
    ).toContain('must be set when `sku` is `ErGwScale`');
  });

  test('an ExpressRoute gateway takes no public address; a subnet is not shared with outbound access', () => {
    expect(
      refusals('azurerm_virtual_network_gateway', { ...gateway, type: 'ExpressRoute' }, planRules)[0],
    ).toContain('cannot be set when `type` is set to `ExpressRoute`');
    expect(
      refusals('azurerm_subnet', { ...GOOD['azurerm_subnet'], sharing_scope: 'Tenant' }, planRules)[0],
    ).toContain('`sharing_scope` cannot be set');
  });
});

describe('the azurerm provider block', () => {
  const rules = providerConfigRules.azurerm;
  test('wants features, be it empty', () => {
    expect(rules.flatMap((rule) => rule({ features: [] }))).not.toEqual([]);
    expect(rules.flatMap((rule) => rule({ features: [{}] }))).toEqual([]);
    expect(rules.flatMap((rule) => rule({ features: UNKNOWN }))).toEqual([]);
  });
});
