import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import { BGP_SPEAKER } from '#simulator/world/link/speakers.js';
import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';
import {
  CILIUM_ASN,
  groupOf,
  NODE_RANGE,
  nodeAddress,
  POD_RANGE,
  podSlice,
  VNET_RANGE,
  VPC_RANGE,
} from './simulated-link-addresses.ts';
import type { LinkObject, LinkPlan } from './simulated-link.ts';

const { subscriptionId } = SIMULATED_ACCOUNTS;

/** Name of the Route Server of a link that has one. */
export const ROUTE_SERVER = 'hybrid-route-server';

/** Where the resources of a link lie. */
export interface Place {
  readonly link: number;
  readonly id: (path: string) => string;
  readonly make: (type: string, path: string, attributes: ObjectValue) => LinkObject;
}

/** The place of a link, by its number. */
export function placeOf(link: number): Place {
  const group = groupOf(link);
  const id = (path: string): string =>
    `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/${path}`;
  const make = (type: string, path: string, attributes: ObjectValue): LinkObject => ({
    type,
    attributes: {
      id: id(path),
      name: path.split('/').at(-1) ?? '',
      ...(path.split('/').length === 2 && { location: 'germanywestcentral' }),
      resource_group_name: group,
      ...attributes,
    },
  });
  return { link, id, make };
}

/** Numbers of the nodes of a link. */
export const nodesOf = ({ nodes }: LinkPlan): readonly number[] =>
  Array.from({ length: nodes }, (_, node) => node);

/** The ranges of the virtual network. */
export function spaceOf({ podRouting, vnetRanges }: LinkPlan): readonly string[] {
  return [VNET_RANGE, ...vnetRanges, ...(podRouting === 'udr' ? [POD_RANGE] : [])];
}

/** The virtual network with its subnets, security group, interfaces of nodes and routes of pods. */
export function networkObjects(plan: LinkPlan, { id, make }: Place): readonly LinkObject[] {
  const subnets = {
    GatewaySubnet: '10.80.255.192/27',
    RouteServerSubnet: '10.80.255.224/27',
    nodes: NODE_RANGE,
  };
  const nodeSubnet = id('virtualNetworks/hybrid/subnets/nodes');
  const udr = plan.podRouting === 'udr';
  return [
    make('azurerm_virtual_network', 'virtualNetworks/hybrid', { address_space: spaceOf(plan) }),
    ...Object.entries(subnets).map(([name, cidr]) =>
      make('azurerm_subnet', `virtualNetworks/hybrid/subnets/${name}`, { address_prefixes: [cidr] }),
    ),
    ...securityOf(plan, { id, make }, nodeSubnet),
    ...nodesOf(plan).map((node) =>
      make('azurerm_network_interface', `networkInterfaces/node-${node}`, {
        ip_forwarding_enabled: plan.podRouting !== 'masquerade',
        private_ip_address: nodeAddress(node),
        virtual_machine_id: id(`virtualMachines/node-${node}`).replace(
          'Microsoft.Network',
          'Microsoft.Compute',
        ),
        ip_configuration: [
          { name: 'internal', subnet_id: nodeSubnet, private_ip_address: nodeAddress(node), primary: true },
        ],
      }),
    ),
    ...(udr ? podRoutes(plan, { id, make }, nodeSubnet) : []),
  ];
}

function podRoutes(
  plan: LinkPlan,
  { id, make }: Pick<Place, 'id' | 'make'>,
  nodeSubnet: string,
): readonly LinkObject[] {
  return [
    ['nodes', nodeSubnet],
    ['gateway', id('virtualNetworks/hybrid/subnets/GatewaySubnet')],
  ].flatMap(([name = '', subnet = '']) => [
    make('azurerm_route_table', `routeTables/pods-${name}`, {
      route: [],
      bgp_route_propagation_enabled: true,
    }),
    ...nodesOf(plan).map((node) =>
      make('azurerm_route', `routeTables/pods-${name}/routes/node-${node}`, {
        address_prefix: podSlice(node),
        next_hop_type: 'VirtualAppliance',
        next_hop_in_ip_address: nodeAddress(node),
      }),
    ),
    {
      type: 'azurerm_subnet_route_table_association',
      attributes: { id: subnet, subnet_id: subnet, route_table_id: id(`routeTables/pods-${name}`) },
    },
  ]);
}

function securityOf(
  plan: LinkPlan,
  { id, make }: Pick<Place, 'id' | 'make'>,
  nodeSubnet: string,
): readonly LinkObject[] {
  const rule = (name: string, priority: number, attributes: ObjectValue): LinkObject =>
    make('azurerm_network_security_rule', `networkSecurityGroups/nodes/securityRules/${name}`, {
      priority,
      direction: 'Inbound',
      protocol: '*',
      source_port_range: '*',
      destination_port_range: '*',
      destination_address_prefix: '*',
      ...attributes,
    });
  return [
    make('azurerm_network_security_group', 'networkSecurityGroups/nodes', { security_rule: [] }),
    rule('from-vpc', 200, { access: 'Allow', source_address_prefixes: [VPC_RANGE, ...plan.vpcRanges] }),
    rule('deny-all', 4000, { access: 'Deny', source_address_prefix: '*' }),
    {
      type: 'azurerm_subnet_network_security_group_association',
      attributes: {
        id: nodeSubnet,
        subnet_id: nodeSubnet,
        network_security_group_id: id('networkSecurityGroups/nodes'),
      },
    },
  ];
}

/** A Route Server, its peers, and what each node announces. */
export function routeServer(plan: LinkPlan, { link, id, make }: Place): readonly LinkObject[] {
  return [
    make('azurerm_route_server', `virtualHubs/${ROUTE_SERVER}`, {
      virtual_router_asn: 65515,
      virtual_router_ips: ['10.80.255.228', '10.80.255.229'],
      subnet_id: id('virtualNetworks/hybrid/subnets/RouteServerSubnet'),
      branch_to_branch_traffic_enabled: true,
      routing_state: 'Provisioned',
      sku: 'Standard',
    }),
    ...nodesOf(plan).flatMap((node) => [
      make('azurerm_route_server_bgp_connection', `virtualHubs/${ROUTE_SERVER}/bgpConnections/node-${node}`, {
        route_server_id: id(`virtualHubs/${ROUTE_SERVER}`),
        peer_asn: CILIUM_ASN,
        peer_ip: nodeAddress(node),
      }),
      {
        type: BGP_SPEAKER,
        attributes: {
          id: `speaker-${link}-${node}`,
          route_server_id: id(`virtualHubs/${ROUTE_SERVER}`),
          address: nodeAddress(node),
          asn: CILIUM_ASN,
          prefixes: [podSlice(node)],
        },
      },
    ]),
  ];
}
