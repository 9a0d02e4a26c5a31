import { DETAIL_LEVELS, type DetailLevel } from './detail-levels.ts';
import { folded, htmlCode, plain, plural } from './markdown.ts';
import { linkPicture } from './mermaid.ts';
import { destroys, otherChanges } from './plan-changes.ts';
import {
  deferred,
  drift,
  failedChecks,
  failure,
  invocations,
  limits,
  outputs,
  warnings,
} from './plan-findings.ts';
import { lesserRisks, riskAlerts } from './plan-risks.ts';
import { changeWords, riskWords } from './plan-verdict.ts';
import { isGrave, isQuiet, labelOf, statusOf, type StackReport } from './stack-report.ts';

export { DETAIL_LEVELS, type DetailLevel } from './detail-levels.ts';

/**
 * One stack as a part of the comment, at one level of detail: a line with its counts, and below it, folded unless it is
 * grave, everything else. '' for a stack without anything to say.
 * @param room bytes for what is destroyed, at level `capped`
 */
export function stackSection(report: StackReport, level: DetailLevel, room?: number): string {
  if (isQuiet(report)) return '';
  const content = stackContent(report, level, room);
  return folded(titleOf(report), content === '' ? 'No more to say.' : content, isGrave(report));
}

function titleOf(report: StackReport): string {
  const words = titleWords(report);
  return `<b>${htmlCode(labelOf(report))}</b>${words.length === 0 ? '' : `: ${words.join(', ')}`}`;
}

function titleWords(report: StackReport): readonly string[] {
  const status = statusOf(report);
  if (status === 'failed' || status === 'unknown') return [status];
  const { counts } = report.plan ?? {};
  if (counts === null || counts === undefined) return [];
  const { outputs: changed } = counts;
  const words = [
    ...riskWords([report]),
    ...changeWords(counts),
    ...(changed > 0 ? [`${plural(changed, 'output')} to change`] : []),
  ];
  return words.length === 0 ? ['no changes'] : words;
}

/** Everything about one stack but its grave risks, which stand above all stacks. Destroys come first. */
function stackContent(report: StackReport, level: DetailLevel, room?: number): string {
  const { plan } = report;
  if (plan === undefined) return `Unknown: ${plain(report.unknownReason ?? 'there is no plan document')}.`;
  const parts = [
    statusOf(report) === 'unknown' ? 'Unknown: the plan was cancelled before it was done.' : '',
    failure(plan, level),
    limits(plan),
    destroys(plan, level, room),
    lesserRisks(plan, level),
    ...otherChanges(plan, level, !isGrave(report)),
    outputs(plan, level),
    failedChecks(plan, level),
    invocations(plan, level),
    deferred(plan, level),
    drift(plan, level),
    warnings(plan, level),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A section of the job summary: in full, and as what takes its place when the summary would be too long. */
export interface SummarySection {
  readonly markdown: string;
  readonly shorter: string;
}

/** Bytes of UTF-8 of one stack in its job summary, which may have 1 MiB in all and is dropped by GitHub beyond. */
const LARGEST_SUMMARY = 900_000;

/**
 * The same rendering for the job summary of one plan, not folded, with its grave risks and the picture of the link
 * first. A plan too long even for that loses detail as in the comment; what it destroys is named to the last.
 */
export function stackSummary(report: StackReport): SummarySection {
  const lead = [...riskAlerts([report], 'addresses'), linkPicture(report.plan?.link ?? null)];
  const at = (level: DetailLevel, room?: number) =>
    [...lead, isQuiet(report) ? '' : stackContent(report, level, room)]
      .filter((part) => part !== '')
      .join('\n\n');
  const level = DETAIL_LEVELS.find((each) => Buffer.byteLength(at(each)) <= LARGEST_SUMMARY);
  const markdown = level === undefined ? at('capped', LARGEST_SUMMARY / 2) : at(level);
  return { markdown, shorter: at('capped', LARGEST_SUMMARY / 4) };
}
