import type { CleanupDocument } from './cleanup-document.ts';
import { cleanupVerdict, money } from './cleanup-summary.ts';
import { code, codeCell, plain, plural, table } from './markdown.ts';

type Row = CleanupDocument['nodes'][number] | CleanupDocument['orphans'][number];

/** What the issue about a cluster says. */
export interface CleanupIssue {
  readonly title: string;
  readonly body: string;
  /** What the issue is about, whatever its words: changes when somebody has to look again. */
  readonly facts: readonly (readonly string[])[];
}

/** Rows of the issue; the run's document has all. */
const MOST_ROWS = 60;

/**
 * The issue about what no later run will take away by itself; undefined when there is nothing of the kind. Nodes that are
 * marked and wait are left out where runs of this mode remove them: they are under way.
 */
export function cleanupIssue(document: CleanupDocument): CleanupIssue | undefined {
  const nodes = document.nodes.filter((node) => staysNode(node, document.mode));
  const orphans = document.orphans.filter((orphan) => !isGone(orphan));
  const stops = document.stops.filter(({ guard }) => guard !== 'window');
  if (nodes.length === 0 && orphans.length === 0 && stops.length === 0) return undefined;
  const name = document.cluster.name;
  return {
    title: `Hybrid nodes to clean up: ${name}`,
    body: bodyOf(document, nodes, orphans, stops),
    facts: [
      ...nodes.map((node) => [
        node.name,
        node.class,
        node.decision === 'remove' ? 'due' : 'kept',
        failure(node),
      ]),
      ...orphans.map((orphan) => [orphan.id.toLowerCase(), orphan.class, orphan.decision, failure(orphan)]),
      ...stops.map(({ guard }) => ['guard', guard]),
    ],
  };
}

function isGone({ outcome }: Row): boolean {
  return outcome?.result === 'removed' || outcome?.result === 'gone';
}

function failure({ outcome }: Row): string {
  return outcome?.result === 'failed' ? `failed ${outcome.step ?? ''}` : '';
}

function staysNode(node: CleanupDocument['nodes'][number], mode: CleanupDocument['mode']): boolean {
  if (isGone(node)) return false;
  if (node.decision === 'remove' || node.class === 'dead') return true;
  const isUnderWay = mode === 'act' || mode === 'pull-request';
  return !isUnderWay && (node.decision === 'mark' || node.decision === 'wait');
}

function bodyOf(
  document: CleanupDocument,
  nodes: CleanupDocument['nodes'],
  orphans: CleanupDocument['orphans'],
  stops: CleanupDocument['stops'],
): string {
  const { cluster, mode, waste, pullRequest, runUrl, pricesAsOf } = document;
  return [
    `**${money(waste)} a month** is spent on what is idle, dead or left over in ${code(cluster.name)} (list prices of ${pricesAsOf}).`,
    stops.map(({ sentence }) => `- 🛑 ${plain(sentence)}`).join('\n'),
    rowsTable([...nodes.map((node) => nodeCells(node)), ...orphans.map((orphan) => orphanCells(orphan))]),
    pullRequest === null ? '' : `Pull request ${pullRequest.url} lowers the pools.`,
    adviceFor(mode),
    `Seen by [this run](${runUrl}): ${plain(cleanupVerdict(document))}. The issue is kept by node-cleanup and closes by itself when nothing of this is left. Closed as "not planned", it stays closed until something changes.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const COLUMNS = [
  { heading: 'what' },
  { heading: 'kind' },
  { heading: 'why' },
  { heading: 'USD a month', align: 'right' },
  { heading: 'why it is still there' },
] as const;

function rowsTable(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const more = rows.length - MOST_ROWS;
  const all = table(COLUMNS, rows.slice(0, MOST_ROWS));
  return more > 0 ? `${all}\n\n${more} more are in the document of the run.` : all;
}

function nodeCells(node: CleanupDocument['nodes'][number]): readonly string[] {
  const name = node.vm === null ? node.name : `${node.vm} (${node.name})`;
  return [codeCell(name), node.class, plain(node.because), costCell(node), plain(reason(node))];
}

function orphanCells(orphan: CleanupDocument['orphans'][number]): readonly string[] {
  const name = orphan.id.split('/').at(-1) ?? orphan.id;
  return [codeCell(name), orphan.what, plain(orphan.because), costCell(orphan), plain(reason(orphan))];
}

function costCell({ monthly }: Row): string {
  return monthly === null ? 'unknown' : monthly.toFixed(2);
}

function reason({ decision, but, outcome }: Row): string {
  if (outcome !== null && outcome.because !== '') return outcome.because;
  if (but !== '') return but;
  return decision === 'remove' ? 'This run did not act on it.' : 'It is only told.';
}

function adviceFor(mode: CleanupDocument['mode']): string {
  if (mode === 'dry-run' || mode === 'mark') {
    return `Runs in mode \`${mode}\` remove nothing. Start the workflow by hand with mode \`act\` to remove what is due, or set the annotation \`eks-hybrid-actions.io/keep: "true"\` on a node that is to stay.`;
  }
  return '';
}

/** Comment on an issue that changes, and on one that closes. */
export function cleanupComment(document: CleanupDocument): string {
  const { nodes, orphans, runUrl } = document;
  const due = [...nodes, ...orphans].filter((row) => row.decision === 'remove' && !isGone(row)).length;
  return `${plural(due, 'thing')} to remove: ${plain(cleanupVerdict(document))} ([run](${runUrl})).`;
}
