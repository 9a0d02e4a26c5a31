/** Each guard through the bundle: limits, windows, grace, labels, annotations and pods that keep a node. */
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  addBudget,
  addIdle,
  addPod,
  annotate,
  before,
  DAY,
  DISK,
  grow,
  HOUR,
  IDLE_SINCE,
  KEEP,
  label,
  mark,
  MINUTE,
  type PodChanges,
  putAzure,
  rowOf,
} from '#tests/support/cleanup-fleet.js';
import { type CleanupWorld, startCleanupWorld } from '#tests/support/cleanup-world.js';

let world: CleanupWorld;
afterEach(() => world.close());

async function startWith(busy: number): Promise<void> {
  world = await startCleanupWorld();
  for (let number = 0; number < busy; number += 1) world.addWork(world.addNode(number));
}

const vms = () => world.azure('azurerm_linux_virtual_machine').length;

describe('limits on how much may go', () => {
  test('max-nodes, max-percent and max-orphans stop a run whole, and say what would allow it', async () => {
    await startWith(3);
    for (const number of [3, 4]) addIdle(world, number);
    for (const name of ['left-1', 'left-2']) putAzure(world, DISK, name);
    const stopped = async (inputs: Readonly<Record<string, string>>) => {
      const { codes, document, result } = await world.run({ mode: 'act', ...inputs });
      expect([codes, document.verdict, result.outputs['removed']]).toEqual([['EHA1752'], 'stopped', '0']);
      return document.stops.map(({ guard, sentence }) => [guard, sentence]);
    };
    expect(await stopped({ 'max-nodes': '1' })).toEqual([
      ['nodes', '2 nodes would be removed, more than max-nodes allows (1).'],
    ]);
    expect(await stopped({ 'max-percent': '39' })).toEqual([
      ['share', '2 of 5 nodes would be removed (40 %), more than max-percent allows (39 %).'],
    ]);
    expect(await stopped({ 'max-orphans': '1' })).toEqual([
      ['orphans', '2 orphans would be removed, more than max-orphans allows (1).'],
    ]);
    expect([vms(), world.azure('azurerm_managed_disk').length]).toEqual([5, 2]);
    const dry = await world.run({ 'max-nodes': '0' });
    // A dry run that a guard would have stopped has done its work.
    expect([dry.codes, dry.document.verdict]).toEqual([[], 'stopped']);
    const done = await world.run({ mode: 'act', 'max-percent': '40', 'max-nodes': '2', 'max-orphans': '2' });
    expect([done.codes, done.result.outputs['removed'], vms()]).toEqual([[], '4', 3]);
  });

  test('one node may go whatever its share is', async () => {
    await startWith(1);
    addIdle(world, 1);
    const { codes, result } = await world.run({ mode: 'act', 'max-percent': '10' });
    expect([codes, result.outputs['removed']]).toEqual([[], '1']);
  });

  test('min-nodes keeps so many Ready nodes in each pool, those idle for the shortest time', async () => {
    await startWith(0);
    const pools = { general: [0, 1, 2], large: [3, 4] };
    for (const [pool, numbers] of Object.entries(pools)) {
      for (const number of numbers) mark(world, world.addNode(number, pool), (10 - number) * HOUR);
    }
    const run = await world.run({ mode: 'act', 'min-nodes': '1', 'max-nodes': '9' });
    const told = run.document.nodes.map(({ vm, decision, but }) => [vm, decision, but]);
    expect([...told].sort()).toEqual([
      ['hybrid-general-0', 'remove', ''],
      ['hybrid-general-1', 'remove', ''],
      ['hybrid-general-2', 'wait', 'Its pool general keeps 1 Ready nodes (min-nodes).'],
      ['hybrid-large-3', 'remove', ''],
      ['hybrid-large-4', 'wait', 'Its pool large keeps 1 Ready nodes (min-nodes).'],
    ]);
    expect([...world.azure('azurerm_linux_virtual_machine')].sort()).toEqual([
      'hybrid-general-2',
      'hybrid-large-4',
    ]);
  });

  test('max-silent-percent tells a broken link from nodes that are gone', async () => {
    await startWith(4);
    const [first, second] = [addIdle(world, 4), addIdle(world, 5)];
    for (const node of [first, second]) world.silence(node);
    const stopped = await world.run({ mode: 'act', 'max-silent-percent': '33' });
    expect([stopped.codes, stopped.document.stops]).toMatchObject([
      ['EHA1752'],
      [{ guard: 'link', sentence: expect.stringContaining('2 of 6 hybrid nodes (33 %, limit 33 %)') }],
    ]);
    const below = await world.run({ mode: 'act', 'max-silent-percent': '34' });
    expect([below.codes, below.document.stops]).toEqual([[], []]);
    // With their VMs off it is the nodes.
    for (const vm of ['hybrid-general-4', 'hybrid-general-5']) world.setPower(vm, 'deallocated');
    const gone = await world.run({ mode: 'act', 'max-silent-percent': '0' });
    expect([gone.codes, gone.result.outputs['removed']]).toEqual([[], '2']);
  });
});

