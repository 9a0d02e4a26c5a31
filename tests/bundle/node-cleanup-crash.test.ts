/** Runs that end in the middle: killed before each request that changes something, cancelled, two at once. */
import type { ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  abandon,
  abandonAzure,
  addIdle,
  addPod,
  DISK,
  HOUR,
  isCordoned,
  JOURNAL,
  leftOf,
  mark,
  NIC,
  PUBLIC_IP,
  putAzure,
  rowOf,
  VM,
} from '#tests/support/cleanup-fleet.js';
import { type GatedWorld, startGatedWorld } from '#tests/support/cleanup-gates.js';
import type { CleanupWorld } from '#tests/support/cleanup-world.js';

let world: GatedWorld;
afterEach(() => world.close());

const REMOVE = { mode: 'act', remove: 'empty, underused, dead, orphan-azure' };

/** Requests of a removal that change something, in their order. */
const CHANGES: readonly (readonly [string, RegExp])[] = [
  ['cordon', /^Kubernetes PATCH/],
  ['eviction', /^Kubernetes POST .*\/eviction$/],
  ['stop of the VM', /^ARM POST .*\/deallocate/],
  ['deletion of the VM', /^ARM DELETE .*\/virtualMachines\//],
  ['deletion of its interface', /^ARM DELETE .*\/networkInterfaces\//],
  ['deletion of its address', /^ARM DELETE .*\/publicIPAddresses\//],
  ['deletion of its disk', /^ARM DELETE .*\/disks\//],
  ['deregistration', /^SSM DeregisterManagedInstance/],
  ['deletion of the CiliumNode', /^Kubernetes DELETE .*\/ciliumnodes\//],
  ['deletion of the lease', /^Kubernetes DELETE .*\/leases\//],
  ['deletion of the Node', /^Kubernetes DELETE \/api\/v1\/nodes\//],
];

/** A node that is due, whose VM has a public address too; with a pod that is to be moved first, or none. */
function addDue(number: number, hasPod: boolean): string {
  const vm = `hybrid-general-${number}`;
  const address = putAzure(world, PUBLIC_IP, `${vm}-ip`, { ip_address: `20.1.1.${number}` });
  const name = world.addNode(number);
  const { objects } = world.nodes.world;
  const nic = objects.list('azurerm_network_interface').find(({ attributes }) => attributes['name'] === vm);
  objects.patch(nic?.key ?? '', {
    ip_configuration: [
      { name: 'primary', private_ip_address: `10.80.0.${10 + number}`, public_ip_address_id: address },
    ],
  });
  mark(world, name, 3 * HOUR);
  if (hasPod) addPod(world, name, `web-${number}`);
  return name;
}

/** Runs until a request comes and kills the process then; the request is not carried out. */
async function killedAt(form: RegExp, inputs: Readonly<Record<string, string>>): Promise<number | null> {
  let child: ChildProcess | undefined;
  let isDead = false;
  world.guard((call) => {
    if (!isDead && form.test(call)) isDead = child?.kill('SIGKILL') === true;
    return isDead ? 'reset' : undefined;
  });
  const { exitCode } = await world.step(inputs, { onStart: (started) => (child = started) });
  expect(isDead).toBe(true);
  world.guard();
  return exitCode;
}

describe('a run that is killed', () => {
  test.each(CHANGES)('before the %s is finished by a later run', async (what, form) => {
    world = await startGatedWorld();
    const busy = world.addNode(0);
    world.addWork(busy);
    const node = addDue(1, what === 'eviction');
    expect(await killedAt(form, REMOVE)).toBeNull();
    const hasBegun = what !== 'cordon';
    expect([world.annotations(node)[JOURNAL] !== undefined, isCordoned(world, node)]).toEqual([
      ...[hasBegun, hasBegun],
    ]);
    abandon(world, node);
    const run = await world.run(REMOVE);
    expect([run.codes, rowOf(run, node).outcome?.result]).toEqual([[], 'removed']);
    expect([leftOf(world, node, 'hybrid-general-1'), run.document.orphans]).toEqual([[], []]);
    expect(run.document.saved.amount).toBeGreaterThan(0);
    // What was done before is not done again.
    const done = CHANGES.slice(
      1,
      Math.max(
        1,
        CHANGES.findIndex(([name]) => name === what),
      ),
    );
    const again = done.filter(([, earlier]) => world.calls.some((call) => earlier.test(call)));
    expect(again.map(([name]) => name)).toEqual([]);
    expect(leftOf(world, busy, 'hybrid-general-0')).toHaveLength(6);
  });

  test('between a left VM and its parts is finished by the next one, which knows them by their tags', async () => {
    world = await startGatedWorld();
    world.addWork(world.addNode(0));
    const nic = putAzure(world, NIC, 'left-vm', {
      ip_configuration: [{ name: 'primary', private_ip_address: '10.80.0.88' }],
    });
    putAzure(world, VM, 'left-vm', {
      size: 'Standard_D4s_v5',
      network_interface_ids: [nic],
      os_disk: [{ name: 'left-vm-os', storage_account_type: 'Premium_LRS', disk_size_gb: 64 }],
    });
    world.setPower('left-vm', 'deallocated');
    expect(await killedAt(/^ARM DELETE .*\/networkInterfaces\//, REMOVE)).toBeNull();
    expect(world.azure(VM)).toEqual(['hybrid-general-0']);
    expect(world.azure(NIC)).toContain('left-vm');
    abandonAzure(world);
    const run = await world.run(REMOVE);
    expect(run.document.orphans.map(({ what, outcome }) => [what, outcome?.result]).sort()).toEqual([
      ['disk', 'removed'],
      ['network-interface', 'removed'],
    ]);
    expect([world.azure(NIC), world.azure(DISK)]).toEqual([['hybrid-general-0'], []]);
  });

  test('keeps the node for itself for half an hour; a re-run of the same run goes on at once', async () => {
    world = await startGatedWorld();
    world.addWork(world.addNode(0));
    const node = addIdle(world, 1);
    const env = { GITHUB_RUN_ID: '77' };
    let child: ChildProcess | undefined;
    world.guard((call) =>
      call.includes('deallocate') && child?.kill('SIGKILL') === true ? 'reset' : undefined,
    );
    await world.step(REMOVE, { env, onStart: (started) => (child = started) });
    world.guard();
    const other = await world.run(REMOVE);
    expect(rowOf(other, node).outcome).toMatchObject({
      result: 'left',
      because: expect.stringMatching(/^Another run removes it: http.*\/runs\/77\.$/),
    });
    expect(world.calls.filter((call) => /^ARM (?:POST|DELETE)/.test(call))).toEqual([]);
    const again = await world.run(REMOVE, { env });
    expect(rowOf(again, node)).toMatchObject({
      but: 'An earlier run began to remove it and stopped at delete-machine.',
      outcome: { result: 'removed' },
    });
    expect(leftOf(world, node, 'hybrid-general-1')).toEqual([]);
  });
});

describe('a run that is cancelled', () => {
  const moments: readonly (readonly [string, RegExp, string, boolean])[] = [
    ['before the VM is touched', /^Kubernetes PATCH/, 'cordon', false],
    ['in the middle of Azure', /^ARM DELETE .*\/networkInterfaces\//, 'delete-parts', true],
  ];

  test.each(moments)('%s writes its document, and the next one goes on', async (_name, form, step, begun) => {
    world = await startGatedWorld();
    world.addWork(world.addNode(0));
    const [first, second] = [addIdle(world, 1), addIdle(world, 2)];
    let child: ChildProcess | undefined;
    let signals = 0;
    world.guard(async (call) => {
      if (!form.test(call) || signals > 0) return undefined;
      signals += 1;
      child?.kill('SIGTERM');
      // The process hears of it before the answer comes.
      await new Promise((resolve) => setTimeout(resolve, 200));
      return undefined;
    });
    const run = await world.run({ ...REMOVE, concurrency: '1' }, { onStart: (started) => (child = started) });
    expect([run.codes, run.result.exitCode, run.document.verdict]).toEqual([['EHA1005'], 1, 'failed']);
    const outcomes = [first, second].map((node) => rowOf(run, node).outcome);
    expect(outcomes.map((outcome) => outcome?.result)).toEqual(['cancelled', 'cancelled']);
    expect(outcomes.map((outcome) => outcome?.step ?? '').sort()).toEqual(['', step]);
    expect(run.result.outputs).toMatchObject({ verdict: 'failed', removed: '0', due: '2' });
    const journals = [first, second].filter((node) => world.annotations(node)[JOURNAL] !== undefined);
    expect(journals.length >= 1).toBe(begun || journals.length === 1);
    // What was on its way is carried out all the same.
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const node of [first, second]) abandon(world, node);
    world.guard();
    const next = await world.run(REMOVE);
    expect([next.codes, next.document.verdict]).toEqual([[], 'done']);
    expect(leftOf(world, first, 'hybrid-general-1')).toEqual([]);
    expect(leftOf(world, second, 'hybrid-general-2')).toEqual([]);
  });
});

test('two runs at once remove each node once, and neither fails', async () => {
  world = await startGatedWorld();
  world.addWork(world.addNode(0));
  const idle = [1, 2, 3, 4].map((number) => addIdle(world, number));
  world.guard();
  const runs = await Promise.all([world.run(REMOVE), world.run(REMOVE)]);
  expect(runs.map(({ codes }) => codes)).toEqual([[], []]);
  for (const [index, node] of idle.entries()) {
    expect(leftOf(world, node, `hybrid-general-${index + 1}`)).toEqual([]);
    const results = runs.map((run) => resultOf(run, node));
    expect(results.filter((result) => result === 'removed')).toHaveLength(1);
    expect(results.every((result) => /^(?:removed|left|gone|not seen)$/.test(result))).toBe(true);
  }
  const once = (form: RegExp) => world.calls.filter((call) => form.test(call));
  for (const form of [
    /DeregisterManagedInstance/,
    /^ARM POST .*deallocate/,
    /^ARM DELETE .*virtualMachines/,
  ]) {
    expect(once(form)).toHaveLength(4);
  }
  expect(runs.reduce((sum, { document }) => sum + document.saved.amount, 0)).toBeCloseTo(4 * 198.56, 2);
});

function resultOf({ document }: Awaited<ReturnType<CleanupWorld['run']>>, node: string): string {
  return document.nodes.find(({ name }) => name === node)?.outcome?.result ?? 'not seen';
}
