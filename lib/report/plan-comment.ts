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
  const levels = reports.map(() => 0);
  const sections = reports.map((report) => stackSection(report, 'attributes'));
  for (
    let body = compose(reports, sections, levels, context);
    ;
    body = compose(reports, sections, levels, context)
  ) {
    if (Buffer.byteLength(body) <= context.maxBytes) return { body, shortened: shortened(reports, levels) };
    const longest = longestShortenable(sections, levels);
    if (longest === undefined) return { body: bare(reports, context), shortened: shortened(reports, levels) };
    const level = (levels[longest] ?? 0) + 1;
    levels[longest] = level;
    const report = reports[longest];
    if (report !== undefined) sections[longest] = stackSection(report, DETAIL_LEVELS[level] ?? 'counts');
  }
}

function longestShortenable(sections: readonly string[], levels: readonly number[]): number | undefined {
  return sections
    .map((section, index) => ({ index, length: section.length }))
    .filter(({ index, length }) => length > 0 && (levels[index] ?? 0) < DETAIL_LEVELS.length - 1)
    .sort((one, other) => other.length - one.length)[0]?.index;
}

function shortened(reports: readonly StackReport[], levels: readonly number[]): RenderedComment['shortened'] {
  return reports.flatMap(({ stack }, index) => {
    const level = DETAIL_LEVELS[levels[index] ?? 0];
    return level === undefined || level === 'attributes' ? [] : [{ stack, level }];
  });
}

function compose(
  reports: readonly StackReport[],
  sections: readonly string[],
  levels: readonly number[],
  context: CommentContext,
): string {
  const cut = levels.some((level) => level > 0)
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

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
