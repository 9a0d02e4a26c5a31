import type { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { applyDocument, type ApplyDocument, type ApplyDocumentFields } from '#lib/report/apply-document.js';
import { redactTexts } from '#lib/report/redaction.js';
import type { AppliedRow } from '#lib/terraform/apply-outcome.js';
import { Protection } from '#lib/terraform/protection.js';
import { dataDirectory, selectedWorkspace, stackDirectory } from '#lib/terraform/workspace.js';
import { GitHubSide } from './github-side.ts';
import type { Inputs } from './inputs.ts';
import { runPhases } from './phases.ts';
import type { ApplyRecord } from './record.ts';
import { summarize, verdictOf } from './summary.ts';

/** Diagnostics, and objects that differ, beyond this are counted. */
const MOST_DIAGNOSTICS = 200;
const MOST_DIFFERENCES = 200;

/**
 * Applies one stack. Also a refused, failed or cancelled apply gives its document and summary; the action fails after
 * they are written. Nothing leaves this function that did not go through the redactor: log and errors by the guard, the
 * rest as parts of the document.
 */
export async function run(inputs: Inputs, given: ActionDeps): Promise<ActionResult> {
  const { directory, varFiles, environment, sealing } = inputs;
  const protection = new Protection({
    directory,
    varFiles,
    variables: environment.variables,
    given: sealing?.kind === 'secret' ? [sealing.secret] : [],
  });
  const deps = { ...given, log: protection.guard(given.log) };
  const startedAt = deps.clock.now();
  const github = new GitHubSide(inputs, deps);
  const record = await runPhases(inputs, deps, protection, github);
  const fields = await fieldsOf(record, inputs, deps, startedAt);
  const document = applyDocument.create(redactTexts(fields, protection.redact));
  deps.log.info(`${document.stack}: ${verdictOf(document)}`);
  const problems = await github.report(document);
  for (const problem of problems) deps.log.warning(problem);
  const complete = { ...document, notes: [...document.notes, ...problems.map(protection.redact)] };
  protection.mask(given, publishedOf(document));
  const failure = failureOf(record, protection);
  return {
    outputs: outputsOf(complete),
    report: { fileName: `apply-${document.stack.replaceAll('/', '-')}.json`, document: complete },
    summary: summarize(complete),
    ...(failure === undefined ? {} : { failure }),
  };
}

function failureOf({ failure }: ApplyRecord, protection: Protection): ActionError | undefined {
  return failure === null ? undefined : protection.guardError(failure.error);
}

/** Texts of the document that are not redacted. */
function publishedOf(document: ApplyDocument): string {
  const { stack, directory, workspace, tool, sha, runUrl, generatedAt, startedAt } = document;
  return [stack, directory, workspace, tool.version, sha, runUrl, generatedAt, startedAt].join('\n');
}

async function fieldsOf(
  record: ApplyRecord,
  inputs: Inputs,
  deps: ActionDeps,
  startedAt: number,
): Promise<ApplyDocumentFields> {
  const { reviewed } = inputs;
  return {
    stack: inputs.stack,
    directory: stackDirectory(inputs, deps),
    workspace: await selectedWorkspace(inputs.environment.workspace, dataDirectory(inputs)),
    environment: inputs.environmentName,
    mode: reviewed === null ? 'destroy' : 'apply',
    status: statusOf(record),
    tool: record.tool,
    applied: record.applied,
    reviewed: {
      fingerprint: record.fingerprint,
      runId: reviewed?.runId ?? null,
      headSha: reviewed?.headSha ?? null,
      pullRequest: inputs.pullRequest,
    },
    replan: replanOf(record),
    guard: guardOf(record),
    rows: record.rows?.map((row) => ({ ...row })) ?? null,
    counts: record.rows && countsOf(record.rows),
    state: record.state,
    remaining: record.remaining && [...record.remaining],
    ...problemsOf(record),
    phases: [...record.phases],
    notes: [...record.notes],
    sha: deps.github.sha,
    runUrl: deps.github.runUrl,
    startedAt: new Date(startedAt).toISOString(),
    generatedAt: new Date(deps.clock.now()).toISOString(),
  };
}

function problemsOf(
  record: ApplyRecord,
): Pick<ApplyDocumentFields, 'diagnostics' | 'diagnosticsOmitted' | 'failure'> {
  return {
    diagnostics: record.diagnostics.slice(0, MOST_DIAGNOSTICS).map((entry) => ({ ...entry })),
    diagnosticsOmitted: Math.max(0, record.diagnostics.length - MOST_DIAGNOSTICS),
    failure: record.failure && {
      code: record.failure.error.code,
      phase: record.failure.phase,
      message: record.failure.error.message,
      remedy: record.failure.error.remedy,
    },
  };
}

function replanOf({ replan }: ApplyRecord): ApplyDocumentFields['replan'] {
  if (replan === null) return null;
  const { differences } = replan;
  return {
    ...replan,
    drifted: [...replan.drifted],
    differences: differences?.slice(0, MOST_DIFFERENCES).map((entry) => ({ ...entry })) ?? null,
    differencesOmitted: Math.max(0, (differences?.length ?? 0) - MOST_DIFFERENCES),
  };
}

function guardOf({ guard }: ApplyRecord): ApplyDocumentFields['guard'] {
  if (guard === null) return null;
  const findings = guard.findings.map((finding) => ({ ...finding, addresses: [...finding.addresses] }));
  return { ...guard, findings };
}

function countsOf(rows: readonly AppliedRow[]): NonNullable<ApplyDocumentFields['counts']> {
  const count = (wanted: AppliedRow['status']) => rows.filter(({ status }) => status === wanted).length;
  return {
    done: count('done'),
    half: count('half'),
    failed: count('failed'),
    interrupted: count('interrupted'),
    notStarted: count('not-started'),
    unknown: count('unknown'),
  };
}

/** An apply that ended well although it was cancelled is done all the same. */
function statusOf(record: ApplyRecord): ApplyDocument['status'] {
  if (record.failure === null) return record.nothingToDo ? 'no-changes' : 'applied';
  if (record.cancelled) return 'cancelled';
  const { phase } = record.failure;
  if (
    phase === 'guard' ||
    phase === 'compare' ||
    phase === 'environment' ||
    phase === 'open' ||
    phase === 'review'
  )
    return 'refused';
  return record.begun ? 'partial' : 'failed';
}

/** What workflows branch on. Counts of what was not begun are empty, never 0. */
function outputsOf({
  status,
  applied,
  counts,
  guard,
  replan,
  tool,
  state,
}: ApplyDocument): ActionResult['outputs'] {
  return {
    status,
    applied: applied ?? '',
    done: counts?.done ?? '',
    'not-done': counts === null ? '' : counts.half + counts.failed + counts.interrupted + counts.notStarted,
    destroys: guard?.destroys ?? '',
    replanned: replan === null ? 'false' : 'true',
    state,
    'terraform-version': tool.version ?? '',
  };
}
