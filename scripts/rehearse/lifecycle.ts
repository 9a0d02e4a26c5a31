import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Conclusion, WorkflowRunResult } from '#simulator/runner/events.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { review } from '#simulator/world/github-environments.js';
import type { ObjectValue, WorldObject } from '#simulator/terraform-provider/engine/types.js';
import { createFollower, seconds } from './follow.ts';
import type { RehearsalOptions } from './options.ts';
import { networkPullRequest } from './pull-request.ts';
import { APPROVER, PLATFORM } from './repository.ts';
import type { Stage } from './stage.ts';
import type { Terminal } from './terminal.ts';

const CALLER = (name: string) => `.github/workflows/hybrid-${name}.yml`;
const NIGHT: RunTrigger = { name: 'schedule', cron: '17 1 * * *' };
const HOUR_MS = 3_600_000;

/** Value of the tag `environment` of all that the stack foundation makes. */
const ENVIRONMENT = 'acme';

/** What the rehearsal of a life came to; written to `lifecycle.json`. */
export interface LifecycleFigures {
  /** Each run in order: what it was for, and how it ended. */
  readonly runs: readonly {
    readonly title: string;
    readonly conclusion: Conclusion;
    readonly seconds: number;
  }[];
  /** Objects of the simulated clouds after the apply, and after the teardown (not with --keep at the end). */
  readonly objects: { readonly applied: number; readonly left: number | undefined };
  /** State of the drift issue after each night. */
  readonly issues: readonly string[];
}

interface Life {
  readonly stage: Stage;
  readonly options: RehearsalOptions;
  readonly terminal: Terminal;
  readonly runs: LifecycleFigures['runs'][number][];
}

/**
 * The life of an environment, through workflows alone: the reviewed pull request is merged and applied, a change by hand
 * is found in the night and its issue closes once that is undone, and the teardown proves that nothing is left. Returns
 * whether all of it ended as it should.
 */
export async function rehearseLifecycle(
  stage: Stage,
  options: RehearsalOptions,
  terminal: Terminal,
): Promise<boolean> {
  const life: Life = { stage, options, terminal, runs: [] };
  const number = await networkPullRequest(stage, options, terminal);
  await stage.github.mergePullRequest(PLATFORM, number, APPROVER);
  const isApplied = await perform(
    life,
    'The pull request is merged, and its reviewed plan applied',
    'apply',
    {
      name: 'workflow_dispatch',
      inputs: { 'pull-request': String(number), environment: 'apply' },
    },
  );
  const applied = stage.world.objects.list().length;
  const issues: string[] = [];
  const hasNights = isApplied && (await rehearseNights(life, issues));
  const isKept = options.keep && options.scenarios.at(-1) === 'lifecycle';
  const isGone = isKept || (await rehearseTeardown(life));
  const left = isKept ? undefined : stage.world.objects.list().length;
  if (left !== undefined) {
    const text = `${left === 0 ? 'Nothing is' : `${String(left)} objects are`} left in the simulated clouds, of ${String(applied)} objects`;
    terminal.line(`  ${left === 0 ? text : terminal.red(text)}`);
  }
  const figures: LifecycleFigures = { runs: life.runs, objects: { applied, left }, issues };
  writeFileSync(join(options.out, 'lifecycle.json'), `${JSON.stringify(figures, undefined, 2)}\n`);
  return isApplied && hasNights && isGone && (left ?? 0) === 0;
}

/** Three nights: clean, after a change by hand, and after that was undone. */
async function rehearseNights(life: Life, issues: string[]): Promise<boolean> {
  const { world } = life.stage;
  const titles = [
    'The first night: nothing has drifted',
    'Somebody changes the tags of the VPC by hand, and the next night tells',
    'The change is undone, and the night after closes the issue',
  ];
  const expected = ['none', 'open', 'closed'];
  let good = true;
  let before: WorldObject['attributes'] | undefined;
  for (const [index, title] of titles.entries()) {
    const [vpc] = world.objects.list('aws_vpc');
    if (vpc === undefined) return false;
    if (index === 1) {
      before = vpc.attributes;
      const tags = { ...(before['tags'] as ObjectValue), Owner: 'somebody' };
      const all = { ...(before['tags_all'] as ObjectValue), Owner: 'somebody' };
      world.objects.patch(vpc.key, { tags, tags_all: all });
    } else if (index === 2 && before !== undefined) {
      const { tags = null, tags_all: all = null } = before;
      world.objects.patch(vpc.key, { tags, tags_all: all });
    }
    passADay(life.stage);
    good = (await perform(life, title, 'nightly', NIGHT)) && good;
    issues.push(tellIssue(life));
  }
  return good && issues.join() === expected.join();
}

/** The clock of the world is that of the machine: instead of waiting, every run so far becomes a day older. */
function passADay({ github }: Stage): void {
  for (const run of github.repository(PLATFORM).runs.values())
    run.startedAt = new Date(Date.parse(run.startedAt) - 24 * HOUR_MS).toISOString();
}

/** Shows the issue about drift; gives its state. */
function tellIssue({ stage, terminal }: Life): string {
  const issue = [...stage.github.repository(PLATFORM).issues.values()].find(
    ({ pull, title }) => pull === undefined && title.startsWith('Drift: '),
  );
  const state = issue?.state ?? 'none';
  const text =
    issue === undefined
      ? 'There is no issue about drift.'
      : `Issue #${String(issue.number)} "${issue.title}" is ${state}.`;
  terminal.line(`  ${text}`);
  const told = state === 'open' ? /^[!+-] .*$/m.exec(issue?.body ?? '')?.[0] : undefined;
  if (told !== undefined) terminal.line(terminal.dim(`    ${told}`));
  return state;
}

function rehearseTeardown(life: Life): Promise<boolean> {
  return perform(life, 'The environment is torn down, and both clouds are asked what is left', 'teardown', {
    name: 'workflow_dispatch',
    inputs: { name: ENVIRONMENT, confirm: ENVIRONMENT },
  });
}

/** Runs one caller workflow; a job that waits is approved. Returns whether the run succeeded. */
async function perform(life: Life, title: string, caller: string, trigger: RunTrigger): Promise<boolean> {
  const { stage, options, terminal } = life;
  const { github } = stage;
  terminal.line('');
  terminal.line(terminal.bold(title));
  const identity = await github.queueRun({ repository: PLATFORM, workflowPath: CALLER(caller), trigger });
  const follow = createFollower(terminal, options.verbose);
  const result = await stage.run(identity, (event) => {
    follow(event);
    if (event.type !== 'job-waiting' || !event.reason.startsWith('Waiting for review')) return;
    const run = github.run(identity);
    const environments = run.pending.map(({ environment }) => environment.name);
    terminal.line(`    ${APPROVER} approves ${environments.join(', ')}`);
    review(run, { environments, verdict: 'approved', user: github.user(APPROVER) });
  });
  life.runs.push({ title, conclusion: result.conclusion, seconds: result.milliseconds / 1000 });
  terminal.line(runLine(terminal, result));
  return result.conclusion === 'success';
}

function runLine(terminal: Terminal, { conclusion, milliseconds }: WorkflowRunResult): string {
  const time = seconds(milliseconds);
  if (conclusion === 'success') return `  Run ${terminal.green(conclusion)} in ${time}`;
  return `  Run ${terminal.red(conclusion)} in ${time}; it should have ended in success`;
}
