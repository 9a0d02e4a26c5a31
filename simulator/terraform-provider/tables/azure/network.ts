import { each, is, type Fill, type FillTable, type Maker } from '../fill.ts';
import { addressIn, empty, guid, idSegment, publicAddress, same } from '../makers.ts';
import { blocks, byId, isObject, text, texts } from '../values.ts';
import { associationId, childId, resourceId } from './ids.ts';

const NETWORK = 'Microsoft.Network';
const network = (type: string): FillTable => ({ id: resourceId(NETWORK, type, 'name') });

/** The first prefix of a subnet by its id. */
export function subnetPrefix(fill: Fill, id: string | undefined): string | undefined {
  return texts(byId(fill.objects, 'azurerm_subnet', id), 'address_prefixes')[0];
}

/** The address of a public IP object by its id. */
export function publicIpAddress(fill: Fill, id: string | undefined): string | undefined {
  return text(byId(fill.objects, 'azurerm_public_ip', id), 'ip_address');
}

/** A standard public IP has its address at once; a dynamic one gets it when it is attached. */
const publicIpValue: Maker = (fill) => {
  if (fill.self['allocation_method'] === 'Dynamic') return '';
  return fill.self['ip_version'] === 'IPv6'
    ? `2603:1020:200:${fill.hex('v6', 4)}::${fill.hex('v6b', 3)}`
    : publicAddress(fill, 'pip');
};

const regionName = (fill: Fill) => (text(fill.self, 'location') ?? '').toLowerCase().replaceAll(' ', '');

const interfaceAddress = (fill: Fill, subnet: string | undefined, name: string) =>
  addressIn(fill, subnetPrefix(fill, subnet), `ip:${name}`, 4);

const networkInterface: FillTable = {
  ...network('networkInterfaces'),
  ip_configuration: each({
    private_ip_address: (fill, block) =>
      interfaceAddress(fill, text(block, 'subnet_id'), text(block, 'name') ?? ''),
    primary: (_fill, _block, index) => index === 0,
    gateway_load_balancer_frontend_ip_configuration_id: is(''),
  }),
  private_ip_addresses: (fill) =>
    blocks(fill.self, 'ip_configuration').flatMap((block) => text(block, 'private_ip_address') ?? []),
  private_ip_address: (fill) => text(blocks(fill.self, 'ip_configuration')[0], 'private_ip_address') ?? '',
  applied_dns_servers: (fill) => texts(fill.self, 'dns_servers').slice(),
  internal_domain_name_suffix: (fill) => `${fill.hex('suffix', 20)}ax.internal.cloudapp.net`,
  // Azure shows the address once the interface is attached to a running machine.
  mac_address: is(''),
  virtual_machine_id: is(''),
};

const virtualNetwork: FillTable = {
  ...network('virtualNetworks'),
  guid: (fill) => guid(fill, 'vnet'),
  dns_servers: empty,
  ip_address_pool: each({
    allocated_ip_address_prefixes: (fill) => [`10.${fill.integer('pool', 200)}.0.0/16`],
  }),
  subnet: (fill) => (Array.isArray(fill.planned['subnet']) ? inlineSubnets(fill) : []),
};

/** Inline subnets carry their own id. */
function inlineSubnets(fill: Fill) {
  return blocks(fill.planned, 'subnet').map((subnet) => ({
    ...subnet,
    id: `${text(fill.self, 'id') ?? ''}/subnets/${text(subnet, 'name') ?? ''}`,
  }));
}

const subnet: FillTable = {
  id: resourceId(NETWORK, 'virtualNetworks', 'virtual_network_name', 'subnets', 'name'),
  network_security_group_id: is(''),
  route_table_id: is(''),
  ip_address_pool: each({
    allocated_ip_address_prefixes: (fill) => [
      `10.${fill.integer('pool', 200)}.${fill.integer('pool2', 250)}.0/24`,
    ],
  }),
};

const natAssociation = associationId('nat_gateway_id', 'public_ip_address_id');

const privateEndpointAddress = (fill: Fill) =>
  interfaceAddress(fill, text(fill.self, 'subnet_id'), 'endpoint');
const privateEndpoint: FillTable = {
  ...network('privateEndpoints'),
  network_interface: (fill) => {
    const name =
      text(fill.self, 'custom_network_interface_name') ??
      `${text(fill.self, 'name') ?? ''}.nic.${guid(fill, 'nic')}`;
    return [
      {
        name,
        id: (text(fill.self, 'id') ?? '').replace(/privateEndpoints\/.*$/, `networkInterfaces/${name}`),
      },
    ];
  },
  custom_dns_configs: empty,
  private_dns_zone_configs: (fill) =>
    blocks(fill.self, 'private_dns_zone_group').flatMap((group) =>
      texts(group, 'private_dns_zone_ids').map((zone) => ({
        id: `${text(fill.self, 'id') ?? ''}/privateDnsZoneGroups/${text(group, 'name') ?? ''}/privateDnsZoneConfigs/${zone.split('/').at(-1) ?? ''}`,
        name: zone.split('/').at(-1) ?? '',
        private_dns_zone_id: zone,
        record_sets: [],
      })),
    ),
  ip_configuration: each({ member_name: (_fill, block) => block['subresource_name'] ?? 'default' }),
  private_dns_zone_group: each({
    id: (fill, block) => `${text(fill.self, 'id') ?? ''}/privateDnsZoneGroups/${text(block, 'name') ?? ''}`,
  }),
  private_service_connection: each({ private_ip_address: privateEndpointAddress }),
};

