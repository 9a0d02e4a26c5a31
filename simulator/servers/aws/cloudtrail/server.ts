/**
 * CloudTrail's event history over the audit log of the world: LookupEvents by ResourceName, newest first, two calls a
 * second. Source: API model `cloudtrail/2013-11-01` and "CloudTrail record contents". Event names are true for tags;
 * the others are made from the type of the object.
 */
import type { AuditEntry } from '../../../world/audit-log.ts';
import { SIMULATED_ACCOUNTS, type World } from '../../../world/world.ts';
import { text } from '../ec2/operation.ts';
import { type JsonCall, JsonRefusal, type JsonServer, startJsonServer } from '../json-service.ts';

export interface CloudTrailOptions {
  readonly pageSize?: number;
  /** Operations that the caller's role lacks. */
  readonly denied?: readonly string[];
}

const CALLS_PER_SECOND = 2;

/** Starts the service. */
export async function startCloudTrailServer(
  world: World,
  options: CloudTrailOptions = {},
): Promise<JsonServer> {
  const calls: number[] = [];
  return startJsonServer({
    target: 'CloudTrail_20131101',
    signedFor: 'cloudtrail',
    operations: {
      LookupEvents: (call) => {
        limitRate(calls);
        return lookupEvents(call, world, options.pageSize ?? 50);
      },
    },
    denied: options.denied ?? [],
  });
}

/** Goes by the time of the machine: it is about how clients call, not about what happens in the world. */
function limitRate(calls: number[]): void {
  const now = performance.now();
  const recent = calls.filter((time) => now - time < 1000);
  if (recent.length >= CALLS_PER_SECOND) throw new JsonRefusal('ThrottlingException', 'Rate exceeded');
  calls.splice(0, calls.length, ...recent, now);
}

interface LookupAttribute {
  readonly AttributeKey?: string;
  readonly AttributeValue?: string;
}

function lookupEvents({ region, input }: JsonCall, world: World, most: number): object {
  const [attribute, ...others] = (input['LookupAttributes'] ?? []) as readonly LookupAttribute[];
  if (attribute?.AttributeKey !== 'ResourceName' || others.length > 0) {
    throw new JsonRefusal(
      'InvalidLookupAttributesException',
      'Only one attribute, ResourceName, is simulated.',
    );
  }
  const name = attribute.AttributeValue ?? '';
  const found = world.audit.list((entry) => regionOf(entry) === region && namesOf(entry).includes(name));
  const size = Math.min(Number(input['MaxResults'] ?? 50), most);
  const start = Number(input['NextToken'] ?? 0);
  const end = start + size;
  return {
    Events: found.slice(start, end).map(toEvent),
    ...(end < found.length && { NextToken: String(end) }),
  };
}

/** Where the events of an object are; empty for objects of other clouds. */
function regionOf({ object }: AuditEntry): string {
  if (object.provider !== 'aws') return '';
  return sourceOf(object.type) === 'iam' ? 'us-east-1' : object.region;
}

/** Attributes with the names of the resources that the event is about. */
const NAMES = ['id', 'arn', 'route_table_id', 'security_group_id', 'cluster_name'];

function namesOf({ object }: AuditEntry): readonly string[] {
  return NAMES.map((name) => text(object, name)).filter((name) => name !== '');
}

const SOURCES: readonly (readonly [string, string])[] = [
  ['aws_eks_', 'eks'],
  ['aws_iam_', 'iam'],
  ['aws_kms_', 'kms'],
  ['aws_cloudwatch_log_', 'logs'],
  ['aws_ssm_', 'ssm'],
  ['aws_secretsmanager_', 'secretsmanager'],
  ['aws_dx_', 'directconnect'],
];

function sourceOf(type: string): string {
  return SOURCES.find(([prefix]) => type.startsWith(prefix))?.[1] ?? 'ec2';
}

function eventNameOf({ kind, object, tagsOnly }: AuditEntry): string {
  const source = sourceOf(object.type);
  const words = object.type
    .split('_')
    .slice(source === 'ec2' ? 1 : 2)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const what = words.join('');
  if (kind === 'update' && tagsOnly) return source === 'ec2' ? 'CreateTags' : 'TagResource';
  const verbs = { create: 'Create', update: 'Modify', delete: 'Delete', read: 'Describe' } as const;
  return `${verbs[kind]}${what}`;
}

/** Sessions are named by the sign-in name, and the record has the caller's address, as for real. */
function toEvent(entry: AuditEntry): object {
  const { id, at, kind, by, refused, object } = entry;
  const { accountId } = SIMULATED_ACCOUNTS;
  const record = {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROAEXAMPLE:${by.signIn}`,
      arn: `arn:aws:sts::${accountId}:assumed-role/${by.role}/${by.signIn}`,
      accountId,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          arn: `arn:aws:iam::${accountId}:role/${by.role}`,
          accountId,
          userName: by.role,
        },
      },
    },
    eventTime: at.toISOString(),
    eventSource: `${sourceOf(object.type)}.amazonaws.com`,
    eventName: eventNameOf(entry),
    awsRegion: object.region,
    sourceIPAddress: '203.0.113.7',
    ...(refused && { errorCode: 'Client.UnauthorizedOperation' }),
    readOnly: kind === 'read',
    eventID: id,
  };
  return {
    EventId: id,
    EventName: record.eventName,
    ReadOnly: String(record.readOnly),
    EventTime: at.getTime() / 1000,
    EventSource: record.eventSource,
    Username: by.signIn,
    Resources: namesOf(entry).map((ResourceName) => ({ ResourceName })),
    CloudTrailEvent: JSON.stringify(record),
  };
}
