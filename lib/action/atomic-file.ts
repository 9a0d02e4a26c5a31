import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { actionErrors } from './action-errors.ts';

function removeLeftover(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What kept the file from being written may keep it from being removed; the first failure is the one to report.
  }
}

/**
 * Writes a file that is either whole or absent, also when the runner kills the step meanwhile: the text goes to a
 * temporary file in the same folder (made when missing), is flushed, and takes its name by a rename. EHA1015 on failure.
 */
export function writeFileAtomically(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text, { encoding: 'utf8', flag: 'wx', flush: true });
    renameSync(temporary, path);
  } catch (cause) {
    removeLeftover(temporary);
    throw actionErrors.EHA1015(`The file ${path} could not be written.`, { cause });
  }
}

/** A result document as a file: indented, because people open it, and closed by a newline. */
export function writeDocument(path: string, document: object): void {
  writeFileAtomically(path, `${JSON.stringify(document, null, 2)}\n`);
}
