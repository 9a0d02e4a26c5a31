import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMachines, type RunningMachines } from '#simulator/machines/start.js';
import type { World } from '#simulator/world/world.js';
import { NODE_FAULTS, watchNodes, type NodeFigure } from './environment-nodes.ts';
import { startOperator, type ActivationPlace, type Operator } from './environment-operator.ts';
import {
  createEnvironmentTerraform,
  STACKS,
  type EnvironmentTerraform,
  type StackName,
  type StackRun,
} from './environment-terraform.ts';
import { NODES, VALUES } from './environment-values.ts';
import { rehearsalErrors } from './errors.ts';
import { seconds } from './follow.ts';
import type { RehearsalOptions } from './options.ts';
import type { Stage } from './stage.ts';
import type { Terminal } from './terminal.ts';

/** Faults that make Terraform fail once: what the first try left is completed by a second one. */
const TERRAFORM_FAULTS = ['plan-error', 'apply-error', 'helm-release-failed'];

/** Folder of the world in which --keep leaves the disks of the VMs. */
const DISKS = 'disks';

/** Object types of the world's, Terraform's or not, by how many there are. */
type Counts = Readonly<Record<string, number>>;

/** What the rehearsal of an environment came to; written to `environment.json`. */
export interface EnvironmentFigures {
  readonly stacks: Readonly<Record<StackName, StackFigures>>;
  readonly nodes: readonly NodeFigure[];
  /** Resources that Terraform made in all stacks. */
  readonly resources: number;
  /** Objects of the simulated clouds when all was applied, and after everything was destroyed (not with --keep). */
  readonly objects: { readonly applied: number; readonly left: Counts | undefined };
  readonly seconds: number;
}

interface StackFigures {
  readonly created: number | undefined;
  /** Changes in the second plan. */
  readonly secondPlan: number | undefined;
  /** Undefined with --keep. */
  readonly destroyed: number | undefined;
}