describe('times', () => {
  test('grace, idle-for and dead-after leave what is young, newly idle or newly silent', async () => {
    await startWith(1);
    const [young, newly, due, silent] = [1, 2, 3, 4].map((number) => world.addNode(number));
    const nodes = [young, newly, due, silent] as readonly [string, string, string, string];
    for (const node of nodes.slice(1)) grow(world, node, DAY);
    grow(world, nodes[0], 50 * MINUTE);
    mark(world, nodes[0], 3 * HOUR);
    mark(world, nodes[1], 20 * MINUTE);
    mark(world, nodes[2], 40 * MINUTE);
    world.silence(nodes[3]);
    world.setPower('hybrid-general-4', 'deallocated');
    const run = await world.run({ mode: 'act', grace: '70m', 'idle-for': '30m', 'dead-after': '90m' });
    expect(nodes.map((node) => [rowOf(run, node).class, rowOf(run, node).decision])).toEqual([
      ['starting', 'unmark'],
      ['empty', 'wait'],
      ['empty', 'remove'],
      ['unreachable', 'keep'],
    ]);
    expect(rowOf(run, nodes[1]).but).toMatch(/^Idle since 2\dm\w*, by its mark; it goes after 30m\.$/);
    expect(Date.parse(rowOf(run, nodes[1]).idleSince ?? '')).toBeLessThan(Date.now() - 19 * MINUTE);
    const later = await world.run({ mode: 'act', grace: '0s', 'idle-for': '10m', 'dead-after': '59m' });
    expect(nodes.map((node) => later.document.nodes.find(({ name }) => name === node)?.class)).toEqual([
      ...['empty', 'empty', undefined, 'dead'],
    ]);
    expect([world.nodeOf(nodes[1]), world.nodeOf(nodes[3])]).toEqual([undefined, undefined]);
  });

  test('windows hold removals back and let marks be written', async () => {
    await startWith(1);
    const [due, fresh] = [addIdle(world, 1), world.addNode(2)];
    const hour = (ahead: number): string =>
      new Date(Date.now() + ahead * HOUR).toISOString().slice(11, 14) + '00';
    const closed = await world.run({ mode: 'act', windows: `${hour(3)}-${hour(5)}` });
    expect([closed.codes, closed.document.stops.map(({ guard }) => guard)]).toEqual([[], ['window']]);
    expect([world.nodeOf(due) === undefined, world.annotations(fresh)[IDLE_SINCE] === undefined]).toEqual([
      ...[false, false],
    ]);
    const open = await world.run({ mode: 'act', windows: `${hour(-2)}-${hour(2)}, ${hour(3)}-${hour(5)}` });
    expect([open.codes, world.nodeOf(due)]).toEqual([[], undefined]);
    const refused = await world.step({ windows: 'at night' });
    expect([refused.exitCode, refused.stdout.includes('windows such as')]).toEqual([1, true]);
  });
});

