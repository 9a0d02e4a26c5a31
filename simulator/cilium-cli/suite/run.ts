/** `cilium connectivity test`: deploys, runs the chosen tests one after the other, reports. */
import { writeFileSync } from 'node:fs';
import { writeSysdump } from '../commands/sysdump.ts';
import { SUITE, type SuiteTest } from './catalogue.ts';
import { deploy, removeNamespace, type Surroundings } from './deploy.ts';
import { junitText, setupFailure, type TestResult } from './junit.ts';
import { chosen, Crashed, runTest, type RunningSuite } from './run-test.ts';
import { selectionOf } from './selection.ts';

const PANIC = 'panic: runtime error: invalid memory address or nil pointer dereference';
/** Go's exit code after a panic. */
const PANICKED = 2;
/** From this version on a failed setup leaves a JUnit file. */
const TELLS_SETUP = [0, 19, 6];

export interface SuiteRun extends Omit<Surroundings, 'signal'> {
  /** Of the program, with the v. */
  readonly version: string;
  /** Follows the signals of the process. */
  readonly signal: AbortSignal;
}

/** The exit code. */
export async function runSuite(run: SuiteRun): Promise<number> {
  const { options, output } = run;
  const selection = selectionOf(options.tests);
  const stop = new AbortController();
  const signal = AbortSignal.any([run.signal, stop.signal]);
  const timer = endAfter(options.timeoutMs, stop);
  signal.addEventListener('abort', () => {
    output.line(`Cancellation request (${String(signal.reason)}) received, cancelling tests...`);
  });
  try {
    output.line('ℹ️  Monitor aggregation detected, will skip some flow validation steps');
    const deployed = await deploy({ ...run, signal });
    const suite = { ...run, signal, deployed, selection };
    const results = await runTests(suite);
    if (options.junitFile !== '') writeFileSync(options.junitFile, junitText(results, options.args));
    if (options.cleanup) await removeNamespace(suite);
    return await report(suite, results);
  } catch (error) {
    if (error instanceof Crashed) {
      process.stderr.write(`${PANIC}\n`);
      return PANICKED;
    }
    const reason = signal.aborted
      ? 'context canceled'
      : error instanceof Error
        ? error.message
        : String(error);
    // What had finished is lost.
    if (options.junitFile !== '' && tellsSetup(run.version)) {
      writeFileSync(options.junitFile, setupFailure(reason, options.args));
    }
    process.stderr.write(`Error: connectivity test failed: ${reason}\n`);
    return 1;
  } finally {
    clearTimeout(timer);
  }
}

function endAfter(ms: number, stop: AbortController): NodeJS.Timeout | undefined {
  if (ms === 0) return undefined;
  const reason = `connectivity test suite timeout (${ms / 1000}s) reached`;
  return setTimeout(() => stop.abort(reason), ms);
}

function tellsSetup(version: string): boolean {
  const numbers = version.replace(/^v/, '').split('.').map(Number);
  const index = TELLS_SETUP.findIndex((part, place) => part !== numbers[place]);
  return index < 0 || (numbers[index] ?? 0) > (TELLS_SETUP[index] ?? 0);
}

async function runTests(suite: RunningSuite): Promise<readonly TestResult[]> {
  const { output, options, signal } = suite;
  const place = `[${options.testNamespace}]`;
  output.line(`🏃${place} Running ${SUITE.length} tests ...`);
  const results: TestResult[] = [];
  for (const [index, test] of SUITE.entries()) {
    signal.throwIfAborted();
    const number = `[${index + 1}/${SUITE.length}]`;
    const why = skipReason(suite, test);
    if (why !== '') {
      output.line(`[=] ${place} Skipping test [${test.name}] ${number} (${why})`);
      results.push(skipped(test.name));
      continue;
    }
    output.line(`[=] ${place} Test [${test.name}] ${number}`);
    results.push(await runTest(suite, test));
  }
  return results;
}

function skipReason(suite: RunningSuite, test: SuiteTest): string {
  if (chosen(suite, test).length === 0) return 'skipped by user';
  if (suite.instructed.has('skip', test.name) || suite.instructed.has('skip', 'all')) {
    return 'Feature instructed is disabled';
  }
  return test.missing(suite.deployed);
}

function skipped(name: string): TestResult {
  return { name, status: 'skipped', failures: [], startedAt: undefined, seconds: 0, actions: 0 };
}

async function report(suite: RunningSuite, results: readonly TestResult[]): Promise<number> {
  const { output, options } = suite;
  const place = `[${options.testNamespace}]`;
  const failed = results.filter(({ status }) => status === 'failed');
  const left = results.filter(({ status }) => status === 'skipped').length;
  const actions = results.reduce((sum, result) => sum + result.actions, 0);
  const ran = results.length - left;
  if (failed.length === 0) {
    output.line(
      `✅ ${place} All ${ran} tests (${actions} actions) successful, ${left} tests skipped, 0 scenarios skipped.`,
    );
    return 0;
  }
  const bad = failed.flatMap(({ failures }) => failures).length;
  output.line(`📋 Test Report ${place}`);
  output.line(
    `❌ ${failed.length}/${ran} tests failed (${bad}/${actions} actions), ${left} tests skipped, 0 scenarios skipped:`,
  );
  for (const { name, failures } of failed) {
    output.line(`Test [${name}]:`);
    for (const { action, message } of failures) output.line(`  🟥 ${action}: ${message}`);
  }
  if (options.sysdumpOnFailure) await writeSysdump(suite.api, options.sysdumpFile, output);
  process.stderr.write(`Error: connectivity test failed: ${failed.length} tests failed\n`);
  return options.exitZeroOnFailure ? 0 : 1;
}
