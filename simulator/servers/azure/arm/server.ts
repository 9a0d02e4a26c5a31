/**
 * Azure Resource Manager over the objects of the world: GET and LIST of the types that the families describe, with
 * pages, throttling and refusals in the recorded forms.
 */
import { randomUUID } from 'node:crypto';
import type { World } from '../../../world/world.ts';
import { listen, type Listening, type PlainAnswer, type PlainRequest } from '../../listen.ts';
import type { ServerCertificate } from '../../tls.ts';
import { type CloudView, viewOf } from '../../../world/link/view.ts';
import { actionOf, performAction } from './actions.ts';
import { EXPRESS_ROUTE_TYPES } from './express-route.ts';
import { GATEWAY_TYPES } from './gateways.ts';
import { INTERFACE_TYPES } from './interfaces.ts';
import { type OperationOptions, Operations } from './operations.ts';
import { ArmRefusal, type ArmReply } from './refusal.ts';
import { type ArmType, frame, idOf } from './resource.ts';
import { ROUTE_SERVER_TYPES } from './route-servers.ts';
import { ROUTE_TABLE_TYPES } from './route-tables.ts';
import { VIRTUAL_NETWORK_TYPES } from './virtual-networks.ts';

const TYPES = [
  ...VIRTUAL_NETWORK_TYPES,
  ...GATEWAY_TYPES,
  ...ROUTE_SERVER_TYPES,
  ...ROUTE_TABLE_TYPES,
  ...INTERFACE_TYPES,
  ...EXPRESS_ROUTE_TYPES,
];
const DEFAULT_PAGE = 100;
const SLOW_MS = 2000;

export interface ArmOptions extends OperationOptions {
  readonly certificate: ServerCertificate;
  /** Whether a token was given out by the login server of this world. */
  readonly isToken: (token: string) => boolean;
  readonly pageSize?: number;
  /** Actions that the caller's role lacks, for example `Microsoft.Network/virtualNetworks/read`. */
  readonly denied?: readonly string[];
}

export interface ArmServer extends Listening {
  /** Paths in order of arrival, refused ones included. */
  readonly requests: readonly string[];
}

/** Starts the service. Faults named `arm-…` strike here. */
export async function startArmServer(world: World, options: ArmOptions): Promise<ArmServer> {
  const requests: string[] = [];
  const throttled = new Set<string>();
  const service = { world, options, throttled, operations: new Operations(world, options), url: '' };
  const server = await listen(async (request) => {
    requests.push(request.url.pathname);
    if (world.faults.strikes('arm-slow')) await world.clock.sleep(SLOW_MS);
    try {
      const { status, body, headers } = answer(request, service);
      return reply(status, body, headers);
    } catch (error) {
      if (!(error instanceof ArmRefusal)) throw error;
      const { status, code, message, headers } = error;
      return reply(status, { error: { code, message } }, headers);
    }
  }, options.certificate);
  service.url = server.url;
  return { ...server, requests };
}

interface Service {
  readonly world: World;
  readonly options: ArmOptions;
  readonly throttled: Set<string>;
  readonly operations: Operations;
  /** For links to further pages. */
  url: string;
}

/** ARM writes two spaces of indentation and carriage returns. */
function reply(
  status: number,
  body: object | null,
  headers: Readonly<Record<string, string>> = {},
): PlainAnswer {
  const id = randomUUID();
  return {
    status,
    headers: {
      'cache-control': 'no-cache',
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-ms-request-id': id,
      'x-ms-correlation-request-id': id,
      ...headers,
    },
    body: JSON.stringify(body, undefined, 2).replaceAll('\n', '\r\n'),
  };
}

/** What a path asks for; `names` are those of the resource's own segments, `collection` asks for the list. */
interface Target {
  readonly type: ArmType;
  readonly group: string | undefined;
  readonly collection: boolean;
  /** The path itself: the id of one resource, or what the ids of the collection begin with. */
  readonly path: string;
}

const PATH = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?\/providers\/([^/]+)\/(.+?)\/?$/i;

function answer(request: PlainRequest, service: Service): ArmReply {
  const { options, operations, url } = service;
  const token = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (token === undefined || !options.isToken(token)) {
    throw new ArmRefusal(401, 'InvalidAuthenticationToken', 'The access token is invalid.', {
      'www-authenticate': 'Bearer authorization_uri="https://login.windows.net/", error="invalid_token"',
    });
  }
  if (!request.url.searchParams.has('api-version')) {
    const message = 'The api-version query parameter (?api-version=) is required for all requests.';
    throw new ArmRefusal(400, 'MissingApiVersionParameter', message);
  }
  const path = decodeURIComponent(request.url.pathname);
  const poll = operations.poll(path, request.url.search, url);
  if (poll !== undefined) return poll;
  return request.method === 'POST' ? act(path, request, service) : read(path, request, service);
}

