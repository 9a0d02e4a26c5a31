/** Kinds that the simulated API server knows, as discovery lists them. Source: Kubernetes API reference, v1.34. */
import type { CustomKind } from './custom-resources.ts';

export interface KubeResource {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly singular: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
  readonly subresources: readonly string[];
}

/** One line a kind: plural, kind, scope, short names, subresources. */
type Line = readonly [plural: string, kind: string, scope: 'ns' | 'cluster', short?: string, sub?: string];

const CORE: readonly Line[] = [
  ['nodes', 'Node', 'cluster', 'no', 'status'],
  ['pods', 'Pod', 'ns', 'po', 'status eviction log exec portforward'],
  ['namespaces', 'Namespace', 'cluster', 'ns', 'status finalize'],
  ['services', 'Service', 'ns', 'svc', 'status'],
  ['endpoints', 'Endpoints', 'ns', 'ep'],
  ['serviceaccounts', 'ServiceAccount', 'ns', 'sa'],
  ['events', 'Event', 'ns', 'ev'],
  ['configmaps', 'ConfigMap', 'ns', 'cm'],
  ['secrets', 'Secret', 'ns'],
  ['persistentvolumeclaims', 'PersistentVolumeClaim', 'ns', 'pvc', 'status'],
  ['persistentvolumes', 'PersistentVolume', 'cluster', 'pv', 'status'],
  ['replicationcontrollers', 'ReplicationController', 'ns', 'rc', 'status'],
  ['resourcequotas', 'ResourceQuota', 'ns', 'quota', 'status'],
  ['limitranges', 'LimitRange', 'ns', 'limits'],
];

const GROUPS: Readonly<Record<string, readonly Line[]>> = {
  'apps/v1': [
    ['daemonsets', 'DaemonSet', 'ns', 'ds', 'status'],
    ['deployments', 'Deployment', 'ns', 'deploy', 'status'],
    ['replicasets', 'ReplicaSet', 'ns', 'rs', 'status'],
    ['statefulsets', 'StatefulSet', 'ns', 'sts', 'status'],
    ['controllerrevisions', 'ControllerRevision', 'ns'],
  ],
  'batch/v1': [
    ['jobs', 'Job', 'ns', '', 'status'],
    ['cronjobs', 'CronJob', 'ns', 'cj', 'status'],
  ],
  'policy/v1': [['poddisruptionbudgets', 'PodDisruptionBudget', 'ns', 'pdb', 'status']],
  'coordination.k8s.io/v1': [['leases', 'Lease', 'ns']],
  'discovery.k8s.io/v1': [['endpointslices', 'EndpointSlice', 'ns']],
  'certificates.k8s.io/v1': [
    ['certificatesigningrequests', 'CertificateSigningRequest', 'cluster', 'csr', 'status approval'],
  ],
  'rbac.authorization.k8s.io/v1': [
    ['roles', 'Role', 'ns'],
    ['rolebindings', 'RoleBinding', 'ns'],
    ['clusterroles', 'ClusterRole', 'cluster'],
    ['clusterrolebindings', 'ClusterRoleBinding', 'cluster'],
  ],
  'networking.k8s.io/v1': [
    ['networkpolicies', 'NetworkPolicy', 'ns', 'netpol'],
    ['ingresses', 'Ingress', 'ns', 'ing', 'status'],
  ],
  'admissionregistration.k8s.io/v1': [
    ['validatingwebhookconfigurations', 'ValidatingWebhookConfiguration', 'cluster'],
    ['mutatingwebhookconfigurations', 'MutatingWebhookConfiguration', 'cluster'],
  ],
  'apiextensions.k8s.io/v1': [
    ['customresourcedefinitions', 'CustomResourceDefinition', 'cluster', 'crd crds', 'status'],
  ],
  'apiregistration.k8s.io/v1': [['apiservices', 'APIService', 'cluster', '', 'status']],
  'storage.k8s.io/v1': [
    ['csinodes', 'CSINode', 'cluster'],
    ['storageclasses', 'StorageClass', 'cluster', 'sc'],
    ['volumeattachments', 'VolumeAttachment', 'cluster', '', 'status'],
  ],
  'metrics.k8s.io/v1beta1': [
    ['nodes', 'NodeMetrics', 'cluster'],
    ['pods', 'PodMetrics', 'ns'],
  ],
};

function expand(groupVersion: string, lines: readonly Line[]): readonly KubeResource[] {
  const [group = '', version = ''] = groupVersion.includes('/')
    ? groupVersion.split('/')
    : ['', groupVersion];
  return lines.map(([plural, kind, scope, short = '', sub = '']) => ({
    group,
    version,
    plural,
    singular: kind.toLowerCase(),
    kind,
    namespaced: scope === 'ns',
    shortNames: short.split(' ').filter(Boolean),
    subresources: sub.split(' ').filter(Boolean),
  }));
}

export const BUILT_IN: readonly KubeResource[] = [
  ...expand('v1', CORE),
  ...Object.entries(GROUPS).flatMap(([name, lines]) => expand(name, lines)),
];

/** A built-in resource by its plural; of the core group where another group has one of that name too. */
export function builtIn(plural: string): KubeResource {
  const found = BUILT_IN.find((entry) => entry.plural === plural);
  if (found === undefined) throw new TypeError(`no built-in resource ${plural}`);
  return found;
}

const NAMESPACED_CUSTOM: ReadonlySet<string> = new Set(['CiliumEndpoint']);
const SHORT: Readonly<Record<string, string>> = { CiliumNode: 'cn', CiliumEndpoint: 'cep' };

/** The resource that a CustomResourceDefinition of Cilium brings. */
export function customResource({ group, version, plural, kind }: CustomKind): KubeResource {
  return {
    group,
    version,
    plural,
    singular: kind.toLowerCase(),
    kind,
    namespaced: NAMESPACED_CUSTOM.has(kind),
    shortNames: (SHORT[kind] ?? '').split(' ').filter(Boolean),
    subresources: ['status'],
  };
}

/** `nodes`, `deployments.apps`: the name that the API server uses in messages and RBAC. */
export function qualifiedName({ group, plural }: Pick<KubeResource, 'group' | 'plural'>): string {
  return group === '' ? plural : `${plural}.${group}`;
}

/** `v1`, `apps/v1`. */
export function apiVersionOf({ group, version }: Pick<KubeResource, 'group' | 'version'>): string {
  return group === '' ? version : `${group}/${version}`;
}
