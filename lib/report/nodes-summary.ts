import type { SummaryPart } from '../action/types.ts';
import { code, codeCell, folded, plain, plural, prose, table } from './markdown.ts';
import type { NodesDocument } from './nodes-document.ts';

type Row = NodesDocument['nodes'][number];

const MOST_ROWS = 200;
const MOST_CAUSES = 20;
const MOST_NAMES = 8;

/** The outcome in one line. */
export function nodesVerdict({ verdict, counts, waitedSeconds }: NodesDocument): string {
  const waited = `after ${plural(waitedSeconds, 'second')}`;
  if (verdict === 'unknown') return 'not known: the list of nodes could not be read';
  const { expected, ready, notReady, missing } = counts;
  if (verdict === 'ready') return `all ${plural(expected, 'node')} ready ${waited}`;
  return `${ready} of ${plural(expected, 'node')} ready ${waited}, ${notReady} not ready, ${missing} missing`;
}

const SIGNS = { ready: '✅', 'not-ready': '❌', unknown: '❓' } as const;

/** The job summary: verdict, causes with what to do, then the table. */
export function nodesSummary(document: NodesDocument): readonly SummaryPart[] {
  const { verdict, cluster, unknown, leftovers } = document;
  return [
    { markdown: `## ${SIGNS[verdict]} Nodes of ${code(cluster)}: ${nodesVerdict(document)}` },
    { markdown: causes(document) },
    { markdown: unknown.length === 0 ? '' : notKnown(unknown) },
    {
      markdown:
        leftovers.length === 0
          ? ''
          : `**Left over:** ${leftovers
              .slice(0, MOST_NAMES)
              .map((name) => code(name))
              .join(
                ', ',
              )}${more(leftovers.length, MOST_NAMES)}. Their VMs have newer nodes; AWS bills a node until it is deleted (\`node-cleanup\`).`,
    },
    { markdown: rows(document.nodes) },
  ].filter(({ markdown }) => markdown !== '');
}

const more = (length: number, most: number): string => (length > most ? ` and ${length - most} more` : '');

function notKnown(unknown: NodesDocument['unknown']): string {
  const lines = unknown.map(({ what, reason }) => `- ${plain(what)}: ${prose(reason)}`);
  return ['**Not known, and so not checked:**', ...lines].join('\n');
}

/** Nodes with the same cause stand together: what is to be done is the same. */
function causes({ nodes }: NodesDocument): string {
  const groups = new Map<string, Row[]>();
  for (const row of nodes) {
    if (row.cause !== null) groups.set(row.cause.rule, [...(groups.get(row.cause.rule) ?? []), row]);
  }
  const shown = [...groups.values()].sort((a, b) => b.length - a.length).slice(0, MOST_CAUSES);
  const parts = shown.map((group) => {
    const [first] = group;
    const sentence = prose(first?.cause?.sentence ?? '');
    const others = group.slice(1, MOST_NAMES).map(({ vm, node }) => code(vm ?? node ?? ''));
    const same =
      others.length === 0
        ? ''
        : `\n  The same: ${others.join(', ')}${more(group.length - 1, MOST_NAMES - 1)}.`;
    return `- ${sentence}${same}\n  **What to do:** ${prose(first?.cause?.remedy ?? '')}`;
  });
  return parts.join('\n');
}

function rows(nodes: readonly Row[]): string {
  if (nodes.length === 0) return '';
  const shown = [...nodes].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_ROWS);
  const columns = [
    { heading: 'VM' },
    { heading: 'pool' },
    { heading: 'node' },
    { heading: 'state' },
    ...['boot', 'join', 'ready', 'total'].map((title) => ({
      heading: `${title} (s)`,
      align: 'right' as const,
    })),
  ];
  const cells = shown.map(({ vm, pool, node, state, cause, seconds }) => [
    codeCell(vm ?? '–'),
    codeCell(pool ?? '–'),
    codeCell(node ?? '–'),
    cause === null ? state : `${state}: ${cause.rule}`,
    ...[seconds.boot, seconds.join, seconds.ready, seconds.total].map((value) => String(value ?? '–')),
  ]);
  const cut =
    nodes.length > MOST_ROWS ? `\n\n${nodes.length - MOST_ROWS} more rows are in the document.` : '';
  return folded(plural(nodes.length, 'node'), table(columns, cells) + cut, nodes.length <= 20);
}

const rank = ({ state }: Row): number => ['missing', 'not-ready', 'ready'].indexOf(state);
