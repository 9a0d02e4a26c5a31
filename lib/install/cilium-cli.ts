/**
 * Installs cilium-cli into the runner's tool cache, verified by SHA-256. Its checksums lie beside its archives: they prove
 * that the bytes arrived whole, and only a SHA-256 that the workflow gives, or one of the table, proves that they are the
 * ones somebody looked at. Source: cilium/cilium-cli, README, "Installation".
 */
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError } from '../action/errors.ts';
import type { Clock, Logger } from '../action/types.ts';
import { displayUrl } from './addresses.ts';
import { ciliumCliErrors } from './cilium-cli-errors.ts';
import { CILIUM_CLI_HASHES } from './cilium-cli-hashes.ts';
import { Downloader } from './download.ts';
import { isExactVersion } from './exact-version.ts';
import { checkMirrors } from './mirrors.ts';
import { executableName, platformOf } from './platforms.ts';
import { createStaging, discardStaging, findCached, publish } from './tool-cache.ts';
import { isMissing, TransferError } from './transfer-error.ts';
import type { CacheRequest, Installed, Limits, Platform, ProxyVariables } from './types.ts';

/** Where the releases are. */
export const CILIUM_CLI_RELEASES = 'https://github.com/cilium/cilium-cli/releases/download';

const SUM_BYTES = 4096;
/** Some 50 MB today. */
const ARCHIVE_BYTES = 256 * 1024 * 1024;
/** Some 150 MB today. */
const PROGRAM_BYTES = 512 * 1024 * 1024;

/** One build of cilium-cli. */
export interface CiliumCliRequest {
  /** With or without the v, for example `v0.19.7`. */
  readonly version: string;
  /** SHA-256 that the archive must have besides what the release says; 64 hexadecimal digits. */
  readonly sha256?: string;
  /** Below it lie `<version>/cilium-<os>-<arch>.tar.gz` and `.sha256sum`, as on GitHub, which is the default. */
  readonly mirrorUrl?: string;
  /** RUNNER_TOOL_CACHE, absolute. */
  readonly toolCache: string;
  readonly proxy?: ProxyVariables;
  /** Default: of this process. */
  readonly platform?: Platform;
  readonly limits?: Partial<Limits>;
  /** In place of the table that comes with the project. */
  readonly table?: Readonly<Record<string, string>>;
}

