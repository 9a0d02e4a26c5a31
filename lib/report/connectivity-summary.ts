import type { SummaryPart } from '../action/types.ts';
import { checkName, type ConnectivityDocument } from './connectivity-document.ts';
import { byKind, glance, links, SIGNS } from './connectivity-picture.ts';
import { suiteEffort, suiteSections } from './connectivity-suite-summary.ts';
import { code, codeCell, folded, plain, plural, prose, table } from './markdown.ts';

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

/** Who reaches whom; then the kinds of checks that did not all pass, and folded all of them. */
function matrix(document: ConnectivityDocument): string {
  const { checks } = document;
  if (checks.length === 0) return 'Nothing was checked.';
  const kinds = [...new Set(checks.map(({ kind }) => kind))];
  const bad = kinds.filter((kind) => checks.some((row) => row.kind === kind && row.outcome !== 'passed'));
  const good = kinds.filter((kind) => !bad.includes(kind));
  const rest = good.length === 0 ? '' : `✅ All passed: ${good.map((kind) => code(kind)).join(', ')}.`;
  return [
    glance(document),
    ...(bad.length === 0 ? [] : [byKind(checks, bad)]),
    ...(bad.length === 0 ? [] : [rest]),
    links(document),
    ...(bad.length === 0 ? [folded('Checks by kind', byKind(checks, kinds))] : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
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
    'Round trips of each pair',
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
