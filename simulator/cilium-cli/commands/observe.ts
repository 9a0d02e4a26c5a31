/** `cilium bgp peers` and `cilium encryption status`. Source: cilium-cli 0.19, `bgp/peers.go` and `encrypt/status.go`. */
import { at, type Json, objectsAt, textAt } from '../../world/kube-types.ts';
import type { Api } from '../api.ts';

const NS_PER_MS = 1_000_000;

/** Sessions by node. Exit code 0 whatever state they are in. */
export async function bgpPeers(api: Api): Promise<string> {
  const configs = await api.list('/apis/cilium.io/v2/ciliumbgpnodeconfigs');
  const found = configs.map((config) => [config.metadata.name, sessionsOf(config)]);
  return `${JSON.stringify(Object.fromEntries(found), null, 2)}\n`;
}

function sessionsOf(config: Json): readonly Json[] {
  return objectsAt(config, 'status', 'bgpInstances').flatMap((instance) =>
    objectsAt(instance, 'peers').map((peer) => {
      const since = Date.parse(textAt(peer, 'establishedTime'));
      return {
        'local-asn': instance['localASN'],
        'peer-asn': peer['peerASN'],
        'peer-address': peer['peerAddress'],
        'session-state': peer['peeringState'],
        'uptime-nanoseconds': Number.isNaN(since) ? 0 : Math.max(Date.now() - since, 0) * NS_PER_MS,
        'ebgp-multihop-ttl': 255,
        'applied-hold-time-seconds': at(peer, 'timers', 'appliedHoldTimeSeconds'),
        families: objectsAt(peer, 'routeCount').map(({ afi, safi, received, advertised }) => ({
          afi,
          safi,
          received,
          accepted: received,
          advertised,
        })),
      };
    }),
  );
}

/** By what `cilium-config` says; the real program asks each agent. */
export async function encryptionStatus(api: Api, namespace: string): Promise<string> {
  const nodes = await api.list('/apis/cilium.io/v2/ciliumnodes');
  const config = await api.find(`/api/v1/namespaces/${namespace}/configmaps/cilium-config`);
  const isOn = (key: string): boolean => textAt(config, 'data', key) === 'true';
  const wireguard = isOn('enable-wireguard') ? nodes.length : 0;
  const ipsec = isOn('enable-ipsec') ? nodes.length : 0;
  return `${JSON.stringify(
    {
      'enc-disabled-node-count': nodes.length - wireguard - ipsec,
      'enc-ipsec-node-count': ipsec,
      'enc-wireguard-node-count': wireguard,
    },
    null,
    2,
  )}\n`;
}
