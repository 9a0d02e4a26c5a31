/**
 * Cold start and bytes of each committed bundle. Each is started with an empty environment, so that it stops at the first
 * thing it misses, and compared with an empty ES module and with a bundle of nothing but @actions/core, built for this run.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleEntry } from '#scripts/build/ncc.js';
import { scriptErrors } from '#scripts/errors.js';
import { measureBundle, type BundleSize } from '#scripts/support/bundle-size.js';
import { formatTable } from '#scripts/support/format.js';
import { listActions } from '#scripts/support/repository.js';
import { measureStarts, type Measured, type Variant } from './measure.ts';
import type { Bench } from './types.ts';

const EMPTY_MODULE = 'empty ES module';
const EMPTY_CORE = 'empty @actions/core bundle';

interface Subject {
  readonly name: string;
  readonly directory: string;
}

export const bench: Bench = {
  title: 'Cold start and bytes of the bundles',
  async run({ root, runs }) {
    const subjects = committedBundles(root);
    if (subjects.length === 0) throw scriptErrors.EHA1902('No bundle is built; run npm run build.');
    const references = await buildReferences(root);
    const temporary = mkdtempSync(join(tmpdir(), 'bench-start-'));
    try {
      const all = [...references, ...subjects];
      const measured = await measureStarts(
        all.map((subject) => variant(subject, temporary)),
        runs,
      );
      return `${renderTable(all, measured)}\n\nmedian of ${runs} interleaved runs on Node ${process.version}`;
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  },
};

function committedBundles(root: string): readonly Subject[] {
  return listActions(root)
    .flatMap(({ name, directory, phases }) =>
      phases.map((phase) => ({ name: `${name}/${phase}`, directory: join(directory, 'dist', phase) })),
    )
    .filter(({ directory }) => existsSync(join(directory, 'index.js')));
}

async function buildReferences(root: string): Promise<readonly Subject[]> {
  const folder = join(root, '.cache', 'bench');
  const empty = { name: EMPTY_MODULE, directory: join(folder, 'empty') };
  const core = { name: EMPTY_CORE, directory: join(folder, 'core') };
  write(join(empty.directory, 'index.js'), '');
  write(join(empty.directory, 'package.json'), '{"type": "module"}');
  const entry = join(folder, 'core-source', 'main.js');
  write(entry, `import { getInput } from '@actions/core';\ngetInput('name');\n`);
  write(join(folder, 'core-source', 'package.json'), '{"type": "module"}');
  // The bundler calls fs.existsSync in a way that Node 24 warns about.
  process.noDeprecation = true;
  process.chdir(dirname(entry));
  const { files } = await bundleEntry(entry);
  process.chdir(root);
  for (const [name, { source }] of files) write(join(core.directory, name), source);
  return [empty, core];
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** What a runner always tells about itself, and no input at all. */
function variant({ name, directory }: Subject, temporary: string): Variant {
  return {
    name,
    module: join(directory, 'index.js'),
    cwd: temporary,
    env: { RUNNER_TEMP: temporary, RUNNER_TOOL_CACHE: temporary, RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64' },
  };
}

function renderTable(subjects: readonly Subject[], measured: ReadonlyMap<string, Measured>): string {
  const heading = [
    '',
    'wall ms',
    'CPU ms',
    '× module',
    '× core',
    'exit',
    'raw B',
    'gzip B',
    'index.js B',
    'chunks',
  ];
  const wall = (name: string): number => measured.get(name)?.wall ?? Number.NaN;
  return formatTable([
    heading,
    ...subjects.map(({ name, directory }) => {
      const { cpu = Number.NaN, exitCode = null } = measured.get(name) ?? {};
      return [
        name,
        wall(name).toFixed(0),
        cpu.toFixed(0),
        (wall(name) / wall(EMPTY_MODULE)).toFixed(2),
        (wall(name) / wall(EMPTY_CORE)).toFixed(2),
        String(exitCode),
        ...sizeCells(measureBundle(directory)),
      ];
    }),
  ]);
}

function sizeCells({ raw, gzip, entry, chunks }: BundleSize): readonly string[] {
  return [raw, gzip, entry, chunks].map((value) => value.toLocaleString('en-US'));
}
