/**
 * The activity log over the audit log of the world, by resource and time. Shape: "Activity Logs - List" of the Azure
 * Monitor REST API, version 2015-04-01, with the members that `$select` names; names go as they are, without localization.
 */
import type { AuditEntry } from '../../../world/audit-log.ts';
import type { World } from '../../../world/world.ts';
import { idOf } from './resource.ts';

export const ACTIVITY_LOG =
  /^\/subscriptions\/([^/]+)\/providers\/microsoft\.insights\/eventtypes\/management\/values\/?$/i;
export const ACTIVITY_ACTION = 'Microsoft.Insights/eventtypes/values/read';

const FILTER =
  /^eventTimestamp ge '([^']+)' and eventTimestamp le '([^']+)' and resourceUri eq '((?:[^']|'')+)'$/;
const KEPT_MS = 90 * 86_400_000;

/** Entries of one resource, the newest first; a message where the service refuses the question. */
export function activityEntries(
  subscription: string,
  query: URLSearchParams,
  world: World,
): readonly object[] | string {
  const [, from = '', to = '', uri = ''] = FILTER.exec(query.get('$filter') ?? '') ?? [];
  if (uri === '') return 'The filter is not one of the patterns that are allowed.';
  if (world.clock.now().getTime() - Date.parse(from) > KEPT_MS) {
    return 'The start time cannot be more than 90 days in the past.';
  }
  const id = uri.replaceAll("''", "'").toLowerCase();
  const prefix = `/subscriptions/${subscription}/`.toLowerCase();
  const entries = world.audit.list(({ object, at, kind }) => {
    const isIn = at.getTime() >= Date.parse(from) && at.getTime() <= Date.parse(to);
    return isIn && kind !== 'read' && id.startsWith(prefix) && idOf(object).toLowerCase() === id;
  });
  const members = query.get('$select')?.split(',');
  return entries.flatMap(toEntries).map((entry) => {
    const kept = Object.entries(entry).filter(([name]) => members?.includes(name) ?? true);
    return Object.fromEntries(kept);
  });
}

/** Its end and its begin: the end of a long operation is written by the service, without claims. */
function toEntries(entry: AuditEntry): readonly object[] {
  const { id, at, kind, by, refused, object } = entry;
  const isPerson = by.person !== undefined;
  const claims = {
    appid: by.application,
    ipaddr: '203.0.113.7',
    ...(isPerson
      ? {
          idtyp: 'user',
          name: by.person,
          'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': by.signIn,
        }
      : { idtyp: 'app' }),
  };
  const name = `${typeOf(idOf(object))}/${kind === 'delete' ? 'delete' : 'write'}`;
  const base = {
    caller: isPerson ? by.signIn : by.application,
    correlationId: id,
    operationName: { value: name, localizedValue: name },
    resourceId: idOf(object),
    eventTimestamp: at.toISOString(),
    httpRequest: { clientIpAddress: '203.0.113.7' },
  };
  const status = (value: string): object => ({ value, localizedValue: value });
  return [
    { ...base, claims: {}, status: status(refused ? 'Failed' : 'Succeeded') },
    { ...base, claims, status: status('Started') },
  ];
}

/** `Microsoft.Network/virtualNetworks/subnets` of an id. */
function typeOf(id: string): string {
  const [namespace = '', ...segments] = (id.split('/providers/').at(-1) ?? '').split('/');
  return [namespace, ...segments.filter((_segment, index) => index % 2 === 0)].join('/');
}
