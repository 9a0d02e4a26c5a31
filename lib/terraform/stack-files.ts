import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

/** A root module of the repository. */
export interface Stack {
  /** Shortest name that is unique among the stacks of one run; shown in comments and check names. */
  readonly name: string;
  /** Path relative to the repository root, with `/`, without a trailing one. */
  readonly directory: string;
  /** The directory as part of an artifact name, which allows no `/`. */
  readonly slug: string;
}

const TERRAFORM_FILE = /\.(tf|tofu)(\.json)?$/;
/** More than this many nested module calls is a loop of links, not a design. */
const MAX_MODULES = 500;

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
  return directories.map((directory) => {
    const base = posix.basename(directory);
    const unique = directories.filter((other) => posix.basename(other) === base).length === 1;
    return {
      name: unique ? base : directory,
      directory,
      slug: directory.replaceAll(/[^A-Za-z0-9._-]+/g, '-'),
    };
  });
}

/**
 * Every folder or file of the repository that planning the stack reads: its own folder, local modules it calls
 * (transitively), and files named relative to them. Relative to `root`, with `/`.
 *
 * Any quoted relative path counts, whatever block it stands in: that finds module sources, `templatefile` and `file`
 * arguments and archives alike, and one path too many only plans a stack that did not need it. An HCL parser would tell
 * them apart but is a WebAssembly module of two megabytes.
 */
export function stackDependencies(root: string, directory: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [directory];
  for (let next = queue.shift(); next !== undefined && seen.size < MAX_MODULES; next = queue.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const reference of localReferences(join(root, next))) {
      const target = relative(root, reference).split(sep).join('/');
      if (!target.startsWith('..') && statSync(reference, { throwIfNoEntry: false }) !== undefined)
        queue.push(target);
    }
  }
  return seen;
}

const RELATIVE_PATH =
  /"(?:\$\{path\.(?:module|root)\}\/)?((?:\.{1,2}\/)[^"$]*)"|"\$\{path\.module\}\/([^"$]+)"/g;

function localReferences(directory: string): readonly string[] {
  return entries(directory)
    .filter((entry) => entry.isFile() && TERRAFORM_FILE.test(entry.name))
    .flatMap((entry) => [...readFileSync(join(directory, entry.name), 'utf8').matchAll(RELATIVE_PATH)])
    .map((match) => join(directory, match[1] ?? match[2] ?? '.'));
}

/** Whether a change of `path` can change the plan of a stack with these dependencies. */
export function touches(path: string, dependencies: ReadonlySet<string>): boolean {
  for (let folder = path; folder !== '.'; folder = posix.dirname(folder)) {
    if (dependencies.has(folder)) return !isDocument(path);
  }
  return dependencies.has('.') && !isDocument(path);
}

/** Files beside Terraform code that no plan reads. */
function isDocument(path: string): boolean {
  return /\.(md|tftest\.hcl)$/.test(path) || posix.basename(path) === '.gitignore';
}
