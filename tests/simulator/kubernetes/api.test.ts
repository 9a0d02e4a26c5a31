import { afterEach, expect, test } from '@jest/globals';
import { addFleetPod, addHybridNode } from '#simulator/world/kube-fleet.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { registerNode } from '#simulator/world/nodes.js';
import { call, openWatch, type Parsed } from '#tests/support/kubernetes-call.js';
import {
  type SimulatedKubernetes,
  type SimulatedKubernetesOptions,
  startSimulatedKubernetes,
} from '#tests/support/simulated-kubernetes.js';

let kubernetes: SimulatedKubernetes;

afterEach(() => kubernetes.close());

const NODE = 'mi-00000000000000001';
const NODES = '/api/v1/nodes';
const PODS = '/api/v1/namespaces/default/pods';

async function start(options: SimulatedKubernetesOptions = {}): Promise<void> {
  kubernetes = await startSimulatedKubernetes(options);
}

function join(name = NODE): void {
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

const names = (list: Parsed): string[] => list.items.map((item: Parsed) => item.metadata.name);

test('a node of the world has what a hybrid node has, and takes it along when it goes', async () => {
  await start();
  join();
  const { json: node } = await call(kubernetes, `${NODES}/${NODE}`);
  expect(node).toMatchObject({
    kind: 'Node',
    metadata: {
      name: NODE,
      labels: { 'eks.amazonaws.com/compute-type': 'hybrid', pool: 'general' },
      resourceVersion: expect.stringMatching(/^\d+$/),
    },
    spec: { providerID: `eks-hybrid:///eu-central-1/hybrid/${NODE}` },
  });
  expect(node.status.conditions.at(-1)).toMatchObject({ type: 'Ready', status: 'True' });
  const leases = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases';
  expect(names((await call(kubernetes, leases)).json)).toEqual([NODE]);
  const cilium = await call(kubernetes, `/apis/cilium.io/v2/ciliumnodes/${NODE}`);
  expect(cilium.json.spec.ipam.podCIDRs).toEqual(['10.112.0.0/25']);
  const requests = await call(kubernetes, '/apis/certificates.k8s.io/v1/certificatesigningrequests');
  expect(requests.json.items[0].status.conditions[0].type).toBe('Approved');
  addFleetPod(kubernetes.cluster, { name: 'a', node: NODE });

  const deleted = await call(kubernetes, `${NODES}/${NODE}`, { method: 'DELETE' });
  expect(deleted.json).toEqual({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name: NODE, kind: 'nodes', uid: node.metadata.uid },
  });
  expect(kubernetes.world.objects.list('kubernetes_node')).toEqual([]);
  for (const path of [NODES, leases, '/apis/cilium.io/v2/ciliumnodes', PODS]) {
    expect(names((await call(kubernetes, path)).json)).toEqual([]);
  }
});

test('without a pod network a node is not ready, and becomes it when Cilium comes', async () => {
  await start({ cilium: false });
  join();
  const ready = async () => (await call(kubernetes, `${NODES}/${NODE}`)).json.status.conditions.at(-1);
  expect(await ready()).toMatchObject({
    status: 'False',
    message: expect.stringContaining('cni plugin not initialized'),
  });
  expect((await call(kubernetes, '/apis/cilium.io/v2/ciliumnodes')).status).toBe(404);
  const endpoint = 'https://hybrid.gr7.eu-central-1.eks.amazonaws.com';
  kubernetes.world.objects.put({
    key: 'cilium',
    provider: 'helm',
    type: 'helm_release',
    region: endpoint,
    attributes: { name: 'cilium' },
  });
  expect(await ready()).toMatchObject({ status: 'True', reason: 'KubeletReady' });
  expect(names((await call(kubernetes, '/apis/cilium.io/v2/ciliumnodes')).json)).toEqual([NODE]);
});

test.each([
  ['cni-missing', `${NODES}/${NODE}`, (json: Parsed) => json.status.conditions.at(-1).status === 'False'],
  ['disk-pressure', `${NODES}/${NODE}`, (json: Parsed) => json.status.conditions[1].status === 'True'],
  [
    'csr-pending',
    '/apis/certificates.k8s.io/v1/certificatesigningrequests',
    (json: Parsed) => json.items[0].status.conditions === undefined,
  ],
])('fault %s shows in the API', async (fault, path, shows) => {
  await start({ faults: [fault] });
  join();
  expect(shows((await call(kubernetes, path)).json)).toBe(true);
});

