/** The door to Systems Manager against the simulated service: whole lists, and what a failed mint means. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSsmDoor, type SsmDoor } from '#lib/aws/ssm.js';
import { createSsmService, type SsmFault } from '#simulator/servers/aws/ssm/service.js';
import { type RunningService, startService } from '#simulator/servers/loopback.js';
import { createActivation, registerInstance } from '#simulator/world/activations.js';
import type { World } from '#simulator/world/world.js';
import { furnish, openWorld } from '#tests/support/cloud-init.js';
import { type FakeDeps, fakeDeps } from '#tests/support/fake-deps.js';

const REGION = 'eu-central-1';
const VARIABLES = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_EC2_METADATA_DISABLED: 'true',
};

let world: World;
let service: RunningService;
let faults: (operation: string, call: number) => SsmFault | undefined;
let door: SsmDoor;
let deps: FakeDeps;
const before = { ...process.env };

beforeEach(async () => {
  world = openWorld();
  furnish(world);
  faults = () => undefined;
  const calls = new Map<string, number>();
  service = await startService(
    createSsmService({
      world,
      fail: (operation) => {
        const call = (calls.get(operation) ?? 0) + 1;
        calls.set(operation, call);
        return faults(operation, call);
      },
    }),
  );
  Object.assign(process.env, VARIABLES, { AWS_ENDPOINT_URL_SSM: service.url });
  deps = fakeDeps();
  door = await createSsmDoor(REGION, deps);
});

afterEach(async () => {
  process.env = { ...before };
  await service.close();
  await world.close();
});

const THROTTLED: SsmFault = { status: 400, type: 'ThrottlingException' };
const DENIED: SsmFault = { status: 400, type: 'AccessDeniedException' };

function register(count: number): string {
  const created = createActivation(world, {
    region: REGION,
    iamRole: 'hybrid',
    registrationLimit: count,
    tags: { EKSClusterARN: 'arn' },
  });
  for (let index = 0; index < count; index += 1) {
    registerInstance(world, {
      ...created,
      region: REGION,
      ipAddress: `10.80.0.${index % 250}`,
      computerName: `vm-${index}`,
      platformName: 'Ubuntu',
      platformVersion: '24.04',
    });
  }
  return created.activationId;
}

describe('lists', () => {
  test('go to their end, through throttling, with filters', async () => {
    const id = register(120);
    faults = (_operation, call) => (call === 2 ? THROTTLED : undefined);
    const all = await door.instances();
    expect(all.ok && all.value.length).toBe(120);
    const byTag = await door.instances({ by: 'tag', key: 'EKSClusterARN', value: 'arn' });
    expect(byTag.ok && byTag.value.length).toBe(120);
    const byActivation = await door.instances({ by: 'activations', ids: [id] });
    expect(byActivation.ok && byActivation.value[0]?.registeredAt).toBeInstanceOf(Date);
    expect(byActivation.ok && byActivation.value[0]).toMatchObject({
      ping: 'Online',
      activationId: id,
      resourceType: 'ManagedInstance',
    });
    const none = await door.instances({ by: 'activations', ids: [] });
    expect(none).toEqual({ ok: true, value: [] });
    const activations = await door.activations();
    expect(activations.ok && activations.value).toEqual([
      expect.objectContaining({
        id,
        registrations: 120,
        registrationLimit: 120,
        tags: { EKSClusterARN: 'arn' },
      }),
    ]);
  });

  test('that break off are failures with the reason, not parts', async () => {
    register(60);
    faults = (_operation, call) => (call >= 2 ? DENIED : undefined);
    const all = await door.instances();
    expect(all).toMatchObject({ ok: false });
    expect(!all.ok && all.reason).toMatch(/DescribeInstanceInformation was denied/);
  });
});

describe('removal', () => {
  test('of what is gone is told from one that was done, and from one that failed', async () => {
    const id = register(1);
    const [instance] = await door.instances().then((all) => (all.ok ? all.value : []));
    expect(await door.instanceTags(instance?.id ?? '')).toEqual({
      ok: true,
      value: { EKSClusterARN: 'arn' },
    });
    expect(await door.deregister(instance?.id ?? '')).toEqual({ ok: true, value: 'deregistered' });
    expect(await door.deregister(instance?.id ?? '')).toEqual({ ok: true, value: 'gone' });
    expect(await door.deleteActivation(id)).toEqual({ ok: true, value: 'deleted' });
    expect(await door.deleteActivation(id)).toEqual({ ok: true, value: 'gone' });
    faults = () => DENIED;
    expect(await door.deleteActivation(id)).toMatchObject({ ok: false });
  });
});

describe('minting', () => {
  const request = {
    role: 'hybrid',
    description: 'test',
    registrationLimit: 1,
    expiresAt: new Date(Date.now() + 3_600_000),
    tags: { a: 'b' },
  };

  test('masks the code before it is given', async () => {
    const outcome = await door.createActivation(request);
    expect(outcome.kind).toBe('created');
    expect(deps.masked).toEqual([outcome.kind === 'created' ? outcome.code : '']);
  });

  test.each<readonly [string, SsmFault, object]>([
    ['throttled', THROTTLED, { kind: 'refused', because: 'throttled' }],
    ['denied', DENIED, { kind: 'refused', because: 'denied' }],
    [
      'a fault of the service',
      { status: 500, type: 'InternalServerError', when: 'after' },
      { kind: 'unknown' },
    ],
    [
      'a fault with the status of a refusal',
      { status: 400, type: 'InternalServerError', when: 'after' },
      { kind: 'unknown' },
    ],
    ['no answer', { status: 0, type: 'reset', when: 'after' }, { kind: 'unknown' }],
  ])('%s: asked once, and told for what it is', async (_name, fault, outcome) => {
    let calls = 0;
    faults = () => {
      calls += 1;
      return fault;
    };
    expect(await door.createActivation(request)).toMatchObject(outcome);
    expect(calls).toBe(1);
  });

  test('a role that is not there, and a wrong request', async () => {
    expect(await door.createActivation({ ...request, role: 'none' })).toMatchObject({
      kind: 'refused',
      because: 'role',
    });
    expect(await door.createActivation({ ...request, registrationLimit: 1001 })).toMatchObject({
      kind: 'refused',
      because: 'other',
    });
  });
});
