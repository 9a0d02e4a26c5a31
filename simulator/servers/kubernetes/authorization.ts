/**
 * What a user may do: EKS access policies, then RBAC objects of the store and of Terraform. Sources: Amazon EKS User
 * Guide, "Access policies"; Kubernetes documentation, "Using RBAC Authorization".
 */
import type { KubeCluster } from '../../world/kube-cluster.ts';
import { builtIn, type KubeResource } from '../../world/kube-resources.ts';
import {
  at,
  isArray,
  type Json,
  type JsonObject,
  type KubeObject,
  objectsAt,
  textAt,
  show,
} from '../../world/kube-types.ts';
import type { KubeUser } from './request.ts';
import { KubeRefusal } from './status.ts';

/** What is asked for, in the words of a SubjectAccessReview. */
export interface Access {
  readonly verb: string;
  readonly group: string;
  /** With the subresource: `pods/eviction`. */
  readonly resource: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

export function accessTo(
  { group, plural }: Pick<KubeResource, 'group' | 'plural'>,
  verb: string,
  subresource: string,
  namespace: string | undefined,
  name: string,
): Access {
  return { verb, group, resource: subresource === '' ? plural : `${plural}/${subresource}`, namespace, name };
}

/** What is asked for in a few words: `list ciliumnodes.cilium.io`, and `create pods/exec` of the core group. */
export function questionOf({ verb, group, resource }: Access): string {
  return `${verb} ${resource}${group === '' ? '' : `.${group}`}`;
}

/** Refuses with 403, in the words of the server, what the user may not do. */
export function refusal(user: KubeUser, access: Access): KubeRefusal {
  const { verb, group, resource, namespace, name } = access;
  const [plural = ''] = resource.split('/');
  const full = group === '' ? plural : `${plural}.${group}`;
  const where = namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  return new KubeRefusal(
    403,
    'Forbidden',
    `${full}${name === '' ? '' : ` "${name}"`} is forbidden: User "${user.username}" cannot ${verb} resource "${resource}" in API group "${group}" ${where}`,
    { ...(name !== '' && { name }), ...(group !== '' && { group }), kind: plural },
  );
}

const READ = ['get', 'list', 'watch'];

/** Whether the user may do it. */
export function isAllowed(cluster: KubeCluster, user: KubeUser, access: Access): boolean {
  if (user.groups.includes('system:masters')) return true;
  return user.policies.some((policy) => policyAllows(policy, access)) || rbacAllows(cluster, user, access);
}

const NOT_FOR_VIEWERS = ['secrets', 'nodes', 'roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'];
const NOT_FOR_EDITORS = ['nodes', 'roles', 'rolebindings', 'clusterroles', 'clusterrolebindings', 'leases'];

function policyAllows({ name, namespaces }: KubeUser['policies'][number], access: Access): boolean {
  const { verb, resource, namespace } = access;
  if (namespaces.length > 0 && (namespace === undefined || !namespaces.includes(namespace))) return false;
  const [plural = ''] = resource.split('/');
  switch (name) {
    case 'AmazonEKSClusterAdminPolicy':
      return true;
    case 'AmazonEKSAdminViewPolicy':
      return READ.includes(verb);
    case 'AmazonEKSViewPolicy':
      return READ.includes(verb) && !NOT_FOR_VIEWERS.includes(plural);
    case 'AmazonEKSAdminPolicy':
    case 'AmazonEKSEditPolicy':
      return !NOT_FOR_EDITORS.includes(plural);
    default:
      return false;
  }
}

function rbacAllows({ store }: KubeCluster, user: KubeUser, access: Access): boolean {
  const bindings = [
    ...store.list(builtIn('clusterrolebindings')),
    ...(access.namespace === undefined ? [] : store.list(builtIn('rolebindings'), access.namespace)),
  ];
  return bindings
    .filter((binding) => objectsAt(binding, 'subjects').some((subject) => isSubject(subject, user)))
    .map((binding) =>
      textAt(binding, 'roleRef', 'kind') === 'Role'
        ? store.get(builtIn('roles'), binding.metadata.namespace, textAt(binding, 'roleRef', 'name'))
        : store.get(builtIn('clusterroles'), undefined, textAt(binding, 'roleRef', 'name')),
    )
    .some((role) => role !== undefined && objectsAt(role, 'rules').some((rule) => ruleAllows(rule, access)));
}

function isSubject(subject: JsonObject, user: KubeUser): boolean {
  if (subject['kind'] === 'Group') return user.groups.includes(show(subject['name']));
  if (subject['kind'] === 'User') return user.username === subject['name'];
  return user.username === `system:serviceaccount:${textAt(subject, 'namespace')}:${textAt(subject, 'name')}`;
}

function ruleAllows(rule: JsonObject, { verb, group, resource, name }: Access): boolean {
  const has = (member: string, value: string): boolean => {
    const list: Json | undefined = at(rule, member);
    return isArray(list) && (list.includes(value) || list.includes('*'));
  };
  const names = at(rule, 'resourceNames');
  const isNamed = !isArray(names) || names.length === 0 || names.includes(name);
  return has('verbs', verb) && has('apiGroups', group) && has('resources', resource) && isNamed;
}

/** The answer to a SelfSubjectAccessReview. */
export function reviewOf(
  cluster: KubeCluster,
  user: KubeUser,
  body: JsonObject,
  denied: (access: Access) => boolean,
): KubeObject {
  const asked = at(body, 'spec', 'resourceAttributes');
  const subresource = textAt(asked, 'subresource');
  const resource = textAt(asked, 'resource');
  const access: Access = {
    verb: textAt(asked, 'verb'),
    group: textAt(asked, 'group'),
    resource: subresource === '' ? resource : `${resource}/${subresource}`,
    namespace: textAt(asked, 'namespace') || undefined,
    name: textAt(asked, 'name'),
  };
  const allowed = isAllowed(cluster, user, access) && !denied(access);
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: { name: '', creationTimestamp: undefined } as unknown as KubeObject['metadata'],
    spec: body['spec'],
    status: { allowed },
  };
}
