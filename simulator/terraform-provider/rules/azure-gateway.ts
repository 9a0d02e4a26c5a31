import { UNKNOWN, type ConfigRule, type ObjectValue } from '../engine/types.ts';
import { blocks, isGiven } from '../tables/values.ts';
import { apipaAddress, inGroup } from './azure-checks.ts';
import {
  azureId,
  EXPRESS_ROUTE_CIRCUIT,
  gatewaySubnet,
  LOCAL_NETWORK_GATEWAY,
  PUBLIC_IP,
  SUBNET,
  VIRTUAL_HUB,
  VIRTUAL_NETWORK_GATEWAY,
} from './azure-ids.ts';
import { anyOf, atLeast, between, ipv4, lengthBetween, matches, notEmpty, oneOf } from './checks.ts';
import { diagnostic, exactlyOneOf, requiredWith, type FieldRule, type RuleTable } from './table.ts';

/** SKUs by what the gateway is; the provider refuses a SKU only where no list has it. */
export const POLICY_BASED_SKUS = ['Basic'];
export const GENERATION1_SKUS = [
  'Basic',
  'Standard',
  'HighPerformance',
  'VpnGw1',
  'VpnGw2',
  'VpnGw3',
  'VpnGw1AZ',
  'VpnGw2AZ',
  'VpnGw3AZ',
];
export const GENERATION2_SKUS = [
  'VpnGw2',
  'VpnGw3',
  'VpnGw4',
  'VpnGw5',
  'VpnGw2AZ',
  'VpnGw3AZ',
  'VpnGw4AZ',
  'VpnGw5AZ',
];
export const EXPRESS_ROUTE_SKUS = [
  'Standard',
  'HighPerformance',
  'UltraPerformance',
  'ErGw1AZ',
  'ErGw2AZ',
  'ErGw3AZ',
  'ErGwScale',
];
const sku = anyOf(
  oneOf(...POLICY_BASED_SKUS),
  oneOf(...GENERATION1_SKUS),
  oneOf(...GENERATION2_SKUS),
  oneOf(...EXPRESS_ROUTE_SKUS),
);

const ENCRYPTION = ['AES128', 'AES192', 'AES256', 'DES', 'DES3'];
const ipsecPolicy = (block: string): Readonly<Record<string, FieldRule>> => ({
  [`${block}.dh_group`]: oneOf(
    'DHGroup1',
    'DHGroup14',
    'DHGroup2',
    'DHGroup2048',
    'DHGroup24',
    'ECP256',
    'ECP384',
    'None',
  ),
  [`${block}.ike_encryption`]: oneOf(...ENCRYPTION, 'GCMAES128', 'GCMAES256'),
  [`${block}.ike_integrity`]: oneOf('GCMAES128', 'GCMAES256', 'MD5', 'SHA1', 'SHA256', 'SHA384'),
  [`${block}.ipsec_encryption`]: oneOf(...ENCRYPTION, 'GCMAES128', 'GCMAES192', 'GCMAES256', 'None'),
  [`${block}.ipsec_integrity`]: oneOf('GCMAES128', 'GCMAES192', 'GCMAES256', 'MD5', 'SHA1', 'SHA256'),
  [`${block}.pfs_group`]: oneOf(
    'ECP256',
    'ECP384',
    'None',
    'PFS1',
    'PFS14',
    'PFS2',
    'PFS2048',
    'PFS24',
    'PFSMM',
  ),
});

/** A `bgp_settings` block that says nothing. */
const emptyBgpSettings: ConfigRule = (config) =>
  blocks(config, 'bgp_settings').flatMap((block, index) => {
    const attributes = ['asn', 'peer_weight', 'peering_addresses'];
    if (attributes.some((name) => isGiven(block[name]))) return [];
    const names = attributes.map((name) => `bgp_settings.0.${name}`).join(',');
    return attributes.map((name) =>
      diagnostic(
        {
          summary: 'Missing required argument',
          detail: `"bgp_settings.0.${name}": one of \`${names}\` must be specified`,
        },
        ['bgp_settings', index],
      ),
    );
  });

