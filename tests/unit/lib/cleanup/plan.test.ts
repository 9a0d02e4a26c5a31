import { describe, expect, test } from '@jest/globals';
import type { Fleet, InstanceFact } from '#lib/cleanup/facts.js';
import type { NodeClass } from '#lib/cleanup/settings.js';
import { type CleanupPlan, type Decision, planCleanup, type NodeVerdict } from '#lib/cleanup/plan.js';
import {
  activation,
  budget,
  fleet,
  hours,
  idOf,
  instance,
  known,
  lease,
  machine,
  minutes,
  node,
  NOW,
  part,
  pod,
  PRICES,
  SETTINGS,
} from '#tests/support/fleets.js';

const plan = (facts: Fleet, settings: Partial<typeof SETTINGS> = {}): CleanupPlan =>
  planCleanup(facts, { ...SETTINGS, ...settings }, PRICES, NOW);

function only(facts: Fleet, settings: Partial<typeof SETTINGS> = {}): NodeVerdict {
  const [verdict] = plan(facts, settings).nodes;
  if (verdict === undefined) throw new Error('no node was judged');
  return verdict;
}

const silent = { status: 'Unknown', since: NOW - hours(2) };
const isoAgo = (age: number): string => new Date(NOW - age).toISOString();
const IDLE = 'eks-hybrid-actions.io/idle-since';
const JOURNAL = 'eks-hybrid-actions.io/cleanup';
const small = { requests: { cpuMillis: 100, memoryBytes: 2 ** 20 } };
const denied = { known: false, because: 'denied' } as const;

