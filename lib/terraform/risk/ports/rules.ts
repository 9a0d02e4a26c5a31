import type { PlanRule } from '../types.ts';

/** A port that the cluster lives on, and what its loss means. Ports: EKS user guide, hybrid nodes networking; Cilium. */
export interface NeededPort {
  readonly port: number;
  readonly protocols: readonly ('tcp' | 'udp')[];
  readonly rule: PlanRule;
}

export const NEEDED_PORTS: readonly NeededPort[] = [
  {
    port: 443,
    protocols: ['tcp'],
    rule: {
      id: 'port-443-cut',
      level: 'critical',
      sentence:
        'Port 443 is cut for traffic that passes today: nodes and pods that reach the API server, AWS or their webhooks this way are cut off, and nodes turn NotReady; keep a rule that lets it pass.',
    },
  },
  {
    port: 8472,
    protocols: ['udp'],
    rule: {
      id: 'port-8472-cut',
      level: 'critical',
      sentence:
        'Port 8472/udp is cut for traffic that passes today: Cilium’s VXLAN, between nodes and from the EKS Hybrid Nodes gateway, stops, and pods no longer reach each other; keep a rule that lets it pass.',
    },
  },
  {
    port: 10250,
    protocols: ['tcp'],
    rule: {
      id: 'port-10250-cut',
      level: 'high',
      sentence:
        'Port 10250 is cut for traffic that passes today: the API server no longer reaches kubelets (logs, exec, port-forward, metrics); keep a rule that lets it pass.',
    },
  },
  {
    port: 53,
    protocols: ['udp', 'tcp'],
    rule: {
      id: 'port-53-cut',
      level: 'high',
      sentence:
        'Port 53 is cut for traffic that passes today: pods no longer resolve names with CoreDNS in the other cloud; keep a rule that lets it pass, for UDP and TCP.',
    },
  },
];

export const PORT_MAYBE_CUT: PlanRule = {
  id: 'port-maybe-cut',
  level: 'warning',
  sentence:
    'Rules for port {ports} change and the plan does not tell whether all of today’s traffic still passes (values known after apply, service tags, or parts of a range); compare the rules by hand.',
};

/** A port that nobody outside should reach. */
export interface GuardedPort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  readonly rule: PlanRule;
}

export const GUARDED_PORTS: readonly GuardedPort[] = [
  {
    port: 22,
    protocol: 'tcp',
    rule: {
      id: 'exposed-ssh',
      level: 'high',
      sentence: 'SSH is opened to the whole internet; name the ranges that need it, or use a bastion.',
    },
  },
  {
    port: 10250,
    protocol: 'tcp',
    rule: {
      id: 'exposed-kubelet',
      level: 'high',
      sentence:
        'The kubelet’s port is opened to the whole internet, where anyone may try to run commands in pods; only the control plane’s subnets need it.',
    },
  },
  {
    port: 8472,
    protocol: 'udp',
    rule: {
      id: 'exposed-vxlan',
      level: 'high',
      sentence:
        'The pod network’s VXLAN port is opened to the whole internet: packets can be injected past every network policy; only nodes and the gateway need it.',
    },
  },
  {
    port: 443,
    protocol: 'tcp',
    rule: {
      id: 'exposed-https',
      level: 'warning',
      sentence:
        'Port 443 is opened to the whole internet; make sure that a public service is behind it and not the API server.',
    },
  },
];
