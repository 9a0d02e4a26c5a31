/**
 * What runs in an EKS cluster because Terraform installed it: the API server's service, add-ons of EKS, and Cilium's agents
 * once there is a hybrid node for them. Sources: Amazon EKS User Guide, "Amazon EKS add-ons" and "Configure add-ons for
 * hybrid nodes". Left out: Cilium's operator has no pod, and pods of CoreDNS stay where they were put first, as real ones do.
 */
import { createHash } from 'node:crypto';
import type { WorldObject } from '../terraform-provider/engine/types.ts';
import { text } from './attributes.ts';
import { installCilium } from './kube-cilium.ts';
import { endpointOf, type KubeCluster } from './kube-cluster.ts';
import { condition, isHybrid } from './kube-nodes.ts';
import { addPod } from './kube-pods.ts';
import { builtIn } from './kube-resources.ts';
import { type JsonObject, type KubeObject, type OwnerReference, textAt } from './kube-types.ts';
import { apiService, dnsService } from './pod-services.ts';

const NAMESPACE = 'kube-system';
const DNS = 'coredns';
/** Copies of CoreDNS when the add-on is told nothing. */
const REPLICAS = 2;

/** One agent a node, on the host's network. */
interface Agent {
  readonly daemonSet: string;
  readonly runsOn: (node: KubeObject) => boolean;
}

const everywhere = (): boolean => true;

/** Add-on → its agent. The VPC CNI and the identity agent stay off hybrid nodes unless they are told otherwise. */
const AGENTS: Readonly<Record<string, Agent>> = {
  'vpc-cni': { daemonSet: 'aws-node', runsOn: (node) => !isHybrid(node) },
  'kube-proxy': { daemonSet: 'kube-proxy', runsOn: everywhere },
  'eks-pod-identity-agent': { daemonSet: 'eks-pod-identity-agent', runsOn: (node) => !isHybrid(node) },
  'eks-node-monitoring-agent': { daemonSet: 'eks-node-monitoring-agent', runsOn: everywhere },
};
const CILIUM: Agent = { daemonSet: 'cilium', runsOn: isHybrid };

/** Add-ons and releases that are in a cluster now, so that what goes takes its pods along. */
const installed = new WeakMap<KubeCluster, ReadonlySet<string>>();

/** Types of the world's objects on which this depends. */
export const SYSTEM_TYPES: ReadonlySet<string> = new Set([
  'aws_eks_cluster',
  'aws_eks_addon',
  'aws_eks_node_group',
  'helm_release',
  'kubernetes_node',
]);

/** Brings what is installed up to date with the world and the nodes. */
export function furnishSystem(cluster: KubeCluster): void {
  putApiService(cluster);
  const addons = addonsOf(cluster);
  const now = new Set(addons.map((addon) => text(addon, 'addon_name')));
  if (hasAgents(cluster)) now.add(CILIUM.daemonSet);
  for (const gone of installed.get(cluster) ?? []) if (!now.has(gone)) removeUnit(cluster, gone);
  installed.set(cluster, now);
  for (const addon of addons) {
    const name = text(addon, 'addon_name');
    const agent = AGENTS[name];
    if (agent !== undefined) putDaemons(cluster, agent);
    if (name === DNS) putDns(cluster, configurationOf(addon));
  }
  if (!now.has(CILIUM.daemonSet)) return;
  installCilium(cluster);
  putDaemonPods(cluster, CILIUM);
}

function addonsOf({ world, name }: KubeCluster): readonly WorldObject[] {
  return world.objects.list('aws_eks_addon').filter((addon) => text(addon, 'cluster_name') === name);
}

/** Cilium's chart brings agents as soon as there is a hybrid node; a release that failed brings none. */
function hasAgents({ world, name, store }: KubeCluster): boolean {
  const endpoint = endpointOf(world, name);
  const isDeployed = world.objects
    .list('helm_release')
    .some(
      (release) =>
        release.region === endpoint &&
        text(release, 'name') === 'cilium' &&
        text(release, 'status') === 'deployed',
    );
  return isDeployed && store.list(builtIn('nodes')).some(isHybrid);
}

function putApiService(cluster: KubeCluster): void {
  const clusterIP = apiService(cluster);
  const before = cluster.store.get(builtIn('services'), 'default', 'kubernetes');
  if (textAt(before, 'spec', 'clusterIP') === clusterIP) return;
  putService(cluster, 'default', 'kubernetes', {
    clusterIP,
    ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 443 }],
  });
}

function putService({ store }: KubeCluster, namespace: string, name: string, spec: JsonObject): void {
  store.put(builtIn('services'), {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: { type: 'ClusterIP', clusterIPs: [spec['clusterIP'] ?? null], ...spec },
  });
}

function putDaemons(cluster: KubeCluster, agent: Agent): void {
  const { store } = cluster;
  const { daemonSet: name } = agent;
  const labels = { 'k8s-app': name };
  const nodes = store.list(builtIn('nodes')).filter(agent.runsOn);
  const ready = nodes.filter((node) => condition(node, 'Ready') === 'True').length;
  store.put(builtIn('daemonsets'), {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: NAMESPACE, labels },
    spec: { selector: { matchLabels: labels } },
    status: {
      currentNumberScheduled: nodes.length,
      desiredNumberScheduled: nodes.length,
      numberAvailable: ready,
      numberReady: ready,
      numberMisscheduled: 0,
    },
  });
  putDaemonPods(cluster, agent);
}

