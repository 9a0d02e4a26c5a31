/**
 * Azure Resource Manager over the objects of the world: GET and LIST of the types that the families describe, reads by
 * POST, deletions, stops and tags, with pages, throttling and refusals in the recorded forms.
 */
import { randomUUID } from 'node:crypto';
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { viewOf } from '../../../world/link/view.ts';
import type { World } from '../../../world/world.ts';
import { listen, type Listening, type PlainAnswer, type PlainRequest } from '../../listen.ts';
import { actionOf, performAction } from './actions.ts';
import { type Accepted, beginChange, pollOperation } from './changes.ts';
import { consoleBlob, publishConsole } from './consoles.ts';
import { list, wholeList, withStatus } from './lists.ts';
import { instanceView } from './machines.ts';
import { Operations } from './operations.ts';
import { ArmRefusal, type ArmReply } from './refusal.ts';
import { frame } from './resource.ts';
import { type ArmOptions, authorise, requireLogin, type Service, throttle } from './service.ts';
import { answerTags } from './tags.ts';
import { find, present, type Target, targetOf } from './targets.ts';

export type { ArmOptions } from './service.ts';

const SLOW_MS = 2000;

export interface ArmServer extends Listening {
  /** Paths in order of arrival, refused ones included. */
  readonly requests: readonly string[];
}

/** Starts the service. Faults named `arm-…` strike here. */
export async function startArmServer(world: World, options: ArmOptions): Promise<ArmServer> {
  const requests: string[] = [];
  const { service, forget } = createService(world, options);
  const server = await listen(async (request) => {
    requests.push(request.url.pathname);
    if (world.faults.strikes('arm-slow')) await world.clock.sleep(SLOW_MS);
    try {
      const blob = consoleBlob(request, service.blobs);
      if (blob !== undefined) return blob;
      const changed = change(request, service);
      if (changed !== undefined) return { ...changed, body: '' };
      const { status, body, headers } = answer(request, service);
      return reply(status, body, headers);
    } catch (error) {
      if (!(error instanceof ArmRefusal)) throw error;
      const { status, code, message, headers } = error;
      return reply(status, { error: { code, message } }, headers);
    }
  }, options.certificate);
  service.url = server.url;
  const close = (): Promise<void> => {
    forget();
    return server.close();
  };
  return { ...server, requests, close };
}

/** The memory of a server: what was made and deleted since it started. */
function createService(
  world: World,
  options: ArmOptions,
): { readonly service: Service; readonly forget: () => void } {
  const deleted = new Map<string, WorldObject>();
  const born = new Map<string, string>();
  const forget = world.objects.onChange(({ kind, object, before }) => {
    if (kind === 'delete') deleted.set(object.key, object);
    else deleted.delete(object.key);
    if (before === undefined) born.set(object.key, world.clock.now().toISOString());
  });
  const start = world.clock.now().toISOString();
  const service: Service = {
    world,
    options,
    throttled: new Set(),
    deleted,
    bornAt: (key) => born.get(key) ?? start,
    url: '',
    blobs: new Map(),
    changes: new Map(),
    operations: new Operations(world, options),
  };
  return { service, forget };
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

/** A deletion or a stop; undefined for reads. */
function change(request: PlainRequest, service: Service): Accepted | undefined {
  const path = decodeURIComponent(request.url.pathname);
  const machine = /^(.*\/virtualMachines\/[^/]+)\/deallocate$/i.exec(path)?.[1];
  const isStop = request.method === 'POST' && machine !== undefined;
  if (!isStop && request.method !== 'DELETE') return undefined;
  const { world, options, url, changes } = service;
  requireLogin(request, options);
  const target = targetOf(machine ?? path);
  const action = `${target.type.namespace}/${target.type.path}/${isStop ? 'deallocate/action' : 'delete'}`;
  authorise(action, target.path, service);
  const view = viewOf(world);
  const object = present(target, view);
  if (object === undefined && !isStop) return { status: 204, headers: {} };
  return beginChange(isStop ? 'deallocate' : 'delete', object ?? find(target, view), {
    world,
    url,
    operations: changes,
    locked: options.locked ?? [],
  });
}

function answer(request: PlainRequest, service: Service): ArmReply {
  const { options, operations, changes, url } = service;
  requireLogin(request, options);
  const path = decodeURIComponent(request.url.pathname);
  const poll = operations.poll(path, request.url.search, url);
  if (poll !== undefined) return poll;
  const tagged = answerTags(path, request, service);
  if (tagged !== undefined) return tagged;
  const part = MACHINE_PART.exec(path);
  if (part !== null) return { status: 200, body: machinePart(part[1] ?? '', part[2] ?? '', service) };
  if (request.method === 'POST') return act(path, request, service);
  const polled = pollOperation(request.url.pathname, changes);
  // Polls need not wait here.
  if (polled !== undefined) return { status: 200, body: polled, headers: { 'retry-after': '0' } };
  return { status: 200, body: wholeList(request, service) ?? read(path, request, service) };
}

function read(path: string, request: PlainRequest, service: Service): object {
  const target = targetOf(path);
  throttle(`${target.type.path}:${target.path}`, service);
  authorise(`${target.type.namespace}/${target.type.path}/read`, target.path, service);
  if (target.collection) return list(target, request, service);
  const isExpanded = request.url.searchParams.get('$expand') === 'instanceView';
  return get(target, service.world, isExpanded);
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
  const version = request.url.searchParams.get('api-version') ?? '';
  return service.operations.start(result, action, service.url, version);
}

function get(target: Target, world: World, isExpanded: boolean): object {
  const view = viewOf(world);
  const object = find(target, view);
  const found = frame(target.type, object, view);
  return isExpanded && target.type.path === 'virtualMachines' ? withStatus(found, object, view) : found;
}

const MACHINE_PART = /^(.*\/virtualMachines\/[^/]+)\/(instanceView|retrieveBootDiagnosticsData)$/i;
const MACHINE_ACTIONS: Readonly<Record<string, string>> = {
  instanceview: 'instanceView/read',
  retrievebootdiagnosticsdata: 'retrieveBootDiagnosticsData/action',
};

function machinePart(path: string, part: string, service: Service): object {
  const target = targetOf(path);
  throttle(`${target.type.path}:${target.path}`, service);
  const action = MACHINE_ACTIONS[part.toLowerCase()] ?? 'read';
  authorise(`${target.type.namespace}/${target.type.path}/${action}`, target.path, service);
  const machine = find(target, viewOf(service.world));
  if (part.toLowerCase() === 'instanceview') return instanceView(machine, service.world);
  const name = target.path.split('/').at(-1) ?? '';
  const { world, url, blobs, options } = service;
  return publishConsole(machine, name, { world, url, blobs, consoleOf: options.consoleOf });
}
