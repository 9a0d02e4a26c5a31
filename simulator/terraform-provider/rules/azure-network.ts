import {
  azureId,
  PUBLIC_IP,
  ROUTE_TABLE,
  SECURITY_GROUP,
  SUBNET,
  USER_ASSIGNED_IDENTITY,
  VIRTUAL_NETWORK,
  NAT_GATEWAY,
  NETWORK_INTERFACE,
} from './azure-ids.ts';
import { inGroup, natGatewayName, routeName } from './azure-checks.ts';
import { between, containsNone, lengthBetween, matches, notEmpty, oneOf } from './checks.ts';
import {
  exactlyOneOf,
  excludeEachOther,
  requiredWith,
  type FieldRule,
  type Relation,
  type RuleTable,
} from './table.ts';

const NEXT_HOPS = oneOf('VirtualNetworkGateway', 'VnetLocal', 'Internet', 'VirtualAppliance', 'None');
const PROTOCOLS = oneOf('*', 'Tcp', 'Udp', 'Icmp', 'Ah', 'Esp');
const ENDPOINT_POLICIES = oneOf('Disabled', 'Enabled', 'NetworkSecurityGroupEnabled', 'RouteTableEnabled');
const IP_VERSION = oneOf('IPv4', 'IPv6');
const ALLOCATION = oneOf('Static', 'Dynamic');

const securityRule = (prefix: string): Readonly<Record<string, FieldRule | readonly FieldRule[]>> => ({
  [`${prefix}description`]: lengthBetween(0, 140),
  [`${prefix}protocol`]: PROTOCOLS,
  [`${prefix}access`]: oneOf('Allow', 'Deny'),
  [`${prefix}priority`]: between(100, 4096),
  [`${prefix}direction`]: oneOf('Inbound', 'Outbound'),
});
const ruleEnds: readonly Relation[] = (['source', 'destination'] as const).flatMap((end) => [
  ...excludeEachOther(`${end}_port_range`, `${end}_port_ranges`),
  exactlyOneOf(`${end}_address_prefix`, `${end}_address_prefixes`, `${end}_application_security_group_ids`),
]);

