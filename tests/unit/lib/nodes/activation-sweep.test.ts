import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Activation, SsmDoor } from '#lib/aws/ssm.js';
import { CLUSTER_TAG, MINT_TAG, RUN_TAG } from '#lib/nodes/activation-marks.js';
import { classify, sweepActivations } from '#lib/nodes/activation-sweep.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const HOUR_MS = 3_600_000;
const CLUSTER = 'arn:aws:eks:eu-central-1:123456789012:cluster/prod';
const OPTIONS = { clusterArn: CLUSTER, orphanAfterMs: 6 * HOUR_MS, dryRun: false, now: NOW };

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const time = fc.integer({ min: -30 * 24, max: 24 }).map((hours) => new Date(NOW + hours * HOUR_MS));
const tags = fc.record(
  {
    [CLUSTER_TAG]: fc.constantFrom(CLUSTER, `${CLUSTER}-2`),
    [MINT_TAG]: fc.constant('mint'),
    [RUN_TAG]: fc.constant('o/r/runs/1/attempts/1'),
  },
  { requiredKeys: [] },
);
const activations: fc.Arbitrary<readonly Activation[]> = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    description: fc.constant(''),
    instanceName: fc.constant(''),
    role: fc.constant('nodes'),
    registrationLimit: fc.constant(3),
    registrations: fc.nat({ max: 3 }),
    expired: fc.boolean(),
    expiresAt: maybe(time),
    createdAt: maybe(time),
    tags: tags,
  }),
  { selector: ({ id }) => id, maxLength: 20 },
);

function doorThat(deleted: string[]): SsmDoor {
  const deleteActivation: SsmDoor['deleteActivation'] = (id) => {
    deleted.push(id);
    return Promise.resolve({ ok: true, value: 'deleted' });
  };
  return { deleteActivation } as SsmDoor;
}

describe('a sweep', () => {
  test('never touches what is not its own, young, or of unknown age', async () => {
    await fc.assert(
      fc.asyncProperty(activations, async (all) => {
        const deleted: string[] = [];
        const swept = await sweepActivations(all, doorThat(deleted), OPTIONS);
        for (const one of all) {
          const isOwn =
            one.tags[CLUSTER_TAG] === CLUSTER &&
            one.tags[MINT_TAG] !== undefined &&
            one.tags[RUN_TAG] !== undefined;
          const isOver = one.expired || (one.expiresAt !== undefined && one.expiresAt.getTime() <= NOW);
          const isOld = one.createdAt !== undefined && one.createdAt.getTime() <= NOW - 6 * HOUR_MS;
          expect(deleted.includes(one.id)).toBe(isOwn && (isOver || isOld));
          expect(swept.some(({ id }) => id === one.id)).toBe(isOwn);
        }
      }),
    );
  });

  test('removes nothing in a dry run, and says what it would', async () => {
    await fc.assert(
      fc.asyncProperty(activations, async (all) => {
        const deleted: string[] = [];
        const wouldBe = await sweepActivations(all, doorThat(deleted), { ...OPTIONS, dryRun: true });
        expect(deleted).toEqual([]);
        const done = await sweepActivations(all, doorThat(deleted), OPTIONS);
        const idsOf = (list: typeof done, result: string) =>
          list.filter((one) => one.result === result).map(({ id }) => id);
        expect(idsOf(wouldBe, 'would-remove')).toEqual(idsOf(done, 'removed'));
      }),
    );
  });

  test('an activation without a date of creation is in nobody’s way before it expires', () => {
    const one = {
      expired: false,
      expiresAt: undefined,
      createdAt: undefined,
      tags: {},
    } as Partial<Activation>;
    expect(classify(one as Activation, OPTIONS)).toBe('age-unknown');
  });
});
