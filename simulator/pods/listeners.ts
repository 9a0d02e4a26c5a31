/** What listens in pods, on nodes and in the control plane. Source: agnhost, `netexec` and `webhook`. */
import type { Place, Protocol } from '../world/pod-network.ts';
import { at, isArray, objectsAt, textAt } from '../world/kube-types.ts';

/** What speaks on a port. */
export type Listener = 'netexec' | 'udp-echo' | 'http' | 'https' | 'dns' | 'api-server' | 'kubelet';

const DEFAULT_HTTP = 8080;
const DEFAULT_UDP = 8081;
const DEFAULT_WEBHOOK = 8444;

/** What listens on the port of a place; undefined when nothing does. */
export function listenerAt(place: Place, protocol: Protocol, port: number): Listener | undefined {
  if (place.kind === 'control-plane') return protocol === 'tcp' && port === 443 ? 'api-server' : undefined;
  if (place.kind === 'node' && protocol === 'tcp' && port === 10_250) return 'kubelet';
  if (place.pod === undefined) return undefined;
  if (place.pod.metadata.labels?.['k8s-app'] === 'kube-dns') return port === 53 ? 'dns' : undefined;
  for (const container of objectsAt(place.pod, 'spec', 'containers')) {
    const words = [...textsAt(container, 'command'), ...textsAt(container, 'args')];
    const program = words.find((word) => ['netexec', 'webhook'].includes(word));
    if (program === 'netexec') {
      const udp = Number(flag(words, 'udp-port') ?? DEFAULT_UDP);
      if (protocol === 'tcp' && Number(flag(words, 'http-port') ?? DEFAULT_HTTP) === port) {
        return flag(words, 'tls-cert-file') === undefined ? 'netexec' : 'https';
      }
      if (protocol === 'udp' && udp === port) return 'udp-echo';
    } else if (program === 'webhook') {
      if (protocol === 'tcp' && Number(flag(words, 'port') ?? DEFAULT_WEBHOOK) === port) return 'https';
    } else {
      const declared = objectsAt(container, 'ports').find(
        (entry) =>
          entry['containerPort'] === port && (textAt(entry, 'protocol') || 'TCP').toLowerCase() === protocol,
      );
      if (declared !== undefined) return textAt(declared, 'name').startsWith('https') ? 'https' : 'http';
    }
  }
  return undefined;
}

function textsAt(value: Parameters<typeof at>[0], name: string): readonly string[] {
  const found = at(value, name);
  return isArray(found) ? found.filter((entry) => typeof entry === 'string') : [];
}

/** The value of `--name=value` or `--name value`. */
function flag(words: readonly string[], name: string): string | undefined {
  const place = words.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  if (place < 0) return undefined;
  const word = words[place];
  return word?.includes('=') === true ? word.slice(word.indexOf('=') + 1) : words[place + 1];
}
