/** `dig` and `nslookup` of BIND. */
import type { PodNetwork } from '../network.ts';
import { failed, type Program, wrote } from '../shell.ts';
import { dnsService } from '../../world/pod-services.ts';

const NO_REPLY = 9;

/** `dig [@server] NAME [TYPE] [+short] [+tcp]`; other options with a plus are taken and change nothing. */
export function dig(network: PodNetwork): Program {
  return (args) => {
    const server = args.find((arg) => arg.startsWith('@'))?.slice(1) ?? dnsService(network.cluster);
    const words = args.filter((arg) => !/^[@+-]/.test(arg));
    const [name = '.', type = 'A'] = words;
    const full = name.replace(/\.?$/, '.');
    const address = server.includes('.svc') ? (network.resolve(server) ?? server) : server;
    const protocol = args.some((arg) => ['+tcp', '+vc'].includes(arg)) ? 'tcp' : 'udp';
    const found = network.ask(address, full, protocol);
    const banner = `; <<>> DiG 9.18.27 <<>> ${args.join(' ')}\n`;
    if (found === 'timeout' || found === 'refused') {
      const why = found === 'timeout' ? 'timed out' : 'connection refused';
      const line = protocol === 'tcp' && found === 'refused' ? '' : ';; no servers could be reached\n';
      return failed(NO_REPLY, '', `;; communications error to ${address}#53: ${why}\n${banner}${line}`);
    }
    const records = type.toUpperCase() === 'A' ? (found ?? []) : [];
    if (args.includes('+short')) return wrote(records.map((record) => `${record}\n`).join(''));
    const answers = records.map((record) => `${full}\t5\tIN\tA\t${record}\n`).join('');
    const status = found === undefined ? 'NXDOMAIN' : 'NOERROR';
    const head = `;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 4711\n;; flags: qr aa rd; QUERY: 1, ANSWER: ${records.length}, AUTHORITY: 0, ADDITIONAL: 1\n\n`;
    const question = `;; QUESTION SECTION:\n;${full}\tIN\t${type.toUpperCase()}\n\n`;
    const answer = answers === '' ? '' : `;; ANSWER SECTION:\n${answers}\n`;
    const foot = `;; Query time: 1 msec\n;; SERVER: ${address}#53(${address}) (${protocol.toUpperCase()})\n`;
    return wrote(`${banner}${head}${question}${answer}${foot}`);
  };
}

/** `nslookup NAME [SERVER]`. */
export function nslookup(network: PodNetwork): Program {
  return (args) => {
    const [name = '', server = dnsService(network.cluster)] = args.filter((arg) => !arg.startsWith('-'));
    const found = network.ask(server, name, 'udp');
    if (found === 'timeout' || found === 'refused') {
      return failed(1, '', ';; connection timed out; no servers could be reached\n');
    }
    const head = `Server:\t\t${server}\nAddress:\t${server}#53\n\n`;
    if (found === undefined) return failed(1, '', `${head}** server can't find ${name}: NXDOMAIN\n`);
    return wrote(head + found.map((address) => `Name:\t${name}\nAddress: ${address}\n`).join(''));
  };
}
