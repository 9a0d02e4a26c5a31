import { type RuleText } from './rule.ts';

const TGW_ROUTES = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html';
const EKS_NETWORKS = 'https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-networking.html';

/** Rules on the routes of both clouds. */
export const ROUTE_TEXTS = {
  'route-overlap': {
    checks: 'No route to the link has a destination that is or lies in the network on its own side.',
    source: `https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html; ${TGW_ROUTES}; https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview`,
    needs: ['vpc-route', 'tgw-route', 'azure-route', 'vpc', 'vnet'],
    sentence:
      '{a} {kind} {b} and leads to {target}: packets for the network’s own addresses leave for the other cloud, or the cloud refuses the route.',
    remedy: 'Remove the route, or give it a destination of the other cloud.',
  },
  'remote-unrouted': {
    checks:
      'Route tables of the VPC lead the remote node networks to the transit gateway; the remote pod networks too, unless pods leave with their node’s address; the EKS Hybrid Nodes gateway may take their place for pods, which is judged only where route tables are read live. Node networks, and pods routed otherwise, are also judged where a plan has a route to a transit gateway.',
    source: EKS_NETWORKS,
    needs: ['vpc-route', 'remote-node', 'remote-pod'],
    sentence:
      'No route table of the VPC leads {missing} of {a} to {wanted}: the control plane does not reach it.{dropped}',
    remedy:
      'Add a route for {missing} to the route tables of the VPC; a transit gateway never adds one there.',
  },
  'remote-node-unlearnt': {
    checks:
      'Where routes of the transit gateway are read live, they lead the remote node networks to a VPN connection.',
    source: TGW_ROUTES,
    needs: ['tgw-route', 'remote-node'],
    sentence:
      'No route table of the transit gateway leads {missing} of {a} to a VPN connection: Azure does not announce it, or no tunnel is up.',
    remedy:
      'Bring the tunnels up and let the route table of the VPC attachment take the routes of the VPN connections (propagation).',
  },
} as const satisfies Record<string, RuleText>;
