import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunningMachines } from '#simulator/machines/start.js';
import type { Conclusion, WorkflowRunResult } from '#simulator/runner/events.js';
import type { RunIdentity } from '#simulator/runner/host.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { review } from '#simulator/world/github-environments.js';
import type { CleanupFigure } from './cleanup.ts';
import type { NodeFigure } from './environment-nodes.ts';
import type { StackName } from './environment-terraform.ts';
import { rehearsalErrors } from './errors.ts';
import { createFollower, seconds } from './follow.ts';
import type { LinkFigure } from './link.ts';
import type { RehearsalOptions } from './options.ts';
import type { PodsFigure } from './pods.ts';
import { APPROVER, PLATFORM } from './repository.ts';
import type { Stage } from './stage.ts';
import type { Terminal } from './terminal.ts';

/** What the rehearsal of a life came to; written to `life.json`. */
export interface LifeFigures {
  /** Each run after the pull request's own, in order: what it was for, and how it ended. */
  readonly runs: readonly RunFigure[];
  /** Resources of each applied stack. */
  readonly stacks: Readonly<Partial<Record<StackName, number>>>;
  /** What became of each VM. */
  readonly nodes: readonly NodeFigure[];
  /** What the probes of the pods came to; undefined when nobody looked. */
  readonly pods: PodsFigure | undefined;
  /** What was found of the link after the apply of the network, and in each night. */
  readonly links: readonly LinkFigure[];
  /** State of the issue about drift after each night. */
  readonly issues: readonly string[];
  /** State of the issue about the link after each night. */
  readonly linkIssues: readonly string[];
  /** What each run of the cleanup made of the idle node. */
  readonly cleanup: readonly CleanupFigure[];
  /** List price of what was applied, US dollars a month; undefined where nothing says. */
  readonly monthlyCost: number | undefined;
  /** Objects of the simulated clouds before the teardown, and types of those after it (undefined without one). */
  readonly objects: {
    readonly applied: number;
    readonly left: Readonly<Record<string, number>> | undefined;
  };
  readonly seconds: number;
}

export interface RunFigure {
  readonly title: string;
  readonly conclusion: Conclusion;
  readonly seconds: number;
}

/** One life under way: each act plays on what the acts before it left. */
export interface Life {
  readonly stage: Stage;
  readonly options: RehearsalOptions;
  readonly terminal: Terminal;
  readonly runs: RunFigure[];
  readonly links: LinkFigure[];
  readonly issues: string[];
  readonly linkIssues: string[];
  readonly cleanup: CleanupFigure[];
  readonly started: number;
  /** Keys of objects that were there before anything was applied. */
  readonly before: ReadonlySet<string>;
  /** Whether an apply was started, and whether the foundation stands. */
  hasBegun: boolean;
  hasNetwork: boolean;
  machines: RunningMachines | undefined;
  nodes: readonly NodeFigure[];
  pods: PodsFigure | undefined;
  stacks: LifeFigures['stacks'];
  monthlyCost: number | undefined;
  applied: number;
  left: LifeFigures['objects']['left'];
}

export function startLife(stage: Stage, options: RehearsalOptions, terminal: Terminal): Life {
  return {
    stage,
    options,
    terminal,
    runs: [],
    links: [],
    issues: [],
    linkIssues: [],
    cleanup: [],
    started: performance.now(),
    before: new Set(stage.world.objects.list().map(({ key }) => key)),
    hasBegun: false,
    hasNetwork: false,
    machines: undefined,
    nodes: [],
    pods: undefined,
    stacks: {},
    monthlyCost: undefined,
    applied: 0,
    left: undefined,
  };
}

export function writeFigures(life: Life): void {
  const { links, linkIssues } = life;
  const { options, runs, stacks, nodes, pods, issues, cleanup, monthlyCost, applied, left, started } = life;
  const figures: LifeFigures = {
    runs,
    stacks,
    nodes,
    pods,
    links,
    issues,
    linkIssues,
    cleanup,
    monthlyCost,
    objects: { applied, left },
    seconds: (performance.now() - started) / 1000,
  };
  writeFileSync(join(options.out, 'life.json'), `${JSON.stringify(figures, undefined, 2)}\n`);
}

