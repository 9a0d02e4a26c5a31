import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

/** One file that a run uploaded, out of the zip in which GitHub keeps it. */
export interface ArtifactFile {
  /** Of the zip on disk; tells the artifacts of one run from those of another. */
  readonly zip: string;
  readonly name: string;
  readonly content: Buffer;
}

/** Every file of every artifact that the simulated GitHub keeps below a folder, unpacked. */
export function artifactFiles(folder: string): readonly ArtifactFile[] {
  const zips = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.zip'))
    .map((entry) => join(entry.parentPath, entry.name));
  return zips.flatMap((zip) =>
    Object.entries(unzipSync(readFileSync(zip))).map(([name, content]) => ({
      zip,
      name,
      content: Buffer.from(content),
    })),
  );
}
