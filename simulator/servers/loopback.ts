/**
 * A server on the loopback interface around a function from request to answer. Services written as such functions can
 * be put below a path of another one, or behind TLS, without knowing of it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface ServiceRequest {
  readonly method: string;
  /** From the slash on, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface ServiceAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | Uint8Array | object;
  /** The connection ends after that many bytes of the body, although more are announced. */
  readonly cutAfter?: number;
}

/** `reset` closes the connection without an answer. */
export type ServiceReply = ServiceAnswer | 'reset';
export type Service = (request: ServiceRequest) => ServiceReply | Promise<ServiceReply>;

export interface RunningService {
  /** Without a slash at the end. */
  readonly url: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

export interface TlsFiles {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
}

/** Starts a service on a free port of 127.0.0.1, over TLS when it is given a certificate. */
export async function startService(service: Service, tls?: TlsFiles): Promise<RunningService> {
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    serve(service, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(String(error));
    });
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const url = new URL(request.url ?? '/', 'http://service');
  const reply = await service({
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
    ),
    body: Buffer.concat(parts).toString('utf8'),
  });
  if (reply === 'reset') request.socket.destroy();
  else send(response, reply);
}

function send(response: ServerResponse, { status, headers, body = '', cutAfter }: ServiceAnswer): void {
  const isJson = typeof body === 'object' && !(body instanceof Uint8Array);
  const bytes = isJson ? Buffer.from(JSON.stringify(body)) : Buffer.from(body);
  response.writeHead(status, {
    'content-type': isJson ? 'application/json; charset=utf-8' : 'text/plain',
    'content-length': bytes.length,
    ...headers,
  });
  if (cutAfter === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, cutAfter), () => response.destroy());
}

/** The request as a service below `prefix` sees it; undefined when the path is not below it. */
export function below(request: ServiceRequest, prefix: string): ServiceRequest | undefined {
  if (request.path !== prefix && !request.path.startsWith(`${prefix}/`)) return undefined;
  return { ...request, path: request.path.slice(prefix.length) || '/' };
}
