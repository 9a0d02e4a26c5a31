import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ActionError } from '#lib/action/errors.js';
import type { ActionDeps, ActionResult } from '#lib/action/types.js';
import { createGitHubDoor, type GitHubDoor } from '#lib/github/client.js';
import { driftDocument, type DriftDocument, type DriftDocumentFields } from '#lib/report/drift-document.js';
import { countUnapplied, driftVerdict } from '#lib/report/drift-sections.js';
import { driftContent } from '#lib/report/plan-content.js';
import { redactTexts } from '#lib/report/redaction.js';
import { driftErrors } from '#lib/terraform/drift-errors.js';
import { Protection } from '#lib/terraform/protection.js';
import { dataDirectory, selectedWorkspace, stackDirectory } from '#lib/terraform/workspace.js';
import type { Inputs } from './inputs.ts';
import { driftFingerprint, keepIssues } from './issues.ts';
import { runPhases } from './phases.ts';
import type { DriftRecord, Finding } from './record.ts';
import { summarize } from './summary.ts';

const MOST_DIAGNOSTICS = 200;

/**
 * Tells whether one stack has drifted, and keeps its issues. A check that fails still gives its document and summary; the
 * action fails after they are written. Nothing leaves this function that did not go through the redactor.
 */
export async function run(inputs: Inputs, given: ActionDeps): Promise<ActionResult> {
  const { directory, varFiles, environment, githubToken } = inputs;
  const protection = new Protection({ directory, varFiles, variables: environment.variables, given: [] });
  const deps = { ...given, log: protection.guard(given.log) };
  const failuresBefore = previousFailures(inputs, deps);
  const door = githubToken === null ? null : createGitHubDoor(githubToken, deps);
  const record = await runPhases(inputs, deps, protection, door);
  const fields = redactTexts(await fieldsOf(record, inputs, deps, failuresBefore), protection.redact);
  const found = driftDocument.create(fields);
  const fingerprint = driftFingerprint(found, inputs.reportUnapplied);
  const { document, failure } = await withIssues(door, { ...found, fingerprint }, inputs, deps, protection);
  tell(document, deps);
  protection.mask(given, publishedOf(document));
  const first = record.failure?.error ?? failure;
  return {
    outputs: outputsOf(document),
    report: { fileName: fileNameOf(document.stack), document },
    summary: summarize(document),
    ...(first === undefined ? {} : { failure: protection.guardError(first) }),
  };
}

function fileNameOf(stack: string): string {
  return `drift-${stack.replaceAll('/', '-')}.json`;
}

/** Runs in a row that failed before this one. @throws EHA1291 for a document of another stack */
function previousFailures({ previousReport: given, stack }: Inputs, { log }: ActionDeps): number {
  if (given === null) return 0;
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() === true;
  const previousReport = isFolder ? join(given, fileNameOf(stack)) : given;
  if (!existsSync(previousReport)) {
    log.info('There is no earlier drift document; failures are counted from this run on.');
    return 0;
  }
  let earlier: DriftDocument;
  try {
    earlier = driftDocument.read(previousReport);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    throw driftErrors.EHA1291(error.message, { cause: error });
  }
  if (earlier.stack === stack) return earlier.failures;
  throw driftErrors.EHA1291(`${previousReport} is about stack ${earlier.stack}, not ${stack}.`);
}

/** Without a token nothing is kept. A failure to keep an issue is told and fails the step at the end. */
async function withIssues(
  door: GitHubDoor | null,
  document: DriftDocument,
  inputs: Inputs,
  deps: ActionDeps,
  protection: Protection,
): Promise<{ readonly document: DriftDocument; readonly failure?: ActionError }> {
  const noted = (text: string): DriftDocument => ({
    ...document,
    notes: [...document.notes, protection.redact(text)],
  });
  if (door === null) return { document: noted('No issue was looked at, because there is no github-token.') };
  if (deps.signal.aborted) return { document };
  const started = deps.clock.now();
  try {
    return { document: { ...document, ...(await keepIssues(door, document, inputs)) } };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const milliseconds = Math.max(0, Math.round(deps.clock.now() - started));
    const failed = noted(`The issue could not be kept: ${error.message}`);
    return {
      document: { ...failed, phases: [...failed.phases, { name: 'issue', result: 'failed', milliseconds }] },
      failure: error,
    };
  }
}

