/**
 * Cold start and bytes of each committed bundle. Each is started with an empty environment, so that it stops at the first
 * thing it misses, and compared with an empty ES module and with a bundle of nothing but @actions/core, built for this run.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptErrors } from '#scripts/errors.js';
import { measureBundle, type BundleSize } from '#scripts/support/bundle-size.js';
import { formatTable } from '#scripts/support/format.js';
import { listActions } from '#scripts/support/repository.js';
import { measureStarts, type Measured, type Variant } from './measure.ts';
import { buildReferences, EMPTY_CORE, EMPTY_MODULE, type Subject } from './references.ts';
import type { Bench } from './types.ts';

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
