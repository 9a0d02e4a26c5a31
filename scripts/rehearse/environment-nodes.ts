import type { MachineReport, RunningMachines } from '#simulator/machines/start.js';
import { KUBERNETES_NODE } from '#simulator/world/nodes.js';
import { MACHINE_TYPE } from '#simulator/world/machines.js';
import type { World } from '#simulator/world/world.js';
import { seconds } from './follow.ts';
import type { Terminal } from './terminal.ts';

/** Faults with which some or all VMs do not become nodes. */
export const NODE_FAULTS: ReadonlySet<string> = new Set([
  'machine-never-boots',
  'secret-denied',
  'nodeadm-wrong-hash',
  'activation-expired',
  'activation-used-up',
  'kubelet-unhealthy',
]);

/** What became of one VM that Terraform made. */
export interface NodeFigure {
  readonly vm: string;
  /** `mi-…`; empty when it is not registered. */
  readonly node: string;
  /** Whether the cluster has its Node object, and that says Ready. */
  readonly ready: boolean;
  /** Failure code of the join program; empty when it joined or never started. */
  readonly code: string;
  /** From the VM's creation to its node's being Ready; undefined when it is not. */
  readonly seconds: number | undefined;
}

export interface NodeWatch {
  /** Waits for all VMs, prints the rest of them, and gives what became of each, in the order of names. */
  finish(): Promise<readonly NodeFigure[]>;
  stop(): void;
}

/** A VM takes about a second; the lines of two that join together come in the order of their names. */
const WATCH_INTERVAL_MS = 100;

/** Prints a line for each VM as its node becomes Ready; those that fail are told once nothing can change that any more. */
export function watchNodes(
  world: World,
  machines: RunningMachines,
  terminal: Terminal,
  verbose: boolean,
): NodeWatch {
  const times = new Map<string, number>();
  const forget = world.objects.onChange(({ kind, object }) => {
    const isWatched = object.type === MACHINE_TYPE || object.type === KUBERNETES_NODE;
    if (kind === 'put' && isWatched && !times.has(nameOf(object.attributes)))
      times.set(nameOf(object.attributes), performance.now());
  });
  const figures = new Map<string, NodeFigure>();
  const tell = (report: MachineReport): void => {
    if (figures.has(report.name)) return;
    const figure = figureOf(world, times, report);
    figures.set(report.name, figure);
    terminal.line(nodeLine(terminal, figure, report));
    if (verbose)
      for (const line of report.console.trimEnd().split('\n')) terminal.line(terminal.dim(`      ${line}`));
  };
  const timer = setInterval(() => {
    for (const report of machines.reports()) if (report.state === 'joined') tell(report);
  }, WATCH_INTERVAL_MS);
  const stop = (): void => {
    clearInterval(timer);
    forget();
  };
  return {
    finish: async () => {
      const reports = await machines.whenSettled();
      stop();
      reports.forEach(tell);
      return [...figures.values()].sort((left, right) => (left.vm < right.vm ? -1 : 1));
    },
    stop,
  };
}

/** VMs carry their name as an attribute, nodes in their metadata. */
function nameOf(attributes: Readonly<Record<string, unknown>>): string {
  const { name, metadata } = attributes;
  if (typeof name === 'string') return name;
  return typeof metadata === 'object' && metadata !== null && 'name' in metadata ? String(metadata.name) : '';
}

function figureOf(world: World, times: ReadonlyMap<string, number>, report: MachineReport): NodeFigure {
  const { name: vm, node, state, status } = report;
  const ready = state === 'joined' && node !== '' && isReady(world, node);
  const made = times.get(vm);
  const joined = times.get(node);
  const took = ready && made !== undefined && joined !== undefined ? (joined - made) / 1000 : undefined;
  return { vm, node, ready, code: status?.['code'] ?? '', seconds: took };
}

interface NodeStatus {
  readonly conditions?: readonly { readonly type?: string; readonly status?: string }[];
}

/** What the cluster says about the node, whatever the VM says about itself. */
function isReady(world: World, name: string): boolean {
  const node = world.objects.list(KUBERNETES_NODE).find(({ attributes }) => nameOf(attributes) === name);
  const { conditions = [] } = (node?.attributes['status'] ?? {}) as NodeStatus;
  return conditions.some(({ type, status }) => type === 'Ready' && status === 'True');
}

function nodeLine(terminal: Terminal, figure: NodeFigure, report: MachineReport): string {
  const { vm, node, ready, code } = figure;
  if (ready) {
    const after = figure.seconds === undefined ? '' : ` after ${seconds(figure.seconds * 1000)}`;
    return `    ${terminal.green('✓')} azure VM ${vm} → ${node} Ready${terminal.dim(after)}`;
  }
  const why =
    code === ''
      ? `it is ${report.state}, and its serial console ends with "${lastLine(report.console)}"`
      : `${code}: ${withVaultNames(report.status?.['message'] ?? '')}`;
  return `    ${terminal.red('✗')} azure VM ${vm} did not join: ${why}`;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

/** Key Vault by the name that Terraform knows: on a simulated VM it has a loopback address. */
function withVaultNames(message: string): string {
  return message.replaceAll(
    /http:\/\/127\.0\.0\.1:\d+\/[\w-]+\/vault\/([\w-]+)/g,
    'https://$1.vault.azure.net',
  );
}
