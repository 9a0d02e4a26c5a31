/**
 * Keeps the table of SHA-256 of cilium-cli, lib/install/cilium-cli-hashes.ts: downloads the archives of the given versions
 * for each platform, compares each with the checksum of its release and with what the table says already, tries whether
 * the program is in it, and only then writes what it found. Nothing is written when one of them fails. Whoever commits the
 * table vouches for the release as it was then; compare with another source where there is one.
 *
 * Usage: node scripts/bootstrap.mjs scripts/cilium-cli-hashes.ts --release v0.19.7 [--release …]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { systemClock } from '#lib/action/clock.js';
import type { Clock, Logger } from '#lib/action/types.js';
import { installCiliumCli } from '#lib/install/cilium-cli.js';
import { CILIUM_CLI_HASHES } from '#lib/install/cilium-cli-hashes.js';
import { scriptErrors } from './errors.ts';
import { readOptions, runProgram } from './support/program.ts';
import { repositoryRoot } from './support/repository.ts';

const USAGE = `Options of cilium-cli-hashes:
  --release <version>  such as v0.19.7; more than once for more releases
  --mirror <address>   where the releases are (default: GitHub)
  --check              write nothing; fail when the table does not have exactly what the releases hold`;

const TABLE = join('lib', 'install', 'cilium-cli-hashes.ts');
const PLATFORMS = [
  { os: 'linux', arch: 'amd64' },
  { os: 'linux', arch: 'arm64' },
  { os: 'darwin', arch: 'amd64' },
  { os: 'darwin', arch: 'arm64' },
] as const;

export type Hashes = Readonly<Record<string, string>>;

export interface Source {
  /** Below it lie the releases; GitHub when left out. */
  readonly mirrorUrl?: string;
  /** Takes lines about the progress. */
  readonly say: (line: string) => void;
  readonly clock?: Clock;
}

/**
 * What the archives of the releases hash to, for each platform, by `<version>/<os>-<arch>`. EHA1465 when `known` says
 * something else of one of them; the other codes of `installCiliumCli` for what cannot be had.
 */
export async function obtainHashes(
  releases: readonly string[],
  known: Hashes,
  { mirrorUrl, say, clock = systemClock }: Source,
): Promise<Hashes> {
  const found: Record<string, string> = {};
  const log = loggerOf(say);
  for (const version of releases) {
    for (const platform of PLATFORMS) {
      // Always new, so that nothing of an earlier run is taken for the release.
      const toolCache = mkdtempSync(join(tmpdir(), 'cilium-cli-hashes-'));
      try {
        const place = { toolCache, platform, table: known, ...(mirrorUrl !== undefined && { mirrorUrl }) };
        const request = { version, proxy: process.env, ...place };
        const deps = { log, clock, signal: new AbortController().signal };
        const { sha256 } = await installCiliumCli(request, deps);
        found[`${version.replace(/^v/, '')}/${platform.os}-${platform.arch}`] = sha256;
        say(`${sha256}  ${version} for ${platform.os} on ${platform.arch}`);
      } finally {
        rmSync(toolCache, { recursive: true, force: true });
      }
    }
  }
  return found;
}

/** The text of the table with these entries, as it was otherwise. EHA1908 when the file is not the table. */
export function withHashes(text: string, hashes: Hashes): string {
  const lines = Object.entries(hashes)
    .sort(([left], [right]) => left.localeCompare(right, 'en', { numeric: true }))
    .map(([name, sum]) => `  '${name}': '${sum}',\n`);
  const pattern = /(export const CILIUM_CLI_HASHES: [^=]+= )\{[^]*\};/;
  if (!pattern.test(text)) throw scriptErrors.EHA1908(`${TABLE} does not define CILIUM_CLI_HASHES.`);
  return text.replace(pattern, (_whole, start: string) => `${start}{\n${lines.join('')}};`);
}

function loggerOf(say: (line: string) => void): Logger {
  const quiet = (): void => undefined;
  return { info: say, debug: quiet, notice: say, warning: say, error: say, group: (_title, work) => work() };
}

async function main(): Promise<boolean> {
  const given = readOptions(
    {
      release: { type: 'string', multiple: true },
      mirror: { type: 'string' },
      check: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    USAGE,
  );
  const { release = [], mirror, check, help } = given;
  if (help === true) {
    console.log(USAGE);
    return true;
  }
  if (release.length === 0) throw scriptErrors.EHA1900('No release is given.', { remedy: USAGE });
  const source = { say: console.log, ...(mirror !== undefined && { mirrorUrl: mirror }) };
  const found = await obtainHashes(release, CILIUM_CLI_HASHES, source);
  const fresh = Object.keys(found).filter((name) => CILIUM_CLI_HASHES[name] === undefined);
  if (check === true || fresh.length === 0) {
    console.log(fresh.length === 0 ? 'the table has them all' : `not in the table: ${fresh.join(', ')}`);
    return fresh.length === 0;
  }
  const file = join(repositoryRoot, TABLE);
  const wanted = withHashes(readFileSync(file, 'utf8'), { ...CILIUM_CLI_HASHES, ...found });
  writeFileSync(file, await format(wanted, { ...(await resolveConfig(file)), parser: 'typescript' }));
  console.log(`written: ${TABLE}`);
  return true;
}

if (import.meta.main) await runProgram(main);
