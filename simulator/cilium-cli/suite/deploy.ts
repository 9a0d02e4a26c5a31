/** Puts the suite's pods into the cluster and waits for them. What is there from an earlier run is used as it is. */
import { setTimeout as pause } from 'node:timers/promises';
import { at, type KubeObject, objectsAt, textAt } from '../../world/kube-types.ts';
import { type Api, ApiError } from '../api.ts';
import type { Instructed } from '../instructions.ts';
import type { TestOptions } from '../options.ts';
import type { Output } from '../output.ts';
import { deploymentOf, serviceOf, workloadsOf } from './workloads.ts';

/** A pod of the suite, or what is asked instead of one. */
export interface Peer {
  /** `namespace/name`, or an address. */
  readonly name: string;
  readonly address: string;
  /** 0 for what is not asked by port. */
  readonly port: number;
  /** Empty for what is no pod. */
  readonly pod: string;
  readonly node: string;
}

export interface Deployed {
  readonly singleNode: boolean;
  readonly clients: readonly Peer[];
  readonly echoes: readonly Peer[];
  readonly services: readonly Peer[];
  readonly nodes: readonly Peer[];
}

/** The real program waits ten minutes. */
const READY_MS = 3000;
const POLL_MS = 50;

export interface Surroundings {
  readonly api: Api;
  readonly options: TestOptions;
  readonly output: Output;
  readonly instructed: Instructed;
  readonly signal: AbortSignal;
}

/** @throws Error when pods do not become ready */
export async function deploy(surroundings: Surroundings): Promise<Deployed> {
  const { api, options, output } = surroundings;
  const singleNode = options.singleNode || (await isSingleNode(surroundings));
  const { testNamespace } = options;
  const say = (text: string): void => output.line(`✨ [${api.connection.context}] ${text}`);
  if (options.forceDeploy) await removeNamespace(surroundings);
  await makeNamespace(surroundings, say);
  const isFree = surroundings.instructed.has('ignoreNodeSelector', 'all');
  for (const workload of workloadsOf(singleNode)) {
    const { name, kind } = workload;
    say(`Deploying ${name} deployment...`);
    if (kind === 'echo')
      await create(api, `/api/v1/namespaces/${testNamespace}/services`, serviceOf(name, testNamespace));
    const body = deploymentOf(workload, options, isFree ? {} : options.nodeSelector);
    await create(api, `/apis/apps/v1/namespaces/${testNamespace}/deployments`, body);
  }
  const pods = new Map<string, KubeObject>();
  for (const { name } of workloadsOf(singleNode)) {
    output.line(
      `⌛ [${api.connection.context}] Waiting for deployment ${testNamespace}/${name} to become ready...`,
    );
    pods.set(name, await readyPod(surroundings, name));
  }
  return { singleNode, ...(await peersOf(surroundings, [...pods.values()])) };
}

/** One agent wanted: silence. One node that takes pods: a line. */
async function isSingleNode({ api, options, output }: Surroundings): Promise<boolean> {
  const agents = await api.find(`/apis/apps/v1/namespaces/${options.ciliumNamespace}/daemonsets/cilium`);
  if (agents === undefined) {
    throw new Error('unable to determine status of Cilium DaemonSet: daemonsets.apps "cilium" not found');
  }
  if (at(agents, 'status', 'desiredNumberScheduled') === 1) return true;
  const nodes = await api.list('/api/v1/nodes');
  const open = nodes.filter(
    (node) =>
      at(node, 'spec', 'unschedulable') !== true &&
      !objectsAt(node, 'spec', 'taints').some(({ effect }) => effect === 'NoSchedule'),
  );
  if (open.length !== 1) return false;
  output.line('ℹ️  Single-node environment detected, enabling single-node connectivity test');
  return true;
}

async function makeNamespace({ api, options }: Surroundings, say: (text: string) => void): Promise<void> {
  if ((await api.find(`/api/v1/namespaces/${options.testNamespace}`)) !== undefined) return;
  say(`Creating namespace ${options.testNamespace} for connectivity check...`);
  const labels = { 'app.kubernetes.io/name': 'cilium-cli', ...options.namespaceLabels };
  await create(api, '/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: options.testNamespace, labels },
  });
}

/** Takes the suite's namespace away and waits until it is gone. */
export async function removeNamespace({ api, options, signal }: Surroundings): Promise<void> {
  const path = `/api/v1/namespaces/${options.testNamespace}`;
  await api.remove(path);
  while ((await api.find(path)) !== undefined) await pause(POLL_MS, undefined, { signal });
}

/** Leaves what exists already. */
async function create(api: Api, path: string, body: Parameters<Api['send']>[2]): Promise<void> {
  try {
    await api.send('POST', path, body);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
  }
}

async function readyPod({ api, options, signal }: Surroundings, name: string): Promise<KubeObject> {
  const path = `/api/v1/namespaces/${options.testNamespace}/pods`;
  const until = Date.now() + READY_MS;
  for (;;) {
    signal.throwIfAborted();
    const pods = await api.list(path, `name=${name}`);
    const ready = pods.find((pod) => textAt(pod, 'status', 'phase') === 'Running');
    if (ready !== undefined) return ready;
    if (Date.now() > until) {
      throw new Error(
        `timeout reached waiting for deployment ${options.testNamespace}/${name} to become ready (last error: only 0 of 1 replicas are available)`,
      );
    }
    await pause(POLL_MS, undefined, { signal });
  }
}

async function peersOf(
  { api, options }: Surroundings,
  pods: readonly KubeObject[],
): Promise<Omit<Deployed, 'singleNode'>> {
  const ofKind = (kind: string): readonly Peer[] =>
    pods
      .filter(({ metadata }) => metadata.labels?.['kind'] === kind)
      .map((pod) => ({
        name: `${options.testNamespace}/${pod.metadata.name}`,
        address: textAt(pod, 'status', 'podIP'),
        port: kind === 'echo' ? 8080 : 0,
        pod: pod.metadata.name,
        node: textAt(pod, 'spec', 'nodeName'),
      }));
  const services = await api.list(`/api/v1/namespaces/${options.testNamespace}/services`, 'kind=echo');
  const used = new Set(pods.map((pod) => textAt(pod, 'spec', 'nodeName')));
  const nodes = (await api.list('/api/v1/nodes')).filter(({ metadata }) => used.has(metadata.name));
  const plain = { pod: '', node: '' };
  return {
    clients: ofKind('client'),
    echoes: ofKind('echo'),
    services: services.map((service) => ({
      ...plain,
      name: `${options.testNamespace}/${service.metadata.name}`,
      address: textAt(service, 'spec', 'clusterIP'),
      port: 8080,
    })),
    nodes: nodes.map((node) => {
      const address = textAt(objectsAt(node, 'status', 'addresses')[0], 'address');
      return { ...plain, name: address, address, port: 0, node: node.metadata.name };
    }),
  };
}
