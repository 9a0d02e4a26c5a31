/** Create, update, patch and delete, with optimistic locking, preconditions and finalizers. */
import { furnishNamespace, type KubeCluster, putNode, removeNode } from '../../world/kube-cluster.ts';
import { deploymentStored } from '../../world/kube-deployments.ts';
import { addPod, isOnLostNode, podRemoved } from '../../world/kube-pods.ts';
import { apiVersionOf, builtIn, type KubeResource } from '../../world/kube-resources.ts';
import {
  at,
  isObject,
  type Json,
  type JsonObject,
  type KubeMetadata,
  type KubeObject,
  textAt,
  show,
} from '../../world/kube-types.ts';
import { withAddress } from '../../world/pod-services.ts';
import { admit } from './admission.ts';
import { applyPatch } from './patch.ts';
import type { ObjectRequest } from './request.ts';
import {
  alreadyExists,
  badRequest,
  conflict,
  invalid,
  MODIFIED,
  notFound,
  parseBody,
  success,
} from './status.ts';

export interface WriteOptions {
  /** How long a pod takes to end when it is deleted gracefully, in real milliseconds. Default 20. */
  readonly terminationMs?: number | undefined;
}

function isNode(resource: KubeResource): boolean {
  return resource.group === '' && resource.plural === 'nodes';
}

function isPod(resource: KubeResource): boolean {
  return resource.group === '' && resource.plural === 'pods';
}

/** The object that a request names. Refuses 404. */
export function existing({ store }: KubeCluster, { resource, namespace, name }: ObjectRequest): KubeObject {
  const found = store.get(resource, namespace, name);
  if (found === undefined) throw notFound(resource, name);
  return found;
}

function isDryRun({ query }: ObjectRequest): boolean {
  return query.getAll('dryRun').includes('All');
}

function store(cluster: KubeCluster, resource: KubeResource, object: KubeObject): KubeObject {
  return isNode(resource) ? putNode(cluster, object) : cluster.store.put(resource, object);
}

