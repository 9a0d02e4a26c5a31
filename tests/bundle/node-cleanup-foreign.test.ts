/** What only looks like the cluster's: tags that anybody may write, VMs and nodes of others, accounts that are not listed. */
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  addIdle,
  annotate,
  armId,
  before,
  claimOf,
  DAY,
  DISK,
  disconnect,
  editAddress,
  editNode,
  HOUR,
  isRegistered,
  JOURNAL,
  label,
  leftOf,
  NIC,
  orphanOf,
  PUBLIC_IP,
  putAzure,
  rowOf,
  VM,
} from '#tests/support/cleanup-fleet.js';
import { type GatedWorld, startGatedWorld } from '#tests/support/cleanup-gates.js';

let world: GatedWorld;
afterEach(() => world.close());

const OURS = { cluster: 'hybrid', pool: 'general' };
const STRANGER = '00000000-0000-4000-8000-0000000000ff';

async function start(): Promise<void> {
  world = await startGatedWorld();
  world.addWork(world.addNode(0));
}

/** A VM that is off, with an interface of its own. */
function putVm(
  name: string,
  tags: Readonly<Record<string, string>>,
  address: string,
  group?: string,
): string {
  const nic = putAzure(world, NIC, name, {
    id: armId(NIC, name, group),
    tags,
    ip_configuration: [{ name: 'primary', private_ip_address: address }],
  });
  const id = putAzure(world, VM, name, {
    id: armId(VM, name, group),
    tags,
    size: 'Standard_D4s_v5',
    network_interface_ids: [nic],
  });
  world.setPower(name, 'deallocated');
  return id;
}

const changes = (): readonly string[] =>
  world.calls.filter((call) =>
    /^ARM (?:POST|DELETE|PATCH)|Deregister|DeleteActivation|^Kubernetes DELETE/.test(call),
  );

