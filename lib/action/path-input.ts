import { lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { actionErrors } from './action-errors.ts';
import type { ActionError } from './errors.ts';
import { readInput } from './input-value.ts';

export interface PathOptions {
  /** Relative to the workspace. */
  readonly default?: string;
  readonly required?: boolean;
  /** Refuse a path where nothing of this type exists. */
  readonly mustExist?: 'file' | 'directory';
  /** Also accept a path inside RUNNER_TEMP, where earlier steps leave their documents. Default `workspace`. */
  readonly within?: 'workspace' | 'workspace-or-temp';
}

function runnerFolder(variable: string): string {
  const value = process.env[variable];
  if (value === undefined || value === '') {
    throw actionErrors.EHA1006(`The environment variable ${variable} is not set.`);
  }
  return resolve(value);
}

function isInside(folder: string, path: string): boolean {
  const difference = relative(folder, path);
  return difference !== '..' && !difference.startsWith(`..${sep}`) && !isAbsolute(difference);
}

/** Nothing there, a circle of links and a file used as a folder are all the same to a reader: no such path. */
function found(look: () => Stats): Stats | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

const MOST_LINKS = 40;

/**
 * Where a path leads when links are followed, also when its end does not exist yet: an output file is checked before
 * it is made, and a dangling link would otherwise decide where it is made.
 */
function realTarget(path: string, linksLeft = MOST_LINKS): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    if (parent === path || linksLeft === 0) return path;
    const real = join(realTarget(parent, linksLeft - 1), relative(parent, path));
    const isLink = found(() => lstatSync(real))?.isSymbolicLink() === true;
    return isLink ? realTarget(resolve(dirname(real), readlinkSync(real)), linksLeft - 1) : real;
  }
}

function refusedPath(name: string, value: string, reason: string): ActionError {
  return actionErrors.EHA1004(`Input "${name}" is ${JSON.stringify(value)}, which ${reason}.`);
}

function checkType(name: string, value: string, path: string, wanted: 'file' | 'directory'): void {
  const entry = found(() => statSync(path));
  if (entry === undefined)
    throw refusedPath(name, value, `does not exist (looked for the ${wanted} ${path})`);
  if (wanted === 'file' ? !entry.isFile() : !entry.isDirectory()) {
    throw refusedPath(name, value, `is not a ${wanted}`);
  }
}

/** The checks of `pathInput` for one value of an input that holds several. */
export function checkPath(name: string, value: string, options: PathOptions): string {
  const workspace = runnerFolder('GITHUB_WORKSPACE');
  const allowed =
    options.within === 'workspace-or-temp' ? [workspace, runnerFolder('RUNNER_TEMP')] : [workspace];
  const names =
    allowed.length === 1 ? 'the workspace' : 'the workspace and the temporary folder of the runner';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(value)) throw refusedPath(name, value, 'holds a control character');
  const path = resolve(workspace, value);
  if (!allowed.some((folder) => isInside(folder, path))) {
    throw refusedPath(name, value, `is outside ${names} (${allowed.join(', ')})`);
  }
  const target = realTarget(path);
  if (!allowed.some((folder) => isInside(realTarget(folder), target))) {
    throw refusedPath(name, value, `leads outside ${names} through a symbolic link, to ${target}`);
  }
  if (options.mustExist !== undefined) checkType(name, value, path, options.mustExist);
  return path;
}

/**
 * An absolute path inside the workspace. Refuses (EHA1004) `..` that leaves it, absolute paths elsewhere, symbolic
 * links that lead out of it, control characters, and with `mustExist` anything missing or of the wrong type.
 */
export function pathInput(
  name: string,
  options: PathOptions & ({ readonly default: string } | { readonly required: true }),
): string;
export function pathInput(name: string, options?: PathOptions): string | undefined;
export function pathInput(name: string, options: PathOptions = {}): string | undefined {
  const value = readInput<string>(name, options, (given) => given);
  return value === undefined ? undefined : checkPath(name, value, options);
}
