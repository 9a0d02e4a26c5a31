/** `nc` of OpenBSD, and `agnhost connect`. */
import { interfaceMtu, type Path } from '../../world/pod-network.ts';
import { podNetworkFacts } from '../../world/pod-network-facts.ts';
import { readArguments } from '../flags.ts';
import { rawAnswer } from '../http.ts';
import { type Contact, isStuck, type PodNetwork, UDP_HEADERS } from '../network.ts';
import { failed, OK, type Program, wrote } from '../shell.ts';

/**
 * Whether a packet of that many bytes arrives whole. Linux forbids routers to cut datagrams up to its own MTU and cuts
 * larger ones itself; one that is too large for the path is lost, and the next one after the notice is smaller.
 */
export function arrives(network: PodNetwork, path: Path, bytes: number): boolean {
  const own = interfaceMtu(podNetworkFacts(network.cluster), network.place);
  return bytes > own ? !path.silent || own <= path.mtu : bytes <= path.mtu;
}

/** `nc HOST PORT`, with `-u` datagrams and with `-z` nothing sent. */
export function nc(network: PodNetwork): Program {
  return (args, input) => {
    const given = readArguments(args, ['u', 'z', 'v', 'n', 'N', '4'], ['w', 'q', 'W', 'p', 's']);
    if (given.unknown !== undefined) return failed(1, `nc: unrecognized option: ${given.unknown}\n`);
    const [host = '', port = ''] = given.words;
    const isDatagram = given.has('u');
    const contact = network.contact(host, Number(port), isDatagram ? 'udp' : 'tcp');
    if (isDatagram) return given.has('z') ? OK : datagram(network, contact, input);
    if (contact.kind !== 'open') return failed(1, problem(contact, host, port));
    if (given.has('z')) {
      return given.has('v') ? failed(0, `Connection to ${host} ${port} port [tcp/*] succeeded!\n`) : OK;
    }
    if (isStuck(network, contact, input.length)) return failed(1, '');
    return wrote(rawAnswer(contact, input));
  };
}

function problem({ kind }: Contact, host: string, port: string): string {
  if (kind === 'unknown-name')
    return `nc: getaddrinfo for host "${host}" port ${port}: Name does not resolve\n`;
  const why = kind === 'refused' ? 'Connection refused' : 'Operation timed out';
  return `nc: connect to ${host} port ${port} (tcp) failed: ${why}\n`;
}

function datagram(network: PodNetwork, contact: Contact, input: string) {
  if (contact.kind !== 'open') return failed(contact.kind === 'unknown-name' ? 1 : 0, '');
  const { path } = contact;
  if (network.isLost(path) || !arrives(network, path, input.length + UDP_HEADERS)) return OK;
  const answer = contact.listener === 'udp-echo' ? udpAnswer(contact, input) : '';
  return wrote(arrives(network, path, answer.length + UDP_HEADERS) ? answer : '');
}

/** What `agnhost netexec` answers to a datagram. */
function udpAnswer({ place, path }: Extract<Contact, { kind: 'open' }>, input: string): string {
  const text = input.trim();
  if (text.toLowerCase() === 'hostname') return place.name;
  if (text.toLowerCase() === 'clientip') return `${path.seenAs}:40000`;
  return /^echo /i.test(text) ? text.slice('echo '.length) : '';
}

/** `agnhost connect HOST:PORT`, which says why it failed in one word. */
export function agnhost(network: PodNetwork): Program {
  return ([command = '', ...args]) => {
    if (command !== 'connect') return failed(1, `Error: unknown command "${command}" for "app"\n`);
    const given = readArguments(args, [], ['timeout', 'protocol', 'udp-data']);
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(given.words[0] ?? '') ?? [];
    const isDatagram = given.value('protocol')?.toLowerCase() === 'udp';
    const contact = network.contact(host, Number(port), isDatagram ? 'udp' : 'tcp');
    if (contact.kind === 'open') return OK;
    return failed(1, `${{ timeout: 'TIMEOUT', refused: 'REFUSED', 'unknown-name': 'DNS' }[contact.kind]}\n`);
  };
}
