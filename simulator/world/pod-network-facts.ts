/** What the world says about the pod network: routing of pods, filters, packet sizes, and the faults among them. */
import type { WorldObject } from '../terraform-provider/engine/types.ts';
import { text, texts } from './attributes.ts';
import { endpointOf, type KubeCluster } from './kube-cluster.ts';
import { hasPodRoute, securityGroupDenies } from './pod-network-world.ts';
import type { Cloud, Place, Protocol } from './pod-network.ts';

/** The names of Terraform's module `pod-routing`. */
export type PodRouting = 'gateway' | 'bgp' | 'udr' | 'masquerade';

export interface PodNetworkFacts {
  readonly routing: PodRouting;
  readonly linkIsUp: boolean;
  /** Bytes of the largest packet that the tunnels between the clouds carry. */
  readonly linkMtu: number;
  /** Whether nobody is told of packets that are too large for the tunnels. */
  readonly linkIsSilent: boolean;
  /** MTU of pod interfaces on Azure nodes. */
  readonly ciliumMtu: number;
  /** Whether Cilium gives pods the node's address towards the VPC although answers would find the pods. */
  readonly masqueradesAlways: boolean;
  readonly gatewayFailingOver: boolean;
  enforcesPolicies(cloud: Cloud): boolean;
  /** Why the VPC finds no way to a pod on an Azure node; empty when it does. */
  podRoute(pod: Place, from: Place): string;
  /** Why VXLAN (UDP 8472) between two addresses is filtered; empty when it is not. */
  vxlanFilter(from: string, to: string): string;
  /** Why the network security group of the Azure node's subnet drops it; empty when it does not. */
  azureFilter(from: string, to: string, protocol: Protocol, port: number): string;
  /** Why security groups of the VPC drop what comes from Azure under that address; empty when they do not. */
  awsFilter(from: Place, seenAs: string, protocol: Protocol, port: number): string;
}

const VXLAN = 8472;
const KUBELET = 10_250;
const DNS = 53;
/** Azure asks for packets of 1400 bytes in its tunnels. Source: Azure VPN Gateway, "About VPN devices". */
const LINK_MTU = 1400;
const VNET_MTU = 1500;
const VXLAN_BYTES = 50;

export function podNetworkFacts(cluster: KubeCluster): PodNetworkFacts {
  const { faults } = cluster.world;
  const routing = podRoutingOf(cluster);
  const azureFilter: PodNetworkFacts['azureFilter'] = (from, to, protocol, port) => {
    if (port === VXLAN && faults.strikes('vxlan-blocked'))
      return 'the network security group denies UDP 8472';
    if (port === KUBELET && protocol === 'tcp' && faults.strikes('kubelet-unreachable')) {
      return 'the network security group denies TCP 10250';
    }
    return securityGroupDenies(cluster.world, { from, to, protocol, port })
      ? 'the network security group denies it'
      : '';
  };
  return {
    routing,
    linkIsUp: !faults.strikes('link-down'),
    linkMtu: LINK_MTU,
    linkIsSilent: faults.strikes('mtu-black-hole'),
    ciliumMtu: faults.strikes('mtu-black-hole') ? VNET_MTU - VXLAN_BYTES : ciliumMtuOf(cluster),
    masqueradesAlways: faults.strikes('pod-masqueraded'),
    gatewayFailingOver: faults.strikes('gateway-failover'),
    enforcesPolicies: (cloud) => !(cloud === 'aws' && faults.strikes('policy-unenforced')),
    podRoute: (pod, from) => podRoute(cluster, routing, pod, from),
    vxlanFilter: (from, to) => azureFilter(from, to, 'udp', VXLAN),
    azureFilter,
    awsFilter: (from, _seenAs, _protocol, port) =>
      from.cloud === 'azure' && port === DNS && faults.strikes('dns-one-side')
        ? 'the security group of the AWS nodes denies port 53'
        : '',
  };
}

function podRoute({ world }: KubeCluster, routing: PodRouting, pod: Place, from: Place): string {
  const { faults } = world;
  if (routing === 'masquerade') return 'the VPC has no route to pods on hybrid nodes';
  if (faults.strikes('pod-route-missing')) return 'the route to the pods is missing';
  if (routing === 'bgp' && (faults.strikes('bgp-down') || faults.strikes('bgp-nothing-announced'))) {
    return 'the nodes announce no routes';
  }
  if (routing === 'gateway' && (faults.strikes('vtep-missing') || faults.strikes('vtep-stale'))) {
    return 'no node of the gateway carries the packets';
  }
  if (!hasPodRoute(world, routing, pod)) return 'no route leads to the pods';
  if (from.kind === 'control-plane' && faults.strikes('webhook-unreachable')) {
    return "the subnets of the control plane's interfaces have no route to the pods";
  }
  return '';
}

/** What Cilium's chart is told, less what its tunnel needs; else what the network interface carries. */
function ciliumMtuOf(cluster: KubeCluster): number {
  const release = releasesOf(cluster).find((one) => text(one, 'name') === 'cilium');
  const [, value] = /"?\bMTU"?:\s*(\d+)/.exec(texts(release, 'values').join('\n')) ?? [];
  return Number(value ?? VNET_MTU) - VXLAN_BYTES;
}

function releasesOf({ world, name }: KubeCluster): readonly WorldObject[] {
  const endpoint = endpointOf(world, name);
  return world.objects.list('helm_release').filter(({ region }) => region === endpoint);
}

/** By what is installed: the gateway's chart, the announcements of Cilium, routes to appliances in Azure, or nothing. */
export function podRoutingOf(cluster: KubeCluster): PodRouting {
  const releases = releasesOf(cluster).map((release) => text(release, 'name'));
  if (releases.some((release) => release.includes('hybrid-nodes-gateway'))) return 'gateway';
  if (releases.includes('cilium-bgp')) return 'bgp';
  const routes = cluster.world.objects.list('azurerm_route');
  return routes.some((route) => text(route, 'next_hop_type') === 'VirtualAppliance') ? 'udr' : 'masquerade';
}
