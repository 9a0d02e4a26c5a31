import { describe, expect, test } from '@jest/globals';
import { followSuiteOutput, parseAction } from '#lib/connectivity/suite-output.js';
import { createPlacing, type SuitePod } from '#lib/connectivity/suite-places.js';
import { patternOf, planBatches, refusedArgument } from '#lib/connectivity/suite-plan.js';
import { checkStatus, judgeVersions } from '#lib/connectivity/suite-preflight.js';
import type { BatchRun } from '#lib/connectivity/suite-run.js';
import { judgeSuite } from '#lib/connectivity/suite-verdict.js';
import type { ProbeNode } from '#lib/connectivity/types.js';

const AWS: ProbeNode = { name: 'ip-10-40-0-10', cloud: 'aws', zone: 'a', ip: '10.40.0.10' };
const AZURE: ProbeNode = { name: 'mi-1', cloud: 'azure', zone: '', ip: '10.80.0.4' };
const pod = (role: string, node: ProbeNode, ip: string): SuitePod => ({
  name: `ns-1/${role}-x`,
  role,
  ip,
  node,
});
const PODS = [
  pod('client', AWS, '10.41.0.4'),
  pod('client3', AZURE, '10.112.0.4'),
  pod('echo-same-node', AWS, '10.41.0.5'),
  pod('echo-other-node', AZURE, '10.112.0.5'),
];
const OUT =
  'no-policies/pod-to-pod:curl-0: ns-1/client-x (10.41.0.4) -> ns-1/echo-other-node-x (10.112.0.5:8080)';
const BACK =
  'no-policies/pod-to-pod:curl-1: ns-1/client3-x (10.112.0.4) -> ns-1/echo-same-node-x (10.41.0.5:8080)';

function lines(...texts: readonly string[]) {
  const follow = followSuiteOutput();
  for (const text of texts) follow.line(text);
  return follow.result();
}

function run(printed: readonly string[], given: Partial<BatchRun> = {}): BatchRun {
  const batch = { number: 1, patterns: ['^no-policies/'], excluded: [] };
  const passed = {
    name: 'no-policies',
    outcome: 'passed',
    seconds: 1,
    failedActions: [],
    message: '',
  } as const;
  const output = lines(
    '[=] [ns-1] Test [no-policies] [1/9]',
    ...printed.map((one) => `.  [.] Action [${one}]`),
  );
  return { batch, attempt: 1, cases: [passed], skipped: 0, output, lost: undefined, seconds: 1, ...given };
}

function judge(runs: readonly BatchRun[], pods: readonly SuitePod[] = PODS) {
  const planned = [{ number: 1, patterns: ['^no-policies/'], excluded: [] }];
  return judgeSuite({ planned, runs, pods, nodes: [AWS, AZURE], allowFlaky: false });
}

const outcomes = (runs: readonly BatchRun[], pods?: readonly SuitePod[]) =>
  judge(runs, pods).checks.map(({ kind, outcome }) => `${kind} ${outcome}`);

const GREEN = [
  'suite no-policies passed',
  'suite no-policies passed',
  'suite-pairs passed',
  'suite-pairs passed',
];

describe('what the runs prove', () => {
  test('is everything when both ways were gone', () => {
    expect(outcomes([run([OUT, BACK])])).toEqual(GREEN);
  });

  test('is not the way back when nothing went there', () => {
    expect(outcomes([run([OUT])])).toEqual([GREEN[0], 'suite-pairs passed', 'suite-pairs unknown']);
  });

  test('is nothing of pairs when the suite went over to a single node, or pods are not known any more', () => {
    const single = 'ℹ️  Single-node environment detected, enabling single-node connectivity test';
    const output = lines(single, `[.] Action [${OUT}]`, `[.] Action [${BACK}]`);
    expect(outcomes([run([], { output })]).slice(2)).toEqual(['suite-pairs failed', 'suite-pairs failed']);
    expect(outcomes([run([OUT, BACK])], []).slice(2)).toEqual(['suite-pairs unknown', 'suite-pairs unknown']);
  });

  test('is a failure when a failed test names no action, or one that cannot be read', () => {
    for (const failedActions of [[], [{ action: 'no action at all', message: '' }]]) {
      const failed = {
        name: 'no-policies',
        outcome: 'failed',
        seconds: 1,
        failedActions,
        message: 'm',
      } as const;
      expect(outcomes([run([OUT, BACK], { cases: [failed] })])).toContain('suite no-policies failed');
    }
  });

  test('stays a failure when the second run gives nothing', () => {
    const failedActions = [{ action: OUT, message: 'exit code 28' }];
    const failed = {
      name: 'no-policies',
      outcome: 'failed',
      seconds: 1,
      failedActions,
      message: '',
    } as const;
    const again = run([], { attempt: 2, cases: [], lost: 'the CLI wrote no JUnit file' });
    const { checks } = judge([run([OUT, BACK], { cases: [failed] }), again]);
    expect(checks.map(({ outcome }) => outcome)).toEqual(['failed', 'passed', 'unknown', 'passed', 'passed']);
    expect(checks[2]?.detail).toBe('run 2 gave no result: the CLI wrote no JUnit file');
  });

  test('of a batch that was not begun is unknown', () => {
    expect(outcomes([])).toEqual(['suite-batch unknown', 'suite-pairs unknown', 'suite-pairs unknown']);
  });
});

