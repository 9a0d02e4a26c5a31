/** node-cleanup over a large fleet: time, memory and calls of a dry run, beside the least number of pages there can be. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { formatTable } from '#scripts/support/format.js';
import { MANAGED_INSTANCE } from '#simulator/world/activations.js';
import { addFleetPod, addHybridNode } from '#simulator/world/kube-fleet.js';
import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';
import { type NodeWorld, startNodeWorld } from '#tests/support/node-world.js';
import type { Bench } from './types.ts';

const CLUSTER = 'hybrid';
/** Result document, below RUNNER_TEMP. */
const FILE = join('eks-hybrid-actions', 'bench', 'cleanup.json');
const PODS_A_NODE = 12;
const SIZES = [500, 5000];
const { region, subscriptionId } = SIMULATED_ACCOUNTS;

/** Entries that one answer brings: as asked for in Kubernetes and SSM (its most), as the simulated ARM has it. */
const PAGES = { kubernetes: 500, ssm: 50, arm: 100 } as const;

/** Writes the most memory that the process had (kB) and its processor time (µs) to descriptor 3 when it ends. */
const HOOK = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, maxRSS + ' ' + (userCPUTime + systemCPUTime));
});`,
)}`;

export const bench: Bench = {
  title: 'node-cleanup over a fleet (a dry run; the simulated clouds share the machine)',
  run: async ({ root }) => {
    const rows = [];
    for (const nodes of SIZES) rows.push(await measure(root, nodes));
    const headings = ['Fleet', 'Seconds', 'Processor', 'Memory', 'Calls', 'Pages at least', 'Verdict'];
    return formatTable([headings, ...rows]);
  },
};

