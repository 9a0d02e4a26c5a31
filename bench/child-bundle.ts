import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { bundleEntry } from '#scripts/build/ncc.js';
import { createStage } from '#scripts/build/stage.js';
import { listFiles } from '#scripts/support/repository.js';

const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/**
 * Bundles the program `bench/<folder>/<entry>.ts` as the actions are bundled, from `lib/` as it is now, and returns its path
 * below `.cache/bench/<folder>`. Run as TypeScript it would be measured together with the loader that takes the types out,
 * which alone needs 100 MB.
 */
export async function bundleChild(root: string, folder: string, entry: string): Promise<string> {
  const stage = createStage(root);
  try {
    const staged = join(stage.directory, 'bench', folder);
    for (const file of listFiles(join(import.meta.dirname, folder))) {
      const source = readFileSync(join(import.meta.dirname, folder, file), 'utf8');
      const { outputText } = ts.transpileModule(source, { compilerOptions: COMPILER_OPTIONS });
      write(join(staged, file.replace(/\.ts$/, '.js')), outputText);
    }
    // The bundler calls fs.existsSync in a way that Node 24 warns about.
    process.noDeprecation = true;
    process.chdir(stage.directory);
    const { files } = await bundleEntry(join(staged, `${entry}.js`));
    process.chdir(root);
    const target = join(root, '.cache', 'bench', folder);
    rmSync(target, { recursive: true, force: true });
    for (const [file, content] of files) write(join(target, file), content.source);
    return join(target, 'index.js');
  } finally {
    stage.remove();
  }
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