/** Objects of the clouds that the life has made, by type. */
export function madeObjects({ stage, before }: Life): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { key, type } of stage.world.objects.list())
    if (!before.has(key)) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** What a stack's state holds. */
export interface StackState {
  /** Resources, without data sources. */
  readonly resources: number;
  readonly outputs: Readonly<Record<string, unknown>>;
}

interface StateFile {
  readonly outputs?: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources?: readonly { readonly mode?: string; readonly instances?: readonly unknown[] }[];
}

/** Reads the state of a stack where its backend keeps it; empty while there is none. */
export function readState({ statePath }: Stage, stack: StackName): StackState {
  const path = join(dirname(statePath), `${stack}.tfstate`);
  if (!existsSync(path)) return { resources: 0, outputs: {} };
  const { outputs = {}, resources = [] } = JSON.parse(readFileSync(path, 'utf8')) as StateFile;
  return {
    resources: resources
      .filter(({ mode }) => mode === 'managed')
      .reduce((sum, { instances = [] }) => sum + instances.length, 0),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value])),
  };
}

export interface Run {
  readonly title: string;
  /** `plan`, `apply`, `nightly`, `node-cleanup` or `teardown`. */
  readonly caller: string;
  readonly trigger: RunTrigger;
  /** Why it fails as it should because of what a fault did before; undefined where it should succeed. */
  readonly expectedFailure?: string | undefined;
}

export interface RunOutcome {
  readonly identity: RunIdentity;
  readonly succeeded: boolean;
  /** Whether it ended as it should: in success, or otherwise because a fault struck in it. */
  readonly isAsItShould: boolean;
}

/** Runs one caller workflow; a job that waits is approved. EHA1955 when it was interrupted. */
export async function perform(life: Life, asked: Run): Promise<RunOutcome> {
  const { title, caller, trigger, expectedFailure } = asked;
  const { stage, options, terminal, runs } = life;
  terminal.line('');
  terminal.line(terminal.bold(title));
  const before = strikes(life);
  const workflowPath = `.github/workflows/hybrid-${caller}.yml`;
  const identity = await stage.github.queueRun({ repository: PLATFORM, workflowPath, trigger });
  const follow = createFollower(terminal, options.verbose);
  const result = await stage.run(identity, (event) => {
    follow(event);
    if (event.type === 'job-waiting' && event.reason.startsWith('Waiting for review'))
      approve(life, identity);
  });
  if (stage.isInterrupted()) throw rehearsalErrors.EHA1955(`the run "${title}" was under way`);
  const isStruck = strikes(life) > before;
  const because = isStruck ? ', as the fault would have it' : expectedFailure;
  runs.push({ title, conclusion: result.conclusion, seconds: result.milliseconds / 1000 });
  terminal.line(runLine(terminal, result, because));
  const succeeded = result.conclusion === 'success';
  return { identity, succeeded, isAsItShould: succeeded || because !== undefined };
}

function approve({ stage: { github }, terminal }: Life, identity: RunIdentity): void {
  const run = github.run(identity);
  const environments = run.pending.map(({ environment }) => environment.name);
  terminal.line(`    ${APPROVER} approves ${environments.join(', ')}`);
  review(run, { environments, verdict: 'approved', user: github.user(APPROVER) });
}

function strikes({ stage, options }: Life): number {
  return options.faults.reduce((sum, fault) => sum + stage.world.faults.count(fault), 0);
}

function runLine(
  terminal: Terminal,
  { conclusion, milliseconds }: WorkflowRunResult,
  because: string | undefined,
): string {
  const time = seconds(milliseconds);
  if (conclusion === 'success') return `  Run ${terminal.green(conclusion)} in ${time}`;
  return `  Run ${terminal.red(conclusion)} in ${time}${because ?? '; it should have ended in success'}`;
}

/** One line of the story: mark, and what happened. */
export function told({ terminal }: Life, text: string, good = true): void {
  terminal.line(`  ${good ? terminal.green('✓') : terminal.yellow('!')} ${text}`);
}
