import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleEntry } from '#scripts/build/ncc.js';

export const EMPTY_MODULE = 'empty ES module';
export const EMPTY_CORE = 'empty @actions/core bundle';

/** A bundle to start: `index.js` in a folder. */
export interface Subject {
  readonly name: string;
  readonly directory: string;
}

/** Builds what starts are compared with: an empty ES module, and a bundle of nothing but @actions/core. */
export async function buildReferences(root: string): Promise<readonly Subject[]> {
  const folder = join(root, '.cache', 'bench');
  const empty = { name: EMPTY_MODULE, directory: join(folder, 'empty') };
  write(join(empty.directory, 'index.js'), '');
  write(join(empty.directory, 'package.json'), '{"type": "module"}');
  const code = `import { getInput } from '@actions/core';\ngetInput('name');\n`;
  return [empty, { name: EMPTY_CORE, directory: await buildProgram(root, 'core', code) }];
}

/** Bundles a program of a few lines as the actions are bundled, and returns the folder of its `index.js`. */
export async function buildProgram(root: string, name: string, code: string): Promise<string> {
  const folder = join(root, '.cache', 'bench');
  const entry = join(folder, `${name}-source`, 'main.js');
  write(entry, code);
  write(join(dirname(entry), 'package.json'), '{"type": "module"}');
  // The bundler calls fs.existsSync in a way that Node 24 warns about.
  process.noDeprecation = true;
  process.chdir(dirname(entry));
  const { files } = await bundleEntry(entry);
  process.chdir(root);
  for (const [file, { source }] of files) write(join(folder, name, file), source);
  return join(folder, name);
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
