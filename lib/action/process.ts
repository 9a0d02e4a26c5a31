/**
 * Child processes. Not @actions/exec: it knows no cancellation (a SIGINT that reaches the action would orphan the
 * child), decodes each chunk on its own so that a character split between two becomes two wrong ones, appends each
 * chunk to a string while it looks for newlines, and prints every command line with its arguments.
 */
import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { constants } from 'node:os';
import { actionErrors } from './action-errors.ts';
import type { ActionError } from './errors.ts';
import { collectOutput } from './process-output.ts';
import type { Logger, ProcessOptions, ProcessResult, RunProcess } from './types.ts';

/** How long the output of an ended process is waited for when a grandchild keeps the pipe open. */
const DRAIN_MS = 5_000;
/** What a program has left between the SIGINT of its time limit and being killed. */
const KILL_AFTER_MS = 30_000;

type Argv = readonly [string, ...string[]];

export interface ProcessRunner {
  readonly runProcess: RunProcess;
  /** Names of the processes that are running now. */
  running(): readonly string[];
  /** Resolves when none is running. */
  idle(): Promise<void>;
}

/**
 * What a child inherits: not the action's inputs and state, which may hold secrets, and not the runner's command files,
 * with which a provider or an external data source could set variables of later steps.
 */
export function childEnvironment(
  parent: Readonly<Record<string, string | undefined>>,
  changes: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const withheld = /^(?:INPUT_|STATE_)|^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/;
  const inherited = Object.entries(parent).filter(([name]) => !withheld.test(name));
  const all = Object.entries({ ...Object.fromEntries(inherited), ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A failed spawn as a coded error. ENOENT is checked against the working directory first, which causes it as well. */
function startError(program: string, cwd: string, cause: unknown): ActionError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return actionErrors.EHA1009(
      `${program} could not be started: the working directory ${cwd} does not exist.`,
      { cause },
    );
  }
  if (code === 'ENOENT') return actionErrors.EHA1008(`The program "${program}" was not found.`, { cause });
  return actionErrors.EHA1009(`${program} could not be started: ${(cause as Error).message}`, { cause });
}

/** Errors of `spawn` itself, thrown (an argument with a NUL) or emitted. */
function isStartError(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall?.startsWith('spawn') === true || code === 'ERR_INVALID_ARG_VALUE';
}

function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

/** Resolves once the process ended and its output was read to the end, rejects when it never started. */
function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      if (child.pid === undefined) reject(error);
    });
    child.once('exit', () => {
      const drain = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, DRAIN_MS);
      child.once('close', () => clearTimeout(drain));
    });
    child.once('close', (code, signal) => {
      if (child.pid !== undefined) resolve(exitCodeOf(code, signal));
    });
  });
}

function openStdoutFile(path: string | undefined): number | undefined {
  if (path === undefined) return undefined;
  try {
    return openSync(path, 'w');
  } catch (cause) {
    throw actionErrors.EHA1015(`The file ${path} could not be opened for the output of a program.`, {
      cause,
    });
  }
}

/**
 * Starts the process in a group of its own. The runner signals only the entry process, so nothing changes there; in a
 * terminal Ctrl-C reaches the whole foreground group, and a child that is also forwarded a SIGINT would count two,
 * on which Terraform exits at once and loses state.
 */
function start(
  argv: readonly [string, ...string[]],
  options: ProcessOptions,
  file: number | undefined,
): ChildProcess {
  const [program, ...args] = argv;
  // Without a reader the output goes straight into the file: 266 MB of plan JSON need not pass through this process.
  const stdout = file !== undefined && options.onStdoutLine === undefined ? file : 'pipe';
  const stdio: StdioOptions = [options.stdin === undefined ? 'ignore' : 'pipe', stdout, 'pipe'];
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: childEnvironment(process.env, options.env),
    stdio,
    detached: process.platform !== 'win32',
    shell: false,
  });
  // A program that ends without reading its input breaks the pipe; its exit code tells what matters.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(options.stdin);
  return child;
}

/** Lets every cause of an interruption share one SIGINT. */
function createInterrupt(child: ChildProcess): { send(): void; sent(): boolean } {
  let sent = false;
  return {
    send() {
      if (sent || child.exitCode !== null || child.signalCode !== null) return;
      sent = child.kill('SIGINT');
    },
    sent: () => sent,
  };
}

/** Ends a child whose time is over; gives what calls that off. */
function limitTime(
  child: ChildProcess,
  milliseconds: number | undefined,
  interrupt: ReturnType<typeof createInterrupt>,
): () => void {
  if (milliseconds === undefined) return () => undefined;
  const first = setTimeout(() => interrupt.send(), milliseconds);
  const last = setTimeout(() => child.kill('SIGKILL'), milliseconds + KILL_AFTER_MS);
  return () => {
    clearTimeout(first);
    clearTimeout(last);
  };
}

/** Waits for a child and passes a cancellation on to it meanwhile. */
async function follow(
  child: ChildProcess,
  name: string,
  interrupt: ReturnType<typeof createInterrupt>,
  signal: AbortSignal,
  log: Pick<Logger, 'info'>,
): Promise<{ exitCode: number; interrupted: boolean }> {
  let interrupted = false;
  const cancel = () => {
    log.info(`Cancelled: asking ${name} (process ${child.pid}) to stop and waiting for it.`);
    interrupt.send();
    interrupted = interrupt.sent();
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return { exitCode: await ended(child), interrupted };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function execute(
  argv: Argv,
  options: ProcessOptions,
  signal: AbortSignal,
  log: Pick<Logger, 'info'>,
): Promise<ProcessResult> {
  const file = openStdoutFile(options.stdoutFile);
  const begin = performance.now();
  try {
    const child = start(argv, options, file);
    const interrupt = createInterrupt(child);
    const output = collectOutput(child, options, file, () => interrupt.send());
    const callOff = limitTime(child, options.interruptAfterMs, interrupt);
    const { exitCode, interrupted } = await follow(child, basename(argv[0]), interrupt, signal, log).finally(
      callOff,
    );
    output.throwFailure();
    const milliseconds = Math.round(performance.now() - begin);
    return { exitCode, stdout: output.stdout(), stderr: output.stderr(), interrupted, milliseconds };
  } catch (error) {
    throw isStartError(error) ? startError(argv[0], options.cwd, error) : error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Runs processes for one action. When `signal` aborts, each running one gets exactly one SIGINT and is waited for;
 * after that nothing starts any more except with `evenWhenCancelled`.
 */
export function createProcessRunner(signal: AbortSignal, log: Pick<Logger, 'info'>): ProcessRunner {
  const active = new Map<symbol, { readonly name: string; readonly finished: Promise<unknown> }>();
  const uncancelled = new AbortController().signal;
  return {
    async runProcess(argv, options) {
      const cancellation = options.evenWhenCancelled === true ? uncancelled : signal;
      cancellation.throwIfAborted();
      const key = Symbol(argv[0]);
      const finished = execute(argv, options, cancellation, log);
      active.set(key, { name: basename(argv[0]), finished });
      try {
        return await finished;
      } finally {
        active.delete(key);
      }
    },
    running: () => [...active.values()].map((entry) => entry.name),
    async idle() {
      while (active.size > 0) await Promise.allSettled([...active.values()].map((entry) => entry.finished));
    },
  };
}
