/** Acting on a plan, against the simulated clouds and the simulated API server. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { KubernetesOptions } from '#simulator/servers/kubernetes/server.js';
import { setMachineState } from '#simulator/world/machine-states.js';
import {
  type ActingOptions,
  actingDeps,
  type ActingWorld,
  startActingWorld,
  vmId,
} from '#tests/support/acting-world.js';
import { hours } from '#tests/support/fleets.js';

const IDLE = 'eks-hybrid-actions.io/idle-since';
const JOURNAL = 'eks-hybrid-actions.io/cleanup';

let acting: ActingWorld;
afterEach(() => acting.close());

async function start(options: ActingOptions = {}): Promise<ActingWorld> {
  acting = await startActingWorld(options);
  return acting;
}

const markedFor = (age: number): Readonly<Record<string, string>> => ({
  [IDLE]: new Date(acting.deps.clock.now() - age).toISOString(),
});

/** A fleet of three, of which the first is idle for long enough. */
async function withIdle(options: ActingOptions = {}): Promise<string> {
  await start(options);
  const name = acting.addNode(1);
  for (const number of [2, 3]) acting.addPod(acting.addNode(number), `busy-${number}`, busy);
  acting.annotate(name, markedFor(hours(2)));
  return name;
}

const asking = (cpu: string) => ({
  spec: {
    containers: [{ name: 'main', image: 'web', resources: { requests: { cpu, memory: '1Gi' } } }],
  },
});
const busy = asking('3');
const small = asking('100m');

const isCordoned = (name: string): boolean =>
  (acting.nodeOf(name) as unknown as { spec?: { unschedulable?: boolean } } | undefined)?.spec
    ?.unschedulable === true;

function expectNothingLeft(name: string, vm: string): void {
  expect(acting.nodeOf(name)).toBeUndefined();
  expect(acting.azure('azurerm_linux_virtual_machine')).not.toContain(vm);
  expect(acting.azure('azurerm_network_interface')).not.toContain(vm);
  expect(acting.azure('azurerm_managed_disk').filter((disk) => disk.startsWith(`${vm}_`))).toEqual([]);
  expect(acting.instances()).not.toContain(name);
}

describe('an idle node', () => {
  test('is marked first, and removed by a later run in the order that leaves nothing', async () => {
    await start();
    const name = acting.addNode(1);
    acting.addPod(acting.addNode(2), 'busy', busy);
    expect((await acting.run()).get(name)).toMatchObject({ result: 'marked' });
    expect(acting.nodeOf(name)?.metadata.annotations?.[IDLE]).toBe(
      new Date(acting.deps.clock.now()).toISOString(),
    );

    acting.deps.clock.advance(hours(2));
    const outcomes = await acting.run();
    expect(outcomes.get(name)).toEqual({ result: 'removed', step: null, because: '' });
    expectNothingLeft(name, 'vm-1');
    expect(acting.azure('azurerm_linux_virtual_machine')).toEqual(['vm-2']);
    const deletions = acting.kubernetesCalls.filter((call) => /^(?:PATCH|DELETE)/.test(call));
    expect(deletions.at(-1)).toMatch(new RegExp(`^DELETE /api/v1/nodes/${name}`));
  });

  test('is unmarked when it is busy again', async () => {
    const name = await withIdle();
    acting.addPod(name, 'web', busy);
    expect((await acting.run()).get(name)).toMatchObject({ result: 'unmarked' });
    expect(acting.nodeOf(name)?.metadata.annotations?.[IDLE]).toBeUndefined();
  });

  test('that got work between plan and act is left as it was', async () => {
    const name = await withIdle();
    const plan = await acting.plan();
    acting.addPod(name, 'web', busy);
    expect((await acting.act(plan)).get(name)).toMatchObject({
      result: 'left',
      step: null,
      because: expect.stringContaining('It is busy now'),
    });
    expect(isCordoned(name)).toBe(false);
    expect(acting.azure('azurerm_linux_virtual_machine')).toContain('vm-1');
  });

  test('whose Node is another one of the same name is left', async () => {
    const name = await withIdle();
    const plan = await acting.plan();
    const nodes = plan.nodes.map((verdict) => ({ ...verdict, node: { ...verdict.node, uid: 'another' } }));
    expect((await acting.act({ ...plan, nodes })).get(name)).toMatchObject({
      result: 'left',
      because: 'Another node of its name has taken its place.',
    });
    expect(acting.azure('azurerm_linux_virtual_machine')).toContain('vm-1');
  });

  test('is not touched when the plan has a stop', async () => {
    const name = await withIdle();
    const plan = await acting.plan();
    const stops = [{ guard: 'link', sentence: 'down' }] as const;
    expect((await acting.act({ ...plan, stops })).size).toBe(0);
    expect(isCordoned(name)).toBe(false);
  });
});

