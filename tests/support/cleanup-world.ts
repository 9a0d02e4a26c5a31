/** A world for node-cleanup: nodes with everything that stands behind them in both clouds, and a repository. */
import { text } from '#simulator/world/attributes.js';
import { addFleetPod } from '#simulator/world/kube-fleet.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import type { KubeObject } from '#simulator/world/kube-types.js';
import { type MachineStateFacts, setMachineState } from '#simulator/world/machine-states.js';
import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';
import { type CleanupDocument, cleanupDocument } from '#lib/report/cleanup-document.js';
import { putMachine } from './cleanup-machine.ts';
import { type NodeWorld, type NodeWorldOptions, startNodeWorld } from './node-world.ts';
import { runBundle, type RunOptions, type RunResult } from './run-bundle.ts';
import { startTestGitHub, type TestGitHub, type TestPullRequest } from './simulated-github.ts';

const { accountId, subscriptionId } = SIMULATED_ACCOUNTS;

export interface CleanupWorld {
  readonly nodes: NodeWorld;
  readonly github: TestGitHub;
  readonly repository: string;
  /** Makes `hybrid-<pool>-<number>`: VM with its disk, interface, registration and Node. Gives the name of the node. */
  addNode(number: number, pool?: string): string;
  /** Gives a node something to do. */
  addWork(node: string): void;
  /** The Node as it is now; undefined when it is gone. */
  nodeOf(name: string): KubeObject | undefined;
  annotations(name: string): Readonly<Record<string, string>>;
  /** Kubernetes has not heard of the node for an hour. */
  silence(name: string): void;
  setPower(vm: string, power: NonNullable<MachineStateFacts['power']>): void;
  /** Names of what Azure has of one type. */
  azure(type: string): readonly string[];
  /** One run that ends with a document. */
  run(inputs?: Readonly<Record<string, string>>, more?: Partial<RunOptions>): Promise<CleanupRun>;
  /** One run that may end before it has one. */
  step(inputs?: Readonly<Record<string, string>>, more?: Partial<RunOptions>): Promise<RunResult>;
  close(): Promise<void>;
}

export interface CleanupRun {
  readonly result: RunResult;
  readonly document: CleanupDocument;
  /** Codes of its errors. */
  readonly codes: readonly string[];
}

const POOLS = `pools = {
  general = {
    count = 3 # as many as we need
    size  = "Standard_D4s_v5"
  }
}
`;

export const POOLS_FILE = 'terraform/stacks/nodes/terraform.tfvars';

export async function startCleanupWorld(options: NodeWorldOptions = {}): Promise<CleanupWorld> {
  const nodes = await startNodeWorld(options);
  const github = await startTestGitHub();
  const pullRequest = await github.open({
    base: { [POOLS_FILE]: POOLS },
    head: { 'README.md': 'A change.\n' },
  });
  const start: CleanupWorld['step'] = async (inputs = {}, more = {}) => {
    const result = await runStep(nodes, pullRequest, inputs, more);
    if (result.stdout.includes('EHA1000')) throw new Error(`${result.stdout}${result.stderr}`);
    return result;
  };
  const { store } = nodes.kubernetes.cluster;
  const nodeOf = (name: string) => store.get(builtIn('nodes'), undefined, name);
  const group = `/subscriptions/${subscriptionId}/resourceGroups/${nodes.resourceGroup}/providers`;
  return {
    nodes,
    github,
    repository: pullRequest.repository,
    addNode: (number, pool = 'general') => addNode(nodes, number, pool),
    addWork: (node) => {
      const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'web' };
      const resources = { requests: { cpu: '3', memory: '1Gi' } };
      const containers = [{ name: 'main', image: 'registry.k8s.io/pause:3.10', resources }];
      addFleetPod(nodes.kubernetes.cluster, {
        name: `web-${node.slice(-4)}`,
        node,
        owner,
        spec: { containers },
      });
    },
    nodeOf,
    annotations: (name) => nodeOf(name)?.metadata.annotations ?? {},
    silence: (name) => {
      silence(nodes, name);
    },
    setPower: (vm, power) => {
      setMachineState(nodes.world, `${group}/Microsoft.Compute/virtualMachines/${vm}`, { power });
    },
    azure: (type) => nodes.world.objects.list(type).map((object) => text(object, 'name')),
    step: start,
    run: async (inputs, more) => {
      const result = await start(inputs, more);
      return { result, document: cleanupDocument.parse(result.report(), 'report'), codes: codesOf(result) };
    },
    close: async () => {
      await github.close();
      await nodes.close();
    },
  };
}

/** Codes of the errors of a run. */
export function codesOf({ annotations }: RunResult): readonly string[] {
  return annotations.filter(({ level }) => level === 'error').map(({ title }) => title.split(' ')[0] ?? '');
}

async function runStep(
  nodes: NodeWorld,
  { queue, step, token }: TestPullRequest,
  inputs: Readonly<Record<string, string>>,
  more: Partial<RunOptions>,
): Promise<RunResult> {
  const run = await queue();
  const permissions = { contents: 'write', issues: 'write', 'pull-requests': 'write' } as const;
  return runBundle({
    action: 'node-cleanup',
    ...more,
    inputs: {
      'cluster-name': 'hybrid',
      'aws-region': 'eu-central-1',
      'azure-resource-group': nodes.resourceGroup,
      'azure-subscription-id': subscriptionId,
      'allowed-aws-accounts': accountId,
      'allowed-azure-subscriptions': subscriptionId,
      'idle-for': '0s',
      grace: '0s',
      'min-nodes': '0',
      'max-percent': '100',
      'github-token': token(run, permissions),
      ...inputs,
    },
    env: { ...nodes.env, ...step(run).env, ...more.env },
  });
}

function addNode(nodes: NodeWorld, number: number, pool: string): string {
  const address = `10.80.0.${10 + number}`;
  const vm = putMachine(nodes.world, {
    cluster: 'hybrid',
    resourceGroup: nodes.resourceGroup,
    pool,
    number,
    address,
  });
  const node = nodes.register(vm, nodes.mint());
  const labels = { 'eks-hybrid-actions.io/vm': vm, 'eks-hybrid-actions.io/pool': pool };
  nodes.join(vm, node, { address, labels });
  return node;
}

/** Condition Ready unknown and lease old, as after an hour without a word. */
function silence(nodes: NodeWorld, name: string): void {
  const { store } = nodes.kubernetes.cluster;
  const at = new Date(nodes.world.clock.now().getTime() - 3_600_000).toISOString();
  const node = store.get(builtIn('nodes'), undefined, name);
  const lease = store.get(builtIn('leases'), 'kube-node-lease', name);
  if (node === undefined) throw new Error(`no node ${name}`);
  const { status } = node as unknown as { status: { conditions: readonly Record<string, unknown>[] } };
  const conditions = status.conditions.map((condition) =>
    condition['type'] === 'Ready' ? { ...condition, status: 'Unknown', lastTransitionTime: at } : condition,
  );
  store.put(builtIn('nodes'), { ...node, status: { ...status, conditions } } as unknown as KubeObject);
  if (lease === undefined) return;
  const spec = { ...(lease as unknown as { spec: object }).spec, renewTime: at };
  store.put(builtIn('leases'), { ...lease, spec });
}
