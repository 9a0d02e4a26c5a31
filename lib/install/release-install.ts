import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError } from '../action/errors.ts';
import { displayUrl } from './addresses.ts';
import { Downloader } from './download.ts';
import { installErrors } from './errors.ts';
import { executableName, platformName, toolTitle } from './platforms.ts';
import { releaseFiles, type ReleaseFiles } from './releases.ts';
import { verifySignature } from './signature.ts';
import { parseSums } from './sums.ts';
import { createStaging, discardStaging, publish } from './tool-cache.ts';
import { isMissing, TransferError } from './transfer-error.ts';
import type { Installed, InstallRequest, Mirror, Proof, TrustedKey } from './types.ts';
import { unzipEntry } from './unzip.ts';

/** What the archive's hash has to be, and who says so. */
interface Expectation {
  readonly sha256: string;
  readonly proof: Proof;
  readonly key: TrustedKey | null;
}

interface Arrived {
  readonly sha256: string;
  readonly executableBytes: number;
  /** Why the archive cannot be used; told only when its hash is right. */
  readonly refusal: ActionError | null;
}

/**
 * Installs from the first mirror that can deliver. A mirror that fails or lacks the release is passed over; one that
 * delivers something else than was signed ends the installation, because that is no hiccup.
 */
export async function installFromMirrors(request: InstallRequest): Promise<Installed> {
  const failures: string[] = [];
  let missing = 0;
  for (const mirror of request.mirrors) {
    try {
      return await installFrom(mirror, request);
    } catch (error) {
      request.signal.throwIfAborted();
      if (!isTransferFailure(error)) throw error;
      if (isMissing(error)) missing += 1;
      failures.push(error.message);
      request.log.info(`${displayUrl(mirror.url)} cannot deliver: ${error.message}`);
    }
  }
  const what = `${toolTitle(request.tool)} ${request.version}`;
  const make = missing === failures.length ? installErrors.EHA1402 : installErrors.EHA1412;
  throw make(`${what} could not be had.\n${failures.join('\n')}`);
}

function isTransferFailure(error: unknown): error is Error {
  return error instanceof TransferError || (error instanceof ActionError && error.code === 'EHA1010');
}

async function installFrom(mirror: Mirror, request: InstallRequest): Promise<Installed> {
  const { tool, version, platform, log } = request;
  const keys = mirror.keys ?? request.keys;
  const files = releaseFiles(tool, version, platform, mirror, keys);
  const source = displayUrl(files.archive);
  const downloader = new Downloader(request);
  const staging = await createStaging(request);
  try {
    log.info(`Downloading ${source}`);
    const [expected, arrived] = await both(request, (signal) => [
      expectation(downloader, files, keys, request, signal),
      fetchArchive(downloader, files, join(staging, executableName(tool, platform)), signal),
    ]);
    if (arrived.sha256 !== expected.sha256) throw otherArchive(source, arrived, expected);
    if (arrived.refusal !== null) throw arrived.refusal;
    log.info(proofLine(source, expected.proof));
    const { sha256, executableBytes } = arrived;
    return await publish(request, staging, {
      source,
      sha256,
      executableBytes,
      proof: expected.proof,
      key: expected.key,
    });
  } finally {
    downloader.close();
    await discardStaging(staging);
  }
}

function otherArchive(source: string, arrived: Arrived, { sha256, proof }: Expectation): ActionError {
  const make = proof.by === 'sha256' ? installErrors.EHA1411 : installErrors.EHA1410;
  return make(`${source} has the SHA-256 ${arrived.sha256}, not ${sha256}.`);
}

function proofLine(source: string, proof: Proof): string {
  const name = source.slice(source.lastIndexOf('/') + 1);
  if (proof.by === 'sha256')
    return `${name} has the given SHA-256. No signature was checked: no key is known.`;
  return `${name}: SHA-256 signed by ${proof.key} on ${proof.signedAt.slice(0, 10)} with key ${proof.signedBy}.`;
}

