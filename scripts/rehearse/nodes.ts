import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { startMachines } from '#simulator/machines/start.js';
import { NODE_FAULTS, watchNodes, type NodeFigure } from './environment-nodes.ts';
import { NODES } from './environment-values.ts';
import { type Life, perform, readState, told } from './life.ts';
import { applyPullRequest } from './network.ts';
import { openNodesPullRequest, setClusterVariables } from './nodes-repository.ts';
import { tellPods } from './pods.ts';
import { APPROVER, PLATFORM } from './repository.ts';

/** Folder of the world in which VMs have their disks, and in which --keep leaves them. */
const DISKS = { running: 'machines', kept: 'disks' } as const;

/**
 * A second pull request adds the stacks cluster and nodes, with the outputs of the first. It is applied with an activation
 * for its VMs, which boot, join with the real join program and are waited for; then pods prove that they reach each other.
 * Returns whether that went as it should.
 */
export async function rehearseNodes(life: Life): Promise<boolean> {
  const { stage, terminal } = life;
  const { outputs } = readState(stage, 'foundation');
  terminal.line(terminal.dim('  Outputs of the foundation become variables of environments:'));
  for (const { environment, names } of setClusterVariables(stage.github, outputs))
    terminal.line(terminal.dim(`    ${environment}: ${names.join(', ')}`));
  const number = await openNodesPullRequest(stage.github, outputs, stage.statePath);
  const title = `A second pull request adds what runs in the cluster, and ${String(NODES)} VMs (${PLATFORM}#${String(number)})`;
  const trigger = { name: 'pull_request', number, action: 'opened' } as const;
  const planned = await perform(life, { title, caller: 'plan', trigger });
  if (!planned.succeeded) return planned.isAsItShould;
  await stage.github.mergePullRequest(PLATFORM, number, APPROVER);
  return applyNodes(life, number);
}

async function applyNodes(life: Life, number: number): Promise<boolean> {
  const { stage, options, terminal } = life;
  const machines = await startMachines(stage.world, {
    directory: join(stage.world.directory, DISKS.running),
  });
  life.machines = machines;
  stage.showConsoles((name) => machines.reports().find((report) => report.name === name)?.console);
  const watch = watchNodes(stage.world, machines, terminal, options.verbose);
  const title = 'It is merged and applied; the VMs boot, join the cluster and are waited for';
  try {
    const { identity, succeeded, isAsItShould } = await applyPullRequest(life, {
      number,
      title,
      stacks: ['cluster', 'nodes'],
      // What a VM lacks to become a node is nothing that Terraform has left to do.
      mayResume: () => machines.reports().length === 0,
    });
    life.nodes = await watch.finish();
    const isWhole = judgeNodes(life, life.nodes);
    life.pods = await tellPods(life, identity);
    // A run that succeeds without having looked would be green for nothing.
    return isWhole && isAsItShould && (!succeeded || life.pods?.verdict === 'passed');
  } finally {
    watch.stop();
  }
}

/** Whether every VM is a Ready node, or a fault that struck explains the others. */
function judgeNodes(life: Life, nodes: readonly NodeFigure[]): boolean {
  const { stage, options } = life;
  const ready = nodes.filter((node) => node.ready).length;
  const isWhole = ready === NODES && nodes.length === NODES;
  const isFault = options.faults.some(
    (fault) => NODE_FAULTS.has(fault) && stage.world.faults.count(fault) > 0,
  );
  const because = isFault && !isWhole ? ', as the fault would have it' : '';
  told(life, `${String(ready)} of ${String(NODES)} nodes Ready${because}`, isWhole);
  return isWhole || options.faults.length > 0;
}

/** Ends the VMs; with --keep their disks and consoles stay. */
export async function stopMachines({ machines, stage, options }: Life): Promise<void> {
  if (machines === undefined) return;
  const { directory } = stage.world;
  if (options.keep) renameSync(join(directory, DISKS.running), join(directory, DISKS.kept));
  await machines.stop();
}
