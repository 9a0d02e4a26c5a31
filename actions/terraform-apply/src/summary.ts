import type { SummaryPart } from '#lib/action/types.js';
import type { ApplyDocument } from '#lib/report/apply-document.js';
import { applySections, applyVerdict } from '#lib/report/apply-sections.js';
import { code, folded, table } from '#lib/report/markdown.js';

/** The apply in one line. */
export function verdictOf(document: ApplyDocument): string {
  return applyVerdict(document);
}

/** The job summary: verdict, what to do, what is done and not done, then the details folded. */
export function summarize(document: ApplyDocument): readonly SummaryPart[] {
  return [
    { markdown: `## ${code(document.stack)}: ${applyVerdict(document)}` },
    ...applySections(document).map((markdown) => ({ markdown })),
    { markdown: phaseList(document) },
  ].filter(({ markdown }) => markdown !== '');
}

function phaseList({ phases, tool }: ApplyDocument): string {
  const columns = [{ heading: 'Phase' }, { heading: 'Result' }, { heading: 'Time', align: 'right' as const }];
  const times = phases.map(({ name, result, milliseconds }) => [
    name,
    result,
    `${(milliseconds / 1000).toFixed(1)} s`,
  ]);
  const name = tool.name ?? 'a tool that did not say its name';
  return folded(`Phases, with ${name} ${tool.version ?? '(version unknown)'}`, table(columns, times));
}
