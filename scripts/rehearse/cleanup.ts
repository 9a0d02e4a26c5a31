import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunIdentity } from '#simulator/runner/host.js';
import { unpackArtifact } from '#simulator/world/github-artifacts.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { blocks, text, textMap } from '#simulator/world/attributes.js';
import { ageNodes } from '#simulator/world/kube-ages.js';
import { kubeCluster } from '#simulator/world/kube-cluster.js';
import { addFleetPod } from '#simulator/world/kube-fleet.js';
import { findNode } from '#simulator/world/nodes.js';
import { SIMULATED_ACCOUNTS, type World } from '#simulator/world/world.js';
import type { NodeFigure } from './environment-nodes.ts';
import { CLUSTER } from './identities.ts';
import { type Life, perform, readState, told } from './life.ts';
import { PLATFORM } from './repository.ts';

/** What one run of the cleanup made of the node that nothing runs on. */
export interface CleanupFigure {
  /** As in the action node-cleanup. */
  readonly verdict: string;
  readonly vm: string;
  /** Class of the node; empty when the run did not judge it. */
  readonly class: string;
  /** What was done with it: `marked`, `removed` …; null in a dry run. */
  readonly result: string | null;
  /** US dollars a month by list prices, of the node and of what the run saves; null where it is not known. */
  readonly monthly: number | null;
  readonly saved: number;
}

const SCHEDULE: RunTrigger = { name: 'schedule', cron: '37 */3 * * *' };
/** Between two runs on schedule. */
const HOURS = 3;

/** The pool whose last VM has nothing to do: Terraform takes the last ones of a pool away first. */
const POOL = 'acme-general-';

const RUNS = [
  { title: 'The cleanup runs on its schedule: a dry run, which tells and changes nothing', result: null },
  { title: 'The schedule is trusted to act, and its next run marks the idle node', result: 'marked' },
  { title: 'Three hours later the node is still idle, and is removed', result: 'removed' },
] as const;

/**
 * The nodes have work but for one. It is told by a dry run, marked by a run that may act, and removed by the next: VM,
 * interface, disk, registration and Node. Returns whether that went as it should.
 */
export async function rehearseCleanup(life: Life): Promise<boolean> {
  const { stage, nodes, options } = life;
  const idle = nodes.findLast(({ vm }) => vm.startsWith(POOL));
  if (idle === undefined) return false;
  giveVariables(life);
  for (const { node } of nodes) if (node !== idle.node) addWork(stage.world, node);
  let good = true;
  for (const [index, { title, result }] of RUNS.entries()) {
    if (index === 1) stage.github.setVariable(PLATFORM, 'NODE_CLEANUP_MODE', 'act');
    passHours(stage.world, HOURS);
    const run = await perform(life, { title, caller: 'node-cleanup', trigger: SCHEDULE });
    const figure = await readFigure(life, run.identity, idle);
    if (figure !== undefined) life.cleanup.push(figure);
    const isAsWanted = figure?.class === 'empty' && figure.result === result;
    if (isAsWanted) tell(life, idle, figure);
    good = run.isAsItShould && (isAsWanted || options.faults.length > 0) && good;
  }
  await life.machines?.whenSettled();
  return tellGone(life, idle) && good;
}

/** Variables that the template asks for; those of the environment are there since the repository was made. */
function giveVariables({ stage }: Life): void {
  const { outputs } = readState(stage, 'foundation');
  const variables: Readonly<Record<string, string>> = {
    CLUSTER_NAME: String(outputs['cluster_name']),
    NODES_RESOURCE_GROUP: String(outputs['azure_resource_group_name']),
    CLEANUP_AWS_ACCOUNTS: SIMULATED_ACCOUNTS.accountId,
    CLEANUP_AZURE_SUBSCRIPTIONS: SIMULATED_ACCOUNTS.subscriptionId,
  };
  for (const [name, value] of Object.entries(variables)) stage.github.setVariable(PLATFORM, name, value);
}

/** A pod of a Deployment that asks for most of the node. */
export function addWork(world: World, node: string): void {
  const cluster = kubeCluster(world, CLUSTER);
  const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'shop-6f7d', uid: 'shop-6f7d' };
  const resources = { requests: { cpu: '3', memory: '4Gi' } };
  const containers = [{ name: 'shop', image: 'registry.k8s.io/pause:3.10', resources }];
  const name = `shop-6f7d-${node.slice(-5)}`;
  addFleetPod(cluster, { name, namespace: 'shop', node, owner, spec: { containers } });
}

