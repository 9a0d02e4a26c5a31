import { readdirSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, normalize, relative, sep } from 'node:path';
import { globToRegExp, hasWildcard } from './glob.ts';

/** Files that a list of patterns selects, with the roots they were searched from. */
export interface FileSearch {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  /** The longest wildcard-free folder of each including pattern, absolute. */
  readonly roots: readonly string[];
}

interface Pattern {
  readonly negative: boolean;
  readonly root: string;
  readonly matches: (path: string) => boolean;
}

function compile(line: string, directory: string, home: string): Pattern {
  const negative = line.startsWith('!');
  let text = negative ? line.slice(1).trim() : line;
  if (text === '~' || text.startsWith('~/')) text = join(home, text.slice(1));
  const absolute = normalize(isAbsolute(text) ? text : join(directory, text)).replace(/(.)\/+$/, '$1');
  const segments = absolute.split(sep);
  const wild = segments.findIndex(hasWildcard);
  const root = wild < 0 ? absolute : segments.slice(0, wild).join(sep) || sep;
  const expression = globToRegExp(absolute);
  // A pattern that names a folder selects what is below it: the toolkit calls this implicit descendants.
  const below = globToRegExp(`${absolute}/**`);
  return { negative, root, matches: (path) => expression.test(path) || below.test(path) };
}

function walk(path: string, includeHidden: boolean, found: Set<string>, start: string): void {
  if (!includeHidden && basename(path).startsWith('.')) return;
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return;
  if (entry.isFile()) {
    found.add(path);
    return;
  }
  if (!entry.isDirectory()) return;
  for (const child of readdirSync(path, { withFileTypes: true })) {
    const full = join(path, child.name);
    if (
      child.isSymbolicLink() &&
      relative(full, start)
        .split(sep)
        .every((part) => part === '..')
    )
      continue;
    walk(full, includeHidden, found, start);
  }
}

/**
 * Finds the files that newline-separated patterns select, in the manner of @actions/glob: relative patterns start at
 * `directory`, later lines win over earlier ones, `#` starts a comment line.
 */
export function findFiles(
  patterns: string,
  options: { readonly directory: string; readonly home: string; readonly includeHidden: boolean },
): FileSearch {
  const compiled = patterns
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => compile(line, options.directory, options.home));
  const found = new Set<string>();
  const roots = compiled.filter((pattern) => !pattern.negative).map((pattern) => pattern.root);
  for (const root of roots) walk(root, options.includeHidden, found, root);
  const files = [...found].filter((file) => {
    let selected = false;
    for (const pattern of compiled) if (pattern.matches(file)) selected = !pattern.negative;
    return selected;
  });
  return { files: files.sort(), roots };
}
