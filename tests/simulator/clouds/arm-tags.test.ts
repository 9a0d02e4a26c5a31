/** Tags of resources in the simulated Azure Resource Manager: who may write them, and what comes of it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ArmOptions, type ArmServer, startArmServer } from '#simulator/servers/azure/arm/server.js';
import { World } from '#simulator/world/world.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const GROUP = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/nodes/providers';
const VM = `${GROUP}/Microsoft.Compute/virtualMachines/vm-1`;
const DISK = `${GROUP}/Microsoft.Compute/disks/vm-1_OsDisk_1`;

let world: World;
let arm: ArmServer;

async function start(options: Partial<ArmOptions> = {}): Promise<void> {
  world = World.open({ directory: temporaryDirectory('arm-tags-') });
  const attributes = {
    id: VM,
    name: 'vm-1',
    resource_group_name: 'nodes',
    tags: { cluster: 'hybrid' },
    os_disk: [{ name: 'vm-1_OsDisk_1', disk_size_gb: 64 }],
  };
  const type = 'azurerm_linux_virtual_machine';
  world.objects.put({ key: VM, provider: 'azurerm', type, region: '', attributes });
  arm = await startArmServer(world, { isToken: (token) => token === 'good', ...options });
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly error?: { readonly code: string; readonly message: string };
    readonly properties?: { readonly tags?: unknown };
    readonly tags?: unknown;
    readonly name?: string;
    readonly type?: string;
  };
}

async function call(method: string, path: string, body?: string, token = 'good'): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${arm.url}${path}`, { method, headers, ...(body !== undefined && { body }) });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

const tagsPath = (id: string) => `${id}/providers/Microsoft.Resources/tags/default?api-version=2021-04-01`;
const write = (id: string, tags: unknown, operation = 'Merge', token?: string) =>
  call('PATCH', tagsPath(id), JSON.stringify({ operation, properties: { tags } }), token);
const read = async (id: string) => (await call('GET', `${id}?api-version=2024-07-01`)).body.tags;

beforeEach(() => start());
afterEach(() => arm.close());

describe('merged tags', () => {
  test('come beside those that are there, or in their place, in the form of the first name', async () => {
    const { status, body } = await write(VM, { Cluster: 'other', claim: 'run 1' });
    const tags = { cluster: 'other', claim: 'run 1' };
    expect([status, body]).toMatchObject([
      200,
      { name: 'default', type: 'Microsoft.Resources/tags', properties: { tags } },
    ]);
    expect(await read(VM)).toEqual(tags);
  });

  test('of a system disk are its own from then on, and stay when the VM goes', async () => {
    expect(await read(DISK)).toEqual({ cluster: 'hybrid' });
    expect((await write(DISK, { claim: 'run 1' })).status).toBe(200);
    expect(await read(DISK)).toEqual({ cluster: 'hybrid', claim: 'run 1' });
    expect(await read(VM)).toEqual({ cluster: 'hybrid' });
    const gone = { method: 'DELETE', headers: { authorization: 'Bearer good' } };
    const { headers } = await fetch(`${arm.url}${VM}?api-version=2024-07-01`, gone);
    const operation = (headers.get('azure-asyncoperation') ?? '').slice(arm.url.length);
    for (let poll = 0; poll < 2; poll += 1) await call('GET', operation);
    expect((await call('GET', `${VM}?api-version=2024-07-01`)).status).toBe(404);
    expect(await read(DISK)).toEqual({ cluster: 'hybrid', claim: 'run 1' });
  });
});

describe('refused are', () => {
  const cases: readonly (readonly [string, () => Promise<Answer>, number, string])[] = [
    [
      'a caller without a login',
      () => write(VM, { a: 'b' }, 'Merge', 'bad'),
      401,
      'InvalidAuthenticationToken',
    ],
    [
      'what is not there',
      () => write(`${GROUP}/Microsoft.Compute/disks/none`, { a: 'b' }),
      404,
      'ResourceNotFound',
    ],
    ['the operation Replace', () => write(VM, { a: 'b' }, 'Replace'), 400, 'InvalidRequestContent'],
    ['the operation Delete', () => write(VM, { a: 'b' }, 'Delete'), 400, 'InvalidRequestContent'],
    ['no tags', () => write(VM, {}), 400, 'InvalidRequestContent'],
    ['a body that is none', () => call('PATCH', tagsPath(VM), 'tags'), 400, 'InvalidRequestContent'],
    ['a long value', () => write(VM, { a: 'b'.repeat(257) }), 400, 'InvalidTagNameOrValue'],
    ['a name with a slash', () => write(VM, { 'a/b': 'c' }), 400, 'InvalidTagNameOrValue'],
    ['another method', () => call('GET', tagsPath(VM)), 405, 'MethodNotAllowed'],
    [
      'more than fifty tags',
      () => write(VM, Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`t${index}`, 'x']))),
      400,
      'InvalidTagCount',
    ],
  ];

  test.each(cases)('%s', async (_name, ask, status, code) => {
    const answer = await ask();
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
    expect(await read(VM)).toEqual({ cluster: 'hybrid' });
  });

  test('callers without the right, which is named', async () => {
    await arm.close();
    await start({ denied: ['Microsoft.Resources/tags/write'] });
    const { status, body } = await write(VM, { a: 'b' });
    expect([status, body.error?.code]).toEqual([403, 'AuthorizationFailed']);
    expect(body.error?.message).toContain("perform action 'Microsoft.Resources/tags/write'");
    expect(await read(VM)).toEqual({ cluster: 'hybrid' });
  });
});
