/** What changes between the look and the act: pods that come, budgets that hold, nodes that are others, a link that breaks. */
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  addBudget,
  addIdle,
  addPod,
  annotate,
  armId,
  DISK,
  grow,
  IDLE_SINCE,
  isCordoned,
  JOURNAL,
  KEEP,
  label,
  leftOf,
  mark,
  putAzure,
  rowOf,
} from '#tests/support/cleanup-fleet.js';
import { type GatedWorld, type GateReply, startGatedWorld } from '#tests/support/cleanup-gates.js';

let world: GatedWorld;
afterEach(() => world.close());

const BLOCKED: GateReply = {
  status: 429,
  body: {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    reason: 'TooManyRequests',
    message: "Cannot evict pod as it would violate the pod's disruption budget.",
    details: {
      causes: [{ reason: 'DisruptionBudget', message: 'The disruption budget web needs 1 healthy pods' }],
    },
    code: 429,
  },
};

const patchOf = (node: string) => `Kubernetes PATCH /api/v1/nodes/${node}`;
const vmsLeft = () => [...world.azure('azurerm_linux_virtual_machine')].sort();

/** Neither cordoned nor with any mark of a run. */
function expectUntouched(node: string): void {
  expect([isCordoned(world, node), world.annotations(node)[JOURNAL]]).toEqual([false, undefined]);
}

test('each node that changed between look and act is left as it was found', async () => {
  world = await startGatedWorld();
  world.addWork(world.addNode(0));
  const nodes = {
    late: addIdle(world, 1),
    busy: addIdle(world, 2),
    other: addIdle(world, 3),
    kept: addIdle(world, 4),
    unmarked: addIdle(world, 5),
    restless: addIdle(world, 6),
    once: addIdle(world, 7),
  };
  const seen = new Map<string, number>();
  const nth = (key: string): number => {
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key) ?? 0;
  };
  world.guard((call) => {
    const looked = (node: string) => call.startsWith(`Kubernetes GET /api/v1/nodes/${node}`);
    // Looked at for the first time since the plan.
    if (looked(nodes.busy) && nth('busy') === 1) world.addWork(nodes.busy);
    if (looked(nodes.other) && nth('other') === 1) grow(world, nodes.other, 0);
    if (looked(nodes.kept) && nth('kept') === 1) label(world, nodes.kept, { [KEEP]: 'true' });
    if (looked(nodes.unmarked) && nth('unmarked') === 1)
      annotate(world, nodes.unmarked, { [IDLE_SINCE]: null });
    // The second write comes after the cordon.
    if (call.startsWith(patchOf(nodes.late)) && nth('late') === 2) addPod(world, nodes.late, 'late');
    if (call.startsWith(patchOf(nodes.restless)))
      annotate(world, nodes.restless, { at: String(nth('restless')) });
    if (call.startsWith(patchOf(nodes.once)) && nth('once') === 1) annotate(world, nodes.once, { at: '1' });
    return undefined;
  });
  const run = await world.run({ mode: 'act', 'max-nodes': '10' });
  const told = Object.entries(nodes).map(([name, node]) => [name, ...outcomeOf(run, node)]);
  expect(told).toEqual([
    [
      'late',
      'left',
      expect.stringMatching(/^The pod default\/late came after it was cordoned\. .*taken back/),
    ],
    ['busy', 'left', expect.stringMatching(/^It is busy now: 1 pod asks/)],
    ['other', 'left', 'Another node of its name has taken its place.'],
    ['kept', 'left', expect.stringMatching(/^It is protected now: It has the label/)],
    ['unmarked', 'left', 'Its mark of being idle was taken away.'],
    ['restless', 'left', 'It changed 6 times while it was to be written.'],
    // A conflict is looked at again.
    ['once', 'removed', ''],
  ]);
  for (const [name, node] of Object.entries(nodes)) {
    if (name === 'once') continue;
    expectUntouched(node);
    expect(leftOf(world, node, `hybrid-general-${Object.keys(nodes).indexOf(name) + 1}`)).toHaveLength(6);
  }
  expect(world.annotations(nodes.late)[IDLE_SINCE]).toBeUndefined();
  expect(run.codes).toEqual([]);
});

function outcomeOf(run: Awaited<ReturnType<GatedWorld['run']>>, node: string): readonly string[] {
  const { outcome } = rowOf(run, node);
  return [outcome?.result ?? 'none', outcome?.because ?? ''];
}