describe('in Azure', () => {
  test('a tag of ours on something else is told and never acted on', async () => {
    await start();
    const elsewhere = putVm('somebodys-db', OURS, '10.99.0.4');
    const poolless = putVm('tagged-by-hand', { cluster: 'hybrid' }, '10.80.0.200');
    const others = putVm('other-cluster', { cluster: 'staging', pool: 'general' }, '10.80.0.201');
    const claimed = putVm('claimed-db', { ...OURS, ...claimOf(world, HOUR) }, '10.99.0.5');
    const blank = putAzure(world, DISK, 'hybrid-general-0_data', { tags: claimOf(world, HOUR) });
    const bare = putAzure(world, VM, 'no-interface', { size: 'Standard_D4s_v5', network_interface_ids: [] });
    world.setPower('no-interface', 'deallocated');
    const group = putVm('other-group', OURS, '10.80.0.202', 'finance');
    const subscription = putAzure(world, DISK, 'other-subscription', {
      id: armId(DISK, 'other-subscription', 'hybrid-nodes', STRANGER),
    });
    const volume = putAzure(world, DISK, 'pvc-1', {
      tags: { ...OURS, 'kubernetes.io-created-for-pvc-name': 'data' },
    });
    const plain = putAzure(world, DISK, 'plain', { tags: { cluster: 'hybrid' } });
    const young = putAzure(world, PUBLIC_IP, 'young', { created: before(world, 60_000) });
    world.guard();
    const run = await world.run({ mode: 'act', grace: '1h' });
    expect(run.codes).toEqual([]);
    const told = [elsewhere, poolless, bare, volume, plain, young].map((id) => {
      const { because, decision, outcome } = orphanOf(run, id);
      return [id.split('/').at(-1), because, decision, outcome];
    });
    expect(told).toEqual([
      [
        'somebodys-db',
        'It has the tag of the cluster, but its address 10.99.0.4 is outside of the remote node networks of the cluster.',
        ...['keep', null],
      ],
      [
        'tagged-by-hand',
        'It has the tag of the cluster, but it has no tag pool, which everything of a node has.',
        ...['keep', null],
      ],
      ['no-interface', 'It has the tag of the cluster, but no address of it is known.', 'keep', null],
      [
        'pvc-1',
        'It has the tag of the cluster, but its tag kubernetes.io-created-for-pvc-name says that it is a volume of Kubernetes.',
        ...['keep', null],
      ],
      [
        'plain',
        'It has the tag of the cluster, but it has no tag pool, which everything of a node has.',
        ...['keep', null],
      ],
      ['young', 'Nothing uses it, but it is younger than the grace.', 'keep', null],
    ]);
    const named = run.document.orphans.map(({ id }) => id);
    for (const id of [others, group, subscription, blank]) expect(named).not.toContain(id);
    expect(orphanOf(run, claimed)).toMatchObject({
      because: expect.stringContaining('its address 10.99.0.5 is outside of the remote node networks'),
      decision: 'keep',
    });
    expect(changes()).toEqual([]);
  });

  test('a VM that a node names by its label is not touched unless it has the address of the node', async () => {
    await start();
    const [thief, moved, doubled] = [addIdle(world, 1), addIdle(world, 2), addIdle(world, 3)];
    // Says that it is on a VM of somebody else in the same group.
    putVm('somebodys-db', OURS, '10.80.0.77');
    label(world, thief, { 'eks-hybrid-actions.io/vm': 'somebodys-db' });
    editAddress(world, 'hybrid-general-2', '10.80.0.99');
    label(world, doubled, { 'eks-hybrid-actions.io/vm': 'hybrid-general-0' });
    world.guard();
    const run = await world.run({ mode: 'act' });
    const told = [thief, moved, doubled].map((node) => [rowOf(run, node).decision, rowOf(run, node).but]);
    expect(told).toEqual([
      ['keep', expect.stringContaining('somebodys-db has its name, but not its address 10.80.0.11')],
      ['keep', expect.stringContaining('hybrid-general-2 has its name, but not its address 10.80.0.12')],
      ['keep', expect.stringContaining('Which VM it is on is not known')],
    ]);
    expect(changes()).toEqual([]);
    for (const vm of ['somebodys-db', 'hybrid-general-0', 'hybrid-general-1', 'hybrid-general-2']) {
      expect(world.azure(VM)).toContain(vm);
    }
  });

  test.each([
    ['another subscription', (vm: string) => armId(VM, vm, 'hybrid-nodes', STRANGER)],
    ['another group', (vm: string) => armId(VM, vm, 'finance')],
    ['another VM', () => armId(VM, 'somebodys-db')],
  ])('a journal that names a VM of %s is not followed', async (_name, machine) => {
    await start();
    const node = addIdle(world, 1);
    putVm('somebodys-db', OURS, '10.80.0.77');
    putVm('hybrid-general-1', OURS, '10.80.0.11', 'finance');
    const at = before(world, HOUR);
    const journal = { as: 'dead', parts: [], cordoned: true, startedAt: at, by: '', at };
    annotate(world, node, {
      [JOURNAL]: JSON.stringify({ ...journal, step: 'delete-machine', machine: machine('hybrid-general-1') }),
    });
    world.guard();
    const run = await world.run({ mode: 'act', remove: 'dead' });
    expect(rowOf(run, node).outcome).toMatchObject({
      result: 'failed',
      step: 'delete-machine',
      because: expect.stringMatching(/not where the nodes are|was not deleted: the node says that its VM is/),
    });
    expect(run.codes).toEqual(['EHA1754']);
    expect(changes()).toEqual([]);
  });
});