const CLASSES: readonly [string, Partial<Fleet>, NodeClass, RegExp][] = [
  ['work that asks for much', { pods: known(pod('web', 1)) }, 'busy', /1 pod asks for 50 % of its CPU/],
  ['nothing', {}, 'empty', /Nothing runs/],
  [
    'a pod of a DaemonSet',
    { pods: known(pod('cilium', 1, { controllerKind: 'DaemonSet' })) },
    'empty',
    /Nothing/,
  ],
  [
    'a static pod',
    { pods: known(pod('s', 1, { isMirror: true, controllerKind: 'Node' })) },
    'empty',
    /Nothing/,
  ],
  [
    'finished pods',
    { pods: known(pod('j', 1, { phase: 'Succeeded' }), pod('k', 1, { phase: 'Failed' })) },
    'empty',
    /Nothing/,
  ],
  [
    'a finished pod that is terminating',
    { pods: known(pod('j', 1, { phase: 'Failed', isTerminating: true, ...small })) },
    'busy',
    /still terminating/,
  ],
  ['a pod on its way', { pods: known(pod('web', 1, { phase: 'Pending' })) }, 'busy', /50 %/],
  ['little work that may move', { pods: known(pod('web', 1, small)) }, 'underused', /all of them may move/],
  [
    'little work without a controller',
    { pods: known(pod('web', 1, { ...small, controllerKind: null })) },
    'busy',
    /default\/web has no controller/,
  ],
  [
    'little work with local data',
    { pods: known(pod('web', 1, { ...small, localVolume: 'cache' })) },
    'busy',
    /in its volume cache/,
  ],
  [
    'local data that may go',
    {
      pods: known(
        pod('web', 1, {
          ...small,
          localVolume: 'cache',
          annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true' },
        }),
      ),
    },
    'underused',
    /may move/,
  ],
  [
    'a pod not safe to evict',
    {
      pods: known(
        pod('web', 1, {
          ...small,
          annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false' },
        }),
      ),
    },
    'busy',
    /safe-to-evict: "false"/,
  ],
  [
    'a pod not to disrupt',
    { pods: known(pod('web', 1, { ...small, annotations: { 'karpenter.sh/do-not-disrupt': '30m' } })) },
    'busy',
    /do-not-disrupt: "30m"/,
  ],
  [
    'a budget that allows',
    { pods: known(pod('web', 1, small)), budgets: known(budget('web')) },
    'underused',
    /may move/,
  ],
  [
    'a budget that allows none',
    { pods: known(pod('web', 1, small)), budgets: known(budget('web', { disruptionsAllowed: 0 })) },
    'busy',
    /the budget web allows none/,
  ],
  [
    'a budget of another namespace',
    {
      pods: known(pod('web', 1, small)),
      budgets: known(budget('web', { namespace: 'x', disruptionsAllowed: 0 })),
    },
    'underused',
    /may move/,
  ],
  [
    'two budgets',
    { pods: known(pod('web', 1, small)), budgets: known(budget('web'), budget('all', { selector: {} })) },
    'busy',
    /more than one disruption budget/,
  ],
  [
    'a system pod without budget',
    { pods: known(pod('dns', 1, { ...small, namespace: 'kube-system' })) },
    'busy',
    /kube-system/,
  ],
  [
    'a node of ten minutes',
    { nodes: known(node(1, { createdAt: NOW - minutes(10) })) },
    'starting',
    /joined 10m ago/,
  ],
  [
    'a label that keeps it',
    { nodes: known(node(1, { labels: { ...node(1).labels, 'eks-hybrid-actions.io/keep': 'true' } })) },
    'protected',
    /label/,
  ],
  [
    'an annotation that keeps it',
    { nodes: known(node(1, { annotations: { 'eks-hybrid-actions.io/keep': isoAgo(-hours(1)) } })) },
    'protected',
    /until/,
  ],
  [
    'a mistyped moment',
    { nodes: known(node(1, { annotations: { 'eks-hybrid-actions.io/keep': 'tomorow' } })) },
    'protected',
    /tomorow/,
  ],
  [
    'a moment that has passed',
    { nodes: known(node(1, { annotations: { 'eks-hybrid-actions.io/keep': isoAgo(hours(1)) } })) },
    'empty',
    /Nothing/,
  ],
  [
    'a node the autoscaler must leave',
    {
      nodes: known(
        node(1, { annotations: { 'cluster-autoscaler.kubernetes.io/scale-down-disabled': 'true' } }),
      ),
    },
    'protected',
    /scale-down-disabled/,
  ],
  [
    'silence in Kubernetes alone',
    { nodes: known(node(1, { ready: silent })), leases: known(lease(1, hours(2))) },
    'unreachable',
    /not heard of it for 2h/,
  ],
  [
    'a lease that is renewed while not Ready',
    {
      nodes: known(node(1, { ready: silent })),
      instances: known(instance(1, { ping: 'ConnectionLost', lastPingAt: NOW - hours(2) })),
    },
    'unreachable',
    /5s, less than 30m/,
  ],
  [
    'silence in Kubernetes and SSM',
    {
      nodes: known(node(1, { ready: silent })),
      leases: known(lease(1, hours(2))),
      instances: known(instance(1, { ping: 'ConnectionLost', lastPingAt: NOW - hours(2) })),
    },
    'dead',
    /SSM agent was heard of 2h ago/,
  ],
  [
    'silence and a VM that is off',
    {
      nodes: known(node(1, { ready: silent })),
      leases: known(lease(1, hours(2))),
      machines: known(machine(1, { power: 'deallocated' })),
    },
    'dead',
    /VM is deallocated/,
  ],
  [
    'silence and no VM',
    { nodes: known(node(1, { ready: silent })), leases: known(lease(1, hours(2))), machines: known() },
    'dead',
    /no VM of its name/,
  ],
  [
    'silence and two VMs of its name',
    {
      nodes: known(node(1, { ready: silent })),
      leases: known(lease(1, hours(2))),
      machines: known(machine(1), machine(1, { id: '/other' })),
    },
    'unreachable',
    /what Azure has of it is not known/,
  ],
  [
    'silence of five minutes',
    {
      nodes: known(node(1, { ready: { status: 'Unknown', since: NOW - minutes(5) } })),
      leases: known(lease(1, minutes(6))),
      machines: known(),
    },
    'unreachable',
    /less than 30m/,
  ],
  ['pods that are not known', { pods: denied }, 'unknown', /pods are not known: denied/],
  [
    'budgets that are not known',
    { pods: known(pod('web', 1, small)), budgets: denied },
    'unknown',
    /disruption budgets are not known/,
  ],
];

test.each(CLASSES)('a node with %s', (_, changes, of, because) => {
  const verdict = only(fleet(1, changes));
  expect(verdict).toMatchObject({ class: of, because: expect.stringMatching(because) });
});

