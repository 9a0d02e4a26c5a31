/** Routes and filters of both clouds, as Terraform made them, for the pod network. */
import type { WorldObject } from '../terraform-provider/engine/types.ts';
import { number, text, texts } from './attributes.ts';
import { inBlock } from './pod-network-policy.ts';
import type { Place, Protocol } from './pod-network.ts';
import type { PodRouting } from './pod-network-facts.ts';
import type { World } from './world.ts';

/** Whether routes lead from the VPC to a pod. The gateway writes its own into the route tables, without Terraform. */
export function hasPodRoute({ objects }: World, routing: PodRouting, { address }: Place): boolean {
  if (routing === 'gateway') return true;
  const isVpcRoute = (route: WorldObject): boolean => inBlock(address, text(route, 'destination_cidr_block'));
  // Routes to the Internet lead to no pod.
  const isSpecific = (route: WorldObject): boolean => text(route, 'destination_cidr_block') !== '0.0.0.0/0';
  if (!objects.list('aws_route').some((route) => isSpecific(route) && isVpcRoute(route))) return false;
  return (
    routing !== 'udr' ||
    objects.list('azurerm_route').some((route) => inBlock(address, text(route, 'address_prefix')))
  );
}

export interface FilteredPacket {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  readonly port: number;
}

/**
 * Whether the rules of Azure's network security groups deny a packet that comes in: the first that fits decides, and
 * without one what comes from the virtual network and over its gateway is let in.
 */
export function securityGroupDenies({ objects }: World, packet: FilteredPacket): boolean {
  const [first] = objects
    .list('azurerm_network_security_rule')
    .filter((rule) => text(rule, 'direction') === 'Inbound' && fits(rule, packet))
    .sort((left, right) => number(left, 'priority') - number(right, 'priority'));
  return first !== undefined && text(first, 'access') === 'Deny';
}

function fits(rule: WorldObject, { from, to, protocol, port }: FilteredPacket): boolean {
  const wanted = text(rule, 'protocol').toLowerCase();
  return (
    (wanted === '*' || wanted === protocol) &&
    both(rule, 'source_address_prefix', 'source_address_prefixes').some((one) => isIn(from, one)) &&
    both(rule, 'destination_address_prefix', 'destination_address_prefixes').some((one) => isIn(to, one)) &&
    (protocol === 'icmp' ||
      both(rule, 'destination_port_range', 'destination_port_ranges').some((range) => isPort(port, range)))
  );
}

function both(rule: WorldObject, one: string, many: string): readonly string[] {
  return [text(rule, one), ...texts(rule, many)].filter(Boolean);
}

/** Of the tags, `VirtualNetwork` covers what the gateway leads to; the others name nobody of ours. */
function isIn(address: string, prefix: string): boolean {
  return prefix === '*' || prefix === 'VirtualNetwork' || inBlock(address, prefix);
}

function isPort(port: number, range: string): boolean {
  if (range === '*') return true;
  const [first = '', last = first] = range.split('-');
  return port >= Number(first) && port <= Number(last);
}
