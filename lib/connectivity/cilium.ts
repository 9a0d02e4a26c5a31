/** Health of Cilium as its objects in the API tell it, without its CLI. */
import {
  CILIUM_NODES,
  type CustomObject,
  DAEMON_SETS,
  DEPLOYMENTS,
  resource,
} from '../kubernetes/resources.ts';
import { refusalOf } from '../kubernetes/status.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import type { Check, CheckKind, Outcome, Place, PodRouting, ProbeNode } from './types.ts';

const BGP_NODES = resource('cilium.io', 'v2', 'ciliumbgpnodeconfigs', false);
const VTEPS = resource('cilium.io', 'v2', 'ciliumvtepconfigs', false);
const NAMESPACE = 'kube-system';
const SELF: Place = { name: 'Cilium', cloud: 'azure' };

/** Agents, operator and the Cilium side of each probed hybrid node; BGP and VTEP where the pod routing needs them. */
export async function checkCilium(
  door: ClusterDoor,
  nodes: readonly ProbeNode[],
  routing: PodRouting,
): Promise<readonly Check[]> {
  const hybrid = nodes.filter(({ cloud }) => cloud === 'azure');
  const parts = [checkAgents(door), checkOperator(door), checkNodes(door, hybrid)];
  if (routing === 'bgp') parts.push(checkBgp(door, hybrid));
  if (routing === 'gateway') parts.push(checkVtep(door));
  return (await Promise.all(parts)).flat();
}

function result(kind: CheckKind, target: Place, outcome: Outcome, detail: string): Check {
  return { kind, source: SELF, target, outcome, detail };
}

/** What cannot be read is unknown. */
async function guarded(kind: CheckKind, work: () => Promise<readonly Check[]>): Promise<readonly Check[]> {
  try {
    return await work();
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return [result(kind, SELF, 'unknown', error instanceof Error ? error.message : String(error))];
  }
}

function checkAgents(door: ClusterDoor): Promise<readonly Check[]> {
  return guarded('cilium-agent', async () => {
    const set = await door.get(DAEMON_SETS, { name: 'cilium', namespace: NAMESPACE });
    if (set === undefined)
      return [result('cilium-agent', SELF, 'failed', 'no DaemonSet cilium in kube-system')];
    const { desiredNumberScheduled: wanted = 0, numberReady: ready = 0 } = set.status ?? {};
    const isGood = wanted > 0 && ready === wanted;
    return [
      result(
        'cilium-agent',
        SELF,
        isGood ? 'passed' : 'failed',
        `${String(ready)} of ${String(wanted)} agents ready`,
      ),
    ];
  });
}

function checkOperator(door: ClusterDoor): Promise<readonly Check[]> {
  return guarded('cilium-operator', async () => {
    const deployment = await door.get(DEPLOYMENTS, { name: 'cilium-operator', namespace: NAMESPACE });
    if (deployment === undefined) {
      return [result('cilium-operator', SELF, 'failed', 'no Deployment cilium-operator in kube-system')];
    }
    const available = deployment.status?.availableReplicas ?? 0;
    return [
      result('cilium-operator', SELF, available > 0 ? 'passed' : 'failed', `${String(available)} available`),
    ];
  });
}

const toPlace = ({ name }: ProbeNode): Place => ({ name, cloud: 'azure' });

function checkNodes(door: ClusterDoor, hybrid: readonly ProbeNode[]): Promise<readonly Check[]> {
  return guarded('cilium-node', async () => {
    const { items } = await door.list(CILIUM_NODES);
    return hybrid.map((node) => {
      const found = items.find(({ metadata }) => metadata?.name === node.name);
      const ipam = found?.spec?.['ipam'] as { readonly podCIDRs?: readonly string[] } | undefined;
      const ranges = ipam?.podCIDRs ?? [];
      if (found === undefined)
        return result('cilium-node', toPlace(node), 'failed', 'no CiliumNode of this name');
      return ranges.length === 0
        ? result('cilium-node', toPlace(node), 'failed', 'no range for pods')
        : result('cilium-node', toPlace(node), 'passed', ranges.join(', '));
    });
  });
}

interface BgpPeer {
  readonly name?: string;
  readonly peerAddress?: string;
  readonly peeringState?: string;
  readonly routeCount?: readonly { readonly advertised?: number }[];
}

/** Each hybrid node: all sessions established, and at least one route advertised on each. */
function checkBgp(door: ClusterDoor, hybrid: readonly ProbeNode[]): Promise<readonly Check[]> {
  return guarded('cilium-bgp', async () => {
    const { items } = await door.list(BGP_NODES);
    return hybrid.map((node) => {
      const peers = peersOf(items.find(({ metadata }) => metadata?.name === node.name));
      if (peers.length === 0)
        return result('cilium-bgp', toPlace(node), 'failed', 'no BGP session is configured or told of');
      const lines = peers.map(
        ({ name, peerAddress, peeringState, routeCount }) =>
          `${peerAddress ?? name ?? 'peer'} ${peeringState ?? 'state unknown'}, ${String(advertised(routeCount))} advertised`,
      );
      const isGood = peers.every(
        (peer) => peer.peeringState === 'established' && advertised(peer.routeCount) > 0,
      );
      return result('cilium-bgp', toPlace(node), isGood ? 'passed' : 'failed', lines.join('; '));
    });
  });
}

function peersOf(config: CustomObject | undefined): readonly BgpPeer[] {
  const instances = config?.status?.['bgpInstances'];
  if (!Array.isArray(instances)) return [];
  return (instances as readonly { readonly peers?: readonly BgpPeer[] }[]).flatMap(
    ({ peers }) => peers ?? [],
  );
}

function advertised(counts: BgpPeer['routeCount']): number {
  return (counts ?? []).reduce((sum, { advertised: count = 0 }) => sum + count, 0);
}

/** The hybrid nodes gateway writes the VTEP configuration; without it no node knows the way to AWS pods. */
function checkVtep(door: ClusterDoor): Promise<readonly Check[]> {
  return guarded('cilium-vtep', async () => {
    const { items } = await door.list(VTEPS);
    if (items.length === 0)
      return [result('cilium-vtep', SELF, 'failed', 'no CiliumVTEPConfig: the gateway has not written one')];
    const names = items.map(({ metadata }) => metadata?.name ?? '');
    return [result('cilium-vtep', SELF, 'passed', names.join(', '))];
  });
}
