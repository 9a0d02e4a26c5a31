import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute path of this checkout. */
export const repositoryRoot = join(import.meta.dirname, '..', '..');

/** The phases of a JavaScript action, in the order in which a runner starts them. */
export const ACTION_PHASES = ['pre', 'main', 'post'] as const;
export type ActionPhase = (typeof ACTION_PHASES)[number];

/** One folder under actions/. */
export interface ActionFolder {
  readonly name: string;
  /** Absolute path. */
  readonly directory: string;
  /** Phases that have an entry file `src/<phase>.ts`. */
  readonly phases: readonly ActionPhase[];
}

/**
 * Every folder under `actions/` that holds an action.yml or sources, sorted by name, so that an action that is half
 * there is noticed instead of skipped.
 */
export function listActions(root: string): readonly ActionFolder[] {
  const parent = join(root, 'actions');
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, directory: join(parent, entry.name) }))
    .filter(
      ({ directory }) => existsSync(join(directory, 'action.yml')) || existsSync(join(directory, 'src')),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, directory }) => ({
      name,
      directory,
      phases: ACTION_PHASES.filter((phase) => existsSync(join(directory, 'src', `${phase}.ts`))),
    }));
}

/** Every file below a folder, as sorted paths relative to it with forward slashes; empty when there is no such folder. */
export function listFiles(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
