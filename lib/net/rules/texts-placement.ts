import { type RuleText } from './rule.ts';

const EKS = 'https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-networking.html';
const CILIUM = 'https://docs.cilium.io/en/stable/network/concepts/ipam/cluster-pool/';
const HYBRID_GATEWAY = 'https://github.com/aws/eks-hybrid-nodes-gateway';

/** Rules on what must lie inside what, and on defaults that come into force when nobody decides. */
export const PLACEMENT_TEXTS = {
  'aws-subnet-outside-vpc': {
    checks: 'Each AWS subnet lies inside one range of its VPC.',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    needs: ['aws-subnet', 'vpc'],
    sentence: '{a} is in no range of its VPC: {parents}.',
    remedy: 'Take a block of the VPC, or add a secondary range to the VPC.',
  },
  'azure-subnet-outside-vnet': {
    checks: 'Each Azure subnet lies inside one range of its virtual network.',
    source: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq',
    needs: ['azure-subnet', 'vnet'],
    sentence: '{a} is in no range of its virtual network: {parents}.',
    remedy: 'Take a block of the virtual network, or add a range to its address space.',
  },
  'remote-node-outside-vnet': {
    checks: 'Each remote node network lies inside the virtual network.',
    source: EKS,
    needs: ['remote-node', 'vnet'],
    sentence: '{a} is in no range of the virtual network ({parents}), where the nodes get their addresses.',
    remedy: 'Name the subnets of the nodes, or the virtual network’s range.',
  },
  'cluster-pool-outside-pods': {
    checks: 'Each Cilium pool equals a remote pod network or lies inside one.',
    source: EKS,
    needs: ['cluster-pool', 'remote-pod'],
    sentence: '{a} is in no remote pod network ({parents}): EKS has no way to pods with other addresses.',
    remedy: 'Set Cilium’s clusterPoolIPv4PodCIDRList to the remote pod networks of the cluster.',
  },
  'cluster-pool-default': {
    checks: 'Cilium is installed with a pool of its own, not with the chart’s 10.0.0.0/8.',
    source: CILIUM,
    needs: ['cluster-pool'],
    sentence: 'Cilium is installed without a pool and takes the chart’s default, {a}{swallowed}.',
    remedy:
      'Set ipam.operator.clusterPoolIPv4PodCIDRList to the remote pod networks and clusterPoolIPv4MaskSize to 25.',
  },
  'cluster-pool-unset': {
    checks: 'Some source sets Cilium’s pool.',
    source: CILIUM,
    needs: ['cluster-pool'],
    sentence: 'No source sets Cilium’s pool; left unset, the chart takes {a}{swallowed}.',
    remedy:
      'Add the source that installs Cilium, and set its clusterPoolIPv4PodCIDRList to the remote pod networks.',
  },
  'service-unset': {
    checks: 'The service range is set.',
    source: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html',
    needs: ['service'],
    sentence:
      'No source sets the service range; EKS picks 10.100.0.0/16 or 172.20.0.0/16, for as long as the cluster lives.',
    remedy: 'Set the service range of the cluster.',
  },
  'gateway-vpc-uncovered': {
    checks: 'vpcCIDR of the EKS Hybrid Nodes gateway covers every range of the VPC, secondary ones too.',
    source: HYBRID_GATEWAY,
    needs: ['gateway-vpc', 'vpc'],
    sentence: '{a} does not cover {b}: pods in that range cannot talk to pods on hybrid nodes.',
    remedy: 'vpcCIDR is a single value: set it to a range that covers all ranges of the VPC, {covering}.',
  },
  'gateway-pods-differ': {
    checks: 'podCIDRs of the EKS Hybrid Nodes gateway are the remote pod networks of the cluster.',
    source: HYBRID_GATEWAY,
    needs: ['gateway-pods', 'remote-pod'],
    sentence:
      'The EKS Hybrid Nodes gateway has pod ranges {gateway}, the cluster has remote pod networks {remote}.',
    remedy: 'Set podCIDRs to the remote pod networks of the cluster.',
  },
} as const satisfies Record<string, RuleText>;
