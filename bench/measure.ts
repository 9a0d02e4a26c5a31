import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { median } from '#scripts/support/format.js';

/** A program to start: the module, and everything in its environment. */
export interface Variant {
  readonly name: string;
  readonly module: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Called before each start; its time does not count. */
  readonly prepare?: () => void;
}

/** Milliseconds from start to end, and of user and system time, medians; the exit code of the last run. */
export interface Measured {
  readonly wall: number;
  readonly cpu: number;
  readonly exitCode: number | null;
}

interface Sample extends Measured {
  readonly name: string;
}

/** Writes the processor time of the process itself to descriptor 3 when it ends; costs every variant the same. */
const HOOK = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(3, String(user + system)); });`,
)}`;

/** Starts each variant once per round, after one round that does not count. */
export async function measureStarts(
  variants: readonly Variant[],
  runs: number,
): Promise<ReadonlyMap<string, Measured>> {
  const samples: Sample[] = [];
  for (let round = 0; round <= runs; round += 1) {
    for (const variant of variants) {
      variant.prepare?.();
      const sample = await start(variant);
      if (round > 0) samples.push(sample);
    }
  }
  return new Map(
    variants.map(({ name }) => {
      const own = samples.filter((sample) => sample.name === name);
      return [
        name,
        {
          wall: median(own.map(({ wall }) => wall)),
          cpu: median(own.map(({ cpu }) => cpu)),
          exitCode: own.at(-1)?.exitCode ?? null,
        },
      ];
    }),
  );
}

async function start({ name, module, cwd, env }: Variant): Promise<Sample> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', HOOK, module], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<{ readonly exitCode: number | null; readonly wall: number }>(
    (resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (exitCode) => resolve({ exitCode, wall: performance.now() - started }));
    },
  );
  const report = child.stdio[3];
  if (report === null || report === undefined || !('read' in report)) throw new Error('no pipe to the child');
  const [{ exitCode, wall }, microseconds] = await Promise.all([ended, text(report)]);
  return { name, wall, cpu: Number(microseconds) / 1000, exitCode };
}
