import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rehearseCleanup } from './cleanup.ts';
import { requireVmPrograms, STACKS } from './environment-terraform.ts';
import { type Life, madeObjects, readState, startLife, writeFigures } from './life.ts';
import { rehearseNetwork } from './network.ts';
import { rehearseNights } from './nights.ts';
import { rehearseNodes, stopMachines } from './nodes.ts';
import type { RehearsalOptions } from './options.ts';
import { rehearsePullRequest } from './pull-request.ts';
import { PLATFORM } from './repository.ts';
import type { ScenarioName } from './scenarios.ts';
import type { Stage } from './stage.ts';
import { rehearseTeardown } from './teardown.ts';
import type { Terminal } from './terminal.ts';

interface Act {
  readonly play: (life: Life) => Promise<boolean>;
  /** Whether it can be played on what the acts before it left. */
  readonly isPossible: (life: Life) => boolean;
}

const ACTS: Readonly<Record<ScenarioName, Act>> = {
  'pull-request': { play: rehearsePullRequest, isPossible: () => true },
  network: { play: rehearseNetwork, isPossible: () => true },
  nodes: { play: rehearseNodes, isPossible: ({ hasNetwork }) => hasNetwork },
  nights: { play: rehearseNights, isPossible: ({ hasNetwork }) => hasNetwork },
  cleanup: {
    play: rehearseCleanup,
    isPossible: ({ nodes }) => nodes.length > 0 && nodes.every(({ ready }) => ready),
  },
  teardown: { play: rehearseTeardown, isPossible: ({ hasBegun }) => hasBegun },
};

/** Rehearses what was asked for, one act after the other in one life. Returns whether all of it went as it should. */
export async function rehearse(
  stage: Stage,
  options: RehearsalOptions,
  terminal: Terminal,
): Promise<boolean> {
  if (options.scenarios.includes('nodes')) requireVmPrograms();
  const life = startLife(stage, options, terminal);
  const scenarios = options.scenarios.filter((name) => !(options.keep && name === 'teardown'));
  let good = true;
  try {
    for (const name of scenarios) {
      const { play, isPossible } = ACTS[name];
      if (isPossible(life)) good = (await play(life)) && good;
      else
        terminal.line(
          `\n${terminal.yellow(`Left out, because the apply before it did not succeed: ${name}`)}`,
        );
      if (name !== 'teardown') takeStock(life);
    }
    if (options.keep) tellKept(life);
  } finally {
    await stopMachines(life);
    if (life.hasBegun) writeFigures(life);
  }
  return good;
}

/** What stands by now, for the figures. */
function takeStock(life: Life): void {
  const states = STACKS.map((stack) => [stack, readState(life.stage, stack)] as const);
  life.stacks = Object.fromEntries(states.map(([stack, { resources }]) => [stack, resources]));
  life.applied = Object.values(madeObjects(life)).reduce((sum, count) => sum + count, 0);
  const costs = states.flatMap(([, { outputs }]) => {
    const cost = outputs['monthly_cost'] as { readonly monthly?: number } | undefined;
    return cost?.monthly === undefined ? [] : [cost.monthly];
  });
  life.monthlyCost = costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost, 0);
}

/** With --keep: how to run Terraform on what stands. */
function tellKept({ stage, terminal, applied, machines }: Life): void {
  const { directory } = stage.world;
  const file = join(directory, 'environment.sh');
  const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const lines = Object.entries(stage.machineEnvironment).map(
    ([name, value]) => `export ${name}=${quote(value)}\n`,
  );
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  terminal.line('');
  terminal.line(`Kept: ${String(applied)} objects of the simulated clouds. To run Terraform on them:`);
  const git = stage.github.repository(PLATFORM).git.directory;
  terminal.line(`  git clone ${git} platform && cd platform/terraform/stacks/foundation`);
  terminal.line(`  . ${file} && terraform init && terraform plan`);
  if (machines !== undefined) terminal.line(`Disks and consoles of the VMs: ${join(directory, 'disks')}`);
}
