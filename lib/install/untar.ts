import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { ActionError } from '../action/errors.ts';
import { ByteSource } from './byte-source.ts';
import { codeOf } from './error-code.ts';

/**
 * Takes one file out of a gzipped tar. Nothing else of the archive is written anywhere, so that no name and no link in it
 * can lead out of a folder.
 *
 * Format: POSIX.1-2017, pax, "ustar Interchange Format" and "pax Header Block".
 */
const BLOCK = 512;
const NAME = { start: 0, end: 100 };
const SIZE = { start: 124, end: 136 };
const SUM = { start: 148, end: 156 };
const TYPE = 156;
/** Entries in front of the one that is looked for. */
const MOST_ENTRIES = 1000;

export interface UntarRequest {
  /** Name of the entry, without folders. */
  readonly entry: string;
  /** Where it is written, executable; an existing file is replaced. */
  readonly file: string;
  /** Bytes of the file at most. */
  readonly maximumBytes: number;
  /** Makes the error for an archive that is not what it should be; `why` is a sentence. */
  readonly refuse: (why: string) => ActionError;
}

/** Bytes that were written. Throws `refuse` for what is no such archive; reads no further than the entry. */
export async function untarEntry(archive: string, request: UntarRequest): Promise<number> {
  const { refuse } = request;
  const gunzip = createGunzip();
  const input = createReadStream(archive);
  input.on('error', (error) => gunzip.destroy(error));
  input.pipe(gunzip);
  try {
    return await find(new ByteSource(gunzip, () => refuse('It ends in the middle of an entry.')), request);
  } catch (error) {
    throw codeOf(error).startsWith('Z_') ? refuse('It is not a whole gzip file.') : error;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

async function find(bytes: ByteSource, request: UntarRequest): Promise<number> {
  const { entry, maximumBytes, refuse } = request;
  for (let count = 0; count < MOST_ENTRIES; count += 1) {
    const header = await bytes.take(BLOCK);
    if (header.every((byte) => byte === 0)) throw refuse(`It does not hold ${entry}.`);
    const size = sizeOf(header, refuse);
    if (textOf(header, NAME).replace(/^\.\//, '') === entry) {
      const type = header[TYPE];
      if (type !== 0x30 && type !== 0) throw refuse(`${entry} in it is not a plain file.`);
      if (size === 0 || size > maximumBytes) throw refuse(`${entry} in it has ${String(size)} bytes.`);
      await write(bytes, size, request.file);
      return size;
    }
    // What is small when compressed may still be endless when inflated.
    if (size > maximumBytes) throw refuse(`An entry of ${String(size)} bytes is in front of ${entry}.`);
    await skip(bytes, Math.ceil(size / BLOCK) * BLOCK);
  }
  throw refuse(`It has more than ${String(MOST_ENTRIES)} entries in front of ${entry}.`);
}

/** Also compares the sum of the header, which is what tells a tar from anything else. */
function sizeOf(header: Buffer, refuse: UntarRequest['refuse']): number {
  const size = Number.parseInt(textOf(header, SIZE), 8);
  const stored = Number.parseInt(textOf(header, SUM), 8);
  const blank = Buffer.from(header).fill(' ', SUM.start, SUM.end);
  const sum = blank.reduce((total, byte) => total + byte, 0);
  if (stored !== sum || !Number.isSafeInteger(size) || size < 0) throw refuse('It is not a tar archive.');
  return size;
}

function textOf(header: Buffer, { start, end }: { readonly start: number; readonly end: number }): string {
  const text = header.toString('latin1', start, end);
  const stop = text.indexOf('\0');
  return (stop < 0 ? text : text.slice(0, stop)).trim();
}

async function write(bytes: ByteSource, size: number, file: string): Promise<void> {
  const target = await open(file, 'w', 0o755);
  try {
    for await (const piece of bytes.exactly(size)) await target.writeFile(piece);
    await target.sync();
  } finally {
    await target.close();
  }
}

async function skip(bytes: ByteSource, count: number): Promise<void> {
  const pieces = bytes.exactly(count);
  for (let piece = await pieces.next(); piece.done !== true;) piece = await pieces.next();
}
