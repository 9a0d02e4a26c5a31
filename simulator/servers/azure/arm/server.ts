/**
 * Azure Resource Manager over the objects of the world: GET and LIST of the types that the families describe, with
 * pages, throttling and refusals in the recorded forms.
 */
import { randomUUID } from 'node:crypto';
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { World } from '../../../world/world.ts';
import { listen, type Listening, type PlainAnswer, type PlainRequest } from '../../listen.ts';
import type { ServerCertificate } from '../../tls.ts';
import { BILLED_TYPES, listedBy, listedGroups } from './all-resources.ts';
import { type Accepted, beginChange, type Operation, pollOperation } from './changes.ts';
import { consoleBlob, publishConsole } from './consoles.ts';
import { GATEWAY_TYPES } from './gateways.ts';
import { MACHINE_PART_TYPES, objectsOf } from './machine-parts.ts';
import { instanceView, MACHINE_TYPES } from './machines.ts';
import { ArmRefusal } from './refusal.ts';
import { type ArmType, frame, idOf } from './resource.ts';
import { ROUTE_SERVER_TYPES } from './route-servers.ts';
import { ROUTE_TABLE_TYPES } from './route-tables.ts';
import { VIRTUAL_NETWORK_TYPES } from './virtual-networks.ts';

const TYPES = [
  ...VIRTUAL_NETWORK_TYPES,
  ...GATEWAY_TYPES,
  ...ROUTE_SERVER_TYPES,
  ...ROUTE_TABLE_TYPES,
  ...MACHINE_TYPES,
  ...MACHINE_PART_TYPES,
  ...BILLED_TYPES,
];
const DEFAULT_PAGE = 100;

export interface ArmOptions {
  /** Plain HTTP without one, for clients of the same process. */
  readonly certificate?: ServerCertificate;
  /** Whether a token was given out by the login server of this world. */
  readonly isToken: (token: string) => boolean;
  readonly pageSize?: number;
  /** Actions that the caller's role lacks, for example `Microsoft.Network/virtualNetworks/read`. */
  readonly denied?: readonly string[];
  /** ARM ids that a lock keeps from being deleted. */
  readonly locked?: readonly string[];
  /** The serial console of a VM that runs, by name; what the world keeps comes first. */
  readonly consoleOf?: (name: string) => string | undefined;
}

export interface ArmServer extends Listening {
  /** Paths in order of arrival, refused ones included. */
  readonly requests: readonly string[];
}

/** Starts the service. Faults `arm-throttled`, `arm-denied` and `arm-lags` strike here. */
export async function startArmServer(world: World, options: ArmOptions): Promise<ArmServer> {
  const requests: string[] = [];
  const throttled = new Set<string>();
  const deleted = new Map<string, WorldObject>();
  const born = new Map<string, string>();
  const stop = world.objects.onChange(({ kind, object, before }) => {
    if (kind === 'delete') deleted.set(object.key, object);
    else deleted.delete(object.key);
    if (before === undefined) born.set(object.key, world.clock.now().toISOString());
  });
  const start = world.clock.now().toISOString();
  const bornAt = (key: string): string => born.get(key) ?? start;
  const service: Service = {
    ...{ world, options, throttled, deleted, bornAt, url: '' },
    ...{ blobs: new Map(), operations: new Map() },
  };
  const server = await listen((request) => {
    requests.push(request.url.pathname);
    try {
      const blob = consoleBlob(request, service.blobs);
      if (blob !== undefined) return blob;
      const changed = change(request, service);
      if (changed !== undefined) return { ...changed, body: '' };
      // Polls of operations need not wait either.
      const headers = request.url.pathname.includes('/operations/') ? { 'retry-after': '0' } : {};
      return reply(200, answer(request, service), headers);
    } catch (error) {
      if (!(error instanceof ArmRefusal)) throw error;
      const { status, code, message, headers } = error;
      return reply(status, { error: { code, message } }, headers);
    }
  }, options.certificate);
  service.url = server.url;
  const close = (): Promise<void> => {
    stop();
    return server.close();
  };
  return { ...server, requests, close };
}

