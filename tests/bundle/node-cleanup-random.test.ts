/**
 * One run over a random fleet against an oracle: nothing that somebody uses or protects goes. The oracle is written from
 * the rules of the documentation over plain records and shares no code with the action.
 */
import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addBudget,
  addPod,
  annotate,
  disconnect,
  grow,
  HOUR,
  isRegistered,
  KEEP,
  label,
  mark,
  MINUTE,
} from '#tests/support/cleanup-fleet.js';
import { type CleanupWorld, startCleanupWorld } from '#tests/support/cleanup-world.js';

let world: CleanupWorld;
afterEach(() => world.close());

interface Pod {
  readonly owner: 'ReplicaSet' | 'DaemonSet' | 'none';
  readonly done: boolean;
  readonly milli: number;
  readonly budget: 'none' | 'allows' | 'forbids';
  readonly unsafe: boolean;
}

interface Machine {
  readonly ageMinutes: number;
  readonly markMinutes: number | null;
  readonly keep: 'label' | 'annotation' | 'autoscaler' | 'no';
  readonly silent: boolean;
  readonly offline: boolean;
  readonly power: 'running' | 'deallocated';
  readonly pods: readonly Pod[];
}

const aPod: fc.Arbitrary<Pod> = fc.record({
  owner: fc.constantFrom('ReplicaSet', 'ReplicaSet', 'DaemonSet', 'none'),
  done: fc.boolean(),
  milli: fc.integer({ min: 10, max: 900 }),
  budget: fc.constantFrom('none', 'allows', 'forbids'),
  unsafe: fc.boolean(),
});
const aMachine: fc.Arbitrary<Machine> = fc.record({
  ageMinutes: fc.integer({ min: 5, max: 300 }),
  markMinutes: fc.option(fc.integer({ min: 5, max: 300 }), { freq: 4 }),
  keep: fc.constantFrom('no', 'no', 'no', 'no', 'label', 'annotation', 'autoscaler'),
  silent: fc.nat(5).map((number) => number === 0),
  offline: fc.boolean(),
  power: fc.constantFrom('running', 'running', 'deallocated'),
  pods: fc.array(aPod, { maxLength: 2 }),
});

const GRACE = 62;
const IDLE_FOR = 122;
/** Of 4 CPUs. */
const UNDERUSED_MILLI = 800;

/** Why a node must stay; empty when it may go. */
function mustStay(of: Machine): string {
  if (of.keep !== 'no') return 'protected';
  if (of.ageMinutes < GRACE) return 'young';
  if (of.silent) return of.offline || of.power === 'deallocated' ? '' : 'not proven dead';
  const work = of.pods.filter(({ owner, done }) => owner !== 'DaemonSet' && !done);
  if (work.reduce((sum, { milli }) => sum + milli, 0) >= UNDERUSED_MILLI) return 'busy';
  const held = work.find(({ owner, unsafe, budget }) => owner === 'none' || unsafe || budget === 'forbids');
  if (held !== undefined) return 'has a pod that may not be moved';
  return of.markMinutes === null || of.markMinutes < IDLE_FOR ? 'not idle for long enough' : '';
}

function build(of: Machine, number: number): string {
  const name = world.addNode(number);
  grow(world, name, of.ageMinutes * MINUTE);
  if (of.markMinutes !== null) mark(world, name, of.markMinutes * MINUTE);
  if (of.keep === 'label') label(world, name, { [KEEP]: 'true' });
  if (of.keep === 'annotation') annotate(world, name, { [KEEP]: 'true' });
  if (of.keep === 'autoscaler') annotate(world, name, { 'karpenter.sh/do-not-disrupt': 'true' });
  for (const [index, { owner, done, milli, budget, unsafe }] of of.pods.entries()) {
    const pod = `p-${number}-${index}`;
    addPod(world, name, pod, {
      cpu: `${milli}m`,
      owner: owner === 'none' ? null : owner,
      ...(done && { phase: 'Succeeded' }),
      ...(unsafe && { annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false' } }),
    });
    if (budget !== 'none') addBudget(world, pod, pod, { maxUnavailable: budget === 'allows' ? '100%' : 0 });
  }
  if (of.offline) disconnect(world, name, 2 * HOUR);
  if (of.silent) world.silence(name);
  world.setPower(`hybrid-general-${number}`, of.power);
  return name;
}

/** Fixed, so that a failure can be repeated. */
const SEED = 20261123;
const COUNT = 120;

test('a run over a random fleet removes all that may go and nothing that may not', async () => {
  world = await startCleanupWorld({ clouds: { retryAfter: 0 } });
  const machines = fc.sample(aMachine, { numRuns: COUNT, seed: SEED });
  const names = machines.map((of, index) => build(of, index));
  const limits = { 'max-nodes': '1000', 'max-silent-percent': '100', 'dead-after': '30m' };
  const run = await world.run(
    {
      ...{ mode: 'act', remove: 'empty, underused, dead', concurrency: '20' },
      ...{ grace: `${GRACE}m`, 'idle-for': `${IDLE_FOR}m`, 'underused-percent': '20', issue: 'false' },
      ...limits,
    },
    { timeoutMs: 150_000 },
  );
  const told = new Map(run.document.nodes.map((row) => [row.name, row]));
  const wrong = machines.flatMap((of, index) => {
    const name = names[index] ?? '';
    const why = mustStay(of);
    const isGone = world.nodeOf(name) === undefined;
    const whole = isGone || (isRegistered(world, name) && hasMachine(index));
    if (isGone === (why === '') && whole) return [];
    const { class: is, because, outcome } = told.get(name) ?? {};
    return [{ of, why, isGone, whole, is, because, outcome }];
  });
  expect(wrong).toEqual([]);
  const going = machines.filter((of) => mustStay(of) === '').length;
  // The fleet is one that tells something.
  expect([going > 10, machines.length - going > 30]).toEqual([true, true]);
  expect([run.codes, run.result.outputs['removed']]).toEqual([[], String(going)]);
}, 170_000);

function hasMachine(number: number): boolean {
  return world.azure('azurerm_linux_virtual_machine').includes(`hybrid-general-${number}`);
}
