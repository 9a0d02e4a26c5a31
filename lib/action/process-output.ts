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
  const stdout: Buffer[] = [];
  const stderr = createTail(LARGEST_STDERR_BYTES);
  let failure: { readonly error: unknown } | undefined;
  const guarded = <T>(handle: (value: T) => void): ((value: T) => void) => {
    return (value) => {
      if (failure !== undefined) return;
      try {
        handle(value);
      } catch (error) {
        failure = { error };
        interrupt();
      }
    };
  };
  const follow = (
    stream: NodeJS.ReadableStream | null,
    onLine: ((line: string) => void) | undefined,
    keep: (chunk: Buffer) => void,
  ) => {
    const lines = onLine === undefined ? undefined : splitLines(guarded(onLine));
    stream?.on('data', (chunk: Buffer) => {
      keep(chunk);
      lines?.push(chunk);
    });
    stream?.on('close', () => lines?.end());
  };
  const keepStdout = guarded((chunk: Buffer) => {
    if (file !== undefined) writeWhole(file, chunk, options.stdoutFile ?? '');
    else if (options.captureStdout !== false) stdout.push(chunk);
  });
  follow(child.stdout, options.onStdoutLine, keepStdout);
  follow(child.stderr, options.onStderrLine, (chunk) => stderr.push(chunk));
  return {
    stdout: () => Buffer.concat(stdout).toString('utf8'),
    stderr: () => stderr.text(),
    throwFailure() {
      if (failure !== undefined) throw failure.error;
    },
  };
}
