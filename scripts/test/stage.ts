import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { runCommand } from '#scripts/support/process.js';
import { describeFailure } from '#scripts/support/program.js';
import { NO_TESTS, type Counts } from './counts.ts';

/** One part of `npm test`. */
export interface Stage {
  readonly name: string;
  readonly description: string;
  readonly command: readonly [string, ...string[]];
  /** Stages of one batch may run side by side; batches run one after the other. */
  readonly batch: number;
  /** Where the command leaves its counts, and how to read them; without it the stage is one test. */
  readonly report?: { readonly path: string; readonly read: (path: string) => Counts | undefined };
  /** Throws when something the stage needs is missing. */
  readonly requires?: () => Promise<unknown>;
}

/** What became of a stage. `output` is everything it printed. */
export interface StageResult {
  readonly stage: Stage;
  readonly counts: Counts;
  readonly output: string;
  readonly milliseconds: number;
}

/** Twice what all of `npm test` may take: a stage that hangs ends all the same. */
const STAGE_TIMEOUT_MS = 20 * 60_000;

/**
 * Runs one stage. It never rejects: whatever goes wrong is a failed test with its reason in the output. A stage that
 * executed no test has failed, and so has one that ended badly although it counted no failure.
 */
export async function runStage(stage: Stage, root: string, signal: AbortSignal): Promise<StageResult> {
  const started = performance.now();
  const result = (counts: Counts, output: string): StageResult => ({
    stage,
    counts,
    output,
    milliseconds: performance.now() - started,
  });
  if (signal.aborted) return result({ ...NO_TESTS, failed: 1 }, 'Interrupted before it started.\n');
  try {
    await stage.requires?.();
    if (stage.report !== undefined) rmSync(stage.report.path, { force: true });
    const {
      exitCode,
      signal: killedBy,
      output,
    } = await runCommand(stage.command, {
      cwd: root,
      timeout: STAGE_TIMEOUT_MS,
      signal,
    });
    const [counts, remark] = judge(stage, exitCode === 0);
    const ending = killedBy === null ? '' : `Ended by ${killedBy}.\n`;
    return result(counts, `${output}${ending}${remark}`);
  } catch (error) {
    return result({ ...NO_TESTS, failed: 1 }, `${describeFailure(error)}\n`);
  }
}

function judge({ report }: Stage, endedWell: boolean): readonly [Counts, string] {
  if (report === undefined)
    return [{ ...NO_TESTS, passed: endedWell ? 1 : 0, failed: endedWell ? 0 : 1 }, ''];
  const counts = report.read(report.path);
  if (counts === undefined) return [{ ...NO_TESTS, failed: 1 }, 'The stage left no report of its tests.\n'];
  if (!endedWell && counts.failed === 0) {
    return [{ ...counts, failed: 1 }, 'The stage ended badly although none of its tests failed.\n'];
  }
  if (counts.passed + counts.failed === 0) {
    return [{ ...counts, failed: 1 }, 'The stage executed no test, which proves nothing.\n'];
  }
  return [counts, ''];
}
