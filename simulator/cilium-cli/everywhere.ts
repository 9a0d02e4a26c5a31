/** A cluster with Cilium on the nodes of both clouds, which is what the suite of cilium-cli needs. */
import { createHash } from 'node:crypto';
import type { KubeCluster } from '../world/kube-cluster.ts';
import { CILIUM_NODES, condition, isHybrid } from '../world/kube-nodes.ts';
import { addPod } from '../world/kube-pods.ts';
import { builtIn } from '../world/kube-resources.ts';
import { at, isArray, type KubeObject, objectsAt, textAt } from '../world/kube-types.ts';

const NAMESPACE = 'kube-system';
const IMAGE = 'quay.io/cilium/cilium:v1.18.3';

/** Puts agents, CiliumNodes and conditions in for all nodes there are; call it after `installCilium`. */
export function runCiliumEverywhere(cluster: KubeCluster): void {
  const { store } = cluster;
  const nodes = store.list(builtIn('nodes'));
  nodes.forEach((node, index) => {
    if (!isHybrid(node)) runOnCloudNode(cluster, node, index);
    addAgent(cluster, node.metadata.name);
  });
  const ready = nodes.filter((node) => condition(node, 'Ready') === 'True').length;
  store.put(builtIn('daemonsets'), {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'cilium', namespace: NAMESPACE, labels: { 'k8s-app': 'cilium' } },
    spec: { template: { spec: { containers: [{ name: 'cilium-agent', image: IMAGE }] } } },
    status: {
      currentNumberScheduled: nodes.length,
      desiredNumberScheduled: nodes.length,
      numberAvailable: ready,
      numberReady: ready,
      numberMisscheduled: 0,
    },
  });
}

/** Pods of cloud nodes keep addresses of the VPC, as Cilium gives them in its mode for network interfaces of AWS. */
function runOnCloudNode({ store }: KubeCluster, node: KubeObject, index: number): void {
  const { name } = node.metadata;
  const address = textAt(objectsAt(node, 'status', 'addresses')[0], 'address');
  store.put(CILIUM_NODES, {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNode',
    metadata: { name, labels: node.metadata.labels ?? {} },
    spec: {
      addresses: [{ ip: address, type: 'InternalIP' }],
      encryption: {},
      ipam: { podCIDRs: [`10.41.${index}.0/24`] },
    },
  });
  const before = at(node, 'status', 'conditions');
  const condition = { type: 'NetworkUnavailable', status: 'False', reason: 'CiliumIsUp' };
  const conditions = [...(isArray(before) ? before : []), condition];
  store.put(builtIn('nodes'), { ...node, status: { ...(at(node, 'status') as object), conditions } });
}

function addAgent(cluster: KubeCluster, node: string): void {
  const agents = cluster.store.list(builtIn('pods'), NAMESPACE);
  const has = agents.some(
    (pod) => textAt(pod, 'spec', 'nodeName') === node && pod.metadata.labels?.['k8s-app'] === 'cilium',
  );
  if (has) return;
  addPod(cluster, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `cilium-${createHash('sha256').update(node).digest('hex').slice(0, 5)}`,
      namespace: NAMESPACE,
      labels: { 'k8s-app': 'cilium' },
    },
    spec: { nodeName: node, hostNetwork: true, containers: [{ name: 'cilium-agent', image: IMAGE }] },
  });
}
