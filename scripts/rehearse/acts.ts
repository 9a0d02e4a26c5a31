import { rehearseEnvironment } from './environment.ts';
import { requireVmPrograms } from './environment-terraform.ts';
import { rehearseLifecycle } from './lifecycle.ts';
import type { RehearsalOptions } from './options.ts';
import { rehearsePullRequest } from './pull-request.ts';
import type { ScenarioName } from './scenarios.ts';
import type { Stage } from './stage.ts';
import type { Terminal } from './terminal.ts';

type Act = (stage: Stage, options: RehearsalOptions, terminal: Terminal) => Promise<boolean>;

const ACTS: Readonly<Record<ScenarioName, Act>> = {
  'pull-request': rehearsePullRequest,
  lifecycle: rehearseLifecycle,
  environment: rehearseEnvironment,
};

/** Rehearses what was asked for, one after the other on the same stage. Returns whether all of it went as it should. */
export async function rehearse(
  stage: Stage,
  options: RehearsalOptions,
  terminal: Terminal,
): Promise<boolean> {
  if (options.scenarios.includes('environment')) requireVmPrograms();
  let good = true;
  for (const name of options.scenarios) good = (await ACTS[name](stage, options, terminal)) && good;
  return good;
}
