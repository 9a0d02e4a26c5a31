import type { SummaryPart } from '../action/types.ts';
import { type CheckRow, checkName, type ConnectivityDocument } from './connectivity-document.ts';
import { suiteEffort, suiteSections } from './connectivity-suite-summary.ts';
import { code, codeCell, folded, plain, plural, prose, table } from './markdown.ts';

const SIGNS = { passed: '✅', failed: '❌', unknown: '❓', 'not-possible': '➖' } as const;
const MOST_ROWS = 200;
const MOST_CELLS = 12;

/** The outcome in one line. */
export function connectivityVerdict({ verdict, counts, checks }: ConnectivityDocument): string {
  const { failed, unknown, notPossible } = counts;
  const impossible = notPossible === 0 ? '' : `, ${String(notPossible)} not possible with this pod routing`;
  if (verdict === 'passed') return `${plural(counts.passed, 'check')} passed${impossible}`;
  const total = plural(checks.length, 'check');
  if (verdict === 'failed')
    return `${String(failed)} of ${total} failed, ${String(unknown)} unknown${impossible}`;
  return `not proven: ${String(unknown)} of ${total} unknown${impossible}`;
}

/** The job summary: verdict, causes with what to do, the matrix, what changed, then everything else folded. */
export function connectivitySummary(document: ConnectivityDocument): readonly SummaryPart[] {
  const { verdict, cluster, podRouting } = document;
  const head = `## ${SIGNS[verdict]} Connectivity of ${code(cluster)}: ${connectivityVerdict(document)}`;
  return [
    { markdown: head },
    { markdown: causes(document) },
    { markdown: `Pod routing ${code(podRouting)}.\n\n${matrix(document)}` },
    { markdown: history(document) },
    { markdown: notChecked(document) },
    ...suiteSections(document),
    { markdown: paths(document) },
    { markdown: latencies(document) },
    { markdown: troubles(document) },
    { markdown: effort(document) },
  ].filter(({ markdown }) => markdown !== '');
}

function causes(document: ConnectivityDocument): string {
  const lines = document.causes.map(({ id, sentence, remedy }) => {
    const count = document.checks.filter(({ cause }) => cause === id).length;
    return `- ${code(id)}: ${prose(sentence)} (${plural(count, 'check')})\n  **What to do:** ${prose(remedy)}`;
  });
  const without = document.checks.filter(
    ({ outcome, cause }) => outcome === 'failed' && cause === null,
  ).length;
  if (without > 0) lines.push(`- ${plural(without, 'failed check')} without a known cause: see the details.`);
  return lines.join('\n');
}

const COLUMNS = [
  ['aws', 'aws'],
  ['aws', 'azure'],
  ['azure', 'aws'],
  ['azure', 'azure'],
  ['control-plane', 'aws'],
  ['control-plane', 'azure'],
  ['aws', 'external'],
  ['azure', 'external'],
] as const;
const NAMES = { aws: 'AWS', azure: 'Azure', 'control-plane': 'API server', external: 'outside' } as const;

/** Kinds of checks against clouds: one sign a cell, the worst that is in it. */
function matrix({ checks }: ConnectivityDocument): string {
  const kinds = [...new Set(checks.map(({ kind }) => kind))];
  const columns = COLUMNS.filter(([from, to]) => checks.some((check) => isIn(check, from, to)));
  const others = checks.filter((check) => !COLUMNS.some(([from, to]) => isIn(check, from, to)));
  const headings = columns.map(([from, to]) => ({ heading: `${NAMES[from]} → ${NAMES[to]}` }));
  const rows = kinds.map((kind) => {
    const own = checks.filter((check) => check.kind === kind);
    const cells = columns.map(([from, to]) => cell(own.filter((check) => isIn(check, from, to))));
    return [kind, ...cells, cell(own.filter((check) => others.includes(check)))];
  });
  return table([{ heading: 'check' }, ...headings, { heading: 'within the cluster' }], rows);
}

const isIn = ({ source, target }: CheckRow, from: string, to: string): boolean =>
  source.cloud === from && target.cloud === to;