interface Service {
  readonly world: World;
  readonly options: ArmOptions;
  readonly throttled: Set<string>;
  /** Since the server started, by key. */
  readonly deleted: ReadonlyMap<string, WorldObject>;
  /** For links to further pages. */
  url: string;
  /** Consoles by the signature in their address. */
  readonly blobs: Map<string, string>;
  /** When an object was made, by its key; the start of the server for older ones. */
  readonly bornAt: (key: string) => string;
  /** Under way and over, by their ids. */
  readonly operations: Map<string, Operation>;
}

/** ARM writes two spaces of indentation and carriage returns. */
function reply(status: number, body: object, headers: Readonly<Record<string, string>> = {}): PlainAnswer {
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

/** A deletion or a stop; undefined for reads. */
function change(request: PlainRequest, service: Service): Accepted | undefined {
  const path = decodeURIComponent(request.url.pathname);
  const machine = /^(.*\/virtualMachines\/[^/]+)\/deallocate$/i.exec(path)?.[1];
  const isStop = request.method === 'POST' && machine !== undefined;
  if (!isStop && request.method !== 'DELETE') return undefined;
  requireLogin(request, service.options);
  const target = targetOf(machine ?? path);
  const action = `${target.type.namespace}/${target.type.path}/${isStop ? 'deallocate/action' : 'delete'}`;
  if (isDenied(action, service.options)) throw unauthorized(action, target.path);
  const object = present(target, service.world);
  if (object === undefined && !isStop) return { status: 204, headers: {} };
  return beginChange(isStop ? 'deallocate' : 'delete', object ?? find(target, service.world), {
    ...service,
    locked: service.options.locked ?? [],
  });
}

function requireLogin(request: PlainRequest, options: ArmOptions): void {
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
}

function answer(request: PlainRequest, service: Service): object {
  const { world, options, throttled } = service;
  requireLogin(request, options);
  const operation = pollOperation(request.url.pathname, service.operations);
  if (operation !== undefined) return operation;
  const whole = WHOLE.exec(request.url.pathname);
  if (whole !== null) {
    const [, subscription = '', group, kind = ''] = whole;
    return listAll({ subscription, group }, kind, request, service);
  }
  const part = MACHINE_PART.exec(decodeURIComponent(request.url.pathname));
  const target = targetOf(part?.[1] ?? decodeURIComponent(request.url.pathname));
  const key = `${target.type.path}:${target.path}`;
  if (!throttled.has(key) && world.faults.strikes('arm-throttled')) {
    throttled.add(key);
    throw new ArmRefusal(429, 'TooManyRequests', 'The request is being throttled.', { 'retry-after': '1' });
  }
  const action = `${target.type.namespace}/${target.type.path}/${MACHINE_ACTIONS[part?.[2]?.toLowerCase() ?? ''] ?? 'read'}`;
  if (
    isDenied(action, options) ||
    (target.type.path === 'virtualNetworkGateways' && world.faults.strikes('arm-denied'))
  ) {
    throw unauthorized(action, target.path);
  }
  if (part !== null) {
    const machine = find(target, world);
    if (part[2]?.toLowerCase() === 'instanceview') return instanceView(machine, world);
    const name = target.path.split('/').at(-1) ?? '';
    return publishConsole(machine, name, { ...service, consoleOf: options.consoleOf });
  }
  if (target.collection) return list(target, request, service);
  return get(target, world, request.url.searchParams.get('$expand') === 'instanceView');
}

const MACHINE_PART = /^(.*\/virtualMachines\/[^/]+)\/(instanceView|retrieveBootDiagnosticsData)$/i;
const MACHINE_ACTIONS: Readonly<Record<string, string>> = {
  instanceview: 'instanceView/read',
  retrievebootdiagnosticsdata: 'retrieveBootDiagnosticsData/action',
};

function isDenied(action: string, { denied }: ArmOptions): boolean {
  return denied?.includes(action) === true;
}

function unauthorized(action: string, scope: string): ArmRefusal {
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

function get(target: Target, world: World, isExpanded: boolean): object {
  const object = find(target, world);
  const found = frame(target.type, object, world);
  return isExpanded && target.type.path === 'virtualMachines' ? withStatus(found, object, world) : found;
}

function withStatus(found: object, object: WorldObject, world: World): object {
  const { properties } = found as { readonly properties?: object };
  return { ...found, properties: { ...properties, instanceView: instanceView(object, world) } };
}

function present({ type, path }: Target, world: World): WorldObject | undefined {
  return objectsOf(type.type, world).find((one) => idOf(one).toLowerCase() === path.toLowerCase());
}

function find(target: Target, world: World): WorldObject {
  const { group, path } = target;
  const object = present(target, world);
  if (object !== undefined) return object;
  requireGroup(group, world);
  const name = path.split('/providers/').at(-1) ?? '';
  throw new ArmRefusal(
    404,
    'ResourceNotFound',
    `The Resource '${name}' under resource group '${group ?? ''}' was not found.`,
    { 'x-ms-failure-cause': 'gateway' },
  );
}

const WHOLE =
  /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+)(?=\/resources))?\/(resources|resourcegroups)\/?$/i;

