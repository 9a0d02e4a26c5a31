/** The journal in the tags of Azure resources: who removes one, what is finished after a crash, what is left to others. */
import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  abandonAzure,
  addIdle,
  armId,
  CLAIM,
  claimOf,
  DISK,
  dropNode,
  HOUR,
  JOURNAL,
  leftOf,
  MINUTE,
  NIC,
  OTHER_RUN,
  orphanOf,
  putAzure,
  rowOf,
  tagsOf,
  VM,
} from '#tests/support/cleanup-fleet.js';
import { type GatedWorld, startGatedWorld } from '#tests/support/cleanup-gates.js';

const REMOVE = { mode: 'act', remove: 'empty, dead, orphan-azure' };
const OURS = { cluster: 'hybrid', pool: 'general' };
const CLAIMED = /^https?:\/\/\S+\/actions\/runs\/\d+ attempt \d+ at 20\d\d-\S+Z$/;
const LEFT_DISK = armId(DISK, 'left-vm_OsDisk_1');

let world: GatedWorld;
beforeEach(async () => {
  world = await startGatedWorld();
  world.addWork(world.addNode(0));
});
afterEach(() => world.close());

/** A VM that is off and has no node; Azure gave its system disk no tags. Gives its ARM id. */
function putLeftVm(tags: Readonly<Record<string, string>> = {}): string {
  const nic = putAzure(world, NIC, 'left-vm', {
    ip_configuration: [{ name: 'primary', private_ip_address: '10.80.0.88' }],
  });
  putAzure(world, DISK, 'left-vm_OsDisk_1', { tags: {}, disk_size_gb: 64 });
  const id = putAzure(world, VM, 'left-vm', {
    tags: { ...OURS, ...tags },
    size: 'Standard_D4s_v5',
    network_interface_ids: [nic],
    os_disk: [{ name: 'left-vm_OsDisk_1', storage_account_type: 'Premium_LRS', disk_size_gb: 64 }],
  });
  world.setPower('left-vm', 'deallocated');
  return id;
}

/** Runs until a request comes and kills the process then; the request is not carried out. */
async function killedAt(form: RegExp): Promise<void> {
  let child: ChildProcess | undefined;
  let isDead = false;
  world.guard((call) => {
    if (!isDead && form.test(call)) isDead = child?.kill('SIGKILL') === true;
    return isDead ? 'reset' : undefined;
  });
  const { exitCode } = await world.step(REMOVE, { onStart: (started) => (child = started) });
  expect([exitCode, isDead]).toEqual([null, true]);
  world.guard();
}

const callsOf = (form: RegExp): readonly string[] => world.calls.filter((call) => form.test(call));
const changes = (): readonly string[] => callsOf(/^ARM (?:POST|DELETE)/);