type Intercept = NonNullable<KubernetesOptions['intercept']>;

/** Does something once, when a request of this form has come for the nth time. */
function onRequest(pattern: RegExp, nth: number, act: () => void): Intercept {
  let count = 0;
  return ({ method, url }) => {
    if (pattern.test(`${method} ${url.pathname}`)) {
      count += 1;
      if (count === nth) act();
    }
    return undefined;
  };
}

test('a pod that comes after the cordon saves the node, and everything is taken back', async () => {
  let come = (): void => undefined;
  const name = await withIdle({
    kubernetes: { intercept: onRequest(/^PATCH \/api\/v1\/nodes/, 1, () => setTimeout(() => come(), 0)) },
  });
  come = () => acting.addPod(name, 'late', busy);
  const outcome = (await acting.run()).get(name);
  expect(outcome).toMatchObject({ result: 'left' });
  expect(outcome?.because).toMatch(/taken back/);
  expect(isCordoned(name)).toBe(false);
  expect(acting.nodeOf(name)?.metadata.annotations).not.toHaveProperty([JOURNAL]);
  expect(acting.nodeOf(name)?.metadata.annotations).not.toHaveProperty([IDLE]);
  expect(acting.azure('azurerm_linux_virtual_machine')).toContain('vm-1');
});

describe('an underused node', () => {
  test('is emptied by evictions and then removed', async () => {
    const name = await withIdle();
    acting.addPod(name, 'web-1', small);
    const outcomes = await acting.run();
    expect(acting.kubernetesCalls.filter((call) => call.includes('web-1/eviction'))).not.toEqual([]);
    expect(outcomes.get(name)).toMatchObject({ result: 'removed' });
    expectNothingLeft(name, 'vm-1');
  });

  test('whose budget never yields is uncordoned and unmarked at the deadline', async () => {
    const refusal = {
      status: 429,
      body: {
        kind: 'Status',
        code: 429,
        reason: 'TooManyRequests',
        message: 'Cannot evict pod as it would violate the disruption budget web.',
        details: { causes: [{ reason: 'DisruptionBudget', message: 'web needs 1 healthy pods' }] },
      },
    };
    const name = await withIdle({
      kubernetes: {
        intercept: ({ url }) => (url.pathname.endsWith('/eviction') ? refusal : undefined),
      },
    });
    acting.addPod(name, 'web-1', small);
    const before = acting.deps.clock.now();
    const outcome = (await acting.run({ evictionDeadline: 60_000 })).get(name);
    expect(outcome).toMatchObject({
      result: 'failed',
      step: 'evict',
      because: expect.stringMatching(/web-1 could not be evicted.*disruption budget web.*taken back/),
    });
    expect(acting.deps.clock.now() - before).toBeGreaterThanOrEqual(60_000);
    expect(isCordoned(name)).toBe(false);
    expect(acting.nodeOf(name)?.metadata.annotations).not.toHaveProperty([IDLE]);
    expect(acting.azure('azurerm_linux_virtual_machine')).toContain('vm-1');
  });
});

