/** From a request to its answer: faults, who it is, what is asked, whether it is allowed, the answer. */
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { KubeCluster } from '../../world/kube-cluster.ts';
import { isObject, type JsonObject } from '../../world/kube-types.ts';
import type { World } from '../../world/world.ts';
import { accessTo, isAllowed, questionOf, refusal, reviewOf } from './authorization.ts';
import { discover } from './discovery.ts';
import { evict } from './eviction.ts';
import { authenticate, type IdentityOptions } from './identity.ts';
import { listObjects, selected, type Snapshots } from './lists.ts';
import { podLog } from './logs.ts';
import { type HttpRequest, type KubeUser, type ObjectRequest, targetOf } from './request.ts';
import type { KubernetesOptions, KubeReply } from './server.ts';
import {
  badRequest,
  KubeRefusal,
  methodNotAllowed,
  notFound,
  parseBody,
  unauthorized,
  unknownPath,
} from './status.ts';
import { watchObjects } from './watches.ts';
import { deleteObject, endObject } from './deletes.ts';
import { createObject, patchObject, updateObject } from './writes.ts';

export interface Service {
  readonly world: World;
  readonly cluster: KubeCluster;
  readonly options: KubernetesOptions;
  readonly identity: IdentityOptions;
  readonly snapshots: Snapshots;
  readonly requests: string[];
  readonly asked: Set<string>;
  readonly unauthenticated: string[];
  readonly watches: Set<ServerResponse>;
  /** Streams that are open. */
  readonly sockets: Set<WebSocket>;
  readonly version: () => string;
}

/** Answers a request; a refusal becomes its Status. */
export async function serve(request: HttpRequest, response: ServerResponse, service: Service): Promise<void> {
  const { method, url } = request;
  service.requests.push(`${method} ${url.pathname}${url.search}`);
  const reply = (await service.options.intercept?.(request)) ?? (await struck(service, request));
  if (reply === 'reset') {
    response.socket?.destroy();
    return;
  }
  if (reply !== undefined) {
    send(response, reply);
    return;
  }
  try {
    answer(request, response, service);
  } catch (error) {
    if (!(error instanceof KubeRefusal)) throw error;
    send(response, { status: error.code, headers: error.headers, body: error.status });
  }
}

const SLOW_MS = 1000;
const OVERLOADED = 'Too many requests, please try again later.\n';

/** What a fault makes of the request; undefined where none strikes. */
async function struck(
  { world: { faults } }: Service,
  { url }: HttpRequest,
): Promise<KubeReply | 'reset' | undefined> {
  if (faults.strikes('kube-slow')) await pause(SLOW_MS);
  if (faults.strikes('kube-throttled', 2)) {
    // Priority and Fairness answers before anything knows of Status objects.
    return {
      status: 429,
      headers: { 'retry-after': '1', 'content-type': 'text/plain; charset=utf-8' },
      body: OVERLOADED,
    };
  }
  if (faults.strikes('kube-5xx', 2)) {
    const { status } = new KubeRefusal(
      500,
      'InternalError',
      'Internal error occurred: etcdserver: request timed out',
    );
    return { status: 500, body: status };
  }
  if (faults.strikes('kube-reset', 2)) return 'reset';
  const isLaterPage = url.searchParams.has('continue');
  return isLaterPage && faults.strikes('kube-page-lost', 1) ? { status: 410, body: LOST.status } : undefined;
}

const LOST = new KubeRefusal(
  410,
  'Expired',
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
);