/** Refusals at validate time for gateways, connections and the Route Server. */
export const azureGatewayRules: Readonly<Record<string, RuleTable>> = {
  azurerm_virtual_network_gateway: {
    fields: {
      ...inGroup,
      name: notEmpty,
      type: oneOf('ExpressRoute', 'Vpn'),
      vpn_type: oneOf('RouteBased', 'PolicyBased'),
      sku,
      generation: oneOf('Generation1', 'Generation2', 'None'),
      'ip_configuration.private_ip_address_allocation': oneOf('Static', 'Dynamic'),
      'ip_configuration.subnet_id': gatewaySubnet,
      'ip_configuration.public_ip_address_id': azureId(PUBLIC_IP),
      'bgp_settings.peering_addresses.ip_configuration_name': notEmpty,
      'bgp_settings.peering_addresses.apipa_addresses': apipaAddress,
      default_local_network_gateway_id: azureId(LOCAL_NETWORK_GATEWAY),
      maximum_scale_unit: between(1, 40),
      minimum_scale_unit: between(1, 40),
      ...ipsecPolicy('vpn_client_configuration.ipsec_policy'),
      'vpn_client_configuration.ipsec_policy.sa_lifetime_in_seconds': between(300, 172799),
      'vpn_client_configuration.vpn_auth_types': oneOf('Certificate', 'AAD', 'Radius'),
      'vpn_client_configuration.vpn_client_protocols': oneOf('IkeV2', 'OpenVPN', 'SSTP'),
    },
    relations: [
      requiredWith('maximum_scale_unit', 'minimum_scale_unit'),
      requiredWith('minimum_scale_unit', 'maximum_scale_unit'),
    ],
    also: [emptyBgpSettings],
  },
  azurerm_virtual_network_gateway_connection: {
    fields: {
      ...inGroup,
      name: notEmpty,
      type: oneOf('ExpressRoute', 'IPsec', 'Vnet2Vnet'),
      virtual_network_gateway_id: azureId(VIRTUAL_NETWORK_GATEWAY),
      peer_virtual_network_gateway_id: azureId(VIRTUAL_NETWORK_GATEWAY),
      local_network_gateway_id: azureId(LOCAL_NETWORK_GATEWAY),
      express_route_circuit_id: azureId(EXPRESS_ROUTE_CIRCUIT),
      authorization_key: notEmpty,
      routing_weight: between(0, 32000),
      connection_protocol: oneOf('IKEv1', 'IKEv2'),
      connection_mode: oneOf('InitiatorOnly', 'ResponderOnly', 'Default'),
      'custom_bgp_addresses.primary': ipv4,
      'custom_bgp_addresses.secondary': ipv4,
      ...ipsecPolicy('ipsec_policy'),
      'ipsec_policy.sa_datasize': between(0, 2147483647),
      'ipsec_policy.sa_lifetime': atLeast(300),
    },
  },
  azurerm_local_network_gateway: {
    fields: { ...inGroup, address_space: notEmpty },
    relations: [exactlyOneOf('gateway_address', 'gateway_fqdn')],
  },
  azurerm_route_server: {
    fields: {
      ...inGroup,
      name: [
        notEmpty,
        lengthBetween(1, 80),
        matches(
          /^[A-Za-z\d][A-Za-z\d.\-_]*[A-Za-z\d_]$/,
          'The name must begin with a letter or number, end with a letter, number or underscore, and may contain only letters, numbers, underscores, periods, or hyphens.',
        ),
      ],
      sku: oneOf('Standard'),
      public_ip_address_id: azureId(PUBLIC_IP),
      subnet_id: azureId(SUBNET),
      hub_routing_preference: oneOf('ASPath', 'ExpressRoute', 'VpnGateway'),
    },
  },
  azurerm_route_server_bgp_connection: {
    fields: { name: notEmpty, route_server_id: azureId(VIRTUAL_HUB), peer_asn: atLeast(0), peer_ip: ipv4 },
  },
};

const known = (config: ObjectValue, ...names: readonly string[]) =>
  names.every((name) => config[name] !== UNKNOWN);

/** Refusals while planning, which the provider makes in its CustomizeDiff: `validate` passes, `plan` does not. */
export const azureGatewayPlanRules: Readonly<Record<string, readonly ConfigRule[]>> = {
  azurerm_virtual_network_gateway: [
    (config) => {
      if (config['type'] !== 'ExpressRoute') return [];
      return blocks(config, 'ip_configuration').flatMap((block, index) =>
        isGiven(block['public_ip_address_id'])
          ? [
              diagnostic(
                `\`ip_configuration.${index}.public_ip_address_id\` cannot be set when \`type\` is set to \`ExpressRoute\``,
                [],
              ),
            ]
          : [],
      );
    },
    (config) => {
      if (!known(config, 'sku', 'minimum_scale_unit', 'maximum_scale_unit')) return [];
      const isScale = config['sku'] === 'ErGwScale';
      const given = isGiven(config['minimum_scale_unit']) || isGiven(config['maximum_scale_unit']);
      if (isScale && !given)
        return [
          diagnostic(
            '`minimum_scale_unit` and `maximum_scale_unit` must be set when `sku` is `ErGwScale`',
            [],
          ),
        ];
      if (isScale || !given) return [];
      return [
        diagnostic(
          '`minimum_scale_unit` and `maximum_scale_unit` are only supported when `sku` is set to `ErGwScale`',
          [],
        ),
      ];
    },
  ],
  azurerm_public_ip: [
    (config) =>
      config['sku'] === 'Basic'
        ? [
            diagnostic(
              'creation of new `Basic` SKU public IP addresses is no longer permitted following its deprecation on March 31, 2025. This also affects `allocation_method` set to `Dynamic`, as it is only available with the `Basic` SKU. For more information, see https://azure.microsoft.com/updates/upgrade-to-standard-sku-public-ip-addresses-in-azure-by-30-september-2025-basic-sku-will-be-retired/',
              [],
            ),
          ]
        : [],
    (config) => {
      // An argument left out has its default, Standard.
      const isStandard = !isGiven(config['sku']) || config['sku'] === 'Standard' || config['sku'] === UNKNOWN;
      return config['sku_tier'] === 'Global' && !isStandard
        ? [diagnostic('`sku` must be set to `Standard` when `sku_tier` is set to `Global`', [])]
        : [];
    },
  ],
  azurerm_subnet: [
    (config) => {
      const outbound = config['default_outbound_access_enabled'];
      return isGiven(config['sharing_scope']) && outbound !== false && outbound !== UNKNOWN
        ? [
            diagnostic(
              '`sharing_scope` cannot be set if `default_outbound_access_enabled` is set to `true`',
              [],
            ),
          ]
        : [];
    },
  ],
};