test('refusals are Status objects in the words of the server', async () => {
  await start();
  const body = { metadata: { name: 'x' } };
  const messages = await Promise.all(
    [
      call(kubernetes, `${NODES}/none`),
      call(kubernetes, '/apis/nothing/v1/x'),
      call(kubernetes, NODES, { method: 'PUT', body }),
      call(kubernetes, '/api/v1/namespaces/none/pods', { method: 'POST', body }),
      call(kubernetes, `${PODS}?labelSelector=a%20b`),
      call(kubernetes, `${PODS}?fieldSelector=spec.color%3Dred`),
      call(kubernetes, `${PODS}/a/eviction`),
      call(kubernetes, `${PODS}/a/exec`),
      call(kubernetes, '/api/v1/namespaces', { method: 'POST', body: { metadata: { name: 'default' } } }),
      call(kubernetes, PODS, { method: 'POST', body: { metadata: { name: 'Not_A_Name' } } }),
    ].map(async (answer) => {
      const { status, json } = await answer;
      expect(json).toMatchObject({ kind: 'Status', status: 'Failure', code: status });
      return `${status} ${json.reason}: ${json.message}`;
    }),
  );
  expect(messages).toEqual([
    '404 NotFound: nodes "none" not found',
    '404 NotFound: the server could not find the requested resource',
    '405 MethodNotAllowed: the server does not allow this method on the requested resource',
    '404 NotFound: namespaces "none" not found',
    expect.stringMatching(/^400 BadRequest: unable to parse requirement/),
    '400 BadRequest: field label not supported: spec.color',
    '405 MethodNotAllowed: the server does not allow this method on the requested resource',
    '400 BadRequest: Upgrade request required',
    '409 AlreadyExists: namespaces "default" already exists',
    expect.stringMatching(/^422 Invalid: Pod "Not_A_Name" is invalid: metadata.name/),
  ]);
});

test('a list in pages is of one moment, and lost when the history is', async () => {
  await start();
  for (const name of ['a', 'b', 'c', 'd', 'e']) addFleetPod(kubernetes.cluster, { name });
  const first = (await call(kubernetes, `${PODS}?limit=2`)).json;
  expect(names(first)).toEqual(['a', 'b']);
  expect(first.metadata.remainingItemCount).toBe(3);
  kubernetes.cluster.store.remove(builtIn('pods'), 'default', 'd');
  const second = (await call(kubernetes, `${PODS}?limit=2&continue=${first.metadata.continue}`)).json;
  expect(names(second)).toEqual(['c', 'd']);
  expect(second.metadata.resourceVersion).toBe(first.metadata.resourceVersion);
  const third = (await call(kubernetes, `${PODS}?limit=2&continue=${second.metadata.continue}`)).json;
  expect(names(third)).toEqual(['e']);
  expect(third.metadata.continue).toBeUndefined();
  kubernetes.cluster.store.compact();
  const late = await call(kubernetes, `${PODS}?limit=2&continue=${first.metadata.continue}`);
  expect(late.json).toMatchObject({ code: 410, reason: 'Expired' });
  const other = await call(kubernetes, `${NODES}?limit=2&continue=${first.metadata.continue}`);
  expect(other.status).toBe(410);
  expect((await call(kubernetes, `${PODS}?continue=nonsense`)).status).toBe(400);
});

test('the server can make pages smaller than the client asks for', async () => {
  await start({ pageSize: 1 });
  for (const name of ['a', 'b']) addFleetPod(kubernetes.cluster, { name });
  const { json } = await call(kubernetes, `${PODS}?limit=500`);
  expect(names(json)).toEqual(['a']);
  expect(json.metadata.continue).not.toBe('');
});

