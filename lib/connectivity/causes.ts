/** From the pattern of what failed to its likely cause. */
import { OTHER_RULES, PATH_RULES } from './cause-rules.ts';
import type { Cause, CauseFacts, CauseId } from './cause-types.ts';
import { addConsequences } from './consequences.ts';
import type { Check } from './types.ts';

type Advice = readonly [sentence: string, remedy: string];

/** In the order in which they are told: the first is what to repair first. */
const ADVICE: Readonly<Record<CauseId, Advice>> = {
  'link-down': [
    'Nothing passes between the clouds, neither to pods nor to nodes.',
    'Look at the tunnels first (action `tunnel-status`), then at the routes to the node network on both sides.',
  ],
  'kubelet-10250': [
    'The API server does not reach the kubelet.',
    'Let TCP 10250 in from the subnets of the control plane (NSG, host firewall), route the node network in their route tables, and look for pending certificate requests of kubelets.',
  ],
  'gateway-failover': [
    'The hybrid nodes gateway does not carry pod traffic all the time, or no gateway leads.',
    'Look at the gateway pods and the lease `hybrid-gateway-leader`; the VPC routes and the VTEP configuration must name the leader.',
  ],
  'nsg-8472': [
    'VXLAN (UDP 8472) does not pass: nodes are reached and pods on them are not, in both directions.',
    'Let UDP 8472 in, both ways, between hybrid nodes, and with the gateway also between its nodes and theirs (NSG and security group).',
  ],
  masquerade: [
    'Pods of hybrid nodes reach AWS with the address of their node, and AWS does not reach them: the pod network is not routed.',
    'Say `pod-routing: masquerade` if that is what is meant; else route the pod network, and take it out of masquerading.',
  ],
  'bgp-session': [
    'BGP sessions of hybrid nodes are not established, or announce fewer routes than the nodes have ranges for pods.',
    'Look at the Route Server (both of its addresses must be peers, `ebgpMultihop` set, TCP 179 let through) and at the CiliumBGPAdvertisement, which must select the pod ranges.',
  ],
  'missing-pod-route': [
    'Nodes of the other cloud are reached and the pods on some or all of them are not: a route to their pods is missing.',
    'Compare the pod ranges of the CiliumNodes with the routes of VPC, transit gateway and Azure (Route Server or route tables, also the one of GatewaySubnet); nodes need IP forwarding. With the gateway, the VPC routes must lead to its leader, and UDP 8472 must pass between it and hybrid nodes.',
  ],
  'mtu-black-hole': [
    'Small packets pass and large ones vanish: the path takes less than the interfaces and nobody tells the sender.',
    'Set the MTU of the pod network to what the summary says passes (chart value `MTU` of Cilium), and clamp the MSS to 40 bytes less.',
  ],
  policy: [
    'Some protocols pass between the same two pods and others do not, or a policy does not hold: a policy or a firewall rule picks them.',
    'Look at NetworkPolicies, CiliumNetworkPolicies and cluster-wide ones that select pods of every namespace, then at NSG and security groups; on AWS nodes, whether the VPC CNI enforces policies.',
  ],
  'dns-one-side': [
    'Names are answered on one side of the link only.',
    'Run a replica of CoreDNS in each cloud with `trafficDistribution: PreferClose` on the service kube-dns, and let UDP and TCP 53 pass between the pod networks and the VPC.',
  ],
  'webhook-unreachable': [
    'The API server and pods on hybrid nodes do not reach each other, though other pods of the VPC do.',
    'Route the pod network in the subnets of the control plane too, and let the port of the webhook through; or keep webhooks on AWS nodes.',
  ],
  'cilium-unhealthy': [
    'Cilium is not whole: an agent, the operator, the range of a node or the identity of a pod is missing.',
    'Look at the pods of the DaemonSet `cilium` and the Deployment `cilium-operator` in kube-system, and their logs.',
  ],
  'not-encrypted': [
    'Traffic between hybrid nodes is not encrypted as asked.',
    'Set `encryption.enabled` and `encryption.type` of the chart of Cilium, and restart its agents; with IPsec, renew the keys on all nodes.',
  ],
  'slow-link': [
    'Packets pass, and more slowly than allowed, or too many are lost.',
    'Look at the load of the tunnels and the size of the Azure gateway; AWS asks for 100 Mbit/s and at most 200 ms.',
  ],
  'metrics-api': [
    'The metrics API does not answer, or lacks nodes.',
    'Look at the pods of metrics-server, and whether they reach kubelets of both clouds on TCP 10250.',
  ],
};

export interface Explained {
  readonly checks: readonly Check[];
  readonly causes: readonly Cause[];
}

/** Gives each failed check the first cause that explains it, or that of what it follows from. Some keep none. */
export function explain(facts: CauseFacts): Explained {
  const named = new Map<Check, CauseId>();
  for (const rules of [PATH_RULES, OTHER_RULES]) {
    for (const rule of rules) {
      for (const check of rule.explains(facts)) if (!named.has(check)) named.set(check, rule.id);
    }
    addConsequences(facts.checks, named);
  }
  const used = new Set(named.values());
  const known = [...PATH_RULES, ...OTHER_RULES].filter(({ id }) => used.has(id));
  return {
    checks: facts.checks.map((check) => {
      const cause = named.get(check);
      return cause === undefined ? check : { ...check, cause };
    }),
    causes: known.map(({ id }) => ({ id, sentence: ADVICE[id][0], remedy: ADVICE[id][1] })),
  };
}
