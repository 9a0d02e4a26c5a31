import type { MatrixResult } from './run-matrix.ts';
import type { Check, PodRouting } from './types.ts';

export type CauseId =
  | 'link-down'
  | 'kubelet-10250'
  | 'gateway-failover'
  | 'nsg-8472'
  | 'masquerade'
  | 'bgp-session'
  | 'missing-pod-route'
  | 'mtu-black-hole'
  | 'policy'
  | 'dns-one-side'
  | 'webhook-unreachable'
  | 'cilium-unhealthy'
  | 'not-encrypted'
  | 'slow-link'
  | 'metrics-api';

export interface Cause {
  readonly id: CauseId;
  readonly sentence: string;
  readonly remedy: string;
}

export interface CauseFacts extends Pick<MatrixResult, 'sources' | 'latencies'> {
  readonly checks: readonly Check[];
  readonly routing: PodRouting;
}