describe('idle over time', () => {
  const marked = (age: number, changes: Partial<Fleet> = {}) =>
    fleet(1, { nodes: known(node(1, { annotations: { [IDLE]: isoAgo(age) } })), ...changes });
  const DECISIONS: readonly [string, Fleet, Decision][] = [
    ['without a mark it is marked', fleet(1), 'mark'],
    ['a young mark waits', marked(minutes(59)), 'wait'],
    ['an old mark removes', marked(minutes(60)), 'remove'],
    ['a mark of the future is no mark', marked(-minutes(5)), 'mark'],
    ['a mark goes when it is busy', marked(hours(3), { pods: known(pod('web', 1)) }), 'unmark'],
    ['a mark stays while nothing is known', marked(hours(3), { pods: denied }), 'keep'],
    ['a busy node without a mark is kept', fleet(1, { pods: known(pod('web', 1)) }), 'keep'],
  ];
  test.each(DECISIONS)('%s', (_, facts, decision) => {
    expect(only(facts).decision).toBe(decision);
  });

  test('a class that is not to be removed is not marked', () => {
    expect(only(fleet(1), { remove: new Set(['dead']) })).toMatchObject({ class: 'empty', decision: 'keep' });
  });
});

describe('the journal of an earlier run', () => {
  const journal = (step: string): string =>
    JSON.stringify({
      step,
      as: 'empty',
      machine: '/m',
      parts: ['/parts/disk-9'],
      cordoned: true,
      startedAt: isoAgo(0),
    });
  const begun = (step: string, changes: Partial<Fleet> = {}, more: object = {}) =>
    fleet(1, {
      nodes: known(node(1, { annotations: { [JOURNAL]: journal(step), [IDLE]: isoAgo(hours(2)), ...more } })),
      ...changes,
    });

  test('finishes what has touched the VM, whatever the node looks like', () => {
    expect(only(begun('delete-parts', { pods: known(pod('web', 1)) })).decision).toBe('remove');
  });
  test('takes back a cordon when a pod came', () => {
    expect(only(begun('evict', { pods: known(pod('web', 1)) })).decision).toBe('unmark');
  });
  test('leaves a node alone that was protected since', () => {
    const keep = { 'eks-hybrid-actions.io/keep': 'true' };
    expect(only(begun('delete-parts', {}, keep)).decision).toBe('keep');
    expect(only(begun('cordon', {}, keep)).decision).toBe('unmark');
  });
  test('that cannot be read keeps the node', () => {
    const facts = fleet(1, {
      nodes: known(node(1, { annotations: { [JOURNAL]: '{', [IDLE]: isoAgo(hours(2)) } })),
    });
    expect(only(facts)).toMatchObject({ decision: 'keep', but: expect.stringContaining('journal') });
  });
  test('keeps what it recorded from being an orphan', () => {
    const verdict = plan(
      begun('delete-machine', { parts: known(part('/parts/disk-9'), part('/parts/disk-8')) }),
    );
    expect(verdict.orphans.map(({ id, decision }) => [id, decision])).toEqual([['/parts/disk-8', 'remove']]);
  });
  test('of a node that is protected since keeps what it recorded, and tells it', () => {
    const keep = { 'eks-hybrid-actions.io/keep': 'true' };
    const facts = begun('delete-parts', { parts: known(part('/parts/disk-9')) }, keep);
    expect(plan(facts).orphans).toMatchObject([
      { id: '/parts/disk-9', decision: 'keep', but: 'It goes with its node, whose removal was begun.' },
    ]);
  });
});

