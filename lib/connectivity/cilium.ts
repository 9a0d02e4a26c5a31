/** Health of Cilium as its objects in the API tell it, without its CLI. */
import {
  CILIUM_NODES,
  type CustomObject,
  DAEMON_SETS,
  DEPLOYMENTS,
  type Node,
  type Pod,
  PODS,
  resource,
} from '../kubernetes/resources.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import { checkBgp } from './cilium-bgp.ts';
import {
  CILIUM,
  ciliumCheck,
  guarded,
  hybridPlace,
  named,
  podRanges,
  SYSTEM_NAMESPACE,
} from './cilium-check.ts';
import { checkEncryption, type Encryption } from './cilium-encryption.ts';
import { checkVtep } from './cilium-vtep.ts';
import type { Check, PodRouting, ProbeNode, ProbePod } from './types.ts';

const ENDPOINTS = resource('cilium.io', 'v2', 'ciliumendpoints', true);
const IDENTITIES = resource('cilium.io', 'v2', 'ciliumidentities', false);
const AGENT_PODS = 'k8s-app=cilium';

export interface CiliumFacts {
  /** All nodes of the cluster: gateways are among them. */
  readonly nodes: readonly Node[];
  readonly probed: readonly ProbeNode[];
  readonly pods: readonly ProbePod[];
  /** Namespace of the probes. */
  readonly probe: string;
  readonly routing: PodRouting;
  readonly encryption: Encryption;
}

/** Agents, operator, ranges and identities of the probed hybrid nodes; BGP, VTEP and encryption where they are asked for. */
export async function checkCilium(door: ClusterDoor, facts: CiliumFacts): Promise<readonly Check[]> {
  const { nodes, probed, routing, encryption } = facts;
  const hybrid = probed.filter(({ cloud }) => cloud === 'azure');
  let read: Promise<readonly CustomObject[]> | undefined;
  const ciliumNodes = (): Promise<readonly CustomObject[]> =>
    (read ??= door.list(CILIUM_NODES).then(({ items }) => items));
  const parts = [
    guarded('cilium-agent', () => checkAgents(door, hybrid)),
    guarded('cilium-operator', () => checkOperator(door)),
    guarded('cilium-identity', () => checkIdentities(door, facts)),
    guarded('cilium-node', async () => checkRanges(hybrid, await ciliumNodes())),
  ];
  if (routing === 'gateway') parts.push(guarded('cilium-vtep', () => checkVtep(door, nodes)));
  if (routing === 'bgp') {
    parts.push(guarded('cilium-bgp', async () => checkBgp(door, hybrid, await ciliumNodes())));
  }
  if (encryption !== 'none') {
    const check = async () => checkEncryption(door, hybrid, await ciliumNodes(), encryption);
    parts.push(guarded('cilium-encryption', check));
  }
  return (await Promise.all(parts)).flat();
}

/** The DaemonSet as a whole, and the agent of each node with a probe. */
async function checkAgents(door: ClusterDoor, hybrid: readonly ProbeNode[]): Promise<readonly Check[]> {
  const [set, { items }] = await Promise.all([
    door.get(DAEMON_SETS, { name: 'cilium', namespace: SYSTEM_NAMESPACE }),
    door.list(PODS, { namespace: SYSTEM_NAMESPACE, labelSelector: AGENT_PODS }),
  ]);
  if (set === undefined) {
    return [ciliumCheck('cilium-agent', CILIUM, 'failed', 'no DaemonSet cilium in kube-system')];
  }
  const { desiredNumberScheduled: wanted = 0, numberReady: ready = 0 } = set.status ?? {};
  const whole = wanted > 0 && ready === wanted ? 'passed' : 'failed';
  const all = ciliumCheck(
    'cilium-agent',
    CILIUM,
    whole,
    `${String(ready)} of ${String(wanted)} agents ready`,
  );
  return [all, ...hybrid.map((node) => checkAgent(node, items))];
}

function checkAgent(node: ProbeNode, agents: readonly Pod[]): Check {
  const done = (outcome: 'passed' | 'failed', detail: string): Check =>
    ciliumCheck('cilium-agent', hybridPlace(node), outcome, detail);
  const pod = agents.find(({ spec }) => spec?.nodeName === node.name);
  if (pod === undefined) return done('failed', 'no agent on this node');
  const isReady = pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
  const restarts = pod.status?.containerStatuses?.reduce((sum, one) => sum + one.restartCount, 0) ?? 0;
  const detail = `${pod.metadata?.name ?? 'agent'}, ${String(restarts)} restarts`;
  return isReady === true ? done('passed', detail) : done('failed', `${detail}, not ready`);
}

async function checkOperator(door: ClusterDoor): Promise<readonly Check[]> {
  const deployment = await door.get(DEPLOYMENTS, { name: 'cilium-operator', namespace: SYSTEM_NAMESPACE });
  const available = deployment?.status?.availableReplicas ?? 0;
  const detail =
    deployment === undefined
      ? 'no Deployment cilium-operator in kube-system'
      : `${String(available)} available`;
  return [ciliumCheck('cilium-operator', CILIUM, available > 0 ? 'passed' : 'failed', detail)];
}

function checkRanges(hybrid: readonly ProbeNode[], items: readonly CustomObject[]): readonly Check[] {
  return hybrid.map((node) => {
    const found = named(items, node.name);
    const ranges = podRanges(found);
    if (found === undefined)
      return ciliumCheck('cilium-node', hybridPlace(node), 'failed', 'no CiliumNode of this name');
    return ranges.length === 0
      ? ciliumCheck('cilium-node', hybridPlace(node), 'failed', 'no range for pods')
      : ciliumCheck('cilium-node', hybridPlace(node), 'passed', ranges.join(', '));
  });
}

interface EndpointStatus {
  readonly identity?: { readonly id?: number };
  readonly networking?: { readonly addressing?: readonly { readonly ipv4?: string }[] };
  readonly state?: string;
}

/** Each probe pod on a hybrid node has an endpoint with its address, and an identity by which policies know it. */
async function checkIdentities(door: ClusterDoor, { pods, probe }: CiliumFacts): Promise<readonly Check[]> {
  const [endpoints, identities] = await Promise.all([
    door.list(ENDPOINTS, { namespace: probe }),
    door.list(IDENTITIES),
  ]);
  return pods
    .filter(({ node }) => node.cloud === 'azure')
    .map((pod) => {
      const status = named(endpoints.items, pod.name)?.status as EndpointStatus | undefined;
      const problem = identityProblem(pod, status, identities.items);
      const good = `identity ${String(status?.identity?.id ?? '')}`;
      return ciliumCheck(
        'cilium-identity',
        hybridPlace(pod.node),
        problem === '' ? 'passed' : 'failed',
        problem || good,
      );
    });
}

function identityProblem(
  pod: ProbePod,
  status: EndpointStatus | undefined,
  identities: readonly CustomObject[],
): string {
  const id = status?.identity?.id;
  if (status === undefined) return `no CiliumEndpoint of ${pod.name}`;
  if (id === undefined) return `${pod.name} has no identity (${status.state ?? 'state unknown'})`;
  const addresses = status.networking?.addressing?.map(({ ipv4 }) => ipv4) ?? [];
  if (!addresses.includes(pod.ip))
    return `the endpoint of ${pod.name} has ${addresses.join(', ') || 'no address'}`;
  return named(identities, String(id)) === undefined
    ? `identity ${String(id)} of ${pod.name} is not there`
    : '';
}
