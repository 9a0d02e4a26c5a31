/**
 * What the API server of one cluster holds. Nodes live in the world's file, like everything that Terraform and the VMs
 * make; this follows them. Everything else lives as long as the process.
 */
import { text } from './attributes.ts';
import { customKinds } from './custom-resources.ts';
import { definitionOf, servedKind } from './kube-definitions.ts';
import { addNodeGroup, removeNodeGroup } from './kube-fleet.ts';
import { nodeGone, nodeStored } from './kube-nodes.ts';
import { BUILT_IN, builtIn, customResource, type KubeResource } from './kube-resources.ts';
import { KubeStore } from './kube-store.ts';
import type { KubeObject } from './kube-types.ts';
import { furnishSystem, SYSTEM_TYPES } from './kube-system.ts';
import { terraformChanged } from './kube-terraform.ts';
import { KUBERNETES_NODE, listNodes, refreshNodes } from './nodes.ts';
import type { ObjectValue, WorldObject } from '../terraform-provider/engine/types.ts';
import type { World } from './world.ts';

export interface KubeCluster {
  readonly world: World;
  readonly name: string;
  readonly store: KubeStore;
  /** Kinds that are served now. */
  resources(): readonly KubeResource[];
}

const clusters = new WeakMap<World, Map<string, KubeCluster>>();

/** The content of a cluster's API server; made at the first call, the same one from then on. */
export function kubeCluster(world: World, name: string): KubeCluster {
  const known = clusters.get(world) ?? new Map<string, KubeCluster>();
  clusters.set(world, known);
  const found = known.get(name) ?? create(world, name);
  known.set(name, found);
  return found;
}

const NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

function create(world: World, name: string): KubeCluster {
  const store = new KubeStore(world.clock);
  const cluster: KubeCluster = { world, name, store, resources: () => resourcesOf(cluster) };
  for (const namespace of NAMESPACES) store.put(builtIn('namespaces'), namespaceObject(namespace));
  refreshNodes(world, name);
  for (const node of listNodes(world, name)) nodeStored(cluster, nodeObject(node));
  for (const object of world.objects.list()) follow(cluster, 'put', object);
  furnishSystem(cluster);
  world.objects.onChange(({ kind, object }) => {
    if (object.type === 'helm_release') refreshNodes(world, name);
    follow(cluster, kind, object);
    if (object.type === KUBERNETES_NODE && text(object, 'cluster') === name) {
      if (kind === 'delete') nodeGone(cluster, nodeObject(object));
      else nodeStored(cluster, nodeObject(object));
    }
    if (SYSTEM_TYPES.has(object.type)) furnishSystem(cluster);
  });
  return cluster;
}

/** What Terraform made in the cluster, and the machines of its node groups. */
function follow(cluster: KubeCluster, kind: 'put' | 'delete', object: WorldObject): void {
  const { world, name } = cluster;
  if (object.provider === 'kubernetes' && object.region === endpointOf(world, name)) {
    terraformChanged(cluster, kind, object);
  }
  if (object.type === 'aws_eks_node_group' && text(object, 'cluster_name') === name) {
    if (kind === 'put') addNodeGroup(cluster, object);
    else removeNodeGroup(cluster, object);
  }
}

/** The built-in kinds and those of the definitions in the store. Cilium's come with its operator and stay. */
function resourcesOf({ world, name, store }: KubeCluster): readonly KubeResource[] {
  const definitions = builtIn('customresourcedefinitions');
  for (const kind of customKinds(world.objects, endpointOf(world, name))) {
    if (store.get(definitions, undefined, kind.name) === undefined) {
      store.put(definitions, definitionOf(customResource(kind)));
    }
  }
  return [...BUILT_IN, ...store.list(definitions).flatMap(servedKind)];
}

/** Address of the API server as Terraform knows it, which names the cluster in the state of its Helm releases. */
export function endpointOf(world: World, cluster: string): string {
  return text(
    world.objects.list('aws_eks_cluster').find((object) => text(object, 'name') === cluster),
    'endpoint',
  );
}

export function namespaceObject(name: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

/** What controllers put into every new namespace. */
export function furnishNamespace({ store }: KubeCluster, namespace: string): void {
  const metadata = { name: 'kube-root-ca.crt', namespace };
  const data = { 'ca.crt': '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n' };
  store.put(builtIn('configmaps'), { apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
  store.put(builtIn('serviceaccounts'), {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace },
  });
}

function nodeObject({ attributes }: WorldObject): KubeObject {
  const { metadata, spec, status } = attributes as unknown as KubeObject;
  return { apiVersion: 'v1', kind: 'Node', metadata, spec, status };
}

/** Stores a node where it lives: in the world when it came from there, else in the store alone. */
export function putNode(cluster: KubeCluster, node: KubeObject): KubeObject {
  const { world, name, store } = cluster;
  const key = `${KUBERNETES_NODE}/${name}/${node.metadata.name}`;
  const before = world.objects.get(key);
  if (before === undefined) return store.put(builtIn('nodes'), node);
  const { resourceVersion: _version, ...metadata } = node.metadata;
  const attributes = { cluster: name, metadata, spec: node['spec'] ?? {}, status: node['status'] ?? {} };
  world.objects.put({ ...before, attributes: attributes as unknown as ObjectValue });
  return store.get(builtIn('nodes'), undefined, node.metadata.name) ?? node;
}

/** Takes a node and what belongs to it away. */
export function removeNode(cluster: KubeCluster, node: KubeObject): void {
  const { world, name } = cluster;
  if (!world.objects.delete(`${KUBERNETES_NODE}/${name}/${node.metadata.name}`)) nodeGone(cluster, node);
}
