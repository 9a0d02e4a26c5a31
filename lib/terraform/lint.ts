import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { declarationFindings } from './lint/declarations.ts';
import { moduleFindings } from './lint/modules.ts';
import { versionFindings } from './lint/versions.ts';
import type { LintFile, LintFinding } from './lint/types.ts';
import { stackDependencies } from './stack-files.ts';
import { readBlocks } from './version/hcl-blocks.ts';

export type { LintFinding } from './lint/types.ts';

/**
 * What `validate` lets pass and a reviewer would not: unused and untyped declarations, versions that nothing holds,
 * module sources that move. Of the stack and of the local modules it uses, by file and line. It reads blocks, not
 * expressions, so it reports only what the text proves: a file that it cannot read with certainty gives no findings,
 * and a name that occurs anywhere, even in a comment, counts as used.
 * @param root absolute root of the repository
 * @param directory folder of the stack, relative to the root
 */
export function lintStack(root: string, directory: string): readonly LintFinding[] {
  const folders = [...new Set([directory, ...stackDependencies(root, directory).modules])];
  const found = folders.flatMap((folder) => {
    const files = filesOf(root, folder);
    return [
      ...versionFindings(files, folder === directory),
      ...declarationFindings(files),
      ...moduleFindings(files),
    ];
  });
  return found.sort(byPlace);
}

function filesOf(root: string, folder: string): readonly LintFile[] {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tf|tofu)(\.json)?$/.test(entry.name))
    .map(({ name }) => {
      const text = readFileSync(join(directory, name), 'utf8');
      const file = posix.join(folder, name);
      const { blocks, isCertain } = name.endsWith('.json') ? NOT_READ : readBlocks(text);
      return { file, text, blocks: isCertain ? blocks : [], isCertain };
    })
    .sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** JSON syntax is searched for names, but nothing is reported in it: its readers lose the lines. */
const NOT_READ = { blocks: [], isCertain: false };

function byPlace(one: LintFinding, other: LintFinding): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line;
}
