/** What a new Deployment makes: its ReplicaSet and that one's pods, at once. Pods that go are replaced by `kube-pods.ts`. */
import type { KubeCluster } from './kube-cluster.ts';
import { condition } from './kube-nodes.ts';
import { addPod } from './kube-pods.ts';
import { builtIn } from './kube-resources.ts';
import { at, isObject, type KubeObject, type OwnerReference } from './kube-types.ts';

/** Follows a Deployment that was created; gives it as it is once its pods were put somewhere. */
export function deploymentStored(cluster: KubeCluster, deployment: KubeObject): KubeObject {
  const { store } = cluster;
  const { name, namespace = 'default' } = deployment.metadata;
  const given = at(deployment, 'spec', 'replicas');
  const replicas = typeof given === 'number' ? given : 1;
  const set = store.put(builtIn('replicasets'), {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: `${name}-${suffix()}`, namespace, ownerReferences: [ownerOf(deployment)] },
    spec: { replicas, selector: at(deployment, 'spec', 'selector') ?? {} },
  });
  const template = at(deployment, 'spec', 'template');
  const labels = at(template, 'metadata', 'labels');
  const spec = at(template, 'spec');
  const pods = Array.from({ length: replicas }, () =>
    addPod(cluster, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${set.metadata.name}-${suffix()}`,
        namespace,
        labels: (isObject(labels) ? labels : {}) as Readonly<Record<string, string>>,
        ownerReferences: [{ ...ownerOf(set), controller: true }],
      },
      spec: isObject(spec) ? spec : {},
    }),
  );
  const readyReplicas = pods.filter((pod) => condition(pod, 'Ready') === 'True').length;
  const status = { replicas, updatedReplicas: replicas, readyReplicas, availableReplicas: readyReplicas };
  return store.put(builtIn('deployments'), { ...deployment, status });
}

function ownerOf({ apiVersion, kind, metadata }: KubeObject): OwnerReference {
  return { apiVersion, kind, name: metadata.name, uid: metadata.uid ?? '' };
}

function suffix(): string {
  return crypto.randomUUID().slice(0, 5);
}
