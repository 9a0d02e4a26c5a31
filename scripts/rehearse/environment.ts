import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMachines, type RunningMachines } from '#simulator/machines/start.js';
import { SIMULATED_ACCOUNTS, type World } from '#simulator/world/world.js';
import { NODE_FAULTS, watchNodes, type NodeFigure } from './environment-nodes.ts';
import { OPERATOR, startOperator, type ActivationPlace, type Operator } from './environment-operator.ts';
import {
  createEnvironmentTerraform,
  STACKS,
  type EnvironmentTerraform,
  type StackName,
  type StackRun,
} from './environment-terraform.ts';
import { rehearsalErrors } from './errors.ts';
import { seconds } from './follow.ts';
import type { RehearsalOptions } from './options.ts';
import type { Stage } from './stage.ts';
import type { Terminal } from './terminal.ts';

/** Values of this environment: the smallest that shows two pools, and a vault that may vanish with the environment. */
const VALUES: Readonly<Record<StackName, string>> = {
  foundation: `name = "acme"

activation_secret_writers  = { operator = "${OPERATOR}" }
key_vault_purge_protection = false
`,
  cluster: `namespaces = { shop = {} }
`,
  nodes: `azure_subscription_id = "${SIMULATED_ACCOUNTS.subscriptionId}"

pools = {
  general = { count = 3, labels = { tier = "general" } }
  spot = {
    count  = 1
    spot   = {}
    labels = { tier = "spot" }
    taints = [{ key = "spot", value = "true", effect = "NoSchedule" }]
  }
}
`,
};

/** Nodes of these pools. */
const NODES = 4;

/** Faults that make Terraform fail once: what the first try left is completed by a second one. */
const TERRAFORM_FAULTS = ['plan-error', 'apply-error', 'helm-release-failed'];

/** Object types of the world's, Terraform's or not, by how many there are. */
type Counts = Readonly<Record<string, number>>;

/** What the rehearsal of an environment came to; written to `environment.json`. */
export interface EnvironmentFigures {
  readonly stacks: Readonly<Record<StackName, StackFigures>>;
  readonly nodes: readonly NodeFigure[];
  /** Resources that Terraform made in all stacks. */
  readonly resources: number;
  /** Objects of the simulated clouds when all was applied, and after everything was destroyed. */
  readonly objects: { readonly applied: number; readonly left: Counts };
  readonly seconds: number;
}

interface StackFigures {
  readonly created: number;
  /** Changes in the second plan; undefined when it was not made. */
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
    } finally {
      await operator.close();
    }
  } finally {
    process.off('SIGINT', interrupt);
    if (options.keep) renameSync(disks, join(world.directory, 'disks'));
    await machines.stop();
  }
}

async function perform(play: Play, environment: Readonly<Record<string, string>>): Promise<boolean> {
  const { world, options, terminal } = play;
  const started = performance.now();
  const created = new Map<StackName, number>();
  for (const stack of ['foundation', 'cluster'] as const) created.set(stack, await applyStack(play, stack));
  const place = await placeOf(play);
  const activation = await play.operator.mint(place, NODES);
  told(play, 'activation', `for ${String(NODES)} nodes minted and put into Key Vault ${place.vault}`);
  const watch = watchNodes(world, play.machines, terminal, options.verbose);
  try {
    created.set('nodes', await applyStack(play, 'nodes'));
    const nodes = await watch.finish();
    const joined = judgeNodes(play, nodes);
    await play.operator.revoke(place, activation);
    told(play, 'activation', 'revoked, the secret deleted');
    const secondPlans = await planAgain(play);
    const applied = world.objects.list().length;
    const destroyed = options.keep ? undefined : await destroyAll(play, place.region);
    const left = options.keep ? undefined : countTypes(world);
    const figures: EnvironmentFigures = {
      stacks: Object.fromEntries(
        STACKS.map((stack) => [
          stack,
          {
            created: created.get(stack) ?? 0,
            secondPlan: secondPlans.get(stack),
            destroyed: destroyed?.get(stack),
          },
        ]),
      ) as Record<StackName, StackFigures>,
      nodes,
      resources: [...created.values()].reduce((sum, count) => sum + count, 0),
      objects: { applied, left: left ?? {} },
      seconds: (performance.now() - started) / 1000,
    };
    writeFileSync(join(options.out, 'environment.json'), `${JSON.stringify(figures, undefined, 2)}\n`);
    const isEmpty = left === undefined ? tellKept(play, environment) : tellLeft(play, left, applied);
    terminal.line(
      `  ${String(figures.resources)} resources, ${String(nodes.length)} VMs in ${seconds(performance.now() - started)}`,
    );
    return joined && isEmpty && [...secondPlans.values()].every((changes) => changes === 0);
  } finally {
    watch.stop();
  }
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
    told(play, stack, `${run.errors.join('; ')}, as the fault would have it; applied again`, false);
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
  const because = !isWhole && isFault ? ', as the fault would have it' : '';
  told(play, 'nodes', `${String(ready)} of ${String(NODES)} nodes Ready${because}`, isWhole);
  return isWhole !== isFault;
}

/** Plans each stack a second time; gives the number of changes in each. */
async function planAgain(play: Play): Promise<ReadonlyMap<StackName, number>> {
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
async function destroyAll(play: Play, region: string): Promise<ReadonlyMap<StackName, number>> {
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
  play.terminal.line(`    . ${file} && cd ${play.terraform.folder('nodes')} && terraform plan`);
  return true;
}
