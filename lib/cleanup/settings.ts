/** Classes of hybrid nodes. */
export type NodeClass =
  | 'busy'
  | 'empty'
  | 'underused'
  | 'starting'
  | 'unreachable'
  | 'dead'
  | 'protected'
  /** A list that the class depends on is not whole. */
  | 'unknown';

/** Classes of what is left over without a node. */
export type OrphanClass = 'orphan-instance' | 'orphan-activation' | 'orphan-azure';

/** What a run may remove. */
export type Removable = 'empty' | 'underused' | 'dead' | OrphanClass;

export const REMOVABLE: readonly Removable[] = [
  'empty',
  'underused',
  'dead',
  'orphan-instance',
  'orphan-activation',
  'orphan-azure',
];

/** Nodes that do nothing are marked first and removed by a later run. */
export function isIdle(nodeClass: NodeClass): nodeClass is 'empty' | 'underused' {
  return nodeClass === 'empty' || nodeClass === 'underused';
}

/** What a run is told; durations in milliseconds, shares from 0 to 100. */
export interface CleanupSettings {
  readonly cluster: { readonly name: string; readonly region: string };
  readonly remove: ReadonlySet<Removable>;
  /** How long a node has to be idle, from its mark. */
  readonly idleFor: number;
  /** How long a node must have been silent to be dead. */
  readonly deadAfter: number;
  /** Age below which a node counts as starting, and anything else as on its way. */
  readonly grace: number;
  /** A node is underused when what its pods ask for is below this share of both CPU and memory. */
  readonly underusedPercent: number;
  /** Ready nodes that each pool keeps. */
  readonly minNodes: number;
  /** Nodes that one run may remove; more stops it before any act. */
  readonly maxNodes: number;
  readonly maxNodesPercent: number;
  /** Orphans that one run may remove. */
  readonly maxOrphans: number;
  /** Silent nodes whose VM is not known to be off; a larger share means that the link is down. */
  readonly maxSilentPercent: number;
  /** Whether now is within a window in which nodes may be removed. */
  readonly windowOpen: boolean;
}
