import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findLastChanges } from '#actions/drift-issue/src/changed-by.js';
import { readAzureEnvironment } from '#lib/action/azure-environment.js';
import { changedBySection } from '#lib/report/changed-by-section.js';
import type { DriftedObject } from '#lib/terraform/drift.js';
import { listen, type Listening, type PlainAnswer } from '#simulator/servers/listen.js';
import { fakeDeps } from '#tests/support/fake-deps.js';

const INPUTS = { changedBy: true, awsRegion: 'eu-central-1', azure: readAzureEnvironment({}) };

function drifted(address: string, identity: DriftedObject['identity']): DriftedObject {
  const type = address.split('.')[0] ?? '';
  return {
    address,
    module: '',
    type,
    deposed: null,
    kind: 'update',
    attributes: [],
    relevant: null,
    identity,
  };
}

const VPCS = Array.from({ length: 20 }, (_none, index) =>
  drifted(`aws_vpc.v${index}`, { id: `vpc-000000${String(index).padStart(2, '0')}` }),
);

let server: Listening;
let asked = 0;
let answer: () => Promise<PlainAnswer>;
const before = { ...process.env };
beforeEach(async () => {
  asked = 0;
  server = await listen(() => {
    asked += 1;
    return answer();
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

const json = (status: number, body: object): Promise<PlainAnswer> =>
  Promise.resolve({
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(body),
  });

describe('who changed what drifted', () => {
  test('a log that does not answer is waited for until the deadline and no longer', async () => {
    let release: (() => void) | undefined;
    answer = () =>
      new Promise((resolve) => {
        release = () => resolve({ status: 500, body: '' });
      });
    const found = await findLastChanges(VPCS.slice(0, 2), INPUTS, fakeDeps(), 300);
    release?.();
    expect(found).toMatchObject({ name: null, unknownBecause: expect.stringContaining('no answer within') });
    expect(found.objects).toHaveLength(2);
  });

  test('a cancelled run says so', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    const found = await findLastChanges(VPCS.slice(0, 1), INPUTS, fakeDeps({ signal }));
    expect(found.objects[0]?.unknownBecause).toBe('The run was cancelled.');
  });

  test('a refusal is not asked for again, and the job without Azure credentials says so', async () => {
    answer = () => json(400, { __type: 'AccessDeniedException', message: 'no' });
    const id = `/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/g`;
    const drift = [
      ...VPCS.slice(0, 3),
      drifted('azurerm_resource_group.g', { id }),
      drifted('helm_release.c', {}),
    ];
    const { objects } = await findLastChanges(drift, INPUTS, fakeDeps());
    expect(asked).toBe(1);
    expect(objects.map(({ unknownBecause }) => unknownBecause)).toEqual([
      ...Array.from({ length: 3 }, () => expect.stringContaining('AccessDeniedException')),
      expect.stringContaining('no federated credential'),
      expect.stringContaining('Neither CloudTrail nor'),
    ]);
  });

  test('only the first objects are asked for, and the others say so', async () => {
    const event = {
      EventName: 'CreateTags',
      EventSource: 'ec2.amazonaws.com',
      EventTime: 1_795_305_600,
      ReadOnly: 'false',
      Username: 'lab',
      CloudTrailEvent: '{}',
    };
    answer = () => json(200, { Events: [event] });
    const found = await findLastChanges(VPCS, INPUTS, fakeDeps());
    expect(asked).toBe(15);
    expect(found.name).toBe('user lab');
    expect(found.objects.map(({ by }) => by !== null)).toEqual(VPCS.map((_vpc, index) => index < 15));
    expect(changedBySection(found)).toContain(
      '- `aws_vpc.v15`, `aws_vpc.v16`, `aws_vpc.v17` and 2 more: unknown. Only the first 15',
    );
  });
});