describe('a run that ends in the middle', () => {
  const steps = ['deallocate', 'virtualMachines/vm-1', 'networkInterfaces/vm-1', 'disks/vm-1_'];

  test.each(steps)('at the call %s is finished by the next one', async (part) => {
    const denied = {
      deallocate: 'Microsoft.Compute/virtualMachines/deallocate/action',
      'virtualMachines/vm-1': 'Microsoft.Compute/virtualMachines/delete',
      'networkInterfaces/vm-1': 'Microsoft.Network/networkInterfaces/delete',
      'disks/vm-1_': 'Microsoft.Compute/disks/delete',
    }[part];
    const list = [denied ?? ''];
    const name = await withIdle({ arm: { denied: list } });
    const first = (await acting.run()).get(name);
    expect(first).toMatchObject({ result: 'failed', because: expect.stringContaining('denied') });
    expect(first?.step).toBe(
      part === 'deallocate' || part.startsWith('virtual') ? 'delete-machine' : 'delete-parts',
    );
    expect(JSON.parse(acting.nodeOf(name)?.metadata.annotations?.[JOURNAL] ?? '{}')).toMatchObject({
      step: first?.step,
      machine: vmId('vm-1'),
    });
    list.length = 0;
    expect((await acting.run()).get(name)).toMatchObject({ result: 'removed' });
    expectNothingLeft(name, 'vm-1');
  });

  test.each([1, 2, 3, 4, 5, 6, 7])('after write %i to the node is finished by the next one', async (nth) => {
    const stop = new AbortController();
    let isOn = false;
    const abort = onRequest(/^PATCH \/api\/v1\/nodes/, nth, () => stop.abort(new Error('cancelled')));
    const name = await withIdle({
      kubernetes: { intercept: (request) => (isOn ? abort(request) : undefined) },
    });
    const plan = await acting.plan();
    isOn = true;
    const own = actingDeps({ signal: stop.signal, clock: acting.deps.clock });
    const first = (await acting.act(plan, {}, own)).get(name);
    isOn = false;
    expect(first?.result === 'cancelled' || first?.result === 'removed').toBe(true);
    const second = (await acting.run()).get(name);
    if (first?.result === 'cancelled') expect(second).toMatchObject({ result: 'removed' });
    expectNothingLeft(name, 'vm-1');
  });

  test('with the very last call has left nothing for the next one', async () => {
    const stop = new AbortController();
    const name = await withIdle({
      kubernetes: {
        intercept: onRequest(/^DELETE \/api\/v1\/nodes/, 1, () => stop.abort(new Error('cancelled'))),
      },
    });
    const own = actingDeps({ signal: stop.signal, clock: acting.deps.clock });
    const outcome = (await acting.act(await acting.plan(), {}, own)).get(name);
    expect(outcome).toMatchObject({ result: 'cancelled', step: 'delete-node' });
    await acting.run();
    expectNothingLeft(name, 'vm-1');
  });

  test.each(['DeregisterManagedInstance', 'ListTagsForResource'])(
    'when Systems Manager denies %s is finished by the next one',
    async (operation) => {
      let isDenied = true;
      const name = await withIdle({
        fail: (called) =>
          isDenied && called === operation ? { status: 400, type: 'AccessDeniedException' } : undefined,
      });
      expect((await acting.run()).get(name)).toMatchObject({ result: 'failed', step: 'deregister' });
      expect(acting.nodeOf(name)).toBeDefined();
      isDenied = false;
      expect((await acting.run()).get(name)).toMatchObject({ result: 'removed' });
      expectNothingLeft(name, 'vm-1');
    },
  );
});

describe('two runs at once', () => {
  test('remove a node once: the second leaves it to the first', async () => {
    const name = await withIdle();
    const [one, other] = await Promise.all([acting.plan(), acting.plan()]);
    const results = await Promise.all([
      acting.act(one, { run: 'https://run/1' }),
      acting.act(other, { run: 'https://run/2' }),
    ]);
    const told = results.map((outcomes) => outcomes.get(name)?.result).sort();
    expect(told).toContain('removed');
    expect(told.filter((result) => result === 'failed')).toEqual([]);
    expectNothingLeft(name, 'vm-1');
  });

  test('a node that another run has is left until that run is long silent', async () => {
    const name = await withIdle();
    const at = new Date(acting.deps.clock.now()).toISOString();
    const journal = { step: 'delete-machine', as: 'empty', machine: vmId('vm-1'), parts: [], cordoned: true };
    acting.annotate(name, {
      [JOURNAL]: JSON.stringify({ ...journal, startedAt: at, by: 'https://run/9', at }),
    });
    expect((await acting.run()).get(name)).toMatchObject({
      result: 'left',
      because: 'Another run removes it: https://run/9.',
    });
    acting.deps.clock.advance(hours(1));
    expect((await acting.run()).get(name)).toMatchObject({ result: 'removed' });
  });
});

test('when the link is cut in mid-run nothing more is removed, and the link is named', async () => {
  const name = await withIdle();
  const plan = await acting.plan();
  const others = plan.nodes.map(({ node }) => node.name).filter((other) => other !== name);
  for (const other of others) acting.silence(other);
  for (const vm of ['vm-2', 'vm-3']) setMachineState(acting.world, vmId(vm), { power: 'running' });
  const outcome = (await acting.act(plan)).get(name);
  expect(outcome).toMatchObject({
    result: 'left',
    because: expect.stringContaining('link between the clouds'),
  });
  expect(isCordoned(name)).toBe(false);
  expect(acting.azure('azurerm_linux_virtual_machine')).toContain('vm-1');
});

