import { stripVTControlCharacters } from 'node:util';
import type { Conclusion, RunnerEvent } from '#simulator/runner/events.js';
import type { Terminal } from './terminal.ts';

const MARK: Record<Conclusion, string> = { success: '✓', failure: '✗', cancelled: '◼', skipped: '○' };

/** Lines of a step's log that tell a story without --verbose: what Terraform does and what went wrong. */
const TELLING_COMMANDS = new Set(['error', 'warning', 'notice']);

/** What the runner does around the work: told without --verbose only where it fails. */
const PLUMBING = /^(?:Post |Check out |Take the |Keep |Get the |Collect |Mark the |Read which )/;

/** A step that takes longer than this says so, and says it again after as long. */
const PROGRESS_MS = 5000;

/**
 * Prints a run as it happens: one line per job and step with its time, the telling log lines below it, and what a long
 * step said last. Without `verbose` neither skipped steps nor the runner's own are told.
 */
export function createFollower(terminal: Terminal, verbose: boolean): (event: RunnerEvent) => void {
  const progress = createProgress(terminal);
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
        progress.started(event.job, event.step);
        break;
      case 'log':
        printLog(event, terminal, verbose);
        progress.said(event.job, event.line);
        break;
      case 'step-finished':
        progress.ended(event.job);
        if (verbose || isTelling(event)) terminal.line(stepLine(terminal, event));
        break;
      case 'job-finished':
        progress.ended(event.job);
        if (verbose || !['success', 'skipped'].includes(event.conclusion)) {
          terminal.line(`  ${mark(terminal, event.conclusion)} ${event.job}: ${event.conclusion}`);
        }
        break;
    }
  };
}

type StepFinished = Extract<RunnerEvent, { type: 'step-finished' }>;

function isTelling({ conclusion, step }: StepFinished): boolean {
  return conclusion !== 'skipped' && (conclusion !== 'success' || !PLUMBING.test(step));
}

function stepLine(terminal: Terminal, { conclusion, step, milliseconds }: StepFinished): string {
  return `    ${mark(terminal, conclusion)} ${step} ${terminal.dim(seconds(milliseconds))}`;
}

/** Tells every few seconds of the step that each job is at; a job is at one step at a time. */
function createProgress(terminal: Terminal) {
  const running = new Map<string, { timer: NodeJS.Timeout; last: string }>();
  const ended = (job: string): void => {
    clearInterval(running.get(job)?.timer);
    running.delete(job);
  };
  return {
    ended,
    started: (job: string, step: string): void => {
      ended(job);
      const started = performance.now();
      const timer = setInterval(() => {
        const text = `… ${step} ${seconds(performance.now() - started)} ${running.get(job)?.last ?? ''}`;
        terminal.line(terminal.dim(`      ${text.slice(0, terminal.columns - 6).trimEnd()}`));
      }, PROGRESS_MS);
      timer.unref();
      running.set(job, { timer, last: '' });
    },
    said: (job: string, line: string): void => {
      const step = running.get(job);
      const text = stripVTControlCharacters(line).trim();
      if (step !== undefined && text !== '') step.last = `· ${text}`;
    },
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
