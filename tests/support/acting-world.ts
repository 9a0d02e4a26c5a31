/** Nodes with everything behind them in both clouds, and the doors of node-cleanup to them, in one process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActOptions, actOn } from '#lib/cleanup/act.js';
import { type CleanupDoors, type CleanupScope, openCleanupDoors } from '#lib/cleanup/doors.js';
import type { Outcome } from '#lib/cleanup/outcome.js';
import { type CleanupPlan, planCleanup } from '#lib/cleanup/plan.js';
import { readFleet } from '#lib/cleanup/read-fleet.js';
import type { CleanupSettings } from '#lib/cleanup/settings.js';
import { createSsmService, type SsmOptions } from '#simulator/servers/aws/ssm/service.js';
import { type ArmOptions, type ArmServer, startArmServer } from '#simulator/servers/azure/arm/server.js';
import type { KubernetesOptions } from '#simulator/servers/kubernetes/server.js';
import { startService } from '#simulator/servers/loopback.js';
import type { ObjectValue } from '#simulator/terraform-provider/engine/types.js';
import {
  type CreatedActivation,
  createActivation,
  MANAGED_INSTANCE,
  registerInstance,
} from '#simulator/world/activations.js';
import { text } from '#simulator/world/attributes.js';
import type { KubeCluster } from '#simulator/world/kube-cluster.js';
import { addFleetPod, addHybridNode, type FleetPod } from '#simulator/world/kube-fleet.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import type { KubeObject } from '#simulator/world/kube-types.js';
import { setMachineState } from '#simulator/world/machine-states.js';
import { SIMULATED_ACCOUNTS, World } from '#simulator/world/world.js';
import { type FakeDeps, fakeDeps } from './fake-deps.ts';
import { hours, minutes, PRICES, SETTINGS } from './fleets.ts';
import { startSimulatedKubernetes } from './simulated-kubernetes.ts';

const { region, accountId, subscriptionId } = SIMULATED_ACCOUNTS;
const GROUP = 'hybrid-nodes';
const ARN = `arn:aws:eks:${region}:${accountId}:cluster/hybrid`;
export const PROVIDERS = `/subscriptions/${subscriptionId}/resourceGroups/${GROUP}/providers`;
export const vmId = (name: string): string => `${PROVIDERS}/Microsoft.Compute/virtualMachines/${name}`;

export const SCOPE: CleanupScope = {
  cluster: { name: 'hybrid', region, arn: ARN, nodeNetworks: ['10.80.0.0/20'] },
  subscriptionId,
  resourceGroup: GROUP,
};

export const ACT_SETTINGS: CleanupSettings = {
  ...SETTINGS,
  cluster: { name: 'hybrid', region },
  minNodes: 0,
  // Nodes of the simulated API server are as old as the test.
  grace: 0,
  maxSilentPercent: 40,
};

export interface ActingOptions {
  readonly kubernetes?: Pick<KubernetesOptions, 'intercept' | 'denied' | 'terminationMs'>;
  readonly arm?: Pick<ArmOptions, 'denied' | 'locked' | 'pageSize'>;
  readonly fail?: SsmOptions['fail'];
}

export interface ActingWorld {
  readonly world: World;
  readonly deps: FakeDeps;
  readonly arm: ArmServer;
  readonly cluster: KubeCluster;
  readonly doors: CleanupDoors;
  /** `GET …`, in order of arrival at the API server. */
  readonly kubernetesCalls: readonly string[];
  /** Makes `vm-<number>` with interface, disk, registration, Node and lease. Gives the name of the node. */
  addNode(number: number): string;
  addVm(name: string, more?: ObjectValue, address?: string): void;
  addPod(node: string, name: string, more?: Partial<FleetPod>): void;
  mint(): CreatedActivation;
  nodeOf(name: string): KubeObject | undefined;
  annotate(name: string, annotations: Readonly<Record<string, string>>): void;
  /** Kubernetes and Systems Manager have not heard of the node for an hour. */
  silence(name: string): void;
  plan(settings?: Partial<CleanupSettings>): Promise<CleanupPlan>;
  act(
    plan: CleanupPlan,
    options?: Partial<ActOptions>,
    deps?: FakeDeps,
  ): Promise<ReadonlyMap<string, Outcome>>;
  /** Reads, judges and acts. */
  run(options?: Partial<ActOptions>): Promise<ReadonlyMap<string, Outcome>>;
  /** Doors of another run, with a signal or a clock of its own. */
  open(deps: FakeDeps): Promise<CleanupDoors>;
  azure(type: string): readonly string[];
  instances(): readonly string[];
  close(): Promise<void>;
}

