/**
 * Amazon EC2's query protocol over the objects of the world. Lists are described one family a file; what they have in
 * common (authorisation, filters, ids, pages, errors) is here. Shapes: API reference of version 2016-11-15.
 */
import { randomUUID } from 'node:crypto';
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import type { World } from '../../../world/world.ts';
import { listen, type Listening, type PlainAnswer, type PlainRequest } from '../../listen.ts';
import { callerOf } from '../caller.ts';
import { type CloudView, viewOf } from '../../../world/link/view.ts';
import { BILLED_LISTS } from './billed.ts';
import { type Ec2List, Ec2Refusal, tagsOf, text } from './operation.ts';
import { GATEWAY_ROUTE_LISTS } from './gateway-routes.ts';
import { ROUTE_TABLE_LISTS } from './route-tables.ts';
import { TRANSIT_GATEWAY_LISTS } from './transit-gateway.ts';
import { VPC_LISTS } from './vpc.ts';
import { VPN_LISTS } from './vpn.ts';
import { escapeXml, renderXml, type Xml } from './xml.ts';
import { TUNNEL_CALLS } from './tunnels.ts';

const NAMESPACE = 'http://ec2.amazonaws.com/doc/2016-11-15/';
const LISTS = new Map(
  [
    ...VPC_LISTS,
    ...TRANSIT_GATEWAY_LISTS,
    ...VPN_LISTS,
    ...ROUTE_TABLE_LISTS,
    ...GATEWAY_ROUTE_LISTS,
    ...BILLED_LISTS,
  ].map((list) => [list.action, list]),
);
const CALLS = new Map(TUNNEL_CALLS.map((call) => [call.action, call]));
const DEFAULT_PAGE = 1000;
const SLOW_MS = 2000;

export interface Ec2Options {
  /** Entries of a page where the caller asks for no fewer. */
  readonly pageSize?: number;
  /** Actions that the caller's role lacks. */
  readonly denied?: readonly string[];
}

export interface Ec2Server extends Listening {
  /** Actions in order of arrival, refused ones included. */
  readonly requests: readonly string[];
}

/** Starts the service; its address is for AWS_ENDPOINT_URL_EC2. Faults named `ec2-…` strike here. */
export async function startEc2Server(world: World, options: Ec2Options = {}): Promise<Ec2Server> {
  const requests: string[] = [];
  const throttled = new Set<string>();
  const server = await listen(async (request) => {
    if (world.faults.strikes('ec2-slow')) await world.clock.sleep(SLOW_MS);
    try {
      return answer(request, { world, options, requests, throttled });
    } catch (error) {
      if (error instanceof Ec2Refusal) return refusal(error);
      throw error;
    }
  });
  return { ...server, requests };
}

interface Service {
  readonly world: World;
  readonly options: Ec2Options;
  readonly requests: string[];
  readonly throttled: Set<string>;
}

function answer(request: PlainRequest, service: Service): PlainAnswer {
  const { world, options, requests, throttled } = service;
  const form = new URLSearchParams(request.body);
  const action = form.get('Action') ?? '';
  requests.push(action);
  const caller = callerOf(request, 'ec2');
  if (caller === undefined) {
    throw new Ec2Refusal(401, 'AuthFailure', 'AWS was not able to validate the provided access credentials');
  }
  const list = LISTS.get(action);
  const call = CALLS.get(action);
  if (list === undefined && call === undefined) {
    throw new Ec2Refusal(400, 'InvalidAction', `The action ${action} is not valid for this web service.`);
  }
  if (!throttled.has(action) && world.faults.strikes('ec2-throttled')) {
    throttled.add(action);
    throw new Ec2Refusal(503, 'RequestLimitExceeded', 'Request limit exceeded.');
  }
  const isDenied = options.denied?.includes(action) === true;
  if (isDenied || (action === 'DescribeSubnets' && world.faults.strikes('ec2-denied'))) {
    throw new Ec2Refusal(403, 'UnauthorizedOperation', 'You are not authorized to perform this operation.');
  }
  if (action === 'DescribeVpnConnections') comeUpLate(service);
  if (call !== undefined) return reply(action, call.answer(form, caller.region, viewOf(world)));
  if (list === undefined) throw new Error(`EC2 action ${action} is in no table`);
  return show(list, form, caller.region, service);
}

const LATE_READS = 3;

/** With fault `link-late`, tunnels are down for the first reads of VPN connections and come up then. */
function comeUpLate({ world, requests }: Service): void {
  const reads = requests.filter((action) => action === 'DescribeVpnConnections').length;
  if (reads > LATE_READS) world.faults.disable('link-late');
}

