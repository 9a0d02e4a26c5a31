/** Create, update and patch, with optimistic locking; deletion is in deletes.ts. */
import { furnishNamespace, type KubeCluster } from '../../world/kube-cluster.ts';
import { deploymentStored } from '../../world/kube-deployments.ts';
import { addPod } from '../../world/kube-pods.ts';
import { apiVersionOf, builtIn, type KubeResource } from '../../world/kube-resources.ts';
import {
  at,
  isObject,
  type Json,
  type KubeMetadata,
  type KubeObject,
  textAt,
  show,
} from '../../world/kube-types.ts';
import { withAddress } from '../../world/pod-services.ts';
import { admit } from './admission.ts';
import { finishDeletion } from './deletes.ts';
import { applyPatch } from './patch.ts';
import type { ObjectRequest } from './request.ts';
import { alreadyExists, badRequest, conflict, invalid, MODIFIED, notFound, parseBody } from './status.ts';
import { existing, isDryRun, isPod, store } from './stored.ts';

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