describe('a run that is killed', () => {
  test('between a left VM and its disk without tags has given the disk those of the VM', async () => {
    const vm = putLeftVm();
    await killedAt(/^ARM DELETE .*\/disks\//);
    expect([world.azure(VM), world.azure(DISK)]).toEqual([['hybrid-general-0'], ['left-vm_OsDisk_1']]);
    expect([tagsOf(world, vm), tagsOf(world, LEFT_DISK)]).toEqual([
      null,
      { ...OURS, [CLAIM]: expect.stringMatching(CLAIMED) },
    ]);
    abandonAzure(world);
    const run = await world.run(REMOVE);
    expect([run.codes, orphanOf(run, LEFT_DISK).outcome?.result]).toEqual([[], 'removed']);
    expect(world.azure(DISK)).toEqual([]);
  });

  test('between the VM of a node and its disk is finished although somebody deletes the Node', async () => {
    const node = addIdle(world, 1);
    const { objects } = world.nodes.world;
    const name = 'hybrid-general-1_OsDisk_1';
    const disk = putAzure(world, DISK, name, { tags: {}, disk_size_gb: 64 });
    objects.patch(armId(VM, 'hybrid-general-1'), {
      os_disk: [{ name, storage_account_type: 'Premium_LRS', disk_size_gb: 64 }],
    });
    await killedAt(/^ARM DELETE .*\/disks\//);
    expect(world.azure(VM)).toEqual(['hybrid-general-0']);
    expect(tagsOf(world, disk)).toMatchObject(OURS);
    dropNode(world, node);
    abandonAzure(world);
    const run = await world.run(REMOVE);
    expect([run.codes, orphanOf(run, disk).outcome?.result]).toEqual([[], 'removed']);
    expect(tagsOf(world, disk)).toBeNull();
  });

  test('before the first tag has changed nothing in Azure, and after it is finished by a re-run at once', async () => {
    const vm = putLeftVm();
    await killedAt(/^ARM PATCH /);
    expect(tagsOf(world, vm)).toEqual(OURS);
    let child: ChildProcess | undefined;
    const env = { GITHUB_RUN_ID: '77' };
    world.guard((call) =>
      call.startsWith('ARM DELETE') && child?.kill('SIGKILL') === true ? 'reset' : undefined,
    );
    await world.step(REMOVE, { env, onStart: (started) => (child = started) });
    expect(tagsOf(world, vm)?.[CLAIM]).toMatch(/\/runs\/77 attempt \d+ at /);
    world.guard();
    const other = await world.run(REMOVE);
    expect(orphanOf(other, vm).outcome).toMatchObject({
      result: 'left',
      because: expect.stringMatching(/^Another run removes left-vm: http\S+\/runs\/77\.$/),
    });
    expect(changes()).toEqual([]);
    const again = await world.run(REMOVE, { env: { ...env, GITHUB_RUN_ATTEMPT: '2' } });
    expect([again.codes, orphanOf(again, vm).outcome?.result]).toEqual([[], 'removed']);
    expect([tagsOf(world, vm), tagsOf(world, LEFT_DISK)]).toEqual([null, null]);
  });
});

test('everything that goes is tagged before the first of it is stopped or deleted', async () => {
  const node = addIdle(world, 1);
  world.guard();
  const run = await world.run(REMOVE);
  expect(rowOf(run, node).outcome?.result).toBe('removed');
  const written = callsOf(/^ARM (?:PATCH|POST|DELETE)/);
  const first = written.findIndex((call) => !call.startsWith('ARM PATCH'));
  const tagged = written
    .slice(0, first)
    .map((call) => /\/(\w+)\/[^/]+\/providers\/Microsoft.Resources/.exec(call)?.[1]);
  expect(tagged).toEqual(['virtualMachines', 'networkInterfaces', 'disks']);
  expect(written.slice(first).some((call) => call.startsWith('ARM PATCH'))).toBe(false);
});

describe('what another run has', () => {
  test('is left to it for half an hour, and then taken over', async () => {
    const vm = putLeftVm(claimOf(world, 29 * MINUTE));
    const disk = putAzure(world, DISK, 'left-disk', { tags: { ...OURS, ...claimOf(world, 29 * MINUTE) } });
    world.guard();
    const first = await world.run(REMOVE);
    for (const [id, name] of [
      [vm, 'left-vm'],
      [disk, 'left-disk'],
    ] as const) {
      const because = `Another run removes ${name}: ${OTHER_RUN}.`;
      expect(orphanOf(first, id)).toMatchObject({ decision: 'remove', outcome: { result: 'left', because } });
    }
    expect(first.result.summary).toContain('Another run removes');
    expect([first.codes, changes(), callsOf(/^ARM PATCH/)]).toEqual([[], [], []]);
    const { objects } = world.nodes.world;
    for (const id of [vm, disk]) {
      objects.patch(id, { tags: { ...OURS, ...claimOf(world, 31 * MINUTE) } });
    }
    const second = await world.run(REMOVE);
    expect([vm, disk].map((id) => orphanOf(second, id).outcome?.result)).toEqual(['removed', 'removed']);
    expect([tagsOf(world, vm), tagsOf(world, disk), tagsOf(world, LEFT_DISK)]).toEqual([null, null, null]);
  });

  test('is left to it also when it is a part of a VM or the VM of a node', async () => {
    const vm = putLeftVm();
    const { objects } = world.nodes.world;
    objects.patch(armId(NIC, 'left-vm'), { tags: { ...OURS, ...claimOf(world, MINUTE) } });
    const node = addIdle(world, 1);
    objects.patch(armId(VM, 'hybrid-general-1'), { tags: { ...OURS, ...claimOf(world, MINUTE) } });
    world.guard();
    const run = await world.run(REMOVE);
    const because = (name: string) => `Another run removes ${name}: ${OTHER_RUN}.`;
    expect(orphanOf(run, vm).outcome).toMatchObject({ result: 'left', because: because('left-vm') });
    expect(rowOf(run, node).outcome).toMatchObject({
      result: 'left',
      step: 'delete-machine',
      because: because('hybrid-general-1'),
    });
    expect(changes()).toEqual([]);
    expect(world.annotations(node)[JOURNAL]).toContain('delete-machine');
  });

  test.each([
    ['of no form', 'mine'],
    ['of a day to come', `${OTHER_RUN} attempt 1 at 2126-01-01T00:00:00.000Z`],
  ])('counts only by a claim that a run wrote: one %s holds nobody off', async (_name, value) => {
    const disk = putAzure(world, DISK, 'left-disk', { tags: { ...OURS, [CLAIM]: value } });
    const run = await world.run(REMOVE);
    expect(orphanOf(run, disk).outcome?.result).toBe('removed');
  });
});

test('an orphan whose tag is taken away at once, or that comes into use, is left', async () => {
  const vm = putLeftVm();
  const disk = putAzure(world, DISK, 'left-disk');
  const { objects } = world.nodes.world;
  world.guard((call) => {
    // Between the tag and the look at it.
    if (!call.startsWith('ARM GET')) return undefined;
    if (tagsOf(world, disk)?.[CLAIM] !== undefined) objects.patch(disk, { tags: OURS });
    if (tagsOf(world, vm)?.[CLAIM] !== undefined) world.setPower('left-vm', 'running');
    return undefined;
  });
  const run = await world.run(REMOVE);
  expect([vm, disk].map((id) => orphanOf(run, id).outcome)).toMatchObject([
    { result: 'left', because: 'It is running now.' },
    { result: 'left', because: `Its tag ${CLAIM} was taken away or overwritten.` },
  ]);
  expect(changes()).toEqual([]);
});

test('two runs at once remove an orphan once', async () => {
  const vm = putLeftVm();
  const disk = putAzure(world, DISK, 'left-disk', { disk_size_gb: 64 });
  // Both have looked before either writes.
  let looked = 0;
  let open = (): void => undefined;
  const both = new Promise<void>((resolve) => (open = resolve));
  world.guard(async (call) => {
    if (!/^ARM PATCH .*\/(?:left-vm|left-disk)\/providers/.test(call)) return undefined;
    if ((looked += 1) === 4) open();
    await Promise.race([both, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
    return undefined;
  });
  const runs = await Promise.all([world.run(REMOVE), world.run(REMOVE)]);
  expect(runs.map(({ codes }) => codes)).toEqual([[], []]);
  for (const id of [vm, disk]) {
    const results = runs.map((run) => orphanOf(run, id).outcome?.result);
    expect([...results].sort()).toEqual(['left', 'removed']);
  }
  const told = runs.flatMap(({ document }) => document.orphans.map(({ outcome }) => outcome?.because ?? ''));
  expect(told.filter((because) => because.startsWith('Another run took it at the same time'))).toHaveLength(
    2,
  );
  expect(changes().filter((call) => call.includes('/virtualMachines/'))).toHaveLength(1);
  expect(changes().filter((call) => call.includes('/left-disk'))).toHaveLength(1);
  expect([tagsOf(world, vm), tagsOf(world, disk), tagsOf(world, LEFT_DISK)]).toEqual([null, null, null]);
});

describe('where tags may not be written', () => {
  const denied = 'Microsoft.Resources/tags/write';

  test('nothing in Azure is stopped or deleted, and the missing right is named', async () => {
    await world.close();
    world = await startGatedWorld({ clouds: { denied: [denied] } });
    world.addWork(world.addNode(0));
    const vm = putLeftVm();
    const disk = putAzure(world, DISK, 'left-disk');
    const node = addIdle(world, 1);
    world.guard();
    const run = await world.run(REMOVE);
    expect([run.codes, run.document.verdict, run.result.outputs['removed']]).toEqual([
      ['EHA1754'],
      'failed',
      '0',
    ]);
    const outcomes = [orphanOf(run, vm).outcome, orphanOf(run, disk).outcome, rowOf(run, node).outcome];
    for (const [index, name] of ['left-vm', 'left-disk', 'hybrid-general-1'].entries()) {
      expect(outcomes[index]).toMatchObject({
        result: 'failed',
        because: expect.stringMatching(
          new RegExp(
            `^${name} stays, for its tag ${CLAIM} was not written: .* was denied .*The role needs ${denied}\\.$`,
          ),
        ),
      });
    }
    expect(changes()).toEqual([]);
    expect(leftOf(world, node, 'hybrid-general-1')).toHaveLength(6);
    expect(run.result.stdout).toContain(denied);
  });

  test('a part that cannot be tagged keeps its VM', async () => {
    const vm = putLeftVm();
    world.guard((call) =>
      /^ARM PATCH .*\/disks\//.test(call)
        ? { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'not allowed' } } }
        : undefined,
    );
    const run = await world.run(REMOVE);
    expect(orphanOf(run, vm).outcome).toMatchObject({
      result: 'failed',
      because: expect.stringContaining('left-vm_OsDisk_1 stays'),
    });
    expect(changes()).toEqual([]);
  });
});

test('the tag of a run that is over does not keep a VM that is in use again', async () => {
  const busy = armId(VM, 'hybrid-general-0');
  world.nodes.world.objects.patch(busy, { tags: { ...OURS, ...claimOf(world, HOUR) } });
  world.guard();
  const run = await world.run(REMOVE);
  expect([run.codes, run.document.verdict, changes(), callsOf(/^ARM PATCH/)]).toEqual([[], 'clean', [], []]);
  expect(tagsOf(world, busy)).not.toBeNull();
});
