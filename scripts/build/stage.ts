import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { listActions, listFiles } from '#scripts/support/repository.js';

/**
 * A copy of what bundles are made of, with the types taken out.
 *
 * The bundler gets JavaScript because its own TypeScript loader either checks every file that tsconfig.json includes
 * (slow, and one half-written test would break the build) or, in its fast mode, takes this project's modules for
 * CommonJS. Comments and layout stay, so that the bundles can be read.
 */
export interface Stage {
  /** Absolute; below the checkout, so that packages resolve, and at a fixed depth, so that no path changes a byte. */
  readonly directory: string;
  /** Path in the checkout, relative and with forward slashes, of a file of the stage; undefined for anything else. */
  sourceOf(path: string): string | undefined;
  remove(): void;
}

const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/** The stage's package.json. `sideEffects`: only an entry acts on import, so unused files of lib/ fall away. */
const STAGE_PACKAGE = {
  type: 'module',
  sideEffects: false,
  imports: { '#lib/*.js': './lib/*.js', '#actions/*.js': './actions/*.js' },
};

/** Writes the stage: `lib/` and every action's `src/`. */
export function createStage(root: string): Stage {
  mkdirSync(join(root, '.cache'), { recursive: true });
  // The bundler reports real paths.
  const directory = realpathSync(mkdtempSync(join(root, '.cache', 'stage-')));
  const sources = new Map<string, string>();
  const folders = ['lib', ...listActions(root).map(({ name }) => `actions/${name}/src`)];
  for (const folder of folders) {
    for (const file of listFiles(join(root, folder))) {
      const source = `${folder}/${file}`;
      sources.set(stageFile(root, directory, source), source);
    }
  }
  writeFileSync(join(directory, 'package.json'), JSON.stringify(STAGE_PACKAGE));
  return {
    directory,
    sourceOf: (path) => sources.get(path),
    remove: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function stageFile(root: string, directory: string, source: string): string {
  const isTypeScript = source.endsWith('.ts') && !source.endsWith('.d.ts');
  const target = join(directory, isTypeScript ? source.replace(/\.ts$/, '.js') : source);
  mkdirSync(dirname(target), { recursive: true });
  if (isTypeScript) {
    const text = readFileSync(join(root, source), 'utf8');
    writeFileSync(target, ts.transpileModule(text, { compilerOptions: COMPILER_OPTIONS }).outputText);
  } else {
    copyFileSync(join(root, source), target);
  }
  return target;
}
