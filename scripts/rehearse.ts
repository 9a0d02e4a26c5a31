/** `npm start`: rehearses the life of the cluster on this machine. `npm start -- --help` says how. */
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SimulatorError } from '#simulator/world/errors.js';
import { rehearse } from './rehearse/acts.ts';
import { rehearsalErrors } from './rehearse/errors.ts';
import { seconds } from './rehearse/follow.ts';
import { helpText, readOptions, type RehearsalOptions } from './rehearse/options.ts';
import { setStage, type Stage } from './rehearse/stage.ts';
import { createTerminal, type Terminal } from './rehearse/terminal.ts';
import { describeFailure } from './support/program.ts';
import { findTerraform } from './support/terraform.ts';

/** What a rehearsal leaves behind; removed first, so that no file of an earlier one is taken for this one's. */
const RESULTS = [
  ['comment.html', 'the comment after each push, as a page'],
  ['comment-1.md', 'the comment after the first push, as Markdown'],
  ['comment-2.md', 'the same comment after the second push, which breaks the address plan'],
  ['comment-3.md', 'the same comment after the third push, which repairs it'],
  ['rehearsal.log', 'all of this text'],
  ['life.json', 'figures of the life: runs, resources, nodes, issues of the nights, cost, what was left'],
] as const;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env, process.stdout.isTTY);
  const terminal = createTerminal(process.stdout, options.colour);
  if (options.help) {
    process.stdout.write(helpText());
    return 0;
  }
  const started = performance.now();
  prepareOutput(options.out);
  const terraform = await findTerraform();
  terminal.line(
    `Rehearsal with Terraform ${terraform.version}, the workflow files and bundles of this checkout,`,
  );
  terminal.line('simulated clouds and a simulated GitHub. Nothing here verifies a real cloud.');
  const stage = await setStage({ faults: options.faults, port: options.port, terraform });
  terminal.line(
    terminal.dim(
      `World ready in ${seconds(performance.now() - started)}; GitHub answers at ${stage.serverUrl}`,
    ),
  );
  try {
    const good = await withInterrupt(stage, () => rehearse(stage, options, terminal));
    reportFaults(stage, options, terminal);
    report(options, terminal, good, performance.now() - started);
    if (options.keep) await keepUntilInterrupted(stage, terminal);
    return good ? 0 : 1;
  } finally {
    writeFileSync(join(options.out, 'rehearsal.log'), terminal.transcript());
    await stage.close(options.keep);
  }
}

/** The folder for results, made and proven writable before anything starts. */
function prepareOutput(out: string): void {
  try {
    mkdirSync(out, { recursive: true });
    accessSync(out, constants.W_OK);
    for (const [file] of RESULTS) rmSync(join(out, file), { force: true });
    writeFileSync(join(out, 'rehearsal.log'), '');
  } catch (error) {
    throw rehearsalErrors.EHA1950(`${out}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Ctrl-C cancels the run that is under way, as GitHub's Cancel button does; a second one ends at once. */
async function withInterrupt<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
  let interrupts = 0;
  const onInterrupt = () => {
    interrupts += 1;
    if (interrupts > 1) process.exit(130);
    process.stderr.write('\nCancelling; press Ctrl-C again to end at once.\n');
    stage.cancelRuns();
  };
  process.on('SIGINT', onInterrupt);
  try {
    return await work();
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

function reportFaults(stage: Stage, options: RehearsalOptions, terminal: Terminal): void {
  for (const fault of options.faults) {
    const count = stage.world.faults.count(fault);
    if (fault === 'state-locked') continue;
    terminal.line(
      count > 0
        ? `Fault ${fault} struck ${String(count)}×.`
        : `Fault ${fault} never struck in this scenario.`,
    );
  }
}

function report(options: RehearsalOptions, terminal: Terminal, good: boolean, milliseconds: number): void {
  terminal.line('');
  terminal.line(
    `${good ? terminal.green('Done') : terminal.red('Not as it should be')} in ${seconds(milliseconds)}.`,
  );
  for (const [file, description] of RESULTS) {
    const path = join(options.out, file);
    if (existsSync(path)) terminal.line(`  ${relative(process.cwd(), path).padEnd(24)} ${description}`);
  }
  terminal.line(
    `  ${'npm start -- --help'.padEnd(24)} scenarios and faults to try, for example --fault plan-error`,
  );
}

async function keepUntilInterrupted(stage: Stage, terminal: Terminal): Promise<void> {
  terminal.line(`The world stays up: ${stage.serverUrl}, files in ${stage.world.directory}. Ctrl-C ends it.`);
  await new Promise<void>((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    process.once('SIGINT', () => {
      clearInterval(alive);
      resolve();
    });
  });
}

function describe(error: unknown): string {
  if (!(error instanceof SimulatorError)) return describeFailure(error);
  return `${error.code}: ${error.message}\n  Remedy: ${error.remedy}`;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = 1;
}
