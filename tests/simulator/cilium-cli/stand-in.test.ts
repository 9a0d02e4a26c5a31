/** The stand-in for cilium-cli against the simulated cluster: what it makes, measures, prints and writes. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instructCiliumCli } from '#simulator/cilium-cli/instructions.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { textAt } from '#simulator/world/kube-types.js';
import { runCiliumCli, startCiliumCluster } from '#tests/support/simulated-cilium-cli.js';
import type { SimulatedConnectivity } from '#tests/support/simulated-connectivity.js';

let world: SimulatedConnectivity | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const JUNIT = ['--junit-file', 'junit.xml'];
const NAMESPACE = 'cilium-test-1';

/** Labels the first node of each cloud and gives the option that chooses the two. */
function pair({ cluster, aws, azure }: SimulatedConnectivity): readonly string[] {
  for (const name of [aws[0], azure[0]]) {
    const node = cluster.store.get(builtIn('nodes'), undefined, name ?? '');
    if (node === undefined) throw new Error('no node');
    const labels = { ...node.metadata.labels, 'hybrid.test/pair': 'true' };
    cluster.store.put(builtIn('nodes'), { ...node, metadata: { ...node.metadata, labels } });
  }
  return ['--node-selector', 'hybrid.test/pair=true'];
}

function nodesOf({ cluster }: SimulatedConnectivity): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cluster.store
      .list(builtIn('pods'), NAMESPACE)
      .map((pod) => [pod.metadata.labels?.['name'] ?? '', textAt(pod, 'spec', 'nodeName')]),
  );
}

const casesOf = (junit: string | undefined) =>
  [...(junit ?? '').matchAll(/<testcase name="([^"]+)" [^>]*status="(\w+)"/g)].map(([, name, status]) =>
    [name, status].join(' '),
  );

describe('connectivity test', () => {
  test('puts pods on the chosen nodes, asks the network and passes', async () => {
    world = await startCiliumCluster();
    const { code, stdout, stderr, junit } = await runCiliumCli(
      ['connectivity', 'test', ...pair(world), ...JUNIT, '--verbose'],
      world,
    );
    expect([stderr, code]).toEqual(['', 0]);
    const nodes = nodesOf(world);
    const [aws, azure] = [world.aws[0] ?? '', world.azure[0] ?? ''];
    expect(new Set(Object.values(nodes))).toEqual(new Set([aws, azure]));
    expect(nodes['echo-same-node']).toBe(nodes['client']);
    expect(nodes['client2']).toBe(nodes['client']);
    expect(nodes['client3']).toBe(nodes['echo-other-node']);
    expect(nodes['client3']).not.toBe(nodes['client']);
    expect(stdout).toMatch(
      /\[\.\] Action \[no-policies\/pod-to-pod:curl-ipv4-\d+: cilium-test-1\/client-\S+ \([\d.]+\) -> cilium-test-1\/echo-other-node-\S+ \([\d.]+:8080\)\]/,
    );
    expect(stdout).toMatch(/✅ \[cilium-test-1\] All 9 tests \(\d+ actions\) successful, 5 tests skipped/);
    expect(casesOf(junit)).toContain('no-policies passed');
    expect(casesOf(junit)).toContain('pod-to-pod-encryption skipped');
    expect(casesOf(junit)).toContain('all-ingress-deny-knp passed');
    expect(casesOf(junit)).toContain('echo-ingress-knp passed');
    expect(casesOf(junit)).toContain('client-egress-knp passed');
    expect(casesOf(junit)).toHaveLength(14);
  });

  test('fails what the world breaks, with attributes that are not XML', async () => {
    world = await startCiliumCluster({ faults: ['vxlan-blocked'] });
    const { code, stdout, junit } = await runCiliumCli(
      ['connectivity', 'test', ...pair(world), ...JUNIT, '--test', 'no-policies'],
      world,
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/❌ 1\/1 tests failed/);
    const failure = /<failure [^>]*>/.exec(junit ?? '')?.[0] ?? '';
    expect(failure.match(/failureMessage=/g)?.length).toBeGreaterThan(1);
    expect(casesOf(junit)).toContain('no-policies failed');
  });

  test('fails policies that nobody enforces', async () => {
    world = await startCiliumCluster({ faults: ['policy-unenforced'] });
    const { code, junit } = await runCiliumCli(
      ['connectivity', 'test', ...pair(world), ...JUNIT, '--test', 'knp/'],
      world,
    );
    expect(code).toBe(1);
    expect(casesOf(junit).filter((line) => !line.endsWith('skipped'))).toEqual([
      'all-ingress-deny-knp failed',
      'all-egress-deny-knp failed',
      'echo-ingress-knp failed',
      'client-egress-knp passed',
    ]);
  });
});