describe('guards', () => {
  const idleNodes = (count: number) =>
    known(
      ...Array.from({ length: count }, (_, index) =>
        node(index + 1, { annotations: { [IDLE]: isoAgo(hours(2) + index) } }),
      ),
    );
  const removed = ({ nodes }: CleanupPlan) =>
    nodes.filter(({ decision }) => decision === 'remove').map(({ node: { name } }) => name);

  test('a pool keeps its minimum, and those that are idle longest go', () => {
    const verdict = plan(fleet(4, { nodes: idleNodes(4) }), { minNodes: 3 });
    expect(removed(verdict)).toEqual([idOf(4)]);
    expect(verdict.nodes[0]).toMatchObject({
      decision: 'wait',
      but: expect.stringContaining('keeps 3 Ready'),
    });
  });
  test('more than max-nodes stops before any act', () => {
    expect(plan(fleet(6, { nodes: idleNodes(6) })).stops).toMatchObject([{ guard: 'nodes' }]);
    expect(plan(fleet(5, { nodes: idleNodes(5) })).stops).toEqual([]);
  });
  test('a share above the limit stops, one node is no share', () => {
    expect(plan(fleet(2, { nodes: idleNodes(2) }), { maxNodesPercent: 50 }).stops).toMatchObject([
      { guard: 'share' },
    ]);
    expect(plan(fleet(1, { nodes: idleNodes(1) }), { maxNodesPercent: 50 }).stops).toEqual([]);
  });
  test('outside the windows nothing is removed', () => {
    expect(plan(fleet(1, { nodes: idleNodes(1) }), { windowOpen: false }).stops).toMatchObject([
      { guard: 'window' },
    ]);
  });
  test('many silent nodes mean that the link is down', () => {
    const nodes = known(node(1, { ready: silent }), node(2, { ready: silent }), node(3));
    const cut = {
      nodes,
      leases: known(lease(1, hours(2)), lease(2, hours(2)), lease(3)),
      instances: known<InstanceFact>(),
    };
    expect(plan(fleet(3, cut)).stops).toMatchObject([
      { guard: 'link', sentence: expect.stringContaining('2 of 3') },
    ]);
  });
  test('nodes whose VM is off do not speak of the link', () => {
    const nodes = known(node(1, { ready: silent }), node(2, { ready: silent }), node(3));
    const off = known(machine(1, { power: 'deallocated' }), machine(2, { power: 'stopped' }), machine(3));
    const verdict = plan(
      fleet(3, { nodes, leases: known(lease(1, hours(2)), lease(2, hours(2)), lease(3)), machines: off }),
    );
    expect(verdict.stops).toEqual([]);
    expect(removed(verdict)).toEqual([idOf(1), idOf(2)]);
  });
  test.each(['leases', 'budgets', 'instances', 'machines', 'parts'] as const)(
    'removes nothing without the %s',
    (list) => {
      const verdict = plan(fleet(1, { nodes: idleNodes(1), [list]: denied }));
      expect(verdict.stops).toMatchObject([{ guard: 'lists', sentence: expect.stringContaining('denied') }]);
    },
  );
  test('does nothing without the nodes', () => {
    const verdict = plan(fleet(1, { nodes: denied, parts: known(part('/p')) }));
    expect(verdict).toMatchObject({ nodes: [], orphans: [], stops: [{ guard: 'lists' }] });
  });
});

test('nodes of other clusters are foreign, nodes of AWS are none of its business', () => {
  const other = node(2, { providerId: `eks-hybrid:///eu-central-1/other/${idOf(2)}` });
  const renamed = node(3, { name: idOf(4) });
  const aws = node(5, { labels: {}, providerId: 'aws:///eu-central-1a/i-0123456789abcdef0' });
  const verdict = plan(fleet(0, { nodes: known(other, renamed, aws) }));
  expect(verdict.nodes).toEqual([]);
  expect(verdict.foreign.map(({ name }) => name)).toEqual([idOf(2), idOf(4)]);
});

test('finds orphans of each class, and tells of what it leaves', () => {
  const lost = { ping: 'ConnectionLost', lastPingAt: NOW - hours(3) };
  const verdict = plan(
    fleet(1, {
      pods: known(pod('web', 1)),
      instances: known(
        instance(1),
        instance(2, lost),
        instance(3),
        instance(4, { ...lost, registeredAt: NOW - minutes(5) }),
        instance(5, lost),
      ),
      machines: known(machine(1), machine(5), machine(6, { power: 'deallocated' }), machine(7)),
      activations: known(
        activation('used', { registrations: 4 }),
        activation('old', { expired: true }),
        activation('good'),
        activation('new', { expired: true, createdAt: NOW }),
      ),
      parts: known(
        part('/free'),
        part('/young', { createdAt: NOW }),
        part('/parts/disk-1'),
        part('/used', { usedBy: '/vm' }),
        part('/ip', { type: 'public-ip', createdAt: null }),
      ),
    }),
  );
  expect(
    verdict.orphans.map(({ id, decision, monthlyCost }) => [id.split('/').at(-1), decision, monthlyCost]),
  ).toEqual([
    [idOf(2), 'remove', 0],
    [idOf(5), 'keep', 0],
    ['used', 'remove', 0],
    ['old', 'remove', 0],
    ['vm-6', 'remove', 0],
    ['vm-7', 'keep', 0.192 * 730],
    ['free', 'remove', 0.15 * 64],
    ['young', 'keep', 0.15 * 64],
    ['ip', 'keep', 0.005 * 730],
  ]);
});

test('a node stands for its fee and its VM', () => {
  expect(only(fleet(1)).monthlyCost).toBeCloseTo(4 * 0.02 * 730 + 0.192 * 730);
  expect(only(fleet(1, { machines: known(machine(1, { size: 'Standard_M416' })) })).monthlyCost).toBeNull();
  expect(only(fleet(1, { machines: known(machine(1, { power: 'deallocated' })) })).monthlyCost).toBeCloseTo(
    58.4,
  );
});
