import { type Cidr, covers, parseCidr } from '../net/cidr.ts';
import type { AzureGateway, AzureSubnet, CloudFacts, Reading, SecurityGroup, SecurityRule } from './facts.ts';

/** Port of the kubelet, which the control plane calls on every node. */
const KUBELET = 10_250;

/**
 * Whether a security group lets TCP from a network in to a port. Rules count in the order of their priority; Azure's own
 * last ones let the virtual network in, to which what the gateway learns belongs.
 */
export function letsIn({ rules }: SecurityGroup, network: Cidr, port = KUBELET): boolean {
  const ordered = rules.filter(({ inbound }) => inbound).sort((one, other) => one.priority - other.priority);
  return ordered.find((rule) => matches(rule, network, port))?.allows ?? true;
}

function matches({ protocol, sources, ports }: SecurityRule, network: Cidr, port: number): boolean {
  const isFrom = (source: string): boolean => {
    if (source === '*' || source === 'VirtualNetwork') return true;
    const parsed = parseCidr(source);
    return parsed.ok && covers(parsed.cidr, network);
  };
  const isPort = (range: string): boolean => {
    if (range === '*') return true;
    const [first = '', last = first] = range.split('-');
    return Number(first) <= port && port <= Number(last);
  };
  return /^(?:\*|tcp)$/i.test(protocol) && sources.some(isFrom) && ports.some(isPort);
}

/** Subnets of the link's nodes with their security groups. */
export function nodeGroups(
  { interfaces, subnets, securityGroups }: CloudFacts,
  gateway: AzureGateway | null,
): Reading<readonly { readonly subnet: AzureSubnet; readonly group: SecurityGroup }[]> {
  if (!interfaces.ok) return interfaces;
  if (!subnets.ok) return subnets;
  if (!securityGroups.ok) return securityGroups;
  const used = new Set(
    interfaces.value
      .filter(({ networkId }) => networkId === gateway?.networkId)
      .map(({ subnetId }) => subnetId),
  );
  const value = subnets.value.flatMap((subnet) => {
    const group = securityGroups.value.find(
      ({ id }) => id.toLowerCase() === subnet.securityGroupId?.toLowerCase(),
    );
    return used.has(subnet.id) && group !== undefined ? [{ subnet, group }] : [];
  });
  return { ok: true, value };
}
