import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isObject } from '../expressions/values.ts';
import type { Json } from '../host.ts';
import type { DoubleContext } from './double.ts';

/** One saved cache entry. */
export interface CacheEntry {
  readonly key: string;
  readonly folder: string;
}

interface EntryRecord {
  readonly key: string;
  readonly version: string;
  readonly ref: string;
  readonly created: number;
  /** Saved paths; `workspace` ones are relative to it, because each job has a workspace of its own. */
  readonly paths: readonly { readonly base: 'workspace' | 'absolute'; readonly path: string }[];
}

const RECORD = 'entry.json';

/** The paths an entry covers; entries of other paths are never found, as with the real service's version. */
export function cachePaths(context: DoubleContext): string[] {
  return context
    .input('path')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

function versionOf(paths: readonly string[]): string {
  return createHash('sha256').update(paths.join('|')).digest('hex');
}

function entries(context: DoubleContext): (EntryRecord & { readonly folder: string })[] {
  if (!existsSync(context.cacheDirectory)) return [];
  return readdirSync(context.cacheDirectory).flatMap((name) => {
    const folder = join(context.cacheDirectory, name);
    const file = join(folder, RECORD);
    if (!existsSync(file)) return [];
    // Only this module writes these files.
    const record = JSON.parse(readFileSync(file, 'utf8')) as EntryRecord;
    return [{ ...record, folder }];
  });
}

/**
 * Refs whose entries a run may restore: its own, the base branch of its pull request, and the default branch.
 * Source: dependency caching reference, restrictions for accessing a cache.
 */
function readableRefs(context: DoubleContext): string[] {
  const { run } = context.job;
  const repository: Json | undefined = run.event['repository'];
  const branch = isObject(repository) ? repository['default_branch'] : undefined;
  const refs = [run.ref, `refs/heads/${typeof branch === 'string' ? branch : 'main'}`];
  return run.baseRef === '' ? refs : [...refs, `refs/heads/${run.baseRef}`];
}

/** Finds the entry for a key: the key itself, else the newest whose key starts with one of the restore keys in turn. */
export function findEntry(
  context: DoubleContext,
  key: string,
  restoreKeys: readonly string[],
): CacheEntry | undefined {
  const version = versionOf(cachePaths(context));
  const refs = readableRefs(context);
  const readable = entries(context)
    .filter((entry) => entry.version === version && refs.includes(entry.ref))
    .sort((left, right) => right.created - left.created);
  const exact = readable.find((entry) => entry.key === key);
  if (exact !== undefined) return exact;
  for (const prefix of [key, ...restoreKeys]) {
    const found = readable.find((entry) => entry.key.startsWith(prefix));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Puts the files of an entry back. */
export function restoreEntry(context: DoubleContext, entry: CacheEntry): void {
  const record = JSON.parse(readFileSync(join(entry.folder, RECORD), 'utf8')) as EntryRecord;
  for (const [index, { base, path }] of record.paths.entries()) {
    const target = base === 'workspace' ? join(context.workspace, path) : path;
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(entry.folder, String(index)), target, { recursive: true });
  }
}

/** Saves the paths under a key; false when the key already exists for this ref or none of the paths does. */
export function saveEntry(context: DoubleContext, key: string): boolean {
  const paths = cachePaths(context);
  const version = versionOf(paths);
  const { ref } = context.job.run;
  const taken = entries(context).some(
    (entry) => entry.key === key && entry.version === version && entry.ref === ref,
  );
  const present = paths.map((path) => expand(context, path)).filter((path) => existsSync(path));
  if (taken || present.length === 0) return false;
  const name = createHash('sha256').update(`${ref}\n${version}\n${key}`).digest('hex');
  const folder = join(context.cacheDirectory, name);
  const staging = `${folder}.part`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  for (const [index, path] of present.entries())
    cpSync(path, join(staging, String(index)), { recursive: true });
  const stored = present.map((path) => {
    const inside = relative(context.workspace, path);
    const below = inside !== '..' && !inside.startsWith(`..${sep}`);
    return below ? { base: 'workspace' as const, path: inside } : { base: 'absolute' as const, path };
  });
  const record: EntryRecord = { key, version, ref, created: Date.now(), paths: stored };
  writeFileSync(join(staging, RECORD), JSON.stringify(record));
  renameSync(staging, folder);
  return true;
}

function expand(context: DoubleContext, path: string): string {
  return resolve(context.workspace, path.replace(/^~(?=$|\/)/, context.env['HOME'] ?? '~'));
}
