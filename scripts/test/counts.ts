import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

/** What a stage executed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 };

const jestReport = z.looseObject({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  /** Files that could not be loaded; their tests are counted nowhere. */
  numRuntimeErrorTestSuites: z.int(),
});
const plainReport = z.strictObject({ passed: z.int(), failed: z.int(), skipped: z.int() });

/** Counts of jest's `--json --outputFile`; undefined when jest wrote none. A file that does not load is one failure. */
export function readJestReport(path: string): Counts | undefined {
  const report = readJson(path, jestReport);
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  );
}

/** Counts that a stage of our own wrote: `{"passed": 1, "failed": 0, "skipped": 0}`; undefined when it wrote none. */
export function readPlainReport(path: string): Counts | undefined {
  return readJson(path, plainReport);
}

function readJson<T>(path: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Half-written by a stage that was killed: as good as none.
    return undefined;
  }
}

export function addCounts(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}

/** `12 passed, 0 failed`, with `, 3 skipped` when any. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
