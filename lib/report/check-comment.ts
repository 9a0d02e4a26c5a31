import { checkSection, checkStatusOf, checkTable, type CheckReport } from './check-sections.ts';
import { plain, plural } from './markdown.ts';

/** The run that made the checks, as the API tells of it. */
export interface CheckedRun {
  /** Null or any word of GitHub's; only `success` and `failure` say something about the code. */
  readonly conclusion: string | null;
  /** Reasons, as sentences without full stop, why even the conclusion proves nothing. */
  readonly doubts: readonly string[];
}

/** `passed` and `failed` only where the run itself ended so; what documents say can only make it unknown. */
export type CheckVerdict = 'no-stacks' | 'passed' | 'unknown' | 'failed';

export interface CheckCommentContext {
  /** Hidden first line by which the comment is found again. */
  readonly marker: string;
  readonly headSha: string;
  readonly runUrl: string;
  /** ISO 8601 time of this comment. */
  readonly writtenAt: string;
  /** Largest comment in bytes of UTF-8. */
  readonly maxBytes: number;
}

/** What the checks came to. Documents of a stranger's run are no evidence that anything is good. */
export function checkVerdict(
  reports: readonly CheckReport[],
  { conclusion, doubts }: CheckedRun,
): CheckVerdict {
  if (conclusion === 'failure') return 'failed';
  if (conclusion !== 'success' || doubts.length > 0) return 'unknown';
  if (reports.length === 0) return 'no-stacks';
  return reports.every((report) => checkStatusOf(report) === 'passed') ? 'passed' : 'unknown';
}

const HEADINGS: Readonly<Record<CheckVerdict, string>> = {
  'no-stacks': 'no stack is touched',
  passed: 'passed',
  unknown: 'unknown',
  failed: 'failed',
};

/** Problems of a stack that are listed, fewer when the comment would get too long. */
const MOST_PROBLEMS = [100, 20, 5, 1] as const;

/**
 * The comment on a pull request from a fork: the verdict of the run, what it proves and what not, one line for each
 * stack, then what was found. Every text of a document is shown as text. Problems go first when it is too long, then
 * parts, then the table; the verdict stays.
 */
export function renderCheckComment(
  reports: readonly CheckReport[],
  run: CheckedRun,
  context: CheckCommentContext,
): string {
  const verdict = checkVerdict(reports, run);
  const lead = [context.marker, `## Terraform checks: ${HEADINGS[verdict]}`, ...alerts(verdict, run), ABOUT];
  const table = reports.length === 0 ? [] : [checkTable(reports)];
  const end = footer(context);
  const ordered = [...reports].sort((one, other) => rankOf(one) - rankOf(other));
  const frame = Buffer.byteLength(join([...lead, ...table, end]));
  for (const most of MOST_PROBLEMS) {
    const sections = sectionsWithin(ordered, most, context.maxBytes - frame);
    if (sections !== undefined) return join([...lead, ...table, ...sections, end]);
  }
  const cut = join([...lead, ...table, CUT, end]);
  return Buffer.byteLength(cut) <= context.maxBytes ? cut : join([...lead, counts(reports), CUT, end]);
}

/** Stops at the first that does not fit: what a stranger wrote must not cost more to refuse than to show. */
function sectionsWithin(
  reports: readonly CheckReport[],
  most: number,
  room: number,
): readonly string[] | undefined {
  const sections: string[] = [];
  let left = room;
  for (const report of reports) {
    const section = checkSection(report, most);
    left -= Buffer.byteLength(section) + 2;
    if (left < 0) return undefined;
    sections.push(section);
  }
  return sections;
}

const ABOUT =
  'This pull request comes from a fork, so **nothing was planned**: its code was checked without credentials. ' +
  'The result is that of the run; the details were written in jobs that ran the pull request’s own code, and are shown as they were found there.';

const CUT = 'The details are too long for a comment; the log of the run has them.';

function rankOf(report: CheckReport): number {
  return ['failed', 'unknown', 'passed'].indexOf(checkStatusOf(report));
}

function alerts(verdict: CheckVerdict, { conclusion, doubts }: CheckedRun): readonly string[] {
  const reasons = doubts.map((doubt) => `> - ${plain(doubt)}`).join('\n');
  const doubted =
    doubts.length === 0 ? [] : [`> [!WARNING]\n> What this run ended with proves nothing:\n>\n${reasons}`];
  if (verdict === 'failed') return ['> [!CAUTION]\n> The run failed: see below and in its log.', ...doubted];
  if (verdict !== 'unknown') return [];
  if (doubts.length > 0) return doubted;
  if (conclusion === 'success')
    return [
      '> [!WARNING]\n> The run ended well, but not every document of its checks says so or can be read.',
    ];
  return [
    `> [!WARNING]\n> The run ended as ${plain(conclusion ?? 'nothing')}, which says nothing about the code.`,
  ];
}

function counts(reports: readonly CheckReport[]): string {
  const of = (status: string) => reports.filter((report) => checkStatusOf(report) === status).length;
  return `${plural(reports.length, 'stack')}: ${String(of('failed'))} failed, ${String(of('unknown'))} unknown, ${String(of('passed'))} passed.`;
}

function footer({ headSha, runUrl, writtenAt }: CheckCommentContext): string {
  const time = `${writtenAt.slice(0, 16).replace('T', ' ')} UTC`;
  return `---\n<sub>Checked ${headSha.slice(0, 12)} by [this run](${runUrl}) · ${time} · nothing was planned</sub>`;
}

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
