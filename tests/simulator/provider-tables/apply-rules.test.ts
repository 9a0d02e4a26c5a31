import { describe, expect, test } from '@jest/globals';
import type { ObjectValue, WorldObject } from '#simulator/terraform-provider/engine/types.js';
import { applyRules } from '#simulator/terraform-provider/tables/index.js';
import { context, object } from './schemas.ts';

const SUBSCRIPTION = '/subscriptions/00000000-0000-4000-8000-000000000001';
const NETWORK = `${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network`;
const id = (type: string, name: string) => `${NETWORK}/${type}/${name}`;
const inGroup = { resource_group_name: 'rg', location: 'westeurope' };

/** What both clouds hold before each case. */
const WORLD: readonly WorldObject[] = [
  object('aws_vpc', {
    id: 'vpc-1',
    cidr_block: '10.0.0.0/16',
    default_route_table_id: 'rtb-default',
    default_security_group_id: 'sg-default',
  }),
  object('aws_vpc', { id: 'vpc-2', cidr_block: '10.1.0.0/16' }),
  object('aws_vpc_ipv4_cidr_block_association', {
    id: 'assoc-1',
    vpc_id: 'vpc-1',
    cidr_block: '100.64.0.0/16',
  }),
  object('aws_subnet', {
    id: 'subnet-a',
    vpc_id: 'vpc-1',
    cidr_block: '10.0.0.0/24',
    availability_zone: 'eu-central-1a',
  }),
  object('aws_subnet', {
    id: 'subnet-b',
    vpc_id: 'vpc-1',
    cidr_block: '10.0.1.0/24',
    availability_zone: 'eu-central-1b',
  }),
  object('aws_subnet', {
    id: 'subnet-a2',
    vpc_id: 'vpc-1',
    cidr_block: '10.0.2.0/24',
    availability_zone: 'eu-central-1a',
  }),
  object('aws_route_table', { id: 'rtb-1', vpc_id: 'vpc-1', route: [{ cidr_block: '0.0.0.0/0' }] }),
  object('aws_route_table', { id: 'rtb-2', vpc_id: 'vpc-2', route: [] }),
  object('aws_route', { id: 'r-1', route_table_id: 'rtb-1', destination_cidr_block: '10.80.0.0/16' }),
  object('aws_route_table_association', { id: 'rtbassoc-1', route_table_id: 'rtb-1', subnet_id: 'subnet-a' }),
  object('aws_internet_gateway', { id: 'igw-1', vpc_id: 'vpc-1' }),
  object('aws_eip', { id: 'eipalloc-1' }),
  object('aws_security_group', { id: 'sg-1', name: 'nodes', vpc_id: 'vpc-1' }),
  object('aws_vpc_security_group_ingress_rule', {
    id: 'sgr-1',
    security_group_id: 'sg-1',
    ip_protocol: 'tcp',
    from_port: 443,
    to_port: 443,
    cidr_ipv4: '10.80.0.0/16',
  }),
  object('aws_customer_gateway', { id: 'cgw-1', bgp_asn: '65515' }),
  object('aws_customer_gateway', { id: 'cgw-same', bgp_asn: '64512' }),
  object('aws_ec2_transit_gateway', {
    id: 'tgw-1',
    amazon_side_asn: 64512,
    association_default_route_table_id: 'tgw-rtb-1',
    default_route_table_association: 'disable',
  }),
  object('aws_ec2_transit_gateway', {
    id: 'tgw-2',
    amazon_side_asn: 64513,
    association_default_route_table_id: 'tgw-rtb-2',
    default_route_table_association: 'enable',
  }),
  object('aws_ec2_transit_gateway_vpc_attachment', {
    id: 'tgw-attach-1',
    transit_gateway_id: 'tgw-1',
    vpc_id: 'vpc-1',
  }),
  object('aws_vpn_connection', {
    id: 'vpn-1',
    transit_gateway_id: 'tgw-1',
    transit_gateway_attachment_id: 'tgw-attach-vpn',
    tunnel1_inside_cidr: '169.254.21.0/30',
    tunnel2_inside_cidr: '169.254.22.0/30',
  }),
  object('aws_vpn_connection', {
    id: 'vpn-2',
    transit_gateway_id: 'tgw-2',
    transit_gateway_attachment_id: 'tgw-attach-vpn2',
  }),
  object('aws_ec2_transit_gateway_route', {
    id: 'x',
    transit_gateway_route_table_id: 'tgw-rtb-1',
    destination_cidr_block: '10.80.0.0/16',
  }),
  object('aws_dx_gateway', { id: 'dx-1', amazon_side_asn: '64550' }),
  object('aws_dx_gateway', { id: 'dx-same', amazon_side_asn: '64512' }),
  object('aws_dx_gateway_association', {
    id: 'ga-2',
    dx_gateway_id: 'dx-1',
    associated_gateway_id: 'tgw-2',
    dx_gateway_association_id: '0123456789abcdef0123456789abcdef',
  }),
  object('aws_eks_cluster', {
    id: 'hybrid',
    name: 'hybrid',
    access_config: [{ authentication_mode: 'API' }],
  }),
  object('aws_eks_cluster', {
    id: 'old',
    name: 'old',
    access_config: [{ authentication_mode: 'CONFIG_MAP' }],
  }),
  object('aws_iam_role', { id: 'node', name: 'node' }),
  object('azurerm_resource_group', { id: `${SUBSCRIPTION}/resourceGroups/rg`, name: 'rg' }),
  object('azurerm_virtual_network', {
    id: id('virtualNetworks', 'hub'),
    name: 'hub',
    resource_group_name: 'rg',
    address_space: ['10.80.0.0/16'],
  }),
  object('azurerm_subnet', {
    id: `${id('virtualNetworks', 'hub')}/subnets/GatewaySubnet`,
    name: 'GatewaySubnet',
    resource_group_name: 'rg',
    virtual_network_name: 'hub',
    address_prefixes: ['10.80.255.0/27'],
  }),
  object('azurerm_subnet', {
    id: `${id('virtualNetworks', 'hub')}/subnets/RouteServerSubnet`,
    name: 'RouteServerSubnet',
    resource_group_name: 'rg',
    virtual_network_name: 'hub',
    address_prefixes: ['10.80.254.0/27'],
  }),
  object('azurerm_subnet', {
    id: `${id('virtualNetworks', 'hub')}/subnets/vault-clients`,
    name: 'vault-clients',
    resource_group_name: 'rg',
    virtual_network_name: 'hub',
    address_prefixes: ['10.80.128.0/20'],
    service_endpoint: [{ service: 'Microsoft.KeyVault', network_identifier: null }],
  }),
  ...['gw-0', 'gw-1'].map((name) =>
    object('azurerm_public_ip', {
      id: id('publicIPAddresses', name),
      name,
      zones: ['1', '2', '3'],
      ip_address: '20.52.0.1',
    }),
  ),
  object('azurerm_public_ip', { id: id('publicIPAddresses', 'unzoned'), name: 'unzoned', zones: null }),
  object('azurerm_network_security_group', {
    id: id('networkSecurityGroups', 'nsg'),
    name: 'nsg',
    resource_group_name: 'rg',
  }),
  object('azurerm_network_security_rule', {
    id: id('networkSecurityGroups', 'nsg/securityRules/one'),
    name: 'one',
    resource_group_name: 'rg',
    network_security_group_name: 'nsg',
    priority: 100,
    direction: 'Inbound',
  }),
  object('azurerm_virtual_network_gateway', {
    id: id('virtualNetworkGateways', 'gw'),
    name: 'gw',
    type: 'Vpn',
    active_active: true,
    ip_configuration: [],
    bgp_settings: [
      {
        peering_addresses: [
          { apipa_addresses: ['169.254.21.2', '169.254.22.2'] },
          { apipa_addresses: ['169.254.21.6', '169.254.22.6'] },
        ],
      },
    ],
  }),
  object('azurerm_virtual_network_gateway', {
    id: id('virtualNetworkGateways', 'single'),
    name: 'single',
    type: 'Vpn',
    active_active: false,
    ip_configuration: [],
    bgp_settings: [],
  }),
  object('azurerm_local_network_gateway', { id: id('localNetworkGateways', 'aws'), name: 'aws' }),
  object('azurerm_route_server', { id: id('virtualHubs', 'rs'), name: 'rs' }),
];