function cell(checks: readonly CheckRow[]): string {
  if (checks.length === 0) return '';
  const order = ['failed', 'unknown', 'not-possible', 'passed'] as const;
  const worst = order.find((outcome) => checks.some((check) => check.outcome === outcome)) ?? 'unknown';
  const count = checks.filter(({ outcome }) => outcome === worst).length;
  return count === checks.length
    ? `${SIGNS[worst]} ${String(count)}`
    : `${SIGNS[worst]} ${String(count)} of ${String(checks.length)}`;
}

function history(document: ConnectivityDocument): string {
  if (document.history === null) return '';
  const { since, broken, healed } = document.history;
  if (broken.length === 0 && healed.length === 0) return `The same as ${plain(since)}.`;
  const list = (cells: readonly string[]): string =>
    cells
      .slice(0, MOST_CELLS)
      .map((name) => code(name))
      .join(', ');
  const parts = [
    ...(broken.length === 0 ? [] : [`newly broken: ${list(broken)}`]),
    ...(healed.length === 0 ? [] : [`healed: ${list(healed)}`]),
  ];
  return `**Since ${plain(since)}** ${parts.join('; ')}.`;
}

function notChecked(document: ConnectivityDocument): string {
  if (document.notChecked.length === 0) return '';
  return ['**Not checked:**', ...document.notChecked.map((line) => `- ${plain(line)}`)].join('\n');
}

function paths(document: ConnectivityDocument): string {
  if (document.paths.length === 0) return '';
  const rows = document.paths.map(({ source, target, interfaceMtu, pathMtu, isBlackHole }) => [
    codeCell(source),
    codeCell(target),
    String(interfaceMtu),
    pathMtu === null ? 'none passed' : `${String(pathMtu)}${isBlackHole ? ' (larger ones vanish)' : ''}`,
    pathMtu === null || !isBlackHole ? '' : `MTU ${String(pathMtu)}, MSS ${String(pathMtu - 40)}`,
  ]);
  const headings = ['from', 'to', 'interface MTU', 'path MTU', 'advice'].map((heading) => ({ heading }));
  return folded('Path MTU', table(headings, rows));
}

function latencies(document: ConnectivityDocument): string {
  if (document.latencies.length === 0) return '';
  const number = (value: number | null): string => (value === null ? '–' : String(value));
  const rows = document.latencies.slice(0, MOST_ROWS).map((row) => {
    const seen = document.sources.find(
      ({ source, target }) => source === row.source && target === row.target,
    )?.seen;
    const times = [row.p50, row.p95, row.p99, row.maximum].map(number);
    const lost = `${String(row.sent - row.received)} of ${String(row.sent)}`;
    return [codeCell(row.source), codeCell(row.target), ...times, lost, seen ?? '–'];
  });
  const headings = ['from', 'to', 'p50 (ms)', 'p95 (ms)', 'p99 (ms)', 'most (ms)', 'lost', 'source seen'];
  return folded(
    'Round trips',
    table(
      headings.map((heading) => ({ heading })),
      rows,
    ),
  );
}

function troubles({ checks }: ConnectivityDocument): string {
  const bad = checks.filter(({ outcome }) => outcome !== 'passed');
  if (bad.length === 0) return '';
  const rows = bad
    .slice(0, MOST_ROWS)
    .map((check) => [
      SIGNS[check.outcome],
      codeCell(checkName(check)),
      plain(check.detail),
      check.cause ?? '',
    ]);
  const headings = ['', 'check', 'seen', 'cause'].map((heading) => ({ heading }));
  const cut = bad.length > MOST_ROWS ? `\n\n${String(bad.length - MOST_ROWS)} more are in the document.` : '';
  return folded(
    plural(bad.length, 'check that did not pass', 'checks that did not pass'),
    table(headings, rows) + cut,
  );
}

function effort(document: ConnectivityDocument): string {
  const { pods, calls, seconds } = document.effort;
  if (document.suite !== undefined) return suiteEffort(document);
  return `${plural(pods, 'probe pod')}, ${plural(calls, 'exec call')}, ${plural(seconds, 'second')}.`;
}