function read(path: string, request: PlainRequest, service: Service): ArmReply {
  const target = targetOf(path);
  throttle(`${target.type.path}:${target.path}`, service);
  authorise(`${target.type.namespace}/${target.type.path}/read`, target.path, service);
  if (target.type.path === 'virtualNetworkGateways' && service.world.faults.strikes('arm-denied')) {
    throw forbidden(`${target.type.namespace}/${target.type.path}/read`, target.path);
  }
  const view = viewOf(service.world);
  const body = target.collection ? list(target, request, service, view) : get(target, view);
  return { status: 200, body };
}

/** A POST starts an operation whose result is fetched from its Location. */
function act(path: string, request: PlainRequest, service: Service): ArmReply {
  const action = actionOf(path);
  if (action === undefined) {
    throw new ArmRefusal(404, 'InvalidResourceType', `No action is known at '${path}'.`);
  }
  throttle(`POST:${path}`, service);
  authorise(action.permission, action.resource, service);
  const result = performAction(action, request.url.searchParams, viewOf(service.world));
  return service.operations.start(
    result,
    action,
    service.url,
    request.url.searchParams.get('api-version') ?? '',
  );
}

function throttle(key: string, { throttled, world }: Service): void {
  if (throttled.has(key) || !world.faults.strikes('arm-throttled')) return;
  throttled.add(key);
  throw new ArmRefusal(429, 'TooManyRequests', 'The request is being throttled.', { 'retry-after': '1' });
}

function authorise(permission: string, scope: string, { options }: Service): void {
  const denied = (options.denied ?? []).map((one) => one.toLowerCase());
  if (denied.includes(permission.toLowerCase())) throw forbidden(permission, scope);
}

function forbidden(action: string, scope: string): ArmRefusal {
  return new ArmRefusal(
    403,
    'AuthorizationFailed',
    `The client '${CALLER}' with object id '${CALLER}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

const CALLER = '00000000-0000-4000-8000-000000000003';

function targetOf(pathname: string): Target {
  const match = PATH.exec(pathname);
  const namespace = match?.[3] ?? '';
  const segments = (match?.[4] ?? '').split('/');
  const typePath = segments.filter((_segment, index) => index % 2 === 0).join('/');
  const type = TYPES.find(
    (one) =>
      one.path.toLowerCase() === typePath.toLowerCase() &&
      one.namespace.toLowerCase() === namespace.toLowerCase(),
  );
  const collection = segments.length % 2 === 1;
  const group = match?.[2];
  if (type === undefined || (group === undefined && !(collection && type.inSubscription))) {
    throw new ArmRefusal(
      404,
      'InvalidResourceType',
      `The resource type '${typePath}' could not be found in the namespace '${namespace}' for api version.`,
    );
  }
  return { type, group, collection, path: pathname.replace(/\/$/, '') };
}

function get({ type, group, path }: Target, view: CloudView): object {
  const object = view.objects.list(type.type).find((one) => idOf(one).toLowerCase() === path.toLowerCase());
  if (object !== undefined) return frame(type, object, view);
  requireGroup(group, view);
  const name = path.split('/providers/').at(-1) ?? '';
  throw new ArmRefusal(
    404,
    'ResourceNotFound',
    `The Resource '${name}' under resource group '${group ?? ''}' was not found.`,
    { 'x-ms-failure-cause': 'gateway' },
  );
}

function list(target: Target, request: PlainRequest, { options, url }: Service, view: CloudView): object {
  const { type, group, path } = target;
  requireGroup(group, view);
  // A collection of children lies below its parent; one of a subscription, in any group of it.
  const prefix = group === undefined ? `${path.split('/providers/')[0] ?? ''}/resourcegroups/` : `${path}/`;
  const found = view.objects
    .list(type.type)
    .filter((one) => idOf(one).toLowerCase().startsWith(prefix.toLowerCase()));
  const size = options.pageSize ?? DEFAULT_PAGE;
  const start = Number(request.url.searchParams.get('$skipToken') ?? 0);
  const value = found.slice(start, start + size).map((object) => frame(type, object, view, true));
  if (start + size >= found.length) return { value };
  const next = new URL(`${request.url.pathname}${request.url.search}`, url);
  next.searchParams.set('$skipToken', String(start + size));
  return { value, nextLink: next.href };
}

/** A group exists when Terraform made it, or when something is in it. */
function requireGroup(group: string | undefined, view: CloudView): void {
  if (group === undefined) return;
  const part = `/resourcegroups/${group.toLowerCase()}`;
  const exists = view.objects.list().some(({ provider, attributes }) => {
    const id = typeof attributes['id'] === 'string' ? attributes['id'].toLowerCase() : '';
    return provider !== 'aws' && `${id}/`.includes(`${part}/`);
  });
  if (!exists) {
    throw new ArmRefusal(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`, {
      'x-ms-failure-cause': 'gateway',
    });
  }
}