const tunnels = {
  tunnel1_inside_cidr: '169.254.21.4/30',
  tunnel2_inside_cidr: '169.254.22.4/30',
  tunnel1_phase1_dh_group_numbers: [14, 20],
};
const eks = {
  name: 'new',
  vpc_config: [{ subnet_ids: ['subnet-a', 'subnet-b'] }],
  kubernetes_network_config: [{ service_ipv4_cidr: '172.20.0.0/16' }],
  remote_network_config: [
    {
      remote_node_networks: [{ cidrs: ['10.80.0.0/16'] }],
      remote_pod_networks: [{ cidrs: ['10.85.0.0/16'] }],
    },
  ],
};
const configuration = (name: string, address: string) => ({
  name,
  subnet_id: `${id('virtualNetworks', 'hub')}/subnets/GatewaySubnet`,
  public_ip_address_id: id('publicIPAddresses', address),
});
const gateway = {
  ...inGroup,
  name: 'new',
  type: 'Vpn',
  vpn_type: 'RouteBased',
  sku: 'VpnGw2AZ',
  generation: 'Generation2',
  active_active: true,
  bgp_enabled: true,
  ip_configuration: [configuration('a', 'gw-0'), configuration('b', 'gw-1')],
  bgp_settings: [
    {
      asn: 65515,
      peering_addresses: [
        { ip_configuration_name: 'a', apipa_addresses: ['169.254.21.2', '169.254.22.2'] },
        { ip_configuration_name: 'b', apipa_addresses: ['169.254.21.6', '169.254.22.6'] },
      ],
    },
  ],
};
const peerings = (...list: ObjectValue[]): ObjectValue => ({
  bgp_settings: [{ asn: 65515, peering_addresses: list }],
});
const connection = {
  ...inGroup,
  name: 'c',
  type: 'IPsec',
  virtual_network_gateway_id: id('virtualNetworkGateways', 'gw'),
  local_network_gateway_id: id('localNetworkGateways', 'aws'),
  custom_bgp_addresses: [{ primary: '169.254.21.2', secondary: '169.254.21.6' }],
};

