import type { Event } from '@aws-sdk/client-cloudtrail';
import { type LastWrite, shownName } from '../terraform/last-change.ts';
import { type AwsAnswer, type AwsDeps, readAws } from './read-call.ts';

/** Read-only door to the event history of one region: management events of the last 90 days. */
export interface TrailReader {
  /**
   * The newest event that wrote to a resource and was not refused; null when the newest {@link MOST_PAGES} pages have none.
   * @param source only events of this service count, such as `eks.amazonaws.com`; null for all
   */
  lastWrite(resource: string, source: string | null): Promise<AwsAnswer<LastWrite | null>>;
}

/** The service allows two calls a second for an account in a region ("LookupEvents" in its API reference). */
const SPACING_MS = 550;
/** Of 50 events each: a write before so many reads stays unknown. */
const MOST_PAGES = 4;

/** As `createEc2Reader`, for CloudTrail (`AWS_ENDPOINT_URL_CLOUDTRAIL`). */
export async function createTrailReader(region: string, deps: AwsDeps): Promise<TrailReader> {
  const { CloudTrailClient, LookupEventsCommand } = await import('@aws-sdk/client-cloudtrail');
  const client = new CloudTrailClient({ region, maxAttempts: 1 });
  let next = 0;
  const page = async (resource: string, NextToken: string | undefined) => {
    await deps.clock.sleep(Math.max(0, next - deps.clock.now()), deps.signal);
    next = deps.clock.now() + SPACING_MS;
    const LookupAttributes = [{ AttributeKey: 'ResourceName' as const, AttributeValue: resource }];
    const command = new LookupEventsCommand({ LookupAttributes, MaxResults: 50, NextToken });
    return readAws('CloudTrail LookupEvents', (abortSignal) => client.send(command, { abortSignal }), deps);
  };
  return {
    async lastWrite(resource, source) {
      let token: string | undefined;
      for (let count = 1; count <= MOST_PAGES; count += 1) {
        const answer = await page(resource, token);
        if (!answer.ok) return answer;
        // The newest event comes first, also from page to page.
        const found = newestWrite(answer.value.Events ?? [], source);
        if (found !== undefined) return { ok: true, value: describe(found, resource) };
        token = answer.value.NextToken;
        if (token === undefined || token === '') break;
      }
      return { ok: true, value: null };
    },
  };
}

/** The parts of an event's own record that are used ("CloudTrail record contents" in its user guide). */
interface EventRecord {
  readonly readOnly?: unknown;
  readonly errorCode?: unknown;
  readonly userIdentity?: UserIdentity;
}

interface UserIdentity {
  readonly type?: unknown;
  readonly userName?: unknown;
  readonly arn?: unknown;
  readonly invokedBy?: unknown;
  readonly sessionContext?: { readonly sessionIssuer?: { readonly userName?: unknown } };
}

function newestWrite(events: readonly Event[], source: string | null): Event | undefined {
  const writes = events.filter(
    (event) => event.EventTime !== undefined && isWrite(event) && isOf(event, source),
  );
  const timeOf = ({ EventTime }: Event): number => EventTime?.getTime() ?? 0;
  return writes.sort((left, right) => timeOf(right) - timeOf(left))[0];
}

function isOf({ EventSource }: Event, source: string | null): boolean {
  return source === null || EventSource === source;
}

/** Reads change nothing, and neither do calls that were refused, whoever made them. */
function isWrite(event: Event): boolean {
  const { readOnly, errorCode } = recordOf(event);
  if (errorCode !== undefined && errorCode !== null && errorCode !== '') return false;
  if (event.ReadOnly !== undefined) return event.ReadOnly !== 'true';
  if (typeof readOnly === 'boolean') return !readOnly;
  return !/^(?:Describe|Get|List|Lookup|Search|BatchGet|Head)/.test(event.EventName ?? '');
}

function recordOf({ CloudTrailEvent }: Event): EventRecord {
  try {
    const record: unknown = JSON.parse(CloudTrailEvent ?? '');
    return typeof record === 'object' && record !== null ? record : {};
  } catch {
    return {};
  }
}

function describe(event: Event, resource: string): LastWrite {
  const service = (event.EventSource ?? '').replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  return {
    by: principalOf(event),
    at: (event.EventTime ?? new Date(0)).toISOString(),
    operation: `${service} ${event.EventName ?? ''}`.trim(),
    resource,
  };
}

/** Sessions are often named by the e-mail address of who opened them: then the role alone is named. */
function principalOf(event: Event): string {
  const identity = recordOf(event).userIdentity ?? {};
  const { type, userName, arn, invokedBy, sessionContext } = identity;
  switch (type) {
    case 'Root':
      return 'the root user of the account';
    case 'AWSService':
      return shownName(invokedBy) ?? 'a service of AWS';
    case 'AWSAccount':
      return 'another AWS account';
    case 'AssumedRole': {
      const role = shownName(sessionContext?.sessionIssuer?.userName);
      const session = shownName(typeof arn === 'string' ? arn.split('/').at(-1) : undefined);
      if (role === null) return session === null ? 'a role' : `session ${session} of a role`;
      return session === null ? `role ${role}` : `role ${role}, session ${session}`;
    }
    default: {
      const name = shownName(userName) ?? shownName(event.Username);
      return name === null ? 'a user whose name is not shown' : `user ${name}`;
    }
  }
}
