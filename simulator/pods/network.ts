/** What a program in a pod sees of the network: names, connections, datagrams. */
import { isIPv4 } from 'node:net';
import type { KubeCluster } from '../world/kube-cluster.ts';
import { interfaceMtu, type Path, pathOf, type Place, placeAt } from '../world/pod-network.ts';
import { podNetworkFacts } from '../world/pod-network-facts.ts';
import { destinationOf, dnsService, lookUp } from '../world/pod-services.ts';
import { type Listener, listenerAt } from './listeners.ts';

/** An IP and a TCP header. */
const TCP_HEADERS = 40;
/** An IP and a UDP header. */
export const UDP_HEADERS = 28;

/** How an attempt to reach a port ended. */
export type Contact =
  | {
      readonly kind: 'open';
      /** Address that was dialled, after the name was looked up. */
      readonly address: string;
      readonly place: Place;
      readonly port: number;
      readonly path: Path;
      readonly listener: Listener;
    }
  | { readonly kind: 'timeout' | 'refused' | 'unknown-name'; readonly address: string };

/** The network as one pod has it. */
export class PodNetwork {
  readonly cluster: KubeCluster;
  readonly place: Place;
  readonly namespace: string;
  #packets = 0;

  constructor(cluster: KubeCluster, place: Place) {
    this.cluster = cluster;
    this.place = place;
    this.namespace = place.pod?.metadata.namespace ?? 'default';
  }

  /** Asks CoreDNS at an address; `timeout` when no answer comes, undefined when there is no such name. */
  ask(
    server: string,
    name: string,
    protocol: 'tcp' | 'udp',
  ): readonly string[] | 'timeout' | 'refused' | undefined {
    const contact = this.contact(server, 53, protocol);
    if (contact.kind !== 'open') return contact.kind === 'refused' ? 'refused' : 'timeout';
    const isDown = contact.place.cloud === 'azure' && this.cluster.world.faults.strikes('coredns-down');
    if (isDown || contact.listener !== 'dns' || this.isLost(contact.path)) return 'timeout';
    return lookUp(this.cluster, name);
  }

  /** The address of a host as the pod's resolver finds it, search domains included. */
  resolve(host: string): string | undefined {
    if (isIPv4(host)) return host;
    if (host === 'localhost') return '127.0.0.1';
    const domains = [`${this.namespace}.svc.cluster.local`, 'svc.cluster.local', 'cluster.local', ''];
    for (const domain of domains) {
      const found = this.ask(dnsService(this.cluster), domain === '' ? host : `${host}.${domain}`, 'udp');
      if (typeof found === 'object') return found[0];
      if (found === 'timeout' || found === 'refused') return undefined;
    }
    return undefined;
  }

  /** Opens a connection, or finds out where datagrams would arrive. */
  contact(host: string, port: number, protocol: 'tcp' | 'udp'): Contact {
    const address = this.resolve(host);
    if (address === undefined) return { kind: 'unknown-name', address: host };
    const isOwn = address === '127.0.0.1' || address === this.place.address;
    const destination = isOwn
      ? { place: this.place, port }
      : destinationOf(this.cluster, this.place, address, port, protocol);
    if (destination === undefined) return { kind: 'timeout', address };
    if (destination === 'refused') return { kind: 'refused', address };
    const { place } = destination;
    // A node forwards its node ports under its own address, so that only nodes have to reach each other.
    const entry = placeAt(this.cluster, address);
    const from = entry?.kind === 'node' && place.pod !== undefined ? entry : this.place;
    const path = pathOf(this.cluster, { from, to: place, protocol, port: destination.port });
    const isEntered =
      from === this.place || pathOf(this.cluster, { from: this.place, to: from, protocol, port }).open;
    if (!path.open || !isEntered) return { kind: 'timeout', address };
    const listener = listenerAt(place, protocol, destination.port);
    if (listener === undefined) return { kind: 'refused', address };
    return { kind: 'open', address, place, port: destination.port, path, listener };
  }

  /** The way of echo requests to an address; undefined when nobody has it. Services answer none. */
  echoPath(address: string): Path | undefined {
    const destination = destinationOf(this.cluster, this.place, address, 0, 'udp');
    if (
      destination === undefined ||
      destination === 'refused' ||
      destination.place.kind === 'control-plane'
    ) {
      return undefined;
    }
    return pathOf(this.cluster, { from: this.place, to: destination.place, protocol: 'icmp', port: 0 });
  }

  /** Whether the next packet on a path gets lost. */
  isLost({ losesOneIn }: Path): boolean {
    this.#packets += 1;
    return losesOneIn > 0 && this.#packets % losesOneIn === 0;
  }
}

/**
 * Whether a TCP transfer of so many bytes stands still: its segments are as large as the smaller interface allows, and
 * nobody tells that they do not fit the path.
 */
export function isStuck(
  network: PodNetwork,
  { path, place }: Extract<Contact, { kind: 'open' }>,
  bytes: number,
): boolean {
  const facts = podNetworkFacts(network.cluster);
  const segment = Math.min(interfaceMtu(facts, network.place), interfaceMtu(facts, place));
  return path.silent && Math.min(bytes + TCP_HEADERS, segment) > path.mtu;
}