/** A planned object of each type that the clouds accept in that world. */
const GOOD: Readonly<Record<string, ObjectValue>> = {
  aws_subnet: { vpc_id: 'vpc-1', cidr_block: '10.0.3.0/24', availability_zone: 'eu-central-1c' },
  aws_vpc_ipv4_cidr_block_association: { vpc_id: 'vpc-1', cidr_block: '100.65.0.0/16' },
  aws_route: { route_table_id: 'rtb-1', destination_cidr_block: '10.85.0.0/16', transit_gateway_id: 'tgw-1' },
  aws_route_table: { vpc_id: 'vpc-1' },
  aws_route_table_association: { route_table_id: 'rtb-default', subnet_id: 'subnet-b' },
  aws_nat_gateway: { subnet_id: 'subnet-a', allocation_id: 'eipalloc-1' },
  aws_internet_gateway: { vpc_id: 'vpc-2' },
  aws_security_group: { name: 'nodes', vpc_id: 'vpc-2' },
  aws_security_group_rule: { security_group_id: 'sg-default' },
  aws_vpc_security_group_ingress_rule: {
    security_group_id: 'sg-1',
    ip_protocol: 'tcp',
    from_port: 10250,
    to_port: 10250,
    cidr_ipv4: '10.80.0.0/16',
  },
  aws_vpn_connection: { customer_gateway_id: 'cgw-1', transit_gateway_id: 'tgw-1', ...tunnels },
  aws_ec2_transit_gateway_vpc_attachment: {
    transit_gateway_id: 'tgw-2',
    vpc_id: 'vpc-1',
    subnet_ids: ['subnet-a', 'subnet-b'],
  },
  aws_ec2_transit_gateway_route: {
    transit_gateway_route_table_id: 'tgw-rtb-1',
    destination_cidr_block: '10.85.0.0/16',
    transit_gateway_attachment_id: 'tgw-attach-vpn',
  },
  aws_ec2_transit_gateway_route_table_association: {
    transit_gateway_route_table_id: 'tgw-rtb-1',
    transit_gateway_attachment_id: 'tgw-attach-vpn',
  },
  aws_ec2_transit_gateway_route_table_propagation: {
    transit_gateway_route_table_id: 'tgw-rtb-1',
    transit_gateway_attachment_id: 'tgw-attach-1',
  },
  aws_dx_gateway_association: {
    dx_gateway_id: 'dx-1',
    associated_gateway_id: 'tgw-1',
    allowed_prefixes: ['10.0.0.0/16'],
  },
  aws_eks_cluster: eks,
  aws_eks_access_entry: { cluster_name: 'hybrid' },
  aws_eks_addon: { cluster_name: 'hybrid', addon_name: 'coredns' },
  aws_iam_role_policy_attachment: { role: 'node' },
  azurerm_virtual_network: { ...inGroup, name: 'spoke', address_space: ['10.90.0.0/16', '10.91.0.0/16'] },
  azurerm_subnet: {
    ...inGroup,
    name: 'nodes',
    virtual_network_name: 'hub',
    address_prefixes: ['10.80.0.0/24'],
  },
  azurerm_public_ip: { ...inGroup, name: 'p', allocation_method: 'Static', sku: 'Standard' },
  azurerm_network_security_rule: {
    ...inGroup,
    name: 'two',
    network_security_group_name: 'nsg',
    priority: 101,
    direction: 'Inbound',
  },
  azurerm_route: {
    ...inGroup,
    name: 'pods',
    route_table_name: 'rt',
    next_hop_type: 'VirtualAppliance',
    next_hop_in_ip_address: '10.80.0.4',
  },
  azurerm_network_interface: {
    ...inGroup,
    name: 'nic',
    ip_configuration: [
      {
        subnet_id: `${id('virtualNetworks', 'hub')}/subnets/RouteServerSubnet`,
        private_ip_address_allocation: 'Static',
        private_ip_address: '10.80.254.10',
      },
    ],
  },
  azurerm_virtual_network_gateway: gateway,
  azurerm_virtual_network_gateway_connection: connection,
  azurerm_local_network_gateway: { ...inGroup, name: 'l', gateway_address: '3.64.0.1' },
  azurerm_route_server: {
    ...inGroup,
    name: 'r',
    subnet_id: `${id('virtualNetworks', 'hub')}/subnets/RouteServerSubnet`,
    public_ip_address_id: id('publicIPAddresses', 'gw-0'),
  },
  azurerm_route_server_bgp_connection: {
    name: 'node',
    route_server_id: id('virtualHubs', 'rs'),
    peer_asn: 65010,
  },
  azurerm_role_assignment: { role_definition_name: 'key vault secrets user' },
  azurerm_key_vault: {
    ...inGroup,
    name: 'kv',
    network_acls: [{ virtual_network_subnet_ids: [`${id('virtualNetworks', 'hub')}/subnets/vault-clients`] }],
  },
  azurerm_linux_virtual_machine: {
    ...inGroup,
    name: 'n',
    network_interface_ids: [],
    admin_ssh_key: [{ username: 'x' }],
    disable_password_authentication: true,
  },
};

