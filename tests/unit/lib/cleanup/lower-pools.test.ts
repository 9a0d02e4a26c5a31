import { describe, expect, test } from '@jest/globals';
import type { NodeClass } from '#lib/cleanup/settings.js';
import type { Decision } from '#lib/cleanup/plan.js';
import { lowerPools } from '#lib/cleanup/lower-pools.js';
import { node } from '#tests/support/fleets.js';

type Row = readonly [number, Decision, NodeClass?];

/** Nodes of the pool `general` by the number of their VM. */
const general = (...rows: readonly Row[]) =>
  rows.map(([number, decision, of = decision === 'remove' ? 'empty' : 'busy']) => ({
    node: node(number),
    pool: 'general',
    vm: `acme-general-${number}`,
    machine: undefined,
    decision,
    class: of,
  }));

const file = (count: number) => new Map([['general', { count, start: 0, end: 1 }]]);

describe('a pool', () => {
  test('is lowered by the last nodes that are due', () => {
    const { pools, kept } = lowerPools(
      general([0, 'keep'], [1, 'remove'], [2, 'remove', 'dead'], [3, 'remove']),
      file(4),
      0,
    );
    const machines = ['acme-general-3', 'acme-general-2', 'acme-general-1'];
    expect(pools).toEqual([{ pool: 'general', from: 4, to: 1, machines }]);
    expect(kept).toEqual([]);
  });

  test('keeps what is due before one that is busy, and says so', () => {
    const { pools, kept } = lowerPools(general([0, 'remove'], [1, 'keep'], [2, 'remove']), file(3), 0);
    expect(pools).toMatchObject([{ from: 3, to: 2 }]);
    expect(kept).toEqual([
      'One due node of the pool general cannot go: Terraform takes away the last first, and number 1 of general is busy.',
    ]);
  });

  test('keeps its minimum', () => {
    const { pools, kept } = lowerPools(general([0, 'remove'], [1, 'remove']), file(2), 1);
    expect(pools).toMatchObject([{ from: 2, to: 1 }]);
    expect(kept).toEqual([
      'One due node of the pool general cannot go: it keeps its minimum of 1 (min-nodes).',
    ]);
  });

  test('is not lowered past a VM of which nothing is known', () => {
    expect(lowerPools(general([0, 'remove']), file(2), 0)).toEqual({
      pools: [],
      kept: ['One due node of the pool general cannot go: there is no node for number 1 of general.'],
    });
  });

  test('is not lowered when two nodes have the name of its last VM and one is busy', () => {
    expect(lowerPools(general([1, 'remove'], [1, 'keep'], [0, 'keep']), file(2), 0).pools).toEqual([]);
  });

  test('that was lowered already leaves nothing to propose', () => {
    expect(lowerPools(general([0, 'keep'], [1, 'remove']), file(1), 0)).toEqual({ pools: [], kept: [] });
  });

  test('that is not in the file is told', () => {
    expect(lowerPools(general([0, 'remove']), new Map(), 0).kept).toEqual([
      'The pool general is not in the file.',
    ]);
  });

  test('without anything due is left alone', () => {
    expect(lowerPools(general([0, 'keep'], [1, 'mark']), file(2), 0)).toEqual({ pools: [], kept: [] });
  });
});
