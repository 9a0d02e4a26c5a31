/** Plain requests to a simulated API server, without any client between. */
import { request } from 'node:https';
import { ADMIN_TOKEN, type SimulatedKubernetes } from './simulated-kubernetes.ts';

/** What JSON.parse gives: a test looks into it, and a wrong guess fails there. */
export type Parsed = ReturnType<JSON['parse']>;

export interface CallOptions {
  readonly method?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly type?: string;
  /** Default: the administrator's; null sends none. */
  readonly token?: string | null;
}

export interface Called {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: Parsed;
}

/** One request, its whole answer. */
export function call(
  { url, ca }: Pick<SimulatedKubernetes, 'url' | 'ca'>,
  path: string,
  { method = 'GET', body, type = 'application/json', token = ADMIN_TOKEN }: CallOptions = {},
): Promise<Called> {
  const sending = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    'content-type': type,
    // Node frames no body of a DELETE by itself.
    'content-length': Buffer.byteLength(sending),
    ...(token !== null && { authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method, headers, ca, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parse(text) });
      });
    });
    sent.on('error', reject);
    sent.end(sending);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export interface OpenWatch {
  /** Resolves with the first `count` events as `[type, name]`. */
  take(count: number): Promise<readonly (readonly [string, string])[]>;
  readonly events: readonly { readonly type: string; readonly object: Parsed }[];
  close(): void;
}

/** A watch that collects its events. Resolves when the server has accepted it. */
export function openWatch(
  { url, ca }: Pick<SimulatedKubernetes, 'url' | 'ca'>,
  path: string,
): Promise<OpenWatch> {
  const events: { type: string; object: Parsed }[] = [];
  let rest = '';
  let wake = (): void => undefined;
  return new Promise((resolve, reject) => {
    const options = { headers: { authorization: `Bearer ${ADMIN_TOKEN}` }, ca, agent: false };
    const sent = request(new URL(path, url), options, (response) => {
      response.on('data', (part: Buffer) => {
        const lines = (rest + part.toString('utf8')).split('\n');
        rest = lines.pop() ?? '';
        events.push(...lines.map((line) => JSON.parse(line) as { type: string; object: Parsed }));
        wake();
      });
      response.on('error', () => undefined);
      resolve({
        events,
        close: () => sent.destroy(),
        take: async (count) => {
          while (events.length < count) await new Promise<void>((done) => (wake = done));
          return events.slice(0, count).map(({ type, object }) => [type, object.metadata?.name ?? '']);
        },
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
