import { all, any, changes, had, isGone, isKept, isReplaced, loses, not, turns } from '../conditions.ts';
import type { RowRule } from '../types.ts';

const isGatewaySubnet = had('name', 'GatewaySubnet');

/** What endangers the Azure network under nodes and link. */
export const AZURE_RULES: readonly RowRule[] = [
  {
    id: 'resource-group-lost',
    level: 'critical',
    types: ['azurerm_resource_group'],
    when: isGone,
    sentence:
      'A resource group is destroyed or made anew, with everything in it, also what Terraform does not know; keep it.',
  },
  {
    id: 'vnet-lost',
    level: 'critical',
    types: ['azurerm_virtual_network'],
    when: isGone,
    sentence:
      'The virtual network is destroyed or made anew: nodes, gateway and link all go with it; undo what forces it.',
  },
  {
    id: 'vnet-range-removed',
    level: 'high',
    types: ['azurerm_virtual_network'],
    when: all(not(isReplaced), loses('address_space')),
    sentence:
      'The virtual network loses a range: Azure refuses while subnets use it, and peers stop learning it; add the new range first and move.',
  },
  {
    id: 'vnet-dns-changed',
    level: 'warning',
    types: ['azurerm_virtual_network', 'azurerm_virtual_network_dns_servers'],
    when: all(isKept, changes('dns_servers')),
    sentence:
      'The virtual network’s DNS servers change: nodes take them only after a restart, and must still resolve the API server’s name.',
  },
  {
    id: 'subnet-lost',
    level: 'critical',
    types: ['azurerm_subnet'],
    when: all(isGone, not(isGatewaySubnet)),
    sentence:
      'A subnet is destroyed or made anew: whatever is in it, nodes or the Route Server, has to go first; move it before.',
  },
  {
    id: 'subnet-range-changed',
    level: 'high',
    types: ['azurerm_subnet'],
    when: all(not(isReplaced), loses('address_prefixes')),
    sentence:
      'A subnet’s range changes: Azure refuses while it is used, and NSG rules, routes and the cluster’s remote node networks must follow; use a new subnet.',
  },
  {
    id: 'nsg-lost',
    level: 'high',
    types: ['azurerm_network_security_group'],
    when: isGone,
    sentence:
      'A network security group is destroyed or made anew: until the new one is attached its subnets have only Azure’s default rules, which stop pod addresses; attach the new one first.',
  },
  {
    id: 'nsg-detached',
    level: 'high',
    types: [
      'azurerm_subnet_network_security_group_association',
      'azurerm_network_interface_security_group_association',
    ],
    when: any(isGone, all(isKept, changes('network_security_group_id'))),
    sentence:
      'A security group is detached or exchanged: until the next is attached, only Azure’s default rules hold, which stop pod addresses and let in the whole virtual network.',
  },
  {
    id: 'azure-route-removed',
    level: 'high',
    types: ['azurerm_route', 'azurerm_route_table', 'azurerm_subnet_route_table_association'],
    when: any(
      isGone,
      all(isKept, changes('next_hop_in_ip_address', 'next_hop_type', 'address_prefix')),
      loses('route.address_prefix'),
    ),
    sentence:
      'Routes of the virtual network go or point elsewhere: pods behind them, or the way back from the gateway, are cut; check that another route covers each range.',
  },
  {
    id: 'gateway-route-propagation-off',
    level: 'critical',
    types: ['azurerm_route_table'],
    when: turns('bgp_route_propagation_enabled', true, false),
    sentence:
      'Subnets with this route table no longer learn the gateway’s routes: nodes lose the way to AWS, and on GatewaySubnet the gateway itself fails; keep propagation on.',
  },
  {
    id: 'route-server-lost',
    level: 'critical',
    types: ['azurerm_route_server'],
    when: isGone,
    sentence:
      'The Route Server is destroyed or made anew: every pod route between the clouds is withdrawn, and a new one takes half an hour; keep it.',
  },
  {
    id: 'route-server-branches-apart',
    level: 'critical',
    types: ['azurerm_route_server'],
    when: turns('branch_to_branch_traffic_enabled', true, false),
    sentence:
      'The Route Server stops handing pod routes to the VPN gateway: AWS forgets every pod on hybrid nodes; keep branch_to_branch_traffic_enabled.',
  },
  {
    id: 'route-server-peer-removed',
    level: 'warning',
    types: ['azurerm_route_server_bgp_connection'],
    when: any(isGone, all(isKept, changes('peer_ip', 'peer_asn'))),
    sentence:
      'A node’s BGP session with the Route Server goes: its pods cannot be reached from AWS; drain it first.',
  },
  {
    id: 'nat-removed',
    level: 'high',
    types: [
      'azurerm_nat_gateway',
      'azurerm_subnet_nat_gateway_association',
      'azurerm_nat_gateway_public_ip_association',
    ],
    when: isGone,
    sentence:
      'Nodes lose their way to the internet, or its address: images, SSM and a public API server that allows only this address become unreachable; check the allow-lists.',
  },
  {
    id: 'peering-removed',
    level: 'high',
    types: ['azurerm_virtual_network_peering'],
    when: any(
      isGone,
      turns('allow_forwarded_traffic', true, false),
      turns('use_remote_gateways', true, false),
    ),
    sentence: 'A peering goes or forwards less: what crosses it, to the gateway too, is cut.',
  },
  {
    id: 'private-name-removed',
    level: 'warning',
    types: [
      'azurerm_private_dns_zone',
      'azurerm_private_dns_zone_virtual_network_link',
      'azurerm_private_endpoint',
    ],
    when: isGone,
    sentence:
      'A private name or endpoint goes: nodes may no longer find the Key Vault; check what resolves by it.',
  },
];
