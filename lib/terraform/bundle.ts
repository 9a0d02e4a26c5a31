import { createHash } from 'node:crypto';
import { lstat, open, rm, type FileHandle } from 'node:fs/promises';
import { bundleErrors } from './bundle-errors.ts';
import { extractFiles, readManifest, type ExtractedFile } from './bundle-extract.ts';
import { readSource, selectFiles, type FileSelection, type SourceFile } from './bundle-files.ts';
import {
  MOST_CONTENT_BYTES,
  MOST_HEADER_BYTES,
  MOST_MANIFEST_BYTES,
  type BundleManifest,
  type BundleTool,
  type Provenance,
} from './bundle-format.ts';
import { checkProvenance, encodeHeader, readHeader } from './bundle-header.ts';
import { recoverBundleKey, type BundleKey, type KeySource } from './bundle-key.ts';
import { OpeningReader, SealingWriter } from './bundle-stream.ts';

export interface SealRequest extends Omit<FileSelection, 'directory'> {
  /** Absolute path of the bundle; nothing may be there. */
  readonly file: string;
  /** From `createBundleKey`, with the provenance. */
  readonly key: BundleKey;
  readonly tool: BundleTool;
  /** Digest of a `Fingerprint` that was made with `key.fingerprintKey`. */
  readonly fingerprint: string;
}

export interface OpenedBundle {
  readonly provenance: Provenance;
  readonly tool: BundleTool;
  /** Of the plan that was reviewed. */
  readonly fingerprint: string;
  /** For the fingerprint of a plan made again, to be compared with {@link fingerprint}. */
  readonly fingerprintKey: Uint8Array;
  /** Absolute; holds secrets in clear, as do the files. The caller removes the folder it gave. */
  readonly planFile: string;
  /** Lock file and extra paths, to be put back by `restoreFiles`. */
  readonly files: readonly ExtractedFile[];
}

/**
 * Seals plan, lock file, extra paths, tool version and fingerprint into one encrypted file, readable by this user only.
 * What it was made for is readable in it and covered by the seal. Leaves no file behind when it fails.
 * @throws EHA1261, EHA1262 for files that cannot go in, EHA1263 when one changes meanwhile
 */
export async function sealBundle(
  request: SealRequest,
): Promise<{ readonly file: string; readonly bytes: number }> {
  const { key } = request;
  const files = await selectFiles({ ...request, directory: key.provenance.directory });
  const entries = files.map(({ entry }) => entry);
  const { tool, fingerprint } = request;
  const manifest = Buffer.from(JSON.stringify({ tool, fingerprint, entries } satisfies BundleManifest));
  if (manifest.length > MOST_MANIFEST_BYTES) {
    throw bundleErrors.EHA1262('The paths in the plan bundle are too long to be listed.');
  }
  const header = encodeHeader({ provenance: key.provenance, key: key.header, keyCheck: key.check });
  const output = await open(request.file, 'wx', 0o600);
  try {
    await output.writeFile(header.bytes);
    await writeContent(new SealingWriter(output, key.contentKey, header.associated), manifest, files);
    await output.sync();
    const { size } = await output.stat();
    await output.close();
    return { file: request.file, bytes: size };
  } catch (error) {
    await output.close().catch(() => undefined);
    await rm(request.file, { force: true });
    throw error;
  }
}

async function writeContent(
  writer: SealingWriter,
  manifest: Buffer,
  files: readonly SourceFile[],
): Promise<void> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(manifest.length);
  await writer.write(length);
  await writer.write(manifest);
  for (const { entry, source } of files) {
    const hash = createHash('sha256');
    const { size } = await readSource(source, async (bytes) => {
      hash.update(bytes);
      await writer.write(bytes);
    });
    if (size !== entry.size || hash.digest('hex') !== entry.sha256) {
      throw bundleErrors.EHA1263(`The file ${JSON.stringify(entry.path)} changed while it was sealed.`);
    }
  }
  await writer.close();
}

/**
 * Opens a bundle into `folder` (absolute, made here, for this user only) once everything about it has been proven; on
 * any failure the folder is gone again.
 * @param expected what the bundle must have been made for; give every member that is known
 * @throws EHA1264 not a bundle or an unknown version, EHA1265 another key, EHA1266 made for something else (names what
 * differs), EHA1267 altered, EHA1262 too large, and what the key service throws
 */
export async function openBundle(
  file: string,
  key: KeySource,
  expected: Partial<Provenance>,
  folder: string,
): Promise<OpenedBundle> {
  if ((await lstat(folder).catch(() => undefined)) !== undefined) {
    throw new TypeError('The folder for the contents of a bundle must not exist yet.');
  }
  const input = await open(file, 'r').catch((cause: unknown) => {
    throw bundleErrors.EHA1264(`The plan bundle ${file} cannot be read.`, { cause });
  });
  try {
    return await openInto(input, key, expected, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await input.close();
  }
}

async function openInto(
  input: FileHandle,
  source: KeySource,
  expected: Partial<Provenance>,
  folder: string,
): Promise<OpenedBundle> {
  const { size } = await input.stat();
  // The seals of the chunks add less than a thousandth.
  if (size > MOST_CONTENT_BYTES * 1.001 + MOST_HEADER_BYTES + MOST_MANIFEST_BYTES) {
    throw bundleErrors.EHA1262(`The plan bundle has ${size} bytes, more than any this version seals.`);
  }
  const { header, associated, bytes } = await readHeader(input);
  checkProvenance(header.provenance, expected);
  const key = await recoverBundleKey(source, header.key, header.provenance, header.keyCheck);
  const reader = new OpeningReader(input, key.contentKey, associated, bytes, size);
  const manifest = await readManifest(reader, header.provenance.directory);
  const { planFile, files } = await extractFiles(reader, manifest.entries, folder);
  reader.finish();
  const { tool, fingerprint } = manifest;
  return {
    provenance: header.provenance,
    tool,
    fingerprint,
    fingerprintKey: key.fingerprintKey,
    planFile,
    files,
  };
}
