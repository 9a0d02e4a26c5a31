/** A WebSocket client (RFC 6455) for exec and port-forward, with the cluster's own authority; Node's takes none. */
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { Duplex } from 'node:stream';
import { readText } from './http.ts';
import { readRefusal } from './status.ts';
import type { Connection } from './types.ts';

/** An open connection. Messages are those of the API server, whole; each begins with the number of its channel. */
export interface Socket {
  /** The subprotocol that the server chose. */
  readonly protocol: string;
  send(message: Buffer): void;
  /** Ends when the server closes; throws when the connection breaks. */
  messages(): AsyncGenerator<Buffer, void, undefined>;
  close(): void;
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const LONGEST_REFUSAL_BYTES = 64 * 1024;
/** No message of a probe comes near it. */
const LARGEST_MESSAGE_BYTES = 16 * 1024 * 1024;

/** @throws KubernetesRefusal when the server answers with something else; Error for a broken connection */
export async function openSocket(
  connection: Connection,
  path: string,
  query: readonly (readonly [string, string])[],
  protocols: readonly string[],
  signal: AbortSignal,
): Promise<Socket> {
  const authorization = await connection.authorization();
  const url = new URL(connection.server + path);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const key = randomBytes(16).toString('base64');
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
    'sec-websocket-protocol': protocols.join(', '),
    'user-agent': 'eks-hybrid-actions',
    ...(authorization === undefined ? {} : { authorization }),
  };
  const { response, stream, head } = await upgrade(connection, url, headers, signal);
  const expected = createHash('sha1')
    .update(key + GUID)
    .digest('base64');
  const protocol = response.headers['sec-websocket-protocol'] ?? '';
  if (response.headers['sec-websocket-accept'] !== expected || !protocols.includes(protocol)) {
    stream.destroy();
    throw new Error(`The answer to ${path} is no WebSocket of the protocols ${protocols.join(', ')}.`);
  }
  return createSocket(stream, head, protocol, signal);
}

interface Upgraded {
  readonly response: IncomingMessage;
  readonly stream: Duplex;
  readonly head: Buffer;
}

function upgrade(
  connection: Connection,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Upgraded> {
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      agent: false,
      signal,
      headers,
      ...(connection.ca === undefined ? {} : { ca: connection.ca }),
      ...(connection.serverName === undefined ? {} : { servername: connection.serverName }),
      ...connection.clientCertificate,
    });
    asked.once('upgrade', (response, stream, head) => resolve({ response, stream, head }));
    asked.once('response', (response) => {
      readText(response, LONGEST_REFUSAL_BYTES).then(
        (text) => reject(readRefusal(response.statusCode ?? 0, text, response.headers['retry-after'])),
        reject,
      );
    });
    asked.once('error', reject);
    asked.end();
  });
}

const OPCODE = { more: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

function createSocket(stream: Duplex, head: Buffer, protocol: string, signal: AbortSignal): Socket {
  const abort = (): void => {
    stream.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
  };
  signal.addEventListener('abort', abort, { once: true });
  // An error between two reads is thrown by the next one.
  stream.on('error', () => undefined);
  stream.once('close', () => signal.removeEventListener('abort', abort));
  if (head.length > 0) stream.unshift(head);
  const write = (opcode: number, data: Buffer): void => {
    if (!stream.destroyed) stream.write(frameOf(opcode, data));
  };
  return {
    protocol,
    send: (message) => write(OPCODE.binary, message),
    messages: () => readMessages(stream, write),
    close: () => {
      write(OPCODE.close, Buffer.from([0x03, 0xe8]));
      stream.destroy();
    },
  };
}

/** A client's frames are masked. */
function frameOf(opcode: number, data: Buffer): Buffer {
  const { length } = data;
  const size = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const header = Buffer.alloc(2 + size);
  header[0] = 0x80 | opcode;
  header[1] = 0x80 | (size === 0 ? length : size === 2 ? 126 : 127);
  if (size === 2) header.writeUInt16BE(length, 2);
  if (size === 8) header.writeBigUInt64BE(BigInt(length), 2);
  const mask = randomBytes(4);
  const masked = Buffer.from(data.map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return Buffer.concat([header, mask, masked]);
}

interface Frame {
  readonly isLast: boolean;
  readonly opcode: number;
  readonly data: Buffer;
  /** With its header. */
  readonly size: number;
}

/** The first frame of the bytes; undefined while it is not whole. */
function readFrame(bytes: Buffer): Frame | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  const short = second & 0x7f;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (bytes.length < 2 + extra) return undefined;
  const length = extra === 2 ? bytes.readUInt16BE(2) : extra === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (length > LARGEST_MESSAGE_BYTES || (second & 0x80) !== 0) {
    throw new Error('The server sent a WebSocket frame that it may not send.');
  }
  const size = 2 + extra + length;
  if (bytes.length < size) return undefined;
  return { isLast: (first & 0x80) !== 0, opcode: first & 0x0f, data: bytes.subarray(2 + extra, size), size };
}

async function* readMessages(
  stream: Duplex,
  write: (opcode: number, data: Buffer) => void,
): AsyncGenerator<Buffer, void, undefined> {
  let bytes: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  try {
    for await (const chunk of stream) {
      bytes = Buffer.concat([bytes, chunk as Buffer]);
      for (let frame = readFrame(bytes); frame !== undefined; frame = readFrame(bytes)) {
        bytes = bytes.subarray(frame.size);
        if (frame.opcode === OPCODE.close) return;
        if (frame.opcode === OPCODE.ping) write(OPCODE.pong, frame.data);
        if (frame.opcode >= OPCODE.close) continue;
        parts.push(frame.data);
        if (!frame.isLast) continue;
        yield Buffer.concat(parts);
        parts = [];
      }
    }
    throw new Error('The connection ended without a closing message.');
  } finally {
    stream.destroy();
  }
}
