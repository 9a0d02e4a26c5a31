import { type LastWrite, shownName } from '../terraform/last-change.ts';
import type { ArmAnswer, ArmObject, ArmRest } from './arm-rest.ts';

const DAY_MS = 86_400_000;
/**
 * Drift is mostly young, and the log of a resource over all its 90 days may have many pages; so a part that grows is
 * asked for. A little less than 90 days: an older start is refused.
 */
const WINDOWS_DAYS = [2, 14, 89];
/** Without `caller`, which is an e-mail address for people, and without the request, which has an IP address. */
const SELECT = 'claims,correlationId,eventTimestamp,operationName,resourceId,status';

/**
 * The newest entry of the activity log that wrote to a resource or deleted it, and succeeded; null when there is none.
 * Shape: "Activity Logs - List" of the Azure Monitor REST API, version 2015-04-01.
 * @param now milliseconds
 */
export async function lastActivity(
  resourceId: string,
  subscriptionId: string,
  arm: Pick<ArmRest, 'list'>,
  now: number,
): Promise<ArmAnswer<LastWrite | null>> {
  for (const days of WINDOWS_DAYS) {
    const answer = await arm.list(
      'Azure activity log',
      pathOf(resourceId, subscriptionId, now - days * DAY_MS, now),
    );
    if (!answer.ok) return answer;
    const found = newestWrite(answer.value, resourceId);
    if (found !== null) return { ok: true, value: found };
  }
  return { ok: true, value: null };
}

function pathOf(resourceId: string, subscriptionId: string, from: number, to: number): string {
  const time = (milliseconds: number): string => new Date(milliseconds).toISOString();
  const filter = [
    `eventTimestamp ge '${time(from)}'`,
    `eventTimestamp le '${time(to)}'`,
    `resourceUri eq '${resourceId.replaceAll("'", "''")}'`,
  ].join(' and ');
  const query = `api-version=2015-04-01&$filter=${encodeURIComponent(filter)}&$select=${encodeURIComponent(SELECT)}`;
  return `/subscriptions/${subscriptionId}/providers/microsoft.insights/eventtypes/management/values?${query}`;
}

interface Entry {
  readonly at: number;
  readonly operation: string;
  readonly status: string;
  readonly correlation: string;
  readonly by: string | null;
}

function newestWrite(list: readonly ArmObject[], resource: string): LastWrite | null {
  const entries = list.map(entryOf).filter(({ at }) => !Number.isNaN(at));
  const [newest] = entries
    .filter(({ operation, status }) => WRITES.test(operation) && /^succeeded$/i.test(status))
    .sort((left, right) => right.at - left.at);
  if (newest === undefined) return null;
  // The end of a long operation is written by its service, which does not always repeat who began it.
  const same = entries.filter(({ correlation }) => correlation !== '' && correlation === newest.correlation);
  const by = newest.by ?? same.find((entry) => entry.by !== null)?.by ?? 'someone whom the log does not name';
  return { by, at: new Date(newest.at).toISOString(), operation: newest.operation, resource };
}

/** Actions are left out: most of them only read by POST, those of this project's own checks among them. */
const WRITES = /\/(?:write|delete)$/i;

function entryOf(entry: ArmObject): Entry {
  const { eventTimestamp, correlationId, claims, operationName, status } = entry;
  return {
    at: Date.parse(typeof eventTimestamp === 'string' ? eventTimestamp : ''),
    operation: valueOf(operationName),
    status: valueOf(status),
    correlation: typeof correlationId === 'string' ? correlationId : '',
    by: principalOf(claims),
  };
}

/** A localizable string: `{ value, localizedValue }`. */
function valueOf(text: unknown): string {
  const { value } = (text ?? {}) as { readonly value?: unknown };
  return typeof value === 'string' ? value : '';
}

/** Applications by their id, people by their display name; null when there are no claims. */
function principalOf(claims: unknown): string | null {
  if (typeof claims !== 'object' || claims === null) return null;
  const { idtyp, appid, name } = claims as Readonly<Record<string, unknown>>;
  const person = shownName(name);
  if (person !== null && idtyp !== 'app') return `user ${person}`;
  // An application that acts for a person has both; a person without a name that may be shown stays without one.
  const isPerson = typeof name === 'string' || idtyp === 'user' || UPN in claims;
  if (isPerson && idtyp !== 'app') return 'a user whose name is not shown';
  const application = shownName(appid);
  return application === null ? null : `application ${application}`;
}

const UPN = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn';
