/** What writes and deletions of objects share: finding and storing them. */
import { type KubeCluster, putNode } from '../../world/kube-cluster.ts';
import type { KubeResource } from '../../world/kube-resources.ts';
import type { KubeObject } from '../../world/kube-types.ts';
import type { ObjectRequest } from './request.ts';
import { notFound } from './status.ts';

/** Nodes live in the world, too. */
export function isNode(resource: KubeResource): boolean {
  return resource.group === '' && resource.plural === 'nodes';
}

/** Pods are put on nodes and end in their own time. */
export function isPod(resource: KubeResource): boolean {
  return resource.group === '' && resource.plural === 'pods';
}

/** The object that a request names. Refuses 404. */
export function existing({ store }: KubeCluster, { resource, namespace, name }: ObjectRequest): KubeObject {
  const found = store.get(resource, namespace, name);
  if (found === undefined) throw notFound(resource, name);
  return found;
}

/** Whether a request only asks what would happen. */
export function isDryRun({ query }: ObjectRequest): boolean {
  return query.getAll('dryRun').includes('All');
}

/** Stores an object, a node with what the world knows of it. */
export function store(cluster: KubeCluster, resource: KubeResource, object: KubeObject): KubeObject {
  return isNode(resource) ? putNode(cluster, object) : cluster.store.put(resource, object);
}
