import { RANGE_ROLES } from '../address-facts.ts';
import { type RuleText } from './rule.ts';

const EKS_NETWORKS = 'https://docs.aws.amazon.com/eks/latest/APIReference/API_RemotePodNetwork.html';
const EKS_SERVICES =
  'https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html';
const ROUTE_SERVER = 'https://learn.microsoft.com/azure/route-server/route-server-faq';
const GATEWAY = 'https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings';
const IANA = 'https://www.iana.org/assignments/iana-ipv4-special-registry/ (RFC 6890)';

/** Rules on one range at a time: its size, its name, and where in the address space it lies. */
export const LIMIT_TEXTS = {
  'vpc-size': {
    checks: 'IPv4 ranges of a VPC are /16 to /28.',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
    needs: ['vpc'],
    sentence: '{a} is not /16 to /28, and AWS takes no other size for a VPC.',
    remedy: 'Choose a range of /16 to /28; a larger VPC has several ranges.',
  },
  'aws-subnet-size': {
    checks: 'IPv4 subnets of a VPC are /16 to /28.',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    needs: ['aws-subnet'],
    sentence: '{a} is not /16 to /28, and AWS takes no other size for a subnet.',
    remedy: 'Choose a block of /16 to /28.',
  },
  'tgw-cidr-size': {
    checks: 'Transit gateway ranges are /24 or larger for IPv4 and /64 or larger for IPv6.',
    source: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html',
    needs: ['tgw-cidr'],
    sentence: '{a} is smaller than {least}, the least a transit gateway takes.',
    remedy: 'Choose a range of at least {least}.',
  },
  'service-not-private': {
    checks: 'The service range lies in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.',
    source: EKS_SERVICES,
    needs: ['service'],
    sentence:
      '{a} is not inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16; EKS takes no other service range.',
    remedy: 'Choose a private range.',
  },
  'service-size': {
    checks: 'The service range is /12 to /24.',
    source: EKS_SERVICES,
    needs: ['service'],
    sentence: '{a} is not /12 to /24, and EKS takes no other size for services.',
    remedy: 'Choose a range of /12 to /24.',
  },
  'remote-not-private': {
    checks: 'Remote node and pod networks lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.',
    source: EKS_NETWORKS,
    needs: ['remote-node', 'remote-pod'],
    sentence:
      '{a} is not inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16; EKS takes no other remote network.',
    remedy: 'Choose a private range.',
  },
  'remote-size': {
    checks: 'Remote node and pod networks are /8 to /32.',
    source: EKS_NETWORKS,
    needs: ['remote-node', 'remote-pod'],
    sentence: '{a} is larger than /8, the largest remote network EKS takes.',
    remedy: 'Choose a range of /8 or smaller.',
  },
  'remote-too-many': {
    checks: 'A cluster has at most 15 remote node networks and at most 15 remote pod networks.',
    source: EKS_NETWORKS,
    needs: ['remote-node', 'remote-pod'],
    sentence: 'There are {count} ranges of the kind {kind}; EKS takes at most {most}.',
    remedy: 'Join adjacent ranges: {joined} would cover the same addresses or more.',
  },
  'azure-subnet-size': {
    checks: 'IPv4 subnets in Azure are /29 or larger, IPv6 subnets exactly /64.',
    source: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq',
    needs: ['azure-subnet'],
    sentence:
      '{a} has a size that Azure refuses: an IPv4 subnet is /29 or larger, an IPv6 subnet exactly /64.',
    remedy: 'Choose a block of the right size; Azure keeps five addresses of each subnet for itself.',
  },
  'azure-subnet-name': {
    checks:
      'The subnets of gateway and Route Server are named GatewaySubnet and RouteServerSubnet, letter by letter.',
    source: GATEWAY,
    needs: ['azure-subnet'],
    sentence:
      '{a} reads like {wanted} but is not named so; Azure puts the service into a subnet of exactly that name.',
    remedy: 'Rename the subnet to {wanted}.',
  },
  'gateway-subnet-size': {
    checks: 'GatewaySubnet is /27 or larger.',
    source: GATEWAY,
    needs: ['azure-subnet'],
    sentence: '{a} is smaller than /27: an active-active gateway and what comes beside it do not fit.',
    remedy: 'Give GatewaySubnet a /27 or larger; it cannot grow while a gateway is in it.',
  },
  'route-server-subnet-size': {
    checks: 'RouteServerSubnet is /27 or larger.',
    source: ROUTE_SERVER,
    needs: ['azure-subnet'],
    sentence: '{a} is smaller than /27, and Azure refuses a Route Server in it.',
    remedy: 'Give RouteServerSubnet a /27 or larger.',
  },
  'gateway-subnet-missing': {
    checks: 'Where tunnels end in a virtual network whose subnets are known, one is GatewaySubnet.',
    source: GATEWAY,
    needs: ['azure-subnet', 'tunnel-inside'],
    sentence: 'There are tunnels, and no subnet is named GatewaySubnet: the VPN gateway has no place.',
    remedy: 'Add a subnet GatewaySubnet of /27 or larger.',
  },
  'route-server-subnet-missing': {
    checks: 'Where pods are routed by BGP and the subnets are known, one is RouteServerSubnet.',
    source: ROUTE_SERVER,
    needs: ['azure-subnet'],
    sentence: 'Pods are routed by BGP, and no subnet is named RouteServerSubnet: Route Server has no place.',
    remedy: 'Add a subnet RouteServerSubnet of /27 or larger.',
  },
  'special-range': {
    checks:
      'No range touches 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16, 224.0.0.0/4, 240.0.0.0/4 or their IPv6 kin.',
    source: IANA,
    needs: RANGE_ROLES,
    sentence: '{a} touches {special}, {what}: such addresses are not routed.',
    remedy: 'Choose a range outside it.',
  },
  'azure-platform-address': {
    checks: 'No range holds 168.63.129.16.',
    source: 'https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16',
    needs: RANGE_ROLES,
    sentence: '{a} holds 168.63.129.16, where Azure answers its machines (DNS, DHCP, health probes).',
    remedy: 'Choose a range without it.',
  },
  'docker-range': {
    checks: 'No range touches 172.17.0.0/16, Docker’s bridge.',
    source: 'https://docs.docker.com/engine/network/drivers/bridge/',
    needs: RANGE_ROLES,
    sentence:
      '{a} touches 172.17.0.0/16: a machine with Docker keeps this range for its bridge and does not reach it elsewhere.',
    remedy:
      'Choose another range, or make sure that no node and no runner in these networks runs Docker with its default bridge.',
  },
  'shared-range': {
    checks: 'No range touches 100.64.0.0/10.',
    source: 'RFC 6598',
    needs: RANGE_ROLES,
    sentence:
      '{a} touches 100.64.0.0/10, which carriers and cloud services use between themselves and their customers.',
    remedy: 'Choose a private range, or make sure that nothing on the way uses this one.',
  },
  'benchmark-range': {
    checks: 'No range touches 198.18.0.0/15.',
    source: 'RFC 2544',
    needs: RANGE_ROLES,
    sentence: '{a} touches 198.18.0.0/15, kept for benchmarks of network devices.',
    remedy: 'Choose a private range.',
  },
} as const satisfies Record<string, RuleText>;
