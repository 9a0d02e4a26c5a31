import { expect, test } from '@jest/globals';
import { classifyStack, unappliedChanges, type AskedPlan } from '#lib/terraform/drift-classes.js';
import type { DriftedObject } from '#lib/terraform/drift.js';
import { fixtureModel } from './plan-fixtures.ts';

const KINDS = fixtureModel('kinds');
const EMPTY: AskedPlan = { changes: [], outputs: [], deferred: [], actionInvocations: [] };
const DRIFT: readonly DriftedObject[] = [
  {
    address: 'a.b',
    module: '',
    type: 'a',
    deposed: null,
    kind: 'delete',
    attributes: [],
    relevant: null,
    identity: {},
  },
];

test('without drift everything that is planned is not applied yet', () => {
  const found = unappliedChanges(KINDS, null);
  expect(found.changes).toEqual(KINDS.changes);
  expect(found.outputs).toHaveLength(KINDS.outputs.length);
  expect(classifyStack([], found)).toBe('unapplied');
  expect(classifyStack(DRIFT, found)).toBe('both');
});

test('with drift only what both plans show: not what undoes it, nor what somebody did by hand already', () => {
  const [first, second, third] = KINDS.changes;
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few changes');
  const refreshed = { ...EMPTY, changes: [first, second] };
  const found = unappliedChanges(refreshed, { ...EMPTY, changes: [second, third], outputs: KINDS.outputs });
  expect(found).toEqual({ changes: [second], outputs: [], others: [] });
  expect(classifyStack(DRIFT, unappliedChanges(refreshed, EMPTY))).toBe('drifted');
});

test('data that only a check reads is planned in every run, and is no change', () => {
  const [row] = KINDS.changes;
  if (row === undefined) throw new Error('no change');
  const reads = {
    ...EMPTY,
    changes: [{ ...row, kind: 'read' as const, reason: 'read_because_check_nested' }],
  };
  expect(classifyStack([], unappliedChanges(reads, null))).toBe('clean');
});
