import { code } from '#lib/report/markdown.js';
import type { NodeadmDocument } from '#lib/report/nodeadm-document.js';

/** Version first, then what vouched for it, what it supports, and what to know. */
export function summarize(document: NodeadmDocument): string {
  const { version, architecture, cacheHit, vouchedBy, sha256, manifest, nodeConfig, warnings } = document;
  const vouched =
    vouchedBy === 'input'
      ? 'the given SHA-256'
      : `the SHA-256 that its release publishes (${code(sha256)}); give it as ${code('sha256')} to pin it`;
  const lines = [
    `### nodeadm ${version} for ${architecture}`,
    '',
    `- ${cacheHit ? 'From the tool cache' : 'Downloaded'}; verified by ${vouched}.`,
  ];
  if (!document.onPath) lines.push('- Not on PATH: it does not run on this runner.');
  lines.push(...manifestLines(manifest));
  if (nodeConfig !== null) lines.push(`- ${configLine(nodeConfig)}`);
  for (const warning of warnings) lines.push(`- ⚠️ ${warning}`);
  return lines.join('\n');
}

function manifestLines(manifest: NodeadmDocument['manifest']): readonly string[] {
  if (manifest === null) return [];
  const { kubernetes, region, credentialProvider } = manifest;
  return [
    ...(kubernetes === null ? [] : [`- Installs Kubernetes ${kubernetes}.`]),
    ...(region === null ? [] : [`- Knows the region ${code(region)} with ${code(credentialProvider)}.`]),
  ];
}

function configLine({
  origin,
  cluster,
  region,
  programCheck,
}: NonNullable<NodeadmDocument['nodeConfig']>): string {
  const what = origin === 'given' ? 'The NodeConfig fits' : 'A NodeConfig was written';
  const also = programCheck === 'passed' ? '; nodeadm itself agrees' : '';
  return `${what}, for the cluster ${code(cluster)} in ${code(region)}${also}.`;
}
