/** Whether Cilium's suite can prove anything in this cluster: Cilium on Ready nodes of both clouds, healthy, of a version that fits. */
import type { RunProcess } from '../action/types.ts';
import { CILIUM_NODES, DAEMON_SETS, type Node, NODES, type Pod, PODS } from '../kubernetes/resources.ts';
import type { ClusterDoor } from '../kubernetes/types.ts';
import { chooseNodes } from './nodes.ts';
import { suiteErrors } from './suite-errors.ts';
import type { NodePair } from './suite-session.ts';
import { type Cloud, CLOUDS, type ProbeNode } from './types.ts';

export interface CiliumFound {
  readonly pair: NodePair;
  /** All nodes, with the cloud they are in, to place peers of actions by address. */
  readonly nodes: readonly ProbeNode[];
  /** `1.18.3`; undefined when the image of the agents does not say. */
  readonly version: string | undefined;
}

const AGENT_SELECTOR = 'k8s-app=cilium';
const ADVICE = 'Use mode: probe, which needs Cilium on the Azure nodes alone.';

/**
 * Chooses a node of each cloud: Ready, not cordoned, known to Cilium, with an agent that is ready.
 * @throws EHA1820 when a cloud has none
 */
export async function findCilium(
  door: ClusterDoor,
  namespace: string,
  names: readonly string[],
): Promise<CiliumFound> {
  const [nodes, ciliumNodes, agents, agentSet] = await Promise.all([
    door.list(NODES),
    door.list(CILIUM_NODES),
    door.list(PODS, { namespace, labelSelector: AGENT_SELECTOR }),
    door.get(DAEMON_SETS, { name: 'cilium', namespace }),
  ]);
  if (agentSet === undefined) {
    throw suiteErrors.EHA1820(`There is no DaemonSet cilium in the namespace ${namespace}. ${ADVICE}`);
  }
  const known = new Set(ciliumNodes.items.map(({ metadata }) => metadata?.name));
  const ready = new Set(agents.items.filter(isReady).map(({ spec }) => spec?.nodeName));
  const hasCilium = ({ metadata }: Node): boolean => known.has(metadata?.name) && ready.has(metadata?.name);
  const usable = nodes.items.filter(hasCilium);
  const desired = agentSet.status?.desiredNumberScheduled ?? 0;
  // With one agent wanted the suite goes over to its mode for single nodes, and is green without any path between nodes.
  if (desired < CLOUDS.length) {
    throw suiteErrors.EHA1820(
      `Cilium wants ${String(desired)} agent, and the suite needs two nodes. ${ADVICE}`,
    );
  }
  const version = versionOf(agentSet);
  return { pair: pairOf(usable, names), nodes: placed(nodes.items), version };
}

function isReady({ status }: Pod): boolean {
  return status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false;
}

/** The first of each cloud by name; named ones where the input names any. */
function pairOf(usable: readonly Node[], names: readonly string[]): NodePair {
  const firstOf = (cloud: Cloud): ProbeNode | undefined =>
    CLOUDS.every((one) => isOf(usable, one))
      ? chooseNodes(usable, { perCloud: 1, names }).find((node) => node.cloud === cloud)
      : undefined;
  const [aws, azure] = [firstOf('aws'), firstOf('azure')];
  if (aws !== undefined && azure !== undefined) return { aws, azure };
  const lacking = CLOUDS.filter((cloud) => !isOf(usable, cloud));
  throw suiteErrors.EHA1820(`No Ready node with a ready Cilium agent in: ${lacking.join(', ')}. ${ADVICE}`);
}

function isOf(nodes: readonly Node[], cloud: Cloud): boolean {
  return placed(nodes.filter(isSchedulable)).some((node) => node.cloud === cloud);
}

function isSchedulable({ spec, status }: Node): boolean {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.status;
  return ready === 'True' && spec?.unschedulable !== true;
}

function placed(nodes: readonly Node[]): readonly ProbeNode[] {
  return nodes.flatMap(({ metadata, status }) => {
    const labels = metadata?.labels ?? {};
    const cloud: Cloud = labels['eks.amazonaws.com/compute-type'] === 'hybrid' ? 'azure' : 'aws';
    const ip = status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? '';
    const name = metadata?.name ?? '';
    return [{ name, cloud, zone: labels['topology.kubernetes.io/zone'] ?? '', ip }];
  });
}

interface Agents {
  readonly spec?: {
    readonly template?: {
      readonly spec?: { readonly containers?: readonly { readonly name: string; readonly image?: string }[] };
    };
  };
}

