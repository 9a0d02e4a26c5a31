/** Services and names of the cluster: which pod an address and port lead to, and what CoreDNS answers. */
import { blocks, text } from './attributes.ts';
import type { KubeCluster } from './kube-cluster.ts';
import { condition, inSlice } from './kube-nodes.ts';
import { builtIn } from './kube-resources.ts';
import { at, isObject, type JsonObject, type KubeObject, objectsAt, show, textAt } from './kube-types.ts';
import { controlPlane, type Place, placeAt, podPlace } from './pod-network.ts';

/** Where a connection ends after kube-proxy or Cilium has chosen. */
export interface Destination {
  readonly place: Place;
  readonly port: number;
}

/** What EKS takes for services of a cluster that says nothing. */
const SERVICE_NETWORK = '10.100.0.0/16';

/** Address of the cluster's DNS service; the tenth of the service network. */
export function dnsService(cluster: KubeCluster): string {
  return inSlice(serviceNetwork(cluster), 10);
}

/** The API server's service; the first of the service network. */
export function apiService(cluster: KubeCluster): string {
  return inSlice(serviceNetwork(cluster), 1);
}

function serviceNetwork({ world, name }: KubeCluster): string {
  const cluster = world.objects.list('aws_eks_cluster').find((object) => text(object, 'name') === name);
  return text(blocks(cluster, 'kubernetes_network_config')[0], 'service_ipv4_cidr') || SERVICE_NETWORK;
}

const FIRST_NODE_PORT = 30_000;

/** A new service with the address and the node ports that the API server gives it. */
export function withAddress(cluster: KubeCluster, service: KubeObject): KubeObject {
  const given = at(service, 'spec');
  const spec = isObject(given) ? given : {};
  const type = textAt(spec, 'type') || 'ClusterIP';
  if (type === 'ExternalName') return service;
  const address = textAt(spec, 'clusterIP') || nextServiceAddress(cluster);
  const ports = objectsAt(spec, 'ports').map((port, index) =>
    type === 'ClusterIP' || typeof port['nodePort'] === 'number'
      ? port
      : { ...port, nodePort: nextNodePort(cluster) + index },
  );
  return { ...service, spec: { ...spec, type, clusterIP: address, clusterIPs: [address], ports } };
}

function nextNodePort({ store }: KubeCluster): number {
  const taken = store
    .list(builtIn('services'))
    .flatMap(portsOf)
    .flatMap(({ nodePort }) => nodePort ?? []);
  return Math.max(FIRST_NODE_PORT - 1, ...taken) + 1;
}

/** The next address for a service that asks for none. */
function nextServiceAddress(cluster: KubeCluster): string {
  const services = cluster.store.list(builtIn('services'));
  const taken = new Set(services.map((service) => textAt(service, 'spec', 'clusterIP')));
  const network = serviceNetwork(cluster);
  // The lower part is kept for services that ask for an address.
  const size = 2 ** (32 - Number(network.split('/')[1]));
  for (let value = Math.min(FIRST_DYNAMIC, size / 2); value < size - 1; value += 1) {
    const address = inSlice(network, value);
    if (!taken.has(address)) return address;
  }
  throw new RangeError('the service network is full');
}

const FIRST_DYNAMIC = 256;

const turns = new WeakMap<KubeCluster, Map<string, number>>();

/**
 * Where a connection to an address and port leads: to the pod or node that has the address, or to an endpoint of the
 * service that has it, each in turn. `refused`: a service without endpoints. Undefined: nobody has the address.
 */
