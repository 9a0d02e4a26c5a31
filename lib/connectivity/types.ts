/** Cloud of a node; the control plane is AWS's, outside the nodes. */
export type Cloud = 'aws' | 'azure';

export const CLOUDS: readonly Cloud[] = ['aws', 'azure'];

/** How packets to pods on hybrid nodes find their way from AWS: the variable `pod_routing` of the stack `cluster`. */
export type PodRouting = 'gateway' | 'bgp' | 'udr' | 'masquerade';

export interface ProbeNode {
  readonly name: string;
  readonly cloud: Cloud;
  /** Label `topology.kubernetes.io/zone`; empty when there is none. */
  readonly zone: string;
  /** InternalIP. */
  readonly ip: string;
}

/** A probe pod that runs. */
export interface ProbePod {
  readonly name: string;
  readonly node: ProbeNode;
  readonly ip: string;
}

export type CheckKind =
  | 'pod-icmp'
  | 'pod-tcp'
  | 'pod-udp'
  | 'large-body'
  | 'path-mtu'
  | 'cluster-ip'
  | 'headless'
  | 'node-port'
  | 'dns-replica-udp'
  | 'dns-replica-tcp'
  | 'dns-service-udp'
  | 'dns-service-tcp'
  | 'api-server'
  | 'kubelet-exec'
  | 'kubelet-logs'
  | 'kubelet-port-forward'
  | 'webhook'
  | 'metrics'
  | 'policy-allow'
  | 'policy-deny'
  | 'cilium-agent'
  | 'cilium-operator'
  | 'cilium-node'
  | 'cilium-bgp'
  | 'cilium-vtep'
  | 'cilium-identity'
  | 'cilium-encryption'
  | 'throughput';

/** One end of a check. */
export interface Place {
  /** Node, pod or service as a person knows it. */
  readonly name: string;
  /** `cluster`: in no cloud of its own. `external`: outside the cluster. */
  readonly cloud: Cloud | 'control-plane' | 'cluster' | 'external';
  readonly zone?: string;
}

/**
 * `passed` and `failed` were seen. `not-possible`: does not work, and cannot with this pod routing. `unknown`: no result,
 * for the reason in `detail`.
 */
export type Outcome = 'passed' | 'failed' | 'not-possible' | 'unknown';

export interface Check {
  readonly kind: CheckKind;
  readonly source: Place;
  readonly target: Place;
  readonly outcome: Outcome;
  /** What was seen, in words. */
  readonly detail: string;
  /** Of a cause, when it failed. */
  readonly cause?: string;
}

/** Round trips of one ordered pair of nodes. */
export interface Latency {
  readonly source: string;
  readonly target: string;
  readonly sent: number;
  readonly received: number;
  /** Milliseconds; empty when nothing came back. */
  readonly roundTrips: readonly number[];
}

/** Whose address the server saw. */
export type SourceSeen = 'pod' | 'node' | 'other';

/** Largest IP packet that arrives, in bytes: whole, or in pieces where a router told the sender of a smaller link. */
export interface PathMtu {
  readonly source: string;
  readonly target: string;
  readonly interfaceMtu: number;
  /** Null when not even the smallest probe passed. */
  readonly pathMtu: number | null;
  /** Whether routers say so (packet too big) or larger packets vanish. */
  readonly isBlackHole: boolean;
}
