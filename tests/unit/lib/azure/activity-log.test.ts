import { describe, expect, test } from '@jest/globals';
import { lastActivity } from '#lib/azure/activity-log.js';
import type { ArmAnswer, ArmObject } from '#lib/azure/arm-rest.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const ID = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n';
const DAY = 86_400_000;
const UPN = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn';

interface Given {
  readonly operation?: string;
  readonly status?: string;
  readonly claims?: object;
  readonly correlation?: string;
  /** Days ago. */
  readonly ago?: number;
}

function entry({ operation = 'virtualNetworks/write', status = 'Succeeded', ...given }: Given): ArmObject {
  return {
    eventTimestamp: new Date(NOW - (given.ago ?? 1) * DAY).toISOString(),
    operationName: { value: `Microsoft.Network/${operation}` },
    status: { value: status },
    correlationId: given.correlation ?? 'a',
    claims: given.claims ?? { idtyp: 'user', name: 'Casey Operator', [UPN]: 'casey@example.com' },
  };
}

/** Asks a log with these entries; counts how often it was asked. */
async function ask(entries: readonly ArmObject[]) {
  const paths: string[] = [];
  const list = (_name: string, path: string): Promise<ArmAnswer<readonly ArmObject[]>> => {
    paths.push(decodeURIComponent(path));
    const from = Date.parse(/ge '([^']+)'/.exec(paths.at(-1) ?? '')?.[1] ?? '');
    return Promise.resolve({
      ok: true,
      value: entries.filter(({ eventTimestamp }) => Date.parse(String(eventTimestamp)) >= from),
    });
  };
  return { answer: await lastActivity(ID, 's', { list }, NOW), paths };
}

describe('the activity log', () => {
  test('gives the newest write that succeeded; actions, which may only read, do not count', async () => {
    const { answer, paths } = await ask([
      entry({ operation: 'virtualNetworkGateways/getLearnedRoutes/action', ago: 0.1 }),
      entry({ status: 'Failed', ago: 0.2 }),
      entry({ ago: 0.5 }),
      entry({ operation: 'virtualNetworks/delete', ago: 0.9 }),
    ]);
    expect(answer).toEqual({
      ok: true,
      value: {
        by: 'user Casey Operator',
        at: new Date(NOW - 0.5 * DAY).toISOString(),
        operation: 'Microsoft.Network/virtualNetworks/write',
        resource: ID,
      },
    });
    expect(paths).toHaveLength(1);
    expect(paths[0]).toContain(`resourceUri eq '${ID}'`);
    expect(paths[0]).not.toContain('caller');
  });

  test('is asked further back only when there is nothing newer, and never for 90 days', async () => {
    const { answer, paths } = await ask([entry({ ago: 30 })]);
    expect(answer).toMatchObject({ value: { by: 'user Casey Operator' } });
    expect(paths).toHaveLength(3);
    expect((await ask([entry({ ago: 89.5 })])).answer).toEqual({ ok: true, value: null });
  });

  test('takes the name from the begin of an operation whose end has none', async () => {
    const begin = entry({ status: 'Started', claims: { idtyp: 'app', appid: 'app-1' } });
    expect((await ask([entry({ claims: {} }), begin])).answer).toMatchObject({
      value: { by: 'application app-1' },
    });
    const other = entry({ status: 'Started', correlation: 'b' });
    expect((await ask([entry({ claims: {} }), other])).answer).toMatchObject({
      value: { by: 'someone whom the log does not name' },
    });
  });

  test.each([
    ['a user whose name is not shown', { appid: 'cli', name: 'casey@example.com' }],
    ['a user whose name is not shown', { appid: 'cli', [UPN]: 'casey@example.com' }],
    ['user Casey', { appid: 'cli', name: 'Casey', [UPN]: 'casey@example.com' }],
    ['application app-1', { appid: 'app-1', name: 'ignored', idtyp: 'app' }],
  ])('names %s', async (by, claims) => {
    expect((await ask([entry({ claims })])).answer).toMatchObject({ value: { by } });
  });

  test('hands on why it was not read', async () => {
    const list = () => Promise.resolve({ ok: false as const, status: 403, reason: 'denied' });
    expect(await lastActivity(ID, 's', { list }, NOW)).toMatchObject({ ok: false, reason: 'denied' });
  });
});
