/**
 * `pods/exec`: a command in a container, its streams as channels of one WebSocket. Sources: Kubernetes,
 * `k8s.io/apimachinery/pkg/util/remotecommand` and KEP-4006 (v5 adds the closing of a stream).
 */
import type { WebSocket } from 'ws';
import { containerOf, shellOf } from '../../pods/container.ts';
import { type Ended, failed } from '../../pods/shell.ts';
import type { JsonObject } from '../../world/kube-types.ts';
import type { Service } from './service.ts';
import type { Stream } from './streams.ts';

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
const ERROR = 3;
/** In v5: the channel named by the next byte is closed. */
const CLOSE = 255;
/** Bytes of output in one message. */
const CHUNK = 32 * 1024;
const NORMAL_CLOSURE = 1000;

/** Runs the command of an open stream and closes it. */
export async function execute(
  client: WebSocket,
  { place, query }: Stream,
  { cluster, world }: Service,
): Promise<void> {
  const input = query.get('stdin') === 'true' ? await readInput(client) : '';
  if (world.faults.strikes('exec-hangs')) return;
  const command = query.getAll('command');
  const container = containerOf(place, query.get('container') ?? '');
  const shell = container === undefined ? undefined : shellOf(cluster, place, container);
  const ended = await shell?.run(command, input);
  if (client.readyState !== client.OPEN) return;
  const { code, out, err } = ended ?? notFound(command);
  if (query.get('stdout') === 'true') write(client, STDOUT, out);
  if (query.get('stderr') === 'true') write(client, STDERR, err);
  const status = ended === undefined ? missing(command) : statusOf(code);
  client.send(Buffer.concat([Buffer.of(ERROR), Buffer.from(JSON.stringify(status))]));
  client.close(NORMAL_CLOSURE);
}

function write(client: WebSocket, channel: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let from = 0; from < bytes.length; from += CHUNK) {
    client.send(Buffer.concat([Buffer.of(channel), bytes.subarray(from, from + CHUNK)]));
  }
}

/** Standard input up to its end, which v5 tells; with v4 it ends with the connection. */
function readInput(client: WebSocket): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const end = (): void => resolve(Buffer.concat(parts).toString('utf8'));
    client.on('message', (data: Buffer) => {
      if (data[0] === STDIN) parts.push(data.subarray(1));
      if (data[0] === CLOSE && data[1] === STDIN) end();
    });
    client.on('close', end);
  });
}

function statusOf(code: number): JsonObject {
  if (code === 0) return { metadata: {}, status: 'Success' };
  return {
    metadata: {},
    status: 'Failure',
    message: `command terminated with non-zero exit code: exit status ${code}`,
    reason: 'NonZeroExitCode',
    details: { causes: [{ reason: 'ExitCode', message: String(code) }] },
  };
}

function notFound(_command: readonly string[]): Ended {
  return failed(1, '');
}

/** The container runtime has not found the program. */
function missing([program = '']: readonly string[]): JsonObject {
  const why = `exec: "${program}": executable file not found in $PATH`;
  return {
    metadata: {},
    status: 'Failure',
    message: `Internal error occurred: Internal error occurred: error executing command in container: failed to exec in container: failed to start exec: OCI runtime exec failed: exec failed: unable to start container process: ${why}: unknown`,
    reason: 'InternalError',
    details: { causes: [{ message: why }] },
    code: 500,
  };
}