test.each([
  ['labelSelector=app%3Dweb', ['a', 'b']],
  ['labelSelector=app%3D%3Dweb,tier!%3Dback', ['a']],
  ['labelSelector=tier%20in%20(front,back)', ['a', 'b']],
  ['labelSelector=tier%20notin%20(front)', ['b', 'c']],
  ['labelSelector=app', ['a', 'b']],
  ['labelSelector=!app', ['c']],
  [`fieldSelector=spec.nodeName%3D${NODE}`, ['a', 'b']],
  ['fieldSelector=status.phase!%3DRunning', ['c']],
  ['fieldSelector=metadata.name%3Db', ['b']],
])('%s selects %j', async (selector, expected) => {
  await start();
  addHybridNode(kubernetes.cluster, { name: NODE });
  addFleetPod(kubernetes.cluster, { name: 'a', node: NODE, labels: { app: 'web', tier: 'front' } });
  addFleetPod(kubernetes.cluster, { name: 'b', node: NODE, labels: { app: 'web', tier: 'back' } });
  addFleetPod(kubernetes.cluster, { name: 'c', node: 'elsewhere', status: { phase: 'Failed' } });
  expect(names((await call(kubernetes, `${PODS}?${selector}`)).json)).toEqual(expected);
});

test('a watch tells what happens since a version, as its selection sees it', async () => {
  await start();
  const { json } = await call(kubernetes, PODS);
  addFleetPod(kubernetes.cluster, { name: 'a', labels: { app: 'web' } });
  const from = `resourceVersion=${json.metadata.resourceVersion}`;
  const watch = await openWatch(kubernetes, `${PODS}?watch=true&labelSelector=app%3Dweb&${from}`);
  addFleetPod(kubernetes.cluster, { name: 'b', labels: { app: 'db' } });
  const label = (name: string, app: string) =>
    call(kubernetes, `${PODS}/${name}`, {
      method: 'PATCH',
      type: 'application/merge-patch+json',
      body: { metadata: { labels: { app } } },
    });
  await label('b', 'web');
  await label('a', 'db');
  await call(kubernetes, `${PODS}/b?gracePeriodSeconds=0`, { method: 'DELETE' });
  expect(await watch.take(4)).toEqual([
    ['ADDED', 'a'],
    ['ADDED', 'b'],
    ['DELETED', 'a'],
    ['DELETED', 'b'],
  ]);
  watch.close();
});

test('a watch sends bookmarks, and ends with 410 when it starts too far back', async () => {
  await start({ bookmarkMs: 20 });
  addFleetPod(kubernetes.cluster, { name: 'a' });
  const watch = await openWatch(kubernetes, `${PODS}?watch=1&allowWatchBookmarks=true`);
  await watch.take(2);
  expect(watch.events.map(({ type }) => type)).toEqual(['ADDED', 'BOOKMARK']);
  expect(watch.events[1]?.object.metadata.resourceVersion).toBe(String(kubernetes.cluster.store.version));
  watch.close();
  const old = kubernetes.cluster.store.version;
  addFleetPod(kubernetes.cluster, { name: 'b' });
  kubernetes.cluster.store.compact();
  const late = await openWatch(kubernetes, `${PODS}?watch=1&resourceVersion=${old}`);
  await late.take(1);
  expect(late.events[0]).toMatchObject({ type: 'ERROR', object: { code: 410, reason: 'Expired' } });
});

test('the watches of a server that is replaced end', async () => {
  await start();
  const answer = call(kubernetes, `${PODS}?watch=1`);
  while (kubernetes.server.requests.length === 0) await new Promise(setImmediate);
  await new Promise((resolve) => setTimeout(resolve, 20));
  kubernetes.server.endWatches();
  expect((await answer).status).toBe(200);
});

test('the three patches change a node, and only the version that was read', async () => {
  await start();
  join();
  const patch = (type: string, body: unknown) =>
    call(kubernetes, `${NODES}/${NODE}`, { method: 'PATCH', type: `application/${type}+json`, body });
  const taint = { key: 'a', effect: 'NoSchedule' };
  const strategic = await patch('strategic-merge-patch', { spec: { unschedulable: true, taints: [taint] } });
  expect(strategic.json.spec).toMatchObject({ unschedulable: true, taints: [taint] });
  const merged = await patch('merge-patch', { metadata: { annotations: { mark: 'x' } } });
  expect(merged.json.metadata.annotations).toMatchObject({ mark: 'x' });
  const { resourceVersion } = merged.json.metadata;
  const guarded = await patch('json-patch', [
    { op: 'test', path: '/metadata/resourceVersion', value: resourceVersion },
    { op: 'remove', path: '/spec/taints/0' },
    { op: 'add', path: '/metadata/labels/a~1b', value: 'c' },
  ]);
  expect(guarded.json).toMatchObject({ metadata: { labels: { 'a/b': 'c' } }, spec: { taints: [] } });
  const stale = await patch('merge-patch', { metadata: { resourceVersion, labels: { late: 'x' } } });
  expect(stale.json).toMatchObject({ code: 409, reason: 'Conflict' });
  expect(stale.json.message).toContain('the object has been modified');
  expect((await patch('json-patch', [{ op: 'remove', path: '/spec/none' }])).status).toBe(422);
  expect((await patch('apply-patch', {})).status).toBe(415);
  // Machines and Terraform see what the API has written.
  expect(kubernetes.world.objects.list('kubernetes_node')[0]?.attributes).toMatchObject({
    spec: { unschedulable: true },
    metadata: { annotations: { mark: 'x' } },
  });
});