/** Refusals at validate time for the virtual network. Prefixes themselves are left to the API, as in the provider. */
export const azureNetworkRules: Readonly<Record<string, RuleTable>> = {
  azurerm_virtual_network: {
    fields: {
      ...inGroup,
      name: notEmpty,
      address_space: notEmpty,
      dns_servers: notEmpty,
      flow_timeout_in_minutes: between(4, 30),
      'encryption.enforcement': oneOf('DropUnencrypted', 'AllowUnencrypted'),
      private_endpoint_vnet_policies: oneOf('Basic', 'Disabled'),
      'subnet*.name': notEmpty,
      'subnet*.address_prefixes': notEmpty,
      'subnet*.private_endpoint_network_policies': ENDPOINT_POLICIES,
    },
    relations: [exactlyOneOf('address_space', 'ip_address_pool')],
  },
  azurerm_subnet: {
    fields: {
      resource_group_name: inGroup['resource_group_name'] ?? notEmpty,
      address_prefixes: notEmpty,
      private_endpoint_network_policies: ENDPOINT_POLICIES,
      sharing_scope: oneOf('Tenant'),
      network_security_group_id_wo: azureId(SECURITY_GROUP),
      route_table_id_wo: azureId(ROUTE_TABLE),
      'ip_address_pool.number_of_ip_addresses': matches(
        /^[1-9]\d*$/,
        '`number_of_ip_addresses` must be a string that represents a positive number',
      ),
    },
    relations: [
      exactlyOneOf('address_prefixes', 'ip_address_pool'),
      requiredWith('network_security_group_id_wo', 'network_security_group_id_wo_version'),
      requiredWith('network_security_group_id_wo_version', 'network_security_group_id_wo'),
      requiredWith('route_table_id_wo', 'route_table_id_wo_version'),
      requiredWith('route_table_id_wo_version', 'route_table_id_wo'),
    ],
  },
  azurerm_virtual_network_peering: { fields: { remote_virtual_network_id: azureId(VIRTUAL_NETWORK) } },
  azurerm_public_ip: {
    fields: {
      ...inGroup,
      name: notEmpty,
      allocation_method: ALLOCATION,
      ddos_protection_mode: oneOf('Disabled', 'Enabled', 'VirtualNetworkInherited'),
      ip_version: IP_VERSION,
      sku: oneOf('Basic', 'Standard', 'StandardV2'),
      sku_tier: oneOf('Global', 'Regional'),
      idle_timeout_in_minutes: between(4, 30),
      domain_name_label: matches(
        /^[a-z][a-z0-9-]{1,61}[a-z0-9]$/,
        'must contain only lowercase alphanumeric characters, numbers and hyphens. It must start with a letter, end only with a number or letter and not exceed 63 characters in length',
      ),
      domain_name_label_scope: oneOf('NoReuse', 'ResourceGroupReuse', 'SubscriptionReuse', 'TenantReuse'),
      zones: notEmpty,
    },
  },
  azurerm_public_ip_prefix: {
    fields: {
      ...inGroup,
      name: notEmpty,
      prefix_length: between(0, 127),
      ip_version: IP_VERSION,
      sku_tier: oneOf('Global', 'Regional'),
    },
  },
  azurerm_nat_gateway: {
    fields: {
      ...inGroup,
      name: natGatewayName,
      idle_timeout_in_minutes: between(4, 120),
      sku_name: oneOf('Standard', 'StandardV2'),
    },
  },
  azurerm_nat_gateway_public_ip_association: {
    fields: { nat_gateway_id: azureId(NAT_GATEWAY), public_ip_address_id: azureId(PUBLIC_IP) },
  },
  azurerm_network_interface: {
    fields: {
      ...inGroup,
      dns_servers: notEmpty,
      internal_dns_name_label: notEmpty,
      'ip_configuration.name': notEmpty,
      'ip_configuration.subnet_id': azureId(SUBNET),
      'ip_configuration.private_ip_address_version': IP_VERSION,
      'ip_configuration.private_ip_address_allocation': oneOf('Dynamic', 'Static'),
      'ip_configuration.public_ip_address_id': azureId(PUBLIC_IP),
      auxiliary_mode: oneOf('AcceleratedConnections', 'Floating', 'MaxConnections', 'None'),
      auxiliary_sku: oneOf('A1', 'A2', 'A4', 'A8', 'None'),
    },
    relations: [
      requiredWith('auxiliary_mode', 'auxiliary_sku'),
      requiredWith('auxiliary_sku', 'auxiliary_mode'),
    ],
  },
  azurerm_network_interface_security_group_association: {
    fields: {
      network_interface_id: azureId(NETWORK_INTERFACE),
      network_security_group_id: azureId(SECURITY_GROUP),
    },
  },
  azurerm_network_security_group: { fields: { ...inGroup, ...securityRule('security_rule*.') } },
  azurerm_network_security_rule: {
    fields: {
      resource_group_name: inGroup['resource_group_name'] ?? notEmpty,
      name: containsNone('/\\?%'),
      ...securityRule(''),
    },
    relations: ruleEnds,
  },
  azurerm_route_table: {
    fields: {
      ...inGroup,
      name: routeName,
      'route*.name': routeName,
      'route*.address_prefix': notEmpty,
      'route*.next_hop_type': NEXT_HOPS,
      'route*.next_hop_in_ip_address': notEmpty,
    },
  },
  azurerm_route: {
    fields: {
      name: routeName,
      route_table_name: routeName,
      address_prefix: notEmpty,
      next_hop_type: NEXT_HOPS,
      next_hop_in_ip_address: notEmpty,
    },
  },
  azurerm_subnet_network_security_group_association: {
    fields: { subnet_id: azureId(SUBNET), network_security_group_id: azureId(SECURITY_GROUP) },
  },
  azurerm_subnet_route_table_association: {
    fields: { subnet_id: azureId(SUBNET), route_table_id: azureId(ROUTE_TABLE) },
  },
  azurerm_subnet_nat_gateway_association: {
    fields: { subnet_id: azureId(SUBNET), nat_gateway_id: azureId(NAT_GATEWAY) },
  },
  azurerm_federated_identity_credential: {
    fields: { user_assigned_identity_id: azureId(USER_ASSIGNED_IDENTITY) },
  },
};
