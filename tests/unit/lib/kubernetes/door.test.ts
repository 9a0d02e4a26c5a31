/** The door against the simulated API server. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ActionError } from '#lib/action/errors.js';
import { createDoor, openCluster } from '#lib/kubernetes/door.js';
import { follow } from '#lib/kubernetes/follow.js';
import { type Node, NODES, PODS, CONFIG_MAPS } from '#lib/kubernetes/resources.js';
import { refusalOf } from '#lib/kubernetes/status.js';
import type { ClusterDoor, KubernetesDeps } from '#lib/kubernetes/types.js';
import { createCertificate } from '#simulator/servers/tls.js';
import { addFleetPod, addHybridNode } from '#simulator/world/kube-fleet.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import { fakeGitHub, manualClock, recordingLogger } from '#tests/support/fake-deps.js';
import {
  type SimulatedKubernetes,
  type SimulatedKubernetesOptions,
  startSimulatedKubernetes,
} from '#tests/support/simulated-kubernetes.js';

let kubernetes: SimulatedKubernetes;
const stop = new AbortController();
afterEach(() => kubernetes.close());

const log = recordingLogger();
const masked: string[] = [];
const deps: KubernetesDeps = {
  clock: manualClock(),
  log,
  signal: stop.signal,
  mask: (secret) => masked.push(secret),
  github: fakeGitHub(),
  runProcess: () => Promise.reject(new Error('no programs here')),
};

async function start(options: SimulatedKubernetesOptions = {}, context?: string): Promise<ClusterDoor> {
  kubernetes = await startSimulatedKubernetes(options);
  return open(context);
}

const open = (context?: string): Promise<ClusterDoor> =>
  openCluster(
    { kind: 'kubeconfig', path: kubernetes.kubeconfig, ...(context !== undefined && { context }) },
    deps,
  );

const name = (number: number): string => `mi-${String(number).padStart(17, '0')}`;
function joinNodes(count: number): void {
  for (let number = 1; number <= count; number += 1)
    addHybridNode(kubernetes.cluster, { name: name(number) });
}

const code = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => (error as ActionError).code,
  );

describe('lists', () => {
  test('go to their end, also when the server gives small pages', async () => {
    const door = await start({ pageSize: 7 });
    joinNodes(40);
    const { items, resourceVersion } = await door.list(NODES);
    expect(items.map(({ metadata }) => metadata?.name)).toEqual(
      Array.from({ length: 40 }, (_, i) => name(i + 1)),
    );
    expect(resourceVersion).toMatch(/^\d+$/);
    expect(kubernetes.server.requests.filter((line) => line.includes('/nodes'))).toHaveLength(6);
  });

  test('begin anew when their moment is forgotten, without an object twice', async () => {
    const door = await start({ pageSize: 7, faults: ['kube-page-lost'] });
    joinNodes(20);
    expect((await door.list(NODES)).items).toHaveLength(20);
  });

  test('that expire again and again are an error, never a part', async () => {
    const door = await start({
      pageSize: 5,
      intercept: ({ url }) =>
        url.searchParams.has('continue')
          ? { status: 410, body: { kind: 'Status', code: 410, reason: 'Expired', message: 'too old' } }
          : undefined,
    });
    joinNodes(10);
    expect(await code(door.list(NODES))).toBe('EHA1507');
  });

  test('whose pages repeat are an error', async () => {
    const door = await start({
      intercept: ({ url }) =>
        url.pathname === '/api/v1/nodes'
          ? { status: 200, body: { metadata: { continue: 'again', resourceVersion: '1' }, items: [] } }
          : undefined,
    });
    expect(await code(door.list(NODES))).toBe('EHA1507');
  });

  test.each([['kube-throttled'], ['kube-5xx'], ['kube-reset']])(
    '%s is passed over, and told',
    async (fault) => {
      const door = await start({ faults: [fault] });
      joinNodes(1);
      expect((await door.list(NODES)).items).toHaveLength(1);
      expect(log.messages('info').at(-1)).toMatch(/^Kubernetes list nodes: attempt \d of 6 failed/);
    },
  );
});

describe('what goes wrong has a code', () => {
  test.each<[string, SimulatedKubernetesOptions, string | undefined, string]>([
    ['denied', { denied: ['list nodes'] }, undefined, 'EHA1503'],
    ['somebody without rights', {}, 'stranger', 'EHA1503'],
    ['a page of a proxy', { intercept: () => ({ status: 200, body: '<html>' }) }, undefined, 'EHA1509'],
    ['a list without items', { intercept: () => ({ status: 200, body: {} }) }, undefined, 'EHA1509'],
    [
      'throttled for ever',
      { intercept: () => ({ status: 429, headers: { 'retry-after': '1' } }) },
      undefined,
      'EHA1504',
    ],
    ['down for ever', { intercept: () => ({ status: 503 }) }, undefined, 'EHA1504'],
    ['refused credentials', { intercept: () => ({ status: 401 }) }, undefined, 'EHA1502'],
    ['gone', { intercept: () => 'reset' }, undefined, 'EHA1504'],
  ])('%s', async (_name, options, context, expected) => {
    expect(await code((await start(options, context)).list(NODES))).toBe(expected);
  });

  test('a server that nobody is at, and one with a foreign certificate', async () => {
    const door = await start();
    const connection = { ...door.connection, server: 'https://127.0.0.1:1' };
    expect(await code(createDoor(connection, deps).list(NODES))).toBe('EHA1504');
    const other = { ...door.connection, ca: createCertificate().ca };
    expect(await code(createDoor(other, deps).list(NODES))).toBe('EHA1505');
  });

  test('Retry-After is honoured', async () => {
    let asked = 0;
    const door = await start({
      intercept: () => ((asked += 1) === 1 ? { status: 429, headers: { 'retry-after': '7' } } : undefined),
    });
    const clock = manualClock();
    await createDoor(door.connection, { ...deps, clock }).list(NODES);
    expect(clock.sleeps[0]).toBeGreaterThanOrEqual(7000);
  });
});

describe('single objects', () => {
  test('are read, patched and removed under preconditions', async () => {
    const door = await start();
    joinNodes(1);
    const first = await door.get(NODES, { name: name(1) });
    expect(await door.get(NODES, { name: 'none' })).toBeUndefined();
    const { uid = '', resourceVersion = '' } = first?.metadata ?? {};
    const body = { metadata: { annotations: { idle: 'yes' }, resourceVersion } };
    const patched = await door.patch(NODES, { name: name(1) }, { type: 'merge', body });
    expect(patched.metadata?.annotations?.['idle']).toBe('yes');
    const again = door.patch(NODES, { name: name(1) }, { type: 'merge', body });
    expect(refusalOf(await again.catch((error: unknown) => error))).toMatchObject({
      status: 409,
      reason: 'Conflict',
    });
    expect(await door.remove(NODES, { name: name(1) }, { uid: 'another' })).toBe('changed');
    expect(await door.remove(NODES, { name: name(1) }, { uid, dryRun: true })).toBe('removed');
    expect(await door.remove(NODES, { name: name(1) }, { uid })).toBe('removed');
    expect(await door.remove(NODES, { name: name(1) }, { uid })).toBe('gone');
  });

  test('are not created twice when it is not known whether they were', async () => {
    let asked = 0;
    const door = await start({
      intercept: ({ method }) => (method === 'POST' && (asked += 1) > 0 ? { status: 500 } : undefined),
    });
    expect(await code(door.create(CONFIG_MAPS, { metadata: { name: 'a' } }, { namespace: 'default' }))).toBe(
      'EHA1504',
    );
    expect(asked).toBe(1);
  });

  test('version, and what the caller may', async () => {
    const door = await start();
    expect((await door.version()).gitVersion).toMatch(/^v1\.34/);
    expect(await door.may({ verb: 'delete', resource: 'nodes' })).toBe(true);
    expect(await (await open('stranger')).may({ verb: 'delete', resource: 'nodes' })).toBe(false);
  });
});

test('a budget refuses an eviction for now, and is not asked again and again', async () => {
  const door = await start();
  joinNodes(1);
  addFleetPod(kubernetes.cluster, { name: 'web-1', node: name(1), labels: { app: 'web' } });
  kubernetes.cluster.store.put(builtIn('poddisruptionbudgets'), {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web', namespace: 'default' },
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
  });
  const pod = { name: 'web-1', namespace: 'default' };
  expect(await door.evict(pod)).toMatchObject({ outcome: 'blocked', message: /disruption budget/ });
  expect(kubernetes.server.requests.filter((line) => line.includes('eviction'))).toHaveLength(1);
  await door.remove(builtInBudgets, { name: 'web', namespace: 'default' });
  expect(await door.evict({ ...pod, uid: 'another' })).toEqual({ outcome: 'changed' });
  expect(await door.evict(pod)).toEqual({ outcome: 'evicted' });
  expect(await door.evict({ ...pod, name: 'none' })).toEqual({ outcome: 'gone' });
  expect(PODS.plural).toBe('pods');
});

const builtInBudgets = { group: 'policy', version: 'v1', plural: 'poddisruptionbudgets', namespaced: true };

describe('watches', () => {
  async function followed(
    options: SimulatedKubernetesOptions,
    change: () => void | Promise<void>,
    want: string,
  ) {
    const door = await start(options);
    joinNodes(2);
    const seen = new Map<string, Node>();
    const end = new AbortController();
    const keep = (node: Node): void => {
      seen.set(node.metadata?.name ?? '', node);
      if (seen.has(want)) end.abort();
    };
    let changed: Promise<void> | undefined;
    await follow(
      door,
      NODES,
      {},
      {
        listed: (items) => items.forEach(keep),
        complete: () => {
          changed ??= Promise.resolve(change());
        },
        stored: keep,
        removed: ({ metadata }) => seen.delete(metadata?.name ?? ''),
      },
      end.signal,
    );
    await changed;
    return [...seen.keys()];
  }

  test('tell what comes', async () => {
    expect(await followed({}, () => joinNodes(3), name(3))).toEqual([name(1), name(2), name(3)]);
  });

  test('go on where they were when the server ends them', async () => {
    const change = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      kubernetes.server.endWatches();
      joinNodes(3);
    };
    expect(await followed({}, change, name(3))).toHaveLength(3);
  });

  test('list anew when the server has forgotten where they were', async () => {
    let watches = 0;
    const intercept = ({ url }: { url: URL }) =>
      url.searchParams.has('watch') && (watches += 1) === 1
        ? { status: 410, body: { kind: 'Status', code: 410, message: 'too old resource version' } }
        : undefined;
    expect(await followed({ intercept }, () => joinNodes(3), name(3))).toHaveLength(3);
    expect(kubernetes.server.requests.filter((line) => line.includes('limit=')).length).toBeGreaterThan(1);
  });

  test('that are denied are an error', async () => {
    const door = await start({ denied: ['watch nodes'] });
    const watching = door.watch(NODES, { resourceVersion: '1' }).next();
    expect(await code(watching)).toBe('EHA1503');
  });
});

describe('a kubeconfig', () => {
  interface Config {
    clusters?: [{ cluster: Record<string, unknown> }];
    users: [{ user: Record<string, unknown> }];
    'current-context': string;
  }
  const edit = (change: (config: Config) => unknown): Promise<unknown> => {
    const config = JSON.parse(readFileSync(kubernetes.kubeconfig, 'utf8')) as Config;
    change(config);
    const path = join(dirname(kubernetes.kubeconfig), 'edited');
    writeFileSync(path, JSON.stringify(config));
    return openCluster({ kind: 'kubeconfig', path }, deps).then((door) => door.list(NODES));
  };

  test('that would weaken the connection, or is not understood, is refused', async () => {
    await start();
    const changes: ((config: Config) => unknown)[] = [
      (config) => Object.assign(config.clusters?.[0].cluster ?? {}, { 'insecure-skip-tls-verify': true }),
      (config) => Object.assign(config.clusters?.[0].cluster ?? {}, { server: 'http://127.0.0.1' }),
      (config) => Object.assign(config.clusters?.[0].cluster ?? {}, { 'proxy-url': 'http://proxy' }),
      (config) => (config.users[0].user['auth-provider'] = { name: 'gcp' }),
      (config) => (config['current-context'] = 'none'),
      (config) => delete config.clusters,
    ];
    for (const change of changes) expect(await code(edit(change))).toBe('EHA1501');
  });

  test('with a token in a file, and with a program', async () => {
    await start();
    writeFileSync(join(dirname(kubernetes.kubeconfig), 'token'), 'token-of-the-administrator\n');
    await edit((config) => (config.users[0].user = { tokenFile: 'token' }));
    expect(masked).toContain('token-of-the-administrator');
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'aws' };
    expect(await code(edit((config) => (config.users[0].user = { exec })))).toBe('EHA1508');
  });
});
