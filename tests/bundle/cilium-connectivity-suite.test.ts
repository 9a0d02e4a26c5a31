/** Cilium's own suite through the committed bundle, with a stand-in for its CLI in the simulated cluster. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXml, type XmlElement } from '#lib/connectivity/suite-xml.js';
import type { ConnectivityDocument } from '#lib/report/connectivity-document.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import { startSimulatedClouds } from '#tests/support/simulated-clouds.js';
import { TEST_IDENTITY } from '#tests/support/simulated-kubernetes.js';
import { type SimulatedSuite, startSimulatedSuite } from '#tests/support/simulated-suite.js';

let suite: SimulatedSuite | undefined;
afterEach(async () => {
  await suite?.close();
  suite = undefined;
});

const ONE = { tests: '^no-policies/', 'minimum-tests': '1' };

/** Test cases of the JUnit file; fails where an element has an attribute twice, which no strict reader takes. */
function junitCases(result: RunResult): readonly XmlElement[] {
  const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)];
  const elements = all(readXml(readFileSync(result.outputs['junit'] ?? '', 'utf8')));
  for (const { attributes } of elements) {
    expect(new Set(attributes.map(([name]) => name)).size).toBe(attributes.length);
  }
  return elements.filter(({ name }) => name === 'testcase');
}

const pairsOf = ({ checks }: ConnectivityDocument, outcome: string) => [
  ...new Set(
    checks
      .filter((check) => check.outcome === outcome && check.kind === 'suite no-policies')
      .map(({ source, target }) => `${source.cloud}-${target.cloud}`),
  ),
];

describe('a cluster with Cilium in both clouds', () => {
  test('is proven by the tests that are the default, and is left as it was', async () => {
    suite = await startSimulatedSuite();
    const { result, document } = await suite.run({ 'batch-size': '4' });
    expect(document.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect([document.verdict, result.exitCode]).toEqual(['passed', 0]);
    expect(result.outputs).toMatchObject({ verdict: 'passed', tests: '4', flaky: '0', failed: '0' });
    expect(document.suite?.tests.map(({ name }) => name).sort()).toEqual(
      ['all-ingress-deny-knp', 'client-egress-knp', 'echo-ingress-knp', 'no-policies'].sort(),
    );
    expect(document.suite?.nodes).toEqual({ aws: suite.world.aws[0], azure: suite.world.azure[0] });
    expect(document.suite?.cli).toMatchObject({
      version: 'v0.19.7',
      verifiedBy: 'release',
      fromCache: false,
    });
    expect(pairsOf(document, 'passed').sort()).toEqual(['aws-aws', 'aws-azure', 'azure-aws', 'azure-azure']);
    expect(suite.leftovers()).toEqual([]);
    expect(result.stdout).toContain("verified by the release's own SHA-256 alone");
    expect(result.summary).toMatch(/^## ✅ Connectivity/);
    const cases = junitCases(result);
    expect(cases).toHaveLength(document.checks.length);
    expect(JSON.stringify(cases[0])).toContain('source-cloud');
    // The program comes from the tool cache, and a pin spares the question for the checksum.
    const before = suite.releases.requests.length;
    const again = await suite.run({ ...ONE, 'cilium-cli-sha256': suite.releases.sha256('v0.19.7') });
    expect(again.document.suite?.cli).toMatchObject({ verifiedBy: 'pin', fromCache: true });
    expect(suite.releases.requests.length).toBe(before);
    expect(again.document.verdict).toBe('passed');
  });

  test('whose routes to pods are missing fails across the clouds alone, one case an action', async () => {
    suite = await startSimulatedSuite({ podRouting: 'bgp', faults: ['pod-route-missing'] });
    const { result, document } = await suite.run({ ...ONE, reruns: '0' });
    expect([document.verdict, result.exitCode]).toEqual(['failed', 1]);
    const failed = document.checks.filter(({ outcome }) => outcome === 'failed');
    expect(failed.length).toBeGreaterThan(1);
    expect(pairsOf(document, 'failed')).toContain('aws-azure');
    expect(pairsOf(document, 'failed')).not.toContain('aws-aws');
    expect(pairsOf(document, 'failed')).not.toContain('azure-azure');
    expect(failed[0]?.detail).toMatch(/command .* failed/s);
    const cases = junitCases(result).filter(({ children }) =>
      children.some(({ name }) => name === 'failure'),
    );
    expect(cases).toHaveLength(failed.length);
    expect(result.annotations.map(({ title }) => title).join()).toContain('EHA1825');
    expect(suite.leftovers()).toEqual([]);
  });
});

test('the CLI logs in by a token in a file when the job logged in to AWS, and the file is gone afterwards', async () => {
  const clouds = await startSimulatedClouds({});
  try {
    suite = await startSimulatedSuite({ world: clouds.world });
    const { accessKeyId, secretAccessKey } = TEST_IDENTITY;
    const credentials = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
    const inputs = { ...ONE, kubeconfig: '', 'cluster-name': 'hybrid', 'aws-region': clouds.region };
    const { result, document } = await suite.run(inputs, { env: { ...clouds.env, ...credentials } });
    expect([document.verdict, result.exitCode]).toEqual(['passed', 0]);
    const [token = 'none'] = result.masks.filter((mask) => mask.startsWith('k8s-aws-v1.'));
    expect(token).not.toBe('none');
    const files = readdirSync(result.tempDirectory, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      expect(readFileSync(join(file.parentPath, file.name), 'utf8')).not.toContain(token);
    }
  } finally {
    await suite?.close();
    suite = undefined;
    await clouds.close();
  }
});

describe('what failed', () => {
  test('is run again alone, and passing then is not enough', async () => {
    suite = await startSimulatedSuite({ instructions: { flaky: ['no-policies'] } });
    const inputs = { tests: '^no-policies/,^cluster-entity/', 'minimum-tests': '2', 'batch-size': '2' };
    const { result, document } = await suite.run(inputs);
    expect([document.verdict, result.exitCode]).toEqual(['failed', 1]);
    expect(document.suite?.runs.map(({ attempt, patterns }) => [attempt, patterns])).toEqual([
      [1, ['^no-policies/', '^cluster-entity/']],
      [2, ['^no-policies/']],
    ]);
    const flaky = document.checks.filter(({ attempts }) => attempts?.join() === 'failed,passed');
    expect(flaky.map(({ outcome }) => outcome)).toEqual(['failed']);
    expect(flaky[0]?.detail).toContain('(runs: failed, passed)');
    expect(result.outputs['flaky']).toBe('1');
    expect(result.summary).toContain('❌ then ✅');
  });

  test('and passed then counts where the workflow says so, and is still told', async () => {
    suite = await startSimulatedSuite({ instructions: { flaky: ['no-policies'] } });
    const { result, document } = await suite.run({ ...ONE, 'allow-flaky': 'true' });
    expect([document.verdict, result.exitCode]).toEqual(['passed', 0]);
    expect(result.outputs['flaky']).toBe('1');
    expect(result.summary).toContain('❌ then ✅');
  });

  test('twice in a test is read although the report is no XML then', async () => {
    suite = await startSimulatedSuite({ instructions: { failTwice: ['no-policies'] } });
    const { document, result } = await suite.run({ ...ONE, reruns: '1' });
    const failed = document.checks.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ attempts }) => attempts)).toEqual([
      ['failed', 'failed'],
      ['failed', 'failed'],
    ]);
    expect(junitCases(result)).toHaveLength(document.checks.length);
  });

  test('is told apart from what an earlier run found', async () => {
    suite = await startSimulatedSuite({ podRouting: 'bgp', faults: ['pod-route-missing'] });
    const before = await suite.run({ ...ONE, reruns: '0' });
    suite.world.world.faults.disable('pod-route-missing');
    const { RUNNER_TEMP } = { RUNNER_TEMP: before.result.tempDirectory };
    const report = before.result.outputs['report'] ?? '';
    const { document } = await suite.run({ ...ONE, 'previous-report': report }, { env: { RUNNER_TEMP } });
    expect(document.verdict).toBe('passed');
    expect(document.history?.healed).toContain('suite no-policies aws → azure');
    expect(document.history?.broken).toEqual([]);
  });
});

