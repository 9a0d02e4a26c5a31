/** From the pattern of what failed to its likely cause. */
import type { MatrixResult } from './run-matrix.ts';
import type { Check, CheckKind, Cloud, PodRouting } from './types.ts';

export type CauseId =
  | 'link-down'
  | 'kubelet-10250'
  | 'nsg-8472'
  | 'gateway-failover'
  | 'missing-pod-route'
  | 'masquerade'
  | 'mtu-black-hole'
  | 'policy'
  | 'dns-one-side'
  | 'webhook-unreachable';

export interface Cause {
  readonly id: CauseId;
  readonly sentence: string;
  readonly remedy: string;
}

export interface CauseFacts extends Pick<MatrixResult, 'sources' | 'latencies'> {
  readonly checks: readonly Check[];
  readonly routing: PodRouting;
}

const POD: readonly CheckKind[] = ['pod-icmp', 'pod-tcp', 'pod-udp'];

interface Rule extends Cause {
  /** Checks that it explains; none when it does not hold. */
  explains(facts: CauseFacts): readonly Check[];
}

const RULES: readonly Rule[] = [
  {
    id: 'link-down',
    sentence: 'Nothing passes between the clouds, neither to pods nor to nodes.',
    remedy:
      'Look at the tunnels first (action `tunnel-status`), then at the routes to the node network on both sides.',
    explains: ({ checks }) => {
      const cross = checks.filter(isCross);
      const nodes = cross.filter(
        ({ kind, target }) => kind === 'node-port' || (isKubelet(kind) && target.cloud === 'azure'),
      );
      return allFailed(nodes) && allFailed(cross.filter(({ kind }) => POD.includes(kind)))
        ? failedOf(cross)
        : [];
    },
  },
  {
    id: 'kubelet-10250',
    sentence: 'The API server does not reach the kubelet.',
    remedy:
      'Let TCP 10250 in from the subnets of the control plane (NSG, host firewall), route the node network in their route tables, and look for pending certificate requests of kubelets.',
    explains: ({ checks }) => failedOf(checks.filter(({ kind }) => isKubelet(kind))),
  },
  {
    id: 'gateway-failover',
    sentence: 'The hybrid nodes gateway does not carry pod traffic all the time, or no gateway leads.',
    remedy:
      'Look at the gateway pods and the lease `hybrid-gateway-leader`; the VPC routes and the VTEP configuration must name the leader.',
    explains: ({ checks, routing, latencies }) => {
      if (routing !== 'gateway') return [];
      const pods = podsAcross(checks);
      const noVtep = failedOf(checks.filter(({ kind }) => kind === 'cilium-vtep'));
      const icmp = failedOf(pods.filter(({ kind }) => kind === 'pod-icmp'));
      const flapping = icmp.filter(({ source, target }) =>
        latencies.some(
          (row) =>
            row.source === source.name &&
            row.target === target.name &&
            row.received > 0 &&
            row.received < row.sent,
        ),
      );
      return noVtep.length > 0 ? [...noVtep, ...failedOf(pods)] : flapping;
    },
  },
  {
    id: 'nsg-8472',
    sentence:
      'VXLAN (UDP 8472) does not pass: nodes are reached and pods on them are not, in both directions.',
    remedy:
      'Let UDP 8472 in, both ways, between hybrid nodes, and with the gateway also between its nodes and theirs (NSG and security group).',
    explains: ({ checks, routing }) => {
      const overlay = checks.filter(
        (check) => isPod(check) && check.source.cloud === 'azure' && check.target.cloud === 'azure',
      );
      if (allFailed(overlay))
        return [...failedOf(overlay), ...(routing === 'gateway' ? failedOf(podsAcross(checks)) : [])];
      const across = podsAcross(checks);
      return routing === 'gateway' && allFailed(across) && isSymmetric(across) ? failedOf(across) : [];
    },
  },
  {
    id: 'masquerade',
    sentence:
      'Pods of hybrid nodes reach AWS with the address of their node, and AWS does not reach them: the pod network is not routed.',
    remedy:
      'Say `pod-routing: masquerade` if that is what is meant; else route the pod network, and take it out of masquerading.',
    explains: ({ checks, routing, sources }) => {
      if (routing === 'masquerade') return [];
      const toAzure = between(checks, 'aws', 'azure').filter(isPod);
      const outward = between(checks, 'azure', 'aws').filter(({ kind }) => kind === 'pod-tcp');
      const asNode = outward.filter(({ source, target }) =>
        sources.some(
          (row) => row.source === source.name && row.target === target.name && row.seen === 'node',
        ),
      );
      const isMasked = outward.length > 0 && asNode.length === outward.length;
      return isMasked && allFailed(toAzure) ? failedOf(toAzure) : [];
    },
  },
  {
    id: 'missing-pod-route',
    sentence:
      'Nodes of the other cloud are reached and the pods on some or all of them are not: a route to their pods is missing.',
    remedy:
      'Compare the pod ranges of the CiliumNodes with the routes of VPC, transit gateway and Azure (Route Server or route tables, also the one of GatewaySubnet); nodes need IP forwarding.',
    explains: ({ checks, routing }) => (routing === 'masquerade' ? [] : wholeTargetsLost(podsAcross(checks))),
  },
  {
    id: 'mtu-black-hole',
    sentence:
      'Small packets pass and large ones vanish: the path takes less than the interfaces and nobody tells the sender.',
    remedy:
      'Set the MTU of the pod network to what the summary says passes (chart value `MTU` of Cilium), and clamp the MSS to 40 bytes less.',
    explains: ({ checks }) =>
      failedOf(checks).filter(({ kind, source, target }) => {
        const small = checks.find(
          (row) =>
            row.kind === 'pod-tcp' && row.source.name === source.name && row.target.name === target.name,
        );
        return kind === 'path-mtu' || (kind === 'large-body' && small?.outcome === 'passed');
      }),
  },
  {
    id: 'policy',
    sentence:
      'Some protocols pass between the same two pods and others do not: a policy or a firewall rule picks them.',
    remedy:
      'Look at NetworkPolicies, CiliumNetworkPolicies and cluster-wide ones that select pods of every namespace, then at NSG and security groups.',
    explains: ({ checks }) => {
      const pods = checks.filter(isPod);
      const mixed = failedOf(pods).filter(({ source, target }) =>
        pods.some(
          (row) =>
            row.outcome === 'passed' && row.source.name === source.name && row.target.name === target.name,
        ),
      );
      return [
        ...mixed,
        ...failedOf(checks.filter(({ kind }) => kind === 'policy-allow' || kind === 'policy-deny')),
      ];
    },
  },
  {
    id: 'dns-one-side',
    sentence: 'Names are answered on one side of the link only.',
    remedy:
      'Run a replica of CoreDNS in each cloud, and let UDP and TCP 53 pass between the pod networks and the VPC.',
    explains: ({ checks }) => {
      const dns = checks.filter(({ kind }) => kind.startsWith('dns-'));
      const isGood = dns.some(({ outcome }) => outcome === 'passed');
      return isGood ? failedOf(dns) : [];
    },
  },
  {
    id: 'webhook-unreachable',
    sentence: 'The API server does not reach webhooks on hybrid nodes.',
    remedy:
      'Route the pod network to the subnets of the control plane and let the port of the webhook through; or keep webhooks on AWS nodes.',
    explains: ({ checks }) => failedOf(checks.filter(({ kind }) => kind === 'webhook')),
  },
];

