/**
 * Runs the benches of this folder.
 *
 * Usage: npm run bench -- [--only <bench>,…] [--runs <n>] [--list]
 */
import { join } from 'node:path';
import { scriptErrors } from '#scripts/errors.js';
import { readOptions, runProgram } from '#scripts/support/program.js';
import { listFiles, repositoryRoot } from '#scripts/support/repository.js';
import type { Bench } from './types.ts';

const USAGE = `npm run bench -- [options]
  --only <a>,<b>   run these benches only
  --runs <n>       measure each variant so many times (default 15)
  --list           show the benches and run none`;

/** Files of this folder that are not benches themselves. */
const HELPERS = ['bench.ts', 'measure.ts', 'references.ts', 'types.ts'];
const DEFAULT_RUNS = 15;
const MAX_RUNS = 1000;

async function loadBenches(only: string | undefined): Promise<readonly (readonly [string, Bench])[]> {
  const names = listFiles(import.meta.dirname)
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file) && !HELPERS.includes(file))
    .map((file) => file.replace(/\.ts$/, ''));
  const wanted = only?.split(',').map((name) => name.trim()) ?? names;
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw scriptErrors.EHA1900(
      `--only: no bench is called ${unknown.join(', ')}; there are ${names.join(', ')}`,
    );
  }
  return Promise.all(
    wanted.map(async (name) => {
      const module = (await import(join(import.meta.dirname, `${name}.ts`))) as { readonly bench: Bench };
      return [name, module.bench] as const;
    }),
  );
}

function readRuns(given: string | undefined): number {
  const runs = given === undefined ? DEFAULT_RUNS : Number(given);
  if (Number.isInteger(runs) && runs >= 1 && runs <= MAX_RUNS) return runs;
  throw scriptErrors.EHA1900(`--runs is "${given ?? ''}", but must be a whole number from 1 to ${MAX_RUNS}.`);
}

await runProgram(async () => {
  const options = readOptions(
    {
      only: { type: 'string' },
      runs: { type: 'string' },
      list: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    USAGE,
  );
  if (options.help === true) {
    console.log(USAGE);
    return true;
  }
  const runs = readRuns(options.runs);
  const benches = await loadBenches(options.only);
  for (const [name, bench] of benches) {
    if (options.list === true) console.log(`${name}: ${bench.title}`);
    else console.log(`${bench.title}\n\n${await bench.run({ root: repositoryRoot, runs })}\n`);
  }
  return true;
});
