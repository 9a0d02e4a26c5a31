import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addFleetPod, addHybridNode } from '#simulator/world/kube-fleet.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import type { JsonObject, OwnerReference } from '#simulator/world/kube-types.js';
import { loseNode, registerNode } from '#simulator/world/nodes.js';
import { call, type Parsed } from '#tests/support/kubernetes-call.js';
import { type SimulatedKubernetes, startSimulatedKubernetes } from '#tests/support/simulated-kubernetes.js';

let kubernetes: SimulatedKubernetes;

beforeEach(async () => {
  kubernetes = await startSimulatedKubernetes({ terminationMs: 1 });
});
afterEach(() => kubernetes.close());

const PODS = '/api/v1/namespaces/default/pods';

function replicaSet(name: string, replicas: number): OwnerReference {
  const { metadata } = kubernetes.cluster.store.put(builtIn('replicasets'), {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name, namespace: 'default' },
    spec: { replicas },
  });
  return { apiVersion: 'apps/v1', kind: 'ReplicaSet', name, uid: metadata.uid ?? '' };
}

function budget(name: string, spec: JsonObject): void {
  kubernetes.cluster.store.put(builtIn('poddisruptionbudgets'), {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace: 'default' },
    spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
  });
}

const evict = (name: string) =>
  call(kubernetes, `${PODS}/${name}/eviction`, {
    method: 'POST',
    body: { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace: 'default' } },
  });

async function gone(name: string): Promise<void> {
  while ((await call(kubernetes, `${PODS}/${name}`)).status !== 404) await new Promise(setImmediate);
}

test('an eviction that a budget forbids is answered as recorded', async () => {
  addHybridNode(kubernetes.cluster, { name: 'one' });
  addFleetPod(kubernetes.cluster, { name: 'a', node: 'one', labels: { app: 'web' } });
  budget('guard', { minAvailable: 1 });
  const file = 'simulator/recordings/kubernetes/eviction-429.json';
  const recorded = readFileSync(file, 'utf8')
    .replace('[elided] needs 11', 'guard needs 1')
    .replace('has 12', 'has 1');
  const { json, headers, status } = await evict('a');
  expect(status).toBe(429);
  expect(json).toEqual(JSON.parse(recorded));
  expect(headers['retry-after']).toBeUndefined();
});

test.each([
  [{ minAvailable: 1 }, 201],
  [{ minAvailable: 2 }, 429],
  [{ minAvailable: '50%' }, 201],
  [{ minAvailable: '51%' }, 429],
  [{ maxUnavailable: 0 }, 429],
  [{ maxUnavailable: 1 }, 201],
])('of two pods, %j answers an eviction with %i', async (spec, status) => {
  addHybridNode(kubernetes.cluster, { name: 'one' });
  const owner = replicaSet('web', 2);
  for (const name of ['a', 'b']) {
    addFleetPod(kubernetes.cluster, { name, node: 'one', labels: { app: 'web' }, owner });
  }
  budget('guard', spec);
  expect((await evict('a')).status).toBe(status);
});

test('a budget says how many pods it can spare', async () => {
  addHybridNode(kubernetes.cluster, { name: 'one' });
  const owner = replicaSet('web', 3);
  for (const name of ['a', 'b']) {
    addFleetPod(kubernetes.cluster, { name, node: 'one', labels: { app: 'web' }, owner });
  }
  budget('guard', { minAvailable: 1 });
  const { json } = await call(kubernetes, '/apis/policy/v1/poddisruptionbudgets');
  expect(json.items[0].status).toMatchObject({
    currentHealthy: 2,
    desiredHealthy: 1,
    disruptionsAllowed: 1,
    expectedPods: 3,
  });
});

test('a pod of two budgets is not evicted', async () => {
  addFleetPod(kubernetes.cluster, { name: 'a', node: 'one', labels: { app: 'web' } });
  budget('first', { minAvailable: 0 });
  budget('second', { minAvailable: 0 });
  expect((await evict('a')).json).toMatchObject({ code: 500, reason: 'InternalError' });
});

test('an evicted pod of a controller comes up elsewhere, past a cordoned node', async () => {
  addHybridNode(kubernetes.cluster, { name: 'one' });
  addHybridNode(kubernetes.cluster, { name: 'two' });
  const owner = replicaSet('web', 1);
  addFleetPod(kubernetes.cluster, { name: 'a', node: 'one', labels: { app: 'web' }, owner });
  await call(kubernetes, '/api/v1/nodes/one', {
    method: 'PATCH',
    type: 'application/merge-patch+json',
    body: { spec: { unschedulable: true } },
  });
  expect((await evict('a')).json).toMatchObject({ status: 'Success' });
  await gone('a');
  const [pod, ...others] = (await call(kubernetes, PODS)).json.items;
  expect(others).toEqual([]);
  expect(pod).toMatchObject({ spec: { nodeName: 'two' }, status: { phase: 'Running' } });
});

