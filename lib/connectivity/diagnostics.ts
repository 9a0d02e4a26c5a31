/** What helps to understand a failure, kept before the probes are removed: logs, events, states. Never Secrets. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionDeps } from '../action/types.ts';
import { CILIUM_NODES, EVENTS, NODES, type Pod, PODS } from '../kubernetes/resources.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import { SYSTEM_NAMESPACE } from './cilium-check.ts';
import { redact } from './redact.ts';

export interface DiagnosticsRequest {
  /** Namespace of the probes. */
  readonly probe: string;
  /** Names of the nodes that matter. */
  readonly nodes: readonly string[];
  /** Absolute; made anew. */
  readonly folder: string;
}

export interface Diagnostics {
  readonly files: number;
  readonly bytes: number;
  /** What could not be read, with the reason. */
  readonly missing: readonly string[];
}

const FILE_BYTES = 256 * 1024;
const TOTAL_BYTES = 4 * 1024 * 1024;
const MOST_LOGS = 40;
const MOST_EVENTS = 500;
const TAIL_LINES = 1000;
const AGENTS = 'k8s-app in (cilium,aws-node)';

/** Writes files into the folder until the bounds are reached. What cannot be read is told, and never an error. */
export async function collectDiagnostics(
  door: ClusterDoor,
  { probe, nodes, folder }: DiagnosticsRequest,
  { signal }: Pick<ActionDeps, 'signal'>,
): Promise<Diagnostics> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keep = keeper(folder);
  const tell = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    if (signal.aborted) return;
    try {
      await work();
    } catch (error) {
      keep.missing.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const pods: Pod[] = [];
  const request = { probe, nodes, folder };
  const parts = [...podStates(door, request, keep, pods), ...nodeStates(door, request, keep)];
  for (const [what, read] of parts) await tell(what, read);
  for (const { pod, container } of pods.flatMap(containersOf).slice(0, MOST_LOGS)) {
    const { name = '', namespace = '' } = pod.metadata ?? {};
    await tell(`log of ${name}/${container}`, async () => {
      const options = { container, tailLines: TAIL_LINES, limitBytes: FILE_BYTES };
      keep.text(`${name}.${container}.log`, await door.log({ name, namespace }, options));
    });
  }
  if (keep.missing.length > 0) keep.text('missing.txt', `${keep.missing.join('\n')}\n`);
  return { files: keep.files(), bytes: keep.bytes(), missing: keep.missing };
}

type Part = readonly [what: string, read: () => Promise<void>];

/** Probes with their events; pods whose logs are worth keeping are added to `pods`. */
function podStates(
  door: ClusterDoor,
  { probe, nodes }: DiagnosticsRequest,
  keep: ReturnType<typeof keeper>,
  pods: Pod[],
): readonly Part[] {
  const probes = async (): Promise<void> => {
    const { items } = await door.list(PODS, { namespace: probe });
    pods.push(...items);
    keep.json('probe-pods.json', items.map(stateOf));
  };
  const events = async (): Promise<void> => {
    const { items } = await door.list(EVENTS, { namespace: probe });
    keep.json('events.json', items.slice(-MOST_EVENTS).map(eventOf));
  };
  const agents = async (): Promise<void> => {
    const { items } = await door.list(PODS, { namespace: SYSTEM_NAMESPACE, labelSelector: AGENTS });
    pods.push(...items.filter(({ spec }) => nodes.includes(spec?.nodeName ?? '')));
  };
  return [
    ['pods of the probes', probes],
    ['events', events],
    ['agents of the pod network', agents],
  ];
}

function nodeStates(
  door: ClusterDoor,
  { nodes }: DiagnosticsRequest,
  keep: ReturnType<typeof keeper>,
): readonly Part[] {
  const states = async (): Promise<void> => {
    const { items } = await door.list(NODES);
    const own = items.filter(({ metadata }) => nodes.includes(metadata?.name ?? ''));
    keep.json('nodes.json', own.map(stateOf));
  };
  const ciliumNodes = async (): Promise<void> => {
    const { items } = await door.list(CILIUM_NODES);
    const own = items.filter(({ metadata }) => nodes.includes(metadata?.name ?? ''));
    const told = own.map(({ metadata, spec, status }) => ({ name: metadata?.name, spec, status }));
    keep.json('cilium-nodes.json', told);
  };
  return [
    ['nodes', states],
    ['CiliumNodes', ciliumNodes],
  ];
}

function containersOf(pod: Pod): readonly { readonly pod: Pod; readonly container: string }[] {
  return (pod.spec?.containers ?? []).map(({ name }) => ({ pod, container: name }));
}

/** Spec with its environment would be more than needed; managed fields say nothing. */
function stateOf({ metadata, spec, status }: Pick<Pod, 'metadata'> & { spec?: object; status?: object }) {
  const { nodeName, unschedulable, taints } = (spec ?? {}) as Readonly<Record<string, unknown>>;
  const { name, labels, creationTimestamp } = metadata ?? {};
  return { name, labels, creationTimestamp, nodeName, unschedulable, taints, status };
}

function eventOf(event: object): object {
  const { involvedObject, reason, message, type, count, lastTimestamp } = event as Readonly<
    Record<string, unknown>
  >;
  return { involvedObject, reason, message, type, count, lastTimestamp };
}

/** Names of pods and containers have letters, digits, dots and hyphens alone, so that no path can be made of them. */
function keeper(folder: string) {
  let files = 0;
  let bytes = 0;
  const missing: string[] = [];
  const text = (name: string, content: string): void => {
    const clean = Buffer.from(redact(content)).subarray(0, FILE_BYTES);
    if (bytes + clean.length > TOTAL_BYTES) {
      missing.push(`${name}: left out, the folder is full`);
      return;
    }
    writeFileSync(join(folder, name.replaceAll(/[^A-Za-z0-9.-]/g, '_')), clean, { mode: 0o600 });
    files += 1;
    bytes += clean.length;
  };
  return {
    missing,
    text,
    json: (name: string, value: unknown): void => text(name, `${JSON.stringify(value, undefined, 2)}\n`),
    files: () => files,
    bytes: () => bytes,
  };
}
