import { posix } from 'node:path';

/** Files that planning a stack depends on although its code does not name them by a relative path. */
export interface ExtraPath {
  /** Folder of the one stack it is about; undefined for all. */
  readonly stack: string | undefined;
  /** As Node's `path.matchesGlob`: `*` within a segment, `**` across, `{a,b}`. Relative to the repository root. */
  readonly glob: string;
}

/** Whether a change of `path` counts for the stack in `directory` because of a declared extra path. */
export function touchesExtra(path: string, directory: string, extraPaths: readonly ExtraPath[]): boolean {
  return extraPaths.some(
    ({ stack, glob }) =>
      (stack === undefined || posix.normalize(stack).replace(/\/$/, '') === directory) &&
      posix.matchesGlob(path, glob),
  );
}
