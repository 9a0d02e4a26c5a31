/** Artifacts as zip files on disk, the form in which GitHub keeps and serves them. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { SimulatorError } from './errors.ts';

/** Entries carry this time, the earliest a zip can hold, so that equal files make an equal digest. */
const ENTRY_TIME = new Date(1980, 0, 1);

/** Packs files (path within the artifact → path on disk) and returns size and `sha256:` digest of the zip. */
export async function packArtifact(
  files: ReadonlyMap<string, string>,
  target: string,
): Promise<{ readonly sizeInBytes: number; readonly digest: string }> {
  const entries: Record<string, Uint8Array> = {};
  for (const name of [...files.keys()].sort()) {
    entries[safeName(name)] = await readFile(files.get(name) ?? '');
  }
  const zip = zipSync(entries, { mtime: ENTRY_TIME, level: 6 });
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, zip);
  return { sizeInBytes: zip.length, digest: `sha256:${createHash('sha256').update(zip).digest('hex')}` };
}

/** Unpacks an artifact's zip below `directory`. */
export async function unpackArtifact(zipFile: string, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const [name, content] of Object.entries(unzipSync(await readFile(zipFile)))) {
    const path = join(directory, safeName(name));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

/** A name inside a zip, with forward slashes; a name that would leave the folder is refused. */
function safeName(name: string): string {
  const clean = normalize(name).replaceAll(sep, '/');
  if (clean === '.' || clean.startsWith('../') || isAbsolute(clean)) {
    throw new SimulatorError(
      'SIM1025',
      `an artifact cannot hold a file named "${name}"`,
      'Name files by their path relative to the folder that is uploaded.',
    );
  }
  return clean;
}
