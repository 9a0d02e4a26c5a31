import type { SummaryPart } from '../action/types.ts';
import type { CleanupDocument } from './cleanup-document.ts';
import { code, codeCell, folded, plain, plural, table } from './markdown.ts';

type NodeRow = CleanupDocument['nodes'][number];
type OrphanRow = CleanupDocument['orphans'][number];
type Sum = CleanupDocument['saved'];

const MARK = { clean: '✅', planned: '📝', done: '✅', stopped: '🛑', failed: '❌', unknown: '❔' } as const;
/** Rows of one table; the document has all. */
const MOST_ROWS = 100;

/** The finding in one line, without its mark. */
export function cleanupVerdict(document: CleanupDocument): string {
  const { verdict, nodes, orphans, saved, waste } = document;
  const due = [...nodes, ...orphans].filter(({ decision }) => decision === 'remove').length;
  const marks = nodes.filter(({ decision }) => decision === 'mark').length;
  switch (verdict) {
    case 'clean':
      return `${plural(nodes.length, 'hybrid node')}, nothing to remove`;
    case 'planned':
      return `${plural(due, 'thing')} to remove${marks === 0 ? '' : `, ${plural(marks, 'node')} newly idle`}; ${money(waste)} a month is wasted`;
    case 'done':
      return `${plural(removedOf(document), 'thing')} removed, ${money(saved)} a month saved; ${money(waste)} of waste is left`;
    case 'stopped':
      return `${removedOf(document) === 0 ? 'nothing' : plural(removedOf(document), 'thing')} removed: ${document.stops.map(({ guard }) => guard).join(', ')} guard; ${money(waste)} a month is wasted`;
    case 'failed':
      return `${plural(removedOf(document), 'thing')} removed, ${plural(failedOf(document), 'removal')} not finished`;
    case 'unknown':
      return 'unknown: too little could be read to judge';
  }
}

const results = ({ nodes, orphans }: CleanupDocument) =>
  [...nodes, ...orphans].map(({ outcome }) => outcome?.result);

function removedOf(document: CleanupDocument): number {
  return results(document).filter((result) => result === 'removed').length;
}

function failedOf(document: CleanupDocument): number {
  return results(document).filter((result) => result === 'failed' || result === 'cancelled').length;
}

/** `212.40 USD`, `at least 212.40 USD`. */
export function money({ amount, unknown }: Sum): string {
  return `${unknown === 0 ? '' : 'at least '}${amount.toFixed(2)} USD`;
}

/** The job summary: verdict, what stopped it, what to do, nodes that matter, orphans; all others folded. */
export function cleanupSummary(document: CleanupDocument): readonly SummaryPart[] {
  const { cluster, verdict, nodes } = document;
  const calm = nodes.filter((node) => isCalm(node));
  const loud = nodes.filter((node) => !isCalm(node));
  return [
    { markdown: `## ${MARK[verdict]} Nodes of ${code(cluster.name)}: ${cleanupVerdict(document)}` },
    { markdown: document.stops.map(({ sentence }) => `- 🛑 ${plain(sentence)}`).join('\n') },
    { markdown: advice(document) },
    { markdown: nodeTable(loud, MOST_ROWS), shorter: nodeTable(loud, 20) },
    { markdown: orphanTable(document.orphans, MOST_ROWS), shorter: orphanTable(document.orphans, 20) },
    {
      markdown:
        calm.length === 0
          ? ''
          : folded(`${plural(calm.length, 'node')} left alone`, nodeTable(calm, MOST_ROWS)),
    },
    { markdown: folded('What was read', readings(document)) },
  ].filter(({ markdown }) => markdown !== '');
}

/** Nothing is or was to be done, and nobody wonders why. */
function isCalm({ decision, outcome, class: of }: NodeRow): boolean {
  return (
    decision === 'keep' && outcome === null && (of === 'busy' || of === 'starting' || of === 'protected')
  );
}