/** Of the image; one that a digest alone names does not say. */
function versionOf(agentSet: Agents): string | undefined {
  const containers = agentSet.spec?.template?.spec?.containers ?? [];
  const image = containers.find(({ name }) => name === 'cilium-agent')?.image ?? '';
  return /:v?(\d+\.\d+\.\d+)/.exec(image)?.[1];
}

/**
 * The oldest Cilium that versions of the CLI test, by the README of cilium-cli. What is older than the table is not known.
 */
const OLDEST_CILIUM: readonly { readonly cli: string; readonly cilium: string }[] = [
  { cli: '0.19.0', cilium: '1.17.0' },
];

/** What cannot be judged about the two versions, in words; undefined when they fit. @throws EHA1822 when they do not */
export function judgeVersions(cli: string, cilium: string | undefined): string | undefined {
  if (cilium === undefined) return 'which version of Cilium runs: the image of its agents does not say';
  const rule = OLDEST_CILIUM.find((one) => compare(cli, one.cli) >= 0);
  if (rule === undefined) return `whether cilium-cli ${cli} supports Cilium ${cilium}`;
  if (compare(cilium, rule.cilium) >= 0) return undefined;
  throw suiteErrors.EHA1822(
    `cilium-cli ${cli} supports Cilium from ${rule.cilium} on, and the cluster runs ${cilium}.`,
  );
}

function compare(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => text.replace(/^v/, '').split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export interface CliRun {
  readonly program: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly runProcess: RunProcess;
}

/** Asks the program which version it is. @throws EHA1822 when it is not the one that was installed */
export async function confirmCli({ program, cwd, env, runProcess }: CliRun, version: string): Promise<void> {
  const { exitCode, stdout, stderr } = await runProcess([program, 'version', '--client'], { cwd, env });
  const [, said] = /cilium-cli: v?(\d+\.\d+\.\d+\S*)/.exec(stdout) ?? [];
  if (exitCode === 0 && said === version.replace(/^v/, '')) return;
  const last = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? '';
  throw suiteErrors.EHA1822(`The program does not say that it is ${version}: ${said ?? last}.`);
}

/** Longer than the CLI is told to wait. */
const STATUS_WAIT = '2m';
const STATUS_MS = 180_000;

/** `cilium status`: agents and operator, as the CLI judges them. @throws EHA1821 */
export async function checkStatus(
  { program, cwd, env, runProcess }: CliRun,
  contextArguments: readonly string[],
): Promise<void> {
  const waiting = ['--wait', '--wait-duration', STATUS_WAIT, '--interactive=false', '-o', 'json'];
  const argv = [program, 'status', ...contextArguments, ...waiting] as const;
  const { exitCode, stdout, stderr } = await runProcess(argv, { cwd, env, interruptAfterMs: STATUS_MS });
  const problems = problemsIn(stdout);
  if (exitCode === 0 && problems?.length === 0) return;
  const lines = problems?.length ? problems : [stderr.trim().split('\n').at(-1) ?? ''];
  throw suiteErrors.EHA1821(
    `cilium status ended with ${String(exitCode)}:\n${lines.map((line) => `- ${line}`).join('\n')}`,
  );
}

/** Errors of a pod, as `ErrorCount` of the CLI has them: an error is an object without members in JSON. */
type ErrorCounts = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

/** Undefined when the answer is not the JSON that it should be: nothing is healthy then. */
function problemsIn(stdout: string): readonly string[] | undefined {
  try {
    const { errors, collection_errors: collection } = JSON.parse(stdout) as {
      readonly errors?: Readonly<Record<string, ErrorCounts | null>> | null;
      readonly collection_errors?: readonly unknown[] | null;
    };
    const own = Object.entries(errors ?? {}).flatMap(([name, pods]) =>
      Object.entries(pods ?? {}).flatMap(([pod, counts]) => {
        const count = errorCount(counts ?? {});
        return count === 0 ? [] : [`${name} ${pod}: ${String(count)} errors`];
      }),
    );
    return [...own, ...(collection ?? []).map((what) => `not collected: ${JSON.stringify(what)}`)];
  } catch {
    return undefined;
  }
}

/** Warnings and what is switched off, such as Hubble, stand beside them. */
function errorCount(counts: Readonly<Record<string, unknown>>): number {
  const [, list] = Object.entries(counts).find(([name]) => name.toLowerCase() === 'errors') ?? [];
  return Array.isArray(list) ? list.length : 0;
}