/** The list of all resources or of all groups, without a filter. What was deleted lags in that of resources. */
function listAll(
  { subscription, group }: { readonly subscription: string; readonly group: string | undefined },
  kind: string,
  request: PlainRequest,
  service: Service,
): object {
  const { world, options, deleted } = service;
  const isGroups = kind.toLowerCase() === 'resourcegroups';
  const action = `Microsoft.Resources/subscriptions/${isGroups ? 'resourceGroups' : 'resources'}/read`;
  if (isDenied(action, options)) throw unauthorized(action, `/subscriptions/${subscription}`);
  if (isGroups) {
    const groups = world.objects.list('azurerm_resource_group');
    return pageOf(listedGroups(groups, subscription), request, service);
  }
  const gone = world.faults.strikes('arm-lags') ? [...deleted.values()] : [];
  const inGroup = group === undefined ? '' : `resourceGroups/${group}/`;
  const prefix = `/subscriptions/${subscription}/${inGroup}`.toLowerCase();
  const all = [...world.objects.list(), ...gone].filter((one) => idOf(one).toLowerCase().startsWith(prefix));
  return pageOf(listedBy(request.url.searchParams, all, service.bornAt), request, service);
}

function list(target: Target, request: PlainRequest, service: Service): object {
  const { world } = service;
  const { type, group, path } = target;
  requireGroup(group, world);
  // A collection of children lies below its parent; one of a subscription, in any group of it.
  const prefix = group === undefined ? `${path.split('/providers/')[0] ?? ''}/resourcegroups/` : `${path}/`;
  const found = objectsOf(type.type, world).filter((one) =>
    idOf(one).toLowerCase().startsWith(prefix.toLowerCase()),
  );
  const isStatusOnly = request.url.searchParams.get('statusOnly') === 'true';
  return pageOf(
    found.map((object) => {
      const shown = frame(type, object, world);
      return isStatusOnly ? withStatus(shown, object, world) : shown;
    }),
    request,
    service,
  );
}

function pageOf(found: readonly object[], request: PlainRequest, { options, url }: Service): object {
  const size = options.pageSize ?? DEFAULT_PAGE;
  const start = Number(request.url.searchParams.get('$skipToken') ?? 0);
  const value = found.slice(start, start + size);
  if (start + size >= found.length) return { value };
  const next = new URL(`${request.url.pathname}${request.url.search}`, url);
  next.searchParams.set('$skipToken', String(start + size));
  return { value, nextLink: next.href };
}

/** A group exists when Terraform made it, or when something is in it. */
function requireGroup(group: string | undefined, world: World): void {
  if (group === undefined) return;
  const part = `/resourcegroups/${group.toLowerCase()}`;
  const exists = world.objects.list().some(({ provider, attributes }) => {
    const id = typeof attributes['id'] === 'string' ? attributes['id'].toLowerCase() : '';
    return provider !== 'aws' && `${id}/`.includes(`${part}/`);
  });
  if (!exists) {
    throw new ArmRefusal(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`, {
      'x-ms-failure-cause': 'gateway',
    });
  }
}