test('status is written through its own path alone', async () => {
  await start();
  join();
  const type = 'application/strategic-merge-patch+json';
  const body = { status: { conditions: [{ type: 'Ready', status: 'Unknown' }] } };
  const readiness = ({ json }: Parsed) => json.status.conditions.at(-1).status;
  expect(readiness(await call(kubernetes, `${NODES}/${NODE}`, { method: 'PATCH', type, body }))).toBe('True');
  const written = await call(kubernetes, `${NODES}/${NODE}/status`, { method: 'PATCH', type, body });
  expect(readiness(written)).toBe('Unknown');
  expect(written.json.status.conditions).toHaveLength(4);
});

test.each([
  ['uid', '00000000-0000-0000-0000-000000000000'],
  ['resourceVersion', '1'],
])('a delete whose %s does not match is refused', async (member, value) => {
  await start();
  join();
  const body = { preconditions: { [member]: value } };
  const { json } = await call(kubernetes, `${NODES}/${NODE}`, { method: 'DELETE', body });
  expect(json).toMatchObject({ code: 409, reason: 'Conflict' });
  expect(json.message).toContain('Precondition failed');
  const { metadata } = (await call(kubernetes, `${NODES}/${NODE}`)).json;
  const right = { preconditions: { [member]: metadata[member] } };
  expect((await call(kubernetes, `${NODES}/${NODE}`, { method: 'DELETE', body: right })).status).toBe(200);
});

test('an object with finalizers waits for them', async () => {
  await start();
  const path = '/api/v1/namespaces/default/configmaps';
  await call(kubernetes, path, { method: 'POST', body: { metadata: { name: 'a', finalizers: ['x/y'] } } });
  const marked = await call(kubernetes, `${path}/a`, { method: 'DELETE' });
  expect(marked.json.metadata.deletionTimestamp).toMatch(/Z$/);
  expect((await call(kubernetes, `${path}/a`)).status).toBe(200);
  await call(kubernetes, `${path}/a`, {
    method: 'PATCH',
    type: 'application/merge-patch+json',
    body: { metadata: { finalizers: null } },
  });
  expect((await call(kubernetes, `${path}/a`)).status).toBe(404);
});

test('a dry run changes nothing', async () => {
  await start();
  join();
  const path = '/api/v1/namespaces/default/configmaps';
  const created = await call(kubernetes, `${path}?dryRun=All`, {
    method: 'POST',
    body: { metadata: { name: 'a' } },
  });
  expect(created.status).toBe(201);
  expect((await call(kubernetes, `${path}/a`)).status).toBe(404);
  await call(kubernetes, `${NODES}/${NODE}?dryRun=All`, { method: 'DELETE' });
  expect((await call(kubernetes, `${NODES}/${NODE}`)).status).toBe(200);
});

test('faults strike as an overloaded or broken server does', async () => {
  await start({ faults: ['kube-throttled'] });
  const throttled = await call(kubernetes, NODES);
  expect(throttled).toMatchObject({ status: 429, headers: { 'retry-after': '1' }, json: undefined });
  kubernetes.world.faults.disable('kube-throttled');
  kubernetes.world.faults.enable('kube-5xx');
  expect((await call(kubernetes, NODES)).json).toMatchObject({ code: 500, reason: 'InternalError' });
  kubernetes.world.faults.disable('kube-5xx');
  kubernetes.world.faults.enable('kube-reset');
  await expect(call(kubernetes, NODES)).rejects.toThrow();
  kubernetes.world.faults.disable('kube-reset');
  kubernetes.world.faults.enable('kube-denied');
  expect((await call(kubernetes, NODES)).json).toMatchObject({ code: 403, reason: 'Forbidden' });
  kubernetes.world.faults.disable('kube-denied');
  for (const name of ['a', 'b']) addFleetPod(kubernetes.cluster, { name });
  const { json } = await call(kubernetes, `${PODS}?limit=1`);
  kubernetes.world.faults.enable('kube-page-lost');
  expect((await call(kubernetes, `${PODS}?limit=1&continue=${json.metadata.continue}`)).status).toBe(410);
});

