import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import {
  CENTRAL_HEADER,
  DATA_DESCRIPTOR,
  DEFLATED,
  ENCRYPTED,
  END_OF_DIRECTORY,
  LOCAL_HEADER,
  STORED,
} from '../action/zip-format.ts';
import { ByteSource } from './byte-source.ts';
import { codeOf } from './error-code.ts';
import { installErrors } from './errors.ts';

/**
 * Takes one executable out of a zip archive while the archive is still arriving.
 *
 * Readers that start from the directory at the end of a zip need all of it first. Releases are written by Go, whose
 * zips name an entry's size only behind its data; where the data ends is therefore known by the inflater alone, and
 * looking for the next entry's mark instead would now and then find it inside the data. The archive's SHA-256 is
 * compared by the caller, so the entries' CRC-32 would add nothing.
 *
 * Format: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.9 (data descriptor).
 */
const LOCAL_HEADER_REST = 26;
const SIZES_FOLLOW = 0x8;
const ZIP64_FIELD = 1;
const MAX_ENTRIES = 100;
/** Output of the inflater is handed on in pieces of this size: fewer crossings between threads. */
const PIECE = 512 * 1024;
/** What keeps a file from being written, as opposed to an archive from being read. */
const DISK = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENOENT', 'ENOTDIR']);

export interface UnzipRequest {
  /** Name of the entry, exactly. */
  readonly entry: string;
  /** File to write, which must not exist; gets mode 0755. */
  readonly file: string;
  /** EHA1414 for an entry that inflates to more. */
  readonly maximumBytes: number;
  readonly signal: AbortSignal;
  /** Address of the archive, for messages. */
  readonly from: string;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly compressedBytes: number;
  readonly zip64: boolean;
}

/**
 * Writes the entry and reads the archive to its end; returns the entry's size. EHA1415 for anything that is not the
 * plain archive of a release: damaged, encrypted, without the entry or with two of them, or with a name that leaves
 * the folder (nothing but the one entry is ever written, under a name of ours). EHA1417 when it cannot be written.
 */
export async function unzipEntry(archive: AsyncIterable<Uint8Array>, request: UnzipRequest): Promise<number> {
  const source = new ByteSource(archive, () => refuse(request, 'it ends too early'));
  let bytes: number | undefined;
  for (let count = 0; ; count += 1) {
    if (count > MAX_ENTRIES) throw refuse(request, `it has more than ${MAX_ENTRIES} entries`);
    const entry = await readEntry(source, request);
    if (entry === null) break;
    const wanted = entry.name === request.entry;
    if (wanted && bytes !== undefined) throw refuse(request, `it has ${request.entry} twice`);
    const written = await readContent(source, entry, wanted, request);
    if (wanted) bytes = written;
  }
  while ((await source.next()) !== null) {
    // The directory at the end holds nothing that is needed, but it counts for the hash.
  }
  if (bytes === undefined) throw refuse(request, `it has no ${request.entry}`);
  return bytes;
}

function refuse({ from }: UnzipRequest, why: string) {
  return installErrors.EHA1415(`The archive ${from} cannot be used: ${why}.`);
}

/** The next entry's header, or null where the directory begins. */
async function readEntry(source: ByteSource, request: UnzipRequest): Promise<Entry | null> {
  const mark = (await source.take(4)).readUInt32LE(0);
  if (mark === CENTRAL_HEADER || mark === END_OF_DIRECTORY) return null;
  if (mark !== LOCAL_HEADER) throw refuse(request, 'it is not a zip archive, or it is damaged');
  const header = await source.take(LOCAL_HEADER_REST);
  const name = (await source.take(header.readUInt16LE(22))).toString('utf8');
  const extra = await source.take(header.readUInt16LE(24));
  const entry = {
    name,
    flags: header.readUInt16LE(2),
    method: header.readUInt16LE(4),
    compressedBytes: header.readUInt32LE(14),
    zip64: hasZip64Field(extra),
  };
  checkEntry(entry, request);
  return entry;
}

function hasZip64Field(extra: Buffer): boolean {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === ZIP64_FIELD) return true;
  }
  return false;
}