const NAME = /^[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$/;
const SUFFIX = 'bcdfghjklmnpqrstvwxz2456789';

/** Answers POST of a new object. Refuses 404 without its namespace, 409 when the name is taken, 422 without a name. */
export function createObject(cluster: KubeCluster, request: ObjectRequest): KubeObject {
  const { resource, namespace } = request;
  const body = objectBody(request);
  const given = body.metadata.name;
  const generated = textAt(body, 'metadata', 'generateName');
  const name = given === '' && generated !== '' ? `${generated}${suffix()}` : given;
  if (!NAME.test(name)) {
    const why = name === '' ? 'Required value: name or generateName is required' : `Invalid value: "${name}"`;
    throw invalid(resource.kind, resource.group, name, 'metadata.name', why);
  }
  if (
    namespace !== undefined &&
    cluster.store.get(builtIn('namespaces'), undefined, namespace) === undefined
  ) {
    throw notFound(builtIn('namespaces'), namespace);
  }
  if (cluster.store.get(resource, namespace, name) !== undefined) throw alreadyExists(resource, name);
  const { uid: _uid, resourceVersion: _version, ...metadata } = body.metadata;
  const { status, ...rest } = body;
  const plain = {
    ...rest,
    // Who creates an object with a status of its own does not say what that is.
    ...(!resource.subresources.includes('status') && status !== undefined && { status }),
    metadata: { ...metadata, name, ...(namespace !== undefined && { namespace }) },
  };
  const isService = resource.group === '' && resource.plural === 'services';
  const object = isService ? withAddress(cluster, plain) : plain;
  admit(cluster, resource, 'CREATE', object);
  if (isDryRun(request)) {
    const seen = { uid: crypto.randomUUID(), creationTimestamp: cluster.store.timestamp() };
    return { ...object, metadata: { ...object.metadata, ...seen } };
  }
  if (resource.plural === 'namespaces') furnishNamespace(cluster, name);
  if (isPod(resource)) return addPod(cluster, object);
  const stored = store(cluster, resource, object);
  return resource.plural === 'deployments' ? deploymentStored(cluster, stored) : stored;
}

function suffix(): string {
  const random = crypto.getRandomValues(new Uint8Array(5));
  return [...random].map((value) => SUFFIX[value % SUFFIX.length]).join('');
}

/** The body as an object of the resource, in the namespace of the path. */
function objectBody({ resource, namespace, body }: ObjectRequest): KubeObject {
  const parsed = parseBody(body);
  if (!isObject(parsed)) throw badRequest('the body is not an object');
  const { kind = resource.kind, apiVersion = apiVersionOf(resource) } = parsed;
  if (kind !== resource.kind || apiVersion !== apiVersionOf(resource)) {
    throw badRequest(
      `${resource.kind} in version "${resource.version}" cannot be handled as a ${resource.kind}: no kind "${show(kind)}" is registered for version "${show(apiVersion)}"`,
    );
  }
  const metadata = at(parsed, 'metadata');
  const given = isObject(metadata) ? metadata : {};
  const inside = textAt(given, 'namespace');
  if (inside !== '' && inside !== namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  }
  return {
    ...parsed,
    kind: resource.kind,
    apiVersion: apiVersionOf(resource),
    metadata: { ...given, name: textAt(given, 'name') },
  };
}

/** Answers PUT. Refuses 409 when the version in the body is not the stored one. */
export function updateObject(cluster: KubeCluster, request: ObjectRequest): KubeObject {
  const before = existing(cluster, request);
  return replace(cluster, request, before, objectBody(request));
}

/** Answers PATCH of one of the three kinds. */
export function patchObject(cluster: KubeCluster, request: ObjectRequest): KubeObject {
  const before = existing(cluster, request);
  const isCustom =
    cluster.store.get(
      builtIn('customresourcedefinitions'),
      undefined,
      `${request.resource.plural}.${request.resource.group}`,
    ) !== undefined;
  const patch = parseBody(request.body);
  const after = applyPatch(before, patch, request.headers['content-type'] ?? '', isCustom);
  return replace(cluster, request, before, after as KubeObject);
}

/** What a client may not change by writing to the object, and what a subresource alone may change. */
function replace(
  cluster: KubeCluster,
  request: ObjectRequest,
  before: KubeObject,
  after: KubeObject,
): KubeObject {
  const { resource, name, subresource } = request;
  const { resourceVersion } = before.metadata;
  const wanted = after.metadata.resourceVersion ?? '';
  if (wanted !== '' && wanted !== resourceVersion) throw conflict(resource, name, MODIFIED);
  const uid = after.metadata.uid ?? '';
  if (uid !== '' && uid !== before.metadata.uid) {
    throw conflict(
      resource,
      name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${before.metadata.uid ?? ''}`,
    );
  }
  if (after.metadata.name !== name) {
    throw badRequest('the name of the object does not match the name on the URL');
  }
  const isPart = ['status', 'approval', 'finalize'].includes(subresource);
  const next = isPart
    ? { ...before, [partOf(subresource)]: after[partOf(subresource)] }
    : keepStatus(resource, before, after);
  if (isDryRun(request) || isSame(before, next))
    return { ...next, metadata: { ...next.metadata, ...identityOf(before) } };
  const stored = store(cluster, resource, { ...next, metadata: metadataOf(before, next) });
  return finishDeletion(cluster, resource, stored);
}

function partOf(subresource: string): string {
  return subresource === 'finalize' ? 'spec' : 'status';
}

/** Where a resource has a status of its own, other writes leave it as it is. */
function keepStatus(resource: KubeResource, before: KubeObject, after: KubeObject): KubeObject {
  return resource.subresources.includes('status') ? { ...after, status: before['status'] } : after;
}

function identityOf({ metadata }: KubeObject): Partial<KubeMetadata> {
  const { uid, resourceVersion, creationTimestamp, deletionTimestamp } = metadata;
  return Object.fromEntries(
    Object.entries({ uid, resourceVersion, creationTimestamp, deletionTimestamp }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

function metadataOf(before: KubeObject, after: KubeObject): KubeMetadata {
  const { deletionTimestamp: _time, ...metadata } = after.metadata;
  return { ...metadata, ...identityOf(before) };
}

/** A write that changes nothing makes no version, as in etcd. */
function isSame(before: KubeObject, after: KubeObject): boolean {
  const strip = (object: KubeObject): Json => ({
    ...object,
    metadata: { ...object.metadata, ...identityOf(before) },
  });
  return JSON.stringify(strip(before)) === JSON.stringify(strip(after));
}

/** An object that waits for its finalizers goes when the last is taken away. */
function finishDeletion(cluster: KubeCluster, resource: KubeResource, object: KubeObject): KubeObject {
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
  options: WriteOptions,
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
  { terminationMs = 20 }: WriteOptions,
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