test('discovery lists what is served', async () => {
  await start();
  const groups = (await call(kubernetes, '/apis')).json.groups.map(({ name }: Parsed) => name);
  expect(groups).toEqual(expect.arrayContaining(['apps', 'policy', 'coordination.k8s.io']));
  expect(groups).not.toContain('cilium.io');
  join();
  const cilium = (await call(kubernetes, '/apis/cilium.io/v2')).json.resources;
  expect(cilium.map(({ kind }: Parsed) => kind)).toContain('CiliumBGPNodeConfig');
  const core = (await call(kubernetes, '/api/v1')).json.resources.map(({ name }: Parsed) => name);
  expect(core).toEqual(expect.arrayContaining(['nodes', 'pods', 'pods/eviction', 'pods/log']));
});

test('a definition brings a kind, whose objects are kept as they are', async () => {
  await start();
  const definition = {
    metadata: { name: 'things.example.org' },
    spec: {
      group: 'example.org',
      names: { plural: 'things', kind: 'Thing' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true }],
    },
  };
  const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  const things = '/apis/example.org/v1/namespaces/default/things';
  expect((await call(kubernetes, things)).status).toBe(404);
  await call(kubernetes, definitions, { method: 'POST', body: definition });
  const body = {
    metadata: { generateName: 'a-' },
    spec: { any: { depth: [1, null, 'x'] } },
    status: { own: 1 },
  };
  const { json } = await call(kubernetes, things, { method: 'POST', body });
  expect(json).toMatchObject({
    kind: 'Thing',
    apiVersion: 'example.org/v1',
    spec: body.spec,
    status: { own: 1 },
  });
  expect(json.metadata.name).toMatch(/^a-[a-z0-9]{5}$/);
  expect(names((await call(kubernetes, things)).json)).toEqual([json.metadata.name]);
});

test('managed nodes come with their node group, outside of Cilium', async () => {
  await start();
  kubernetes.world.objects.put({
    key: 'group',
    provider: 'aws',
    type: 'aws_eks_node_group',
    region: 'eu-central-1',
    attributes: { cluster_name: 'hybrid', node_group_name: 'system', scaling_config: [{ desired_size: 2 }] },
  });
  const { items } = (await call(kubernetes, `${NODES}?labelSelector=eks.amazonaws.com/nodegroup%3Dsystem`))
    .json;
  expect(items.map(({ metadata }: Parsed) => metadata.name)).toEqual([
    'ip-10-40-0-10.eu-central-1.compute.internal',
    'ip-10-40-0-11.eu-central-1.compute.internal',
  ]);
  expect(items[0].spec.providerID).toMatch(/^aws:\/\/\/eu-central-1a\/i-0[0-9a-f]{16}$/);
  expect(items[0].metadata.labels['eks.amazonaws.com/compute-type']).toBeUndefined();
  expect((await call(kubernetes, '/apis/cilium.io/v2/ciliumnodes')).status).toBe(404);
  const metrics = (await call(kubernetes, '/apis/metrics.k8s.io/v1beta1/nodes')).json;
  expect(metrics.items).toHaveLength(2);
});

test('a large fleet is listed to the end', async () => {
  await start();
  for (let index = 0; index < 1000; index += 1) {
    const name = `mi-${index.toString(16).padStart(17, '0')}`;
    addHybridNode(kubernetes.cluster, { name });
    for (let pod = 0; pod < 12; pod += 1)
      addFleetPod(kubernetes.cluster, { name: `p-${index}-${pod}`, node: name });
  }
  const count = async (path: string): Promise<number> => {
    const seen = new Set<string>();
    let token = '';
    do {
      const { json } = await call(kubernetes, `${path}?limit=1000&continue=${token}`);
      for (const name of names(json)) seen.add(name);
      token = json.metadata.continue ?? '';
    } while (token !== '');
    return seen.size;
  };
  expect(await count(NODES)).toBe(1000);
  expect(await count('/api/v1/pods')).toBe(12_000);
});
