import type { V1Lease } from '@kubernetes/client-node/dist/gen/models/V1Lease.js';
import type { CoreV1Event } from '@kubernetes/client-node/dist/gen/models/CoreV1Event.js';
import type { V1CertificateSigningRequest } from '@kubernetes/client-node/dist/gen/models/V1CertificateSigningRequest.js';
import type { V1ConfigMap } from '@kubernetes/client-node/dist/gen/models/V1ConfigMap.js';
import type { V1CustomResourceDefinition } from '@kubernetes/client-node/dist/gen/models/V1CustomResourceDefinition.js';
import type { V1DaemonSet } from '@kubernetes/client-node/dist/gen/models/V1DaemonSet.js';
import type { V1Deployment } from '@kubernetes/client-node/dist/gen/models/V1Deployment.js';
import type { V1Namespace } from '@kubernetes/client-node/dist/gen/models/V1Namespace.js';
import type { V1Node } from '@kubernetes/client-node/dist/gen/models/V1Node.js';
import type { V1ObjectMeta } from '@kubernetes/client-node/dist/gen/models/V1ObjectMeta.js';
import type { V1Pod } from '@kubernetes/client-node/dist/gen/models/V1Pod.js';
import type { V1PodDisruptionBudget } from '@kubernetes/client-node/dist/gen/models/V1PodDisruptionBudget.js';
import type { V1Service } from '@kubernetes/client-node/dist/gen/models/V1Service.js';

/** An object as JSON has it: the generated models say `Date` where the wire has text. */
export type Wire<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T;

export type Node = Wire<V1Node>;
export type Pod = Wire<V1Pod>;
export type Lease = Wire<V1Lease>;
export type CertificateRequest = Wire<V1CertificateSigningRequest>;
export type DisruptionBudget = Wire<V1PodDisruptionBudget>;
export type Event = Wire<CoreV1Event>;

/** A custom resource whose spec and status the caller reads with care. */
export interface CustomObject {
  readonly metadata?: Wire<V1ObjectMeta>;
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** Where objects of one kind are, and their type. */
export interface Resource<T> {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** Never set: it carries the type of the objects alone. */
  readonly item?: T;
}

const core = <T>(plural: string, namespaced: boolean): Resource<T> => ({
  group: '',
  version: 'v1',
  plural,
  namespaced,
});

/** Any resource, for instance one of a CRD. */
export function resource<T = CustomObject>(
  group: string,
  version: string,
  plural: string,
  namespaced: boolean,
): Resource<T> {
  return { group, version, plural, namespaced };
}

export const NODES = core<Node>('nodes', false);
export const PODS = core<Pod>('pods', true);
export const NAMESPACES = core<Wire<V1Namespace>>('namespaces', false);
export const SERVICES = core<Wire<V1Service>>('services', true);
export const CONFIG_MAPS = core<Wire<V1ConfigMap>>('configmaps', true);
export const EVENTS = core<Event>('events', true);
export const LEASES = resource<Lease>('coordination.k8s.io', 'v1', 'leases', true);
export const DAEMON_SETS = resource<Wire<V1DaemonSet>>('apps', 'v1', 'daemonsets', true);
export const DEPLOYMENTS = resource<Wire<V1Deployment>>('apps', 'v1', 'deployments', true);
export const DISRUPTION_BUDGETS = resource<DisruptionBudget>('policy', 'v1', 'poddisruptionbudgets', true);
export const CERTIFICATE_REQUESTS = resource<CertificateRequest>(
  'certificates.k8s.io',
  'v1',
  'certificatesigningrequests',
  false,
);
export const CUSTOM_RESOURCE_DEFINITIONS = resource<Wire<V1CustomResourceDefinition>>(
  'apiextensions.k8s.io',
  'v1',
  'customresourcedefinitions',
  false,
);
export const CILIUM_NODES = resource('cilium.io', 'v2', 'ciliumnodes', false);

/** Path of a collection; of one object when it is named. Without a namespace, a collection of all namespaces. */
export function pathOf<T>(of: Resource<T>, namespace: string | undefined, name?: string): string {
  const root = of.group === '' ? `/api/${of.version}` : `/apis/${of.group}/${of.version}`;
  const inside = namespace === undefined ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
  return `${root}${inside}/${of.plural}${name === undefined ? '' : `/${encodeURIComponent(name)}`}`;
}

/** For logs and messages: `nodes`, `ciliumnodes.cilium.io`. */
export function nameOf<T>({ group, plural }: Resource<T>): string {
  return group === '' ? plural : `${plural}.${group}`;
}
