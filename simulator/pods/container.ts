/** A container that commands are run in: its programs follow from its image, its files from its pod. */
import type { KubeCluster } from '../world/kube-cluster.ts';
import { type JsonObject, objectsAt, textAt } from '../world/kube-types.ts';
import { interfaceMtu, type Place } from '../world/pod-network.ts';
import { podNetworkFacts } from '../world/pod-network-facts.ts';
import { dnsService } from '../world/pod-services.ts';
import { PodNetwork } from './network.ts';
import { curl } from './programs/curl.ts';
import { dig, nslookup } from './programs/dig.ts';
import { FILE_PROGRAMS } from './programs/files.ts';
import { agnhost, nc } from './programs/nc.ts';
import { ping } from './programs/ping.ts';
import { failed, type Program, Shell, wrote } from './shell.ts';

/** Images that have nothing but one program. */
const BARE = /\/(?:pause|coredns|metrics-server)[:@]/;
/** Images with the ping of iputils. */
const IPUTILS = /netshoot|iputils|alpine-curl/;

/** The shell of a container; undefined for an image that has none. */
export function shellOf(cluster: KubeCluster, place: Place, container: JsonObject): Shell | undefined {
  const image = textAt(container, 'image');
  if (BARE.test(image)) return undefined;
  const network = new PodNetwork(cluster, place);
  const own: Readonly<Record<string, Program>> = {
    ping: ping(network, IPUTILS.test(image)),
    nc: nc(network),
    curl: curl(network),
    dig: dig(network),
    nslookup: nslookup(network),
    ...(image.includes('agnhost') && { agnhost: agnhost(network) }),
    ip: ip(cluster, place),
    hostname: (args) => wrote(`${args.includes('-i') ? place.address : place.name}\n`),
  };
  return new Shell(new Map(Object.entries({ ...FILE_PROGRAMS, ...own })), filesOf(cluster, place));
}

/** `ip link show` and `ip route get`, the two that say something about sizes and ways. */
function ip(cluster: KubeCluster, place: Place): Program {
  return (args) => {
    const words = args.filter((arg) => !arg.startsWith('-'));
    const mtu = interfaceMtu(podNetworkFacts(cluster), place);
    const link = `2: eth0@if7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu ${mtu} qdisc noqueue state UP mode DEFAULT group default`;
    if (words[0] === 'link') return wrote(`${link}\n`);
    if (words[0] === 'addr') return wrote(`${link}\n    inet ${place.address}/32 scope global eth0\n`);
    const target = words[words.indexOf('get') + 1] ?? '';
    if (words[0] !== 'route' || !words.includes('get'))
      return failed(255, 'Object is unknown, try "ip help".\n');
    return wrote(`${target} via 169.254.1.1 dev eth0 src ${place.address} uid 0\n    cache\n`);
  };
}

function filesOf(cluster: KubeCluster, place: Place): ReadonlyMap<string, string> {
  const namespace = place.pod?.metadata.namespace ?? 'default';
  const mtu = interfaceMtu(podNetworkFacts(cluster), place);
  const account = '/var/run/secrets/kubernetes.io/serviceaccount';
  const search = `search ${namespace}.svc.cluster.local svc.cluster.local cluster.local`;
  return new Map([
    ['/etc/resolv.conf', `${search}\nnameserver ${dnsService(cluster)}\noptions ndots:5\n`],
    ['/etc/hostname', `${place.name}\n`],
    ['/sys/class/net/eth0/mtu', `${mtu}\n`],
    [`${account}/namespace`, namespace],
    [
      `${account}/token`,
      `token of ${namespace}/${textAt(place.pod, 'spec', 'serviceAccountName') || 'default'}`,
    ],
    [`${account}/ca.crt`, '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n'],
  ]);
}

/** The container of that name, or the first where none is named. */
export function containerOf(place: Place, name: string): JsonObject | undefined {
  const all = objectsAt(place.pod, 'spec', 'containers');
  return name === '' ? all[0] : all.find((entry) => entry['name'] === name);
}
