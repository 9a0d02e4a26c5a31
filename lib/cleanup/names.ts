/** Labels, annotations and ids that node-cleanup reads and writes. */
import type { NodeFact } from './facts.ts';

const PREFIX = 'eks-hybrid-actions.io';

/** Set by the join script of a node: name of its pool in Terraform. */
export const POOL_LABEL = `${PREFIX}/pool`;
/** Set by the join script of a node: name of its Azure VM. */
export const VM_LABEL = `${PREFIX}/vm`;
/** RFC 3339 moment at which a run first saw the node idle. */
export const IDLE_SINCE = `${PREFIX}/idle-since`;
/** The journal of a removal under way; see journal.ts. */
export const JOURNAL = `${PREFIX}/cleanup`;
/** `true` as a label or an annotation keeps a node for ever; an RFC 3339 moment as annotation until then. */
export const KEEP = `${PREFIX}/keep`;

export const COMPUTE_TYPE_LABEL = 'eks.amazonaws.com/compute-type';
export const DO_NOT_DISRUPT = 'karpenter.sh/do-not-disrupt';
export const SCALE_DOWN_DISABLED = 'cluster-autoscaler.kubernetes.io/scale-down-disabled';
export const SAFE_TO_EVICT = 'cluster-autoscaler.kubernetes.io/safe-to-evict';
export const MIRROR = 'kubernetes.io/config.mirror';

/** Nodes without the label are in a pool of this name, for guards that count by pool. */
export const NO_POOL = '(no pool)';

export function poolOf(node: Pick<NodeFact, 'labels'>): string {
  return node.labels[POOL_LABEL] ?? NO_POOL;
}

const PROVIDER_ID = /^eks-hybrid:\/\/\/([a-z0-9-]+)\/([^/]+)\/(mi-[0-9a-f]{17})$/;

/**
 * Why a node with the label of hybrid nodes is none of this cluster that may be removed; undefined when it is one. The
 * form of the id is that of nodeadm: region, cluster, managed instance.
 */
export function foreignBecause(
  node: Pick<NodeFact, 'name' | 'providerId'>,
  cluster: { readonly name: string; readonly region: string },
): string | undefined {
  const match = PROVIDER_ID.exec(node.providerId);
  if (match === null) return `Its provider id ${node.providerId || '(none)'} is not that of a hybrid node.`;
  const [, region, name, instance] = match;
  if (name !== cluster.name) return `Its provider id names the cluster ${name ?? ''}.`;
  if (region !== cluster.region) return `Its provider id names the region ${region ?? ''}.`;
  return instance === node.name ? undefined : `Its provider id names ${instance ?? ''}, not the node itself.`;
}
