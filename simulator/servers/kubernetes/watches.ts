/** Watches: a stream of lines, one event each, from a version on. */
import type { ServerResponse } from 'node:http';
import type { KubeCluster } from '../../world/kube-cluster.ts';
import type { KubeEvent } from '../../world/kube-store.ts';
import { apiVersionOf, qualifiedName } from '../../world/kube-resources.ts';
import type { JsonObject, KubeObject } from '../../world/kube-types.ts';
import { selected } from './lists.ts';
import { isTrue, type ObjectRequest } from './request.ts';
import { selection } from './selectors.ts';
import { expired } from './status.ts';

export interface WatchOptions {
  /** Between bookmarks. Default 60 s. */
  readonly bookmarkMs?: number | undefined;
  /** Delay of each event, for a slow watch. Default 0. */
  readonly delayMs?: number | undefined;
}

/** The server ends a watch after this long where the client sets no shorter time. */
const LONGEST_S = 1800;

/** Streams events to the client until it leaves or the time is over. */
export function watchObjects(
  cluster: KubeCluster,
  request: ObjectRequest,
  response: ServerResponse,
  options: WatchOptions,
): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache, private' });
  response.flushHeaders();
  const write = (type: string, object: JsonObject): void => {
    if (!response.writableEnded) response.write(`${JSON.stringify({ type, object })}\n`);
  };
  const past = pastEvents(cluster, request);
  if (past === undefined) {
    const { status } = expired(
      `too old resource version: ${request.query.get('resourceVersion') ?? ''} (${cluster.store.compacted})`,
    );
    write('ERROR', status);
    response.end();
    return;
  }
  for (const { type, object } of past) write(type, object);
  follow(cluster, request, response, write, options);
}

type Write = (type: string, object: JsonObject) => void;

function follow(
  cluster: KubeCluster,
  request: ObjectRequest,
  response: ServerResponse,
  write: Write,
  { bookmarkMs = 60_000, delayMs = 0 }: WatchOptions,
): void {
  const { query, resource } = request;
  const bookmark = (annotations?: JsonObject): void => {
    const metadata = {
      resourceVersion: String(cluster.store.version),
      ...(annotations !== undefined && { annotations }),
    };
    write('BOOKMARK', { kind: resource.kind, apiVersion: apiVersionOf(resource), metadata });
  };
  const hasBookmarks = isTrue(query.get('allowWatchBookmarks'));
  if (hasBookmarks && isTrue(query.get('sendInitialEvents')))
    bookmark({ 'k8s.io/initial-events-end': 'true' });
  const translate = translator(request);
  const forget = cluster.store.onEvent((event) => {
    const seen = translate(event);
    if (seen === undefined) return;
    if (delayMs === 0) write(seen.type, seen.object);
    else setTimeout(() => write(seen.type, seen.object), delayMs).unref();
  });
  const ticking = hasBookmarks ? setInterval(bookmark, bookmarkMs).unref() : undefined;
  const seconds = Number(query.get('timeoutSeconds') ?? LONGEST_S) || LONGEST_S;
  const ending = setTimeout(() => response.end(), seconds * 1000).unref();
  response.on('close', () => {
    forget();
    clearInterval(ticking);
    clearTimeout(ending);
  });
}

interface Seen {
  readonly type: string;
  readonly object: KubeObject;
}

/** What was before the watch: without a version everything there is as ADDED, else what happened since. */
function pastEvents(cluster: KubeCluster, request: ObjectRequest): readonly Seen[] | undefined {
  const version = Number(request.query.get('resourceVersion') ?? 0);
  if (version === 0) return selected(cluster, request).map((object) => ({ type: 'ADDED', object }));
  const translate = translator(request);
  return cluster.store.since(version)?.flatMap((event) => translate(event) ?? []);
}

/** An event as this watch sees it: an object that comes into the selection is new to it, one that leaves it is gone. */
function translator(request: ObjectRequest): (event: KubeEvent) => Seen | undefined {
  const { resource, namespace, name, query } = request;
  const matches = selection(query, resource);
  const id = qualifiedName(resource);
  const isSelected = (object: KubeObject | undefined): boolean =>
    object !== undefined &&
    (namespace === undefined || object.metadata.namespace === namespace) &&
    (name === '' || object.metadata.name === name) &&
    matches(object);
  return ({ resource: changed, type, object, before }) => {
    if (changed !== id) return undefined;
    const was = isSelected(before);
    const is = type !== 'DELETED' && isSelected(object);
    if (!was && !is) return undefined;
    if (was && is) return { type: 'MODIFIED', object };
    return is ? { type: 'ADDED', object } : { type: 'DELETED', object };
  };
}
