import type { CleanupSettings } from './settings.ts';
import type { NodeVerdict, OrphanVerdict } from './plan.ts';

/** Why a run must not remove anything. */
export interface Stop {
  readonly guard: 'lists' | 'link' | 'nodes' | 'share' | 'orphans' | 'window';
  /** What was found, and what would allow it. */
  readonly sentence: string;
}

/**
 * The link between the clouds is down when too many nodes are silent at once whose VMs Azure does not know to be off:
 * Kubernetes hears of all of them by that link alone. A single silent node is no share.
 */
export function linkStop(
  nodes: readonly NodeVerdict[],
  { maxSilentPercent }: CleanupSettings,
): readonly Stop[] {
  const silent = nodes.filter(
    ({ signs, class: of }) =>
      of !== 'starting' && signs.kubernetes.says !== 'alive' && signs.azure.says !== 'off',
  );
  const percent = shareOf(silent.length, nodes.length);
  if (silent.length < 2 || percent <= maxSilentPercent) return [];
  return [
    {
      guard: 'link',
      sentence:
        `Kubernetes does not hear of ${silent.length} of ${nodes.length} hybrid nodes (${Math.round(percent)} %, limit ${maxSilentPercent} %), ` +
        `while Azure does not have their VMs switched off: the link between the clouds is likely down. ` +
        `Look at the tunnels first (action tunnel-status); max-silent-percent sets the limit.`,
    },
  ];
}

/** Limits that stop a run before any act when it would remove more than it may. */
export function countStops(
  nodes: readonly NodeVerdict[],
  orphans: readonly OrphanVerdict[],
  { maxNodes, maxNodesPercent, maxOrphans }: CleanupSettings,
): readonly Stop[] {
  const removed = nodes.filter(({ decision }) => decision === 'remove').length;
  const left = orphans.filter(({ decision }) => decision === 'remove').length;
  const percent = shareOf(removed, nodes.length);
  return [
    ...(removed > maxNodes
      ? [stop('nodes', `${removed} nodes would be removed, more than max-nodes allows (${maxNodes}).`)]
      : []),
    ...(removed > 1 && percent > maxNodesPercent
      ? [
          stop(
            'share',
            `${removed} of ${nodes.length} nodes would be removed (${Math.round(percent)} %), more than max-percent allows (${maxNodesPercent} %).`,
          ),
        ]
      : []),
    ...(left > maxOrphans
      ? [stop('orphans', `${left} orphans would be removed, more than max-orphans allows (${maxOrphans}).`)]
      : []),
  ];
}

/** Outside the windows nodes are marked and unmarked, and nothing is removed. */
export function windowStop({ windowOpen }: CleanupSettings): readonly Stop[] {
  return windowOpen ? [] : [stop('window', 'It is outside the windows in which things may be removed.')];
}

function stop(guard: Stop['guard'], sentence: string): Stop {
  return { guard, sentence };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (part * 100) / whole;
}
