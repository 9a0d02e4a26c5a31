import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { bundleErrors } from './bundle-errors.ts';
import {
  MOST_CONTENT_BYTES,
  MOST_ENTRIES,
  PLAN_NAME,
  type BundleEntry,
  type EntryKind,
} from './bundle-format.ts';
import { entriesProblem, lockPath, pathProblem } from './bundle-paths.ts';

/** A file to be sealed, as it was when it was looked at. */
export interface SourceFile {
  readonly entry: BundleEntry;
  /** Absolute, without links. */
  readonly source: string;
}

export interface FileSelection {
  /** Absolute. */
  readonly workspace: string;
  /** Of the stack, relative to the workspace, with `/`. */
  readonly directory: string;
  /** Absolute. */
  readonly planFile: string;
  /** Relative to the stack. */
  readonly extraPaths: readonly string[];
}

/** Folders that a folder which was declared does not bring along: the first holds credentials, the second init makes. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', '.terraform']);

/**
 * Finds the files of a bundle: the plan, the stack's lock file when there is one, and the declared extra paths, folders
 * with all that is in them. A link is taken as the file it leads to.
 * @throws EHA1261 for a path that is not there, leaves the workspace (through a link, too), is neither file nor folder
 * or is a link to a folder; EHA1262 for too many or too much
 */
export async function selectFiles(selection: FileSelection): Promise<readonly SourceFile[]> {
  const finder = new FileFinder(selection.workspace, await realpath(selection.workspace));
  const stack = join(selection.workspace, selection.directory);
  const lock = join(selection.workspace, lockPath(selection.directory));
  if ((await lstat(lock).catch(() => undefined)) !== undefined) await finder.add('lock', lock);
  for (const path of selection.extraPaths) {
    if (isAbsolute(path)) throw refused(path, 'is absolute; it has to be relative to the stack');
    await finder.add('extra', resolve(stack, path));
  }
  const plan = await describe('plan', PLAN_NAME, await realpath(selection.planFile));
  const files = [plan, ...finder.files.values()];
  const total = files.reduce((sum, { entry }) => sum + entry.size, 0);
  if (total > MOST_CONTENT_BYTES) {
    throw bundleErrors.EHA1262(
      `The files for the plan bundle have ${total} bytes; at most are ${MOST_CONTENT_BYTES}.`,
    );
  }
  const problem = entriesProblem(
    files.map(({ entry }) => entry),
    selection.directory,
  );
  if (problem !== undefined) throw bundleErrors.EHA1261(`The plan bundle cannot be made: ${problem}.`);
  return files;
}

class FileFinder {
  /** By path in the workspace. */
  readonly files = new Map<string, SourceFile>();
  readonly #workspace: string;
  readonly #realWorkspace: string;

  constructor(workspace: string, realWorkspace: string) {
    this.#workspace = workspace;
    this.#realWorkspace = realWorkspace;
  }

  async add(kind: EntryKind, path: string): Promise<void> {
    const name = relative(this.#workspace, path).replaceAll(sep, '/');
    if (name === '') return this.#addFolder(kind, path);
    const problem = pathProblem(name);
    if (problem !== undefined) throw refused(name, problem);
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined) throw refused(name, 'does not exist');
    const target = relative(this.#realWorkspace, real).replaceAll(sep, '/');
    if (target !== '' && pathProblem(target) !== undefined) {
      throw refused(name, "leads through a symbolic link out of the workspace or into git's folder");
    }
    const info = await lstat(path);
    if (info.isDirectory()) return this.#addFolder(kind, path);
    if (!(await stat(real)).isFile()) throw refused(name, 'is not a file, or is a link to a folder');
    await this.#addFile(kind, name, real);
  }

  async #addFolder(kind: EntryKind, path: string): Promise<void> {
    for (const name of (await readdir(path)).sort()) {
      if (!SKIPPED_FOLDERS.has(name)) await this.add(kind, join(path, name));
    }
  }

  async #addFile(kind: EntryKind, name: string, real: string): Promise<void> {
    // Declared folders may overlap, and the lock file comes first.
    if (this.files.has(name)) return;
    if (this.files.size >= MOST_ENTRIES - 1) {
      throw bundleErrors.EHA1262(`The plan bundle would hold more than ${MOST_ENTRIES} files.`);
    }
    this.files.set(name, await describe(kind, name, real));
  }
}

async function describe(kind: EntryKind, path: string, source: string): Promise<SourceFile> {
  const hash = createHash('sha256');
  const { size, mode } = await readSource(source, async (bytes) => void hash.update(bytes));
  const executable = kind !== 'plan' && (mode & 0o111) !== 0;
  return { source, entry: { kind, path, size, sha256: hash.digest('hex'), executable } };
}

/**
 * Gives the content of a regular file piece by piece. Opened without following a link, so that what was checked is
 * what is read.
 */
export async function readSource(
  source: string,
  take: (bytes: Buffer) => Promise<void>,
): Promise<{ readonly size: number; readonly mode: number }> {
  const file = await open(source, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (cause: unknown) => {
      throw bundleErrors.EHA1261(`The file ${source} cannot be read for the plan bundle.`, { cause });
    },
  );
  try {
    const info = await file.stat();
    if (!info.isFile()) throw refused(source, 'is not a file');
    return { size: await readAll(file, take), mode: info.mode };
  } finally {
    await file.close();
  }
}

async function readAll(file: FileHandle, take: (bytes: Buffer) => Promise<void>): Promise<number> {
  const buffer = Buffer.alloc(256 * 1024);
  for (let size = 0; ;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return size;
    size += bytesRead;
    await take(buffer.subarray(0, bytesRead));
  }
}

function refused(path: string, why: string): Error {
  return bundleErrors.EHA1261(`The path ${JSON.stringify(path)} cannot go into the plan bundle: it ${why}.`);
}