const privateDnsZone: FillTable = {
  ...network('privateDnsZones'),
  number_of_record_sets: is(1),
  max_number_of_record_sets: is(25000),
  max_number_of_virtual_network_links: is(1000),
  max_number_of_virtual_network_links_with_registration: is(100),
  soa_record: each(
    {
      fqdn: (fill) => `${text(fill.self, 'name') ?? ''}.`,
      host_name: is('azureprivatedns.net'),
      serial_number: is(1),
    },
    (fill) => [
      {
        email: 'azureprivatedns-host.microsoft.com',
        expire_time: 2419200,
        fqdn: `${text(fill.self, 'name') ?? ''}.`,
        host_name: 'azureprivatedns.net',
        minimum_ttl: 10,
        refresh_time: 3600,
        retry_time: 300,
        serial_number: 1,
        tags: {},
        ttl: 3600,
      },
    ],
  ),
};

const circuitChild = (type: string, name: string) =>
  resourceId(NETWORK, 'expressRouteCircuits', 'express_route_circuit_name', type, name);

const flowLogTarget = (fill: Fill) => {
  const target = fill.objects
    .list()
    .find((object) => object.attributes['id'] === fill.self['target_resource_id']);
  return text(isObject(target?.attributes) ? target.attributes : undefined, 'location') ?? 'westeurope';
};

/** Fill tables of the virtual network's resources. */
export const azureNetworkTables: Readonly<Record<string, FillTable>> = {
  azurerm_application_security_group: network('applicationSecurityGroups'),
  azurerm_virtual_network: virtualNetwork,
  azurerm_subnet: subnet,
  azurerm_virtual_network_peering: {
    id: resourceId(NETWORK, 'virtualNetworks', 'virtual_network_name', 'virtualNetworkPeerings', 'name'),
  },
  azurerm_public_ip: {
    ...network('publicIPAddresses'),
    ip_address: publicIpValue,
    fqdn: (fill) => {
      const label = text(fill.self, 'domain_name_label');
      return label === undefined ? '' : `${label}.${regionName(fill)}.cloudapp.azure.com`;
    },
  },
  azurerm_public_ip_prefix: {
    ...network('publicIPPrefixes'),
    ip_prefix: (fill) => `20.52.${fill.integer('prefix', 250)}.${fill.integer('prefix2', 16) * 16}/28`,
  },
  azurerm_nat_gateway: { ...network('natGateways'), resource_guid: (fill) => guid(fill, 'nat') },
  azurerm_nat_gateway_public_ip_association: { id: natAssociation },
  azurerm_network_interface: networkInterface,
  azurerm_network_interface_application_security_group_association: {
    id: associationId('network_interface_id', 'application_security_group_id'),
  },
  azurerm_network_interface_security_group_association: {
    id: associationId('network_interface_id', 'network_security_group_id'),
  },
  azurerm_network_security_group: { ...network('networkSecurityGroups'), security_rule: empty },
  azurerm_network_security_rule: {
    id: resourceId(NETWORK, 'networkSecurityGroups', 'network_security_group_name', 'securityRules', 'name'),
  },
  azurerm_network_watcher: network('networkWatchers'),
  azurerm_network_watcher_flow_log: {
    id: resourceId(NETWORK, 'networkWatchers', 'network_watcher_name', 'flowLogs', 'name'),
    location: flowLogTarget,
  },
  azurerm_private_dns_zone: privateDnsZone,
  azurerm_private_dns_zone_virtual_network_link: {
    id: childId('private_dns_zone_id', 'virtualNetworkLinks', 'name'),
    resolution_policy: is('Default'),
  },
  azurerm_private_endpoint: privateEndpoint,
  azurerm_route_table: { ...network('routeTables'), route: empty, subnets: empty },
  azurerm_route: { id: resourceId(NETWORK, 'routeTables', 'route_table_name', 'routes', 'name') },
  // These associations are properties of the subnet, so they have its id.
  azurerm_subnet_nat_gateway_association: { id: same('subnet_id') },
  azurerm_subnet_network_security_group_association: { id: same('subnet_id') },
  azurerm_subnet_route_table_association: { id: same('subnet_id') },
  azurerm_express_route_circuit: {
    ...network('expressRouteCircuits'),
    service_key: (fill) => guid(fill, 'service-key'),
    service_provider_provisioning_state: is('NotProvisioned'),
  },
  azurerm_express_route_circuit_authorization: {
    id: circuitChild('authorizations', 'name'),
    authorization_key: (fill) => guid(fill, 'authorization'),
    authorization_use_status: is('Available'),
  },
  azurerm_express_route_circuit_peering: {
    id: circuitChild('peerings', 'peering_type'),
    azure_asn: is(12076),
    peer_asn: is(0),
    gateway_manager_etag: is(''),
    primary_azure_port: (fill) => `${idSegment(text(fill.self, 'id'), 'expressRouteCircuits') ?? ''}-PRI-A`,
    secondary_azure_port: (fill) => `${idSegment(text(fill.self, 'id'), 'expressRouteCircuits') ?? ''}-SEC-A`,
  },
  azurerm_express_route_gateway: network('expressRouteGateways'),
};