describe('a VM that is not a node of the cluster', () => {
  const foreign = { tags: { cluster: 'hybrid', pool: 'general' } };

  test('with its tags, but elsewhere in the network, is told and never touched', async () => {
    await start();
    acting.addPod(acting.addNode(2), 'busy', busy);
    acting.addVm('theirs', foreign, '10.20.0.4');
    setMachineState(acting.world, vmId('theirs'), { power: 'deallocated' });
    const plan = await acting.plan();
    expect(plan.orphans.find(({ id }) => id === vmId('theirs'))).toMatchObject({
      decision: 'keep',
      because: expect.stringContaining('10.20.0.4 is outside of the remote node networks'),
    });
    await acting.act(plan);
    expect(acting.azure('azurerm_linux_virtual_machine')).toContain('theirs');
  });

  test.each([
    [
      'of another subscription',
      '/subscriptions/other/resourceGroups/hybrid-nodes/providers/Microsoft.Compute/virtualMachines/x',
    ],
    ['of another node', vmId('vm-2')],
    ['of a path that climbs', `${vmId('..')}/../../x`],
  ])('and is named by a forged journal (%s) stays', async (_what, machine) => {
    const name = await withIdle();
    const startedAt = new Date(acting.deps.clock.now()).toISOString();
    const journal = { step: 'delete-machine', as: 'dead', machine, parts: [], cordoned: true, startedAt };
    acting.annotate(name, { [JOURNAL]: JSON.stringify(journal) });
    expect((await acting.run()).get(name)).toMatchObject({ result: 'failed', step: 'delete-machine' });
    expect(acting.azure('azurerm_linux_virtual_machine')).toEqual(['vm-1', 'vm-2', 'vm-3']);
  });

  test('a VM that was made anew under the same name since the removal began stays', async () => {
    const name = await withIdle();
    const startedAt = new Date(acting.deps.clock.now() - hours(2)).toISOString();
    const created = new Date(acting.deps.clock.now() - hours(1)).toISOString();
    acting.addVm('vm-1', { created }, '10.80.1.1');
    const journal = {
      step: 'delete-machine',
      as: 'dead',
      machine: vmId('vm-1'),
      parts: [],
      cordoned: true,
      startedAt,
    };
    acting.annotate(name, { [JOURNAL]: JSON.stringify(journal) });
    expect((await acting.run()).get(name)).toMatchObject({ result: 'removed' });
    expect(acting.azure('azurerm_linux_virtual_machine')).toContain('vm-1');
    expect(acting.nodeOf(name)).toBeUndefined();
  });
});

describe('dead nodes and orphans', () => {
  test('a dead node goes without evictions', async () => {
    await start();
    const name = acting.addNode(1);
    acting.addPod(acting.addNode(2), 'busy', busy);
    acting.addPod(acting.addNode(3), 'busy-3', busy);
    acting.silence(name);
    expect((await acting.run()).get(name)).toMatchObject({ result: 'removed' });
    expect(acting.kubernetesCalls.some((call) => call.includes('/eviction'))).toBe(false);
    expectNothingLeft(name, 'vm-1');
  });

  test('a lock keeps the VM; it is stopped, and the removal is told as failed', async () => {
    const name = await withIdle({ arm: { locked: [vmId('vm-1')] } });
    expect((await acting.run()).get(name)).toMatchObject({
      result: 'failed',
      step: 'delete-machine',
      because: expect.stringContaining('ScopeLocked'),
    });
    expect(acting.nodeOf(name)).toBeDefined();
  });

  test('an orphan VM goes with what belongs to it, a spent activation and a free interface too', async () => {
    await start();
    acting.addPod(acting.addNode(2), 'busy', busy);
    acting.addVm('left-over');
    setMachineState(acting.world, vmId('left-over'), { power: 'deallocated' });
    const spent = acting.mint();
    acting.deps.clock.advance(hours(30));
    const outcomes = await acting.run();
    expect(outcomes.get(vmId('left-over'))).toMatchObject({ result: 'removed' });
    expect(outcomes.get(spent.activationId)).toMatchObject({ result: 'removed' });
    expect(acting.azure('azurerm_linux_virtual_machine')).toEqual(['vm-2']);
    expect(acting.azure('azurerm_network_interface')).toEqual(['vm-2']);
  });
});

describe('reading', () => {
  test.each(['Microsoft.Network/networkInterfaces/read', 'Microsoft.Compute/disks/read'])(
    'without %s nothing of Azure is known, and nothing is removed',
    async (action) => {
      const name = await withIdle({ arm: { denied: [action] } });
      const plan = await acting.plan();
      expect(plan.unknown).toEqual(
        ['VMs', 'interfaces, disks and addresses'].map((what) =>
          expect.stringMatching(new RegExp(`Azure ${what} are not known: ARM .* was denied`)),
        ),
      );
      expect((await acting.act(plan)).get(name)).toBeUndefined();
      expect(acting.azure('azurerm_linux_virtual_machine')).toContain('vm-1');
    },
  );

  test('goes to the end of small pages', async () => {
    await withIdle({ arm: { pageSize: 1 } });
    const { nodes, unknown } = await acting.plan();
    expect(unknown).toEqual([]);
    expect(nodes.map(({ machine }) => machine?.power)).toEqual(['running', 'running', 'running']);
    expect(acting.doors.calls()).toMatchObject({ ARM: expect.any(Number), SSM: 2 });
  });
});
