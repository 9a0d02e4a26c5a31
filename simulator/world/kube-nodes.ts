/**
 * What comes and goes with a Node: its lease, the request for kubelet's serving certificate, Cilium's view of it. Hybrid
 * nodes have no cloud controller, so nothing else removes them.
 */
import { blocks, texts } from './attributes.ts';
import type { KubeCluster } from './kube-cluster.ts';
import { builtIn } from './kube-resources.ts';
import { type KubeObject, objectsAt, type OwnerReference, textAt } from './kube-types.ts';
import { hasCilium } from './nodes.ts';

const LEASES = 'kube-node-lease';
const LEASE_SECONDS = 40;
/** kubelet renews at a quarter of the duration. */
const RENEWAL_MS = (LEASE_SECONDS / 4) * 1000;
export const CILIUM_NODES = { group: 'cilium.io', plural: 'ciliumnodes' };

/** Follows a node that was made or changed. */
export function nodeStored(cluster: KubeCluster, node: KubeObject): void {
  const stored = cluster.store.put(builtIn('nodes'), node);
  const { name } = node.metadata;
  if (cluster.store.get(builtIn('leases'), LEASES, name) === undefined) putLease(cluster, stored);
  if (!isHybrid(stored)) return;
  if (cluster.store.get(builtIn('certificatesigningrequests'), undefined, requestName(stored)) === undefined)
    putRequest(cluster, stored);
  const isKnown = cluster.store.get(CILIUM_NODES, undefined, name) !== undefined;
  if (!isKnown && isNetworked(cluster, stored)) putCiliumNode(cluster, stored);
}

/** Follows a node that is gone: the garbage collectors take what it owned and the pods that ran there. */
export function nodeGone({ store }: KubeCluster, node: KubeObject): void {
  const { name } = node.metadata;
  store.remove(builtIn('nodes'), undefined, name);
  store.remove(builtIn('leases'), LEASES, name);
  store.remove(CILIUM_NODES, undefined, name);
  for (const pod of store.list(builtIn('pods'))) {
    if (textAt(pod, 'spec', 'nodeName') === name)
      store.remove(builtIn('pods'), pod.metadata.namespace, pod.metadata.name);
  }
}

export function isHybrid(node: KubeObject): boolean {
  return node.metadata.labels?.['eks.amazonaws.com/compute-type'] === 'hybrid';
}

/** Whether the node's condition of that type has that status. */
export function condition(object: KubeObject, type: string): string {
  return textAt(
    objectsAt(object, 'status', 'conditions').find((entry) => entry['type'] === type),
    'status',
  );
}

/** Renews the leases of all nodes that are heard of; call it before leases are read. */
export function renewLeases(cluster: KubeCluster): void {
  const now = cluster.world.clock.now().getTime();
  for (const node of cluster.store.list(builtIn('nodes'))) {
    const lease = cluster.store.get(builtIn('leases'), LEASES, node.metadata.name);
    if (lease === undefined || condition(node, 'Ready') === 'Unknown') continue;
    const renewed = Date.parse(textAt(lease, 'spec', 'renewTime'));
    if (now - renewed >= RENEWAL_MS) putLease(cluster, node);
  }
}

function owner(node: KubeObject): OwnerReference {
  return { apiVersion: 'v1', kind: 'Node', name: node.metadata.name, uid: node.metadata.uid ?? '' };
}

/** `2026-11-22T10:00:00.000000Z`, the MicroTime of leases. */
function microTime(cluster: KubeCluster): string {
  return cluster.world.clock.now().toISOString().replace('Z', '000Z');
}

function putLease(cluster: KubeCluster, node: KubeObject): void {
  const { name } = node.metadata;
  cluster.store.put(builtIn('leases'), {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name, namespace: LEASES, ownerReferences: [owner(node)] },
    spec: {
      holderIdentity: name,
      leaseDurationSeconds: LEASE_SECONDS,
      renewTime: microTime(cluster),
    },
  });
}

function requestName(node: KubeObject): string {
  return `csr-${(node.metadata.uid ?? '').replaceAll('-', '').slice(0, 5)}-${node.metadata.name}`;
}

/** EKS approves requests of hybrid nodes whose address is in the remote node networks; the fault leaves them pending. */
function putRequest(cluster: KubeCluster, node: KubeObject): void {
  const { world, store } = cluster;
  const isPending = world.faults.strikes('csr-pending');
  const now = store.timestamp();
  const approved = {
    type: 'Approved',
    status: 'True',
    reason: 'AutoApproved',
    message: 'Auto approving kubelet server certificate after SubjectAccessReview.',
    lastUpdateTime: now,
    lastTransitionTime: now,
  };
  store.put(builtIn('certificatesigningrequests'), {
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'CertificateSigningRequest',
    metadata: { name: requestName(node), generateName: 'csr-' },
    spec: {
      signerName: 'kubernetes.io/kubelet-serving',
      username: `system:node:${node.metadata.name}`,
      groups: ['system:nodes', 'system:authenticated'],
      usages: ['digital signature', 'server auth'],
      request: Buffer.from(`request of ${node.metadata.name}`).toString('base64'),
    },
    status: isPending ? {} : { conditions: [approved], certificate: certificateOf(node) },
  });
}

function certificateOf(node: KubeObject): string {
  return Buffer.from(`certificate of ${node.metadata.name}`).toString('base64');
}

function isNetworked(cluster: KubeCluster, node: KubeObject): boolean {
  return hasCilium(cluster.world, cluster.name) && condition(node, 'Ready') === 'True';
}

const SLICE = 2 ** 7;
/** Slices given out so far. */
const slices = new WeakMap<KubeCluster, number>();

/** Cilium's operator gives each node a /25 of the first remote pod network. */
function putCiliumNode(cluster: KubeCluster, node: KubeObject): void {
  const count = slices.get(cluster) ?? 0;
  slices.set(cluster, count + 1);
  const address = textAt(objectsAt(node, 'status', 'addresses')[0], 'address');
  const podCidr = `${inSlice(podNetwork(cluster), count * SLICE)}/25`;
  cluster.store.put(CILIUM_NODES, {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNode',
    metadata: {
      name: node.metadata.name,
      labels: node.metadata.labels ?? {},
      ownerReferences: [owner(node)],
    },
    spec: {
      addresses: [
        { ip: address, type: 'InternalIP' },
        { ip: inSlice(podCidr, 1), type: 'CiliumInternalIP' },
      ],
      encryption: {},
      health: { ipv4: inSlice(podCidr, 2) },
      ingress: {},
      ipam: { podCIDRs: [podCidr], pools: {} },
    },
    status: { ipam: { 'operator-status': {} } },
  });
}

function podNetwork({ world, name }: KubeCluster): string {
  const cluster = world.objects.list('aws_eks_cluster').find(({ attributes }) => attributes['name'] === name);
  const networks = blocks(cluster, 'remote_network_config').flatMap((config) =>
    blocks(config, 'remote_pod_networks'),
  );
  return networks.flatMap((network) => texts(network, 'cidrs'))[0] ?? '10.112.0.0/16';
}

/** The address that many places after the first of a slice. */
export function inSlice(slice: string, offset: number): string {
  return plus(slice.split('/')[0] ?? '', offset);
}

function plus(address: string, count: number): string {
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) + count;
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
