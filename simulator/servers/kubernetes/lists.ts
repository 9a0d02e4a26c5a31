/** Lists of objects, whole or in pages of one consistent moment. */
import { randomUUID } from 'node:crypto';
import type { KubeCluster } from '../../world/kube-cluster.ts';
import { ciliumState } from '../../world/cilium-state.ts';
import { metricsOf } from '../../world/kube-metrics.ts';
import { renewLeases } from '../../world/kube-nodes.ts';
import { withHealth } from '../../world/kube-pods.ts';
import { apiVersionOf, type KubeResource } from '../../world/kube-resources.ts';
import type { JsonObject, KubeObject } from '../../world/kube-types.ts';
import type { ObjectRequest } from './request.ts';
import { selection } from './selectors.ts';
import { badRequest, expired } from './status.ts';

/** The rest of a list that was begun, as it was then. */
interface Snapshot {
  readonly objects: readonly KubeObject[];
  readonly version: number;
  readonly path: string;
}

/** The lists that clients are in the middle of. They are forgotten as soon as the history is. */
export class Snapshots {
  readonly #kept = new Map<string, Snapshot>();

  /** Keeps the objects for later pages; the oldest list is given up when there are too many. */
  keep(snapshot: Snapshot): string {
    const id = randomUUID();
    this.#kept.set(id, snapshot);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
    return id;
  }

  find(id: string): Snapshot | undefined {
    return this.#kept.get(id);
  }
}

const MOST = 200;

export interface ListOptions {
  /** Entries of a page at most, also where the client asks for more or for all. */
  readonly pageSize?: number | undefined;
}

/** Answers a list, from `limit` and `continue` on. Refuses 410 when the list's moment is not kept any more. */
export function listObjects(
  cluster: KubeCluster,
  request: ObjectRequest,
  snapshots: Snapshots,
  options: ListOptions,
): JsonObject {
  const { query, resource, url } = request;
  const limit = limitOf(query, options.pageSize);
  const token = query.get('continue') ?? '';
  if (token !== '') return page(cluster, resource, snapshots, url.pathname, decode(token), limit);
  refuseOtherVersion(query, cluster.store.version);
  const objects = selected(cluster, request);
  const whole = { objects, version: cluster.store.version, path: url.pathname };
  if (limit >= objects.length) return listOf(resource, objects, { resourceVersion: String(whole.version) });
  return page(cluster, resource, snapshots, url.pathname, { id: snapshots.keep(whole), start: 0 }, limit);
}

/** The objects that a request selects, now. */
export function selected(cluster: KubeCluster, request: ObjectRequest): readonly KubeObject[] {
  const { query, resource, name } = request;
  const matches = selection(query, resource);
  return current(cluster, request).filter(
    (object) => (name === '' || object.metadata.name === name) && matches(object),
  );
}

/** What the store has, with what the world's controllers would have written into it by now. */
function current(cluster: KubeCluster, { resource, namespace, name }: ObjectRequest): readonly KubeObject[] {
  const { group, plural } = resource;
  if (plural === 'leases') renewLeases(cluster);
  if (group === 'metrics.k8s.io') return metricsOf(cluster, resource);
  const one = name === '' ? undefined : cluster.store.get(resource, namespace, name);
  const found = one === undefined ? cluster.store.list(resource, namespace) : [one];
  const told = ciliumState(cluster, plural, namespace, found);
  if (told !== undefined) return told;
  return plural === 'poddisruptionbudgets' ? found.map((budget) => withHealth(cluster, budget)) : found;
}

function limitOf(query: URLSearchParams, most = Number.POSITIVE_INFINITY): number {
  const asked = Number(query.get('limit') ?? 0);
  if (!Number.isInteger(asked) || asked < 0) throw badRequest(`invalid limit ${query.get('limit') ?? ''}`);
  return Math.min(asked === 0 ? Number.POSITIVE_INFINITY : asked, most);
}

function refuseOtherVersion(query: URLSearchParams, version: number): void {
  const wanted = Number(query.get('resourceVersion') ?? 0);
  if (query.get('resourceVersionMatch') === 'Exact' && wanted !== version) {
    throw expired('The resourceVersion for the provided list is too old.');
  }
}

interface Position {
  readonly id: string;
  readonly start: number;
}

function page(
  { store }: KubeCluster,
  resource: KubeResource,
  snapshots: Snapshots,
  path: string,
  { id, start }: Position,
  limit: number,
): JsonObject {
  const snapshot = snapshots.find(id);
  if (snapshot === undefined || snapshot.version < store.compacted) throw expired(TOO_OLD);
  if (snapshot.path !== path) throw badRequest('continue key is not valid: it is of another list');
  const { objects, version } = snapshot;
  const end = Math.min(start + limit, objects.length);
  const isLast = end === objects.length;
  return listOf(resource, objects.slice(start, end), {
    resourceVersion: String(version),
    ...(!isLast && { continue: encode({ id, start: end }), remainingItemCount: objects.length - end }),
  });
}

const TOO_OLD =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.';

function encode(position: Position): string {
  return Buffer.from(JSON.stringify({ v: 'meta.k8s.io/v1', ...position })).toString('base64url');
}

function decode(token: string): Position {
  try {
    const { id, start } = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as Partial<Position>;
    if (typeof id === 'string' && typeof start === 'number') return { id, start };
  } catch {
    // Falls through to the refusal.
  }
  throw badRequest('continue key is not valid: cannot be decoded');
}

/** A list of objects; those in it carry no kind, as the real server leaves it out. */
export function listOf(
  resource: KubeResource,
  objects: readonly KubeObject[],
  metadata: JsonObject,
): JsonObject {
  const isCustom = resource.group.includes('cilium');
  const items = objects.map(({ kind, apiVersion, ...rest }) =>
    isCustom ? { apiVersion, kind, ...rest } : rest,
  );
  return { kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource), metadata, items };
}
