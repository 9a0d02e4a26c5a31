import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import { BGP_SPEAKER } from '#simulator/world/link/speakers.js';
import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';
import {
  AZURE_GATEWAY_ASN,
  azurePublicAddress,
  CILIUM_ASN,
  groupOf,
  NODE_RANGE,
  nodeAddress,
  POD_RANGE,
  podSlice,
  presharedKey,
  TRANSIT_GATEWAY_ASN,
  tunnelsOf,
  VNET_RANGE,
  VPC_RANGE,
} from './simulated-link-addresses.ts';
import { type AwsHalf, interfaceKey } from './simulated-link-aws.ts';
import type { CreatedLink, LinkObject, LinkPlan, TunnelExpectations } from './simulated-link.ts';

const { subscriptionId } = SIMULATED_ACCOUNTS;

type AzureCreated = Omit<CreatedLink, 'number' | keyof AwsHalf['created']>;

interface AzureHalf {
  readonly objects: readonly LinkObject[];
  readonly created: AzureCreated;
}

/** Where the resources of a link lie. */
interface Place {
  readonly link: number;
  readonly id: (path: string) => string;
  readonly make: (type: string, path: string, attributes: ObjectValue) => LinkObject;
}

function placeOf(link: number): Place {
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

/** Virtual network with nodes, and the link's end in Azure. */
export function azureLinkObjects(plan: LinkPlan, aws: AwsHalf): AzureHalf {
  const { number: link, kind, podRouting } = plan;
  const place = placeOf(link);
  const gatewayName = kind === 'vpn' ? `hybrid-${link}-vpn` : `hybrid-${link}-express-route`;
  const secrets =
    kind === 'vpn' ? tunnelsOf(link).map((tunnel) => presharedKey(link, tunnel)) : [interfaceKey(link)];
  return {
    objects: [
      ...networkObjects(plan, place),
      ...(podRouting === 'bgp' ? routeServer(plan, place) : []),
      ...(kind === 'vpn' ? vpnEnd(place, gatewayName) : expressRouteEnd(place, gatewayName)),
    ],
    created: {
      group: groupOf(link),
      gatewayName,
      gatewayId: place.id(`virtualNetworkGateways/${gatewayName}`),
      routeServerName: podRouting === 'bgp' ? ROUTE_SERVER : null,
      circuitId: kind === 'vpn' ? null : place.id(`expressRouteCircuits/${CIRCUIT}`),
      interfaceIds: nodesOf(plan).map((node) => place.id(`networkInterfaces/node-${node}`)),
      expectations: kind === 'vpn' ? expectationsOf(plan, place, aws, gatewayName) : null,
      secrets,
    },
  };
}

const ROUTE_SERVER = 'hybrid-route-server';
const CIRCUIT = 'hybrid-circuit';
const nodesOf = ({ nodes }: LinkPlan): readonly number[] => Array.from({ length: nodes }, (_, node) => node);

function spaceOf({ podRouting, vnetRanges }: LinkPlan): readonly string[] {
  return [VNET_RANGE, ...vnetRanges, ...(podRouting === 'udr' ? [POD_RANGE] : [])];
}

function networkObjects(plan: LinkPlan, { id, make }: Place): readonly LinkObject[] {
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

function routeServer(plan: LinkPlan, { link, id, make }: Place): readonly LinkObject[] {
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

function vpnEnd({ link, id, make }: Place, gatewayName: string): readonly LinkObject[] {
  const tunnels = tunnelsOf(link);
  const inside = (instance: number): readonly string[] =>
    tunnels.filter((tunnel) => tunnel.instance === instance).map((tunnel) => tunnel.azureInside);
  const instances = [0, 1];
  return [
    ...instances.map((instance) =>
      make('azurerm_public_ip', `publicIPAddresses/hybrid-vpn-instance${instance}`, {
        ip_address: azurePublicAddress(link, instance),
        allocation_method: 'Static',
        sku: 'Standard',
      }),
    ),
    make('azurerm_virtual_network_gateway', `virtualNetworkGateways/${gatewayName}`, {
      type: 'Vpn',
      vpn_type: 'RouteBased',
      sku: 'VpnGw2AZ',
      generation: 'Generation2',
      active_active: true,
      bgp_enabled: true,
      ip_configuration: instances.map((instance) => ({
        name: `instance${instance}`,
        subnet_id: id('virtualNetworks/hybrid/subnets/GatewaySubnet'),
        public_ip_address_id: id(`publicIPAddresses/hybrid-vpn-instance${instance}`),
        private_ip_address_allocation: 'Dynamic',
      })),
      bgp_settings: [
        {
          asn: AZURE_GATEWAY_ASN,
          peer_weight: 0,
          peering_addresses: instances.map((instance) => ({
            ip_configuration_name: `instance${instance}`,
            apipa_addresses: inside(instance),
            default_addresses: [`10.80.255.${196 + instance}`],
            tunnel_ip_addresses: [azurePublicAddress(link, instance)],
          })),
        },
      ],
    }),
    ...tunnels.flatMap((tunnel) => connection({ link, id, make }, gatewayName, tunnel)),
  ];
}

const POLICY = {
  ike_encryption: 'GCMAES256',
  ike_integrity: 'SHA384',
  dh_group: 'ECP384',
  ipsec_encryption: 'GCMAES256',
  ipsec_integrity: 'GCMAES256',
  pfs_group: 'ECP384',
  sa_lifetime: 3600,
  sa_datasize: 102400000,
};

function connection(
  { link, id, make }: Place,
  gatewayName: string,
  tunnel: ReturnType<typeof tunnelsOf>[number],
): readonly LinkObject[] {
  const name = connectionName(link, tunnel.name);
  return [
    make('azurerm_local_network_gateway', `localNetworkGateways/${name}`, {
      gateway_address: tunnel.awsOutside,
      address_space: [],
      bgp_settings: [{ asn: TRANSIT_GATEWAY_ASN, bgp_peering_address: tunnel.awsInside, peer_weight: 0 }],
    }),
    make('azurerm_virtual_network_gateway_connection', `connections/${name}`, {
      type: 'IPsec',
      connection_protocol: 'IKEv2',
      connection_mode: 'Default',
      virtual_network_gateway_id: id(`virtualNetworkGateways/${gatewayName}`),
      local_network_gateway_id: id(`localNetworkGateways/${name}`),
      shared_key: presharedKey(link, tunnel),
      dpd_timeout_seconds: 30,
      bgp_enabled: true,
      custom_bgp_addresses: [
        {
          primary: tunnel.instance === 0 ? tunnel.azureInside : '169.254.21.2',
          secondary: tunnel.instance === 1 ? tunnel.azureInside : '169.254.21.6',
        },
      ],
      ipsec_policy: [POLICY],
    }),
  ];
}

const connectionName = (link: number, tunnel: string): string => `hybrid-${link}-aws-${tunnel}`;

function expressRouteEnd({ id, make }: Place, gatewayName: string): readonly LinkObject[] {
  return [
    make('azurerm_express_route_circuit', `expressRouteCircuits/${CIRCUIT}`, {
      service_provider_name: 'Equinix',
      peering_location: 'Frankfurt',
      bandwidth_in_mbps: 1000,
      service_key: '00000000-0000-4000-8000-00000000feed',
      service_provider_provisioning_state: 'Provisioned',
      sku: [{ tier: 'Standard', family: 'MeteredData' }],
    }),
    make(
      'azurerm_express_route_circuit_peering',
      `expressRouteCircuits/${CIRCUIT}/peerings/AzurePrivatePeering`,
      {
        peering_type: 'AzurePrivatePeering',
        peer_asn: 65000,
        azure_asn: 12076,
        primary_peer_address_prefix: '169.254.110.0/30',
        secondary_peer_address_prefix: '169.254.110.4/30',
        vlan_id: 100,
      },
    ),
    make('azurerm_virtual_network_gateway', `virtualNetworkGateways/${gatewayName}`, {
      type: 'ExpressRoute',
      sku: 'ErGw1AZ',
      ip_configuration: [{ name: 'default', subnet_id: id('virtualNetworks/hybrid/subnets/GatewaySubnet') }],
      bgp_settings: [],
    }),
    make('azurerm_virtual_network_gateway_connection', `connections/${gatewayName}`, {
      type: 'ExpressRoute',
      virtual_network_gateway_id: id(`virtualNetworkGateways/${gatewayName}`),
      express_route_circuit_id: id(`expressRouteCircuits/${CIRCUIT}`),
      routing_weight: 0,
    }),
  ];
}

function expectationsOf(
  plan: LinkPlan,
  { link, id }: Place,
  aws: AwsHalf,
  gatewayName: string,
): TunnelExpectations {
  const { created, cloudTable, linkTable } = aws;
  const awsLearns = spaceOf(plan);
  const azureLearns = [VPC_RANGE, ...plan.vpcRanges];
  return {
    aws: {
      transit_gateway_id: created.transitGatewayId,
      cloud_route_table_id: cloudTable,
      link_route_table_id: linkTable,
      asn: TRANSIT_GATEWAY_ASN,
      learns: awsLearns,
    },
    azure: {
      resource_group_name: groupOf(link),
      gateway_name: gatewayName,
      gateway_id: id(`virtualNetworkGateways/${gatewayName}`),
      asn: AZURE_GATEWAY_ASN,
      learns: azureLearns,
    },
    tunnels: Object.fromEntries(
      tunnelsOf(link).map((tunnel) => [
        tunnel.name,
        {
          inside_cidr: tunnel.insideCidr,
          aws_vpn_connection_id: created.vpnConnectionIds[tunnel.instance] ?? '',
          aws_outside_address: tunnel.awsOutside,
          aws_inside_address: tunnel.awsInside,
          aws_asn: TRANSIT_GATEWAY_ASN,
          azure_instance: tunnel.instance,
          azure_public_ip: azurePublicAddress(link, tunnel.instance),
          azure_inside_address: tunnel.azureInside,
          azure_asn: AZURE_GATEWAY_ASN,
          azure_connection_name: connectionName(link, tunnel.name),
          aws_learns: awsLearns,
          azure_learns: azureLearns,
        },
      ]),
    ),
  };
}
