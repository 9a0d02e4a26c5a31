/**
 * What runs inside a probe pod. All of it is in the default image, agnhost (Alpine: BusyBox `ping`, curl, netcat-openbsd,
 * `dig`, iproute2; test/images/agnhost/Dockerfile of Kubernetes); netshoot has the same commands.
 *
 * Commands go through a shell, so that everything put into one is an IP address, a number or a name of the cluster's own
 * alphabet; anything else is refused here.
 */
import { isIPv4 } from 'node:net';
import { connectivityErrors } from './errors.ts';

/** Arguments of the probe container: agnhost's HTTP and UDP servers. */
export const SERVER_ARGS = ['netexec', '--http-port=8080', '--udp-port=8081'] as const;
export const HTTP_PORT = 8080;
export const UDP_PORT = 8081;
/** `agnhost webhook`, in a pod of its own on a hybrid node; `/always-deny` refuses every object. */
export const WEBHOOK_PORT = 8443;
export const WEBHOOK_FILES = '/etc/probe-webhook';
export const WEBHOOK_ARGS = [
  'webhook',
  `--tls-cert-file=${WEBHOOK_FILES}/tls.crt`,
  `--tls-private-key-file=${WEBHOOK_FILES}/tls.key`,
  `--port=${String(WEBHOOK_PORT)}`,
] as const;
/** Where the authority of the API server is mounted, from the ConfigMap `kube-root-ca.crt` of the namespace. */
export const API_CA_FILE = '/etc/probe-ca/ca.crt';

/** Largest IP packet that Azure's and most AWS interfaces take to the other cloud, in bytes. */
export const IP_AND_ICMP_BYTES = 28;

/** Runs every argument as a command of its own, all at once, and prints their outputs one after another, marked. */
const BATCH_SCRIPT = [
  'd=$(mktemp -d); n=0',
  'for c in "$@"; do n=$((n+1)); { sh -c "$c" </dev/null >"$d/$n" 2>&1; echo $? >"$d/$n.exit"; } & done',
  'wait; i=0',
  'while [ $i -lt $n ]; do i=$((i+1)); echo "#begin $i"; cat "$d/$i"; echo; echo "#end $i $(cat "$d/$i.exit")"; done',
  'rm -rf "$d"',
].join('\n');

/** First argument of the shell (its `$0`), by which a batch can be told from other commands. */
export const BATCH_NAME = 'probe-batch';

/** One exec call for many commands. */
export function batchCommand(commands: readonly string[]): string[] {
  return ['sh', '-c', BATCH_SCRIPT, BATCH_NAME, ...commands];
}

export interface CommandResult {
  /** stdout and stderr, without the newline at the end. */
  readonly output: string;
  readonly exitCode: number;
}

/** Reads what a batch printed; undefined for a command whose result did not arrive. */
export function readBatch(output: string, count: number): (CommandResult | undefined)[] {
  const results: (CommandResult | undefined)[] = Array.from({ length: count }, () => undefined);
  const lines = output.split('\n');
  let begun: { readonly number: number; readonly line: number } | undefined;
  lines.forEach((line, at) => {
    const begin = /^#begin (\d+)$/.exec(line);
    if (begin !== null) begun = { number: Number(begin[1]), line: at };
    const end = /^#end (\d+) (\d+)$/.exec(line);
    if (end === null || begun?.number !== Number(end[1])) return;
    const text = lines.slice(begun.line + 1, at).join('\n');
    if (begun.number <= count) {
      results[begun.number - 1] = { output: text.trimEnd(), exitCode: Number(end[2]) };
    }
    begun = undefined;
  });
  return results;
}

/** ICMP echo. @param bytes payload; Linux sends it with DF set as long as it fits the interface */
export function pingCommand(ip: string, count: number, bytes = 56, intervalSeconds = 0.2): string {
  return `ping -c ${whole(count)} -i ${decimal(intervalSeconds)} -W 2 -s ${whole(bytes)} ${address(ip)}`;
}

/** TCP, and the source address as the server sees it: prints `<ip>:<port>`, then `status connect-seconds total-seconds`. */
export function httpCommand(ip: string, port: number, path: '/clientip' | '/hostname'): string {
  return `curl -sS --connect-timeout 3 -m 8 -w '\\n%{http_code} %{time_connect} %{time_total}\\n' http://${address(ip)}:${whole(port)}${path}`;
}

/** UDP, and the source address as the server sees it: prints `<ip>:<port>`, nothing when no answer came in 2 seconds. */
export function udpCommand(ip: string, port: number): string {
  return `echo clientip | nc -u -w 2 ${address(ip)} ${whole(port)}`;
}

/** A body of so many bytes to the server and the same back; prints `status sent received`. */
export function largeBodyCommand(ip: string, port: number, bytes: number): string {
  const body = `{ printf msg=; head -c ${whole(bytes)} /dev/zero | tr '\\0' a; }`;
  return `${body} | curl -sS --connect-timeout 3 -m 15 --data-binary @- -o /dev/null -w '\\n%{http_code} %{size_upload} %{size_download}\\n' http://${address(ip)}:${whole(port)}/echo`;
}

/** Both the body and its echo; agnhost reads at most 10 MB of a form. */
export const BODY_BYTES = 8_000_000;

/**
 * A body of `BODY_BYTES` there and back, with the moments between: prints `status sent received` and the seconds to the
 * connection, to the first byte of the answer (the server answers when it has all of the body) and to the end.
 */
export function throughputCommand(ip: string, port: number): string {
  const body = `{ printf msg=; head -c ${whole(BODY_BYTES)} /dev/zero | tr '\\0' a; }`;
  const format =
    '\\n%{http_code} %{size_upload} %{size_download} %{time_connect} %{time_starttransfer} %{time_total}\\n';
  return `${body} | curl -sS --connect-timeout 3 -m 45 -H Expect: --data-binary @- -o /dev/null -w '${format}' http://${address(ip)}:${whole(port)}/echo`;
}

/** DNS question to one server; prints dig's header line and its answer section. */
export function digCommand(server: string, name: string, transport: 'udp' | 'tcp'): string {
  const tcp = transport === 'tcp' ? '+tcp' : '+notcp';
  return `dig +time=2 +tries=1 ${tcp} +noall +comments +answer @${address(server)} ${dnsName(name)} A`;
}

/** TLS to the API server by its service address, verified, without credentials; prints `status`. */
export function apiServerCommand(serviceIp: string, port: number): string {
  const host = 'kubernetes.default.svc';
  return `curl -sS --connect-timeout 3 -m 8 --cacert ${API_CA_FILE} --resolve ${host}:${whole(port)}:${address(serviceIp)} -o /dev/null -w '\\n%{http_code}\\n' https://${host}:${whole(port)}/version`;
}

/** MTU of the pod's interface: prints `eth0: … mtu 1500 …`. */
export function interfaceCommand(): string {
  return 'ip -o link show dev eth0';
}

/** @throws EHA1809 for anything that is no IPv4 address */
function address(ip: string): string {
  if (!isIPv4(ip)) throw connectivityErrors.EHA1809(`${JSON.stringify(ip)} is no IPv4 address.`);
  return ip;
}

function dnsName(name: string): string {
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9.])?$/.test(name)) {
    throw connectivityErrors.EHA1809(`${JSON.stringify(name)} is no DNS name.`);
  }
  return name;
}

function whole(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw connectivityErrors.EHA1809(`${String(value)} is no whole number.`);
  }
  return String(value);
}

function decimal(value: number): string {
  if (!(value > 0 && value < 100)) throw connectivityErrors.EHA1809(`${String(value)} is no interval.`);
  return String(value);
}