/** Sends an answer whole. */
export function send(response: ServerResponse, { status, headers, body = '' }: KubeReply): void {
  const content = typeof body === 'string' ? body : `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
    'content-length': Buffer.byteLength(content),
    'cache-control': 'no-cache, private',
    'audit-id': crypto.randomUUID(),
    ...headers,
  });
  response.end(content);
}

const PUBLIC = ['/version', '/healthz', '/livez', '/readyz'];

function answer(request: HttpRequest, response: ServerResponse, service: Service): void {
  const { pathname } = request.url;
  const user = userOf(request, service);
  const isPublic = PUBLIC.includes(pathname);
  if (isPublic && pathname !== '/version') return send(response, { status: 200, body: 'ok' });
  const resources = service.cluster.resources();
  const found = discover(pathname.replace(/\/$/, ''), resources, service.version());
  if (found !== undefined) return send(response, { status: 200, body: found });
  if (/^\/apis\/(authorization|authentication)\.k8s\.io\/v1\//.test(pathname)) {
    return send(response, { status: 201, body: review(request, service, user) });
  }
  if (!/^\/apis?\//.test(pathname)) throw unknownPath();
  const target = targetOf(request, resources);
  demand(service, user, target);
  perform({ ...request, ...target, user, query: request.url.searchParams }, response, service);
}

/** Who sends a request. Refuses 401, and 403 what needs a login. */
function userOf({ headers, url: { pathname } }: HttpRequest, service: Service): KubeUser {
  const user = authenticate(headers.authorization, service.cluster, service.identity);
  if ('refused' in user) {
    service.unauthenticated.push(user.refused);
    throw unauthorized();
  }
  if (user.username === 'system:anonymous' && !PUBLIC.includes(pathname)) {
    const why = `forbidden: User "system:anonymous" cannot get path "${pathname}"`;
    throw new KubeRefusal(403, 'Forbidden', why);
  }
  return user;
}

/** A request that is not answered as others are, with who sends it. Refuses what the user may not do. */
export function authorized(request: HttpRequest, service: Service): ObjectRequest {
  const user = userOf(request, service);
  const target = targetOf(request, service.cluster.resources());
  demand(service, user, target);
  // A stream opens with GET, by which who may only read could run commands; API servers from 1.35 on ask for both.
  const minor = Number(service.version().split('.')[1]);
  if (minor >= 35) demand(service, user, { ...target, verb: 'create' });
  return { ...request, ...target, user, query: request.url.searchParams };
}

function review({ method, url, body }: HttpRequest, service: Service, user: KubeUser): JsonObject {
  const parsed = method === 'POST' ? parseBody(body) : undefined;
  if (!isObject(parsed)) throw methodNotAllowed();
  if (url.pathname.endsWith('/selfsubjectaccessreviews')) {
    return reviewOf(service.cluster, user, parsed, ({ verb, resource }) => isDenied(service, verb, resource));
  }
  if (!url.pathname.endsWith('/selfsubjectreviews')) throw unknownPath();
  const { username, groups } = user;
  return { ...parsed, status: { userInfo: { username, groups } } };
}

function isDenied({ options }: Service, verb: string, resource: string): boolean {
  return options.denied?.includes(`${verb} ${resource}`) === true;
}

function demand(service: Service, user: KubeUser, target: ReturnType<typeof targetOf>): void {
  const { resource, verb, subresource, namespace, name } = target;
  const access = accessTo(resource, verb, subresource, namespace, name);
  service.asked.add(questionOf(access));
  const isStruck = verb !== 'get' && service.world.faults.strikes(`kube-denied`);
  if (isStruck || isDenied(service, verb, access.resource) || !isAllowed(service.cluster, user, access)) {
    throw refusal(user, access);
  }
}

function perform(request: ObjectRequest, response: ServerResponse, service: Service): void {
  const { cluster, options, snapshots } = service;
  const ok = (body: object, status = 200): void => send(response, { status, body });
  demandMethod(request);
  if (request.resource.group === 'metrics.k8s.io' && service.world.faults.strikes('metrics-unavailable')) {
    throw new KubeRefusal(
      503,
      'ServiceUnavailable',
      `the server is currently unable to handle the request (${request.verb} ${request.resource.plural}.metrics.k8s.io)`,
    );
  }
  if (request.subresource === 'eviction') return ok(evict(cluster, request, options), 201);
  if (request.subresource === 'log') return send(response, { status: 200, body: podLog(cluster, request) });
  switch (request.verb) {
    case 'get':
      return ok(getObject(cluster, request));
    case 'list':
      return ok(listObjects(cluster, request, snapshots, options));
    case 'watch':
      return watch(request, response, service);
    case 'create':
      return ok(createObject(cluster, request), 201);
    case 'update':
      return ok(updateObject(cluster, request));
    case 'patch':
      return ok(patchObject(cluster, request));
    case 'delete':
      return ok(deleteObject(cluster, request, options));
    case 'deletecollection':
      return ok(deleteSelected(service, request));
  }
}

/** Parts of objects are read and written; evictions are created and logs read. */
function demandMethod({ subresource, verb }: ObjectRequest): void {
  if (subresource === '') return;
  if (['exec', 'portforward'].includes(subresource)) throw badRequest('Upgrade request required');
  const own: Readonly<Record<string, readonly string[]>> = { eviction: ['create'], log: ['get'] };
  const allowed = own[subresource] ?? ['get', 'update', 'patch'];
  if (!allowed.includes(verb)) throw methodNotAllowed();
}

function getObject(cluster: KubeCluster, request: ObjectRequest): JsonObject {
  const [found] = selected(cluster, { ...request, query: new URLSearchParams() });
  if (found === undefined) throw notFound(request.resource, request.name);
  return found;
}

function watch(request: ObjectRequest, response: ServerResponse, service: Service): void {
  service.watches.add(response);
  response.on('close', () => service.watches.delete(response));
  const delayMs = service.world.faults.strikes('kube-watch-slow') ? SLOW_MS : 0;
  watchObjects(service.cluster, request, response, { bookmarkMs: service.options.bookmarkMs, delayMs });
}

function deleteSelected({ cluster, options, snapshots }: Service, request: ObjectRequest): JsonObject {
  const answered = listObjects(cluster, request, snapshots, {});
  const given = request.body === '' ? {} : parseBody(request.body);
  for (const object of selected(cluster, request)) {
    endObject(cluster, request.resource, object, isObject(given) ? given : {}, options);
  }
  return answered;
}
