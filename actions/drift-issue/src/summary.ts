import type { SummaryPart } from '#lib/action/types.js';
import type { DriftDocument, IssueOutcome } from '#lib/report/drift-document.js';
import { driftSections, driftVerdict } from '#lib/report/drift-sections.js';
import { code, folded, table } from '#lib/report/markdown.js';

const ACTIONS: Readonly<Record<IssueOutcome['action'], string>> = {
  opened: 'was opened',
  updated: 'was updated',
  reopened: 'was opened again',
  unchanged: 'says so already',
  closed: 'was closed',
  capped: 'was **not opened**: there are as many open issues as max-open allows',
  accepted: 'stays closed: it was closed as not planned, and nothing has changed since',
  none: '',
};

/** The job summary: verdict, what became of the issues, then what drifted. */
export function summarize(document: DriftDocument): readonly SummaryPart[] {
  return [
    { markdown: `## ${code(document.stack)}: ${driftVerdict(document)}` },
    { markdown: issueLine('The issue', document.issue) },
    { markdown: issueLine('The issue about failures', document.errorIssue) },
    ...driftSections(document, true).map((markdown) => ({ markdown })),
    { markdown: phaseList(document) },
  ].filter(({ markdown }) => markdown !== '');
}

function issueLine(what: string, outcome: IssueOutcome | null): string {
  if (outcome === null || outcome.action === 'none') return '';
  const { number, url, action } = outcome;
  const link = number === null || url === null ? '' : ` [${number}](${url})`;
  return `${what}${link} ${ACTIONS[action]}.`;
}

function phaseList({ phases, tool }: DriftDocument): string {
  if (phases.length === 0) return '';
  const columns = [{ heading: 'Phase' }, { heading: 'Result' }, { heading: 'Time', align: 'right' as const }];
  const times = phases.map(({ name, result, milliseconds }) => [
    name,
    result,
    `${(milliseconds / 1000).toFixed(1)} s`,
  ]);
  const name = tool.name ?? 'a tool that did not say its name';
  return folded(`Phases, with ${name} ${tool.version ?? '(version unknown)'}`, table(columns, times));
}
