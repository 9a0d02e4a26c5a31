import { posix } from 'node:path';
import { discoveryErrors } from './discovery-errors.ts';

/**
 * The pattern of a stack in normal form: a folder inside the repository, or `folder/*`. Anything else is refused before
 * files are read.
 * @throws EHA1232
 */
export function checkStackPattern(pattern: string): string {
  const normal = posix.normalize(pattern).replace(/(?<=.)\/$/, '');
  const starred = normal.indexOf('*');
  const starIsLastSegment =
    starred === -1 || (starred === normal.length - 1 && posix.basename(normal) === '*');
  if (posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../') || !starIsLastSegment) {
    throw discoveryErrors.EHA1232(`"${pattern}" in the input stacks`);
  }
  return normal;
}
