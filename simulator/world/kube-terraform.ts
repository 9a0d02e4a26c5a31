/** Objects that Terraform's kubernetes provider made in the cluster, as the API shows them. */
import type { ObjectValue, WorldObject } from '../terraform-provider/engine/types.ts';
import { blocks, text, textMap, texts } from './attributes.ts';
import type { KubeCluster } from './kube-cluster.ts';
import { apiVersionOf, builtIn } from './kube-resources.ts';
import type { JsonObject, KubeObject } from './kube-types.ts';

/** Terraform type → resource. */
const PLURALS: Readonly<Record<string, string>> = {
  kubernetes_namespace_v1: 'namespaces',
  kubernetes_cluster_role_v1: 'clusterroles',
  kubernetes_cluster_role_binding_v1: 'clusterrolebindings',
  kubernetes_role_v1: 'roles',
  kubernetes_role_binding_v1: 'rolebindings',
};

/** Brings the store up to date with an object of Terraform's; others are left alone. */
export function terraformChanged(cluster: KubeCluster, kind: 'put' | 'delete', object: WorldObject): void {
  const plural = PLURALS[object.type];
  if (plural === undefined) return;
  const resource = builtIn(plural);
  const metadata = blocks(object, 'metadata')[0];
  const namespace = resource.namespaced ? text(metadata, 'namespace') || 'default' : undefined;
  const name = text(metadata, 'name');
  if (kind === 'delete') {
    cluster.store.remove(resource, namespace, name);
    return;
  }
  cluster.store.put(resource, {
    apiVersion: apiVersionOf(resource),
    kind: resource.kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      labels: textMap(metadata, 'labels'),
      annotations: textMap(metadata, 'annotations'),
    },
    ...contentOf(resource.kind, object),
  });
}

function contentOf(kind: string, object: WorldObject): Partial<KubeObject> {
  if (kind === 'Namespace') return { status: { phase: 'Active' } };
  if (!kind.endsWith('Binding')) return { rules: blocks(object, 'rule').map(ruleOf) };
  const subjects = blocks(object, 'subject').map((subject) => named(subject, ['kind', 'name', 'namespace']));
  return { roleRef: named(blocks(object, 'role_ref')[0] ?? {}, ['kind', 'name']), subjects };
}

function ruleOf(rule: ObjectValue): JsonObject {
  const names = texts(rule, 'resource_names');
  return {
    apiGroups: texts(rule, 'api_groups'),
    resources: texts(rule, 'resources'),
    verbs: texts(rule, 'verbs'),
    ...(names.length > 0 && { resourceNames: names }),
  };
}

function named(block: ObjectValue, names: readonly string[]): JsonObject {
  const entries = names.map((name) => [name, text(block, name)] as const);
  const given: Readonly<Record<string, string>> = Object.fromEntries(
    entries.filter(([, value]) => value !== ''),
  );
  return { apiGroup: 'rbac.authorization.k8s.io', ...given };
}