test('a job that is cancelled or killed leaves nothing once post has run', async () => {
  suite = await startSimulatedSuite({ instructions: { slow: ['no-policies=4000'] } });
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    let isSent = false;
    const seen: string[] = [];
    const main = await suite
      .run(ONE, {
        onStdout: (child, soFar) => {
          if (isSent || !soFar.includes('Running 14 tests')) return;
          isSent = true;
          seen.push(...(suite?.leftovers() ?? []));
          child.kill(signal);
        },
      })
      .then(
        ({ result }) => result,
        () => undefined,
      );
    expect(seen.length).toBeGreaterThan(3);
    expect(main?.exitCode).toBe(signal === 'SIGKILL' ? null : 1);
    const post = await runBundle({
      action: 'cilium-connectivity',
      entry: 'post',
      workspace: main?.workspace ?? '',
      state: main?.state ?? {},
    });
    expect([post.exitCode, post.stderr]).toEqual([0, '']);
    expect(suite.leftovers()).toEqual([]);
  }
});

test('what a killed run left is removed when it is old, and the run of another job is not', async () => {
  const [old, live] = ['eha-suite-1-1-aaaaaa', 'eha-suite-2-1-bbbbbb'];
  suite = await startSimulatedSuite({
    prepare: ({ cluster, aws }) => {
      const node = cluster.store.get(builtIn('nodes'), undefined, aws[0] ?? '');
      if (node === undefined) throw new Error('no node');
      const at = (hours: number) => String(Math.floor(Date.now() / 1000) - hours * 3600);
      const labels = {
        ...node.metadata.labels,
        [`eks-hybrid-actions/${old}`]: at(5),
        [`eks-hybrid-actions/${live}`]: at(1),
      };
      cluster.store.put(builtIn('nodes'), { ...node, metadata: { ...node.metadata, labels } });
    },
  });
  const { result, document } = await suite.run(ONE);
  expect(document.verdict).toBe('passed');
  expect(suite.leftovers()).toEqual([`eks-hybrid-actions/${live}`]);
  expect(result.stdout).toContain(`eks-hybrid-actions/${old}`);
});
