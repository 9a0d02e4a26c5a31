import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { createGitHubDoor } from '#lib/github/client.js';
import { commentMarker } from '#lib/github/comment-marker.js';
import type { CommentMode } from '#lib/github/marked-comment.js';
import { pullRequestOf, requirePullRequest } from '#lib/github/pull-request-event.js';
import { commentDocument } from '#lib/report/comment-document.js';
import { reportErrors } from '#lib/report/errors.js';
import { parseExpectedStacks } from '#lib/report/expected-stacks.js';
import { renderPlanComment, type RenderedComment } from '#lib/report/plan-comment.js';
import { labelOf, statusOf, worstStatus, type StackReport } from '#lib/report/stack-report.js';
import { commentOnFork } from './fork.ts';
import { publish, type Outcome } from './publish.ts';
import { addressReport, collectReports } from './reports.ts';
import type { Inputs } from './inputs.ts';

/**
 * Renders all plan documents of the run into the one comment of the pull request. Without any touched stack no comment
 * is made, but one that an earlier push left is brought up to date.
 */
export async function run(inputs: Inputs, deps: ActionDeps): Promise<ActionResult> {
  if (inputs.runId !== undefined) return commentOnFork(inputs, inputs.runId, deps);
  const expected = parseExpectedStacks(inputs.expectedStacks);
  const pullRequest = inputs.pullRequest ?? requirePullRequest(deps.github).number;
  const headSha = pullRequestOf(deps.github)?.headSha ?? deps.github.sha;
  const commit = { sha: deps.github.sha, headSha };
  const reports = collectReports(inputs.documents, expected, commit, deps.log);
  const addresses = addressReport(inputs.documents, inputs.expectAddresses, commit, deps.log);
  if (expected === undefined && reports.length === 0) throw reportErrors.EHA1301(inputs.documents);

  const { runId, runAttempt, runUrl } = deps.github;
  const marker = commentMarker('plan-comment', inputs.commentId, runId, runAttempt);
  const rendered = renderPlanComment(reports, {
    marker: marker.line,
    headSha,
    runUrl,
    writtenAt: new Date(deps.clock.now()).toISOString(),
    maxBytes: inputs.maxCommentBytes,
    addresses,
  });
  const door = createGitHubDoor(inputs.githubToken, deps);
  const outcome = await publish(door, deps.log, {
    pullRequest,
    marker,
    run: { id: runId, attempt: runAttempt },
    body: rendered.body,
    mode: inputs.mode,
    isNeeded: reports.length > 0,
  });
  return result({ pullRequest, mode: inputs.mode, reports, rendered, outcome });
}

interface Done {
  readonly pullRequest: number;
  readonly mode: CommentMode;
  readonly reports: readonly StackReport[];
  readonly rendered: RenderedComment;
  readonly outcome: Outcome;
}

function result({ pullRequest, mode, reports, rendered, outcome }: Done): ActionResult {
  const status = worstStatus(reports);
  const document = commentDocument.create({
    pullRequest,
    mode,
    action: outcome.action,
    url: outcome.url ?? null,
    retired: outcome.retired,
    status,
    stacks: reports.map((report) => ({ stack: labelOf(report), status: statusOf(report) })),
    shortened: [...rendered.shortened],
    bytes: Buffer.byteLength(rendered.body),
  });
  return {
    outputs: {
      status,
      action: outcome.action,
      'comment-url': outcome.url ?? '',
      'comment-id': outcome.id === undefined ? '' : String(outcome.id),
    },
    report: { fileName: 'comment.json', document },
    summary: [{ markdown: rendered.body.slice(rendered.body.indexOf('\n') + 1).trimStart() }],
  };
}
