import { formatDuration } from '#scripts/support/format.js';
import { addCounts, formatCounts, type Counts } from './counts.ts';
import { runStage, type Stage, type StageResult } from './stage.ts';

/** How to run the stages. */
export interface RunOptions {
  readonly root: string;
  /** Stages of one batch that run at the same time. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly write: (text: string) => void;
}

/**
 * Runs the stages batch by batch and prints one line for each, with everything it printed when it failed. All stages
 * run, also after a failure. Returns the sum; when interrupted, the stages not run count as failed.
 */
export async function runStages(stages: readonly Stage[], options: RunOptions): Promise<Counts> {
  const results: StageResult[] = [];
  const batches = [...new Set(stages.map(({ batch }) => batch))].sort((a, b) => a - b);
  const width = Math.max(...stages.map(({ name }) => name.length));
  for (const batch of batches) {
    const queue = stages.filter((stage) => stage.batch === batch);
    const drain = async (): Promise<void> => {
      for (let stage = queue.shift(); stage !== undefined; stage = queue.shift()) {
        const result = await runStage(stage, options.root, options.signal);
        results.push(result);
        options.write(formatResult(result, width));
      }
    };
    await Promise.all(Array.from({ length: options.concurrency }, drain));
  }
  return addCounts(results.map(({ counts }) => counts));
}

function formatResult({ stage, counts, output, milliseconds }: StageResult, width: number): string {
  const mark = counts.failed === 0 ? 'ok    ' : 'FAILED';
  const line = `${mark}  ${stage.name.padEnd(width)}  ${formatDuration(milliseconds).padStart(12)}  ${formatCounts(counts)}\n`;
  if (counts.failed === 0) return line;
  return `${line}${output.trimEnd().replaceAll(/^(?=.)/gm, '    ')}\n`;
}
