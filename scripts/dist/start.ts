import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand, type CommandResult } from '#scripts/support/process.js';
import { listFiles } from '#scripts/support/repository.js';

/** Long enough for a slow machine under load; a bundle that waits for something in an empty environment is broken. */
const START_TIMEOUT_MS = 60_000;

const MODULE_ERROR =
  /ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|Cannot find (module|package)|ERR_REQUIRE_|SyntaxError|ReferenceError/;

/** EHA1000 means that something unforeseen was thrown. */
const CODED_ERROR = /\bEHA(?!1000\b)\d{4}\b/;

/**
 * Starts a bundle from a copy of its action's folder in the temporary directory, where no node_modules is in reach, with
 * nothing in the environment but what a runner always sets about itself. It must end well, or with a coded error about
 * what it misses. Also loads each lazy chunk. Returns what is wrong, or undefined.
 */
export async function startOutside(actionDirectory: string, phase: string): Promise<string | undefined> {
  const copy = mkdtempSync(join(tmpdir(), 'bundle-start-'));
  try {
    cpSync(join(actionDirectory, 'dist'), join(copy, 'dist'), { recursive: true });
    const metadata = join(actionDirectory, 'action.yml');
    if (existsSync(metadata)) cpSync(metadata, join(copy, 'action.yml'));
    const bundle = join(copy, 'dist', phase);
    const started = await run(copy, [join(bundle, 'index.js')]);
    const problem = judgeStart(started);
    if (problem !== undefined) return `${problem}\n${indent(started.output)}`;
    const loaded = await run(copy, ['--input-type=module', '--eval', importChunks(bundle)]);
    return loaded.exitCode === 0 ? undefined : `a lazy chunk does not load\n${indent(loaded.output)}`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What is wrong with a finished start, or undefined. */
export function judgeStart(
  result: Pick<CommandResult, 'exitCode' | 'output' | 'signal'>,
): string | undefined {
  if (MODULE_ERROR.test(result.output)) return 'a module is missing or does not load';
  if (result.exitCode === 0) return undefined;
  if (result.exitCode === null) return `was ended by ${result.signal ?? 'a signal'} instead of by itself`;
  return CODED_ERROR.test(result.output)
    ? undefined
    : `ended with ${result.exitCode} and without a coded error`;
}

function run(directory: string, parameters: readonly string[]): Promise<CommandResult> {
  const temporary = join(directory, 'runner-temp');
  mkdirSync(temporary, { recursive: true });
  return runCommand([process.execPath, ...parameters], {
    cwd: directory,
    env: { RUNNER_TEMP: temporary, RUNNER_TOOL_CACHE: temporary, RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64' },
    timeout: START_TIMEOUT_MS,
  });
}

function importChunks(bundle: string): string {
  return listFiles(bundle)
    .filter((name) => name !== 'index.js' && name.endsWith('.js'))
    .map((name) => `await import(${JSON.stringify(pathToFileURL(join(bundle, name)).href)});`)
    .join('\n');
}

function indent(text: string): string {
  return text.trim().split('\n').slice(0, 20).join('\n').replaceAll(/^/gm, '    ');
}
