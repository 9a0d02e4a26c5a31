/** BGP sessions and announcements of hybrid nodes, from the status that their agents write. */
import type { CustomObject } from '../kubernetes/resources.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import { BGP_NODES, ciliumCheck, hybridPlace, named, podRanges } from './cilium-check.ts';
import type { Check, ProbeNode } from './types.ts';

interface BgpPeer {
  readonly name?: string;
  readonly peerAddress?: string;
  readonly peeringState?: string;
  readonly routeCount?: readonly { readonly advertised?: number }[];
}

/**
 * Each hybrid node: every session that is configured is established, and announces at least as many routes as the node
 * has ranges for pods. The API tells numbers, not prefixes: which ones arrive, the routes of the clouds tell.
 */
export async function checkBgp(
  door: ClusterDoor,
  hybrid: readonly ProbeNode[],
  ciliumNodes: readonly CustomObject[],
): Promise<readonly Check[]> {
  const { items } = await door.list(BGP_NODES);
  return hybrid.map((node) =>
    checkNode(node, named(items, node.name), podRanges(named(ciliumNodes, node.name))),
  );
}

function checkNode(node: ProbeNode, config: CustomObject | undefined, ranges: readonly string[]): Check {
  const done = (outcome: 'passed' | 'failed', detail: string): Check =>
    ciliumCheck('cilium-bgp', hybridPlace(node), outcome, detail);
  const told = peersOf(config?.status);
  const wanted = peersOf(config?.spec);
  const silent = wanted.filter(({ name }) => !told.some((peer) => peer.name === name));
  if (wanted.length + told.length === 0) return done('failed', 'no BGP session is configured or told of');
  const expected = Math.max(ranges.length, 1);
  const lines = [
    ...told.map(
      (peer) =>
        `${nameOf(peer)} ${peer.peeringState ?? 'state unknown'}, ${String(advertised(peer))} of ${String(expected)} routes advertised`,
    ),
    ...silent.map((peer) => `${nameOf(peer)} is configured, and the agent tells nothing of it`),
  ];
  const isGood =
    silent.length === 0 &&
    told.every((peer) => peer.peeringState === 'established' && advertised(peer) >= expected);
  const what = ranges.length === 0 ? '' : ` (${ranges.join(', ')})`;
  return done(isGood ? 'passed' : 'failed', `${lines.join('; ')}${what}`);
}

const nameOf = ({ peerAddress, name }: BgpPeer): string => peerAddress ?? name ?? 'peer';

function peersOf(part: Readonly<Record<string, unknown>> | undefined): readonly BgpPeer[] {
  const instances = part?.['bgpInstances'];
  if (!Array.isArray(instances)) return [];
  return (instances as readonly { readonly peers?: readonly BgpPeer[] }[]).flatMap(
    ({ peers }) => peers ?? [],
  );
}

function advertised({ routeCount }: BgpPeer): number {
  return (routeCount ?? []).reduce((sum, { advertised: count = 0 }) => sum + count, 0);
}