export function destinationOf(
  cluster: KubeCluster,
  from: Place,
  address: string,
  port: number,
  protocol: 'tcp' | 'udp',
): Destination | 'refused' | undefined {
  if (address === apiService(cluster)) return { place: controlPlane(cluster), port: port === 443 ? 443 : 0 };
  const service = cluster.store
    .list(builtIn('services'))
    .find((entry) => textAt(entry, 'spec', 'clusterIP') === address);
  if (service !== undefined) {
    const entry = portsOf(service).find((one) => one.port === port && one.protocol === protocol);
    return entry === undefined ? undefined : choose(cluster, service, entry.target, from);
  }
  const place = placeAt(cluster, address);
  if (place === undefined) return undefined;
  if (place.kind === 'node') {
    for (const one of cluster.store.list(builtIn('services'))) {
      const entry = portsOf(one).find((each) => each.nodePort === port && each.protocol === protocol);
      if (entry !== undefined) return choose(cluster, one, entry.target, place);
    }
  }
  return { place, port };
}

interface ServicePort {
  readonly port: number;
  readonly protocol: string;
  readonly target: number | string;
  readonly nodePort: number | undefined;
}

function portsOf(service: KubeObject): readonly ServicePort[] {
  return objectsAt(service, 'spec', 'ports').map((entry) => {
    const { port, targetPort, nodePort } = entry;
    const own = typeof port === 'number' ? port : 0;
    return {
      port: own,
      protocol: (textAt(entry, 'protocol') || 'TCP').toLowerCase(),
      target: typeof targetPort === 'number' || typeof targetPort === 'string' ? targetPort : own,
      nodePort: typeof nodePort === 'number' ? nodePort : undefined,
    };
  });
}

function choose(
  cluster: KubeCluster,
  service: KubeObject,
  target: number | string,
  from: Place,
): Destination | 'refused' {
  const all = endpointsOf(cluster, service);
  const near = all.filter(({ cloud }) => cloud === from.cloud);
  const isClose = ['PreferClose', 'PreferSameZone'].includes(textAt(service, 'spec', 'trafficDistribution'));
  const usable = isClose && near.length > 0 ? near : all;
  const counts = turns.get(cluster) ?? new Map<string, number>();
  turns.set(cluster, counts);
  const key = `${service.metadata.uid ?? ''} ${from.address}`;
  const turn = counts.get(key) ?? 0;
  counts.set(key, turn + 1);
  const place = usable[turn % Math.max(usable.length, 1)];
  return place === undefined ? 'refused' : { place, port: portOf(place, target) };
}

function portOf({ pod }: Place, target: number | string): number {
  if (typeof target === 'number') return target;
  const named = objectsAt(pod, 'spec', 'containers')
    .flatMap((container) => objectsAt(container, 'ports'))
    .find(({ name }) => name === target);
  return typeof named?.['containerPort'] === 'number' ? named['containerPort'] : 0;
}

/** The pods that are ready behind a service. */
export function endpointsOf(cluster: KubeCluster, service: KubeObject): readonly Place[] {
  const selector = at(service, 'spec', 'selector');
  if (!isObject(selector)) return [];
  return cluster.store
    .list(builtIn('pods'), service.metadata.namespace)
    .filter((pod) => selects(selector, pod) && condition(pod, 'Ready') === 'True')
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .flatMap((pod) => podPlace(cluster, pod) ?? []);
}

function selects(selector: JsonObject, { metadata }: KubeObject): boolean {
  return Object.entries(selector).every(([key, value]) => metadata.labels?.[key] === show(value));
}

/** Addresses that a name of the cluster has; undefined when there is no such name. */
export function lookUp(cluster: KubeCluster, name: string): readonly string[] | undefined {
  const [, host = '', service = '', namespace = ''] =
    /^(?:([\w-]+)\.)?([\w-]+)\.([\w-]+)\.svc\.cluster\.local\.?$/.exec(name) ?? [];
  if (service === '') return undefined;
  if (`${namespace}/${service}` === 'default/kubernetes') return [apiService(cluster)];
  const found = cluster.store.get(builtIn('services'), namespace, service);
  if (found === undefined) return undefined;
  const address = textAt(found, 'spec', 'clusterIP');
  if (address !== 'None') return host === '' ? [address] : undefined;
  return endpointsOf(cluster, found)
    .filter(({ pod, name: own }) => host === '' || host === (textAt(pod, 'spec', 'hostname') || own))
    .map((place) => place.address);
}
