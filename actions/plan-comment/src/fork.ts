import type { ActionDeps, ActionResult, Logger } from '#lib/action/types.js';
import { createGitHubDoor, type GitHubDoor } from '#lib/github/client.js';
import { commentMarker } from '#lib/github/comment-marker.js';
import { findForkPullRequest, readForkRun, type ForkRun } from '#lib/github/fork-run.js';
import { changedFiles } from '#lib/github/pull-request-files.js';
import { readRunArtifacts, type ArtifactLimits } from '#lib/github/run-artifacts.js';
import { checkVerdict, renderCheckComment, type CheckedRun } from '#lib/report/check-comment.js';
import { checkStatusOf, type CheckReport } from '#lib/report/check-sections.js';
import { commentDocument } from '#lib/report/comment-document.js';
import { checkReports } from './check-reports.ts';
import type { Inputs } from './inputs.ts';
import { NOTHING_WRITTEN, publish, type Outcome } from './publish.ts';

/** Artifacts as the `check` job of terraform-plan.yml names them. */
const CHECK_ARTIFACT = /^check-[A-Za-z0-9._-]{1,200}$/;

/** A matrix has 256 jobs at most, each with documents of up to four stacks in folders of their steps. */
const LIMITS: ArtifactLimits = {
  count: 256,
  listed: 1000,
  bytes: 1024 * 1024,
  totalBytes: 32 * 1024 * 1024,
  zip: {
    entries: 4,
    bytes: 4 * 1024 * 1024,
    names: /^(?:[A-Za-z0-9._-]{1,100}\/){0,2}[A-Za-z0-9._-]{1,120}\.json$/,
  },
};

/**
 * Comments on the pull request of a completed run from a fork, in a run of its own that has the rights of the default
 * branch. Which pull request it is, whether it still has the commit that was checked, and how the run ended is what
 * GitHub says; what the run left behind is text of a stranger, shown and never believed.
 */
export async function commentOnFork(inputs: Inputs, runId: number, deps: ActionDeps): Promise<ActionResult> {
  const door = createGitHubDoor(inputs.githubToken, deps);
  const run = await readForkRun(door, runId);
  if (!run.isCompleted) {
    return nothing(
      inputs,
      deps.log,
      'none',
      `run ${String(runId)} is not completed; its end starts the comment`,
    );
  }
  const pull = await findForkPullRequest(door, run);
  if (pull.kind === 'outdated') return nothing(inputs, deps.log, 'outdated', pull.reason);
  if (pull.kind !== 'found') return nothing(inputs, deps.log, 'none', pull.reason);
  const { reports, checked } = await gather(door, run, pull.number, deps.log);
  return comment(inputs, deps, { door, run, pullRequest: pull.number, reports, checked });
}

async function gather(door: GitHubDoor, run: ForkRun, pullRequest: number, log: Logger) {
  const found = await readRunArtifacts(door, run, CHECK_ARTIFACT, LIMITS);
  const reports = checkReports(found.artifacts, run.headSha);
  for (const { stack, unknownReason } of reports) {
    if (unknownReason !== undefined) log.warning(`${stack}: ${unknownReason}`);
  }
  const doubts = [
    ...(await workflowDoubts(door, pullRequest)),
    ...(found.incomplete === undefined ? [] : [found.incomplete]),
  ];
  return { reports, checked: { conclusion: run.conclusion, doubts } };
}

/** A pull request brings the workflow files that its own run takes, so it may have changed what is checked. */
async function workflowDoubts(door: GitHubDoor, pullRequest: number): Promise<readonly string[]> {
  const { paths, complete } = await changedFiles(door, pullRequest);
  if (paths.some((path) => path.startsWith('.github/')))
    return [
      'the pull request changes files below .github, so it may have been checked by other workflows than ours',
    ];
  return complete
    ? []
    : ['the pull request changes more files than GitHub lists, workflows perhaps among them'];
}

interface Checks {
  readonly door: GitHubDoor;
  readonly run: ForkRun;
  readonly pullRequest: number;
  readonly reports: readonly CheckReport[];
  readonly checked: CheckedRun;
}

async function comment(inputs: Inputs, deps: ActionDeps, checks: Checks): Promise<ActionResult> {
  const { door, run, pullRequest, reports, checked } = checks;
  const marker = commentMarker('plan-comment', inputs.commentId, run.id, run.attempt);
  const body = renderCheckComment(reports, checked, {
    marker: marker.line,
    headSha: run.headSha,
    runUrl: `${deps.github.serverUrl}/${deps.github.repository}/actions/runs/${String(run.id)}`,
    writtenAt: new Date(deps.clock.now()).toISOString(),
    maxBytes: inputs.maxCommentBytes,
  });
  const status = checkVerdict(reports, checked);
  const isNeeded = status !== 'no-stacks';
  const about = { pullRequest, marker, run, body, mode: inputs.mode, isNeeded };
  const outcome = await publish(door, deps.log, about);
  return result(inputs, { pullRequest, status, reports, outcome, body });
}

/** Not a failure: strangers close, push and delete whenever they like. */
function nothing(inputs: Inputs, log: Logger, action: 'outdated' | 'none', reason: string): ActionResult {
  log.notice(`No comment is written: ${reason}.`);
  const outcome = { ...NOTHING_WRITTEN, action };
  return result(inputs, { pullRequest: null, status: 'unknown', reports: [], outcome, body: '' });
}

interface Done {
  readonly pullRequest: number | null;
  readonly status: ReturnType<typeof checkVerdict>;
  readonly reports: readonly CheckReport[];
  readonly outcome: Outcome;
  readonly body: string;
}

function result(inputs: Inputs, { pullRequest, status, reports, outcome, body }: Done): ActionResult {
  const document = commentDocument.create({
    pullRequest,
    mode: inputs.mode,
    action: outcome.action,
    url: outcome.url ?? null,
    retired: outcome.retired,
    status,
    stacks: reports.map((report) => ({ stack: report.stack, status: checkStatusOf(report) })),
    shortened: [],
    bytes: Buffer.byteLength(body),
  });
  const markdown =
    body === '' ? 'No comment was written; the log says why.' : body.slice(body.indexOf('\n') + 1);
  return {
    outputs: {
      status,
      action: outcome.action,
      'comment-url': outcome.url ?? '',
      'comment-id': outcome.id === undefined ? '' : String(outcome.id),
    },
    report: { fileName: 'comment.json', document },
    summary: [{ markdown: markdown.trimStart() }],
  };
}