const VARIABLES = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_EC2_METADATA_DISABLED: 'true',
};

const AZURE = {
  clientId: undefined,
  tenantId: undefined,
  authorityHost: '',
  vaultEndpoint: undefined,
  idToken: undefined,
};

/** Azure as the CLI logs in to it. */
export function actingDeps(more: Parameters<typeof fakeDeps>[0] = {}): FakeDeps {
  const expires = Date.parse('2027-01-01T00:00:00Z') / 1000;
  const stdout = JSON.stringify({ accessToken: 'token', expires_on: expires });
  return fakeDeps({
    runProcess: () =>
      Promise.resolve({ stdout, stderr: '', exitCode: 0 } as Awaited<ReturnType<FakeDeps['runProcess']>>),
    ...more,
  });
}

export async function startActingWorld(options: ActingOptions = {}): Promise<ActingWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'acting-world-'));
  const deps = actingDeps();
  const clock = {
    now: () => new Date(deps.clock.now()),
    sleep: (milliseconds: number) =>
      new Promise<void>((resolve) => setTimeout(resolve, Math.min(milliseconds, 20))),
  };
  const world = World.open({ directory, clock });
  const kubernetes = await startSimulatedKubernetes({ world, ...options.kubernetes });
  const arm = await startArmServer(world, { ...options.arm, isToken: () => true });
  const fail = options.fail === undefined ? {} : { fail: options.fail };
  const ssm = await startService(createSsmService({ world, ...fail }));
  const before = { ...process.env };
  Object.assign(process.env, VARIABLES, { AWS_ENDPOINT_URL_SSM: ssm.url });
  putRole(world);
  const place = { kind: 'kubeconfig', path: kubernetes.kubeconfig } as const;
  const open = (own: FakeDeps) => openCleanupDoors(place, SCOPE, { ...AZURE, endpoint: arm.url }, own);
  const doors = await open(deps);
  const plan = async (settings: Partial<CleanupSettings> = {}): Promise<CleanupPlan> => {
    const { fleet } = await readFleet(doors, SCOPE, deps);
    return planCleanup(fleet, { ...ACT_SETTINGS, ...settings }, PRICES, deps.clock.now());
  };
  const act: ActingWorld['act'] = async (of, more = {}, own = deps) => {
    const { outcomes } = await actOn(
      of,
      own === deps ? doors : await open(own),
      {
        scope: SCOPE,
        settings: ACT_SETTINGS,
        evictionDeadline: minutes(10),
        concurrency: 2,
        run: 'https://github.com/o/r/actions/runs/1',
        ...more,
      },
      own,
    );
    return outcomes;
  };
  return {
    ...{ world, deps, arm, doors, plan, act, open, cluster: kubernetes.cluster },
    kubernetesCalls: kubernetes.server.requests,
    run: async (more = {}) => act(await plan(more.settings), more),
    ...things(world, kubernetes.cluster),
    close: async () => {
      process.env = before;
      await Promise.all([kubernetes.close(), arm.close(), ssm.close()]);
      await world.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function putRole(world: World): void {
  const attributes = { id: 'nodes', name: 'nodes', assume_role_policy: '"ssm.amazonaws.com"' };
  world.objects.put({ key: 'role', provider: 'aws', type: 'aws_iam_role', region, attributes });
}

type Things = Omit<
  ActingWorld,
  | 'world'
  | 'deps'
  | 'arm'
  | 'cluster'
  | 'doors'
  | 'kubernetesCalls'
  | 'plan'
  | 'act'
  | 'run'
  | 'open'
  | 'close'
>;

function things(world: World, cluster: KubeCluster): Things {
  const ago = (age: number): string => new Date(world.clock.now().getTime() - age).toISOString();
  const nodeOf = (name: string) => cluster.store.get(builtIn('nodes'), undefined, name);
  const putAzure = (type: string, path: string, more: ObjectValue): void => {
    const name = path.split('/').at(-1) ?? '';
    const common = {
      id: `${PROVIDERS}/${path}`,
      name,
      resource_group_name: GROUP,
      location: 'germanywestcentral',
    };
    const attributes = {
      created: ago(hours(24)),
      tags: { cluster: 'hybrid', pool: 'general' },
      ...common,
      ...more,
    };
    world.objects.put({ key: `${type}:${path}`, provider: 'azurerm', type, region: '', attributes });
  };
  const addVm: ActingWorld['addVm'] = (name, more = {}, address = '10.80.1.200') => {
    putAzure('azurerm_network_interface', `Microsoft.Network/networkInterfaces/${name}`, {
      ip_configuration: [{ name: 'primary', private_ip_address: address }],
      ...(more['tags'] !== undefined && { tags: more['tags'] }),
    });
    putAzure('azurerm_linux_virtual_machine', `Microsoft.Compute/virtualMachines/${name}`, {
      size: 'Standard_D4s_v5',
      network_interface_ids: [`${PROVIDERS}/Microsoft.Network/networkInterfaces/${name}`],
      ...more,
    });
  };
  const mint = (): CreatedActivation =>
    createActivation(world, {
      region,
      iamRole: 'nodes',
      registrationLimit: 10,
      tags: { EKSClusterARN: ARN },
    });
  return {
    addVm,
    mint,
    nodeOf,
    addNode: (number) => {
      const vm = `vm-${number}`;
      const address = `10.80.1.${number}`;
      addVm(vm, {}, address);
      const instance = registerInstance(world, {
        ...{ region, ...mint(), ipAddress: address, computerName: vm },
        ...{ platformName: 'ubuntu', platformVersion: '24.04' },
      });
      const name = text(instance, 'id');
      world.objects.patch(instance.key, { created: ago(hours(23)) });
      const labels = { 'eks-hybrid-actions.io/vm': vm, 'eks-hybrid-actions.io/pool': 'general' };
      addHybridNode(cluster, { name, address, labels });
      return name;
    },
    addPod: (node, name, more = {}) => {
      const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'web' };
      addFleetPod(cluster, { name, node, owner, labels: { app: 'web' }, ...more });
    },
    annotate: (name, annotations) => {
      edit(cluster, name, (node) => ({
        ...node,
        metadata: { ...node.metadata, annotations: { ...node.metadata.annotations, ...annotations } },
      }));
    },
    silence: (name) => {
      const at = ago(hours(1));
      edit(cluster, name, (node) => silent(node, at));
      const lease = cluster.store.get(builtIn('leases'), 'kube-node-lease', name);
      if (lease !== undefined) {
        cluster.store.put(builtIn('leases'), { ...lease, spec: { renewTime: at } });
      }
      const instance = world.objects.list(MANAGED_INSTANCE).find((one) => text(one, 'id') === name);
      if (instance !== undefined) {
        world.objects.patch(instance.key, { ping_status: 'ConnectionLost', last_ping: at });
      }
      const vm = String(nodeOf(name)?.metadata.labels?.['eks-hybrid-actions.io/vm']);
      setMachineState(world, vmId(vm), { power: 'deallocated' });
    },
    azure: (type) => world.objects.list(type).map((object) => text(object, 'name')),
    instances: () => world.objects.list(MANAGED_INSTANCE).map((one) => text(one, 'id')),
  };
}

function edit(cluster: KubeCluster, name: string, change: (node: KubeObject) => KubeObject): void {
  const node = cluster.store.get(builtIn('nodes'), undefined, name);
  if (node === undefined) throw new Error(`no node ${name}`);
  cluster.store.put(builtIn('nodes'), change(node));
}

function silent(node: KubeObject, at: string): KubeObject {
  const { status } = node as unknown as { status: { conditions: readonly Record<string, unknown>[] } };
  const conditions = status.conditions.map((condition) =>
    condition['type'] === 'Ready' ? { ...condition, status: 'Unknown', lastTransitionTime: at } : condition,
  );
  return { ...node, status: { ...status, conditions } } as unknown as KubeObject;
}