test('labels and annotations keep a node', async () => {
  await startWith(1);
  const keepers: readonly (readonly [string, (node: string) => void, string])[] = [
    ['label', (node) => label(world, node, { [KEEP]: 'true' }), 'protected'],
    ['annotation', (node) => annotate(world, node, { [KEEP]: 'true' }), 'protected'],
    ['moment to come', (node) => annotate(world, node, { [KEEP]: before(world, -HOUR) }), 'protected'],
    ['no moment', (node) => annotate(world, node, { [KEEP]: 'next tuesday' }), 'protected'],
    ['karpenter', (node) => annotate(world, node, { 'karpenter.sh/do-not-disrupt': 'true' }), 'protected'],
    [
      'autoscaler',
      (node) => annotate(world, node, { 'cluster-autoscaler.kubernetes.io/scale-down-disabled': 'true' }),
      'protected',
    ],
    ['moment past', (node) => annotate(world, node, { [KEEP]: before(world, HOUR) }), 'empty'],
    ['false', (node) => annotate(world, node, { [KEEP]: 'false' }), 'empty'],
  ];
  const nodes = keepers.map(([, keep], index) => {
    const node = addIdle(world, index + 1);
    keep(node);
    return node;
  });
  const run = await world.run({ mode: 'act', 'max-nodes': '20' });
  const found = keepers.map(([name], index) => [
    name,
    run.document.nodes.find((row) => row.name === nodes[index])?.class,
    world.nodeOf(nodes[index] ?? '') === undefined,
  ]);
  expect(found).toEqual(keepers.map(([name, , of]) => [name, of, of === 'empty']));
});

test('pods that may not be moved keep a node, the others go with it', async () => {
  await startWith(1);
  const safe = 'cluster-autoscaler.kubernetes.io/safe-to-evict';
  const data = [{ name: 'data', emptyDir: {} }];
  const pods: readonly (readonly [string, PodChanges, string])[] = [
    ['disrupt', { annotations: { 'karpenter.sh/do-not-disrupt': 'true' } }, 'karpenter.sh/do-not-disrupt'],
    ['unsafe', { annotations: { [safe]: 'false' } }, 'safe-to-evict: "false"'],
    ['alone', { owner: null }, 'has no controller'],
    ['data', { volumes: data }, 'keeps data on the node in its volume data'],
    ['host', { volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] }, 'in its volume logs'],
    ['system', { namespace: 'kube-system' }, 'belongs to kube-system'],
    ['budget', {}, 'the budget none allows none now'],
    ['large', { cpu: '900m' }, 'for 23 % of its CPU'],
    ['safe', { volumes: data, annotations: { [safe]: 'true' } }, ''],
    ['memory', { volumes: [{ name: 'shm', emptyDir: { medium: 'Memory' } }] }, ''],
    ['small', { cpu: '700m' }, ''],
  ];
  addBudget(world, 'none', 'budget', { maxUnavailable: 0 });
  const nodes = pods.map(([name, changes], index) => {
    const node = addIdle(world, index + 1);
    addPod(world, node, name, changes);
    return node;
  });
  const run = await world.run({
    mode: 'act',
    remove: 'underused',
    'underused-percent': '20',
    'max-nodes': '20',
  });
  expect(run.codes).toEqual([]);
  for (const [index, [name, , because]] of pods.entries()) {
    const row = rowOf(run, nodes[index] ?? '');
    const moves = because === '';
    expect([name, row.class, row.outcome?.result]).toEqual([
      ...[name, moves ? 'underused' : 'busy', moves ? 'removed' : 'unmarked'],
    ]);
    expect(row.because).toContain(because);
  }
});