/** Type, the change to its good plan, a part of the refusal. */
const BAD: readonly (readonly [type: string, change: ObjectValue, text: string])[] = [
  [
    'aws_subnet',
    { cidr_block: '10.9.0.0/24' },
    'CreateSubnet, https response error StatusCode: 400, RequestID: ',
  ],
  [
    'aws_subnet',
    { cidr_block: '10.9.0.0/24' },
    "api error InvalidSubnet.Range: The CIDR '10.9.0.0/24' is invalid.",
  ],
  ['aws_subnet', { cidr_block: '10.0.3.0/30' }, 'InvalidSubnet.Range'],
  [
    'aws_subnet',
    { cidr_block: '10.0.0.128/25' },
    "InvalidSubnet.Conflict: The CIDR '10.0.0.128/25' conflicts with another subnet",
  ],
  ['aws_subnet', { vpc_id: 'vpc-9' }, "InvalidVpcID.NotFound: The vpc ID 'vpc-9' does not exist"],
  [
    'aws_subnet',
    { availability_zone: 'mars-1a' },
    'Value (mars-1a) for parameter availabilityZone is invalid.',
  ],
  ['aws_vpc_ipv4_cidr_block_association', { cidr_block: '10.0.0.0/20' }, 'CidrConflict'],
  [
    'aws_route',
    { destination_cidr_block: '10.80.0.0/16' },
    'RouteAlreadyExists: The route identified by 10.80.0.0/16 already exists.',
  ],
  ['aws_route', { destination_cidr_block: '0.0.0.0/0' }, 'RouteAlreadyExists'],
  [
    'aws_route',
    { route_table_id: 'rtb-9' },
    "InvalidRouteTableID.NotFound: The routeTable ID 'rtb-9' does not exist",
  ],
  [
    'aws_route',
    { route_table_id: 'rtb-2' },
    'InvalidTransitGatewayID.NotFound: Transit Gateway tgw-1 was deleted or does not exist.',
  ],
  ['aws_route', { transit_gateway_id: null, nat_gateway_id: 'nat-9' }, 'InvalidNatGatewayID.NotFound'],
  ['aws_route', { transit_gateway_id: null, gateway_id: 'igw-9' }, 'InvalidGatewayID.NotFound'],
  ['aws_route_table', { vpc_id: 'vpc-9' }, 'InvalidVpcID.NotFound'],
  ['aws_route_table_association', { subnet_id: 'subnet-a' }, 'Resource.AlreadyAssociated'],
  ['aws_nat_gateway', { allocation_id: 'eipalloc-9' }, 'InvalidAllocationID.NotFound'],
  [
    'aws_nat_gateway',
    { allocation_id: null },
    'MissingParameter: The request must include the AllocationId parameter.',
  ],
  ['aws_internet_gateway', { vpc_id: 'vpc-1' }, 'Resource.AlreadyAssociated'],
  [
    'aws_security_group',
    { vpc_id: 'vpc-1' },
    "InvalidGroup.Duplicate: The security group 'nodes' already exists for VPC 'vpc-1'",
  ],
  ['aws_security_group_rule', { security_group_id: 'sg-9' }, 'InvalidGroup.NotFound'],
  ['aws_vpc_security_group_ingress_rule', { from_port: 443, to_port: 443 }, 'InvalidPermission.Duplicate'],
  ['aws_dx_gateway_association', { dx_gateway_id: 'dx-9' }, 'Direct Connect Gateway ID dx-9 does not exist.'],
  [
    'aws_dx_gateway_association',
    { associated_gateway_id: 'tgw-9' },
    'Transit Gateway ID tgw-9 does not exist.',
  ],
  ['aws_dx_gateway_association', { dx_gateway_id: 'dx-same' }, 'must not have the same ASN 64512.'],
  ['aws_dx_gateway_association', { allowed_prefixes: [] }, 'Allowed prefixes must be specified'],
  ['aws_dx_gateway_association', { associated_gateway_id: 'tgw-2' }, 'already associated'],
  [
    'aws_vpn_connection',
    { customer_gateway_id: 'cgw-9' },
    "InvalidCustomerGatewayID.NotFound: The customerGateway ID 'cgw-9' does not exist",
  ],
  ['aws_vpn_connection', { transit_gateway_id: 'tgw-9' }, 'InvalidTransitGatewayID.NotFound'],
  [
    'aws_vpn_connection',
    { tunnel1_inside_cidr: '169.254.22.0/30' },
    'The tunnel inside CIDR 169.254.22.0/30 overlaps',
  ],
  [
    'aws_vpn_connection',
    { tunnel2_inside_cidr: '169.254.21.4/30' },
    'The tunnel inside CIDR 169.254.21.4/30 overlaps',
  ],
  ['aws_vpn_connection', { customer_gateway_id: 'cgw-same' }, 'must not be the same as the Amazon side ASN'],
  [
    'aws_vpn_connection',
    { tunnel2_phase2_dh_group_numbers: [1] },
    'Value (1) for parameter Phase2DHGroupNumbers is invalid.',
  ],
  [
    'aws_ec2_transit_gateway_vpc_attachment',
    { transit_gateway_id: 'tgw-1' },
    'DuplicateTransitGatewayAttachment: tgw-1 has non-deleted Transit Gateway Attachments with same VPC ID.',
  ],
  [
    'aws_ec2_transit_gateway_vpc_attachment',
    { subnet_ids: ['subnet-a', 'subnet-a2'] },
    'DuplicateSubnetsInSameZone',
  ],
  ['aws_ec2_transit_gateway_vpc_attachment', { subnet_ids: ['subnet-9'] }, 'InvalidSubnetID.NotFound'],
  ['aws_ec2_transit_gateway_route', { destination_cidr_block: '10.80.0.0/16' }, 'RouteAlreadyExists'],
  [
    'aws_ec2_transit_gateway_route',
    { transit_gateway_attachment_id: 'tgw-attach-9' },
    'InvalidTransitGatewayAttachmentID.NotFound',
  ],
  [
    'aws_ec2_transit_gateway_route_table_association',
    { transit_gateway_attachment_id: 'tgw-attach-vpn2' },
    'is already associated to a route table.',
  ],
  [
    'aws_ec2_transit_gateway_route_table_propagation',
    { transit_gateway_route_table_id: 'tgw-rtb-9' },
    'InvalidRouteTableID.NotFound',
  ],
  [
    'aws_eks_cluster',
    { vpc_config: [{ subnet_ids: ['subnet-a', 'subnet-a2'] }] },
    'Subnets specified must be in at least two different AZs',
  ],
  ['aws_eks_cluster', { vpc_config: [{ subnet_ids: ['subnet-a', 'subnet-9'] }] }, 'InvalidSubnetID.NotFound'],
  [
    'aws_eks_cluster',
    { remote_network_config: [{ remote_node_networks: [{ cidrs: ['10.0.128.0/20'] }] }] },
    'The VPC CIDR 10.0.0.0/16 overlaps with the remote node network CIDR 10.0.128.0/20',
  ],
  [
    'aws_eks_cluster',
    {
      remote_network_config: [
        {
          remote_node_networks: [{ cidrs: ['10.80.0.0/16'] }],
          remote_pod_networks: [{ cidrs: ['10.80.128.0/17'] }],
        },
      ],
    },
    'overlaps with the remote pod network CIDR',
  ],
  [
    'aws_eks_access_entry',
    { cluster_name: 'none' },
    'ResourceNotFoundException: No cluster found for name: none.',
  ],
  ['aws_eks_access_entry', { cluster_name: 'old' }, 'must be set to one of [API, API_AND_CONFIG_MAP]'],
  ['aws_eks_addon', { cluster_name: 'none' }, 'No cluster found'],
  ['aws_iam_role_policy_attachment', { role: 'nobody' }, 'StatusCode: 404'],
  [
    'azurerm_virtual_network',
    { resource_group_name: 'none' },
    "ResourceGroupNotFound: Resource group 'none' could not be found.",
  ],
  ['azurerm_virtual_network', { address_space: ['10.0.0.0/99'] }, 'InvalidCIDRNotation'],
  [
    'azurerm_virtual_network',
    { address_space: ['10.90.1.0/16'] },
    'the address prefix should be 10.90.0.0/16.',
  ],
  ['azurerm_virtual_network', { address_space: ['10.90.0.0/16', '10.90.1.0/24'] }, 'overlap'],
  [
    'azurerm_subnet',
    { virtual_network_name: 'none' },
    "The Resource 'Microsoft.Network/virtualNetworks/none' under resource group 'rg' was not found.",
  ],
  [
    'azurerm_subnet',
    { address_prefixes: ['10.81.0.0/24'] },
    "NetcfgSubnetRangeOutsideVnet: Subnet 'nodes' is not valid because its IP address range is outside the IP address range of virtual network 'hub'.",
  ],
  [
    'azurerm_subnet',
    { address_prefixes: ['10.80.255.16/28'] },
    "NetcfgSubnetRangesOverlap: Subnet 'nodes' is not valid because its IP address range overlaps with that of an existing subnet in virtual network 'hub'.",
  ],
  ['azurerm_subnet', { name: 'RouteServerSubnet', address_prefixes: ['10.80.1.0/28'] }, 'is too small'],
  [
    'azurerm_public_ip',
    { allocation_method: 'Dynamic' },
    '`allocation_method` must be set to `Static` when `sku` is set to `Standard` or `StandardV2`',
  ],
  [
    'azurerm_network_security_rule',
    { priority: 100 },
    'SecurityRuleConflict: Security rule two conflicts with rule one.',
  ],
  ['azurerm_network_security_rule', { network_security_group_name: 'none' }, 'ResourceNotFound'],
  ['azurerm_route', { next_hop_in_ip_address: null }, 'must have a next hop IP address'],
  [
    'azurerm_network_interface',
    { ip_configuration: [{ subnet_id: `${id('virtualNetworks', 'hub')}/subnets/none` }] },
    'InvalidResourceReference',
  ],
  [
    'azurerm_network_interface',
    {
      ip_configuration: [
        {
          subnet_id: `${id('virtualNetworks', 'hub')}/subnets/RouteServerSubnet`,
          private_ip_address_allocation: 'Static',
          private_ip_address: '10.80.0.10',
        },
      ],
    },
    'PrivateIPAddressNotInSubnet',
  ],
  ['azurerm_virtual_network_gateway', { sku: 'VpnGw2' }, 'NonAzSkusNotAllowedForVPNGateway'],
  [
    'azurerm_virtual_network_gateway',
    { generation: 'Generation1', sku: 'VpnGw5AZ' },
    'expected sku to be one of ["Basic" "Standard"',
  ],
  [
    'azurerm_virtual_network_gateway',
    { ip_configuration: [configuration('a', 'gw-0'), configuration('b', 'unzoned')] },
    'VmssVpnGatewayPublicIpsMustHaveZonesConfigured',
  ],
  [
    'azurerm_virtual_network_gateway',
    { ip_configuration: [configuration('a', 'gw-0'), configuration('b', 'gw-0')] },
    'PublicIPAddressInUse',
  ],
  [
    'azurerm_virtual_network_gateway',
    { ip_configuration: [configuration('a', 'gw-0'), configuration('b', 'none')] },
    'InvalidResourceReference',
  ],
  [
    'azurerm_virtual_network_gateway',
    { ip_configuration: [configuration('a', 'gw-0')], ...peerings({ ip_configuration_name: 'a' }) },
    'ActiveActiveGatewayMustHaveTwoIpConfigurations',
  ],
  [
    'azurerm_virtual_network_gateway',
    peerings({ ip_configuration_name: 'a' }),
    'BgpPeeringAddressesCountNotCorrect',
  ],
  [
    'azurerm_virtual_network_gateway',
    peerings({ apipa_addresses: [] }),
    '`ip_configuration_name` has to be set',
  ],
  [
    'azurerm_virtual_network_gateway',
    peerings({ ip_configuration_name: 'a' }, { ip_configuration_name: 'z' }),
    'IP configuration z referenced by the BGP settings was not found',
  ],
  [
    'azurerm_virtual_network_gateway',
    peerings(
      { ip_configuration_name: 'a', apipa_addresses: ['169.254.21.2'] },
      { ip_configuration_name: 'b', apipa_addresses: ['169.254.21.2'] },
    ),
    '169.254.21.2 is used more than once',
  ],
  [
    'azurerm_virtual_network_gateway',
    { sku: 'Basic', generation: 'Generation1' },
    'BgpNotSupportedOnBasicSku',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { virtual_network_gateway_id: id('virtualNetworkGateways', 'none') },
    'ResourceNotFound',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { local_network_gateway_id: null },
    '`local_network_gateway_id` must be specified when `type` is set to `IPsec`',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { local_network_gateway_id: id('localNetworkGateways', 'none') },
    'InvalidResourceReference',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { custom_bgp_addresses: [{ primary: '169.254.21.3' }] },
    'primary or secondary address not found at `virtual_network_gateway`',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { custom_bgp_addresses: [{ primary: '169.254.21.2', secondary: '169.254.21.9' }] },
    'primary or secondary address not found',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { virtual_network_gateway_id: id('virtualNetworkGateways', 'single') },
    'can only be used when `azurerm_virtual_network_gateway` `active_active` is set enabled',
  ],
  [
    'azurerm_virtual_network_gateway_connection',
    { type: 'ExpressRoute' },
    '`custom_bgp_addresses` can only be used when `type` is set to `IPsec`',
  ],
  ['azurerm_local_network_gateway', { gateway_address: 'aws' }, 'InvalidIPAddress'],
  [
    'azurerm_route_server',
    { subnet_id: `${id('virtualNetworks', 'hub')}/subnets/GatewaySubnet` },
    'It must be named RouteServerSubnet.',
  ],
  ['azurerm_route_server_bgp_connection', { route_server_id: id('virtualHubs', 'none') }, 'ResourceNotFound'],
  ['azurerm_route_server_bgp_connection', { peer_asn: 65515 }, 'InvalidPeerAsn'],
  [
    'azurerm_role_assignment',
    { role_definition_name: 'Key Vault Reeder' },
    "could not find role 'Key Vault Reeder'",
  ],
  [
    'azurerm_linux_virtual_machine',
    { network_interface_ids: [id('networkInterfaces', 'none')] },
    'InvalidResourceReference',
  ],
  ['azurerm_linux_virtual_machine', { admin_ssh_key: [] }, 'at least one `admin_ssh_key` must be specified'],
  [
    'azurerm_linux_virtual_machine',
    { priority: 'Spot' },
    'an `eviction_policy` must be specified when `priority` is set to `Spot`',
  ],
  ['azurerm_linux_virtual_machine', { eviction_policy: 'Delete' }, '`eviction_policy` can only be specified'],
  [
    'azurerm_linux_virtual_machine',
    { custom_data: 'A'.repeat(87_384) },
    'maximum length of 87380 characters',
  ],
  [
    'azurerm_key_vault',
    {
      network_acls: [
        { virtual_network_subnet_ids: [`${id('virtualNetworks', 'hub')}/subnets/GatewaySubnet`] },
      ],
    },
    'does not have a service endpoint for Microsoft.KeyVault',
  ],
  [
    'azurerm_key_vault',
    { network_acls: [{ virtual_network_subnet_ids: [`${id('virtualNetworks', 'hub')}/subnets/none`] }] },
    'VirtualNetworkNotValid',
  ],
];

