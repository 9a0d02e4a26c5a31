import { code } from '#lib/report/markdown.js';
import type { Outcome } from './run.ts';

const TITLES = { terraform: 'Terraform', opentofu: 'OpenTofu' } as const;

/** Version first, then why and how it was verified; all sources folded when there are several. */
export function summarize({ sources, resolution, installed }: Outcome, tool: keyof typeof TITLES): string {
  const { version, decidedBy, newest } = resolution;
  const lines = [`### ${TITLES[tool]} ${version}`, ''];
  lines.push(
    decidedBy === null
      ? '- Nothing says which version: the newest release was taken.'
      : `- Decided by ${code(decidedBy.place)}: ${code(decidedBy.text)}.`,
  );
  if (newest !== null && newest !== version) lines.push(`- The newest release is ${newest}.`);
  const { proof } = installed;
  const vouched =
    proof.by === 'signature'
      ? `its signature by ${proof.key} (${code(proof.signedBy)}, ${proof.signedAt.slice(0, 10)})`
      : 'the given SHA-256';
  lines.push(`- ${installed.cacheHit ? 'From the tool cache' : 'Downloaded'}; verified by ${vouched}.`);
  for (const sentence of sources.unknown) lines.push(`- Unknown: ${sentence}`);
  if (sources.requirements.length < 2) return lines.join('\n');
  const rows = sources.requirements.map(({ place, text }) => `- ${code(place)}: ${code(text)}`);
  const summary = `<summary>All ${rows.length} sources agree</summary>`;
  return [...lines, '', '<details>', summary, '', ...rows, '', '</details>'].join('\n');
}
