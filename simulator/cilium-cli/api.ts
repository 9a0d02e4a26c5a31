/** The API server as the stand-in uses it: objects as JSON, commands in pods over WebSocket. */
import { Agent, request as httpsRequest } from 'node:https';
import { request as httpRequest } from 'node:http';
import WebSocket from 'ws';
import { type Json, type JsonObject, type KubeObject, objectsAt, textAt } from '../world/kube-types.ts';
import type { Connection } from './kubeconfig.ts';

/** An answer other than success. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}

export interface Executed {
  readonly out: string;
  readonly err: string;
  /** Undefined when the command did not run to its end. */
  readonly code: number | undefined;
  readonly message: string;
}

const PAGE = 500;

export class Api {
  readonly connection: Connection;
  readonly #agent: Agent;

  constructor(connection: Connection) {
    this.connection = connection;
    const { ca, insecure } = connection;
    this.#agent = new Agent({
      keepAlive: true,
      rejectUnauthorized: !insecure,
      ...(ca !== undefined && { ca }),
    });
  }

  /** All objects of a collection, page by page. */
  async list(path: string, selector = ''): Promise<readonly KubeObject[]> {
    const found: KubeObject[] = [];
    let next = '';
    do {
      const query = new URLSearchParams({ limit: String(PAGE) });
      if (selector !== '') query.set('labelSelector', selector);
      if (next !== '') query.set('continue', next);
      const page = await this.send('GET', `${path}?${query.toString()}`);
      found.push(...(objectsAt(page, 'items') as unknown as readonly KubeObject[]));
      next = textAt(page, 'metadata', 'continue');
    } while (next !== '');
    return found;
  }

  /** The object, or undefined where there is none. */
  async find(path: string): Promise<KubeObject | undefined> {
    try {
      return (await this.send('GET', path)) as unknown as KubeObject;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** @throws ApiError */
  async send(method: string, path: string, body?: Json, type = 'application/json'): Promise<JsonObject> {
    const { status, text } = await this.#exchange(method, path, body, type);
    const parsed = (text.startsWith('{') ? JSON.parse(text) : {}) as JsonObject;
    if (status < 300) return parsed;
    throw new ApiError(status, textAt(parsed, 'message') || text.trim());
  }

  /** Deletes what may be gone already. */
  async remove(path: string): Promise<void> {
    try {
      await this.send('DELETE', path);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
    }
  }

  /** Runs a command in the first container of a pod. */
  exec(namespace: string, pod: string, command: readonly string[]): Promise<Executed> {
    const query = new URLSearchParams(command.map((part): [string, string] => ['command', part]));
    query.set('stdout', 'true');
    query.set('stderr', 'true');
    const path = `/api/v1/namespaces/${namespace}/pods/${pod}/exec?${query.toString()}`;
    const { server, ca, insecure, token } = this.connection;
    const client = new WebSocket(`${server.replace(/^http/, 'ws')}${path}`, ['v5.channel.k8s.io'], {
      rejectUnauthorized: !insecure,
      ...(ca !== undefined && { ca }),
      headers: { authorization: `Bearer ${token}` },
    });
    return new Promise((resolve) => collect(client, resolve));
  }

  close(): void {
    this.#agent.destroy();
  }

  #exchange(
    method: string,
    path: string,
    body: Json | undefined,
    type: string,
  ): Promise<{ readonly status: number; readonly text: string }> {
    const { server, token } = this.connection;
    const url = new URL(`${server}${path}`);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': type };
    return new Promise((resolve, reject) => {
      const options = { method, headers };
      const request =
        url.protocol === 'https:'
          ? httpsRequest(url, { ...options, agent: this.#agent })
          : httpRequest(url, options);
      request.on('error', reject);
      request.on('response', (response) => {
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      });
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

/** Reads the channels of a command until the connection ends. */
function collect(client: WebSocket, done: (executed: Executed) => void): void {
  const parts: Buffer[][] = [[], [], [], []];
  const text = (channel: number): string => Buffer.concat(parts[channel] ?? []).toString('utf8');
  client.on('message', (data: Buffer) => parts[data[0] ?? 0]?.push(data.subarray(1)));
  client.on('error', ({ message }) => {
    done({ out: text(1), err: text(2), code: undefined, message: `error dialing backend: ${message}` });
  });
  client.on('close', () => {
    const status = JSON.parse(text(3) || '{}') as Json;
    const exit = objectsAt(status, 'details', 'causes').find(({ reason }) => reason === 'ExitCode');
    const code = textAt(status, 'status') === 'Success' ? 0 : Number(exit?.['message'] ?? Number.NaN);
    const isKnown = Number.isFinite(code);
    done({
      out: text(1),
      err: text(2),
      code: isKnown ? code : undefined,
      message: isKnown ? `command terminated with exit code ${code}` : textAt(status, 'message'),
    });
  });
}
