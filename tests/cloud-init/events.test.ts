/** Scheduled events and leaving, with real kubectl against a small API. */
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ServiceReply, ServiceRequest } from '#simulator/servers/loopback.js';
import { listInstances } from '#simulator/world/activations.js';
import { listNodes } from '#simulator/world/nodes.js';
import { renderUserData, SETTINGS } from '#tests/support/cloud-init.js';
import { startBench, type NodeBench, type ProgramResult } from '#tests/support/node-programs.js';
import { findPackagedTool } from '#tests/support/packaged-tools.js';
import { startApi, type PodOptions, type SimulatedApi } from '#tests/support/simulated-api.js';

const PODS: readonly PodOptions[] = [
  { name: 'web', owner: 'ReplicaSet' },
  { name: 'guarded', owner: 'ReplicaSet', refusals: 2 },
  { name: 'bare' },
  { name: 'agent', owner: 'DaemonSet' },
  { name: 'static', owner: 'Node', isMirror: true },
  { name: 'job', phase: 'Succeeded' },
];

let userData: string;
let kubectl: string | undefined;
let bench: NodeBench;
let api: SimulatedApi | undefined;

beforeAll(async () => {
  userData = await renderUserData(SETTINGS);
  kubectl = await findPackagedTool('kubectl');
});

afterEach(async () => {
  await bench.close();
  await api?.close();
  api = undefined;
});

async function joined(intercept?: (request: ServiceRequest) => ServiceReply | undefined): Promise<void> {
  bench = await startBench({ userData }, intercept);
  const { exitCode, journal } = await bench.run('join');
  expect({ exitCode, journal }).toMatchObject({ exitCode: 0 });
}

/** One look at the events, with `pods` on the node. */
async function watch(
  pods: readonly PodOptions[] = [],
): Promise<ProgramResult & { readonly api: SimulatedApi }> {
  api ??= await startApi(pods);
  writeFileSync(join(bench.root, 'var/lib/kubelet/kubeconfig'), api.kubeconfig);
  const env = { EVENTS_POLLS: '1', EVENTS_SECONDS: '0', DRAIN_SECONDS: '0', KUBECTL: kubectl ?? '' };
  return { ...(await bench.run('events', { env })), api };
}

function events() {
  const machine = bench.machines.find('vm-1');
  if (machine === undefined) throw new Error('no machine');
  return machine.events;
}

const registered = () => listInstances(bench.world, 'eu-central-1').length;

describe('scheduled events', () => {
  test('Terminate: cordoned, evicted with patience, deregistered, acknowledged', async () => {
    if (kubectl === undefined) return;
    await joined();
    const event = events().add('Terminate', 'vm-1');
    const { exitCode, journal, api: seen } = await watch(PODS);
    expect({ exitCode, journal }).toMatchObject({ exitCode: 0 });
    expect([...seen.pods.keys()]).toEqual(['agent', 'static', 'job']);
    expect(seen.requests.filter((request) => request.endsWith('/guarded/eviction'))).toHaveLength(3);
    expect(seen.isCordoned).toBe(true);
    expect(registered()).toBe(0);
    expect(bench.status()).toMatchObject({ state: 'left', node: '' });
    expect(events().acknowledged).toEqual([event.id]);
    expect(bench.file('dev/console')).toContain('eks-hybrid-leave: RESULT left node=mi-');
    // The Node object is left to node-cleanup.
    expect(listNodes(bench.world, 'prod')).toHaveLength(1);
  });

  test('Preempt: leaves, although a budget refuses to the end', async () => {
    if (kubectl === undefined) return;
    await joined();
    const event = events().add('Preempt', 'vm-1');
    const { journal, api: seen } = await watch([{ name: 'stuck', owner: 'ReplicaSet', refusals: 10_000 }]);
    expect(journal).toContain('pods left: 1');
    expect([...seen.pods.keys()]).toEqual(['stuck']);
    expect(registered()).toBe(0);
    expect(events().acknowledged).toEqual([event.id]);
  });

  test.each(['Reboot', 'Redeploy'] as const)(
    '%s: in service again when it is over, not before',
    async (type) => {
      if (kubectl === undefined) return;
      await joined();
      const event = events().add(type, 'vm-1');
      const { api: seen } = await watch([{ name: 'web', owner: 'ReplicaSet' }]);
      expect(seen.isCordoned).toBe(true);
      expect(seen.pods.size).toBe(0);
      expect(registered()).toBe(1);
      expect(events().acknowledged).toEqual([event.id]);
      await watch();
      expect(seen.isCordoned).toBe(true);
      events().remove(event.id);
      await watch();
      expect(seen.isCordoned).toBe(false);
      expect(bench.file('var/lib/eks-hybrid/cordoned')).toBeUndefined();
    },
  );

  test('a node that a person has cordoned stays so', async () => {
    if (kubectl === undefined) return;
    await joined();
    api = await startApi([]);
    api.isCordoned = true;
    const event = events().add('Reboot', 'vm-1');
    await watch();
    events().remove(event.id);
    await watch();
    expect(api.isCordoned).toBe(true);
  });

  test('Freeze, and what concerns another VM: nothing', async () => {
    await joined();
    events().add('Freeze', 'vm-1');
    events().add('Terminate', 'vm-2');
    const { journal, api: seen } = await watch(PODS);
    expect(journal).toContain('Freeze announced');
    expect(seen.requests).toEqual([]);
    expect(registered()).toBe(1);
    expect(events().acknowledged).toEqual([]);
  });

  test('goes on when the metadata service does not answer', async () => {
    let isDown = false;
    await joined(({ path }) => (isDown && path.includes('scheduledevents') ? 'reset' : undefined));
    isDown = true;
    const { exitCode, journal } = await watch();
    expect(exitCode).toBe(0);
    expect(journal).toContain('does not answer; asked again');
  });
});

describe('leaving', () => {
  test('J80: says that the machine is still registered', async () => {
    await joined(({ path }) =>
      path === '/nodeadm/uninstall' ? { status: 200, body: 'error\nAccessDeniedException' } : undefined,
    );
    const { exitCode } = await bench.run('leave');
    expect(exitCode).toBe(0);
    expect(bench.status()).toMatchObject({ state: 'failed', code: 'J80' });
    expect(bench.file('dev/console')).toContain('RESULT failed code=J80');
    expect(registered()).toBe(1);
  });

  test('a machine that is no node has nothing to leave', async () => {
    bench = await startBench({ userData });
    expect(await bench.run('leave')).toMatchObject({ exitCode: 0 });
    expect(bench.status()).toMatchObject({ state: 'left' });
  });

  test('a machine that has left may join again with a new identity', async () => {
    await joined();
    const before = listInstances(bench.world, 'eu-central-1')[0]?.attributes['id'];
    await bench.run('leave');
    expect(await bench.run('join')).toMatchObject({ exitCode: 0 });
    expect(listInstances(bench.world, 'eu-central-1')[0]?.attributes['id']).not.toBe(before);
  });

  test('both services are in the user data, and the watcher does not need the other one', () => {
    const { write_files: files } = parse(userData) as { write_files: { path: string; content: string }[] };
    const unit = files.find(({ path }) => path.endsWith('eks-hybrid-events.service'))?.content ?? '';
    expect(unit).toContain('Wants=eks-hybrid-join.service');
    expect(unit).not.toContain('Requires=');
  });
});
