/** Whether a node suits the pods that a new pod wants to be near to, or far from. Source: Kubernetes, "Assigning Pods to Nodes". */
import type { KubeCluster } from './kube-cluster.ts';
import { matchesSelector } from './kube-labels.ts';
import { builtIn } from './kube-resources.ts';
import { at, isArray, type JsonObject, type KubeObject, objectsAt, textAt } from './kube-types.ts';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** Required affinity and anti-affinity to pods; preferences are not looked at. */
export function suitsPods(cluster: KubeCluster, pod: KubeObject, node: KubeObject): boolean {
  const near = objectsAt(pod, 'spec', 'affinity', 'podAffinity', REQUIRED);
  const far = objectsAt(pod, 'spec', 'affinity', 'podAntiAffinity', REQUIRED);
  return (
    near.every((term) => hasPodNearby(cluster, pod, node, term)) &&
    !far.some((term) => hasPodNearby(cluster, pod, node, term))
  );
}

function hasPodNearby({ store }: KubeCluster, pod: KubeObject, node: KubeObject, term: JsonObject): boolean {
  const key = textAt(term, 'topologyKey');
  const domain = node.metadata.labels?.[key];
  const given = at(term, 'namespaces');
  const namespaces = isArray(given) ? given : [pod.metadata.namespace ?? 'default'];
  return store.list(builtIn('pods')).some((other) => {
    const place = store.get(builtIn('nodes'), undefined, textAt(other, 'spec', 'nodeName'));
    return (
      place !== undefined &&
      namespaces.includes(other.metadata.namespace ?? 'default') &&
      matchesSelector(at(term, 'labelSelector'), other.metadata.labels ?? {}) &&
      (place.metadata.name === node.metadata.name ||
        (domain !== undefined && place.metadata.labels?.[key] === domain))
    );
  });
}
