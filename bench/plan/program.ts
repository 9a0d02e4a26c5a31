import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { bundleEntry } from '#scripts/build/ncc.js';
import { createStage } from '#scripts/build/stage.js';

/**
 * Bundles `child.ts` as the actions are bundled, from `lib/` as it is now, and returns the path of the program. Run as
 * TypeScript it would be measured together with the loader that takes the types out, which alone needs 100 MB.
 */
export async function buildChild(root: string): Promise<string> {
  const stage = createStage(root);
  try {
    const source = readFileSync(join(import.meta.dirname, 'child.ts'), 'utf8');
    const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };
    const entry = join(stage.directory, 'bench', 'child.js');
    write(entry, ts.transpileModule(source, { compilerOptions }).outputText);
    // The bundler calls fs.existsSync in a way that Node 24 warns about.
    process.noDeprecation = true;
    process.chdir(stage.directory);
    const { files } = await bundleEntry(entry);
    process.chdir(root);
    const folder = join(root, '.cache', 'bench', 'plan');
    rmSync(folder, { recursive: true, force: true });
    for (const [file, content] of files) write(join(folder, file), content.source);
    return join(folder, 'index.js');
  } finally {
    stage.remove();
  }
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