function checkEntry({ name, flags, method, compressedBytes }: Entry, request: UnzipRequest): void {
  const outside =
    /^[\\/]|^[a-z]:|[\0\\]/i.test(name) || name.split('/').some((part) => part === '..' || part === '.');
  if (name === '' || outside) throw refuse(request, `the entry ${JSON.stringify(name)} leaves the folder`);
  if ((flags & ENCRYPTED) !== 0) throw refuse(request, `${name} is encrypted`);
  if (method !== STORED && method !== DEFLATED)
    throw refuse(request, `${name} is compressed by method ${method}`);
  const open = (flags & SIZES_FOLLOW) !== 0;
  if (method === STORED && (open || compressedBytes === 0xffffffff))
    throw refuse(request, `${name} has no size`);
}

/** Passes over or writes an entry's content; returns its size. */
async function readContent(
  source: ByteSource,
  entry: Entry,
  wanted: boolean,
  request: UnzipRequest,
): Promise<number> {
  const sink = wanted
    ? createWriteStream(request.file, { flags: 'wx', mode: 0o755, highWaterMark: 4 * PIECE })
    : new Writable({ write: (_chunk, _encoding, done) => done() });
  let inflated = 0;
  const count = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      inflated += piece.length;
      if (inflated > request.maximumBytes) {
        throw installErrors.EHA1414(
          `${entry.name} in ${request.from} has more than ${request.maximumBytes} bytes.`,
        );
      }
      yield piece;
    }
  };
  if (entry.method === STORED) {
    const content = source.exactly(entry.compressedBytes);
    await pipeline(content, count, sink, { signal: request.signal }).catch(asDiskError(request));
    return inflated;
  }
  const inflate = createInflateRaw({ chunkSize: PIECE });
  const written = pipeline(inflate, count, sink, { signal: request.signal });
  const [consumed] = await Promise.all([feed(source, inflate, request), written]).catch((error: unknown) => {
    inflate.destroy();
    return asDiskError(request)(error);
  });
  await checkSizes(source, entry, consumed, request);
  return inflated;
}

function asDiskError({ file }: UnzipRequest): (error: unknown) => never {
  return (cause) => {
    if (DISK.has(codeOf(cause))) {
      throw installErrors.EHA1417(`${file} could not be written.`, { cause });
    }
    throw cause;
  };
}

/** Gives the inflater what it takes, returns to the source what lies behind the entry; how much it took. */
async function feed(
  source: ByteSource,
  inflate: ReturnType<typeof createInflateRaw>,
  request: UnzipRequest,
): Promise<number> {
  let fed = 0;
  for (;;) {
    const chunk = await source.next();
    if (chunk === null) throw refuse(request, 'it ends too early');
    fed += chunk.length;
    await write(inflate, chunk).catch((cause: unknown) => {
      if (codeOf(cause).startsWith('Z_')) {
        throw refuse(request, `its data is damaged (${codeOf(cause)})`);
      }
      throw cause;
    });
    // It leaves input untaken only when its own end was in it.
    const left = fed - inflate.bytesWritten;
    if (left > 0) {
      source.giveBack(chunk.subarray(chunk.length - left));
      return inflate.bytesWritten;
    }
  }
}

/** Resolves when the chunk has been taken, or the stream ended within it. */
function write(inflate: ReturnType<typeof createInflateRaw>, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null) => {
      inflate.off('end', settle).off('error', settle).off('close', onClose);
      if (error) reject(error);
      else resolve();
    };
    const onClose = () => settle(inflate.errored ?? (inflate.readableEnded ? null : new Error('closed')));
    inflate.once('end', settle).once('error', settle).once('close', onClose);
    inflate.write(chunk, settle);
  });
}

/** Sizes that the header or the descriptor behind the data names have to be those that were met. */
async function checkSizes(
  source: ByteSource,
  entry: Entry,
  consumed: number,
  request: UnzipRequest,
): Promise<void> {
  let named = entry.compressedBytes;
  if ((entry.flags & SIZES_FOLLOW) !== 0) {
    const start = await source.take(4);
    const marked = start.readUInt32LE(0) === DATA_DESCRIPTOR;
    const rest = await source.take((entry.zip64 ? 16 : 8) + (marked ? 4 : 0));
    const at = marked ? 4 : 0;
    named = entry.zip64 ? Number(rest.readBigUInt64LE(at)) : rest.readUInt32LE(at);
  } else if (entry.zip64) {
    return;
  }
  if (named !== consumed) throw refuse(request, `${entry.name} does not have the size that is named`);
}
