import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { batchesOf, MAX_MATRIX_JOBS, mostStacks, STACKS_PER_JOB } from '#lib/terraform/batches.js';

const MAX_STACKS = mostStacks(MAX_MATRIX_JOBS);

const stacks = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `s${index}`,
    directory: `infra/s${index}`,
    slug: `infra-s${index}`,
  }));

describe('batches of stacks', () => {
  test('up to the jobs of a matrix each stack has its own, with its own name', () => {
    expect(batchesOf([])).toEqual([]);
    for (const count of [1, 256]) {
      const all = stacks(count);
      expect(batchesOf(all)).toEqual(
        all.map((stack) => ({ name: stack.name, slug: stack.slug, stacks: [stack] })),
      );
    }
  });

  test('one more than jobs shares one of them', () => {
    const batches = batchesOf(stacks(257));
    expect(batches).toHaveLength(256);
    expect(batches.filter((batch) => batch.stacks.length === 2)).toHaveLength(1);
    expect(batches.find((batch) => batch.stacks.length === 2)?.name).toMatch(/^s\d+ and 1 more$/);
  });

  test('the most there can be fills every job', () => {
    expect(new Set(batchesOf(stacks(MAX_STACKS)).map((batch) => batch.stacks.length))).toEqual(new Set([4]));
  });

  test('every stack is in exactly one batch, in order, and no batch is too large or much larger', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_MATRIX_JOBS }), fc.nat(MAX_STACKS), (jobs, any) => {
        const count = Math.min(any, mostStacks(jobs));
        const all = stacks(count);
        const batches = batchesOf(all, jobs);
        expect(batches.flatMap((batch) => batch.stacks)).toEqual(all);
        const sizes = batches.map((batch) => batch.stacks.length);
        expect(batches.length).toBe(Math.min(count, jobs));
        expect(sizes.every((size) => size >= 1 && size <= STACKS_PER_JOB)).toBe(true);
        if (count > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(new Set(batches.map((batch) => batch.slug)).size).toBe(batches.length);
      }),
      { numRuns: 60 },
    );
  });
});
