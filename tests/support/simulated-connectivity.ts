/** A cluster of AWS and Azure nodes whose pods reach each other as the world says. */
import type { ObjectValue, WorldObject } from '#simulator/terraform-provider/engine/types.js';
import { addCloudNode, addFleetPod, addHybridNode } from '#simulator/world/kube-fleet.js';
import { installCilium } from '#simulator/world/kube-cilium.js';
import { endpointOf } from '#simulator/world/kube-cluster.js';
import { builtIn } from '#simulator/world/kube-resources.js';
import type { PodRouting } from '#simulator/world/pod-network-facts.js';
import { apiService, dnsService } from '#simulator/world/pod-services.js';
import { SIMULATED_ACCOUNTS } from '#simulator/world/world.js';
import {
  type SimulatedKubernetes,
  type SimulatedKubernetesOptions,
  startSimulatedKubernetes,
} from './simulated-kubernetes.ts';

export interface SimulatedConnectivityOptions extends SimulatedKubernetesOptions {
  /** How the VPC reaches pods on Azure nodes. Default `gateway`. */
  readonly podRouting?: PodRouting;
  /** Default 2. */
  readonly awsNodes?: number;
  /** Default 2. */
  readonly azureNodes?: number;
  /** As the chart of Cilium is told. Default: not at all. */
  readonly encryption?: 'wireguard' | 'ipsec';
  /** Whether CoreDNS answers on its own side of the link, as masquerading needs it. Default: where it does. */
  readonly dnsStaysNear?: boolean;
}

export interface SimulatedConnectivity extends SimulatedKubernetes {
  /** Names of the nodes in each cloud. */
  readonly aws: readonly string[];
  readonly azure: readonly string[];
}

const { region } = SIMULATED_ACCOUNTS;
const POD_NETWORK = '10.112.0.0/16';

/** Starts the cluster, with a CoreDNS replica in each cloud. */
export async function startSimulatedConnectivity(
  options: SimulatedConnectivityOptions = {},
): Promise<SimulatedConnectivity> {
  const kubernetes = await startSimulatedKubernetes(options);
  const routing = options.podRouting ?? 'gateway';
  furnishRouting(kubernetes, routing, options.encryption);
  const { cluster } = kubernetes;
  const aws = range(options.awsNodes ?? 2).map((index) => {
    const address = `10.40.${index}.10`;
    const name = `ip-${address.replaceAll('.', '-')}.${region}.compute.internal`;
    const labels = routing === 'gateway' && index === 0 ? { 'hybrid-gateway-node': 'true' } : {};
    addCloudNode(cluster, { name, address, zone: `${region}${'abc'[index % 3] ?? 'a'}`, labels });
    return name;
  });
  const azure = range(options.azureNodes ?? 2).map((index) => {
    const name = `mi-0${String(index).padStart(16, '0')}`;
    const labels = { 'topology.kubernetes.io/zone': `westeurope-${(index % 3) + 1}` };
    addHybridNode(cluster, { name, address: `10.80.0.${4 + index}`, labels });
    return name;
  });
  furnishSystem(
    kubernetes,
    [aws[0], azure[0]].filter((name) => name !== undefined),
    options.dnsStaysNear ?? routing === 'masquerade',
  );
  installCilium(cluster);
  aws.forEach((node) => addAgent(kubernetes, 'aws-node', node));
  azure.forEach((node) => addAgent(kubernetes, 'cilium', node));
  return { ...kubernetes, aws, azure };
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The agent of the pod network on a node. */
function addAgent({ cluster }: SimulatedKubernetes, app: 'aws-node' | 'cilium', node: string): void {
  addFleetPod(cluster, {
    name: `${app}-${node.replaceAll('.', '-')}`,
    namespace: 'kube-system',
    node,
    labels: { 'k8s-app': app },
    spec: { hostNetwork: true, containers: [{ name: app, image: `eks/${app}:v1` }] },
  });
}

/** What Terraform would have made for that routing of pods. */
function furnishRouting(
  { world, clusterName }: SimulatedKubernetes,
  routing: PodRouting,
  encryption: SimulatedConnectivityOptions['encryption'],
): void {
  const endpoint = endpointOf(world, clusterName);
  const put = (
    type: string,
    id: string,
    provider: WorldObject['provider'],
    where: string,
    attributes: ObjectValue,
  ): void => {
    const key = `${type}:${JSON.stringify(id)}`;
    world.objects.put({ key, provider, type, region: where, attributes: { id, ...attributes } });
  };
  const release = (name: string): void => put('helm_release', name, 'helm', endpoint, { name });
  // What the module `cilium` sets for a link of VPN tunnels.
  const values = [
    'MTU: 1400',
    ...(encryption === undefined ? [] : [`encryption:\n  enabled: true\n  type: ${encryption}`]),
  ];
  put('helm_release', 'cilium', 'helm', endpoint, { name: 'cilium', values });
  if (routing === 'gateway') release('eks-hybrid-nodes-gateway');
  if (routing === 'bgp') release('cilium-bgp');
  // The gateway writes its routes itself; with it and without routes there is nothing of Terraform's.
  if (routing === 'gateway' || routing === 'masquerade') return;
  put('aws_route', 'pods', 'aws', region, {
    route_table_id: 'rtb-0123456789abcdef0',
    destination_cidr_block: POD_NETWORK,
    transit_gateway_id: 'tgw-0123456789abcdef0',
  });
  if (routing !== 'udr') return;
  put('azurerm_route', 'pods', 'azurerm', 'westeurope', {
    name: 'pods',
    address_prefix: POD_NETWORK,
    next_hop_type: 'VirtualAppliance',
    next_hop_in_ip_address: '10.80.0.4',
  });
}

/** The API server's service and CoreDNS, a replica on each node given. */
function furnishSystem({ cluster }: SimulatedKubernetes, nodes: readonly string[], staysNear: boolean): void {
  const service = (
    namespace: string,
    name: string,
    spec: Parameters<typeof addFleetPod>[1]['spec'],
  ): void => {
    cluster.store.put(builtIn('services'), {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { type: 'ClusterIP', ...spec },
    });
  };
  service('default', 'kubernetes', { clusterIP: apiService(cluster), ports: [{ name: 'https', port: 443 }] });
  service('kube-system', 'kube-dns', {
    clusterIP: dnsService(cluster),
    selector: { 'k8s-app': 'kube-dns' },
    ...(staysNear && { trafficDistribution: 'PreferClose' }),
    ports: [
      { name: 'dns', port: 53, protocol: 'UDP' },
      { name: 'dns-tcp', port: 53, protocol: 'TCP' },
    ],
  });
  nodes.forEach((node, index) => {
    addFleetPod(cluster, {
      name: `coredns-${index}`,
      namespace: 'kube-system',
      node,
      labels: { 'k8s-app': 'kube-dns' },
      spec: { containers: [{ name: 'coredns', image: 'registry.k8s.io/coredns/coredns:v1.11.4' }] },
    });
  });
}
