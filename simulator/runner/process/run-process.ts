import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import { WorkflowError } from '../errors.ts';
import { descendants, sendSignal } from './process-table.ts';

/** Milliseconds between SIGINT and SIGTERM, and between SIGTERM and the kill. */
export interface CancelGrace {
  readonly sigint: number;
  readonly sigterm: number;
}

/** The runner's own times. Source: actions/runner, ProcessInvoker. */
export const RUNNER_GRACE: CancelGrace = { sigint: 7500, sigterm: 2500 };

/** How long output may stay open after the process ended, because a child inherited it. */
const STREAM_GRACE = 5000;

export interface ProcessRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  /** Aborting it starts the runner's sequence: SIGINT to the entry process, SIGTERM, then the whole tree is killed. */
  readonly signal: AbortSignal;
  readonly grace: CancelGrace;
}

/**
 * Runs a process to its end and returns its exit code (128 + signal number when a signal ended it). Both output
 * streams are read line by line. The process leads a group of its own, so that a Ctrl-C at the terminal reaches it only
 * through the cancellation sequence. Rejects with a `WorkflowError` when it cannot be started.
 */
export async function runProcess(request: ProcessRequest): Promise<number> {
  const child = spawn(request.command, request.args, {
    cwd: request.cwd,
    env: request.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', (error) =>
      reject(
        new WorkflowError(
          `An error occurred trying to start process '${request.command}' with working directory '${request.cwd}'. ${error.message}`,
        ),
      ),
    );
  });
  readLines(child.stdout, request.onLine);
  readLines(child.stderr, request.onLine);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? 128 + signalNumber(signal ?? '')));
  });
  const stop = cancelSequence(child.pid, request.grace);
  const onAbort = () => stop.start();
  if (request.signal.aborted) onAbort();
  else request.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const code = await Promise.race([exited, failed]);
    // From here on the process id may belong to another process.
    stop.end();
    await Promise.race([closed, pause(STREAM_GRACE)]);
    return code;
  } finally {
    stop.end();
    request.signal.removeEventListener('abort', onAbort);
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

function signalNumber(signal: string): number {
  const known: Readonly<Record<string, number>> = {
    SIGHUP: 1,
    SIGINT: 2,
    SIGQUIT: 3,
    SIGKILL: 9,
    SIGTERM: 15,
  };
  return known[signal] ?? 0;
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.replace(/\r$/, ''));
  });
  stream.on('end', () => {
    if (rest !== '') onLine(rest);
    rest = '';
  });
  // The reader goes away when a left-behind child keeps the stream open; that is not the step's failure.
  stream.on('error', () => undefined);
}

function cancelSequence(pid: number | undefined, grace: CancelGrace): { start(): void; end(): void } {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const kill = () => {
    if (pid === undefined) return;
    for (const each of [...descendants(pid).reverse(), pid]) sendSignal(each, 'SIGKILL');
  };
  const terminate = () => {
    if (pid !== undefined) sendSignal(pid, 'SIGTERM');
    timer = setTimeout(kill, grace.sigterm);
  };
  return {
    start: () => {
      if (pid === undefined || ended || timer !== undefined) return;
      sendSignal(pid, 'SIGINT');
      timer = setTimeout(terminate, grace.sigint);
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}
