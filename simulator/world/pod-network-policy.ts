/** Network policies: what is not selected is open, what is selected takes what some policy allows. Source: Kubernetes, "Network Policies". */
import { isIPv4 } from 'node:net';
import type { KubeCluster } from './kube-cluster.ts';
import { matchesSelector } from './kube-labels.ts';
import { builtIn } from './kube-resources.ts';
import { at, isArray, type JsonObject, type KubeObject, objectsAt, textAt } from './kube-types.ts';
import type { Flow, Place } from './pod-network.ts';

/** Whether policies let a flow pass, where they are enforced. The sender is judged by the address that is seen. */
export function policyAllows(
  cluster: KubeCluster,
  flow: Flow,
  seenAs: string,
  isEnforced: (place: Place) => boolean,
): boolean {
  const { from, to } = flow;
  const leaves = !isEnforced(from) || allows(cluster, 'Egress', from, to, to.address, flow);
  const enters = !isEnforced(to) || allows(cluster, 'Ingress', to, from, seenAs, flow);
  return leaves && enters;
}

function allows(
  cluster: KubeCluster,
  type: 'Ingress' | 'Egress',
  subject: Place,
  peer: Place,
  peerAddress: string,
  flow: Flow,
): boolean {
  if (subject.kind !== 'pod' || subject.pod === undefined) return true;
  // kubelet and what else runs on the node itself always reaches its pods.
  if (peer.kind === 'node' && peer.node === subject.node && type === 'Ingress') return true;
  const selecting = policiesOf(cluster, subject.pod, type);
  if (selecting.length === 0) return true;
  return selecting.some((policy) =>
    objectsAt(policy, 'spec', type.toLowerCase()).some(
      (rule) =>
        peerMatches(cluster, policy, rule, type, peer, peerAddress) && portMatches(rule, flow, subject, peer),
    ),
  );
}

function policiesOf({ store }: KubeCluster, pod: KubeObject, type: string): readonly KubeObject[] {
  return store.list(builtIn('networkpolicies'), pod.metadata.namespace).filter((policy) => {
    const given = at(policy, 'spec', 'policyTypes');
    const hasEgress = at(policy, 'spec', 'egress') !== undefined;
    const types = isArray(given) ? given : ['Ingress', ...(hasEgress ? ['Egress'] : [])];
    return (
      types.includes(type) && matchesSelector(at(policy, 'spec', 'podSelector'), pod.metadata.labels ?? {})
    );
  });
}

function peerMatches(
  cluster: KubeCluster,
  policy: KubeObject,
  rule: JsonObject,
  type: 'Ingress' | 'Egress',
  peer: Place,
  address: string,
): boolean {
  const peers = objectsAt(rule, type === 'Ingress' ? 'from' : 'to');
  if (peers.length === 0) return true;
  return peers.some((entry) => {
    const block = entry['ipBlock'];
    if (block !== undefined) {
      const except = at(block, 'except');
      const excluded = isArray(except) ? except.filter((one) => typeof one === 'string') : [];
      return inBlock(address, textAt(block, 'cidr')) && !excluded.some((one) => inBlock(address, one));
    }
    // A pod behind another address is not known as a pod.
    if (peer.pod === undefined || peer.kind !== 'pod' || address !== peer.address) return false;
    const { namespace = '', labels = {} } = peer.pod.metadata;
    const wanted = entry['namespaceSelector'];
    const place = cluster.store.get(builtIn('namespaces'), undefined, namespace);
    const isPlace =
      wanted === undefined
        ? namespace === policy.metadata.namespace
        : matchesSelector(wanted, place?.metadata.labels ?? {});
    return isPlace && (entry['podSelector'] === undefined || matchesSelector(entry['podSelector'], labels));
  });
}

function portMatches(rule: JsonObject, { protocol, port }: Flow, subject: Place, peer: Place): boolean {
  const ports = objectsAt(rule, 'ports');
  if (ports.length === 0) return true;
  return ports.some((entry) => {
    if ((textAt(entry, 'protocol') || 'TCP').toLowerCase() !== protocol) return false;
    const wanted = entry['port'];
    if (wanted === undefined) return true;
    const last = entry['endPort'];
    if (typeof wanted === 'number')
      return port >= wanted && port <= (typeof last === 'number' ? last : wanted);
    return [subject, peer].some(({ pod }) =>
      objectsAt(pod, 'spec', 'containers')
        .flatMap((container) => objectsAt(container, 'ports'))
        .some(({ name, containerPort }) => name === wanted && containerPort === port),
    );
  });
}

/** Whether an IPv4 address lies in a block such as `10.0.0.0/8`. */
export function inBlock(address: string, block: string): boolean {
  const [network = '', length = '32'] = block.split('/');
  if (!isIPv4(address) || !isIPv4(network)) return false;
  const size = 2 ** (32 - Number(length));
  return Math.floor(valueOf(address) / size) === Math.floor(valueOf(network) / size);
}

function valueOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
