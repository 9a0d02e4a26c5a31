/**
 * What Cilium and its operator keep in the API of a cluster beside CiliumNodes: kinds, agents, BGP sessions, the gateway's
 * VTEP configuration. Source: Cilium 1.18, `pkg/k8s/apis/cilium.io/v2`.
 */
import { CILIUM_KINDS } from './custom-resources.ts';
import type { KubeCluster } from './kube-cluster.ts';
import { definitionOf } from './kube-definitions.ts';
import { condition, isHybrid } from './kube-nodes.ts';
import { builtIn, customResource } from './kube-resources.ts';
import type { JsonObject, KubeObject } from './kube-types.ts';
import { podRoutingOf } from './pod-network-facts.ts';

const NAMESPACE = 'kube-system';
const GROUP = 'cilium.io';
const BGP_NODES = { group: GROUP, plural: 'ciliumbgpnodeconfigs' };
/** Azure's Route Server: always this number, two addresses in a subnet of its own. */
const ROUTE_SERVER = { asn: 65_515, addresses: ['10.80.255.4', '10.80.255.5'] };
const LOCAL_ASN = 65_010;

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
  const routing = podRoutingOf(cluster);
  if (routing === 'gateway') {
    const kind = 'CiliumVTEPConfig';
    store.put(
      { group: GROUP, plural: 'ciliumvtepconfigs' },
      { apiVersion: 'cilium.io/v2', kind, metadata: { name: 'hybrid-gateway' }, spec: {} },
    );
  }
  if (routing === 'bgp') for (const node of agents) store.put(BGP_NODES, bgpNodeConfig(node));
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
  const isUp = !world.faults.strikes('bgp-down');
  const peers = ROUTE_SERVER.addresses.map((peerAddress, index) => ({
    name: `route-server-${index}`,
    peerASN: ROUTE_SERVER.asn,
    peerAddress,
    peeringState: isUp ? 'established' : 'active',
    ...(isUp && {
      establishedTime: store.timestamp(),
      timers: { appliedHoldTimeSeconds: 90, appliedKeepaliveSeconds: 30 },
      routeCount: [{ afi: 'ipv4', safi: 'unicast', received: 2, advertised: 1 }],
    }),
  }));
  return { ...config, status: { bgpInstances: [{ name: 'route-server', localASN: LOCAL_ASN, peers }] } };
}
