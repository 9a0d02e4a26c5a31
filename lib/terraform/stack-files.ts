import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join, posix } from 'node:path';

/** A root module of the repository. */
export interface Stack {
  /**
   * Shortest name that is unique among the stacks of one run, of letters, digits, `.`, `_`, `-` and `/`, at most 100
   * characters: what terraform-plan takes as a name. Shown in comments and check names.
   */
  readonly name: string;
  /** Path relative to the repository root, with `/`, without a trailing one. */
  readonly directory: string;
  /** The directory as part of an artifact name, which allows no `/`; unique among the stacks of one run. */
  readonly slug: string;
}

const TERRAFORM_FILE = /\.(tf|tofu)(\.json)?$/;
/** More folders than this is a loop of links, not a design. */
const MAX_FOLDERS = 500;
const LONGEST_NAME = 100;
const HASH_LENGTH = 8;

/**
 * The stacks that `patterns` name below `root`: a folder, or `folder/*` for every folder there with Terraform files.
 * `missing` holds patterns that match nothing, so that a typing error does not read as "nothing to plan".
 */
export function findStacks(
  root: string,
  patterns: readonly string[],
): { readonly stacks: readonly Stack[]; readonly missing: readonly string[] } {
  const directories = new Set<string>();
  const missing: string[] = [];
  for (const pattern of patterns) {
    const found = expand(root, posix.normalize(pattern).replace(/\/$/, ''));
    if (found.length === 0) missing.push(pattern);
    for (const directory of found) directories.add(directory);
  }
  return { stacks: nameStacks([...directories].sort()), missing };
}

function expand(root: string, pattern: string): readonly string[] {
  if (posix.basename(pattern) !== '*') return hasTerraform(join(root, pattern)) ? [pattern] : [];
  const parent = posix.dirname(pattern);
  return entries(join(root, parent))
    .filter((entry) => entry.isDirectory())
    .map((entry) => posix.join(parent, entry.name))
    .filter((directory) => hasTerraform(join(root, directory)));
}

function entries(directory: string): readonly Dirent[] {
  return statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true
    ? readdirSync(directory, { withFileTypes: true })
    : [];
}

function hasTerraform(directory: string): boolean {
  return entries(directory).some((entry) => entry.isFile() && TERRAFORM_FILE.test(entry.name));
}

function nameStacks(directories: readonly string[]): readonly Stack[] {
  const bases = directories.map((directory) => posix.basename(directory));
  const names = directories.map((directory) => {
    const base = posix.basename(directory);
    const isUnique = bases.filter((other) => other === base).length === 1;
    return asName(isUnique ? base : directory);
  });
  const slugs = directories.map((directory) => directory.replaceAll(/[^A-Za-z0-9._-]+/g, '-'));
  return directories.map((directory, index) => ({
    name: distinct(names, index, directory),
    directory,
    slug: distinct(slugs, index, directory),
  }));
}

/** Begins with a letter or digit; the end of a long path tells more than its beginning. */
function asName(path: string): string {
  const name = path.replaceAll(/[^A-Za-z0-9._/-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  if (name === '') return 'root';
  // Room is left for what `distinct` appends.
  return name.slice(-(LONGEST_NAME - HASH_LENGTH - 1)).replace(/^[^A-Za-z0-9]+/, '');
}

/** Two folders can come to the same text (`a/b` and `a-b` as slugs); then each gets a part of its path's hash. */
function distinct(texts: readonly string[], index: number, directory: string): string {
  const text = texts[index] ?? '';
  if (texts.filter((other) => other === text).length === 1) return text;
  return `${text}-${createHash('sha256').update(directory).digest('hex').slice(0, HASH_LENGTH)}`;
}

/** Paths relative to the repository root, with `/`. */
export interface Dependencies {
  /** Folders of Terraform code: the stack and the local modules it calls. What lies in and below them counts, except documents. */
  readonly modules: ReadonlySet<string>;
  /** Files and folders that the code names by a relative path; everything in and below them counts. */
  readonly files: ReadonlySet<string>;
}

/**
 * Everything of the repository that planning the stack reads: its own folder, local modules it calls (transitively),
 * and files named by a relative path.
 *
 * Any quoted relative path counts, whatever block it stands in: that finds `templatefile` and `file` arguments and
 * archives alike, and one path too many only plans a stack that did not need it. Of a path with an interpolation the
 * folder before it counts, and a path where nothing is counts too: the pull request may have removed it. An HCL parser
 * would be exact but is a WebAssembly module of two megabytes.
 */
export function stackDependencies(root: string, directory: string): Dependencies {
  const modules = new Set<string>();
  const files = new Set<string>();
  const queue = [directory];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (modules.has(next)) continue;
    if (modules.size >= MAX_FOLDERS) {
      // Reading on would not end, and stopping here would miss what comes after: then the whole repository counts.
      files.add('.');
      break;
    }
    modules.add(next);
    for (const { path, isModule } of references(root, next, directory)) {
      if (path === '..' || path.startsWith('../')) continue;
      if (isModule) queue.push(path);
      else files.add(path);
    }
  }
  return { modules, files };
}

interface Reference {
  readonly path: string;
  readonly isModule: boolean;
}

/** `source = "…"` or `"source": "…"` before it, `path.module`, `path.root` or nothing in it, and what ends it. */
const RELATIVE_PATH =
  /(\bsource"?\s*[=:]\s*)?"(?:\$\{path\.(module|root|cwd)\}(?:\/([^"$]*))?|(\.{1,2}\/[^"$]*))(["$])/g;

/** What the Terraform files of one folder name; paths without `path.module` are relative to the stack, where Terraform runs. */
function references(root: string, folder: string, stack: string): readonly Reference[] {
  const texts = entries(join(root, folder))
    .filter((entry) => entry.isFile() && TERRAFORM_FILE.test(entry.name))
    .map((entry) => readFileSync(join(root, folder, entry.name), 'utf8'));
  return texts.flatMap((text) =>
    [...text.matchAll(RELATIVE_PATH)].map((match) => {
      const [, source, base, afterBase, bare, end] = match;
      const isModule = source !== undefined;
      const from = isModule || base === 'module' ? folder : stack;
      const named = afterBase ?? bare ?? '';
      const literal = end === '$' ? named.slice(0, named.lastIndexOf('/') + 1) : named;
      return { path: posix.join(from, literal).replace(/(?<=.)\/$/, ''), isModule };
    }),
  );
}

/** Whether a change of `path` can change the plan of a stack with these dependencies. */
export function touches(path: string, { modules, files }: Dependencies): boolean {
  const above = withParents(path);
  if (above.some((folder) => files.has(folder))) return true;
  return !isDocument(path) && above.some((folder) => modules.has(folder));
}

/** `a/b/c` gives `a/b/c`, `a/b`, `a` and `.`. */
function withParents(path: string): readonly string[] {
  const segments = path.split('/');
  return [...segments.map((_, index) => segments.slice(0, segments.length - index).join('/')), '.'];
}

/** Files beside Terraform code that no plan reads unless they are named. */
function isDocument(path: string): boolean {
  return /\.(md|tftest\.hcl)$/.test(path) || posix.basename(path) === '.gitignore';
}
