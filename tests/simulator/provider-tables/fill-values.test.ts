import { describe, expect, test } from '@jest/globals';
import {
  UNKNOWN,
  type ObjectValue,
  type Value,
  type WorldObject,
} from '#simulator/terraform-provider/engine/types.js';
import {
  contains,
  formatAddress,
  parseIpv6,
  parsePrefix,
} from '#simulator/terraform-provider/tables/addresses.js';
import { fillRules } from '#simulator/terraform-provider/tables/index.js';
import { blocks, text } from '#simulator/terraform-provider/tables/values.js';
import { context, object, plannedForCreate, SCHEMAS } from './schemas.ts';

const schemaOf = (type: string) =>
  [SCHEMAS.aws, SCHEMAS.azurerm, SCHEMAS.azapi]
    .map((schema) => schema.resource_schemas[type]?.block)
    .find((block) => block !== undefined) ?? {};

/** The object that is made from these arguments in that world. */
function made(
  type: string,
  given: ObjectValue,
  world: readonly WorldObject[] = [],
  key = `${type}/0000`,
): ObjectValue {
  const planned = plannedForCreate(schemaOf(type), given, false);
  return { ...planned, ...fillRules[type]?.(context(type, planned, world, key)) };
}

const NETWORK =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Network';
const SUBNET = `${NETWORK}/virtualNetworks/hub/subnets/GatewaySubnet`;

describe('computed values of AWS', () => {
  test.each([
    ['aws_vpc', {}, 'id', /^vpc-0[0-9a-f]{16}$/],
    ['aws_vpc', {}, 'arn', /^arn:aws:ec2:eu-central-1:123456789012:vpc\/vpc-0[0-9a-f]{16}$/],
    ['aws_subnet', {}, 'id', /^subnet-0[0-9a-f]{16}$/],
    ['aws_ec2_transit_gateway', {}, 'id', /^tgw-0[0-9a-f]{16}$/],
    ['aws_ec2_transit_gateway', {}, 'association_default_route_table_id', /^tgw-rtb-0[0-9a-f]{16}$/],
    ['aws_ec2_transit_gateway_vpc_attachment', {}, 'id', /^tgw-attach-0[0-9a-f]{16}$/],
    ['aws_customer_gateway', {}, 'id', /^cgw-0[0-9a-f]{16}$/],
    ['aws_vpn_connection', {}, 'id', /^vpn-0[0-9a-f]{16}$/],
    ['aws_nat_gateway', {}, 'id', /^nat-0[0-9a-f]{16}$/],
    ['aws_eip', {}, 'id', /^eipalloc-0[0-9a-f]{16}$/],
    ['aws_flow_log', {}, 'id', /^fl-0[0-9a-f]{16}$/],
    [
      'aws_eks_cluster',
      { name: 'c' },
      'endpoint',
      /^https:\/\/[0-9A-F]{32}\.gr7\.eu-central-1\.eks\.amazonaws\.com$/,
    ],
    ['aws_iam_role', { name: 'r', path: '/' }, 'arn', /^arn:aws:iam::123456789012:role\/r$/],
    ['aws_iam_role', { name: 'r' }, 'unique_id', /^AROA[A-Z2-7]{17}$/],
    ['aws_kms_key', {}, 'arn', /^arn:aws:kms:eu-central-1:123456789012:key\/[0-9a-f-]{36}$/],
    ['aws_ssm_activation', {}, 'id', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/],
    [
      'aws_secretsmanager_secret',
      { name: 'psk' },
      'arn',
      /^arn:aws:secretsmanager:eu-central-1:123456789012:secret:psk-[A-Za-z0-9]{6}$/,
    ],
  ])('%s %j: %s', (type, given, attribute, pattern) => {
    expect(text(made(type, given), attribute)).toMatch(pattern);
  });

  test('a VPC knows its default objects by different ids, and its main table is the default one', () => {
    const vpc = made('aws_vpc', { cidr_block: '10.0.0.0/16' });
    const ids = ['default_network_acl_id', 'default_route_table_id', 'default_security_group_id'].map(
      (name) => vpc[name],
    );
    expect(new Set(ids).size).toBe(3);
    expect(vpc['main_route_table_id']).toBe(vpc['default_route_table_id']);
  });

  test('a connection takes its inside addresses from the ranges given: AWS first, the customer second', () => {
    const world = [object('aws_ec2_transit_gateway', { id: 'tgw-1', amazon_side_asn: 64513 })];
    const vpn = made(
      'aws_vpn_connection',
      {
        transit_gateway_id: 'tgw-1',
        tunnel1_inside_cidr: '169.254.21.0/30',
        tunnel2_inside_cidr: '169.254.22.4/30',
      },
      world,
    );
    expect(vpn).toMatchObject({
      tunnel1_vgw_inside_address: '169.254.21.1',
      tunnel1_cgw_inside_address: '169.254.21.2',
      tunnel2_vgw_inside_address: '169.254.22.5',
      tunnel2_cgw_inside_address: '169.254.22.6',
      tunnel1_bgp_asn: '64513',
    });
    expect(vpn['tunnel1_address']).not.toBe(vpn['tunnel2_address']);
    expect(text(vpn, 'customer_gateway_configuration')).toContain('<ip_address>169.254.21.2</ip_address>');
    expect(vpn['vgw_telemetry']).toHaveLength(2);
  });

  test('invented ranges and keys obey the rules of AWS, whatever the object', () => {
    for (let index = 0; index < 200; index++) {
      const vpn = made('aws_vpn_connection', {}, [], `aws_vpn_connection/${index}`);
      for (const tunnel of [1, 2]) {
        expect(text(vpn, `tunnel${tunnel}_preshared_key`)).toMatch(/^[A-Za-z1-9._][A-Za-z0-9._]{31}$/);
        const range = parsePrefix(text(vpn, `tunnel${tunnel}_inside_cidr`) ?? '');
        const whole = parsePrefix('169.254.0.0/16');
        expect(range && whole && contains(whole, range) && range.length === 30).toBe(true);
        expect(text(vpn, `tunnel${tunnel}_inside_cidr`)).not.toMatch(/^169\.254\.(?:[0-5]\.0|169\.252)\/30$/);
      }
      expect(vpn['tunnel1_inside_cidr']).not.toBe(vpn['tunnel2_inside_cidr']);
    }
  });

  test('a cluster is in the VPC of its subnets and picks services away from it', () => {
    const world = (cidr: string) => [
      object('aws_vpc', { id: 'vpc-1', cidr_block: cidr }),
      object('aws_subnet', { id: 'subnet-1', vpc_id: 'vpc-1' }),
    ];
    const cluster = (cidr: string) =>
      made(
        'aws_eks_cluster',
        { name: 'c', vpc_config: [{ subnet_ids: ['subnet-1'] }], kubernetes_network_config: UNKNOWN },
        world(cidr),
      );
    const planned = {
      ...plannedForCreate(
        schemaOf('aws_eks_cluster'),
        { name: 'c', vpc_config: [{ subnet_ids: ['subnet-1'] }] },
        false,
      ),
      kubernetes_network_config: UNKNOWN as Value,
    };
    const filled =
      fillRules['aws_eks_cluster']?.(context('aws_eks_cluster', planned, world('10.0.0.0/16'))) ?? {};
    expect(filled).toMatchObject({
      vpc_config: [{ vpc_id: 'vpc-1' }],
      kubernetes_network_config: [{ service_ipv4_cidr: '172.20.0.0/16' }],
    });
    expect(blocks(cluster('10.0.0.0/16'), 'vpc_config')[0]).toMatchObject({ vpc_id: 'vpc-1' });
  });

  test('volumes in a set are told apart by their device', () => {
    const instance = made('aws_instance', {
      ebs_block_device: [{ device_name: '/dev/sdb' }, { device_name: '/dev/sdc' }],
    });
    expect(new Set(blocks(instance, 'ebs_block_device').map((block) => block['volume_id'])).size).toBe(2);
  });
});

