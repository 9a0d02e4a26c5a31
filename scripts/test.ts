/**
 * Runs everything that proves this repository: linters, types, the committed bundles, and all tests. Ends with one line
 * `N passed, N failed`; a stage that is not made of tests counts as one.
 *
 * Usage: npm test -- [--only <stage>,…] [--list]
 */
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { formatDuration, formatTable } from './support/format.ts';
import { readOptions, runProgram } from './support/program.ts';
import { repositoryRoot } from './support/repository.ts';
import { formatCounts } from './test/counts.ts';
import { runStages } from './test/runner.ts';
import { ALIASES, defineStages, selectStages } from './test/stages.ts';

const USAGE = `npm test -- [options]
  --only <a>,<b>   run these stages only; ${Object.entries(ALIASES)
    .map(([alias, names]) => `${alias} = ${names.join(' + ')}`)
    .join('; ')}
  --list           show the stages and run none`;

/** Exit codes of a program that a signal ended, as shells report them. */
const SIGNAL_EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** The first signal interrupts the running stages, which then end as they would by themselves; a second one kills. */
function listenForSignals(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      process.exitCode = SIGNAL_EXIT_CODES[name];
      controller.abort();
    });
  }
  return controller.signal;
}

await runProgram(async () => {
  const options = readOptions(
    { only: { type: 'string' }, list: { type: 'boolean' }, help: { type: 'boolean' } },
    USAGE,
  );
  if (options.help === true) {
    console.log(USAGE);
    return true;
  }
  const stages = selectStages(defineStages(repositoryRoot), options.only);
  if (options.list === true) {
    console.log(formatTable([['stage', ''], ...stages.map(({ name, description }) => [name, description])]));
    return true;
  }
  const started = performance.now();
  const counts = await runStages(stages, {
    root: repositoryRoot,
    concurrency: Math.min(2, availableParallelism()),
    signal: listenForSignals(),
    write: (text) => process.stdout.write(text),
  });
  console.log(
    `\n${stages.length} ${stages.length === 1 ? 'stage' : 'stages'} in ${formatDuration(performance.now() - started)}`,
  );
  console.log(formatCounts(counts));
  return counts.failed === 0 || process.exitCode !== undefined;
});
