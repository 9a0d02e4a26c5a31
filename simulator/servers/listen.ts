/** A server on a free port of the loopback interface, with or without TLS. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ServerCertificate } from './tls.ts';

/** A request with its whole body. */
export interface PlainRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Listening {
  /** Without a path. */
  readonly url: string;
  close(): Promise<void>;
}

/** Answers each request with what `handle` gives; a handler that throws breaks the connection, as a crash would. */
export async function listen(
  handle: (request: PlainRequest) => PlainAnswer | Promise<PlainAnswer>,
  certificate?: ServerCertificate,
): Promise<Listening> {
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response, handle).catch(() => response.destroy());
  };
  const server =
    certificate === undefined
      ? createServer(serve)
      : createTlsServer({ key: certificate.key, cert: certificate.cert }, serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handle: (request: PlainRequest) => PlainAnswer | Promise<PlainAnswer>,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  const {
    status,
    headers: own,
    body,
  } = await handle({
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://server.invalid'),
    headers: Object.fromEntries(headers) as PlainRequest['headers'],
    body: Buffer.concat(parts).toString('utf8'),
  });
  response.writeHead(status, own);
  response.end(body);
}
