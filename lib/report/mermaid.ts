import { fenced } from './markdown.ts';
import type { PlanDocument } from './plan-document.ts';

export type LinkEffect = NonNullable<PlanDocument['link']>;
type Tunnel = LinkEffect['tunnels'][number];

const EFFECT: Readonly<Record<Tunnel['effect'], { readonly words: string; readonly edge: string }>> = {
  none: { words: 'stays as it is', edge: '---' },
  create: { words: 'is created', edge: '-.-' },
  update: { words: 'is changed, stays up', edge: '---' },
  interrupt: { words: 'goes down for a while', edge: '-.-' },
  destroy: { words: 'is destroyed', edge: '--x' },
};

/** Dark text on light, light enough for both of GitHub's themes. */
const CLASSES = [
  'classDef none fill:#eaeef2,stroke:#57606a,color:#24292f',
  'classDef create fill:#dafbe1,stroke:#1a7f37,color:#0b3d1a',
  'classDef update fill:#ddf4ff,stroke:#0969da,color:#0a3069',
  'classDef interrupt fill:#fff8c5,stroke:#9a6700,color:#4d2d00',
  'classDef destroy fill:#ffebe9,stroke:#cf222e,color:#82071e',
];

const REDUNDANCY: Readonly<Record<LinkEffect['redundancy'], string>> = {
  kept: 'While this is applied more than one connection stays up.',
  lost: '**While this is applied only one connection is left**: the next failure cuts the clouds apart.',
  none: '**While this is applied nothing carries traffic between the clouds.**',
  unknown: 'What stays up while this is applied is unknown.',
};

function stateWords({ tunnels, redundancy }: LinkEffect): string {
  return tunnels.every(({ effect }) => effect === 'create')
    ? 'All of this link is new.'
    : REDUNDANCY[redundancy];
}

/** A link with more tunnels is not this architecture's, and no picture of it would be read. */
const MOST_TUNNELS = 16;

/**
 * The link between the clouds as a Mermaid flowchart with what the plan does to each tunnel; '' when it does nothing.
 * Each side of the Azure gateway is an instance of its own, as tunnels of one connection end at one instance.
 */
export function linkPicture(link: LinkEffect | null): string {
  if (link === null || link.tunnels.every(({ effect }) => effect === 'none')) return '';
  const tunnels = link.tunnels.slice(0, MOST_TUNNELS);
  const connections = [...new Set(tunnels.map(connectionOf))];
  const lines = [
    'flowchart LR',
    '  aws["AWS Transit Gateway"]',
    '  subgraph azure["Azure VPN gateway"]',
    ...connections.map((name, index) => `    gw${String(index)}["${gatewayLabel(name, index)}"]`),
    '  end',
    ...tunnels.flatMap((tunnel, index) => {
      const { words, edge } = EFFECT[tunnel.effect];
      const node = `t${String(index)}`;
      return [
        `  ${node}["${label(tunnel.name)}<br/>${words}"]:::${tunnel.effect}`,
        `  aws ${edge} ${node}`,
        `  ${node} ${edge} gw${String(connections.indexOf(connectionOf(tunnel)))}`,
      ];
    }),
    ...CLASSES.map((line) => `  ${line}`),
  ];
  return `${fenced(lines.join('\n'), 'mermaid')}\n\n${stateWords(link)}`;
}

/** The tunnel's name without its number: what the two tunnels of a connection share. */
function connectionOf({ name }: Tunnel): string {
  return name.replace(/(?:^|[^\p{L}\p{N}]+)tunnel[^\p{L}\p{N}]*\d+[^\p{L}\p{N}]*$/iu, '');
}

function gatewayLabel(connection: string, index: number): string {
  if (/instance/i.test(connection)) return label(connection);
  const instance = `instance ${String(index)}`;
  return connection === '' ? instance : `${instance}<br/>${label(connection)}`;
}

/** Characters of a label. */
const LONGEST_LABEL = 60;

/** Mermaid reads `#34;` as the character of that number: whatever could be syntax or HTML is written so. */
function label(text: string): string {
  const short = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;
  return short.replaceAll(
    /[^\p{L}\p{N} ….,/_-]/gu,
    (character) => `#${String(character.codePointAt(0) ?? 0)};`,
  );
}
