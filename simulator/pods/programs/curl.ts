/** `curl` with the options that probes use. Source: curl(1), "EXIT CODES" and "--write-out". */
import { type Arguments, readArguments } from '../flags.ts';
import { httpAnswer } from '../http.ts';
import { type Contact, isStuck, type PodNetwork } from '../network.ts';
import { failed, type Program, type Shell } from '../shell.ts';

const FLAGS = [
  's',
  'S',
  'k',
  'f',
  'i',
  'I',
  'g',
  'L',
  'v',
  'G',
  'N',
  '4',
  'silent',
  'show-error',
  'insecure',
  'fail',
  'http1.1',
];
const VALUED = [
  ...[
    'm',
    'o',
    'w',
    'X',
    'd',
    'H',
    'T',
    'u',
    'A',
    'retry',
    'max-time',
    'connect-timeout',
    'output',
    'write-out',
  ],
  ...[
    'request',
    'data',
    'data-binary',
    'data-raw',
    'header',
    'resolve',
    'cacert',
    'noproxy',
    'interface',
    'upload-file',
  ],
];

interface Figures {
  readonly code: number;
  readonly connect: number;
  readonly total: number;
  /** Seconds to the first byte of the answer. */
  readonly start: number;
  readonly received: number;
  readonly sent: number;
  readonly address: string;
}

const NOTHING: Figures = { code: 0, connect: 0, total: 0, start: 0, received: 0, sent: 0, address: '' };

/** `curl` of a pod. */
export function curl(network: PodNetwork): Program {
  return (args, input, shell) => {
    const given = readArguments(args, FLAGS, VALUED);
    if (given.unknown !== undefined) return failed(2, `curl: option ${given.unknown}: is unknown\n`);
    const [, scheme = 'http', host = '', port, path = '/'] =
      /^(?:(https?):\/\/)?([^/:]+)(?::(\d+))?(\/.*)?$/.exec(given.words[0] ?? '') ?? [];
    const number = Number(port ?? (scheme === 'https' ? 443 : 80));
    const fixed = given.values('resolve').find((entry) => entry.startsWith(`${host}:${number}:`));
    const contact = network.contact(fixed?.split(':')[2] ?? host, number, 'tcp');
    const refusal = refusalOf(contact, host, number, given);
    if (contact.kind !== 'open' || refusal !== undefined)
      return end(given, refusal ?? [7, ''], NOTHING, '', shell);
    return exchange({ network, contact, given, path, scheme, body: bodyOf(given, input, shell), shell });
  };
}

type Failure = readonly [code: number, message: string];

function refusalOf(contact: Contact, host: string, port: number, given: Arguments): Failure | undefined {
  const seconds = given.value('connect-timeout') ?? given.value('m', 'max-time') ?? '130';
  const ms = Math.round(Number(seconds) * 1000);
  switch (contact.kind) {
    case 'unknown-name':
      return [6, `Could not resolve host: ${host}`];
    case 'refused':
      return [7, `Failed to connect to ${host} port ${port} after 1 ms: Could not connect to server`];
    case 'timeout':
      return [28, `Connection timed out after ${ms + 1} milliseconds`];
    case 'open':
      return undefined;
  }
}

interface Exchange {
  readonly network: PodNetwork;
  readonly contact: Extract<Contact, { kind: 'open' }>;
  readonly given: Arguments;
  readonly path: string;
  readonly scheme: string;
  readonly body: string;
  readonly shell: Shell;
}

const TLS = ['https', 'api-server', 'kubelet'];
const MEGABYTE = 1_000_000;
/** Bytes a second between the clouds and within one. */
const LINK_SPEED = 60 * MEGABYTE;
const LOCAL_SPEED = 600 * MEGABYTE;
/** 20 Mbit/s. */
const NARROW_SPEED = 2.5 * MEGABYTE;

