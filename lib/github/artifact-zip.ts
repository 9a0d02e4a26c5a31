import { crc32, inflateRawSync } from 'node:zlib';
import {
  CENTRAL_HEADER,
  DEFLATED,
  ENCRYPTED,
  END_OF_DIRECTORY,
  LOCAL_HEADER,
  STORED,
} from '../action/zip-format.ts';
import { githubErrors } from './errors.ts';

/** A file inside an artifact, in memory: nothing of it is ever written to disk. */
export interface ZipFile {
  readonly name: string;
  readonly content: Buffer;
}

export interface ZipLimits {
  readonly entries: number;
  /** All files together, unpacked. */
  readonly bytes: number;
  /** What each name has to look like; anything else refuses the whole archive. */
  readonly names: RegExp;
}

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
/** Upper half of the external attributes is the mode of the file under Unix. */
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;

/**
 * Reads a small zip archive that nobody vouches for. EHA1108 for whatever is not plainly a few files with harmless
 * names: other names, links, encryption, more or larger files than allowed, sizes or checksums that are not true.
 * @param source name of the artifact, for messages
 */
export function readZip(archive: Buffer, source: string, limits: ZipLimits): readonly ZipFile[] {
  const refuse = (why: string) => githubErrors.EHA1108(`The artifact ${source} is not used: ${why}.`);
  try {
    return readEntries(archive, limits, refuse);
  } catch (error) {
    // Offsets that point beyond the archive, and data that is no deflate stream.
    if (error instanceof RangeError || isDamage(error)) throw refuse('it is damaged');
    throw error;
  }
}

type Refuse = (why: string) => Error;

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE' || code === 'ERR_OUT_OF_RANGE';
}

function readEntries(archive: Buffer, limits: ZipLimits, refuse: Refuse): readonly ZipFile[] {
  const end = endOf(archive, refuse);
  const count = archive.readUInt16LE(end + 10);
  if (count > limits.entries)
    throw refuse(`it holds ${String(count)} files, at most ${String(limits.entries)} are read`);
  const files: ZipFile[] = [];
  let at = archive.readUInt32LE(end + 16);
  let left = limits.bytes;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(archive, at, refuse);
    checkEntry(entry, limits, files, refuse);
    if (entry.bytes > left) throw refuse(`it holds more than ${String(limits.bytes)} bytes`);
    left -= entry.bytes;
    files.push({ name: entry.name, content: contentOf(archive, entry, refuse) });
    at = entry.next;
  }
  return files;
}

/** Where the record at the end begins; the last one counts, since its comment may hold anything. */
function endOf(archive: Buffer, refuse: Refuse): number {
  const first = Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT);
  for (let at = archive.length - END_BYTES; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw refuse('it is not a zip archive');
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly mode: number;
  readonly start: number;
  readonly next: number;
}

function readEntry(archive: Buffer, at: number, refuse: Refuse): Entry {
  if (archive.readUInt32LE(at) !== CENTRAL_HEADER) throw refuse('its directory is damaged');
  const nameBytes = archive.readUInt16LE(at + 28);
  const behindName = at + CENTRAL_BYTES + nameBytes;
  if (behindName > archive.length) throw refuse('its directory is damaged');
  return {
    name: archive.toString('utf8', at + CENTRAL_BYTES, behindName),
    flags: archive.readUInt16LE(at + 8),
    method: archive.readUInt16LE(at + 10),
    checksum: archive.readUInt32LE(at + 16),
    packedBytes: archive.readUInt32LE(at + 20),
    bytes: archive.readUInt32LE(at + 24),
    mode: archive.readUInt32LE(at + 38) >>> 16,
    start: archive.readUInt32LE(at + 42),
    next: behindName + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32),
  };
}

function checkEntry(entry: Entry, limits: ZipLimits, files: readonly ZipFile[], refuse: Refuse): void {
  const name = JSON.stringify(entry.name.slice(0, 200));
  if (!limits.names.test(entry.name) || entry.name.split('/').some((part) => /^\.{1,2}$/.test(part)))
    throw refuse(`it holds ${name}, which no check writes`);
  if (files.some((file) => file.name === entry.name)) throw refuse(`it holds ${name} twice`);
  const type = entry.mode & FILE_TYPE;
  if (type !== 0 && type !== REGULAR) throw refuse(`${name} is not a plain file`);
  if ((entry.flags & ENCRYPTED) !== 0) throw refuse(`${name} is encrypted`);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw refuse(`${name} is packed in an unknown way`);
}

function contentOf(archive: Buffer, entry: Entry, refuse: Refuse): Buffer {
  if (archive.readUInt32LE(entry.start) !== LOCAL_HEADER) throw refuse('its directory is damaged');
  const behindHeader = entry.start + LOCAL_BYTES;
  const from = behindHeader + archive.readUInt16LE(entry.start + 26) + archive.readUInt16LE(entry.start + 28);
  if (from + entry.packedBytes > archive.length) throw refuse('it ends too early');
  const packed = archive.subarray(from, from + entry.packedBytes);
  // Inflates to no more than the directory says, so a small file cannot fill the memory.
  const content =
    entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
  if (content.length !== entry.bytes || crc32(content) !== entry.checksum) throw refuse('it is damaged');
  return content;
}
