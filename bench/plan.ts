/**
 * Plan JSON → redacted document with fingerprint, and comment, as a ratio to `JSON.parse` of the same file in the same
 * run: at 10² to 5·10⁴ synthetic changes, and for what costs most at 10⁴. Each measurement is a process of its own,
 * since peak memory is a property of the process, and runs a bundle, since that is what a runner runs.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { formatTable, median } from '#scripts/support/format.js';
import { bundleChild } from './child-bundle.ts';
import { RULES, writePlan, type PlanKind } from './plan/synthetic.ts';
import type { Bench } from './types.ts';

/** How `child.ts` reads: with a key the fingerprint covers all, without one (`open`) it leaves out secrets. */
type Way = 'keyed' | 'open';

interface Case {
  readonly name: string;
  readonly changes: number;
  readonly kind: PlanKind;
  readonly secrets: boolean;
  readonly way: Way;
}

const mixed = { kind: 'mixed', secrets: true, way: 'keyed' } as const;
const CASES: readonly Case[] = [
  ...[100, 1_000, 10_000, 50_000].map((changes) => ({ ...mixed, name: 'mixed changes', changes })),
  { ...mixed, name: 'no key, no secrets', changes: 10_000, secrets: false, way: 'open' },
  { ...mixed, name: 'no key, secrets: read twice', changes: 10_000, way: 'open' },
  { ...mixed, name: `security groups of ${RULES} rules`, changes: 10_000, kind: 'rules' },
];
/** A large plan takes seconds each time, and its ratio hardly varies. */
const MOST_RUNS = 5;

interface Sample {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly rssKiB: number;
  readonly steps: Readonly<Record<string, number>>;
}

export const bench: Bench = {
  title:
    'Plan JSON read, modelled, assessed, redacted, fingerprinted, written as document and rendered as comment',
  async run({ root, runs }) {
    const program = await bundleChild(root, 'plan', 'child');
    const folder = mkdtempSync(join(tmpdir(), 'bench-plan-'));
    const used = Math.min(runs, MOST_RUNS);
    try {
      const rows: string[][] = [];
      for (const each of CASES) {
        const file = join(folder, 'plan.json');
        writePlan(file, each.changes, each.kind, each.secrets);
        rows.push(renderRow(each, statSync(file).size, await measure(program, each.way, file, used)));
        rmSync(file);
      }
      return `${formatTable([HEADING, ...rows])}\n\nmedians of ${used} interleaved runs on Node ${process.version}`;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const STEPS = ['read', 'redact', 'fingerprint', 'check', 'write', 'render'];

const HEADING = [
  'plan',
  'changes',
  'MB',
  'parse ms',
  'report ms',
  '× parse',
  '× CPU',
  'parse RSS MB',
  'report RSS MB',
  ...STEPS,
];

interface Samples {
  readonly parse: readonly Sample[];
  readonly report: readonly Sample[];
}

/** Takes turns, so that a slow minute hits both. */
async function measure(program: string, way: Way, file: string, runs: number): Promise<Samples> {
  const parse: Sample[] = [];
  const report: Sample[] = [];
  for (let round = 0; round < runs; round += 1) {
    parse.push(await start(program, 'parse', file));
    report.push(await start(program, way, file));
  }
  return { parse, report };
}

async function start(program: string, variant: 'parse' | Way, file: string): Promise<Sample> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, variant, file]);
  return JSON.parse(stdout) as Sample;
}

function renderRow({ name, changes }: Case, bytes: number, { parse, report }: Samples): string[] {
  const of = (samples: readonly Sample[], pick: (sample: Sample) => number): number =>
    median(samples.map(pick));
  const wall = (samples: readonly Sample[]): number => of(samples, (sample) => sample.milliseconds);
  const cpu = (samples: readonly Sample[]): number => of(samples, (sample) => sample.cpuMilliseconds);
  const megabytes = (samples: readonly Sample[]): string =>
    ((of(samples, (sample) => sample.rssKiB) * 1024) / 1e6).toFixed(0);
  return [
    name,
    changes.toLocaleString('en-US'),
    (bytes / 1e6).toFixed(1),
    wall(parse).toFixed(0),
    wall(report).toFixed(0),
    (wall(report) / wall(parse)).toFixed(2),
    (cpu(report) / cpu(parse)).toFixed(2),
    megabytes(parse),
    megabytes(report),
    ...STEPS.map((step) => of(report, (sample) => sample.steps[step] ?? 0).toFixed(0)),
  ];
}
