/** The matrix through the committed bundle, in each pod routing, with each cause made by the world. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtIn } from '#simulator/world/kube-resources.js';
import type { PodRouting } from '#simulator/world/pod-network-facts.js';
import { temporaryDirectory } from '#tests/support/temporary.js';
import { runBundle, type RunResult } from '#tests/support/run-bundle.js';
import {
  type SimulatedConnectivity,
  type SimulatedConnectivityOptions,
  startSimulatedConnectivity,
} from '#tests/support/simulated-connectivity.js';
import type { ConnectivityDocument } from '#lib/report/connectivity-document.js';

let world: SimulatedConnectivity | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

interface Seen {
  readonly result: RunResult;
  readonly document: ConnectivityDocument;
}

async function check(
  options: SimulatedConnectivityOptions = {},
  inputs: Readonly<Record<string, string>> = {},
  prepare: (world: SimulatedConnectivity) => void = () => undefined,
): Promise<Seen> {
  world = await startSimulatedConnectivity(options);
  prepare(world);
  const workspace = temporaryDirectory('eks-hybrid-probes-');
  copyFileSync(world.kubeconfig, join(workspace, 'kubeconfig'));
  const result = await runBundle({
    action: 'cilium-connectivity',
    workspace,
    inputs: {
      kubeconfig: 'kubeconfig',
      'pod-routing': options.podRouting ?? 'gateway',
      samples: '3',
      ...inputs,
    },
  });
  return { result, document: result.report() as ConnectivityDocument };
}

/** What is left of the probes in the cluster. */
function leftovers({ cluster }: SimulatedConnectivity): readonly string[] {
  const kinds = ['namespaces', 'pods', 'services', 'validatingwebhookconfigurations'];
  return kinds.flatMap((kind) =>
    cluster.store
      .list(builtIn(kind))
      .filter(({ metadata }) => `${metadata.namespace ?? ''}${metadata.name}`.includes('eha-probe-'))
      .map(({ metadata }) => `${kind} ${metadata.name}`),
  );
}

const outcomes = ({ checks }: ConnectivityDocument, kind: string, from: string, to: string) => [
  ...new Set(
    checks
      .filter((row) => row.kind === kind && row.source.cloud === from && row.target.cloud === to)
      .map(({ outcome }) => outcome),
  ),
];

describe('the matrix', () => {
  test.each<PodRouting>(['gateway', 'bgp', 'udr'])(
    'is green with pod routing %s, and leaves nothing',
    async (podRouting) => {
      const { result, document } = await check({ podRouting });
      expect(document.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
      expect([document.verdict, result.exitCode]).toEqual(['passed', 0]);
      expect(outcomes(document, 'pod-udp', 'aws', 'azure')).toEqual(['passed']);
      expect(outcomes(document, 'pod-tcp', 'azure', 'aws')).toEqual(['passed']);
      expect(world === undefined ? ['no world'] : leftovers(world)).toEqual([]);
      expect(result.summary).toMatch(/^## ✅ Connectivity/);
      const junit = readFileSync(result.outputs['junit'] ?? '', 'utf8');
      expect(junit.match(/<testcase /g)).toHaveLength(document.checks.length);
      expect(junit).not.toMatch(/<failure/);
    },
  );

  test('says what masquerade cannot do, and passes', async () => {
    const { document, result } = await check({ podRouting: 'masquerade' });
    expect([document.verdict, result.exitCode]).toEqual(['passed', 0]);
    expect(outcomes(document, 'pod-tcp', 'aws', 'azure')).toEqual(['not-possible']);
    expect(outcomes(document, 'pod-tcp', 'azure', 'aws')).toEqual(['passed']);
    expect(outcomes(document, 'kubelet-exec', 'control-plane', 'azure')).toEqual(['passed']);
    expect(outcomes(document, 'webhook', 'control-plane', 'azure')).toEqual(['not-possible']);
    expect(outcomes(document, 'dns-replica-udp', 'aws', 'azure')).toEqual(['not-possible']);
    expect(outcomes(document, 'dns-service-udp', 'aws', 'cluster')).toEqual(['passed']);
  });

  test('of four nodes in each cloud takes a pod a node, and a call a pod beside those of the policy', async () => {
    const { document } = await check(
      { awsNodes: 4, azureNodes: 4 },
      { 'nodes-per-cloud': '4', 'policy-clouds': 'none' },
    );
    expect(document.effort).toMatchObject({ pods: 8, calls: 8 });
    expect(document.checks.filter(({ kind }) => kind === 'pod-tcp')).toHaveLength(56);
    expect(document.verdict).toBe('passed');
  });
});

test('the address that a server sees is told', async () => {
  const { document } = await check({ faults: ['pod-masqueraded'], podRouting: 'bgp' });
  const seen = document.sources.filter(
    ({ source, target }) => source.startsWith('mi-') && target.startsWith('ip-'),
  );
  expect(new Set(seen.map((row) => row.seen))).toEqual(new Set(['node']));
});

describe('never falsely green', () => {
  test('fewer checks than the minimum prove nothing', async () => {
    const { document, result } = await check({}, { 'minimum-checks': '5000' });
    expect([document.verdict, result.exitCode]).toEqual(['unknown', 1]);
    expect(result.annotations.map(({ title }) => title).join()).toContain('EHA1801');
  });

  test('a cloud without nodes is refused', async () => {
    const { document, result } = await check({ azureNodes: 0 });
    expect([document.verdict, document.checks, result.exitCode]).toEqual(['unknown', [], 1]);
    expect(result.annotations.map(({ title }) => title).join()).toContain('EHA1802');
  });
});

test('a job that is cancelled or killed leaves nothing once post has run', async () => {
  world = await startSimulatedConnectivity();
  const workspace = temporaryDirectory('eks-hybrid-probes-');
  copyFileSync(world.kubeconfig, join(workspace, 'kubeconfig'));
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const main = await runBundle({
      action: 'cilium-connectivity',
      workspace,
      inputs: { kubeconfig: 'kubeconfig', 'pod-routing': 'gateway', samples: '50' },
      onStdout: (child, soFar) => {
        if (soFar.includes('commands in all')) child.kill(signal);
      },
    });
    expect(main.exitCode).toBe(signal === 'SIGKILL' ? null : 1);
    expect(leftovers(world)).not.toEqual([]);
    const post = await runBundle({
      action: 'cilium-connectivity',
      workspace,
      entry: 'post',
      state: main.state,
    });
    expect(post.exitCode).toBe(0);
    expect(leftovers(world)).toEqual([]);
  }
});
