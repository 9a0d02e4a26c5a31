import type { DataSourceContext, DataSourceRule, ObjectValue, Value } from '../engine/types.ts';
import { blocks, isList, isObject, numberOf, text, texts } from '../tables/values.ts';
import { failed, found, type Answer } from './answers.ts';

const same = (a: Value | undefined, b: Value | undefined) =>
  typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase();

/** The object of a type whose attributes equal the data source's arguments, as Azure compares names: without case. */
export function named(
  context: DataSourceContext,
  type: string,
  ...arguments_: readonly string[]
): ObjectValue | undefined {
  return context.objects
    .list(type)
    .map((object) => object.attributes)
    .find((object) => arguments_.every((name) => same(object[name], context.config[name])));
}

/** `Subnet (Subscription: "…"\nResource Group Name: "…"\n…) was not found`, as the provider prints ids. */
export function notFound(
  context: DataSourceContext,
  noun: string,
  ...labels: readonly (readonly [label: string, argument: string])[]
): Answer {
  const lines = [
    `Subscription: "${context.instance.subscriptionId}"`,
    `Resource Group Name: "${text(context.config, 'resource_group_name') ?? ''}"`,
    ...labels.map(([label, argument]) => `${label}: "${text(context.config, argument) ?? ''}"`),
  ];
  return failed(`${noun} (${lines.join('\n')}) was not found`);
}

/** A data source that finds an object by group and name and shows it, changed by `shape`. */
export const byGroupAndName =
  (
    type: string,
    noun: string,
    label: string,
    shape: (object: ObjectValue, context: DataSourceContext) => ObjectValue = (object) => object,
  ): DataSourceRule =>
  (context) => {
    const object = named(context, type, 'resource_group_name', 'name');
    return object === undefined
      ? notFound(context, noun, [label, 'name'])
      : found({ tags: {}, ...object, ...shape(object, context) });
  };

const children = (context: DataSourceContext, type: string, network: ObjectValue) =>
  context.objects
    .list(type)
    .map((object) => object.attributes)
    .filter(
      (object) =>
        same(object['virtual_network_name'], network['name']) &&
        same(object['resource_group_name'], network['resource_group_name']),
    );

const virtualNetwork = byGroupAndName(
  'azurerm_virtual_network',
  'Virtual Network',
  'Virtual Network Name',
  (object, context) => {
    const peerings = children(context, 'azurerm_virtual_network_peering', object);
    const remote = (peering: ObjectValue) => text(peering, 'remote_virtual_network_id') ?? '';
    const space = (id: string) =>
      context.objects
        .list('azurerm_virtual_network')
        .flatMap((item) => (same(item.attributes['id'], id) ? texts(item.attributes, 'address_space') : []));
    return {
      subnets: [...blocks(object, 'subnet'), ...children(context, 'azurerm_subnet', object)].flatMap(
        (subnet) => text(subnet, 'name') ?? [],
      ),
      vnet_peerings: Object.fromEntries(
        peerings.map((peering) => [text(peering, 'name') ?? '', remote(peering)]),
      ),
      vnet_peerings_addresses: peerings.flatMap((peering) => space(remote(peering))),
    };
  },
);

/** What an association resource of this type ties to the subnet. */
function associated(
  context: DataSourceContext,
  type: string,
  subnet: ObjectValue,
  attribute: string,
): string {
  const association = context.objects
    .list(type)
    .find((object) => same(object.attributes['subnet_id'], subnet['id']));
  return text(association?.attributes, attribute) ?? '';
}

const subnet: DataSourceRule = (context) => {
  const object = named(context, 'azurerm_subnet', 'resource_group_name', 'virtual_network_name', 'name');
  if (!object)
    return notFound(
      context,
      'Subnet',
      ['Virtual Network Name', 'virtual_network_name'],
      ['Subnet Name', 'name'],
    );
  return found({
    ...object,
    address_prefix: texts(object, 'address_prefixes')[0] ?? '',
    network_security_group_id: associated(
      context,
      'azurerm_subnet_network_security_group_association',
      object,
      'network_security_group_id',
    ),
    route_table_id: associated(context, 'azurerm_subnet_route_table_association', object, 'route_table_id'),
  });
};