/** Everything that takes part in one environment. */
interface Play {
  readonly world: World;
  readonly options: RehearsalOptions;
  readonly terminal: Terminal;
  readonly terraform: EnvironmentTerraform;
  readonly operator: Operator;
  readonly machines: RunningMachines;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/**
 * Applies the three stacks one after the other as a platform team does, with an activation in Key Vault before the nodes,
 * lets the VMs boot and join, plans each stack again and destroys all of it. Returns whether everything ended as it
 * should: each VM a Ready node (unless a fault kept it), second plans empty, nothing left in the world.
 */
export async function rehearseEnvironment(
  stage: Stage,
  options: RehearsalOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { world } = stage;
  terminal.line('');
  terminal.line(terminal.bold('The environment: three stacks one after the other, and the VMs they make'));
  const terraform = createEnvironmentTerraform({
    checkout: stage.folder('environment'),
    states: join(stage.folder('environment'), 'states'),
    values: VALUES,
    environment: stage.machineEnvironment,
  });
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  const disks = join(world.directory, 'machines');
  const machines = await startMachines(world, { directory: disks });
  try {
    const operator = await startOperator(world);
    const play = { world, options, terminal, terraform, operator, machines, signal: interrupted.signal };
    try {
      return await perform(play, stage.machineEnvironment);
    } catch (error) {
      // Ctrl-C reaches Terraform too, which then fails in whatever it did.
      if (!interrupted.signal.aborted) throw error;
      throw rehearsalErrors.EHA1955('Ctrl-C was pressed before the environment was complete', {
        cause: error,
      });
    } finally {
      await operator.close();
    }
  } finally {
    process.off('SIGINT', interrupt);
    if (options.keep) renameSync(disks, join(world.directory, DISKS));
    await machines.stop();
  }
}

async function perform(play: Play, environment: Readonly<Record<string, string>>): Promise<boolean> {
  const { world, options, terminal } = play;
  const started = performance.now();
  const watch = watchNodes(world, play.machines, terminal, options.verbose);
  try {
    const created = new Map<StackName, number>();
    for (const stack of ['foundation', 'cluster'] as const) created.set(stack, await applyStack(play, stack));
    const place = await placeOf(play);
    const activation = await play.operator.mint(place, NODES);
    told(play, 'activation', `for ${String(NODES)} nodes minted and put into Key Vault ${place.vault}`);
    created.set('nodes', await applyStack(play, 'nodes'));
    const nodes = await watch.finish();
    const joined = judgeNodes(play, nodes);
    await play.operator.revoke(place, activation);
    told(play, 'activation', 'revoked, the secret deleted');
    const secondPlans = await planAgain(play);
    const applied = world.objects.list().length;
    const destroyed = options.keep ? undefined : await destroyAll(play, place.region);
    const left = destroyed === undefined ? undefined : countTypes(world);
    const isEmpty = left === undefined ? tellKept(play, environment) : tellLeft(play, left, applied);
    const milliseconds = performance.now() - started;
    const resources = [...created.values()].reduce((sum, count) => sum + count, 0);
    const stacks = stackFigures(created, secondPlans, destroyed);
    writeFigures(options, {
      stacks,
      nodes,
      resources,
      objects: { applied, left },
      seconds: milliseconds / 1000,
    });
    terminal.line(
      `  ${String(resources)} resources and ${String(nodes.length)} VMs in ${seconds(milliseconds)}`,
    );
    return joined && isEmpty && [...secondPlans.values()].every((changes) => changes === 0);
  } finally {
    watch.stop();
  }
}

type PerStack = ReadonlyMap<StackName, number>;

function stackFigures(created: PerStack, secondPlans: PerStack, destroyed: PerStack | undefined) {
  const of = (stack: StackName): StackFigures => ({
    created: created.get(stack),
    secondPlan: secondPlans.get(stack),
    destroyed: destroyed?.get(stack),
  });
  return { foundation: of('foundation'), cluster: of('cluster'), nodes: of('nodes') };
}

function writeFigures({ out }: RehearsalOptions, figures: EnvironmentFigures): void {
  writeFileSync(join(out, 'environment.json'), `${JSON.stringify(figures, undefined, 2)}\n`);
}

/** Plans and applies one stack; gives how many resources that made. */
async function applyStack(play: Play, stack: StackName): Promise<number> {
  const { terraform } = play;
  if (stack !== 'foundation') {
    const foundation = await terraform.outputs('foundation');
    terraform.giveVariables(stack, 'foundation.auto.tfvars.json', { foundation });
  }
  await terraform.init(stack);
  const before = strikes(play);
  let run = await terraform.planAndApply(stack);
  if (!run.succeeded && strikes(play) > before && !play.signal.aborted) {
    told(
      play,
      stack,
      `failed as the fault would have it, and is applied again: ${run.errors.join('; ')}`,
      false,
    );
    const first = run.milliseconds;
    run = await terraform.planAndApply(stack);
    run = { ...run, milliseconds: first + run.milliseconds };
  }
  demand(play, run, 'apply', stack);
  const created = terraform.count(stack);
  told(play, stack, `${String(created)} resources applied`, true, run.milliseconds);
  return created;
}

function strikes({ world }: Play): number {
  return TERRAFORM_FAULTS.reduce((sum, fault) => sum + world.faults.count(fault), 0);
}

/** EHA1955 after Ctrl-C, EHA1953 when Terraform failed otherwise. */
function demand({ signal }: Play, run: StackRun, command: string, stack: StackName): void {
  if (signal.aborted)
    throw rehearsalErrors.EHA1955(`terraform ${command} of the stack ${stack} was under way`);
  if (run.succeeded) return;
  throw rehearsalErrors.EHA1953(`terraform ${command} of the stack ${stack}: ${run.errors.join('; ')}`);
}

/** One line of the story: mark, subject, what happened. */
function told({ terminal }: Play, subject: string, text: string, good = true, milliseconds?: number): void {
  const mark = good ? terminal.green('✓') : terminal.yellow('!');
  const time = milliseconds === undefined ? '' : ` ${terminal.dim(seconds(milliseconds))}`;
  terminal.line(`  ${mark} ${subject.padEnd(11)} ${text}${time}`);
}

/** Where activations of this environment go, from the outputs of the stack foundation. EHA1954 when one is missing. */
async function placeOf({ terraform }: Play): Promise<ActivationPlace> {
  const outputs = await terraform.outputs('foundation');
  const text = (name: string): string => {
    const value = outputs[name];
    if (typeof value === 'string') return value;
    throw rehearsalErrors.EHA1954(`the stack foundation has no output ${name}`);
  };
  const clusterArn = text('cluster_arn');
  return {
    region: clusterArn.split(':')[3] ?? '',
    role: text('hybrid_node_role_name'),
    clusterArn,
    vault: new URL(text('key_vault_uri')).hostname.split('.')[0] ?? '',
    secret: text('activation_secret_name'),
  };
}

/** Whether every VM is a Ready node, or a fault that struck explains the others. */
function judgeNodes(play: Play, nodes: readonly NodeFigure[]): boolean {
  const { world, options } = play;
  const ready = nodes.filter((node) => node.ready).length;
  const isWhole = ready === NODES && nodes.length === NODES;
  const isFault = options.faults.some((fault) => NODE_FAULTS.has(fault) && world.faults.count(fault) > 0);
  const because = !isFault ? '' : isWhole ? ', although a fault struck' : ', as the fault would have it';
  told(play, 'nodes', `${String(ready)} of ${String(NODES)} nodes Ready${because}`, isWhole);
  return isWhole !== isFault;
}

/** Plans each stack a second time; gives the number of changes in each. */
async function planAgain(play: Play): Promise<PerStack> {
  const found = new Map<StackName, number>();
  const started = performance.now();
  for (const stack of STACKS) {
    const run = await play.terraform.plan(stack);
    demand(play, run, 'plan', stack);
    found.set(stack, run.add + run.change + run.remove);
  }
  const words = [...found].map(
    ([stack, changes]) => `${stack} ${changes === 0 ? 'empty' : `with ${String(changes)} changes`}`,
  );
  const isEmpty = [...found.values()].every((changes) => changes === 0);
  told(play, 'second plan', words.join(', '), isEmpty, performance.now() - started);
  return found;
}

/** Destroys the stacks, last one first, and what VMs that never joined left with Systems Manager. */
async function destroyAll(play: Play, region: string): Promise<PerStack> {
  const destroyed = new Map<StackName, number>();
  for (const stack of STACKS.toReversed()) {
    const run = await play.terraform.destroy(stack);
    demand(play, run, 'destroy', stack);
    destroyed.set(stack, run.remove);
    told(play, stack, `${String(run.remove)} resources destroyed`, true, run.milliseconds);
    if (stack !== 'nodes') continue;
    await play.machines.whenSettled();
    const names = await play.operator.deregisterLeft(region);
    if (names.length > 0)
      told(play, 'nodes', `${names.join(', ')} left registered; deregistered by hand`, false);
  }
  return destroyed;
}

function countTypes(world: World): Counts {
  const counts: Record<string, number> = {};
  for (const { type } of world.objects.list()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** Says what is left in the world, and whether that is nothing. */
function tellLeft(play: Play, left: Counts, applied: number): boolean {
  const types = Object.entries(left);
  const isEmpty = types.length === 0;
  const rest = types.map(([type, count]) => `${String(count)} ${type}`).join(', ');
  told(play, 'world', `${isEmpty ? 'empty' : `not empty: ${rest}`}, of ${String(applied)} objects`, isEmpty);
  return isEmpty;
}

/** With --keep: how to run Terraform in what is left. */
function tellKept(play: Play, environment: Readonly<Record<string, string>>): true {
  const file = join(play.world.directory, 'environment', 'environment.sh');
  const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const lines = Object.entries(environment).map(
    ([name, value]) => `export ${name}=${quote(value)}
`,
  );
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  told(play, 'world', `kept: ${String(play.world.objects.list().length)} objects`);
  play.terminal.line(`    disks and consoles of the VMs: ${join(play.world.directory, DISKS)}`);
  play.terminal.line(`    . ${file} && cd ${play.terraform.folder('nodes')} && terraform plan`);
  return true;
}
