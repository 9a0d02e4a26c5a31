import { allUp, type Signal } from './algebra.ts';
import type { CloudFacts } from './facts.ts';
import type { NetworkProof } from './network-proof.ts';

/** Why no network of a link was proven. */
export const NOTHING_EXPECTED =
  'No network is expected of this link, so none is proven; give the outputs of the foundation stack.';

/** Reasons why lists could not be read, each once: what they hold may be what is wrong. */
export function unreadOf(facts: CloudFacts): readonly string[] {
  const { awsTunnels, transitGateways, vpcTables, gateways, connections, routeServers, interfaces } = facts;
  const { directConnect, privateConnections } = facts;
  const all = [
    awsTunnels,
    transitGateways,
    vpcTables,
    gateways,
    connections,
    directConnect,
    privateConnections,
    routeServers,
    interfaces,
    facts.subnets,
    facts.routeTables,
    facts.securityGroups,
  ];
  const reasons = all.flatMap((reading) => (reading.ok ? [] : [reading.reason]));
  const peers = connections.ok ? connections.value.flatMap(({ peer }) => (peer.ok ? [] : [peer.reason])) : [];
  return [...new Set([...reasons, ...peers, ...facts.lacking])];
}

/** All expected networks together. A list that could not be read may hold what is wrong. */
export function networksStateOf(networks: readonly NetworkProof[], facts: CloudFacts): Signal {
  const isKnown = networks.length > 0 && unreadOf(facts).length === 0;
  return allUp([...networks.map(({ state }) => state), isKnown ? 'up' : 'unknown']);
}
