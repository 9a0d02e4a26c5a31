import { ActionError } from '#lib/action/errors.js';
import type { RunArtifact } from '#lib/github/run-artifacts.js';
import { checkDocument, clipped, isConsistent, type CheckDocument } from '#lib/report/check-document.js';
import type { CheckReport } from '#lib/report/check-sections.js';

/** Characters of a reason; the message of a document that does not fit its schema can be long. */
const LONGEST_REASON = 300;

/**
 * One report for each document of the artifacts. What cannot be used stands for itself, as unknown with the reason: an
 * artifact, a file that is no check document of this commit or contradicts itself, documents about the same folder.
 */
export function checkReports(artifacts: readonly RunArtifact[], headSha: string): readonly CheckReport[] {
  const reports = artifacts.flatMap((artifact) => reportsOf(artifact, headSha));
  const count = (directory: string) => reports.filter(({ check }) => check?.directory === directory).length;
  return reports.map((report) =>
    report.check === undefined || count(report.check.directory) === 1
      ? report
      : unknown(report.stack, `there are several documents about ${report.check.directory}`),
  );
}

function reportsOf({ name, files, problem }: RunArtifact, headSha: string): readonly CheckReport[] {
  if (problem !== undefined) return [unknown(name, problem.message)];
  if (files.length === 0) return [unknown(name, 'the artifact holds no document')];
  return files.map((file) => {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(file.content);
      return reportOf(checkDocument.parse(JSON.parse(text), file.name), headSha);
    } catch (error) {
      return unknown(`${name}/${file.name}`, reasonOf(error));
    }
  });
}

function reportOf(check: CheckDocument, headSha: string): CheckReport {
  if (check.headSha !== headSha) return unknown(check.stack, 'its document is about another commit');
  if (!isConsistent(check)) return unknown(check.stack, 'its document contradicts itself');
  return { stack: check.stack, check, unknownReason: undefined };
}

/** Any failure to read hostile bytes is one of the document, so nothing is passed on. */
function reasonOf(error: unknown): string {
  if (error instanceof ActionError) return `${error.message} (${error.code})`;
  return 'the file is not JSON';
}

function unknown(stack: string, reason: string): CheckReport {
  const unknownReason = clipped(reason.replace(/\.$/, ''), LONGEST_REASON);
  return { stack: clipped(stack, LONGEST_REASON), check: undefined, unknownReason };
}
