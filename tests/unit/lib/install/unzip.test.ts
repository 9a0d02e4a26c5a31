/** The reader of archives against archives made by two writers, in every cut. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { unzipEntry } from '#lib/install/unzip.js';
import { writeZip, type ZipEntry } from '#simulator/servers/releases/zip.js';
import { temporaryDirectory } from '#tests/support/temporary.js';

const folder = temporaryDirectory();
let count = 0;

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? bytes.length;
    // A copy with exact bounds: a view into a larger buffer must be read from its own start.
    yield new Uint8Array(bytes.subarray(at, at + size));
    at += size;
    await Promise.resolve();
  }
}

async function unzip(bytes: Uint8Array, sizes: readonly number[] = [65_536], maximumBytes = 1 << 24) {
  const file = join(folder, `tool-${(count += 1)}`);
  const signal = new AbortController().signal;
  const size = await unzipEntry(inPieces(bytes, sizes), {
    entry: 'tool',
    file,
    maximumBytes,
    signal,
    from: 'x',
  });
  return { size, content: readFileSync(file) };
}

const content = fc.oneof(
  fc.uint8Array({ maxLength: 5000 }),
  fc.nat({ max: 400_000 }).map((length) => new Uint8Array(length)),
);

const entry = (name: string): fc.Arbitrary<ZipEntry> =>
  fc.record({
    name: fc.constant(name),
    content,
    compressed: fc.boolean(),
    sizesFirst: fc.boolean(),
  });

test('gives back what was packed, however the archive is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      entry('LICENSE.txt'),
      entry('tool'),
      entry('README.md'),
      fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 }),
      async (before, tool, after, sizes) => {
        const result = await unzip(await writeZip([before, tool, after]), sizes);
        expect(result.size).toBe(tool.content.length);
        expect(result.content.equals(tool.content)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('reads what another writer made', async () => {
  const tool = Buffer.from('text '.repeat(10_000));
  const archive = zipSync({ 'docs/a.txt': Buffer.from('a'), tool: [tool, { level: 9 }] });
  expect((await unzip(archive)).content.equals(tool)).toBe(true);
});

test('marks of the format inside the data mislead nobody', async () => {
  const marks = Buffer.from('PK\x07\x08PK\x03\x04PK\x01\x02PK\x05\x06'.repeat(50), 'latin1');
  // Stored blocks keep the bytes as they are within deflated data.
  const random = Buffer.concat([marks, Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 251))]);
  const { content: result } = await unzip(await writeZip([{ name: 'tool', content: random }]), [7]);
  expect(result.equals(random)).toBe(true);
});

test('no byte can be left out', async () => {
  const archive = await writeZip([{ name: 'tool', content: Buffer.from('content') }]);
  // Everything before the directory counts; the directory itself is covered by the hash of the whole.
  const directory = archive.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  for (let length = 0; length < directory + 4; length += 1) {
    await expect(unzip(archive.subarray(0, length))).rejects.toMatchObject({ code: 'EHA1415' });
  }
});

describe('refuses', () => {
  const good: ZipEntry = { name: 'tool', content: Buffer.from('content') };
  test.each(['../tool', 'a/../../tool', '/tool', 'C:/tool', 'a\\..\\tool', '..', './tool', 'a\0b', ''])(
    'an entry called %j',
    async (name) => {
      const archive = await writeZip([{ ...good, name }, good]);
      await expect(unzip(archive)).rejects.toMatchObject({ code: 'EHA1415' });
    },
  );

  test.each(['Tool', 'tool.exe', 'bin/tool', 'tool/'])('an archive that has only %s', async (name) => {
    await expect(unzip(await writeZip([{ ...good, name }]))).rejects.toMatchObject({ code: 'EHA1415' });
  });

  test('more entries than a release has', async () => {
    const archive = await writeZip(Array.from({ length: 200 }, (_, i) => ({ ...good, name: `${i}` })));
    await expect(unzip(archive)).rejects.toMatchObject({ code: 'EHA1415' });
  });

  test('an encrypted entry and other ways of compression', async () => {
    const archive = await writeZip([good]);
    const encrypted = Buffer.from(archive);
    encrypted.writeUInt16LE(9, 6);
    await expect(unzip(encrypted)).rejects.toThrow('encrypted');
    const other = Buffer.from(archive);
    other.writeUInt16LE(93, 8);
    await expect(unzip(other)).rejects.toThrow('method 93');
  });

  test('a size that is not the one that is named', async () => {
    const archive = await writeZip([{ ...good, sizesFirst: true }]);
    archive.writeUInt32LE(archive.readUInt32LE(18) + 1, 18);
    await expect(unzip(archive)).rejects.toMatchObject({ code: 'EHA1415' });
  });

  test('more than fits, before it is written', async () => {
    const bomb = await writeZip([{ ...good, content: new Uint8Array(20_000_000) }]);
    expect(bomb.length).toBeLessThan(200_000);
    await expect(unzip(bomb, [65_536], 1_000_000)).rejects.toMatchObject({ code: 'EHA1414' });
  });

  test('a file that cannot be written', async () => {
    const file = join(folder, 'nowhere', 'tool');
    const request = {
      entry: 'tool',
      file,
      maximumBytes: 100,
      signal: new AbortController().signal,
      from: 'x',
    };
    const archive = await writeZip([good]);
    await expect(unzipEntry(inPieces(archive, [9]), request)).rejects.toMatchObject({ code: 'EHA1417' });
    mkdirSync(join(folder, 'nowhere'));
    await expect(unzipEntry(inPieces(archive, [9]), request)).resolves.toBe(7);
  });
});
