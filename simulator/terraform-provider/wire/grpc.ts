import {
  constants,
  createServer,
  type Http2Server,
  type Http2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { IncomingHttpHeaders } from 'node:http2';

/** gRPC status codes this server answers with (grpc.io/docs/guides/status-codes). */
export const GRPC_STATUS = {
  ok: 0,
  cancelled: 1,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  resourceExhausted: 8,
  unimplemented: 12,
  internal: 13,
} as const;
export type GrpcStatusCode = (typeof GRPC_STATUS)[keyof typeof GRPC_STATUS];

/** A call that ends with a status other than OK. */
export class GrpcError extends Error {
  override readonly name = 'GrpcError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface GrpcCall {
  /** The connection; Terraform opens one per provider instance, so it tells aliases apart. */
  readonly session: object;
  /** Aborted when the caller cancels, the connection closes or the deadline of the call passes. */
  readonly signal: AbortSignal;
}
export type GrpcHandler = (request: Uint8Array, call: GrpcCall) => Promise<Uint8Array>;

export interface GrpcServerOptions {
  /** `/service/Method` → handler; any other path answers UNIMPLEMENTED, which Terraform's side channels expect. */
  readonly handlers: ReadonlyMap<string, GrpcHandler>;
  /** Largest request in bytes; Terraform itself accepts answers up to 64 MiB. */
  readonly maxMessageBytes?: number;
}

const DEFAULT_MAX_MESSAGE = 64 * 1024 * 1024;
const PREFIX_BYTES = 5;
/** A request of a few hundred kilobytes (a large state) should not wait for window updates. */
const WINDOW_BYTES = 1024 * 1024;

/** One gRPC frame: uncompressed flag, length, message. */
export function frame(message: Uint8Array): Buffer {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}

/** The one message of a unary call's body; throws GrpcError for anything but exactly one uncompressed frame. */
export function unframe(body: Buffer): Uint8Array {
  if (body.length < PREFIX_BYTES)
    throw new GrpcError(GRPC_STATUS.internal, 'the request has no complete message');
  const compressed = body.readUInt8(0);
  if (compressed === 1)
    throw new GrpcError(GRPC_STATUS.unimplemented, 'compressed messages are not supported');
  if (compressed !== 0)
    throw new GrpcError(GRPC_STATUS.internal, `message flag ${compressed} is not defined`);
  const length = body.readUInt32BE(1);
  const message = body.subarray(PREFIX_BYTES);
  if (message.length < length) throw new GrpcError(GRPC_STATUS.internal, 'the message ends early');
  if (message.length > length)
    throw new GrpcError(GRPC_STATUS.internal, 'more than one message in a unary call');
  return message;
}

/**
 * Milliseconds of a `grpc-timeout` header such as `250m` or `10S`; undefined when there is none, an error when it is
 * malformed.
 */
export function parseTimeout(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const match = /^(\d{1,8})([HMSmun])$/.exec(header);
  if (match === null) throw new GrpcError(GRPC_STATUS.internal, `malformed grpc-timeout "${header}"`);
  const milliseconds: Record<string, number> = {
    H: 3_600_000,
    M: 60_000,
    S: 1000,
    m: 1,
    u: 0.001,
    n: 0.000_001,
  };
  return Number(match[1]) * (milliseconds[match[2] ?? ''] ?? 0);
}

/** A plaintext gRPC server for unary calls. The caller listens on it and closes it with `closeGrpcServer`. */
export function createGrpcServer(options: GrpcServerOptions): GrpcServer {
  const server = createServer({ settings: { initialWindowSize: WINDOW_BYTES } });
  const sessions = new Set<Http2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    // A broken connection is the client's affair; without a listener it would end the process.
    session.on('error', () => session.destroy());
  });
  server.on('stream', (stream, headers) => void answer(stream, headers, options));
  return {
    server,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const session of sessions) session.destroy();
      await closed;
    },
  };
}

export interface GrpcServer {
  readonly server: Http2Server;
  /** Ends all connections and stops listening. */
  close(): Promise<void>;
}

async function answer(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  options: GrpcServerOptions,
): Promise<void> {
  const abort = new AbortController();
  stream.on('error', () => abort.abort());
  stream.on('aborted', () => abort.abort());
  stream.on('close', () => abort.abort());
  if (headers[':method'] !== 'POST') return refuse(stream, constants.HTTP_STATUS_METHOD_NOT_ALLOWED);
  if (!/^application\/grpc($|[+;])/.test(headers['content-type'] ?? '')) {
    return refuse(stream, constants.HTTP_STATUS_UNSUPPORTED_MEDIA_TYPE);
  }
  try {
    const handler = options.handlers.get(headers[':path'] ?? '');
    if (handler === undefined)
      throw new GrpcError(GRPC_STATUS.unimplemented, `unknown method ${headers[':path'] ?? ''}`);
    const timeout = parseTimeout(headers['grpc-timeout']?.toString());
    const body = await readBody(stream, options.maxMessageBytes ?? DEFAULT_MAX_MESSAGE);
    const call = { session: stream.session ?? stream, signal: abort.signal };
    respond(stream, await withDeadline(handler(unframe(body), call), timeout, abort));
  } catch (error) {
    const status = error instanceof GrpcError ? error.status : GRPC_STATUS.internal;
    fail(stream, status, error instanceof Error ? error.message : String(error));
  }
}

/** Not `for await`, which destroys the stream when it stops early: the refusal must still be sent on it. */
function readBody(stream: ServerHttp2Stream, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    stream.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit + PREFIX_BYTES) chunks.push(chunk);
      else reject(new GrpcError(GRPC_STATUS.resourceExhausted, `the message is larger than ${limit} bytes`));
    });
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('close', () => reject(new GrpcError(GRPC_STATUS.cancelled, 'the call was cancelled')));
  });
}

async function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number | undefined,
  abort: AbortController,
): Promise<T> {
  if (milliseconds === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new GrpcError(GRPC_STATUS.deadlineExceeded, 'the deadline of the call has passed'));
      abort.abort();
    }, milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function respond(stream: ServerHttp2Stream, message: Uint8Array): void {
  if (stream.destroyed || stream.closed) return;
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.end(frame(message));
}

function fail(stream: ServerHttp2Stream, status: number, message: string): void {
  if (stream.destroyed || stream.closed || stream.headersSent) return;
  const headers = { 'grpc-status': String(status), 'grpc-message': encodeURIComponent(message) };
  stream.respond({ ':status': 200, 'content-type': 'application/grpc', ...headers }, { endStream: true });
  // Whatever of the request is still on its way is not wanted.
  stream.resume();
}

function refuse(stream: ServerHttp2Stream, status: number): void {
  stream.respond({ ':status': status }, { endStream: true });
  stream.resume();
}