/**
 * Both at the same time. When what is expected cannot be established, the archive's transfer is broken off and that
 * reason told, whatever became of the archive.
 */
async function both(
  { signal }: InstallRequest,
  start: (signal: AbortSignal) => readonly [Promise<Expectation>, Promise<Arrived>],
): Promise<readonly [Expectation, Arrived]> {
  const stop = new AbortController();
  const [expected, arrived] = start(AbortSignal.any([signal, stop.signal]));
  expected.catch(() => stop.abort());
  const results = await Promise.allSettled([expected, arrived]);
  const [first, second] = results;
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value];
}

async function expectation(
  downloader: Downloader,
  files: ReleaseFiles,
  keys: readonly TrustedKey[],
  request: InstallRequest,
  signal: AbortSignal,
): Promise<Expectation> {
  const given = request.sha256?.toLowerCase();
  if (keys.length === 0) {
    if (given === undefined) throw installErrors.EHA1400(`There is no key for ${displayUrl(files.archive)}.`);
    return { sha256: given, proof: { by: 'sha256' }, key: null };
  }
  const { sumsBytes } = downloader.limits;
  const [content, signature] = await Promise.all([
    downloader.bytes(files.sums, sumsBytes, signal),
    fetchSignature(downloader, files, signal),
  ]);
  if (signature === null)
    throw installErrors.EHA1405(`There is no ${files.signatures.map(displayUrl).join(', ')}.`);
  const now = new Date(request.clock.now());
  const from = displayUrl(signature.url);
  const { proof, key } = await verifySignature({ content, signature: signature.bytes, keys, now, from });
  const sums = parseSums(content.toString('utf8'), displayUrl(files.sums));
  const sha256 = sums.get(files.archiveName);
  if (sha256 === undefined) {
    throw installErrors.EHA1403(
      `${toolTitle(request.tool)} ${request.version} has no build for ${platformName(request.platform)}.`,
    );
  }
  if (given !== undefined && given !== sha256) {
    throw installErrors.EHA1411(`${files.archiveName} was signed with the SHA-256 ${sha256}, not ${given}.`);
  }
  return { sha256, proof, key };
}

/** The first signature file that the mirror has; null when it has none. */
async function fetchSignature(
  downloader: Downloader,
  { signatures }: ReleaseFiles,
  signal: AbortSignal,
): Promise<{ readonly url: string; readonly bytes: Buffer } | null> {
  for (const url of signatures) {
    try {
      return { url, bytes: await downloader.bytes(url, downloader.limits.signatureBytes, signal) };
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return null;
}

/** Hashes, inflates and writes while the archive arrives. */
async function fetchArchive(
  downloader: Downloader,
  files: ReleaseFiles,
  file: string,
  signal: AbortSignal,
): Promise<Arrived> {
  const { archiveBytes, binaryBytes } = downloader.limits;
  return downloader.stream(files.archive, archiveBytes, signal, async (chunks, attempt) => {
    await rm(file, { force: true });
    const hash = createHash('sha256');
    const hashed = (async function* () {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    })();
    const from = displayUrl(files.archive);
    const entry = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    const request = { entry, file, maximumBytes: binaryBytes, signal: attempt, from };
    let executableBytes = 0;
    let refusal: ActionError | null = null;
    try {
      executableBytes = await unzipEntry(hashed, request);
    } catch (error) {
      if (!(error instanceof ActionError) || error.code !== 'EHA1415') throw error;
      refusal = error;
      // The hash of the whole tells whether it is the publisher's archive that is bad or this copy of it.
      await drain(hashed);
    }
    return { sha256: hash.digest('hex'), executableBytes, refusal };
  });
}

async function drain(chunks: AsyncGenerator<Uint8Array>): Promise<void> {
  for (let result = await chunks.next(); result.done !== true;) result = await chunks.next();
}
