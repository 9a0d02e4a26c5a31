import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CoreV1Api, KubeConfig, makeInformer, type V1Node } from '@kubernetes/client-node';
import { addFleetPod } from '#simulator/world/kube-fleet.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { registerNode } from '#simulator/world/nodes.js';
import { type SimulatedKubernetes, startSimulatedKubernetes } from '#tests/support/simulated-kubernetes.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

let kubernetes: SimulatedKubernetes;
let cache: string;

const NODE = 'mi-00000000000000001';

function join(name: string): void {
  registerNode(kubernetes.world, {
    cluster: 'hybrid',
    region: 'eu-central-1',
    name,
    address: '10.80.0.4',
    labels: { pool: 'general' },
    taints: [],
    kubeletVersion: '1.34.4',
    osImage: 'Ubuntu 24.04.3 LTS',
    architecture: 'amd64',
    cpus: 4,
    maxPods: 110,
  });
}

beforeAll(async () => {
  kubernetes = await startSimulatedKubernetes();
  cache = temporaryDirectory('kubectl-cache-');
  join(NODE);
});
afterAll(() => kubernetes.close());

/** What kubectl prints on both outputs, and how it ends. */
function kubectl(...line: readonly string[]): Promise<{ readonly status: number; readonly text: string }> {
  const common = [`--kubeconfig=${kubernetes.kubeconfig}`, `--cache-dir=${cache}`];
  return new Promise((resolve) => {
    execFile('kubectl', [...common, ...line], { timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
    });
  });
}

test('kubectl reads nodes and what belongs to them', async () => {
  expect((await kubectl('get', 'nodes', '--selector=pool=general')).text).toContain(NODE);
  const described = await kubectl('describe', 'node', NODE);
  expect(described).toMatchObject({ status: 0 });
  for (const part of [
    `eks-hybrid:///eu-central-1/hybrid/${NODE}`,
    'KubeletReady',
    `HolderIdentity:  ${NODE}`,
  ]) {
    expect(described.text).toContain(part);
  }
  const path = 'jsonpath={.items[*].spec.ipam.podCIDRs[0]}';
  expect((await kubectl('get', 'cn', '--output', path)).text).toBe('10.112.0.0/25');
  expect(await kubectl('get', 'node', 'none')).toEqual({
    status: 1,
    text: 'Error from server (NotFound): nodes "none" not found\n',
  });
});

test('kubectl changes, cordons, drains, waits and deletes', async () => {
  const { metadata } = kubernetes.cluster.store.put(builtIn('daemonsets'), {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'kube-system' },
  });
  const owner = { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'agent', uid: metadata.uid ?? '' };
  addFleetPod(kubernetes.cluster, { name: 'agent-1', namespace: 'kube-system', node: NODE, owner });
  addFleetPod(kubernetes.cluster, { name: 'alone', node: NODE });
  expect(await kubectl('label', 'node', NODE, 'mark=x')).toMatchObject({ status: 0 });
  expect(await kubectl('taint', 'node', NODE, 'dedicated=x:NoSchedule')).toMatchObject({ status: 0 });
  expect(await kubectl('wait', '--for=condition=Ready', 'node', NODE, '--timeout=10s')).toMatchObject({
    status: 0,
  });
  expect((await kubectl('cordon', NODE)).text).toBe(`node/${NODE} cordoned\n`);
  expect(await kubectl('drain', NODE)).toMatchObject({ status: 1 });
  const drained = await kubectl('drain', NODE, '--ignore-daemonsets', '--force', '--timeout=20s');
  expect(drained).toMatchObject({ status: 0, text: expect.stringContaining('evicting pod default/alone') });
  expect((await kubectl('get', 'pods', '--all-namespaces', '--output=name')).text).toBe('pod/agent-1\n');
  expect((await kubectl('uncordon', NODE)).text).toBe(`node/${NODE} uncordoned\n`);
  const node = kubernetes.cluster.store.get(builtIn('nodes'), undefined, NODE);
  expect(node).toMatchObject({
    metadata: { labels: { mark: 'x' } },
    spec: { taints: [{ key: 'dedicated', value: 'x', effect: 'NoSchedule' }] },
  });
  expect(await kubectl('delete', 'node', NODE)).toEqual({ status: 0, text: `node "${NODE}" deleted\n` });
}, 120_000);

test('a drain against a budget that never yields ends with the words of the server', async () => {
  join('guarded');
  addFleetPod(kubernetes.cluster, { name: 'web', node: 'guarded', labels: { app: 'web' } });
  kubernetes.cluster.store.put(builtIn('poddisruptionbudgets'), {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'guard', namespace: 'default' },
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
  });
  const { status, text } = await kubectl('drain', 'guarded', '--force', '--timeout=2s');
  expect(status).toBe(1);
  expect(text).toContain("Cannot evict pod as it would violate the pod's disruption budget.");
});

test('an informer follows nodes over a broken watch and a lost history', async () => {
  const config = new KubeConfig();
  config.loadFromFile(kubernetes.kubeconfig);
  const api = config.makeApiClient(CoreV1Api);
  const informer = makeInformer<V1Node>(config, '/api/v1/nodes', () => api.listNode());
  const seen: string[] = [];
  let wake = (): void => undefined;
  const record = (type: string) => (node: V1Node) => {
    seen.push(`${type} ${node.metadata?.name ?? ''}`);
    wake();
  };
  informer.on('add', record('add'));
  informer.on('delete', record('delete'));
  const until = async (line: string): Promise<void> => {
    while (!seen.includes(line)) await new Promise<void>((resolve) => (wake = resolve));
  };
  await informer.start();
  try {
    join('second');
    await until('add second');
    // A watch that starts in the forgotten past is answered 410; the informer lists anew.
    kubernetes.server.endWatches();
    kubernetes.cluster.store.remove(builtIn('nodes'), undefined, 'second');
    kubernetes.cluster.store.compact();
    join('third');
    await until('delete second');
    await until('add third');
  } finally {
    await informer.stop();
  }
}, 60_000);
