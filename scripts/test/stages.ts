import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scriptErrors } from '#scripts/errors.js';
import { jestCommand } from '#scripts/support/jest.js';
import { listFiles } from '#scripts/support/repository.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { readJestReport, readPlainReport } from './counts.ts';
import type { Stage } from './stage.ts';

/** Names that stand for several stages. */
export const ALIASES: Readonly<Record<string, readonly string[]>> = {
  lint: ['format', 'eslint', 'types', 'check-actions', 'docs', 'lint-workflows'],
};

/** Prettier judges each file by itself, so its content decides; ESLint’s typed rules look at other files too. */
const PRETTIER_CACHE = ['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/prettier'];

/** Folder of tests/ → the stage that runs it. A test file outside of them would never run. */
const TEST_FOLDERS = {
  unit: 'unit',
  simulator: 'simulator',
  bundle: 'bundle',
  workflows: 'workflow',
  terraform: 'stacks',
  'cloud-init': 'cloud-init',
} as const;
type TestFolder = keyof typeof TEST_FOLDERS;

/**
 * All stages in the order in which they are listed. The rebuild of dist/ has a batch of its own, because linters and
 * tests read those files; jest has one each, because it uses both cores by itself.
 */
export function defineStages(root: string): readonly Stage[] {
  mkdirSync(join(root, '.cache', 'test'), { recursive: true });
  refuseOrphans(root);
  return [...toolStages(root), ...scriptStages(root), ...testStages(root)];
}

function toolStages(root: string): readonly Stage[] {
  const tool = (program: string, ...parameters: string[]) =>
    [process.execPath, join(root, 'node_modules', program), ...parameters] as const;
  return [
    {
      name: 'format',
      description: 'Prettier finds nothing to change',
      batch: 2,
      command: tool('prettier/bin/prettier.cjs', '--check', ...PRETTIER_CACHE, '--log-level', 'warn', '.'),
    },
    {
      name: 'eslint',
      description: 'typed lint rules and the conventions of this repository',
      batch: 2,
      command: tool('eslint/bin/eslint.js', '--max-warnings', '0', '.'),
    },
    {
      name: 'types',
      description: 'the TypeScript compiler finds no error',
      batch: 2,
      command: tool('typescript/bin/tsc', '--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'),
    },
  ];
}

function scriptStages(root: string): readonly Stage[] {
  return [
    {
      name: 'check-dist',
      description: 'committed bundles are what the source builds and work on their own',
      batch: 1,
      command: script(root, 'check-dist.ts'),
    },
    {
      name: 'check-actions',
      description: 'action.yml agrees with the code and the tests',
      batch: 2,
      command: script(root, 'check-actions.ts'),
    },
    {
      name: 'docs',
      description: 'generated tables are up to date',
      batch: 2,
      command: script(root, 'docs.ts', '--check'),
    },
    {
      name: 'lint-workflows',
      description: 'workflow files and action.yml obey GitHub’s and our rules',
      batch: 2,
      command: script(root, 'lint-workflows.ts'),
    },
  ];
}

function testStages(root: string): readonly Stage[] {
  const report = join(root, '.cache', 'test', 'terraform.json');
  const jest = (folder: TestFolder, description: string, batch: number) =>
    jestStage(root, folder, description, batch);
  const requires = (): Promise<unknown> => findTerraform();
  return [
    jest('unit', 'tests of lib, actions and scripts', 3),
    { ...jest('simulator', 'tests of the simulated world', 4), requires },
    { ...jest('bundle', 'committed bundles as subprocesses', 5), requires },
    { ...jest('workflows', 'whole workflow files in the simulator', 6), requires },
    { ...jest('terraform', 'the stacks planned by real Terraform in the simulated world', 7), requires },
    {
      ...jest('cloud-init', 'what a VM boots with, run by bash against the simulated services', 8),
      requires,
    },
    {
      name: 'terraform',
      description: 'terraform fmt, validate and test of modules and stacks',
      batch: 9,
      command: script(root, 'terraform-test.ts', '--json', report),
      report: { path: report, read: readPlainReport },
      requires,
    },
  ];
}

function jestStage(root: string, folder: TestFolder, description: string, batch: number): Stage {
  const name = TEST_FOLDERS[folder];
  const path = join(root, '.cache', 'test', `${name}.json`);
  const files = `${escapeRegExp(join(root, 'tests', folder))}/`;
  return {
    name,
    description,
    batch,
    command: jestCommand(['--ci', '--colors=false', '--json', `--outputFile=${path}`, files]),
    report: { path, read: readJestReport },
  };
}

/** One of our own programs, with the options of Node that this one was started with. */
function script(root: string, program: string, ...parameters: string[]): Stage['command'] {
  return [process.execPath, ...process.execArgv, join(root, 'scripts', program), ...parameters];
}

/** The stages that `--only` names, aliases resolved; all of them without it. EHA1900 names what is not known. */
export function selectStages(all: readonly Stage[], only: string | undefined): readonly Stage[] {
  if (only === undefined) return all;
  const names = only
    .split(',')
    .map((name) => name.trim())
    .flatMap((name) => ALIASES[name] ?? name);
  const known = all.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const allowed = [...Object.keys(ALIASES), ...known].join(', ');
    throw scriptErrors.EHA1900(`--only: no stage is called "${unknown.join('", "')}"; there are ${allowed}`);
  }
  return all.filter(({ name }) => names.includes(name));
}

function refuseOrphans(root: string): void {
  const orphans = listFiles(join(root, 'tests'))
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => !Object.keys(TEST_FOLDERS).includes(file.split('/')[0] ?? ''));
  if (orphans.length > 0) {
    throw scriptErrors.EHA1902(
      `No stage runs ${orphans.map((file) => `tests/${file}`).join(', ')}; tests belong to ${Object.keys(TEST_FOLDERS).join(', ')}.`,
    );
  }
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
