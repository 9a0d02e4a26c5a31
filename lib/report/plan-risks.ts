import { groupAddresses } from './address-groups.ts';
import { tells, type DetailLevel } from './detail-levels.ts';
import { code, folded, plural, prose } from './markdown.ts';
import type { PlanDocument } from './plan-document.ts';
import { labelOf, type StackReport } from './stack-report.ts';

type Risk = PlanDocument['risks'][number];
export type RiskLevel = Risk['level'];

/** Fewer addresses than this are listed one by one. */
const FEW_ADDRESSES = 6;
const LONGEST_GROUP = 20_000;
/** Groups of addresses, and characters of each, that a lesser risk names. */
const MOST_GROUPS = 6;
const SHORT_GROUP = 300;

/** How much the head of the comment says of the grave risks. */
export type RiskDetail = 'addresses' | 'sentences' | 'counts';

export function risksOf(reports: readonly StackReport[], level: RiskLevel): number {
  return reports.reduce((sum, { plan }) => sum + (plan?.risks.filter(hasLevel(level)).length ?? 0), 0);
}

function hasLevel(level: RiskLevel): (risk: Risk) => boolean {
  return (risk) => risk.level === level;
}

/** The critical and the high risks of all stacks, as GitHub alerts that stand open. */
export function riskAlerts(reports: readonly StackReport[], detail: RiskDetail): readonly string[] {
  const kinds = [
    ['critical', 'CAUTION'],
    ['high', 'WARNING'],
  ] as const;
  return kinds.flatMap(([level, kind]) => {
    const lines = reports.flatMap((report) =>
      (report.plan?.risks ?? [])
        .filter(hasLevel(level))
        .map(
          (risk) =>
            `- ${code(labelOf(report))}: ${riskText(risk, detail === 'addresses' ? addressList(risk.addresses) : '')}`,
        ),
    );
    if (lines.length === 0) return [];
    const lead = `**${plural(lines.length, `${level} risk`)}**`;
    const quoted = detail === 'counts' ? [`${lead}: see the job summaries of the run.`] : [lead, ...lines];
    return [[`[!${kind}]`, ...quoted].map((line) => `> ${line}`).join('\n')];
  });
}

function riskText(risk: Risk, addresses: string): string {
  return `${prose(risk.sentence)}${addresses === '' ? '' : ` (${addresses})`}`;
}

function addressList(addresses: readonly string[]): string {
  if (addresses.length < FEW_ADDRESSES) return addresses.map((address) => code(address)).join(', ');
  return groupAddresses(addresses)
    .map(({ text }) => code(text, LONGEST_GROUP))
    .join(', ');
}

/** Enough to see what is meant; a remark on all objects of a plan need not name them all again. */
function shortAddressList(addresses: readonly string[]): string {
  const groups = groupAddresses(addresses);
  const shown = groups.slice(0, MOST_GROUPS);
  const named = shown.reduce((sum, { count }) => sum + count, 0);
  const left = addresses.length - named;
  return [
    ...shown.map(({ text }) => code(text, SHORT_GROUP)),
    ...(left > 0 ? [`and ${String(left)} more`] : []),
  ].join(', ');
}

/** The lesser risks of one stack, folded. */
export function lesserRisks({ risks }: PlanDocument, level: DetailLevel): string {
  const found = (['warning', 'info'] as const).flatMap((each) => risks.filter(hasLevel(each)));
  if (found.length === 0) return '';
  const title = `${plural(found.length, 'remark')} on what this means for the cluster and its link`;
  if (!tells(level, 'types')) return `${title}: see the job summary.`;
  const lines = found.map((risk) => {
    const addresses = tells(level, 'addresses') ? shortAddressList(risk.addresses) : '';
    return `- ${risk.level}: ${riskText(risk, addresses)}`;
  });
  return folded(title, lines.join('\n'));
}
