import type { ApplyRule, FillContext, ObjectValue } from '../../engine/types.ts';
import {
  hasNamespace,
  metadataOf,
  refused,
  servesKind,
  unreachable,
  word,
} from '../../tables/kubernetes/cluster.ts';
import { releaseValues } from '../../tables/kubernetes/helm.ts';
import { text } from '../../tables/values.ts';

const FAILED = 'installation failed';

const releaseReachable: ApplyRule = ({ instance, objects }) => {
  const reason = unreachable(instance, objects, ['Get', '/version']);
  return reason === undefined ? [] : [refused(FAILED, `Kubernetes cluster unreachable: ${reason}`)];
};

/** Another object of the type in the same cluster that a reader of the API would take for this one. */
function rival(context: FillContext, same: (attributes: ObjectValue) => boolean): boolean {
  return context.objects
    .list(context.type)
    .some(
      ({ key, region, attributes }) =>
        key !== context.key && region === context.instance.region && same(attributes),
    );
}

const releaseName: ApplyRule = (context) => {
  const { planned } = context;
  const taken = rival(
    context,
    ({ name, namespace }) => name === planned['name'] && namespace === planned['namespace'],
  );
  return taken ? [refused(FAILED, 'cannot re-use a name that is still in use')] : [];
};

const releaseNamespace: ApplyRule = ({ planned, instance, objects }) => {
  const name = text(planned, 'namespace') ?? 'default';
  if (planned['create_namespace'] === true || hasNamespace(objects, instance.region, name)) return [];
  return [refused(FAILED, `create: failed to create: namespaces "${name}" not found`)];
};

/**
 * Charts are not rendered. But a chart that is nothing more than the objects of its value `resources` shows them, and
 * those of a kind that the API server does not serve are refused.
 */
const releaseKinds: ApplyRule = (context) => {
  const resources: unknown = releaseValues(context.planned)?.['resources'];
  if (!Array.isArray(resources)) return [];
  return resources.flatMap((resource: ObjectValue) => {
    const [apiVersion, kind] = [word(resource['apiVersion']), word(resource['kind'])];
    if (apiVersion === '' || servesKind(context, apiVersion, kind)) return [];
    const name = word((resource['metadata'] as ObjectValue | undefined)?.['name']);
    const detail = `unable to build kubernetes objects from release manifest: resource mapping not found for name: "${name}" namespace: "" from "": no matches for kind "${kind}" in version "${apiVersion}"\nensure CRDs are installed first`;
    return [refused(FAILED, detail)];
  });
};

/** Where the API keeps a kind, for its messages. */
interface Place {
  readonly plural: string;
  readonly group?: string;
}

const reachable =
  ({ plural, group }: Place): ApplyRule =>
  ({ instance, objects }) => {
    const path = group === undefined ? `/api/v1/${plural}` : `/apis/${group}/v1/${plural}`;
    const reason = unreachable(instance, objects, ['Post', path]);
    return reason === undefined ? [] : [refused(reason)];
  };

const inNamespace: ApplyRule = ({ planned, instance, objects }) => {
  const name = text(metadataOf(planned), 'namespace');
  if (name === undefined || hasNamespace(objects, instance.region, name)) return [];
  return [refused(`namespaces "${name}" not found`)];
};

const notThere =
  ({ plural, group }: Place): ApplyRule =>
  (context) => {
    const own = metadataOf(context.planned);
    const name = text(own, 'name');
    if (name === undefined) return [];
    const taken = rival(context, (attributes) => {
      const other = metadataOf(attributes);
      return text(other, 'name') === name && text(other, 'namespace') === text(own, 'namespace');
    });
    return taken
      ? [refused(`${plural}${group === undefined ? '' : `.${group}`} "${name}" already exists`)]
      : [];
  };

const kept = (place: Place): readonly ApplyRule[] => [reachable(place), inNamespace, notThere(place)];
const rbac = (plural: string): readonly ApplyRule[] => kept({ plural, group: 'rbac.authorization.k8s.io' });

/** `kubernetes_config_map_v1_data` writes into a map that someone else made. */
const mapExists: ApplyRule = ({ planned, instance, objects }) => {
  const own = metadataOf(planned);
  const [name, namespace] = [text(own, 'name'), text(own, 'namespace') ?? 'default'];
  const found = objects.list('kubernetes_config_map_v1').some(({ region, attributes }) => {
    const other = metadataOf(attributes);
    return (
      region === instance.region &&
      text(other, 'name') === name &&
      (text(other, 'namespace') ?? 'default') === namespace
    );
  });
  return found ? [] : [refused('The ConfigMap does not exist', `configmaps "${name ?? ''}" not found`)];
};

/** Refusals at apply time of Helm and of the Kubernetes API. */
export const kubernetesApplyRules: Readonly<Record<string, readonly ApplyRule[]>> = {
  helm_release: [releaseReachable, releaseName, releaseNamespace, releaseKinds],
  kubernetes_namespace_v1: kept({ plural: 'namespaces' }),
  kubernetes_config_map_v1: kept({ plural: 'configmaps' }),
  kubernetes_config_map_v1_data: [reachable({ plural: 'configmaps' }), mapExists],
  kubernetes_cluster_role_v1: rbac('clusterroles'),
  kubernetes_cluster_role_binding_v1: rbac('clusterrolebindings'),
  kubernetes_role_v1: rbac('roles'),
  kubernetes_role_binding_v1: rbac('rolebindings'),
  kubernetes_network_policy_v1: kept({ plural: 'networkpolicies', group: 'networking.k8s.io' }),
};
