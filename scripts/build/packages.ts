import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const lockEntry = z.looseObject({
  version: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
});
const lockFile = z.object({ packages: z.record(z.string(), lockEntry) });
const manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
});

/** Packages whose version decides the bytes of a bundle although they are not in it. */
const BUILD_TOOLS = ['node_modules/@vercel/ncc', 'node_modules/typescript'];

/** What package-lock.json pins. */
export interface Lock {
  /** `node_modules/…` paths of packages that only development needs. */
  readonly development: ReadonlySet<string>;
  /** Text that changes when a package that can end up in a bundle, or the bundler, changes. */
  readonly pinned: string;
}

/** Reads package-lock.json; development packages other than the build tools do not count as pinned. */
export function readLock(root: string): Lock {
  const { packages } = lockFile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const development = new Set(entries.filter(([, entry]) => entry.dev === true).map(([path]) => path));
  const pinned = entries
    .filter(([path]) => !development.has(path) || BUILD_TOOLS.includes(path))
    .map(([path, entry]) => `${path} ${entry.version ?? ''} ${entry.integrity ?? ''}`)
    .sort()
    .join('\n');
  return { development, pinned };
}

/** `…/node_modules/a/node_modules/@b/c/lib/x.js` → `…/node_modules/a/node_modules/@b/c`; undefined for own files. */
export function packageDirectory(path: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/'))?.[0];
}

/** The path by which package-lock.json knows a package: from the outermost `node_modules` on. */
export function lockPath(directory: string): string {
  return directory.slice(directory.indexOf('/node_modules/') + 1);
}

/**
 * The text of `licenses.txt`: every package that is in the bundles, once per version, sorted, with the licence it ships.
 */
export function renderLicences(directories: Iterable<string>): string {
  const entries = new Map<string, string>();
  for (const directory of directories) {
    const { name, version, license } = manifest.parse(
      JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')),
    );
    const heading = `${name} ${version} (${license ?? 'licence not declared'})`;
    entries.set(heading, `${heading}\n\n${licenceText(directory)}`);
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return ['Third-party packages in these bundles.\n', ...sorted].join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceText(directory: string): string {
  if (!existsSync(directory)) return '';
  const file = readdirSync(directory)
    .sort()
    .find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  if (file === undefined) return 'The package ships no licence text.\n';
  return `${readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
}
