/** Deletion with preconditions, grace and finalizers, and what goes after an object. */
import { type KubeCluster, removeNode } from '../../world/kube-cluster.ts';
import { isOnLostNode, podRemoved } from '../../world/kube-pods.ts';
import type { KubeResource } from '../../world/kube-resources.ts';
import { at, isObject, type JsonObject, type KubeObject, textAt } from '../../world/kube-types.ts';
import type { ObjectRequest } from './request.ts';
import { conflict, parseBody, success } from './status.ts';
import { existing, isDryRun, isNode, isPod, store } from './stored.ts';

export interface DeleteOptions {
  /** How long a pod takes to end when it is deleted gracefully, in real milliseconds. Default 20. */
  readonly terminationMs?: number | undefined;
}

/** An object that waits for its finalizers goes when the last is taken away. */
export function finishDeletion(cluster: KubeCluster, resource: KubeResource, object: KubeObject): KubeObject {
  const { deletionTimestamp, finalizers = [] } = object.metadata;
  if (deletionTimestamp !== undefined && finalizers.length === 0 && !isPod(resource)) {
    take(cluster, resource, object);
  }
  return object;
}

function take(cluster: KubeCluster, resource: KubeResource, object: KubeObject): void {
  const { namespace, name } = object.metadata;
  if (isNode(resource)) removeNode(cluster, object);
  else cluster.store.remove(resource, namespace, name);
  if (isPod(resource)) podRemoved(cluster, object);
  if (resource.plural === 'namespaces') emptyNamespace(cluster, name);
  // Pods own nothing, and there are many of them.
  if (!isPod(resource)) collect(cluster, object);
}

/** The garbage collector: what the object owned alone goes after it. */
function collect(cluster: KubeCluster, owner: KubeObject): void {
  for (const resource of cluster.resources()) {
    for (const object of cluster.store.list(resource)) {
      const owners = object.metadata.ownerReferences ?? [];
      if (owners.length > 0 && owners.every(({ uid }) => uid === owner.metadata.uid))
        take(cluster, resource, object);
    }
  }
}

function emptyNamespace(cluster: KubeCluster, namespace: string): void {
  for (const resource of cluster.resources().filter(({ namespaced }) => namespaced)) {
    for (const object of cluster.store.list(resource, namespace)) {
      cluster.store.remove(resource, namespace, object.metadata.name);
    }
  }
}

/** Options of a delete: in the body, or in the query. */
function deleteOptions({ body, query }: ObjectRequest): JsonObject {
  const parsed = body === '' ? {} : parseBody(body);
  const options = isObject(parsed) ? parsed : {};
  const grace = query.get('gracePeriodSeconds');
  return grace === null ? options : { gracePeriodSeconds: Number(grace), ...options };
}

/** Answers DELETE of one object. Refuses 409 when a precondition does not hold. */
export function deleteObject(
  cluster: KubeCluster,
  request: ObjectRequest,
  options: DeleteOptions,
): JsonObject {
  const { resource, name } = request;
  const object = existing(cluster, request);
  const given = deleteOptions(request);
  refuseOther(resource, object, given);
  if (isDryRun(request)) return object;
  const ended = endObject(cluster, resource, object, given, options);
  if (ended !== undefined) return ended;
  const { group, plural } = resource;
  return success({ name, ...(group !== '' && { group }), kind: plural, uid: object.metadata.uid });
}

/** Refuses (409) where the preconditions of a deletion do not hold. */
export function refuseOther(resource: KubeResource, object: KubeObject, options: JsonObject): void {
  const { uid = '', resourceVersion = '', name } = object.metadata;
  const wantedUid = textAt(options, 'preconditions', 'uid');
  if (wantedUid !== '' && wantedUid !== uid) {
    throw conflict(
      resource,
      name,
      `Precondition failed: UID in precondition: ${wantedUid}, UID in object meta: ${uid}`,
    );
  }
  const wanted = textAt(options, 'preconditions', 'resourceVersion');
  if (wanted !== '' && wanted !== resourceVersion) {
    throw conflict(
      resource,
      name,
      `Precondition failed: ResourceVersion in precondition: ${wanted}, ResourceVersion in object meta: ${resourceVersion}`,
    );
  }
}

/** Takes an object away, or marks it where finalizers or kubelet come first; gives the marked object. */
export function endObject(
  cluster: KubeCluster,
  resource: KubeResource,
  object: KubeObject,
  given: JsonObject,
  { terminationMs = 20 }: DeleteOptions,
): KubeObject | undefined {
  const seconds = graceOf(resource, object, given);
  const { finalizers = [], deletionTimestamp, namespace, name } = object.metadata;
  if (seconds === 0 && finalizers.length === 0) {
    take(cluster, resource, object);
    return undefined;
  }
  if (deletionTimestamp !== undefined) return object;
  const until = new Date(cluster.world.clock.now().getTime() + seconds * 1000);
  const marked = store(cluster, resource, {
    ...object,
    metadata: {
      ...object.metadata,
      deletionTimestamp: until.toISOString().replace(/\.\d+Z$/, 'Z'),
      deletionGracePeriodSeconds: seconds,
    },
  });
  // kubelet of a node that is not heard of cannot say that the pod has ended.
  if (isPod(resource) && finalizers.length === 0 && !isOnLostNode(cluster, object)) {
    setTimeout(() => {
      const now = cluster.store.get(resource, namespace, name);
      if (now !== undefined && now.metadata.uid === object.metadata.uid) take(cluster, resource, now);
    }, terminationMs).unref();
  }
  return marked;
}

const DEFAULT_GRACE_S = 30;

function graceOf(resource: KubeResource, object: KubeObject, options: JsonObject): number {
  if (!isPod(resource) || textAt(object, 'spec', 'nodeName') === '') return 0;
  const asked = options['gracePeriodSeconds'];
  if (typeof asked === 'number') return asked;
  const own = at(object, 'spec', 'terminationGracePeriodSeconds');
  return typeof own === 'number' ? own : DEFAULT_GRACE_S;
}
