/**
 * Plan JSON → redacted document and comment, as a ratio to `JSON.parse` of the same file in the same run, at 10² to
 * 5·10⁴ synthetic changes. Each measurement is a process of its own, since peak memory is a property of the process.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { formatTable, median } from '#scripts/support/format.js';
import { writePlan } from './plan/synthetic.ts';
import type { Bench } from './types.ts';

const SIZES = [100, 1_000, 10_000, 50_000];
const VARIANTS = ['parse', 'report'] as const;
type Variant = (typeof VARIANTS)[number];
/** A large plan takes seconds each time, and its ratio hardly varies. */
const MOST_RUNS = 5;

interface Sample {
  readonly milliseconds: number;
  readonly rssKiB: number;
  readonly steps: Readonly<Record<string, number>>;
}

export const bench: Bench = {
  title: 'Plan JSON read, modelled, assessed, redacted, written as document and rendered as comment',
  async run({ runs }) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-plan-'));
    const used = Math.min(runs, MOST_RUNS);
    try {
      const rows: string[][] = [];
      for (const changes of SIZES) {
        const file = join(folder, 'plan.json');
        writePlan(file, changes);
        rows.push(renderRow(changes, statSync(file).size, await measure(file, used)));
        rmSync(file);
      }
      return `${formatTable([HEADING, ...rows])}\n\nmedians of ${used} interleaved runs on Node ${process.version}`;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const HEADING = [
  'changes',
  'MB',
  'parse ms',
  'report ms',
  '× parse',
  'parse RSS MB',
  'report RSS MB',
  'read',
  'redact',
  'check',
  'write',
  'render',
];

async function measure(file: string, runs: number): Promise<ReadonlyMap<Variant, readonly Sample[]>> {
  const samples = new Map<Variant, Sample[]>(VARIANTS.map((variant) => [variant, []]));
  for (let round = 0; round < runs; round += 1) {
    for (const variant of VARIANTS) samples.get(variant)?.push(await start(variant, file));
  }
  return samples;
}

async function start(variant: Variant, file: string): Promise<Sample> {
  const child = join(import.meta.dirname, 'plan', 'child.ts');
  const argv = ['--disable-warning=ExperimentalWarning', child, variant, file];
  const { stdout } = await promisify(execFile)(process.execPath, argv);
  return JSON.parse(stdout) as Sample;
}

function renderRow(
  changes: number,
  bytes: number,
  samples: ReadonlyMap<Variant, readonly Sample[]>,
): string[] {
  const of = (variant: Variant, pick: (sample: Sample) => number): number =>
    median((samples.get(variant) ?? []).map(pick));
  const parse = of('parse', (sample) => sample.milliseconds);
  const report = of('report', (sample) => sample.milliseconds);
  const megabytes = (variant: Variant): string => (of(variant, (sample) => sample.rssKiB) / 1000).toFixed(0);
  const step = (name: string): string => of('report', (sample) => sample.steps[name] ?? 0).toFixed(0);
  return [
    changes.toLocaleString('en-US'),
    (bytes / 1e6).toFixed(1),
    parse.toFixed(0),
    report.toFixed(0),
    (report / parse).toFixed(2),
    megabytes('parse'),
    megabytes('report'),
    ...['read', 'redact', 'check', 'write', 'render'].map(step),
  ];
}
