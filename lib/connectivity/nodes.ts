/** Which nodes get a probe pod. */
import type { Node } from '../kubernetes/resources.ts';
import { connectivityErrors } from './errors.ts';
import { type Cloud, CLOUDS, type ProbeNode } from './types.ts';

const HYBRID = ['eks.amazonaws.com/compute-type', 'hybrid'] as const;
const ZONE = 'topology.kubernetes.io/zone';

export interface NodeChoice {
  /** Probe pods of each cloud, at most. */
  readonly perCloud: number;
  /** Chosen by name instead, where any are given; all of them must be there. */
  readonly names: readonly string[];
}

/**
 * Ready nodes that take pods, so many of each cloud, zones in turn so that each zone is seen as early as can be.
 * @throws EHA1802 when a cloud has none, or a named one is not there or not Ready
 */
export function chooseNodes(nodes: readonly Node[], { perCloud, names }: NodeChoice): readonly ProbeNode[] {
  const usable = nodes.filter(isUsable).flatMap(toProbeNode);
  const lacking = names.filter((name) => !usable.some((node) => node.name === name));
  if (lacking.length > 0) {
    throw connectivityErrors.EHA1802(`Not in the cluster, not Ready or cordoned: ${lacking.join(', ')}.`);
  }
  const wanted = names.length === 0 ? usable : usable.filter(({ name }) => names.includes(name));
  const chosen = CLOUDS.map((cloud) => spread(wanted, cloud).slice(0, perCloud));
  const empty = CLOUDS.filter((_, index) => chosen[index]?.length === 0);
  if (empty.length > 0) {
    const seen = `${String(nodes.length)} nodes, ${String(usable.length)} of them usable`;
    throw connectivityErrors.EHA1802(`No Ready node that takes pods in: ${empty.join(', ')} (${seen}).`);
  }
  return chosen.flat();
}

function isUsable({ spec, status }: Node): boolean {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.status === 'True';
  return ready && spec?.unschedulable !== true;
}

function toProbeNode({ metadata, status }: Node): ProbeNode[] {
  const name = metadata?.name;
  const ip = status?.addresses?.find(({ type }) => type === 'InternalIP')?.address;
  if (name === undefined || ip === undefined) return [];
  const labels = metadata?.labels ?? {};
  const cloud: Cloud = labels[HYBRID[0]] === HYBRID[1] ? 'azure' : 'aws';
  return [{ name, cloud, zone: labels[ZONE] ?? '', ip }];
}

/** The first of each zone, then the second of each, by name. */
function spread(nodes: readonly ProbeNode[], cloud: Cloud): readonly ProbeNode[] {
  const sorted = nodes.filter((node) => node.cloud === cloud).sort((a, b) => (a.name < b.name ? -1 : 1));
  const turns = new Map<string, number>();
  const ranked = sorted.map((node) => {
    const turn = turns.get(node.zone) ?? 0;
    turns.set(node.zone, turn + 1);
    return { node, turn };
  });
  return ranked.sort((a, b) => a.turn - b.turn).map(({ node }) => node);
}
