import { noCounts } from '../terraform/plan-counts.ts';
import { code, codeCell, plural, table } from './markdown.ts';
import type { PlanDocumentCounts as Counts } from './plan-document.ts';
import { riskAlerts, risksOf, type RiskDetail } from './plan-risks.ts';
import { isQuiet, labelOf, statusOf, type StackReport, type StackStatus } from './stack-report.ts';

const RESULT: Record<StackStatus, string> = {
  failed: '❌ failed',
  unknown: '❔ unknown',
  changes: '🔷 changes',
  'no-changes': '✅ no changes',
};

/** The heading: what happens to the clouds when all of this is applied, in one line. */
export function verdict(reports: readonly StackReport[]): string {
  if (reports.length === 0) return 'Terraform plan: no stack is touched';
  const failed = reports.filter((report) => statusOf(report) === 'failed').length;
  const unknown = reports.filter((report) => statusOf(report) === 'unknown').length;
  const parts = [
    ...(failed > 0 ? [`${plural(failed, 'stack')} failed`] : []),
    ...(unknown > 0 ? [`${plural(unknown, 'stack')} unknown`] : []),
    ...riskWords(reports),
    ...changeWords(sum(reports)),
  ];
  if (parts.length > 0) return `Terraform plan: ${parts.join(', ')}`;
  if (reports.every((report) => statusOf(report) === 'no-changes')) return 'Terraform plan: no changes';
  const { outputs } = sum(reports);
  if (outputs === 0) return 'Terraform plan: no resource changes';
  return `Terraform plan: only ${plural(outputs, 'output')} ${outputs === 1 ? 'changes' : 'change'}`;
}

/** `1 critical risk`, `2 high risks`; lesser ones are no part of a verdict. */
export function riskWords(reports: readonly StackReport[]): readonly string[] {
  return (['critical', 'high'] as const).flatMap((level) => {
    const count = risksOf(reports, level);
    return count === 0 ? [] : [plural(count, `${level} risk`)];
  });
}

/** `3 to create`, `1 to replace` …, the destructive ones first; kinds with a count of zero are left out. */
export function changeWords(counts: Counts): readonly string[] {
  const words: readonly (readonly [number, string])[] = [
    [counts.delete, 'destroy'],
    [counts.replace, 'replace'],
    [counts.update, 'change'],
    [counts.create, 'create'],
    [counts.createForget, 'replace without destroying'],
    [counts.forget, 'forget'],
    [counts.importOnly, 'import'],
    [counts.moveOnly, 'move'],
  ];
  return words.filter(([count]) => count > 0).map(([count, word]) => `${String(count)} to ${word}`);
}

/** Counts over all stacks that have a plan. */
export function sum(reports: readonly StackReport[]): Counts {
  const total = noCounts();
  for (const { plan } of reports) {
    if (plan === undefined || plan.counts === null) continue;
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += plan.counts[key];
  }
  return total;
}

/**
 * What a reviewer must not miss, as GitHub alerts: failures first, then unknowns, critical and high risks, destroys and
 * failing checks.
 */
export function alerts(reports: readonly StackReport[], detail: RiskDetail = 'addresses'): readonly string[] {
  const named = (status: StackStatus) =>
    reports.filter((report) => statusOf(report) === status).map((report) => code(labelOf(report)));
  const failed = named('failed');
  const unknown = named('unknown');
  const totals = sum(reports);
  const found: string[] = [];
  if (failed.length > 0)
    found.push(
      alert(
        'CAUTION',
        `No plan for ${failed.join(', ')}: see the error below. Nothing can be applied from it.`,
      ),
    );
  if (unknown.length > 0)
    found.push(
      alert('WARNING', `What ${unknown.join(', ')} would change is **unknown**: see the reason below.`),
    );
  found.push(...riskAlerts(reports, detail));
  if (totals.destroys > 0) {
    found.push(
      alert(
        'CAUTION',
        `**${plural(totals.destroys, 'object')} will be destroyed**, ${String(totals.replace)} of them to be replaced.`,
      ),
    );
  }
  if (totals.failedChecks > 0)
    found.push(alert('WARNING', `${plural(totals.failedChecks, 'check')} of the configuration fails.`));
  return found;
}

function alert(kind: 'CAUTION' | 'WARNING', text: string): string {
  return `> [!${kind}]\n> ${text}`;
}

/** One line per stack that has something to say, in the order given; the others together on one line below. */
export function overview(reports: readonly StackReport[]): string {
  const telling = reports.filter((report) => !isQuiet(report));
  const quiet = reports.filter(isQuiet).map((report) => code(labelOf(report)));
  const rest = quiet.length === 0 ? [] : [`✅ No changes: ${quiet.join(', ')}`];
  return [...(telling.length === 0 ? [] : [overviewTable(telling)]), ...rest].join('\n\n');
}

function overviewTable(reports: readonly StackReport[]): string {
  const columns = ['stack', 'result'].map((heading) => ({ heading }));
  const numbers = ['create', 'change', 'replace', 'destroy', 'other'].map((heading) => ({
    heading,
    align: 'right' as const,
  }));
  return table([...columns, ...numbers], reports.map(overviewRow));
}

function overviewRow(report: StackReport): readonly string[] {
  const status = statusOf(report);
  const lead = [codeCell(labelOf(report)), RESULT[status]];
  const counts = report.plan?.counts ?? null;
  if (counts === null || status === 'failed' || status === 'unknown') {
    return [...lead, '–', '–', '–', '–', '–'];
  }
  const other = counts.importOnly + counts.moveOnly + counts.forget + counts.createForget;
  return [...lead, ...[counts.create, counts.update, counts.replace, counts.delete, other].map(String)];
}
