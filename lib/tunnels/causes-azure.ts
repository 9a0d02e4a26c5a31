import { parseCidr, relation } from '../net/cidr.ts';
import type { CauseRule } from './cause.ts';
import { certain } from './causes-routes.ts';
import type { HopName } from './network-proof.ts';
import { holds } from './route-views.ts';
import { letsIn, nodeGroups } from './security-groups.ts';

const gatewaySubnet: CauseRule = ({ facts, link }) => {
  const network = link.gateway?.networkId ?? null;
  const subnets = facts.subnets.ok && network !== null ? facts.subnets.value : [];
  const subnet = subnets.find(({ name, networkId }) => name === 'GatewaySubnet' && networkId === network);
  if (subnet === undefined) return [];
  const table = facts.routeTables.ok
    ? facts.routeTables.value.find(({ id }) => id.toLowerCase() === subnet.routeTableId?.toLowerCase())
    : undefined;
  const isDefault = table?.routes.some(({ prefix }) => prefix === '0.0.0.0/0') === true;
  return [
    ...(subnet.securityGroupId !== null
      ? [
          certain({
            id: 'gateway-subnet-nsg' as const,
            subjects: [subnet.name],
            sentence:
              'GatewaySubnet has a network security group, which Azure does not support: it drops IKE and BGP of the gateway.',
            remedy: 'Take the network security group off GatewaySubnet.',
          }),
        ]
      : []),
    ...(table !== undefined && (table.propagationOff || isDefault)
      ? [
          certain({
            id: 'gateway-subnet-udr' as const,
            subjects: [table.name],
            sentence: `The route table ${table.name} of GatewaySubnet ${table.propagationOff ? 'switches off the propagation of gateway routes' : 'sends everything elsewhere (0.0.0.0/0)'}, so the gateway loses its ways.`,
            remedy: 'Switch propagation on, and leave 0.0.0.0/0 out of the route table of GatewaySubnet.',
          }),
        ]
      : []),
  ];
};

/** A user's route of a node that holds a network of AWS comes before what the gateway learns. */
const nodeRoutes: CauseRule = ({ facts, link, expected }) => {
  const own = facts.interfaces.ok
    ? facts.interfaces.value.filter(({ networkId }) => networkId === link.gateway?.networkId)
    : [];
  const found = own.flatMap(({ name, routes }) => {
    if (!routes.ok) return [];
    const user = routes.value.filter(
      ({ active, source, nextHopType }) =>
        active && source === 'User' && nextHopType !== 'VirtualNetworkGateway',
    );
    const hit = (expected?.fromAws ?? []).some((network) =>
      user.some(
        ({ prefixes: all }) => holds(all, network) && all.some((text) => overlapsText(text, network)),
      ),
    );
    const gateway = routes.value.filter(
      ({ active, nextHopType }) => active && nextHopType === 'VirtualNetworkGateway',
    );
    const isReached = (expected?.fromAws ?? []).every((network) =>
      holds(
        gateway.flatMap((one) => one.prefixes),
        network,
      ),
    );
    return hit && !isReached ? [name] : [];
  });
  if (found.length === 0) return [];
  return [
    certain({
      id: 'node-udr',
      subjects: found,
      sentence: 'A user-defined route of the nodes’ subnet takes packets to AWS away from the gateway.',
      remedy:
        'Remove the route, or give the networks of AWS a more specific one to the virtual network gateway.',
    }),
  ];
};

function overlapsText(text: string, network: Parameters<typeof holds>[1]): boolean {
  const parsed = parseCidr(text);
  return parsed.ok && relation(parsed.cidr, network) !== 'disjoint';
}

const nodePropagation: CauseRule = ({ facts, link, networks }) => {
  const lacks = (hop: HopName): boolean =>
    networks.some(({ hops }) => hops.some((one) => one.hop === hop && one.state === 'down'));
  if (!lacks('azure-effective') || !facts.subnets.ok || !facts.routeTables.ok) return [];
  const used = new Set(
    facts.subnets.value
      .filter(({ name, networkId }) => networkId === link.gateway?.networkId && name !== 'GatewaySubnet')
      .flatMap(({ routeTableId }) => routeTableId?.toLowerCase() ?? []),
  );
  const off = facts.routeTables.value.filter(
    ({ id, propagationOff }) => propagationOff && used.has(id.toLowerCase()),
  );
  return off.length === 0
    ? []
    : [
        certain({
          id: 'propagation-off',
          subjects: off.map(({ name }) => name),
          sentence: `Route tables of the nodes’ subnets do not take the gateway’s routes: ${off.map(({ name }) => name).join(', ')}.`,
          remedy: 'Switch the propagation of gateway routes on (`bgp_route_propagation_enabled`).',
        }),
      ];
};

const nodeSecurity: CauseRule = ({ facts, link, expected }) => {
  const groups = nodeGroups(facts, link.gateway);
  const closed = (groups.ok ? groups.value : []).filter(({ group }) =>
    (expected?.fromAws ?? []).some((network) => !letsIn(group, network)),
  );
  if (closed.length === 0) return [];
  return [
    certain({
      id: 'node-nsg',
      subjects: closed.map(({ subnet }) => subnet.name),
      sentence:
        'The network security group of the nodes’ subnet keeps out what comes from the VPC; the control plane does not reach the kubelet on port 10250.',
      remedy: 'Let the ranges of the VPC in, as the module azure-network does.',
    }),
  ];
};

/** Rules about what stands in the way inside Azure's network. */
export const AZURE_RULES: readonly CauseRule[] = [gatewaySubnet, nodeSecurity, nodeRoutes, nodePropagation];
