/**
 * Every overlapping pair among 10² to 10⁵ blocks, from text to pairs, as a ratio to the fastest npm library in the same run.
 * Then the whole check: 10⁵ ranges parsed, checked by role and reported. Each measurement is a process of its own, since the first call and peak memory are properties of a process.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { scriptErrors } from '#scripts/errors.js';
import { formatTable, median } from '#scripts/support/format.js';
import { bundleChild } from './child-bundle.ts';
import type { FinderName } from './cidr/finders.ts';
import type { PlanName } from './cidr/synthetic-plan.ts';
import type { Bench } from './types.ts';

const SIZES = [100, 1_000, 10_000, 100_000];
const LIBRARIES = ['cidr-tools', 'ipaddr.js', 'ip-address'] as const;
/** Pairwise comparison of 10⁴ blocks takes seconds, and its time hardly varies. */
const MOST_RUNS = 5;
const MOST_LARGE_RUNS = 2;
const LARGE = 10_000;
/** Above this, libraries compare one row in a hundred, and the time is multiplied: all pairs would take minutes. */
const LARGEST_WHOLE = 10_000;
const SHARE = 100;

interface Sample {
  /** Milliseconds. */
  readonly first: number;
  readonly warm: number;
  readonly pairs: number;
  readonly rssKiB: number;
}

export const bench: Bench = {
  title: 'All overlapping pairs among mixed blocks, from text to pairs; and address plans checked by role',
  async run({ root, runs }) {
    const rows: string[][] = [];
    for (const size of SIZES) {
      rows.push(await measureSize(size, Math.min(runs, size < LARGE ? MOST_RUNS : MOST_LARGE_RUNS)));
    }
    const notes = [
      'first call / warm, medians of processes that take turns; × is the fastest library over this project, first call',
      `~ estimated from the comparison of 1 % of the rows; Node ${process.version}`,
    ];
    const checks = await measureChecks(root, Math.min(runs, MOST_RUNS));
    return [formatTable([HEADING, ...rows]), '', ...notes, '', checks].join('\n');
  },
};

/** As `rules-child.ts` prints it. */
interface CheckSample {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly factsRssKiB: number;
  readonly rssKiB: number;
  readonly found: number;
  readonly listed: number;
  readonly ranges: number;
  readonly pairs: number;
}

const CHECKED_RANGES = 100_000;
const CHECKED_PLANS: readonly PlanName[] = ['networks', 'random'];

async function measureChecks(root: string, runs: number): Promise<string> {
  const program = await bundleChild(root, 'cidr', 'rules-child');
  const rows: string[][] = [];
  for (const plan of CHECKED_PLANS) {
    const samples: CheckSample[] = [];
    for (let round = 0; round < runs; round += 1) {
      samples.push((await runChild(program, [plan, String(CHECKED_RANGES)])) as CheckSample);
    }
    const of = (key: keyof CheckSample): number => median(samples.map((sample) => sample[key]));
    const counts = (['ranges', 'pairs', 'found', 'listed'] as const).map((key) =>
      of(key).toLocaleString('en-US'),
    );
    const times = (['milliseconds', 'cpuMilliseconds'] as const).map((key) => formatMs(of(key)));
    const memory = (['factsRssKiB', 'rssKiB'] as const).map((key) => ((of(key) * 1024) / 1e6).toFixed(0));
    rows.push([plan, ...counts, ...times, ...memory]);
  }
  const heading = [
    'plan',
    'ranges',
    'pairs',
    'findings',
    'listed',
    'first call ms',
    'CPU ms',
    'facts RSS MB',
    'RSS MB',
  ];
  return `${formatTable([heading, ...rows])}\n\nfrom facts to verdict, free blocks included; processor time counts all threads; the first memory is Node with the facts, the second with the verdict too`;
}

const HEADING = [
  'blocks',
  'pairs',
  'own ms',
  'RSS MB',
  ...LIBRARIES.map((name) => `${name} ms`),
  '×',
  '× warm',
];

async function measureSize(size: number, runs: number): Promise<string[]> {
  const names: readonly FinderName[] = ['own', ...LIBRARIES];
  const samples = new Map<FinderName, Sample[]>(names.map((name) => [name, []]));
  for (let round = 0; round < runs; round += 1) {
    for (const name of names) samples.get(name)?.push(await start(name, size));
  }
  if (size <= LARGEST_WHOLE) expectSamePairs(size, samples);
  const of = (name: FinderName, pick: (sample: Sample) => number): number =>
    median((samples.get(name) ?? []).map(pick));
  const fastest = (pick: (sample: Sample) => number): string =>
    (Math.min(...LIBRARIES.map((name) => of(name, pick))) / of('own', pick)).toFixed(1);
  const times = (name: FinderName): string =>
    [of(name, (sample) => sample.first), of(name, (sample) => sample.warm)].map(formatMs).join(' / ');
  const mark = size > LARGEST_WHOLE ? '~' : '';
  return [
    size.toLocaleString('en-US'),
    of('own', (sample) => sample.pairs).toLocaleString('en-US'),
    times('own'),
    (of('own', (sample) => sample.rssKiB) / 1000).toFixed(0),
    ...LIBRARIES.map((name) => mark + times(name)),
    mark + fastest((sample) => sample.first),
    mark + fastest((sample) => sample.warm),
  ];
}

async function start(name: FinderName, size: number): Promise<Sample> {
  const isPart = name !== 'own' && size > LARGEST_WHOLE;
  const rows = isPart ? size / SHARE : size;
  const sample = (await runChild(join(import.meta.dirname, 'cidr', 'child.ts'), [
    name,
    String(size),
    String(rows),
  ])) as Sample;
  // Row i has n - i - 1 pairs, so the first 1 % of the rows hold nearly 2 % of the pairs.
  const share = isPart ? (size * (size - 1)) / (rows * (2 * size - rows - 1)) : 1;
  return { ...sample, first: sample.first * share, warm: sample.warm * share };
}

async function runChild(program: string, args: readonly string[]): Promise<unknown> {
  const argv = ['--disable-warning=ExperimentalWarning', program, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, argv);
  return JSON.parse(stdout) as unknown;
}

/** A library that misses pairs is no measure. */
function expectSamePairs(size: number, samples: ReadonlyMap<FinderName, readonly Sample[]>): void {
  const found = [...samples].map(([name, [sample]]) => `${name}: ${sample?.pairs ?? 0}`);
  const distinct = new Set([...samples.values()].flat().map(({ pairs }) => pairs));
  if (distinct.size > 1) {
    throw scriptErrors.EHA1902(`Of ${size} blocks, not all found the same pairs (${found.join(', ')}).`);
  }
}

function formatMs(milliseconds: number): string {
  return milliseconds.toLocaleString('en-US', { maximumFractionDigits: milliseconds < 10 ? 1 : 0 });
}
