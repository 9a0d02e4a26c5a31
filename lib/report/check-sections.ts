import type { CheckDocument, CheckProblem } from './check-document.ts';
import { code, codeCell, folded, htmlCode, plain, plural, table } from './markdown.ts';

/** One stack of a run that was only checked, with its document or the reason why there is none to believe. */
export interface CheckReport {
  readonly stack: string;
  readonly check: CheckDocument | undefined;
  /** Why `check` is missing, as a sentence without its full stop. */
  readonly unknownReason: string | undefined;
}

export type CheckStatus = 'passed' | 'unknown' | 'failed';

export function checkStatusOf({ check }: CheckReport): CheckStatus {
  if (check === undefined || check.status === 'cancelled') return 'unknown';
  return check.status;
}

/** The checks that found something, in words: `fmt failed, lint warned`. */
export function checkWords({ status, checks }: CheckDocument): string {
  const told = checks.filter(({ result }) => result !== 'passed');
  if (told.length === 0) return 'every check passed';
  return [
    ...(status === 'passed' ? ['no check failed'] : []),
    ...told.map(({ name, result }) => `${name} ${result}`),
  ].join(', ');
}

/** The job summary of one stack. */
export function checkSummary(check: CheckDocument): string {
  return [
    `## ${code(check.stack)}: ${checkWords(check)}`,
    'Checked without credentials, not planned: what an apply would do is **unknown**.',
    problemList(check.problems, check.problemsOmitted),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const RESULT: Readonly<Record<CheckStatus, string>> = {
  failed: '❌ failed',
  unknown: '❔ unknown',
  passed: '✅ passed',
};

/** A line for each stack with the result of each of its checks. */
export function checkTable(reports: readonly CheckReport[]): string {
  const columns = ['stack', 'result', 'fmt', 'init', 'validate', 'lint'].map((heading) => ({ heading }));
  return table(columns, reports.map(row));
}

function row(report: CheckReport): readonly string[] {
  const resultOf = (name: string) => report.check?.checks.find((check) => check.name === name)?.result ?? '–';
  const cells = ['fmt', 'init', 'validate', 'lint'].map(resultOf);
  return [codeCell(report.stack), RESULT[checkStatusOf(report)], ...cells];
}

/** What one stack's checks found, folded; '' when it has nothing to say. `most` bounds its problems. */
export function checkSection(report: CheckReport, most: number): string {
  const title = `<b>${htmlCode(report.stack)}</b>`;
  if (report.check === undefined) {
    return folded(
      `${title}: unknown`,
      `Unknown: ${plain(report.unknownReason ?? 'there is no document')}.`,
      true,
    );
  }
  const { problems, problemsOmitted, counts } = report.check;
  if (problems.length === 0) return '';
  const shown = problems.slice(0, most);
  const words = [plural(counts.errors, 'error'), plural(counts.warnings, 'warning')].join(', ');
  const list = problemList(shown, problemsOmitted + problems.length - shown.length);
  return folded(`${title}: ${words}`, list, checkStatusOf(report) !== 'passed');
}

/** Characters of a detail in a list; the annotations of the run have the whole. */
const LONGEST_DETAIL = 400;

function problemList(problems: readonly CheckProblem[], omitted: number): string {
  const lines = problems.map(problemLine);
  const more = omitted === 0 ? [] : [`- … and ${plural(omitted, 'further problem')}, in the log of the run`];
  return [...lines, ...more].join('\n');
}

function problemLine({ check, severity, summary, detail, file, line }: CheckProblem): string {
  const place = file === null ? '' : ` ${code(line === null ? file : `${file}:${String(line)}`)}`;
  const more = detail === '' ? '' : ` ${plain(detail.slice(0, LONGEST_DETAIL))}`;
  return `- ${severity === 'error' ? '❌' : '⚠️'} ${check}${place}: ${plain(summary.replace(/[.:]$/, ''))}.${more}`;
}
