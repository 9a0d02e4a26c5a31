/**
 * What the API tells of encryption between hybrid nodes: what is configured, and that each node has a key. Sources: Cilium
 * 1.18, "Transparent Encryption"; `pkg/annotation`.
 */
import { CONFIG_MAPS, type CustomObject } from '../kubernetes/resources.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import { CILIUM, ciliumCheck, hybridPlace, named, SYSTEM_NAMESPACE } from './cilium-check.ts';
import type { Check, ProbeNode } from './types.ts';

export type Encryption = 'none' | 'wireguard' | 'ipsec';

const CONFIG = 'cilium-config';
const ENABLED = { wireguard: 'enable-wireguard', ipsec: 'enable-ipsec' } as const;
const PUBLIC_KEY = 'network.cilium.io/wg-pub-key';

/** What no object tells, so that nobody takes keys for proof. */
export const ENCRYPTION_LIMITS =
  'Encryption on the wire: the API tells that it is configured and that nodes have keys, not that packets are encrypted. Traffic to AWS nodes, which have no Cilium, is encrypted by the VPN alone.';

/** Configured, and a key on each hybrid node with a probe; with IPsec the same one. */
export async function checkEncryption(
  door: ClusterDoor,
  hybrid: readonly ProbeNode[],
  ciliumNodes: readonly CustomObject[],
  wanted: Exclude<Encryption, 'none'>,
): Promise<readonly Check[]> {
  const config = await door.get(CONFIG_MAPS, { name: CONFIG, namespace: SYSTEM_NAMESPACE });
  const value = config?.data?.[ENABLED[wanted]];
  const setting = ciliumCheck(
    'cilium-encryption',
    CILIUM,
    config === undefined ? 'unknown' : value === 'true' ? 'passed' : 'failed',
    config === undefined ? `no ConfigMap ${CONFIG}` : `${ENABLED[wanted]} is ${value ?? 'not set'}`,
  );
  const keys = hybrid.map((node) => keyOf(named(ciliumNodes, node.name), wanted));
  const first = keys.find((key) => key !== '');
  const checks = hybrid.map((node, index) => {
    const key = keys[index] ?? '';
    const done = (outcome: 'passed' | 'failed', detail: string): Check =>
      ciliumCheck('cilium-encryption', hybridPlace(node), outcome, detail);
    if (key === '') return done('failed', 'the node has no key');
    if (wanted === 'wireguard') return done('passed', 'the node has published a key');
    return key === first
      ? done('passed', `IPsec key ${key}`)
      : done('failed', `IPsec key ${key}, and ${first ?? ''} on others`);
  });
  return [setting, ...checks];
}

/** Empty when there is none; IPsec numbers its keys from 1, 0 is none. */
function keyOf(node: CustomObject | undefined, wanted: Exclude<Encryption, 'none'>): string {
  if (wanted === 'wireguard') return node?.metadata?.annotations?.[PUBLIC_KEY] ?? '';
  const { key = 0 } = (node?.spec?.['encryption'] ?? {}) as { readonly key?: number };
  return key === 0 ? '' : String(key);
}