function exchange({ network, contact, given, path: target, scheme, body, shell }: Exchange) {
  const { path, place, address } = contact;
  const connect = path.roundTripMs / 1000;
  const seconds = Number(given.value('m', 'max-time') ?? 300);
  const opened = { ...NOTHING, connect, address };
  const late = { ...opened, total: seconds };
  const stuck: Failure = [
    28,
    `Operation timed out after ${seconds * 1000 + 1} milliseconds with 0 bytes received`,
  ];
  if (network.isLost(path)) return end(given, stuck, late, '', shell);
  const greeting = tlsProblem(contact, scheme, given);
  if (greeting !== undefined) return end(given, greeting, opened, '', shell);
  const answer =
    scheme === 'http' && TLS.includes(contact.listener)
      ? { status: 400, body: 'Client sent an HTTP request to an HTTPS server.\n' }
      : httpAnswer(contact, target, body);
  if (isStuck(network, contact, body.length) || isStuck(network, contact, answer.body.length)) {
    return end(given, stuck, late, '', shell);
  }
  const bytes = body.length + answer.body.length;
  const link = network.cluster.world.faults.strikes('link-narrow') ? NARROW_SPEED : LINK_SPEED;
  const speed = place.cloud === network.place.cloud ? LOCAL_SPEED : link;
  const total = connect * 2 + bytes / speed;
  const start = connect * 2 + body.length / speed;
  const sizes = { received: answer.body.length, sent: body.length };
  const figures = { ...opened, code: answer.status, total, start, ...sizes };
  const isFailure = given.has('f', 'fail') && answer.status >= 400;
  const failure: Failure | undefined = isFailure
    ? [22, `The requested URL returned error: ${answer.status}`]
    : undefined;
  return end(given, failure, figures, isFailure ? '' : answer.body, shell);
}

/** Why TLS does not come about; undefined where it does or is not asked for. */
function tlsProblem(
  { listener }: Exchange['contact'],
  scheme: string,
  given: Arguments,
): Failure | undefined {
  if (scheme !== 'https') return undefined;
  if (!TLS.includes(listener)) {
    return [35, 'TLS connect error: error:0A00010B:SSL routines::wrong version number'];
  }
  const isTrusted = given.has('k', 'insecure') || given.value('cacert') !== undefined;
  return isTrusted ? undefined : [60, 'SSL certificate problem: unable to get local issuer certificate'];
}

function bodyOf(given: Arguments, input: string, shell: Shell): string {
  const upload = given.value('T', 'upload-file');
  if (upload !== undefined) return upload === '-' ? input : (shell.files.get(upload) ?? '');
  const data = given.value('d', 'data', 'data-binary', 'data-raw') ?? '';
  if (!data.startsWith('@')) return data;
  return data === '@-' ? input : (shell.files.get(data.slice(1)) ?? '');
}

function end(given: Arguments, failure: Failure | undefined, figures: Figures, body: string, shell: Shell) {
  const file = given.value('o', 'output');
  if (file !== undefined && file !== '/dev/null' && failure === undefined) shell.files.set(file, body);
  const out =
    (file === undefined ? body : '') + written(given.value('w', 'write-out') ?? '', figures, failure);
  const isQuiet = given.has('s', 'silent') && !given.has('S', 'show-error');
  if (failure === undefined) return { code: 0, out, err: '' };
  const [code, message] = failure;
  return failed(code, isQuiet ? '' : `curl: (${code}) ${message}\n`, out);
}

function written(format: string, figures: Figures, failure: Failure | undefined): string {
  const { code, connect, total, start, received, sent, address } = figures;
  const speed = (bytes: number): string => String(total > 0 ? Math.round(bytes / total) : 0);
  const values: Readonly<Record<string, string>> = {
    http_code: String(code).padStart(3, '0'),
    response_code: String(code).padStart(3, '0'),
    time_namelookup: '0.000100',
    time_connect: connect.toFixed(6),
    time_appconnect: (connect * 2).toFixed(6),
    time_starttransfer: start.toFixed(6),
    time_total: total.toFixed(6),
    size_download: String(received),
    size_upload: String(sent),
    speed_download: speed(received),
    speed_upload: speed(sent),
    remote_ip: address,
    exitcode: String(failure?.[0] ?? 0),
    errormsg: failure?.[1] ?? '',
  };
  return format
    .replace(/%\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t');
}