const IDLE_SINCE = 'eks-hybrid-actions.io/idle-since';

/** The clock of the world is that of the machine: instead of waiting, nodes and their marks become older. */
export function passHours(world: World, hours: number): void {
  ageNodes(kubeCluster(world, CLUSTER), hours * 3_600_000, [IDLE_SINCE]);
}

/** The members of the document `cleanup` that are told here. */
interface Told {
  readonly verdict: string;
  readonly nodes: readonly {
    readonly name: string;
    readonly class: string;
    readonly monthly: number | null;
    readonly outcome: { readonly result: string } | null;
  }[];
  readonly saved: { readonly amount: number };
}

/** What the document of a run says of the node; undefined where the run left none. */
async function readFigure(
  { stage }: Life,
  { runId }: RunIdentity,
  { vm, node }: NodeFigure,
): Promise<CleanupFigure | undefined> {
  const artifacts = [...stage.github.repository(PLATFORM).artifacts.values()];
  const artifact = artifacts.find((each) => each.runId === runId && each.name === 'node-cleanup');
  if (artifact === undefined) return undefined;
  const folder = mkdtempSync(join(stage.folder('documents'), 'cleanup-'));
  await unpackArtifact(artifact.file, folder);
  const [file = ''] = readdirSync(folder);
  const { verdict, nodes, saved } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Told;
  const row = nodes.find(({ name }) => name === node);
  return {
    verdict,
    vm,
    class: row?.class ?? '',
    result: row?.outcome?.result ?? null,
    monthly: row?.monthly ?? null,
    saved: saved.amount,
  };
}

function tell(life: Life, { vm, node }: NodeFigure, { result, monthly, saved }: CleanupFigure): void {
  const name = `${vm} (${node})`;
  const cost = monthly === null ? 'at an unknown price' : `${dollars(monthly)} a month`;
  if (result === null) told(life, `${name} is idle: ${cost}; the issue says so, and nothing is changed`);
  else if (result === 'marked') told(life, `${name} is marked: idle since ${markOf(life, node)}, ${cost}`);
  else told(life, `${name} is removed: ${dollars(saved)} a month saved`);
}

/** `12:37 UTC`, by the mark that the run wrote to the node. */
function markOf({ stage }: Life, node: string): string {
  const metadata = blocks(findNode(stage.world, CLUSTER, node), 'metadata')[0];
  return `${textMap(metadata, 'annotations')[IDLE_SINCE]?.slice(11, 16) ?? ''} UTC`;
}

function dollars(amount: number): string {
  return `$${String(Math.round(amount))}`;
}

/** What stands for one node in the world; the system disk is there only where its VM is not. */
const PARTS = [
  'azurerm_linux_virtual_machine',
  'azurerm_network_interface',
  'ssm_managed_instance',
  'kubernetes_node',
];
const DISK = 'azurerm_managed_disk';

/** Looks in both clouds for what the node was, whatever the runs say. Returns whether all of it and nothing else is gone. */
function tellGone(life: Life, idle: NodeFigure): boolean {
  const others = life.nodes.filter((each) => each.node !== idle.node);
  const left = partsOf(life, idle, [...PARTS, DISK]);
  const isWhole = others.every((each) => partsOf(life, each, PARTS).length === PARTS.length);
  const rest = isWhole ? 'the other nodes are as they were' : 'parts of other nodes are gone, too';
  const gone = left.length === 0 ? 'Nothing of it is left in either cloud' : `Left of it: ${left.join(', ')}`;
  const good = left.length === 0 && isWhole;
  told(life, `${gone}; ${rest}`, good);
  return good;
}

/** Types of what the world holds of a node. */
function partsOf({ stage }: Life, { vm, node }: NodeFigure, types: readonly string[]): readonly string[] {
  return types.flatMap((type) =>
    stage.world.objects
      .list(type)
      .filter((object) => {
        const names = [object, blocks(object, 'metadata')[0]].map((each) => text(each, 'name'));
        return [...names, text(object, 'id')].some((name) => name === node || name.startsWith(vm));
      })
      .map(() => type),
  );
}
