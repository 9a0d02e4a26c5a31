/** How a run of the probes behaves when something around it goes wrong, through the committed bundle. */
import { expect, test } from '@jest/globals';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXml, type XmlElement } from '#lib/connectivity/suite-xml.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { checkIn, checkOnce, leftovers } from '#tests/support/connectivity-runs.js';
import { startSimulatedClouds } from '#tests/support/simulated-clouds.js';
import {
  type SimulatedConnectivity,
  startSimulatedConnectivity,
} from '#tests/support/simulated-connectivity.js';
import { TEST_IDENTITY } from '#tests/support/simulated-kubernetes.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const HOUR_MS = 3_600_000;

test('at the deadline what was seen is kept, the rest is unknown, and nothing is left', async () => {
  const world = await startSimulatedConnectivity();
  try {
    const inputs = { timeout: '10s', parallel: '1', diagnostics: 'false' };
    const { document, result } = await checkIn(world, inputs, {
      onStdout: (_child, soFar) => {
        if (soFar.includes('1 of 4 pods asked')) world.world.faults.enable('exec-hangs');
      },
    });
    expect([document.verdict, result.exitCode, document.counts.failed]).toEqual(['unknown', 1, 0]);
    expect(document.counts.passed).toBeGreaterThan(10);
    const unknown = document.checks.filter(({ outcome }) => outcome === 'unknown');
    expect(unknown.length).toBeGreaterThan(40);
    expect(new Set(unknown.map(({ detail }) => detail))).toEqual(new Set(['not asked before the end']));
    expect(result.annotations.map(({ title }) => title).join()).toContain('EHA1801');
    expect(document.notChecked.join()).toContain('Ended early: The time was over');
    expect(leftovers(world)).toEqual([]);
  } finally {
    await world.close();
  }
});

/** What a run that was killed leaves: its namespace with the label, and the webhook configuration. */
function leave({ cluster }: SimulatedConnectivity, name: string, ageMs: number): void {
  const labels = { 'eks-hybrid-actions/probe': name };
  const created = new Date(Date.now() - ageMs).toISOString().replace(/\.\d+Z$/, 'Z');
  for (const kind of ['namespaces', 'validatingwebhookconfigurations']) {
    cluster.store.put(builtIn(kind), { apiVersion: 'v1', kind: 'Any', metadata: { name, labels } });
    cluster.store.antedate(builtIn(kind), undefined, name, created);
  }
}

test('what earlier runs left is swept; the probe of a job that goes on, and what others named so, is left alone', async () => {
  const world = await startSimulatedConnectivity();
  try {
    leave(world, 'eha-probe-1-1-aaaaaa', 5 * HOUR_MS);
    leave(world, 'eha-probe-2-1-bbbbbb', HOUR_MS);
    world.cluster.store.put(builtIn('namespaces'), {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'eha-probe-of-somebody' },
    });
    const { result, document } = await checkIn(world);
    expect([document.verdict, result.exitCode]).toEqual(['passed', 0]);
    expect([...leftovers(world)].sort()).toEqual([
      'namespaces eha-probe-2-1-bbbbbb',
      'namespaces eha-probe-of-somebody',
      'validatingwebhookconfigurations eha-probe-2-1-bbbbbb',
    ]);
    expect(result.stdout).toContain('Removed what earlier runs left behind: eha-probe-1-1-aaaaaa.');
  } finally {
    await world.close();
  }
});

