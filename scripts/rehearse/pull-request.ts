import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Conclusion, WorkflowRunResult } from '#simulator/runner/events.js';
import type { RunIdentity } from '#simulator/runner/host.js';
import type { RunTrigger } from '#simulator/world/github-actions.js';
import { commentPage, type CommentVersion } from './comment-page.ts';
import { commentForTerminal } from './comment-terminal.ts';
import { NODE_FAULTS } from './environment-nodes.ts';
import { rehearsalErrors } from './errors.ts';
import { createFollower, seconds } from './follow.ts';
import { type Life, perform as performRun } from './life.ts';
import {
  BUNDLE_KEY,
  createPlatformRepository,
  openNetworkPullRequest,
  PLATFORM,
  pushConflictingPods,
  pushFreePods,
} from './repository.ts';
import type { RehearsalOptions } from './options.ts';
import type { Stage } from './stage.ts';
import { holdStateLock } from './state-lock.ts';
import type { Terminal } from './terminal.ts';

const WORKFLOW = '.github/workflows/hybrid-plan.yml';

/** A rehearsal does not wait two minutes for a lock that is never let go. */
const LOCKED_WAIT = '5s';

/** A terminal is for the gist of a list; the page and the Markdown file have it whole. */
const MOST_ITEMS = 8;

/** How a run has to end when a fault struck in it; with any other fault it has to succeed all the same. */
const EXPECTED: Readonly<Record<string, Conclusion>> = {
  'plan-error': 'failure',
  'state-locked': 'failure',
  'github-forbidden': 'failure',
  cancelled: 'cancelled',
};

/** Set up before the first run and there in every one, so nothing counts its strikes. */
const ALWAYS_STRIKES: ReadonlySet<string> = new Set(['state-locked']);

interface Act {
  readonly title: string;
  readonly trigger: RunTrigger;
  /** How the run has to end when no fault strikes. */
  readonly expected: Conclusion;
}

/**
 * A pull request adds the network of both clouds, a second push gives pods the addresses of the office, which the address
 * check has to notice, and a third one repairs that. After each push the workflow file of the platform repository runs
 * and the one comment is shown. Returns whether everything ended as it should.
 */
export async function rehearsePullRequest({ stage, options, terminal }: Life): Promise<boolean> {
  const isLocked = options.faults.includes('state-locked');
  const checkout = await preparePlatform(stage, options);
  const release = isLocked ? await holdStateLock(stage) : undefined;
  try {
    const number = await openNetworkPullRequest(stage.github, checkout, stage.statePath);
    const versions: CommentVersion[] = [];
    const opened: Act = {
      title: `A pull request adds the network of both clouds (${PLATFORM}#${String(number)})`,
      trigger: { name: 'pull_request', number, action: 'opened' },
      expected: 'success',
    };
    const first = await perform(stage, options, terminal, opened, versions);
    const pushes = [
      {
        title: 'A second push gives pods the addresses of the office, which Terraform cannot know',
        push: pushConflictingPods,
        expected: 'failure',
      },
      { title: 'A third push moves the pods to free addresses', push: pushFreePods, expected: 'success' },
    ] as const;
    let good = first;
    for (const { title, push, expected } of pushes) {
      const { before } = await push(stage.github, number);
      const trigger = { name: 'pull_request', number, action: 'synchronize', before } as const;
      good = (await perform(stage, options, terminal, { title, trigger, expected }, versions)) && good;
    }
    writePage(options.out, versions);
    return good;
  } finally {
    await release?.();
  }
}

/** Simulated VMs are ready in seconds; those that a fault keeps from it are not waited for long. */
const NODES_WAIT = { usual: '90s', faulty: '20s' } as const;

/** The platform team's repository with the key of its plans, and its checkout, which becomes the pull request. */
async function preparePlatform(stage: Stage, { faults }: RehearsalOptions): Promise<string> {
  const checkout = stage.folder('platform');
  const { suiteSha, mirror } = stage;
  await createPlatformRepository(stage.github, checkout, {
    suiteSha,
    mirror,
    lockTimeout: faults.includes('state-locked') ? LOCKED_WAIT : undefined,
    nodesTimeout: faults.some((fault) => NODE_FAULTS.has(fault)) ? NODES_WAIT.faulty : NODES_WAIT.usual,
  });
  stage.github.setSecret(PLATFORM, BUNDLE_KEY, randomBytes(24).toString('base64'));
  return checkout;
}

/**
 * Number of the pull request with the network, with a plan of its newest commit that succeeded; the one that
 * {@link rehearsePullRequest} left where that was rehearsed, else a new one. Undefined when it cannot be planned.
 */
