/** One fleet with every class: what each node and each leftover is called and why, what it costs, what becomes of it. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { ACTIVATION } from '#simulator/world/activations.js';
import {
  addIdle,
  addPod,
  armId,
  before,
  DAY,
  DISK,
  disconnect,
  grow,
  HOUR,
  isRegistered,
  label,
  leftOf,
  mark,
  NIC,
  orphanOf,
  PUBLIC_IP,
  putAzure,
  rowOf,
  VM,
} from '#tests/support/cleanup-fleet.js';
import { type CleanupWorld, startCleanupWorld } from '#tests/support/cleanup-world.js';

let world: CleanupWorld;
afterEach(() => world.close());

/** A node of 4 vCPUs at 0.02 and a VM at 0.192 an hour; a month has 730 hours. */
const FEE = 4 * 0.02 * 730;
const MACHINE = 0.192 * 730;
const DISK_64 = 64 * 0.15;
const ADDRESS = 0.005 * 730;
const cents = (amount: number): number => Math.round(amount * 100) / 100;

interface Everything {
  readonly nodes: Readonly<Record<string, string>>;
  readonly orphans: Readonly<Record<string, string>>;
}

function spentActivation(): string {
  const { activationId } = world.nodes.mint();
  const { objects } = world.nodes.world;
  const found = objects.list(ACTIVATION).find(({ attributes }) => attributes['id'] === activationId);
  if (found === undefined) throw new Error('no activation');
  objects.patch(found.key, { created: before(world, DAY), expires: before(world, HOUR) });
  return activationId;
}

function addOrphans(): Everything['orphans'] {
  const instance = world.nodes.register('hybrid-general-77', world.nodes.mint());
  disconnect(world, instance, 2 * HOUR);
  const { objects } = world.nodes.world;
  const found = objects.list().find(({ attributes }) => attributes['id'] === instance);
  objects.patch(found?.key ?? '', { created: before(world, DAY) });
  const nic = putAzure(world, NIC, 'hybrid-general-88', {
    ip_configuration: [{ name: 'primary', private_ip_address: '10.80.0.88' }],
  });
  const machine = putAzure(world, VM, 'hybrid-general-88', {
    size: 'Standard_D4s_v5',
    network_interface_ids: [nic],
    os_disk: [{ name: 'hybrid-general-88-os', storage_account_type: 'Premium_LRS', disk_size_gb: 64 }],
  });
  world.setPower('hybrid-general-88', 'deallocated');
  return {
    instance,
    activation: spentActivation(),
    machine,
    disk: putAzure(world, DISK, 'left-disk', { disk_size_gb: 64, storage_account_type: 'Premium_LRS' }),
    address: putAzure(world, PUBLIC_IP, 'left-address', { ip_address: '20.1.1.1' }),
    interface: putAzure(world, NIC, 'left-nic', {
      ip_configuration: [{ name: 'primary', private_ip_address: '10.80.0.99' }],
    }),
  };
}

async function startEverything(): Promise<Everything> {
  world = await startCleanupWorld();
  const add = (number: number, age = DAY): string => {
    const name = world.addNode(number);
    grow(world, name, age);
    return name;
  };
  const nodes = {
    busy: add(0),
    empty: add(1),
    first: add(2),
    underused: add(3),
    starting: add(4, 60_000),
    unreachable: add(5),
    dead: add(6),
    protected: add(7),
  };
  world.addWork(nodes.busy);
  mark(world, nodes.empty);
  addPod(world, nodes.empty, 'agent', { owner: 'DaemonSet', cpu: '2' });
  addPod(world, nodes.empty, 'done', { owner: 'Job', phase: 'Succeeded', cpu: '2' });
  addPod(world, nodes.underused, 'small');
  world.silence(nodes.unreachable);
  world.silence(nodes.dead);
  disconnect(world, nodes.dead, 2 * HOUR);
  world.setPower('hybrid-general-6', 'deallocated');
  label(world, nodes.protected, { 'eks-hybrid-actions.io/keep': 'true' });
  return { nodes, orphans: addOrphans() };
}

const LIMITS = { grace: '1h', 'idle-for': '2h', 'dead-after': '30m' };