async function measure(root: string, count: number): Promise<readonly string[]> {
  const world = await startNodeWorld({ clouds: { retryAfter: 0 } });
  const directory = mkdtempSync(join(tmpdir(), 'bench-cleanup-'));
  try {
    for (let number = 1; number <= count; number += 1) addMachine(world, number);
    const { seconds, megabytes, processor, said } = await run(root, directory, world);
    if (!existsSync(join(directory, FILE))) throw new Error(said);
    const document = JSON.parse(readFileSync(join(directory, FILE), 'utf8')) as Document;
    const calls = Object.entries(document.calls).map(([service, number]) => `${service} ${number}`);
    return [
      `${count} nodes, ${count * PODS_A_NODE} pods`,
      seconds.toFixed(1),
      `${processor.toFixed(1)} s`,
      `${megabytes.toFixed(0)} MiB`,
      calls.join(', '),
      leastPages(count),
      `${document.verdict}, ${document.nodes.length} nodes`,
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
    await world.close();
  }
}

/** The part of the result document that is printed. */
interface Document {
  readonly verdict: string;
  readonly calls: Readonly<Record<string, number>>;
  readonly nodes: readonly unknown[];
}

/** Pages of nodes, leases and pods, of instances, and of VMs, their states, interfaces, disks, and the times of VMs and interfaces. */
function leastPages(count: number): string {
  const pages = (entries: number, size: number): number => Math.ceil(entries / size);
  const kubernetes = 2 * pages(count, PAGES.kubernetes) + pages(count * PODS_A_NODE, PAGES.kubernetes);
  const arm = 4 * pages(count, PAGES.arm) + pages(2 * count, PAGES.arm);
  return `Kubernetes ${kubernetes}, SSM ${pages(count, PAGES.ssm)}, ARM ${arm}`;
}

/** A VM with its interface and disk, its registration, and its Node with pods: every tenth has only those of DaemonSets. */
function addMachine(world: NodeWorld, number: number): void {
  const vm = `hybrid-general-${number}`;
  const name = `mi-0${String(number).padStart(16, '0')}`;
  const address = `10.${80 + Math.floor(number / 60_000)}.${Math.floor(number / 250) % 250}.${(number % 250) + 4}`;
  addVm(world, vm, address);
  world.world.objects.put({
    key: `${MANAGED_INSTANCE}/${region}/${name}`,
    provider: 'aws',
    type: MANAGED_INSTANCE,
    region,
    attributes: {
      ...{
        id: name,
        activation_id: '00000000-0000-4000-8000-000000000001',
        iam_role: 'hybrid-nodes',
        name: '',
      },
      ...{ ip_address: address, computer_name: vm, platform_name: 'ubuntu', platform_version: '24.04' },
      ...{ ping_status: 'Online', last_ping: new Date().toISOString(), created: LONG_AGO },
      tags: { EKSClusterARN: `arn:aws:eks:${region}:${SIMULATED_ACCOUNTS.accountId}:cluster/${CLUSTER}` },
    },
  });
  const { cluster } = world.kubernetes;
  addHybridNode(cluster, {
    name,
    address,
    labels: { 'eks-hybrid-actions.io/vm': vm, 'eks-hybrid-actions.io/pool': 'general' },
  });
  for (let index = 0; index < PODS_A_NODE; index += 1) addPod(world, name, number, index);
}

const LONG_AGO = '2026-01-01T00:00:00.000Z';

function addVm({ world, resourceGroup }: NodeWorld, vm: string, address: string): void {
  const group = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers`;
  const [id, nic, disk] = [
    `${group}/Microsoft.Compute/virtualMachines/${vm}`,
    `${group}/Microsoft.Network/networkInterfaces/${vm}`,
    `${vm}-os`,
  ];
  const common = { resource_group_name: resourceGroup, location: 'germanywestcentral', created: LONG_AGO };
  const put = (type: string, key: string, more: object): void => {
    const attributes = { id: key, name: vm, ...common, tags: { cluster: CLUSTER, pool: 'general' }, ...more };
    world.objects.put({ key, provider: 'azurerm', type, region: '', attributes });
  };
  put('azurerm_network_interface', nic, {
    ip_configuration: [{ name: 'primary', private_ip_address: address }],
    virtual_machine_id: id,
  });
  put('azurerm_linux_virtual_machine', id, {
    size: 'Standard_D4s_v5',
    network_interface_ids: [nic],
    os_disk: [{ name: disk, storage_account_type: 'Premium_LRS', disk_size_gb: 64 }],
    private_ip_address: address,
  });
}

function addPod({ kubernetes: { cluster } }: NodeWorld, node: string, number: number, index: number): void {
  const isDaemon = index < 2 || number % 10 === 0;
  const kind = isDaemon ? 'DaemonSet' : 'ReplicaSet';
  addFleetPod(cluster, {
    name: `pod-${number}-${index}`,
    node,
    owner: { apiVersion: 'apps/v1', kind, name: `owner-${index}`, uid: `owner-${index}` },
    spec: {
      containers: [
        {
          name: 'main',
          image: 'registry.k8s.io/pause:3.10',
          resources: { requests: { cpu: '250m', memory: '256Mi' } },
        },
      ],
    },
    status: { phase: 'Running', podIP: '10.85.0.4', startTime: LONG_AGO },
  });
}

async function run(root: string, directory: string, world: NodeWorld) {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', HOOK, join(root, 'actions/node-cleanup/dist/main/index.js')],
    {
      cwd: directory,
      env: environmentOf(directory, world),
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    },
  );
  const [said, figures] = await Promise.all([text(pipe(child, 1)), text(pipe(child, 3))]);
  const seconds = (performance.now() - started) / 1000;
  const [kilobytes = Number.NaN, microseconds = Number.NaN] = figures.split(' ').map(Number);
  if (!Number.isFinite(kilobytes)) throw new Error(said);
  return { seconds, megabytes: kilobytes / 1024, processor: microseconds / 1e6, said };
}

function pipe(child: ChildProcess, descriptor: number): NodeJS.ReadableStream {
  const stream = child.stdio[descriptor];
  if (stream === null || stream === undefined || !('read' in stream)) throw new Error('no pipe to the child');
  return stream;
}

function environmentOf(directory: string, { env, resourceGroup }: NodeWorld): Record<string, string> {
  const files = {
    OUTPUT: 'output',
    STEP_SUMMARY: 'summary',
    STATE: 'state',
    PATH: 'path',
    ENV: 'env',
    EVENT_PATH: 'event.json',
  };
  const runner = Object.fromEntries(
    Object.entries(files).map(([name, file]) => {
      writeFileSync(join(directory, file), file === 'event.json' ? '{}' : '');
      return [`GITHUB_${name}`, join(directory, file)];
    }),
  );
  return {
    ...env,
    ...runner,
    PATH: '/usr/bin:/bin',
    RUNNER_TEMP: directory,
    GITHUB_WORKSPACE: directory,
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_REPOSITORY: 'octo-org/platform',
    GITHUB_SHA: '1'.repeat(40),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'bench',
    GITHUB_ACTION: 'bench',
    GITHUB_ACTOR: 'octocat',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    'INPUT_CLUSTER-NAME': CLUSTER,
    'INPUT_AWS-REGION': region,
    'INPUT_AZURE-RESOURCE-GROUP': resourceGroup,
    'INPUT_AZURE-SUBSCRIPTION-ID': subscriptionId,
    INPUT_ISSUE: 'false',
    INPUT_GRACE: '0s',
  };
}
