import { type RuleText } from './rule.ts';

const AWS_TUNNEL =
  'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnTunnelOptionsSpecification.html';
const AZURE_TO_AWS = 'https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-howto-aws-bgp';
const AZURE_FAQ = 'https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq';
const ROUTE_SERVER = 'https://learn.microsoft.com/azure/route-server/route-server-faq';

/** Rules on the tunnels and on the autonomous systems that talk through them. */
export const BGP_TEXTS = {
  'tunnel-size': {
    checks: 'Tunnel inside ranges are exactly /30.',
    source: AWS_TUNNEL,
    needs: ['tunnel-inside'],
    sentence: '{a} is no /30, and AWS takes no other size inside a tunnel.',
    remedy: 'Use a /30 of 169.254.21.0/24 or 169.254.22.0/24.',
  },
  'tunnel-outside-azure-apipa': {
    checks: 'Tunnel inside ranges lie in 169.254.21.0 to 169.254.22.255.',
    source: AZURE_TO_AWS,
    needs: ['tunnel-inside'],
    sentence: '{a} is outside 169.254.21.0 to 169.254.22.255, and Azure takes no other custom BGP address.',
    remedy: 'Use a /30 of 169.254.21.0/24 or 169.254.22.0/24.',
  },
  'tunnel-aws-reserved': {
    checks: 'Tunnel inside ranges are none of the seven /30s that AWS keeps, and lie in 169.254.0.0/16.',
    source: AWS_TUNNEL,
    needs: ['tunnel-inside'],
    sentence: '{a} is refused by AWS: {why}.',
    remedy: 'Use a /30 of 169.254.21.0/24 or 169.254.22.0/24.',
  },
  'tunnels-overlap': {
    checks: 'Tunnel inside ranges share no address.',
    source: AWS_TUNNEL,
    needs: ['tunnel-inside'],
    sentence: '{a} {kind} {b}: AWS wants each tunnel of a transit gateway in a range of its own.',
    remedy: 'Give one of the tunnels another /30.',
  },
  'tunnel-address-outside': {
    checks: 'Each BGP address of a tunnel end lies in a tunnel inside range.',
    source: AZURE_TO_AWS,
    needs: ['tunnel-inside'],
    sentence: '{a} is in no tunnel inside range ({ranges}): BGP has no neighbour there.',
    remedy: 'Use the second host of the tunnel’s /30 on the Azure side; AWS takes the first.',
  },
  'tunnel-address-side': {
    checks: 'AWS has the first host of each /30 and Azure the second.',
    source: AZURE_TO_AWS,
    needs: ['tunnel-inside'],
    sentence:
      '{a} is not the {ordinal} host of {b}: AWS takes the first for itself and Azure must have the second.',
    remedy: 'Use {wanted} on the {side} side.',
  },
  'tunnel-address-twice': {
    checks: 'No two tunnels have the same BGP address.',
    source: AZURE_TO_AWS,
    needs: ['tunnel-inside'],
    sentence: '{a} is also the address of {b}: only one of the two tunnels gets routes.',
    remedy: 'Give each tunnel the address of its own /30.',
  },
  'tunnel-without-address': {
    checks: 'Where BGP addresses of the Azure gateway are known, each tunnel has one.',
    source: AZURE_TO_AWS,
    needs: ['tunnel-inside'],
    sentence: '{a} has no BGP address on the Azure side: the tunnel would come up and carry no route.',
    remedy:
      'Add {wanted} to the gateway’s APIPA addresses and set it as custom BGP address of the connection.',
  },
  'asn-reserved': {
    checks: 'AS numbers are none that IANA or Azure keep.',
    source: `${AZURE_FAQ}; https://www.iana.org/assignments/iana-as-numbers-special-registry/`,
    needs: ['transit-gateway', 'azure-gateway', 'cilium', 'peer'],
    sentence: '{a} is reserved: {why}.',
    remedy: 'Choose a private number that is free here, for example {free}.',
  },
  'tgw-asn-range': {
    checks: 'The transit gateway has 64512–65534 or 4200000000–4294967294.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRequestOptions.html',
    needs: ['transit-gateway'],
    sentence: '{a} is outside 64512–65534 and 4200000000–4294967294, and AWS takes no other.',
    remedy: 'Choose a number from these, for example {free}.',
  },
  'asns-equal': {
    checks: 'Transit gateway, Azure gateway, Cilium and connected networks have different AS numbers.',
    source: 'RFC 4271 §9.1.2',
    needs: ['transit-gateway', 'azure-gateway', 'route-server', 'cilium', 'peer'],
    sentence:
      '{a} and {b} have the same AS number: each drops routes that carry its own number, taking them for a loop.',
    remedy: 'Change one of them, for example to {free}.',
  },
  'asn-64512-trap': {
    checks: 'Cilium does not have 64512 where the transit gateway has it by default.',
    source: 'https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/',
    needs: ['transit-gateway', 'cilium'],
    sentence:
      '{a} and {b}: 64512 is both the default of a transit gateway and the number in Cilium’s examples. Routes to pods arrive with it in their path, and the transit gateway drops them as a loop.',
    remedy: 'Give Cilium a number of its own, for example {free}.',
  },
  'route-server-asn': {
    checks: 'Route Server has 65515.',
    source: ROUTE_SERVER,
    needs: ['route-server'],
    sentence: '{a}: a Route Server always has 65515.',
    remedy: 'Write 65515 where peers of Route Server are set up.',
  },
  'gateway-asn-for-route-server': {
    checks: 'Beside a Route Server the Azure gateway has 65515.',
    source: 'https://learn.microsoft.com/azure/route-server/expressroute-vpn-support',
    needs: ['azure-gateway'],
    sentence:
      '{a}: beside a Route Server, Azure asks for a VPN gateway with 65515, or may not pass routes between them.',
    remedy: 'Set the gateway’s AS number to 65515, and that of the customer gateways with it.',
  },
  'route-server-16-bit': {
    checks: 'Peers of Route Server have 16-bit AS numbers.',
    source: ROUTE_SERVER,
    needs: ['cilium'],
    sentence: '{a} has more than 16 bits, and Route Server takes no such peer.',
    remedy: 'Choose a number from 64512 to 65534 that is free here, for example {free}.',
  },
  'customer-gateway-asn': {
    checks: 'Customer gateways have the AS number of the Azure gateway.',
    source: AZURE_TO_AWS,
    needs: ['customer-gateway', 'azure-gateway'],
    sentence: '{a} stands for the Azure gateway on the AWS side, which has {b}: BGP does not come up.',
    remedy: 'Set bgp_asn of the customer gateway to {wanted}; AWS replaces the gateway for that.',
  },
  'local-network-gateway-asn': {
    checks: 'Local network gateways have the AS number of the transit gateway.',
    source: AZURE_TO_AWS,
    needs: ['local-network-gateway', 'transit-gateway'],
    sentence: '{a} stands for the transit gateway on the Azure side, which has {b}: BGP does not come up.',
    remedy: 'Set the AS number of the local network gateway to {wanted}.',
  },
  'tgw-asns-equal': {
    checks: 'Each transit gateway of a source has an AS number of its own.',
    source: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html',
    needs: ['transit-gateway'],
    sentence:
      '{a} and {b} have the same AS number: a router that both announce to cannot tell them apart, and neither takes the routes of the other.',
    remedy:
      'Give one of them another number, for example {free}; AWS changes it only without VPN connections.',
  },
  'cilium-asns-differ': {
    checks: 'All instances of Cilium in a source have one AS number.',
    source: 'https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/',
    needs: ['cilium'],
    sentence:
      '{a} and {b} are one cluster with different AS numbers: the peers of each node must be set up with its own number, or its session does not come up.',
    remedy: 'Use one number for all nodes, for example {a}.',
  },
} as const satisfies Record<string, RuleText>;
