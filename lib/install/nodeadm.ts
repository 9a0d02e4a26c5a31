/**
 * Installs the nodeadm of EKS hybrid nodes into the runner's tool cache, verified by SHA-256. Its releases are not
 * signed, and their checksums lie on the same host: they prove that the bytes arrived whole, and only a SHA-256 that the
 * workflow gives proves that they are the ones somebody looked at.
 * Source: aws/eks-hybrid, `hack/release-nodeadm.sh` and `hack/validate-release-artifacts.sh`.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError } from '../action/errors.ts';
import { displayUrl } from './addresses.ts';
import { Downloader } from './download.ts';
import { checkMirrors } from './mirrors.ts';
import { nodeadmErrors } from './nodeadm-errors.ts';
import { nodeadmVersion } from './nodeadm-versions.ts';
import { createStaging, discardStaging, findCached, publish } from './tool-cache.ts';
import { isMissing, TransferError } from './transfer-error.ts';
import type { Access, CacheRequest, Installed, Platform } from './types.ts';

/** Where AWS has the releases and, for regions outside China, the manifest. */
export const NODEADM_HOST = 'https://hybrid-assets.eks.amazonaws.com';
const CHINA_MANIFEST_HOST = 'https://eks-hybrid-assets.awsstatic.cn';

const SMALL_FILE_BYTES = 4096;
/** Some 60 MB today. */
const PROGRAM_BYTES = 256 * 1024 * 1024;
/** Every patch release with every artifact is listed. */
const MANIFEST_BYTES = 32 * 1024 * 1024;

/** What reaching the host of the releases needs. */
export interface NodeadmAccess extends Omit<Access, 'mirrors'> {
  /** Below it lie `releases/` and `manifest.yaml`, as on `NODEADM_HOST`, which is the default. */
  readonly mirror?: string;
}

/** One build of nodeadm. There are builds for Linux alone. */
export interface NodeadmRequest extends NodeadmAccess {
  /** Without the v, for example `1.0.20`. */
  readonly version: string;
  readonly architecture: Platform['arch'];
  /** RUNNER_TOOL_CACHE, absolute. */
  readonly toolCache: string;
  /** SHA-256 that the program must have, in lower case; without it the release's own. */
  readonly sha256?: string;
}

/** The version that `latest` stands for now. EHA1440 when the answer is none, EHA1442 and EHA1446 as for any file. */
export async function newestNodeadm(access: NodeadmAccess): Promise<string> {
  const url = `${baseOf(access)}/releases/latest/GIT_VERSION`;
  const text = (await smallFile(access, url, SMALL_FILE_BYTES)).toString('utf8').trim();
  const version = nodeadmVersion(text);
  if (version !== undefined) return version;
  throw nodeadmErrors.EHA1440(`${displayUrl(url)} does not hold a version such as v1.0.20.`);
}

/**
 * The program in this version and for this architecture, from the tool cache or the host. A given SHA-256 makes a hit of
 * the cache cost no request; otherwise the release's checksum is asked for, so that a replaced release is noticed.
 * Refusals are EHA1442 to EHA1446, and nothing is left behind by any of them.
 */
export async function installNodeadm(request: NodeadmRequest): Promise<Installed> {
  const url = `${baseOf(request)}/releases/v${request.version}/bin/linux/${request.architecture}/nodeadm`;
  const sha256 = request.sha256 ?? (await publishedSum(request, `${url}.sha256`));
  const place: CacheRequest = {
    ...request,
    tool: 'nodeadm',
    platform: { os: 'linux', arch: request.architecture },
    mirrors: [],
    keys: [],
    sha256,
  };
  return (await findCached(place)) ?? (await fetchInto(place, request, url, sha256));
}

/** The text of the manifest that nodeadm itself would use in the region, and its address. EHA1446, EHA1447. */
export async function fetchManifest(
  access: NodeadmAccess,
  region: string | undefined,
): Promise<{ readonly text: string; readonly url: string }> {
  const isChina = access.mirror === undefined && region?.startsWith('cn-') === true;
  const url = `${isChina ? CHINA_MANIFEST_HOST : baseOf(access)}/manifest.yaml`;
  try {
    return { text: (await smallFile(access, url, MANIFEST_BYTES)).toString('utf8'), url: displayUrl(url) };
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'EHA1442') throw error;
    throw nodeadmErrors.EHA1447(`There is no ${displayUrl(url)}.`, { cause: error });
  }
}

function baseOf({ mirror = NODEADM_HOST }: NodeadmAccess): string {
  checkMirrors([{ url: mirror }]);
  return mirror.replace(/\/+$/, '');
}

async function publishedSum(access: NodeadmAccess, url: string): Promise<string> {
  const text = (await smallFile(access, url, SMALL_FILE_BYTES)).toString('utf8');
  // In the form of sha256sum; a bare sum is read as well.
  const sum = /^([0-9a-f]{64})(?: [ *]nodeadm)?\s*$/i.exec(text)?.[1];
  if (sum !== undefined) return sum.toLowerCase();
  throw nodeadmErrors.EHA1443(`${displayUrl(url)} does not hold the SHA-256 of nodeadm.`);
}

async function smallFile(access: NodeadmAccess, url: string, maximumBytes: number): Promise<Buffer> {
  return transfer(access, (downloader) => downloader.bytes(url, maximumBytes, access.signal));
}

/** Runs one download and gives its failure the code that fits. */
async function transfer<T>(access: NodeadmAccess, work: (downloader: Downloader) => Promise<T>): Promise<T> {
  const downloader = new Downloader({ ...access, mirrors: [] });
  try {
    return await work(downloader);
  } catch (error) {
    access.signal.throwIfAborted();
    if (isMissing(error)) throw nodeadmErrors.EHA1442(`${(error as Error).message}.`, { cause: error });
    const isFailure =
      error instanceof TransferError || (error instanceof ActionError && error.code === 'EHA1010');
    if (isFailure) throw nodeadmErrors.EHA1446(error.message, { cause: error });
    throw error;
  } finally {
    downloader.close();
  }
}

async function fetchInto(
  place: CacheRequest,
  request: NodeadmRequest,
  url: string,
  expected: string,
): Promise<Installed> {
  const source = displayUrl(url);
  const staging = await createStaging(place);
  try {
    request.log.info(`Downloading ${source}`);
    const file = join(staging, 'nodeadm');
    const { sha256, bytes } = await transfer(request, (downloader) => save(downloader, url, file, request));
    if (sha256 !== expected) {
      const make = request.sha256 === undefined ? nodeadmErrors.EHA1444 : nodeadmErrors.EHA1445;
      throw make(`${source} has the SHA-256 ${sha256}, not ${expected}.`);
    }
    const proof = { by: 'sha256' } as const;
    return await publish(place, staging, { source, sha256, executableBytes: bytes, proof, key: null });
  } finally {
    await discardStaging(staging);
  }
}

/** Hashes and writes while the program arrives; it can be executed from the start, but nobody knows its folder yet. */
async function save(
  downloader: Downloader,
  url: string,
  file: string,
  { signal }: NodeadmRequest,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  return downloader.stream(url, PROGRAM_BYTES, signal, async (chunks) => {
    const hash = createHash('sha256');
    const target = await open(file, 'w', 0o755);
    let bytes = 0;
    try {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        await target.writeFile(chunk);
      }
      await target.sync();
    } finally {
      await target.close();
    }
    return { sha256: hash.digest('hex'), bytes };
  });
}
