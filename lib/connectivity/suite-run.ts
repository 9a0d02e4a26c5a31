/** Runs batches of the suite, and those tests again that failed. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ActionError } from '../action/errors.ts';
import type { ActionDeps } from '../action/types.ts';
import type { CliRun } from './suite-preflight.ts';
import { readSuiteJunit, type SuiteCase } from './suite-junit.ts';
import { followSuiteOutput, type SuiteOutput } from './suite-output.ts';
import { patternOf, type SuiteArguments, type SuiteBatch, testArguments } from './suite-plan.ts';

/** What one run of the CLI gave. */
export interface BatchRun {
  readonly batch: SuiteBatch;
  /** 1, and more where it was run again for what had failed. */
  readonly attempt: number;
  /** Of the tests that were not skipped. */
  readonly cases: readonly SuiteCase[];
  readonly skipped: number;
  readonly output: SuiteOutput;
  /** Why nothing of it counts; undefined when it does. */
  readonly lost: string | undefined;
  readonly seconds: number;
}

export interface SuiteRunOptions {
  readonly arguments: Omit<SuiteArguments, 'junitFile' | 'timeoutSeconds'>;
  readonly batchTimeoutMs: number;
  /** How often what failed is run again, at most. */
  readonly reruns: number;
  /** Where JUnit files go; absolute. */
  readonly folder: string;
  /** Milliseconds that are left for all batches. */
  readonly timeLeft: () => number;
}

type Deps = Pick<ActionDeps, 'log' | 'signal'>;

/** Told after each run, so that a cancellation or the end of the time keeps what was seen. */
export type OnRun = (run: BatchRun) => void | Promise<void>;

/** With less time than this nothing is begun any more. */
const LEAST_MS = 10_000;

/** Runs all batches, one after the other: they share pods and policies. Those there is no time for are not begun. */
export async function runBatches(
  batches: readonly SuiteBatch[],
  cli: CliRun,
  options: SuiteRunOptions,
  onRun: OnRun,
  deps: Deps,
): Promise<void> {
  for (const batch of batches) {
    deps.signal.throwIfAborted();
    if (options.timeLeft() < LEAST_MS) return;
    let run = await runOnce(batch, 1, cli, options, deps);
    await onRun(run);
    for (let attempt = 2; attempt <= options.reruns + 1; attempt += 1) {
      const failed = run.lost === undefined ? failedTests(run) : [];
      if (failed.length === 0 || options.timeLeft() < LEAST_MS) break;
      deps.signal.throwIfAborted();
      deps.log.info(`Again, because they failed: ${failed.join(', ')}.`);
      const again = { ...batch, patterns: failed.map(patternOf) };
      run = await runOnce(again, attempt, cli, options, deps);
      await onRun(run);
    }
  }
}

function failedTests({ cases }: BatchRun): readonly string[] {
  return cases.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
}

/** The CLI has its own time limit, and some seconds to report that it is over. */
const GRACE_MS = 20_000;

async function runOnce(
  batch: SuiteBatch,
  attempt: number,
  { program, cwd, env, runProcess }: CliRun,
  { arguments: given, batchTimeoutMs, folder, timeLeft }: SuiteRunOptions,
  { log }: Deps,
): Promise<BatchRun> {
  const junitFile = join(folder, `suite-${String(batch.number)}-${String(attempt)}.xml`);
  const limitMs = Math.min(batchTimeoutMs, timeLeft());
  const timeoutSeconds = Math.ceil(limitMs / 1000);
  const argv = [program, ...testArguments(batch, { ...given, junitFile, timeoutSeconds })] as const;
  const follow = followSuiteOutput();
  const title = `Batch ${String(batch.number)}, run ${String(attempt)}: ${batch.patterns.join(' ')}`;
  const result = await log.group(title, () =>
    runProcess(argv, {
      cwd,
      env,
      captureStdout: false,
      interruptAfterMs: limitMs + GRACE_MS,
      onStdoutLine: (line) => {
        follow.line(line);
        log.info(line);
      },
    }),
  );
  const output = follow.result();
  const seconds = Math.round(result.milliseconds / 1000);
  const read = result.interrupted ? 'cancelled' : readReport(junitFile);
  const base = { batch, attempt, output, seconds };
  if (typeof read === 'string') {
    const said = lastLine(result.stderr);
    return { ...base, cases: [], skipped: 0, lost: said === '' ? read : `${read}; the CLI said: ${said}` };
  }
  const cases = read.filter(({ outcome }) => outcome !== 'skipped');
  const lost = whyLost(cases, output, result.exitCode, lastLine(result.stderr));
  return { ...base, cases: lost === undefined ? cases : [], skipped: read.length - cases.length, lost };
}

const LARGEST_REPORT_BYTES = 64 * 1024 * 1024;

/** The cases, or why there are none. */
function readReport(path: string): readonly SuiteCase[] | string {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return 'the CLI wrote no JUnit file';
  if (size > LARGEST_REPORT_BYTES) return `the JUnit file has ${String(size)} bytes`;
  try {
    return readSuiteJunit(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof ActionError) return `the JUnit file cannot be read: ${error.message}`;
    throw error;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim().slice(0, 300) ?? '';
}

/**
 * A report that does not tell of the tests: when the time is over or nothing could be set up, the CLI throws away what it
 * has and writes one case that no test has the name of. And what the exit code says must be in the report.
 */
function whyLost(
  cases: readonly SuiteCase[],
  { begun, actions }: SuiteOutput,
  exitCode: number,
  said: string,
): string | undefined {
  const tests = new Set([...begun, ...actions.map(({ test }) => test)]);
  const strange = cases.find(({ name }) => !tests.has(name));
  if (strange !== undefined) {
    const why = strange.message === '' ? said : strange.message;
    return `the report has "${strange.name}" in place of results: ${why}`;
  }
  const isFailed = cases.some(({ outcome }) => outcome === 'failed');
  if (exitCode === 0 || isFailed) return undefined;
  return `the CLI ended with ${String(exitCode)} and the report has no failed test: ${said}`;
}
