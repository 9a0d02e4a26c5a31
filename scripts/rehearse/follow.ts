import type { Conclusion, RunnerEvent } from '#simulator/runner/events.js';
import type { Terminal } from './terminal.ts';

const MARK: Record<Conclusion, string> = { success: '✓', failure: '✗', cancelled: '◼', skipped: '○' };

/** Lines of a step's log that tell a story without --verbose: what Terraform does and what went wrong. */
const TELLING_COMMANDS = new Set(['error', 'warning', 'notice']);

/**
 * Prints a run as it happens: one line per job and step with its time, the telling log lines below it.
 * With several jobs at once each line names its job, so that interleaving stays readable.
 */
export function createFollower(terminal: Terminal, verbose: boolean): (event: RunnerEvent) => void {
  return (event) => {
    switch (event.type) {
      case 'job-started':
        terminal.line(`  ${terminal.bold(event.job)}`);
        break;
      case 'job-waiting':
        terminal.line(`  ${terminal.bold(event.job)} ${terminal.dim(`waits: ${event.reason}`)}`);
        break;
      case 'step-started':
        if (verbose) terminal.line(terminal.dim(`    … ${event.step}`));
        break;
      case 'log':
        printLog(event, terminal, verbose);
        break;
      case 'step-finished':
        terminal.line(
          `    ${mark(terminal, event.conclusion)} ${event.step} ${terminal.dim(seconds(event.milliseconds))}`,
        );
        break;
      case 'job-finished':
        if (event.conclusion !== 'success') {
          terminal.line(`  ${mark(terminal, event.conclusion)} ${event.job}: ${event.conclusion}`);
        }
        break;
    }
  };
}

function printLog(event: Extract<RunnerEvent, { type: 'log' }>, terminal: Terminal, verbose: boolean): void {
  if (event.command !== undefined && TELLING_COMMANDS.has(event.command)) {
    const paint =
      event.command === 'error' ? terminal.red : event.command === 'warning' ? terminal.yellow : terminal.dim;
    const [first = '', ...rest] = event.line.trimEnd().split('\n');
    terminal.line(`      ${paint(`${event.command}: ${first}`)}`);
    for (const line of rest) terminal.line(`        ${paint(line)}`);
  } else if (verbose) {
    terminal.line(terminal.dim(`      ${event.line}`));
  }
}

function mark(terminal: Terminal, conclusion: Conclusion): string {
  if (conclusion === 'success') return terminal.green(MARK.success);
  return conclusion === 'skipped' ? terminal.dim(MARK.skipped) : terminal.red(MARK[conclusion]);
}

/** `0.4 s`, `12 s`, `1 min 05 s`. */
export function seconds(milliseconds: number): string {
  const total = milliseconds / 1000;
  if (total < 10) return `${total.toFixed(1)} s`;
  if (total < 60) return `${String(Math.round(total))} s`;
  const rounded = Math.round(total);
  return `${String(Math.floor(rounded / 60))} min ${String(rounded % 60).padStart(2, '0')} s`;
}
