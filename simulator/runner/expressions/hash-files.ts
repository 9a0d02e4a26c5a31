import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import type { ScopeFunction } from './evaluate.ts';
import { scalarToString } from './values.ts';
import { findFiles } from '../files.ts';

/**
 * `hashFiles(pattern, …)`: SHA-256 over the SHA-256 of each matching file below the workspace, in path order; the
 * empty string when nothing matches. The first argument may be `--follow-symbolic-links`, which changes nothing here.
 */
export function hashFilesFunction(workspace: string, home: string): ScopeFunction {
  return {
    minArgs: 1,
    maxArgs: 255,
    call: (args) => {
      const patterns = args.map(scalarToString).filter((pattern) => pattern !== '--follow-symbolic-links');
      const { files } = findFiles(patterns.join('\n'), { directory: workspace, home, includeHidden: true });
      const inside = files.filter((file) => file.startsWith(workspace + sep));
      if (inside.length === 0) return '';
      const total = createHash('sha256');
      for (const file of inside) total.update(createHash('sha256').update(readFileSync(file)).digest());
      return total.digest('hex');
    },
  };
}
