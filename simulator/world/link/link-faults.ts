import type { FaultDefinition } from '../fault-definition.ts';

/** Faults of the link between the clouds, and of what tells about it. */
export const LINK_FAULTS: readonly FaultDefinition[] = [
  { name: 'cloudwatch-throttled', description: 'the first CloudWatch call is throttled', where: 'aws' },
  { name: 'cloudwatch-missing', description: 'CloudWatch has no data about tunnels', where: 'aws' },
  {
    name: 'direct-connect-throttled',
    description: 'the first Direct Connect call is throttled',
    where: 'aws',
  },
  { name: 'arm-operation-stuck', description: 'operations of Azure gateways never end', where: 'azure' },
  {
    name: 'arm-operation-failed',
    description: 'operations of Azure gateways end with a conflict',
    where: 'azure',
  },
  {
    name: 'arm-operation-empty',
    description: 'operations of Azure gateways end without a result',
    where: 'azure',
  },
  {
    name: 'arm-operation-partial',
    description: 'operations of Azure gateways tell of one instance alone',
    where: 'azure',
  },
  { name: 'link-provisioning', description: 'the VPN connections are still being made', where: 'aws' },
  { name: 'link-gateway-updating', description: 'the Azure gateway is being changed', where: 'azure' },
  { name: 'link-down', description: 'nothing passes between the clouds', where: 'aws' },
  { name: 'link-late', description: 'tunnels come up after three looks at them', where: 'aws' },
  {
    name: 'link-instance-maintenance',
    description: 'one of the two instances of the Azure gateway is down',
    where: 'azure',
  },
  {
    name: 'link-aws-maintenance',
    description: 'AWS is replacing the endpoint of the first tunnel',
    where: 'aws',
  },
  {
    name: 'link-maintenance-announced',
    description: 'AWS has announced to replace the endpoint of the first tunnel',
    where: 'aws',
  },
  {
    name: 'link-asymmetric',
    description: 'AWS has lost the first tunnel and Azure does not know it yet',
    where: 'aws',
  },
  { name: 'link-flapping', description: 'the first tunnel is lost every seven minutes', where: 'aws' },
  {
    name: 'link-local-address',
    description: 'Azure tells BGP sessions by the addresses of its instances in the subnet',
    where: 'azure',
  },
  {
    name: 'link-custom-bgp-missing',
    description: 'the Azure connections name no BGP addresses of their own',
    where: 'azure',
  },
  {
    name: 'link-swapped-bgp',
    description: 'the Azure connections name the BGP addresses of the other instance',
    where: 'azure',
  },
  {
    name: 'link-swapped',
    description: "two local network gateways have each other's address",
    where: 'azure',
  },
  { name: 'link-equal-asns', description: 'both ends of the link have the same ASN', where: 'aws' },
  {
    name: 'link-asn-loop',
    description: 'nodes announce pods with the ASN of the Transit Gateway',
    where: 'azure',
  },
  {
    name: 'link-sa-lifetime',
    description: 'the first Azure connection keeps keys for longer than AWS',
    where: 'azure',
  },
  {
    name: 'link-cipher',
    description: 'the first Azure connection offers a cipher that AWS does not take',
    where: 'azure',
  },
  { name: 'link-psk', description: 'the first Azure connection has another pre-shared key', where: 'azure' },
  {
    name: 'link-propagation-off',
    description: 'VPN routes are not propagated into Transit Gateway tables',
    where: 'aws',
  },
  {
    name: 'link-no-routes',
    description: 'VPN attachments are associated with no Transit Gateway table',
    where: 'aws',
  },
  {
    name: 'link-vpc-route-missing',
    description: 'one route table of the VPC lacks a route to the nodes',
    where: 'aws',
  },
  {
    name: 'link-branch-to-branch-off',
    description: 'the Route Server passes nothing to the VPN gateway',
    where: 'azure',
  },
  {
    name: 'link-prefix-limit',
    description: 'a node announces more routes than a Route Server takes',
    where: 'azure',
  },
  {
    name: 'link-peer-limit',
    description: 'a Route Server has nine peers, one more than it speaks with',
    where: 'azure',
  },
  {
    name: 'link-udr',
    description: 'a route table of the nodes sends traffic for the VPC nowhere',
    where: 'azure',
  },
  {
    name: 'link-bgp-propagation-off',
    description: 'route tables in Azure take no routes from gateways',
    where: 'azure',
  },
  {
    name: 'link-nsg',
    description: 'the security groups of the nodes let nothing in from the VPC',
    where: 'azure',
  },
  {
    name: 'link-gateway-nsg',
    description: 'GatewaySubnet has a security group',
    where: 'azure',
  },
  {
    name: 'link-outside-address',
    description: 'the first connection dials an address that is not AWS’s',
    where: 'azure',
  },
  {
    name: 'link-asn-differs',
    description: 'the first connection expects another AS number of AWS',
    where: 'azure',
  },
  { name: 'link-bgp-off', description: 'BGP is off on the first connection', where: 'azure' },
  {
    name: 'link-weak-cipher',
    description: 'the first tunnel runs on a cipher from before its options were tightened',
    where: 'aws',
  },
  {
    name: 'link-tunnel-missing',
    description: 'the last connection of the first link is gone',
    where: 'azure',
  },
  {
    name: 'link-vpc-detached',
    description: 'the first VPC is attached to its transit gateway no more',
    where: 'aws',
  },
  {
    name: 'link-interface-down',
    description: 'BGP is down on the first Direct Connect interface',
    where: 'aws',
  },
  {
    name: 'link-circuit-down',
    description: 'the provider of the ExpressRoute circuit has not provisioned it',
    where: 'azure',
  },
  {
    name: 'link-interface-confirming',
    description: 'the first Direct Connect interface waits to be accepted',
    where: 'aws',
  },
  {
    name: 'link-interface-rejected',
    description: 'the first Direct Connect interface was rejected',
    where: 'aws',
  },
  {
    name: 'link-interface-pending',
    description: 'the Direct Connect interfaces are still being made',
    where: 'aws',
  },
  {
    name: 'link-interface-testing',
    description: 'a failover test runs on the first Direct Connect interface',
    where: 'aws',
  },
  {
    name: 'link-interface-detached',
    description: 'the first Direct Connect interface is detached from its gateway',
    where: 'aws',
  },
  {
    name: 'link-interfaces-gone',
    description: 'the Direct Connect gateway has no interface',
    where: 'aws',
  },
  {
    name: 'link-same-device',
    description: 'all Direct Connect interfaces end at one device of AWS',
    where: 'aws',
  },
  {
    name: 'link-unassociated',
    description: 'the Direct Connect gateway is associated with no Transit Gateway',
    where: 'aws',
  },
  {
    name: 'link-prefix-not-allowed',
    description: 'the Direct Connect gateway may not announce the VPC',
    where: 'aws',
  },
  {
    name: 'link-interface-prefixes',
    description: 'a node announces more ranges than a Direct Connect interface takes',
    where: 'azure',
  },
  {
    name: 'link-circuit-provisioning',
    description: 'the provider is setting the ExpressRoute circuit up',
    where: 'azure',
  },
  {
    name: 'link-circuit-returned',
    description: 'the provider is taking the ExpressRoute circuit back',
    where: 'azure',
  },
  {
    name: 'link-circuit-disabled',
    description: 'the ExpressRoute circuit is disabled',
    where: 'azure',
  },
  {
    name: 'link-peering-missing',
    description: 'the ExpressRoute circuit has no private peering',
    where: 'azure',
  },
  {
    name: 'link-peering-disabled',
    description: 'private peering of the ExpressRoute circuit is disabled',
    where: 'azure',
  },
  {
    name: 'link-port-down',
    description: 'the second port of the ExpressRoute circuit has no session with the router',
    where: 'azure',
  },
  {
    name: 'link-edge-down',
    description: 'the gateway has no session with the second edge router',
    where: 'azure',
  },
  {
    name: 'link-edge-new',
    description: 'the gateway’s sessions with the edge routers came up a minute ago',
    where: 'azure',
  },
  {
    name: 'link-authorization-gone',
    description: 'the connection to the ExpressRoute circuit was taken back',
    where: 'azure',
  },
  {
    name: 'link-router-keeps-azure',
    description: 'the router between the circuits keeps Azure’s ranges from AWS',
    where: 'aws',
  },
  {
    name: 'link-router-keeps-aws',
    description: 'the router between the circuits keeps AWS’s ranges from Azure',
    where: 'azure',
  },
];