const gateway = byGroupAndName(
  'azurerm_virtual_network_gateway',
  'Virtual Network Gateway',
  'Virtual Network Gateway Name',
  (object) => ({
    bgp_settings: blocks(object, 'bgp_settings').map((block) => ({
      asn: numberOf(block['asn']) ?? 65515,
      peer_weight: numberOf(block['peer_weight']) ?? 0,
      peering_address: blocks(block, 'peering_addresses')
        .flatMap((item) => texts(item, 'default_addresses'))
        .join(','),
    })),
    ip_configuration: blocks(object, 'ip_configuration').map((block) => ({
      id: `${text(object, 'id') ?? ''}/ipConfigurations/${text(block, 'name') ?? ''}`,
      name: block['name'] ?? null,
      private_ip_address: '',
      private_ip_address_allocation: block['private_ip_address_allocation'] ?? 'Dynamic',
      public_ip_address_id: block['public_ip_address_id'] ?? '',
      subnet_id: block['subnet_id'] ?? '',
    })),
    custom_route: isList(object['custom_route']) ? object['custom_route'] : [],
    vpn_client_configuration: [],
  }),
);

/** Counters stand at zero: no packet ever crosses a simulated connection unless the world says so. */
const connection = byGroupAndName(
  'azurerm_virtual_network_gateway_connection',
  'Connection',
  'Connection Name',
  (object) => ({
    egress_bytes_transferred: numberOf(object['egress_bytes_transferred']) ?? 0,
    ingress_bytes_transferred: numberOf(object['ingress_bytes_transferred']) ?? 0,
    resource_guid: '',
    traffic_selector_policy: isList(object['traffic_selector_policy'])
      ? object['traffic_selector_policy']
      : [],
  }),
);

const NO_MEMBERS = [
  'application_gateway_backend_address_pools_ids',
  'load_balancer_backend_address_pools_ids',
  'load_balancer_inbound_nat_rules_ids',
] as const;
const networkInterface = byGroupAndName(
  'azurerm_network_interface',
  'Network Interface',
  'Network Interface Name',
  (object, context) => {
    const association = (type: string, attribute: string) =>
      context.objects
        .list(type)
        .flatMap((item) =>
          same(item.attributes['network_interface_id'], object['id'])
            ? (text(item.attributes, attribute) ?? [])
            : [],
        );
    const machine = context.objects
      .list('azurerm_linux_virtual_machine')
      .find((item) => texts(item.attributes, 'network_interface_ids').some((id) => same(id, object['id'])));
    return {
      internal_dns_name_label: text(object, 'internal_dns_name_label') ?? '',
      network_security_group_id:
        association('azurerm_network_interface_security_group_association', 'network_security_group_id')[0] ??
        '',
      virtual_machine_id: text(machine?.attributes, 'id') ?? '',
      ip_configuration: blocks(object, 'ip_configuration').map((block) => ({
        ...Object.fromEntries(NO_MEMBERS.map((name) => [name, []])),
        application_security_group_ids: association(
          'azurerm_network_interface_application_security_group_association',
          'application_security_group_id',
        ),
        ...Object.fromEntries(
          [
            'gateway_load_balancer_frontend_ip_configuration_id',
            'name',
            'primary',
            'private_ip_address',
            'private_ip_address_allocation',
            'private_ip_address_version',
            'public_ip_address_id',
            'subnet_id',
          ].map((name) => [name, block[name] ?? null]),
        ),
      })),
    };
  },
);

const publicIp = byGroupAndName(
  'azurerm_public_ip',
  'Public I P Address',
  'Public I P Addresses Name',
  (object) => ({
    ip_tags: isObject(object['ip_tags']) ? object['ip_tags'] : {},
    ddos_protection_plan_id: text(object, 'ddos_protection_plan_id') ?? '',
    domain_name_label: text(object, 'domain_name_label') ?? '',
    reverse_fqdn: text(object, 'reverse_fqdn') ?? '',
    zones: [...texts(object, 'zones')],
  }),
);

/** Data sources over the virtual network's objects. */
export const azureNetworkData: Readonly<Record<string, DataSourceRule>> = {
  azurerm_virtual_network: virtualNetwork,
  azurerm_subnet: subnet,
  azurerm_public_ip: publicIp,
  azurerm_virtual_network_gateway: gateway,
  azurerm_virtual_network_gateway_connection: connection,
  azurerm_network_interface: networkInterface,
};
