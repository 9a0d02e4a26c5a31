/** Differences between commits as GitHub's API lists them: one entry a file, with its patch unless that is too large. */
import type { GitRepository } from './github-git.ts';

export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';

export interface DiffFile {
  /** Id of the blob after the change; of a removed file the blob before it. */
  readonly sha: string;
  readonly filename: string;
  readonly previousFilename: string | undefined;
  readonly status: FileStatus;
  readonly additions: number;
  readonly deletions: number;
  /** Undefined for binary files, pure renames and patches over GitHub's size limit. */
  readonly patch: string | undefined;
}

/** docs.github.com, repository limits: "No single file's diff may exceed 20,000 lines or 500 KB of raw diff data". */
const MAX_PATCH_LINES = 20_000;
const MAX_PATCH_BYTES = 500 * 1024;
const NO_BLOB = '0'.repeat(40);

/** The files that differ between two commits, sorted by path. */
export async function diffFiles(git: GitRepository, from: string, to: string): Promise<readonly DiffFile[]> {
  const common = ['diff', '--find-renames', '--no-color', '--no-ext-diff', '--full-index'];
  const [raw, counts, patches] = await Promise.all([
    git.text([...common, '--raw', '-z', '--abbrev=40', from, to]),
    git.text([...common, '--numstat', '-z', from, to]),
    git.text([...common, '--patch', from, to]),
  ]);
  const entries = parseRaw(raw);
  const numbers = parseNumstat(counts);
  const texts = splitPatches(patches);
  return entries.map((entry, position) => ({
    ...entry,
    ...(numbers[position] ?? { additions: 0, deletions: 0 }),
    patch: presentable(texts[position]),
  }));
}

type Entry = Pick<DiffFile, 'sha' | 'filename' | 'previousFilename' | 'status'>;

/** `:modes blobs STATUS NUL path NUL`, with two paths for renames and copies. */
function parseRaw(raw: string): readonly Entry[] {
  const fields = raw.split('\0').filter((field) => field !== '');
  const entries: Entry[] = [];
  for (let at = 0; at < fields.length;) {
    const [oldMode = '', newMode, oldBlob = '', newBlob = '', letter = ''] = (fields[at] ?? '')
      .slice(1)
      .split(' ');
    const moved = letter.startsWith('R') || letter.startsWith('C');
    const first = fields[at + 1] ?? '';
    entries.push({
      sha: newBlob === NO_BLOB ? oldBlob : newBlob,
      filename: moved ? (fields[at + 2] ?? '') : first,
      previousFilename: moved ? first : undefined,
      status: statusOf(letter, oldBlob === newBlob && oldMode !== newMode),
    });
    at += moved ? 3 : 2;
  }
  return entries;
}

function statusOf(letter: string, onlyMode: boolean): FileStatus {
  if (onlyMode) return 'changed';
  const names: Readonly<Record<string, FileStatus>> = {
    A: 'added',
    D: 'removed',
    R: 'renamed',
    C: 'copied',
    T: 'changed',
  };
  return names[letter.charAt(0)] ?? 'modified';
}

/** `added TAB deleted TAB path NUL`; a rename has an empty path followed by two more fields. */
function parseNumstat(text: string): readonly { readonly additions: number; readonly deletions: number }[] {
  const fields = text.split('\0');
  const numbers: { additions: number; deletions: number }[] = [];
  for (let at = 0; at < fields.length;) {
    const [added, deleted, path] = (fields[at] ?? '').split('\t');
    if (added === undefined || deleted === undefined) {
      at += 1;
      continue;
    }
    // A binary file has "-" in place of the counts.
    numbers.push({ additions: Number(added) || 0, deletions: Number(deleted) || 0 });
    at += path === '' ? 3 : 1;
  }
  return numbers;
}

/**
 * Content lines of a patch begin with a space, sign or backslash, so a line "diff --git" always starts a file. Split at
 * line feeds alone: a file may hold a bare carriage return before that text.
 */
function splitPatches(text: string): readonly string[] {
  return text === '' ? [] : text.split('\ndiff --git ');
}

function presentable(patch: string | undefined): string | undefined {
  const start = patch?.indexOf('\n@@ ') ?? -1;
  if (patch === undefined || start < 0) return undefined;
  const hunks = patch.slice(start + 1).replace(/\n$/, '');
  const tooLarge = Buffer.byteLength(hunks) > MAX_PATCH_BYTES || hunks.split('\n').length > MAX_PATCH_LINES;
  return tooLarge ? undefined : hunks;
}
