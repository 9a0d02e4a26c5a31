import { expect, test } from '@jest/globals';
import { explain } from '#lib/connectivity/causes.js';
import { isPathBroken } from '#lib/connectivity/control-plane.js';
import { readTransferTimes } from '#lib/connectivity/read-output.js';
import type { Check, CheckKind, Cloud, Outcome } from '#lib/connectivity/types.js';

function check(kind: CheckKind, from: Cloud, to: Cloud, outcome: Outcome): Check {
  return {
    kind,
    source: { name: `${from}-1`, cloud: from },
    target: { name: `${to}-2`, cloud: to },
    outcome,
    detail: '',
  };
}

const facts = (checks: readonly Check[]) => ({ checks, routing: 'bgp', latencies: [], sources: [] }) as const;

test('what follows from a cause has its name, and what does not keeps none', () => {
  const checks = [
    check('pod-tcp', 'aws', 'azure', 'failed'),
    check('pod-icmp', 'aws', 'azure', 'failed'),
    check('node-port', 'aws', 'azure', 'passed'),
    check('large-body', 'aws', 'azure', 'failed'),
    check('cluster-ip', 'aws', 'azure', 'failed'),
    check('large-body', 'aws', 'aws', 'failed'),
    check('api-server', 'azure', 'azure', 'failed'),
  ];
  const { checks: explained, causes } = explain(facts(checks));
  const lost = 'missing-pod-route';
  expect(explained.map(({ cause }) => cause)).toEqual([
    ...[lost, lost, undefined, lost, lost],
    ...[undefined, undefined],
  ]);
  expect(causes.map(({ id }) => id)).toEqual([lost]);
});

test('of what nobody saw nothing follows', () => {
  const unknown = [
    check('pod-tcp', 'aws', 'azure', 'unknown'),
    check('node-port', 'aws', 'azure', 'unknown'),
  ];
  expect(explain(facts(unknown)).causes).toEqual([]);
});

test('what the API server says of itself is told from what it says of the way to a kubelet', () => {
  const broken = [
    'error dialing backend: dial tcp 10.80.0.4:10250: i/o timeout',
    'remote error: tls: internal error',
  ];
  const other = [
    'the server has received too many requests',
    'etcdserver: leader changed',
    'Internal error occurred',
  ];
  expect(broken.map(isPathBroken)).toEqual([true, true]);
  expect(other.map(isPathBroken)).toEqual([false, false, false]);
});

test('times of a transfer count only when all of it came back', () => {
  expect(readTransferTimes('\n200 1004 1000 0.010 0.110 0.310', 1000)).toEqual({
    upSeconds: expect.closeTo(0.1),
    downSeconds: expect.closeTo(0.2),
  });
  expect(readTransferTimes('200 1004 999 0.01 0.11 0.31', 1000)).toBeUndefined();
  expect(readTransferTimes('curl: (28) Operation timed out\n000 1004 0 0.01 0.0 45.0', 1000)).toBeUndefined();
});