test('a link that breaks in mid-run ends it: nothing more goes, and the link is named', async () => {
  world = await startGatedWorld();
  const busy = [0, 1, 2, 3].map((number) => world.addNode(number));
  for (const node of busy) world.addWork(node);
  const idle = [4, 5, 6].map((number) => addIdle(world, number));
  putAzure(world, DISK, 'left-disk', { disk_size_gb: 64, storage_account_type: 'Premium_LRS' });
  const removed = new Set<string>();
  world.guard((call) => {
    const gone = idle.find((node) => call.startsWith(`Kubernetes DELETE /api/v1/nodes/${node}`));
    if (gone !== undefined && removed.size === 0) {
      removed.add(gone);
      for (const node of [...busy, ...idle]) if (node !== gone) world.silence(node);
    }
    return undefined;
  });
  const run = await world.run({ mode: 'act', concurrency: '1', 'max-nodes': '10' });
  expect([run.codes, run.document.verdict]).toEqual([['EHA1752'], 'stopped']);
  const [first = '', ...rest] = [...idle].sort(
    (one, other) => Number(removed.has(other)) - Number(removed.has(one)),
  );
  expect(rowOf(run, first).outcome?.result).toBe('removed');
  const down = expect.stringMatching(
    /^Kubernetes does not hear of 6 of 6 hybrid nodes .*the link between the clouds is likely down/,
  );
  for (const node of rest) {
    expect(rowOf(run, node).outcome).toMatchObject({ result: 'left', because: down });
    expectUntouched(node);
  }
  expect(run.document.stops).toEqual([{ guard: 'link', sentence: down }]);
  expect(run.document.orphans).toMatchObject([
    { id: armId(DISK, 'left-disk'), outcome: { result: 'left', because: down } },
  ]);
  expect(vmsLeft()).toHaveLength(6);
  expect(run.result.outputs).toMatchObject({ verdict: 'stopped', removed: '1' });
  expect(run.result.summary).toMatch(/^## 🛑 Nodes of `hybrid`: 1 thing removed: link guard/);
});

test('a node that dies after it was found idle is left to the next run', async () => {
  world = await startGatedWorld();
  for (const number of [0, 1, 2, 3]) world.addWork(world.addNode(number));
  const idle = world.addNode(4);
  mark(world, idle);
  let looks = 0;
  world.guard((call) => {
    if (call.startsWith(`Kubernetes GET /api/v1/nodes/${idle}`) && (looks += 1) === 1) world.silence(idle);
    return undefined;
  });
  const run = await world.run({ mode: 'act' });
  expect(rowOf(run, idle).outcome).toMatchObject({
    result: 'left',
    because: expect.stringMatching(/^It is unreachable now: Kubernetes has not heard of it/),
  });
  expect(run.document.stops).toEqual([]);
  expect(leftOf(world, idle, 'hybrid-general-4')).toHaveLength(6);
});

describe('evictions', () => {
  const REMOVE = { mode: 'act', remove: 'empty, underused', 'eviction-timeout': '15s' };

  test('are waited for while a budget refuses; one that never yields gives the node back', async () => {
    world = await startGatedWorld();
    world.addWork(world.addNode(0));
    const [never, later] = [addIdle(world, 1), addIdle(world, 2)];
    addPod(world, never, 'never');
    addPod(world, later, 'later');
    let refused = 0;
    world.guard((call) => {
      if (call.includes('/pods/never/eviction')) return BLOCKED;
      if (call.includes('/pods/later/eviction')) return (refused += 1) === 1 ? BLOCKED : undefined;
      return undefined;
    });
    const run = await world.run(REMOVE);
    expect([run.codes, run.document.verdict]).toEqual([['EHA1754'], 'failed']);
    expect(rowOf(run, never).outcome).toMatchObject({
      result: 'failed',
      step: 'evict',
      because: expect.stringMatching(/default\/never could not be evicted: .*budget.*taken back/),
    });
    expect(world.nodeOf(never)).toBeDefined();
    expectUntouched(never);
    expect(world.annotations(never)[IDLE_SINCE]).toBeUndefined();
    expect(rowOf(run, later).outcome).toMatchObject({ result: 'removed' });
    expect([refused, leftOf(world, later, 'hybrid-general-2')]).toEqual([2, []]);
    expect(vmsLeft()).toEqual(['hybrid-general-0', 'hybrid-general-1']);
    expect(run.result.summary).toContain('could not be evicted');
    expect(run.result.summary).toContain('in step evict');
    // The time-out itself is a quarter of a minute.
  }, 120_000);

  test('are not asked for where a budget allows none, and go by the Eviction API where it allows some', async () => {
    world = await startGatedWorld();
    world.addWork(world.addNode(0));
    const [held, free] = [addIdle(world, 1), addIdle(world, 2)];
    addPod(world, held, 'held');
    addPod(world, free, 'free');
    addBudget(world, 'held', 'held', { minAvailable: 1 });
    addBudget(world, 'free', 'free', { minAvailable: 0 });
    world.guard();
    const run = await world.run(REMOVE);
    expect(rowOf(run, held)).toMatchObject({
      class: 'busy',
      because: expect.stringContaining('the budget held allows none now'),
      decision: 'unmark',
    });
    expect(rowOf(run, free).outcome?.result).toBe('removed');
    const evictions = world.calls.filter((call) => call.includes('/eviction'));
    expect(evictions).toEqual([
      expect.stringContaining('POST /api/v1/namespaces/default/pods/free/eviction'),
    ]);
    expect(world.calls.filter((call) => /DELETE .*\/pods/.test(call))).toEqual([]);
  });
});
