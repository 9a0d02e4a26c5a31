import { hasChanged, firstAt, isUnknown, valuesAt, type Row } from '../row.ts';
import type { PlanRule, RowRule } from '../types.ts';

/** Rules on the link as a whole; `LinkSubject` tells which applies. */
export const LINK_RULES = {
  destroyed: {
    id: 'link-destroyed',
    level: 'critical',
    sentence:
      'Every tunnel of the link ({tunnels}) is destroyed: the hybrid nodes lose the API server for good, turn NotReady and their pods are evicted; apply only when the whole link is meant to go.',
  },
  cut: {
    id: 'link-cut',
    level: 'critical',
    sentence:
      'No tunnel carries traffic while this is applied, nor afterwards if what goes is not made again ({tunnels}): every hybrid node loses the API server and turns NotReady; change one connection at a time, in separate applies, waiting for its tunnels in between.',
  },
  lost: {
    id: 'link-redundancy-lost',
    level: 'high',
    sentence:
      'Redundancy is lost meanwhile: {tunnels} go down and only one connection is left, so that a single failure cuts off every hybrid node; check that the other tunnels are up first, and apply in a quiet hour.',
  },
  interrupted: {
    id: 'link-tunnel-interrupted',
    level: 'warning',
    sentence:
      '{tunnels} go down while the other connection keeps the link redundant; connections through them break once, so check that the rest is up and stays up.',
  },
  unknown: {
    id: 'link-effect-unknown',
    level: 'warning',
    sentence:
      'Parts of the link change and the plan does not tell which tunnels that stops; treat them all as interrupted unless you know better.',
  },
  updated: {
    id: 'link-updated',
    level: 'info',
    sentence: 'Parts of the link change ({tunnels}) without interrupting a tunnel.',
  },
  created: {
    id: 'link-created',
    level: 'info',
    sentence: 'New tunnels are made ({tunnels}); nothing that runs depends on them yet.',
  },
  routeRemoved: {
    id: 'link-vpc-route-removed',
    level: 'high',
    sentence:
      'A VPC route to the remote networks goes: what uses its route table can no longer answer hybrid nodes or pods (kubelet, webhooks, logs), although the tunnels stay up; keep the route or move it first.',
  },
  allRoutesRemoved: {
    id: 'link-vpc-routes-all-removed',
    level: 'critical',
    sentence:
      'Every VPC route to the remote networks goes: the tunnels stay up but nothing in the VPC, the API server included, can answer a hybrid node; keep the routes.',
  },
  routeReplaced: {
    id: 'link-vpc-route-replaced',
    level: 'warning',
    sentence:
      'A VPC route to the remote networks is deleted and made again: its route table has no way to hybrid nodes for some seconds; expect broken connections.',
  },
} as const satisfies Readonly<Record<string, PlanRule>>;

const runs = (row: Row): boolean => row.before !== null && row.after !== null;
const gone = (row: Row): boolean => !row.deposed && (row.kind === 'delete' || row.kind === 'replace');

const turnedOff = (row: Row, path: string): boolean =>
  runs(row) && firstAt(row.before, path) === true && firstAt(row.after, path) === false;