const refusals = (type: string, planned: ObjectValue, world = WORLD) =>
  (applyRules[type] ?? [])
    .flatMap((rule) => rule(context(type, planned, world)))
    .map((found) => found.summary);

describe('apply rules', () => {
  test.each(Object.entries(GOOD))('%s: what the cloud accepts is made', (type, planned) => {
    expect(applyRules[type]).toBeDefined();
    expect(refusals(type, planned)).toEqual([]);
  });

  test.each(BAD)('%s refuses %j', (type, change, text) => {
    expect(
      refusals(type, { ...GOOD[type], ...change }).filter((summary) => summary.includes(text)),
    ).not.toEqual([]);
  });

  test('the attachment of a Direct Connect gateway can be wired', () => {
    const member = {
      transit_gateway_route_table_id: 'tgw-rtb-2',
      transit_gateway_attachment_id: 'tgw-attach-00123456789abcdef',
    };
    expect(refusals('aws_ec2_transit_gateway_route_table_association', member)).toEqual([]);
  });

  test('an object does not conflict with itself when it is changed', () => {
    const own = {
      key: 'aws_subnet/0000',
      provider: 'aws',
      type: 'aws_subnet',
      region: 'eu-central-1',
      attributes: { ...GOOD['aws_subnet'] },
    } as const;
    expect(refusals('aws_subnet', GOOD['aws_subnet'] ?? {}, [...WORLD, own])).toEqual([]);
  });

  test('one gateway of a type in a GatewaySubnet', () => {
    const first = object('azurerm_virtual_network_gateway', { ...gateway, name: 'first' });
    const [summary] = refusals('azurerm_virtual_network_gateway', gateway, [...WORLD, first]);
    expect(summary).toContain('OnlyOneGatewayOfTypeAllowedPerVnet');
  });

  test('a Route Server takes eight peers', () => {
    const peers = Array.from({ length: 8 }, (_unused, index) =>
      object('azurerm_route_server_bgp_connection', {
        id: `p${index}`,
        route_server_id: id('virtualHubs', 'rs'),
      }),
    );
    expect(
      refusals('azurerm_route_server_bgp_connection', GOOD['azurerm_route_server_bgp_connection'] ?? {}, [
        ...WORLD,
        ...peers,
      ])[0],
    ).toContain('at most 8 BGP peers');
  });

  test('request ids are GUIDs and the same in every run', () => {
    const first = refusals('aws_subnet', { ...GOOD['aws_subnet'], vpc_id: 'vpc-9' });
    expect(first[0]).toMatch(/RequestID: [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}, /);
    expect(refusals('aws_subnet', { ...GOOD['aws_subnet'], vpc_id: 'vpc-9' })).toEqual(first);
  });
});
