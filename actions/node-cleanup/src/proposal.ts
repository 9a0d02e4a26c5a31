import type { ActionDeps } from '#lib/action/types.js';
import { cleanupErrors } from '#lib/cleanup/errors.js';
import { lowerPools, type LoweredPool } from '#lib/cleanup/lower-pools.js';
import { machineName, type CleanupPlan } from '#lib/cleanup/plan.js';
import { readPools, writeCounts } from '#lib/cleanup/tfvars.js';
import { createGitHubDoor, type GitHubDoor } from '#lib/github/client.js';
import {
  closePullRequest,
  isOwnBranch,
  keepPullRequest,
  readBranchFile,
  type KeptPullRequest,
} from '#lib/github/kept-pull-request.js';
import { code, codeCell, plain, plural, table } from '#lib/report/markdown.js';
import type { Inputs } from './inputs.ts';
import { isLeftOver } from './ways.ts';

/** What came of a proposal; `notes` are nodes that are due and cannot go this way. */
export interface Proposed {
  readonly pullRequest: KeptPullRequest;
  readonly pools: readonly LoweredPool[];
  readonly notes: readonly string[];
}

/**
 * Proposes to lower pools by the nodes that are due, or takes a proposal back that no longer holds. A stopped run
 * proposes nothing new and leaves what is open as it is.
 * @throws EHA1755, EHA1756, and the errors of GitHub
 */
export async function propose(
  plan: CleanupPlan,
  inputs: Inputs,
  deps: ActionDeps,
): Promise<Proposed | undefined> {
  const { poolsFile, pullRequestToken: token, settings, baseBranch } = inputs;
  if (poolsFile === null || token === undefined || plan.stops.length > 0) return undefined;
  const door = createGitHubDoor(token, deps);
  const branch = `node-cleanup/${settings.cluster.name}`;
  const base = await readBranchFile(door, baseBranch, poolsFile);
  if (base.text === undefined) {
    throw cleanupErrors.EHA1755(`There is no file ${poolsFile} on the branch ${base.branch}.`);
  }
  const written = readPools(base.text);
  if (!written.ok) throw cleanupErrors.EHA1755(`${poolsFile} on ${base.branch}: ${written.reason}.`);
  const nodes = plan.nodes
    .filter((node) => !isLeftOver(node))
    .map((node) => ({ ...node, vm: machineName(node.node) }));
  const { pools, kept: notes } = lowerPools(nodes, written.pools, settings.minNodes);
  await requireOwnBranch(door, branch);
  if (pools.length === 0) {
    const reason = `No pool can be lowered any more: its last nodes are not due ([run](${deps.github.runUrl})).`;
    return { pullRequest: await closePullRequest(door, branch, reason), pools, notes };
  }
  const counts = new Map(pools.map(({ pool, to }) => [pool, to]));
  const pullRequest = await keepPullRequest(door, {
    branch,
    base,
    path: poolsFile,
    text: writeCounts(base.text, written.pools, counts),
    title: titleOf(settings.cluster.name, pools),
    body: bodyOf(settings.cluster.name, pools, notes, plan),
  });
  return { pullRequest, pools, notes };
}

async function requireOwnBranch(door: GitHubDoor, branch: string): Promise<void> {
  if (await isOwnBranch(door, branch)) return;
  throw cleanupErrors.EHA1756(`The branch ${branch} holds a commit that is not of node-cleanup.`);
}

function titleOf(cluster: string, pools: readonly LoweredPool[]): string {
  const parts = pools.map(({ pool, from, to }) => `${pool} from ${from} to ${to}`);
  return `Lower idle pools of ${cluster}: ${parts.join(', ')}`.slice(0, 240);
}

/** Says nothing that changes with every run, lest each one write. */
function bodyOf(
  cluster: string,
  pools: readonly LoweredPool[],
  notes: readonly string[],
  { nodes }: CleanupPlan,
): string {
  const going = new Set(pools.flatMap(({ machines }) => machines));
  const rows = nodes
    .map((node) => ({ ...node, vm: machineName(node.node) ?? '' }))
    .filter(({ vm }) => going.has(vm))
    .map(({ vm, node, pool, class: of, monthlyCost }) => [
      codeCell(vm),
      codeCell(node.name),
      codeCell(pool),
      of,
      monthlyCost === null ? 'unknown' : monthlyCost.toFixed(2),
    ]);
  const heading = ['VM', 'node', 'pool', 'class'].map((each) => ({ heading: each }));
  return [
    `node-cleanup found ${plural(rows.length, 'node')} of ${code(cluster)} that can go:`,
    table([...heading, { heading: 'USD a month', align: 'right' }], rows),
    notes.map((note) => `- ${plain(note)}`).join('\n'),
    'Terraform takes the VMs away when this is merged and applied; the nodes leave the cluster as they shut down. When they are in use again before that, this request is changed or closed by the next run.',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
