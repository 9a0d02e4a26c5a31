/**
 * Puts the comment of the last rehearsal into README.md, between its markers: `npm start`, then this. The test of the
 * rehearsal fails when the two differ, so what a reader sees first is what the suite really writes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { scriptErrors } from './errors.ts';
import { runProgram } from './support/program.ts';
import { repositoryRoot } from './support/repository.ts';

const START = '<!-- comment:start -->';
const END = '<!-- comment:end -->';

/** What the fold of values of new objects becomes in the README: hundreds of lines that say little to a reader. */
const VALUES = /(<summary>The values of \d+ new objects<\/summary>\n\n)```diff\n[\s\S]*?\n```/g;

/** The README with `comment` quoted between the markers, without what differs from run to run. EHA1908 without them. */
export async function readmeWith(readme: string, comment: string): Promise<string> {
  const [before, rest] = readme.split(START);
  const [, after] = (rest ?? '').split(END);
  if (before === undefined || after === undefined) {
    throw scriptErrors.EHA1908(`README.md has no ${START} … ${END}`);
  }
  const visible = comment
    .replace(/^<!--.*-->\n+/, '')
    .replace(
      /Planned for [0-9a-f]+ by \[this run\]\([^)]*\) · [^·]+ UTC/,
      'Planned for 1f0c6a2be9d4 by this run · 2026-11-22 12:00 UTC',
    )
    .replace(VALUES, '$1(one line for each value; left out of this page)')
    .trimEnd();
  const quoted = visible
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
  const options = await resolveConfig(join(repositoryRoot, 'README.md'));
  return format(`${before}${START}\n\n${quoted}\n\n${END}${after}`, { ...options, parser: 'markdown' });
}

if (import.meta.main) {
  await runProgram(async () => {
    const path = join(repositoryRoot, 'README.md');
    const comment = readFileSync(join(repositoryRoot, 'out/comment-1.md'), 'utf8');
    writeFileSync(path, await readmeWith(readFileSync(path, 'utf8'), comment));
    return true;
  });
}