test('the job logs in to EKS by a token of its role, which nobody gets to read', async () => {
  const clouds = await startSimulatedClouds({});
  const world = await startSimulatedConnectivity({ world: clouds.world });
  try {
    const { accessKeyId, secretAccessKey } = TEST_IDENTITY;
    const credentials = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
    const inputs = { 'cluster-name': 'hybrid', 'aws-region': clouds.region };
    const { result, document } = await checkIn(world, inputs, { env: { ...clouds.env, ...credentials } });
    expect([document.verdict, document.cluster, result.exitCode]).toEqual(['passed', 'hybrid', 0]);
    expect(result.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('k8s-aws-v1.');
  } finally {
    await world.close();
    await clouds.close();
  }
});

test('what broke and what healed since the last run is told', async () => {
  const world = await startSimulatedConnectivity();
  const workspace = temporaryDirectory('eks-hybrid-probes-');
  try {
    const inputs = { 'previous-report': 'previous.json', diagnostics: 'false' };
    const next = async () => {
      const seen = await checkIn(world, inputs, { workspace });
      copyFileSync(seen.result.outputs['report'] ?? '', join(workspace, 'previous.json'));
      return seen;
    };
    expect((await next()).document.history).toBeNull();
    world.world.faults.enable('dns-one-side');
    const broken = await next();
    expect(broken.document.history?.broken).toContain('dns-replica-udp azure → aws');
    expect(broken.document.history?.healed).toEqual([]);
    expect(broken.result.summary).toMatch(/newly broken: .*dns-replica-udp azure → aws/);
    world.world.faults.disable('dns-one-side');
    const healed = await next();
    expect(healed.document.history?.healed).toEqual(broken.document.history?.broken);
    expect(healed.result.summary).toMatch(/healed: /);
  } finally {
    await world.close();
  }
});

function elements(root: XmlElement): readonly XmlElement[] {
  return [root, ...root.children.flatMap(elements)];
}

test('JUnit is well-formed XML with one case a check, its ends and their clouds', async () => {
  const faults = ['dns-one-side', 'cilium-operator-down'];
  await checkOnce({ faults }, { diagnostics: 'false' }, ({ document, result }) => {
    const root = readXml(readFileSync(result.outputs['junit'] ?? '', 'utf8'));
    for (const { attributes } of elements(root)) {
      const names = attributes.map(([name]) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    const cases = elements(root).filter(({ name }) => name === 'testcase');
    expect(cases).toHaveLength(document.checks.length);
    const attribute = (element: XmlElement | undefined, name: string): string =>
      new Map(element?.attributes).get(name) ?? '';
    cases.forEach((one, index) => {
      const check = document.checks[index];
      const properties = elements(one).filter(({ name }) => name === 'property');
      const value = (wanted: string): string =>
        attribute(
          properties.find((property) => attribute(property, 'name') === wanted),
          'value',
        );
      expect([value('source'), value('source-cloud')]).toEqual([check?.source.name, check?.source.cloud]);
      expect([value('target'), value('target-cloud')]).toEqual([check?.target.name, check?.target.cloud]);
      expect(one.children.some(({ name }) => name === 'failure')).toBe(check?.outcome === 'failed');
    });
    expect(attribute(root, 'tests')).toBe(String(document.checks.length));
    expect(attribute(root, 'failures')).toBe(String(document.counts.failed));
  });
});

test('an image that cannot be pulled is named, with the nodes', async () => {
  const inputs = { 'start-timeout': '5s' };
  await checkOnce({ faults: ['image-pull-fails'] }, inputs, ({ world, document, result }) => {
    expect([document.verdict, result.exitCode]).toEqual(['unknown', 1]);
    const errors = result.annotations.filter(({ level }) => level === 'error');
    expect(errors.map(({ title }) => title).join()).toContain('EHA1803');
    expect(errors.map(({ message }) => message).join()).toMatch(
      /mi-0{17}: ImagePullBackOff Back-off pulling image "registry\.k8s\.io\/e2e-test-images\/agnhost:2\.53"/,
    );
    expect(leftovers(world)).toEqual([]);
  });
});

test('a node without room leaves its checks unknown, and the others are made', async () => {
  await checkOnce(
    {},
    { 'start-timeout': '5s', diagnostics: 'false' },
    ({ document, result }) => {
      expect([document.verdict, result.exitCode, document.counts.failed]).toEqual(['unknown', 1, 0]);
      const unknown = document.checks.filter(({ outcome }) => outcome === 'unknown');
      expect(unknown.map(({ detail }) => detail)).toContainEqual(expect.stringMatching(/^no probe pod: /));
      expect(document.nodes.filter(({ isProbed }) => !isProbed)).toHaveLength(1);
      expect(document.counts.passed).toBeGreaterThan(50);
    },
    {
      // The webhook's pod and the first of the policy are elsewhere: only the last node is full.
      prepare: ({ cluster, azure }) => {
        const node = cluster.store.get(builtIn('nodes'), undefined, azure[1] ?? '');
        if (node === undefined) throw new TypeError('no node');
        const status = { ...(node['status'] as object), allocatable: { pods: '0' } };
        cluster.store.put(builtIn('nodes'), { ...node, status });
      },
    },
  );
});

test('throttling and trouble of the API server are waited out', async () => {
  await checkOnce({ faults: ['kube-throttled', 'kube-5xx', 'kube-reset'] }, {}, ({ document, result }) => {
    expect([document.verdict, result.exitCode]).toEqual(['passed', 0]);
  });
});

test('four nodes in each cloud take the fewest pods and calls', async () => {
  const inputs = { 'nodes-per-cloud': '4', 'policy-clouds': 'none' };
  await checkOnce({ awsNodes: 4, azureNodes: 4 }, inputs, ({ document, result }) => {
    expect(document.verdict).toBe('passed');
    expect(document.effort).toMatchObject({ pods: 8, calls: 8 });
    expect(document.checks.filter(({ kind }) => kind === 'pod-tcp')).toHaveLength(56);
    expect(result.stdout).toMatch(/8 pods, one call each, \d+ commands in all\./);
    expect(result.summary).toContain('8 probe pods, 8 exec calls');
  });
});
