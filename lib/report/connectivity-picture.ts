/** What a person sees first: who reaches whom, how long it takes and how much passes, a line for each two clouds. */
import type { CheckRow, ConnectivityDocument } from './connectivity-document.ts';
import { codeCell, plural, table } from './markdown.ts';

export const SIGNS = { passed: '✅', failed: '❌', unknown: '❓', 'not-possible': '➖' } as const;

const ORDER = ['failed', 'unknown', 'not-possible', 'passed'] as const;
const SIDES = [
  ['aws', 'AWS'],
  ['azure', 'Azure'],
  ['control-plane', 'API server'],
  ['cluster', 'names and metrics'],
] as const;
const CLOUDS = ['aws', 'azure'] as const;

/** The worst that is in a set of checks, and how many are: `❌ 3 of 8`. Empty for none. */
export function cell(checks: readonly CheckRow[]): string {
  if (checks.length === 0) return '';
  const worst = ORDER.find((outcome) => checks.some((check) => check.outcome === outcome)) ?? 'unknown';
  const count = checks.filter(({ outcome }) => outcome === worst).length;
  const of = count === checks.length ? '' : ` of ${String(checks.length)}`;
  return `${SIGNS[worst]} ${String(count)}${of}`;
}

/** From side to side in one small table; sides that have nothing are left out. */
export function glance({ checks }: ConnectivityDocument): string {
  const has = (side: string, end: 'source' | 'target'): boolean =>
    checks.some((check) => check[end].cloud === side);
  const columns = SIDES.filter(([side]) => has(side, 'target'));
  const rows = SIDES.filter(([side]) => has(side, 'source')).map(([from, name]) => [
    `**${name}**`,
    ...columns.map(([to]) =>
      cell(checks.filter(({ source, target }) => source.cloud === from && target.cloud === to)),
    ),
  ]);
  return table([{ heading: 'from ↓ to →' }, ...columns.map(([, heading]) => ({ heading }))], rows);
}

/** The slowest pair, all losses and the throughput of each two clouds. Empty where no packet was counted. */
export function links({ nodes, latencies, throughputs = [] }: ConnectivityDocument): string {
  const cloudOf = new Map(nodes.map(({ name, cloud }) => [name, cloud]));
  const isOf = (
    row: { readonly source: string; readonly target: string },
    from: string,
    to: string,
  ): boolean => cloudOf.get(row.source) === from && cloudOf.get(row.target) === to;
  const rows = CLOUDS.flatMap((from) =>
    CLOUDS.flatMap((to) => {
      const pairs = latencies.filter((row) => isOf(row, from, to));
      if (pairs.length === 0) return [];
      const sent = pairs.reduce((sum, row) => sum + row.sent, 0);
      const lost = pairs.reduce((sum, row) => sum + row.sent - row.received, 0);
      const speed = throughputs.find((row) => isOf(row, from, to))?.megabitsPerSecond;
      return [
        [
          `${NAMES[from]} → ${NAMES[to]}`,
          plural(pairs.length, 'pair'),
          ...(['p50', 'p95', 'p99'] as const).map((key) => slowest(pairs.map((row) => row[key]))),
          `${String(Math.round((lost / Math.max(sent, 1)) * 1000) / 10)} % of ${String(sent)}`,
          ...(throughputs.length === 0 ? [] : [speed === undefined ? '' : speedText(speed)]),
        ],
      ];
    }),
  );
  if (rows.length === 0) return '';
  const headings = ['round trips', '', 'p50', 'p95', 'p99', 'lost'];
  const all = throughputs.length === 0 ? headings : [...headings, 'throughput'];
  return table(
    all.map((heading) => ({ heading })),
    rows,
  );
}

const NAMES = { aws: 'AWS', azure: 'Azure' } as const;
const speedText = (speed: number | null): string => (speed === null ? '❓' : `${String(speed)} Mbit/s`);

function slowest(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? '–' : `${String(Math.max(...known))} ms`;
}

const COLUMNS = [
  ['aws', 'aws', 'AWS → AWS'],
  ['aws', 'azure', 'AWS → Azure'],
  ['azure', 'aws', 'Azure → AWS'],
  ['azure', 'azure', 'Azure → Azure'],
  ['control-plane', 'aws', 'API → AWS'],
  ['control-plane', 'azure', 'API → Azure'],
] as const;

/** Kinds of checks against clouds. */
export function byKind(all: readonly CheckRow[], kinds: readonly string[]): string {
  const isIn = ({ source, target }: CheckRow, from: string, to: string): boolean =>
    source.cloud === from && target.cloud === to;
  const checks = all.filter(({ kind }) => kinds.includes(kind));
  const columns = COLUMNS.filter(([from, to]) => checks.some((check) => isIn(check, from, to)));
  const others = checks.filter((check) => !COLUMNS.some(([from, to]) => isIn(check, from, to)));
  const rows = kinds.map((kind) => {
    const own = checks.filter((check) => check.kind === kind);
    const cells = columns.map(([from, to]) => cell(own.filter((check) => isIn(check, from, to))));
    return [codeCell(kind), ...cells, cell(own.filter((check) => others.includes(check)))];
  });
  const headings = columns.map(([, , heading]) => ({ heading }));
  return table([{ heading: 'check' }, ...headings, { heading: 'others' }], rows);
}
