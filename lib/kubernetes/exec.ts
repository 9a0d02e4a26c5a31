import { KubernetesRefusal } from './status.ts';
import { pathOf, PODS } from './resources.ts';
import type { Connection, ObjectName } from './types.ts';
import { openSocket } from './web-socket.ts';

export interface ExecResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface ExecOptions {
  readonly container: string;
  readonly command: readonly string[];
  /** Ends the call; a command that runs on is the container's matter. */
  readonly signal: AbortSignal;
}

/** Channels of `v4.channel.k8s.io` and `v5`, by the first byte of each message (k8s.io/apimachinery, remotecommand). */
const CHANNEL = { stdout: 1, stderr: 2, status: 3 } as const;
const PROTOCOLS = ['v5.channel.k8s.io', 'v4.channel.k8s.io'] as const;

/**
 * Runs a command in a container: from here to the API server, and from there to the kubelet on the node.
 * @throws KubernetesRefusal when API server or kubelet refuse, also after the upgrade; Error when the stream breaks
 */
export async function execInPod(
  connection: Connection,
  pod: ObjectName,
  { container, command, signal }: ExecOptions,
): Promise<ExecResult> {
  const query = [
    ['container', container],
    ['stdout', 'true'],
    ['stderr', 'true'],
    ...command.map((argument) => ['command', argument] as const),
  ] as const;
  const path = `${pathOf(PODS, pod.namespace, pod.name)}/exec`;
  const socket = await openSocket(connection, path, query, PROTOCOLS, signal);
  const parts: Record<number, Buffer[]> = {};
  for await (const message of socket.messages()) {
    const [channel = -1] = message;
    (parts[channel] ??= []).push(message.subarray(1));
  }
  const textOf = (channel: number): string => Buffer.concat(parts[channel] ?? []).toString('utf8');
  const exitCode = exitCodeOf(textOf(CHANNEL.status));
  return { stdout: textOf(CHANNEL.stdout), stderr: textOf(CHANNEL.stderr), exitCode };
}

interface ExecStatus {
  readonly status?: string;
  readonly message?: string;
  readonly reason?: string;
  readonly code?: number;
  readonly details?: { readonly causes?: readonly { readonly reason?: string; readonly message?: string }[] };
}

/** The last word of the kubelet; without it nobody knows whether the command ended. */
function exitCodeOf(text: string): number {
  if (text === '') throw new Error('The stream ended without the status of the command.');
  let status: ExecStatus;
  try {
    status = JSON.parse(text) as ExecStatus;
  } catch {
    throw new KubernetesRefusal(500, text.slice(0, 300));
  }
  if (status.status === 'Success') return 0;
  const code = status.details?.causes?.find(({ reason }) => reason === 'ExitCode')?.message;
  if (status.reason === 'NonZeroExitCode' && code !== undefined) return Number(code);
  throw new KubernetesRefusal(status.code ?? 500, status.message ?? 'the command could not be run', {
    reason: status.reason ?? '',
  });
}
