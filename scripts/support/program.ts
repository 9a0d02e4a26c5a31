import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ActionError } from '#lib/action/errors.js';
import { scriptErrors } from '#scripts/errors.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the options of a script. An unknown option, a missing value or a stray argument is EHA1900 with the usage.
 */
export function readOptions<const T extends Options>(
  options: T,
  usage: string,
): ReturnType<typeof parseArgs<{ options: T; allowPositionals: false; strict: true }>>['values'] {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: false, strict: true }).values;
  } catch (error) {
    throw scriptErrors.EHA1900(error instanceof Error ? error.message : String(error), {
      cause: error,
      remedy: usage,
    });
  }
}

/** A failure as a person reads it: code, what happened, the likely cause and the remedy; a stack only for surprises. */
export function describeFailure(error: unknown): string {
  if (error instanceof ActionError) {
    return [
      `${error.code}: ${error.definition.title}`,
      `  ${error.message.replaceAll('\n', '\n  ')}`,
      `  Likely cause: ${error.definition.likelyCause}`,
      `  Remedy: ${error.remedy}`,
    ].join('\n');
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Runs the body of a script and turns its answer into the exit code: true is 0, false is 1, a throw is printed and 1.
 * `process.exitCode` instead of `process.exit`, so that what was printed reaches a pipe.
 */
export async function runProgram(body: () => Promise<boolean>): Promise<void> {
  try {
    if (!(await body())) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}
