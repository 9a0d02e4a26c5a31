/**
 * setup-terraform: a hit of the tool cache against an empty bundle, and an installation from a mirror on this machine
 * against the usual one by @actions/tool-cache (download, hash, unzip, copy into the cache), which verifies less.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptErrors } from '#scripts/errors.js';
import { formatTable } from '#scripts/support/format.js';
import { findTerraform } from '#scripts/support/terraform.js';
import { startReleaseServer, type ReleaseServer } from '#simulator/servers/releases/server.js';
import { systemClock } from '#simulator/world/clock.js';
import { measureStarts, type Measured, type Variant } from './measure.ts';
import { buildProgram, buildReferences, EMPTY_CORE, EMPTY_MODULE } from './references.ts';
import type { Bench } from './types.ts';

const VERSION = '1.11.4';
const HIT = 'setup-terraform, cache hit';
const INSTALL = 'setup-terraform, download';
const USUAL = '@actions/tool-cache, download';
const PLATFORM = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
/** An installation takes a hundred times as long as a start. */
const MOST_INSTALLS = 7;

/** What most set-up actions do; the hash is what a careful one adds. */
const USUAL_PROGRAM = `
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cacheDir, downloadTool, extractZip, find } from '@actions/tool-cache';
const version = '${VERSION}';
if (find('terraform', version) === '') {
  const archive = await downloadTool(process.env.ARCHIVE_URL);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(archive)) hash.update(chunk);
  if (hash.digest('hex').length !== 64) throw new Error('no hash');
  await cacheDir(await extractZip(archive), 'terraform', version);
}
process.exit(0);
`;

export const bench: Bench = {
  title: 'Setting up Terraform',
  async run({ root, runs }) {
    const references = await buildReferences(root);
    const usual = await buildProgram(root, 'tool-cache', USUAL_PROGRAM);
    const { path } = await findTerraform();
    const temporary = mkdtempSync(join(tmpdir(), 'bench-setup-terraform-'));
    const server = await startReleaseServer({
      clock: systemClock,
      releases: [{ tool: 'terraform', version: VERSION, executable: path, platforms: [PLATFORM] }],
    });
    try {
      const action = join(root, 'actions', 'setup-terraform', 'dist', 'main');
      const installs = await measureStarts(
        [step(INSTALL, action, temporary, server), step(USUAL, usual, temporary, server)],
        Math.min(runs, MOST_INSTALLS),
      );
      const hit = hitVariant(action, temporary, server);
      const starts = await measureStarts(
        [
          ...references.map((reference) => ({
            ...hit,
            ...reference,
            module: join(reference.directory, 'index.js'),
          })),
          hit,
        ],
        runs,
      );
      return report(starts, installs, runs);
    } finally {
      await server.close();
      rmSync(temporary, { recursive: true, force: true });
    }
  },
};

/** A step with an empty tool cache each time. */
function step(name: string, directory: string, temporary: string, server: ReleaseServer): Variant {
  const home = join(temporary, name.replaceAll(/[^a-z]/g, '-'));
  const folder = (part: string): string => join(home, part);
  const prepare = (): void => {
    rmSync(home, { recursive: true, force: true });
    for (const part of ['cache', 'temp', 'workspace']) mkdirSync(folder(part), { recursive: true });
    for (const part of ['output', 'path', 'state', 'summary']) writeFileSync(folder(part), '');
    writeFileSync(folder('event.json'), '{}');
  };
  const archive = `${server.url}/terraform/${VERSION}/terraform_${VERSION}_${PLATFORM}.zip`;
  return {
    name,
    module: join(directory, 'index.js'),
    cwd: temporary,
    prepare,
    env: {
      // For the unzip that @actions/tool-cache starts.
      PATH: '/usr/bin:/bin',
      ARCHIVE_URL: archive,
      GITHUB_ACTION: 'bench',
      GITHUB_ACTOR: 'bench',
      GITHUB_API_URL: 'https://api.github.invalid',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: folder('event.json'),
      GITHUB_GRAPHQL_URL: 'https://api.github.invalid/graphql',
      GITHUB_JOB: 'bench',
      GITHUB_OUTPUT: folder('output'),
      GITHUB_PATH: folder('path'),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REPOSITORY: 'bench/bench',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: '1',
      GITHUB_SERVER_URL: 'https://github.invalid',
      GITHUB_SHA: '0'.repeat(40),
      GITHUB_STATE: folder('state'),
      GITHUB_STEP_SUMMARY: folder('summary'),
      GITHUB_WORKSPACE: folder('workspace'),
      RUNNER_TEMP: folder('temp'),
      RUNNER_TOOL_CACHE: folder('cache'),
      INPUT_VERSION: VERSION,
      'INPUT_MIRROR-URL': server.url,
      'INPUT_MIRROR-KEY': server.publicKey,
    },
  };
}

/** As the download, which fills the cache in the round that does not count; then the cache stays. */
function hitVariant(action: string, temporary: string, server: ReleaseServer): Variant {
  const { prepare, ...variant } = step(HIT, action, temporary, server);
  prepare?.();
  return variant;
}

function report(
  starts: ReadonlyMap<string, Measured>,
  installs: ReadonlyMap<string, Measured>,
  runs: number,
): string {
  const all = new Map([...starts, ...installs]);
  for (const [name, { exitCode }] of all) {
    if (exitCode !== 0) throw scriptErrors.EHA1902(`"${name}" ended with exit code ${String(exitCode)}.`);
  }
  const wall = (name: string): number => all.get(name)?.wall ?? Number.NaN;
  const row = (name: string, references: readonly string[]): readonly string[] => [
    name,
    wall(name).toFixed(0),
    (all.get(name)?.cpu ?? Number.NaN).toFixed(0),
    ...references.map((reference) => (wall(name) / wall(reference)).toFixed(2)),
  ];
  const started = formatTable([
    ['start', 'wall ms', 'CPU ms', '× module', '× core'],
    ...[EMPTY_MODULE, EMPTY_CORE, HIT].map((name) => row(name, [EMPTY_MODULE, EMPTY_CORE])),
  ]);
  const installed = formatTable([
    ['installation', 'wall ms', 'CPU ms', '× tool-cache'],
    ...[USUAL, INSTALL].map((name) => row(name, [USUAL])),
  ]);
  const note = `medians of ${runs} starts and ${Math.min(runs, MOST_INSTALLS)} installations, interleaved, on Node ${process.version}; CPU without child processes`;
  return `${started}\n\n${installed}\n\n${note}`;
}
