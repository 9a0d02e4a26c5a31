import { connect, type ClientHttp2Session } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { frame, GrpcError, GRPC_STATUS, unframe } from './grpc.ts';

/** Where a plugin listens: a Unix socket's path, or `127.0.0.1:port`. */
export interface PluginAddress {
  readonly network: 'unix' | 'tcp';
  readonly address: string;
}

/** A client for unary gRPC calls over one connection; used against real provider binaries and by tests. */
export class GrpcClient {
  readonly #session: ClientHttp2Session;

  constructor(target: PluginAddress) {
    this.#session = connect('http://localhost', { createConnection: () => dial(target) });
    // Failures surface on the calls themselves.
    this.#session.on('error', () => undefined);
  }

  /** Sends one message and resolves with the answer; rejects with GrpcError for every status other than OK. */
  call(path: string, message: Uint8Array, timeoutMilliseconds = 30_000): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const stream = this.#session.request({
        ':method': 'POST',
        ':path': path,
        'content-type': 'application/grpc',
        te: 'trailers',
        'grpc-timeout': `${Math.ceil(timeoutMilliseconds)}m`,
      });
      const chunks: Buffer[] = [];
      let status: GrpcError | undefined;
      const note = (headers: Readonly<Record<string, unknown>>) => {
        const code = headers['grpc-status'];
        if (code === undefined) return;
        const text = headers['grpc-message'];
        status = new GrpcError(Number(code), typeof text === 'string' ? decodeURIComponent(text) : '');
      };
      const timer = setTimeout(
        () => stream.destroy(new GrpcError(GRPC_STATUS.deadlineExceeded, 'no answer in time')),
        timeoutMilliseconds,
      );
      stream.on('response', note);
      stream.on('trailers', note);
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('close', () => {
        clearTimeout(timer);
        if (status === undefined)
          return reject(new GrpcError(GRPC_STATUS.unknown, 'the connection closed without a status'));
        if (status.status !== GRPC_STATUS.ok) return reject(status);
        try {
          resolve(unframe(Buffer.concat(chunks)));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      stream.end(frame(message));
    });
  }

  close(): void {
    this.#session.destroy();
  }
}

function dial(target: PluginAddress) {
  if (target.network === 'unix') return connectSocket(target.address);
  const separator = target.address.lastIndexOf(':');
  return connectSocket(Number(target.address.slice(separator + 1)), target.address.slice(0, separator));
}
