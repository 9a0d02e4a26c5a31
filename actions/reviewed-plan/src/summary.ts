import { code, codeCell, plain, plural, table } from '#lib/report/markdown.js';
import type { ReviewedPlanDocument } from '#lib/report/reviewed-plan-document.js';

/** What will be applied, on whose word, and through which environment. */
export function summarize(document: ReviewedPlanDocument): string {
  const { stacks, pullRequest, headSha, sha, runUrl, runId, plannedAt, environment } = document;
  const heading =
    stacks.length === 0 ? 'Nothing to apply' : `Reviewed plans to apply: ${plural(stacks.length, 'stack')}`;
  const approved =
    document.approvedBy.length > 0
      ? `approved by ${document.approvedBy.map((login) => plain(login)).join(', ')}`
      : 'without an approval, which is not required';
  const lines = [
    `### ${heading}`,
    '',
    `Pull request #${String(pullRequest)} at ${code(headSha.slice(0, 12))}, ${approved}; planned by [run ${String(runId)}](${runUrl}) at ${plannedAt}. The code applied is ${code(sha.slice(0, 12))}, ${document.merged ? 'the merge' : 'before the merge'}.`,
    '',
    `Environment ${code(environment)}: **${document.protection}**.`,
    ...[...document.protectionReasons, ...document.protectionNotes].map((sentence) => `- ${plain(sentence)}`),
  ];
  if (stacks.length > 0) lines.push('', stackTable(document));
  for (const { name, reason } of document.leftOut) {
    const words = reason === 'no-changes' ? 'has no changes' : 'was not asked for';
    lines.push('', `${code(name)} ${words} and is left alone.`);
  }
  return lines.join('\n');
}

function stackTable({ stacks }: ReviewedPlanDocument): string {
  return table(
    [{ heading: 'Stack' }, { heading: 'How' }],
    stacks.map(({ name, bundleArtifactId, codeChanged }) => [
      codeCell(name),
      plain(how(bundleArtifactId, codeChanged)),
    ]),
  );
}

function how(bundle: number | null, codeChanged: string | null): string {
  if (codeChanged !== null) return `planned again and compared: ${codeChanged}`;
  return bundle === null ? 'planned again and compared: no plan was kept' : 'the sealed plan itself';
}