describe('false greens of the real program', () => {
  test('an expression that fits nothing skips everything and ends with 0', async () => {
    world = await startCiliumCluster();
    const { code, junit } = await runCiliumCli(
      ['connectivity', 'test', ...JUNIT, '--test', 'no-such-test'],
      world,
    );
    expect(code).toBe(0);
    expect(casesOf(junit).every((line) => line.endsWith('skipped'))).toBe(true);
    expect(junit).toContain('timestamp="0001-01-01T00:00:00"');
  });

  test('one agent makes it leave out all other nodes without a word', async () => {
    world = await startCiliumCluster();
    const { store } = world.cluster;
    const agents = store.get(builtIn('daemonsets'), 'kube-system', 'cilium');
    if (agents === undefined) throw new Error('no agents');
    store.put(builtIn('daemonsets'), { ...agents, status: { desiredNumberScheduled: 1, numberReady: 1 } });
    const { code, stdout } = await runCiliumCli(['connectivity', 'test', '--test', 'no-policies'], world);
    expect(code).toBe(0);
    expect(Object.keys(nodesOf(world)).sort()).toEqual(['client', 'client2', 'echo-same-node']);
    expect(stdout).not.toMatch(/single-node/i);
  });

  test('pods of an earlier run are used as they are', async () => {
    world = await startCiliumCluster();
    const args = ['connectivity', 'test', '--test', 'no-policies'];
    await runCiliumCli(args, world);
    const before = world.cluster.store.list(builtIn('pods'), NAMESPACE).map(({ metadata }) => metadata.uid);
    await runCiliumCli(args, world);
    const after = world.cluster.store.list(builtIn('pods'), NAMESPACE).map(({ metadata }) => metadata.uid);
    expect(after).toEqual(before);
  });

  test.each([
    ['v0.19.7', ['connectivity test setup failed']],
    ['v0.18.9', []],
  ])('a time limit loses what had passed (%s)', async (version, cases) => {
    world = await startCiliumCluster();
    instructCiliumCli(world.cluster, { hang: ['all-egress-deny-knp'] });
    const { code, stdout, junit } = await runCiliumCli(
      ['connectivity', 'test', ...JUNIT, '--timeout', '4s'],
      world,
      { version },
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/Cancellation request \(connectivity test suite timeout \(4s\) reached\)/);
    expect(casesOf(junit)).toEqual(cases);
  });

  test('a property is not written', async () => {
    world = await startCiliumCluster();
    const args = ['connectivity', 'test', ...JUNIT, '--junit-property', 'run=7', '--test', 'nothing'];
    const { junit } = await runCiliumCli(args, world);
    expect(junit).not.toContain('name="run"');
    expect(junit).toContain('<property name="Args" value="--junit-file|junit.xml|--junit-property|run=7|');
  });
});

describe('instructions', () => {
  test('make a test fail once, or the program die', async () => {
    world = await startCiliumCluster();
    instructCiliumCli(world.cluster, { flaky: ['no-policies'] });
    const args = ['connectivity', 'test', '--test', 'no-policies$|no-policies/'];
    expect([(await runCiliumCli(args, world)).code, (await runCiliumCli(args, world)).code]).toEqual([1, 0]);
    instructCiliumCli(world.cluster, { crash: ['no-policies'] });
    const died = await runCiliumCli([...args, ...JUNIT], world);
    expect([died.code, died.junit]).toEqual([2, undefined]);
    expect(died.stderr).toMatch(/^panic:/);
  });

  test('an interrupted run ends, and leaves its namespace', async () => {
    world = await startCiliumCluster();
    instructCiliumCli(world.cluster, { hang: ['no-policies'] });
    const { code, stdout } = await runCiliumCli(['connectivity', 'test'], world, {
      signalAfter: 'Test [no-policies]',
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/interrupt signal received/);
    expect(world.cluster.store.get(builtIn('namespaces'), undefined, NAMESPACE)).toBeDefined();
  });
});

describe('other commands', () => {
  test('version, status and sysdump', async () => {
    world = await startCiliumCluster();
    expect((await runCiliumCli(['version', '--client'], world)).stdout).toMatch(/^cilium-cli: v0\.19\.7 /);
    const status = await runCiliumCli(['status', '-o', 'json', '--interactive=false'], world);
    expect(status.code).toBe(0);
    expect(JSON.parse(status.stdout)).toMatchObject({
      pod_state: { cilium: { Desired: 4, Ready: 4 } },
      collection_errors: [],
    });
    const dump = await runCiliumCli(['sysdump', '--output-filename', 'dump'], world);
    expect(readFileSync(join(dump.directory, 'dump.zip')).subarray(0, 2).toString()).toBe('PK');
  });

  test('bgp peers ends with 0 although sessions are down', async () => {
    world = await startCiliumCluster({ podRouting: 'bgp', faults: ['bgp-down'] });
    const { code, stdout } = await runCiliumCli(['bgp', 'peers', '-o', 'json'], world);
    expect(code).toBe(0);
    const sessions = Object.values(JSON.parse(stdout) as Readonly<Record<string, readonly object[]>>).flat();
    expect(sessions.length).toBeGreaterThan(0);
    expect(sessions).toEqual(sessions.map(() => expect.objectContaining({ 'session-state': 'active' })));
  });

  test('encryption status, unknown commands and flags', async () => {
    world = await startCiliumCluster();
    const { stdout } = await runCiliumCli(['encryption', 'status', '-o', 'json'], world);
    expect(JSON.parse(stdout)).toMatchObject({ 'enc-disabled-node-count': 4, 'enc-wireguard-node-count': 0 });
    const flag = await runCiliumCli(['connectivity', 'test', '--no-such-flag'], world);
    expect([flag.code, flag.stderr]).toEqual([1, 'Error: unknown flag: --no-such-flag\n']);
    const command = await runCiliumCli(['teleport'], world);
    expect(command.code).toBe(1);
  });
});
