import { expect, test } from '@jest/globals';
import type { Diagnostic } from '#lib/terraform/diagnostics.js';
import { describeStateLock, findStateLock } from '#lib/terraform/state-lock.js';

const error = (summary: string, detail: string): Diagnostic => ({
  severity: 'error',
  summary,
  detail,
  address: null,
  file: null,
  startLine: null,
  endLine: null,
});

/** From Terraform 1.11.4 with the local backend. */
const DETAIL = `Error message: resource temporarily unavailable
Lock Info:
  ID:        798e4c13-831e-de92-2a96-09ee1f3073bd
  Path:      terraform.tfstate
  Operation: OperationTypePlan
  Who:       root@vm
  Version:   1.11.4
  Created:   2026-11-22 15:12:53.437472512 +0000 UTC
  Info:      


Terraform acquires a state lock to protect the state from being written
by multiple users at the same time.`;

test('reads the holder of a lock', () => {
  const lock = findStateLock([error('Other', ''), error('Error acquiring the state lock', DETAIL)]);
  expect(lock).toEqual({
    id: '798e4c13-831e-de92-2a96-09ee1f3073bd',
    path: 'terraform.tfstate',
    operation: 'OperationTypePlan',
    who: 'root@vm',
    version: '1.11.4',
    created: '2026-11-22 15:12:53.437472512 +0000 UTC',
  });
  expect(lock && describeStateLock(lock)).toBe(
    'The state is locked by root@vm (plan) since 2026-11-22 15:12:53.437472512 +0000 UTC; lock ID 798e4c13-831e-de92-2a96-09ee1f3073bd.',
  );
});

test('says what a backend does not tell', () => {
  const lock = findStateLock([
    error('Error acquiring the state lock', 'Error message: HTTP 423\n  Who:   \n'),
  ]);
  expect(lock).toEqual({ id: null, path: null, operation: null, who: null, version: null, created: null });
  expect(lock && describeStateLock(lock)).toBe(
    'The state is locked by an unknown holder (an unknown operation) since an unknown time; lock ID unknown.',
  );
});

test('is not found in other errors, nor in warnings', () => {
  expect(findStateLock([error('Error releasing the state lock', DETAIL)])).toBeUndefined();
  expect(
    findStateLock([{ ...error('Error acquiring the state lock', DETAIL), severity: 'warning' }]),
  ).toBeUndefined();
});