export interface Explained {
  readonly checks: readonly Check[];
  readonly causes: readonly Cause[];
}

/** Gives each failed check the first cause that explains it. Those that none explains keep none. */
export function explain(facts: CauseFacts): Explained {
  const named = new Map<Check, CauseId>();
  for (const rule of RULES) {
    for (const check of rule.explains(facts)) if (!named.has(check)) named.set(check, rule.id);
  }
  const used = new Set(named.values());
  return {
    checks: facts.checks.map((check) => {
      const cause = named.get(check);
      return cause === undefined ? check : { ...check, cause };
    }),
    causes: RULES.filter(({ id }) => used.has(id)).map(({ id, sentence, remedy }) => ({
      id,
      sentence,
      remedy,
    })),
  };
}

const failedOf = (checks: readonly Check[]): readonly Check[] =>
  checks.filter(({ outcome }) => outcome === 'failed');

/** At least one: of nothing nothing follows. */
const allFailed = (checks: readonly Check[]): boolean =>
  checks.length > 0 && checks.every(({ outcome }) => outcome === 'failed');

const isPod = ({ kind }: Check): boolean => POD.includes(kind);
const isKubelet = (kind: CheckKind): boolean => kind.startsWith('kubelet-');

/** The control plane is on the side of AWS. */
function isCross({ source, target }: Check): boolean {
  const side = (cloud: string): string => (cloud === 'control-plane' ? 'aws' : cloud);
  return target.cloud !== 'cluster' && side(source.cloud) !== side(target.cloud);
}

const podsAcross = (checks: readonly Check[]): readonly Check[] =>
  checks.filter((check) => isPod(check) && isCross(check) && check.target.cloud !== 'control-plane');

const between = (checks: readonly Check[], from: Cloud, to: Cloud): readonly Check[] =>
  checks.filter(({ source, target }) => source.cloud === from && target.cloud === to);

const isSymmetric = (checks: readonly Check[]): boolean =>
  between(checks, 'aws', 'azure').length > 0 && between(checks, 'azure', 'aws').length > 0;

/** Failed checks of hybrid nodes to or from whose pods nothing at all passes in one direction. */
function wholeTargetsLost(checks: readonly Check[]): readonly Check[] {
  return failedOf(checks).filter(({ source, target }) =>
    allFailed(checks.filter((row) => row.source.name === source.name && row.target.name === target.name)),
  );
}
