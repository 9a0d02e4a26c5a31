import { fenced } from './markdown.ts';
import type { ReportedLink, ReportedPath, ReportedTunnel } from './tunnels-document.ts';

/** How a line looks: whole for what carries, broken for what may, crossed for what does not. */
const EDGES: Readonly<Record<ReportedTunnel['verdict'], string>> = {
  healthy: '---',
  settling: '---',
  degraded: '---',
  provisioning: '-.-',
  unknown: '-.-',
  asymmetric: '-.-',
  down: '--x',
};

/** Dark text on light, light enough for both of GitHub's themes. */
const CLASSES = [
  'classDef healthy fill:#dafbe1,stroke:#1a7f37,color:#0b3d1a',
  'classDef settling fill:#ddf4ff,stroke:#0969da,color:#0a3069',
  'classDef provisioning fill:#ddf4ff,stroke:#0969da,color:#0a3069',
  'classDef unknown fill:#eaeef2,stroke:#57606a,color:#24292f',
  'classDef asymmetric fill:#fff8c5,stroke:#9a6700,color:#4d2d00',
  'classDef degraded fill:#fff8c5,stroke:#9a6700,color:#4d2d00',
  'classDef down fill:#ffebe9,stroke:#cf222e,color:#82071e',
];

const MOST_TUNNELS = 16;

/** Both clouds with each tunnel's or path's state, as a Mermaid flowchart; '' without one. */
export function tunnelsPicture({ tunnels, paths }: ReportedLink): string {
  if (paths.length > 0) return pathsPicture(paths.slice(0, MOST_TUNNELS));
  if (tunnels.length === 0) return '';
  const shown = tunnels.slice(0, MOST_TUNNELS);
  const aws = distinct(shown.map(({ vpnConnection }) => vpnConnection ?? 'not found in AWS'));
  const azure = distinct(shown.map(({ azureInstance }) => azureInstance ?? 'instance not known'));
  const lines = [
    'flowchart LR',
    '  subgraph aws["AWS"]',
    ...aws.map((name, index) => `    a${index}["${label(name)}"]`),
    '  end',
    '  subgraph azure["Azure gateway"]',
    ...azure.map((name, index) => `    z${index}["${label(name)}"]`),
    '  end',
    ...shown.flatMap(({ name, verdict, vpnConnection, azureInstance }, index) => [
      `  t${index}["${label(name)}<br/>${verdict}"]:::${verdict}`,
      `  a${aws.indexOf(vpnConnection ?? 'not found in AWS')} ${EDGES[verdict]} t${index}`,
      `  t${index} ${EDGES[verdict]} z${azure.indexOf(azureInstance ?? 'instance not known')}`,
    ]),
    ...CLASSES.map((line) => `  ${line}`),
  ];
  return fenced(lines.join('\n'), 'mermaid');
}

/** The chain of a private link: virtual interfaces, the router between, ports of circuits, sessions of the gateway. */
function pathsPicture(paths: readonly ReportedPath[]): string {
  const nodes = paths.map(
    ({ name, verdict }, index) => `p${index}["${label(name)}<br/>${verdict}"]:::${verdict}`,
  );
  const of = (...kinds: readonly ReportedPath['kind'][]): readonly string[] =>
    nodes.flatMap((node, index) =>
      kinds.includes(paths[index]?.kind ?? 'circuit-port') ? [`    ${node}`] : [],
    );
  const edges = paths.map(({ kind, verdict }, index) => {
    if (kind === 'virtual-interface') return `  aws ${EDGES[verdict]} p${index} ${EDGES[verdict]} router`;
    if (kind === 'circuit-port') return `  router ${EDGES[verdict]} p${index} ${EDGES[verdict]} circuit`;
    return `  circuit ${EDGES[verdict]} p${index} ${EDGES[verdict]} gateway`;
  });
  const lines = [
    'flowchart LR',
    '  subgraph amazon["AWS"]',
    '    aws["Direct Connect gateway"]',
    ...of('virtual-interface'),
    '  end',
    '  router["Router at the colocation"]',
    '  subgraph azure["Azure"]',
    ...of('circuit-port'),
    '    circuit["Edge of the circuit"]',
    ...of('gateway-session'),
    '    gateway["ExpressRoute gateway"]',
    '  end',
    ...edges,
    ...CLASSES.map((line) => `  ${line}`),
  ];
  return fenced(lines.join('\n'), 'mermaid');
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Mermaid reads `#34;` as the character of that number: whatever could be syntax is written so. */
function label(text: string): string {
  return text
    .slice(0, 60)
    .replaceAll(/[^\p{L}\p{N} .,/_-]/gu, (character) => `#${String(character.codePointAt(0) ?? 0)};`);
}
