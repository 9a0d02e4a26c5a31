import { createHash } from 'node:crypto';
import type { GitHubDoor } from '#lib/github/client.js';
import { closeIssue, keepIssue, readIssueBoard, type IssueBoard } from '#lib/github/marked-issue.js';
import type { DriftDocument, IssueOutcome } from '#lib/report/drift-document.js';
import { driftComment, driftIssueBody, driftVerdict, errorIssueBody } from '#lib/report/drift-sections.js';
import { canonicalJson } from '#lib/terraform/canonical-json.js';
import type { Inputs } from './inputs.ts';

type Kept = Pick<DriftDocument, 'issue' | 'errorIssue'>;

/**
 * Keeps the issues of one stack: one about drift, one about checks that fail again and again. Where it could not be found
 * out whether the stack drifted, the issue about drift stays as it is.
 */
export async function keepIssues(door: GitHubDoor, document: DriftDocument, inputs: Inputs): Promise<Kept> {
  const { status } = document;
  if (status === 'skipped' || status === 'cancelled') return { issue: null, errorIssue: null };
  const board = await readIssueBoard(door, inputs.label);
  const id = idOf(document);
  if (status === 'error') {
    const errorIssue = await keepErrorIssue(door, board, `drift-error id=${id}`, document, inputs);
    return { issue: null, errorIssue };
  }
  const errorIssue = await closeIssue(
    door,
    board,
    `drift-error id=${id}`,
    `The check succeeded: ${driftVerdict(document)} ([run](${document.runUrl})).`,
  );
  return { issue: await keepDriftIssue(door, board, `drift id=${id}`, document, inputs), errorIssue };
}

async function keepErrorIssue(
  door: GitHubDoor,
  board: IssueBoard,
  key: string,
  document: DriftDocument,
  { failuresBeforeIssue, maxOpen }: Inputs,
): Promise<IssueOutcome> {
  const isOpen = board.find(key)?.isOpen === true;
  // Where the earlier document got lost the count begins anew, and an open issue still stands for the failures before.
  if (document.failures < failuresBeforeIssue && !isOpen) return { action: 'none', number: null, url: null };
  const { failure, stack } = document;
  const text = {
    key,
    // The message may differ in every run, by times and request numbers.
    fingerprint: digest({ code: failure?.code, phase: failure?.phase }),
    title: `Drift check fails: ${stack}`,
    body: errorIssueBody(document),
    comment: `The check fails again or otherwise: ${failure?.code ?? 'unknown'} ([run](${document.runUrl})).`,
  };
  return keepIssue(door, board, text, maxOpen);
}

async function keepDriftIssue(
  door: GitHubDoor,
  board: IssueBoard,
  key: string,
  document: DriftDocument,
  { reportUnapplied, maxOpen }: Inputs,
): Promise<IssueOutcome> {
  const { fingerprint, stack, status } = document;
  if (fingerprint === null) {
    const reason = `No drift any more: ${driftVerdict(document)} ([run](${document.runUrl})).`;
    return closeIssue(door, board, key, reason);
  }
  const text = {
    key,
    fingerprint,
    title: status === 'unapplied' ? `Unapplied changes: ${stack}` : `Drift: ${stack}`,
    body: driftIssueBody(document, reportUnapplied),
    comment: driftComment(document),
  };
  return keepIssue(door, board, text, maxOpen);
}

/**
 * Identifies what an issue says, of redacted values only: a secret that changed into another is not told apart. Null when
 * there is nothing to say.
 */
export function driftFingerprint(
  { status, drift, unapplied }: Pick<DriftDocument, 'status' | 'drift' | 'unapplied'>,
  withUnapplied: boolean,
): string | null {
  if (drift === null || unapplied === null || status === 'clean') return null;
  if (status === 'unapplied' && !withUnapplied) return null;
  const rows = drift.map(({ relevant: _relevant, ...row }) => canonicalJson(row)).sort();
  return digest({ drift: rows, unapplied: withUnapplied ? canonicalJson(unapplied) : null });
}

function digest(value: unknown): string {
  return `drift-v1:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}

/** A stack has one issue for each Terraform workspace; a marker's id has no spaces. */
function idOf({ stack, workspace }: DriftDocument): string {
  return workspace === 'default' ? stack : `${stack}@${encodeURIComponent(workspace)}`;
}