describe('the output', () => {
  test('is read with time stamps, dots and messages', () => {
    const output = lines(
      '[2026-11-23T00:00:00Z] [=] Test [no-policies] [1/2]',
      `..  [.] Action [${OUT}]`,
      '  ❌ command "curl" failed: exit code 28',
      '  ❌ another line',
    );
    expect(output.actions).toHaveLength(1);
    expect(output.messages.get(OUT)).toBe('command "curl" failed: exit code 28');
    expect(output.begun).toEqual(['no-policies']);
  });

  test.each([
    ['fd00::2', 't/s:n: ns/a (fd00::1) -> ns/b (fd00::2:8080)'],
    ['fd00::2', 't/s:n: ns/a (fd00::1) -> ns/b ([fd00::2]:8080)'],
    ['one.one.one.one', 't/s:n: ns/a (10.0.0.1) -> one.one.one.one-http (one.one.one.one:80)'],
  ])('gives the address %s', (address, text) => {
    expect(parseAction(text)?.peers?.target.address).toBe(address);
  });

  test('knows actions without peers, and what is none', () => {
    expect(parseAction('t/s:n')).toMatchObject({ test: 't', scenario: 's', name: 'n', peers: undefined });
    expect(parseAction('1 tests failed')).toBeUndefined();
  });
});

test('peers are placed by pods, services, nodes and addresses', () => {
  const place = createPlacing(PODS, [AWS, AZURE]);
  const cloudOf = (name: string, address: string) => place({ name, address }).cloud;
  expect(cloudOf('ns-1/client-x', '')).toBe('aws');
  expect(cloudOf('ns-1/echo-other-node', 'echo-other-node.ns-1')).toBe('azure');
  expect(cloudOf('mi-1', '10.80.0.4')).toBe('azure');
  expect(cloudOf('', '10.40.0.10')).toBe('aws');
  expect(cloudOf('kubernetes', '10.100.0.1')).toBe('cluster');
  expect(cloudOf('one.one.one.one-http', 'one.one.one.one')).toBe('external');
});

test('batches take patterns in order, and leave out the same', () => {
  expect(planBatches(['a', '!x', 'b', 'c'], 2)).toEqual([
    { number: 1, patterns: ['a', 'b'], excluded: ['x'] },
    { number: 2, patterns: ['c'], excluded: ['x'] },
  ]);
  expect(patternOf('a.b+c')).toBe('^a\\.b\\+c/');
  expect(new RegExp(patternOf('no-policies')).test('no-policies-extra/pod-to-pod')).toBe(false);
});

test.each(['--test=x', '--timeout=0', '--junit-file=x', '-v', 'x', '--retry', '--curl-image', '--cleanup'])(
  'the argument %s is not passed on',
  (argument) => expect(refusedArgument(argument)).toBeDefined(),
);

test('versions are judged where they are known', () => {
  expect(judgeVersions('v0.19.7', '1.17.0')).toBeUndefined();
  expect(() => judgeVersions('v0.19.7', '1.16.9')).toThrow(/from 1.17.0 on/);
  expect(judgeVersions('v0.18.3', '1.16.9')).toContain('whether');
  expect(judgeVersions('v0.19.7', undefined)).toContain('image');
});

describe('cilium status', () => {
  const status = (exitCode: number, stdout: string) => {
    const result = { exitCode, stdout, stderr: 'Error: x', interrupted: false, milliseconds: 1 };
    return checkStatus(
      { program: 'cilium', cwd: '/', env: {}, runProcess: () => Promise.resolve(result) },
      [],
    );
  };
  const agent = (errors: unknown) =>
    JSON.stringify({ errors: { cilium: { 'cilium-x': { Errors: errors, Disabled: false } } } });

  test('is good with no errors alone', async () => {
    await expect(status(0, agent(null))).resolves.toBeUndefined();
    await expect(
      status(0, JSON.stringify({ errors: null, collection_errors: null })),
    ).resolves.toBeUndefined();
  });

  test.each([
    ['an exit code', 1, agent(null)],
    ['errors of an agent', 0, agent([{}])],
    ['what was not collected', 0, JSON.stringify({ collection_errors: ['no DaemonSet'] })],
    ['no JSON', 0, 'connection refused'],
  ])('is not with %s', async (_what, exitCode, stdout) => {
    await expect(status(exitCode, stdout)).rejects.toThrow(/cilium status ended with/);
  });
});
