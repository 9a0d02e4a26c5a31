/** Commands in pods of a simulated API server, by a WebSocket client that is not the project's own. */
import WebSocket from 'ws';
import { ADMIN_TOKEN, type SimulatedKubernetes } from './simulated-kubernetes.ts';

export interface Executed {
  readonly out: string;
  readonly err: string;
  /** 0 after success; undefined when the command did not run to its end. */
  readonly code: number | undefined;
  /** The whole Status of channel 3. */
  readonly status: { readonly status?: string; readonly message?: string };
}

/** What the upgrade was answered when it was refused. */
export class UpgradeRefused extends Error {
  readonly status: number;
  constructor(status: number, body: string) {
    super(body);
    this.name = 'UpgradeRefused';
    this.status = status;
  }
}

/** Runs a command in a pod. @throws UpgradeRefused */
export function exec(
  { url, ca }: Pick<SimulatedKubernetes, 'url' | 'ca'>,
  pod: string,
  command: readonly string[],
  {
    namespace = 'default',
    input,
    token = ADMIN_TOKEN,
  }: { namespace?: string; input?: string; token?: string } = {},
): Promise<Executed> {
  const query = new URLSearchParams(command.map((part): [string, string] => ['command', part]));
  query.set('stdout', 'true');
  query.set('stderr', 'true');
  if (input !== undefined) query.set('stdin', 'true');
  const path = `/api/v1/namespaces/${namespace}/pods/${pod}/exec?${query.toString()}`;
  const client = new WebSocket(`${url.replace('https', 'wss')}${path}`, ['v5.channel.k8s.io'], {
    ca,
    headers: { authorization: `Bearer ${token}` },
  });
  const parts: Buffer[][] = [[], [], [], []];
  client.on('message', (data: Buffer) => parts[data[0] ?? 0]?.push(data.subarray(1)));
  client.on('open', () => {
    if (input === undefined) return;
    client.send(Buffer.concat([Buffer.of(0), Buffer.from(input)]));
    client.send(Buffer.of(255, 0));
  });
  const text = (channel: number): string => Buffer.concat(parts[channel] ?? []).toString('utf8');
  return new Promise((resolve, reject) => {
    client.on('error', reject);
    client.on('unexpected-response', (_request, response) => {
      response.setEncoding('utf8');
      let body = '';
      response.on('data', (part: string) => (body += part));
      response.on('end', () => reject(new UpgradeRefused(response.statusCode ?? 0, body)));
    });
    client.on('close', () => {
      const status = JSON.parse(text(3) || '{}') as Executed['status'] & {
        readonly details?: {
          readonly causes?: readonly { readonly reason?: string; readonly message: string }[];
        };
      };
      const code = status.details?.causes?.find(({ reason }) => reason === 'ExitCode')?.message;
      resolve({
        out: text(1),
        err: text(2),
        code: status.status === 'Success' ? 0 : code === undefined ? undefined : Number(code),
        status,
      });
    });
  });
}
