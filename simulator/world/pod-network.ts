/**
 * Who reaches whom in the pod network that spans both clouds, by what the world says about routes, filters and packet
 * sizes. AWS nodes run the VPC CNI: pods have addresses of the VPC. Azure nodes run Cilium: pods of other Azure nodes are
 * reached through VXLAN, the VPC as the routing of pods says. Sources: Amazon EKS User Guide, "Configure a CNI for hybrid
 * nodes" and "EKS Hybrid Nodes gateway"; Cilium documentation, "System Requirements" and "Masquerading".
 */
import { blocks, text, texts } from './attributes.ts';
import type { KubeCluster } from './kube-cluster.ts';
import { inSlice, isHybrid } from './kube-nodes.ts';
import { builtIn } from './kube-resources.ts';
import { at, type KubeObject, objectsAt, textAt } from './kube-types.ts';
import { type PodNetworkFacts, podNetworkFacts } from './pod-network-facts.ts';
import { policyAllows } from './pod-network-policy.ts';

export type Cloud = 'aws' | 'azure';

/** A place in the network: a pod, a node, or the control plane, which is in the VPC. */
export interface Place {
  readonly kind: 'pod' | 'node' | 'control-plane' | 'outside';
  readonly name: string;
  readonly address: string;
  readonly cloud: Cloud;
  /** Empty for the control plane. */
  readonly node: string;
  readonly nodeAddress: string;
  readonly pod?: KubeObject;
}

export type Protocol = 'icmp' | 'tcp' | 'udp';

export interface Flow {
  readonly from: Place;
  readonly to: Place;
  readonly protocol: Protocol;
  /** 0 for ICMP. */
  readonly port: number;
}

/** How packets of a flow fare. */
export interface Path {
  readonly open: boolean;
  /** Why they do not arrive, for the log of the simulator. */
  readonly why: string;
  /** The address that the receiver sees. */
  readonly seenAs: string;
  /** Bytes of the largest IP packet that arrives whole. */
  readonly mtu: number;
  /** Whether larger packets vanish without a word, so that nobody learns of it. */
  readonly silent: boolean;
  readonly roundTripMs: number;
  /** One packet in that many is lost; 0 loses none. */
  readonly losesOneIn: number;
}

const CONTROL_PLANE = '10.40.255.10';
/** AWS keeps the first four addresses of a subnet. */
const FIRST_INTERFACE = 4;

/** The control plane's network interface in the first of its subnets. */
export function controlPlane({ world, name }: KubeCluster): Place {
  const cluster = world.objects.list('aws_eks_cluster').find((object) => text(object, 'name') === name);
  const [id] = blocks(cluster, 'vpc_config').flatMap((config) => texts(config, 'subnet_ids'));
  const subnet = world.objects.list('aws_subnet').find((object) => text(object, 'id') === id);
  const address = subnet === undefined ? CONTROL_PLANE : inSlice(text(subnet, 'cidr_block'), FIRST_INTERFACE);
  return {
    kind: 'control-plane',
    name: 'kube-apiserver',
    address,
    cloud: 'aws',
    node: '',
    nodeAddress: address,
  };
}

export function nodePlace(node: KubeObject): Place {
  const addresses = objectsAt(node, 'status', 'addresses');
  const address = textAt(
    addresses.find(({ type }) => type === 'InternalIP'),
    'address',
  );
  const { name } = node.metadata;
  return { kind: 'node', name, address, cloud: cloudOf(node), node: name, nodeAddress: address };
}

function cloudOf(node: KubeObject): Cloud {
  return isHybrid(node) ? 'azure' : 'aws';
}

/** Where a pod is; undefined before it has an address. */
export function podPlace({ store }: KubeCluster, pod: KubeObject): Place | undefined {
  const node = store.get(builtIn('nodes'), undefined, textAt(pod, 'spec', 'nodeName'));
  const address = textAt(pod, 'status', 'podIP');
  if (node === undefined || address === '') return undefined;
  const host = nodePlace(node);
  const kind = at(pod, 'spec', 'hostNetwork') === true ? 'node' : 'pod';
  return { ...host, kind, name: pod.metadata.name, address, pod };
}

/** The pod, node or control plane that has an address; pods that have ended have none. */
export function placeAt(cluster: KubeCluster, address: string): Place | undefined {
  const own = controlPlane(cluster);
  if (address === own.address) return own;
  const pods = cluster.store
    .list(builtIn('pods'))
    .filter(
      (pod) =>
        textAt(pod, 'status', 'podIP') === address &&
        textAt(pod, 'status', 'phase') === 'Running' &&
        at(pod, 'spec', 'hostNetwork') !== true,
    );
  const [pod] = pods;
  if (pod !== undefined) return podPlace(cluster, pod);
  return cluster.store
    .list(builtIn('nodes'))
    .map(nodePlace)
    .find((place) => place.address === address);
}

const VXLAN_BYTES = 50;
const VPC_MTU = 9001;
const VNET_MTU = 1500;
const LOCAL_MS = 0.2;
const ZONE_MS = 0.9;
const LINK_MS = 12;

