/** The join program as it is, in bash, on a simulated VM. Only nodeadm is stood in for. */
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseNodeConfig } from '#simulator/machines/node-config.js';
import type { ServiceRequest } from '#simulator/servers/loopback.js';
import { listInstances } from '#simulator/world/activations.js';
import { text } from '#simulator/world/attributes.js';
import { listNodes } from '#simulator/world/nodes.js';
import { renderUserData, SETTINGS } from '#tests/support/cloud-init.js';
import { startBench, type NodeBench } from '#tests/support/node-programs.js';

const NODE_CONFIG = 'run/eks-hybrid/node-config.json';
const PHASES = ['machine', 'prerequisites', 'nodeadm', 'install', 'activation', 'init', 'verify'];

let userData: string;
let bench: NodeBench | undefined;

beforeAll(async () => {
  userData = await renderUserData(SETTINGS);
});

afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

/** Arguments of every process of this machine. */
function allArguments(): string {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    })
    .join('\n');
}

describe('a machine in order', () => {
  test('joins, and its node says where it is', async () => {
    bench = await startBench({ userData });
    const { exitCode, journal } = await bench.run('join');
    expect({ exitCode, journal }).toMatchObject({ exitCode: 0 });
    expect(bench.status()).toMatchObject({ state: 'joined', phase: 'done', code: '', cluster: 'prod' });
    const [node] = listNodes(bench.world, 'prod');
    const [instance] = listInstances(bench.world, 'eu-central-1');
    const name = text(instance, 'id');
    expect(node?.attributes).toMatchObject({
      metadata: {
        name,
        labels: {
          'topology.kubernetes.io/region': 'azure-westeurope',
          'topology.kubernetes.io/zone': 'azure-westeurope-1',
          'eks-hybrid-actions.io/pool': 'general',
          'eks-hybrid-actions.io/vm': 'vm-1',
          'eks.amazonaws.com/compute-type': 'hybrid',
          team: 'platform',
          empty: '',
        },
      },
      spec: {
        providerID: `eks-hybrid:///eu-central-1/prod/${name}`,
        // No pod network is installed in this world.
        taints: [
          { key: 'dedicated', value: 'batch', effect: 'NoSchedule' },
          { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' },
        ],
      },
      status: {
        addresses: [{ type: 'InternalIP', address: '10.80.1.4' }, {}],
        capacity: { pods: '60', cpu: '4' },
      },
    });
    expect(bench.file('dev/console')).toMatch(
      /^eks-hybrid-join: RESULT ok node=mi-[0-9a-f]{17} cluster=prod/m,
    );
  });

  test('does nothing the second time', async () => {
    const asked: string[] = [];
    bench = await startBench({ userData }, ({ path }) => void asked.push(path));
    await bench.run('join');
    asked.length = 0;
    const { exitCode, journal } = await bench.run('join');
    expect(exitCode).toBe(0);
    expect(journal).not.toContain('phase=');
    expect(asked).toEqual(['/nodeadm/healthz']);
    expect(listInstances(bench.world, 'eu-central-1')).toHaveLength(1);
  });

  test('goes through everything again when kubelet stays away, without the release host and with its old identity', async () => {
    let isDown = false;
    bench = await startBench({ userData }, ({ path }) =>
      isDown && path.startsWith('/assets') ? 'reset' : undefined,
    );
    await bench.run('join');
    isDown = true;
    const machine = bench.machines.find('vm-1');
    if (machine === undefined) throw new Error('no machine');
    machine.isKubeletUp = false;
    const { exitCode, journal } = await bench.run('join', { env: { KUBELET_ATTEMPTS: '1' } });
    expect({ exitCode, journal }).toMatchObject({ exitCode: 0 });
    expect(journal).toContain('skipping registration');
    expect(listInstances(bench.world, 'eu-central-1')).toHaveLength(1);
  });

  test.each(PHASES)('goes on after a power cut in phase %s', async (phase) => {
    bench = await startBench({ userData });
    const cut = await bench.run('join', { interrupt: { at: `phase=${phase}\n`, signal: 'SIGKILL' } });
    expect(cut.exitCode).toBeNull();
    const { exitCode, journal } = await bench.run('join');
    expect({ exitCode, journal }).toMatchObject({ exitCode: 0 });
    expect(bench.status()).toMatchObject({ state: 'joined' });
    expect(listInstances(bench.world, 'eu-central-1')).toHaveLength(1);
    expect(bench.file(NODE_CONFIG)).toBeUndefined();
  });
});

describe('the activation code', () => {
  /** Looks at the machine while nodeadm works. */
  function spy(
    request: ServiceRequest,
    seen: { modes: number[]; configs: string[]; processes: string[] },
  ): void {
    if (bench === undefined || !/^\/nodeadm\/(register|init)/.test(request.path)) return;
    seen.modes.push(statSync(join(bench.root, NODE_CONFIG)).mode & 0o777);
    seen.configs.push(request.body);
    seen.processes.push(allArguments());
  }

  test('is in no log, console, status, argument or custom data, and its file is gone', async () => {
    const seen = { modes: [] as number[], configs: [] as string[], processes: [] as string[] };
    let isFirst = true;
    bench = await startBench({ userData }, (request) => {
      spy(request, seen);
      // A message of the SSM agent that quotes the code.
      if (!request.path.startsWith('/nodeadm/register') || !isFirst) return undefined;
      isFirst = false;
      return { status: 200, body: `error\nregistration with ${bench?.code ?? ''} failed` };
    });
    const { exitCode, journal } = await bench.run('join');
    const { code } = bench;
    expect(exitCode).toBe(0);
    expect(journal).toContain('registration with *** failed');
    expect(seen.modes.length).toBeGreaterThan(1);
    expect(new Set(seen.modes)).toEqual(new Set([0o600]));
    expect(parseNodeConfig(seen.configs.at(-1) ?? '')).toMatchObject({ activationCode: code, maxPods: 60 });
    expect(seen.configs.at(-1)).toContain('"enableCredentialsFile": true');
    for (const text of [
      journal,
      userData,
      bench.file('dev/console'),
      JSON.stringify(bench.status()),
      ...seen.processes,
    ]) {
      expect(text).not.toContain(code);
    }
    expect(bench.file(NODE_CONFIG)).toBeUndefined();
    expect(readdirSync(join(bench.root, 'run'))).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('is gone after %s in the middle of init', async (signal) => {
    const seen = { modes: [] as number[], configs: [] as string[], processes: [] as string[] };
    let isHanging = true;
    const start = startBench({ userData }, (request) => {
      spy(request, seen);
      if (!isHanging || !request.path.startsWith('/nodeadm/register')) return undefined;
      return { status: 200, body: 'error\nnow' };
    });
    bench = await start;
    const ended = await bench.run('join', { interrupt: { at: '"msg":"now"', signal } });
    expect(ended.exitCode).not.toBe(0);
    expect(seen.modes[0]).toBe(0o600);
    expect(readdirSync(join(bench.root, 'run'))).toEqual([]);
    expect(bench.status()).toMatchObject({ state: 'failed', code: 'J70' });
    isHanging = false;
    expect((await bench.run('join')).exitCode).toBe(0);
  });
});
