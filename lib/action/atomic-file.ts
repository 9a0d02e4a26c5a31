import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  writePieces(path, [text]);
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const descriptor = openSync(temporary, 'wx');
    try {
      for (const piece of pieces) writeFileSync(descriptor, piece, 'utf8');
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (cause) {
    removeLeftover(temporary);
    throw actionErrors.EHA1015(`The file ${path} could not be written.`, { cause });
  }
}

/** A result document as a file: indented, because people open it, and closed by a newline. */
export function writeDocument(path: string, document: object): void {
  writePieces(path, documentPieces(document));
}

/** Elements of a list that are written at once: texts of megabytes are kept by the collector longer than they are needed. */
const PIECE = 100;

/**
 * The text of {@link writeDocument} in pieces, none of which ends inside a string. As one text a document of many
 * thousand changes takes a hundred megabytes, since a single character beyond Latin-1 doubles all of it.
 */
export function* documentPieces(document: object): Generator<string, void, undefined> {
  let lead = '{';
  for (const [name, value] of Object.entries(document)) {
    if (value === undefined) continue;
    yield `${lead}\n  ${JSON.stringify(name)}: `;
    lead = ',';
    if (Array.isArray(value) && value.length > PIECE) yield* listPieces(value);
    else yield nested(value).slice(1);
  }
  yield lead === '{' ? '{}\n' : '\n}\n';
}

function* listPieces(list: readonly unknown[]): Generator<string, void, undefined> {
  for (let start = 0; start < list.length; start += PIECE) {
    // Without the bracket at either end, which the whole list has once.
    const text = nested(list.slice(start, start + PIECE)).slice(' ['.length, -'\n  ]'.length);
    yield `${start === 0 ? '[' : ','}${text}`;
  }
  yield '\n  ]';
}

/** The value as JSON with the indent of a member, after a space. */
function nested(value: unknown): string {
  return JSON.stringify([value], null, 2).slice('[\n '.length, -'\n]'.length);
}
