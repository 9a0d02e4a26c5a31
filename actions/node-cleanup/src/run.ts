import { createHash } from 'node:crypto';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { cleanupErrors } from '#lib/cleanup/errors.js';
import { planCleanup } from '#lib/cleanup/plan.js';
import { pricesOf } from '#lib/cleanup/prices.js';
import { readFleet } from '#lib/cleanup/read-fleet.js';
import type { CleanupSettings } from '#lib/cleanup/settings.js';
import { isOpen } from '#lib/cleanup/windows.js';
import { createGitHubDoor } from '#lib/github/client.js';
import { closeIssue, keepIssue, type KeptIssue, readIssueBoard } from '#lib/github/marked-issue.js';
import type { CleanupDocument } from '#lib/report/cleanup-document.js';
import { cleanupComment, cleanupIssue } from '#lib/report/cleanup-issue.js';
import { cleanupSummary, cleanupVerdict } from '#lib/report/cleanup-summary.js';
import { documentOf, type Findings } from './document.ts';
import type { Inputs } from './inputs.ts';
import { open } from './open.ts';
import { propose } from './proposal.ts';
import { actByMode } from './ways.ts';

/** There is one issue for each cluster; a label that others use as well is no reason to be silent. */
const MOST_ISSUES = 10_000;

/**
 * Reads everything, judges, acts as far as the mode lets it, and tells. Pull request and issue come after the acts and
 * cannot keep them from happening; where they fail, the step fails after its document was written.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  const opened = await open(inputs, deps);
  const read = await readFleet(opened.doors, opened.scope, deps);
  const now = deps.clock.now();
  const settings: CleanupSettings = {
    ...inputs.settings,
    windowOpen: isOpen(inputs.windows, new Date(now)),
  };
  const planned = planCleanup(read.fleet, settings, pricesOf(inputs.prices), now);
  const { outcomes, stops } = await actByMode(planned, opened, inputs, settings, deps);
  const plan = { ...planned, stops: [...planned.stops, ...stops] };
  const proposal = await attempt(() => propose(plan, inputs, deps));
  const findings: Findings = {
    fleet: read.fleet,
    plan,
    outcomes,
    calls: opened.doors.calls(),
    proposed: proposal.value,
  };
  const found = documentOf(findings, inputs, deps);
  const issue = await attempt(() => keepTracking(found, inputs, deps));
  const document = { ...found, issue: showIssue(issue.value) };
  tell(document, deps);
  const failure = failureOf(document) ?? proposal.failure ?? issue.failure;
  return {
    outputs: outputsOf(document),
    report: { fileName: 'cleanup.json', document },
    summary: cleanupSummary(document),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** A failure that is told later, lest what was done before it go unreported. */
async function attempt<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T | undefined; readonly failure?: ActionError }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { value: undefined, failure: error };
  }
}

/** The one issue about this cluster. Where too little was seen to judge, it stays as it is. */
async function keepTracking(
  document: CleanupDocument,
  { issue, githubToken, label }: Inputs,
  deps: ActionDeps,
): Promise<KeptIssue | undefined> {
  if (!issue || githubToken === undefined || deps.signal.aborted) return undefined;
  if (document.verdict === 'unknown') return undefined;
  const door = createGitHubDoor(githubToken, deps);
  const board = await readIssueBoard(door, label);
  const key = `cleanup id=${encodeURIComponent(document.cluster.name)}`;
  const text = cleanupIssue(document);
  const comment = cleanupComment(document);
  if (text === undefined) return closeIssue(door, board, key, `Nothing is left to clean up. ${comment}`);
  const { title, body, facts } = text;
  const digest = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  return keepIssue(
    door,
    board,
    { key, fingerprint: `cleanup-v1:${digest}`, title, body, comment },
    MOST_ISSUES,
  );
}

function showIssue(kept: KeptIssue | undefined): CleanupDocument['issue'] {
  return kept === undefined ? null : { action: kept.action, number: kept.number, url: kept.url };
}

function tell(document: CleanupDocument, { log }: ActionDeps): void {
  log.info(`Nodes of ${document.cluster.name}: ${cleanupVerdict(document)}.`);
  const calls = Object.entries(document.calls).map(([service, count]) => `${service} ${String(count)}`);
  log.info(`Calls: ${calls.join(', ')}.`);
  for (const { sentence } of document.stops) log.warning(sentence);
  for (const note of document.notes) log.warning(note);
}

const MOST_SENTENCES = 5;

/** A dry run that a guard would have stopped has done its work: it told so. */
function failureOf(document: CleanupDocument): ActionError | undefined {
  const { verdict, mode, stops, notes, nodes, orphans } = document;
  const told = `${cleanupVerdict(document)}.`;
  if (verdict === 'unknown') return cleanupErrors.EHA1753([told, ...notes].join('\n- '));
  if (verdict === 'failed') {
    const failed = [
      ...nodes.map(({ name, outcome }) => ({ name, outcome })),
      ...orphans.map(({ id, outcome }) => ({ name: id.split('/').at(-1) ?? id, outcome })),
    ].flatMap(({ name, outcome }) =>
      outcome?.result === 'failed' || outcome?.result === 'cancelled' ? [`${name}: ${outcome.because}`] : [],
    );
    const more = failed.length > MOST_SENTENCES ? [`and ${failed.length - MOST_SENTENCES} more`] : [];
    return cleanupErrors.EHA1754([told, ...failed.slice(0, MOST_SENTENCES), ...more].join('\n- '));
  }
  if (verdict === 'stopped' && mode !== 'dry-run' && mode !== 'mark') {
    return cleanupErrors.EHA1752([told, ...stops.map(({ sentence }) => sentence)].join('\n- '));
  }
  return undefined;
}

function outputsOf(document: CleanupDocument): ActionResult['outputs'] {
  const { nodes, orphans, lists, issue, pullRequest } = document;
  const rows = [...nodes, ...orphans];
  const isKnown = lists.find(({ name }) => name === 'nodes')?.entries !== null;
  return {
    verdict: document.verdict,
    nodes: isKnown ? nodes.length : '',
    due: rows.filter(({ decision }) => decision === 'remove').length,
    removed: rows.filter(({ outcome }) => outcome?.result === 'removed').length,
    marked: nodes.filter(({ outcome }) => outcome?.result === 'marked').length,
    saved: document.saved.amount,
    waste: document.waste.amount,
    'issue-number': issue?.number ?? '',
    'issue-action': issue?.action ?? '',
    'pull-request': pullRequest?.number ?? '',
  };
}