export interface CiliumCliDeps {
  readonly log: Logger;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface InstalledCiliumCli {
  /** Absolute path of the executable. */
  readonly path: string;
  /** With the v. */
  readonly version: string;
  /** Of the archive. */
  readonly sha256: string;
  /** What vouched for the archive beyond its own release; `release` when nothing did. */
  readonly verifiedBy: 'pin' | 'table' | 'release';
  readonly fromCache: boolean;
}

type VerifiedBy = InstalledCiliumCli['verifiedBy'];

interface Work extends CiliumCliRequest, CiliumCliDeps {
  readonly platform: Platform;
  /** Of the archive. */
  readonly url: string;
  readonly expected: string | undefined;
  readonly verifiedBy: VerifiedBy;
}

/**
 * The program from the tool cache or the release. The archive must have the SHA-256 that its release says and, where there
 * is one, that of the request or else of the table. With either a hit of the cache costs no request; without, the
 * release's checksum is asked for, so that a replaced release is noticed. Refusals are EHA1460 to EHA1468, and nothing is
 * left behind by any of them.
 */
export async function installCiliumCli(
  request: CiliumCliRequest,
  deps: CiliumCliDeps,
): Promise<InstalledCiliumCli> {
  const version = request.version.replace(/^v/, '');
  if (!isExactVersion(version)) {
    throw ciliumCliErrors.EHA1460(`"${request.version}" is not an exact version of cilium-cli.`);
  }
  const platform = request.platform ?? platformOf(process.platform, process.arch);
  const { os, arch } = platform;
  // Those for Windows are zip archives.
  if (os === 'windows') throw ciliumCliErrors.EHA1468(`This runner is ${os} on ${arch}.`);
  const given = request.sha256?.toLowerCase();
  const known = (request.table ?? CILIUM_CLI_HASHES)[`${version}/${os}-${arch}`];
  const verifiedBy = given !== undefined ? 'pin' : known !== undefined ? 'table' : 'release';
  const url = `${baseOf(request)}/v${version}/cilium-${os}-${arch}.tar.gz`;
  const work: Work = { ...request, ...deps, platform, url, expected: given ?? known, verifiedBy };
  const sha256 = work.expected ?? (await publishedSum(work));
  const place: CacheRequest = {
    ...work,
    tool: 'cilium-cli',
    version,
    mirrors: [],
    keys: [],
    sha256,
  };
  const installed = (await findCached(place)) ?? (await fetchInto(place, work, sha256));
  return {
    path: installed.path,
    version: `v${version}`,
    sha256: installed.sha256,
    verifiedBy,
    fromCache: installed.cacheHit,
  };
}

function baseOf({ mirrorUrl = CILIUM_CLI_RELEASES }: CiliumCliRequest): string {
  checkMirrors([{ url: mirrorUrl }]);
  return mirrorUrl.replace(/\/+$/, '');
}

async function publishedSum(work: Work): Promise<string> {
  const url = `${work.url}.sha256sum`;
  const text = await transfer(work, async (downloader) =>
    (await downloader.bytes(url, SUM_BYTES, work.signal)).toString('utf8'),
  );
  const name = work.url.slice(work.url.lastIndexOf('/') + 1);
  // In the form of sha256sum.
  const [, sum, of] = /^([0-9a-f]{64}) [ *](\S+)\s*$/i.exec(text) ?? [];
  if (sum !== undefined && of === name) return sum.toLowerCase();
  throw ciliumCliErrors.EHA1462(`${displayUrl(url)} does not hold the SHA-256 of ${name}.`);
}

/** Runs one download and gives its failure the code that fits. */
async function transfer<T>(work: Work, run: (downloader: Downloader) => Promise<T>): Promise<T> {
  const downloader = new Downloader({ ...work, mirrors: [] });
  try {
    return await run(downloader);
  } catch (error) {
    work.signal.throwIfAborted();
    if (isMissing(error)) throw ciliumCliErrors.EHA1461(`${(error as Error).message}.`, { cause: error });
    const isFailure =
      error instanceof TransferError || (error instanceof ActionError && error.code === 'EHA1010');
    if (isFailure) throw ciliumCliErrors.EHA1466(error.message, { cause: error });
    throw error;
  } finally {
    downloader.close();
  }
}

async function fetchInto(place: CacheRequest, work: Work, expected: string): Promise<Installed> {
  const source = displayUrl(work.url);
  // Known already when nothing else was.
  const published = work.expected === undefined ? expected : await publishedSum(work);
  if (published !== expected) throw otherThanExpected(work, source, 'is published with', published, expected);
  const staging = await createStaging(place);
  try {
    work.log.info(`Downloading ${source}`);
    const archive = join(staging, 'archive.tar.gz');
    const sha256 = await transfer(work, (downloader) => save(downloader, work, archive));
    if (sha256 !== published) {
      throw ciliumCliErrors.EHA1463(`${source} has the SHA-256 ${sha256}, not ${published}.`);
    }
    const executableBytes = await extract(archive, place, staging, source);
    const proof = { by: 'sha256' } as const;
    return await publish(place, staging, { source, sha256, executableBytes, proof, key: null });
  } finally {
    await discardStaging(staging);
  }
}

function otherThanExpected(
  { verifiedBy }: Work,
  source: string,
  verb: string,
  is: string,
  expected: string,
): ActionError {
  const make = verifiedBy === 'pin' ? ciliumCliErrors.EHA1464 : ciliumCliErrors.EHA1465;
  return make(`${source} ${verb} the SHA-256 ${is}, not ${expected}.`);
}

/** SHA-256 of the archive, which is inflated only after it was compared. */
async function save(downloader: Downloader, { url, signal }: Work, file: string): Promise<string> {
  return downloader.stream(url, ARCHIVE_BYTES, signal, async (chunks) => {
    const hash = createHash('sha256');
    const target = await open(file, 'w');
    try {
      for await (const chunk of chunks) {
        hash.update(chunk);
        await target.writeFile(chunk);
      }
    } finally {
      await target.close();
    }
    return hash.digest('hex');
  });
}

async function extract(
  archive: string,
  { tool, platform }: CacheRequest,
  staging: string,
  source: string,
): Promise<number> {
  const { untarEntry } = await import('./untar.ts');
  const entry = executableName(tool, platform);
  const bytes = await untarEntry(archive, {
    entry,
    file: join(staging, entry),
    maximumBytes: PROGRAM_BYTES,
    refuse: (why) => ciliumCliErrors.EHA1467(`${source} cannot be used. ${why}`),
  });
  await rm(archive);
  return bytes;
}