function show(
  list: Ec2List,
  form: URLSearchParams,
  region: string,
  { world, options }: Service,
): PlainAnswer {
  const view = viewOf(world);
  const parent = parentOf(list, form, region, view);
  const all = list.objects?.(view, parent) ?? view.objects.list(list.type);
  const own = all.filter((object) => object.region === region);
  const ids = numbered(form, list.ids);
  for (const id of ids) {
    if (!own.some((object) => text(object, 'id') === id)) {
      throw new Ec2Refusal(400, list.missing.code, list.missing.message.replace('ID', id));
    }
  }
  const filters = filtersOf(form);
  const found = own.filter(
    (object) => (ids.length === 0 || ids.includes(text(object, 'id'))) && matches(object, list, filters),
  );
  const page = list.paged
    ? pageOf(found, form, options.pageSize ?? DEFAULT_PAGE)
    : { items: found, next: undefined };
  return reply(list.action, {
    [list.set]: page.items.map((object) => list.show(object, view)),
    ...(list.more !== undefined && { [list.more]: page.next !== undefined }),
    nextToken: page.next,
  });
}

function reply(action: string, content: { readonly [element: string]: Xml }): PlainAnswer {
  const body = renderXml({ requestId: randomUUID(), ...content });
  return {
    status: 200,
    headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': randomUUID() },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<${action}Response xmlns="${NAMESPACE}">${body}</${action}Response>`,
  };
}

function parentOf(
  { within, missing }: Ec2List,
  form: URLSearchParams,
  region: string,
  view: CloudView,
): WorldObject | undefined {
  if (within === undefined) return undefined;
  const id = form.get(within.parameter) ?? '';
  const found = view.objects
    .list(within.type)
    .find((object) => text(object, 'id') === id && object.region === region);
  if (found === undefined) throw new Ec2Refusal(400, missing.code, missing.message.replace('ID', id));
  return found;
}

/** `Name.1`, `Name.2` and so on; the SDK numbers from 1. */
function numbered(form: URLSearchParams, name: string): readonly string[] {
  const values: string[] = [];
  for (let index = 1; form.has(`${name}.${index}`); index += 1)
    values.push(form.get(`${name}.${index}`) ?? '');
  return values;
}

type Filters = readonly (readonly [name: string, values: readonly string[]])[];

function filtersOf(form: URLSearchParams): Filters {
  const filters: (readonly [string, readonly string[]])[] = [];
  for (let index = 1; form.has(`Filter.${index}.Name`); index += 1) {
    filters.push([form.get(`Filter.${index}.Name`) ?? '', numbered(form, `Filter.${index}.Value`)]);
  }
  return filters;
}

/** All filters must hold, each by any of its values; `*` stands for any text. */
function matches(object: WorldObject, list: Ec2List, filters: Filters): boolean {
  const tags = tagsOf(object);
  const known = list.filters(object);
  return filters.every(([name, wanted]) => {
    const values = name.startsWith('tag:')
      ? [tags[name.slice(4)]].flatMap((value) => value ?? [])
      : name === 'tag-key'
        ? Object.keys(tags)
        : known[name];
    if (values === undefined) {
      throw new Ec2Refusal(400, 'InvalidParameterValue', `The filter '${name}' is invalid`);
    }
    return wanted.some((pattern) => values.some((value) => pattern === value || isLike(value, pattern)));
  });
}

function isLike(value: string, pattern: string): boolean {
  if (!pattern.includes('*')) return false;
  const expression = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${expression.join('.*')}$`).test(value);
}

function pageOf(
  items: readonly WorldObject[],
  form: URLSearchParams,
  most: number,
): { readonly items: readonly WorldObject[]; readonly next: string | undefined } {
  const size = Math.min(Number(form.get('MaxResults') ?? most), most);
  const token = form.get('NextToken');
  const start = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isSafeInteger(start)) throw new Ec2Refusal(400, 'InvalidNextToken', 'The token is not valid');
  const end = start + size;
  const next = end < items.length ? Buffer.from(String(end)).toString('base64url') : undefined;
  return { items: items.slice(start, end), next };
}

/** Errors have another root, capital letters and a prolog in single quotes, as recorded. */
function refusal({ status, code, message }: Ec2Refusal): PlainAnswer {
  const error = `<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return {
    status,
    headers: { 'content-type': 'text/xml;charset=UTF-8', server: 'AmazonEC2', connection: 'close' },
    body: `<?xml version='1.0' encoding='UTF-8'?>\n<Response><Errors>${error}</Errors><RequestID>${randomUUID()}</RequestID></Response>`,
  };
}