/** What asks for attention, as annotations. */
function tell(document: DriftDocument, { log }: ActionDeps): void {
  const verdict = `${document.stack}: ${driftVerdict(document)}`;
  if (document.status === 'drifted' || document.status === 'both') log.warning(verdict);
  else log.info(verdict);
  for (const { expired, expires, because } of document.rules) {
    if (expired)
      log.warning(`An ignore rule expired on ${expires ?? 'an unknown day'} and counts no more: ${because}`);
  }
  if (document.issue?.action === 'capped' || document.errorIssue?.action === 'capped') {
    log.warning(`${document.stack}: no issue was opened, because there are as many as max-open allows.`);
  }
}

/** Texts of the document that are not redacted. */
function publishedOf(document: DriftDocument): string {
  const { stack, directory, workspace, tool, sha, runUrl, generatedAt, issue, errorIssue } = document;
  return [
    stack,
    directory,
    workspace,
    tool.version,
    sha,
    runUrl,
    generatedAt,
    issue?.url,
    errorIssue?.url,
  ].join('\n');
}

async function fieldsOf(
  record: DriftRecord,
  inputs: Inputs,
  deps: ActionDeps,
  failuresBefore: number,
): Promise<DriftDocumentFields> {
  const { finding, failure, diagnostics } = record;
  const status = statusOf(record);
  return {
    stack: inputs.stack,
    directory: stackDirectory(inputs, deps),
    workspace: await selectedWorkspace(inputs.environment.workspace, dataDirectory(inputs)),
    status,
    tool: record.tool,
    locked: inputs.lock,
    drift: finding && driftContent(finding.drift),
    unapplied: finding && unappliedOf(finding),
    rules: finding === null ? [] : rulesOf(finding),
    fingerprint: null,
    lastChangedBy: record.lastChangedBy,
    failures: failuresNow(status, failuresBefore),
    skippedFor: record.skippedFor,
    issue: null,
    errorIssue: null,
    diagnostics: diagnostics.slice(0, MOST_DIAGNOSTICS).map((entry) => ({ ...entry })),
    diagnosticsOmitted: Math.max(0, diagnostics.length - MOST_DIAGNOSTICS),
    failure: failure && {
      code: failure.error.code,
      phase: failure.phase,
      message: failure.error.message,
      remedy: failure.error.remedy,
    },
    phases: record.phases,
    notes: record.notes,
    sha: deps.github.sha,
    runUrl: deps.github.runUrl,
    generatedAt: new Date(deps.clock.now()).toISOString(),
  };
}

function statusOf({ finding, skippedFor, cancelled, failure }: DriftRecord): DriftDocument['status'] {
  if (cancelled) return 'cancelled';
  if (failure !== null || (finding === null && skippedFor === null)) return 'error';
  return finding?.status ?? 'skipped';
}

/** What was neither tried nor finished says nothing about failures. */
function failuresNow(status: DriftDocument['status'], before: number): number {
  if (status === 'skipped' || status === 'cancelled') return before;
  return status === 'error' ? before + 1 : 0;
}

function unappliedOf({ unapplied }: Finding): NonNullable<DriftDocumentFields['unapplied']> {
  const { changes, outputs, others } = unapplied;
  return {
    changes: changes.map(({ address, type, kind, deposed }) => ({ address, type, kind, deposed })),
    outputs: [...outputs],
    others: [...others],
  };
}

function rulesOf({ uses }: Finding): DriftDocumentFields['rules'] {
  return uses.map(({ rule, expired, matched }) => {
    const { reason, ...rest } = rule;
    return { ...rest, because: reason, expired, matched: [...matched] };
  });
}

const WRITES: ReadonlySet<string> = new Set(['opened', 'updated', 'reopened', 'closed']);

/** What workflows branch on. Counts of what is not known are empty, never 0. */
function outputsOf(document: DriftDocument): ActionResult['outputs'] {
  const { status, drift, unapplied, issue, errorIssue, fingerprint, failures, tool } = document;
  const shown = status === 'error' ? errorIssue : issue;
  return {
    status,
    drifted: drift?.length ?? '',
    unapplied: unapplied === null ? '' : countUnapplied(unapplied),
    'issue-number': shown?.number ?? '',
    'issue-action': shown?.action ?? '',
    changed: [issue, errorIssue].some((kept) => kept !== null && WRITES.has(kept.action)),
    fingerprint: fingerprint ?? '',
    failures,
    'terraform-version': tool.version ?? '',
  };
}
