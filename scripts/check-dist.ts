/**
 * Proves that the committed bundles are what the source builds and that they work where GitHub runs them.
 *
 * Usage: npm run check-dist -- [--no-build] [--root <checkout>]
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.ts';
import { compareBudgets, readBudgets, type MeasuredBundle } from './dist/budgets.ts';
import { startOutside } from './dist/start.ts';
import { scriptErrors } from './errors.ts';
import { measureBundle } from './support/bundle-size.ts';
import { formatBytes, formatTable } from './support/format.ts';
import { runCommand } from './support/process.ts';
import { readOptions, runProgram } from './support/program.ts';
import { listActions, listFiles, repositoryRoot, type ActionFolder } from './support/repository.ts';

const USAGE = `npm run check-dist -- [options]
  --no-build       check the bundles as they are, without the clean rebuild
  --root <folder>  checkout to check (default: this one)`;

/** What the bundler leaves where an import could not be resolved. It exits well all the same. */
const MISSING_MODULE = /webpackMissingModule|@@notfound|module\.exports = eval\("require"\)\(/;

/** What to check. */
export interface CheckDistOptions {
  readonly root: string;
  readonly rebuild: boolean;
}

/**
 * Rebuilds every bundle from nothing, then looks for differences from the commit, missing modules, files that do not
 * belong, bundles that do not start on their own, and sizes over budget. EHA1903 lists everything found.
 * The tree is left as rebuilt.
 */
export async function checkDist({ root, rebuild }: CheckDistOptions): Promise<void> {
  const actions = listActions(root);
  if (rebuild) {
    for (const { directory } of actions) rmSync(join(directory, 'dist'), { recursive: true, force: true });
    await build({ root, force: true });
  }
  const bundles = measureAll(actions);
  if (bundles.length === 0) throw scriptErrors.EHA1902(`There is no bundle below ${join(root, 'actions')}.`);
  const findings = [
    ...(await gitDifferences(root)),
    ...actions.flatMap(checkFiles),
    ...(await checkStarts(root, bundles)),
    ...compareBudgets(bundles, readBudgets(join(root, 'scripts', 'bundle-budgets.json'))),
  ];
  console.log(sizeTable(bundles));
  if (findings.length > 0) throw scriptErrors.EHA1903(findings.join('\n'));
  console.log(`${bundles.length} bundles checked`);
}

function measureAll(actions: readonly ActionFolder[]): readonly MeasuredBundle[] {
  return actions.flatMap(({ name, directory, phases }) =>
    phases
      .filter((phase) => existsSync(join(directory, 'dist', phase)))
      .map((phase) => ({ action: name, phase, size: measureBundle(join(directory, 'dist', phase)) })),
  );
}

function sizeTable(bundles: readonly MeasuredBundle[]): string {
  return formatTable([
    ['bundle', 'raw', 'gzip', 'lazy chunks'],
    ...bundles.map(({ action, phase, size }) => [
      `${action}/${phase}`,
      formatBytes(size.raw),
      formatBytes(size.gzip),
      String(size.chunks),
    ]),
  ]);
}

/** Modified, deleted, untracked and ignored files of dist: `git diff` alone would not see a new or a stale chunk.
 * The pattern needs its `/**`: git compares a pattern with whole paths of files. */
async function gitDifferences(root: string): Promise<readonly string[]> {
  const status = await runCommand(
    ['git', 'status', '--porcelain', '--untracked-files=all', '--ignored', '--', ':(glob)actions/*/dist/**'],
    { cwd: root },
  );
  if (status.exitCode !== 0) return [`git status failed: ${status.output.trim()}`];
  return status.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `differs from the commit: ${line}`);
}

function checkFiles({ name, directory, phases }: ActionFolder): readonly string[] {
  const dist = join(directory, 'dist');
  const expected = [...phases.map((phase) => `${phase}/index.js`), 'licenses.txt'];
  const files = listFiles(dist);
  return [
    ...expected.filter((file) => !files.includes(file)).map((file) => `${name}: dist/${file} is missing`),
    ...files
      .filter((file) => file !== 'licenses.txt' && !phases.some((phase) => file.startsWith(`${phase}/`)))
      .map((file) => `${name}: dist/${file} belongs to no entry of the action`),
    ...files
      .filter((file) => MISSING_MODULE.test(readFileSync(join(dist, file), 'latin1')))
      .map((file) => `${name}: dist/${file} refers to a module that was missing when it was built`),
  ];
}

async function checkStarts(root: string, bundles: readonly MeasuredBundle[]): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const { action, phase } of bundles) {
    const problem = await startOutside(join(root, 'actions', action), phase);
    if (problem !== undefined) findings.push(`${action}/${phase} started alone: ${problem}`);
  }
  return findings;
}

if (import.meta.main) {
  await runProgram(async () => {
    const options = readOptions(
      { 'no-build': { type: 'boolean' }, root: { type: 'string' }, help: { type: 'boolean' } },
      USAGE,
    );
    if (options.help === true) {
      console.log(USAGE);
      return true;
    }
    await checkDist({ root: resolve(options.root ?? repositoryRoot), rebuild: options['no-build'] !== true });
    return true;
  });
}
