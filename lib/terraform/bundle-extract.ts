import { createHash, randomUUID } from 'node:crypto';
import { copyFile, chmod, lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import * as z from 'zod/mini';
import { validate } from '../action/schema.ts';
import { bundleErrors } from './bundle-errors.ts';
import {
  MOST_CONTENT_BYTES,
  MOST_ENTRIES,
  MOST_MANIFEST_BYTES,
  type BundleEntry,
  type BundleManifest,
} from './bundle-format.ts';
import { entriesProblem } from './bundle-paths.ts';
import type { OpeningReader } from './bundle-stream.ts';

/** A file of an opened bundle. */
export interface ExtractedFile {
  readonly entry: BundleEntry;
  /** Where it lies now, absolute. */
  readonly file: string;
}

const MANIFEST = z.strictObject({
  tool: z.strictObject({ name: z.enum(['terraform', 'opentofu']), version: z.string() }),
  fingerprint: z.string(),
  entries: z
    .array(
      z.strictObject({
        kind: z.enum(['plan', 'lock', 'extra']),
        path: z.string(),
        size: z.int().check(z.nonnegative()),
        sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
        executable: z.boolean(),
      }),
    )
    .check(z.maxLength(MOST_ENTRIES)),
});

/**
 * Reads and checks the list of what a bundle holds. It is genuine by now, but a version with a fault may have made it.
 * @param directory of the stack, relative to the workspace
 * @throws EHA1264
 */
export async function readManifest(reader: OpeningReader, directory: string): Promise<BundleManifest> {
  const length = (await reader.readExactly(4)).readUInt32BE();
  if (length > MOST_MANIFEST_BYTES) throw refusedManifest('it is too long');
  const json = (await reader.readExactly(length)).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw refusedManifest('it is not JSON');
  }
  const checked = validate(MANIFEST, value);
  if (!checked.valid) throw refusedManifest(checked.problems.join('; '));
  const { entries } = checked.value;
  const problem = entriesProblem(entries, directory);
  if (problem !== undefined) throw refusedManifest(problem);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_CONTENT_BYTES) throw refusedManifest(`its files have ${total} bytes`);
  return checked.value;
}

/**
 * Writes the files of a bundle into a folder for this user only: the plan beside a folder `files` that has the layout
 * of the workspace.
 */
export async function extractFiles(
  reader: OpeningReader,
  entries: readonly BundleEntry[],
  folder: string,
): Promise<{ readonly planFile: string; readonly files: readonly ExtractedFile[] }> {
  await mkdir(folder, { mode: 0o700 });
  const extracted: ExtractedFile[] = [];
  for (const entry of entries) {
    const file = join(folder, ...(entry.kind === 'plan' ? [] : ['files']), ...entry.path.split('/'));
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await extractFile(reader, entry, file);
    extracted.push({ entry, file });
  }
  const plan = extracted.find(({ entry }) => entry.kind === 'plan');
  if (plan === undefined) throw refusedManifest('there is no plan in it');
  return { planFile: plan.file, files: extracted.filter((file) => file !== plan) };
}

async function extractFile(reader: OpeningReader, entry: BundleEntry, path: string): Promise<void> {
  const hash = createHash('sha256');
  const output = await open(path, 'wx', 0o600);
  try {
    for (let missing = entry.size; missing > 0;) {
      const part = await reader.read(missing);
      missing -= part.length;
      hash.update(part);
      await output.writeFile(part);
    }
  } finally {
    await output.close();
  }
  if (hash.digest('hex') !== entry.sha256) {
    throw bundleErrors.EHA1267(
      `The file ${JSON.stringify(entry.path)} of the plan bundle is not the listed one.`,
    );
  }
}

/**
 * Puts lock file and extra paths of an opened bundle where the plan saw them. A file that is there is replaced, a link
 * by the file; a folder that leads out of the workspace through a link is refused.
 * @param workspace absolute
 * @throws EHA1267
 */
export async function restoreFiles(files: readonly ExtractedFile[], workspace: string): Promise<void> {
  const root = await realpath(workspace);
  for (const { entry, file } of files) {
    const segments = entry.path.split('/');
    const name = segments.pop() ?? '';
    const parent = await makeFolder(root, segments);
    const temporary = join(parent, `.${randomUUID()}`);
    try {
      await copyFile(file, temporary);
      await chmod(temporary, entry.executable ? 0o700 : 0o600);
      await rename(temporary, join(parent, name));
    } finally {
      await rm(temporary, { force: true });
    }
  }
}

/** One segment at a time: a link is followed before anything is made behind it. */
async function makeFolder(root: string, segments: readonly string[]): Promise<string> {
  let folder = root;
  for (const segment of segments) {
    const next = join(folder, segment);
    if ((await lstat(next).catch(() => undefined)) === undefined) await mkdir(next);
    folder = await realpath(next);
    const way = relative(root, folder);
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) {
      throw bundleErrors.EHA1267(
        `A path of the plan bundle, ${JSON.stringify(segments.join('/'))}, leads out of the workspace through a link.`,
      );
    }
  }
  return folder;
}

function refusedManifest(why: string): Error {
  return bundleErrors.EHA1264(`The list of files in the plan bundle is not acceptable: ${why}.`);
}