export async function reviewedPullRequest(life: Life): Promise<number | undefined> {
  const { stage, options } = life;
  const { github } = stage;
  const known = github.findRepository(PLATFORM);
  const open = [...(known?.issues.values() ?? [])].find(
    ({ pull, state }) => pull !== undefined && state === 'open',
  );
  const last = [...(known?.runs.values() ?? [])].at(-1);
  if (open !== undefined && last?.conclusion === 'success') return open.number;
  const number =
    open?.number ??
    (await openNetworkPullRequest(github, await preparePlatform(stage, options), stage.statePath));
  const trigger = { name: 'pull_request', number, action: 'opened' } as const;
  const title =
    open === undefined
      ? `A pull request adds the network of both clouds (${PLATFORM}#${String(number)})`
      : 'It is planned again';
  const planned = await performRun(life, { title, caller: 'plan', trigger });
  if (planned.succeeded || !planned.isAsItShould) return planned.succeeded ? number : undefined;
  const again = await performRun(life, { title: 'It is planned again', caller: 'plan', trigger });
  return again.succeeded ? number : undefined;
}

async function perform(
  stage: Stage,
  options: RehearsalOptions,
  terminal: Terminal,
  { title, trigger, expected: usual }: Act,
  versions: CommentVersion[],
): Promise<boolean> {
  terminal.line('');
  terminal.line(terminal.bold(title));
  const identity = await stage.github.queueRun({ repository: PLATFORM, workflowPath: WORKFLOW, trigger });
  const before = strikes(options.faults, stage);
  const stopWatching = cancelOncePlanning(stage, identity);
  const result = await stage.run(identity, createFollower(terminal, options.verbose));
  stopWatching();
  if (stage.isInterrupted()) throw rehearsalErrors.EHA1955(`the run "${title}" was under way`);
  const struck = options.faults.filter(
    (fault) => ALWAYS_STRIKES.has(fault) || stage.world.faults.count(fault) > (before.get(fault) ?? 0),
  );
  const expected =
    struck.map((fault) => EXPECTED[fault]).find((conclusion) => conclusion !== undefined) ?? usual;
  terminal.line(runLine(terminal, result, expected, usual));
  if (result.conclusion === 'cancelled') {
    terminal.line(
      isStateLocked(stage)
        ? terminal.red('  The state lock was left behind.')
        : '  No state lock was left behind.',
    );
  }
  if (trigger.name === 'pull_request') showComment(stage, options, terminal, trigger.number, title, versions);
  return result.conclusion === expected;
}

/** How often to look whether Terraform holds the lock: a plan of this stack takes about a second. */
const WATCH_INTERVAL_MS = 20;

/** With the fault `cancelled`: cancels the run at the worst moment, while Terraform holds the state lock. */
function cancelOncePlanning(stage: Stage, identity: RunIdentity): () => void {
  const timer = setInterval(() => {
    if (isStateLocked(stage) && stage.world.faults.strikes('cancelled', 1)) stage.github.cancelRun(identity);
  }, WATCH_INTERVAL_MS);
  return () => {
    clearInterval(timer);
  };
}

/** Terraform's local backend keeps this file beside the state for as long as it holds the lock. */
function isStateLocked(stage: Stage): boolean {
  const { dir, base } = parse(stage.statePath);
  return existsSync(join(dir, `.${base}.lock.info`));
}

function strikes(faults: readonly string[], stage: Stage): ReadonlyMap<string, number> {
  return new Map(faults.map((fault) => [fault, stage.world.faults.count(fault)]));
}

function runLine(
  terminal: Terminal,
  result: WorkflowRunResult,
  expected: Conclusion,
  usual: Conclusion,
): string {
  const time = seconds(result.milliseconds);
  if (result.conclusion === expected) {
    const because =
      expected !== usual
        ? ', as the fault would have it'
        : expected === 'failure'
          ? ': the address check stopped it, as it should'
          : '';
    return `  Run ${terminal.green(result.conclusion)} in ${time}${because}`;
  }
  return `  Run ${terminal.red(result.conclusion)} in ${time}; it should have ended in ${expected}`;
}

function showComment(
  stage: Stage,
  options: RehearsalOptions,
  terminal: Terminal,
  number: number,
  title: string,
  versions: CommentVersion[],
): void {
  const comments = stage.github.comments(PLATFORM, number).filter((comment) => comment.minimized === null);
  const [comment] = comments;
  if (comment === undefined) {
    terminal.line('  There is no comment on the pull request.');
    return;
  }
  versions.push({ title, markdown: comment.body });
  const file = join(options.out, `comment-${String(versions.length)}.md`);
  writeFileSync(file, comment.body);
  const edits = comment.edits === 0 ? 'new' : `the same comment, updated (${String(comment.edits)}×)`;
  terminal.line('');
  terminal.line(`  ┌─ ${comment.user.login} · ${edits} · ${String(comments.length)} on the pull request`);
  for (const line of commentForTerminal(
    comment.body,
    terminal,
    options.verbose ? Number.POSITIVE_INFINITY : MOST_ITEMS,
  ).split('\n'))
    terminal.line(`  │ ${line}`.trimEnd());
  terminal.line('  └─');
}

function writePage(out: string, versions: readonly CommentVersion[]): void {
  if (versions.length === 0) return;
  writeFileSync(join(out, 'comment.html'), commentPage(`Plan comment on ${PLATFORM}`, versions));
}
