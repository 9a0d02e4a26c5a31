/**
 * Random fleets against an oracle: nothing that somebody uses or protects is ever to be removed. The oracle is written
 * from the rules of the documentation over plain records and shares no code with the library.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fleet } from '#lib/cleanup/facts.js';
import { planCleanup } from '#lib/cleanup/plan.js';
import {
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
  pod,
  PRICES,
  SETTINGS,
} from '#tests/support/fleets.js';

interface Sample {
  readonly ageMinutes: number;
  readonly silentMinutes: number | null;
  readonly leaseMinutes: number;
  readonly ping: 'Online' | 'ConnectionLost' | 'none';
  readonly power: 'running' | 'deallocated' | 'none';
  readonly keep: 'label' | 'annotation' | 'autoscaler' | 'no';
  readonly markMinutes: number | null;
  readonly pods: readonly {
    readonly owner: 'ReplicaSet' | 'DaemonSet' | null;
    readonly phase: 'Running' | 'Succeeded';
    readonly cpu: number;
    readonly allowed: number | null;
    readonly unsafe: boolean;
  }[];
}

const aPod = fc.record({
  owner: fc.constantFrom<Sample['pods'][number]['owner']>('ReplicaSet', 'ReplicaSet', 'DaemonSet', null),
  phase: fc.constantFrom<Sample['pods'][number]['phase']>('Running', 'Running', 'Succeeded'),
  cpu: fc.integer({ min: 0, max: 2000 }),
  allowed: fc.option(fc.integer({ min: 0, max: 1 })),
  unsafe: fc.boolean(),
});
const sample: fc.Arbitrary<Sample> = fc.record({
  ageMinutes: fc.integer({ min: 0, max: 200 }),
  silentMinutes: fc.option(fc.integer({ min: 0, max: 200 })),
  leaseMinutes: fc.integer({ min: 0, max: 200 }),
  ping: fc.constantFrom<Sample['ping']>('Online', 'ConnectionLost', 'none'),
  power: fc.constantFrom<Sample['power']>('running', 'deallocated', 'none'),
  keep: fc.constantFrom<Sample['keep']>('no', 'no', 'no', 'label', 'annotation', 'autoscaler'),
  markMinutes: fc.option(fc.integer({ min: -10, max: 200 }), { freq: 4 }),
  pods: fc.array(aPod, { maxLength: 3 }),
});

/** Why this node must stay; empty when it may go. */
function mustStay(of: Sample): string {
  if (of.keep !== 'no') return 'protected';
  if (of.ageMinutes < 30) return 'young';
  if (of.silentMinutes !== null) {
    const quiet = Math.min(of.silentMinutes, of.leaseMinutes) >= 30;
    const second = of.ping !== 'Online' || of.power !== 'running';
    return quiet && second ? '' : 'not proven dead';
  }
  if (of.power === 'none') return 'on a VM that nobody can name';
  const work = of.pods.filter(({ owner, phase }) => owner !== 'DaemonSet' && phase === 'Running');
  if (work.length > 0) {
    if (work.reduce((sum, { cpu }) => sum + cpu, 0) / 4000 >= 0.3) return 'busy';
    if (work.some(({ owner, unsafe, allowed }) => owner === null || unsafe || allowed === 0))
      return 'cannot move';
  }
  return of.markMinutes === null || of.markMinutes < 60 ? 'not idle for long enough' : '';
}

function build(samples: readonly Sample[]): Fleet {
  const all = samples.map((of, index) => ({ of, number: index + 1 }));
  const name = (number: number, index: number) => `p-${number}-${index}`;
  return fleet(0, {
    nodes: known(
      ...all.map(({ of, number }) =>
        node(number, {
          createdAt: NOW - minutes(of.ageMinutes),
          labels: {
            ...node(number).labels,
            ...(of.keep === 'label' ? { 'eks-hybrid-actions.io/keep': 'true' } : {}),
          },
          annotations: {
            ...(of.keep === 'annotation' ? { 'eks-hybrid-actions.io/keep': 'true' } : {}),
            ...(of.keep === 'autoscaler' ? { 'karpenter.sh/do-not-disrupt': 'true' } : {}),
            ...(of.markMinutes === null
              ? {}
              : {
                  'eks-hybrid-actions.io/idle-since': new Date(NOW - minutes(of.markMinutes)).toISOString(),
                }),
          },
          ready:
            of.silentMinutes === null
              ? { status: 'True', since: 0 }
              : { status: 'Unknown', since: NOW - minutes(of.silentMinutes) },
        }),
      ),
    ),
    leases: known(...all.map(({ of, number }) => lease(number, minutes(of.leaseMinutes)))),
    pods: known(
      ...all.flatMap(({ of, number }) =>
        of.pods.map(({ owner, phase, cpu, unsafe }, index) =>
          pod(name(number, index), number, {
            controllerKind: owner,
            phase,
            requests: { cpuMillis: cpu, memoryBytes: 0 },
            annotations: unsafe ? { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false' } : {},
          }),
        ),
      ),
    ),
    budgets: known(
      ...all.flatMap(({ of, number }) =>
        of.pods.flatMap(({ allowed }, index) =>
          allowed === null ? [] : [budget(name(number, index), { disruptionsAllowed: allowed })],
        ),
      ),
    ),
    instances: known(
      ...all.flatMap(({ of, number }) =>
        of.ping === 'none'
          ? []
          : [instance(number, { ping: of.ping, lastPingAt: NOW - (of.ping === 'Online' ? 0 : hours(2)) })],
      ),
    ),
    machines: known(
      ...all.flatMap(({ of, number }) => (of.power === 'none' ? [] : [machine(number, { power: of.power })])),
    ),
  });
}

test('no run removes what the oracle keeps, and without guards it removes all that may go', () => {
  const settings = { ...SETTINGS, maxNodes: 1000, maxSilentPercent: 100 };
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 8 }), (samples) => {
      const { nodes, stops } = planCleanup(build(samples), settings, PRICES, NOW);
      const removed = nodes.filter(({ decision }) => decision === 'remove').map(({ node: of }) => of.name);
      const free = samples.flatMap((of, index) => (mustStay(of) === '' ? [idOf(index + 1)] : []));
      expect(stops).toEqual([]);
      expect(removed).toEqual(free);
    }),
    { numRuns: 2000 },
  );
});

test('a list that is missing stops every removal', () => {
  const lists = fc.constantFrom('leases', 'pods', 'budgets', 'instances', 'machines', 'parts');
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 8 }), lists, (samples, list) => {
      const facts = { ...build(samples), [list]: { known: false, because: 'denied' } };
      const { nodes, orphans, stops } = planCleanup(
        facts,
        { ...SETTINGS, maxSilentPercent: 100 },
        PRICES,
        NOW,
      );
      const removes = nodes.some(({ decision }) => decision === 'remove');
      expect(removes && stops.length === 0).toBe(false);
      if (list === 'machines' || list === 'instances') expect(orphans).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a pool never falls below its minimum, but for what is dead', () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 10 }), fc.integer({ min: 0, max: 6 }), (samples, minNodes) => {
      const { nodes } = planCleanup(build(samples), { ...SETTINGS, minNodes }, PRICES, NOW);
      const ready = nodes.filter(({ node: of }) => of.ready?.status === 'True');
      const left = ready.filter(({ decision }) => decision !== 'remove');
      expect(left.length).toBeGreaterThanOrEqual(Math.min(minNodes, ready.length));
    }),
  );
});
