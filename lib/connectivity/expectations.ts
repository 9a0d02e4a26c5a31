import type { CheckKind, Place, PodRouting } from './types.ts';

/** Kinds whose packets go to the address of a pod. */
const TO_POD: readonly CheckKind[] = [
  'pod-icmp',
  'pod-tcp',
  'pod-udp',
  'large-body',
  'path-mtu',
  'cluster-ip',
  'dns-replica-udp',
  'dns-replica-tcp',
  'webhook',
  'policy-allow',
  'policy-deny',
];

/**
 * Whether a check can work at all. With `masquerade` nothing outside the hybrid nodes has a route to their pods: pods of
 * AWS nodes and webhooks do not get there. Kubelets and node ports do, for nodes are routed, and pods of hybrid nodes
 * reach everything with the address of their node.
 */
export function isPossible(
  routing: PodRouting,
  { kind, source, target }: { readonly kind: CheckKind; readonly source: Place; readonly target: Place },
): boolean {
  if (routing !== 'masquerade' || !TO_POD.includes(kind)) return true;
  return source.cloud === 'azure' || target.cloud !== 'azure';
}
