/** Zip archives as the publishers' are: written by Go, which puts an entry's sizes behind its data. */
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** Default true. */
  readonly compressed?: boolean;
  /** Sizes in front of the data, as most other writers put them. Default false; always so when not compressed. */
  readonly sizesFirst?: boolean;
  /** Spoils the compressed data. */
  readonly damaged?: boolean;
}

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const SIZES_FOLLOW = 8;
/** 2026-11-22, 12:00:00 in the format's way of counting. */
const DATE = ((2026 - 1980) << 9) | (11 << 5) | 22;
const TIME = 12 << 11;
const EXECUTABLE = (0o100755 << 16) >>> 0;

/** The whole archive. Level 1: the archives of tests are made often and read once. */
export async function writeZip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = await writeEntry(entry, offset);
    pieces.push(...local);
    directory.push(central);
    offset += local.reduce((sum, piece) => sum + piece.length, 0);
  }
  const central = Buffer.concat(directory);
  const counts = Buffer.concat([uint16(0), uint16(0), uint16(entries.length), uint16(entries.length)]);
  const end = Buffer.concat([uint32(END), counts, uint32(central.length), uint32(offset), uint16(0)]);
  return Buffer.concat([...pieces, central, end]);
}

async function writeEntry(
  entry: ZipEntry,
  offset: number,
): Promise<{ readonly local: readonly Uint8Array[]; readonly central: Uint8Array }> {
  const isStored = entry.compressed === false;
  const data = isStored ? entry.content : await promisify(deflateRaw)(entry.content, { level: 1 });
  if (entry.damaged === true) data.fill(0xff, Math.floor(data.length / 2));
  const follows = !isStored && entry.sizesFirst !== true;
  const flags = follows ? SIZES_FOLLOW : 0;
  const method = isStored ? 0 : 8;
  const name = Buffer.from(entry.name);
  const sums = sizes(crc32(entry.content), data.length, entry.content.length);
  const header = Buffer.concat([
    uint32(LOCAL_HEADER),
    common(name, flags, method, follows ? sizes(0, 0, 0) : sums),
    name,
  ]);
  const central = Buffer.concat([
    uint32(CENTRAL_HEADER),
    uint16(VERSION | (3 << 8)),
    common(name, flags, method, sums),
    // Length of the comment, disk, internal attributes; then Unix mode and place.
    Buffer.alloc(6),
    uint32(EXECUTABLE),
    uint32(offset),
    name,
  ]);
  const descriptor = follows ? [Buffer.concat([uint32(DESCRIPTOR), sums])] : [];
  return { local: [header, data, ...descriptor], central };
}

/** What both headers share: from the version needed to the length of the (empty) extra field. */
function common(name: Buffer, flags: number, method: number, sums: Buffer): Buffer {
  const head = [VERSION, flags, method, TIME, DATE].map(uint16);
  return Buffer.concat([...head, sums, uint16(name.length), uint16(0)]);
}

function sizes(crc: number, compressed: number, plain: number): Buffer {
  return Buffer.concat([uint32(crc), uint32(compressed), uint32(plain)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