const PLANNED: Readonly<Record<CleanupDocument['mode'], string>> = {
  'dry-run':
    '**What to do:** this was a dry run, which marks nothing either. Idle nodes go in a later run than the one that marks them: let runs on schedule use `mode: mark` or `mode: act`.',
  mark: '**What to do:** run it with `mode: act` to remove what is due.',
  act: '',
  'pull-request': '',
};

function advice(document: CleanupDocument): string {
  const { verdict, mode } = document;
  const told = document.notes.map((note) => `- ${plain(note)}`).join('\n');
  const todo: Readonly<Record<CleanupDocument['verdict'], string>> = {
    clean: '',
    planned: PLANNED[mode],
    done: '',
    stopped:
      '**What to do:** look at what stopped the run. Raise a limit only when you know why so much is to go.',
    failed: '**What to do:** see the table for the step that failed; the next run goes on from there.',
    unknown:
      '**What to do:** let the role read what is named under "What was read", then run again. What depends on it was not removed.',
  };
  return [todo[verdict], told].filter((part) => part !== '').join('\n\n');
}

const NODE_COLUMNS = [
  { heading: 'node' },
  { heading: 'pool' },
  { heading: 'class' },
  { heading: 'why' },
  { heading: 'USD a month', align: 'right' },
  { heading: 'what happens' },
] as const;

function nodeTable(nodes: readonly NodeRow[], most: number): string {
  if (nodes.length === 0) return '';
  const rows = nodes
    .slice(0, most)
    .map((node) => [
      codeCell(node.vm === null ? node.name : `${node.vm} (${node.name})`),
      codeCell(node.pool),
      node.class,
      plain(node.because),
      cost(node.monthly),
      happens(node),
    ]);
  return `${table(NODE_COLUMNS, rows)}${more(nodes.length, most)}`;
}

const ORPHAN_COLUMNS = [
  { heading: 'orphan' },
  { heading: 'kind' },
  { heading: 'why' },
  { heading: 'USD a month', align: 'right' },
  { heading: 'what happens' },
] as const;

function orphanTable(orphans: readonly OrphanRow[], most: number): string {
  if (orphans.length === 0) return '';
  const rows = orphans
    .slice(0, most)
    .map((orphan) => [
      codeCell(orphan.id.split('/').at(-1) ?? orphan.id),
      orphan.what,
      plain(orphan.because),
      cost(orphan.monthly),
      happens(orphan),
    ]);
  return `${table(ORPHAN_COLUMNS, rows)}${more(orphans.length, most)}`;
}

function more(count: number, most: number): string {
  return count > most ? `\n\n${count - most} more are in the document.` : '';
}

function cost(monthly: number | null): string {
  return monthly === null ? 'unknown' : monthly.toFixed(2);
}

const WILL: Readonly<Record<NodeRow['decision'], string>> = {
  mark: 'is marked idle',
  wait: 'waits',
  unmark: 'loses its mark',
  remove: 'is to be removed',
  keep: 'stays',
};

function happens({ decision, but, outcome }: NodeRow | OrphanRow): string {
  const done =
    outcome === null
      ? WILL[decision]
      : `**${outcome.result}**${outcome.step === null || outcome.result === 'removed' ? '' : ` in step ${outcome.step}`}`;
  return [done, plain(but), plain(outcome?.because ?? '')].filter((part) => part !== '').join('. ');
}

function readings({ lists, foreign, calls, pricesAsOf }: CleanupDocument): string {
  const rows = lists.map(({ name, entries, problem }) => [
    name,
    entries === null ? 'unknown' : String(entries),
    plain(problem ?? ''),
  ]);
  const counted = Object.entries(calls)
    .map(([service, number]) => `${service} ${String(number)}`)
    .join(', ');
  return [
    table([{ heading: 'list' }, { heading: 'entries', align: 'right' }, { heading: 'problem' }], rows),
    foreign.map(({ name, because }) => `- ${code(name)} is left alone: ${plain(because)}`).join('\n'),
    `Calls: ${counted === '' ? 'none' : counted}. Costs are list prices of ${pricesAsOf}, without discounts.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
