import { plain } from './markdown.ts';
import { DETAIL_LEVELS, stackSection, type DetailLevel } from './plan-sections.ts';
import { alerts, overview, verdict } from './plan-verdict.ts';
import type { StackReport } from './stack-report.ts';

export interface CommentContext {
  /** Hidden first line by which the comment is found again. */
  readonly marker: string;
  readonly headSha: string;
  readonly runUrl: string;
  /** ISO 8601 time of this comment. */
  readonly writtenAt: string;
  /** Largest comment in bytes of UTF-8. */
  readonly maxBytes: number;
}

export interface RenderedComment {
  readonly body: string;
  /** Stacks told with less than full detail, with the level they got. */
  readonly shortened: readonly { readonly stack: string; readonly level: DetailLevel }[];
}

/**
 * The whole comment: verdict, alerts, one line per stack, then each stack. When it is too long, the stack with the
 * longest section loses a level of detail, again and again until it fits; no section is ever cut in the middle.
 */
export function renderPlanComment(reports: readonly StackReport[], context: CommentContext): RenderedComment {
  const stacks = reports.map((report) => describe(report, 0));
  const frame = Buffer.byteLength(compose(reports, [], true, context));
  let size = frame + stacks.reduce((total, stack) => total + stack.bytes, 0);
  while (size > context.maxBytes) {
    const longest = longestShortenable(stacks);
    const old = longest === undefined ? undefined : stacks[longest];
    if (longest === undefined || old === undefined) {
      return { body: bare(reports, context), shortened: shortened(stacks) };
    }
    const shorter = describe(old.report, old.level + 1);
    stacks[longest] = shorter;
    size += shorter.bytes - old.bytes;
  }
  const isCut = stacks.some((stack) => stack.level > 0);
  const sections = stacks.map((stack) => stack.section);
  return { body: compose(reports, sections, isCut, context), shortened: shortened(stacks) };
}

interface StackText {
  readonly report: StackReport;
  /** Index into DETAIL_LEVELS. */
  readonly level: number;
  readonly section: string;
  /** With the blank line that follows it. */
  readonly bytes: number;
}

function describe(report: StackReport, level: number): StackText {
  const section = stackSection(report, DETAIL_LEVELS[level] ?? 'counts');
  return { report, level, section, bytes: section === '' ? 0 : Buffer.byteLength(section) + 2 };
}

function longestShortenable(stacks: readonly StackText[]): number | undefined {
  let longest: number | undefined;
  for (const [index, stack] of stacks.entries()) {
    const isShortenable = stack.bytes > 0 && stack.level < DETAIL_LEVELS.length - 1;
    if (isShortenable && stack.bytes > (longest === undefined ? 0 : (stacks[longest]?.bytes ?? 0)))
      longest = index;
  }
  return longest;
}

function shortened(stacks: readonly StackText[]): RenderedComment['shortened'] {
  return stacks.flatMap(({ report, level }) => {
    const name = DETAIL_LEVELS[level];
    return name === undefined || level === 0 ? [] : [{ stack: report.stack, level: name }];
  });
}

function compose(
  reports: readonly StackReport[],
  sections: readonly string[],
  isCut: boolean,
  context: CommentContext,
): string {
  const cut = isCut
    ? 'Some lists are shortened to fit GitHub’s limit; the job summaries of the run have them whole.'
    : '';
  return join([...head(reports, context), ...sections, cut, footer(context)]);
}

/** What always fits: no stack's details at all. With hundreds of stacks even the table goes. */
function bare(reports: readonly StackReport[], context: CommentContext): string {
  const note = 'The plan is too long for a comment; the job summaries of the run have it whole.';
  const withTable = join([...head(reports, context), note, footer(context)]);
  if (Buffer.byteLength(withTable) <= context.maxBytes) return withTable;
  return join([context.marker, `## ${plain(verdict(reports))}`, note, footer(context)]);
}

function head(reports: readonly StackReport[], context: CommentContext): readonly string[] {
  const table =
    reports.length === 0 ? 'This pull request no longer changes what any stack plans.' : overview(reports);
  return [context.marker, `## ${verdict(reports)}`, ...alerts(reports), table];
}

function footer({ headSha, runUrl, writtenAt }: CommentContext): string {
  const time = `${writtenAt.slice(0, 16).replace('T', ' ')} UTC`;
  return `---\n<sub>Planned for ${headSha.slice(0, 12)} by [this run](${runUrl}) · ${time} · values are not shown, only names</sub>`;
}

/** Control characters come from programs' messages, show nothing, and are not sure to be kept by GitHub. */
function join(parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join('\n\n');
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return `${text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')}\n`;
}