describe('in the cluster and Systems Manager', () => {
  test('nodes, instances and activations of others are left alone', async () => {
    await start();
    const [cluster, region, name] = [addIdle(world, 1), addIdle(world, 2), addIdle(world, 3)];
    const id = (of: string) => ({ spec: { providerID: of } }) as object;
    editNode(world, cluster, () => id(`eks-hybrid:///eu-central-1/staging/${cluster}`));
    editNode(world, region, () => id(`eks-hybrid:///us-east-1/hybrid/${region}`));
    editNode(world, name, () => id('eks-hybrid:///eu-central-1/hybrid/mi-00000000000000000'));
    const stranger = world.nodes.register('somebodys-vm', world.nodes.mint());
    const { objects } = world.nodes.world;
    const instance = objects.list().find(({ attributes }) => attributes['id'] === stranger);
    const arn = 'arn:aws:eks:eu-central-1:123456789012:cluster/staging';
    objects.patch(instance?.key ?? '', { tags: { EKSClusterARN: arn }, created: before(world, DAY) });
    disconnect(world, stranger, DAY);
    world.guard();
    const run = await world.run({ mode: 'act' });
    expect(run.codes).toEqual([]);
    const foreign = new Map(run.document.foreign.map((node) => [node.name, node.because]));
    expect([cluster, region, name].map((node) => foreign.get(node))).toEqual([
      'Its provider id names the cluster staging.',
      'Its provider id names the region us-east-1.',
      'Its provider id names mi-00000000000000000, not the node itself.',
    ]);
    expect(run.document.nodes).toHaveLength(1);
    expect(run.document.orphans.map((orphan) => orphan.id)).not.toContain(stranger);
    expect(changes()).toEqual([]);
    expect(run.result.summary).toContain('is left alone: Its provider id names the cluster staging.');
  });

  test('an instance whose tag changes in the last moment keeps its registration', async () => {
    await start();
    const gone = world.nodes.register('hybrid-general-9', world.nodes.mint());
    const { objects } = world.nodes.world;
    const instance = objects.list().find(({ attributes }) => attributes['id'] === gone);
    objects.patch(instance?.key ?? '', { created: before(world, DAY) });
    disconnect(world, gone, DAY);
    world.guard((call, body) => {
      const isLook = call === 'SSM ListTagsForResource' && body.includes(gone);
      if (isLook) objects.patch(instance?.key ?? '', { tags: { EKSClusterARN: 'arn:of:another' } });
      return undefined;
    });
    const run = await world.run({ mode: 'act' });
    expect(orphanOf(run, gone).outcome).toMatchObject({
      result: 'failed',
      because: expect.stringContaining('was not deregistered: it does not have the tag EKSClusterARN'),
    });
    expect([changes(), isRegistered(world, gone)]).toEqual([[], true]);
  });
});

test('accounts and subscriptions that are missing or others are refused before anything is read', async () => {
  await start();
  const idle = addIdle(world, 1);
  world.guard();
  const cases: readonly (readonly [Readonly<Record<string, string>>, string, RegExp])[] = [
    [{ 'allowed-aws-accounts': '' }, 'EHA1001', /allowed-aws-accounts/],
    [{ 'allowed-azure-subscriptions': '' }, 'EHA1001', /allowed-azure-subscriptions/],
    [{ 'allowed-aws-accounts': '12' }, 'EHA1001', /account ids of 12 digits/],
    [{ 'allowed-azure-subscriptions': 'prod' }, 'EHA1001', /subscription ids/],
    [{ 'allowed-aws-accounts': '999999999999' }, 'EHA1750', /AWS account 123456789012/],
    [{ 'allowed-azure-subscriptions': STRANGER }, 'EHA1750', /Azure subscription 00000000/],
  ];
  for (const mode of ['mark', 'act']) {
    for (const [inputs, code, told] of cases) {
      const result = await world.step({ mode, ...inputs });
      expect([mode, result.exitCode, result.stdout.includes(code)]).toEqual([mode, 1, true]);
      expect(result.stdout).toMatch(told);
    }
  }
  expect(world.calls).toEqual([]);
  expect(leftOf(world, idle, 'hybrid-general-1')).toHaveLength(6);
  // A dry run changes nothing and needs no list.
  const dry = await world.run({ 'allowed-aws-accounts': '', 'allowed-azure-subscriptions': '' });
  expect([dry.codes, dry.document.verdict]).toEqual([[], 'planned']);
});
