import { ActionError } from '../action/errors.ts';
import {
  CERTIFICATE_REQUESTS,
  CILIUM_NODES,
  DISRUPTION_BUDGETS,
  LEASES,
  NODES,
  PODS,
  type Pod,
  type Resource,
} from '../kubernetes/resources.ts';
import { refusalOf } from '../kubernetes/status.ts';
import type { ClusterDoor, ListOptions } from '../kubernetes/types.ts';
import type { Fleet, Listing, NodeFact, PodFact } from './facts.ts';
import { COMPUTE_TYPE_LABEL } from './names.ts';
import { projectBudget, projectCertificate, projectLease, projectNode, projectPod } from './project.ts';

type KubernetesLists = Pick<Fleet, 'nodes' | 'leases' | 'pods' | 'budgets' | 'certificates' | 'ciliumNodes'>;

/** Namespace of the leases that kubelets renew. */
export const LEASE_NAMESPACE = 'kube-node-lease';
export const HYBRID_SELECTOR = `${COMPUTE_TYPE_LABEL}=hybrid`;

/**
 * With as many hybrid nodes or fewer, the pods of each are asked for by name; with more, the pods of the whole cluster
 * are read page by page, which takes fewer calls.
 */
const FEW_NODES = 20;

/** Everything that the cluster tells of its hybrid nodes. Lists are read at the same time, pods after nodes. */
export async function readKubernetes(cluster: ClusterDoor): Promise<KubernetesLists> {
  const nodesAndPods = readNodesAndPods(cluster);
  const [leases, budgets, certificates, ciliumNodes] = await Promise.all([
    read(cluster, LEASES, { namespace: LEASE_NAMESPACE }, projectLease),
    readBudgets(cluster),
    read(cluster, CERTIFICATE_REQUESTS, {}, projectCertificate),
    readCiliumNodes(cluster),
  ]);
  return { ...(await nodesAndPods), leases, budgets, certificates, ciliumNodes };
}

async function readNodesAndPods(cluster: ClusterDoor): Promise<Pick<KubernetesLists, 'nodes' | 'pods'>> {
  const nodes = await readHybridNodes(cluster);
  if (!nodes.known) return { nodes, pods: nodes };
  return { nodes, pods: await readPods(cluster, nodes.items) };
}

/** The nodes with the label of hybrid ones, those of a selector more when it is given, as they are now. */
export function readHybridNodes(cluster: ClusterDoor, selector?: string): Promise<Listing<NodeFact>> {
  const labelSelector = selector === undefined ? HYBRID_SELECTOR : `${HYBRID_SELECTOR},${selector}`;
  return read(cluster, NODES, { labelSelector }, projectNode);
}

/** The budgets of the whole cluster, as they are now. */
export function readBudgets(cluster: ClusterDoor): Promise<Fleet['budgets']> {
  return read(cluster, DISRUPTION_BUDGETS, {}, projectBudget);
}

async function readPods(cluster: ClusterDoor, nodes: readonly NodeFact[]): Promise<Listing<PodFact>> {
  if (nodes.length > FEW_NODES) {
    const own = new Set(nodes.map(({ name }) => name));
    // Pods of other nodes are let go with their page.
    return read(cluster, PODS, {}, (pod) =>
      own.has(pod.spec?.nodeName ?? '') ? projectPod(pod) : undefined,
    );
  }
  const lists = await Promise.all(nodes.map(({ name }) => readPodsOf(cluster, name)));
  const missing = lists.find(({ known }) => !known);
  if (missing !== undefined) return missing;
  return { known: true, items: lists.flatMap((list) => (list.known ? list.items : [])) };
}

/** The pods of one node, as they are now. */
export function readPodsOf(cluster: ClusterDoor, node: string): Promise<Listing<PodFact>> {
  return read<Pod, PodFact>(cluster, PODS, { fieldSelector: `spec.nodeName=${node}` }, projectPod);
}

/** Without Cilium there is no such kind, and none of its objects. */
async function readCiliumNodes(cluster: ClusterDoor): Promise<Listing<string>> {
  return read(
    cluster,
    CILIUM_NODES,
    {},
    ({ metadata }) => metadata?.name,
    (error) => {
      return refusalOf(error)?.status === 404;
    },
  );
}

/** A list projected page by page. A failure of the door makes it unknown; anything else is thrown on. */
async function read<T, Fact>(
  cluster: ClusterDoor,
  resource: Resource<T>,
  options: ListOptions,
  project: (item: T) => Fact | undefined,
  isEmpty: (error: unknown) => boolean = () => false,
): Promise<Listing<Fact>> {
  let items: Fact[] = [];
  try {
    await cluster.visit(resource, options, {
      page: (page) => {
        for (const item of page) {
          const fact = project(item);
          if (fact !== undefined) items.push(fact);
        }
      },
      restart: () => {
        items = [];
      },
    });
    return { known: true, items };
  } catch (error) {
    if (isEmpty(error)) return { known: true, items: [] };
    if (!(error instanceof ActionError)) throw error;
    return { known: false, because: `${error.message} (${error.code})` };
  }
}