/** Pods of an agent for nodes that have none. */
function putDaemonPods(cluster: KubeCluster, { daemonSet: name, runsOn }: Agent): void {
  const owner = ownerOf(cluster, 'DaemonSet', name);
  for (const node of cluster.store.list(builtIn('nodes')).filter(runsOn)) {
    const pod = `${name}-${suffixOf(node.metadata.name)}`;
    if (cluster.store.get(builtIn('pods'), NAMESPACE, pod) !== undefined) continue;
    putPod(cluster, pod, name, owner, { nodeName: node.metadata.name, hostNetwork: true });
  }
}

/** Five signs that follow from a name. */
function suffixOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 5);
}

function ownerOf({ store }: KubeCluster, kind: 'DaemonSet' | 'ReplicaSet', name: string): OwnerReference {
  const found = store.get(builtIn(`${kind.toLowerCase()}s`), NAMESPACE, name);
  return { apiVersion: 'apps/v1', kind, name, uid: found?.metadata.uid ?? '', controller: true };
}

function putPod(
  cluster: KubeCluster,
  name: string,
  app: string,
  owner: OwnerReference,
  spec: JsonObject,
): void {
  addPod(cluster, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: NAMESPACE, labels: { 'k8s-app': app }, ownerReferences: [owner] },
    spec: { containers: [{ name: app, image: `eks/${app}:v1` }], ...spec },
  });
}

interface DnsConfiguration {
  readonly replicaCount?: number;
  readonly affinity?: JsonObject;
}

function configurationOf(addon: WorldObject): DnsConfiguration {
  const given = text(addon, 'configuration_values');
  return given === '' ? {} : (JSON.parse(given) as DnsConfiguration);
}

const DNS_APP = 'kube-dns';
const DNS_SET = 'coredns-6b7c8d9f5c';

/** CoreDNS with its service. Copies for which there was no room are tried again whenever something changes. */
function putDns(cluster: KubeCluster, { replicaCount = REPLICAS, affinity = {} }: DnsConfiguration): void {
  const { store } = cluster;
  const ports = ['UDP', 'TCP'].map((protocol) => ({
    name: protocol === 'UDP' ? 'dns' : 'dns-tcp',
    port: 53,
    protocol,
    targetPort: 53,
  }));
  const selector = { 'k8s-app': DNS_APP };
  putService(cluster, NAMESPACE, DNS_APP, { clusterIP: dnsService(cluster), selector, ports });
  const spec = { replicas: replicaCount, selector: { matchLabels: selector } };
  const metadata = { namespace: NAMESPACE, labels: selector };
  for (const [kind, name] of [
    ['Deployment', DNS],
    ['ReplicaSet', DNS_SET],
  ] as const) {
    const status = { replicas: replicaCount };
    store.put(builtIn(`${kind.toLowerCase()}s`), {
      apiVersion: 'apps/v1',
      kind,
      metadata: { ...metadata, name },
      spec,
      status,
    });
  }
  const owner = ownerOf(cluster, 'ReplicaSet', DNS_SET);
  const pods = store.list(builtIn('pods'), NAMESPACE).filter((pod) => isOwnedBy(pod, DNS_SET));
  const placed = pods.filter((pod) => textAt(pod, 'spec', 'nodeName') !== '');
  for (const pod of pods)
    if (!placed.includes(pod)) store.remove(builtIn('pods'), NAMESPACE, pod.metadata.name);
  for (let index = placed.length; index < replicaCount; index += 1) {
    putPod(cluster, `${DNS_SET}-${suffixOf(crypto.randomUUID())}`, DNS_APP, owner, {
      affinity,
      containers: [{ name: DNS, image: 'eks/coredns:v1', ports: [{ containerPort: 53 }] }],
    });
  }
}

function isOwnedBy({ metadata }: KubeObject, name: string | undefined): boolean {
  return name !== undefined && metadata.ownerReferences?.[0]?.name === name;
}

/** What goes with an add-on or with Cilium. */
function removeUnit({ store }: KubeCluster, unit: string): void {
  const daemonSet = unit === CILIUM.daemonSet ? unit : AGENTS[unit]?.daemonSet;
  const owner = unit === DNS ? DNS_SET : daemonSet;
  for (const pod of store.list(builtIn('pods'), NAMESPACE))
    if (isOwnedBy(pod, owner)) store.remove(builtIn('pods'), NAMESPACE, pod.metadata.name);
  if (daemonSet !== undefined) store.remove(builtIn('daemonsets'), NAMESPACE, daemonSet);
  if (unit !== DNS) return;
  store.remove(builtIn('services'), NAMESPACE, DNS_APP);
  store.remove(builtIn('deployments'), NAMESPACE, DNS);
  store.remove(builtIn('replicasets'), NAMESPACE, DNS_SET);
}
