/** HTTPS to an API server with its own authority, on Node alone: fetch takes no CA without a package of 1.5 MB. */
import type { IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { readRefusal } from './status.ts';
import type { Connection } from './types.ts';

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
}

/** Sends one request. Resolves with the head of a good answer, rejects with a KubernetesRefusal for any other. */
export type Send = (call: HttpCall, signal: AbortSignal, anew?: boolean) => Promise<IncomingMessage>;

const LONGEST_REFUSAL_BYTES = 64 * 1024;

/** Keeps connections open between calls; they do not keep the process. */
export function createSend(connection: Connection): Send {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 16,
    ...(connection.ca === undefined ? {} : { ca: connection.ca }),
    ...(connection.serverName === undefined ? {} : { servername: connection.serverName }),
    ...connection.clientCertificate,
  });
  return async (call, signal, anew = false) => {
    const authorization = await connection.authorization(anew);
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const headers: Record<string, string> = {
      accept: call.accept ?? 'application/json',
      'user-agent': 'eks-hybrid-actions',
      ...(authorization === undefined ? {} : { authorization }),
      ...(body === undefined
        ? {}
        : {
            'content-type': call.contentType ?? 'application/json',
            'content-length': String(Buffer.byteLength(body)),
          }),
    };
    const url = new URL(connection.server + call.path);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = httpsRequest(url, { method: call.method, headers, agent, signal }, resolve);
      request.once('error', reject);
      request.end(body);
    });
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) return response;
    const text = await readText(response, LONGEST_REFUSAL_BYTES);
    throw readRefusal(status, text, response.headers['retry-after']);
  };
}

/** The whole body as text; longer than `most` bytes it is cut. */
export async function readText(response: IncomingMessage, most = Number.POSITIVE_INFINITY): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > most) break;
  }
  return Buffer.concat(parts).toString('utf8');
}
