import {
  AZURE_GATEWAY_ASN,
  azurePublicAddress,
  groupOf,
  presharedKey,
  TRANSIT_GATEWAY_ASN,
  tunnelsOf,
  VPC_RANGE,
} from './simulated-link-addresses.ts';
import { type AwsHalf, directConnectAssociation, interfaceKey, ROUTER_ASN } from './simulated-link-aws.ts';
import {
  networkObjects,
  nodesOf,
  type Place,
  placeOf,
  ROUTE_SERVER,
  routeServer,
  spaceOf,
} from './simulated-link-network.ts';
import type {
  CreatedLink,
  LinkObject,
  LinkPlan,
  PrivateExpectations,
  TunnelExpectations,
} from './simulated-link.ts';

type AzureCreated = Omit<CreatedLink, 'number' | 'podRouting' | keyof AwsHalf['created']>;

interface AzureHalf {
  readonly objects: readonly LinkObject[];
  readonly created: AzureCreated;
}

/** Virtual network with nodes, and the link's end in Azure. */
export function azureLinkObjects(plan: LinkPlan, aws: AwsHalf): AzureHalf {
  const { number: link, kind, podRouting } = plan;
  const place = placeOf(link);
  const vpnName = `hybrid-${link}-vpn`;
  const privateName = `hybrid-${link}-express-route`;
  const gatewayName = kind === 'private' ? privateName : vpnName;
  const secrets = [
    ...(kind === 'vpn' ? [] : privateKeys(link)),
    ...(kind === 'private' ? [] : tunnelsOf(link).map((tunnel) => presharedKey(link, tunnel))),
  ];
  return {
    objects: [
      ...networkObjects(plan, place),
      ...(podRouting === 'bgp' ? routeServer(plan, place) : []),
      ...(kind === 'private' ? [] : vpnEnd(place, vpnName)),
      ...(kind === 'vpn' ? [] : expressRouteEnd(place, privateName)),
    ],
    created: {
      group: groupOf(link),
      gatewayName,
      gatewayId: place.id(`virtualNetworkGateways/${gatewayName}`),
      routeServerName: podRouting === 'bgp' ? ROUTE_SERVER : null,
      circuitId: kind === 'vpn' ? null : place.id(`expressRouteCircuits/${CIRCUIT}`),
      interfaceIds: nodesOf(plan).map((node) => place.id(`networkInterfaces/node-${node}`)),
      expectations: kind === 'private' ? null : expectationsOf(plan, place, aws, vpnName),
      privateExpectations: kind === 'vpn' ? null : privateExpectationsOf(plan, place, aws, privateName),
      secrets,
    },
  };
}

const CIRCUIT = 'hybrid-circuit';

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

/** Keys of a private link, in the order in which tests find them: of BGP first. */
function privateKeys(link: number): readonly string[] {
  const last = String(link).padStart(4, '0');
  return [
    interfaceKey(link),
    `peering.key.of.link${link}`,
    `33333333-0000-4000-8000-00000000${last}`,
    `11111111-0000-4000-8000-00000000${last}`,
    `22222222-0000-4000-8000-00000000${last}`,
  ];
}

function expressRouteEnd({ link, id, make }: Place, gatewayName: string): readonly LinkObject[] {
  const [, peeringKey = '', serviceKey = '', authorizationKey = '', otherKey = ''] = privateKeys(link);
  return [
    make('azurerm_express_route_circuit', `expressRouteCircuits/${CIRCUIT}`, {
      service_provider_name: 'Equinix',
      peering_location: 'Frankfurt',
      bandwidth_in_mbps: 1000,
      service_key: serviceKey,
      authorization_keys: [authorizationKey, otherKey],
      service_provider_provisioning_state: 'Provisioned',
      sku: [{ tier: 'Standard', family: 'MeteredData' }],
    }),
    make(
      'azurerm_express_route_circuit_peering',
      `expressRouteCircuits/${CIRCUIT}/peerings/AzurePrivatePeering`,
      {
        peering_type: 'AzurePrivatePeering',
        peer_asn: ROUTER_ASN + link,
        shared_key: peeringKey,
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
      authorization_key: authorizationKey,
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

function privateExpectationsOf(
  plan: LinkPlan,
  { link, id }: Place,
  { created, cloudTable, linkTable }: AwsHalf,
  gatewayName: string,
): PrivateExpectations {
  const association = directConnectAssociation(link);
  return {
    aws: {
      transit_gateway_id: created.transitGatewayId,
      cloud_route_table_id: cloudTable,
      link_route_table_id: linkTable,
      asn: TRANSIT_GATEWAY_ASN,
      attachment_id: `tgw-attach-0${association.slice(0, 16)}`,
      direct_connect_gateway_id: created.directConnectGatewayId ?? '',
      association_id: association,
      learns: spaceOf(plan),
    },
    azure: {
      resource_group_name: groupOf(link),
      gateway_name: gatewayName,
      gateway_id: id(`virtualNetworkGateways/${gatewayName}`),
      connection_name: gatewayName,
      circuit_id: id(`expressRouteCircuits/${CIRCUIT}`),
      learns: [VPC_RANGE, ...plan.vpcRanges],
    },
  };
}
