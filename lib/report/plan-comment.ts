import { addressAlert, type AddressReport, addressSections, addressWords } from './address-summary.ts';
import { fitSections } from './comment-budget.ts';
import { tells, type DetailLevel } from './detail-levels.ts';
import { code } from './markdown.ts';
import { linkPicture } from './mermaid.ts';
import type { RiskDetail } from './plan-risks.ts';
import { alerts, overview, verdict } from './plan-verdict.ts';
import { labelOf, rankOf, type StackReport } from './stack-report.ts';

export interface CommentContext {
  /** Hidden first line by which the comment is found again. */
  readonly marker: string;
  readonly headSha: string;
  readonly runUrl: string;
  /** ISO 8601 time of this comment. */
  readonly writtenAt: string;
  /** Largest comment in bytes of UTF-8. */
  readonly maxBytes: number;
  /** What cidr-check says of the addresses of all stacks; null when it was not asked. */
  readonly addresses?: AddressReport | null;
}

export interface RenderedComment {
  readonly body: string;
  /** Stacks told with less than full detail, with the level they got; without the values of created objects is full. */
  readonly shortened: readonly { readonly stack: string; readonly level: DetailLevel }[];
}

/**
 * The whole comment: verdict, what is dangerous, one line per stack, then each stack, the gravest first. When it is too
 * long, the picture of the link goes first, then details (see `fitSections`); no section is ever cut in the middle.
 */
export function renderPlanComment(reports: readonly StackReport[], context: CommentContext): RenderedComment {
  const ordered = [...reports].sort((one, other) => rankOf(one) - rankOf(other));
  const risks = riskDetail(reports, context.maxBytes);
  const pictures = linkPictures(reports);
  const lead = head(reports, context, risks, pictures);
  const whole = attempt(ordered, context, lead);
  if (whole?.shortened.length === 0) return whole;
  const cut = pictures.length === 0 ? whole : attempt(ordered, context, head(reports, context, risks, []));
  return cut ?? { body: bare(reports, context), shortened: allCut(ordered) };
}

/** Undefined when not even the shortest sections fit below this head. */
function attempt(
  ordered: readonly StackReport[],
  context: CommentContext,
  lead: readonly string[],
): RenderedComment | undefined {
  const end = footer(context);
  const frame = Buffer.byteLength(join([...lead, CUT, end])) + 2;
  const stacks = fitSections(ordered, context.maxBytes - frame);
  if (stacks === undefined) return undefined;
  const shortened = stacks.flatMap(({ report, level, bytes }) =>
    bytes === 0 || tells(level, 'values') ? [] : [{ stack: labelOf(report), level }],
  );
  const sections = stacks.map(({ section }) => section);
  return { body: join([...lead, ...sections, shortened.length > 0 ? CUT : '', end]), shortened };
}

const CUT = 'Some lists are shortened to fit GitHub’s limit; the job summaries of the run have them whole.';

/** Sentences of grave risks always stand; with thousands of addresses these are left to the job summaries. */
function riskDetail(reports: readonly StackReport[], maxBytes: number): RiskDetail {
  const fits = (detail: RiskDetail) =>
    Buffer.byteLength(alerts(reports, detail).join('\n\n')) <= maxBytes / 2;
  if (fits('addresses')) return 'addresses';
  return fits('sentences') ? 'sentences' : 'counts';
}

/** What is left when no stack’s details fit: with hundreds of stacks even the table goes, at last all but the verdict. */
function bare(reports: readonly StackReport[], context: CommentContext): string {
  const note = 'The plan is too long for a comment; the job summaries of the run have it whole.';
  const end = [note, footer(context)];
  const title = [context.marker, heading(reports, context)];
  const candidates = (['addresses', 'sentences', 'counts'] as const).flatMap((risks) => [
    join([...head(reports, context, risks, []), ...end]),
    join([...title, ...alerts(reports, risks), addressPart(context, 0), ...end]),
  ]);
  return candidates.find((body) => Buffer.byteLength(body) <= context.maxBytes) ?? join([...title, ...end]);
}

function allCut(reports: readonly StackReport[]): RenderedComment['shortened'] {
  return reports.map((report) => ({ stack: labelOf(report), level: 'capped' }));
}

function head(
  reports: readonly StackReport[],
  context: CommentContext,
  risks: RiskDetail,
  pictures: readonly string[],
): readonly string[] {
  const table =
    reports.length === 0 ? 'This pull request no longer changes what any stack plans.' : overview(reports);
  return [
    context.marker,
    heading(reports, context),
    addressAlert(context.addresses ?? null),
    ...alerts(reports, risks),
    ...pictures,
    table,
    addressPart(context, context.maxBytes / 3),
  ];
}

/** What is said of addresses in so many bytes; its verdict stands in any case. */
function addressPart({ addresses = null }: CommentContext, bytes: number): string {
  const sections = addresses === null ? [''] : addressSections(addresses);
  return sections.find((section) => Buffer.byteLength(section) <= bytes) ?? sections.at(-1) ?? '';
}

function heading(reports: readonly StackReport[], { addresses = null }: CommentContext): string {
  const words = addressWords(addresses);
  return `## ${verdict(reports)}${words === '' ? '' : ` · ${words}`}`;
}

/** One picture for each stack that does something to a link; more than one is named. */
function linkPictures(reports: readonly StackReport[]): readonly string[] {
  const found = reports.flatMap((report) => {
    const picture = linkPicture(report.plan?.link ?? null);
    return picture === '' ? [] : [{ report, picture }];
  });
  return found.map(({ report, picture }) =>
    found.length === 1 ? picture : `The link of ${code(labelOf(report))}:\n\n${picture}`,
  );
}

function footer({ headSha, runUrl, writtenAt }: CommentContext): string {
  const time = `${writtenAt.slice(0, 16).replace('T', ' ')} UTC`;
  return `---\n<sub>Planned for ${headSha.slice(0, 12)} by [this run](${runUrl}) · ${time} · sensitive values are not shown</sub>`;
}

/**
 * What a comment says, without which run said it and when: two comments of which this is equal tell a reader the same
 * about the same commit. Only the marker and the footer are looked at, so no text of a plan can pass for either.
 */
export function contentOf(body: string): string {
  return body
    .replace(/^<!-- \S+ id=\S+ run=\S+ -->/, '')
    .replace(/ by \[this run\]\([^)\n]*\) · [^·\n]+ · ([^·\n]*<\/sub>\s*)$/, ' $1');
}

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
