import { createHash } from 'node:crypto';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { createGitHubDoor, type GitHubDoor } from '#lib/github/client.js';
import { closeIssue, keepIssue, readIssueBoard, type KeptIssue } from '#lib/github/marked-issue.js';
import { readNightlyHistory, workflowOfRun, type NightlyHistory } from '#lib/github/nightly-runs.js';
import { nightlyDocument, type NightlyDocument } from '#lib/report/nightly-document.js';
import type { Inputs } from './inputs.ts';
import { adviceFor, issueBody, summarize, verdictOf } from './texts.ts';

const HOUR_MS = 3_600_000;
/** There is one issue for each workflow; a label that others use as well is no reason to be silent. */
const MOST_ISSUES = 10_000;

/**
 * Tells whether the checks are due and whether nights were missed. That the issue could not be kept fails the step after
 * its outputs are written: the checks themselves do not depend on it.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const door = createGitHubDoor(inputs.githubToken, deps);
  const { runId } = deps.github;
  const workflow = inputs.workflow ?? (await workflowOfRun(door, runId));
  const history = await readNightlyHistory(door, workflow, runId);
  const found = documentOf(history, inputs, deps);
  const { document, failure } = await withIssue(door, found, inputs);
  const verdict = verdictOf(document);
  if (document.missed) deps.log.warning(`${verdict} ${adviceFor(document)}`);
  else deps.log.info(verdict);
  deps.log.info(document.reason);
  return {
    outputs: {
      due: document.due,
      'previous-run-id': document.previous?.id ?? '',
      'last-success': document.lastGood?.startedAt ?? '',
      missed: document.missed,
      'issue-number': document.issue?.number ?? '',
      'issue-action': document.issue?.action ?? '',
    },
    report: { fileName: 'nightly.json', document },
    summary: [{ markdown: summarize(document) }],
    ...(failure === undefined ? {} : { failure }),
  };
}

function documentOf(
  { workflow, state, lastGood, previous, since, runs }: NightlyHistory,
  { onceWithinMs, maxAgeMs }: Inputs,
  { clock, github }: ActionDeps,
): NightlyDocument {
  const now = clock.now();
  const age = Math.max(0, now - Date.parse(since));
  return nightlyDocument.create({
    workflow,
    state,
    ...dueOf(lastGood, onceWithinMs, now, github),
    lastGood,
    previous,
    runs,
    missed: age > maxAgeMs,
    ageHours: Math.round((age / HOUR_MS) * 10) / 10,
    maxAgeHours: maxAgeMs / HOUR_MS,
    issue: null,
    runUrl: github.runUrl,
    generatedAt: new Date(now).toISOString(),
  });
}

function dueOf(
  lastGood: NightlyHistory['lastGood'],
  withinMs: number,
  now: number,
  { eventName, runAttempt }: ActionDeps['github'],
): Pick<NightlyDocument, 'due' | 'reason'> {
  if (eventName === 'workflow_dispatch') return { due: true, reason: 'The run was started by hand.' };
  if (runAttempt > 1) return { due: true, reason: 'The run was started again by hand.' };
  if (lastGood === null) return { due: true, reason: 'No earlier run that made the checks has succeeded.' };
  const isRecent = now - Date.parse(lastGood.startedAt) <= withinMs;
  return isRecent
    ? { due: false, reason: `Run ${String(lastGood.id)} has made the checks at ${lastGood.startedAt}.` }
    : { due: true, reason: `The checks were last made at ${lastGood.startedAt}.` };
}

async function withIssue(
  door: GitHubDoor,
  document: NightlyDocument,
  { label }: Inputs,
): Promise<{ readonly document: NightlyDocument; readonly failure?: ActionError }> {
  try {
    const { action, number, url } = await keep(door, document, label);
    return { document: { ...document, issue: { action, number, url } } };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { document, failure: error };
  }
}

async function keep(door: GitHubDoor, document: NightlyDocument, label: string): Promise<KeptIssue> {
  const board = await readIssueBoard(door, label);
  const { workflow, lastGood, state, missed, runUrl } = document;
  const key = `nightly id=${encodeURIComponent(workflow)}`;
  if (!missed) {
    const reason = `The nightly checks run again: ${verdictOf(document)} ([run](${runUrl}))`;
    return closeIssue(door, board, key, reason);
  }
  const text = {
    key,
    fingerprint: `nightly-v1:${createHash('sha256')
      .update(JSON.stringify([workflow, lastGood?.id ?? null, state]))
      .digest('hex')}`,
    title: `Nightly checks missed: ${workflow}`,
    body: issueBody(document),
    comment: `${verdictOf(document)} ${adviceFor(document)} ([run](${runUrl}))`,
  };
  return keepIssue(door, board, text, MOST_ISSUES);
}
