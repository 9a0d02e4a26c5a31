/** Whether the API server reaches kubelet of a pod's node, for commands, logs and forwarded ports. */
import type { KubeCluster } from '../../world/kube-cluster.ts';
import { isOnLostNode } from '../../world/kube-pods.ts';
import { builtIn } from '../../world/kube-resources.ts';
import { controlPlane, nodePlace, pathOf, type Place } from '../../world/pod-network.ts';
import { KubeRefusal } from './status.ts';

const PREFIX = 'error dialing backend';

/** Refuses (500) where the API server cannot reach kubelet of the pod's node, in its words. */
export function demandKubelet(cluster: KubeCluster, place: Place): void {
  const problem = kubeletProblem(cluster, place);
  if (problem !== '') {
    throw new KubeRefusal(500, 'InternalError', `${PREFIX}: ${problem}`);
  }
}

/** Why kubelet of a pod's node does not answer the API server; empty when it does. */
export function kubeletProblem(cluster: KubeCluster, place: Place): string {
  const node = cluster.store.get(builtIn('nodes'), undefined, place.node);
  const isLost = place.pod !== undefined && isOnLostNode(cluster, place.pod);
  if (node === undefined) return `dial tcp ${place.nodeAddress}:10250: connect: no route to host`;
  const path = pathOf(cluster, {
    from: controlPlane(cluster),
    to: nodePlace(node),
    protocol: 'tcp',
    port: 10_250,
  });
  return isLost || !path.open ? `dial tcp ${place.nodeAddress}:10250: i/o timeout` : '';
}
