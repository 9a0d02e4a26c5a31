import { type RuleText } from './rule.ts';

const EKS = 'https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-networking.html';
const AWS_ROUTING = 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html';
const AZURE_VPN = 'https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq';
const ROUTE_SERVER = 'https://learn.microsoft.com/azure/route-server/route-server-faq';

/** Rules on ranges that must not share an address. `{kind}` says how the first lies to the second. */
export const OVERLAP_TEXTS = {
  'vpc-vnet-overlap': {
    checks: 'No range of the VPC shares an address with the virtual network.',
    source: AZURE_VPN,
    needs: ['vpc', 'vnet', 'aws-subnet', 'azure-subnet'],
    sentence:
      '{a} {kind} {b}: each cloud delivers such addresses to itself and never sends them through the tunnels.',
    remedy: 'Move {a} to a range that neither cloud uses.',
  },
  'vpcs-overlap': {
    checks: 'Ranges of VPCs, primary and secondary, share no address.',
    source: AWS_ROUTING,
    needs: ['vpc'],
    sentence:
      '{a} {kind} {b}: AWS refuses a second range like this in one VPC, and no route can tell two VPCs apart.',
    remedy: 'Give one of them another range.',
  },
  'vnets-overlap': {
    checks: 'Ranges of the virtual network’s address space share no address.',
    source: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq',
    needs: ['vnet'],
    sentence: '{a} {kind} {b}: Azure refuses address prefixes that overlap.',
    remedy: 'Give one of them another range.',
  },
  'aws-subnets-overlap': {
    checks: 'Subnets of the VPC share no address.',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    needs: ['aws-subnet'],
    sentence: '{a} {kind} {b}: AWS refuses the second of them when it is created.',
    remedy: 'Give one of them another block of the VPC.',
  },
  'azure-subnets-overlap': {
    checks: 'Subnets of the virtual network share no address.',
    source: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq',
    needs: ['azure-subnet'],
    sentence: '{a} {kind} {b}: Azure refuses the second of them when it is created.',
    remedy: 'Give one of them another block of the virtual network.',
  },
  'tgw-cidr-overlap': {
    checks: 'Transit gateway ranges share no address with anything that is routed.',
    source: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html',
    needs: ['tgw-cidr', 'vpc', 'vnet', 'remote-node', 'remote-pod', 'service'],
    sentence:
      '{a} {kind} {b}: the transit gateway keeps its own ranges for itself, so this traffic ends there.',
    remedy: 'Move {a} to a range of its own.',
  },
  'service-overlap': {
    checks:
      'The service range shares no address with the VPC, the virtual network, nodes, pods or transit gateway.',
    source: EKS,
    needs: ['service', 'vpc', 'vnet', 'remote-node', 'remote-pod', 'cluster-pool', 'tgw-cidr'],
    sentence:
      '{a} {kind} {b}: nodes rewrite service addresses before they route, so hosts with these addresses cannot be reached.',
    remedy: 'Move {a}; the service range of a cluster cannot be changed later.',
  },
  'service-default-overlap': {
    checks:
      'Where no service range is set, both ranges that EKS may pick (10.100.0.0/16, 172.20.0.0/16) are free.',
    source: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html',
    needs: ['service', 'vpc', 'vnet', 'remote-node', 'remote-pod', 'cluster-pool', 'tgw-cidr'],
    sentence: '{a}, which EKS may pick because no service range is set, {kind} {b}.',
    remedy: 'Set the service range; it cannot be changed later.',
  },
  'remote-node-overlap': {
    checks: 'Remote node networks share no address with the VPC, services or each other.',
    source: EKS,
    needs: ['remote-node', 'vpc'],
    sentence:
      '{a} {kind} {b}: EKS refuses remote node networks that overlap the VPC, services or each other.',
    remedy: 'Move {a} so that no address is in both.',
  },
  'remote-pod-overlap': {
    checks:
      'Remote pod networks and Cilium pools share no address with the VPC, nodes, services or each other.',
    source: EKS,
    needs: ['remote-pod', 'remote-node', 'cluster-pool', 'vpc'],
    sentence: '{a} {kind} {b}: pod addresses must be theirs alone, or replies go to the wrong place.',
    remedy: 'Move {a} so that no address is in both.',
  },
  'pods-in-vnet': {
    checks: 'Remote pod networks and Cilium pools lie outside the virtual network.',
    source: ROUTE_SERVER,
    needs: ['remote-pod', 'cluster-pool', 'vnet'],
    sentence:
      '{a} {kind} {b}: Azure has its own route for the virtual network and hands addresses out of it to machines, so pods there are not reached.',
    remedy: 'Move {a}: pods lie outside the virtual network, their nodes inside it.',
  },
  'cluster-pools-overlap': {
    checks: 'Pools of Cilium share no address.',
    source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/cluster-pool/',
    needs: ['cluster-pool'],
    sentence: '{a} {kind} {b}: two nodes could be given the same share.',
    remedy: 'Give one of the pools another range.',
  },
  'peer-overlap': {
    checks: 'Connected networks share no address with anything that is routed here.',
    source: AWS_ROUTING,
    needs: ['peer', 'vpc', 'vnet', 'service', 'remote-node', 'remote-pod', 'cluster-pool', 'tgw-cidr'],
    sentence: '{a} {kind} {b}: one of the two cannot be reached from the other’s side.',
    remedy: 'Move {a}, or take the connected network off the list if it is not routed here.',
  },
  'peers-overlap': {
    checks: 'Connected networks share no address with each other.',
    source: AWS_ROUTING,
    needs: ['peer'],
    sentence: '{a} {kind} {b}: the more specific route wins, which may not be what is meant.',
    remedy: 'Check which of them is meant; list only what is routed here.',
  },
  'vnet-prefix-filtered': {
    checks: 'No prefix that is announced to Azure is identical to one of the virtual network.',
    source: AZURE_VPN,
    needs: ['vnet', 'vpc', 'peer', 'remote-pod', 'tgw-cidr'],
    sentence:
      '{a} {kind} {b}: the VPN gateway drops routes with exactly a prefix of its own virtual network, without a word.',
    remedy: 'Move {a} to another range.',
  },
} as const satisfies Record<string, RuleText>;