test('a new pod runs where it may, and waits where it may not', async () => {
  addHybridNode(kubernetes.cluster, {
    name: 'one',
    taints: [{ key: 'dedicated', value: 'batch', effect: 'NoSchedule' }],
    labels: { pool: 'batch' },
  });
  const create = async (name: string, spec: object) => {
    const body = { metadata: { name }, spec: { containers: [{ name: 'main', image: 'x' }], ...spec } };
    return (await call(kubernetes, PODS, { method: 'POST', body })).json;
  };
  const toleration = { key: 'dedicated', operator: 'Equal', value: 'batch' };
  expect((await create('no', {})).status).toMatchObject({ phase: 'Pending' });
  expect(await create('yes', { tolerations: [toleration] })).toMatchObject({
    spec: { nodeName: 'one' },
    status: { phase: 'Running', podIP: '10.112.0.4' },
  });
  const elsewhere = { tolerations: [toleration], nodeSelector: { pool: 'other' } };
  expect((await create('other', elsewhere)).status.phase).toBe('Pending');
});

test('pods of a node that is not heard of end only by force, and have no log', async () => {
  registerNode(kubernetes.world, {
    cluster: 'hybrid',
    region: 'eu-central-1',
    name: 'one',
    address: '10.80.0.4',
    labels: {},
    taints: [],
    kubeletVersion: '1.34.4',
    osImage: 'Ubuntu',
    architecture: 'amd64',
    cpus: 2,
    maxPods: 110,
  });
  addFleetPod(kubernetes.cluster, { name: 'a', node: 'one', annotations: { 'simulator/log': 'x\ny' } });
  expect((await call(kubernetes, `${PODS}/a/log?tailLines=1`)).text).toBe('y');
  loseNode(kubernetes.world, 'hybrid', 'one');
  const node = (await call(kubernetes, '/api/v1/nodes/one')).json;
  expect(node.status.conditions.at(-1)).toMatchObject({ type: 'Ready', status: 'Unknown' });
  expect(node.spec.taints).toContainEqual(
    expect.objectContaining({ key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' }),
  );
  expect((await call(kubernetes, `${PODS}/a/log`)).json.message).toContain('10250: i/o timeout');
  await call(kubernetes, `${PODS}/a`, { method: 'DELETE' });
  await new Promise((resolve) => setTimeout(resolve, 30));
  const ending = await call(kubernetes, `${PODS}/a`);
  expect(ending.json.metadata.deletionTimestamp).toBeDefined();
  await call(kubernetes, `${PODS}/a?gracePeriodSeconds=0`, { method: 'DELETE' });
  expect((await call(kubernetes, `${PODS}/a`)).status).toBe(404);
});

test('the lease of a node is renewed as long as it is heard of', async () => {
  const path = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/one';
  addHybridNode(kubernetes.cluster, { name: 'one' });
  const lease = (await call(kubernetes, path)).json;
  expect(lease.spec).toMatchObject({ holderIdentity: 'one', leaseDurationSeconds: 40 });
  expect(Date.now() - Date.parse(lease.spec.renewTime)).toBeLessThan(60_000);
});

test('everything in a namespace goes with it', async () => {
  await call(kubernetes, '/api/v1/namespaces', { method: 'POST', body: { metadata: { name: 'probe' } } });
  addFleetPod(kubernetes.cluster, { name: 'a', namespace: 'probe' });
  await call(kubernetes, '/api/v1/namespaces/probe', { method: 'DELETE' });
  expect((await call(kubernetes, '/api/v1/pods')).json.items).toEqual([]);
});

test('a collection of pods goes by selector', async () => {
  addFleetPod(kubernetes.cluster, { name: 'a', labels: { run: '1' } });
  addFleetPod(kubernetes.cluster, { name: 'b', labels: { run: '2' } });
  await call(kubernetes, `${PODS}?labelSelector=run%3D1`, { method: 'DELETE' });
  const left = (await call(kubernetes, PODS)).json.items.map((pod: Parsed) => pod.metadata.name);
  expect(left).toEqual(['b']);
});
