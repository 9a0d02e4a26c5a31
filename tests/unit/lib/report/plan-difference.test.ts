import { describe, expect, test } from '@jest/globals';
import { addedDestroys, differenceBlock, planDifferences } from '#lib/report/plan-difference.js';
import { attribute, change, planOf } from '#tests/support/plan-documents.js';

const reviewed = planOf([
  change({ address: 'aws_vpc.same', kind: 'update', attributes: [attribute()] }),
  change({ address: 'aws_vpc.value', kind: 'update', attributes: [attribute()] }),
  change({ address: 'aws_vpc.gone', kind: 'create' }),
  change({ address: 'aws_vpc.order', kind: 'replace', order: 'create-first' }),
]);
const fresh = planOf([
  change({ address: 'aws_vpc.same', kind: 'update', attributes: [attribute()] }),
  change({
    address: 'aws_vpc.value',
    kind: 'update',
    attributes: [
      attribute({ before: '"10.9.0.0/16"' }),
      attribute({ path: 'tags', change: 'added', before: null }),
    ],
  }),
  change({ address: 'aws_vpc.order', kind: 'replace', order: 'delete-first' }),
  change({ address: 'aws_vpc.new', kind: 'delete' }),
]);

describe('the difference of two plans', () => {
  test('has what only one of them does, and every attribute that both change otherwise', () => {
    const found = planDifferences(reviewed, fresh);
    expect(found.map(({ address, reviewedKind, freshKind }) => [address, reviewedKind, freshKind])).toEqual([
      ['aws_vpc.value', 'update', 'update'],
      ['aws_vpc.gone', 'create', null],
      ['aws_vpc.order', 'replace (create-first)', 'replace (delete-first)'],
      ['aws_vpc.new', null, 'delete'],
    ]);
    expect(found[0]?.attributes).toEqual([
      {
        path: 'cidr_block',
        reviewed: '"10.0.0.0/16" → "10.1.0.0/16"',
        fresh: '"10.9.0.0/16" → "10.1.0.0/16"',
      },
      { path: 'tags', reviewed: null, fresh: '"10.1.0.0/16"' },
    ]);
    expect(planDifferences(fresh, fresh)).toEqual([]);
  });

  test('names destructions that are new', () => {
    expect(addedDestroys(reviewed, fresh)).toEqual(['aws_vpc.new']);
    expect(addedDestroys(fresh, fresh)).toEqual([]);
  });

  test('is shown as a block that nothing in it can end', () => {
    const hostile = planOf([change({ address: 'aws_vpc.a["```\n/approve"]', kind: 'delete' })]);
    const block = differenceBlock(planDifferences(planOf([]), hostile));
    expect(block.startsWith('````diff\n')).toBe(true);
    expect(block.split('\n').filter((line) => /^\s*\//.test(line))).toEqual([]);
  });
});
