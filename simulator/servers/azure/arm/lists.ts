/** Lists of one type, of all resources and groups of a subscription, and of its activity log. */
import type { WorldObject } from '../../../terraform-provider/engine/types.ts';
import { type CloudView, viewOf } from '../../../world/link/view.ts';
import type { PlainRequest } from '../../listen.ts';
import { ACTIVITY_ACTION, ACTIVITY_LOG, activityEntries } from './activity-log.ts';
import { listedBy, listedGroups } from './all-resources.ts';
import { objectsOf } from './machine-parts.ts';
import { instanceView } from './machines.ts';
import { ArmRefusal } from './refusal.ts';
import { frame, idOf } from './resource.ts';
import { authorise, type Service } from './service.ts';
import { requireGroup, type Target } from './targets.ts';

const DEFAULT_PAGE = 100;
const WHOLE =
  /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+)(?=\/resources))?\/(resources|resourcegroups)\/?$/i;

/** The list of a whole subscription or group that a path asks for; undefined where it asks for something else. */
export function wholeList(request: PlainRequest, service: Service): object | undefined {
  const whole = WHOLE.exec(request.url.pathname);
  if (whole !== null) {
    const [, subscription = '', group, kind = ''] = whole;
    return listAll({ subscription, group }, kind, request, service);
  }
  const logged = ACTIVITY_LOG.exec(request.url.pathname);
  return logged === null ? undefined : listActivity(logged[1] ?? '', request, service);
}

/** The list of all resources or of all groups, without a filter. What was deleted lags in that of resources. */
function listAll(
  { subscription, group }: { readonly subscription: string; readonly group: string | undefined },
  kind: string,
  request: PlainRequest,
  service: Service,
): object {
  const { world, deleted } = service;
  const isGroups = kind.toLowerCase() === 'resourcegroups';
  const action = `Microsoft.Resources/subscriptions/${isGroups ? 'resourceGroups' : 'resources'}/read`;
  authorise(action, `/subscriptions/${subscription}`, service);
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

function listActivity(subscription: string, request: PlainRequest, service: Service): object {
  authorise(ACTIVITY_ACTION, `/subscriptions/${subscription}`, service);
  const entries = activityEntries(subscription, request.url.searchParams, service.world);
  if (typeof entries === 'string') throw new ArmRefusal(400, 'BadRequest', entries);
  return pageOf(entries, request, service);
}

export function list(target: Target, request: PlainRequest, service: Service): object {
  const view = viewOf(service.world);
  const { type, group, path } = target;
  requireGroup(group, view);
  // A collection of children lies below its parent; one of a subscription, in any group of it.
  const prefix = group === undefined ? `${path.split('/providers/')[0] ?? ''}/resourcegroups/` : `${path}/`;
  const found = objectsOf(type.type, view).filter((one) =>
    idOf(one).toLowerCase().startsWith(prefix.toLowerCase()),
  );
  const isStatusOnly = request.url.searchParams.get('statusOnly') === 'true';
  return pageOf(found, request, service, (object) => {
    const shown = frame(type, object, view, true);
    return isStatusOnly ? withStatus(shown, object, view) : shown;
  });
}

/** A VM with its instance view among its properties. */
export function withStatus(found: object, object: WorldObject, { world }: CloudView): object {
  const { properties } = found as { readonly properties?: object };
  return { ...found, properties: { ...properties, instanceView: instanceView(object, world) } };
}

/** @param show how an entry is written; only those of the page are. Default: as it is */
function pageOf<T extends object>(
  found: readonly T[],
  request: PlainRequest,
  { options, url }: Service,
  show: (entry: T) => object = (entry) => entry,
): object {
  const size = options.pageSize ?? DEFAULT_PAGE;
  const start = Number(request.url.searchParams.get('$skipToken') ?? 0);
  const value = found.slice(start, start + size).map(show);
  if (start + size >= found.length) return { value };
  const next = new URL(`${request.url.pathname}${request.url.search}`, url);
  next.searchParams.set('$skipToken', String(start + size));
  return { value, nextLink: next.href };
}
