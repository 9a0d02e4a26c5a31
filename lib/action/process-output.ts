import type { ChildProcess } from 'node:child_process';
import { writeSync } from 'node:fs';
import { actionErrors } from './action-errors.ts';
import { splitLines } from './line-splitter.ts';
import type { ProcessOptions } from './types.ts';

const LARGEST_STDERR_BYTES = 1024 * 1024;

/** Keeps the end of a stream: twice the size is held before it is cut, so that cutting is rare. */
function createTail(limitBytes: number): { push(chunk: Buffer): void; text(): string } {
  let chunks: Buffer[] = [];
  let bytes = 0;
  return {
    push(chunk) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes < 2 * limitBytes) return;
      chunks = [Buffer.concat(chunks).subarray(-limitBytes)];
      bytes = limitBytes;
    },
    text: () => Buffer.concat(chunks).subarray(-limitBytes).toString('utf8'),
  };
}

export interface CollectedOutput {
  stdout(): string;
  stderr(): string;
  /** Throws the first error of a line handler or of writing the file. */
  throwFailure(): void;
}

/** writeSync may write less than it was given. */
function writeWhole(file: number, chunk: Buffer, path: string): void {
  try {
    for (let written = 0; written < chunk.length;) written += writeSync(file, chunk, written);
  } catch (cause) {
    throw actionErrors.EHA1015(`The output of a program could not be written to ${path}.`, { cause });
  }
}

/** Runs handlers until the first one throws; keeps that error and says so once. */
function createGuard(onFailure: () => void) {
  let failure: { readonly error: unknown } | undefined;
  return {
    wrap<T>(handle: (value: T) => void): (value: T) => void {
      return (value) => {
        if (failure !== undefined) return;
        try {
          handle(value);
        } catch (error) {
          failure = { error };
          onFailure();
        }
      };
    },
    rethrow() {
      if (failure !== undefined) throw failure.error;
    },
  };
}

function follow(
  stream: NodeJS.ReadableStream | null,
  keep: (chunk: Buffer) => void,
  onLine: ((line: string) => void) | undefined,
): void {
  const lines = onLine === undefined ? undefined : splitLines(onLine);
  stream?.on('data', (chunk: Buffer) => {
    keep(chunk);
    lines?.push(chunk);
  });
  stream?.on('close', () => lines?.end());
}

/**
 * Reads what a child prints: whole lines to the handlers, standard output to memory or, while there is a line handler,
 * to the open file. A handler that throws stops the child by `interrupt`; the child is still waited for.
 */
export function collectOutput(
  child: ChildProcess,
  options: ProcessOptions,
  file: number | undefined,
  interrupt: () => void,
): CollectedOutput {
  const { onStdoutLine, onStderrLine } = options;
  const stdout: Buffer[] = [];
  const stderr = createTail(LARGEST_STDERR_BYTES);
  const guard = createGuard(interrupt);
  const keepStdout = guard.wrap((chunk: Buffer) => {
    if (file !== undefined) writeWhole(file, chunk, options.stdoutFile ?? '');
    else if (options.captureStdout !== false) stdout.push(chunk);
  });
  follow(child.stdout, keepStdout, onStdoutLine && guard.wrap(onStdoutLine));
  follow(child.stderr, (chunk) => stderr.push(chunk), onStderrLine && guard.wrap(onStderrLine));
  return {
    stdout: () => Buffer.concat(stdout).toString('utf8'),
    stderr: () => stderr.text(),
    throwFailure: () => guard.rethrow(),
  };
}