/** Rules on single parts of the link, beside what they do to the tunnels. */
export const LINK_ROW_RULES: readonly RowRule[] = [
  {
    id: 'link-active-active-off',
    level: 'high',
    types: ['azurerm_virtual_network_gateway'],
    when: (row) => row.after?.['type'] !== 'ExpressRoute' && turnedOff(row, 'active_active'),
    sentence:
      'The Azure gateway is left with one active instance: two of the four tunnels go for good and each Azure maintenance cuts the link; keep active_active.',
  },
  {
    id: 'link-bgp-off',
    level: 'critical',
    types: ['azurerm_virtual_network_gateway', 'azurerm_virtual_network_gateway_connection'],
    when: (row) => turnedOff(row, 'bgp_enabled'),
    sentence:
      'BGP is turned off: the tunnels stay up but no route is learnt over them, so no packet finds its way; keep bgp_enabled.',
  },
  {
    id: 'link-gateway-sku-changed',
    level: 'high',
    types: ['azurerm_virtual_network_gateway'],
    when: (row) => runs(row) && row.kind === 'update' && hasChanged(row, 'sku'),
    sentence:
      'Azure resizes the VPN gateway, which takes up to 45 minutes and drops its tunnels while the instances are exchanged; plan a window and watch tunnel-status.',
  },
  {
    id: 'link-ecmp-off',
    level: 'warning',
    types: ['aws_ec2_transit_gateway'],
    when: (row) =>
      runs(row) && row.before?.['vpn_ecmp_support'] === 'enable' && hasChanged(row, 'vpn_ecmp_support'),
    sentence:
      'The Transit Gateway stops spreading traffic over the tunnels: one tunnel (1.25 Gbps) carries all; keep vpn_ecmp_support enabled.',
  },
  {
    id: 'link-attachment-subnet-removed',
    level: 'high',
    types: ['aws_ec2_transit_gateway_vpc_attachment'],
    when: (row) => {
      if (!runs(row) || isUnknown(row, 'subnet_ids')) return false;
      const after = valuesAt(row.after, 'subnet_ids');
      return valuesAt(row.before, 'subnet_ids').some((subnet) => !after.includes(subnet));
    },
    sentence:
      'The VPC attachment leaves a subnet: what runs in that zone, the API server among it, can no longer reach hybrid nodes; keep a subnet in every zone.',
  },
  {
    id: 'link-static-route-removed',
    level: 'high',
    types: ['aws_ec2_transit_gateway_route', 'aws_vpn_connection_route', 'aws_vpn_gateway_route_propagation'],
    when: (row) => gone(row) || (runs(row) && hasChanged(row, 'transit_gateway_attachment_id')),
    sentence:
      'A route of the Transit Gateway or VPN goes or points elsewhere: traffic for its range no longer finds the link; check that BGP or another route covers the range.',
  },
  {
    id: 'link-blackhole',
    level: 'high',
    types: ['aws_ec2_transit_gateway_route'],
    when: (row) => row.after?.['blackhole'] === true && row.before?.['blackhole'] !== true,
    sentence:
      'The Transit Gateway begins to drop all traffic for a range; make sure that no node, pod or service lives in it.',
  },
  {
    id: 'link-private-part-lost',
    level: 'critical',
    types: [
      'aws_dx_connection',
      'aws_dx_gateway',
      'aws_dx_gateway_association',
      'aws_dx_transit_virtual_interface',
      'azurerm_express_route_circuit',
      'azurerm_express_route_circuit_authorization',
      'azurerm_express_route_circuit_peering',
      'azurerm_express_route_gateway',
    ],
    when: gone,
    sentence:
      'A part of the private link (Direct Connect, ExpressRoute) is destroyed or replaced: the path over it goes down, and a circuit takes days to come back; make sure that another path carries the traffic.',
  },
  {
    id: 'link-private-gateway-lost',
    level: 'critical',
    types: ['azurerm_virtual_network_gateway', 'azurerm_virtual_network_gateway_connection'],
    when: (row) => gone(row) && row.before?.['type'] === 'ExpressRoute',
    sentence:
      'The ExpressRoute gateway or its connection is destroyed or replaced: the private path is down until it is made again, 45 minutes and more; make sure that another path carries the traffic.',
  },
  {
    id: 'link-part-forgotten',
    level: 'warning',
    types: [
      'aws_vpn_connection',
      'aws_customer_gateway',
      'aws_ec2_transit_gateway',
      'azurerm_virtual_network_gateway',
      'azurerm_virtual_network_gateway_connection',
    ],
    when: (row) => row.kind === 'forget' || row.kind === 'create-forget',
    sentence:
      'Terraform stops managing a part of the link that goes on running and costing; note who looks after it from now on.',
  },
  {
    id: 'link-part-deposed',
    level: 'warning',
    types: [
      'aws_vpn_connection',
      'aws_customer_gateway',
      'azurerm_public_ip',
      'azurerm_virtual_network_gateway',
      'azurerm_virtual_network_gateway_connection',
    ],
    when: (row) => row.deposed,
    sentence:
      'A part of the link left over from a replacement that did not finish is destroyed; check first that no tunnel still runs over it.',
  },
];
