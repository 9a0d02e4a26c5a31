import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTrailReader } from '#lib/aws/cloudtrail.js';
import { listen, type Listening } from '#simulator/servers/listen.js';
import { fakeDeps, type FakeDeps } from '#tests/support/fake-deps.js';

interface Given {
  readonly identity?: object;
  readonly readOnly?: string;
  readonly errorCode?: string;
  readonly source?: string;
  readonly name?: string;
  readonly username?: string;
  readonly record?: string;
}

const TIME = 1_795_305_600;

function event(given: Given, index = 0): object {
  const { identity = {}, readOnly = 'false', errorCode, source = 'ec2.amazonaws.com' } = given;
  return {
    EventId: String(index),
    EventName: given.name ?? 'CreateTags',
    ReadOnly: readOnly,
    EventTime: TIME - index,
    EventSource: source,
    Username: given.username ?? 'whoever',
    CloudTrailEvent: given.record ?? JSON.stringify({ userIdentity: identity, errorCode }),
  };
}

let pages: (readonly object[])[];
let server: Listening;
let calls: Record<string, unknown>[];
let deps: FakeDeps;
const before = { ...process.env };
beforeEach(async () => {
  pages = [];
  calls = [];
  deps = fakeDeps();
  server = await listen((request) => {
    const input = JSON.parse(request.body) as Record<string, unknown>;
    calls.push(input);
    const index = Number(input['NextToken'] ?? 0);
    const body = {
      Events: pages[index] ?? [],
      ...(index + 1 < pages.length && { NextToken: String(index + 1) }),
    };
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify(body),
    };
  });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_CLOUDTRAIL: server.url,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'simulated',
  });
});
afterEach(async () => {
  process.env = { ...before };
  await server.close();
});

async function lastWrite(source: string | null = null) {
  const reader = await createTrailReader('eu-central-1', deps);
  return reader.lastWrite('vpc-1', source);
}

async function byOf(given: Given): Promise<string | undefined> {
  pages = [[event(given)]];
  const answer = await lastWrite();
  return answer.ok ? answer.value?.by : answer.reason;
}

describe('the principal', () => {
  const session = (role: string, name: string) => ({
    type: 'AssumedRole',
    arn: `arn:aws:sts::123456789012:assumed-role/${role}/${name}`,
    sessionContext: { sessionIssuer: { userName: role } },
  });
  test.each<[string, Given]>([
    ['role admin, session lab', { identity: session('admin', 'lab') }],
    ['role admin', { identity: session('admin', 'casey@example.com'), username: 'casey@example.com' }],
    ['user casey', { identity: { type: 'IAMUser', userName: 'casey' } }],
    [
      'a user whose name is not shown',
      { identity: { type: 'IAMUser', userName: 'a@b.c' }, username: 'a@b.c' },
    ],
    ['the root user of the account', { identity: { type: 'Root', userName: 'acme' } }],
    [
      'autoscaling.amazonaws.com',
      { identity: { type: 'AWSService', invokedBy: 'autoscaling.amazonaws.com' } },
    ],
    ['another AWS account', { identity: { type: 'AWSAccount', accountId: '1' } }],
    ['user whoever', { record: 'no JSON' }],
  ])('is %s', async (expected, given) => {
    expect(await byOf(given)).toBe(expected);
  });
});

describe('the event', () => {
  test('is the newest that wrote, whatever page it is on, at two calls a second', async () => {
    pages = [
      [
        event({ readOnly: 'true', name: 'DescribeVpcs' }, 0),
        event({ errorCode: 'Client.UnauthorizedOperation' }, 1),
      ],
      [event({ name: 'ModifyVpcAttribute' }, 2), event({ name: 'CreateVpc' }, 3)],
    ];
    expect(await lastWrite()).toEqual({
      ok: true,
      value: {
        by: 'user whoever',
        at: new Date((TIME - 2) * 1000).toISOString(),
        operation: 'ec2 ModifyVpcAttribute',
        resource: 'vpc-1',
      },
    });
    expect(calls[0]).toEqual({
      LookupAttributes: [{ AttributeKey: 'ResourceName', AttributeValue: 'vpc-1' }],
      MaxResults: 50,
    });
    expect(deps.clock.sleeps.filter((time) => time >= 500)).toHaveLength(1);
  });

  test('counts only of the service that is asked for', async () => {
    pages = [
      [
        event({ source: 'iam.amazonaws.com' }, 0),
        event({ source: 'eks.amazonaws.com', name: 'TagResource' }, 1),
      ],
    ];
    expect(await lastWrite('eks.amazonaws.com')).toMatchObject({ value: { operation: 'eks TagResource' } });
  });

  test('is not looked for without an end', async () => {
    pages = Array.from({ length: 30 }, (_none, index) => [event({ readOnly: 'true' }, index)]);
    expect(await lastWrite()).toEqual({ ok: true, value: null });
    expect(calls).toHaveLength(4);
  });
});