test('every class is told with its reason, its cost and what becomes of it', async () => {
  const { nodes, orphans } = await startEverything();
  const run = await world.run({ mode: 'act', ...LIMITS });
  expect([run.codes, run.document.verdict, run.document.stops]).toEqual([[], 'done', []]);
  const told = Object.entries(nodes).map(([name, node]) => {
    const { class: of, because, decision, monthly, outcome } = rowOf(run, node);
    return [name, of, because, decision, monthly, outcome?.result ?? null];
  });
  const whole = cents(FEE + MACHINE);
  expect(told).toEqual([
    ['busy', 'busy', '1 pod asks for 75 % of its CPU and 6 % of its memory.', 'keep', whole, null],
    [
      ...['empty', 'empty', 'Nothing runs on it but what runs on every node and what has finished.'],
      ...['remove', whole, 'removed'],
    ],
    [
      ...['first', 'empty', 'Nothing runs on it but what runs on every node and what has finished.'],
      ...['mark', whole, 'marked'],
    ],
    [
      ...['underused', 'underused'],
      '1 pod asks for 3 % of its CPU and 0 % of its memory, and all of them may move.',
      ...['keep', whole, null],
    ],
    [
      ...['starting', 'starting', expect.stringMatching(/^It joined \d+m\w* ago, within the grace of 1h\.$/)],
      ...['keep', whole, null],
    ],
    [
      ...['unreachable', 'unreachable'],
      expect.stringMatching(
        /^Kubernetes has not heard of it for 1h\w*; its SSM agent is online, its VM is running\.$/,
      ),
      ...['keep', whole, null],
    ],
    [
      ...['dead', 'dead'],
      expect.stringMatching(
        /^Kubernetes has not heard of it for 1h\w*, and its SSM agent was heard of 2h\w* ago, and its VM is deallocated\.$/,
      ),
      // A VM that is deallocated is not billed.
      ...['remove', cents(FEE), 'removed'],
    ],
    ['protected', 'protected', 'It has the label eks-hybrid-actions.io/keep=true.', 'keep', whole, null],
  ]);
  const left = Object.entries(orphans).map(([name, id]) => {
    const { class: of, because, decision, monthly, outcome } = orphanOf(run, id);
    return [name, of, because, decision, monthly, outcome?.result];
  });
  expect(left).toEqual([
    [
      ...['instance', 'orphan-instance'],
      expect.stringMatching(/^It has no node, and its agent is silent for 2h\w*\.$/),
      ...['remove', 0, 'removed'],
    ],
    ['activation', 'orphan-activation', 'It has expired.', 'remove', 0, 'removed'],
    [
      ...['machine', 'orphan-azure', 'It is deallocated, and no node or managed instance belongs to it.'],
      ...['remove', 0, 'removed'],
    ],
    ['disk', 'orphan-azure', 'Nothing uses it.', 'remove', cents(DISK_64), 'removed'],
    ['address', 'orphan-azure', 'Nothing uses it.', 'remove', cents(ADDRESS), 'removed'],
    ['interface', 'orphan-azure', 'Nothing uses it.', 'remove', 0, 'removed'],
  ]);
  expect(run.document.classes).toEqual({
    ...{ busy: 1, empty: 2, underused: 1, starting: 1, unreachable: 1, dead: 1, protected: 1 },
  });
  expect(run.result.outputs).toMatchObject({ nodes: '8', due: '8', removed: '8', marked: '1' });
  await expectWorld(nodes, orphans);
});

/** What was to go is gone with all that belongs to it, everything else is there. */
async function expectWorld(nodes: Everything['nodes'], orphans: Everything['orphans']): Promise<void> {
  expect(leftOf(world, nodes['empty'] ?? '', 'hybrid-general-1')).toEqual([]);
  expect(leftOf(world, nodes['dead'] ?? '', 'hybrid-general-6')).toEqual([]);
  for (const [name, node] of Object.entries(nodes)) {
    const goes = name === 'empty' || name === 'dead';
    expect([name, world.nodeOf(node) === undefined, isRegistered(world, node)]).toEqual([name, goes, !goes]);
  }
  expect(isRegistered(world, orphans['instance'] ?? '')).toBe(false);
  const kept = [0, 2, 3, 4, 5, 7].map((number) => `hybrid-general-${number}`);
  for (const type of [VM, NIC]) expect([...world.azure(type)].sort()).toEqual(kept);
  expect([world.azure(DISK), world.azure(PUBLIC_IP)]).toEqual([[], []]);
  const again = await world.run({ mode: 'dry-run', ...LIMITS });
  expect([again.document.orphans, again.document.saved.amount]).toEqual([[], 0]);
}

describe('money', () => {
  test('saved is what was removed, waste is what is idle, dead or left over and still there', async () => {
    const { nodes } = await startEverything();
    const dry = await world.run(LIMITS);
    // Idle: marked, new and underused. Dead. Leftovers.
    const wasted = 3 * (FEE + MACHINE) + FEE + DISK_64 + ADDRESS;
    expect([dry.document.saved, dry.document.waste]).toEqual([
      { amount: 0, unknown: 0 },
      { amount: cents(wasted), unknown: 0 },
    ]);
    const run = await world.run({ mode: 'act', ...LIMITS });
    const { document, result } = run;
    const saved = FEE + MACHINE + FEE + DISK_64 + ADDRESS;
    expect([document.saved, document.waste]).toEqual([
      { amount: cents(saved), unknown: 0 },
      { amount: cents(wasted - saved), unknown: 0 },
    ]);
    expect([result.outputs['saved'], result.outputs['waste']]).toEqual([
      String(cents(saved)),
      String(cents(wasted - saved)),
    ]);
    expect(result.summary).toContain(`${cents(saved).toFixed(2)} USD a month saved`);
    expect(rowOf(run, nodes['underused'] ?? '').monthly).toBe(cents(FEE + MACHINE));
  });

  test('own prices count, and what has no price is counted apart', async () => {
    world = await startCleanupWorld();
    addIdle(world, 0);
    putAzure(world, DISK, 'ultra', { disk_size_gb: 10, storage_account_type: 'UltraSSD_LRS' });
    putAzure(world, DISK, 'plain', { disk_size_gb: 10, storage_account_type: 'Standard_LRS' });
    const prices = '{azure-vm-Standard_D4s_v5: 0.1, eks-hybrid-vcpu: 0.01, azure-disk-Standard_LRS-gib: 1}';
    const run = await world.run({ prices });
    const { document, result } = run;
    expect(document.waste).toEqual({ amount: cents((4 * 0.01 + 0.1) * 730 + 10), unknown: 1 });
    expect(orphanOf(run, armId(DISK, 'ultra')).monthly).toBeNull();
    expect(result.summary).toContain('at least 112.20 USD');
    const refused = await world.step({ prices: '{gold: 1}' });
    expect(refused.stdout).toContain('gold');
    expect(refused.exitCode).toBe(1);
  });
});
