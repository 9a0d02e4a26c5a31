import type { SummaryPart } from '#lib/action/types.js';
import { code, folded, plural, table } from '#lib/report/markdown.js';
import type { PlanDocument, PlanDocumentCounts } from '#lib/report/plan-document.js';
import { stackSummary } from '#lib/report/plan-sections.js';
import type { StackReport } from '#lib/report/stack-report.js';

/** Words for each count, in the order of danger. */
const COUNTS: readonly (readonly [keyof PlanDocumentCounts, string])[] = [
  ['delete', 'to destroy'],
  ['replace', 'to replace'],
  ['createForget', 'to replace without destroying'],
  ['forget', 'to forget'],
  ['update', 'to change'],
  ['create', 'to create'],
  ['import', 'to import'],
  ['move', 'to move'],
  ['read', 'to read during apply'],
  ['deferred', 'put off to a later plan'],
  ['actionInvocations', 'to invoke (actions)'],
  ['outputs', 'to change among the outputs'],
];

/** The job summary of one plan: verdict, what to do, counts, then the same section as in the comment. */
export function summarize(document: PlanDocument): readonly SummaryPart[] {
  const report: StackReport = {
    stack: document.stack,
    directory: document.directory,
    plan: document,
    unknownReason: undefined,
  };
  return [
    { markdown: `## ${code(document.stack)}: ${verdictOf(document)}` },
    { markdown: advice(document) },
    { markdown: countTable(document) },
    stackSummary(report),
    { markdown: phaseList(document) },
  ].filter((part) => part.markdown !== '');
}

/** The plan in one line: what it would do, or where it ended. */
export function verdictOf({ status, failure, counts }: PlanDocument): string {
  const phase = failure?.phase ?? 'plan';
  if (status === 'cancelled') return `cancelled during ${phase}`;
  if (status === 'failed' || counts === null) return `${phase} failed`;
  return status === 'no-changes' ? 'no changes' : rows(counts).join(', ');
}

function rows(counts: PlanDocumentCounts): readonly string[] {
  return COUNTS.flatMap(([key, words]) => (counts[key] > 0 ? [`${counts[key]} ${words}`] : []));
}

function advice(document: PlanDocument): string {
  if (document.failure !== null) {
    return 'What an apply would do to this stack is **unknown**. Correct what is named below and run the plan again.';
  }
  const destroys = document.counts?.destroys ?? 0;
  const lines = [
    ...(destroys > 0
      ? [`**${plural(destroys, 'object')} will be destroyed.** Check each before you approve.`]
      : []),
    ...(document.locked ? [] : ['Planned without the state lock: the state may have changed meanwhile.']),
    ...(document.unformatted.length > 0
      ? [`Not formatted: ${document.unformatted.map(code).join(', ')}. Run \`terraform fmt\`.`]
      : []),
  ];
  if (lines.length > 0) return lines.join('\n\n');
  return document.status === 'changes' ? 'Review the changes before you approve.' : 'Nothing to do.';
}

/** Every kind that occurs, also those that the verdict of a comment leaves out. */
function countTable({ counts }: PlanDocument): string {
  const found = counts === null ? [] : COUNTS.filter(([key]) => counts[key] > 0);
  if (counts === null || found.length === 0) return '';
  const columns = [{ heading: 'What' }, { heading: 'Count', align: 'right' as const }];
  return table(
    columns,
    found.map(([key, words]) => [words, String(counts[key])]),
  );
}

function phaseList({ phases, tool }: PlanDocument): string {
  const columns = [{ heading: 'Phase' }, { heading: 'Result' }, { heading: 'Time', align: 'right' as const }];
  const times = phases.map((phase) => [
    phase.name,
    phase.result,
    `${(phase.milliseconds / 1000).toFixed(1)} s`,
  ]);
  const name = tool.name ?? 'a tool that did not say its name';
  return folded(`Phases, with ${name} ${tool.version ?? '(version unknown)'}`, table(columns, times));
}
