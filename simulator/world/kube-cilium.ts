/**
 * What Cilium and its operator keep in the API of a cluster beside CiliumNodes: kinds, agents, BGP sessions, the gateway's
 * VTEP configuration. Source: Cilium 1.18, `pkg/k8s/apis/cilium.io/v2`.
 */
import { texts } from './attributes.ts';
import { CILIUM_KINDS } from './custom-resources.ts';
import { endpointOf, type KubeCluster } from './kube-cluster.ts';
import { definitionOf } from './kube-definitions.ts';
import { condition, isHybrid } from './kube-nodes.ts';
import { builtIn, customResource } from './kube-resources.ts';
import { type JsonObject, type KubeObject, objectsAt, textAt } from './kube-types.ts';
import { podRoutingOf } from './pod-network-facts.ts';

const NAMESPACE = 'kube-system';
const GROUP = 'cilium.io';
const BGP_NODES = { group: GROUP, plural: 'ciliumbgpnodeconfigs' };
/** Azure's Route Server: always this number, two addresses in a subnet of its own. */
const ROUTE_SERVER = { asn: 65_515, addresses: ['10.80.255.4', '10.80.255.5'] };
const LOCAL_ASN = 65_010;
const GATEWAY_LABEL = 'hybrid-gateway-node';

/** Puts the objects in, as they are for the nodes there are; call it when the nodes have joined. */
export function installCilium(cluster: KubeCluster): void {
  const { store } = cluster;
  for (const kind of CILIUM_KINDS) {
    store.put(builtIn('customresourcedefinitions'), definitionOf(customResource(kind)));
  }
  const agents = hybridNodes(cluster);
  const ready = agents.filter((node) => condition(node, 'Ready') === 'True').length;
  const counts = {
    currentNumberScheduled: agents.length,
    desiredNumberScheduled: agents.length,
    numberAvailable: ready,
    numberReady: ready,
    numberMisscheduled: 0,
  };
  workload(cluster, 'DaemonSet', 'cilium', counts);
  workload(cluster, 'Deployment', 'cilium-operator', { replicas: 1, readyReplicas: 1, availableReplicas: 1 });
  putConfig(cluster);
  const routing = podRoutingOf(cluster);
  if (routing === 'gateway') {
    const kind = 'CiliumVTEPConfig';
    store.put(
      { group: GROUP, plural: 'ciliumvtepconfigs' },
      {
        apiVersion: 'cilium.io/v2',
        kind,
        metadata: { name: 'hybrid-gateway' },
        spec: { endpoints: ways(cluster) },
      },
    );
  }
  if (routing === 'bgp') for (const node of agents) store.put(BGP_NODES, bgpNodeConfig(node));
}

/** The leader's address, for what is not a hybrid node's. Without nodes of the gateway, that of the first AWS node. */
function ways({ store }: KubeCluster): readonly JsonObject[] {
  const nodes = store.list(builtIn('nodes')).filter((node) => !isHybrid(node));
  const leader = nodes.find(({ metadata }) => metadata.labels?.[GATEWAY_LABEL] !== undefined) ?? nodes[0];
  const address = textAt(objectsAt(leader, 'status', 'addresses')[0], 'address');
  const way = {
    name: 'hybrid-gateway',
    tunnelEndpoint: address,
    cidr: '10.40.0.0/16',
    mac: '0e:00:00:00:00:01',
  };
  return address === '' ? [] : [way];
}

/** How traffic between hybrid nodes is encrypted, by the values of the chart. */
export function encryptionOf({ world, name }: KubeCluster): 'wireguard' | 'ipsec' | 'none' {
  const endpoint = endpointOf(world, name);
  const values = world.objects
    .list('helm_release')
    .filter(({ region, attributes }) => region === endpoint && attributes['name'] === 'cilium')
    .flatMap((release) => texts(release, 'values'))
    .join('\n');
  const type = /encryption"?:[^]*?type"?:\s*"?(wireguard|ipsec)/.exec(values)?.[1];
  return type === 'wireguard' || type === 'ipsec' ? type : 'none';
}

/** What the chart's values become for agents, as far as anyone asks. */
function putConfig(cluster: KubeCluster): void {
  const type = encryptionOf(cluster);
  const data = { 'enable-wireguard': String(type === 'wireguard'), 'enable-ipsec': String(type === 'ipsec') };
  const metadata = { name: 'cilium-config', namespace: NAMESPACE };
  cluster.store.put(builtIn('configmaps'), { apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
}

function hybridNodes({ store }: KubeCluster): readonly KubeObject[] {
  return store.list(builtIn('nodes')).filter(isHybrid);
}

function workload({ store }: KubeCluster, kind: string, name: string, status: JsonObject): void {
  store.put(builtIn(`${kind.toLowerCase()}s`), {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: NAMESPACE, labels: { 'app.kubernetes.io/part-of': 'cilium' } },
    spec: {},
    status,
  });
}

function bgpNodeConfig({ metadata }: KubeObject): KubeObject {
  const peers = ROUTE_SERVER.addresses.map((peerAddress, index) => ({
    name: `route-server-${index}`,
    peerASN: ROUTE_SERVER.asn,
    peerAddress,
    peerConfigRef: { name: 'route-server' },
  }));
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumBGPNodeConfig',
    metadata: { name: metadata.name },
    spec: { bgpInstances: [{ name: 'route-server', localASN: LOCAL_ASN, peers }] },
  };
}

/** The configuration with the sessions as the agent of the node would report them now. */
export function withSessions({ world, store }: KubeCluster, config: KubeObject): KubeObject {
  const isDown = world.faults.strikes('bgp-down');
  const halfDown = world.faults.strikes('bgp-session-down');
  const advertised = world.faults.strikes('bgp-nothing-announced') ? 0 : 1;
  const peers = ROUTE_SERVER.addresses.map((peerAddress, index) => {
    const isUp = !isDown && !(halfDown && index > 0);
    return {
      name: `route-server-${index}`,
      peerASN: ROUTE_SERVER.asn,
      peerAddress,
      peeringState: isUp ? 'established' : 'active',
      ...(isUp && {
        establishedTime: store.timestamp(),
        timers: { appliedHoldTimeSeconds: 90, appliedKeepaliveSeconds: 30 },
        routeCount: [{ afi: 'ipv4', safi: 'unicast', received: 2, advertised }],
      }),
    };
  });
  return { ...config, status: { bgpInstances: [{ name: 'route-server', localASN: LOCAL_ASN, peers }] } };
}
