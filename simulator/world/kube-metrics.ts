/** What metrics-server would say: half of a node's processors and a third of its memory, steady. */
import type { KubeCluster } from './kube-cluster.ts';
import { builtIn, type KubeResource } from './kube-resources.ts';
import { type KubeObject, textAt } from './kube-types.ts';

/** Metrics of all nodes that are heard of, or of all pods that run. */
export function metricsOf({ store }: KubeCluster, { kind, plural }: KubeResource): readonly KubeObject[] {
  return store.list(builtIn(plural)).map((object) => {
    const { name, namespace, labels = {} } = object.metadata;
    const usage = {
      cpu: `${Number(textAt(object, 'status', 'capacity', 'cpu') || '0.1') * 500}m`,
      memory: '1398101Ki',
    };
    return {
      apiVersion: 'metrics.k8s.io/v1beta1',
      kind,
      metadata: {
        name,
        ...(namespace !== undefined && { namespace }),
        labels,
        creationTimestamp: store.timestamp(),
      },
      timestamp: store.timestamp(),
      window: '20s',
      ...(plural === 'nodes' ? { usage } : { containers: [{ name: 'main', usage }] }),
    };
  });
}
