/** Every way in which Cilium's suite is green without having proven anything, refused through the committed bundle. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { addFleetPod } from '#simulator/world/kube-fleet.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { type SimulatedSuite, startSimulatedSuite } from '#tests/support/simulated-suite.js';

let suite: SimulatedSuite | undefined;
afterEach(async () => {
  await suite?.close();
  suite = undefined;
});

const ONE = { tests: '^no-policies/', 'minimum-tests': '1' };

describe('refused before anything is made', () => {
  test.each([
    ['Cilium on Azure nodes alone', { everywhere: false }, 'EHA1820'],
    ['no node in Azure', { azureNodes: 0 }, 'EHA1820'],
    [
      'one agent, which makes the suite go over to single nodes',
      { azureNodes: 1, everywhere: false },
      'EHA1820',
    ],
  ])('%s', async (_what, options, code) => {
    suite = await startSimulatedSuite(options);
    const { result, document } = await suite.run(ONE);
    expect([document.verdict, document.counts.passed, result.exitCode]).toEqual(['unknown', 0, 1]);
    const [error] = result.annotations.filter(({ level }) => level === 'error');
    expect(error?.title).toContain(code);
    expect(error?.message).toContain('mode: probe');
    expect(suite.releases.requests).toEqual([]);
    expect(suite.leftovers()).toEqual([]);
  });

  test('a version of Cilium that the CLI does not support', async () => {
    suite = await startSimulatedSuite({
      prepare: ({ cluster }) => {
        const set = cluster.store.get(builtIn('daemonsets'), 'kube-system', 'cilium');
        if (set === undefined) throw new Error('no DaemonSet');
        const containers = [{ name: 'cilium-agent', image: 'quay.io/cilium/cilium:v1.16.4' }];
        cluster.store.put(builtIn('daemonsets'), { ...set, spec: { template: { spec: { containers } } } });
      },
    });
    const { result } = await suite.run(ONE);
    expect(result.exitCode).toBe(1);
    expect(result.annotations.map(({ title }) => title).join()).toContain('EHA1822');
  });

  test('another archive than the one that was pinned', async () => {
    suite = await startSimulatedSuite();
    const { result, document } = await suite.run({ ...ONE, 'cilium-cli-sha256': 'f'.repeat(64) });
    expect([document.verdict, result.exitCode]).toEqual(['unknown', 1]);
    expect(result.annotations.map(({ title }) => title).join()).toContain('does not have the given SHA-256');
    expect(suite.leftovers()).toEqual([]);
  });

  test.each([
    ['cilium-cli-arguments', '--exit-zero-on-failure=true'],
    ['cilium-cli-arguments', '--node-selector=a=b'],
    ['cilium-cli-arguments', '--single-node'],
    ['tests', '!^no-policies/'],
    ['tests', '^no-policies/ --cleanup'],
    ['cilium-cli-version', 'latest'],
  ])('the input %s as %s', async (name, value) => {
    suite = await startSimulatedSuite();
    await expect(suite.run({ [name]: value })).rejects.toThrow(/EHA1001/);
    expect(suite.releases.requests).toEqual([]);
  });
});

test('an older CLI runs, and that nobody knows whether it fits is told', async () => {
  suite = await startSimulatedSuite();
  const { document } = await suite.run({ ...ONE, 'cilium-cli-version': '0.18.9' });
  expect(document.suite?.cli.version).toBe('v0.18.9');
  expect(document.notChecked.join()).toContain('whether cilium-cli v0.18.9 supports Cilium 1.18.3');
  expect(document.verdict).toBe('passed');
});

describe('not proven', () => {
  test('when everything was skipped, which the CLI ends with 0', async () => {
    suite = await startSimulatedSuite();
    const { result, document } = await suite.run({ ...ONE, tests: '^no-such-test/' });
    expect([document.verdict, result.exitCode]).toEqual(['unknown', 1]);
    expect(document.suite?.tests).toEqual([]);
    expect(document.checks.map(({ kind, outcome }) => `${kind} ${outcome}`)).toContain('suite-batch unknown');
    expect(result.annotations.map(({ title }) => title).join()).toContain('EHA1826');
  });

  test('when one of the patterns matches nothing that runs', async () => {
    suite = await startSimulatedSuite();
    const tests = '^no-policies/,^to-fqdns/,!/pod-to-host';
    const { document } = await suite.run({ ...ONE, tests, 'batch-size': '2' });
    expect(document.verdict).toBe('unknown');
    expect(document.checks.filter(({ outcome }) => outcome === 'unknown')).toMatchObject([
      { kind: 'suite-batch', target: { name: '^to-fqdns/' } },
    ]);
    expect(document.checks.some(({ action }) => action?.startsWith('pod-to-host'))).toBe(false);
  });

  test('when a test that ran had no action in it', async () => {
    suite = await startSimulatedSuite();
    const { document } = await suite.run({ ...ONE, tests: '^check-log-errors/' });
    expect(document.verdict).toBe('unknown');
    expect(document.checks.filter(({ outcome }) => outcome === 'passed')).toEqual([]);
  });

  test('when fewer tests ran than the minimum', async () => {
    suite = await startSimulatedSuite();
    const { result, document } = await suite.run({ ...ONE, 'minimum-tests': '2' });
    expect([document.verdict, result.exitCode]).toEqual(['unknown', 1]);
    const [error] = result.annotations.filter(({ level }) => level === 'error');
    expect(error?.message).toContain('Only 1 of at least 2 tests ran');
  });

  test('when a batch does not end, and the results of the others are kept', async () => {
    suite = await startSimulatedSuite({ instructions: { hang: ['cluster-entity'] } });
    const tests = '^cluster-entity/,^no-policies/';
    const { result, document } = await suite.run({ ...ONE, tests, 'batch-timeout': '10s' });
    expect([document.verdict, result.exitCode]).toEqual(['unknown', 1]);
    expect(document.suite?.tests.map(({ name, actions }) => [name, actions > 10])).toEqual([
      ['no-policies', true],
    ]);
    const lost = document.checks.filter(({ outcome }) => outcome === 'unknown');
    expect(lost).toMatchObject([{ kind: 'suite-batch', target: { name: '^cluster-entity/' } }]);
    expect(lost[0]?.detail).toContain('in place of results');
    expect(result.summary).toContain('**Runs without results:**');
    expect(suite.leftovers()).toEqual([]);
  });

  test('when the CLI dies without a report', async () => {
    suite = await startSimulatedSuite({ instructions: { crash: ['no-policies'] } });
    const { document, result } = await suite.run(ONE);
    expect([document.verdict, result.exitCode]).toEqual(['unknown', 1]);
    expect(document.checks.find(({ kind }) => kind === 'suite-batch')?.detail).toContain(
      'wrote no JUnit file',
    );
  });
});

test('pairs that were not in two clouds fail, however green the suite is', async () => {
  suite = await startSimulatedSuite({
    awsNodes: 3,
    azureNodes: 1,
    instructions: { ignoreNodeSelector: ['all'] },
    prepare: ({ cluster, azure }) => {
      // The node in Azure is full: the scheduler takes those in AWS first.
      for (let index = 0; index < 40; index += 1)
        addFleetPod(cluster, { name: `busy-${index}`, node: azure[0] ?? '' });
    },
  });
  const { result, document } = await suite.run(ONE);
  expect([document.verdict, result.exitCode]).toEqual(['failed', 1]);
  const proofs = document.checks.filter(({ kind }) => kind === 'suite-pairs');
  expect(proofs.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
  expect(proofs[0]?.detail).toContain('are both in AWS');
  expect(
    document.checks.filter(({ kind }) => kind !== 'suite-pairs').map(({ outcome }) => outcome),
  ).not.toContain('failed');
});