/** How a flow fares, answers included: a reply that finds no way back is as good as none. */
export function pathOf(cluster: KubeCluster, flow: Flow): Path {
  const facts = podNetworkFacts(cluster);
  const { from, to } = flow;
  const crosses = from.cloud !== to.cloud;
  const keepsAddress = from.kind !== 'pod' || !crosses || keepsPodAddress(facts, from);
  const seenAs = keepsAddress ? from.address : from.nodeAddress;
  const why = filteredBy(cluster, flow, facts, crosses ? seenAs : from.address);
  return {
    open: why === '',
    why,
    seenAs,
    ...sizes(flow, facts),
    roundTripMs: roundTrip(flow),
    losesOneIn: crosses && isThroughGateway(facts, flow) && facts.gatewayFailingOver ? 3 : 0,
  };
}

/** Cilium gives packets to the VPC the node's address, unless the routing of pods leads answers back to pods. */
function keepsPodAddress(facts: PodNetworkFacts, from: Place): boolean {
  return from.cloud === 'aws' || (facts.routing !== 'masquerade' && !facts.masqueradesAlways);
}

function isThroughGateway(facts: PodNetworkFacts, { from, to }: Flow): boolean {
  const usesPodAddress = (place: Place): boolean => place.cloud === 'azure' && place.kind === 'pod';
  return facts.routing === 'gateway' && (usesPodAddress(to) || usesPodAddress(from));
}

/** Why a flow does not get through; empty when it does. */
function filteredBy(cluster: KubeCluster, flow: Flow, facts: PodNetworkFacts, seenAs: string): string {
  const { from, to } = flow;
  if (from.node !== '' && from.node === to.node) return policyOf(cluster, flow, facts, seenAs);
  const wire = from.cloud === to.cloud ? withinCloud(flow, facts) : acrossClouds(flow, facts, seenAs);
  return wire === '' ? policyOf(cluster, flow, facts, seenAs) : wire;
}

function policyOf(cluster: KubeCluster, flow: Flow, facts: PodNetworkFacts, seenAs: string): string {
  return policyAllows(cluster, flow, seenAs, (place) => facts.enforcesPolicies(place.cloud))
    ? ''
    : 'a network policy denies it';
}

function withinCloud({ from, to, protocol, port }: Flow, facts: PodNetworkFacts): string {
  if (from.cloud === 'aws') return '';
  // Cilium wraps whatever goes to a pod on another node, also what that node's own stack sends there.
  if (to.kind === 'pod') return facts.vxlanFilter(from.nodeAddress, to.nodeAddress);
  return facts.azureFilter(from.nodeAddress, to.nodeAddress, protocol, port);
}

function acrossClouds(flow: Flow, facts: PodNetworkFacts, seenAs: string): string {
  const { from, to, protocol, port } = flow;
  if (!facts.linkIsUp) return 'no tunnel between the clouds is up';
  if (to.kind === 'pod' && to.cloud === 'azure') {
    return facts.podRoute(to, from) || inward(flow, facts);
  }
  if (from.kind === 'pod' && from.cloud === 'azure' && seenAs === from.address) {
    const back = facts.podRoute(from, to);
    if (back !== '') return back;
    // Cilium's tunnel leads to the gateway: answers come back in VXLAN.
    const tunnel = facts.routing === 'gateway' ? facts.vxlanFilter(to.nodeAddress, from.nodeAddress) : '';
    if (tunnel !== '') return tunnel;
  }
  if (to.cloud === 'azure') return facts.azureFilter(from.address, to.address, protocol, port);
  return facts.awsFilter(from, seenAs, protocol, port);
}

/** From the VPC to a pod on an Azure node: in VXLAN through the gateway, else as it is. */
function inward({ from, to, protocol, port }: Flow, facts: PodNetworkFacts): string {
  if (facts.routing === 'gateway') return facts.vxlanFilter(from.nodeAddress, to.nodeAddress);
  return facts.azureFilter(from.address, to.address, protocol, port);
}

function sizes(flow: Flow, facts: PodNetworkFacts): Pick<Path, 'mtu' | 'silent'> {
  const { from, to } = flow;
  if (from.node !== '' && from.node === to.node) {
    return { mtu: Math.min(interfaceMtu(facts, from), interfaceMtu(facts, to)), silent: false };
  }
  if (from.cloud === to.cloud) {
    const wire = from.cloud === 'aws' ? VPC_MTU : VNET_MTU;
    const tunnelled = from.cloud === 'azure' && to.kind === 'pod';
    return { mtu: tunnelled ? wire - VXLAN_BYTES : wire, silent: false };
  }
  const wrapped = isThroughGateway(facts, flow) ? VXLAN_BYTES : 0;
  return { mtu: facts.linkMtu - wrapped, silent: facts.linkIsSilent };
}

/** MTU of the network interface of a pod or node. */
export function interfaceMtu(facts: Pick<PodNetworkFacts, 'ciliumMtu'>, place: Place): number {
  if (place.cloud === 'aws') return VPC_MTU;
  return place.kind === 'pod' ? facts.ciliumMtu : VNET_MTU;
}

/** Distances that differ a little by the pair, so that percentiles have something to say. */
function roundTrip({ from, to }: Flow): number {
  const spread =
    ([...`${from.address}${to.address}`].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 10) / 50;
  if (from.node === to.node) return LOCAL_MS + spread / 10;
  return (from.cloud === to.cloud ? ZONE_MS : LINK_MS) + spread;
}
