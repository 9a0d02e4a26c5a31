import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** What an interrupted child gets to clean up. */
const INTERRUPT_GRACE_MS = 15_000;

/** Without a timeout of its own a child gets an hour. */
const MAX_TIMEOUT_MS = 3_600_000;

/** How to start a child process. */
export interface CommandOptions {
  /** Absolute working directory. */
  readonly cwd: string;
  /** The whole environment of the child; without it, the environment of this process. */
  readonly env?: Readonly<NodeJS.ProcessEnv>;
  /** The child is killed after this many milliseconds, and counts as failed. Default an hour. */
  readonly timeout?: number;
  /** Sends SIGINT to the child when aborted, waits for it to end, and kills it when that takes too long. */
  readonly signal?: AbortSignal;
}

/** What a child process left behind. `output` is standard output and standard error in the order they arrived. */
export interface CommandResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string;
  readonly milliseconds: number;
}

/**
 * Runs a program without a shell and with closed standard input, and collects what it prints.
 * Resolves with any exit code; rejects only when the program cannot be started.
 */
export function runCommand(
  argv: readonly [string, ...string[]],
  options: CommandOptions,
): Promise<CommandResult> {
  const [command, ...parameters] = argv;
  const started = performance.now();
  const child = spawn(command, parameters, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: { readonly stream: 'stdout' | 'stderr'; readonly bytes: Buffer }[] = [];
  child.stdout.on('data', (bytes: Buffer) => chunks.push({ stream: 'stdout', bytes }));
  child.stderr.on('data', (bytes: Buffer) => chunks.push({ stream: 'stderr', bytes }));
  const interrupt = (): void => {
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGKILL'), INTERRUPT_GRACE_MS).unref();
  };
  options.signal?.addEventListener('abort', interrupt, { once: true });
  // Not the option of spawn: its timer stays when the program cannot be started, and holds this process.
  const deadline = setTimeout(() => child.kill('SIGKILL'), options.timeout ?? MAX_TIMEOUT_MS).unref();
  const text = (stream?: 'stdout' | 'stderr'): string =>
    Buffer.concat(
      chunks.filter((chunk) => stream === undefined || chunk.stream === stream).map(({ bytes }) => bytes),
    ).toString('utf8');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      clearTimeout(deadline);
      options.signal?.removeEventListener('abort', interrupt);
      resolve({
        exitCode,
        signal,
        stdout: text('stdout'),
        stderr: text('stderr'),
        output: text(),
        milliseconds: performance.now() - started,
      });
    });
  });
}
