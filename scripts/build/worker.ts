/**
 * Bundles the entries of one action in a process of its own: the bundler keeps global state, needs its working directory
 * set, and two of these run side by side. Started by build.ts with one request on standard input as JSON; answers with
 * one JSON document on standard output.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { bundleEntry, type NccBundle } from './ncc.ts';
import { lockPath, packageDirectory, readLock, renderLicences } from './packages.ts';

const requestSchema = z.object({
  root: z.string(),
  stage: z.string(),
  action: z.string(),
  phases: z.array(z.string()),
});

async function work(): Promise<void> {
  const request = requestSchema.parse(JSON.parse(await text(process.stdin)));
  const { stage } = request;
  process.chdir(stage);
  const bundles = new Map<string, NccBundle>();
  for (const phase of request.phases) {
    bundles.set(phase, await bundleEntry(join(stage, 'actions', request.action, 'src', `${phase}.js`)));
  }
  const modules = [...new Set([...bundles.values()].flatMap((bundle) => bundle.modules))];
  const packages = new Set(modules.flatMap((path) => packageDirectory(path) ?? []));
  refuseDevelopmentPackages(request.root, packages);
  writeDist(join(request.root, 'actions', request.action, 'dist'), bundles, renderLicences(packages));
  process.stdout.write(
    JSON.stringify({ modules: modules.filter((path) => packageDirectory(path) === undefined) }),
  );
}

function refuseDevelopmentPackages(root: string, packages: ReadonlySet<string>): void {
  const { development } = readLock(root);
  const wrong = [...packages].map(lockPath).filter((path) => development.has(path));
  if (wrong.length > 0) {
    throw new Error(`development packages are imported; move them to "dependencies": ${wrong.join(', ')}`);
  }
}

function writeDist(dist: string, bundles: ReadonlyMap<string, NccBundle>, licences: string): void {
  rmSync(dist, { recursive: true, force: true });
  for (const [phase, { files }] of bundles) {
    for (const [name, { source, permissions }] of files) {
      const path = join(dist, phase, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, name.endsWith('.js') ? withLineFeeds(source) : source);
      if (permissions !== undefined && (permissions & 0o111) !== 0) chmodSync(path, 0o755);
    }
  }
  writeFileSync(join(dist, 'licenses.txt'), licences);
}

/**
 * A package's own carriage returns, in its licence comments, would be a change against the commit in every fresh checkout:
 * there lines end as .gitattributes has it. JavaScript reads both line ends alike, also within templates.
 */
function withLineFeeds(source: string | Buffer): string {
  return source.toString().replaceAll('\r\n', '\n');
}

try {
  await work();
} catch (error) {
  // The message only: the bundler's stack traces quote whole minified files.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