describe('computed values of Azure', () => {
  const world = [
    object('azurerm_subnet', { id: SUBNET, address_prefixes: ['10.80.255.0/27'] }),
    ...['gw-0', 'gw-1'].map((name, index) =>
      object('azurerm_public_ip', {
        id: `${NETWORK}/publicIPAddresses/${name}`,
        ip_address: `20.52.0.${index + 1}`,
      }),
    ),
  ];
  const configuration = (name: string, address: string) => ({
    name,
    subnet_id: SUBNET,
    public_ip_address_id: `${NETWORK}/publicIPAddresses/${address}`,
  });

  test('ids follow from group, names and parents', () => {
    expect(
      made('azurerm_subnet', { name: 'nodes', resource_group_name: 'rg', virtual_network_name: 'hub' })['id'],
    ).toBe(`${NETWORK}/virtualNetworks/hub/subnets/nodes`);
    expect(made('azurerm_key_vault', { name: 'v', resource_group_name: 'rg' })).toMatchObject({
      id: NETWORK.replace('Microsoft.Network', 'Microsoft.KeyVault/vaults/v'),
      vault_uri: 'https://v.vault.azure.net/',
    });
    expect(
      made('azurerm_private_dns_zone_virtual_network_link', { name: 'l', private_dns_zone_id: '/z' })['id'],
    ).toBe('/z/virtualNetworkLinks/l');
  });

  test('an active-active gateway has the first free addresses of its subnet, its tunnels the public addresses', () => {
    const gateway = made(
      'azurerm_virtual_network_gateway',
      {
        name: 'gw',
        resource_group_name: 'rg',
        type: 'Vpn',
        active_active: true,
        ip_configuration: [configuration('a', 'gw-0'), configuration('b', 'gw-1')],
        // Peerings in another order than the configurations they name.
        bgp_settings: [
          {
            asn: 65515,
            peering_addresses: [
              { ip_configuration_name: 'b', apipa_addresses: ['169.254.21.6'] },
              { ip_configuration_name: 'a', apipa_addresses: ['169.254.21.2'] },
            ],
          },
        ],
      },
      world,
    );
    expect(blocks(blocks(gateway, 'bgp_settings')[0], 'peering_addresses')).toEqual([
      {
        ip_configuration_name: 'b',
        apipa_addresses: ['169.254.21.6'],
        default_addresses: ['10.80.255.5'],
        tunnel_ip_addresses: ['20.52.0.2'],
      },
      {
        ip_configuration_name: 'a',
        apipa_addresses: ['169.254.21.2'],
        default_addresses: ['10.80.255.4'],
        tunnel_ip_addresses: ['20.52.0.1'],
      },
    ]);
  });

  test('a single gateway has the last address of its subnet, also where its BGP settings are computed', () => {
    const planned = {
      ...plannedForCreate(schemaOf('azurerm_virtual_network_gateway'), {
        name: 'gw',
        resource_group_name: 'rg',
        type: 'Vpn',
        active_active: false,
        ip_configuration: [configuration('a', 'gw-0')],
      }),
      bgp_settings: UNKNOWN as Value,
    };
    const filled = fillRules['azurerm_virtual_network_gateway']?.(
      context('azurerm_virtual_network_gateway', planned, world),
    );
    const peering = {
      ip_configuration_name: 'a',
      default_addresses: ['10.80.255.30'],
      tunnel_ip_addresses: ['20.52.0.1'],
    };
    expect(filled).toMatchObject({ bgp_settings: [{ asn: 65515, peering_addresses: [peering] }] });
  });

  test('interfaces in one subnet never share an address', () => {
    const subnet = object('azurerm_subnet', { id: 'nodes', address_prefixes: ['10.80.0.0/28'] });
    const interfaces: WorldObject[] = [];
    for (let index = 0; index < 8; index++) {
      const attributes = made(
        'azurerm_network_interface',
        {
          name: `n${index}`,
          resource_group_name: 'rg',
          ip_configuration: [{ name: 'a', subnet_id: 'nodes' }],
        },
        [subnet, ...interfaces],
        `nic/${index}`,
      );
      interfaces.push(object('azurerm_network_interface', attributes));
    }
    const addresses = interfaces.map((item) => text(item.attributes, 'private_ip_address') ?? '');
    expect(new Set(addresses).size).toBe(8);
    const range = parsePrefix('10.80.0.0/28');
    for (const address of addresses) {
      const inside = parsePrefix(`${address}/32`);
      expect(range && inside && contains(range, inside)).toBe(true);
    }
  });

  test('a dynamic public address has none yet', () => {
    expect(made('azurerm_public_ip', { name: 'p', allocation_method: 'Dynamic' })['ip_address']).toBe('');
    expect(made('azurerm_public_ip', { name: 'p', allocation_method: 'Static' })['ip_address']).toMatch(
      /^(?:20|52)\./,
    );
  });

  test('a role assignment knows its role by name and by id', () => {
    const byName = made('azurerm_role_assignment', {
      scope: '/s',
      role_definition_name: 'Key Vault Secrets User',
    });
    expect(byName['role_definition_id']).toMatch(/4633458b-17de-408a-b874-0445c86b69e6$/);
    expect(
      made('azurerm_role_assignment', {
        scope: '/s',
        role_definition_id: byName['role_definition_id'] ?? '',
      })['role_definition_name'],
    ).toBe('Key Vault Secrets User');
  });
});

describe('addresses', () => {
  test.each([
    ['2001:db8::1', '2001:db8::1'],
    ['::', '::'],
    ['::1', '::1'],
    ['fe80:0:0:0:1:0:0:0', 'fe80::1:0:0:0'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
  ])('%s is written %s', (given, written) => {
    expect(formatAddress(6, parseIpv6(given) ?? -1n)).toBe(written);
  });

  test.each([
    '10.0.0.0',
    '10.0.0.0/33',
    '010.0.0.0/8',
    '10.0.0/8',
    '10.0.0.0/',
    '::/129',
    'fe80::1%eth0/64',
    '10.0.0.0/-1',
    ' 10.0.0.0/8',
  ])('%s is no prefix', (value) => {
    expect(parsePrefix(value)).toBeUndefined();
  });
});
