/** `ping` of busybox, which agnhost has, and of iputils, which can forbid fragments. */
import { interfaceMtu, type Path } from '../../world/pod-network.ts';
import { podNetworkFacts } from '../../world/pod-network-facts.ts';
import { readArguments } from '../flags.ts';
import type { PodNetwork } from '../network.ts';
import { failed, type Program, wrote } from '../shell.ts';

const HEADERS = 28;

/** `ping` of a pod. `forbidsFragments`: whether `-M do` is known. */
export function ping(network: PodNetwork, forbidsFragments: boolean): Program {
  return (args) => {
    const valued = ['c', 's', 'i', 'A', 't', 'I', 'W', 'w', 'p', ...(forbidsFragments ? ['M'] : [])];
    const given = readArguments(args, ['4', '6', 'q', 'n', 'O', 'D'], valued);
    if (given.unknown !== undefined) return failed(1, `ping: unrecognized option: ${given.unknown}\n`);
    const host = given.words[0] ?? '';
    const address = network.resolve(host);
    if (address === undefined) return failed(1, `ping: bad address '${host}'\n`);
    const count = Number(given.value('c') ?? 4);
    const size = Number(given.value('s') ?? 56);
    const isWhole = given.value('M') === 'do';
    return send(network, { host, address, count, size, isWhole, quiet: given.has('q') });
  };
}

interface Sending {
  readonly host: string;
  readonly address: string;
  readonly count: number;
  readonly size: number;
  readonly isWhole: boolean;
  readonly quiet: boolean;
}

function send(network: PodNetwork, sending: Sending) {
  const { host, address, count, size, isWhole, quiet } = sending;
  const path = network.echoPath(address);
  const own = interfaceMtu(podNetworkFacts(network.cluster), network.place);
  const bytes = size + HEADERS;
  const lines = [`PING ${host} (${address}): ${size} data bytes`];
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if (isWhole && bytes > own) lines.push(`ping: local error: message too long, mtu=${own}`);
    else if (isWhole && path?.open === true && bytes > path.mtu) {
      if (!path.silent)
        lines.push(
          `From ${network.place.nodeAddress} icmp_seq=${index + 1} Frag needed and DF set (mtu = ${path.mtu})`,
        );
    } else if (path?.open === true && passes(path, bytes, own, index) && !network.isLost(path)) {
      const time = path.roundTripMs + (index % 5) / 20;
      times.push(time);
      if (!quiet)
        lines.push(`${size + 8} bytes from ${address}: seq=${index} ttl=62 time=${time.toFixed(3)} ms`);
    }
  }
  const lost = Math.round((1 - times.length / Math.max(count, 1)) * 100);
  lines.push('', `--- ${host} ping statistics ---`);
  lines.push(`${count} packets transmitted, ${times.length} packets received, ${lost}% packet loss`);
  if (times.length > 0) lines.push(`round-trip min/avg/max = ${summary(times)} ms`);
  const out = `${lines.join('\n')}\n`;
  return times.length > 0 ? wrote(out) : failed(1, '', out);
}

/**
 * Linux asks routers not to cut what fits its interface. Who hears that a packet was too large cuts the next ones himself;
 * who hears nothing loses them all.
 */
function passes({ mtu, silent }: Path, bytes: number, own: number, index: number): boolean {
  const largest = Math.min(bytes, own);
  return largest <= mtu || (!silent && (index > 0 || bytes > own));
}

function summary(times: readonly number[]): string {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return [Math.min(...times), mean, Math.max(...times)].map((time) => time.toFixed(3)).join('/');
}
